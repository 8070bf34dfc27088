"""The rules of law that give a time limit or a duty, in our own words, each with its provision; and the day each
yields.

``rules.csv`` is committed; ``fadu law rules`` makes it. A rule whose text was not seen (未见原文) answers as a hint
and makes no one overdue.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

from fadu.law.calendar import Calendar, standard_calendar
from fadu.law.derivation import Found, en, zh
from fadu.law.due import Longer, Pause, day_of, due, due_before
from fadu.law.periods import Period, Unit, Whose
from fadu.law.register import cite
from fadu.law.statute import Cite, Statute

TABLE: Final = Path(__file__).parent / "rules.csv"
COLUMNS: Final = (
    "id", "procedure", "step", "rule", "number", "unit", "mode", "whose", "starts_from", "who", "effect", "law", "cite",
    "verified", "in_force", "until", "region", "domain", "reading",
)  # fmt: skip
UNITS: Final = {
    "日": Unit.DAY, "工作日": Unit.WORKING_DAY, "个月": Unit.MONTH, "年": Unit.YEAR, "小时": Unit.HOUR,
}  # fmt: skip
YEARLY: Final = re.compile(r"(\d+)月(\d+)日")


class Mode(StrEnum):
    """How the period of a rule runs."""

    WITHIN = "within"  # 内: the act must be done by its last day
    BEFORE = "before"  # 前: counted back from an event
    AFTER = "after"  # 满、后、经过: something may or must happen once it has run
    AT_LEAST = "at least"  # 不少于: it must run so long at least
    LONGER = "longer"  # 延长: from the last day of another period
    BAR = "bar"  # 不得: something may not be done in it
    LIBERTY = "liberty"  # a person is deprived of liberty in it


class NotAPeriod(ValueError):
    """The rule gives no period: a number of persons, an amount, or a duty without a number."""


@dataclass(frozen=True)
class Rule:
    """One row of the table.

    ``law`` is the name as the table writes it, ``key`` the citation key, empty if not seen. ``region`` limits a
    local rule to the regions with this code prefix, ``domain`` a rule to a field of enforcement (市场监管, 公安);
    empty: all. ``reading`` says why, where the words leave room.
    """

    id: str
    procedure: str
    step: str
    rule: str
    number: str
    unit: str
    mode: Mode | None
    whose: Whose
    starts_from: str
    who: str
    effect: str
    law: str
    key: str
    verified: bool
    in_force: date | None
    until: date | None
    region: str
    domain: str
    reading: str

    @cached_property
    def cite(self) -> Cite | None:
        """The provision, checked to exist; None where it was not seen."""
        return cite(self.key) if self.key else None

    @property
    def statute(self) -> Statute | None:
        """The edition that the rule comes from, where it is held."""
        return self.cite.statute if self.cite else None

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the rule: one, or the least and the most (15-30), or each case's (3/10/30)."""
        return tuple(map(int, re.findall(r"\d+", self.number)))

    @property
    def period(self) -> Period:
        """The period; of a range the longest, since only its end is the last day. Raises NotAPeriod."""
        return self._period(max(self.numbers) if self.unit in UNITS and self.numbers else 0)

    @property
    def least(self) -> Period | None:
        """The shortest period of a range (不少于15日，不超过30日)."""
        return self._period(min(self.numbers)) if len(self.numbers) > 1 and self.unit in UNITS else None

    @property
    def yearly(self) -> tuple[int, int] | None:
        """Month and day, where the rule names a day of every year (每年1月31日前)."""
        found = YEARLY.fullmatch(self.number)
        return (int(found[1]), int(found[2])) if found else None

    def _period(self, number: int) -> Period:
        if self.unit not in UNITS or not number:
            what = f"{self.number}{self.unit}" if self.number else "没有数字的义务"
            raise NotAPeriod(f"{self.id}: 不是期间（{what}）: {self.rule}")
        unit, statute = UNITS[self.unit], self.statute
        if statute is None:
            period = Period(number, unit, whose=self.whose)
        elif unit is Unit.DAY:
            period = statute.days(number, self.whose)
            if period.unit is not Unit.DAY:
                raise ValueError(f"{self.id}: the table says calendar days, {statute.key} says working days")
        elif unit is Unit.WORKING_DAY:
            period = statute.days(number, self.whose)
            if period.unit is not Unit.WORKING_DAY:
                period = statute.working_days(number, self.whose)
        else:
            make = {Unit.HOUR: statute.hours, Unit.MONTH: statute.months, Unit.YEAR: statute.years}[unit]
            period = make(number, self.whose)
        return period.of_liberty() if self.mode is Mode.LIBERTY else period

    def applies(self, day: date) -> bool:
        """Whether the rule was in force on ``day``, as far as its days of force were seen."""
        return (self.in_force is None or self.in_force <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Answer:
    """What a rule yields from a start: the day, or the moment; ``earliest`` where it must not be done before.

    ``estimated`` (推算): a year without a holiday notice took part. ``binding`` False: a hint only, no one is
    overdue by it.
    """

    rule: Rule
    day: date
    moment: datetime | None
    earliest: date | None
    estimated: bool
    binding: bool
    derivation: tuple[Found, ...]


HINT: Final = Found(
    "该规则未见原文，只作提示，不据此认定逾期。",
    "The text of this rule was not seen: a hint only, no one is overdue by it.",
)
WORDED: Final = {
    Mode.AFTER: Found("期间届满后始发生效果。", "The effect follows only once the period has run."),
    Mode.AT_LEAST: Found("这是最短期间：不得早于其届满。", "This is the shortest period: not before it has run."),
    Mode.LONGER: Found(
        "这是延长：自原期限的最后一日起连续计算。",
        "This is an extension: it runs on from the last day of the period extended.",
    ),
    Mode.BAR: Found("期间内不得为之；不因节假日延长。", "Barred while it runs; a day off does not lengthen it."),
}


def answer(
    rule: Rule,
    start: date | datetime,
    calendar: Calendar | None = None,
    *,
    whose: Whose | str | None = None,
    suspensions: Sequence[Pause] = (),
    extensions: Sequence[Longer] = (),
) -> Answer:
    """The day that ``rule`` yields from ``start``; of an event for rules that count back. Raises NotAPeriod."""
    calendar = calendar or standard_calendar()
    begun = day_of(start)
    notes = [] if rule.verified else [HINT]
    if not rule.applies(begun):
        notes.append(_out_of_force(rule, begun))
    if rule.yearly:
        return _yearly(rule, rule.yearly, begun, notes)
    period = rule.period.of(whose or rule.whose)
    if rule.mode is Mode.BEFORE:
        found = due_before(period, start, calendar)
    else:
        found = due(period, start, calendar, suspensions=suspensions, extensions=extensions)
    notes += [WORDED[rule.mode]] if rule.mode in WORDED else []
    earliest = None
    if rule.least is not None:
        earliest = due(rule.least.of(whose or rule.whose), start, calendar).day
        notes.append(
            Found(f"不得早于{zh(earliest)}（{rule.least}）。", f"Not before {en(earliest)} ({rule.least.english}).")
        )
    return Answer(
        rule=rule,
        day=found.day,
        moment=found.moment,
        earliest=earliest,
        estimated=found.projected,
        binding=rule.verified and found.seen and found.suspended is None,
        derivation=(_opening(rule), *found.derivation, *notes),
    )


def _opening(rule: Rule) -> Found:
    said = [f"起算：{rule.starts_from}"] if rule.starts_from else []
    said += [f"仅适用于{rule.domain}"] if rule.domain else []
    said += [rule.reading] if rule.reading else []
    told = f"（{'；'.join(said)}）" if said else ""
    length = f"{rule.mode} {rule.period.english}" if rule.mode and not rule.yearly else "every year"
    return Found(f"规则{rule.id}：{rule.rule}{told}。", f"Rule {rule.id}: {length}.", rule.cite)


def _out_of_force(rule: Rule, begun: date) -> Found:
    since, until = rule.in_force or "未见", rule.until or "现行"
    since_en, until_en = rule.in_force or "a day not seen", rule.until or "now"
    return Found(
        f"注意：该规则的施行期间是{since}至{until}，{zh(begun)}不在其内。",
        f"Note: this rule is in force from {since_en} to {until_en}; {en(begun)} is outside it.",
        rule.cite,
    )


def _yearly(rule: Rule, yearly: tuple[int, int], begun: date, notes: Sequence[Found]) -> Answer:
    month, number = yearly
    day = date(begun.year, month, number)
    if day < begun:
        day = date(begun.year + 1, month, number)
    said = Found(
        f"每年的固定日期：{zh(begun)}以后的下一个是{zh(day)}。",
        f"A fixed day of every year: the next from {en(begun)} is {en(day)}.",
        rule.cite,
    )
    return Answer(
        rule, day, None, None, estimated=False, binding=rule.verified, derivation=(_opening(rule), said, *notes)
    )


def _read() -> dict[str, Rule]:
    def day(written: str) -> date | None:
        return date.fromisoformat(written) if written else None

    rules = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rules[row["id"]] = Rule(
                id=row["id"],
                procedure=row["procedure"],
                step=row["step"],
                rule=row["rule"],
                number=row["number"],
                unit=row["unit"],
                mode=Mode(row["mode"]) if row["mode"] else None,
                whose=Whose(row["whose"]),
                starts_from=row["starts_from"],
                who=row["who"],
                effect=row["effect"],
                law=row["law"],
                key=row["cite"],
                verified=row["verified"] == "yes",
                in_force=day(row["in_force"]),
                until=day(row["until"]),
                region=row["region"],
                domain=row["domain"],
                reading=row["reading"],
            )
    return rules


RULES: Final[dict[str, Rule]] = _read() if TABLE.exists() else {}
