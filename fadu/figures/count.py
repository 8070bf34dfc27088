"""Counting: the values of many figures in a fixed number of questions, and the records behind each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, Model, Q, QuerySet, Sum

from fadu.engine.models import Case
from fadu.figures.figure import Dated, Figure, Rounding, Scope
from fadu.figures.models import Frozen

Number = int | Decimal
WAN = Decimal(10000)
ROUNDINGS: dict[Rounding, str] = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


def value(figure: Figure, scope: Scope) -> Number | None:
    """The figure's value; None where nothing stands below the line of a share."""
    return values([figure], scope)[figure.id]


def values(figures: Sequence[Figure], scope: Scope) -> dict[str, Number | None]:
    """Values by id. Counts and sums over the same table are asked together: the number of questions does not grow with
    the number of figures, but with that of tables, and of distinct counts and registers."""
    wanted = {each.id: each for figure in figures for each in (figure, figure.over) if each is not None}
    found: dict[str, Number] = dict.fromkeys(wanted, 0)
    for parts in _together(wanted.values()).values():
        base = parts[0][1].base(scope)
        answer = base.aggregate(**_asked(parts, scope))
        for position, (figure, _source) in enumerate(parts):
            found[figure.id] += answer[f"f{position}"] or 0
    for figure in wanted.values():
        source = figure.of[0]
        if figure.measure == "distinct":
            found[figure.id] = source.rows(scope).order_by().values(figure.column).distinct().count()
        elif figure.measure == "monthly_least" and isinstance(source, Dated):
            months = source.rows(scope).order_by().values_list(f"{source.day}__month").annotate(n=Count("pk"))
            found[figure.id] = _least(dict(months), scope)
        elif not isinstance(source, Dated):
            found[figure.id] = source.rows(scope).count()
    return {
        figure.id: _against(figure, scope)
        if figure.measure in ("points", "change")
        else _finished(figure, found, scope.rounding)
        for figure in figures
    }


def _against(figure: Figure, scope: Scope) -> Number | None:
    """The change on the year before: of a share in percentage points, of a count in percent. Last year's value is taken
    as it was frozen; where neither that nor records of last year are there, nothing is compared."""
    if figure.over is None:
        return None
    now = value(figure.over, scope)
    kept = Frozen.objects.filter(figure=figure.over.id, region=scope.region, year=scope.year - 1).order_by("-entry")
    last = kept.first() if scope.reach is None else None
    before = last.value if last else value(figure.over, replace(scope, year=scope.year - 1))
    if now is None or before is None:
        return None
    change = Decimal(now) - Decimal(before)
    return tidy(change) if figure.measure == "points" else share(change, before, scope.rounding, figure.places)


def by_field(figures: Sequence[Figure], scope: Scope) -> dict[str, dict[str, Number]]:
    """For each divided figure, its value in each field of enforcement where it has any: id → field → value."""
    divided = [figure for figure in figures if figure.divided]
    found: dict[str, dict[str, Number]] = {figure.id: defaultdict(int) for figure in divided}
    for parts in _together(divided).values():
        source = parts[0][1]
        rows = source.base(scope).order_by().values_list(source.domain).annotate(**_asked(parts, scope))
        for field, *numbers in rows:
            for (figure, _source), number in zip(parts, numbers, strict=True):
                if number:
                    found[figure.id][field] += number
    for figure in divided:
        first = figure.of[0]
        if not isinstance(first, Dated):
            continue
        source = first
        rows = source.rows(scope).order_by()
        if figure.measure == "distinct":
            counted = rows.values_list(source.domain).annotate(n=Count(figure.column, distinct=True))
            found[figure.id] = dict(counted)
        elif figure.measure == "monthly_least":
            months: dict[str, dict[int, int]] = defaultdict(dict)
            for field, month, number in rows.values_list(source.domain, f"{source.day}__month").annotate(n=Count("pk")):
                months[field][month] = number
            found[figure.id] = {field: _least(each, scope) for field, each in months.items()}
    return {
        figure.id: {
            field: tidy(Decimal(number) / WAN) if figure.measure == "sum" else number
            for field, number in sorted(found[figure.id].items())
        }
        for figure in divided
    }


def _together(figures: Iterable[Figure]) -> dict[tuple[object, ...], list[tuple[Figure, Dated]]]:
    groups: dict[tuple[object, ...], list[tuple[Figure, Dated]]] = defaultdict(list)
    for figure in figures:
        if figure.measure in ("count", "sum", "total", "share"):
            for source in figure.of:
                if isinstance(source, Dated):
                    groups[source.group].append((figure, source))
    return groups


def _asked(parts: Iterable[tuple[Figure, Dated]], scope: Scope) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    for position, (figure, source) in enumerate(parts):
        which = source.filter(scope)
        asked[f"f{position}"] = (
            Sum(figure.column, filter=which) if figure.measure in ("sum", "total") else Count("pk", filter=which)
        )
    return asked


def _least(months: Mapping[int, int], scope: Scope) -> int:
    return min(months.get(month, 0) for month in range(scope.first.month, scope.last.month + 1))


def _finished(figure: Figure, found: Mapping[str, Number], rounding: Rounding) -> Number | None:
    number = found[figure.id]
    if figure.measure == "sum":
        return tidy(Decimal(number) / WAN)
    if figure.measure == "share":
        return share(number, found[figure.over.id] if figure.over else 0, rounding, figure.places)
    return number


def share(part: Number, whole: Number, rounding: Rounding = "half_up", places: int = 1) -> Decimal | None:
    """Percent, to one place or to ``places``: 223 of 2281 is 9.8 half up, 9.7 cut off. None when ``whole`` is zero."""
    if not whole:
        return None
    last = Decimal(1).scaleb(-places)
    return tidy((Decimal(part) * 100 / Decimal(whole)).quantize(last, rounding=ROUNDINGS[rounding]))


def tidy(number: Decimal) -> Decimal:
    """Without needless zeros: 123.300000 → 123.3, 100 → 100."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


def records(figure: Figure, scope: Scope) -> QuerySet[Any]:
    """The rows behind the figure, as many as it says where it is a count: cases where its rows are cases."""
    cases = [source for source in figure.of if isinstance(source, Dated) and source.case and source.model is not Case]
    if cases and all(_is_record(source.model) for source in cases):
        among = Q(pk__in=[])
        for source in cases:
            among |= Q(pk__in=source.rows(scope).values("case_id"))
        return Case.objects.filter(among).select_related("organ").order_by("opened_on", "id")
    rows = figure.of[0].rows(scope)
    if _is_record(rows.model):
        return Case.objects.filter(pk__in=rows.values("case_id")).select_related("organ").order_by("opened_on", "id")
    return rows.order_by("pk")


def _is_record(model: type[Model]) -> bool:
    return model._meta.pk.name == "case"
