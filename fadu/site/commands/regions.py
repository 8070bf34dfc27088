"""``fadu regions FILE…``: townships and villages of a county from CSV."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from fadu.site.cli import with_django


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", "names", multiple=True, metavar="CODE=NAME", help="name of a province, city or county")
@click.option("--json", "as_json", is_flag=True, help="print the counts as JSON")
def command(files: tuple[Path, ...], names: tuple[str, ...], as_json: bool) -> None:
    """导入行政区划 Import regions: CSV with code (9 or 12 digits) and name; all rows or none."""
    with_django()
    from fadu.organs.regions import BadRegions, import_regions

    given = dict(pair.partition("=")[::2] for pair in names)
    for code, name in given.items():
        if not code.isdigit() or not name:
            raise click.UsageError(f"--name {code}={name}: CODE=NAME, e.g. 140322=盂县")
    try:
        done = import_regions(files, given)
    except BadRegions as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps({"created": done.created, "updated": done.updated}))
    else:
        click.echo(f"新增 {done.created}，更新 {done.updated}")
