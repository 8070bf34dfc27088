"""行政复议的申请和受理 ——《行政复议法》（2023年修订）第二章、第三章；实施条例（2026年）第二十三条至第三十八条。"""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Ground, Guard, Lapse, Limit, Step, Wait
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as OLD
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration as papers
from fadu.procedures.reconsideration_roles import applicant, examiner, office, organ_head

NEW_RULES = date(2026, 7, 1)  # 条例第七十七条
SETTLED = Q(accepted_on__isnull=False) | Q(refused_on__isnull=False) | Q(abandoned_on__isnull=False)
OPEN = Q(accepted_on=None, refused_on=None, abandoned_on=None)
TO_CORRECT = Q(correction_told_on__isnull=False, corrected_on=None)
STATED = (
    "channel",
    "written_down",
    "via_organ",
    "handed_in_on",
    "handed_back_on",
    "kind",
    "act",
    "requests",
    "pleaded",
    "act_on",
    "knew_on",
    "untold",
    "knew_remedy_on",
    "omission_since",
    "urgent_protection",
    "real_estate",
    "period_until",
    "period_reason",
    "applicants",
    "representatives",
    "damages_claimed",
    "norm_claimed",
    "fee_charged",
    "applied_on",
)

receipt = Step(
    "receipt",
    _("收到行政复议申请"),
    L[30, 1],
    applicant,
    dated="received_on",
    asks=STATED,
    needs=("respondent",),
    yields=[
        Document(
            "reconsideration_application",
            _("行政复议申请书"),
            R[27, 1],
            compose=papers.application,
            only=~Q(channel="oral"),
        ),
        Document(
            "application_record", _("行政复议申请笔录"), L[22, 3], compose=papers.application, only=Q(channel="oral")
        ),
    ],
    told=_("行政复议机关收到了你的申请，五个工作日内审查是否受理"),
)
screening = Step(
    "screening",
    _("审查申请"),
    L[30, 1],
    examiner,
    after=[receipt],
    only=OPEN,
    must=NEVER,
    dated="screened_on",
    asks=(
        *STATED,
        "parties_clear",
        "interested",
        "specific",
        "in_time",
        "in_scope",
        "own_jurisdiction",
        "first_time",
        "respondent_told",
    ),
    repeats=True,
)
correction_notice = Step(
    "correction_notice",
    _("通知补正"),
    L[31, 1],
    office,
    after=[receipt],
    only=OPEN,
    must=NEVER,
    dated="correction_told_on",
    needs=("correction_items",),
    yields=[
        Document(
            "correction_notice",
            _("补正通知书"),
            L[31, 1],
            compose=papers.correction_notice,
            contents=papers.contents,
            word="复补",
            served=True,
        )
    ],
    told=_("申请材料需要补正，请自收到补正通知之日起十个工作日内补齐；通知只发一次"),
)
correction_service = Step(
    "correction_service",
    _("送达补正通知"),
    L[31, 2],
    office,
    after=[correction_notice],
    only=TO_CORRECT & OPEN,
    dated="correction_served_on",
    serves="correction_notice",
)
correcting = Step(
    "correcting",
    _("收到补正材料"),
    L[31, 3],
    applicant,
    after=[correction_notice],
    only=OPEN & Q(correction_told_on__isnull=False),
    must=NEVER,
    dated="corrected_on",
    asks=STATED,
    told=_("行政复议机关收到了补正材料，五个工作日内审查是否受理"),
)
abandonment = Step(
    "abandonment",
    _("逾期不补正，视为放弃申请"),
    L[31, 2],
    office,
    after=[correction_notice, correction_service],
    only=TO_CORRECT & OPEN,
    must=NEVER,
    dated="abandoned_on",
    waits=[Wait(L[31, 2], "correction_served_on", L.days(10, "party"), says=_("补正期限没有届满"))],
    closes=True,
    told=_("没有在期限内补正，视为放弃申请，已经记录在案"),
)

