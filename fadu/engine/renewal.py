"""重新推算: when a calendar or a rule has changed, running cases are reckoned again, with the reason in the ledger."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from fadu.engine.deadlines import project
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline
from fadu.law.calendar import Calendar
from fadu.ledger.book import append


def renew(reason: str, *, calendar: Calendar | None = None, only_projected: bool = False) -> int:
    """Reckon the open deadlines again; each case whose days moved gets an entry naming old and new days.

    ``only_projected`` keeps to those that lean on a year without a notice. Returns the number of cases changed.
    """
    open_ones = Deadline.objects.filter(met_on=None)
    if only_projected:
        open_ones = open_ones.filter(projected=True)
    changed = 0
    for key in open_ones.values_list("case", flat=True).order_by("case").distinct().iterator(chunk_size=1000):
        changed += _renew(key, reason, calendar)
    return changed


def _renew(key: int, reason: str, calendar: Calendar | None) -> bool:
    with transaction.atomic():
        file = open_file(key, lock=True)
        before = _days(file.case)
        project(file, calendar)
        after = _days(file.case)
        if before == after:
            return False
        append(
            file.case.number,
            "renew",
            actor="fadu",
            on=timezone.localdate(),
            at=timezone.now(),
            cites=[],
            content={
                "reason": reason,
                "moved": {name: [before.get(name, ""), day] for name, day in after.items() if before.get(name) != day},
            },
        )
        file.case.save(update_fields=["next_due_on", "next_due"])
    return True


def _days(case: Case) -> dict[str, str]:
    rows = Deadline.objects.filter(case=case).values_list("limit", "began_on", "due_on", "projected")
    return {
        f"{limit} {began.isoformat()}": due.isoformat() + (" 推算" if projected else "")
        for limit, began, due, projected in rows
    }
