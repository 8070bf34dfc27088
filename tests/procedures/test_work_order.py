"""热线工单: dispatched, signed, answered and rated; days are each place's own, a statutory period comes first."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine import clocks
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from fadu.law.rules import RULES
from fadu.organs.models import Organ, Region
from fadu.procedures.work_order import WORK_ORDER

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 20, 9, tzinfo=SHANGHAI)
DAY = date(2026, 3, 6)  # a Friday


def at(hour: int, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI)


@pytest.fixture
def place(bureau):
    """Moves the bureau to the city of that code."""

    def moved(code: str):
        region = Region.objects.create(code=code.ljust(12, "0"), name="示例市", level=2, parent_id="990000000000")
        Organ.objects.filter(pk=bureau.organ.pk).update(region=region)
        bureau.organ.refresh_from_db()
        return bureau

    return moved


class Ordered:
    def __init__(self, bureau, kind="help", on=DAY, platform="hotline"):
        self.bureau = bureau
        self.case = open_case("work_order", organ=bureau.organ, title="路灯不亮", by=bureau.clerk, on=on,
                              parties=[Comer("张测试")], now=NOW)  # fmt: skip
        self.take("order_receipt", on,
                  facts={"platform": platform, "channel": "phone", "request": "路灯不亮", "kind": kind})  # fmt: skip

    def take(self, step, on=DAY, **more):
        return take(self.case, step, by=[self.bureau.clerk], on=on, now=NOW, **more)

    def dispatched(self, **facts):
        self.take("order_acceptance", at=at(9))
        self.take("dispatch", at=at(10), facts={"unit": "测试县示例局", **facts})
        return self

    def due(self, limit):
        return Deadline.objects.filter(case=self.case, limit=limit).values_list("due_on", flat=True).first()

    @property
    def record(self):
        return open_file(self.case.pk).record


@pytest.mark.parametrize(
    ("code", "kind", "limit", "last"),
    [
        ("130200", "help", "signing", date(2026, 3, 9)),  # 唐山第二十三条第二款
        ("130200", "consultation", "order_reply", date(2026, 3, 10)),  # 唐山第二十四条第一款
        ("130200", "help", "order_reply", date(2026, 3, 13)),
        ("410500", "help", "order_reply", date(2026, 3, 13)),  # 安阳第五十条第一款
        ("410500", "consultation", "order_reply", date(2026, 3, 13)),
        ("410500", "help", "signing", None),
        ("990100", "help", "order_reply", None),  # a place whose text is not in the table has no days
    ],
)
def test_the_days_are_those_of_the_place(place, code, kind, limit, last):
    region = Region.objects.filter(code=code.ljust(12, "0")).exists()
    matter = Ordered(place(code) if not region else place("990200"), kind).dispatched()
    assert matter.due(limit) == last


def test_two_hours_to_dispatch(place):  # 唐山第二十条第一款
    matter = Ordered(place("130200"))
    matter.take("order_acceptance", at=at(9))
    assert Deadline.objects.get(case=matter.case, limit="dispatch").due_at == at(11)


@pytest.mark.parametrize(
    ("code", "hard", "last"),
    [
        ("130200", False, date(2026, 3, 9)),  # 唐山第二十三条第三款
        ("130200", True, date(2026, 3, 11)),
        ("410500", True, date(2026, 3, 7)),  # 安阳第五十条第二款: twenty-four hours
        ("990200", True, None),
    ],
)
def test_an_order_is_returned_in_the_time_of_the_place(place, code, hard, last):
    matter = Ordered(place(code)).dispatched()
    matter.take("signing", facts={"not_ours": True, "complicated": hard})
    assert matter.due("order_return") == last


def test_a_local_limit_is_a_row_of_the_table():
    regions = {limit.regions for limit in WORK_ORDER.limits if limit.regions}
    assert regions == {(rule.region,) for rule in RULES.values() if rule.procedure == "hotline_ticket" and rule.region}


def test_a_statutory_period_comes_first_and_both_clocks_are_kept(place):  # 安阳第五十条第一款
    matter = Ordered(place("410500"), "report")
    matter.take("order_acceptance", at=at(9))
    with pytest.raises(Refused, match="规定期限的条款"):
        matter.take("dispatch", at=at(10), facts={"unit": "示例局", "statutory_due_on": date(2026, 3, 27)})
    matter.take("dispatch", at=at(10), facts={
        "unit": "示例局", "statutory_due_on": date(2026, 3, 27), "set_by": date(2026, 3, 12),
        "statutory_by": "《市场监督管理行政处罚程序规定》第十八条第一款"})  # fmt: skip
    assert matter.due("order_reply") is None
    assert matter.due("order_statutory") == date(2026, 3, 27)
    assert matter.due("order_set") == date(2026, 3, 12)


def test_the_head_may_add_five_working_days_in_anyang_and_the_hotline_agrees_in_tangshan(place):
    matter = Ordered(place("410500")).dispatched()
    longer = RULES["L_AY-50.1b"].period
    clocks.extend(matter.case, "order_reply", "complex", longer, by=matter.bureau.head, on=date(2026, 3, 12))
    assert matter.due("order_reply") == date(2026, 3, 20)
    with pytest.raises(Refused, match="须经"):
        clocks.extend(matter.case, "order_reply", "complex", longer, by=matter.bureau.reviewer, on=date(2026, 3, 12))


def test_an_order_is_returned_with_its_ground_and_sent_to_another(bureau):  # 唐山第二十三条第三款
    matter = Ordered(bureau).dispatched()
    with pytest.raises(Refused, match="退单的依据"):
        matter.take("order_return", facts={"not_ours": True})
    matter.take("order_return", facts={"not_ours": True, "return_reason": "属于示例镇职责"})
    matter.take("return_ruling", outcome="redirected")
    matter.take("dispatch", at=at(15), facts={"unit": "示例镇人民政府", "co_units": "示例局"})
    assert (matter.record.unit, matter.record.returned_on, matter.record.not_ours) == ("示例镇人民政府", None, False)


def test_what_is_not_for_the_hotline_is_told_and_not_dispatched(bureau):  # 唐山第十一条
    matter = Ordered(bureau)
    matter.take("order_refusal", outcome="petition")
    with pytest.raises(Refused):
        matter.take("dispatch", facts={"unit": "示例局"})
    matter.take("closing")


def test_a_consultation_may_be_answered_at_once(bureau):  # 唐山第十六条
    matter = Ordered(bureau, "consultation")
    matter.take("order_acceptance", at=at(9))
    matter.take("instant_reply", facts={"answered_at_once": True, "reply": "周一至周五办理"})
    with pytest.raises(Refused):
        matter.take("dispatch", facts={"unit": "示例局"})
    matter.take("closing")


def test_who_is_not_satisfied_is_answered_again(bureau):  # 唐山第三十八条
    matter = Ordered(bureau).dispatched()
    matter.take("signing")
    with pytest.raises(Refused, match="尚未"):
        matter.take("closing")
    matter.take("order_reply", date(2026, 3, 9), facts={"reply": "已报修"})
    matter.take("call_back", date(2026, 3, 10), outcome="dissatisfied")
    matter.take("rework", date(2026, 3, 10))
    assert matter.record.replied_on is None
    matter.take("order_reply", date(2026, 3, 12), facts={"reply": "已修复"})
    matter.take("call_back", date(2026, 3, 13), outcome="satisfied")
    matter.take("closing", date(2026, 3, 13))
    matter.case.refresh_from_db()
    assert matter.case.closed_on == date(2026, 3, 13)


@pytest.mark.parametrize(("on", "edition"), [(date(2022, 4, 30), "2005"), (date(2022, 5, 1), "2022")])
def test_the_day_decides_which_edition_governs(bureau, on, edition):
    assert open_file(Ordered(bureau, on=on).case.pk).taken[0].edition == edition
