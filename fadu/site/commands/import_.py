"""``fadu import penalties FILE``, ``fadu import cases PROCEDURE FILE``: what other systems decided or registered."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fadu.site.cli import with_database

if TYPE_CHECKING:
    from fadu.exchange.penalties import Imported

LISTED = 200  # faults and warnings printed; the rest are counted


@click.group()
def command() -> None:
    """批量导入 Take in bulk what other systems decided."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--accept-good", is_flag=True, help="take the good rows although others are refused")
@click.option("--refused", type=click.Path(path_type=Path), help="where to write the refused rows with their faults")
@click.option("--region", default="", help="six digits: where organs belong whose code names no region")
@click.option("--by", "username", default="", help="account in whose name the file is taken in")
@click.option("--json", "as_json", is_flag=True, help="print the outcome as JSON")
def penalties(file: Path, accept_good: bool, refused: Path | None, region: str, username: str, as_json: bool) -> None:
    """行政处罚（双公示格式）Penalties in the 双公示 layout, CSV or Excel: all rows or none."""
    with_database()
    from django.utils import timezone

    from fadu.exchange.penalties import import_penalties
    from fadu.exchange.tables import Unreadable
    from fadu.exchange.taker import NoSuchAccount, taker

    if region and not (region.isdigit() and len(region) == 6):
        raise click.UsageError(f"--region {region}: 六位行政区划代码，例如 140322")
    if accept_good and refused is None:
        refused = file.with_name(f"{file.stem}-refused.csv")
    try:
        done = import_penalties(
            file,
            by=taker(username),
            today=timezone.localdate(),
            region=region,
            accept_good=accept_good,
            refused=refused,
            progress=None if as_json else lambda what, rows: click.echo(f"  {what} {rows}", err=True),
        )
    except (Unreadable, NoSuchAccount) as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(_account(done), ensure_ascii=False))
    else:
        _say(done, file, refused)
    if done.refused and not done.taken:
        sys.exit(2)


@command.command()
@click.argument("procedure")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", "username", default="", help="account in whose name the file is taken in")
def cases(procedure: str, file: Path, username: str) -> None:
    """其他系统登记的事项 Cases of PROCEDURE from a table whose headers are the record's own names: all rows or none."""
    with_database()
    from django.utils import timezone

    from fadu.engine.registry import all_procedures
    from fadu.exchange.matters import import_matters
    from fadu.exchange.tables import Unreadable
    from fadu.exchange.taker import NoSuchAccount, taker

    known = sorted({each.key for each in all_procedures()})
    if procedure not in known:
        raise click.UsageError(f"没有程序“{procedure}”；有：{'、'.join(known)}")
    try:
        done = import_matters(procedure, file, by=taker(username), today=timezone.localdate())
    except (Unreadable, NoSuchAccount) as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    for fault in done.faults[:LISTED]:
        click.echo(f"{file.name} {fault}", err=True)
    if done.faults:
        click.echo(f"共 {done.rows} 行，有 {len(done.faults)} 处错误，没有导入任何数据。改正后重新导入。", err=True)
        sys.exit(2)
    click.echo(f"共 {done.rows} 行，导入 {done.taken} 行")


def _account(done: Imported) -> dict[str, object]:
    return {
        "rows": done.rows,
        "taken": done.taken,
        "refused": len(done.refused),
        "faults": [{"row": f.line, "column": f.column, "message": f.words} for f in done.faults],
        "warnings": [{"row": f.line, "column": f.column, "message": f.words} for f in done.warnings],
        "notices": done.notices,
        "organs": done.organs,
    }


def _say(done: Imported, file: Path, refused: Path | None) -> None:
    for notice in done.notices:
        click.echo(f"注意：{notice}", err=True)
    for fault in done.faults[:LISTED]:
        click.echo(f"{file.name} {fault}", err=True)
    if len(done.faults) > LISTED:
        click.echo(f"…… 还有 {len(done.faults) - LISTED} 处错误，用 --refused 写入文件查看", err=True)
    for warning in done.warnings[:LISTED]:
        click.echo(f"{file.name} {warning}（提示，不影响导入）", err=True)
    if len(done.warnings) > LISTED:
        click.echo(f"…… 还有 {len(done.warnings) - LISTED} 处提示", err=True)
    if done.organs:
        click.echo(f"新登记的处罚机关：{'、'.join(done.organs)}（请核对名称、区划和执法领域）", err=True)
    if done.refused and refused:
        click.echo(f"拒绝的 {len(done.refused)} 行已写入 {refused}", err=True)
    if done.refused and not done.taken:
        click.echo(f"共 {done.rows} 行，{len(done.refused)} 行有误，没有导入任何数据。"
                   "改正后重新导入，或者用 --accept-good 先导入无误的行。", err=True)  # fmt: skip
    else:
        click.echo(f"共 {done.rows} 行，导入 {done.taken} 行，拒绝 {len(done.refused)} 行")
