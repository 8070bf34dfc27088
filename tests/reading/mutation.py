"""Change one printed number of a relation that holds, so that it no longer does.

The changed text is read and audited afresh: what is tested is text in, finding out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.reading.goldsets import Gold, Row
from tests.reading.judging import ALARMS

DIGITS = re.compile(r"[\d０-９][\d０-９,，.．]*")
COUNTED = re.compile(r"[零一二两三四五六七八九十百千]+")
CHINESE = "零一二三四五六七八九十"
Findings = list[dict[str, Any]]
HOURS = {"工作日": 8, "小时": 1, "天": 24}


@dataclass(frozen=True)
class Mutant:
    """A text in which one number of a relation was changed."""

    gold: Gold
    check: Row
    start: int
    end: int
    printed: str
    text: str

    @property
    def said(self) -> str:
        was = self.gold.text[self.start : self.end]
        return f"{self.gold.name} {self.check['type']} {was}→{self.printed}: {self.check['statement']}"

    def figure_starts(self) -> list[int]:
        """Where the relation's figures start in the changed text."""
        moved = len(self.printed) - (self.end - self.start)
        return [at + moved if at > self.start else at for at in self.check["figure_starts"]]


def mutants(gold: Gold) -> Iterator[Mutant]:
    """Every change of one number that breaks a stated relation of the text."""
    by_start = {row["start"]: row for row in gold.figures}
    for check in gold.checks:
        if check["strength"] != "stated" or check["verdict"] != "holds":
            continue
        members = [by_start[start] for start in check["figure_starts"]]
        for row, value in changes(check, members):
            place = numeral(row)
            if place is None:
                continue
            printed = rewritten(row, value)
            if printed is None:
                continue
            start, end = row["start"] + place[0], row["start"] + place[1]
            text = gold.text[:start] + printed + gold.text[end:]
            yield Mutant(gold, check, start, end, printed, text)
        if "分别" in gold.text[max(0, members[0]["start"] - 40) : members[0]["start"]] and check["type"] == "other":
            yield from without_one(gold, check, members)


def changes(check: Row, members: list[Row]) -> Iterator[tuple[Row, Decimal]]:
    """Which figure of a relation becomes what, so that the relation breaks."""
    values = [number(row) for row in members]
    kind = check["type"]
    if kind == "sum":
        least = max(step(row) for row in members)
        for row, value in zip(members, values, strict=True):
            yield row, value + least
            if value > least:
                yield row, value - least
    elif kind == "ratio":
        yield from off_rate(members, values)
    elif kind == "part_le_whole":
        *parts, whole = values
        if len(members) >= 2:
            yield members[0], whole - sum(parts[1:]) + max(step(members[0]), margin(whole, members[0]))
            low = sum(parts) - max(step(members[-1]), margin(sum(parts), members[-1]))
            if low > 0:
                yield members[-1], low
    elif kind == "change_bound":
        yield members[-1], abs(values[-1]) + 100
    elif kind == "same_figure":
        for row, value in zip(members, values, strict=True):
            yield row, value + step(row)
    elif len(members) == 1:
        if check["printed"] is not None and check["computed"] is not None and check["printed"] > check["computed"]:
            yield members[0], Decimal(check["computed"] - 1)
        else:
            yield members[0], values[0] + 1
    elif len(members) == 2 and "分别" not in check["statement"]:
        yield from other_way(members, values)


def off_rate(members: list[Row], values: list[Decimal]) -> Iterator[tuple[Row, Decimal]]:
    """A rate printed wrong by two points, and a part or a whole that would make it so."""
    part, whole, rate = values
    wrong = rate - 2 if rate > 50 else rate + 2
    yield members[2], wrong
    digits = max(Decimal(1), whole / 50)
    yield members[0], max(Decimal(1), (part - digits).to_integral_value()) if part > digits else part + digits
    yield members[1], (whole + digits * 2).to_integral_value()


