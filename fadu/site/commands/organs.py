"""``fadu organs FILE``: the organs of a county from CSV."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from fadu.site.cli import with_database


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="print the counts as JSON")
def command(file: Path, as_json: bool) -> None:
    """导入机关名录 Establish organs: CSV with name, region and, if known, code, kind, parent, word, domain."""
    with_database()
    from django.db import transaction
    from django.utils import timezone

    from fadu.ledger.book import Draft, append_many
    from fadu.organs.founding import BadOrgans, found

    today = timezone.localdate()
    try:
        with transaction.atomic():
            done = found(file)
            append_many(
                [
                    Draft(
                        stream="organs",
                        act="establish",
                        actor="operator",
                        on=today,
                        cites=[],
                        content={"organ": organ.name, "code": organ.code, "region": organ.region_id},
                    )
                    for organ in done.new
                ]
            )
    except BadOrgans as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps({"created": len(done.new), "kept": done.kept}))
    else:
        click.echo(f"新设 {len(done.new)}，原有 {done.kept}")
