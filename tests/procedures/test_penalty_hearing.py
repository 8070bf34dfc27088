"""听证: the right in the cases of 第六十三条, the five and the seven working days, who presides, what follows."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.refusals import Refused
from tests.procedures.penalty_cases import Story, ready, told

pytestmark = pytest.mark.django_db

PLACE = {
    "hearing_at": datetime(2024, 4, 26, 9, tzinfo=ZoneInfo("Asia/Shanghai")),
    "hearing_place": "第一会议室",
    "presider": "周主持",
}
REVOKED = {"proposed_licence_revoked": True}


def asked(bureau, on=date(2024, 4, 12)) -> Story:
    story = told(bureau, large_fine=True)
    story.take("hearing_request", on, [bureau.clerk])
    return story


def notified(bureau, on=date(2024, 4, 15)) -> Story:
    story = asked(bureau)
    story.take("hearing_notice", on, facts=PLACE)
    return story


def heard(bureau, on=date(2024, 4, 26)) -> Story:
    story = notified(bureau)
    story.take("hearing", on, [bureau.presider], outcome="held")
    story.take("hearing_report", on, [bureau.presider], facts={"hearing_opinion": "事实清楚，建议维持"})
    return story


@pytest.mark.parametrize(
    ("proposal", "right"),
    [
        ({"large_fine": True}, True),
        ({"large_forfeiture": True}, True),
        ({"proposed_grade_lowered": True}, True),
        ({"proposed_licence_revoked": True}, True),
        ({"proposed_business_suspended": True}, True),
        ({"proposed_closed_down": True}, True),
        ({"proposed_practice_banned": True}, True),
        ({"heavy_other": True}, True),
        ({"hearing_by_law": True}, True),
        ({}, False),
        ({"proposed_warned": True}, False),
        ({"proposed_licence_suspended": True}, False),
        ({"proposed_business_restricted": True}, False),
    ],
)
def test_a_hearing_is_a_right_only_in_the_cases_of_the_law(farm, proposal, right):  # 第六十三条第一款
    story = told(farm, **proposal)
    if right:
        story.take("hearing_request", date(2024, 4, 12), [farm.clerk])
    else:
        with pytest.raises(Refused, match="本案情形不适用这一步"):
            story.take("hearing_request", date(2024, 4, 12), [farm.clerk])


@pytest.mark.parametrize(
    ("told_on", "last"),
    [
        (date(2024, 4, 11), date(2024, 4, 18)),
        (date(2024, 4, 26), date(2024, 5, 7)),  # 劳动节五天，4月28日调休上班
        (date(2024, 9, 27), date(2024, 10, 10)),
    ],
)
def test_a_hearing_is_asked_for_within_five_working_days(farm, told_on, last):  # 第六十四条第一项、第八十五条
    story = ready(farm).tell(told_on, large_fine=True)
    assert story.due("hearing_request") == last
    with pytest.raises(Refused, match="第六十四条第一款第（一）项"):
        story.take("hearing_request", last.replace(day=last.day + 1), [farm.clerk])
    story.take("hearing_request", last, [farm.clerk])


def test_the_decision_waits_for_the_five_days(farm):  # 第六十四条第一项
    story = told(farm, large_fine=True).listen(date(2024, 4, 12))
    with pytest.raises(Refused, match="最后一日 2024-04-18"):
        story.decide(date(2024, 4, 18))
    story.decide(date(2024, 4, 19))


def test_who_waives_the_hearing_expressly_is_not_waited_for(farm):  # 第六十三条第一款
    story = told(farm, large_fine=True).listen(date(2024, 4, 12))
    story.take("hearing_waiver", date(2024, 4, 12), [farm.clerk])
    story.decide(date(2024, 4, 15))


@pytest.mark.parametrize(
    ("notified_on", "earliest"),
    [
        (date(2024, 4, 15), date(2024, 4, 24)),
        (date(2024, 4, 19), date(2024, 4, 29)),  # 4月28日（周日）调休上班
    ],
)
def test_the_party_is_notified_seven_working_days_before_the_hearing(farm, notified_on, earliest):  # 第六十四条第二项
    story = notified(farm, notified_on)
    with pytest.raises(Refused, match="第六十四条第一款第（二）项"):
        story.take("hearing", date.fromordinal(earliest.toordinal() - 1), [farm.presider], outcome="held")
    story.take("hearing", earliest, [farm.presider], outcome="held")


def test_a_hearing_is_public_unless_a_secret_is_named(farm):  # 第六十四条第三项
    story = asked(farm)
    with pytest.raises(Refused, match="第六十四条第一款第（三）项"):
        story.take("hearing_notice", date(2024, 4, 15), facts=PLACE | {"hearing_closed": True})
    closed = {"hearing_closed": True, "hearing_closed_ground": "trade"}
    story.take("hearing_notice", date(2024, 4, 15), facts=PLACE | closed)


def test_whoever_inquired_does_not_preside(farm):  # 第六十四条第四项
    farm.officer.posts.create(organ=farm.organ, kind="presider", scope="own", since=date(2018, 1, 1))
    with pytest.raises(Refused, match="张测试办理过"):
        notified(farm).take("hearing", date(2024, 4, 26), [farm.officer], outcome="held")


def test_one_or_two_may_stand_for_the_party(farm):  # 第六十四条第五项
    with pytest.raises(Refused, match="一至二人"):
        notified(farm).take("hearing", date(2024, 4, 26), [farm.presider], outcome="held", facts={"proxies": 3})


def test_who_stays_away_has_waived_the_hearing(farm):  # 第六十四条第六项
    story = notified(farm)
    story.take("hearing_end", date(2024, 4, 26), [farm.presider])
    story.listen(date(2024, 4, 26)).decide(date(2024, 4, 28))


def test_a_hearing_asked_for_is_held_before_the_decision(farm):  # 第六十三条第一款、第六十五条
    story = notified(farm).listen(date(2024, 4, 16))
    with pytest.raises(Refused, match="尚未办理：举行听证"):
        story.decide(date(2024, 4, 30))


def test_a_case_that_was_heard_is_reviewed_after_the_hearing(farm):  # 第五十八条第一款第二项
    story = told(farm, large_fine=True).listen(date(2024, 4, 12)).review(date(2024, 4, 12))
    story.take("hearing_request", date(2024, 4, 12), [farm.clerk])
    story.take("hearing_notice", date(2024, 4, 15), facts=PLACE)
    story.take("hearing", date(2024, 4, 26), [farm.presider], outcome="held")
    story.take("hearing_report", date(2024, 4, 26), [farm.presider], facts={"hearing_opinion": "建议维持"})
    with pytest.raises(Refused, match="第五十八条第一款第（二）项"):
        story.decide(date(2024, 4, 28))
    story.review(date(2024, 4, 28)).decide(date(2024, 4, 28))


def test_after_the_hearing_the_penalty_is_not_heavier(farm):  # 第四十四条、第四十五条第二款
    story = heard(farm).review(date(2024, 4, 28))
    story.take("waiver", date(2024, 4, 28), [farm.clerk])
    with pytest.raises(Refused, match="更重的内容没有告知过当事人"):
        story.decide(date(2024, 4, 28), fine=Decimal(6000))
    story.decide(date(2024, 4, 28))
