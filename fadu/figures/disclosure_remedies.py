"""政府信息公开行政复议、行政诉讼情况: table four of the annual report, fifteen numbers, each leading to its cases.

A case is counted in the year in which it ends, by how it ended; what has not ended at the year's end is 尚未审结.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.figures.count import values
from fadu.figures.figure import Dated, Figure, Scope, Source, Standing
from fadu.figures.tables import Cell
from fadu.procedures.litigation_record import LOST
from fadu.procedures.models import LitigationResponse, Reconsideration
from fadu.procedures.reconsideration_choices import CORRECTING

TABLE: Final = "政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）表四"
KEPT: Final = Q(decision__in=["upheld", "request_dismissed"])
OF_DISCLOSURE: Final = Q(kind="disclosure")
# A suit is about disclosure if it contests an answer, or follows the reconsideration of one.
ABOUT: Final = Q(case__links__other__procedure="disclosure", case__links__kind="contests")
DIRECT: Final = ABOUT & Q(reviewed=False)
REVIEWED: Final = ABOUT & Q(reviewed=True)
UPHELD: Final = Q(result="dismissed")


@dataclass(frozen=True)
class Group:
    """One of the three blocks of the table."""

    key: str
    name: Label
    figures: tuple[Figure, ...]


def _pending(model: type[Model], came: str, ended: tuple[str, ...], which: Q) -> Standing:
    """Cases that came by the scope's last day and had not ended by its end."""

    def find(scope: Scope) -> QuerySet[Model]:
        after: date = scope.last + timedelta(days=1)
        open_then = Q(case__closed_on=None) | Q(case__closed_on__gte=after)
        for day in ended:
            open_then &= Q(**{day: None}) | Q(**{f"{day}__gte": after})
        rows = model._default_manager.filter(
            scope.within("case__region"), which, open_then, **{f"{came}__lte": scope.last}
        )
        if scope.reach is None:
            return rows.distinct()
        return rows.filter(
            scope.reach.q(handler="case__handler", second="case__second", organ="case__organ", region="case__region")
        ).distinct()

    return Standing(find)


def _group(key: str, name: Label, sources: tuple[tuple[Source, ...], ...]) -> Group:
    words: tuple[tuple[str, Label], ...] = (
        ("kept", _("结果维持")), ("corrected", _("结果纠正")), ("other", _("其他结果")), ("pending", _("尚未审结")),
    )  # fmt: skip
    rule = _("按审结日期计入当年，按结果分栏；年末尚未审结的单列")
    figures = tuple(
        Figure(f"disclosure.{key}.{word}", label, _("件"), of=of, rule=rule, source=TABLE)
        for (word, label), of in zip(words, sources, strict=True)
    )
    return Group(key, name, figures)


def _review(day: str, which: Q = Q()) -> Dated:  # noqa: B008  a Q is never changed in place
    return Dated(Reconsideration, day, OF_DISCLOSURE & which)


def _suits(of: Q) -> tuple[tuple[Source, ...], ...]:
    def ended(which: Q) -> tuple[Source, ...]:
        return (Dated(LitigationResponse, "effective_on", of & which),)

    pending = _pending(LitigationResponse, "complaint_on", ("effective_on",), of)
    return ended(UPHELD), ended(LOST), ended(~UPHELD & ~LOST), (pending,)


ENDS: Final = ("decided_on", "dismissed_on", "mediation_signed_on", "terminated_on")
GROUPS: Final = (
    _group(
        "reviewed",
        _("行政复议"),
        (
            (_review("decided_on", KEPT),),
            (_review("decided_on", CORRECTING),),
            (_review("dismissed_on"), _review("mediation_signed_on"), _review("terminated_on")),
            (_pending(Reconsideration, "accepted_on", ENDS, OF_DISCLOSURE),),
        ),
    ),
    _group("sued", _("行政诉讼：未经复议直接起诉"), _suits(DIRECT)),
    _group("sued_after_review", _("行政诉讼：复议后起诉"), _suits(REVIEWED)),
)
CELLS: Final = {figure.id: figure for group in GROUPS for figure in group.figures}


def rows(scope: Scope) -> list[tuple[Group, list[Cell], int]]:
    """The three blocks: the four results of each and their total."""
    found = values(list(CELLS.values()), scope)
    table = []
    for group in GROUPS:
        cells = [Cell(figure.id, found[figure.id] or 0) for figure in group.figures]
        table.append((group, cells, sum(int(cell.value) for cell in cells)))
    return table
