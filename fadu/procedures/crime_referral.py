"""行刑衔接 ——《行政执法机关移送涉嫌犯罪案件的规定》（2020年修订）；《行政处罚法》第二十七条第一款。

两个方向：行政执法机关向公安机关移送（第三条至第十二条），司法机关向行政执法机关移送（第十三条、处罚法第二十七条第一款后段）。
该规定的“日”没有写明是工作日，按自然日计算；“小时”自批准或者接受之时起算。
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Outcome, Procedure, Role, Step, Whose
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import PENALTY_2021 as P
from fadu.law.statutes import REFERRAL_2020 as L
from fadu.procedures.crime_referral_record import OUTGOING, CrimeReferral
from fadu.procedures.papers import referral

INCOMING = Q(direction="incoming")
NOT_FILED = OUTGOING & Q(not_filed_on__isnull=False, filed_on=None)
FILED = OUTGOING & Q(filed_on__isnull=False)

team = Role("team", _("专案组"), L[5, 1], posts=("officer",), at_least=2, certified=True)
head = Role("head", _("行政机关负责人"), L[5, 1], posts=("head", "principal"))
# “正职负责人或者主持工作的负责人”: whoever leads the organ holds the principal's post here, be it as its acting head.
principal = Role("principal", _("正职负责人或者主持工作的负责人"), L[5, 2], posts=("principal",))
organ = Role("organ", _("行政执法机关"), L[10], posts=("officer", "clerk", "head", "principal"))
_entered_by = ("officer", "clerk", "head", "principal")
police = Role("police", _("公安机关"), L[7], posts=_entered_by, outside=True)
procurator = Role("procurator", _("人民检察院"), L[9, 3], posts=_entered_by, outside=True)

assignment = Step(
    "assignment",
    _("指定专案组"),
    L[5, 1],
    head,
    only=OUTGOING,
    dated="assigned_on",
    asks=("crime", "ground", "intellectual", "evidence", "goods"),
    needs=("facts",),
)
report = Step(
    "report",
    _("核实并提出移送报告"),
    L[5, 1],
    team,
    after=[assignment],
    only=OUTGOING,
    dated="reported_on",
    asks=("evidence", "goods", "perishables", "crime", "ground", "penalties_before", "fine_before"),
    needs=("evidence_kept",),
    yields=[Document("referral_report", _("移送涉嫌犯罪案件报告"), L[5, 1], compose=referral.referral_report)],
)
_approval_sheet = Document(
    "referral_approval", _("涉嫌犯罪案件移送审批表"), L[5, 2], compose=referral.referral_approval, word="移审"
)
approval = Step(
    "approval",
    _("批准移送"),
    L[5, 2],
    principal,
    after=[report],
    only=OUTGOING & Q(refused_on=None),
    dated="approved_at",
    yields=[_approval_sheet],
)
refusal = Step(
    "refusal",
    _("不批准移送"),
    L[5, 2],
    principal,
    after=[report],
    before=[approval],
    only=OUTGOING,
    must=NEVER,
    dated="refused_on",
    needs=("refusal_reason",),
    yields=[_approval_sheet],
    closes=True,
)
referring = Step(
    "referral",
    _("向公安机关移送"),
    L[5, 2],
    team,
    after=[approval],
    only=OUTGOING,
    dated="referred_on",
    asks=("referred_at", "examined"),
    needs=("police", "report_enclosed", "goods_listed"),
    yields=[
        Document(
            "referral_letter", _("涉嫌犯罪案件移送书"), L[6, None, 1], compose=referral.referral_letter, word="移"
        ),
        Document("referral_goods", _("涉案物品清单"), L[6, None, 3], compose=referral.referral_goods),
    ],
)
acceptance = Step(
    "acceptance",
    _("公安机关在回执上签字接受"),
    L[7],
    police,
    after=[referring],
    only=OUTGOING,
    dated="accepted_on",
    asks=("accepted_at",),
)
forwarding = Step(
    "forwarding",
    _("公安机关转送有管辖权的机关"),
    L[7],
    police,
    after=[acceptance],
    only=OUTGOING & Q(filed_on=None, not_filed_on=None),
    must=NEVER,
    dated="forwarded_on",
    needs=("forwarded_to",),
)
filing = Step(
    "filing",
    _("公安机关决定立案"),
    L[8],
    police,
    after=[acceptance],
    only=OUTGOING & Q(not_filed_on=None),
    must=NEVER,
    dated="filed_on",
    needs=("filing_notice_on",),
)
non_filing = Step(
    "non_filing",
    _("公安机关决定不予立案"),
    L[8],
    police,
    after=[acceptance],
    before=[filing],
    only=OUTGOING & Q(filed_on=None),
    must=NEVER,
    dated="not_filed_on",
    needs=("not_filed_reason", "non_filing_notice_on"),
)
reconsideration = Step(
    "reconsideration",
    _("提请公安机关复议"),
    L[9, 1],
    organ,
    after=[non_filing],
    only=NOT_FILED & Q(handled_on=None),
    must=NEVER,
    dated="reconsideration_asked_on",
    needs=("objection",),
    yields=[
        Document(
            "reconsideration_request", _("提请复议书"), L[9, 1], compose=referral.reconsideration_request, word="移复"
        )
    ],
)
reconsidered = Step(
    "reconsidered",
    _("收到公安机关复议决定"),
    L[9, 2],
    police,
    after=[reconsideration],
    only=OUTGOING & Q(reconsideration_asked_on__isnull=False),
    dated="reconsidered_on",
    outcomes=[
        Outcome("filed", _("决定立案"), L[9, 2], needs=("filed_on", "filing_notice_on")),
        Outcome("upheld", _("仍不予立案"), L[9, 2], asks=("still_objects",)),
    ],
)
supervision = Step(
    "supervision",
    _("建议人民检察院立案监督"),
    L[9, 1],
    organ,
    after=[non_filing, reconsidered],
    only=NOT_FILED & Q(handled_on=None),
    must=NEVER,
    dated="supervision_asked_on",
    needs=("objection",),
    asks=("procuratorate",),
    yields=[
        Document(
            "supervision_suggestion", _("立案监督建议书"), L[9, 2], compose=referral.supervision_suggestion, word="移监"
        )
    ],
)
supervised = Step(
    "supervised",
    _("收到立案监督结果"),
    L[9, 3],
    procurator,
    after=[supervision],
    only=OUTGOING & Q(supervision_asked_on__isnull=False),
    dated="supervised_on",
    outcomes=[
        Outcome("filed", _("公安机关立案"), L[9, 3], needs=("filed_on", "filing_notice_on")),
        Outcome("upheld", _("维持不予立案"), L[9, 3]),
    ],
)
goods_handover = Step(
    "goods_handover",
    _("移交涉案物品和材料"),
    L[12],
    team,
    after=[filing, reconsidered, supervised],
    only=FILED,
    must=FILED & Q(returned_on=None),
    dated="goods_handed_on",
    asks=("goods",),
)
returning = Step(
    "returning",
    _("公安机关移回行政处理"),
    L[13],
    police,
    after=[filing, reconsidered, supervised],
    only=FILED,
    must=NEVER,
    dated="returned_on",
    needs=("return_ground", "sender"),
)
receiving = Step(
    "receiving",
    _("接收司法机关移送的案件"),
    P[27, 1],
    organ,
    only=INCOMING,
    dated="returned_on",
    needs=("return_ground", "sender", "facts"),
)
handling = Step(
    "handling",
    _("依法作出处理"),
    L[10],
    organ,
    after=[non_filing, returning, receiving],
    only=NOT_FILED | Q(returned_on__isnull=False),
    dated="handled_on",
    outcomes=[
        # The penalty has its own case, linked to this one; here stands only that it was begun.
        Outcome("penalty", _("应当给予行政处罚，依法实施"), L[10], asks=("handled",)),
        Outcome("other", _("其他处理"), L[10], needs=("handled",)),
    ],
)
duty_crime = Step(
    "duty_crime",
    _("移送职务犯罪线索"),
    L[19],
    head,
    must=NEVER,
    dated="duty_crime_sent_on",
    needs=("duty_crime_sent_to",),
)
closing = Step(
    "closing",
    _("办结归档"),
    ARCHIVES_2024[19, 1],
    organ,
    after=[
        assignment,
        report,
        approval,
        referring,
        acceptance,
        reconsidered,
        supervised,
        goods_handover,
        receiving,
        handling,
    ],
    guards=(
        Guard(
            L[8],
            INCOMING | Q(filed_on__isnull=False) | Q(not_filed_on__isnull=False) | Q(forwarded_on__isnull=False),
            _("公安机关尚未决定是否立案"),
        ),
    ),
    closes=True,
)

_MAY: Whose = (
    "party"  # 第九条第一款 “可以”: the organ may let the days pass; that is no breach and is not shown as overdue
)
_LATE = _("逾期不移送的，责令限期移送，对负责人给予处分（第十六条第一款）")
_POLICE_MISSED = _("公安机关的其他规定可能另有更长的期限，未见原文；本规定第八条为三日")

CRIME_REFERRAL = Procedure(
    "crime_referral",
    "2020",
    _("行刑衔接"),
    L[1:19],
    CrimeReferral,
    in_force=(date(2020, 8, 7), None),
    steps=[
        assignment,
        report,
        approval,
        refusal,
        referring,
        acceptance,
        forwarding,
        filing,
        non_filing,
        reconsideration,
        reconsidered,
        supervision,
        supervised,
        goods_handover,
        returning,
        receiving,
        handling,
        duty_crime,
        closing,
    ],
    limits=[
        Limit("approval", _("三日内决定是否批准移送"), L[5, 2], report, [approval, refusal], L.days(3), missed=_LATE),
        Limit("referral", _("批准后二十四小时内移送"), L[5, 2], "approved_at", [referring], L.hours(24), missed=_LATE),
        Limit(
            "forwarding",
            _("不属于本机关管辖的，二十四小时内转送"),
            L[7],
            "accepted_at",
            [forwarding, filing, non_filing],
            within=L.hours(24),
            only=~Q(forwarded_to=""),
            whose="police",
        ),
        Limit(
            "police_decision",
            _("公安机关三日内决定是否立案"),
            L[8],
            acceptance,
            [filing, non_filing, forwarding],
            within=L.days(3),
            whose="police",
            missed=_POLICE_MISSED,
        ),
        Limit(
            "reconsideration",
            _("三日内可以提请复议或者建议立案监督"),
            L[9, 1],
            "non_filing_notice_on",
            [reconsideration, supervision, handling],
            within=L.days(3),
            whose=_MAY,
        ),
        # “自收到……提请复议的文件之日起”: the day it was sent stands for the day it was received.
        Limit(
            "reconsidered",
            _("公安机关三日内作出复议决定"),
            L[9, 2],
            reconsideration,
            [reconsidered],
            within=L.days(3),
            whose="police",
        ),
        Limit(
            "supervision",
            _("仍有异议的，三日内建议立案监督"),
            L[9, 2],
            "reconsidered_on",
            [supervision],
            within=L.days(3),
            only=Q(still_objects=True, filed_on=None),
        ),
        Limit(
            "goods_handover",
            _("接到立案通知书三日内移交涉案物品和材料"),
            L[12],
            "filing_notice_on",
            [goods_handover, returning],
            within=L.days(3),
        ),
    ],
    unused={
        1: "立法目的",
        2: "行政执法机关的定义",
        14: "人民检察院、监察机关的监督和举报，由监督机关实施，本机关没有步骤",
        15: "隐匿、私分、销毁涉案物品的责任",
        16: "逾期不移送、以罚代刑的责任；后果写在移送期限上",
        17: "公安机关不接受移送、逾期不作决定的责任",
        18: "有关机关移送职务违法线索，由上级机关办理",
    },
    word="行刑",
)
