"""听证日历: the hearings of a month in the cases one may see, of every procedure, by day and organ."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse

from fadu.desk import names
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.law.calendar import standard_calendar
from fadu.procedures.hearings import Hearing
from fadu.procedures.hearings import hearings as held

__all__ = ["hearings", "month_asked"]


@desk_page
def hearings(request: DeskRequest) -> HttpResponse:
    """One month, each day with its hearings; a query for each procedure that has them."""
    acting = request.acting
    first = month_asked(request.GET.get("month", ""), acting.today)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    found = held(acting.reach.q(withheld="withheld_from"), first, last) if acting.reach else []
    by_day: dict[date, list[Hearing]] = {}
    for each in found:
        by_day.setdefault(each.on, []).append(each)
    context = {
        "first": first,
        "weeks": _weeks(first, last, by_day, acting.today),
        "days": [
            (day, [(each, names.procedure_name(each.case.procedure)) for each in listed])
            for day, listed in sorted(by_day.items())
        ],
        "before": (first - timedelta(days=1)).strftime("%Y-%m"),
        "after": (last + timedelta(days=1)).strftime("%Y-%m"),
    }
    return page(request, "desk/hearings.html", context, here="work")


def month_asked(written: str, today: date) -> date:
    """The first day of the month that an address names (2026-11); this month if it names none."""
    try:
        found = date.fromisoformat(f"{written}-01")
    except ValueError:
        return today.replace(day=1)
    return found if 1990 <= found.year <= 2058 else today.replace(day=1)


def _weeks(
    first: date, last: date, by_day: Mapping[date, list[Hearing]], today: date
) -> list[list[dict[str, object] | None]]:
    """The month as weeks from Monday: each day with its number of hearings, whether it is worked on, and today."""
    calendar = standard_calendar()
    cells: list[dict[str, object] | None] = [None] * first.weekday()
    for number in range(last.day):
        day = first + timedelta(days=number)
        cells.append({
            "day": day, "number": len(by_day.get(day, ())), "off": not calendar.is_working(day), "today": day == today,
        })  # fmt: skip
    cells += [None] * (-len(cells) % 7)
    return [cells[at : at + 7] for at in range(0, len(cells), 7)]
