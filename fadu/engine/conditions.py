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
    return _truth(condition, record) is True


def violates(forbids: Q, record: Model) -> bool:
    """Would a constraint ``NOT (forbids)`` refuse ``record``? Unknown passes, as in SQL's CHECK."""
    return _truth(forbids, record) is True


def _truth(condition: Q, record: Model) -> bool | None:
    answer: bool | None
    if condition.connector == Q.OR and condition.children:
        answer = False
        for child in condition.children:
            got = _answer(child, record)
            if got is True:
                answer = True
                break
            if got is None:
                answer = None
    elif condition.connector == Q.XOR:
        raise UnknownLookup("^")
    else:
        answer = True
        for child in condition.children:
            got = _answer(child, record)
            if got is False:
                answer = False
                break
            if got is None:
                answer = None
    if condition.negated and answer is not None:
        return not answer
    return answer


def _answer(child: Any, record: Model) -> bool | None:
    if isinstance(child, Q):
        return _truth(child, record)
    path, wanted = child
    name, _, lookup = path.partition("__")
    test = TESTS.get(lookup or "exact")
    if test is None:
        raise UnknownLookup(path)
    if isinstance(wanted, F):
        wanted = getattr(record, wanted.name)
    return test(getattr(record, name), wanted)


def columns(condition: Q) -> Iterator[str]:
    """The columns a condition speaks of. ``UnknownLookup`` for one that cannot be asked in memory."""
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
            yield wanted.name
