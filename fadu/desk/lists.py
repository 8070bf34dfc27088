"""Lists of cases: filters that stand in the address, the order, and paging by the last row's key.

A page is found by where the one before ended, never by counting: the thousandth page costs what the first does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fadu.desk.asked import key_asked, number_asked, words_asked
from fadu.engine.models import Case, Paper, Party
from fadu.engine.warnings import NEAR_WORKING_DAYS
from fadu.law.calendar import standard_calendar

ROWS: Final = 50

STATES: Final[Mapping[str, str | Promise]] = {
    "open": _("在办"),
    "overdue": _("逾期"),
    "today": _("今日到期"),
    "near": _("将到期"),
    "closed": _("已办结"),
    "unassigned": _("待分办"),
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; an unreadable value is left out and named in ``unread``."""

    procedure: str = ""
    organ: int | None = None
    domain: str = ""
    state: str = ""
    stage: str = ""
    outcome: str = ""
    opened_from: date | None = None
    opened_to: date | None = None
    closed_from: date | None = None
    closed_to: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    handler: int | None = None
    q: str = ""
    order: str = ""
    unread: tuple[str, ...] = field(default=(), compare=False)

    @property
    def query(self) -> str:
        """The filters as a query string, without the place in the list."""
        return urlencode({name: value for name, value in self.items() if value not in ("", None)})

    def items(self) -> list[tuple[str, Any]]:
        """Each filter with its value as the address writes it."""
        return [
            (name, value.isoformat() if isinstance(value, date) else value)
            for name in self.__dataclass_fields__
            if name != "unread" and (value := getattr(self, name)) is not None
        ]

    @property
    def by_due(self) -> bool:
        """Ordered by due day rather than by the day of opening."""
        if self.order:
            return self.order == "due"
        return self.state in {"overdue", "today", "near"} or bool(self.due_from or self.due_to)


def read_filters(given: Mapping[str, str]) -> Filters:
    """The filters in a query string."""
    found: dict[str, Any] = {}
    unread = []
    for name in Filters.__dataclass_fields__:
        value = words_asked(given.get(name, ""))
        if not value or name == "unread":
            continue
        try:
            if name.endswith(("_from", "_to")):
                found[name] = date.fromisoformat(value)
            elif name in {"organ", "handler"}:
                found[name] = key_asked(value)
            else:
                found[name] = value[:100]
        except ValueError:
            unread.append(name)
    if found.get("state", "open") not in STATES:
        unread.append("state")
        del found["state"]
    return Filters(**found, unread=tuple(unread))


def filtered(rows: QuerySet[Case], filters: Filters, today: date) -> QuerySet[Case]:
    """``rows`` narrowed to what the filters ask for."""
    if filters.state:
        rows = rows.filter(in_state(filters.state, today))
    exact = {"procedure": "procedure", "organ": "organ", "domain": "domain", "stage": "stage", "outcome": "outcome"}
    for name, column in exact.items():
        if value := getattr(filters, name):
            rows = rows.filter(**{column: value})
    if filters.handler:
        rows = rows.filter(Q(handler=filters.handler) | Q(second=filters.handler))
    for name, column in (
        ("opened_from", "opened_on__gte"),
        ("opened_to", "opened_on__lte"),
        ("closed_from", "closed_on__gte"),
        ("closed_to", "closed_on__lte"),
        ("due_from", "next_due_on__gte"),
        ("due_to", "next_due_on__lte"),
    ):
        if day := getattr(filters, name):
            rows = rows.filter(**{column: day})
    return rows.filter(said(filters.q)) if filters.q else rows


def in_state(state: str, today: date) -> Q:
    """The cases in one of STATES on ``today``."""
    running = Q(closed_on=None)
    match state:
        case "closed":
            return Q(closed_on__isnull=False)
        case "unassigned":
            return running & Q(handler=None)
        case "overdue":
            return running & Q(next_due_on__lt=today)
        case "today":
            return running & Q(next_due_on=today)
        case "near":
            horizon = standard_calendar().after(today, NEAR_WORKING_DAYS)
            return running & Q(next_due_on__gt=today, next_due_on__lte=horizon)
        case _:
            return running


def said(text: str) -> Q:
    """Cases that the words lead to: every word must be in the number, the matter, a party or a paper's number."""
    found = Q()
    for word in text.split()[:5]:
        # Each table is read once for the word, not once for each case.
        parties = Party.objects.filter(Q(name__icontains=word) | Q(code=word.upper())).values("case")
        papers = Paper.objects.filter(number__icontains=word).values("case")
        named = Q(number__icontains=word) | Q(title__icontains=word) | Q(party_name__icontains=word)
        found &= named | Q(pk__in=parties) | Q(pk__in=papers)
    return found


@dataclass(frozen=True)
class Leaf:
    """One page of a list: its rows, and the place of the last one if there are more."""

    rows: list[Case]
    after: str


def leaf(rows: QuerySet[Case], *, by_due: bool, after: str = "", size: int = ROWS) -> Leaf:
    """The rows after the place ``after``: by due day (cases without one last), or newest first."""
    listed = rows.select_related("organ", "handler")
    found = _by_due(listed, after, size + 1) if by_due else _newest(listed, after, size + 1)
    return turned(found, size, by_due=by_due)


def turned(found: list[Case], size: int, *, by_due: bool = True) -> Leaf:
    """The first ``size`` of ``found`` as a page; one row more than that says that another page follows."""
    if len(found) <= size:
        return Leaf(found, "")
    last = found[size - 1]
    day = last.next_due_on if by_due else last.opened_on
    return Leaf(found[:size], f"{day.isoformat() if day else ''}.{last.pk}")


def _newest(rows: QuerySet[Case], after: str, size: int) -> list[Case]:
    behind = place(after)
    if behind and behind[0]:
        day, key = behind
        # The first condition is what the index is entered by; the second settles ties within the day.
        rows = rows.filter(opened_on__lte=day).filter(Q(opened_on__lt=day) | Q(pk__lt=key))
    return list(rows.order_by("-opened_on", "-pk")[:size])


def _by_due(rows: QuerySet[Case], after: str, size: int) -> list[Case]:
    behind = place(after)
    found: list[Case] = []
    if behind is None or behind[0] is not None:
        dated = rows.filter(next_due_on__isnull=False)
        if behind:
            dated = dated.filter(next_due_on__gte=behind[0]).filter(Q(next_due_on__gt=behind[0]) | Q(pk__gt=behind[1]))
        found = list(dated.order_by("next_due_on", "pk")[:size])
        behind = None
    if len(found) < size:
        undated = rows.filter(next_due_on=None)
        if behind:
            undated = undated.filter(pk__gt=behind[1])
        found += undated.order_by("pk")[: size - len(found)]
    return found


def place(after: str) -> tuple[date | None, int] | None:
    """The place in a list that an address names: day and key of the last row shown; None for the beginning."""
    day, dot, key = after.partition(".")
    try:
        number = number_asked(key)
        return (date.fromisoformat(day) if day else None, number) if dot and number is not None else None
    except ValueError:
        return None
