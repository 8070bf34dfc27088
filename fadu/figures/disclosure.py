"""依申请公开: the numbers of table three of the annual report, each by class of applicant.

The table balances by construction: what came in this year and was carried over is what was answered or is carried on.
A request that was withdrawn is counted under 其他 of the other ways it was dealt with, on the day its case ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from django.db.models import F, Q, QuerySet
from django.utils.functional import lazystr
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.engine.models import Deadline
from fadu.figures.figure import Dated, Figure, Scope, Source, Standing, narrowed
from fadu.procedures.disclosure_record import (
    APPLICANTS,
    OTHERWISE,
    RESULTS,
    UNAVAILABLE,
    UNPROCESSED,
    WITHHELD,
)
from fadu.procedures.models import DisclosureRequest

TABLE: Final = "政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）表三"
ROWS: Final = ("S165",)
UNANSWERED: Final = Q(answered_on=None)
WITHDRAWN: Final = Q(answered_on=None, case__closed_on__isnull=False)
IN_TIME: Final = ("answer", "answer_after_correction", "answer_delayed")


def _pending(day: date) -> Q:
    """Neither answered nor ended before ``day``."""
    return (UNANSWERED | Q(answered_on__gte=day)) & (Q(case__closed_on=None) | Q(case__closed_on__gte=day))


def _seen(scope: Scope) -> QuerySet[DisclosureRequest]:
    rows = DisclosureRequest.objects.filter(scope.within("case__region"))
    if scope.reach is None:
        return rows
    reach = scope.reach.q(handler="case__handler", second="case__second", organ="case__organ", region="case__region")
    return rows.filter(reach)


def carried_in(scope: Scope) -> QuerySet[DisclosureRequest]:
    """Received before the year and still open when it began."""
    return _seen(scope).filter(_pending(scope.first), received_on__lt=scope.first)


def carried_on(scope: Scope) -> QuerySet[DisclosureRequest]:
    """Received by the scope's last day and still open at its end."""
    return _seen(scope).filter(_pending(scope.last + timedelta(days=1)), received_on__lte=scope.last)


def _answered(*results: str) -> Dated:
    return Dated(DisclosureRequest, "answered_on", Q(result__in=results))


def _withdrawn() -> Dated:
    return Dated(DisclosureRequest, "case__closed_on", WITHDRAWN & Q(received_on__isnull=False))


def _figure(key: str, name: Label, rule: Label, *of: Source, rows: tuple[str, ...] = ()) -> Figure:
    return Figure(f"disclosure.{key}", name, _("件"), of=of, rule=rule, source=TABLE, rows=rows)


_ONCE = _("当年作出的答复，每件申请只计一种情形，按答复日期计")
RECEIVED = _figure(
    "received",
    _("本年新收政府信息公开申请数量"),
    _("当年收到的申请，按《政府信息公开条例》第三十一条确定的收到之日计"),
    Dated(DisclosureRequest, "received_on"),
    rows=ROWS,
)
CARRIED_IN = _figure(
    "carried_in",
    _("上年结转政府信息公开申请数量"),
    _("上年及以前收到、当年开始时尚未答复也未办结的申请"),
    Standing(carried_in),
)
RESULT: Final = {
    key: _figure(key, name, _ONCE, _answered(key), *([_withdrawn()] if key == "otherwise" else []))
    for key, name in RESULTS
}


def _sum(key: str, name: Label, results: Iterable[str]) -> Figure:
    of = [source for result in results for source in RESULT[result].of]
    return _figure(key, name, _ONCE, *of)


WITHHELD_SUM = _sum("withheld", _("不予公开"), WITHHELD)
UNAVAILABLE_SUM = _sum("unavailable", _("无法提供"), UNAVAILABLE)
UNPROCESSED_SUM = _sum("unprocessed", _("不予处理"), UNPROCESSED)
OTHERWISE_SUM = _sum("dealt_otherwise", _("其他处理"), OTHERWISE)
DONE = _sum("done", _("本年度办理结果总计"), RESULT)
CARRIED_ON = _figure(
    "carried_on",
    _("结转下年度继续办理"),
    _("当年终了时已收到、尚未答复也未办结的申请"),
    Standing(carried_on),
)
LATE = _figure(
    "late",
    _("逾期答复件数"),
    _("当年作出的答复中，晚于答复期限末日的；末日由系统按条例的工作日和停算、延长计算"),
    Dated(
        Deadline,
        "met_on",
        Q(case__procedure="disclosure", limit__in=IN_TIME, seen=True, met_on__gt=F("due_on")),
    ),
)
LINES: Final = (
    RECEIVED,
    CARRIED_IN,
    RESULT["open"],
    RESULT["partial"],
    *(RESULT[key] for key in (*WITHHELD, *UNAVAILABLE, *UNPROCESSED, *OTHERWISE)),
    DONE,
    CARRIED_ON,
)
"""The rows of table three in their order; the heads of groups are sums of their rows."""


def by_applicant(figure: Figure, applicant: str) -> Figure:
    """The figure among applicants of one class: one cell of the table."""
    name, label = figure.name, dict(APPLICANTS)[applicant]
    return replace(
        figure,
        id=f"{figure.id}.{applicant}",
        name=lazystr(lambda: gettext("{field}：{name}").format(field=label, name=name)),
        of=tuple(narrowed(source, Q(applicant_class=applicant)) for source in figure.of),
        rows=(),
    )


CELLS: Final = {
    cell.id: cell for figure in LINES for applicant, _label in APPLICANTS for cell in [by_applicant(figure, applicant)]
}
FIGURES = (
    RECEIVED,
    CARRIED_IN,
    RESULT["open"],
    RESULT["partial"],
    WITHHELD_SUM,
    UNAVAILABLE_SUM,
    UNPROCESSED_SUM,
    OTHERWISE_SUM,
    DONE,
    CARRIED_ON,
    LATE,
)
