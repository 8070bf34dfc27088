"""监督: what is overdue and what soon will be; how long cases took; this year's months beside last year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.desk import charts, lists, names, reaching
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.engine.models import Case, Grade, Lengthening, Rating, Stop, Taken
from fadu.interface.words import Figure
from fadu.organs.models import Organ

AHEAD = 20
"""Days that the chart of due days looks ahead."""


@dataclass(frozen=True)
class OrganLine:
    """One organ's open cases by state; each number leads to its cases."""

    name: str
    open: Figure
    overdue: Figure
    today: Figure
    near: Figure
    oldest: date | None


@dataclass(frozen=True)
class Span:
    """How long a procedure's closed cases took, in calendar days from opening to closing."""

    name: Label
    closed: Figure
    median: int
    ninetieth: int


@desk_page
def board(request: DeskRequest) -> HttpResponse:
    """The board of whoever answers for an organ or a region."""
    acting, today = request.acting, request.acting.today
    if not acting.supervises:
        raise PermissionDenied(_("监督页面供机关负责人、监督检查人员、县领导等使用"))
    seen = reaching.cases(acting)
    running = seen.filter(closed_on=None)
    due = _due_days(running, today)
    months = _months(seen, today)
    context = {
        "lines": _organs(running, today),
        "limits": _limits(running, today),
        "procedures": _procedures(seen, today),
        "ratings": _ratings(seen, today),
        "due": due,
        "due_chart": _due_chart(due) if any(each["number"] for each in due) else "",
        "months": months,
        "months_chart": _months_chart(months, today.year) if any(a or b for _m, a, b, *_rest in months) else "",
        "spans": _spans(seen, today),
        "late": _late_entries(seen, today),
        "year": today.year,
    }
    return page(request, "desk/board.html", context, here="board")


def address(**filters: object) -> str:
    """The list of cases that a number of this page counts."""
    return f"{reverse('desk:cases')}?{lists.Filters(**filters).query}"  # type: ignore[arg-type]


def _organs(running: QuerySet[Case], today: date) -> list[OrganLine]:
    states = {state: lists.in_state(state, today) for state in ("overdue", "today", "near")}
    counted = (
        running.order_by()
        .values("organ")
        .annotate(
            open=Count("pk"),
            overdue=Count("pk", filter=states["overdue"]),
            due=Count("pk", filter=states["today"]),
            near=Count("pk", filter=states["near"]),
            oldest=Min("next_due_on", filter=states["overdue"]),
        )
    )
    found = {each["organ"]: each for each in counted}
    called = dict(Organ.objects.filter(pk__in=found).values_list("pk", "name"))
    lines = [
        OrganLine(
            called[key],
            Figure(each["open"], address(organ=key, state="open")),
            Figure(each["overdue"], address(organ=key, state="overdue")),
            Figure(each["due"], address(organ=key, state="today")),
            Figure(each["near"], address(organ=key, state="near")),
            each["oldest"],
        )
        for key, each in found.items()
    ]
    return sorted(lines, key=lambda line: (line.oldest or date.max, line.name))


@dataclass(frozen=True)
class ProcedureLine:
    """One procedure's cases by state; each number leads to its cases."""

    name: Label
    opened: Figure
    open: Figure
    unassigned: Figure
    overdue: Figure
    near: Figure
    closed: Figure


def _procedures(seen: QuerySet[Case], today: date) -> list[ProcedureLine]:
    """Every procedure that had a case this year or has one open."""
    first = date(today.year, 1, 1)
    states = {state: lists.in_state(state, today) for state in ("open", "unassigned", "overdue", "near")}
    counted = (
        seen.filter(Q(closed_on=None) | Q(opened_on__gte=first) | Q(closed_on__gte=first))
        .order_by()
        .values("procedure")
        .annotate(
            opened=Count("pk", filter=Q(opened_on__gte=first, opened_on__lte=today)),
            closed=Count("pk", filter=Q(closed_on__gte=first, closed_on__lte=today)),
            **{state: Count("pk", filter=which) for state, which in states.items()},
        )
    )
    lines = []
    for each in map(dict[str, Any], counted):
        key = each["procedure"]
        led = {state: Figure(each[state], address(procedure=key, state=state)) for state in states}
        opened = Figure(each["opened"], address(procedure=key, opened_from=first, opened_to=today))
        closed = Figure(each["closed"], address(procedure=key, closed_from=first, closed_to=today))
        lines.append(ProcedureLine(names.procedure_name(key), opened, closed=closed, **led))
    return sorted(lines, key=lambda line: (-int(str(line.open.value)), str(line.name)))


def _ratings(seen: QuerySet[Case], today: date) -> list[tuple[str, int, int]]:
    """This year's ratings by organ: how many, and how many bad; which case was rated how is not told here."""
    first = date(today.year, 1, 1)
    rows = Rating.objects.filter(on__gte=first, on__lte=today, case__in=seen.order_by().values("pk"))
    counted = rows.order_by().values_list("case__organ__name")
    found = counted.annotate(all=Count("pk"), bad=Count("pk", filter=Q(grade__lte=Grade.BAD)))
    return sorted(found, key=lambda each: (-each[2], each[0]))


