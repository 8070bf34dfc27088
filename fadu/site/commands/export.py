"""``fadu export penalties FILE``: decided penalties in the layout other systems take."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from fadu.site.cli import with_database


@click.group()
def command() -> None:
    """批量导出 Give out in bulk."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--region", default="", help="first digits of the region's code")
@click.option("--year", type=click.IntRange(1996, 2100), help="year of the decision")
@click.option("--whole", is_flag=True, help="with numbers of identity papers, for handing over between authorities")
def penalties(file: Path, region: str, year: int | None, whole: bool) -> None:
    """行政处罚（双公示格式）Penalties in the 双公示 layout as CSV, or Excel if FILE ends in .xlsx."""
    with_database()
    from fadu.exchange.export import export_penalties
    from fadu.exchange.tables import write_table
    from fadu.procedures.models import OrdinaryPenalty

    records = OrdinaryPenalty.objects.all()
    if region:
        records = records.filter(case__region__gte=region.ljust(12, "0"), case__region__lte=region.ljust(12, "9"))
    if year:
        records = records.filter(decided_on__range=(date(year, 1, 1), date(year, 12, 31)))
    rows = list(export_penalties(records, whole=whole))
    write_table(file, rows)
    click.echo(f"已写入 {len(rows) - 1} 行：{file}")
