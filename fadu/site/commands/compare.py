"""``fadu compare FILE…``: the same indicator side by side over regions and years."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from fadu.reading.comparison import Comparison, Corrections, compare
from fadu.reading.corpus import files, over, read_file
from fadu.reading.tables import Cell, comparison_rows, mapping_rows
from fadu.site.commands.read import BAD_INPUT, FILES, WORKERS, Answers, put, write


@click.command()
@FILES
@click.option("--json", "form", flag_value="json", help="JSON: reports, indicators, mapping")
@click.option("--csv", "form", flag_value="csv", help="CSV, one row an indicator")
@click.option("--xlsx", "form", flag_value="xlsx", help="an Excel workbook: comparison, mapping")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="write it into this file")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="corrections (CSV or Excel, columns 指标原文, 行, 指标): they come before the rules; empty 指标 leaves out",
)
@click.option("--all", "every", is_flag=True, help="also indicators that only one report gives")
@WORKERS
def command(
    given: tuple[Path, ...], form: str, output: Path | None, mapping: Path | None, every: bool, workers: int | None
) -> None:
    """比较报告 Compare published reports: values, changes, ranks, and where definitions differ; with the mapping of
    what each report says to the indicators."""
    corrections = _corrections(mapping) if mapping else {}
    paths = files(given)
    answers = Answers(over(paths, read_file, workers=workers), len(paths))
    found = compare([(path.name, report) for path, report in answers], corrections)
    if not found.columns:
        click.echo("没有读出任何报告（no report was read）", err=True)
        sys.exit(BAD_INPUT)
    unused = sorted(set(corrections) - {each.figure.subject for each in found.mapping})
    if unused:
        click.echo(f"更正中这些指标原文没有出现（these subjects do not occur）：{'、'.join(unused)}", err=True)
    shown = found if every or len(found.columns) == 1 else _shared(found)
    if form == "json":
        put([json.dumps(shown.json(), ensure_ascii=False)], output)
    elif form == "csv":
        write(comparison_rows(shown), form, output, Path("比较"))
    elif form == "xlsx":
        write(comparison_rows(shown), form, output, Path("比较"), more={"对照": mapping_rows(shown)})
    else:
        put(_words(shown), output)
    answers.finish()


def _shared(found: Comparison) -> Comparison:
    """The lines on which there is something to compare."""
    lines = tuple(line for line in found.lines if sum(cell is not None for cell in line.cells) > 1)
    return Comparison(found.columns, lines, found.mapping)


def _words(found: Comparison) -> list[str]:
    """The comparison and the mapping, columns divided by tabs."""
    said = ["\t".join(map(_cell, row)) for row in comparison_rows(found)]
    said += ["", "对照（可将此表改正后用 --mapping 读入；mapping, to be corrected and given with --mapping）："]
    said += ["\t".join(map(_cell, row)) for row in mapping_rows(found)]
    return said


def _cell(value: Cell) -> str:
    return "" if value is None else str(value)


def _corrections(path: Path) -> Corrections:
    """A clerk's corrections: what a subject is, by its words. Ends the command with 2 if the file is not one."""
    from fadu.exchange.tables import Unreadable, read_table
    from fadu.site.cli import with_django

    with_django()  # the reader of tables speaks through Django's translations
    try:
        table = read_table(path)
    except Unreadable as fault:
        click.echo(str(fault), err=True)
        sys.exit(BAD_INPUT)
    head, *body = table.rows
    missing = [name for name in ("指标原文", "行", "指标") if name not in head]
    if missing:
        click.echo(f"{path}：缺少列 {'、'.join(missing)}（columns are missing）", err=True)
        sys.exit(BAD_INPUT)
    places = [head.index(name) for name in ("指标原文", "行", "指标")]
    found: dict[str, tuple[str, str]] = {}
    for line, row in zip(table.lines[1:], body, strict=True):
        subject, number, name = (row[place].strip() if place < len(row) else "" for place in places)
        if subject and name and not number:
            click.echo(f"{path} 第{line}行：指标“{name}”没有写明行，请填 S001 一类的行号", err=True)
            sys.exit(BAD_INPUT)
        if subject:
            found[subject] = (number, name)
    return found
