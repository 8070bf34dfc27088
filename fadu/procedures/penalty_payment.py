"""罚款的缴纳、收缴、延期和加处 ——《行政处罚法》（2021年修订）第六十六条至第七十二条。"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Limit, Step, Wait
from fadu.law.statute import Cite
from fadu.law.statutes import COERCION_2011 as C
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_provisions import EXECUTION, FINED, MONEY, OPEN, SERVED, Provisions, Strand
from fadu.procedures.penalty_roles import handler, head, officers, payer

CENT = Decimal("0.01")
DAILY = Decimal("0.03")


def surcharge(fine: Decimal, due_on: date, paid_on: date, paused: Sequence[tuple[date, date]] = ()) -> Decimal:
    """加处罚款 in 元: three per cent of ``fine`` for each calendar day after ``due_on`` up to and with ``paid_on``.

    It is never more than the fine. The days of each pair in ``paused`` (review or litigation, both ends included) do
    not count. ``due_on`` is the last day for payment, or the last day of a deferral.

    《行政处罚法》第七十二条第一款第（一）项、第七十三条第三款; the cap is also 《行政强制法》第四十五条第二款. Raises
    ``ValueError`` for a negative fine or a pause that ends before it begins.

    >>> surcharge(Decimal(1000), date(2026, 3, 1), date(2026, 3, 11))
    Decimal('300.00')
    """
    if fine < 0:
        raise ValueError(f"a fine is not negative: {fine}")
    stopped: set[int] = set()
    for since, until in paused:
        if until < since:
            raise ValueError(f"a pause ends before it begins: {since} {until}")
        stopped.update(range(max(since, due_on).toordinal(), min(until, paid_on).toordinal() + 1))
    late = sum(day not in stopped for day in range(due_on.toordinal() + 1, paid_on.toordinal() + 1))
    return min(fine, fine * DAILY * late).quantize(CENT, ROUND_HALF_UP)


def payments(by: Provisions, served: Step, collect: Cite, grounds: Sequence[Guard]) -> Strand:
    """缴纳与收缴: begins when ``served`` was taken; ``collect`` and ``grounds`` rule collecting on the spot."""
    payment = Step(
        "payment",
        _("缴清罚没款"),
        by.pay,  # “到指定的银行或者通过电子支付系统缴纳罚款”：收缴与决定分离，机关只登记
        payer,
        after=[served],
        only=OPEN & MONEY,
        must=NEVER,
        dated="paid_on",
        needs=("paid",),
        asks=("collector",),
        strand=EXECUTION,
        told=_("你缴清罚没款"),
    )
    collection = Step(
        "collection",
        _("当场收缴罚款"),
        collect,
        officers,
        after=[served],
        only=OPEN & FINED,
        must=NEVER,
        dated="collected_on",
        needs=("collected", "collection", "receipt"),
        asks=("ashore_on",),
        guards=grounds,
        strand=EXECUTION,
        told=_("当场收缴罚款"),
    )
    handing_in = Step(
        "handing_in",
        _("当场收缴的罚款交至行政机关"),
        by.hand_in,
        officers,
        after=[collection],
        only=Q(collected_on__isnull=False),
        dated="handed_in_on",
        asks=("ashore_on",),
        strand=EXECUTION,
    )
    banking = Step(
        "banking",
        _("罚款缴付指定银行"),
        by.hand_in,
        handler,
        after=[handing_in],
        only=Q(handed_in_on__isnull=False),
        dated="banked_on",
        strand=EXECUTION,
    )
    surcharging = Step(
        "surcharge",
        _("加处罚款"),
        by.surcharge,
        head,
        after=[served],
        only=OPEN & FINED & Q(paid_on=None, collected_on=None),
        must=NEVER,
        dated="surcharged_on",
        needs=("surcharge",),
        guards=[
            # 《行政强制法》第四十五条第一款“标准应当告知当事人”；《分离实施办法》第七条第一款：写在决定书里。
            Guard(C[45, 1], Q(surcharge_stated=True), _("加处罚款的标准应当在决定书中告知当事人")),
        ],
        waits=[
            Wait(
                by.pay,
                "served_on",
                by.pay_within,
                says=_("当事人缴纳罚款的十五日期限尚未届满"),
                unless=Q(deferred_on__isnull=False),
            )
        ],
        yields=[
            Document(
                "surcharge_decision",
                _("加处罚款决定书"),
                by.surcharge,
                word="加罚",
                served=True,
                compose=papers.surcharge_decision,
            )
        ],
        repeats=True,
        strand=EXECUTION,
        told=_("加处罚款"),
    )
    steps = [payment, collection, handing_in, banking, surcharging]
    limits = [
        Limit(
            "payment",
            _("缴纳罚款"),
            by.pay,
            "served_on",
            [payment, collection],
            by.pay_within,
            only=FINED & Q(deferred_on=None, collected_on=None),
            whose="party",
            missed=_("每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额"),
        ),
        Limit(
            "handing_in",
            _("罚款交至行政机关"),
            by.hand_in,
            collection,
            [handing_in],
            by.hand_in_within,
            only=Q(ashore_on=None),
        ),
        Limit(
            "handing_in_ashore",
            _("罚款自抵岸之日起交至行政机关"),
            by.hand_in,
            "ashore_on",
            [handing_in],
            by.hand_in_within,
        ),
        Limit("banking", _("罚款缴付指定银行"), by.hand_in, handing_in, [banking], by.hand_in_within),
    ]
    if by.dispose:
        steps.append(_disposal(by.dispose, served))
    if by.defer:
        steps += _deferral(by.defer, served)
        limits.append(
            Limit(
                "deferred_payment",
                _("延期、分期缴纳罚款"),
                by.defer,
                "deferred_on",
                [payment],
                None,
                day="deferred_until",
                only=FINED,
                whose="party",
            )
        )
    return Strand(tuple(steps), tuple(limits))


def _disposal(cites: Cite, served: Step) -> Step:
    return Step(
        "goods_disposal",
        _("处理没收的非法财物"),
        cites,
        head,
        after=[served],
        only=SERVED & Q(forfeited_goods=True),
        dated="goods_disposed_on",
        needs=("goods_disposal",),  # 销毁、公开拍卖或者按照国家有关规定处理；款项全部上缴国库
        strand=EXECUTION,
        told=_("处理没收的物品"),
    )


def _deferral(cites: Cite, served: Step) -> tuple[Step, Step]:
    request = Step(
        "deferral_request",
        _("当事人申请延期、分期缴纳"),
        cites,
        payer,
        after=[served],
        only=OPEN & FINED & Q(paid_on=None),
        must=NEVER,
        dated="deferral_asked_on",
        needs=("deferral_reason",),
        repeats=True,
        strand=EXECUTION,
        told=_("你申请延期、分期缴纳"),
    )
    deferral = Step(
        "deferral",
        _("批准延期、分期缴纳"),
        cites,
        head,
        after=[request],
        only=OPEN & Q(deferral_asked_on__isnull=False, paid_on=None),
        must=NEVER,
        dated="deferred_on",
        needs=("deferred_until",),
        asks=("instalments",),
        yields=[
            Document("instalment_approval", _("延期、分期缴纳罚款审批表"), cites, compose=papers.instalment_approval),
            Document(
                "instalment_notice",
                _("延期、分期缴纳罚款通知书"),
                cites,
                word="缴批",
                served=True,
                compose=papers.instalment_notice,
            ),
        ],
        repeats=True,
        strand=EXECUTION,
        told=_("批准延期、分期缴纳"),
    )
    return request, deferral
