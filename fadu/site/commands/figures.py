"""``fadu figures --region --year``: all figures of a region and a year."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime

import click

from fadu.site.cli import with_database


@click.command()
@click.option("--region", required=True, help="code of the region; its leading digits cover what lies in it")
@click.option("--year", required=True, type=click.IntRange(1996, 2100))
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="count only up to this day of the year")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="count from this day of an earlier year on")
@click.option("--order", type=click.Choice(["yi", "datong"]), help="order of weight of the classes of penalty")
@click.option("--rounding", type=click.Choice(["half_up", "down"]), help="how shares are rounded to one place")
@click.option("--freeze", is_flag=True, help="keep the figures as they stand today")
@click.option("--by", "username", default="", help="account in whose name they are frozen")
@click.option("--differences", "compare", is_flag=True, help="what differs from the frozen figures; exit 1 if any")
@click.option("--json", "as_json", is_flag=True, help="print as JSON")
def command(
    region: str, year: int, until: datetime | None, since: datetime | None, order: str | None, rounding: str | None,
    freeze: bool, username: str, compare: bool, as_json: bool,
) -> None:  # fmt: skip
    """统计数据 All figures of a region and year, counted from records."""
    with_database()
    from dataclasses import replace

    from fadu.figures.catalogue import figures, scope

    region = region_code(region)
    if freeze:
        _freeze(region, year, username)
    if compare:
        _compare(region, year, as_json)
        return
    of = scope(region, year, until=until.date() if until else None, since=since.date() if since else None)
    if order:
        of = replace(of, order=order)
    if rounding:
        of = replace(of, rounding="down" if rounding == "down" else "half_up")
    counted = [each.plain() for each in figures(of)]
    if as_json:
        click.echo(json.dumps(counted, ensure_ascii=False))
        return
    for each in counted:
        shown = "—" if each["value"] is None else each["value"]
        rows = " ".join(each["rows"]) if isinstance(each["rows"], list) else ""
        click.echo(f"{each['id']:<42} {shown!s:>12} {each['unit']:<4} {each['name']} {rows}")


def region_code(region: str) -> str:
    """The region's leading digits: trailing zeros of a twelve-digit code say nothing. Exits 2 on anything else."""
    from fadu.organs.models import Region

    if not region.isdigit() or len(region) > 12 or len(region) < 2:
        click.echo(f"--region {region}：应为 2 至 12 位行政区划代码，例如 140322", err=True)
        sys.exit(2)
    if len(region) == 12 and (known := Region.objects.filter(code=region).first()):
        return known.prefix
    return region


def _freeze(region: str, year: int, username: str) -> None:
    from django.utils import timezone

    from fadu.figures.freezing import freeze
    from fadu.organs.models import Person

    by = Person.objects.filter(username=username).first()
    if by is None:
        click.echo(f"--by {username or '（未填）'}：没有这个账号，固定数据须写明由谁固定", err=True)
        sys.exit(2)
    today: date = timezone.localdate()
    kept = freeze(region, year, by=by, on=today)
    click.echo(f"已固定 {len(kept)} 项，截止 {kept[0].cut_off}，台账第 {kept[0].entry} 号", err=True)


def _compare(region: str, year: int, as_json: bool) -> None:
    from fadu.figures.catalogue import find
    from fadu.figures.freezing import differences, frozen

    if not frozen(region, year):
        click.echo(f"{region} {year} 年的数据没有固定过，请先用 --freeze", err=True)
        sys.exit(2)
    found = differences(region, year)
    if as_json:
        plain = [{"id": d.figure, "frozen": str(d.frozen), "now": str(d.now), "entry": d.entry} for d in found]
        click.echo(json.dumps(plain, ensure_ascii=False))
    else:
        for d in found:
            click.echo(f"{find(d.figure).name}：固定时 {d.frozen}，现在 {d.now}（台账第 {d.entry} 号）")
        click.echo(f"{len(found)} 项与固定的数据不同")
    sys.exit(1 if found else 0)
