"""Coercive measures and referrals of invented people, driven through the engine's acts."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Taken

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 9, tzinfo=SHANGHAI)
DAY = date(2024, 4, 1)

PLAN = {
    "kind": "seize",
    "power": "《食品安全法》第一百一十条第四项",
    "power_rank": "law",
    "reason": "涉嫌经营超过保质期的食品",
    "basis": "《食品安全法》第一百一十条第四项",
    "goods": "饼干｜200克｜盒｜3",
    "related": True,
}
MONEY = {
    **PLAN,
    "kind": "freeze",
    "account_number": "6222000000001234",
    "frozen_amount": Decimal("1000.00"),
    "amount_at_stake": Decimal("1000.00"),
    "bank": "测试县示例银行",
}
SPOT = {
    "shown": True,
    "party_present": True,
    "told": True,
    "heard": True,
    "recorded": True,
    "handed_decision": True,
}
BANK = {"shown": True, "recorded": True, "bank_served": True}
FOUND = {"facts": "销售假冒商品，货值六万元", "crime": "销售假冒注册商标的商品罪"}


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment in Shanghai."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


class Matter:
    """A case of one procedure and its bureau; ``take`` takes one step."""

    def __init__(self, bureau: Any, procedure: str, on: date = DAY, **facts: Any) -> None:
        self.bureau = bureau
        self.officers = [bureau.officer, bureau.second]
        self.case: Case = open_case(
            procedure,
            organ=bureau.organ,
            title="经营超过保质期的食品案",
            by=bureau.officer,
            on=on,
            officers=self.officers,
            parties=[Comer("甲公司", kind="company", address="测试县示例街1号")],
            facts=facts,
            now=NOW,
        )

    def take(self, step: str, on: date = DAY, by: Any = None, **more: Any) -> Taken:
        return take(self.case, step, by=by or self.officers, on=on, now=NOW, **more)

    def head(self, step: str, on: date = DAY, **more: Any) -> Taken:
        return self.take(step, on, [self.bureau.head], **more)

    @property
    def record(self) -> Any:
        return open_file(self.case.pk).record

    @property
    def closed(self) -> bool:
        self.case.refresh_from_db()
        return self.case.closed_on is not None

    def due(self, limit: str) -> date:
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    def due_at(self, limit: str) -> datetime:
        moment = Deadline.objects.get(case=self.case, limit=limit).due_at
        assert moment is not None
        return moment.astimezone(SHANGHAI)


def seized(bureau: Any, on: date = DAY, **plan: Any) -> Matter:
    """Goods seized on ``on`` with approval before."""
    matter = Matter(bureau, "coercive_measure", on)
    matter.head("approval", on, facts={**PLAN, **plan})
    matter.take("imposition", on, facts=SPOT)
    return matter


def frozen(bureau: Any, on: date = DAY, **plan: Any) -> Matter:
    """Money frozen on ``on`` with approval before."""
    matter = Matter(bureau, "coercive_measure", on)
    matter.head("approval", on, facts={**MONEY, **plan})
    matter.take("freezing", on, facts=BANK)
    return matter


def referred(bureau: Any, on: date = DAY, hour: int = 9) -> Matter:
    """A suspected crime approved for referral and referred on ``on``."""
    matter = Matter(bureau, "crime_referral", on, direction="outgoing")
    matter.head("assignment", on, facts=FOUND)
    matter.take("report", on, facts={"evidence_kept": True})
    matter.head("approval", on, at=at(on, hour))
    matter.take("referral", on, facts={"police": "测试县公安局", "report_enclosed": True, "goods_listed": True})
    return matter


def accepted(bureau: Any, on: date = DAY) -> Matter:
    """The same, and the police signed the receipt the same day."""
    matter = referred(bureau, on)
    matter.take("acceptance", on, [bureau.clerk])
    return matter


def refused(bureau: Any, on: date = DAY) -> Matter:
    """The same, and the police decided not to open a case."""
    matter = accepted(bureau, on)
    facts = {"not_filed_reason": "犯罪事实显著轻微", "non_filing_notice_on": on}
    matter.take("non_filing", on, [bureau.clerk], facts=facts)
    return matter
