"""The frozen snapshot of a case as a paper reads it: typed, and silent about what is not there yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

Snapshot = Mapping[str, Any]


def day_in(value: object) -> date | None:
    """The day in an ISO text; None where there is none. Of a moment, its day in Asia/Shanghai."""
    moment = _moment(value)
    return moment.date() if moment else None


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
    return moment.astimezone(SHANGHAI) if moment and moment.tzinfo else moment


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


@dataclass(frozen=True, slots=True)
class Person:
    """An official: name and number of the enforcement certificate."""

    name: str = ""
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A step taken: when, by whom, with which result, and what was said."""

    key: str = ""
    on: date | None = None
    by: Person = Person()
    second: Person = Person()
    outcome: str = ""
    outcome_name: str = ""
    note: str = ""

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who acted, the first one first."""
        return tuple(each for each in (self.by, self.second) if each.name)


@dataclass(frozen=True, slots=True)
class Party:
    """A party as entered. ``kind`` is person, trader, company or other."""

    role: str = "party"
    kind: str = ""
    name: str = ""
    code: str = ""
    representative: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""

    @property
    def natural(self) -> bool:
        """A natural person, whose name is personal data."""
        return self.kind == "person"

    @property
    def sex(self) -> str:
        """男 or 女, as the seventeenth digit of the citizen's number says (GB 11643); else empty."""
        number = self.id_number
        return ("女", "男")[int(number[16]) % 2] if self.natural and len(number) == 18 and number[:17].isdigit() else ""

    @property
    def born(self) -> date | None:
        """The day of birth in the citizen's number (GB 11643); None where it names none."""
        number = self.id_number
        if not (self.natural and len(number) == 18 and number[:17].isdigit()):
            return None
        try:
            return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Served:
    """A paper brought to a party: what, in which way, where, and on which day it counts as served."""

    what: str
    way: str
    place: str
    served_on: date | None


