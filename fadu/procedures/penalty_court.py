"""催告和申请人民法院强制执行 ——《行政强制法》第五章；《行政诉讼法》第四十五条、第四十六条。"""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Lapse, Limit, Step, Wait
from fadu.law.statutes import COERCION_2011 as C
from fadu.law.statutes import LITIGATION_2017 as LITIGATION
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers import penalty as papers
from fadu.procedures.papers.content import contents
from fadu.procedures.penalty_provisions import EXECUTION, MONEY, OPEN, Provisions, Strand
from fadu.procedures.penalty_roles import court, handler, head, officers

SETTLED = Guard(
    C[53],
    Q(contested_on=None) | Q(contest_over_on__gte=F("contested_on")),
    _("行政复议或者行政诉讼尚未结束"),
)


def enforcement(by: Provisions, served: Step, performance: Step) -> Strand:
    """强制执行: what the organ without power of execution does when the decision is neither contested nor performed."""
    demand = Step(
        "demand",
        _("催告"),
        C[54],
        officers,
        after=[served],
        only=OPEN,
        dated="demanded_on",  # 催告书送达之日
        serves="demand_notice",
        waits=[
            Wait(
                by.pay,
                "served_on",
                by.pay_within,
                says=_("当事人履行的期限尚未届满，还不是逾期不履行"),
                unless=~MONEY,
            )
        ],
        yields=[
            Document(
                "demand_notice",
                _("催告书"),
                C[54],
                word="催",
                served=True,
                compose=papers.demand_notice,
                contents=contents,
            )
        ],
        repeats=True,
        strand=EXECUTION,
        told=_("催告你履行"),
    )
    remedies_over = Step(
        "remedies_over",
        _("复议、起诉期限届满"),
        C[53],
        handler,
        after=[served],
        only=OPEN & Q(sued=False),
        needs=("remedies_over_on",),  # 期限的末日，三个月自该日起算；登记的日期可以更晚
        waits=[
            # 复议六十日（《行政复议法》第二十条）短于起诉六个月，“都”届满以后者为准。
            Wait(
                LITIGATION[46, 1],
                "served_on",
                LITIGATION.months(6, "party"),
                says=_("当事人的起诉期限尚未届满"),
                unless=Q(reconsidered_on__isnull=False),
            ),
            Wait(
                LITIGATION[45],
                "reconsidered_on",
                LITIGATION.days(15, "party"),
                says=_("当事人收到复议决定书后的起诉期限尚未届满"),
            ),
        ],
        guards=[SETTLED],
        repeats=True,
        strand=EXECUTION,
    )
    # 第五十三条只适用于“没有行政强制执行权的行政机关”；有执行权的机关依第四章自行执行，不走这一步。
    application = Step(
        "court_application",
        _("申请人民法院强制执行"),
        C[53],
        head,  # 第五十五条第二款“应当由行政机关负责人签名”
        after=[demand, remedies_over],
        only=OPEN & Q(sued=False),
        must=NEVER,
        dated="applied_on",
        needs=("court",),
        guards=[SETTLED],
        asks=("late_ground", "demand_reply"),
        waits=[
            Wait(C[54], "demanded_on", C.days(10), says=_("催告书送达后十日（工作日）内，当事人还可以履行")),
        ],
        # 《行诉解释》第一百五十六条“逾期申请的，除有正当理由外，人民法院不予受理”：有无正当理由由法院判断。
        yields=[
            Document(
                "court_application",
                _("强制执行申请书"),
                C[55, 1, 1],
                word="强执",
                compose=papers.court_application,
            )
        ],
        strand=EXECUTION,
    )
    acceptance = Step(
        "court_acceptance",
        _("人民法院受理"),
        C[56, 1],
        court,
        after=[application],
        only=Q(applied_on__isnull=False),
        must=NEVER,
        dated="accepted_on",
        strand=EXECUTION,
        told=_("法院受理强制执行申请"),
    )
    ruling = Step(
        "ruling",
        _("人民法院裁定"),
        C[57],
        court,
        after=[application],
        only=Q(applied_on__isnull=False),
        must=NEVER,
        dated="ruled_on",
        needs=("ruling",),
        repeats=True,
        strand=EXECUTION,
        told=_("法院作出裁定"),
    )
    court_review = Step(
        "court_review",
        _("向上一级人民法院申请复议"),
        C[58, 3],
        head,
        after=[ruling],
        only=Q(ruling__in=["refused", "not_accepted"]),
        must=NEVER,
        dated="reviewed_by_court_on",
        lapses=[Lapse(C[58, 3], "ruled_on", C.days(15), says=_("收到裁定之日起十五日内可以申请复议"))],
        strand=EXECUTION,
    )
    limits = [
        Limit(
            "court_application",
            _("申请人民法院强制执行"),
            C[53],
            "remedies_over_on",
            [application, performance],
            C.months(3),
            only=Q(deferred_until=None, sued=False),
            missed=_("逾期申请的，除有正当理由外，人民法院不予受理"),
        ),
        Limit(
            "court_acceptance",
            _("人民法院受理申请"),
            C[56, 1],
            application,
            [acceptance, ruling],
            C.days(5),
            whose="court",
        ),
        # 第五十七条：七日，依第六十九条为工作日；《行诉解释》第一百六十条第一款也写七日而没有写工作日，以法律为准。
        Limit("ruling", _("人民法院裁定"), C[57], acceptance, [ruling], C.days(7), whose="court"),
        Limit(
            "court_review",
            _("对不予执行裁定申请复议"),
            C[58, 3],
            ruling,
            [court_review],
            C.days(15),
            only=Q(ruling="refused"),
        ),
        Limit(
            "court_review_of_acceptance",
            _("对不予受理裁定申请复议"),
            C[56, 2],
            ruling,
            [court_review],
            C.days(15),
            only=Q(ruling="not_accepted"),
        ),
    ]
    if by.defer:
        limits.append(
            # 第七十二条第二款：申请执行的期限自延期、分期缴纳期限结束之日起计算。
            Limit(
                "court_application_deferred",
                _("延期、分期结束后申请人民法院强制执行"),
                L[72, 2],
                "deferred_until",
                [application, performance],
                C.months(3),
                only=Q(sued=False),
                missed=_("逾期申请的，除有正当理由外，人民法院不予受理"),
            )
        )
    return Strand((demand, remedies_over, application, acceptance, ruling, court_review), tuple(limits))
