"""Which days are worked: the State Council's yearly notice as data, and beyond the last notice an estimate (推算).

The years 2004 to 2026 come from ``chinesecalendar``; later ones from notices imported with ``fadu law notice`` (JSON
with ``year`` and ``days`` of ``name``, ``date``, ``isOffDay``). A day of a year without a notice is projected:
weekends, and the statutory holidays where the almanac gives them, without any exchange of weekends (调休).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

FIRST: Final = date(1990, 1, 1)
LAST: Final = date(2060, 12, 31)
ALMANAC: Final = Path(__file__).parent / "festivals.csv"
ONE_DAY: Final = timedelta(days=1)


class BadNotice(ValueError):
    """A holiday notice that cannot be taken: the message names the file, the field and what to do."""


class BeyondCalendar(ValueError):
    """A day outside the years that the calendar covers (1990-2060)."""


@dataclass(frozen=True)
class Notice:
    """One year's notice of the State Council: the days off and the weekend days that are worked, with their names."""

    year: int
    off: Mapping[date, str]
    worked: Mapping[date, str]


class Calendar:
    """Working days by number, built once: asking costs one look-up.

    ``known`` are the years with a notice. Positions are days since 1990-01-01.
    """

    def __init__(self, notices: Iterable[Notice], almanac: Mapping[date, str] | None = None) -> None:
        self.off: dict[date, str] = {}
        self.worked: dict[date, str] = {}
        held = list(notices)
        self.known = frozenset(notice.year for notice in held)
        for day, name in (almanac or {}).items():
            if day.year not in self.known:
                self.off[day] = name
        for notice in sorted(held, key=lambda notice: notice.year):
            for day in notice.off:
                self.worked.pop(day, None)
            self.off.update(notice.off)
            self.worked.update(notice.worked)
        for day in self.worked:
            self.off.pop(day, None)
        self._base = FIRST.toordinal()
        self._working: list[date] = []
        self._rank: list[int] = []
        for ordinal in range(self._base, LAST.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if day in self.worked or (day.weekday() < 5 and day not in self.off):
                self._working.append(day)
            self._rank.append(len(self._working))

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is worked; a weekend day exchanged by the notice is. Raises BeyondCalendar."""
        at = self._at(day)
        return self._rank[at] > (self._rank[at - 1] if at else 0)

    def is_projected(self, day: date) -> bool:
        """Whether ``day`` lies in a year without a notice, so that the answer is an estimate (推算)."""
        return day.year not in self.known

    def projects(self, first: date, last: date) -> bool:
        """Whether any of the days ``first`` to ``last`` lies in a year without a notice."""
        return not self.known.issuperset(range(first.year, last.year + 1))

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the years that the calendar covers at all."""
        return FIRST <= day <= LAST

    def rests(self, day: date) -> tuple[str, str] | None:
        """Why ``day`` is not worked, in Chinese and English; None if it is."""
        if self.is_working(day):
            return None
        name = self.off.get(day, "")
        return (f"{name}放假", f"holiday ({ENGLISH.get(name, name)})") if name else ("休息日", "weekend")

    def after(self, day: date, number: int) -> date:
        """The ``number``-th working day after ``day``, which is not counted."""
        try:
            return self._working[self._rank[self._at(day)] + number - 1]
        except IndexError:
            raise BeyondCalendar(f"{number} working days from {day} end after {LAST}") from None

    def back(self, day: date, number: int) -> date:
        """The ``number``-th working day before ``day``, which is not counted."""
        at = self._at(day)
        place = (self._rank[at - 1] if at else 0) - number
        if place < 0:
            raise BeyondCalendar(f"{number} working days before {day} lie before {FIRST}")
        return self._working[place]

    def onward(self, day: date) -> date:
        """``day`` if it is worked, else the first working day after it."""
        at = self._at(day)
        before = self._rank[at - 1] if at else 0
        if before >= len(self._working):
            raise BeyondCalendar(f"there is no working day known after {day}")
        return self._working[before]

    def between(self, start: date, end: date) -> int:
        """How many working days lie after ``start`` up to and including ``end``."""
        return self._rank[self._at(end)] - self._rank[self._at(start)]

    def last_known(self) -> date:
        """The last day that a notice covers without a gap."""
        year = max(self.known, default=FIRST.year - 1)
        return date(year, 12, 31)

    def _at(self, day: date) -> int:
        at = day.toordinal() - self._base
        if not 0 <= at < len(self._rank):
            raise BeyondCalendar(f"{day} is outside the calendar, {FIRST} to {LAST}")
        return at


ENGLISH: Final = {
    "元旦": "New Year",
    "春节": "Spring Festival",
    "清明节": "Qingming",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
    "国庆节、中秋节": "National Day and Mid-Autumn Festival",
    "抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th anniversary of victory",
}


def read_notice(path: Path) -> Notice:
    """One year's notice from a JSON file. Raises BadNotice and takes nothing when any entry is wrong."""
    try:
        content: Any = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise BadNotice(f"{path.name}: not a JSON file in UTF-8 ({fault})") from fault
    year = content.get("year") if isinstance(content, dict) else None
    if not isinstance(year, int) or isinstance(year, bool) or not FIRST.year <= year <= LAST.year:
        raise BadNotice(f"{path.name}: field year: {year!r} is not a year from {FIRST.year} to {LAST.year}")
    days = content.get("days")
    if not isinstance(days, list) or not days:
        raise BadNotice(
            f"{path.name}: field days is empty: the notice for {year} has not been published; nothing taken"
        )
    off: dict[date, str] = {}
    worked: dict[date, str] = {}
    for row, entry in enumerate(days, 1):
        day, name, rests = _entry(path.name, year, row, entry)
        if day in off or day in worked:
            raise BadNotice(f"{path.name}: days, entry {row}: {day} stands twice")
        if not rests and day.weekday() < 5:
            raise BadNotice(
                f"{path.name}: days, entry {row}: {day} is not a weekend day, so it cannot be made a working day"
            )
        (off if rests else worked)[day] = name
    if not any(day.year == year for day in off):
        raise BadNotice(f"{path.name}: no day off in {year}; is this the notice of another year?")
    return Notice(year, off, worked)


def _entry(file: str, year: int, row: int, entry: Any) -> tuple[date, str, bool]:
    where = f"{file}: days, entry {row}"
    if (
        not isinstance(entry, dict)
        or not isinstance(entry.get("isOffDay"), bool)
        or not isinstance(entry.get("name"), str)
    ):
        raise BadNotice(f"{where}: wanted name (text), date (YYYY-MM-DD) and isOffDay (true or false), found {entry!r}")
    try:
        day = date.fromisoformat(entry["date"])
    except (KeyError, TypeError, ValueError):
        raise BadNotice(f"{where}: date {entry.get('date')!r} is not YYYY-MM-DD") from None
    if day.year != year and day not in {date(year - 1, 12, n) for n in range(20, 32)}:
        raise BadNotice(f"{where}: {day} does not belong to the notice of {year}")
    return day, entry["name"], entry["isOffDay"]


def published() -> list[Notice]:
    """The notices of 2004 to 2026, from ``chinesecalendar``."""
    from chinese_calendar.constants import holidays, workdays  # 20 ms that only a computed day should pay

    chinese = {english: name for name, english in PACKAGE.items()}
    off: dict[int, dict[date, str]] = {}
    worked: dict[int, dict[date, str]] = {}
    for day, name in holidays.items():
        off.setdefault(day.year, {})[day] = chinese.get(name, name)
    for day, name in workdays.items():
        worked.setdefault(day.year, {})[day] = chinese.get(name, name)
    return [Notice(year, off[year], worked.get(year, {})) for year in sorted(off)]


PACKAGE: Final = {
    "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Tomb-sweeping Day", "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival", "中秋节": "Mid-autumn Festival", "国庆节": "National Day",
    "抗日战争暨世界反法西斯战争胜利70周年纪念日": "Anti-Fascist 70th Day",
}  # fmt: skip


def statutory_holidays() -> dict[date, str]:
    """The statutory holidays as the almanac gives them, for years without a notice: the days alone, no exchange.

    Their number follows the years 2025 and 2026 (New Year 1, Spring Festival from its eve 4, Qingming 1, Labour Day 2,
    Dragon Boat 1, Mid-Autumn 1, National Day 3); the measures that fix it (全国年节及纪念日放假办法) were not seen,
    which is one more reason why such a day is only projected.
    """
    holidays: dict[date, str] = {}
    with ALMANAC.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = int(row["year"])
            spring = date.fromisoformat(row["spring_festival"])
            for name, first, days in (
                ("元旦", date(year, 1, 1), 1),
                ("春节", spring - ONE_DAY, 4),
                ("清明节", date.fromisoformat(row["qingming"]), 1),
                ("劳动节", date(year, 5, 1), 2),
                ("端午节", date.fromisoformat(row["dragon_boat"]), 1),
                ("中秋节", date.fromisoformat(row["mid_autumn"]), 1),
                ("国庆节", date(year, 10, 1), 3),
            ):
                for n in range(days):
                    holidays.setdefault(first + n * ONE_DAY, name)
    return holidays


class _Folder:
    """Where imported notices stand."""

    path: Path | None = None


def use(folder: Path | None) -> None:
    """Take imported notices from ``folder`` (files ``<year>.json``) into the standard calendar from now on."""
    _Folder.path = folder


def standard_calendar(notices: Path | None = None) -> Calendar:
    """The calendar of the country: 2004-2026, the notices in ``notices`` (or the folder in use), then projected."""
    folder = notices or _Folder.path
    stamps = tuple(sorted((p.name, p.stat().st_mtime_ns) for p in folder.glob("*.json"))) if folder else ()
    return _built(folder, stamps)


@lru_cache(maxsize=4)
def _built(folder: Path | None, stamps: tuple[tuple[str, int], ...]) -> Calendar:
    imported = [read_notice(folder / name) for name, _ in stamps] if folder else []
    years = {notice.year for notice in imported}
    return Calendar([*(n for n in published() if n.year not in years), *imported], statutory_holidays())
