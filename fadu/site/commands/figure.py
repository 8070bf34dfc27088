"""``fadu figure ID --records``: one figure with its records."""

from __future__ import annotations

import json
import sys
from datetime import datetime

import click

from fadu.site.cli import with_database


@click.command()
@click.argument("figure_id", metavar="ID")
@click.option("--region", required=True, help="code of the region")
@click.option("--year", required=True, type=click.IntRange(1996, 2100))
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="count from this day of an earlier year on")
@click.option("--records", "listed", is_flag=True, help="list the records it counts")
@click.option("--json", "as_json", is_flag=True, help="print as JSON")
def command(figure_id: str, region: str, year: int, since: datetime | None, listed: bool, as_json: bool) -> None:
    """一项统计数据 One figure: its value, its counting rule, and the records it counts."""
    with_database()
    from fadu.figures.catalogue import FIGURES, Counted, NoSuchFigure, find, records, scope
    from fadu.figures.count import value
    from fadu.site.commands.figures import region_code

    region = region_code(region)
    try:
        figure = find(figure_id)
    except NoSuchFigure:
        click.echo(f"没有名为 {figure_id} 的数据；现有：{'、'.join(each.id for each in FIGURES)}", err=True)
        sys.exit(2)
    first = since.date() if since else None
    plain = Counted(figure, value(figure, scope(region, year, since=first))).plain()
    rows = [str(row) for row in records(figure_id, region, year, since=first).iterator()] if listed else []
    if as_json:
        click.echo(json.dumps(plain | ({"records": rows} if listed else {}), ensure_ascii=False))
        return
    click.echo(f"{plain['name']}：{'—' if plain['value'] is None else plain['value']} {plain['unit']}")
    click.echo(f"  口径：{plain['definition']}\n  依据：{plain['source']}")
    for row in rows:
        click.echo(f"  {row}")
