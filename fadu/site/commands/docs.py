"""``fadu docs``: the pages under docs/procedures, written from the declarations; ``--check`` only compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fadu.site.cli import with_django

if TYPE_CHECKING:
    from fadu.engine.declare import Limit, Procedure, Step

PAGES = Path(__file__).resolve().parents[3] / "docs" / "procedures"


@click.command()
@click.option("--check", is_flag=True, help="change nothing; exit 1 if a page is not current")
def command(check: bool) -> None:
    """Write each procedure's page from its declaration."""
    with_django()
    from django.utils import translation

    from fadu.engine.registry import all_procedures

    with translation.override("zh-hans"):
        wanted = {f"{each.key}-{each.edition}.md": "\n".join(page(each)) + "\n" for each in all_procedures()}
    there = {path.name: path.read_text("utf-8") for path in PAGES.glob("*.md")}
    if check:
        stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
        for name in stale:
            click.echo(f"docs/procedures/{name} is not current; run `make docs`", err=True)
        sys.exit(1 if stale else 0)
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - wanted.keys():
        (PAGES / name).unlink()
    for name, text in wanted.items():
        (PAGES / name).write_text(text, "utf-8")
    click.echo(f"{len(wanted)} pages")


def page(procedure: Procedure) -> Iterator[str]:
    """One procedure as a page: steps, limits, publicity, and the articles left out with the reason."""
    since, until = procedure.in_force
    yield f"# {procedure.name}（{procedure.edition}）"
    yield ""
    yield "由 `fadu docs` 从程序声明生成，请勿手改。"
    yield ""
    yield f"- 键：`{procedure.key}`，施行：{since.isoformat()} 至 {until.isoformat() if until else '今'}"
    if procedure.recusal:
        yield f"- 回避：{procedure.recusal.cites}；由{procedure.recusal.by.name}决定（{procedure.recusal.decides}）"
    yield ""
    yield "## 步骤"
    yield ""
    yield "| 步骤 | 谁办 | 在……之后 | 依据 | 文书 | 结果 |"
    yield "|---|---|---|---|---|---|"
    for step in procedure.steps:
        yield _step(step)
    yield ""
    yield "## 期限"
    yield ""
    yield "| 期限 | 起算 | 止于 | 期间 | 依据 | 可中止 | 可延长 |"
    yield "|---|---|---|---|---|---|---|"
    for limit in procedure.limits:
        yield _limit(procedure, limit)
    if procedure.publicity:
        yield ""
        yield "## 公开"
        yield ""
        for each in procedure.publicity:
            within = f"{each.within} 内" if each.within else "法律未定天数"
            yield f"- {each.key}：{each.of.name}之后，{within}{_unseen(each.seen)}（{each.cites}）"
    if procedure.unused:
        yield ""
        yield "## 未用条文及理由"
        yield ""
        for article, reason in sorted(procedure.unused.items()):
            yield f"- 第{article}条：{reason}"


def _step(step: Step) -> str:
    who = f"{step.by.name}{f'（不少于{step.by.at_least}人）' if step.by.at_least > 1 else ''}"
    after = "、".join(str(each.name) for each in step.after) or "—"
    papers = "、".join(str(each.name) for each in step.yields) or "—"
    ends = "、".join(str(each.name) for each in step.outcomes) or "—"
    return f"| {step.name} | {who} | {after} | {step.cites} | {papers} | {ends} |"


def _limit(procedure: Procedure, limit: Limit) -> str:
    start = (
        str(procedure.record._meta.get_field(limit.start).verbose_name)  # type: ignore[union-attr]
        if isinstance(limit.start, str)
        else str(limit.start.name)
    )
    end = "、".join(str(each.name) for each in limit.end)
    period = str(limit.within) if limit.within else "文书指定的日期"
    stops = "、".join(str(each.name) for each in limit.suspends) or "—"
    longer = "、".join(f"{each.name}{f'（{each.cap}）' if each.cap else ''}" for each in limit.extends) or "—"
    return f"| {limit.name}{_unseen(limit.seen)} | {start} | {end} | {period} | {limit.cites} | {stops} | {longer} |"


def _unseen(seen: bool) -> str:
    return "" if seen else "【原文未见，仅作提示】"
