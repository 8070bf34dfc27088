"""Every rule that gives a period yields a day; every other says why it does not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fadu.law import statutes as S
from fadu.law.due import Longer, before, due
from fadu.law.periods import Unit
from fadu.law.rules import RULES, UNITS, Mode, NotAPeriod, answer

FROM = datetime(2025, 9, 26, 10)
PERIODS = [rule for rule in RULES.values() if rule.number and rule.unit in UNITS]


def test_the_table_is_whole():
    assert len(RULES) == 722
    assert sum(rule.verified for rule in RULES.values()) == 700


@pytest.mark.parametrize("rule", [rule for rule in PERIODS if rule.verified], ids=lambda rule: rule.id)
def test_every_verified_rule_with_a_period_is_computed(rule, standard):
    found = answer(rule, FROM, standard)
    assert rule.cite is not None
    assert rule.statute is not None
    back = rule.mode is Mode.BEFORE
    assert found.day < FROM.date() if back else found.day >= FROM.date()
    assert found.derivation[0].cite == rule.cite
    assert all(line.zh and line.en for line in found.derivation)
    assert (found.moment is not None) == (rule.unit == "小时")
    assert max(rule.numbers) == rule.period.number
    assert rule.period.unit is UNITS[rule.unit]
    plain = before(rule.period, FROM.date(), standard) if back else due(rule.period, FROM, standard).day
    assert found.day == plain


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.verified and rule.yearly], ids=lambda rule: rule.id
)
def test_a_day_of_every_year_is_the_next_one(rule):
    month, day = rule.yearly
    assert answer(rule, date(2025, month, day)).day == date(2025, month, day)
    assert answer(rule, date(2025, 12, 31)).day == date(2026, month, day)


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if not rule.verified], ids=lambda rule: rule.id)
def test_a_rule_not_seen_is_a_hint_and_makes_no_one_overdue(rule, standard):
    assert rule.cite is None
    try:
        found = answer(rule, FROM, standard)
    except NotAPeriod:
        return
    assert not found.binding
    assert any("未见原文" in line.zh for line in found.derivation)


@pytest.mark.parametrize(
    ("rule", "said"),
    [("CF21-51", "200/3000元"), ("CF17-33", "50/1000元"), ("CF21-42.1", "2人"), ("CF21-72.1-1", "3%/日"),
     ("TJ10-8.2", "3-9人"), ("PC-CF21-85", "没有数字"), ("PC-MFD-203", "24时"), ("QX24-18.2", "1-5万元")],
)  # fmt: skip
def test_a_rule_that_gives_no_period_says_so(rule, said):
    with pytest.raises(NotAPeriod, match=rule) as refused:
        answer(RULES[rule], FROM)
    assert said in str(refused.value)


MODES = [
    ("CF21-61.1", Mode.WITHIN, "2025-09-26", "2025-10-13"),  # 行政处罚法61.1
    ("CF21-64-2", Mode.BEFORE, "2025-10-14", "2025-09-28"),  # 行政处罚法64.1.2: 听证七日前
    ("XK-50.1", Mode.BEFORE, "2026-03-31", "2026-03-01"),  # 行政许可法50: 届满三十日前
    ("PC-MS23-95.1", Mode.AFTER, "2025-09-04", "2025-10-09"),  # 民事诉讼法95.1: 经过三十日
    ("JC19-15.1", Mode.AT_LEAST, "2025-04-01", "2025-05-01"),  # 重大行政决策条例15.1: 不少于三十日
    ("FY23-62.1b", Mode.LONGER, "2025-10-04", "2025-11-03"),  # 行政复议法62.1: 自原期限最后一日
    ("XK-79", Mode.BAR, "2022-10-03", "2025-10-03"),  # 行政许可法79: 三年内不得, 不因假日延长
    ("SS-46.1", Mode.WITHIN, "2025-04-03", "2025-10-09"),  # 行政诉讼法46.1
    ("XK-47.1a", Mode.WITHIN, "2025-09-26", "2025-10-10"),  # 行政许可法47.1: 从宽按工作日
    ("CF17-42-1", Mode.WITHIN, "2020-01-22", "2020-01-25"),  # 行政处罚法2017第42条: 自然日
]


@pytest.mark.parametrize(("rule", "mode", "start", "last"), MODES)
def test_how_the_period_of_a_rule_runs(rule, mode, start, last, standard):
    assert RULES[rule].mode is mode
    assert answer(RULES[rule], date.fromisoformat(start), standard).day == date.fromisoformat(last)


def test_a_range_ends_with_its_longest_and_not_before_its_shortest(standard):
    found = answer(RULES["YC25-9.2"], date(2025, 9, 26), standard)  # 异常名录办法9.2: 不少于15日，不超过30日
    assert found.earliest == date(2025, 10, 11)
    assert found.day == date(2025, 10, 26)


def test_questioning_may_last_eight_hours_from_the_very_moment(standard):
    found = answer(RULES["ZA25-97"], datetime(2026, 3, 1, 9, 30), standard)  # 治安管理处罚法97
    assert found.moment == datetime(2026, 3, 1, 17, 30)


def test_a_rule_outside_its_days_of_force_says_so(standard):
    old = answer(RULES["CF17-42-1"], date(2022, 1, 4), standard)
    assert any("施行期间" in line.zh for line in old.derivation)
    assert not any("施行期间" in line.zh for line in answer(RULES["CF17-42-1"], date(2021, 7, 14), standard).derivation)


def test_a_rule_of_a_party_is_read_leniently(standard):
    rule = RULES["CF21-67.3"]  # 行政处罚法67.3: 当事人十五日内缴款
    assert rule.whose == "party"
    assert answer(rule, date(2025, 9, 20), standard).day == date(2025, 10, 9)
    assert answer(rule, date(2025, 9, 20), standard, whose="organ").day == date(2025, 10, 5)


def test_a_rule_is_lengthened_by_its_own_extension(standard):
    more = RULES["FY23-62.1b"]
    found = answer(RULES["FY23-62.1a"], date(2025, 8, 5), standard, extensions=[Longer(more.period, more.cite)])
    assert found.day == date(2025, 11, 3)


def test_rules_of_one_field_or_one_place_are_marked():
    assert RULES["SJ22-18a"].domain == "市场监管"
    assert RULES["ZA25-118"].domain == "公安"
    assert RULES["L_TS-20"].region == "1302"
    assert RULES["CF21-60"].domain == RULES["CF21-60"].region == ""


def test_working_days_come_from_the_statute_where_it_names_them():
    assert RULES["CF21-64-1"].period.counted_by == S.PENALTY_2021[85]
    assert RULES["SJ22-18a"].period.counted_by is None  # the provision writes 工作日 itself
    assert RULES["CF21-60"].period.unit is Unit.DAY
