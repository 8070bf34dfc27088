"""案卷在手: a case with its record and the steps taken, loaded once and asked many times."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from fadu.engine import rows
from fadu.engine.declare import Procedure, Step
from fadu.engine.models import Case, Record, Taken
from fadu.engine.registry import editions, governing, newest


@dataclass
class CaseFile:
    """A case at hand. ``taken`` is in the order of entry."""

    case: Case
    record: Record
    taken: list[Taken] = field(default_factory=list)

    def days(self, step: str) -> list[date]:
        """The days on which ``step`` was taken, in the order of entry."""
        return [each.on for each in self.taken if each.step == step]

    def last_day(self, step: str) -> date | None:
        """The latest day on which ``step`` happened, or None."""
        return max(self.days(step), default=None)

    def done(self, step: Step) -> bool:
        """Has ``step`` been taken?"""
        return any(each.step == step.key for each in self.taken)

    def takers(self, steps: list[str]) -> set[int]:
        """Whoever took part in one of ``steps``, by key."""
        return {
            person
            for each in self.taken
            if each.step in steps
            for person in (each.by_id, each.second_id, each.principal_id)
            if person
        }

    def edition(self, on: date) -> Procedure:
        """The edition that governs an act of this case on ``on``."""
        return governing(self.case.procedure, on, self.case.kept_edition)


def open_file(case: Case | int, *, lock: bool = False) -> CaseFile:
    """Load case, record and steps; ``lock`` holds the case against other acts until the end of the transaction.

    Raises ``Case.DoesNotExist``.
    """
    key = case if isinstance(case, int) else case.pk
    # SQLite has one writer at a time from BEGIN on; PostgreSQL holds the row of the case.
    hold = "FOR UPDATE" if lock and connection.features.has_select_for_update else ""
    found = rows.read(Case, "id = %s", [key], hold)
    if not found:
        raise Case.DoesNotExist(f"case {key}")
    (row,) = found
    (record,) = rows.read(newest(row.procedure).record, "case_id = %s", [key])
    record.case = row
    return CaseFile(row, record, rows.read(Taken, "case_id = %s", [key], "ORDER BY seq"))


def step_name(procedure: str, key: str) -> str:
    """The name of a step, from whichever edition knows it; the key itself when none does."""
    for each in reversed(editions(procedure)):
        for step in each.steps:
            if step.key == key:
                return str(step.name)
    return key
