"""固定: a year's figures are kept as they stood at a cut-off; counted again later, what differs is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from fadu.figures.catalogue import Counted, figures, find, scope
from fadu.figures.count import Number, tidy, values
from fadu.figures.figure import Scope
from fadu.figures.models import Frozen
from fadu.ledger.book import append
from fadu.organs.models import Person


@dataclass(frozen=True)
class Difference:
    """A figure whose value is no longer the frozen one."""

    figure: str
    frozen: Number | None
    now: Number | None
    entry: int


@transaction.atomic
def freeze(region: str, year: int, *, by: Person, on: date) -> list[Frozen]:
    """Keep every figure of the region and year as counted up to ``on`` (or the year's end, if that is earlier)."""
    of = scope(region, year, until=on)
    counted = figures(of)
    entry = append(
        f"figures/{region}/{year}",
        "freeze",
        actor=by.username,
        on=on,
        cites=[],
        content={
            "cut_off": of.last,
            "order": of.order,
            "rounding": of.rounding,
            "values": {each.figure.id: _text(each) for each in counted},
        },
    )
    return Frozen.objects.bulk_create(
        [
            Frozen(
                figure=each.figure.id,
                region=region,
                year=year,
                value=each.value,
                rule=str(each.figure.rule),
                cut_off=of.last,
                frozen_on=on,
                by=by,
                entry=entry.number,
            )
            for each in counted
        ]
    )


@transaction.atomic
def accept(
    figure: str, region: str, year: int, value: Number, *, why: str, by: Person, on: date, stream: str = ""
) -> Frozen:
    """Keep a value that a published report prints as the region's figure of ``year``, to be compared with.

    ``value`` is in the figure's own unit; ``why`` names the report and its sentence. Raises ``NoSuchFigure``.
    """
    find(figure)
    last = date(year, 12, 31)
    entry = append(
        stream or f"figures/{region}/{year}",
        "accept",
        actor=by.username,
        on=on,
        cites=[],
        content={"figure": figure, "value": str(value), "why": why},
    )
    return Frozen.objects.create(
        figure=figure, region=region, year=year, value=value, rule=why, cut_off=last, frozen_on=on, by=by,
        entry=entry.number,
    )  # fmt: skip


def frozen(region: str, year: int) -> dict[str, Frozen]:
    """The last frozen value of each figure, by id."""
    return {each.figure: each for each in Frozen.objects.filter(region=region, year=year).order_by("entry")}


def differences(region: str, year: int) -> list[Difference]:
    """The frozen figures that, counted again over the same days, come out otherwise."""
    kept = frozen(region, year)
    if not kept:
        return []
    cut_off = max(each.cut_off for each in kept.values())
    now = values([find(each) for each in kept], scope(region, year, until=cut_off))
    return [
        Difference(key, None if each.value is None else tidy(each.value), now[key], each.entry)
        for key, each in kept.items()
        if (None if each.value is None else tidy(each.value)) != _decimal(now[key])
    ]


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _decimal(number: Number | None) -> Decimal | None:
    return None if number is None else tidy(Decimal(number))


def _text(each: Counted) -> str:
    return "" if each.value is None else str(each.value)


def last_year(of: Scope, ids: Sequence[str]) -> dict[str, Number | None]:
    """The values of the year before: of the same days where the scope's year is not over, else of the whole year, as
    frozen where they were frozen. Frozen values are the region's own: who sees only a part is given none of them."""
    whole = of.last == date(of.year, 12, 31)
    kept = frozen(of.region, of.year - 1) if whole and of.reach is None else {}
    before = scope(of.region, of.year - 1, until=None if whole else a_year_before(of.last), reach=of.reach)
    counted = values([find(each) for each in ids if each not in kept], before)
    return {
        each: (tidy(kept[each].value) if kept[each].value is not None else None) if each in kept else counted[each]  # type: ignore[arg-type]
        for each in ids
    }
