"""The day on which a period ends: a pure function of the period, its start and the calendar.

Dates are days in Asia/Shanghai. Moments without a time zone are taken as Shanghai time; others are converted to it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from fadu.law import derivation
from fadu.law.calendar import Calendar, standard_calendar
from fadu.law.derivation import Found
from fadu.law.periods import PARTY, Period, Running, Unit, Whose
from fadu.law.statute import Cite

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
ONE_DAY: Final = timedelta(days=1)


class Line(NamedTuple):
    """One line of a derivation, in one language, with the provision it rests on."""

    text: str
    cite: Cite | None


@dataclass(frozen=True)
class Pause:
    """Time that is not counted (中止, 不计入): the days after ``since`` up to and including ``until``.

    The day on which the pause begins counts, the day on which it ends does not, as with any period (民法典第二百零一条
    “开始的当日不计入”). ``until`` None: the pause is still running. ``ground`` is its reason in Chinese and English.
    """

    since: date
    until: date | None
    cite: Cite | None = None
    ground: str = ""
    ground_en: str = ""

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"a pause cannot end on {self.until} before it began on {self.since}")


@dataclass(frozen=True)
class Longer:
    """An extension (延长): the same period made longer by ``period`` from its last day, not a second period.

    So 60 and 30 days are 90 days from the start, and only the last of them can roll over a day off. ``on``: the day on
    which it was decided.
    """

    period: Period
    cite: Cite | None = None
    ground: str = ""
    ground_en: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Due:
    """The last day of a period and its derivation.

    ``moment`` is set for periods in hours. ``projected``: a day of a year without a holiday notice took part (推算).
    ``seen`` is False where the rule by which it ends was not seen (未见原文): no one is overdue by it.
    ``suspended``: a pause is still running; ``day`` is then the earliest on which the period could end.
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

    Agrees with ``due`` for a period without pauses and extensions.
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
    """The corresponding day ``months`` later, or earlier; the month's last day where there is none
    (民法典第二百零二条).
    """
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
    """The day on which ``period`` ends, when it was set off on ``start`` (收到之日, 立案之日 …), and why.

    ``suspensions`` and ``extensions`` are the dated acts that bear on it; ``whose`` reads the period as the organ's
    or the party's where the statute is silent (``fadu.law.running``). Raises BeyondCalendar outside 1990-2060 for
    working days.
    """
    calendar = calendar or standard_calendar()
    if whose is not None:
        period = period.of(whose)
    if period.unit is Unit.HOUR:
        return _moment(period, start, suspensions, extensions)
    begun = day_of(start)
    pauses = merged(suspensions)
    end, running = _run(period, begun, calendar, pauses)
    for extension in extensions:
        if running is None:
            end, running = _run(extension.period, end, calendar, pauses)
    last = extensions[-1].period if extensions else period
    rule = period.rule_on(begun)
    rolls = rule is not None and rule.rolls is not None and last.unit is not Unit.WORKING_DAY and not period.liberty
    day = calendar.onward(end) if rolls else end
    working = Unit.WORKING_DAY in {period.unit, *(extension.period.unit for extension in extensions)}
    projected = calendar.projects(begun + ONE_DAY if working else end, day)
    return Due(
        period=period,
        start=begun,
        day=day,
        projected=projected,
        seen=period.seen_on(begun),
        suspended=running,
        derivation=derivation.forward(period, begun, end, day, rule, calendar, pauses, extensions, running, projected),
    )


def day_of(start: date | datetime) -> date:
    """The day in Shanghai on which ``start`` falls."""
    return local(start).date() if isinstance(start, datetime) else start


def local(moment: datetime) -> datetime:
    """Shanghai time, without a zone."""
    return moment.astimezone(SHANGHAI).replace(tzinfo=None) if moment.tzinfo else moment


def merged(suspensions: Sequence[Pause]) -> list[Pause]:
    """The pauses in order, overlapping ones joined, so that no day is left out twice."""
    joined: list[Pause] = []
    for pause in sorted(suspensions, key=lambda pause: pause.since):
        if joined and (joined[-1].until is None or pause.since < joined[-1].until):
            before = joined[-1]
            until = None if before.until is None or pause.until is None else max(before.until, pause.until)
            joined[-1] = Pause(before.since, until, before.cite, before.ground, before.ground_en)
        else:
            joined.append(pause)
    return joined


