"""The way a case still has to go: which steps it cannot do without before it may be closed, as far as is known today.

Found backwards from the closing step over ``after``. Whether a step will be needed may turn on facts that a step still
to come will settle; such a step is kept until it is known not to be needed. What the law merely permits is not on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q

from fadu.engine.conditions import holds
from fadu.engine.declare import Procedure, Step
from fadu.engine.file import CaseFile
from fadu.engine.models import Record


def way(file: CaseFile, procedure: Procedure) -> set[str]:
    """Keys of the steps not yet taken that lie between the case and its closing."""
    closers = [step for step in procedure.steps if step.closes]
    if not closers or file.case.closed_on is not None:
        return set()
    done = {each.step for each in file.taken}
    settled = {name for step in procedure.steps if step.key in done for name in columns_of(step)}
    found: dict[str, Step] = {closers[-1].key: closers[-1]}
    grown = True
    while grown:
        grown = False
        open_columns = {name for each in found.values() for name in columns_of(each)} - settled
        for step in list(found.values()):
            for before in step.after:
                if before.key in found or before.key in done:
                    continue
                unknown = set(open_columns)
                if len(step.after) == 1:  # a step with one step before it cannot be reached but through that one
                    unknown |= {name for each in _behind(before) for name in columns_of(each)} - settled
                if may_hold(before.required, file.record, unknown) is not False:
                    found[before.key] = before
                    grown = True
    return set(found) - done


def columns_of(step: Step) -> Iterable[str]:
    """The columns a step may fill in."""
    yield from (step.dated, *step.asks, *step.needs)
    for end in step.outcomes:
        yield from (*end.asks, *end.needs, *end.sets)


def _behind(step: Step) -> Iterable[Step]:
    seen: dict[str, Step] = {}
    waiting = list(step.after)
    while waiting:
        each = waiting.pop()
        if each.key not in seen:
            seen[each.key] = each
            waiting += each.after
    return seen.values()


def may_hold(condition: Q, record: Record, unknown: set[str]) -> bool | None:
    """True, False, or None where it turns on an empty column in ``unknown``."""
    decisive = condition.connector == Q.OR
    answer: bool | None = not decisive if condition.children else True
    for child in condition.children:
        got = _answer(child, record, unknown)
        if got is decisive:
            answer = decisive
            break
        if got is None:
            answer = None
    return (not answer) if condition.negated and answer is not None else answer


def _answer(child: Any, record: Record, unknown: set[str]) -> bool | None:
    if isinstance(child, Q):
        return may_hold(child, record, unknown)
    path, wanted = child
    names = {path.partition("__")[0]} | ({str(vars(wanted)["name"])} if isinstance(wanted, F) else set())
    if any(name in unknown and getattr(record, name, None) in (None, "", False) for name in names):
        return None
    return holds(Q(child), record)
