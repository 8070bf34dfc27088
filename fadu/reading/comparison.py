"""The same indicator side by side over regions and years: which figures are compared, by which rule, where they differ.

What a figure counts is said in each report in words of its own. `indicators.csv` says, in ours, which words make it an
indicator of which row of the inventory; the mapping is part of the result, and a clerk's corrections come before it.
Figures of differing definitions (another base of a rate, another period, another unit) stand side by side, but are not
ranked, and the difference is said.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

from fadu.reading.figure import Figure, Kind, plain
from fadu.reading.report import Report

__all__ = [
    "Cell", "Column", "Comparison", "Corrections", "Indicator", "Line", "Mapped", "compare", "indicators",
]  # fmt: skip

Corrections = Mapping[str, tuple[str, str]]
"""What a clerk says of a subject: its row and indicator, both empty for one that is not to be compared."""

CONTEXT: Final = 60  # characters before a figure, within its sentence, that say what it is of
# The base a rate is taken of, by the word nearest before it: 败诉率 of those received, of those closed are two rates.
_BASES: Final = (
    ("按结案计", re.compile(r"结案|审结|办结|判决")),
    ("按受理计", re.compile(r"(?<!不予)受理")),
    ("按收到计", re.compile(r"收到|接收|新收|收案|共收")),
    ("按调解计", re.compile(r"调解|调处")),
)
# Measure words of things, of people and of times: which of them a report takes is its style, not its definition.
_SAME_UNIT: Final = {
    **dict.fromkeys("件份条个项卷本张起宗例部篇", "件"),
    **dict.fromkeys("人名位", "人"),
    **dict.fromkeys(("次", "场", "场次", "期"), "次"),
    "件次": "件",
}
_SUM: Final = re.compile(r"以来|累计|自.{0,12}(?:建设|成立|开通)|五年|历年")
_PAST: Final = re.compile(r"(?:去年|上年|原来|以前|上一年)[^，,。；;]{0,8}$|[由从][^，,。；;至到]{0,10}$")
_UNRANKED: Final = "不排名"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a row of the inventory, and the words by which a figure is known to be it."""

    row: str
    name: str
    kind: Kind
    unit: re.Pattern[str] | None
    words: tuple[re.Pattern[str], ...]
    before: re.Pattern[str] | None
    never_before: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def fits(self, figure: Figure, before: str) -> bool:
        """Whether the figure, with the words `before` it, is one of this indicator."""
        subject = figure.subject
        return (
            all(each.search(subject) for each in self.words)
            and not (self.never and self.never.search(subject))
            and not (self.unit and figure.unit and not self.unit.match(figure.unit))
            and not (self.before and not self.before.search(before))
            and not (self.never_before and self.never_before.search(before))
        )


