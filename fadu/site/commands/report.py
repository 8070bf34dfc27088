"""``fadu report --region --year -o FILE``: the enforcement chapter of the annual report."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

import click

from fadu.site.cli import with_database


@click.command()
@click.option("--region", required=True, help="code of the region")
@click.option("--year", required=True, type=click.IntRange(1996, 2100))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=".docx or .html")
@click.option("--order", type=click.Choice(["yi", "datong"]), help="order of weight of the classes of penalty")
@click.option("--rounding", type=click.Choice(["half_up", "down"]), help="how shares are rounded to one place")
@click.option("--site", default="", help="address of the platform: numbers then link to their records")
@click.option("--by", default="", help="the organ under whose name the report stands")
def command(region: str, year: int, output: Path, order: str | None, rounding: str | None, site: str, by: str) -> None:
    """年度报告的行政执法一章 The enforcement chapter of the annual report, each number bound to its figure."""
    with_database()
    from dataclasses import replace

    from django.utils import timezone
    from django.utils.translation import override

    from fadu.documents import docx, page
    from fadu.documents.words import plain
    from fadu.figures.catalogue import scope
    from fadu.report.chapter import write
    from fadu.site.commands.figures import region_code

    region = region_code(region)
    on = timezone.localdate()
    if output.suffix.lower() not in (".docx", ".html"):
        click.echo(f"-o {output}：文件名应以 .docx 或者 .html 结尾", err=True)
        sys.exit(2)
    of = scope(region, year, until=on)
    if order:
        of = replace(of, order=order)
    if rounding:
        of = replace(of, rounding="down" if rounding == "down" else "half_up")
    with override("zh-hans"):
        paper = write(region, year, on=on, site=site, of=of, by=by)
        if output.suffix.lower() == ".docx":
            output.write_bytes(docx.render(paper))
        else:
            title = escape(plain(paper.title))
            output.write_text(
                f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title></head>'
                f"<body>{page.render(paper, heading=1)}</body></html>\n",
                encoding="utf-8",
            )
    click.echo(f"已写入：{output}")
