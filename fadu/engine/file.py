"""案卷在手: a case with its record and the steps taken, loaded once and asked many times."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from fadu.engine import rows
from fadu.engine.declare import Procedure, Step
from fadu.engine.models import Case, Deadline, Record, Taken
from fadu.engine.registry import editions, governing, newest


@dataclass
class CaseFile:
    """A case at hand. ``taken`` is in the order of entry; ``deadlines`` are the rows as last projected."""

    case: Case
    record: Record
    taken: list[Taken] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)

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


def open_file(case: Case | int, *, lock: bool = False, only: frozenset[str] | None = None) -> CaseFile:
    """Load case, record and steps; ``lock`` holds the case against other acts until the end of the transaction.

    ``only`` names the record's columns that will be asked for; any other is fetched if it is asked for all the same.

    Raises ``Case.DoesNotExist``.
    """
    key = case if isinstance(case, int) else case.pk
    name = case.procedure if isinstance(case, Case) else _procedure_of(key)
    # SQLite has one writer at a time from BEGIN on; PostgreSQL holds the row of the case.
    hold = "FOR UPDATE" if lock and connection.features.has_select_for_update else ""
    found, records, taken, deadlines = rows.read_together(
        [
            rows.Asked(Case, "id = %s", [key], hold),
            rows.Asked(newest(name).record, "case_id = %s", [key], only=only),
            rows.Asked(Taken, "case_id = %s", [key], "ORDER BY seq"),
            rows.Asked(Deadline, "case_id = %s", [key]),
        ]
    )
    if not found:
        raise Case.DoesNotExist(f"case {key}")
    records[0].case = found[0]
    return CaseFile(found[0], records[0], taken, deadlines)


def _procedure_of(key: int) -> str:
    try:
        return str(Case.objects.values_list("procedure", flat=True).get(pk=key))
    except Case.DoesNotExist:
        raise Case.DoesNotExist(f"case {key}") from None


def step_name(procedure: str, key: str) -> str:
    """The name of a step, from whichever edition knows it; the key itself when none does."""
    for each in reversed(editions(procedure)):
        for step in each.steps:
            if step.key == key:
                return str(step.name)
    return key
