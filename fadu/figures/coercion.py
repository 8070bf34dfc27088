"""行政强制实施情况统计表: measures by kind, and the enforcement of decisions that our records know.

Measures count on the day they are decided; enforcement by the organ when it is carried out, an application to the
court on the day it is made (杭州市司法局 2019). 划拨、拍卖、排除妨碍、代履行 are no procedures of this platform yet and
stand in no figure.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.procedures.models import CoerciveMeasure, OrdinaryPenalty, SummaryPenalty

TABLE = "行政强制实施情况统计表填表说明（杭州市2019年、大同市公布的统计表所附）"
MEASURE_RULE = _("当年决定并实施的行政强制措施，按决定日期计；一案一宗")

KINDS = {
    "seal": ("coercion.sealed", _("查封场所、设施或者财物")),
    "seize": ("coercion.seized", _("扣押财物")),
    "freeze": ("coercion.frozen", _("冻结存款、汇款")),
    "other": ("coercion.other", _("其他行政强制措施")),
}


def _measures(which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (Dated(CoerciveMeasure, "imposed_on", which),)


def _penalties(day: str, which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008
    return (Dated(OrdinaryPenalty, day, which), Dated(SummaryPenalty, day, which))


MEASURES = Figure(
    "coercion.measures", _("行政强制措施实施数量"), _("宗"), of=_measures(), divided=True, source=TABLE,
    rule=MEASURE_RULE,
)  # fmt: skip
BY_KIND = tuple(
    Figure(
        key, name, _("宗"), of=_measures(Q(kind=kind)), rule=MEASURE_RULE, source=TABLE, divided=True,
        fields={"ecology": ("S145",)} if kind == "seal" else {},
    )
    for kind, (key, name) in KINDS.items()
)  # fmt: skip
SURCHARGED = Figure(
    "coercion.surcharged", _("加处罚款或者滞纳金"), _("宗"), divided=True, source=TABLE,
    of=_penalties("performed_on", Q(surcharged_on__isnull=False)),
    rule=_("当年执行完毕的、曾经加处罚款的案件"),
)  # fmt: skip
COURT = Figure(
    "coercion.court", _("申请人民法院强制执行"), _("宗"), of=_penalties("applied_on"), divided=True, source=TABLE,
    rule=_("当年向人民法院申请强制执行的案件，按申请日期计"),
)  # fmt: skip
TOTAL = Figure(
    "coercion.total", _("行政强制数量合计"), _("宗"), divided=True, source=TABLE, rows=("S141",),
    of=(*_measures(), *SURCHARGED.of, *COURT.of),
    rule=_("行政强制措施、加处罚款的执行、申请人民法院强制执行之和；一案先后两项的，各计一宗"),
)  # fmt: skip
FIGURES = (*BY_KIND, MEASURES, SURCHARGED, COURT, TOTAL)