_period_begins = Guard(
    L[20, 1],
    Q(knew_on__isnull=False)
    | Q(omission_since__isnull=False)
    | Q(urgent_protection=True)
    | Q(period_until__isnull=False),
    _("须写明知道或者应当知道行政行为之日；申请履行法定职责的，写明申请期限起算之日"),
)
_not_early = (
    Guard(
        OLD[16, 1],
        Q(omission_since=None)
        | Q(urgent_protection=True)
        | Q(received_on__gte=NEW_RULES)
        | Q(received_on__gte=F("omission_since")),
        _("履行期限没有届满；没有规定期限的，行政机关收到申请没有满60日"),
    ),
    Guard(
        R[24, 1],
        Q(omission_since=None)
        | Q(urgent_protection=True)
        | Q(received_on__lt=NEW_RULES)
        | Q(received_on__gte=F("omission_since")),
        _("履行期限没有届满；没有规定期限的，行政机关收到申请没有满60日"),
    ),
)
_in_period = Guard(
    L[20, 2],
    Q(period_until=None) | (Q(applied_on__lte=F("period_until")) & ~Q(period_reason="")),
    _("申请期限另行计算的，须写明理由，申请不能晚于该日"),
)
_represented = (
    Guard(
        OLD[8],
        Q(received_on__gte=NEW_RULES)
        | Q(applicants=None)
        | Q(applicants__lte=5)
        | Q(representatives__gte=1, representatives__lte=5),
        _("申请人超过5人的，推选1至5名代表"),
    ),
    Guard(
        R[17, 1],
        Q(received_on__lt=NEW_RULES)
        | Q(applicants=None)
        | Q(applicants__lte=10)
        | Q(representatives__gte=2, representatives__lte=5),
        _("申请人超过10人的，推选2至5名代表人"),
    ),
)
# “法律规定的申请期限超过六十日的除外”, and what stops the period (第二款, 条例第二十六条、第三十八条第二款): the
# examiner writes down the day on which it then ends, and why.
OTHERWISE = Q(period_until__isnull=False) | Q(urgent_protection=True)
_lapses = [
    Lapse(
        L[20, 1],
        "knew_on",
        L.days(60, "party"),
        by="applied_on",
        unless=OTHERWISE | Q(untold=True) | Q(omission_since__isnull=False),
        says=_("超过知道或者应当知道行政行为之日起六十日"),
    ),
    Lapse(
        L[20, 1],
        "omission_since",
        L.days(60, "party"),
        by="applied_on",
        unless=OTHERWISE,
        says=_("超过六十日的申请期限"),
    ),
    Lapse(
        L[20, 3],
        "knew_remedy_on",
        L.days(60, "party"),
        by="applied_on",
        unless=OTHERWISE | Q(untold=False),
        says=_("超过知道申请行政复议的权利、机关和期限之日起六十日"),
    ),
    Lapse(
        L[20, 3],
        "knew_on",
        L.years(1, "party"),
        by="applied_on",
        unless=OTHERWISE | Q(untold=False),
        says=_("超过知道或者应当知道行政行为内容之日起一年"),
    ),
    Lapse(
        L[21],
        "act_on",
        L.years(20, "party"),
        by="applied_on",
        unless=Q(real_estate=False),
        says=_("因不动产提出的申请自行政行为作出之日起超过二十年"),
    ),
    Lapse(
        L[21],
        "act_on",
        L.years(5, "party"),
        by="applied_on",
        unless=Q(real_estate=True),
        says=_("申请自行政行为作出之日起超过五年"),
    ),
]
SUMMARY_FACTS = (
    "prior",
    "summary",
    "summary_ground",
    "plain",
    "amount_at_stake",
    "major",
    "technical",
    "act_public",
    "decide_by",
    "decide_law",
)
CONDITIONS = ("parties_clear", "interested", "specific", "in_time", "in_scope", "own_jurisdiction", "first_time")

