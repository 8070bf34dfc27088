"""简易程序 in the editions of 2021 and 2017: the limits of the fine, what is done on the spot, cash."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fadu.engine.models import Case
from fadu.engine.refusals import Refused
from tests.procedures.penalty_cases import Story

pytestmark = pytest.mark.django_db

DAY = date(2024, 4, 15)
BEFORE = date(2021, 7, 14)


def shown(bureau, on=DAY, *, citizen=True, **more) -> Story:
    story = Story(bureau, on, "penalty_summary", **more)
    facts = {"act": "占道经营", "citizen": citizen, "place": "示例路口", "found_on": on, "committed_on": on}
    story.take("showing", on, facts=facts | {"facts_clear": True})
    return story


def told(bureau, fine: int, on=DAY, *, citizen=True) -> Story:
    story = shown(bureau, on, citizen=citizen)
    facts = {"basis": "《示例条例》", "proposed_fined": True, "proposed_fine": Decimal(fine)}
    story.take("telling", on, facts=facts)
    return story


def sentence(fine: int) -> dict:
    return {"penalty": f"罚款{fine}元", "fined": True, "fine": Decimal(fine), "surcharge_stated": True}


def decided(bureau, fine: int, on=DAY, *, citizen=True) -> Story:
    story = told(bureau, fine, on, citizen=citizen)
    story.take("defence", on, outcome="none")
    story.take("decision", on, facts=sentence(fine) | {"facts_clear": True})
    return story


@pytest.mark.parametrize(
    ("on", "citizen", "fine", "lawful"),
    [
        (DAY, True, 200, True),
        (DAY, True, 201, False),
        (DAY, False, 3000, True),
        (DAY, False, 3001, False),
        (BEFORE, True, 50, True),
        (BEFORE, True, 51, False),
        (BEFORE, False, 1000, True),
        (BEFORE, False, 1001, False),
    ],
)
def test_on_the_spot_a_fine_stays_within_the_limit_of_its_day(
    farm, on, citizen, fine, lawful
):  # 第五十一条；2017年版第三十三条
    if lawful:
        decided(farm, fine, on, citizen=citizen)
    else:
        with pytest.raises(Refused, match="超过当场处罚的限额"):
            decided(farm, fine, on, citizen=citizen)


def test_on_the_spot_two_certified_officers_act(farm):  # 第四十二条第一款
    story = Story(farm, DAY, "penalty_summary")
    with pytest.raises(Refused, match="执法人员不得少于2人"):
        story.take("showing", DAY, [farm.officer], facts={"act": "占道经营"})


def test_the_older_text_did_not_ask_two_of_them_on_the_spot(farm):  # 2017年版第三十四条第一款
    story = Story(farm, BEFORE, "penalty_summary")
    story.take("showing", BEFORE, [farm.officer], facts={"act": "占道经营"})


def test_nobody_is_punished_on_the_spot_untold(farm):  # 第四十四条、第六十二条
    with pytest.raises(Refused, match="第四十四条"):
        shown(farm).take("decision", DAY, facts=sentence(100) | {"facts_clear": True})


def test_nobody_is_punished_on_the_spot_unheard(farm):  # 第四十五条第一款
    with pytest.raises(Refused, match="第四十五条第一款"):
        told(farm, 100).take("decision", DAY, facts=sentence(100) | {"facts_clear": True})


def test_on_the_spot_too_the_fine_does_not_rise_for_the_defence(farm):  # 第四十五条第二款
    story = told(farm, 100)
    story.take("defence", DAY, outcome="heard", facts={"defence": "第一次", "adopted": "不予采纳"})
    with pytest.raises(Refused, match="第四十五条第二款"):
        story.take("decision", DAY, facts=sentence(150) | {"facts_clear": True})


def test_the_decision_is_handed_over_on_the_spot(farm):  # 第五十二条第一款
    story = decided(farm, 100)
    with pytest.raises(Refused, match="应当当场交付当事人"):
        story.take("service", date(2024, 4, 16))
    story.take("service", DAY, facts={"unsigned": True})


@pytest.mark.parametrize(
    ("on", "fine", "ground", "lawful"),
    [
        (DAY, 100, "small", True),
        (DAY, 101, "small", False),
        (DAY, 200, "hard", True),
        (DAY, 200, "remote", True),
        (BEFORE, 20, "small", True),
        (BEFORE, 21, "small", False),
        (BEFORE, 50, "hard", True),
    ],
)
def test_cash_is_taken_for_small_fines_and_where_it_is_hard_otherwise(
    farm, on, fine, ground, lawful
):  # 第六十八条、第六十九条；2017年版第四十七条
    story = decided(farm, fine, on)
    story.take("service", on)
    facts = {"collected": fine, "collection": ground, "receipt": "晋财0001"}
    if lawful:
        story.take("collection", on, facts=facts)
    else:
        with pytest.raises(Refused, match=r"数额较小|一百元以下"):
            story.take("collection", on, facts=facts)


def test_the_two_days_for_cash_were_calendar_days_before(farm):  # 第七十一条、第八十五条；2017年版第五十条
    for on, due in ((date(2024, 4, 12), date(2024, 4, 16)), (date(2021, 7, 9), date(2021, 7, 11))):
        story = decided(farm, 20, on)
        story.take("service", on)
        story.take("collection", on, facts={"collected": 20, "collection": "small", "receipt": "晋财0001"})
        assert story.due("handing_in") == due


def test_what_exceeds_the_limit_goes_to_the_ordinary_procedure(farm):  # 第五十四条第一款
    story = shown(farm)
    story.take("to_ordinary", DAY, facts={"over_limit": True})
    assert Case.objects.get(pk=story.case.pk).closed_on == DAY


def test_a_decision_on_the_spot_is_reported_and_the_case_closed(farm):  # 第五十二条第三款
    story = decided(farm, 100)
    story.take("service", DAY)
    story.take("payment", date(2024, 4, 16), [farm.clerk], facts={"paid": 100})
    story.take("performance", date(2024, 4, 16), [farm.clerk])
    with pytest.raises(Refused, match="第五十二条第三款"):
        story.take("closing", date(2024, 4, 17), [farm.head])
    story.take("reporting", date(2024, 4, 16))
    story.take("closing", date(2024, 4, 17), [farm.head])
    assert Case.objects.get(pk=story.case.pk).closed_on == date(2024, 4, 17)


def test_market_officers_file_the_papers_within_seven_working_days(bureau):  # 市监程序规定第七十条
    story = decided(bureau, 100)
    assert story.due("market_archiving") == date(2024, 4, 24)


def test_what_was_said_in_defence_is_not_how_the_case_ends(farm):
    assert Case.objects.get(pk=decided(farm, 100).case.pk).outcome == ""
