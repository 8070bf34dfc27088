"""``fadu read FILE``: the figures of a published report; of a folder, of all reports in it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

import click

from fadu.reading.corpus import files, over
from fadu.reading.figure import plain
from fadu.reading.opening import LARGEST, Opened, Unreadable, open_bytes, open_file
from fadu.reading.report import read
from fadu.reading.tables import COLUMNS, KINDS, REPORT_KINDS, Cell, report_json, rows

Out = TypeVar("Out")
FINDING, BAD_INPUT = 1, 2
FILES = click.argument("given", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
WORKERS = click.option("--workers", type=click.IntRange(1, 256), help="processes; all cores if not said")


@click.command()
@FILES
@click.option("--json", "form", flag_value="json", help="JSON; of several files, one line each")
@click.option("--csv", "form", flag_value="csv", help="CSV, one row a figure")
@click.option("--xlsx", "form", flag_value="xlsx", help="an Excel workbook, one row a figure")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="write it into this file")
@click.option("--year", type=click.IntRange(1990, 2100), help="the year reported on, where the text does not say it")
@WORKERS
def command(given: tuple[Path, ...], form: str, output: Path | None, year: int | None, workers: int | None) -> None:
    """读报告 Read published reports (.txt, .html, .docx, .pdf, a folder, or - for a pasted page): title, region, year,
    outline, and each figure with its place, value, unit, subject, period and sentence."""
    paths = files(given)
    if not paths:
        click.echo("没有可读的文件（no .txt, .html, .docx or .pdf there）", err=True)
        sys.exit(BAD_INPUT)
    single = len(given) == 1 and not given[0].is_dir()
    works: dict[str, Callable[..., Any]] = {"json": _json, "csv": _rows, "xlsx": _rows}
    answers = Answers(over(paths, partial(works.get(form, _words), year=year), workers=workers), len(paths))
    if form == "json":
        put((line(found, None if single else path) for path, found in answers), output)
    elif form in ("csv", "xlsx"):
        write(chain([COLUMNS], chain.from_iterable(found for _, found in answers)), form, output, paths[0])
    else:
        put(("\n".join(found) for _, found in answers), output)
    answers.finish()


PASTED = Path("-")


def at(path: Path) -> Opened:
    """The file at `path`; of "-", what is pasted into the terminal or piped in."""
    if path != PASTED:
        return open_file(path)
    return open_bytes(sys.stdin.buffer.read(LARGEST + 1))


class Answers(Generic[Out]):
    """What was read of each file. Progress goes to a terminal; what could not be read is said, and ends the command
    with 2 after the rest is done."""

    def __init__(self, found: Iterable[tuple[Path, Out | Unreadable]], many: int) -> None:
        self.found, self.many, self.unread = found, many, 0

    def __iter__(self) -> Iterator[tuple[Path, Out]]:
        shown = self.many > 1 and sys.stderr.isatty()
        with click.progressbar(self.found, length=self.many, file=sys.stderr, hidden=not shown) as bar:
            for path, answer in bar:
                if isinstance(answer, Unreadable):
                    self.unread += 1
                    click.echo(("\r" if shown else "") + str(answer), err=True)
                else:
                    yield path, answer

    def finish(self) -> None:
        """Say how many were read; exit 2 if any was not."""
        if self.many > 1:
            click.echo(f"已读 {self.many - self.unread} 份，未读 {self.unread} 份（read, not read）", err=True)
        if self.unread:
            sys.exit(BAD_INPUT)


def line(found: dict[str, Any], path: Path | None) -> str:
    """One line of JSON; of several files, each says which it is of."""
    return json.dumps(found if path is None else {"file": str(path)} | found, ensure_ascii=False)


def put(pieces: Iterable[str], output: Path | None) -> None:
    """Write lines to the file named, or out."""
    if output is None:
        for piece in pieces:
            click.echo(piece)
        return
    with output.open("w", encoding="utf-8") as file:
        file.writelines(f"{piece}\n" for piece in pieces)
    click.echo(f"已写入：{output}", err=True)


def write(
    table: Iterable[Sequence[Cell]],
    form: str,
    output: Path | None,
    source: Path,
    more: Mapping[str, Iterable[Sequence[Cell]]] | None = None,
) -> None:
    """Write a table as CSV, out or into a file, or as a workbook: into FILE.xlsx in this folder if not said where.
    ``more``: further sheets of the workbook."""
    from fadu.exchange.tables import Unreadable as TooLong
    from fadu.exchange.tables import write_lines, write_table, write_workbook

    if form == "csv" and output is None:
        write_lines(sys.stdout, table)
        return
    if output is None:
        output = Path(source.stem + ".xlsx")
        if output.exists():
            click.echo(f"{output} 已存在，请用 -o 另指定文件名（exists: name another with -o）", err=True)
            sys.exit(BAD_INPUT)
    if form != output.suffix.lower().removeprefix("."):
        click.echo(f"-o {output}：文件名应以 .{form} 结尾（the name must end with .{form}）", err=True)
        sys.exit(BAD_INPUT)
    try:
        if more:
            write_workbook(output, {source.stem: table, **more})
        else:
            write_table(output, table)
    except TooLong as fault:
        click.echo(str(fault), err=True)
        sys.exit(BAD_INPUT)
    click.echo(f"已写入：{output}", err=True)


def _json(path: Path, *, year: int | None) -> dict[str, Any]:
    opened = at(path)
    return report_json(read(opened.text, year=year, title=opened.title), opened)


def _rows(path: Path, *, year: int | None) -> list[tuple[Cell, ...]]:
    opened = at(path)
    return list(rows(path.name, read(opened.text, year=year, title=opened.title), opened))


def _words(path: Path, *, year: int | None) -> list[str]:
    """The report as a clerk reads it: what it is, its headings, its figures."""
    opened = at(path)
    report = read(opened.text, year=year, title=opened.title)
    said = [
        f"{path}",
        f"标题：{report.title or '（未印）'}",
        f"地区：{report.region or '（未读出）'}    年度：{report.year or '（未读出）'}    {kind_words(report.kind)}",
    ]
    if opened.encoding:
        said.append(f"编码：{opened.encoding}（{KNOWN[opened.known_by]}）")
    said += [f"注意：{notice}" for notice in opened.notices]
    said += [
        "",
        *(f"{'  ' * section.level}{section.mark}{section.title}" for section in report.outline if section.level < 4),
    ]
    said += ["", f"读出 {len(report.figures)} 个数："]
    said += [
        f"  {figure.start}–{figure.end}\t{figure.text}\t{plain(figure.value)} {figure.unit or ''}\t"
        f"{KINDS[figure.kind][0]}\t{figure.subject}\t{figure.period or ''}"
        for figure in report.figures
    ]
    return [*said, ""]


KNOWN = {
    "mark": "有字节标记 byte-order mark",
    "declared": "页面声明 declared",
    "tried": "试读确定 tried",
    "given": "粘贴",
}


def kind_words(kind: str) -> str:
    """The kind of a report in Chinese."""
    return next((zh for each, (zh, _) in REPORT_KINDS.items() if each.value == kind), kind)