@dataclass(frozen=True, slots=True)
class Column:
    """One report: its name (the file's), region and year."""

    name: str
    region: str
    year: int | None

    @property
    def label(self) -> str:
        return f"{self.region or self.name}{self.year or ''}"


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure a report gives for an indicator, what is peculiar about it, and how many other figures of the report
    fitted as well."""

    figure: Figure
    base: str
    notes: tuple[str, ...]
    others: int

    @property
    def value(self) -> Decimal | None:
        return None if self.figure.corrupt else self.figure.value

    @property
    def unit(self) -> str:
        return self.figure.unit or ""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator over all reports. `changes` are against the same region's report of the year before among those
    given: amount, and share of it (in 百分点 a rate has only the amount). `ranks` count from 1, the highest; None where
    definitions differ. `notes` say what differs."""

    row: str
    name: str
    unit: str
    cells: tuple[Cell | None, ...]
    changes: tuple[tuple[Decimal, Decimal | None] | None, ...]
    ranks: tuple[int | None, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which indicator a figure was taken for. `by` is 规则, 更正 or 未归入."""

    column: Column
    figure: Figure
    row: str
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines in the order of the inventory, and the mapping of every figure of every report."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    mapping: tuple[Mapped, ...]

    def json(self) -> dict[str, Any]:
        """As `fadu compare --json` prints it."""
        return {
            "reports": [{"file": each.name, "region": each.region, "year": each.year} for each in self.columns],
            "indicators": [_line_json(line) for line in self.lines],
            "mapping": [
                {
                    "file": each.column.name,
                    "subject": each.figure.subject,
                    "start": each.figure.start,
                    "row": each.row,
                    "indicator": each.name,
                    "by": each.by,
                }
                for each in self.mapping
            ],
        }


@dataclass(slots=True)
class _Gathered:
    row: str
    name: str
    found: dict[int, list[tuple[Figure, str]]] = field(default_factory=dict)


@cache
def indicators() -> tuple[Indicator, ...]:
    """The committed table, in its order: the first that fits is taken."""
    table = resources.files("fadu.reading").joinpath("indicators.csv").read_text("utf-8")
    return tuple(_indicator(line) for line in csv.DictReader(table.splitlines()))


def _indicator(line: Mapping[str, str]) -> Indicator:
    """A line of the table. 含: groups, all of which the subject must show; 前文: what must stand before the figure, or
    with ! what must not; 不含: what the subject must not show; 量词: how its measure word begins."""
    before = line["前文"]
    return Indicator(
        row=line["行"],
        name=line["指标"],
        kind=Kind(line["类别"]),
        unit=_pattern(line["量词"]),
        words=tuple(re.compile(group) for group in line["含"].split()),
        before=None if before.startswith("!") else _pattern(before),
        never_before=_pattern(before[1:]) if before.startswith("!") else None,
        never=_pattern(line["不含"]),
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


@cache
def _by_kind() -> dict[Kind, tuple[Indicator, ...]]:
    return {kind: tuple(each for each in indicators() if each.kind is kind) for kind in Kind}


def compare(reports: Sequence[tuple[str, Report]], corrections: Corrections | None = None) -> Comparison:
    """The reports (each with its file's name) side by side, by region and year."""
    given = sorted(reports, key=lambda each: (each[1].region, each[1].year or 0, each[0]))
    columns = tuple(Column(name, report.region, report.year) for name, report in given)
    mapping: list[Mapped] = []
    gathered: dict[tuple[str, str], _Gathered] = {}
    for place, (column, (_, report)) in enumerate(zip(columns, given, strict=True)):
        for figure in report.figures:
            before = _before(figure)
            mapped = _map(column, figure, before, corrections or {})
            mapping.append(mapped)
            if mapped.name:
                line = gathered.setdefault((mapped.row, mapped.name), _Gathered(mapped.row, mapped.name))
                line.found.setdefault(place, []).append((figure, before))
    order = {(each.row, each.name): place for place, each in enumerate(indicators())}
    lines = [_line(each, columns) for each in gathered.values()]
    lines.sort(key=lambda line: (_number(line.row), order.get((line.row, line.name), len(order)), line.name))
    return Comparison(columns, tuple(lines), tuple(mapping))


def _before(figure: Figure) -> str:
    end = max(0, figure.start - figure.sentence_start)
    return figure.sentence[max(0, end - CONTEXT) : end]


def _map(column: Column, figure: Figure, before: str, corrections: Corrections) -> Mapped:
    if (corrected := corrections.get(figure.subject)) is not None:
        return Mapped(column, figure, *corrected, by="更正")
    for each in _by_kind()[figure.kind]:
        if each.fits(figure, before):
            return Mapped(column, figure, each.row, each.name, by="规则")
    return Mapped(column, figure, "", "", by="未归入")


def _line(gathered: _Gathered, columns: Sequence[Column]) -> Line:
    cells = tuple(
        _cell(gathered.found[place], column) if place in gathered.found else None
        for place, column in enumerate(columns)
    )
    present = [cell for cell in cells if cell]
    notes = _differences(cells, columns)
    units = [cell.unit for cell in present if cell.unit]
    changes = tuple(_change(place, cells, columns) for place in range(len(columns)))
    ranks = (None,) * len(columns) if notes else _ranks(cells, columns)
    if notes:
        notes.append(_UNRANKED)
    return Line(gathered.row, gathered.name, units[0] if units else "", cells, changes, ranks, tuple(notes))


def _cell(found: Sequence[tuple[Figure, str]], column: Column) -> Cell:
    """The figure that stands for the report: undamaged, of the report's own year, the first in the text."""

    def order(each: tuple[Figure, str]) -> tuple[bool, bool, bool, int]:
        figure, before = each
        elsewhere = bool(figure.period_stated) and str(column.year) not in (figure.period or "")
        summed = bool(_SUM.search((figure.period or "") + before[-20:]))
        past = bool(_PAST.search(before)) or figure.subject.endswith(("（原来）", "（去年）"))
        return figure.corrupt, past, elsewhere or summed, figure.start

    figure, before = min(found, key=order)
    notes = []
    if figure.corrupt:
        notes.append("印损")
    if figure.approx:
        notes.append("约数")
    if figure.bound:
        notes.append("以上" if figure.bound == "ge" else "以内")
    others = len({each.value for each, _ in found} - {figure.value})
    if others:
        notes.append(f"另有{others}个不同的数")
    return Cell(figure, _base(figure, before), tuple(notes), others)


def _base(figure: Figure, before: str) -> str:
    """The base of a rate, by the word nearest before it; "" for what is no rate, or where nothing says it."""
    if figure.kind is not Kind.RATIO:
        return ""
    nearest = max(
        ((max((found.end() for found in pattern.finditer(before)), default=-1), name) for name, pattern in _BASES)
    )
    return nearest[1] if nearest[0] >= 0 else ""


def _differences(cells: Sequence[Cell | None], columns: Sequence[Column]) -> list[str]:
    """What the figures of one line do not have in common."""
    told: list[str] = []
    pairs = [(cell, column) for cell, column in zip(cells, columns, strict=True) if cell]
    if len(pairs) < 2:
        return told
    bases = {column.label: cell.base for cell, column in pairs}
    if len({base for base in bases.values() if base}) > 1:
        told.append("口径不同：" + "，".join(f"{label}{base or '未写明'}" for label, base in bases.items()))
    periods = {
        column.label: cell.figure.period or ""
        for cell, column in pairs
        if cell.figure.period_stated and (cell.figure.period or "").strip("年度") != str(column.year)
    }
    if periods:
        told.append("期间不同：" + "，".join(f"{label}为{period}" for label, period in periods.items()))
    units = sorted({cell.unit for cell, _ in pairs if cell.unit})
    if len({_SAME_UNIT.get(unit, unit) for unit in units}) > 1:
        told.append("单位不同：" + "、".join(units))
    return told


def _change(
    place: int, cells: Sequence[Cell | None], columns: Sequence[Column]
) -> tuple[Decimal, Decimal | None] | None:
    """The change against the column before it, if that is the same region's in an earlier year."""
    if place == 0 or not columns[place].region or columns[place].region != columns[place - 1].region:
        return None
    now, before = cells[place], cells[place - 1]
    if now is None or before is None or now.value is None or before.value is None:
        return None
    amount = now.value - before.value
    rate = now.figure.kind in (Kind.RATIO, Kind.CHANGE)
    return amount, None if rate or not before.value else amount / before.value * 100


def _ranks(cells: Sequence[Cell | None], columns: Sequence[Column]) -> tuple[int | None, ...]:
    """The place of each region among the regions, by its latest report that has the figure; the highest is first."""
    latest: dict[str, int] = {}
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if cell and cell.value is not None and column.region:
            latest[column.region] = place
    if len(latest) < 2:
        return (None,) * len(columns)
    values = {place: cell.value for place in latest.values() if (cell := cells[place]) and cell.value is not None}
    return tuple(
        1 + sum(other > values[place] for other in values.values()) if place in values else None
        for place in range(len(columns))
    )


def _number(row: str) -> int:
    digits = re.sub(r"\D", "", row)
    return int(digits) if digits else 10_000


def _line_json(line: Line) -> dict[str, Any]:
    return {
        "row": line.row,
        "indicator": line.name,
        "unit": line.unit,
        "values": [
            None
            if cell is None
            else {
                "value": plain(cell.value),
                "text": cell.figure.text,
                "start": cell.figure.start,
                "end": cell.figure.end,
                "period": cell.figure.period,
                "base": cell.base,
                "notes": list(cell.notes),
                "sentence": cell.figure.sentence,
            }
            for cell in line.cells
        ],
        "changes": [
            None
            if each is None
            else {"amount": plain(each[0]), "percent": None if each[1] is None else round(float(each[1]), 2)}
            for each in line.changes
        ],
        "ranks": list(line.ranks),
        "notes": list(line.notes),
    }
