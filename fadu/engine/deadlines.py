"""期限: which limits run in a case, on which day each ends, and how that day came about.

``reckon`` is a pure function of the case's acts, the editions of the law and the calendar. ``project`` writes its
answer to the table of deadlines, which lists, warnings and counts read. A running period ends by the rule under which
it began: the edition is asked for on the first day of the period, not on the day of asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from fadu.engine import rows
from fadu.engine.conditions import holds
from fadu.engine.declare import Limit, Procedure, Step
from fadu.engine.file import CaseFile
from fadu.engine.models import Deadline, Lengthening, Record, Stop
from fadu.engine.registry import editions
from fadu.law.calendar import Calendar, standard_calendar
from fadu.law.due import Due, Longer, Pause, due, last_day
from fadu.law.periods import Period, Unit


@dataclass(frozen=True)
class Clock:
    """A limit as it runs in one case: when it began, the last day, whether and when it was met.

    ``seen`` is false where the text of the limit, or the rule by which it ends, was not seen for that time: the day is
    then a hint, and nobody is overdue by it. ``shown`` are the stops that the record itself shows.
    """

    limit: Limit
    edition: str
    began: date | datetime
    ends_on: date
    ends_at: datetime | None
    met_on: date | None
    projected: bool
    seen: bool = True
    stops: tuple[Stop, ...] = field(default=(), repr=False)
    lengthenings: tuple[Lengthening, ...] = field(default=(), repr=False)
    shown: tuple[Pause, ...] = field(default=(), repr=False)

    @property
    def began_on(self) -> date:
        """The day it began, Asia/Shanghai."""
        return _day(self.began)

    @property
    def stopped(self) -> bool:
        """Is a stop open?"""
        return any(each.until is None for each in self.stops) or any(each.until is None for each in self.shown)


def reckon(
    file: CaseFile,
    calendar: Calendar | None = None,
    stops: Sequence[Stop] | None = None,
    lengthenings: Sequence[Lengthening] | None = None,
) -> list[Clock]:
    """Every limit that has begun in the case. Stops and lengthenings are read unless handed in."""
    calendar = calendar or standard_calendar()
    if stops is None or lengthenings is None:
        stops = list(Stop.objects.filter(case=file.case)) if file.case.stopped else []
        lengthenings = list(Lengthening.objects.filter(case=file.case)) if file.case.stopped else []
    return [
        clock
        for procedure, limit, began in running(file)
        if (clock := _clock(file, procedure, limit, began, calendar, stops, lengthenings))
    ]


def running(file: CaseFile) -> Iterator[tuple[Procedure, Limit, date | datetime]]:
    """The limits of the editions that were in force when each began."""
    kept = file.case.kept_edition
    for procedure in editions(file.case.procedure):
        if kept and procedure.edition != kept:
            continue
        for limit in procedure.limits:
            if not limit.binds(file.case.domain, file.case.region_id):
                continue
            began = _beginning(file, limit.start)
            if began is None or not (kept or procedure.governs(_day(began))):
                continue
            if holds(limit.only, file.record):
                yield procedure, limit, began


def _beginning(file: CaseFile, start: Step | str) -> date | datetime | None:
    if isinstance(start, str):
        value: date | datetime | None = getattr(file.record, start)
        return value
    if start.dated:
        value = getattr(file.record, start.dated)
        return value if value is not None else file.last_day(start.key)
    return file.last_day(start.key)


def _clock(
    file: CaseFile,
    procedure: Procedure,
    limit: Limit,
    began: date | datetime,
    calendar: Calendar,
    stops: Sequence[Stop],
    lengthenings: Sequence[Lengthening],
) -> Clock | None:
    own_stops = tuple(each for each in stops if each.limit == limit.key)
    longer = tuple(each for each in lengthenings if each.limit == limit.key)
    shown = tuple(_shown(limit, file.record))
    ends_at: datetime | None = None
    if limit.within is None:
        set_day: date | None = getattr(file.record, limit.day)
        if set_day is None:
            return None
        ends_on = set_day
    elif own_stops or longer or shown or limit.within.unit is Unit.HOUR:
        answer = _due(limit, began, calendar, own_stops, longer, shown)
        ends_on = answer.day
        ends_at = timezone.make_aware(answer.moment) if answer.moment else None  # the law reckons in local time
    else:
        ends_on = last_day(limit.within, _day(began), calendar)
    met = min(
        (taken.on for taken in file.taken for end in limit.end if taken.step == end.key and taken.on >= _day(began)),
        default=None,
    )
    seen = limit.seen and (limit.within is None or limit.within.seen_on(_day(began)))
    projected = calendar.is_projected(ends_on)
    return Clock(limit, procedure.edition, began, ends_on, ends_at, met, projected, seen, own_stops, longer, shown)


def _shown(limit: Limit, record: Record) -> Iterator[Pause]:
    """The days that the law leaves out and the record shows: (since, until], still open while ``until`` is empty."""
    for ground in limit.suspends:
        since: date | None = getattr(record, ground.since) if ground.since else None
        if since is not None:
            yield Pause(since, getattr(record, ground.until), ground.cites, str(ground.name))


def _due(
    limit: Limit,
    began: date | datetime,
    calendar: Calendar,
    stops: Iterable[Stop],
    longer: Iterable[Lengthening],
    shown: Iterable[Pause] = (),
) -> Due:
    if limit.within is None:
        raise ValueError(f"{limit.key}: the day is set in the paper, not reckoned")
    start = timezone.localtime(began) if isinstance(began, datetime) else began
    # What has to be told in writing and was not does not count: 《行政强制法》第二十五条第三款 and its like.
    # A Pause begins after its day; a Stop's first day already does not count.
    pauses = [
        Pause(each.since - timedelta(days=1), each.until, ground.cites, str(ground.name))
        for each in stops
        if (ground := limit.ground(each.ground)) and (each.told_on or not ground.written)
    ]
    more = [
        Longer(Period(each.number, Unit(each.unit)), ground.cites, str(ground.name))
        for each in longer
        if (ground := limit.ground(each.ground)) and (each.told_on or not ground.written)
    ]
    return due(limit.within, start, calendar, suspensions=[*pauses, *shown], extensions=more)


def derivation(clock: Clock, calendar: Calendar | None = None) -> Due | None:
    """How the last day came about, line by line; None where the paper set it."""
    if clock.limit.within is None:
        return None
    calendar = calendar or standard_calendar()
    return _due(clock.limit, clock.began, calendar, clock.stops, clock.lengthenings, clock.shown)


RECKONED = ("edition", "whose", "due_on", "due_at", "met_on", "projected", "seen", "stopped")


def project(file: CaseFile, calendar: Calendar | None = None) -> list[Clock]:
    """Write the clocks of a case to the table of deadlines and its nearest open one to the case (unsaved).

    One statement for each deadline that is new or has changed: seldom more than one.
    """
    clocks = reckon(file, calendar)
    known = {(each.limit, each.began_on): each for each in file.deadlines}
    fresh: list[Deadline] = []
    changed: list[Deadline] = []
    for clock in clocks:
        row = known.pop((clock.limit.key, clock.began_on), None)
        wanted = {
            "edition": clock.edition,
            "whose": clock.limit.whose,
            "due_on": clock.ends_on,
            "due_at": clock.ends_at,
            "met_on": clock.met_on,
            "projected": clock.projected,
            "seen": clock.seen,
            "stopped": clock.stopped,
        }
        if row is None:
            fresh.append(Deadline(case=file.case, limit=clock.limit.key, began_on=clock.began_on, **wanted))
        elif any(getattr(row, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(row, name, value)
            changed.append(row)
    for row in fresh:
        rows.insert(row, keyed=False)
    for row in changed:
        rows.update(row, RECKONED)
    if known:
        # A corrected day moves the beginning of a period: the row of the old beginning is not a deadline any more.
        stale = [row.pk for row in known.values()]
        Deadline.objects.filter(pk__in=stale, warnings=None).delete()
        Deadline.objects.filter(pk__in=stale, met_on=None).update(met_on=timezone.localdate(), seen=False)
    nearest(file, clocks)
    return clocks


def nearest(file: CaseFile, clocks: Iterable[Clock]) -> None:
    """Set the case's next due day: the nearest open period of the organ whose text was seen and that is not stopped."""
    open_ones = [
        clock
        for clock in clocks
        if clock.met_on is None and clock.limit.whose == "organ" and clock.seen and not clock.stopped
    ]
    first = min(open_ones, key=lambda clock: clock.ends_on, default=None)
    file.case.next_due_on = first.ends_on if first and file.case.closed_on is None else None
    file.case.next_due = first.limit.key if first and file.case.closed_on is None else ""


def _day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value
