"""A village's mediation committee, and a dispute that moves in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case, Deadline, Record, Taken
from fadu.organs.models import Organ, Person
from fadu.procedures.models import Mediation

DAY = date(2024, 4, 1)
NOW = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
REGISTERED = {"kind": "neighbour", "told_rights": True, "people": 2}
ORAL = {"agreed": "甲于五月底前清理排水沟", "no_paper_wanted": True}
WRITTEN = {"agreed": "甲赔偿乙三千元", "amount": "3000.00", "duties": "甲砌墙挡水，责任在甲"}
SIGNED = {"parties_signed": True, "mediator_signed": True, "sealed": True}


@dataclass
class Committee:
    """The committee, its mediator and its clerk."""

    organ: Organ
    mediator: Person
    clerk: Person


@dataclass
class Dispute:
    """One case at the committee; ``go`` takes a step, by the mediator unless said otherwise."""

    committee: Committee
    on: date = DAY
    case: Case = field(init=False)

    def __post_init__(self) -> None:
        self.case = open_case(
            "mediation",
            organ=self.committee.organ,
            title="排水纠纷",
            by=self.committee.mediator,
            on=self.on,
            officers=[self.committee.mediator],
            parties=[Comer("张测试", id_number="", address="示例村1组"), Comer("李示例")],
            now=NOW,
        )

    def go(self, step: str, on: date | None = None, outcome: str = "", by: Person | None = None, **facts: Any) -> Taken:
        return take(
            self.case, step, by=[by or self.committee.mediator], on=on or self.on, outcome=outcome, facts=facts, now=NOW
        )

    @property
    def record(self) -> Record:
        return Mediation.objects.get(case=self.case)

    def due(self, limit: str) -> date:
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    def registered(self) -> Dispute:
        self.go("application", dispute="排水沟被堵")
        self.go("registration", **REGISTERED)
        return self

    def agreed_orally(self) -> Dispute:
        self.registered().go("oral_agreement", outcome="oral", **ORAL)
        return self

    def signed(self) -> Dispute:
        self.registered().go("drafting", **WRITTEN)
        self.go("signing", outcome="written", **SIGNED)
        return self
