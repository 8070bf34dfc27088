"""``fadu table NAME --region --year``: one of the printed statistical tables, by field of enforcement."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fadu.site.cli import with_database

if TYPE_CHECKING:
    from fadu.figures.figure import Scope

NAMES = {
    "penalties": "行政处罚实施情况统计表",
    "penalties-yi": "行政处罚实施情况统计表（含立案、结案等栏）",
    "coercion": "行政强制实施情况统计表",
}
DISCLOSURE = "disclosure"


@click.command()
@click.argument("name", type=click.Choice(sorted([*NAMES, DISCLOSURE])))
@click.option("--region", required=True, help="code of the region")
@click.option("--year", required=True, type=click.IntRange(1996, 2100))
@click.option("--order", type=click.Choice(["yi", "datong"]), help="order of weight of the classes of penalty")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="write it as .csv or .xlsx")
@click.option("--json", "as_json", is_flag=True, help="print as JSON, each cell with its figure's id")
def command(name: str, region: str, year: int, order: str | None, output: Path | None, as_json: bool) -> None:
    """统计表 A statistical table: fields of enforcement by columns, each cell the figure that leads to its records."""
    with_database()
    from dataclasses import replace

    from django.utils.translation import override

    from fadu.figures.catalogue import scope, shortest
    from fadu.figures.penalties import order_of
    from fadu.figures.tables import TABLES, table
    from fadu.report.chapter import place, shown
    from fadu.site.commands.figures import region_code

    region = region_code(region)
    of = scope(region, year)
    if order:
        of = replace(of, order=order)
    if name == DISCLOSURE:
        disclosure(of, output, as_json=as_json)
        return
    columns = TABLES[name]
    with override("zh-hans"):
        lines = table(columns, of, "合计")
        if as_json:
            plain = [
                {
                    "label": str(line.label),
                    "domain": line.domain,
                    "cells": [{"id": each.figure, "value": shortest(float(each.value))} for each in line.cells],
                }
                for line in lines
            ]
            click.echo(json.dumps(plain, ensure_ascii=False))
            return
        rows = [
            [f"{place(region)}{year}年{NAMES[name]}"],
            ["执法领域", *(f"{each.name}（{each.unit}）" for each in columns)],
            *([str(line.label), *(shown(each.value) for each in line.cells)] for line in lines),
            *([f"注：{rule}"] for rule in dict.fromkeys(str(each.rule) for each in columns)),
        ]
        if name != "coercion":
            rows.append([f"注：轻重次序按{order_of(of)}"])
    _put(rows, output)


def _put(rows: list[list[str]], output: Path | None) -> None:
    from fadu.exchange.tables import write_table

    if output:
        write_table(output, rows)
        click.echo(f"已写入：{output}")
        return
    for row in rows:
        click.echo("\t".join(row))


def disclosure(of: Scope, output: Path | None, *, as_json: bool) -> None:
    """表三 and 表四 of the annual report on disclosure; exit 1 where one of its equations does not hold."""
    from django.utils.translation import override

    from fadu.figures.disclosure_remedies import rows as remedies
    from fadu.figures.disclosure_table import COLUMNS, balances
    from fadu.figures.disclosure_table import rows as table_rows
    from fadu.report.chapter import place, shown

    with override("zh-hans"):
        table = table_rows(of)
        wrong = [each for each in balances(table) if not each.holds]
        if as_json:
            plain = [
                {
                    "number": row.number,
                    "label": str(row.label),
                    "cells": [{"id": cell.figure, "value": int(cell.value)} for cell in row.cells],
                }
                for row in table
            ]
            click.echo(json.dumps(plain, ensure_ascii=False))
        else:
            rows = [
                [f"{place(of.region)}{of.year}年收到和处理政府信息公开申请情况"],
                ["", *(str(label) for _key, label in COLUMNS)],
                *([f"{row.number}{row.label}", *(shown(cell.value) for cell in row.cells)] for row in table),
            ]
            rows += [["政府信息公开行政复议、行政诉讼情况"]]
            for group, cells, total in remedies(of):
                words = [f"{each.name}{shown(cell.value)}" for each, cell in zip(group.figures, cells, strict=True)]
                rows.append([str(group.name), *words, f"总计{total}"])
            _put(rows, output)
        for each in wrong:
            click.echo(f"不平衡：{each.what}（{each.column}）：{each.left} ≠ {each.right}", err=True)
    if wrong:
        sys.exit(1)
