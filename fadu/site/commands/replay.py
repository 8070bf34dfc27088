"""``fadu replay SCENARIO``: a published year driven through the engine, and its figures counted again."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from fadu.site.cli import with_database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fadu.replay.published import Compared
    from fadu.replay.scenario import Scenario


@click.command()
@click.argument("scenario")
@click.option("--check", is_flag=True, help="compare each printed number with the computed one; exit 1 on a difference")
@click.option("--json", "as_json", is_flag=True, help="print the outcome as JSON")
def command(scenario: str, check: bool, as_json: bool) -> None:
    """回放 Replay a published year: the name of a scenario that comes with Fadu, or a file.

    A scenario that was replayed in this database before is not driven again; its figures are counted.
    """
    with_database()
    from fadu.engine.refusals import Refused
    from fadu.figures.catalogue import shortest
    from fadu.replay.published import compare, counted, replay, replayed
    from fadu.replay.scenario import BadScenario, load

    try:
        chosen = load(scenario)
        if not replayed(chosen):
            replay(chosen, _show)
    except (BadScenario, Refused) as bad:
        click.echo(str(bad), err=True)
        sys.exit(2)
    found = counted(chosen)
    compared = compare(chosen, found)
    if as_json:
        plain = {
            "region": chosen.region,
            "year": chosen.year,
            "figures": [each.plain() for each in found],
            "missing": _missing(chosen, compared),
            "printed": [_plain(each) for each in compared],
        }
        click.echo(json.dumps(plain, ensure_ascii=False, default=lambda number: shortest(float(number))))
    else:
        _say(chosen, compared)
    if check and not all(each.same for each in compared):
        sys.exit(1)


def _show(what: str, done: int, count: int) -> None:
    """One line a matter; on a terminal it moves."""
    if sys.stderr.isatty() or done == count:
        click.echo(f"\r  {what:<40} {done}/{count}", err=True, nl=done == count)


def _missing(chosen: Scenario, compared: Sequence[Compared]) -> list[dict[str, object]]:
    missing: list[dict[str, object]] = [
        {"row": each["row"], "value": each["value"], "why": each["why"]} for each in chosen.missing
    ]
    missing += [
        {"row": each.printed.row, "value": each.printed.value, "why": f"计算结果为 {each.computed}"}
        for each in compared
        if not each.same
    ]
    return missing


def _plain(each: Compared) -> dict[str, object]:
    return {
        "row": each.printed.row,
        "figure": each.printed.figure,
        "value": each.printed.value,
        "printed": each.printed.printed or str(each.printed.value),
        "qualifier": each.printed.qualifier,
        "computed": each.computed,
        "same": each.same,
    }


def _say(chosen: Scenario, compared: Sequence[Compared]) -> None:
    click.echo(f"{chosen.place} {chosen.year} 年（{chosen.report}）")
    for each in compared:
        shown = each.printed.printed or str(each.printed.value)
        mark = "=" if each.same else "≠"
        note = f"（{each.printed.qualifier}：按下限回放）" if each.printed.qualifier else ""
        click.echo(
            f"  {each.printed.row:<5} {each.printed.figure:<44} 公布 {shown}{each.printed.unit} "
            f"{mark} 计算 {each.computed}{note}"
        )
    for lacking in chosen.missing:
        click.echo(f"  {lacking['row']:<5} 公布 {lacking['value']}{lacking.get('unit', '')}：{lacking['why']}，未回放")
    differ = sum(not each.same for each in compared)
    click.echo(f"{len(compared)} 项，{differ} 项不同，{len(chosen.missing)} 项尚不能计算")