def _limits(running: QuerySet[Case], today: date) -> list[tuple[Label, Label, int]]:
    counted = (
        running.filter(lists.in_state("overdue", today))
        .order_by()
        .values_list("procedure", "next_due")
        .annotate(number=Count("pk"))
    )
    found = [(names.procedure_name(p), names.limit_name(p, limit), number) for p, limit, number in counted]
    return sorted(found, key=lambda each: -each[2])


def _due_days(running: QuerySet[Case], today: date) -> list[dict[str, Any]]:
    last = today + timedelta(days=AHEAD)
    counted = dict(
        running.filter(next_due_on__gte=today, next_due_on__lte=last)
        .order_by()
        .values_list("next_due_on")
        .annotate(number=Count("pk"))
    )
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD + 1)]
    return [
        {"day": day, "number": counted.get(day, 0), "address": address(due_from=day, due_to=day, state="open")}
        for day in days
    ]


def _due_chart(due: Sequence[dict[str, Any]]) -> str:
    rows = [
        {
            "day": each["day"].strftime("%m-%d"),
            "number": each["number"],
            "address": each["address"],
            "said": _("%(day)s：%(n)d件") % {"day": each["day"].isoformat(), "n": each["number"]},
        }
        for each in due
    ]
    return charts.bars(rows, x="day", y="number", x_title=_("末日"), y_title=_("件"), width=900)


def _months(seen: QuerySet[Case], today: date) -> list[tuple[int, int, int, str, str]]:
    since = date(today.year - 1, 1, 1)
    counted = (
        seen.filter(opened_on__gte=since, opened_on__lte=today)
        .annotate(year=ExtractYear("opened_on"), month=ExtractMonth("opened_on"))
        .order_by()
        .values_list("year", "month")
        .annotate(number=Count("pk"))
    )
    found = {(year, month): number for year, month, number in counted}

    def led(year: int, month: int) -> str:
        first = date(year, month, 1)
        following = date(year + month // 12, month % 12 + 1, 1)
        return address(opened_from=first, opened_to=following - timedelta(days=1))

    return [
        (
            month,
            found.get((today.year - 1, month), 0),
            found.get((today.year, month), 0),
            led(today.year - 1, month),
            led(today.year, month),
        )
        for month in range(1, 13)
    ]


def _months_chart(months: Sequence[tuple[int, int, int, str, str]], year: int) -> str:
    last, this = str(year - 1), str(year)
    rows = []
    for month, before, now, led_before, led_now in months:
        for called, number, led in ((last, before, led_before), (this, now, led_now)):
            said = _("%(year)s年%(month)d月：%(n)d件") % {"year": called, "month": month, "n": number}
            rows.append({"month": month, "year": called, "number": number, "address": led, "said": said})
    return charts.bars(
        rows, x="month", y="number", x_title=_("月"), y_title=_("件"), colour="year",
        colours={last: charts.PALE, this: charts.BLUE}, width=860,
    )  # fmt: skip


def _spans(seen: QuerySet[Case], today: date) -> list[Span]:
    """Median and ninetieth of the last twelve months, by procedure; cases taken over from elsewhere left out."""
    since = today - timedelta(days=365)
    pairs = (
        seen.filter(closed_on__gt=since, closed_on__lte=today, imported=False)
        .order_by()
        .values_list("procedure", "opened_on", "closed_on")
        .annotate(number=Count("pk"))
    )
    lengths: dict[str, Counter[int]] = {}
    for procedure, opened, closed, number in pairs:
        lengths.setdefault(procedure, Counter())[(closed - opened).days] += number
    return [
        Span(
            names.procedure_name(procedure),
            Figure(found.total(), address(procedure=procedure, closed_from=since + timedelta(days=1), closed_to=today)),
            quantile(found, 0.5),
            quantile(found, 0.9),
        )
        for procedure, found in sorted(lengths.items())
    ]


def quantile(lengths: Counter[int], share: float) -> int:
    """The smallest length that at least ``share`` of the cases did not exceed (nearest rank)."""
    wanted, seen = share * lengths.total(), 0
    for length in sorted(lengths):
        seen += lengths[length]
        if seen >= wanted:
            return length
    return 0


def _late_entries(seen: QuerySet[Case], today: date) -> list[tuple[str, int]]:
    """What was entered in the last thirty days as of an earlier day, by organ: steps, stops and lengthenings of limits.

    Counted by the moment of entry: what is dated back a year is no less late.
    """
    lately = timezone.make_aware(datetime.combine(today - timedelta(days=30), time()))
    late = Q(entered_at__gte=lately, case__imported=False, case__in=seen.order_by().values("pk"))
    counted: Counter[str] = Counter()
    for rows in (
        Taken.objects.filter(late, late=True),
        Stop.objects.filter(late, entered_at__date__gt=F("since")),
        Lengthening.objects.filter(late, entered_at__date__gt=F("on")),
    ):
        counted.update(dict(rows.order_by().values_list("case__organ__name").annotate(number=Count("pk"))))
    return counted.most_common()
