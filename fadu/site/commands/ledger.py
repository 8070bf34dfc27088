"""``fadu ledger``: verify, export, seal and prove; each opens the database only if it needs it."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TextIO

import click

from fadu.site.cli import with_django

_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _published(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[date, str]:
    """Seals as they were published: a day and a digest each."""
    from fadu.ledger.offline import published_seal

    try:
        return dict(map(published_seal, given))
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.group()
def command() -> None:
    """账 The ledger: verify it, export it, seal a day."""


@command.command()
@click.option("--export", "export", type=click.Path(path_type=Path), help="check this exported file or proof")
@click.option(
    "--files", type=click.Path(path_type=Path, file_okay=False), help="with --export: folder of attached files"
)
@click.option("--skip-files", is_flag=True, help="do not read the attached files of the database")
@click.option("--seal", "seals", metavar="DAY=DIGEST", multiple=True, callback=_published, help="a seal as published")
@click.option("--json", "as_json", is_flag=True, help="print the findings as JSON")
def verify(export: Path | None, files: Path | None, *, skip_files: bool, seals: dict[date, str], as_json: bool) -> None:
    """核验 Check every entry, seal and attachment; exit 1 if anything was changed."""
    from fadu.ledger.digests import NotComputable
    from fadu.ledger.offline import NotAnExport, verify_export

    try:
        if export:
            report = verify_export(export, files=files, published=seals)
        else:
            with_django()
            from fadu.ledger.verification import verify as verify_database

            report = verify_database(files=not skip_files, published=seals)
    except (NotAnExport, NotComputable) as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for finding in report.findings:
            click.echo(f"{finding.zh}\n  {finding.en}")
        if report.found > len(report.findings):
            click.echo(f"……共 {report.found} 处 / {report.found} findings in all")
        outcome = "核验无误 sound" if report.ok else f"发现 {report.found} 处 findings"
        click.echo(
            f"账页 entries {report.entries}，封存 seals {report.seals}，附件 files {report.attachments}：{outcome}"
        )
    sys.exit(0 if report.ok else 1)


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def export(file: Path) -> None:
    """导出 Write the whole ledger to FILE (compressed if its name ends in .gz), to be verified on another machine."""
    with_django()
    from fadu.ledger.exporting import export as write

    try:
        entries = write(file)
    except OSError as error:
        click.echo(f"{file}: {error.strerror}", err=True)
        sys.exit(2)
    click.echo(f"已导出账页 exported entries {entries} → {file}")


@command.command()
@click.option("--by", required=True, help="the operator who puts them back")
@click.option("--reason", required=True, help="why they were missing; enters the ledger")
def guard(by: str, reason: str) -> None:
    """复原 Put missing guards of the database back, with an entry that says so. Verify first, and find out why."""
    with_django()
    from django.db import connection, transaction

    from fadu.ledger.book import append
    from fadu.ledger.guards import restore
    from fadu.ledger.seals import CHINA

    with transaction.atomic():
        gone = restore(connection)
        if gone:
            today = datetime.now(CHINA).date()
            append("ledger", "guard", actor=by, on=today, cites=(), content={"missing": gone, "reason": reason})
    click.echo(f"已复原 put back: {', '.join(gone)}" if gone else "没有缺失 nothing is missing")


@command.command()
@click.argument("number", type=click.IntRange(min=1))
@click.option(
    "-o", "--output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="the file to write"
)
def prove(number: int, output: TextIO) -> None:
    """证明 Write the proof that entry NUMBER lies under its seal; `verify --export` checks it on any machine."""
    with_django()
    from fadu.ledger.models import Entry
    from fadu.ledger.seals import NotSealable
    from fadu.ledger.seals import prove as prove_entry

    try:
        proof = prove_entry(Entry.objects.get(number=number)).as_text()
        output.write(proof)  # only now is the file opened: a refusal leaves none behind
    except (Entry.DoesNotExist, NotSealable, OSError) as refused:
        missing = isinstance(refused, Entry.DoesNotExist)
        click.echo(f"账中没有第 {number} 号账页 no such entry" if missing else str(refused), err=True)
        sys.exit(2)


@command.command()
@click.option("--day", type=_DAY, help="the day to seal, with any before it that was left out; yesterday if not given")
@click.option("--json", "as_json", is_flag=True, help="print the seal as JSON")
def seal(day: datetime | None, *, as_json: bool) -> None:
    """封存 Put a day's entries under one root, to be published; run it every day after midnight."""
    with_django()
    from fadu.ledger.seals import CHINA, NotSealable
    from fadu.ledger.seals import seal as seal_day

    asked = day.date() if day else datetime.now(CHINA).date() - timedelta(days=1)
    try:
        made = seal_day(asked)
    except NotSealable as refused:
        click.echo(str(refused), err=True)
        sys.exit(2)
    if as_json:
        told = {"number": made.number, "day": made.day.isoformat(), "first": made.first, "last": made.last}
        click.echo(json.dumps({**told, "root": made.root, "algorithm": made.algorithm, "digest": made.digest}))
    else:
        click.echo(f"封存 {made.day}：账页 {made.first}–{made.last}（{made.entries}），{made.algorithm} {made.digest}")
        click.echo(f"可公布 to publish: {made.day}={made.digest}")
