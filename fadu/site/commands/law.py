"""``fadu law``: the texts beside the data, their structure in the repository, the rules, the notices."""

from __future__ import annotations

import json
import pkgutil
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import click

import fadu
import fadu.law.statutes  # fills the register
from fadu.law import calendar, citing, rulebook, structures, texts, verification
from fadu.law.calendar import BadNotice
from fadu.law.register import EditionNotHeld
from fadu.law.statute import STATUTES, NoSuchProvision
from fadu.law.structure import UnreadableText
from fadu.law.texts import TextNotImported
from fadu.site import environment
from fadu.site.cli import with_django

FINDING, BAD_INPUT = 1, 2
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """The law: its texts, citations, rules and holiday notices."""


def _stop(message: str, code: int = BAD_INPUT) -> None:
    click.echo(message, err=True)
    raise click.exceptions.Exit(code)


@command.command("import")
@click.argument("folder", type=FOLDER)
def bring(folder: Path) -> None:
    """Copy the words of the law from FOLDER, checked against the structure; nothing is taken if one text is wrong."""
    try:
        brought, missing = verification.bring(folder, environment.home() / "law")
    except verification.BadText as fault:
        _stop(f"{fault}\nnothing was imported")
    click.echo(f"{len(brought)} texts imported")
    for statute in missing:
        click.echo(f"not in the folder: {statute.file}", err=True)


@command.command()
@click.argument("folder", type=FOLDER)
@click.option("--rules", "table", type=FILE, help="A table of rules with quotes: each must stand in its provision")
def check(folder: Path, table: Path | None) -> None:
    """Compare structures, rules and every citation in the program with the texts in FOLDER."""
    with_django()
    for module in pkgutil.walk_packages(fadu.__path__, "fadu."):
        if ".migrations" not in module.name and ".commands" not in module.name and module.name != "fadu.site.wsgi":
            import_module(module.name)
    found = [*verification.written(Path(fadu.__path__[0])), *verification.findings(folder)]
    found += verification.quotes(table, folder) if table else []
    for finding in found:
        click.echo(finding)
    cited = {cite.key for statute in STATUTES.values() for cite in statute.cited()}
    click.echo(f"{len(STATUTES)} texts, {len(cited)} provisions cited, {len(found)} findings")
    if found:
        raise click.exceptions.Exit(FINDING)


@command.command()
@click.argument("citation")
@click.option("--on", "day", default="", help="The edition in force on this day; today if not given")
@click.option("--json", "as_json", is_flag=True)
def show(citation: str, day: str, as_json: bool) -> None:
    """Print one provision: 《行政处罚法》第五十七条第一款第（四）项, 行政处罚法57.1.4, penalty-2021/57.1.4."""
    try:
        on = date.fromisoformat(day) if day else datetime.now(ZoneInfo("Asia/Shanghai")).date()
    except ValueError:
        _stop(f"--on {day!r}: not a day (2020-05-01)")
    texts.use(environment.home() / "law")
    try:
        cite = citing.read(citation, on)
        words = cite.text
    except (EditionNotHeld, NoSuchProvision, citing.UnreadableCitation, UnreadableText) as fault:
        _stop(str(fault))
    except TextNotImported as fault:
        _stop(f"{cite}（{cite.english}; {cite.key}）: {fault}")
    if as_json:
        click.echo(
            json.dumps({"cite": str(cite), "english": cite.english, "key": cite.key, "text": words}, ensure_ascii=False)
        )
    else:
        click.echo(f"{cite}\n{cite.english}\n\n{words}")


@command.command()
@click.argument("folder", type=FOLDER)
def index(folder: Path) -> None:
    """Make the structure files of the repository from the texts in FOLDER."""
    try:
        made = list(structures.index(folder))
    except UnreadableText as fault:
        _stop(f"{fault}\nnothing was written")
    click.echo(f"{len(made)} structure files")


@command.command()
@click.argument("file", type=FILE)
def rules(file: Path) -> None:
    """Make the repository's rule table from FILE, a table of rules with their quotes."""
    try:
        click.echo(f"{rulebook.take(file)} rules")
    except rulebook.BadRule as fault:
        _stop(f"{fault}\nnothing was written")


@command.command()
@click.argument("file", type=FILE)
def notice(file: Path) -> None:
    """Take the State Council's holiday notice of a year (JSON: year, days of name, date, isOffDay)."""
    try:
        taken = calendar.read_notice(file)
    except BadNotice as fault:
        _stop(f"{fault}\nnothing was imported")
    folder = environment.home() / "notices"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{taken.year}.json").write_bytes(file.read_bytes())
    click.echo(f"{taken.year}: {len(taken.off)} days off, {len(taken.worked)} weekend days worked")
    click.echo("running cases can be projected again")


@command.command()
def editions() -> None:
    """List the editions held: key, name, days of force."""
    for statute in STATUTES.values():
        since, until = statute.in_force or "施行日未见", statute.until or "现行"
        click.echo(f"{statute.key}\t《{statute.name}》\t{since}—{until}{'（摘录）' if statute.excerpt else ''}")
