"""The calendar is the State Council's notices, day for day; beyond the last notice it says that it estimates."""

from __future__ import annotations

import json
from datetime import date, timedelta

import chinese_calendar
import pytest

from fadu.law import calendar
from fadu.law import statutes as S
from fadu.law.calendar import BadNotice, BeyondCalendar, read_notice, standard_calendar, statutory_holidays
from fadu.law.due import due
from tests.law.conftest import ONE_DAY


@pytest.mark.parametrize("year", range(2004, 2027))
def test_every_day_of_the_published_years(year, standard):
    day = date(year, 1, 1)
    while day.year == year:
        assert standard.is_working(day) == chinese_calendar.is_workday(day), day
        assert not standard.is_projected(day)
        day += ONE_DAY


def test_beyond_the_last_notice_the_weekends_and_the_statutory_holidays_are_projected(standard):
    assert standard.is_projected(date(2027, 1, 4))
    assert not standard.is_working(date(2027, 1, 1))
    assert not standard.is_working(date(2027, 2, 8))  # third day of the Spring Festival, a Monday
    assert not standard.is_working(date(2027, 6, 9))  # Dragon Boat Festival, a Wednesday
    assert standard.is_working(date(2027, 10, 4))
    assert standard.last_known() == date(2026, 12, 31)


def test_the_almanac_gives_no_holiday_that_the_notices_of_2025_and_2026_do_not_give(standard):
    given = [day for day in statutory_holidays() if day.year in {2025, 2026}]
    assert len(given) == 2 * 13
    assert not any(standard.is_working(day) for day in given)


def test_before_2004_only_weekends_are_known_and_the_answer_is_an_estimate(standard):
    assert standard.is_projected(date(2003, 10, 1))
    assert standard.is_working(date(2003, 10, 1))


def test_a_period_that_only_passes_through_known_years_is_not_projected(standard):
    assert not due(S.REVIEW_2023.days(5), date(2026, 12, 24), standard).projected
    assert due(S.REVIEW_2023.days(5), date(2026, 12, 28), standard).projected
    assert due(S.REVIEW_2023.days(60), date(2026, 12, 1), standard).projected  # its last day may roll
    assert due(S.REFERRAL_2020.days(3), date(2026, 12, 31), standard).projected  # its last day lies beyond the notices
    assert "2003年" in due(S.REVIEW_2023.days(5), date(2003, 5, 6), standard).lines()[-2].text


def notice(year: int, *days: tuple[str, str, bool]) -> dict[str, object]:
    return {"year": year, "days": [{"name": name, "date": day, "isOffDay": off} for day, name, off in days]}


INVENTED = notice(
    2027,
    ("2027-01-01", "元旦", True),
    ("2027-01-02", "元旦", True),
    ("2027-01-03", "元旦", True),
    ("2027-01-09", "元旦", False),
)


def test_an_imported_notice_takes_the_place_of_the_estimate(tmp_path):
    period, start = S.PENALTY_2021.days(7), date(2026, 12, 31)
    assert due(period, start).day == date(2027, 1, 12)
    assert due(period, start).projected
    (tmp_path / "2027.json").write_text(json.dumps(INVENTED), "utf-8")
    calendar.use(tmp_path)
    found = due(period, start)
    assert found.day == date(2027, 1, 11)  # Saturday 9 January is worked
    assert not found.projected


def test_a_notice_may_reach_back_into_december(tmp_path):
    path = tmp_path / "2027.json"
    reaching = notice(2027, ("2026-12-27", "元旦", False), ("2027-01-01", "元旦", True))
    path.write_text(json.dumps(reaching), "utf-8")
    assert standard_calendar(tmp_path).is_working(date(2026, 12, 27))
    assert not standard_calendar().is_working(date(2026, 12, 27))


BAD = [
    ("{", "not a JSON file"),
    ('{"year": "2027", "days": []}', "field year"),
    ('{"year": 1900, "days": []}', "field year"),
    ('{"year": 2027, "papers": [], "days": []}', "has not been published"),
    ('{"year": 2027, "days": [{"name": "元旦", "date": "2027-1-1", "isOffDay": true}]}', "entry 1: date '2027-1-1'"),
    ('{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01"}]}', "entry 1: wanted name"),
    ('{"year": 2027, "days": ["2027-01-01"]}', "entry 1: wanted name"),
    ('{"year": 2027, "days": [{"name": "元旦", "date": "2028-01-01", "isOffDay": true}]}', "does not belong"),
    ('{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-04", "isOffDay": false}]}', "not a weekend day"),
    ('{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-02", "isOffDay": false}]}', "no day off in 2027"),
    (json.dumps(notice(2027, ("2027-01-01", "元旦", True), ("2027-01-01", "元旦", True))), "stands twice"),
    ("[]", "field year"),
]


@pytest.mark.parametrize(("content", "said"), BAD)
def test_a_bad_notice_is_refused_with_the_field_and_the_reason(content, said, tmp_path):
    path = tmp_path / "notice.json"
    path.write_text(content, "utf-8")
    with pytest.raises(BadNotice, match=r"notice\.json") as refused:
        read_notice(path)
    assert said in str(refused.value)


def test_a_picture_is_not_a_notice(tmp_path):
    path = tmp_path / "notice.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    with pytest.raises(BadNotice, match="not a JSON file"):
        read_notice(path)


def test_days_outside_its_years_are_refused(standard):
    with pytest.raises(BeyondCalendar):
        standard.is_working(date(1989, 12, 31))
    with pytest.raises(BeyondCalendar):
        standard.onward(date(2061, 1, 1))


def test_why_a_day_is_not_worked(standard):
    assert standard.rests(date(2025, 10, 1)) == ("国庆节放假", "holiday (National Day)")
    assert standard.rests(date(2025, 9, 27)) == ("休息日", "weekend")
    assert standard.rests(date(2025, 9, 28)) is None  # a Sunday worked in exchange
    assert standard.between(date(2025, 9, 26), date(2025, 9, 26) + timedelta(days=17)) == 7
