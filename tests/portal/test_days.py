"""办事: which day is the last, by plain questions; the days are those of the law's rules."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from fadu.law.rules import RULES
from fadu.portal.days import told
from fadu.portal.questions import QUESTIONS

TODAY = date(2026, 11, 20)


def ask(client, key, since, **headers):
    return client.get(f"/days/?{urlencode({'ask': key, 'since': since})}", headers=headers)


@pytest.mark.parametrize(
    ("ask", "since", "last"),
    [
        ("fine", date(2026, 9, 18), date(2026, 10, 8)),  # 第六十七条第三款，10月3日在国庆假期，顺延
        ("fine", date(2026, 11, 2), date(2026, 11, 17)),  # 第六十七条第三款
        ("hearing", date(2026, 11, 2), date(2026, 11, 9)),  # 第六十四条第一项，五日是工作日（第八十五条）
        ("hearing", date(2021, 7, 14), date(2021, 7, 19)),  # 2017年第四十二条，三日是自然日，17日周六顺延
        ("seizure", date(2026, 11, 2), date(2026, 12, 2)),  # 《行政强制法》第二十五条第一款
        ("delivery", date(2026, 11, 2), date(2026, 11, 11)),  # 第六十一条第一款，七日是工作日
        ("suit", date(2026, 3, 16), date(2026, 9, 16)),  # 《行政诉讼法》第四十六条第一款
        ("disclosure", date(2026, 11, 2), date(2026, 11, 30)),  # 《政府信息公开条例》第三十三条第二款，工作日
        ("hearing-notice", date(2026, 11, 18), date(2026, 11, 9)),  # 第六十四条第二项，七个工作日前
    ],
)
def test_the_last_day(ask, since, last):
    answer = told(next(each for each in QUESTIONS if each.key == ask), since, TODAY)
    assert answer is not None
    assert answer.day == last


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.key)
def test_every_question_rests_on_a_rule_that_gives_a_period_and_cites_it(question):
    answer = told(question, TODAY, TODAY)
    assert answer is not None
    assert answer.rule.verified == (answer.rule.cite is not None)
    assert len(answer.lines) >= 3
    if answer.rule.verified:
        assert any(cite == answer.rule.cite for _words, cite in answer.lines)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.key)
def test_of_several_rules_one_at_most_answers_for_a_day(question):
    for day in (date(2018, 6, 1), date(2021, 7, 14), date(2022, 6, 1), date(2024, 6, 1), date(2026, 6, 1)):
        assert sum(RULES[key].applies(day) for key in question.rules if RULES[key].in_force) <= 1 or (
            question.key == "confirmation"  # 《人民调解法》第三十三条 stands beside the procedure law
        )


def test_the_page_says_the_day_whether_it_moved_and_why(client, db):
    shown = ask(client, "fine", "2026-09-18").content.decode()
    assert "2026年10月8日（星期四）" in shown
    assert "原本是2026年10月3日（星期六）" in shown
    assert 'href="/statutes/penalty-2021/67.3/"' in shown
    assert "已经过去43天" in shown


def test_an_edition_that_is_not_held_gets_no_answer(client, db):
    shown = ask(client, "decision", "2019-05-05").content.decode()  # 2017年的处罚法没有办案期限
    assert "不能替你算" in shown
    assert 'class="answer"' not in shown


def test_a_year_whose_holidays_are_not_out_is_marked(client, db):
    assert "推算" in ask(client, "hearing", "2029-09-28").content.decode()
    assert "推算" not in ask(client, "hearing", "2026-09-01").content.decode()


def test_a_rule_whose_text_was_not_seen_is_a_hint(client, db):
    shown = ask(client, "publication", "2026-11-02").content.decode()
    assert "只供参考" in shown


def test_htmx_gets_the_answer_alone(client, db):
    shown = ask(client, "fine", "2026-09-18", **{"HX-Request": "true"}).content.decode()
    assert "<html" not in shown
    assert "2026年10月8日" in shown


@pytest.mark.parametrize(
    ("asked", "since", "said"),
    [
        ("fine", "", "请填写日期"),
        ("fine", "昨天", "请按 2026-01-05 的样子填写日期"),
        ("fine", "1800-01-01", "1990年到2058年"),
        ("fine", "9999-12-31", "1990年到2058年"),
        ("too-old", "2058-12-31", "2060年12月31日"),
    ],
)
def test_a_day_that_cannot_be_counted_from_is_said_at_the_field(client, db, asked, since, said):
    shown = ask(client, asked, since)
    assert shown.status_code == 200
    assert said in shown.content.decode()


def test_a_question_that_nobody_asks_is_refused(client, db):
    assert 'class="answer"' not in ask(client, "nothing", "2026-09-18").content.decode()


def test_the_derivation_reads_in_english(client, db):
    client.cookies["django_language"] = "en"
    shown = ask(client, "fine", "2026-09-18").content.decode()
    assert "8 October 2026 (Thursday)" in shown
    assert "Administrative Penalty Law (2021), art. 67, para. 3" in shown


@pytest.mark.parametrize("days", range(0, 400, 7))
def test_the_day_follows_the_rule_whatever_the_day_of_asking(days):
    from fadu.law.rules import answer

    since = date(2026, 1, 1) + timedelta(days=days)
    for question in QUESTIONS:
        if rule := question.rule(since):
            said = told(question, since, TODAY)
            assert said is not None
            assert said.day == answer(rule, since).day


def test_asking_for_a_day_takes_no_query(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        ask(client, "fine", "2026-09-18")