def _run(period: Period, start: date, calendar: Calendar, pauses: Sequence[Pause]) -> tuple[date, Pause | None]:
    """The last day of ``period`` after ``start``, not yet moved; and the pause that still holds it, if one does."""
    position, left = start, period.number
    months = 0 if period.unit in {Unit.DAY, Unit.WORKING_DAY} else left * (12 if period.unit is Unit.YEAR else 1)
    end = later(start, months) if months else _advance(period, position, left, calendar)
    for pause in pauses:
        since = max(pause.since, start)
        if since >= end or (pause.until is not None and pause.until <= since):
            continue
        if months:  # a month is as long as it is: the days left out are added to its end
            if pause.until is None:
                return end, pause
            end += pause.until - since
            continue
        left -= calendar.between(position, since) if period.unit is Unit.WORKING_DAY else (since - position).days
        position = since if pause.until is None else pause.until
        end = _advance(period, position, left, calendar)
        if pause.until is None:
            return end, pause
    return end, None


def _advance(period: Period, position: date, number: int, calendar: Calendar) -> date:
    if period.unit is Unit.WORKING_DAY:
        return calendar.after(position, number)
    return position + timedelta(days=number)


def _moment(period: Period, start: date | datetime, suspensions: Sequence[Pause], extensions: Sequence[Longer]) -> Due:
    """A period in hours ends at a moment, whatever day it is: what rolls over is a last *day* (最后一日), which it
    has not.

    Where only the day is known, an organ's hours are counted from its beginning (strictly), a party's from its end.
    Where the statute leaves out the hour in which the period begins (“期间开始的时”), counting starts with the next
    full hour.
    """
    timed = isinstance(start, datetime)
    begun = local(start) if isinstance(start, datetime) else datetime.combine(start, time())
    if not timed and period.whose is PARTY and not period.liberty:
        begun += ONE_DAY
    rule = period.rule_on(begun.date())
    counted = _opening(begun, rule) if timed and not period.liberty else begun
    hours = period.number + sum(extension.period.number for extension in extensions)
    moment = counted + timedelta(hours=hours)
    running = None
    for pause in merged(suspensions):
        if _at(pause.since) < moment:
            if pause.until is None:
                running = pause
                break
            moment += _at(pause.until) - max(_at(pause.since), counted)
    found = derivation.hourly(period, start, counted, moment, rule, merged(suspensions), extensions, running)
    seen = period.seen_on(begun.date())
    return Due(period, day_of(start), moment.date(), moment, seen=seen, suspended=running, derivation=found)


def _opening(begun: datetime, rule: Running | None) -> datetime:
    if rule is None or rule.next_hour is None:
        return begun
    return begun.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _at(moment: date) -> datetime:
    return local(moment) if isinstance(moment, datetime) else datetime.combine(moment, time())


def before(period: Period, event: date, calendar: Calendar | None = None) -> date:
    """The last day on which an act due ``period`` before ``event`` (举行听证的七日前) can still be done.

    The day of the event is not counted, and the days are counted back in full; where they are working days, a day
    off is none of them. The day found is never moved: moving it later would shorten what the provision gives.
    """
    calendar = calendar or standard_calendar()
    if period.unit is Unit.WORKING_DAY:
        return calendar.back(event, period.number)
    if period.unit is Unit.DAY:
        return event - timedelta(days=period.number)
    if period.unit is Unit.HOUR:
        raise ValueError("a period in hours is not counted back in days; subtract it from the moment of the event")
    return later(event, -period.number * (12 if period.unit is Unit.YEAR else 1))


def due_before(period: Period, event: date | datetime, calendar: Calendar | None = None) -> Due:
    """``before``, with its derivation."""
    calendar = calendar or standard_calendar()
    held = day_of(event)
    day = before(period, held, calendar)
    projected = period.unit is Unit.WORKING_DAY and calendar.projects(day, held - ONE_DAY)
    found = derivation.backward(period, held, day, calendar, projected)
    return Due(period, held, day, projected=projected, derivation=found)


def days_left(today: date, due: Due | date, unit: Unit = Unit.DAY, calendar: Calendar | None = None) -> int:
    """Days from ``today``, which is not counted, to the last day; negative when that has passed.

    ``unit``: calendar days, or working days by ``calendar``.
    """
    day = due.day if isinstance(due, Due) else due
    if unit is Unit.WORKING_DAY:
        return (calendar or standard_calendar()).between(today, day)
    return (day - today).days
