"""The ordinary procedure as it was until 14 July 2021."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from tests.procedures.penalty_cases import Story

pytestmark = pytest.mark.django_db

SENTENCE = {"fined": True, "fine": 5000, "facts_found": "无证经营", "basis": "《示例条例》", "penalty": "罚款五千元"}


def told(bureau, found=None, proposal=None) -> Story:
    story = Story(bureau, date(2020, 6, 1))
    story.find(date(2020, 6, 1), committed_on=date(2020, 5, 1))
    story.take("inquiry", date(2020, 6, 2), facts={"shown": True})
    story.take(
        "end_of_inquiry", date(2020, 6, 8), facts={"suggested": "punished", "facts_found": "无证经营", **(found or {})}
    )
    story.take("notice", date(2020, 6, 9), facts={"basis": "《示例条例》", **(proposal or {})})
    story.take("telling", date(2020, 6, 10))
    return story


def reviewed(bureau, found=None) -> Story:
    story = told(bureau, found).listen(date(2020, 6, 11))
    story.review(date(2020, 6, 12))
    return story


def test_a_case_needed_no_filing_and_had_no_ninety_days(farm):  # 2017年版没有立案、办案期限的条文
    story = reviewed(farm)
    story.take("decision", date(2020, 12, 30), [farm.head], outcome="punished", facts=SENTENCE)
    assert not Deadline.objects.filter(case=story.case, limit="decision").exists()


def test_every_decision_was_reviewed(farm):  # 2017年版第三十八条第三款
    story = told(farm).listen(date(2020, 6, 11))
    with pytest.raises(Refused, match="第三十八条第三款"):
        story.take("decision", date(2020, 6, 15), [farm.head], outcome="punished", facts=SENTENCE)


def test_unheard_a_decision_did_not_come_about(farm):  # 2017年版第四十一条
    with pytest.raises(Refused, match="第三十二条第一款"):
        told(farm).take("decision", date(2020, 6, 15), [farm.head], outcome="punished", facts=SENTENCE)


def test_the_notice_did_not_have_to_state_the_proposed_penalty(farm):  # 2017年版第三十一条
    assert reviewed(farm).record.proposed_fined is False


def test_a_hearing_was_asked_for_within_three_calendar_days(farm):  # 2017年版第四十二条第一款第一项
    story = told(farm, proposal={"large_fine": True})
    assert story.due("hearing_request") == date(2020, 6, 13)  # 周六
    with pytest.raises(Refused, match="第四十二条第一款第（一）项"):
        story.take("hearing_request", date(2020, 6, 16), [farm.clerk])


def test_after_two_years_nothing_was_punished_whatever_it_endangered(farm):  # 2017年版第二十九条第一款
    story = Story(farm, date(2020, 6, 1))
    story.find(date(2020, 6, 1), committed_on=date(2018, 5, 31), five_years=True)
    with pytest.raises(Refused, match="第二十九条第一款"):
        story.take("filing", date(2020, 6, 2), [farm.head])


def test_a_grave_case_was_deliberated_only_where_the_penalty_was_heavy(farm):  # 2017年版第三十八条第二款
    light, heavy = reviewed(farm, {"grave": True}), reviewed(farm, {"grave": True})
    light.take("decision", date(2020, 6, 15), [farm.head], outcome="punished", facts=SENTENCE)
    with pytest.raises(Refused, match="第三十八条第二款"):
        heavy.take("decision", date(2020, 6, 15), [farm.head], outcome="punished", facts=SENTENCE | {"severe": True})


def test_a_first_offence_was_not_spared(farm):  # 2017年版第三十八条第一款
    with pytest.raises(Refused, match="须从下列结果中选定一项"):
        reviewed(farm).take(
            "decision", date(2020, 6, 15), [farm.head], outcome="first_offence", facts={"reason": "初次违法"}
        )
