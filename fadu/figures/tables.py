"""统计表: the printed tables as rows and cells, each cell the id of the figure that leads to exactly its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fadu.engine.labels import Label
from fadu.figures import coercion, penalties, referrals
from fadu.figures.count import Number, by_field, values
from fadu.figures.figure import Figure, Scope
from fadu.organs.kinds import Domain

PENALTIES: tuple[Figure, ...] = (*penalties.COLUMNS, referrals.SENT, referrals.ACCEPTED)
# What the table of 沂（山东） has besides, as far as our records know it.
PENALTIES_YI: tuple[Figure, ...] = (
    *PENALTIES, penalties.FILED, penalties.CLOSED, penalties.SPARED, penalties.LIGHTENED,
)  # fmt: skip
COERCION: tuple[Figure, ...] = coercion.FIGURES
TABLES = {"penalties": PENALTIES, "penalties-yi": PENALTIES_YI, "coercion": COERCION}


@dataclass(frozen=True)
class Cell:
    """A number of the table; ``figure`` is the id by which its records are found."""

    figure: str
    value: Number


@dataclass(frozen=True)
class Line:
    """One row of the table: a field of enforcement, or the whole (``domain`` empty)."""

    label: Label
    domain: str
    cells: tuple[Cell, ...]


def table(columns: Sequence[Figure], scope: Scope, whole: Label) -> list[Line]:
    """A line for each field of enforcement that has anything, and the whole, labelled ``whole``, as the last."""
    parts = by_field(columns, scope)
    total = values(columns, scope)
    lines = [
        Line(
            domain.label,
            domain.value,
            tuple(Cell(f"{each.id}.{domain.value}", parts[each.id].get(domain.value, 0)) for each in columns),
        )
        for domain in Domain
        if any(parts[each.id].get(domain.value) for each in columns)
    ]
    return [*lines, Line(whole, "", tuple(Cell(each.id, total[each.id] or 0) for each in columns))]
