"""Petitions of invented people, driven through the engine's acts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Taken

NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2024, 3, 1)
OLD_DAY = date(2021, 3, 1)


class Petitioned:
    """A petition at the bureau; ``take`` takes one step by the clerk, ``head`` by the head."""

    def __init__(self, bureau: Any, on: date = DAY, **facts: Any) -> None:
        self.bureau = bureau
        self.case: Case = open_case(
            "petition", organ=bureau.organ, title="要求支付拖欠工资", by=bureau.clerk, on=on,
            parties=[Comer("张测试", address="测试县示例路1号")], now=NOW,
        )  # fmt: skip
        self.take("petition_receipt", on, facts={"channel": "online", "request": "支付拖欠工资", **facts})

    def take(self, step: str, on: date = DAY, by: Any = None, **more: Any) -> Taken:
        return take(self.case, step, by=by or [self.bureau.clerk], on=on, now=NOW, **more)

    def registered(self, on: date = DAY, **facts: Any) -> Petitioned:
        self.take("registration", on, facts={"kind": "claim", "field": "labour", **facts})
        return self

    def accepted(self, on: date = DAY, **facts: Any) -> Petitioned:
        self.take("petition_acceptance", on, facts=facts)
        return self

    def answered(self, on: date, outcome: str = "supported") -> Petitioned:
        self.take("petition_investigation", on, facts={"facts_found": "经查属实"})
        self.take(
            "petition_opinion", on, outcome=outcome,
            facts={"opinion": "责成支付", "opinion_basis": "《保障农民工工资支付条例》第三条"},
        )  # fmt: skip
        self.take("opinion_service", on)
        return self

    @property
    def record(self) -> Any:
        return open_file(self.case.pk).record

    @property
    def closed(self) -> bool:
        self.case.refresh_from_db()
        return self.case.closed_on is not None

    def due(self, limit: str) -> date | None:
        return Deadline.objects.filter(case=self.case, limit=limit).values_list("due_on", flat=True).first()


def claim(bureau: Any, on: date = DAY, route: str = "opinion", **facts: Any) -> Petitioned:
    """A claim received, registered and accepted on one day (2022)."""
    return Petitioned(bureau, on, **facts).registered(on).accepted(on, route=route)


def old_claim(bureau: Any, on: date = OLD_DAY, kind: str = "claim") -> Petitioned:
    """The same under the edition of 2005."""
    return Petitioned(bureau, on).registered(on, kind=kind).accepted(on)
