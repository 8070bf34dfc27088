"""A derivation reads as a finding does: start, rule, days left out, result; each line with its article."""

from __future__ import annotations

import re
from datetime import date, datetime

from fadu.law import statutes as S
from fadu.law.derivation import told
from fadu.law.due import Longer, Pause, due, due_before

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_seven_working_days_over_the_national_holiday(standard):
    lines = due(S.PENALTY_2021.days(7), date(2025, 9, 26), standard).lines()
    assert [line.text for line in lines] == [
        "自2025年9月26日起算，当日不计入。",
        "期间为7日，依该条是指工作日。",
        "不计：9月27日（休息日），10月1日至10月5日（国庆节放假），10月6日（中秋节放假），10月7日至10月8日（国庆节放假），10月12日（休息日）。",
        "计入：9月28日、10月11日（调休上班）。",
        "期间的最后一日是2025年10月13日。",
        "截止时间为当日二十四时；有业务时间的，为停止业务活动的时间。",
    ]
    assert [str(line.cite or "") for line in lines] == [
        "《民法典》第二百零一条第一款",
        "《行政处罚法》第八十五条",
        "",
        "",
        "",
        "《民法典》第二百零三条第二款",
    ]


def test_the_same_in_english(standard):
    lines = [line.text for line in due(S.PENALTY_2021.days(7), date(2025, 9, 26), standard).lines("en")]
    assert lines[0] == "Set off on 26 September 2025, which is not counted."
    assert lines[3] == "Counted: 28 September, 11 October (weekend worked in exchange)."
    assert lines[4] == "The last day of the period is 13 October 2025."


def test_what_moves_the_end_is_cited_and_how_it_is_reached(standard):
    found = due(S.REVIEW_2023.days(60, "party"), date(2025, 8, 5), standard)
    rolled = next(line for line in found.lines() if "顺延" in line.text)
    assert rolled.cite == S.CIVIL_PROCEDURE_2023[85, 3]
    assert "《行政复议法》第八十八条第一款" in found.lines()[0].text


def test_a_chosen_reading_is_shown(standard):
    strict = due(S.PENALTY_2021.days(90), date(2025, 7, 6), standard)
    assert any("机关的期限从严，不顺延" in line.text for line in strict.lines())
    lenient = due(S.PENALTY_2021.days(15, "party"), date(2025, 9, 20), standard)
    assert any("当事人的期限从宽" in line.text and line.cite == S.CIVIL_CODE_2020[203, 1] for line in lenient.lines())
    unseen = due(S.PENALTY_2017.days(7), date(2020, 1, 24), standard)
    assert "未见原文" in unseen.lines()[0].text


def test_a_projected_day_says_which_notice_is_missing(standard):
    lines = due(S.REVIEW_2023.days(5), date(2026, 12, 29), standard).lines()
    assert any("推算：2027年的放假通知尚未导入" in line.text for line in lines)


def test_pauses_and_extensions_have_their_lines(standard):
    pause = Pause(date(2025, 8, 20), date(2025, 9, 3), S.REVIEW_2023[39], "当事人死亡", "a party died")
    longer = Longer(S.REVIEW_2023.days(30), S.REVIEW_2023[62, 1], "情况复杂", "a complex case", date(2025, 10, 9))
    found = due(S.REVIEW_2023.days(60), date(2025, 8, 5), standard, suspensions=[pause], extensions=[longer])
    texts = {line.text: line.cite for line in found.lines()}
    assert texts["当事人死亡：2025年8月20日至2025年9月3日，14日不计入。"] == S.REVIEW_2023[39]
    assert texts["延长30日（情况复杂，2025年10月9日决定）。"] == S.REVIEW_2023[62, 1]


def test_the_english_has_no_chinese_word_in_it(standard):
    pause = Pause(date(2025, 8, 20), date(2025, 9, 3), S.REVIEW_2023[39], "当事人死亡", "a party died")
    for found in (
        due(S.PENALTY_2021.days(7), date(2025, 9, 26), standard),
        due(S.PENALTY_2021.days(15, "party"), date(2025, 9, 20), standard),
        due(S.PENALTY_2017.days(7), date(2020, 1, 24), standard),
        due(S.REVIEW_2023.days(60), date(2025, 8, 5), standard, suspensions=[pause]),
        due(S.REVIEW_2023.days(60), date(2026, 11, 5), standard),
        due(S.MARKET_PENALTY_2022.hours(24), datetime(2025, 9, 26, 10, 20), standard),
        due(S.PUBLIC_SECURITY_2025.days(5).of_liberty(), date(2026, 2, 12), standard),
        due_before(S.PENALTY_2021.days(7), date(2025, 10, 14), standard),
        due(S.LICENCE_2019.days(45), date(2024, 12, 20), standard),
    ):
        assert not CHINESE.search(told(found.derivation, "en"))


def test_a_weekend_day_worked_in_exchange_is_no_day_off(standard):
    found = due(S.REVIEW_2023.days(15, "party"), date(2025, 12, 20), standard)
    assert found.day == date(2026, 1, 4)  # a Sunday
    assert any("虽是周末，但调休上班，不顺延" in line.text for line in found.lines())


def test_a_party_is_told_that_what_is_posted_in_time_is_in_time(standard):
    party = due(S.REVIEW_2023.days(60, "party"), date(2025, 8, 5), standard)
    assert party.lines()[-1].cite == S.CIVIL_PROCEDURE_2023[85, 4]
    organ = due(S.REVIEW_2023.days(60), date(2025, 8, 5), standard)
    assert not any("交邮" in line.text for line in organ.lines())


def test_a_long_period_counts_its_days_off_instead_of_naming_them(standard):
    lines = due(S.LICENCE_2019.days(120), date(2024, 12, 20), standard).lines()
    assert any(re.search("休息日、节假日共[0-9]+日，不计", line.text) for line in lines)
