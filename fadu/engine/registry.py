"""Which procedures the house knows, and which edition governs an act.

Which edition governs is settled act by act: by default the one in force on the day of the act. No law here has a
transition clause for running cases, so that is a stated default and not a constant; the legal office may keep one
case under an older edition (``Case.kept_edition``), with its reason in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fadu.engine.declare import Procedure

_EDITIONS: dict[str, dict[str, Procedure]] = {}


class NoEdition(LookupError):
    """No edition of the procedure is known for the day asked about."""


def register(*procedures: Procedure) -> None:
    """Make procedures known. Called once, when the room of procedures opens."""
    for each in procedures:
        _EDITIONS.setdefault(each.key, {})[each.edition] = each


def editions(key: str) -> list[Procedure]:
    """All editions of a procedure, oldest first; KeyError for a name the house does not know."""
    return sorted(_EDITIONS[key].values(), key=lambda each: each.in_force[0])


def edition(key: str, name: str) -> Procedure:
    """One edition by its name."""
    return _EDITIONS[key][name]


def all_procedures() -> Iterator[Procedure]:
    """Every edition of every procedure."""
    for key in sorted(_EDITIONS):
        yield from editions(key)


def newest(key: str) -> Procedure:
    """The latest edition: for names, lists and forms that stand outside any one day."""
    return editions(key)[-1]


def governing(key: str, on: date, kept: str = "") -> Procedure:
    """The edition that governs an act done on ``on``; ``kept`` overrides. ``NoEdition`` before the first."""
    known = _EDITIONS[key]
    if kept:
        return known[kept]
    for each in known.values():
        if each.governs(on):
            return each
    raise NoEdition(f"{key}: {on.isoformat()}")
