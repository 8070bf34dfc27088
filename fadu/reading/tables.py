"""What was read as rows: for a spreadsheet, for another program. Numbers stay numbers; words carry their Chinese.

Offsets in rows and JSON are characters of the file as decoded; for a saved page that is its source, tags included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from fadu.reading.audit.finding import Audit, Verdict
from fadu.reading.comparison import Column, Comparison, Line
from fadu.reading.figure import Figure, Kind, plain
from fadu.reading.heading import ReportKind
from fadu.reading.opening import Opened
from fadu.reading.report import Report

__all__ = [
    "AUDIT_COLUMNS", "COLUMNS", "KINDS", "REPORT_KINDS", "VERDICTS", "audit_json", "audit_rows",
    "comparison_rows", "mapping_rows", "report_json", "rows",
]  # fmt: skip

Cell = str | int | float | None

KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.COUNT: ("数量", "count"),
    Kind.RATIO: ("比率", "ratio"),
    Kind.MONEY: ("金额", "money"),
    Kind.DURATION: ("时长", "duration"),
    Kind.CHANGE: ("增减", "change"),
}
REPORT_KINDS: Final[Mapping[ReportKind, tuple[str, str]]] = {
    ReportKind.ANNUAL: ("法治政府建设年度报告", "annual report"),
    ReportKind.SUMMARY: ("工作总结", "summary of work"),
    ReportKind.STATEMENT: ("情况说明", "statement"),
    ReportKind.DUTIES: ("述法报告", "report on duties"),
    ReportKind.PLAN: ("要点、计划", "plan"),
    ReportKind.OTHER: ("其他", "other"),
}
VERDICTS: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.HOLDS: ("相符", "holds"),
    Verdict.CONTRADICTS: ("矛盾", "contradicts"),
    Verdict.IMPOSSIBLE: ("不可能", "impossible"),
    Verdict.ROUNDING: ("舍入", "rounding"),
    Verdict.MISSING: ("缺数", "missing"),
    Verdict.DAMAGED: ("损坏", "damaged"),
    Verdict.CANNOT_TELL: ("不能判断", "cannot tell"),
}
_BOUNDS: Final = {"ge": "以上", "le": "以内", None: ""}
COLUMNS: Final = (
    "文件", "地区", "年度", "起", "止", "原文", "数值", "单位", "约数", "界限", "类别", "指标", "时段", "印损", "句子",
)  # fmt: skip
AUDIT_COLUMNS: Final = ("文件", "地区", "年度", "结论", "算式", "算得", "印数", "把握", "起", "止", "句子")


def report_json(report: Report, opened: Opened) -> dict[str, Any]:
    """The report as JSON, with its offsets in the file as decoded, and how the file was decoded."""
    found = report.json()
    for row in (*found["outline"], *found["figures"]):
        row["start"], row["end"] = opened.span(row["start"], row["end"])
        if "sentence_start" in row:
            row["sentence_start"] = opened.span(row["sentence_start"], row["sentence_start"] + 1)[0]
    return found | _source(opened)


def audit_json(audit: Audit, opened: Opened) -> dict[str, Any]:
    """The audit as JSON, with its offsets in the file as decoded."""
    found = audit.json()
    for finding in found["findings"]:
        for place in finding["figures"]:
            place["start"], place["end"] = opened.span(place["start"], place["end"])
    return found


def _source(opened: Opened) -> dict[str, Any]:
    return {
        "format": opened.format,
        "encoding": opened.encoding,
        "encoding_known_by": opened.known_by,
        "notices": list(opened.notices),
    }


def rows(name: str, report: Report, opened: Opened) -> Iterator[tuple[Cell, ...]]:
    """One row a figure, in `COLUMNS`."""
    for figure in report.figures:
        start, end = opened.span(figure.start, figure.end)
        yield (
            name,
            report.region,
            report.year,
            start,
            end,
            figure.text,
            plain(figure.value),
            figure.unit or "",
            "约" if figure.approx else "",
            _BOUNDS[figure.bound],
            KINDS[figure.kind][0],
            figure.subject,
            _period(figure),
            "是" if figure.corrupt else "",
            figure.sentence,
        )


def _period(figure: Figure) -> str:
    """The period; one that the sentence does not name stands in brackets."""
    if figure.period is None:
        return ""
    return figure.period if figure.period_stated else f"（{figure.period}）"


def audit_rows(name: str, report: Report, audit: Audit, opened: Opened) -> Iterator[tuple[Cell, ...]]:
    """One row a finding, in `AUDIT_COLUMNS`; its place is that of its first number."""
    for finding in audit.findings:
        place = finding.figures[0] if finding.figures else None
        start, end = opened.span(place.start, place.end) if place else (None, None)
        yield (
            name,
            report.region,
            report.year,
            VERDICTS[finding.verdict][0],
            finding.statement,
            plain(finding.computed),
            plain(finding.printed),
            finding.confidence,
            start,
            end,
            finding.sentence,
        )


def comparison_rows(found: Comparison) -> Iterator[tuple[Cell, ...]]:
    """The comparison: a heading, then one row an indicator with its values, changes, ranks, and what differs."""
    several = len({column.region for column in found.columns}) > 1
    changed = [
        place
        for place, column in enumerate(found.columns)
        if place and column.region and column.region == found.columns[place - 1].region
    ]
    yield (
        "行",
        "指标",
        "单位",
        *(column.label for column in found.columns),
        *(f"{found.columns[place].label}增减" for place in changed),
        *(f"{found.columns[place].label}增减%" for place in changed),
        *(f"{column.label}名次" for column in found.columns if several),
        "说明",
    )
    for line in found.lines:
        changes = [line.changes[place] for place in changed]
        yield (
            line.row,
            line.name,
            line.unit,
            *(None if cell is None else plain(cell.value) for cell in line.cells),
            *(None if change is None else plain(change[0]) for change in changes),
            *(None if change is None or change[1] is None else round(float(change[1]), 1) for change in changes),
            *(line.ranks if several else ()),
            "；".join([*line.notes, *_peculiar(line, found.columns)]),
        )


def _peculiar(line: Line, columns: Sequence[Column]) -> Iterator[str]:
    """What is peculiar about single figures of a line."""
    for cell, column in zip(line.cells, columns, strict=True):
        if cell and cell.notes:
            yield f"{column.label}：{'、'.join(cell.notes)}"


def mapping_rows(found: Comparison) -> Iterator[tuple[Cell, ...]]:
    """Which figure was taken for which indicator, in the columns a clerk corrects: 指标原文, 行, 指标."""
    yield ("文件", "指标原文", "原文", "行", "指标", "依据")
    for each in found.mapping:
        yield (each.column.name, each.figure.subject, each.figure.text, each.row, each.name, each.by)
