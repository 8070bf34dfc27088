"""Periods: how long, in which unit, by which provision counted, whose, and how they begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fadu.law.statute import Cite


class Unit(StrEnum):
    """What a period is measured in."""

    HOUR = "小时"
    DAY = "日"
    WORKING_DAY = "工作日"
    MONTH = "个月"
    YEAR = "年"

    @property
    def english(self) -> str:
        """hour, day, working day, month, year."""
        return {"小时": "hour", "日": "day", "工作日": "working day", "个月": "month", "年": "year"}[self.value]


class Whose(StrEnum):
    """Whose period it is: the organ must act in it (机关), or the party may (当事人)."""

    ORGAN = "organ"
    PARTY = "party"


ORGAN: Final = Whose.ORGAN
PARTY: Final = Whose.PARTY


@dataclass(frozen=True)
class Running:
    """How a period begins and ends, for periods that begin on ``since`` or later.

    ``begins``: the provision by which the opening day (or hour) is not counted. ``rolls``: the provision by which a
    period that would end on a day off ends on the first working day after it; None: it is not moved. ``through``:
    the article that refers to it. ``reading``: why, in Chinese and English, where the statute does not say so itself.
    ``next_hour``: the provision by which hours are counted from the next full hour. ``posted``: that by which what is
    posted before the end is in time. ``seen``: False where the rule was not seen.
    """

    since: date
    begins: Cite | None = None
    rolls: Cite | None = None
    through: Cite | None = None
    reading: tuple[str, str] | None = None
    next_hour: Cite | None = None
    posted: Cite | None = None
    for_whose: Whose | None = None
    seen: bool = True


NEVER: Final = 10**7  # an ordinal after the last day that a date can name


@dataclass(frozen=True)
class Period:
    """``number`` units, at least 1.

    ``counted_by`` is the provision that makes days working days, where one does. ``liberty``: a person is deprived of
    liberty in it, so that nothing lengthens it (公安机关办理行政案件程序规定第三十五条 “不得因节假日而延长”).
    """

    number: int
    unit: Unit
    counted_by: Cite | None = None
    running: tuple[Running, ...] = field(default=(), repr=False)
    whose: Whose = ORGAN
    written: str = field(default="", compare=False)
    liberty: bool = False
    rolls_from: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"a period of {self.number} {self.unit} is none")
        rolling = NEVER
        for rule in self._rules():
            if rule.rolls is None:
                break
            rolling = rule.since.toordinal()
        if self.unit in {Unit.HOUR, Unit.WORKING_DAY} or self.liberty:
            rolling = NEVER
        object.__setattr__(self, "rolls_from", rolling)

    def __str__(self) -> str:
        """7日（工作日）; 15日; 20个工作日; 24小时; 3个月; 2年."""
        written = self.written or ("个工作日" if self.unit is Unit.WORKING_DAY else self.unit.value)
        mark = "（工作日）" if self.unit is Unit.WORKING_DAY and written == "日" else ""
        return f"{self.number}{written}{mark}"

    @property
    def english(self) -> str:
        """7 working days."""
        return f"{self.number} {self.unit.english}{'' if self.number == 1 else 's'}"

    @property
    def rolls(self) -> Cite | None:
        """The provision by which it rolls over a day off today; None where it does not."""
        rules = self._rules()
        return rules[0].rolls if rules and self.rolls_from != NEVER else None

    def of_liberty(self) -> Period:
        """The same period, in which a person is deprived of liberty: from the very moment, and never moved."""
        return replace(self, liberty=True)

    def of(self, whose: Whose | str) -> Period:
        """The same period, read as the organ's or the party's."""
        return self if self.whose == whose else replace(self, whose=Whose(whose))

    def rule_on(self, start: date) -> Running | None:
        """How it begins and ends when it begins on ``start``; None where no rule was seen for that day."""
        return next((rule for rule in self._rules() if rule.since <= start), None)

    def seen_on(self, start: date) -> bool:
        """Whether the rule by which it ends was seen, when it begins on ``start``; if not, no one is overdue by it."""
        rule = self.rule_on(start)
        return self.unit is Unit.WORKING_DAY or rule is None or rule.seen

    def _rules(self) -> list[Running]:
        return [rule for rule in self.running if rule.for_whose in {None, self.whose}]
