"""行政复议的旧法 ——《行政复议法》（2017年修正）和2007年实施条例，至2023年12月31日。

原则上书面审查，没有简易程序；收到申请之日即为受理（第十七条第二款）。“五日”“七日”是工作日（第四十条第二款），
十日、三十日、六十日是自然日；条例没有工作日条款。步骤与新法同名的，同名办理，一案跨新旧法时接着办。
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Ground, Guard, Limit, Outcome, Procedure, Step, Wait
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import REVIEW_2017 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as R
from fadu.procedures.papers import reconsideration_decision as last
from fadu.procedures.reconsideration_2017_course import (
    abandonment,
    acceptance,
    answer,
    applicant,
    correcting,
    correction_notice,
    examiner,
    extension,
    file_reading,
    forwarding,
    gathering,
    hearing,
    listening,
    norm_conclusion,
    norm_forwarding,
    norm_reply,
    office,
    organ_head,
    paper,
    reaching,
    receipt,
    recipient,
    redirection,
    refusal,
    respondent,
    resumption,
    sending,
    stay,
    suspension,
)
from fadu.procedures.reconsideration_choices import FITTING_2017
from fadu.procedures.reconsideration_decision import fitting
from fadu.procedures.reconsideration_examination import ACCEPTED, GOING_ON, RUNNING, SUSPENDED
from fadu.procedures.reconsideration_norm import COMPETENT, FORWARDED
from fadu.procedures.reconsideration_performance import DECIDED, TO_PERFORM
from fadu.procedures.reconsideration_record import Reconsideration

proposal = Step(
    "proposal", _("行政复议机构提出意见"), L[28, 1], examiner, after=[sending, reaching, norm_conclusion, resumption],
    only=GOING_ON, dated="proposed_on", asks=("own_evidence", "examiners"), needs=("findings", "proposal"),
    guards=(Guard(R[32], Q(examiners__gte=2), _("审理行政复议案件，应当由2名以上行政复议人员参加")),), repeats=True,
    yields=[paper("review_report", _("行政复议案件审理意见"), L[28, 1], last.review_report)],
)  # fmt: skip


def _outcome(key: str, name: Label, cites: Cite, needs: Sequence[str] = (), asks: Sequence[str] = ()) -> Outcome:
    return Outcome(
        key, name, cites, sets={"decision": key}, needs=("ground", "reasons", "basis", *needs), asks=("content", *asks)
    )


_redo = ("redo", "redo_by", "damages", "restored")
KINDS = {
    "upheld": L[28, 1, 1], "performance": L[28, 1, 2], "revoked": L[28, 1, 3], "changed": L[28, 1, 3],
    "unlawful": L[28, 1, 3], "request_dismissed": R[48, 1, 1],
}  # fmt: skip
decision = Step(
    "decision", _("作出行政复议决定"), L[28, 1], organ_head, after=[proposal], only=GOING_ON, must=RUNNING,
    dated="decided_on",
    outcomes=[
        _outcome("upheld", _("维持"), L[28, 1, 1]),
        _outcome("performance", _("责令履行"), L[28, 1, 2], needs=("perform_by",)),
        _outcome("revoked", _("撤销"), L[28, 1, 3], asks=_redo),
        _outcome("changed", _("变更"), L[28, 1, 3], needs=("content",), asks=("worse", "third_asked", *_redo[2:])),
        _outcome("unlawful", _("确认违法"), L[28, 1, 3], asks=_redo),
        _outcome("request_dismissed", _("驳回行政复议请求"), R[48, 1, 1]),
    ],
    guards=(
        *fitting(KINDS, FITTING_2017),
        # 第二十八条第一款第（四）项: silence of the respondent and nothing else: the act is set aside.
        Guard(
            L[28, 1, 4],
            ~Q(ground="unanswered") | Q(answered_on=None) | Q(evidence_handed=False),
            _("被申请人已经答复并提交证据，不能以不答复为由决定"),
        ),
        Guard(
            L[28, 1, 4], Q(answered_on__isnull=False) | Q(decision__in=["revoked", "request_dismissed", "performance"]),
            _("被申请人不答复、不提交证据依据的，决定撤销该具体行政行为"),
        ),
        # 条例第五十一条 knows no exception for a third party's request.
        Guard(R[51], Q(worse=False), _("不得作出对申请人更为不利的行政复议决定")),
    ),
    yields=[
        paper(
            "reconsideration_decision", _("行政复议决定书"), L[31, 2], last.reconsideration_decision, "复决",
            last.contents,
        )
    ],
    told=_("行政复议机关作出了决定，决定书送达后生效"),
)  # fmt: skip
dismissal = Step(
    "dismissal", _("驳回行政复议申请"), R[48, 1, 2], organ_head, after=[acceptance], before=[decision], only=RUNNING,
    must=NEVER, dated="dismissed_on", asks=("prior",), needs=("refusal_reason",),
    yields=[
        paper(
            "dismissal_decision", _("驳回行政复议申请决定书"), R[48, 1, 2], last.dismissal_decision, "复驳",
            last.contents,
        )
    ],
    told=_("行政复议机关驳回了你的申请"),
)  # fmt: skip
# 条例第五十条第一款: only over discretion, compensation and indemnity; whether it is so is the office's to say.
mediation = Step(
    "mediation", _("当事人经调解达成协议"), R[50, 2], office, after=[acceptance], before=[decision], only=RUNNING,
    must=NEVER, dated="mediated_on", needs=("agreement",),
    yields=[
        paper("mediation_statement", _("行政复议调解书"), R[50, 2], last.mediation_statement, "复调", last.contents)
    ],
    told=_("当事人经调解达成了协议"),
)  # fmt: skip
mediation_signing = Step(
    "mediation_signing", _("双方签字，加盖行政复议机关印章"), R[50, 2], office, after=[mediation], before=[decision],
    only=RUNNING & Q(mediated_on__isnull=False), must=NEVER, dated="mediation_signed_on",
    told=_("调解书经双方签字，具有法律效力"),
)  # fmt: skip
withdrawal = Step(
    "withdrawal", _("申请人撤回申请"), L[25], applicant, after=[acceptance], before=[decision], only=RUNNING,
    must=NEVER, dated="withdrawn_on", asks=("settled", "settlement_lawful"), needs=("withdrawal_reason",),
    told=_("你撤回了申请，由行政复议机构同意后终止"),
)  # fmt: skip
_ending = paper("termination_decision", _("行政复议终止决定书"), R[42, 1], last.termination_decision, "复终")
termination = Step(
    "termination", _("终止行政复议"), R[42, 1], organ_head, after=[acceptance], before=[decision], only=RUNNING,
    must=NEVER, dated="terminated_on", asks=("settled", "settlement_lawful"), needs=("termination_ground",),
    guards=(
        Guard(
            R[42, 1, 1], ~Q(termination_ground="withdrawn") | Q(withdrawn_on__isnull=False), _("申请人没有撤回申请")
        ),
        Guard(
            R[42, 1, 4], ~Q(termination_ground="settled") | Q(settled=True, settlement_lawful=True),
            _("和解须经行政复议机构准许"),
        ),
        Guard(R[42, 2], ~Q(termination_ground="lasting"), _("中止满六十日的，办理“中止满六十日终止”")),
    ),
    yields=[_ending], told=_("行政复议终止"),
)  # fmt: skip
abatement = Step(
    "abatement", _("中止满六十日终止"), R[42, 2], organ_head, after=[acceptance], before=[decision],
    only=RUNNING & SUSPENDED & Q(suspension_ground__in=["death", "incapacity", "dissolved"]), must=NEVER,
    dated="terminated_on",
    outcomes=[Outcome("lasting", _("原因仍未消除"), R[42, 2], sets={"termination_ground": "lasting"})],
    waits=[Wait(R[42, 2], "suspended_on", R.days(60), says=_("中止没有满六十日"))], yields=[_ending],
    told=_("中止满六十日，原因仍未消除，行政复议终止"),
)  # fmt: skip
service = Step(
    "service", _("送达行政复议决定书"), L[31, 3], office, after=[decision], only=Q(decided_on__isnull=False),
    dated="served_on", serves="reconsideration_decision",
    told=_("行政复议决定书已经送达，发生法律效力；不服的，可以依法起诉"),
)  # fmt: skip
suit = Step("suit", _("提起行政诉讼"), L[5], office, after=[acceptance], only=DECIDED, must=NEVER, dated="sued_on")
performance = Step(
    "performance", _("被申请人履行"), L[32, 1], respondent, after=[service, mediation_signing], only=TO_PERFORM,
    dated="performed_on", asks=("redone_on",), needs=("performance",),
    guards=(Guard(R[49, 1], Q(redo=False) | Q(redone_on__isnull=False), _("须写明重新作出行政行为的日期")),),
    told=_("被申请人履行了行政复议决定"),
)  # fmt: skip
order = Step(
    "order", _("责令限期履行"), L[32, 2], organ_head, after=[service, mediation_signing], before=[performance],
    only=TO_PERFORM & Q(performed_on=None), must=NEVER, dated="ordered_on", needs=("order_by",),
    yields=[paper("performance_order", _("责令履行通知书"), L[32, 2], last.performance_order, "复责")],
    told=_("行政复议机关责令被申请人限期履行"),
)  # fmt: skip
opinion = Step(
    "opinion", _("制作行政复议意见书"), R[57, 1], organ_head, after=[acceptance], only=ACCEPTED, must=NEVER,
    dated="opinion_on", asks=("opinion_reached_on",), needs=("opinion_to", "opinion"),
    yields=[paper("opinion_letter", _("行政复议意见书"), R[57, 1], last.opinion_letter, "复意")],
)  # fmt: skip
opinion_reply = Step(
    "opinion_reply", _("有关机关通报纠正情况"), R[57, 1], recipient, after=[opinion],
    only=Q(opinion_on__isnull=False), dated="opinion_replied_on", asks=("opinion_reached_on",),
    needs=("opinion_reply",),
)  # fmt: skip
suggestion = Step(
    "suggestion", _("制作行政复议建议书"), R[57, 2], office, after=[acceptance], only=ACCEPTED, must=NEVER,
    dated="suggested_on", needs=("suggestion",),
)  # fmt: skip
closing = Step(
    "closing", _("办结归档"), ARCHIVES_2024[19], office, after=[decision, service, performance, opinion_reply],
    only=DECIDED | Q(terminated_on__isnull=False), closes=True,
)  # fmt: skip

_ENDS = [decision, dismissal, mediation_signing, termination, abatement]
_stopped = Ground(
    "suspended", _("行政复议中止"), R[41, 1], by=examiner, times=0, since="suspended_on", until="resumed_on"
)
_corrected = Ground(
    "corrected", _("补正申请材料"), R[29], by=office, times=0, since="correction_told_on", until="corrected_on"
)
_inspected = Ground(
    "inspected", _("现场勘验、鉴定"), R[34, 3], by=examiner, times=0, since="examined_from", until="examined_until"
)
# “并告知申请人和被申请人”: no form is asked of it.
_complex = Ground("complex", _("情况复杂"), L[31, 1], by=organ_head, cap=L.days(30), times=1)
_NORM = COMPETENT & Q(suspended_on__isnull=False)

UNUSED = {
    1: "立法目的",
    2: "适用范围",
    4: "工作原则",
    6: "行政复议范围，审查申请时填写是否属于",
    7: "附带审查的范围，见第二十六条",
    8: "不属于范围的事项，审查申请时填写",
    11: "书面或者口头申请，由申请方式和申请书体现",
    12: "管辖，由收件机关体现",
    13: "管辖，由收件机关体现",
    14: "国务院部门和省级人民政府的管辖，不在县级平台",
    15: "其他机关、组织的管辖，见第十八条",
    16: "与诉讼的关系，由受理通知书告知",
    20: "上级行政机关责令受理或者直接受理",
    24: "自行收集的证据，由记录的约束体现",
    29: "行政赔偿请求，由记录的约束和决定书体现",
    30: "复议前置和最终裁决，逐案填写",
    33: "强制执行另有程序",
    34: "法律责任",
    35: "法律责任",
    36: "法律责任",
    37: "法律责任，见责令履行通知书",
    38: "处理建议",
    39: "不收费，由记录的约束体现",
    41: "涉外适用",
    42: "与以前法律的关系",
    43: "施行日期",
}

RECONSIDERATION_2017 = Procedure(
    "reconsideration",
    "2017",
    _("行政复议"),
    [*L[1:43]],
    Reconsideration,
    in_force=(date(2018, 1, 1), date(2023, 12, 31)),
    steps=[
        receipt, correction_notice, correcting, abandonment, acceptance, refusal, redirection, forwarding, sending,
        reaching, answer, file_reading, gathering, listening, hearing, stay, suspension, norm_forwarding, norm_reply,
        norm_conclusion, resumption, extension, proposal, decision, dismissal, mediation, mediation_signing,
        withdrawal, termination, abatement, service, suit, performance, order, opinion, opinion_reply, suggestion,
        closing,
    ],
    limits=[
        Limit(
            "screening", _("五日内审查"), L[17, 1], receipt, [acceptance, refusal, redirection, correction_notice],
            within=L.days(5), missed=_("自收到之日起即为受理（第十七条第二款）"),
        ),
        Limit(
            "forwarding", _("七日内转送"), L[18], receipt, [forwarding, acceptance, refusal, redirection],
            within=L.days(7), only=Q(own_jurisdiction=False) & ~Q(competent=""),
        ),
        Limit(
            "correcting", _("补正通知载明的期限"), R[29], "correction_told_on", [correcting, abandonment], within=None,
            day="correct_by", whose="party", missed=_("无正当理由逾期不补正的，视为放弃行政复议申请"),
        ),
        Limit("sending", _("七日内发送被申请人"), L[23, 1], "accepted_on", [sending], within=L.days(7)),
        Limit(
            "answer", _("被申请人十日内答复"), L[23, 1], "reached_on", [answer], within=L.days(10), whose="party",
            missed=_("视为该具体行政行为没有证据、依据，决定撤销（第二十八条第一款第（四）项）"),
        ),
        # 第二十六条 says “在三十日内” and no more; from the day on which the examination is stopped for it.
        Limit(
            "norm_review", _("三十日内处理有关规定"), L[26], "suspended_on", [norm_conclusion], within=L.days(30),
            only=_NORM,
        ),
        Limit(
            "norm_forwarding", _("七日内转送有权机关"), L[26], "suspended_on", [norm_forwarding], within=L.days(7),
            only=FORWARDED,
        ),
        Limit(
            "norm_reply", _("有权机关六十日内处理"), L[26], "norm_forward_reached_on", [norm_reply],
            within=L.days(60), only=FORWARDED, whose="party",
        ),
        Limit(
            "decision", _("六十日内作出决定"), L[31, 1], "accepted_on", _ENDS, within=L.days(60),
            only=Q(decide_by=None), suspends=[_stopped, _corrected, _inspected], extends=[_complex],
            missed=_("申请人可以自行政复议期满之日起十五日内提起行政诉讼"),
        ),
        Limit(
            "decision_by_law", _("法律规定的较短期限内作出决定"), L[31, 1], "accepted_on", _ENDS, within=None,
            day="decide_by", only=Q(decide_by__isnull=False),
            missed=_("申请人可以自行政复议期满之日起十五日内提起行政诉讼"),
        ),
        Limit(
            "redoing", _("六十日内重新作出行政行为"), R[49, 1], "served_on", [performance], within=R.days(60),
            only=Q(redo=True, redo_by=None), whose="party",
        ),
        Limit(
            "redoing_by", _("决定书载明的重新作出期限"), L[28, 1, 3], "served_on", [performance], within=None,
            day="redo_by", only=Q(redo=True, redo_by__isnull=False), whose="party",
        ),
        Limit(
            "performing_by", _("决定书载明的履行期限"), L[28, 1, 2], "served_on", [performance], within=None,
            day="perform_by", only=Q(perform_by__isnull=False), whose="party",
        ),
        Limit(
            "ordered", _("责令履行通知载明的期限"), L[32, 2], "ordered_on", [performance], within=None, day="order_by",
            whose="party",
        ),
        Limit(
            "opinion_reply", _("六十日内通报纠正情况"), R[57, 1], "opinion_reached_on", [opinion_reply],
            within=R.days(60), whose="party",
        ),
        Limit(
            "suing", _("十五日内提起行政诉讼"), L[19], "served_on", [suit], within=L.days(15, "party"), whose="party",
            only=Q(prior=True),
        ),
    ],
    unused=UNUSED,
    word="复案",
)  # fmt: skip