@dataclass(frozen=True, slots=True)
class Frozen:
    """The snapshot, asked by name. A column the record does not have reads like an empty one."""

    of: Snapshot

    def _part(self, name: str) -> Mapping[str, Any]:
        part = self.of.get(name)
        return part if isinstance(part, Mapping) else {}

    def _list(self, name: str) -> Sequence[Any]:
        part = self.of.get(name)
        return part if isinstance(part, (list, tuple)) else ()

    def value(self, column: str) -> object:
        """What the record holds in ``column``; if nothing, what this one paper holds under that name (``extra``)."""
        found = self._part("record").get(column)
        return self._part("extra").get(column, found) if found in (None, "") else found

    def text(self, column: str) -> str:
        """Words of a column; empty if there are none."""
        return _text(self.value(column))

    def day(self, column: str) -> date | None:
        """A day; of a moment, its day in Asia/Shanghai."""
        return day_in(self.value(column))

    def moment(self, column: str) -> datetime | None:
        """A moment in Asia/Shanghai."""
        return _moment(self.value(column))

    def money(self, column: str) -> Decimal | None:
        """An amount in 元; None where there is none, or none that a record can hold."""
        try:
            sum_ = Decimal(self.text(column))
        except InvalidOperation:
            return None
        return sum_ if sum_.is_finite() and 0 <= sum_ < 10**14 else None

    def number(self, column: str) -> int | None:
        """A count."""
        return int(self.text(column)) if self.text(column).isdigit() else None

    def yes(self, column: str) -> bool:
        """A fact that is so."""
        return self.value(column) in (True, "True", "true", "1", 1)

    def shown(self, column: str) -> str:
        """The name of the choice made in a column."""
        return _text(self._part("shown").get(column)) or self.text(column)

    @property
    def kind(self) -> str:
        """Which document it is for: ``penalty_decision``."""
        return _text(self._part("paper").get("kind"))

    @property
    def reference(self) -> str:
        """The document's number, where it has one."""
        return _text(self._part("paper").get("number"))

    @property
    def issued_on(self) -> date | None:
        """The day the document is made."""
        return day_in(self._part("paper").get("issued_on"))

    @property
    def organ(self) -> str:
        """The organ that issues it."""
        return _text(self._part("organ").get("name"))

    @property
    def above(self) -> str:
        """The organ's parent: of a department, the people's government it belongs to."""
        return _text(self._part("organ").get("parent"))

    @property
    def title(self) -> str:
        """案由."""
        return _text(self._part("case").get("title"))

    @property
    def matter(self) -> str:
        """案由 as it stands before 一案: 经营过期食品案 is 经营过期食品."""
        return self.title.removesuffix("案")

    @property
    def case_number(self) -> str:
        """案号."""
        return _text(self._part("case").get("number"))

    @property
    def domain(self) -> str:
        """The field of enforcement."""
        return _text(self._part("case").get("domain"))

    @property
    def source(self) -> str:
        """案件来源."""
        return _text(self._part("case").get("source"))

    @property
    def opened_on(self) -> date | None:
        """The day the case was opened."""
        return day_in(self._part("case").get("opened_on"))

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody entered, in order."""
        names = Party.__dataclass_fields__
        return tuple(
            Party(**{name: _text(each.get(name)) for name in names if name in each})
            for each in self._list("parties")
            if isinstance(each, Mapping)
        )

    @property
    def party(self) -> Party:
        """The party; an empty one where none is entered."""
        named = [each for each in self.parties if each.role in ("", "party")] or list(self.parties)
        return named[0] if named else Party()

    @property
    def officers(self) -> tuple[Person, ...]:
        """承办人员, with their certificates."""
        return tuple(_person(each) for each in self._list("officers"))

    @property
    def steps(self) -> tuple[Act, ...]:
        """The steps taken, in order."""
        return tuple(_act(each) for each in self._list("steps") if isinstance(each, Mapping))

    def step(self, *keys: str) -> Act:
        """The last step taken of those named; an empty one where none was taken."""
        return next((each for each in reversed(self.steps) if each.key in keys), Act())

    def every(self, key: str) -> tuple[Act, ...]:
        """All steps of that name, in order."""
        return tuple(each for each in self.steps if each.key == key)

    def number_of(self, *kinds: str) -> str:
        """The number of the last paper of one of ``kinds`` issued before in the case; empty where there is none."""
        numbers = [
            _text(each.get("number"))
            for each in self._list("papers")
            if isinstance(each, Mapping) and each.get("kind") in kinds
        ]
        return numbers[-1] if numbers else ""

    @property
    def decision_number(self) -> str:
        """The number of the decision: of the paper issued here, or as another system gave it."""
        return self.text("decision_number") or self.number_of(
            "penalty_decision", "no_penalty_decision", "summary_decision"
        )

    @property
    def deliberation(self) -> Mapping[str, Any]:
        """集体讨论, empty where none was held."""
        return self._part("deliberation")

    def due(self, *limits: str) -> date | None:
        """The last day of the first of ``limits`` that runs, as it stood when the paper was made."""
        clocks = self._part("clocks")
        return next((day_in(clocks[limit]) for limit in limits if clocks.get(limit)), None)

    @property
    def services(self) -> tuple[Served, ...]:
        """What was served before in the case, paper by paper."""
        return tuple(
            Served(
                _text(paper.get("title")) + _text(paper.get("number")),
                _text(each.get("way")),
                _text(each.get("place")),
                day_in(each.get("served_on")),
            )
            for paper in self._list("papers")
            if isinstance(paper, Mapping)
            for each in paper.get("services") or ()
        )


def _person(value: object) -> Person:
    if not isinstance(value, Mapping):
        return Person(_text(value))
    return Person(_text(value.get("name")), _text(value.get("certificate")))


def _act(value: Mapping[str, Any]) -> Act:
    return Act(
        _text(value.get("key")),
        day_in(value.get("on")),
        _person(value.get("by")),
        _person(value.get("second")),
        _text(value.get("outcome")),
        _text(value.get("outcome_name")),
        _text(value.get("note")),
    )
