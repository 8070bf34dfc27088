"""Reading a ``Q`` against a record in memory.

The same ``Q`` that a constraint writes into the table and a list filters by is asked here of one record without a
query. Only the look-ups a declaration needs are known; any other is refused when the house starts (``checks``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import F, Model, Q

Test = Callable[[Any, Any], bool | None]

# None stands for SQL's "unknown": a comparison with an empty column is neither true nor false.
TESTS: dict[str, Test] = {
    "exact": lambda a, b: (a is None) if b is None else (None if a is None else a == b),
    "isnull": lambda a, b: (a is None) is bool(b),
    "in": lambda a, b: None if a is None else a in b,
    "gt": lambda a, b: None if a is None or b is None else a > b,
    "gte": lambda a, b: None if a is None or b is None else a >= b,
    "lt": lambda a, b: None if a is None or b is None else a < b,
    "lte": lambda a, b: None if a is None or b is None else a <= b,
}


class UnknownLookup(ValueError):
    """A condition uses a look-up that cannot be asked of a record in memory."""


def holds(condition: Q, record: Model) -> bool:
    """Is ``condition`` true of ``record``, as the database would answer it in a WHERE clause?"""
    return _truth(condition, record, negated=False) is True


def violates(forbids: Q, record: Model) -> bool:
    """Would a constraint ``NOT (forbids)`` refuse ``record``? Unknown passes, as in SQL's CHECK."""
    return refuses(~forbids, record)


def refuses(constraint: Q, record: Model) -> bool:
    """Would the table's CHECK ``constraint`` refuse ``record``? Unknown passes."""
    return _truth(constraint, record, negated=False) is False


def _truth(condition: Q, record: Model, *, negated: bool) -> bool | None:
    negated = negated ^ condition.negated
    if condition.connector == Q.XOR:
        raise UnknownLookup("^")
    decisive = condition.connector == Q.OR  # one yes settles an OR, one no settles an AND
    answer: bool | None = not decisive if condition.children else True
    for child in condition.children:
        got = _answer(child, record, negated=negated)
        if got is decisive:
            answer = decisive
            break
        if got is None:
            answer = None
    return (not answer) if condition.negated and answer is not None else answer


def _answer(child: Any, record: Model, *, negated: bool) -> bool | None:
    if isinstance(child, Q):
        return _truth(child, record, negated=negated)
    path, wanted = child
    name, _, lookup = path.partition("__")
    test = TESTS.get(lookup or "exact")
    if test is None:
        raise UnknownLookup(path)
    if isinstance(wanted, F):
        wanted = getattr(record, _column(wanted))
    got = test(getattr(record, name), wanted)
    # Under a NOT, Django asks "... AND column IS NOT NULL": an empty column is then plainly "no".
    return False if got is None and negated else got


def columns(condition: Q) -> Iterator[str]:
    """The columns a condition speaks of. ``UnknownLookup`` for one that cannot be asked in memory."""
    child: Any
    for child in condition.children:
        if isinstance(child, Q):
            yield from columns(child)
            continue
        path, wanted = child
        name, _, lookup = path.partition("__")
        if (lookup or "exact") not in TESTS:
            raise UnknownLookup(path)
        yield name
        if isinstance(wanted, F):
            yield _column(wanted)


def _column(reference: F) -> str:
    return str(reference.deconstruct()[1][0])
