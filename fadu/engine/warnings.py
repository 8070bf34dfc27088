"""预警: the lamp of a deadline and the ladder of warnings. Each rung fires once for each deadline.

How many days ahead a lamp turns yellow is the product's setting, not the law's; it is counted in working days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fadu.engine.models import Deadline, Warned
from fadu.law.calendar import Calendar, standard_calendar

NEAR_WORKING_DAYS = 5

NORMAL, NEAR, TODAY, OVERDUE, HINT, MET = "normal", "near", "today", "overdue", "hint", "met"


def lamp(due_on: date, today: date, calendar: Calendar | None = None, *, seen: bool = True) -> str:
    """normal, near, today or overdue; ``hint`` for a limit whose text was not seen, which is never overdue."""
    if not seen:
        return HINT
    if due_on < today:
        return OVERDUE
    if due_on == today:
        return TODAY
    calendar = calendar or standard_calendar()
    return NEAR if calendar.between(today, due_on) <= NEAR_WORKING_DAYS else NORMAL


def climb(today: date, calendar: Calendar | None = None, *, batch: int = 2000) -> int:
    """Fire every rung that is due and has not fired; returns how many fired. Safe to run again on the same day."""
    calendar = calendar or standard_calendar()
    horizon = calendar.after(today, NEAR_WORKING_DAYS)
    fired = 0
    running = Deadline.objects.filter(
        met_on=None, seen=True, stopped=False, due_on__lte=horizon, case__closed_on=None
    ).order_by("pk")
    last = 0
    while rows := list(running.filter(pk__gt=last)[:batch]):
        last = rows[-1].pk
        fresh = list(_rungs(rows, today, calendar))
        fired += len(fresh)
        Warned.objects.bulk_create(fresh)
    return fired


def _rungs(rows: list[Deadline], today: date, calendar: Calendar) -> Iterable[Warned]:
    known = set(Warned.objects.filter(deadline__in=rows).values_list("deadline", "rung"))
    for row in rows:
        rung = lamp(row.due_on, today, calendar)
        if rung != NORMAL and (row.pk, rung) not in known:
            yield Warned(deadline=row, rung=rung, on=today)
