"""法律援助: decided in seven days, assigned in three, free, with a way to object; the older Regulations beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents import docx
from fadu.engine import papers
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case, Deadline
from fadu.engine.refusals import Refused
from fadu.law.statutes import LEGAL_AID_2003 as OLD
from fadu.law.statutes import LEGAL_AID_2021 as L
from fadu.procedures.legal_aid import LEGAL_AID, LEGAL_AID_OLD
from fadu.procedures.models import LegalAid
from tests.procedures.walking import Walk

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 1)
THEN = date(2020, 3, 2)
NOW = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {"case_class": "civil", "matter": "wages", "facts": "拖欠工资三个月", "form": "litigation"}
POOR = {"poor": True, "checked_by": "pledge"}
NOTIFIED = {"notifier": "court", "must_notify": "minor", "case_class": "criminal", "form": "defence"}
LAWYER = {"assigned_kind": "lawyer", "assigned_to": "周律师", "assigned_firm": "示例律师事务所", "practised": 5}


class Matter:
    """One case at the county's legal aid centre."""

    def __init__(self, bureau: Any, on: date = DAY) -> None:
        self.by, self.on = bureau.clerk, on
        self.case: Case = open_case(
            "legal_aid", organ=bureau.organ, title="追索劳动报酬", by=self.by, on=on, parties=[Comer("张测试")], now=NOW
        )

    def go(self, step: str, on: date | None = None, outcome: str = "", **facts: Any) -> None:
        take(self.case, step, by=[self.by], on=on or self.on, outcome=outcome, facts=facts, now=NOW)

    @property
    def record(self) -> Any:
        return LegalAid.objects.get(case=self.case)

    def due(self, limit: str) -> date:
        return Deadline.objects.get(case=self.case, limit=limit).due_on


def after(days: int) -> date:
    return DAY + timedelta(days)


@pytest.mark.parametrize(
    ("procedure", "statute", "articles"),
    [(LEGAL_AID, L[12].statute, range(12, 60)), (LEGAL_AID_OLD, OLD[10].statute, range(10, 26))],
    ids=["2021", "2003"],
)
def test_every_article_is_used_or_said_why_not(procedure, statute, articles):
    cited = {int(cite.article) for cite in procedure.citations() if cite.statute is statute}
    assert set(articles) - cited == set(procedure.unused)


@pytest.mark.parametrize(
    ("limit", "period"),
    [("aid_decision", "7日"), ("assignment", "3日"), ("notified_assignment", "3日"), ("objection_review", "5日"),
     ("aid_forwarding", "24小时")],
)  # fmt: skip
def test_the_periods_of_the_law(limit, period):  # 第三十六条、第三十九条、第四十三条、第四十九条: 法律没有写工作日
    assert str(LEGAL_AID.limit(limit).within) == period


def test_the_regulations_have_working_days_for_the_objection_alone():  # 条例第十五条、第十九条
    assert {each.key: str(each.within) for each in LEGAL_AID_OLD.limits} == {
        "objection_review": "5个工作日",
        "aid_forwarding": "24小时",
    }


def test_an_application_goes_from_receipt_to_the_lawyers_pay(bureau):  # 第四十三条、第五十条、第五十二条
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    assert matter.due("aid_decision") == after(7)
    matter.go("granting", after(3), **POOR)
    assert matter.due("assignment") == after(6)
    matter.go("aid_assignment", after(4), **LAWYER)
    matter.go("aid_report", after(60), result="调解结案，给付工资", recovered="12000")
    with pytest.raises(Refused, match="第五十二条"):
        matter.go("closing", after(61))
    matter.go("subsidy", after(61), subsidy="1500")
    matter.go("closing", after(61))


@pytest.mark.parametrize(
    ("step", "facts", "article"),
    [
        ("granting", {}, "第三十一条"),
        ("granting", {"poor": True}, "第四十一条第二款"),
        ("aid_refusal", {"refusal_written": True}, "第四十三条第一款"),
        ("aid_refusal", {"refusal_reason": "不困难"}, "第四十三条第一款"),
    ],
)
def test_a_decision_rests_on_what_was_found_and_says_why_not(bureau, step, facts, article):
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    with pytest.raises(Refused, match=article):
        matter.go(step, after(1), **facts)


@pytest.mark.parametrize("ground", [{"exempt": "migrant"}, {"unconditional": "abused"}])
def test_some_are_aided_without_a_look_at_their_means(bureau, ground):  # 第三十二条、第四十二条
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("granting", **ground)
    assert matter.record.granted_on == DAY


