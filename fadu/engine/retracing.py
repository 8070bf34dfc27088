"""更正的界限: who may correct a fact, and that every step already taken stays lawful on the record as corrected.

A fact enters the record by a step. It is corrected by whoever may take that step, never entered, emptied or decided by
way of a correction: what a step did not enter has to wait for the step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine import guards
from fadu.engine.conditions import holds
from fadu.engine.declare import Step
from fadu.engine.file import CaseFile
from fadu.engine.labels import Label
from fadu.engine.models import Taken
from fadu.engine.refusals import Refusal
from fadu.engine.registry import edition
from fadu.organs.kinds import HANDLING
from fadu.organs.standing import Standing

HEADS = ("head", "principal")
EMPTY = (None, "", False)


def steps_taken(file: CaseFile) -> Iterator[tuple[Taken, Step]]:
    """Each step taken with its declaration in the edition under which it was; what no edition knows is left out."""
    for taken in file.taken:
        try:
            yield taken, edition(file.case.procedure, taken.edition).step(taken.step)
        except KeyError:  # an import, not a step
            continue


def decided(file: CaseFile) -> bool:
    """Has the matter been decided? A step whose outcome fixes columns of the record, or one that is made public."""
    for taken, step in steps_taken(file):
        public = edition(file.case.procedure, taken.edition).publicity
        if any(each.of.key == step.key for each in public):
            return True
        if taken.outcome and not step.interim and step.outcome(taken.outcome).sets:
            return True
    return file.case.imported


def correctable(file: CaseFile, facts: Mapping[str, Any], attempted: Label, at: Standing) -> Iterator[Refusal]:
    """What stands against correcting ``facts``: by whom, and whether a step entered them."""
    for name, value in facts.items():
        label = guards.label(file.record, name)
        found = [(taken, step) for taken, step in steps_taken(file) if name in _columns(taken, step)]
        if any(name in _fixed(taken, step) for taken, step in steps_taken(file)):
            yield Refusal(None, attempted, _("“%(fact)s”由决定的结果确定，不能更正") % {"fact": label}, name)
            continue
        if not found and getattr(file.record, name) in EMPTY:
            yield Refusal(None, attempted, _("“%(fact)s”还没有登记，须办理相应环节，不能更正") % {"fact": label}, name)
            continue
        last = found[-1][1] if found else None
        posts = {post for _taken, step in found for post in step.by.posts} or {"officer"}
        if posts & HANDLING:
            posts.add("clerk")
        if file.case.closed_on is not None:
            posts = set()
        if not at.holds({*posts, *HEADS}):
            yield Refusal(
                last.cites if last else None,
                attempted,
                _("“%(fact)s”由有权办理“%(step)s”的人员或者机关负责人更正")
                % {"fact": label, "step": last.name if last else file.case.title},
                name,
            )
        needed = any(name == step.dated or name in _needed(taken, step) for taken, step in found)
        if needed and value in EMPTY:
            yield Refusal(last.cites if last else None, attempted, _("须填写：%(label)s") % {"label": label}, name)
        day = timezone.localtime(value).date() if isinstance(value, datetime) else value
        if last and last.dated == name and isinstance(day, date):
            yield from guards.ahead(day, attempted, last.cites)


def redated(file: CaseFile, facts: Mapping[str, Any]) -> list[Taken]:
    """The steps whose own day is corrected: moved along, so that the step and the record tell the same day."""
    moved = {}
    for taken, step in steps_taken(file):
        value = getattr(file.record, step.dated) if step.dated in facts else None
        if value is not None:
            moved[step.key] = (taken, timezone.localtime(value).date() if isinstance(value, datetime) else value)
    for taken, day in moved.values():
        taken.on = day
        taken.late = timezone.localdate(taken.entered_at) > day
    return [taken for taken, _day in moved.values()]


def breaches(file: CaseFile) -> dict[tuple[object, ...], Refusal]:
    """Of every step taken, what would stand against it on the record as it is now."""
    found: dict[tuple[object, ...], Refusal] = {}
    for taken, step in steps_taken(file):
        for number, guard in enumerate(step.guards):
            if not holds(guard.holds, file.record):
                found[taken.seq, "guard", number] = Refusal(guard.cites, step.name, guard.says)
        for first in step.after:
            if (happened := file.last_day(first.key)) and taken.on < happened:
                found[taken.seq, "order", first.key] = Refusal(
                    first.cites, step.name,
                    _("日期早于“%(step)s”的日期 %(day)s") % {"step": first.name, "day": happened.isoformat()},
                )  # fmt: skip
            elif not file.done(first) and holds(first.required, file.record):
                found[taken.seq, "missing", first.key] = Refusal(
                    first.cites, step.name, _("尚未办理：%(step)s") % {"step": first.name}
                )
        if taken.on < file.case.opened_on:
            found[taken.seq, "opened", ""] = Refusal(
                None, step.name, _("日期早于案件开始日期 %(day)s") % {"day": file.case.opened_on.isoformat()}
            )
        for each in (*guards.waits(file, step, taken.on), *guards.lapses(file, step, taken.on)):
            found[taken.seq, "period", str(each.cites)] = each
    return found


def _fixed(taken: Taken, step: Step) -> set[str]:
    return set(step.outcome(taken.outcome).sets) if taken.outcome else set()


def _columns(taken: Taken, step: Step) -> set[str]:
    chosen = step.outcome(taken.outcome) if taken.outcome else None
    return {step.dated, *step.asks, *step.needs, *((*chosen.asks, *chosen.needs) if chosen else ())}


def _needed(taken: Taken, step: Step) -> set[str]:
    return {*step.needs, *(step.outcome(taken.outcome).needs if taken.outcome else ())}
