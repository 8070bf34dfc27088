"""``fadu audit FILE``: what in a published report does not add up, with the arithmetic written out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click

from fadu.reading.audit import audit
from fadu.reading.corpus import files, over
from fadu.reading.report import read
from fadu.reading.tables import AUDIT_COLUMNS, VERDICTS, audit_json, audit_rows
from fadu.site.commands.read import BAD_INPUT, FILES, FINDING, WORKERS, Answers, at, line, put, write


@click.command()
@FILES
@click.option("--json", "form", flag_value="json", help="JSON; of several files, one line each")
@click.option("--csv", "form", flag_value="csv", help="CSV, one row a finding")
@click.option("--xlsx", "form", flag_value="xlsx", help="an Excel workbook, one row a finding")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="write it into this file")
@click.option("--all", "every", is_flag=True, help="also the relations that hold")
@click.option("--year", type=click.IntRange(1990, 2100), help="the year reported on, where the text does not say it")
@WORKERS
def command(
    given: tuple[Path, ...], form: str, output: Path | None, every: bool, year: int | None, workers: int | None
) -> None:
    """核对报告 Audit published reports: sums, rates, parts, repetitions, missing numbers, damaged print. Exit code 1
    when something contradicts."""
    paths = files(given)
    if not paths:
        click.echo("没有可读的文件（no .txt, .html, .docx or .pdf there）", err=True)
        sys.exit(BAD_INPUT)
    single = len(given) == 1 and not given[0].is_dir()
    answers = Answers(over(paths, partial(_audited, form=form, every=every, year=year), workers=workers), len(paths))
    told = _Told(answers)
    if form == "json":
        put((line(found, None if single else path) for path, found in told), output)
    elif form in ("csv", "xlsx"):
        write(chain([AUDIT_COLUMNS], chain.from_iterable(found for _, found in told)), form, output, paths[0])
    else:
        put(("\n".join(found) for _, found in told), output)
    answers.finish()
    if told.contradicts:
        sys.exit(FINDING)


class _Told:
    """Passes on what was found and remembers whether anything contradicts."""

    def __init__(self, answers: Answers[tuple[bool, Any]]) -> None:
        self.answers, self.contradicts = answers, False

    def __iter__(self) -> Iterator[tuple[Path, Any]]:
        for path, (contradicts, found) in self.answers:
            self.contradicts = self.contradicts or contradicts
            yield path, found


def _audited(path: Path, *, form: str, every: bool, year: int | None) -> tuple[bool, Any]:
    opened = at(path)
    report = read(opened.text, year=year, title=opened.title)
    done = audit(report, every=every)
    if form == "json":
        return done.contradicts, audit_json(done, opened)
    if form in ("csv", "xlsx"):
        return done.contradicts, list(audit_rows(path.name, report, done, opened))
    said = [
        f"{path}    {report.region} {report.year or ''}",
        f"核对 {done.checked} 项关系，{len(done.findings)} 处提示",
    ]
    for finding in done.findings:
        said += [
            "",
            f"【{VERDICTS[finding.verdict][0]}】{finding.statement}（把握 {finding.confidence:.0%}）",
            f"    {finding.english}",
            f"    原文：{finding.sentence.strip()}",
        ]
    return done.contradicts, [*said, ""]
