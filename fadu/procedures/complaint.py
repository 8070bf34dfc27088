"""市场监督管理投诉举报 ——《市场监督管理投诉举报处理办法》（总局令第121号，2026年4月15日起）和此前的暂行办法。

Of the newer text only an excerpt is held (第九、十五、十六、二十三、二十七、三十三至三十六、四十五、四十六条): what
stands in its other articles was not seen, and a step that needs one of them is a step of the older edition only, or
rests on an article of the excerpt as the comment says. The day the older text's amendment of 2022 took force was not
seen; its edition governs here from the day the amendment was published. Binds market supervision only.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Item
from fadu.engine.declare import NEVER, Ground, Guard, Lapse, Limit, Outcome, Procedure, Role, Step
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import MARKET_COMPLAINTS_2022 as OLD
from fadu.law.statutes import MARKET_COMPLAINTS_2025 as L
from fadu.procedures.complaint_record import ENDINGS, FILING, REFUSALS, Complaint
from fadu.procedures.petition_intake import STAFF

COMPLAINT = Q(nature="complaint")
REPORT = Q(nature="report")
ACCEPTED = COMPLAINT & Q(accepted_on__isnull=False)
MARKET = ("market",)


def _title(facts: Mapping[str, Any]) -> str:
    return f"{'举报' if facts.get('nature') == 'report' else '投诉'}{facts.get('against') or '经营者'}"[:200]


def _both(new: bool, now: Cite, then: Cite) -> Cite:
    return now if new else then


def _procedure(edition: str, in_force: tuple[date, date | None], unused: Mapping[int, str]) -> Procedure:
    new = edition == "2025"
    intake, refusing = _both(new, L[15], OLD[14]), _both(new, L[16], OLD[15])
    ending, told = _both(new, L[23], OLD[21, 1]), _both(new, L[23], OLD[21, 2])
    lead, dispute = _both(new, L[27], OLD[23, 1]), _both(new, L[33], OLD[30])
    elsewhere, filing = _both(new, L[34], OLD[29]), _both(new, L[35], OLD[31, 1])
    law = L if new else OLD
    # The newer text's articles on mediation are not in the excerpt: it is known there by its ends alone (第二十三条).
    mediating = _both(new, L[23], OLD[16, 1])
    person = Role("complainant", _("投诉人、举报人"), intake, posts=STAFF, outside=True)
    bureau = Role("bureau", _("市场监督管理部门"), intake, posts=STAFF)
    head = Role("head", _("市场监督管理部门负责人"), lead, posts=("head", "principal"))
    receipt = Step(
        "complaint_receipt", _("收到投诉、举报"), intake, person, dated="received_on",
        asks=("against_address", "named", "known_on", "request"), needs=("nature", "channel", "against", "facts"),
        told=_("你的投诉、举报已经收到"),
    )  # fmt: skip
    acceptance = Step(
        "complaint_acceptance", _("决定受理投诉并告知"), intake, bureau, after=[receipt],
        only=COMPLAINT & Q(refused_on=None), dated="accepted_on", asks=("known_on",), needs=("request",),
        lapses=[
            Lapse(_both(new, L[16, None, 4], OLD[15, None, 4]), "known_on", law.years(3), by="received_on",
                  says=_("知道或者应当知道权益受到侵害之日起超过三年的，不予受理"))
        ],
        told=_("你的投诉已经受理"),
    )  # fmt: skip
    grounds = [each for each in REFUSALS if new or each[0] != "identity"]
    refusal = Step(
        "complaint_refusal", _("决定不予受理投诉并告知"), refusing, bureau, after=[receipt], before=[acceptance],
        only=COMPLAINT, must=NEVER, dated="refused_on",
        outcomes=[Outcome(key, name, refusing, sets={"refusal_ground": key}) for key, name in grounds],
        told=_("你的投诉不予受理，已经告知理由和其他解决争议的途径"),
    )  # fmt: skip
    mediation = Step(
        "complaint_mediation", _("组织调解"), mediating, bureau, after=[acceptance], only=ACCEPTED, must=NEVER,
        dated="mediated_on", needs=("agreed_to_mediate",), repeats=True, told=_("已经组织调解"),
    )  # fmt: skip
    agreement = Step(
        "complaint_agreement", _("达成调解协议"), _both(new, L[23], OLD[22, 1]), bureau, after=[mediation],
        only=ACCEPTED & Q(mediated_on__isnull=False, terminated_on=None), must=NEVER, dated="agreed_on",
        asks=("performed_at_once",), needs=("agreement",), told=_("双方已经达成调解协议"),
    )  # fmt: skip
    keys = {"costs", "withdrawn", "absent", "no_agreement", "time", "unacceptable", "other", *(["gone"] if new else [])}
    termination = Step(
        "complaint_termination", _("终止调解"), ending, bureau, after=[acceptance], before=[agreement],
        only=ACCEPTED & Q(agreed_on=None), must=NEVER, dated="terminated_on",
        outcomes=[Outcome(key, name, ending, sets={"ending": key}) for key, name in ENDINGS if key in keys],
    )  # fmt: skip
    telling = Step(
        "termination_telling", _("告知双方终止调解"), told, bureau, after=[termination],
        only=Q(terminated_on__isnull=False), dated="termination_told_on", told=_("调解已经终止"),
    )  # fmt: skip
    discovery = Step(
        "lead_discovery", _("调解中发现涉嫌违法线索"), lead, bureau, after=[acceptance], only=ACCEPTED, must=NEVER,
        dated="lead_on",
    )  # fmt: skip
    check = Step(
        "lead_check", _("核查线索，按行政处罚的规定处理"), lead, bureau, after=[discovery],
        only=Q(lead_on__isnull=False), dated="lead_checked_on",
    )  # fmt: skip
    contest = Step(
        "competence_dispute", _("发生处理权限争议"), dispute, bureau, after=[receipt], must=NEVER, dated="dispute_on"
    )
    settled = Step(
        "competence_settlement", _("权限争议解决或者指定"), dispute, bureau, after=[contest],
        only=Q(dispute_on__isnull=False), dated="dispute_ended_on", needs=("competent",),
    )  # fmt: skip
    away = Step(
        "report_elsewhere", _("告知举报人不具备处理权限"), elsewhere, bureau, after=[receipt], only=REPORT, must=NEVER,
        dated="told_elsewhere_on", needs=("competent",), told=_("本机关没有处理权限，已经告知向哪里举报"),
    )  # fmt: skip
    # The inquiry has its own case, linked to this one (came_of); here stands only whether it was filed.
    decided = Step(
        "report_filing", _("决定是否立案"), filing, bureau, after=[receipt],
        only=REPORT & Q(told_elsewhere_on=None), dated="filing_decided_on", asks=("named",),
        outcomes=[Outcome(key, name, filing, sets={"filing": key}) for key, name in FILING],
    )  # fmt: skip
    reported = Step(
        "report_telling", _("告知实名举报人是否立案"), OLD[31, 2], bureau, after=[decided],
        only=REPORT & Q(named=True, filing_decided_on__isnull=False), dated="filing_told_on",
        told=_("是否立案的决定已经告知"),
    )  # fmt: skip
    # “法律、法规、规章规定……应当将举报处理结果告知举报人或者对举报人实行奖励的”: only where another text says so.
    result = Step(
        "report_result", _("告知举报处理结果、奖励"), _both(new, L[36], OLD[32]), bureau, after=[decided],
        only=REPORT, must=NEVER, dated="result_told_on", asks=("rewarded_on", "disclosed"),
        told=_("举报的处理结果已经告知"),
    )  # fmt: skip
    ended = (
        Q(refused_on__isnull=False) | Q(agreed_on__isnull=False) | Q(terminated_on__isnull=False)
        | Q(filing_decided_on__isnull=False) | Q(told_elsewhere_on__isnull=False)
    )  # fmt: skip
    steps = [
        receipt, acceptance, refusal, mediation, agreement, termination, telling, discovery, check, contest, settled,
        away, decided, *([] if new else [reported]), result,
    ]  # fmt: skip
    closing = Step(
        "closing", _("办结归档"), ARCHIVES_2024[19], bureau, after=[each for each in steps if each is not acceptance],
        guards=[Guard(intake, ended, _("投诉、举报尚未处理完毕"))], dated="concluded_on", closes=True,
    )  # fmt: skip
    examined = Ground(
        "examination", _("检定、检验、检测、鉴定"), OLD[20, 3], by=head, times=0, since="examined_from",
        until="examined_until",
    )  # fmt: skip
    # 2022 names nobody who approves the fifteen days more; 2025 “经市场监督管理部门负责人批准”.
    longer = Ground("special", _("特殊情况"), lead, by=head, cap=law.working_days(15))
    limits = [
        Limit(
            "complaint_acceptance", _("七个工作日内决定是否受理并告知"), intake, "received_on", [acceptance, refusal],
            law.working_days(7), only=COMPLAINT, domains=MARKET,
        ),
        # 2022 writes 四十五个工作日, 2025 六十日. At its end the mediation is ended: it is no time to settle within.
        Limit(
            "complaint_mediation", _("受理之日起未达成协议即终止调解"), ending, "accepted_on", [agreement, termination],
            law.days(60) if new else law.working_days(45), domains=MARKET, missed=_("应当终止调解"),
            suspends=[] if new else [examined],
        ),
        Limit(
            "termination_telling", _("七个工作日内告知双方"), told, "terminated_on", [telling], law.working_days(7),
            domains=MARKET,
        ),
        Limit(
            "lead_check", _("十五个工作日内核查线索"), lead, "lead_on", [check], law.working_days(15), domains=MARKET,
            extends=[longer],
        ),
        Limit(
            "competence_dispute", _("七个工作日内协商解决权限争议"), dispute, "dispute_on", [settled],
            law.working_days(7), domains=MARKET,
        ),
    ]  # fmt: skip
    if not new:
        limits.append(
            Limit(
                "report_telling", _("五个工作日内告知实名举报人是否立案"), OLD[31, 2], "filing_decided_on", [reported],
                OLD.working_days(5), only=Q(named=True), domains=MARKET,
            )
        )  # fmt: skip
    wanted = OLD[9, 1]  # the newer text's article on what a complaint states (第十条) is not in the excerpt
    return Procedure(
        "complaint",
        edition,
        _("投诉举报"),
        [intake],
        Complaint,
        in_force=in_force,
        steps=[*steps, closing],
        limits=limits,
        unused=unused,
        word="投举",
        application=Application(
            _("市场监管投诉举报"),
            intake,
            step="complaint_receipt",
            group=_("咨询、求助、投诉、建议"),
            says=_("消费争议请求调解的是投诉，反映违法行为的是举报；两者都有的，请分别提出。"),
            items=[
                Item("name", wanted, of_applicant=True),
                Item("phone", wanted, of_applicant=True),
                Item("address", wanted, of_applicant=True, required=False, hint=_("投诉须写通讯地址")),
                Item("nature", L[9]),
                Item("against", OLD[9, 1, 2]),
                Item("against_address", OLD[9, 1, 2], required=False),
                Item("request", OLD[9, 1, 3], only=COMPLAINT),
                Item("facts", OLD[9, 1, 3]),
            ],
            to=Q(domain="market"),
            title=_title,
            channel="channel",
        ),
    )


COMPLAINT_2025 = _procedure(
    "2025",
    (date(2026, 4, 15), None),
    {46: "施行日期和旧办法的废止"},
)
COMPLAINT_2022 = _procedure(
    "2022",
    (date(2022, 3, 24), date(2026, 4, 14)),
    {
        1: "立法目的",
        2: "适用范围",
        3: "投诉、举报的定义；由投诉或者举报一栏分开",
        4: "主管部门",
        5: "处理的原则",
        6: "社会监督和自行协商的鼓励",
        7: "同时含有投诉和举报的分别处理：各立一案，互相关联",
        10: "委托代理人的授权材料，由代为申请统一处理",
        11: "共同投诉的代表人",
        12: "投诉的管辖，由机关之间确定",
        13: "先收到的部门处理",
        17: "委托其他组织代为调解，受委托单位以委托部门名义进行",
        19: "调解人员的回避，由回避统一处理",
        24: "举报人对线索和真实性的责任",
        25: "举报的管辖",
        26: "派出机构处理举报的权限",
        27: "电子商务举报的管辖",
        28: "广告举报的管辖",
        34: "投诉举报信息的统计、分析、应用",
        35: "国家秘密、商业秘密和个人隐私的保护，公开依照政府信息公开的规定",
        36: "畅通接收渠道，加强管理和宣传",
        37: "统一接收机构的分送，由机构内部办理",
        38: "参照适用和另有专项规定的投诉举报",
        39: "不属于投诉举报的反映、咨询、信访等，依照其他规定处理",
        40: "施行日期和旧办法的废止",
    },
)
