"""My open cases, nearest last day first: merged from the two indexes that hold them in that order.

Each side reads no more rows than are shown, so the list costs the same among a thousand open cases and a million. A
place in the list is the last row's day and key; the next page begins behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fadu.engine import rows
from fadu.engine.models import Case
from fadu.organs.models import Organ, Person

Place = tuple[date | None, int]
SIDES = ("handler_id", "second_id")


def open_cases(person: Person, size: int, behind: Place | None = None) -> list[Case]:
    """``size`` open cases that ``person`` handles or assists in, undated ones last; with organ and handler."""
    found: list[Case] = []
    if behind is None:
        found = _merged(person, "next_due_on IS NOT NULL", [], size)
    elif behind[0] is not None:
        place = [behind[0].isoformat(), behind[1]]
        found = _merged(person, "next_due_on IS NOT NULL AND (next_due_on, id) > (%s, %s)", place, size)
    if left := size - len(found):
        last = behind[1] if behind and behind[0] is None else 0
        found += _merged(person, "next_due_on IS NULL AND id > %s", [last], left)
    _with_names(found, person)
    return found


def _merged(person: Person, condition: str, values: list[Any], size: int) -> list[Case]:
    tail = f"ORDER BY next_due_on, id LIMIT {int(size)}"
    open_side = "{side} = %s AND closed_on IS NULL AND " + condition
    sides = rows.read_together(
        [rows.Asked(Case, open_side.format(side=side), [person.pk, *values], tail) for side in SIDES]
    )
    both: dict[int, Case] = {case.pk: case for side in sides for case in side}
    return sorted(both.values(), key=lambda case: (case.next_due_on or date.max, case.pk))[:size]


def _with_names(cases: Iterable[Case], me: Person) -> None:
    """Give each case its organ and handler, in at most two queries."""
    listed = list(cases)
    others = {each.handler_id for each in listed if each.handler_id and each.handler_id != me.pk}
    people = {me.pk: me, **(Person.objects.in_bulk(others) if others else {})}
    organs = {organ.pk: organ for organ in _organs({each.organ_id for each in listed})}
    for each in listed:
        each.organ = organs[each.organ_id]
        each.handler = people[each.handler_id] if each.handler_id else None


def _organs(keys: set[int]) -> list[Organ]:
    if len(keys) == 1:
        return rows.read(Organ, "id = %s", list(keys))
    return list(Organ.objects.filter(pk__in=keys))
