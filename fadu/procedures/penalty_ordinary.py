"""行政处罚普通程序 ——《行政处罚法》（2021年修订）第五章第三节，第五十四条至第六十二条。

The steps stand in the order of the statute: ``penalty_inquiry`` (立案与调查), ``penalty_notice`` (告知),
``penalty_hearing`` (听证), ``penalty_decision`` (审核、讨论、决定、送达), ``penalty_execution`` (执行).
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Document, Ground, Guard, Limit, Procedure, Step
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L
from fadu.organs.kinds import Domain
from fadu.procedures import penalty_decision as decisions
from fadu.procedures import penalty_hearing as hearings
from fadu.procedures import penalty_inquiry as inquiries
from fadu.procedures import penalty_notice as notices
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_decision import case_review, decision, review, review_request, service
from fadu.procedures.penalty_execution import NOW, execution
from fadu.procedures.penalty_ordinary_record import PUNISHED, RULES_OF_2022, UNPUNISHED, OrdinaryPenalty
from fadu.procedures.penalty_provisions import GONE
from fadu.procedures.penalty_publicity import limits as publicity_limits
from fadu.procedures.penalty_publicity import publication_steps, publicities
from fadu.procedures.penalty_roles import head, recusal

# --- 公开、撤回、结案 -------------------------------------------------------------------------------------------------

publication, revocation, withdrawal = publication_steps(decision, PUNISHED, Q(of_note=True) | Q(market=True))
strand = execution(
    NOW,
    service,
    L[69],
    [
        Guard(
            L[69],
            Q(collection="remote"),
            _("普通程序的罚款，只有在边远、水上、交通不便地区经当事人提出，才可以当场收缴"),
        )
    ],
)
# 结案，处罚法没有规定；市监依程序规定第七十七条第一款的情形。其他领域的规定未见，以同一情形为归档（第四十七条）的条件。
closing = Step(
    "closing",
    _("结案归档"),
    L[47],
    head,
    after=[decision, service, withdrawal],
    only=Q(decided_on__isnull=False) | Q(stopped_inquiry_on__isnull=False),
    asks=("closed_reason",),
    guards=[
        Guard(
            L[66, 1],
            ~PUNISHED
            | Q(performed_on__isnull=False)
            | Q(ruled_on__isnull=False)
            | GONE
            | Q(stopped_inquiry_on__isnull=False),
            _("处罚决定尚未履行完毕，人民法院也没有裁定"),
        )
    ],
    yields=[
        Document("closing_approval", _("结案审批表"), L[47], compose=papers.closing_approval),
        Document("dossier_cover", _("案卷封面"), L[47], compose=papers.dossier_cover),
    ],
    closes=True,
    told=_("办结"),
)

# --- 期限 -------------------------------------------------------------------------------------------------------------

MARKET = (Domain.MARKET.value,)
OTHER_FIELDS = tuple(each.value for each in Domain if each is not Domain.MARKET)

testing = Ground("testing", _("检测、检验、检疫、鉴定、权利人辨认或者鉴别"), M[18, 2], by=head, times=0)
excluded = [
    Ground("stay", _("中止调查"), M[46, 1], by=head, times=0),
    Ground("hearing", _("听证"), M[64, 2], by=head, times=0),
    Ground("notice", _("公告"), M[64, 2], by=head, times=0),
    Ground("testing", _("检测、检验、检疫、鉴定、权利人辨认或者鉴别"), M[64, 2], by=head, times=0),
    Ground("refund", _("责令退还多收价款"), M[64, 2], by=head, times=0),
]
PRESERVED_TOO_LONG = _("逾期不处理的，登记保存没有依据；市场监督管理部门的登记保存自动解除")

LIMITS = [
    Limit(
        "market_filing",
        _("核查并决定是否立案"),
        M[18, 1],
        "found_on",
        [inquiries.filing, inquiries.not_filing],
        M.working_days(15),
        only=Q(found_on__gte=RULES_OF_2022),
        suspends=[testing],
        extends=[Ground("special", _("特殊情况"), M[18, 1], by=head, cap=M.working_days(15))],
        domains=MARKET,
    ),
    Limit(
        "market_dispute",
        _("协商解决管辖争议"),
        M[13],
        inquiries.dispute,
        [inquiries.settlement],
        M.working_days(7),
        only=Q(disputed_on__gte=RULES_OF_2022),
        domains=MARKET,
    ),
    # 第六十条：九十日是自然日（第八十五条没有列）；处罚法自身没有延长、扣除，“法律、法规、规章另有规定的”才有。
    Limit(
        "decision",
        _("作出处罚决定"),
        L[60],
        inquiries.filing,
        [decision, inquiries.discontinuation],
        L.days(90),
        missed=_("超过办案期限，违反法定程序"),
        domains=OTHER_FIELDS,
    ),
    Limit(
        "market_decision",
        _("作出处理决定"),
        M[64, 1],
        inquiries.filing,
        [decision, inquiries.discontinuation],
        M.days(90),
        only=Q(filed_on__gte=RULES_OF_2022),
        missed=_("超过办案期限，违反法定程序"),
        suspends=excluded,
        extends=[
            Ground("complex", _("案情复杂或者其他原因"), M[64, 1], by=head, cap=M.days(30)),
            Ground("deliberated", _("案情特别复杂或者其他特殊情况，负责人集体讨论决定"), M[64, 1], by=head, times=0),
        ],
        domains=MARKET,
    ),
    Limit(
        "market_decision_before",
        _("作出处罚决定"),
        L[60],
        inquiries.filing,
        [decision, inquiries.discontinuation],
        L.days(90),
        only=Q(filed_on__lt=RULES_OF_2022),
        missed=_("超过办案期限，违反法定程序"),
        domains=MARKET,
    ),
    Limit(
        "preservation",
        _("对登记保存的证据作出处理决定"),
        L[56],
        inquiries.preservation,
        [inquiries.preservation_disposal],
        L.days(7),  # 第八十五条：工作日
        missed=PRESERVED_TOO_LONG,
    ),
    Limit(
        "urgent_preservation",
        _("对登记保存的证据作出处理决定"),
        L[56],
        "preserved_at",
        [inquiries.preservation_disposal],
        L.days(7),
        missed=PRESERVED_TOO_LONG,
    ),
    Limit(
        "preservation_report",
        _("报告并补办登记保存的批准手续"),
        M[33, 2],
        "preserved_at",
        [inquiries.preservation_approval],
        M.hours(24),
        domains=MARKET,
    ),
    Limit(
        "market_defence",
        _("陈述、申辩"),
        M[57, 2],
        "told_on",
        [notices.defence, notices.waiver],
        M.working_days(5, "party"),
        whose="party",
        missed=_("视为放弃陈述、申辩和要求听证的权利"),
        domains=MARKET,
    ),
    *hearings.LIMITS,
    Limit(
        "market_review",
        _("完成审核"),
        M[55],
        review_request,
        [review, case_review],
        M.working_days(10),
        extends=[Ground("special", _("特殊情况"), M[55], by=head, times=0)],
        domains=MARKET,
    ),
    Limit("service", _("送达决定书"), L[61, 1], decision, [service], L.days(7), only=PUNISHED | UNPUNISHED),
    *strand.limits,
    *publicity_limits(decision, publication, revocation, withdrawal),
    Limit(
        "market_closing",
        _("填写结案审批表"),
        M[77, 1],
        "performed_on",
        [closing],
        M.working_days(15),
        domains=MARKET,
    ),
]

PENALTY_ORDINARY = Procedure(
    "penalty_ordinary",
    "2021",
    _("行政处罚普通程序"),
    [*L[54:62], *L[63:65], *L[66:74]],
    OrdinaryPenalty,
    in_force=(date(2021, 7, 15), None),
    steps=[
        *inquiries.STEPS,
        *notices.STEPS,
        *hearings.STEPS,
        *decisions.STEPS,
        publication,
        revocation,
        withdrawal,
        *strand.steps,
        closing,
    ],
    limits=LIMITS,
    publicity=publicities(decision),
    recusal=recusal,
    word="立",
    unused={
        39: "事前公示是机关的常设义务，不发生在个案中：由登记台账和门户承担",
        50: "保密不是一个步骤：个人信息加密存储、按可见范围读取、公开前遮盖",
        75: "评议考核和社会监督面向机关整体：由统计、督查承担；个案的主动改正见“变更、撤销”",
    },
)
