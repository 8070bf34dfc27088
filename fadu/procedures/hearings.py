"""听证、开庭: on which days the cases of every procedure are heard, as the records hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from fadu.engine.labels import Label
from fadu.engine.models import Case
from fadu.engine.registry import all_procedures

# The day or moment set for a hearing, and the day on which it was held: what the records call so.
SET, HELD = "hearing_at", ("hearing_on", "second_hearing_on")


@dataclass(frozen=True)
class Hearing:
    """One hearing: ``at`` is the moment set, or the day it was held."""

    case: Case
    at: date | datetime
    what: Label

    @property
    def on(self) -> date:
        """The day, Asia/Shanghai."""
        return timezone.localtime(self.at).date() if isinstance(self.at, datetime) else self.at


def hearings(reached: Q, first: date, last: date) -> list[Hearing]:
    """The hearings from ``first`` to ``last`` in the cases of ``reached``: a filter over ``Case``; by moment.

    A hearing set for a moment counts by it until its day is recorded; one query for each procedure that has hearings.
    """
    cases = Case.objects.filter(reached)
    found = [each for record, columns in _recorded() for each in _in(record, columns, cases, first, last)]
    return sorted(found, key=lambda each: (each.on, str(each.at), each.case.pk))


def _recorded() -> Iterator[tuple[type[models.Model], list[str]]]:
    records = {each.record: None for each in all_procedures()}
    for record in records:
        names = {each.name for each in record._meta.concrete_fields}
        if columns := [name for name in (SET, *HELD) if name in names]:
            yield record, columns


def _in(
    record: type[models.Model], columns: list[str], cases: models.QuerySet[Case], first: date, last: date
) -> Iterator[Hearing]:
    start = _midnight(first)
    after = last + timedelta(days=1)
    end = _midnight(after)
    within = Q()
    for name in columns:
        low, high = (start, end) if name == SET else (first, after)
        within |= Q(**{f"{name}__gte": low, f"{name}__lt": high})
    rows = record._default_manager.filter(within, case__in=cases.order_by().values("pk"))
    for row in rows.select_related("case__organ", "case__handler").only("case", *columns, *_OF_CASE):
        held = {getattr(row, name) for name in columns if name != SET}
        for name in columns:
            value = getattr(row, name)
            if value is None:
                continue
            day = timezone.localtime(value).date() if isinstance(value, datetime) else value
            if first <= day <= last and not (name == SET and day in held):
                label = record._meta.get_field(name).verbose_name  # type: ignore[union-attr]
                yield Hearing(row.case, value, label)  # type: ignore[attr-defined]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


_OF_CASE = (
    "case__number", "case__title", "case__procedure", "case__party_name", "case__organ__name", "case__handler__name",
)  # fmt: skip
