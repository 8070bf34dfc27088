"""All figures, found by id; what they say of a region and a year; the records behind one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from fadu.figures import (
    activities,
    coercion,
    complaints,
    count,
    disclosure,
    disclosure_remedies,
    hotline,
    legal_aid,
    legal_services,
    litigation,
    mediation,
    officers,
    penalties,
    petitions,
    punctuality,
    reconsideration,
    referrals,
)
from fadu.figures.count import Number
from fadu.figures.figure import Figure, Scope
from fadu.figures.models import Convention
from fadu.organs.kinds import Domain
from fadu.organs.seeing import Reach

FIGURES: tuple[Figure, ...] = (
    *penalties.FIGURES,
    *referrals.FIGURES,
    *coercion.FIGURES,
    *officers.FIGURES,
    *activities.FIGURES,
    *disclosure.FIGURES,
    *petitions.FIGURES,
    *hotline.FIGURES,
    *complaints.FIGURES,
    *punctuality.FIGURES,
    *mediation.FIGURES,
    *reconsideration.FIGURES,
    *litigation.FIGURES,
    *legal_aid.FIGURES,
    *legal_services.FIGURES,
)
BY_ID = {figure.id: figure for figure in FIGURES}
# Cells and rows of a printed table that are no figures of their own lead to their records all the same.
CELLS = {
    **{figure.id: figure for figure in disclosure.LINES},
    **disclosure.CELLS,
    **disclosure_remedies.CELLS,
}


class NoSuchFigure(KeyError):
    """No figure has this id."""


@dataclass(frozen=True)
class Counted:
    """A figure and its value in a scope."""

    figure: Figure
    value: Number | None

    def plain(self) -> dict[str, object]:
        """As programs read it: a count is a whole number, money and shares are decimal numbers."""
        value = self.value
        return {
            "id": self.figure.id,
            "rows": list(self.figure.rows),
            "name": str(self.figure.name),
            "unit": str(self.figure.unit),
            "value": value if value is None or isinstance(value, int) else shortest(float(value)),
            "definition": str(self.figure.rule),
            "source": self.figure.source,
        }


def shortest(number: float) -> int | float:
    """2.0 → 2: a whole number is written as one."""
    return int(number) if number == int(number) else number


def find(figure_id: str) -> Figure:
    """The figure of that id, or its part in a field (``penalty.decided.market``). Raises ``NoSuchFigure``."""
    if figure_id in BY_ID:
        return BY_ID[figure_id]
    if figure_id in CELLS:
        return CELLS[figure_id]
    whole, _dot, field = figure_id.rpartition(".")
    if whole in BY_ID and BY_ID[whole].divided and field in Domain.values:
        return BY_ID[whole].part(field)
    raise NoSuchFigure(figure_id)


def scope(
    region: str, year: int, *, until: date | None = None, reach: Reach | None = None, since: date | None = None
) -> Scope:
    """The scope of a region and year, with the region's conventions (order of weight, rounding) where it has any."""
    kept = Convention.of(region, year)
    return Scope(
        region,
        year,
        until=until,
        reach=reach,
        since=since,
        order=kept.order if kept else "",
        rounding="down" if kept and kept.rounding == "down" else "half_up",
    )


def figures(of: Scope, among: Sequence[Figure] = FIGURES) -> list[Counted]:
    """Every figure with its value, followed by its parts in the fields of enforcement that have any."""
    found = count.values(among, of)
    parts = count.by_field(among, of)
    counted = []
    for figure in among:
        counted.append(Counted(figure, found[figure.id]))
        counted += [Counted(figure.part(field), number) for field, number in parts.get(figure.id, {}).items()]
    return counted


def records(
    figure_id: str, region: str, year: int, *, reach: Reach | None = None, since: date | None = None
) -> QuerySet[Any]:
    """The rows behind a figure: cases, or rows of a register or journal. Raises ``NoSuchFigure``."""
    return count.records(find(figure_id), scope(region, year, reach=reach, since=since))
