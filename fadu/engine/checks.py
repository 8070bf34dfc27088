"""What must hold between a procedure's words and its table, asked when the house starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from fadu.engine.application import Application
from fadu.engine.conditions import UnknownLookup, columns
from fadu.engine.declare import Limit, Procedure, Step
from fadu.engine.facts import Never
from fadu.engine.registry import all_procedures
from fadu.organs.kinds import PostKind

OF_APPLICANT = frozenset({"name", "kind", "code", "representative", "id_kind", "id_number", "phone", "address"})


def declarations_fit(**_: Any) -> list[CheckMessage]:
    """All findings over all procedures."""
    return [finding for procedure in all_procedures() for finding in fits(procedure)]


def fits(procedure: Procedure) -> Iterator[CheckMessage]:
    """Does every word of the procedure find its column, its step, its post?"""
    where = f"{procedure.key} {procedure.edition}"
    keys = [step.key for step in procedure.steps]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield Error(f"{where}: 步骤“{key}”重复", id="engine.E001")
    for step in procedure.steps:
        yield from _step(procedure, step, f"{where} {step.key}")
    for limit in procedure.limits:
        yield from _limit(procedure, limit, f"{where} {limit.key}")
    for publicity in procedure.publicity:
        yield from _asked(procedure, publicity.only, f"{where} {publicity.key}")
    if procedure.application:
        yield from _application(procedure, procedure.application, f"{where} {procedure.application.step}")
    for constraint in procedure.record._meta.constraints:
        if isinstance(constraint, Never):
            yield from _asked(procedure, constraint.forbids, f"{where} {constraint.name}")


def _step(procedure: Procedure, step: Step, where: str) -> Iterator[CheckMessage]:
    conditions = [step.only, step.required, *(guard.holds for guard in step.guards)]
    conditions += [wait.unless for wait in step.waits] + [paper.only for paper in step.yields]
    conditions += [lapse.unless for lapse in step.lapses]
    for condition in conditions:
        yield from _asked(procedure, condition, where)
    named = [
        *step.asks,
        *step.needs,
        *step.clears,
        *(wait.since for wait in step.waits),
        *([step.dated] if step.dated else []),
        *([step.hands_on] if step.hands_on else []),
    ]
    for lapse in step.lapses:
        named += [lapse.since, *([lapse.by] if lapse.by else [])]
    for outcome in step.outcomes:
        named += [*outcome.asks, *outcome.needs, *outcome.sets]
    yield from _named(procedure, named, where)
    for other in (*step.after, *step.before, *step.not_by):
        if other not in procedure.steps:
            yield Error(f"{where}: “{other.key}”不在本程序内", id="engine.E003")
    for post in step.by.posts:
        if post not in PostKind.values:
            yield Error(f"{where}: 没有职务“{post}”", id="engine.E004")


def _limit(procedure: Procedure, limit: Limit, where: str) -> Iterator[CheckMessage]:
    yield from _asked(procedure, limit.only, where)
    if isinstance(limit.start, str):
        yield from _named(procedure, [limit.start], where)
    elif limit.start not in procedure.steps:
        yield Error(f"{where}: 起算的步骤不在本程序内", id="engine.E003")
    for end in limit.end:
        if end not in procedure.steps:
            yield Error(f"{where}: “{end.key}”不在本程序内", id="engine.E003")
    if (limit.within is None) == (not limit.day):
        yield Error(f"{where}: 期间与指定日期须有且只有一个", id="engine.E005")
    if limit.day:
        yield from _named(procedure, [limit.day], where)
    for ground in limit.suspends:
        if bool(ground.since) != bool(ground.until):
            yield Error(f"{where}: 停算“{ground.key}”的首尾两栏须同时写明", id="engine.E007")
        yield from _named(procedure, [name for name in (ground.since, ground.until) if name], where)


def _application(procedure: Procedure, application: Application, where: str) -> Iterator[CheckMessage]:
    step = next((each for each in procedure.steps if each.key == application.step), None)
    if step is None or not step.by.outside:
        yield Error(f"{where}: 申请须由外部人员办理的步骤登记", id="engine.E007")
    known: set[str] = {"organ", "mail"}  # the form's own fields
    seen: set[str] = set()
    for item in application.items:
        if item.key in known:
            yield Error(f"{where}: “{item.key}”重复", id="engine.E001")
        hinges = [name for name in columns(item.only) if name not in seen]
        if hinges:
            yield Error(f"{where}: “{item.column}”以尚未询问的“{hinges[0]}”为条件", id="engine.E008")
        known.add(item.key)
        seen.add(item.column)
        if item.of_applicant and item.column not in OF_APPLICANT:
            yield Error(f"{where}: 申请人没有“{item.column}”一栏", id="engine.E002")
        if not item.of_applicant:
            yield from _named(procedure, [item.column], where)
    if application.channel:
        yield from _named(procedure, [application.channel], where)


def _asked(procedure: Procedure, condition: models.Q, where: str) -> Iterator[CheckMessage]:
    try:
        yield from _named(procedure, [name for name in columns(condition) if name != "pk"], where)
    except UnknownLookup as lookup:
        yield Error(f"{where}: 条件“{lookup}”不能在内存中判断", id="engine.E006")


def _named(procedure: Procedure, names: Sequence[str], where: str) -> Iterator[CheckMessage]:
    for name in names:
        try:
            procedure.record._meta.get_field(name)
        except FieldDoesNotExist:
            yield Error(f"{where}: 没有“{name}”一栏", id="engine.E002")
