"""My open cases, nearest last day first: merged from the two indexes that hold them in that order.

Each side reads no more rows than are shown, so the list costs the same among a thousand open cases and a million. A
place in the list is the last row's day and key; the next page begins behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fadu.engine import rows
from fadu.engine.models import Case
from fadu.organs.models import Organ, Person

Place = tuple[date | None, int]

_SIDE = (
    "SELECT id FROM (SELECT id FROM engine_case WHERE {column} = %s AND closed_on IS NULL AND {condition} "
    "ORDER BY next_due_on, id LIMIT %s) {column}"
)


def _either(condition: str) -> str:
    sides = (_SIDE.format(column=column, condition=condition) for column in ("handler_id", "second_id"))
    return f"id IN ({' UNION '.join(sides)})"


DATED = _either("next_due_on IS NOT NULL")
DATED_BEHIND = _either("next_due_on IS NOT NULL AND (next_due_on, id) > (%s, %s)")
UNDATED = _either("next_due_on IS NULL AND id > %s")
ORDER = "ORDER BY next_due_on, id LIMIT %s"


def open_cases(person: Person, size: int, behind: Place | None = None) -> list[Case]:
    """``size`` open cases that ``person`` handles or assists in, undated ones last; with organ and handler."""
    found: list[Case] = []
    side: list[int | str]
    if behind is None:
        side = [person.pk, size]
        found = rows.read(Case, DATED, [*side, *side, size], ORDER)
    elif behind[0] is not None:
        side = [person.pk, behind[0].isoformat(), behind[1], size]
        found = rows.read(Case, DATED_BEHIND, [*side, *side, size], ORDER)
    left = size - len(found)
    if left:
        side = [person.pk, behind[1] if behind and behind[0] is None else 0, left]
        found += rows.read(Case, UNDATED, [*side, *side, left], ORDER)
    _with_names(found, person)
    return found


def _with_names(cases: Iterable[Case], me: Person) -> None:
    """Give each case its organ and handler, in at most two queries."""
    listed = list(cases)
    others = {each.handler_id for each in listed if each.handler_id and each.handler_id != me.pk}
    people = {me.pk: me, **(Person.objects.in_bulk(others) if others else {})}
    organs = Organ.objects.in_bulk({each.organ_id for each in listed})
    for each in listed:
        each.organ = organs[each.organ_id]
        each.handler = people[each.handler_id] if each.handler_id else None
