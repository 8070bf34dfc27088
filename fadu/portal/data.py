"""数据: the enforcement table of a region and year. Numbers only: no record, and no list of records, is read here.

Where the region has frozen the year's figures those stand; else they are counted, and kept for some minutes, so that a
page open to everybody does not count a county's cases at every visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fadu.figures import count, penalties
from fadu.figures.catalogue import scope
from fadu.figures.count import Number, tidy
from fadu.figures.figure import Figure
from fadu.figures.freezing import frozen
from fadu.interface import words
from fadu.organs.kinds import Domain
from fadu.organs.models import Organ, Region
from fadu.portal.charts import bars
from fadu.portal.pages import number_asked, page, today

FIGURES: Final[tuple[Figure, ...]] = (
    penalties.DECIDED, *penalties.BY_CLASS, penalties.AMOUNT, penalties.SUMMARY, penalties.GENERAL, penalties.FILED,
    penalties.CLOSED, penalties.SPARED, penalties.REVIEWED, penalties.CORRECTED, penalties.PUBLISHED,
)  # fmt: skip
FIRST_YEAR: Final = 2015
KEPT: Final = 600  # seconds


@dataclass(frozen=True)
class Table:
    """The numbers of a region and year; ``fields`` are number of decisions and amount by field of enforcement."""

    values: dict[str, Number | None]
    fields: list[tuple[str, Number, Number]]
    frozen_on: date | None
    cut_off: date


def table(region: Region, year: int, on: date) -> Table:
    """Frozen numbers if the region has any for the year, else counted up to ``on``."""
    key = f"portal.data:{region.code}:{year}:{on.isoformat()}"
    found: Table | None = cache.get(key)
    if found is None:
        found = _table(region, year, on)
        cache.set(key, found, KEPT)
    return found


def _table(region: Region, year: int, on: date) -> Table:
    of = scope(region.prefix, year, until=on)
    kept = frozen(region.prefix, year)
    if kept:
        held: dict[str, Number | None] = {
            key: None if each.value is None else tidy(each.value) for key, each in kept.items()
        }
        parts = [
            (field, held.get(f"{penalties.DECIDED.id}.{field}") or 0, held.get(f"{penalties.AMOUNT.id}.{field}") or 0)
            for field in Domain.values
        ]
        last = max(kept.values(), key=lambda each: each.entry)
        return Table(held, _ranked(parts), last.frozen_on, last.cut_off)
    by = count.by_field([penalties.DECIDED, penalties.AMOUNT], of)
    decided, amount = by[penalties.DECIDED.id], by[penalties.AMOUNT.id]
    fields = [(field, decided.get(field, 0), amount.get(field, 0)) for field in {*decided, *amount}]
    return Table(count.values(FIGURES, of), _ranked(fields), None, of.last)


def _ranked(parts: Sequence[tuple[str, Number, Number]]) -> list[tuple[str, Number, Number]]:
    return sorted((each for each in parts if each[1] or each[2]), key=lambda each: (-each[1], each[0]))


def regions() -> list[Region]:
    """The regions that have an organ, and those above them, which add theirs up."""
    own = list(Region.objects.filter(Exists(Organ.objects.filter(region=OuterRef("pk")))))
    above = {each.code[:digits].ljust(12, "0") for each in own for digits in (2, 4, 6) if digits < len(each.prefix)}
    return sorted({*own, *Region.objects.filter(pk__in=above)}, key=lambda each: each.code) if own else []


@dataclass(frozen=True)
class Chosen:
    """The region and year asked for, among those there are."""

    region: Region | None
    year: int
    regions: list[Region]
    years: range


def chosen(request: HttpRequest, on: date) -> Chosen:
    """What the address asks for; else the first county and the last whole year. 404 for a region that is not there."""
    known = regions()
    code = request.GET.get("region", "")
    county = next((each for each in known if len(each.prefix) == 6), known[0] if known else None)
    region = next((each for each in known if each.code == code.ljust(12, "0")), None) if code else county
    if code and region is None:
        raise Http404
    years = range(on.year, FIRST_YEAR - 1, -1)
    year = number_asked(request.GET.get("year", ""))
    return Chosen(region, year if year in years and year is not None else on.year - 1, known, years)


@login_not_required
def data(request: HttpRequest) -> HttpResponse:
    """The table, its chart, and what each number means."""
    on = today()
    asked = chosen(request, on)
    context: dict[str, Any] = {"asked": asked}
    if asked.region is not None:
        found = table(asked.region, asked.year, on)
        address = urlencode({"region": asked.region.code, "year": asked.year})
        context |= {
            "table": found,
            "figures": [
                (each, _figure(each, found, asked.region, asked.year)) for each in FIGURES if each.id in found.values
            ],
            "fields": [(_field(field), decided, amount) for field, decided, amount in found.fields],
            "chart": f"{reverse('portal:chart')}?{address}",
            "meanings": _meanings(found),
            "order": penalties.order_of(scope(asked.region.prefix, asked.year)),
        }
    return page(request, "portal/data.html", context, column="data")


def _meanings(found: Table) -> list[tuple[str, list[Figure]]]:
    """The counting rules, each once, with the figures that it rules."""
    by_rule: dict[str, list[Figure]] = {}
    for each in FIGURES:
        if each.id in found.values:
            by_rule.setdefault(str(each.rule), []).append(each)
    return list(by_rule.items())


def _field(key: str) -> str:
    """The name of a field of enforcement; a field that the list does not know keeps its key."""
    return str(Domain(key).label) if key in Domain.values else key


def _figure(figure: Figure, found: Table, region: Region, year: int) -> words.Figure:
    """A number of publications leads to them, any other to what it means: the cases behind it are not public."""
    address = f"#{figure.id}"
    if figure is penalties.PUBLISHED:
        address = f"{reverse('portal:publications')}?{urlencode({'region': region.prefix, 'year': year})}"
    number = found.values[figure.id]
    return words.Figure("–" if number is None else f"{number:,}", address)


@login_not_required
def chart(request: HttpRequest) -> HttpResponse:
    """Decisions by field of enforcement as an image."""
    on = today()
    asked = chosen(request, on)
    found = table(asked.region, asked.year, on) if asked.region is not None else None
    rows = [(_field(field), float(decided)) for field, decided, _amount in found.fields] if found else []
    drawn = bars(rows, _("处罚决定（件）"))
    return HttpResponse(drawn, content_type="image/svg+xml", headers={"Cache-Control": "private, max-age=600"})
