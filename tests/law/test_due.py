"""What holds of every period: it never shrinks, and agrees with counting day by day, over years and holidays."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law import statutes as S
from fadu.law.calendar import BeyondCalendar, Calendar, standard_calendar
from fadu.law.due import Longer, Pause, before, days_left, due, last_day, later
from fadu.law.periods import ORGAN, PARTY, Period, Unit
from tests.law.conftest import ONE_DAY, naive_onward, naive_working

CALENDAR = standard_calendar()
DAYS = st.dates(date(2004, 1, 1), date(2025, 6, 30))
LATER = st.dates(date(2024, 1, 1), date(2026, 6, 30))
SHORT = st.integers(1, 120)
UNITS = st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.YEAR])
RUNNINGS = st.sampled_from([S.PENALTY_2021, S.REVIEW_2023, S.REVIEW_2017, S.MARKET_PENALTY_2022, S.COERCION_2011])
WHOSE = st.sampled_from([ORGAN, PARTY])


@given(DAYS, SHORT)
def test_working_days_agree_with_counting_one_after_the_other(start, number):
    assert last_day(Period(number, Unit.WORKING_DAY), start, CALENDAR) == naive_working(start, number)


@given(LATER, st.integers(1, 180))
def test_calendar_days_agree_with_counting_and_roll_where_the_procedure_law_says_so(start, number):
    end = start + number * ONE_DAY  # 民事诉讼法85.2: 开始的日不计
    assert due(S.CIVIL_PROCEDURE_2023.days(number), start, CALENDAR).day == naive_onward(end)  # 民事诉讼法85.3


@given(LATER, st.integers(11, 180))
def test_a_silent_statute_moves_the_partys_day_and_not_the_organs(start, number):
    end = start + number * ONE_DAY
    assert due(S.COERCION_2011.days(number), start, CALENDAR).day == end
    assert due(S.COERCION_2011.days(number, "party"), start, CALENDAR).day == naive_onward(end)  # 民法典203.1
    assert due(S.COERCION_2011.days(number), start, CALENDAR, whose="party").day == naive_onward(end)


@given(RUNNINGS, UNITS, st.integers(1, 30), DAYS, st.integers(0, 400), WHOSE)
def test_a_later_start_never_ends_earlier(statute, unit, number, start, more, whose):
    period = Period(number, unit, running=statute.running, whose=whose)
    assert last_day(period, start, CALENDAR) <= last_day(period, start + more * ONE_DAY, CALENDAR)


@given(RUNNINGS, UNITS, st.integers(1, 15), st.integers(0, 15), DAYS, WHOSE)
def test_a_longer_period_never_ends_earlier(statute, unit, number, more, start, whose):
    first = Period(number, unit, running=statute.running, whose=whose)
    second = Period(number + more, unit, running=statute.running, whose=whose)
    assert last_day(first, start, CALENDAR) <= last_day(second, start, CALENDAR)


@given(RUNNINGS, UNITS, st.integers(1, 30), DAYS, WHOSE)
def test_the_fast_path_agrees_with_the_derived_one(statute, unit, number, start, whose):
    period = Period(number, unit, running=statute.running, whose=whose)
    assert last_day(period, start, CALENDAR) == due(period, start, CALENDAR).day


@given(LATER, SHORT)
def test_counting_back_is_the_mirror_of_counting_on(event, number):
    period = Period(number, Unit.WORKING_DAY)
    latest = before(period, event, CALENDAR)
    counted = [latest + n * ONE_DAY for n in range((event - latest).days)]
    assert sum(map(chinese_calendar.is_workday, counted)) == number
    assert chinese_calendar.is_workday(latest)


@given(DAYS, st.integers(11, 90), st.integers(0, 60), st.integers(0, 60))
def test_a_pause_adds_its_days_and_nothing_else(start, number, into, long):
    since = start + min(into, number - 1) * ONE_DAY
    pause = Pause(since, since + long * ONE_DAY)
    plain = due(S.COERCION_2011.days(number), start, CALENDAR).day
    assert due(S.COERCION_2011.days(number), start, CALENDAR, suspensions=[pause]).day == plain + long * ONE_DAY


@given(DAYS, st.integers(2, 60), st.integers(1, 60), st.integers(0, 40))
def test_a_pause_leaves_as_many_working_days(start, number, into, long):
    period = Period(number, Unit.WORKING_DAY)
    since = start + into * ONE_DAY
    pause = Pause(since, since + long * ONE_DAY)
    found = due(period, start, CALENDAR, suspensions=[pause]).day
    paused = {since + n * ONE_DAY for n in range(1, long + 1)}
    days = [start + n * ONE_DAY for n in range(1, (found - start).days + 1)]
    assert sum(chinese_calendar.is_workday(day) for day in days if day not in paused) == number


@given(LATER, st.integers(1, 60), st.integers(1, 60))
def test_an_extension_is_the_same_period_made_longer(start, number, more):
    short, long = S.REVIEW_2023.days(60), S.REVIEW_2023.days(60 + more + number)
    parts = [Longer(Period(number, Unit.DAY)), Longer(Period(more, Unit.DAY))]
    assert due(short, start, CALENDAR, extensions=parts).day == due(long, start, CALENDAR).day


@given(st.dates(date(1991, 1, 1), date(2050, 12, 31)), st.integers(-200, 200))
def test_the_corresponding_day_is_that_day_or_the_months_last(start, months):
    day = later(start, months)
    assert (day.year * 12 + day.month) - (start.year * 12 + start.month) == months
    assert day.day == start.day or (day.day < start.day and (day + ONE_DAY).day == 1)  # 民法典202


@pytest.mark.parametrize("year", range(2004, 2026))
def test_a_period_crosses_the_end_of_every_year(year):
    start = date(year, 12, 27)
    for number in (2, 3, 5, 7, 10, 20):
        assert last_day(Period(number, Unit.WORKING_DAY), start, CALENDAR) == naive_working(start, number)


# 2020: a second notice prolonged the Spring Festival to 2 February; 1 February, a Saturday, was not worked after all
@pytest.mark.parametrize(
    ("start", "number", "last"),
    [
        ("2020-01-23", 1, "2020-02-03"),  # 延长前 1月31日
        ("2020-01-23", 2, "2020-02-04"),
        ("2020-01-17", 5, "2020-01-23"),  # 1月19日调休上班
        ("2020-01-31", 1, "2020-02-03"),
        ("2020-02-01", 1, "2020-02-03"),
    ],
)
def test_the_changed_spring_festival_of_2020(start, number, last):
    assert last_day(Period(number, Unit.WORKING_DAY), date.fromisoformat(start), CALENDAR) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2025-03-14", "2025-03-17"),  # a Friday: the first day counted is Monday
        ("2025-03-15", "2025-03-17"),  # a Saturday: the opening day is not counted, Monday is the first
        ("2025-03-16", "2025-03-17"),  # a Sunday: the same
        ("2025-04-27", "2025-04-28"),  # a Sunday worked in exchange is an opening day like any other
        ("2025-10-01", "2025-10-09"),  # in the holiday
    ],
)
def test_a_period_that_begins_on_a_day_off(start, last):
    assert last_day(Period(1, Unit.WORKING_DAY), date.fromisoformat(start), CALENDAR) == date.fromisoformat(last)


def test_a_period_of_liberty_is_never_moved():
    period = S.PUBLIC_SECURITY_2025.days(5)
    start = date(2026, 2, 12)  # the fifth day is 17 February, Spring Festival
    assert due(period, start, CALENDAR).day == date(2026, 2, 24)
    assert due(period.of_liberty(), start, CALENDAR).day == date(2026, 2, 17)  # 公安程序规定35
    assert last_day(period.of_liberty(), start, CALENDAR) == date(2026, 2, 17)


def test_before_the_rule_was_seen_nothing_is_moved_and_no_one_is_overdue():
    period = S.PENALTY_2017.days(15, "party")
    unseen = due(period, date(2020, 12, 31), CALENDAR)  # ends on 15 January 2021, by the rule under which it began
    assert not unseen.seen
    assert unseen.day == date(2021, 1, 15)
    assert due(period, date(2021, 1, 1), CALENDAR).seen
    assert due(S.REVIEW_2017.days(60), date(2021, 6, 1), CALENDAR).seen is False
    assert due(S.REVIEW_2017.days(60), date(2022, 1, 4), CALENDAR).seen


def test_days_left_are_counted_from_today_which_is_not_one_of_them():
    found = due(S.PENALTY_2021.days(7), date(2025, 9, 26), CALENDAR)  # 13 October
    assert days_left(date(2025, 10, 10), found) == 3
    assert days_left(date(2025, 10, 10), found, Unit.WORKING_DAY, CALENDAR) == 2  # 11 October is worked
    assert days_left(date(2025, 10, 13), found) == 0
    assert days_left(date(2025, 10, 16), found) == -3


def test_a_period_has_at_least_one_unit():
    with pytest.raises(ValueError, match="is none"):
        S.PENALTY_2021.days(0)


def test_outside_the_calendar_is_said_and_not_guessed():
    with pytest.raises(BeyondCalendar, match="1990"):
        due(S.PENALTY_2021.days(7), date(1989, 12, 29), CALENDAR)
    with pytest.raises(BeyondCalendar, match="2060"):
        due(S.PENALTY_2021.days(7), date(2060, 12, 30), CALENDAR)
    with pytest.raises(BeyondCalendar):
        before(S.PENALTY_2021.days(7), date(1990, 1, 3), CALENDAR)


def test_a_calendar_without_a_notice_projects_every_day():
    empty = Calendar([])
    found = due(S.PENALTY_2021.days(7), date(2025, 9, 26), empty)
    assert found.projected
    assert found.day == date(2025, 9, 26) + timedelta(days=11)  # weekends only
