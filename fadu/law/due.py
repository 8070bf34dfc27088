"""The day on which a period ends, and how it was found: a pure function of period, start and calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fadu.law.calendar import Calendar, standard_calendar
from fadu.law.periods import PARTY, Period, Running, Unit, Whose
from fadu.law.statute import Cite

SHANGHAI = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)


class Line(NamedTuple):
    """One line of a derivation, in one language, with the provision it rests on."""

    text: str
    cite: Cite | None


class Found(NamedTuple):
    """One line of a derivation in both languages."""

    zh: str
    en: str
    cite: Cite | None = None


@dataclass(frozen=True)
class Pause:
    """Time that is not counted (中止, 不计入): the days after ``since`` up to and including ``until``; None: still running."""

    since: date
    until: date | None
    cite: Cite | None = None
    ground: str = ""
    ground_en: str = ""


@dataclass(frozen=True)
class Longer:
    """An extension (延长): the same period made longer by ``period``, from its last day, not a second period."""

    period: Period
    cite: Cite | None = None
    ground: str = ""
    ground_en: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Due:
    """The last day of a period, Asia/Shanghai, and its derivation.

    ``moment`` is set for periods in hours. ``projected``: a day without a holiday notice took part (推算). ``seen`` is False
    where the rule by which it ends was not seen: no one is overdue by it. ``suspended``: a pause is still running, and
    ``day`` is the earliest on which the period could end.
    """

    period: Period
    start: date
    day: date
    moment: datetime | None = None
    projected: bool = False
    seen: bool = True
    suspended: Pause | None = None
    derivation: tuple[Found, ...] = field(default=(), repr=False)

    def lines(self, lang: str = "zh") -> list[Line]:
        """The derivation in Chinese (``zh``) or English (``en``)."""
        return [Line(found.en if lang.startswith("en") else found.zh, found.cite) for found in self.derivation]


def last_day(period: Period, start: date, calendar: Calendar) -> date:
    """The last day of ``period``, without derivation: for lists, projections and bulk work.

    Agrees with ``due`` for a period without pauses and extensions. Hours want a ``datetime``.
    """
    if period.unit is Unit.WORKING_DAY:
        return calendar.after(start, period.number)
    if period.unit is Unit.DAY:
        end = date.fromordinal(start.toordinal() + period.number)
    elif period.unit is Unit.HOUR:
        return due(period, start, calendar).day
    else:
        end = later(start, period.number * (12 if period.unit is Unit.YEAR else 1))
    return calendar.onward(end) if start.toordinal() >= period.rolls_from else end


def later(start: date, months: int) -> date:
    """The corresponding day ``months`` later, or earlier; the month's last day where there is none (民法典第二百零二条)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def due(
    period: Period,
    start: date | datetime,
    calendar: Calendar | None = None,
    *,
    suspensions: Sequence[Pause] = (),
    extensions: Sequence[Longer] = (),
    whose: Whose | str | None = None,
) -> Due:
    """The day on which ``period`` ends."""
    calendar = calendar or standard_calendar()
    day = start.date() if isinstance(start, datetime) else start
    if period.unit is Unit.HOUR:
        at = start if isinstance(start, datetime) else datetime.combine(start, time())
        moment = at + timedelta(hours=period.number)
        return Due(period, day, moment.date(), moment)
    return Due(period, day, last_day(period, day, calendar))
