"""执行: paying, collecting, surcharge, deferral, demand, and the court."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.engine.refusals import Refused
from fadu.procedures.penalty_execution import surcharge
from tests.procedures.penalty_cases import Story, served

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 1)
days = st.dates(date(2022, 1, 1), date(2030, 12, 31))
fines = st.decimals(0, 10**7, places=2)


# --- 加处罚款 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fine", "paid_on", "paused", "expected"),
    [
        ("1000", date(2026, 3, 1), [], "0.00"),
        ("1000", date(2026, 3, 2), [], "30.00"),
        ("1000", date(2026, 3, 11), [], "300.00"),
        ("1000", date(2026, 4, 3), [], "990.00"),
        ("1000", date(2026, 4, 4), [], "1000.00"),  # 第三十四日：百分之一百零二，以罚款数额为限
        ("1000", date(2027, 3, 1), [], "1000.00"),
        ("50000", date(2026, 3, 21), [(date(2026, 3, 5), date(2026, 3, 14))], "15000.00"),
        ("50000", date(2026, 3, 21), [(date(2026, 2, 1), date(2026, 3, 21))], "0.00"),
        ("50000", date(2026, 3, 21), [(DUE, date(2026, 3, 9)), (date(2026, 3, 8), date(2026, 3, 14))], "10500.00"),
        ("0.33", date(2026, 3, 2), [], "0.01"),
        ("0", date(2026, 12, 1), [], "0.00"),
    ],
)
def test_three_per_cent_a_day_up_to_the_fine(
    fine, paid_on, paused, expected
):  # 第七十二条第一款第一项、第七十三条第三款
    assert surcharge(Decimal(fine), DUE, paid_on, paused) == Decimal(expected)


def test_a_pause_that_ends_before_it_begins_is_an_error():
    with pytest.raises(ValueError, match="ends before it begins"):
        surcharge(Decimal(1), DUE, DUE, [(date(2026, 3, 2), date(2026, 3, 1))])


@given(fines, days, st.integers(0, 400), st.integers(0, 400))
def test_the_surcharge_never_exceeds_the_fine_and_never_falls(fine, due_on, late, later):  # 第七十二条第一款第一项
    early, after = (surcharge(fine, due_on, due_on + timedelta(n)) for n in sorted((late, later)))
    assert 0 <= early <= after <= fine


@given(fines, days, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_days_under_review_do_not_count(fine, due_on, late, start, length):  # 第七十三条第三款
    pause = (due_on + timedelta(start), due_on + timedelta(start + length))
    counted = sum(not pause[0] <= due_on + timedelta(n) <= pause[1] for n in range(1, late + 1))
    with_pause = surcharge(fine, due_on, due_on + timedelta(late), [pause])
    assert with_pause == surcharge(fine, due_on, due_on + timedelta(counted))


# --- 缴纳和收缴 -------------------------------------------------------------------------------------------------------


def test_a_fine_is_paid_within_fifteen_calendar_days_of_receipt(farm):  # 第六十七条第三款
    assert served(farm).due("payment") == date(2024, 4, 30)


@pytest.mark.parametrize("ground", ["small", "hard"])
def test_in_the_ordinary_procedure_only_remoteness_allows_collecting_on_the_spot(farm, ground):  # 第六十九条
    facts = {"collected": 5000, "collection": ground, "receipt": "晋财0001"}
    with pytest.raises(Refused, match="第六十九条"):
        served(farm).take("collection", date(2024, 4, 15), facts=facts)


def test_collecting_takes_the_treasurys_receipt(farm):  # 第七十条
    with pytest.raises(Refused, match="第七十条"):
        served(farm).take("collection", date(2024, 4, 15), facts={"collected": 5000, "collection": "remote"})


def test_what_was_collected_is_handed_in_and_banked_in_two_working_days_each(farm):  # 第七十一条、第八十五条
    story = served(farm)
    facts = {"collected": 5000, "collection": "remote", "receipt": "晋财0001"}
    story.take("collection", date(2024, 4, 26), facts=facts)
    assert story.due("handing_in") == date(2024, 4, 29)  # 4月28日（周日）调休上班
    story.take("handing_in", date(2024, 4, 29))
    assert story.due("banking") == date(2024, 5, 6)
    with pytest.raises(Refused, match="尚未办理：罚款缴付指定银行"):
        story.take("performance", date(2024, 5, 6), [farm.clerk])


def test_on_the_water_the_two_days_run_from_landing(farm):  # 第七十一条
    story = served(farm)
    facts = {"collected": 5000, "collection": "remote", "receipt": "晋财0001", "ashore_on": date(2024, 4, 18)}
    story.take("collection", date(2024, 4, 15), facts=facts)
    assert story.due("handing_in_ashore") == date(2024, 4, 22)


def test_no_surcharge_before_the_fifteen_days_are_over(farm):  # 第六十七条第三款、第七十二条第一款第一项
    story = served(farm)
    with pytest.raises(Refused, match="最后一日 2024-04-30"):
        story.take("surcharge", date(2024, 4, 30), [farm.head], facts={"surcharge": 150})
    story.take("surcharge", date(2024, 5, 6), [farm.head], facts={"surcharge": 900})


def test_the_surcharge_does_not_exceed_the_fine(farm):  # 第七十二条第一款第一项
    with pytest.raises(Refused, match="加处罚款的数额不得超出罚款的数额"):
        served(farm).take("surcharge", date(2024, 8, 6), [farm.head], facts={"surcharge": "5000.01"})


def test_no_surcharge_that_the_decision_did_not_announce(farm):  # 《行政强制法》第四十五条第一款
    story = served(farm, surcharge_stated=False)
    with pytest.raises(Refused, match="《行政强制法》第四十五条第一款"):
        story.take("surcharge", date(2024, 5, 6), [farm.head], facts={"surcharge": 900})


def deferred(bureau) -> Story:
    story = served(bureau)
    story.take("deferral_request", date(2024, 4, 18), [bureau.clerk], facts={"deferral_reason": "停业"})
    story.take(
        "deferral", date(2024, 4, 22), [bureau.head], facts={"deferred_until": date(2024, 9, 30), "instalments": 3}
    )
    return story


def test_a_deferral_is_asked_for_and_approved_by_the_head(farm):  # 第六十六条第二款
    story = served(farm)
    with pytest.raises(Refused, match="本案情形不适用这一步"):
        story.take("deferral", date(2024, 4, 22), [farm.head], facts={"deferred_until": date(2024, 9, 30)})
    assert deferred(farm).due("deferred_payment") == date(2024, 9, 30)


def test_while_payment_is_deferred_nothing_is_added(farm):  # 第六十六条第二款
    with pytest.raises(Refused, match="不得加处罚款"):
        deferred(farm).take("surcharge", date(2024, 9, 30), [farm.head], facts={"surcharge": 150})


# --- 催告和申请人民法院强制执行 ---------------------------------------------------------------------------------------


def over(story: Story, on: date, day: date) -> Story:
    story.take("remedies_over", on, [story.bureau.clerk], facts={"remedies_over_on": day})
    return story


def test_the_remedies_end_six_months_after_service(farm):  # 《行政诉讼法》第四十六条第一款
    story = served(farm)
    with pytest.raises(Refused, match="最后一日 2024-10-15"):
        over(story, date(2024, 10, 15), date(2024, 10, 15))
    over(story, date(2024, 10, 16), date(2024, 10, 15))
    assert story.due("court_application") == date(2025, 1, 15)  # 《行政强制法》第五十三条：三个月


def test_after_reconsideration_the_party_has_fifteen_days_to_sue(farm):  # 《行政诉讼法》第四十五条
    story = served(farm)
    story.take("contest", date(2024, 5, 6), [farm.clerk])
    story.take("contest_over", date(2024, 7, 8), [farm.clerk], facts={"reconsidered_on": date(2024, 7, 8)})
    with pytest.raises(Refused, match="最后一日 2024-07-23"):
        over(story, date(2024, 7, 23), date(2024, 7, 23))
    over(story, date(2024, 7, 24), date(2024, 7, 23))


def test_the_court_is_asked_ten_working_days_after_the_demand(farm):  # 《行政强制法》第五十四条、第六十九条
    story = served(farm)
    story.take("demand", date(2024, 10, 11))
    over(story, date(2024, 10, 16), date(2024, 10, 15))
    with pytest.raises(Refused, match="最后一日 2024-10-24"):
        story.take("court_application", date(2024, 10, 24), [farm.head], facts={"court": "测试县人民法院"})
    story.take("court_application", date(2024, 10, 25), [farm.head], facts={"court": "测试县人民法院"})
    assert story.due("court_acceptance") == date(2024, 11, 1)


def test_the_court_is_not_asked_without_demand_or_before_the_remedies_end(farm):  # 《行政强制法》第五十三条、第五十四条
    story = served(farm)
    with pytest.raises(Refused) as refused:
        story.take("court_application", date(2024, 8, 1), [farm.head], facts={"court": "测试县人民法院"})
    assert {str(each.cites) for each in refused.value.refusals} >= {
        "《行政强制法》第五十三条",
        "《行政强制法》第五十四条",
    }


def test_the_court_is_not_asked_against_a_party_that_sued(farm):  # 《行政强制法》第五十三条
    story = served(farm)
    story.take("demand", date(2024, 6, 3))
    story.take("contest", date(2024, 6, 4), [farm.clerk], facts={"sued": True})
    with pytest.raises(Refused, match="本案情形不适用这一步"):
        over(story, date(2024, 10, 16), date(2024, 10, 15))


def test_after_a_deferral_the_three_months_run_from_its_end(farm):  # 第七十二条第二款
    assert deferred(farm).due("court_application_deferred") == date(2024, 12, 30)


def test_a_case_ends_with_the_courts_ruling(farm):  # 《行政强制法》第五十七条
    story = served(farm)
    story.take("demand", date(2024, 10, 11))
    over(story, date(2024, 10, 16), date(2024, 10, 15))
    story.take("court_application", date(2024, 10, 28), [farm.head], facts={"court": "测试县人民法院"})
    story.take("court_acceptance", date(2024, 10, 31), [farm.clerk])
    assert story.due("ruling") == date(2024, 11, 11)
    story.take("ruling", date(2024, 11, 8), [farm.clerk], facts={"ruling": "refused"})
    assert story.due("court_review") == date(2024, 11, 23)  # 周六：机关的期限从严，不顺延
    story.take("closing", date(2024, 12, 2), [farm.head])
