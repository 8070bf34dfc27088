"""The words of the interface: shape, colour and word together; a provision opens its page; text is escaped."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template
from django.utils import translation

from fadu.interface import words
from fadu.law.statutes import PENALTY_2021 as L


def said(source: str, **context: object) -> str:
    return " ".join(Template("{% load words %}" + source).render(Context(context)).split())


@pytest.mark.parametrize("key", list(words.LAMPS))
def test_a_lamp_says_its_state_by_shape_colour_and_word(key):
    shown = said("{% lamp key %}", key=key)
    assert words.LAMPS[key].shape in shown
    assert str(words.LAMPS[key].word) in shown
    assert f"lamp-{key}" in shown


def test_no_two_running_lamps_share_shape_or_word():
    ladder = [words.LAMPS[key] for key in ("normal", "near", "today", "overdue")]
    assert len({each.shape for each in ladder}) == len({str(each.word) for each in ladder}) == 4


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh-hans", "《行政处罚法》第五十七条第一款第（四）项"), ("en", "art. 57, para. 1, item 4")],
)
def test_a_provision_is_cited_in_the_readers_language(language, expected):
    with translation.override(language):
        assert expected in said("{% cite value %}", value=L[57, 1, 4])


def test_a_provision_is_read_from_its_key():
    assert "第五十七条" in said("{% cite value %}", value="penalty-2021/57")


def test_what_is_no_provision_is_printed_as_it_is_and_escaped():
    assert said("{% cite value %}", value="<b>x</b>").count("&lt;b&gt;") == 1


def test_a_clock_shows_last_day_what_is_left_and_how_it_was_reckoned():
    clock = words.Clock(
        "办案期限", date(2026, 3, 2), words.LAMPS["near"], left="剩3个工作日", projected=True, cite=L[60],
        lines=[("自立案次日起算", L[85])],
    )  # fmt: skip
    shown = said("{% clock value %}", value=clock)
    for part in ("办案期限", "2026-03-02", "剩3个工作日", "推算", "第六十条", "自立案次日起算", "第八十五条"):
        assert part in shown


def test_an_act_that_is_not_yet_lawful_is_quiet_and_says_why():
    act = words.Act("决定", L[57, 1], "/x/", lawful=False, refusals=[("尚未办理：法制审核", L[58, 1])])
    shown = said("{% act value %}", value=act)
    assert "act-quiet" in shown
    assert 'href="/x/"' not in shown
    assert "尚未办理：法制审核" in shown
    assert "第五十八条第一款" in shown


def test_a_lawful_act_leads_to_its_form():
    assert 'href="/x/"' in said("{% act value %}", value=words.Act("立案", L[54, 2], "/x/"))


def test_a_thread_shows_who_did_what_when_and_why_the_next_must_wait():
    strand = words.Strand(
        "普通程序",
        [
            words.Knot("立案", "done", on=date(2026, 1, 5), who="赵负责", late=True),
            words.Knot("停算", "gap", on=date(2026, 1, 8), until=date(2026, 1, 10)),
            words.Knot("决定", "waiting", why="尚未办理：告知"),
        ],
        [words.Knot("听证", "none", cite=L[63, 1])],
    )
    shown = said("{% thread value %}", value=[strand])
    for part in ("2026-01-05", "赵负责", "补", "2026-01-08", "尚未办理：告知", "knot-gap", "听证", "第六十三条第一款"):
        assert part in shown


def test_a_figure_is_a_link_to_its_records_with_its_definition():
    figure = words.Figure(21, "/list/?x=1", unit="件", definition="决定日期在本年", cut_off=date(2026, 12, 31))
    shown = said("{% figure value %}", value=figure)
    for part in ('href="/list/?x=1"', ">21<", "件", "决定日期在本年", "2026-12-31"):
        assert part in shown


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (words.Stamp(holds=True, entries=3), "待日终封存"),
        (words.Stamp(holds=True, entries=3, sealed_on=date(2026, 1, 5)), "2026-01-05 起封存"),
        (words.Stamp(holds=False, fault="第3条对不上"), "第3条对不上"),
    ],
)
def test_a_stamp_says_whether_the_record_verifies(stamp, expected):
    assert expected in said("{% stamp value %}", value=stamp)


def test_a_notice_says_what_by_which_provision_and_what_next():
    notice = words.Notice("已立案", kind="done", cite=L[54, 2], then="调查取证", address="/x/")
    shown = said("{% notice value %}", value=notice)
    for part in ("已立案", "第五十四条第二款", "调查取证", 'href="/x/"'):
        assert part in shown


def test_every_word_escapes_what_it_is_given():
    evil = "<script>alert(1)</script>"
    for source, value in (
        ("{% act value %}", words.Act(evil, None, "/x/", lawful=False, refusals=[(evil, None)])),
        ("{% thread value %}", [words.Strand(evil, [words.Knot(evil, "done", on=date(2026, 1, 1), who=evil)])]),
        ("{% notice value %}", words.Notice(evil, items=[(evil, None)])),
        ("{% figure value %}", words.Figure(evil, "/x/", definition=evil)),
        ("{% clock value %}", words.Clock(evil, date(2026, 1, 1), words.LAMPS["normal"], lines=[(evil, None)])),
    ):
        shown = said(source, value=value)
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown
