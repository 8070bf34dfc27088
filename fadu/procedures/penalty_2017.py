"""行政处罚的简易程序和一般程序 ——《行政处罚法》（2017年修正）第三十三条至第五十一条，2018年1月1日至2021年7月14日。

Each step is the present one as the older text had it: ``_then`` puts the provision of 2017 in place of the present one
and takes away what 2021 added (立案, 拟处罚内容, 办案期限, 公开, the bar of five years, 法制审核的四类案件). Only an
excerpt of the older text was seen; what stood in other articles is left out, and the comment says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import (
    NEVER,
    Deliberation,
    Guard,
    Lapse,
    Limit,
    Outcome,
    Procedure,
    Publicity,
    Recusal,
    Role,
    Step,
    Wait,
)
from fadu.law.statute import Cite
from fadu.law.statutes import DISCLOSURE_2019 as D
from fadu.law.statutes import PENALTY_2017 as L
from fadu.procedures import penalty_decision as decisions
from fadu.procedures import penalty_hearing as hearings
from fadu.procedures import penalty_inquiry as inquiries
from fadu.procedures import penalty_notice as notices
from fadu.procedures import penalty_ordinary as ordinary
from fadu.procedures import penalty_summary as summary
from fadu.procedures.penalty_execution import THEN, execution
from fadu.procedures.penalty_inquiry import UNDECIDED
from fadu.procedures.penalty_notice import TO_PUNISH, TOLD
from fadu.procedures.penalty_ordinary_record import ASKED, PUNISHED, UNPUNISHED, OrdinaryPenalty
from fadu.procedures.penalty_publicity import rendition
from fadu.procedures.penalty_summary_record import ONLY_FINE_OR_WARNING, SummaryPenalty

IN_FORCE = (date(2018, 1, 1), date(2021, 7, 14))

# 第三十七条第一款“执法人员不得少于两人，并应当……出示证件”：只写调查、检查。第三十四条第一款当场处罚没有写人数。
officers = Role("officers", _("执法人员"), L[37, 1], posts=("officer",), at_least=2, certified=True)
officer = Role("officers", _("执法人员"), L[34, 1], posts=("officer",), certified=True)
reviewer = Role("reviewer", _("行政处罚决定审核人员"), L[38, 3], posts=("reviewer",))
presider = Role("presider", _("听证主持人"), L[42, 1, 4], posts=("presider",))
leader = Role("head", _("行政机关负责人"), L[38, 1], posts=("head", "principal"))
party = Role("party", _("当事人"), L[32, 1], posts=("officer", "clerk"), outside=True)
# 第三十七条第三款只写“应当回避”；申请与决定见听证主持人一项，其余未见。
recusal = Recusal(cites=L[37, 3], applies=L[42, 1, 4], decides=L[37, 3], by=leader)


def _then(step: Step, cites: Cite, after: Sequence[Step] = (), **changes: Any) -> Step:
    """``step`` under the older text: its provision, its papers by the same provision, nothing the newer text added."""
    changes.setdefault("yields", [replace(paper, cites=cites, contents=None) for paper in step.yields])
    return replace(step, cites=cites, after=after, **{"guards": (), "waits": (), "lapses": ()} | changes)


# 第二十九条第一款只有二年，没有五年。
time_bar = tuple(
    Lapse(
        L[29, 1],
        since,
        L.years(2),
        by="found_on",
        unless=Q(other_bar=True) | unless,
        says=_("违法行为在二年内未被发现的，不再给予行政处罚"),
    )
    for since, unless in (("committed_on", Q(ended_on__isnull=False)), ("ended_on", NEVER))
)

# --- 简易程序：第三十三条、第三十四条 ---------------------------------------------------------------------------------

OVER_LIMIT = _("超过当场处罚的限额，应当适用一般程序")
showing = _then(summary.showing, L[34, 1], by=officer)
telling = _then(summary.telling, L[31], [showing], by=officer)
defence = _then(
    summary.defence,
    L[32, 1],
    [telling],
    by=officer,
    outcomes=[replace(each, cites=L[32, 1]) for each in summary.defence.outcomes],
)
waiver = _then(summary.waiver, L[41], [telling], by=party)  # “当事人放弃陈述或者申辩权利的除外”
spot_decision = _then(
    summary.decision,
    L[33],
    [showing, telling, defence],
    by=officer,
    guards=[
        Guard(L[41], summary.HEARD, _("告知之后，尚未听取陈述、申辩，当事人也没有放弃")),
        Guard(L[33], ONLY_FINE_OR_WARNING, _("当场处罚只限罚款和警告")),
        Guard(L[33], ~Q(citizen=True, fine__gt=50), OVER_LIMIT),
        Guard(L[33], ~Q(citizen=False, fine__gt=1000), OVER_LIMIT),
    ],
    lapses=time_bar,
)
delivery = _then(summary.delivery, L[34, 1], [spot_decision], by=officer)
reporting = _then(summary.reporting, L[34, 3], [spot_decision], by=officer)
to_ordinary = _then(summary.to_ordinary, L[33], [showing], by=officer)
spot_strand = execution(
    THEN,
    delivery,
    L[47],
    [
        Guard(L[47, None, 1], ~Q(collection="small", fine__gt=20), _("以数额较小当场收缴的，罚款应当在二十元以下")),
        Guard(L[46, 2], ~Q(collection=""), _("除依法当场收缴的罚款外，不得自行收缴罚款")),
    ],
)
PERFORMED = Q(performed_on__isnull=False) | Q(ruled_on__isnull=False)
UNPERFORMED = _("处罚决定尚未履行完毕，人民法院也没有裁定")
spot_closing = _then(
    summary.closing, L[34, 3], [delivery, reporting], by=leader, guards=[Guard(L[46, 3], PERFORMED, UNPERFORMED)]
)

PENALTY_SUMMARY_2017 = Procedure(
    "penalty_summary",
    "2017",
    _("行政处罚简易程序"),
    [L[33], L[34], L[31], L[32], L[41]],
    SummaryPenalty,
    in_force=IN_FORCE,
    steps=[
        showing,
        telling,
        defence,
        waiver,
        spot_decision,
        delivery,
        reporting,
        to_ordinary,
        *spot_strand.steps,
        spot_closing,
    ],
    limits=spot_strand.limits,
    recusal=recusal,
    word="简",
)

# --- 一般程序：调查、告知 ---------------------------------------------------------------------------------------------

lead = _then(inquiries.lead, L[37, 1])
# 2017年版没有立案的条文；是否立案依各部门规定，未见，所以可以登记立案而不要求。
filing = _then(inquiries.filing, L[37, 1], [lead], by=leader, must=NEVER, needs=(), asks=(), lapses=time_bar)
not_filing = _then(inquiries.not_filing, L[38, 1, 2], [lead], by=leader)
UNCLOSED = UNDECIDED & Q(not_filed_on=None)
inquiry = _then(inquiries.inquiry, L[37, 1], [lead, filing], by=officers, only=UNCLOSED)
inspection = _then(inquiries.inspection, L[37, 1], [lead, filing], by=officers, only=UNCLOSED)
sampling = _then(inquiries.sampling, L[37, 2], [lead, filing], by=officers, only=UNCLOSED)
preservation_approval = _then(inquiries.preservation_approval, L[37, 2], [lead, filing], by=leader, only=UNCLOSED)
preservation = _then(inquiries.preservation, L[37, 2], [preservation_approval], by=officers, only=UNCLOSED)
preservation_disposal = _then(inquiries.preservation_disposal, L[37, 2], [preservation], by=leader)
end_of_inquiry = _then(
    inquiries.end_of_inquiry, L[38, 1], [inquiry], by=officers, only=UNCLOSED, asks=(*inquiries.FINDINGS, "severe")
)
INVESTIGATION = (inquiry, inspection, sampling, preservation, end_of_inquiry)

# 第三十一条只要求告知“事实、理由及依据”，没有拟处罚内容；告知了的，第三十二条第二款据以比较轻重。
notice = _then(notices.notice, L[31], [end_of_inquiry], by=officers, lapses=time_bar)
telling_ordinary = _then(notices.telling, L[31], [notice], by=officers)
defence_ordinary = _then(notices.defence, L[32, 1], [telling_ordinary], by=officers)
waiver_ordinary = _then(notices.waiver, L[41], [telling_ordinary], by=party)
silence = _then(notices.silence, L[41], [telling_ordinary], by=officers)

# --- 听证：第四十二条、第四十三条 -------------------------------------------------------------------------------------

THREE_DAYS = L.days(3, "party")  # 2017年版没有工作日的规定：自然日
# “责令停产停业、吊销许可证或者执照、较大数额罚款等行政处罚”
TO_HEAR = (
    Q(proposed_business_suspended=True) | Q(proposed_licence_revoked=True) | Q(large_fine=True) | Q(heavy_other=True)
)
request = _then(
    hearings.request,
    L[42, 1, 1],
    [telling_ordinary],
    by=party,
    only=TOLD & TO_HEAR,
    lapses=[Lapse(L[42, 1, 1], "told_on", THREE_DAYS, says=_("要求听证的，应当在行政机关告知后三日内提出"))],
)
hearing_waiver = _then(hearings.waiver, L[42, 1], [telling_ordinary], by=party, only=TOLD & TO_HEAR)
notification = _then(hearings.notification, L[42, 1, 2], [request], by=officers)
hearing = _then(
    hearings.hearing,
    L[42, 1, 4],
    [notification],
    by=presider,
    waits=[
        Wait(L[42, 1, 2], "hearing_notified_on", L.days(7), says=_("应当在听证的七日前通知当事人"), back=True),
    ],
    outcomes=[Outcome("held", _("听证终结"), L[42, 1, 6], sets={"heard": True})],
    not_by=(*INVESTIGATION, notice),
)
hearing_report = _then(hearings.report, L[43], [hearing], by=presider, not_by=(*INVESTIGATION, notice))

# --- 审核、集体讨论、决定、送达：第三十八条、第四十条 -----------------------------------------------------------------

review_request = _then(decisions.review_request, L[38, 3], [end_of_inquiry], by=officers, must=TO_PUNISH)
review = _then(
    decisions.review,
    L[38, 3],
    [review_request, hearing, hearing_report],
    by=reviewer,
    must=TO_PUNISH,  # “在行政机关负责人作出决定之前，应当……进行审核”：没有限定案件
    outcomes=[replace(each, cites=L[38, 3]) for each in decisions.review.outcomes],
    not_by=(*INVESTIGATION, notice, defence_ordinary, review_request),
)
deliberation = _then(
    decisions.deliberation,
    L[38, 2],
    [end_of_inquiry, defence_ordinary, hearing, hearing_report, review],
    by=leader,
    must=TO_PUNISH & Q(grave=True, severe=True),  # “给予较重的行政处罚”
    asks=("severe",),
    deliberation=Deliberation(L[38, 2], at_least=2),
)
spared = next(each for each in decisions.decision.outcomes if each.key == "minor")
decision = _then(
    decisions.decision,
    L[38, 1],
    [
        end_of_inquiry,
        preservation_disposal,
        notice,
        telling_ordinary,
        defence_ordinary,
        hearing,
        hearing_report,
        review,
        deliberation,
    ],
    by=leader,
    must=Q(),
    waits=[
        Wait(
            L[42, 1, 1],
            "told_on",
            THREE_DAYS,
            says=_("当事人要求听证的三日期限尚未届满"),
            unless=~TO_HEAR | ASKED | Q(hearing_waived_on__isnull=False),
        )
    ],
    outcomes=[
        Outcome(
            "punished",
            _("给予行政处罚"),
            L[38, 1, 1],
            sets={"result": "punished"},
            needs=("facts_found", "basis", "penalty"),
            asks=(*decisions.SENTENCE, "facts_clear", "verified", "correction", "of_note", "severe"),
        ),
        Outcome("minor", spared.name, L[38, 1, 2], sets={"result": "minor"}, needs=("reason",), asks=decisions.SPARED),
        Outcome(
            "barred",
            _("超过追责期限，不再给予处罚"),
            L[29, 1],
            sets={"result": "barred"},
            needs=("reason",),
            asks=decisions.SPARED,
        ),
        Outcome(
            "unfounded",
            _("违法事实不能成立，不予处罚"),
            L[38, 1, 3],
            sets={"result": "unfounded"},
            needs=("reason",),
            asks=("facts_found", "basis"),
        ),
        Outcome(
            "referred",
            _("已构成犯罪，移送司法机关"),
            L[38, 1, 4],
            sets={"result": "referred"},
            needs=("reason", "police"),
            asks=("crime", "facts_found"),
        ),
    ],
)
service = _then(decisions.service, L[40], [decision], by=officers)
# 边远地区当场收缴的条文（2017年版第四十八条）未见；第四十六条第二款说当场收缴只能“依照本法第四十七条、第四十八条”，
# 一般程序不在第四十七条之内，所以只剩边远地区一种。
strand = execution(
    THEN,
    service,
    L[46, 2],
    [Guard(L[46, 2], Q(collection="remote"), _("一般程序的罚款，只有在边远、水上、交通不便地区才可以当场收缴"))],
)
closing = _then(
    ordinary.closing,
    L[38, 1],  # 结案归档的条文未见
    [decision, service],
    by=leader,
    guards=[Guard(L[46, 3], ~PUNISHED | PERFORMED, UNPERFORMED)],
)

# 2017年版没有公开处罚决定的条文；《政府信息公开条例》第二十条第（六）项“本行政机关认为具有一定社会影响的行政处罚决定”，
# 第二十六条“形成……之日起20个工作日内”，自2019年5月15日起施行。撤回和期限，条例没有规定。
disclosure = Publicity(
    "of_note",
    D[20, 1, 6],
    of=decision,
    only=PUNISHED & Q(of_note=True, revoked_on=None, decided_on__gte=D.in_force),
    within=D.working_days(20),
    render=rendition,
)

PENALTY_ORDINARY_2017 = Procedure(
    "penalty_ordinary",
    "2017",
    _("行政处罚一般程序"),
    [L[37], L[38], *L[40:43], L[31], L[32], L[46]],
    OrdinaryPenalty,
    in_force=IN_FORCE,
    steps=[
        lead,
        filing,
        not_filing,
        inquiry,
        inspection,
        sampling,
        preservation_approval,
        preservation,
        preservation_disposal,
        end_of_inquiry,
        notice,
        telling_ordinary,
        defence_ordinary,
        waiver_ordinary,
        silence,
        request,
        hearing_waiver,
        notification,
        hearing,
        hearing_report,
        review_request,
        review,
        deliberation,
        decision,
        service,
        *strand.steps,
        closing,
    ],
    limits=[
        Limit(
            "preservation",
            _("对登记保存的证据作出处理决定"),
            L[37, 2],
            preservation,
            [preservation_disposal],
            L.days(7),
        ),
        Limit(
            "hearing_request",
            _("要求听证"),
            L[42, 1, 1],
            "told_on",
            [request, hearing_waiver],
            THREE_DAYS,
            only=TO_HEAR,
            whose="party",
        ),
        Limit("service", _("送达决定书"), L[40], decision, [service], L.days(7), only=PUNISHED | UNPUNISHED),
        *strand.limits,
    ],
    publicity=[disclosure],
    recusal=recusal,
    word="立",
    unused={
        3: "总则：处罚法定与程序违法无效，约束全部程序，不是一个步骤",
        64: "施行日期",
    },
)