acceptance = Step(
    "acceptance",
    _("受理"),
    L[30, 1],
    office,
    after=[receipt],
    only=OPEN & (Q(correction_told_on=None) | Q(corrected_on__isnull=False)),
    dated="accepted_on",
    asks=(*SUMMARY_FACTS, *CONDITIONS),
    needs=CONDITIONS,
    guards=(_period_begins, *_not_early, _in_period, *_represented),
    lapses=_lapses,
    yields=[
        Document(
            "acceptance_notice",
            _("行政复议申请受理通知书"),
            L[30, 1],
            compose=papers.acceptance_notice,
            contents=papers.contents,
            word="复受",
            served=True,
        )
    ],
    told=_("行政复议机关决定受理你的申请"),
)
# 第三十条第三款 “审查期限届满之日起视为受理”: the day is the last of the five, written into the form.
deemed_acceptance = Step(
    "deemed_acceptance",
    _("视为受理"),
    L[30, 3],
    office,
    after=[receipt],
    before=[acceptance],
    only=OPEN & (Q(correction_told_on=None) | Q(corrected_on__isnull=False)),
    must=NEVER,
    dated="deemed_on",
    asks=SUMMARY_FACTS,
    needs=("accepted_on",),
    waits=[
        Wait(L[30, 3], "received_on", L.days(5), says=_("审查期限没有届满"), unless=Q(corrected_on__isnull=False)),
        Wait(L[30, 3], "corrected_on", L.days(5), says=_("审查期限没有届满")),
    ],
    told=_("审查期限届满没有决定，你的申请视为已经受理"),
)
refusal = Step(
    "refusal",
    _("不予受理"),
    L[30, 2],
    organ_head,
    after=[receipt],
    before=[acceptance, deemed_acceptance],
    only=OPEN,
    must=NEVER,
    dated="refused_on",
    asks=("competent", "prior", "respondent_told", *STATED, *CONDITIONS),
    needs=("refusal_ground", "refusal_reason"),
    guards=(
        # 条例第二十九条 “应当告知申请人变更被申请人……不同意变更或者变更后……仍不符合规定的，决定不予受理”
        Guard(
            R[29],
            ~Q(refusal_ground="parties") | Q(received_on__lt=NEW_RULES) | Q(respondent_told=True),
            _("错列被申请人的，应当先告知申请人变更"),
        ),
    ),
    yields=[
        Document(
            "refusal_decision",
            _("不予受理行政复议申请决定书"),
            L[30, 2],
            compose=papers.refusal_decision,
            contents=papers.contents,
            word="复不受",
            served=True,
        )
    ],
    closes=True,
    told=_("行政复议机关决定不予受理你的申请，决定书说明理由和可以起诉的期限"),
)

STEPS = (
    receipt,
    screening,
    correction_notice,
    correction_service,
    correcting,
    abandonment,
    acceptance,
    deemed_acceptance,
    refusal,
)
_later = Ground("reason", _("有正当理由不能按期补正"), L[31, 2], by=office, times=0)
LIMITS = (
    Limit(
        "screening",
        _("五日内审查并决定是否受理"),
        L[30, 1],
        receipt,
        [acceptance, refusal, correction_notice, deemed_acceptance],
        within=L.days(5),
        missed=_("没有作出不予受理决定的，自审查期限届满之日起视为受理（第三十条第三款）"),
    ),
    Limit(
        "renewed_screening",
        _("收到补正材料后五日内审查"),
        L[31, 3],
        correcting,
        [acceptance, refusal, deemed_acceptance],
        within=L.days(5),
        missed=_("没有作出不予受理决定的，自审查期限届满之日起视为受理（第三十条第三款）"),
    ),
    Limit(
        "correcting",
        _("十日内提交补正材料"),
        L[31, 2],
        "correction_served_on",
        [correcting, abandonment],
        within=L.days(10, "party"),
        whose="party",
        missed=_("无正当理由逾期不补正的，视为放弃行政复议申请"),
        extends=[_later],
    ),
)
