"""Reconsiderations of invented people at an invented county's government, driven through the engine's acts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Taken
from fadu.organs.models import Organ, Person, Post

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2027, 6, 1, 9, tzinfo=SHANGHAI)
DAY = date(2024, 4, 1)  # a Monday
OLD_DAY = date(2023, 4, 3)  # a Monday under the law of 2017

APPLIED = {
    "channel": "paper",
    "respondent": "测试县市场监督管理局",
    "kind": "penalty",
    "act": "测市监罚决〔2024〕1号行政处罚决定",
    "requests": "撤销该行政处罚决定",
    "pleaded": "事实不清",
    "act_on": DAY,
    "knew_on": DAY,
    "applied_on": DAY,
}
MET = dict.fromkeys(
    ("parties_clear", "interested", "specific", "in_time", "in_scope", "own_jurisdiction", "first_time"), True
)
FOUND = {"findings": "经审理查明的事实", "proposal": "建议撤销"}
GROUNDED = {"reasons": "主要事实不清", "basis": "《行政处罚法》第四十条"}
BRIEF = {"summary": True, "summary_ground": "small", "plain": True, "amount_at_stake": 3000}
HEARD = {"heard_by": "phone", "views": "坚持原来的意见"}
SAT = {
    "presider": "张测试",
    "assessor": "李示例",
    "second_assessor": "王样本",
    "recorder": "吴内勤",
    "hearing_record": "听证笔录",
    "respondent_head": "赵负责",
}


class Office:
    """The reconsideration office of an invented county's government, and one case of it."""

    def __init__(self, bureau: Any) -> None:
        self.bureau = bureau
        self.organ = Organ.objects.create(
            name="测试县人民政府", region=bureau.region, word="测政", domain="general", kind="government"
        )
        self.officer: Person = bureau.person("fuyi", "郑复议", "examiner", organ=self.organ)
        self.second: Person = bureau.person("fuyi2", "冯复议", "examiner", organ=self.organ)
        self.office_head: Person = bureau.person("jiguo", "陈机构", "office_head", organ=self.organ)
        self.head: Person = bureau.person("xianzhang", "褚负责", "head", organ=self.organ)
        self.case: Case

    def open(self, on: date = DAY, **applied: Any) -> Office:
        """A case received on ``on``."""
        self.case = open_case(
            "reconsideration",
            organ=self.organ,
            title="不服行政处罚申请行政复议",
            by=self.officer,
            on=on,
            officers=[self.officer, self.second],
            parties=[Comer("甲公司", kind="company", address="测试县示例街1号")],
            now=NOW,
        )
        self.take("receipt", on, **{**APPLIED, "act_on": on, "knew_on": on, "applied_on": on, **applied})
        return self

    def accepted(self, on: date = DAY, **facts: Any) -> Office:
        """A case accepted on the day it was received; what is stated at receipt may be said otherwise."""
        stated = {
            name: facts.pop(name) for name in list(facts) if name in APPLIED or name.startswith(("norm_c", "dam"))
        }
        self.open(on, **stated)
        more = {"accepted_on": on} if on < date(2024, 1, 1) else MET
        self.take("acceptance", on, **{**more, **facts})
        return self

    def answered(self, on: date = DAY, **facts: Any) -> Office:
        """A case answered on ``on``, the day it was accepted."""
        self.accepted(on, **facts)
        if on >= date(2024, 1, 1):
            self.take("allocation", on, examiners=2)
        self.take("sending", on)
        self.take("reaching", on)
        self.take("answer", on, answer="维持原处罚决定", evidence_handed=True)
        return self

    def proposed(self, on: date = DAY, **facts: Any) -> Office:
        """A case in which the office has made its proposal."""
        self.answered(on, **facts)
        if on < date(2024, 1, 1):
            self.take("proposal", on, examiners=2, **FOUND)
        else:
            if not facts.get("summary"):
                self.take("listening", on, outcome="heard", **HEARD)
            self.take("proposal", on, **FOUND)
        return self

    def decided(self, on: date = DAY, kind: str = "revoked", ground: str = "unclear", **facts: Any) -> Office:
        """A decided case."""
        self.proposed(on)
        self.take("decision", on, outcome=kind, ground=ground, **{**GROUNDED, **facts})
        return self

    def take(self, step: str, on: date = DAY, outcome: str = "", by: Any = None, **facts: Any) -> Taken:
        posts = self.edition_step(step, on).by
        who = by or {
            "office_head": [self.office_head],
            "organ_head": [self.head],
            "examiners": [self.officer, self.second],
        }.get(posts.key, [self.officer])
        return take(self.case, step, by=who, on=on, outcome=outcome, facts=facts, now=NOW)

    def edition_step(self, step: str, on: date) -> Any:
        return open_file(self.case.pk).edition(on).step(step)

    @property
    def record(self) -> Any:
        return open_file(self.case.pk).record

    @property
    def closed(self) -> bool:
        self.case.refresh_from_db()
        return self.case.closed_on is not None

    def due(self, limit: str) -> date:
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    def runs(self, limit: str) -> bool:
        return Deadline.objects.filter(case=self.case, limit=limit).exists()


def posts_of(organ: Organ) -> int:
    return Post.objects.filter(organ=organ).count()
