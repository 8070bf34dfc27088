"""Records to count, put in the tables as an import would leave them; no act is driven."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from fadu.engine.models import Case
from fadu.procedures.models import OrdinaryPenalty, SummaryPenalty

_number = count(1)


def case(bureau: Any, procedure: str, on: date, **more: Any) -> Case:
    """A case of the bureau's organ."""
    return Case.objects.create(
        number=f"测〔{on.year}〕{next(_number)}号", procedure=procedure, title="测试", organ=bureau.organ,
        region=bureau.region, domain=more.pop("domain", "market"), opened_on=on, **more,
    )  # fmt: skip


def penalty(bureau: Any, on: date = date(2025, 5, 6), *, domain: str = "market", **columns: Any) -> Case:
    """A decided penalty of the ordinary procedure, taken over."""
    made = case(bureau, "penalty_ordinary", on, domain=domain)
    OrdinaryPenalty.objects.create(case=made, taken_over=True, result="punished", decided_on=on, **columns)
    return made


def on_the_spot(bureau: Any, on: date = date(2025, 5, 6), fine: int = 50) -> Case:
    """A penalty imposed on the spot, taken over."""
    made = case(bureau, "penalty_summary", on)
    SummaryPenalty.objects.create(case=made, taken_over=True, decided_on=on, fined=True, fine=Decimal(fine))
    return made