def other_way(members: list[Row], values: list[Decimal]) -> Iterator[tuple[Row, Decimal]]:
    """What was reduced to now grows, what grew now shrinks, and what was reached is missed."""
    first, second = values
    if members[0]["unit"] in HOURS and members[1]["unit"] in HOURS:
        yield members[1], first * HOURS[members[0]["unit"]] / HOURS[members[1]["unit"]] + 2
    elif second >= Decimal(10000):
        yield members[1], first + step(members[1])
    else:
        yield members[1], first + 1 if second < first else max(Decimal(0), first - 1)


def without_one(gold: Gold, check: Row, members: list[Row]) -> Iterator[Mutant]:
    """One of the figures told respectively is left out."""
    row = members[1]
    start, end = row["start"] - 1, row["end"]
    if gold.text[start] in "、,，":
        yield Mutant(gold, check, start, end, "", gold.text[:start] + gold.text[end:])


def number(row: Row) -> Decimal:
    """The printed number, without the sign that 减少 or 下降 gives it."""
    if row["value"] is not None:
        return abs(Decimal(str(row["value"])))
    found = DIGITS.search(row["text"]) or COUNTED.search(row["text"])
    if found is None:
        return Decimal(0)
    return Decimal(found[0]) if found[0][0].isdigit() else Decimal(CHINESE.find(found[0]))


def numeral(row: Row) -> tuple[int, int] | None:
    found = DIGITS.search(row["text"]) or COUNTED.search(row["text"])
    return found.span() if found else None


def scale(row: Row) -> Decimal:
    """千, 万 and 亿 of the printed number."""
    tens = Decimal(1)
    for letter in row["text"]:
        tens *= {"千": 10**3, "万": 10**4, "亿": 10**8}.get(letter, 1)
    return tens


def step(row: Row) -> Decimal:
    """One in the last printed place."""
    found = DIGITS.search(row["text"])
    if found is None:
        return Decimal(1)
    _, dot, decimals = found[0].replace("．", ".").rstrip(".,，").partition(".")
    return scale(row) * (Decimal(1).scaleb(-len(decimals)) if dot else Decimal(1))


def margin(value: Decimal, row: Row) -> Decimal:
    return (value / 10 / step(row)).to_integral_value() * step(row)


def rewritten(row: Row, value: Decimal) -> str | None:
    """The value in the style of the printed number; None where that style cannot say it."""
    found = DIGITS.search(row["text"])
    if found is None:
        return CHINESE[int(value)] if 0 < value <= 10 else None
    shown = value / scale(row)
    decimals = len(found[0].replace("．", ".").rstrip(".,，").partition(".")[2])
    printed = f"{shown:,.{decimals}f}" if "," in found[0] or "，" in found[0] else f"{shown:.{decimals}f}"
    if found[0][0] >= "０":
        printed = printed.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for narrow, wide in (".．", ",，"):
        if wide in found[0]:
            printed = printed.replace(narrow, wide)
    return None if printed == found[0] else printed


def flagged(mutant: Mutant, before: Findings, after: Findings, *, hard: bool = True) -> bool:
    """Whether the findings about the changed text alarm about the relation, where those about the old did not.

    hard: only contradicts and impossible count; else every verdict but holds.
    """
    known = {(finding["verdict"], finding["statement"]) for finding in before}
    places = set(mutant.figure_starts())
    for finding in after:
        if finding["verdict"] == "holds" or (hard and finding["verdict"] not in ALARMS):
            continue
        if (finding["verdict"], finding["statement"]) in known:
            continue
        if any(figure["start"] in places for figure in finding["figures"]) or mutant.start in sentence(mutant, finding):
            return True
    return False


def sentence(mutant: Mutant, finding: dict[str, Any]) -> range:
    """The place of a finding's sentence in the changed text."""
    at = mutant.text.find(str(finding["sentence"]))
    return range(at, at + len(str(finding["sentence"]))) if at >= 0 else range(0)
