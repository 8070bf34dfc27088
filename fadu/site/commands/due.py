"""``fadu due``: a deadline with its derivation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click

import fadu.law.statutes  # fills the register
from fadu.law import calendar
from fadu.law.due import Longer, Pause
from fadu.law.rules import RULES, Answer, Mode, NotAPeriod, Rule, answer
from fadu.site import environment

BAD_INPUT = 2


@click.command()
@click.argument("procedure", required=False)
@click.option("--rule", "rule_id", help="One rule, by its id: CF21-61.1")
@click.option(
    "--from", "start", required=True, help="2025-09-26, or 2025-09-26T10:00 for hours; of the event when counting back"
)
@click.option("--paused", multiple=True, help="Time not counted: 2025-08-20..2025-09-03; without an end while it runs")
@click.option("--extended", multiple=True, help="The rule by which the period was made longer: FY23-62.1b")
@click.option("--whose", type=click.Choice(["organ", "party"]), help="Read the period as the organ's or the party's")
@click.option("--region", default="", help="Local rules of this region code too")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh")
@click.option("--json", "as_json", is_flag=True)
def command(
    procedure: str | None,
    rule_id: str | None,
    start: str,
    paused: Sequence[str],
    extended: Sequence[str],
    whose: str | None,
    region: str,
    lang: str,
    as_json: bool,
) -> None:
    """The last day of a rule's period, or of all rules of a PROCEDURE, with its derivation."""
    begun = _start(start)
    calendar.use(environment.home() / "notices")
    pauses = [_pause(written) for written in paused]
    longer = [_longer(written) for written in extended]
    if bool(procedure) == bool(rule_id):
        _refuse("give a PROCEDURE or --rule ID, one of the two")
    try:
        if rule_id:
            found = answer(_rule(rule_id), begun, whose=whose, suspensions=pauses, extensions=longer)
            click.echo(json.dumps(_content(found), ensure_ascii=False) if as_json else _told(found, lang))
            return
        answers = [
            answer(rule, begun, whose=whose, suspensions=pauses)
            for rule in _of(str(procedure), region, begun)
            if rule.number and _dated(rule)
        ]
    except (ValueError, OverflowError) as fault:  # NotAPeriod, BeyondCalendar, BadNotice, a year that no date can name
        _refuse(str(fault))
    if as_json:
        click.echo(json.dumps([_content(found) for found in answers], ensure_ascii=False))
    else:
        click.echo("\n\n".join(_told(found, lang) for found in answers))


def _refuse(message: str) -> Any:
    click.echo(message, err=True)
    raise click.exceptions.Exit(BAD_INPUT)


def _start(written: str) -> date | datetime:
    try:
        return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
    except ValueError:
        return _refuse(f"--from {written!r}: not a day (2025-09-26) or a moment (2025-09-26T10:00)")  # type: ignore[no-any-return]


def _pause(written: str) -> Pause:
    since, _, until = written.partition("..")
    try:
        return Pause(date.fromisoformat(since), date.fromisoformat(until) if until else None)
    except ValueError as fault:
        return _refuse(f"--paused {written!r}: write 2025-08-20..2025-09-03 ({fault})")  # type: ignore[no-any-return]


def _longer(written: str) -> Longer:
    rule = _rule(written)
    if rule.mode is not Mode.LONGER:
        _refuse(f"--extended {written}: not a rule that lengthens a period: {rule.rule}")
    return Longer(rule.period, rule.cite)


def _rule(written: str) -> Rule:
    if written not in RULES:
        _refuse(f"no rule {written!r}; rule ids are in fadu/law/rules.csv, for example CF21-61.1")
    return RULES[written]


def _dated(rule: Rule) -> bool:
    try:
        return bool(rule.yearly or rule.period)
    except NotAPeriod:
        return False


def _of(procedure: str, region: str, begun: date | datetime) -> list[Rule]:
    """The rules of a procedure that were in force; local ones only for their own region."""
    day = begun.date() if isinstance(begun, datetime) else begun
    rules = [rule for rule in RULES.values() if rule.procedure == procedure]
    if not rules:
        known = "、".join(sorted({rule.procedure for rule in RULES.values()}))
        _refuse(f"no procedure {procedure!r} has rules; there are {known}")
    return [r for r in rules if r.applies(day) and (not r.region or region.startswith(r.region))]


def _day(found: Answer) -> str:
    return found.moment.isoformat(timespec="minutes") if found.moment else found.day.isoformat()


def _content(found: Answer) -> dict[str, Any]:
    rule = found.rule
    content: dict[str, Any] = {
        "due": _day(found),
        "estimated": found.estimated,
        "rule": rule.id,
        "law": rule.statute.name if rule.statute else rule.law,
        "article": rule.cite.provision if rule.cite else "",
        "cite": rule.key,
        "mode": rule.mode.value if rule.mode else "",
        "verified": rule.verified,
        "binding": found.binding,
        "derivation": [
            {"text_zh": line.zh, "text_en": line.en, "cite": line.cite.key if line.cite else ""}
            for line in found.derivation
        ],
    }
    if found.earliest:
        content["earliest"] = found.earliest.isoformat()
    return content


def _told(found: Answer, lang: str) -> str:
    marks = []
    if found.estimated:
        marks.append("推算" if lang == "zh" else "projected")
    if not found.rule.verified:
        marks.append("未见原文" if lang == "zh" else "text not seen, hint only")
    elif not found.binding:
        marks.append("不据此认定逾期" if lang == "zh" else "no one is overdue by it")
    mark = (f"（{'，'.join(marks)}）" if lang == "zh" else f" ({', '.join(marks)})") if marks else ""
    lines = [f"{_day(found)}{mark}"]
    for line in found.derivation:
        text, cited = (
            (line.zh, str(line.cite or "")) if lang == "zh" else (line.en, line.cite.english if line.cite else "")
        )
        lines.append(f"  {text}{f' [{cited}]' if cited else ''}")
    return "\n".join(lines)


__all__ = ["command", "fadu"]
