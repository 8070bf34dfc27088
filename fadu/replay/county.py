"""县: a county being replayed, its organs and people, and the working days over which its matters are spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from fadu.engine.acts import Comer
from fadu.law.calendar import standard_calendar
from fadu.organs.models import Organ, Person, Region
from fadu.replay import staff, stories
from fadu.replay.driver import Team
from fadu.replay.scenario import BadScenario, Scenario

ROOM = 45  # working days left at the year's end, so that a case begun last is still closed in its year

Progress = Callable[[str, int, int], None]
Entry = Mapping[str, Any]


def silent(_what: str, _done: int, _all: int) -> None:
    """No progress is shown."""


@dataclass
class County:
    """A county being replayed: its region, organs and people, and how many parties have been invented."""

    scenario: Scenario
    region: Region
    told: Progress
    organs: dict[str, Organ] = field(default_factory=dict)
    officers: dict[str, list[Person]] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    parties: int = 0
    people: int = 0

    @property
    def since(self) -> date:
        """Posts and certificates run from the start of the year before."""
        return date(self.scenario.year - 1, 1, 1)

    @property
    def prefix(self) -> str:
        return f"cs-{self.region.prefix}"

    def organ(self, entry: Entry) -> Organ:
        """The organ an entry names; raises ``KeyError`` for one the scenario does not list."""
        return self.organs[entry["organ"]]

    def team(self, key: str) -> Team:
        """The organ's team, made when it is first needed."""
        if key not in self.teams:
            officers = self.officers.get(key, [])
            if len(officers) < 2:
                raise BadScenario(
                    f"{self.scenario.name}: organ {key} needs two officers; list it under “officers” first"
                )
            self.teams[key] = staff.team(self.organs[key], officers[:2], self.prefix, self.since)
        return self.teams[key]

    def party(self, *, company: bool = False) -> Comer:
        """The next invented party."""
        self.parties += 1
        return stories.party(self.parties, company=company)


def working_days(year: int, count: int, room: int = ROOM, since: date | None = None) -> list[date]:
    """``count`` working days spread evenly over the year (or what is left of it ``since`` a day), leaving ``room``
    working days at its end."""
    calendar = standard_calendar()
    first = calendar.onward(since or date(year, 1, 1))
    length = calendar.between(first, date(year, 12, 31)) - room
    return [calendar.after(first, place * length // max(count, 1)) if place else first for place in range(count)]


def parts_of(total: Decimal, count: int) -> Iterator[Decimal]:
    """``total`` 元 in ``count`` amounts of whole hundreds where that is possible; their sum is exactly ``total``."""
    unit = Decimal(100) if total >= 100 * count else Decimal("0.01")
    each = (total / count / unit).to_integral_value(rounding="ROUND_DOWN") * unit
    for _place in range(count - 1):
        yield each
    yield total - each * (count - 1)