@pytest.mark.parametrize(
    ("facts", "who", "article"),
    [
        ({"must_notify": "grave"}, {**LAWYER, "practised": 2}, "第二十六条"),
        ({"must_notify": "grave"}, LAWYER, ""),
        ({}, {**LAWYER, "assigned_kind": "grassroots"}, "第二十五条第一款"),
    ],
)
def test_who_is_notified_of_gets_a_lawyer_in_three_days(bureau, facts, who, article):  # 第三十六条
    matter = Matter(bureau)
    matter.go("defence_notice", **{**NOTIFIED, **facts})
    assert matter.due("notified_assignment") == after(3)
    if article:
        with pytest.raises(Refused, match=article):
            matter.go("aid_assignment", after(1), informed_on=after(1), **who)
        return
    with pytest.raises(Refused, match="第三十六条"):
        matter.go("aid_assignment", after(1), **who)
    matter.go("aid_assignment", after(1), informed_on=after(1), **who)


def test_what_is_lacking_is_told_once_and_unanswered_counts_as_withdrawn(bureau):  # 第四十三条第二款
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("supplement_notice", after(1), supplement="身份证明", supplement_by=after(9))
    with pytest.raises(Refused):
        matter.go("supplement_notice", after(2), supplement="又缺材料")
    assert matter.due("supplement") == after(9)
    matter.go("deemed_withdrawal", after(10))
    with pytest.raises(Refused):
        matter.go("granting", after(11), **POOR)
    matter.go("closing", after(11))


def test_urgent_aid_comes_first_and_the_formalities_after(bureau):  # 第四十四条
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("advance_aid", advance="limitation")
    matter.go("aid_assignment", **LAWYER)
    matter.go("formalities", after(3))
    matter.go("granting", after(4), **POOR)


def test_a_refusal_may_be_objected_to_and_set_right(bureau):  # 第四十九条
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("aid_refusal", after(2), refusal_reason="不符合经济困难标准", refusal_written=True)
    matter.go("objection", after(5), objection="已领低保")
    assert matter.due("objection_review") == after(10)
    with pytest.raises(Refused, match="第四十九条第三款"):
        matter.go("objection_review", after(8), "upheld")
    matter.go("objection_review", after(8), "set_right")
    matter.go("granting", after(9), exempt="relief")
    matter.go("aid_assignment", after(9), **LAWYER)


def test_nothing_is_taken_from_the_recipient(bureau):  # 第二十条
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("granting", **POOR)
    matter.go("aid_assignment", **LAWYER)
    with pytest.raises(Refused, match="第二十条"):
        matter.go("aid_report", after(9), result="结案", charged="100")


@pytest.mark.parametrize(("end", "lawful"), [("own_agent", True), ("fraud", False)])
def test_before_2022_the_regulations_are_cited_and_know_fewer_ends(bureau, end, lawful):  # 条例第二十三条
    matter = Matter(bureau, THEN)
    matter.go("application", **ASKED)
    assert not Deadline.objects.filter(case=matter.case).exists()
    with pytest.raises(Refused, match="《法律援助条例》第十条第一款"):
        matter.go("granting")
    matter.go("granting", **POOR)
    matter.go("aid_assignment", **LAWYER)
    if lawful:
        matter.go("aid_termination", end=end)
    else:
        with pytest.raises(Refused, match="第二十三条"):
            matter.go("aid_termination", end=end)


def test_only_the_court_appointed_counsel_before_2022(bureau):  # 条例第十二条
    with pytest.raises(Refused, match="第十二条第一款"):
        Matter(bureau, THEN).go("defence_notice", **{**NOTIFIED, "notifier": "police"})


@pytest.mark.parametrize("kind", [paper.key for step in LEGAL_AID.steps for paper in step.yields])
def test_every_paper_can_be_made_of_a_case(bureau, kind):
    matter = Matter(bureau)
    matter.go("application", **ASKED)
    matter.go("granting", after(2), **POOR)
    matter.go("aid_assignment", after(3), **LAWYER)
    assert docx.render(papers.preview(matter.case, kind, after(3)))


@given(st.randoms(use_true_random=False))
def test_no_walk_reaches_what_the_law_forbids(dice):
    choices = {"charged": [None, "5"], "must_notify": ["minor", "grave"], "practised": [1, 3, 8], "end": ["means"]}
    new = dice.random() < 0.6
    walk = Walk(LEGAL_AID if new else LEGAL_AID_OLD, DAY if new else THEN, {"吴内勤": {"clerk"}}, choices)
    for _ in range(25):
        walk.on += timedelta(dice.choice([0, 1, 4, 9]))
        if not walk.go(dice):
            continue
        record = walk.record
        assert not record.charged
        if record.granted_on:
            assert record.poor or record.exempt or record.unconditional or record.other_reason
        if record.assigned_on:
            assert record.granted_on or record.notified_on or record.advanced_on
            assert not (new and record.must_notify == "grave") or (record.practised or 0) >= 3
        if record.reported_on:
            assert record.assigned_on <= record.reported_on
