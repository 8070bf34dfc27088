"""Which columns of a record an act concerns: those its step, its limits and the constraints it may touch speak of.

A record has a column for every fact the statute names, a step speaks of a few. Fetching only those is what keeps an act
near its floor; a column that is asked for all the same is fetched then.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from fadu.engine.conditions import columns
from fadu.engine.declare import Limit, Procedure, Step
from fadu.engine.facts import Never
from fadu.engine.registry import editions


@lru_cache(maxsize=1024)
def concerned(procedure: str, step: str) -> frozenset[str]:
    """The columns that taking ``step`` may ask for, in whichever edition."""
    found: set[str] = set()
    for edition in editions(procedure):
        for limit in edition.limits:
            found |= set(_limit(limit))
        for each in edition.steps:
            if each.key == step:
                found |= set(_step(edition, each))
    return frozenset(found - {"pk"})


def _step(procedure: Procedure, step: Step) -> Iterator[str]:
    written = {*step.asks, *step.needs, step.dated} - {""}
    for outcome in step.outcomes:
        written |= {*outcome.asks, *outcome.needs, *outcome.sets}
    yield from written
    for condition in (step.only, *(each.required for each in step.after), *(each.holds for each in step.guards)):
        yield from columns(condition)
    for wait in step.waits:
        yield wait.since
        yield from columns(wait.unless)
    for constraint in procedure.record._meta.constraints:
        if isinstance(constraint, Never) and not constraint.columns.isdisjoint(written):
            yield from constraint.columns


def _limit(limit: Limit) -> Iterator[str]:
    yield from columns(limit.only)
    for ground in limit.suspends:
        yield from filter(None, (ground.since, ground.until))
    for start in (limit.start, limit.day):
        if isinstance(start, str):
            if start:
                yield start
        elif start.dated:
            yield start.dated
