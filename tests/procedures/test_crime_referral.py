"""行刑衔接: a suspected crime goes to the police in hours and days, and comes back to be dealt with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.engine import papers
from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.engine.models import Deadline, Taken
from fadu.engine.refusals import Refused
from fadu.law.statutes import REFERRAL_2020 as L
from fadu.procedures.crime_referral import CRIME_REFERRAL
from tests.procedures.measure_cases import DAY, FOUND, Matter, accepted, at, referred, refused

pytestmark = pytest.mark.django_db


def test_every_article_is_used_or_said_why_not():  # 第一条至第十九条
    cited = {int(cite.article) for cite in CRIME_REFERRAL.citations() if cite.statute is L[1].statute}
    assert set(range(1, 20)) - cited == set(CRIME_REFERRAL.unused)


def test_a_case_the_police_opens_is_closed_after_the_goods_went_over(bureau):
    matter = accepted(bureau)
    matter.take("filing", date(2024, 4, 3), [bureau.clerk], facts={"filing_notice_on": date(2024, 4, 4)})
    assert matter.due("goods_handover") == date(2024, 4, 7)  # 第十二条
    with pytest.raises(Refused, match="尚未办理：移交涉案物品和材料"):
        matter.take("closing", date(2024, 4, 5), [bureau.clerk])
    matter.take("goods_handover", date(2024, 4, 5))
    matter.take("closing", date(2024, 4, 8), [bureau.clerk])
    assert matter.closed
    record = matter.record
    assert (record.referred_on, record.accepted_on, record.filed_on) == (DAY, DAY, date(2024, 4, 3))


# --- 核实、批准、移送 -------------------------------------------------------------------------------------------------


def test_a_task_force_of_two_reports(bureau):  # 第五条第一款
    matter = Matter(bureau, "crime_referral", direction="outgoing")
    matter.head("assignment", facts=FOUND)
    with pytest.raises(Refused, match="第五条第一款"):
        matter.take("report", by=[bureau.officer], facts={"evidence_kept": True})


def test_only_the_principal_head_approves(bureau):  # 第五条第二款
    matter = Matter(bureau, "crime_referral", direction="outgoing")
    matter.head("assignment", facts=FOUND)
    matter.take("report", facts={"evidence_kept": True})
    with pytest.raises(Refused, match="没有“正职负责人或者主持工作的负责人”职务"):
        matter.take("approval", by=[bureau.deputy])


@pytest.mark.parametrize(
    ("reported", "last"),
    [
        (date(2024, 4, 1), date(2024, 4, 4)),  # a holiday (清明)
        (date(2024, 4, 3), date(2024, 4, 6)),  # a Saturday in the holiday: days are calendar days
        (date(2024, 9, 29), date(2024, 10, 2)),  # 国庆节
    ],
)
def test_the_principal_decides_within_three_calendar_days(bureau, reported, last):  # 第五条第二款
    matter = Matter(bureau, "crime_referral", reported, direction="outgoing")
    matter.head("assignment", reported, facts=FOUND)
    matter.take("report", reported, facts={"evidence_kept": True})
    assert matter.due("approval") == last


@pytest.mark.parametrize(("hour", "minute"), [(9, 0), (23, 59), (0, 0)])
def test_the_case_goes_within_twenty_four_hours_of_the_approval(bureau, hour, minute):  # 第五条第二款
    matter = Matter(bureau, "crime_referral", direction="outgoing")
    matter.head("assignment", facts=FOUND)
    matter.take("report", facts={"evidence_kept": True})
    matter.head("approval", at=at(DAY, hour, minute))
    assert matter.due_at("referral") == at(date(2024, 4, 2), hour, minute)


def test_a_refusal_records_its_reasons(bureau):  # 第五条第二款
    matter = Matter(bureau, "crime_referral", direction="outgoing")
    matter.head("assignment", facts=FOUND)
    matter.take("report", facts={"evidence_kept": True})
    with pytest.raises(Refused, match="第五条第二款"):
        matter.head("refusal")
    matter.head("refusal", facts={"refusal_reason": "数额没有达到追诉标准"})
    assert matter.closed


@pytest.mark.parametrize(
    ("column", "article"), [("report_enclosed", "第六条第（二）项"), ("goods_listed", "第六条第（三）项")]
)
def test_the_materials_go_with_the_case(bureau, column, article):  # 第六条
    matter = Matter(bureau, "crime_referral", direction="outgoing")
    matter.head("assignment", facts=FOUND)
    matter.take("report", facts={"evidence_kept": True})
    matter.head("approval", at=at(DAY, 9))
    facts = {"police": "测试县公安局", "report_enclosed": True, "goods_listed": True, column: False}
    with pytest.raises(Refused, match=article):
        matter.take("referral", facts=facts)


def test_a_fine_does_not_stand_in_for_a_referral(bureau):  # 第十一条第一款
    with pytest.raises(Refused, match="不得以行政处罚代替移送"):
        Matter(bureau, "crime_referral", direction="outgoing", penalised_instead=True)


# --- 公安机关 ---------------------------------------------------------------------------------------------------------


def test_the_police_decides_within_three_days_of_accepting(bureau):  # 第八条
    matter = accepted(bureau)
    deadline = Deadline.objects.get(case=matter.case, limit="police_decision")
    assert (deadline.due_on, deadline.whose) == (date(2024, 4, 4), "police")


def test_the_polices_days_are_not_the_organs(bureau):
    matter = accepted(bureau)
    matter.case.refresh_from_db()
    assert matter.case.next_due_on is None


def test_what_the_police_is_not_competent_for_it_passes_on(bureau):  # 第七条
    matter = accepted(bureau)
    matter.take("forwarding", by=[bureau.clerk], facts={"forwarded_to": "邻县公安局"})
    matter.take("closing", by=[bureau.clerk])
    assert matter.closed


def test_the_police_cannot_decide_both_ways(bureau):  # 第八条
    matter = refused(bureau)
    with pytest.raises(Refused):
        matter.take("filing", by=[bureau.clerk], facts={"filing_notice_on": DAY})


def test_the_file_stays_open_until_the_police_decided(bureau):  # 第八条
    with pytest.raises(Refused, match="公安机关尚未决定是否立案"):
        accepted(bureau).take("closing", by=[bureau.clerk])


# --- 不予立案之后 -----------------------------------------------------------------------------------------------------


def test_a_refusal_of_the_police_may_be_contested_within_three_days(bureau):  # 第九条第一款
    matter = refused(bureau)
    deadline = Deadline.objects.get(case=matter.case, limit="reconsideration")
    assert (deadline.due_on, deadline.whose) == (
        date(2024, 4, 4),
        "party",
    )  # 可以: no breach, never the organ's overdue


def test_reconsideration_and_then_supervision(bureau):  # 第九条第二款
    matter = refused(bureau)
    matter.take("reconsideration", date(2024, 4, 2), [bureau.clerk], facts={"objection": "货值达到追诉标准"})
    assert matter.due("reconsidered") == date(2024, 4, 5)
    facts = {"still_objects": True}
    matter.take("reconsidered", date(2024, 4, 5), [bureau.clerk], outcome="upheld", facts=facts)
    assert matter.due("supervision") == date(2024, 4, 8)
    facts = {"objection": "货值达到追诉标准", "procuratorate": "测试县人民检察院"}
    matter.take("supervision", date(2024, 4, 8), [bureau.clerk], facts=facts)
    facts = {"filed_on": date(2024, 4, 20), "filing_notice_on": date(2024, 4, 21)}
    matter.take("supervised", date(2024, 4, 22), [bureau.clerk], outcome="filed", facts=facts)
    matter.take("goods_handover", date(2024, 4, 23))
    matter.take("closing", date(2024, 4, 24), [bureau.clerk])
    assert matter.closed


def test_without_objection_no_supervision_is_owed(bureau):  # 第九条第二款 “仍有异议的”
    matter = refused(bureau)
    matter.take("reconsideration", by=[bureau.clerk], facts={"objection": "货值达到追诉标准"})
    matter.take("reconsidered", by=[bureau.clerk], outcome="upheld")
    assert not Deadline.objects.filter(case=matter.case, limit="supervision").exists()


def test_what_is_no_crime_is_dealt_with_by_the_organ(bureau):  # 第十条
    matter = refused(bureau)
    with pytest.raises(Refused, match="第十条"):
        matter.take("closing", by=[bureau.clerk])
    matter.take("handling", by=[bureau.clerk], outcome="penalty")
    matter.take("closing", by=[bureau.clerk])
    assert matter.closed


def test_what_the_police_hands_back_is_dealt_with_by_the_organ(bureau):  # 第十三条
    matter = accepted(bureau)
    matter.take("filing", by=[bureau.clerk], facts={"filing_notice_on": DAY})
    with pytest.raises(Refused, match="本案情形不适用"):
        matter.take("handling", by=[bureau.clerk], outcome="penalty")
    facts = {"return_ground": "slight", "sender": "测试县公安局"}
    matter.take("returning", date(2024, 5, 6), [bureau.clerk], facts=facts)
    matter.take("handling", date(2024, 5, 7), [bureau.clerk], outcome="penalty")
    matter.take("closing", date(2024, 5, 7), [bureau.clerk])
    assert matter.record.returned_on == date(2024, 5, 6)


def test_a_case_received_from_the_police_becomes_a_lead(bureau):  # 第十三条、行政处罚法第二十七条第一款后段
    matter = Matter(bureau, "crime_referral", direction="incoming")
    with pytest.raises(Refused, match="本案情形不适用"):
        matter.head("assignment", facts=FOUND)
    facts = {"return_ground": "no_crime", "sender": "测试县公安局", "facts": "销售假冒商品，没有达到追诉标准"}
    matter.take("receiving", by=[bureau.clerk], facts=facts)
    with pytest.raises(Refused, match="尚未办理：依法作出处理"):
        matter.take("closing", by=[bureau.clerk])
    matter.take("handling", by=[bureau.clerk], outcome="other", facts={"handled": "批评教育"})
    matter.take("closing", by=[bureau.clerk])
    assert matter.closed


def test_a_lead_on_an_officials_crime_goes_to_supervision(bureau):  # 第十九条
    matter = referred(bureau)
    matter.head("duty_crime", facts={"duty_crime_sent_to": "测试县监察委员会"})
    assert matter.record.duty_crime_sent_on == DAY


def test_every_document_of_a_referral_is_issued(bureau):
    matter = refused(bureau)
    matter.take("reconsideration", by=[bureau.clerk], facts={"objection": "货值达到追诉标准"})
    for kind in (
        "referral_report",
        "referral_approval",
        "referral_letter",
        "referral_goods",
        "reconsideration_request",
    ):
        assert papers.compose(papers.issue(matter.case, kind, by=bureau.officer, on=DAY))


# --- random walks -----------------------------------------------------------------------------------------------------

FACTS = {
    "facts": ["销售假冒商品", ""],
    "evidence_kept": [True, False],
    "police": ["测试县公安局"],
    "report_enclosed": [True, False],
    "goods_listed": [True],
    "refusal_reason": ["没有达到追诉标准", ""],
    "not_filed_reason": ["显著轻微", ""],
    "non_filing_notice_on": [DAY],
    "filing_notice_on": [DAY],
    "filed_on": [DAY],
    "forwarded_to": ["邻县公安局"],
    "objection": ["达到追诉标准"],
    "still_objects": [True, False],
    "sender": ["测试县公安局"],
    "return_ground": ["slight"],
    "handled": ["批评教育"],
    "duty_crime_sent_to": ["测试县监察委员会"],
}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_walk_reaches_a_state_the_rules_forbid(bureau, data):
    matter = Matter(bureau, "crime_referral", direction=data.draw(st.sampled_from(["outgoing", "incoming"])))
    day = DAY
    for _ in range(14):
        step = data.draw(st.sampled_from(CRIME_REFERRAL.steps))
        outcome = data.draw(st.sampled_from([o.key for o in step.outcomes])) if step.outcomes else ""
        asked = {*step.asks, *step.needs, *(c for o in step.outcomes for c in (*o.asks, *o.needs))} & set(FACTS)
        facts = {name: data.draw(st.sampled_from(FACTS[name])) for name in sorted(asked)}
        day += timedelta(days=data.draw(st.integers(0, 2)))
        who = matter.officers if step.by.key == "team" else [bureau.head]
        try:
            matter.take(step.key, day, who, outcome=outcome, facts=facts)
        except Refused:
            continue
        record = matter.record
        for constraint in record._meta.constraints:
            if isinstance(constraint, Never):
                assert not holds(constraint.forbids, record), constraint.name
    record, taken = matter.record, set(Taken.objects.filter(case=matter.case).values_list("step", flat=True))
    if record.referred_on:
        assert record.approved_at
        assert record.report_enclosed
    if record.direction == "incoming":
        assert not taken & {"referral", "approval", "filing", "non_filing"}
    if matter.closed and "closing" in taken and record.not_filed_on and not record.filed_on:
        assert record.handled_on
    if record.refused_on:
        assert not record.referred_on
