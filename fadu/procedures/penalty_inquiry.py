"""立案和调查 ——《行政处罚法》（2021年修订）第四章，第五章第一节，第三节第五十四条至第五十七条。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import ALWAYS, NEVER, Document, Guard, Lapse, Step
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_roles import handler, head, officers

UNDECIDED = Q(decided_on=None)
FILED = Q(filed_on__isnull=False)
OFFENCE = ("act", "committed_on", "ended_on", "five_years", "other_bar")
PERSON = ("under_fourteen", "under_eighteen", "incapable")


def _barred(since: str, years: int, unless: Q) -> Lapse:
    # 第三十六条第一款“在二年内未被发现的”：比较的是发现日期；第二款：连续、继续状态的自终了之日起算。
    return Lapse(
        L[36, 1],
        since,
        L.years(years),
        by="found_on",
        unless=unless | Q(other_bar=True),
        says=_("违法行为超过追责期限才被发现，不再给予行政处罚"),
    )


time_bar = (
    _barred("committed_on", 2, Q(five_years=True) | Q(ended_on__isnull=False)),
    _barred("ended_on", 2, Q(five_years=True)),
    _barred("committed_on", 5, Q(five_years=False) | Q(ended_on__isnull=False)),
    _barred("ended_on", 5, Q(five_years=False)),
)

# --- 线索、管辖和立案 -------------------------------------------------------------------------------------------------

lead = Step(
    "lead",
    _("发现违法行为线索"),
    L[54, 1],
    handler,
    only=Q(filed_on=None, not_filed_on=None),
    dated="found_on",
    needs=("act",),
    asks=(*OFFENCE, *PERSON, "market"),
)
dispute = Step(
    "dispute",
    _("发生管辖争议"),
    L[25, 2],
    handler,
    after=[lead],
    only=UNDECIDED,
    must=NEVER,
    dated="disputed_on",
)
settlement = Step(
    "settlement",
    _("协商或者指定确定管辖"),
    L[25, 2],
    handler,
    after=[dispute],
    only=Q(disputed_on__isnull=False),
    dated="settled_on",
    needs=("jurisdiction",),
)
verification = Step(
    "verification",
    _("核查线索"),
    M[18, 1],
    officers,
    after=[lead],
    only=Q(filed_on=None, not_filed_on=None),
    must=Q(market=True),
    needs=("checked",),
    asks=(*OFFENCE, *PERSON, "surveilled"),
    repeats=True,
)
# 第五十四条第二款没有写由谁决定立案；市场监管由部门负责人决定（程序规定第十八条第一款）。
# 其他领域的规定未见，从严由负责人决定。
filing = Step(
    "filing",
    _("立案"),
    L[54, 2],
    head,
    after=[lead, verification, settlement],
    only=Q(not_filed_on=None),
    dated="filed_on",
    needs=("jurisdiction", "entitled"),
    asks=("filing_proposal", "township_decision"),
    guards=[
        Guard(
            L[24, 1],
            ~Q(jurisdiction="township") | ~Q(township_decision=""),
            _("乡镇人民政府、街道办事处行使处罚权，须写明省级交由其行使的决定"),
        ),
        Guard(L[30], Q(under_fourteen=False), _("不满十四周岁的未成年人不予行政处罚，责令监护人加以管教")),
        Guard(L[31], Q(incapable=False), _("不能辨认或者不能控制自己行为的，不予行政处罚，责令监护人严加看管和治疗")),
        Guard(
            L[36, 2], Q(committed_on__isnull=False) | Q(ended_on__isnull=False), _("须查明违法行为发生或者终了的日期")
        ),
    ],
    lapses=time_bar,
    yields=[Document("filing_approval", _("立案审批表"), L[54, 2], compose=papers.filing_approval)],
)
not_filing = Step(
    "not_filing",
    _("不予立案"),
    L[54, 2],
    head,
    after=[lead, verification],
    only=Q(filed_on=None),
    must=NEVER,
    dated="not_filed_on",
    needs=("not_filed_ground",),
    yields=[Document("non_filing", _("不予立案审批表"), L[54, 2], compose=papers.non_filing)],
    closes=True,
)

# --- 调查取证 ---------------------------------------------------------------------------------------------------------

SHOWN = ("shown",)  # 第五十五条第一款“应当主动……出示执法证件”
inquiry = Step(
    "inquiry",
    _("调查询问"),
    L[54, 1],
    officers,
    after=[filing],
    only=FILED & UNDECIDED,
    must=ALWAYS,
    dated="inquired_on",
    needs=SHOWN,
    asks=("interview", "asked_at", "asked_place", "asked_to_bring", "surveilled", "surveillance_checked"),
    yields=[
        Document("inquiry_notice", _("询问通知书"), L[55, 2], word="询", served=True, compose=papers.inquiry_notice),
        Document("interview_record", _("询问笔录"), L[55, 2], compose=papers.interview_record),
    ],
    repeats=True,
    told=_("执法人员找你调查、询问"),
)
inspection = Step(
    "inspection",
    _("检查"),
    L[54, 1],
    officers,
    after=[filing],
    only=FILED & UNDECIDED,
    must=NEVER,
    dated="inspected_on",
    needs=SHOWN,
    asks=("inspected_place", "inspection"),
    yields=[Document("inspection_record", _("现场检查（勘验）笔录"), L[55, 2], compose=papers.inspection_record)],
    repeats=True,
    told=_("执法人员到现场检查"),
)
sampling = Step(
    "sampling",
    _("抽样取证"),
    L[56],
    officers,
    after=[filing],
    only=FILED & UNDECIDED,
    must=NEVER,
    dated="sampled_on",
    needs=SHOWN,
    asks=("sampled_place", "samples"),
    yields=[Document("sampling_record", _("抽样取证凭证"), L[56], word="抽", compose=papers.sampling_record)],
    repeats=True,
    told=_("抽样取证"),
)
assistance = Step(
    "assistance",
    _("请求有关机关协助"),
    L[26],
    officers,
    after=[filing],
    only=FILED & UNDECIDED,
    must=NEVER,
    dated="assisted_on",
    repeats=True,
)
assistance_result = Step(
    "assistance_result",
    _("收到协助结果"),
    L[26],
    handler,
    after=[assistance],
    only=Q(assisted_on__isnull=False),
    must=NEVER,
    dated="assistance_done_on",
    repeats=True,
)

PRESERVATION = (
    Document(
        "preservation_notice",
        _("先行登记保存证据通知书"),
        L[56],
        word="登保",
        served=True,
        compose=papers.preservation_notice,
    ),
    Document("preservation_list", _("先行登记保存证据清单"), L[56], compose=papers.preservation_list),
)
# 市监程序规定第三十三条第二款：情况紧急的先保存、二十四小时内报告并补办批准；行政处罚法本身没有这一例外。
urgent_preservation = Step(
    "urgent_preservation",
    _("情况紧急当场登记保存"),
    M[33, 2],
    officers,
    after=[filing],
    only=FILED & UNDECIDED & Q(market=True),
    must=NEVER,
    dated="preserved_at",
    needs=("shown", "preserved", "preservation_ground"),
    asks=("preserved_place",),
    yields=PRESERVATION,
    told=_("有关物品被登记保存"),
)
preservation_approval = Step(
    "preservation_approval",
    _("批准先行登记保存"),
    L[56],
    head,
    after=[filing],
    only=FILED & UNDECIDED,
    dated="preservation_approved_on",
    needs=("preservation_ground",),
    asks=("preserved", "preservation_proposal"),
    yields=[
        Document("preservation_approval", _("先行登记保存证据审批表"), L[56], compose=papers.preservation_approval)
    ],
)
preservation = Step(
    "preservation",
    _("先行登记保存"),
    L[56],
    officers,
    after=[preservation_approval],
    only=FILED & UNDECIDED & Q(preserved_at=None),
    dated="preserved_on",
    needs=("shown", "preserved"),
    asks=("preserved_place",),
    yields=PRESERVATION,
    told=_("有关物品被登记保存"),
)
preservation_disposal = Step(
    "preservation_disposal",
    _("登记保存处理"),
    L[56],
    head,
    after=[preservation],
    only=Q(preserved_on__isnull=False) | Q(preserved_at__isnull=False),
    dated="preservation_ended_on",
    needs=("preservation_disposal",),
    yields=[
        Document(
            "preservation_disposal",
            _("先行登记保存证据处理决定书"),
            L[56],
            word="登保处",
            served=True,
            compose=papers.preservation_disposal,
        )
    ],
    told=_("对登记保存的物品作出处理"),
)
FINDINGS = (
    *OFFENCE, *PERSON, "inquiry_course", "evidence", "verified", "surveilled", "surveillance_checked", "violated",
    "basis", "law_applied", "scale", "discretion", "emergency", "proposal", "public_interest", "difficult",
    "other_law", "grave", "crime",
)  # fmt: skip
end_of_inquiry = Step(
    "end_of_inquiry",
    _("调查终结"),
    L[57, 1],
    officers,
    after=[inquiry],
    only=FILED & UNDECIDED & Q(stopped_inquiry_on=None),  # 第五十四条第二款：立案之后才有调查的终结
    must=UNDECIDED & Q(stopped_inquiry_on=None),
    dated="ended_inquiry_on",
    needs=("suggested", "facts_found"),
    asks=FINDINGS,
    yields=[Document("inquiry_report", _("案件调查终结报告"), L[57, 1], compose=papers.inquiry_report)],
    repeats=True,
)
# 市监程序规定第四十七条：当事人死亡、终止且无权利义务承受人等，经负责人批准终止调查；其他领域的规定未见。
discontinuation = Step(
    "discontinuation",
    _("终止调查"),
    M[47],
    head,
    after=[filing],
    only=FILED & UNDECIDED & Q(market=True),
    must=NEVER,
    dated="stopped_inquiry_on",
    needs=("closed_reason",),
)

STEPS = (
    lead, dispute, settlement, verification, filing, not_filing, inquiry, inspection, sampling, assistance,
    assistance_result, urgent_preservation, preservation_approval, preservation, preservation_disposal,
    end_of_inquiry, discontinuation,
)  # fmt: skip
INVESTIGATION = (inquiry, inspection, sampling, urgent_preservation, preservation, end_of_inquiry)
