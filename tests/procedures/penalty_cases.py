"""Penalty cases of invented people, driven through the engine's acts: the days are those of the worked examples."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.deliberation import Sitting, Speech
from fadu.engine.models import Case, Deadline, Taken

NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PROPOSED = {"proposed_fined": True, "proposed_fine": Decimal(5000)}
PUNISHMENT = {
    "fined": True,
    "fine": Decimal(5000),
    "facts_found": "销售超过保质期的食品三件",
    "basis": "《食品安全法》",
    "penalty": "罚款五千元",
    "facts_clear": True,
    "verified": True,
    "correction": "ordered",
    "surcharge_stated": True,
}


class Story:
    """A case and its bureau; each verb takes one step on its day."""

    def __init__(self, bureau: Any, on: date, procedure: str = "penalty_ordinary", **more: Any) -> None:
        self.bureau = bureau
        self.officers = [bureau.officer, bureau.second]
        self.case: Case = open_case(
            procedure,
            organ=bureau.organ,
            title="销售超过保质期的食品",
            by=bureau.officer,
            on=on,
            officers=self.officers,
            now=NOW,
            **{"parties": [Comer("甲公司", kind="company", address="测试县示例街1号")]} | more,
        )

    def take(self, step: str, on: date, by: Any = None, **more: Any) -> Taken:
        return take(self.case, step, by=by or self.officers, on=on, now=NOW, **more)

    @property
    def record(self) -> Any:
        from fadu.engine.file import open_file

        return open_file(self.case.pk).record

    def due(self, limit: str) -> date:
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    def find(self, on: date, **facts: Any) -> Story:
        self.take("lead", on, facts={"act": "销售过期食品", "committed_on": date(2024, 3, 1), **facts})
        return self

    def file(self, on: date) -> Story:
        self.take("filing", on, [self.bureau.head], facts={"jurisdiction": "place", "entitled": True})
        return self

    def inquire(self, on: date, **facts: Any) -> Story:
        self.take("inquiry", on, facts={"shown": True})
        self.take(
            "end_of_inquiry",
            on,
            facts={"suggested": "punished", "facts_found": "销售超过保质期的食品三件", **facts},
        )
        return self

    def tell(self, on: date, **facts: Any) -> Story:
        self.take("notice", on, facts={"basis": "《食品安全法》", **PROPOSED, **facts})
        self.take("telling", on)
        return self

    def listen(self, on: date) -> Story:
        self.take("defence", on, facts={"defence": "初次违法，请求从轻", "adopted": "不予采纳"})
        return self

    def review(self, on: date, outcome: str = "agreed") -> Story:
        self.take("review_request", on)
        self.take("review", on, [self.bureau.reviewer], outcome=outcome, facts={"review_opinion": "同意"})
        return self

    def examine(self, on: date, outcome: str = "agreed") -> Story:
        self.take("review_request", on)
        facts = {"case_review_opinion": "同意处理意见"}
        self.take("case_review", on, [self.bureau.third], outcome=outcome, facts=facts)
        return self

    def deliberate(self, on: date) -> Story:
        sitting = Sitting(
            self.bureau.head,
            2,
            [Speech(self.bureau.head, "agree", "同意"), Speech(self.bureau.deputy, "dissent", "建议减轻")],
            "给予罚款五千元",
        )
        self.take("deliberation", on, [self.bureau.head], sitting=sitting)
        return self

    def decide(self, on: date, outcome: str = "punished", **facts: Any) -> Story:
        self.take("decision", on, [self.bureau.head], outcome=outcome, facts={**PUNISHMENT, **facts})
        return self

    def serve(self, on: date, **facts: Any) -> Story:
        self.take("service", on, facts=facts)
        return self


def ready(bureau: Any, procedure: str = "penalty_ordinary", **facts: Any) -> Story:
    """A case whose inquiry ended on 10 April 2024; ``facts`` are entered then."""
    story = Story(bureau, date(2024, 4, 1), procedure).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    return story.inquire(date(2024, 4, 10), **facts)


def told(bureau: Any, on: date = date(2024, 4, 11), **facts: Any) -> Story:
    """The same, and the party told what is proposed."""
    return ready(bureau).tell(on, **facts)


def decided(bureau: Any, on: date = date(2024, 4, 15), **facts: Any) -> Story:
    """The same, the party heard on 12 April and a fine of 5,000 元 decided."""
    return told(bureau).listen(date(2024, 4, 12)).decide(on, **facts)


def served(bureau: Any, on: date = date(2024, 4, 15), **facts: Any) -> Story:
    """The same, and the decision served."""
    return decided(bureau, **facts).serve(on)
