"""What the penalty procedures declare: every article used or explained, every limit somebody's, nothing invented."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.checks import fits
from fadu.engine.registry import editions, governing
from fadu.law.periods import Unit
from fadu.law.statutes import MARKET_PENALTY_2022, PENALTY_2017, PENALTY_2021
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_2017 import PENALTY_ORDINARY_2017, PENALTY_SUMMARY_2017
from fadu.procedures.penalty_ordinary import PENALTY_ORDINARY
from fadu.procedures.penalty_record import KINDS
from fadu.procedures.penalty_summary import PENALTY_SUMMARY

PRESENT = (PENALTY_SUMMARY, PENALTY_ORDINARY)
OLD = (PENALTY_SUMMARY_2017, PENALTY_ORDINARY_2017)
ALL = (*PRESENT, *OLD)


def articles(procedures, statute) -> set[int]:
    """The articles of ``statute`` that the procedures and their records rest on."""
    return {int(cite.article) for each in procedures for cite in each.citations() if cite.statute.key == statute.key}


def test_every_article_of_chapters_four_to_six_is_used_or_explained():  # 第二十二条至第七十五条
    unused = PENALTY_ORDINARY.unused
    assert set(range(22, 76)) - articles(PRESENT, PENALTY_2021) == set(unused)
    assert all(reason for reason in unused.values())


def test_every_article_of_the_older_text_that_was_seen_is_used_or_explained():  # 2017年版摘录
    seen = {int(each) for each in PENALTY_2017.structure.articles}
    steps = {
        int(cite.article) for procedure in OLD for cite in procedure.citations() if cite.statute.key == PENALTY_2017.key
    }
    assert seen - steps == set(PENALTY_ORDINARY_2017.unused)


def test_no_step_of_the_older_editions_rests_on_the_present_law():
    for procedure in OLD:
        present = [step.key for step in procedure.steps if step.cites.statute.key == PENALTY_2021.key]
        assert present == []


@pytest.mark.parametrize("procedure", ALL, ids=lambda each: f"{each.key}-{each.edition}")
def test_every_word_finds_its_column_its_step_and_its_post(procedure):
    assert list(fits(procedure)) == []


@pytest.mark.parametrize("procedure", ALL, ids=lambda each: f"{each.key}-{each.edition}")
def test_every_limit_is_somebodys_and_only_an_unseen_text_is_a_hint(procedure):
    for limit in procedure.limits:
        assert limit.whose in {"organ", "party", "court", "police"}
        assert limit.seen == (limit.key != "publication_hint")


@pytest.mark.parametrize("procedure", ALL, ids=lambda each: f"{each.key}-{each.edition}")
def test_a_limit_is_counted_as_its_own_statute_counts(procedure):
    for limit in procedure.limits:
        if limit.within is None or limit.key == "publication_hint":
            continue
        if limit.within.unit is Unit.DAY or limit.within.written == "日":
            whose = "party" if limit.whose == "party" else "organ"
            assert limit.within.unit is limit.cites.statute.days(limit.within.number, whose).unit, limit.key


@pytest.mark.parametrize(
    ("key", "period"),
    [
        ("decision", "90日"),
        ("preservation", "7日（工作日）"),
        ("service", "7日（工作日）"),
        ("hearing_request", "5日（工作日）"),
        ("payment", "15日"),
        ("handing_in", "2日（工作日）"),
        ("banking", "2日（工作日）"),
        ("withdrawal", "3日（工作日）"),
        ("court_application", "3个月"),
        ("court_acceptance", "5日（工作日）"),
        ("ruling", "7日（工作日）"),
        ("court_review", "15日"),
        ("market_filing", "15个工作日"),
        ("market_decision", "90日"),
        ("market_review", "10个工作日"),
        ("market_defence", "5个工作日"),
        ("publication", "20个工作日"),
        ("market_publication", "20个工作日"),
        ("market_forwarding", "10个工作日"),
        ("market_closing", "15个工作日"),
        ("preservation_report", "24小时"),
    ],
)
def test_the_periods_of_the_ordinary_procedure(key, period):  # 第八十五条：二日、三日、五日、七日是工作日
    assert str(PENALTY_ORDINARY.limit(key).within) == period


@pytest.mark.parametrize(
    ("key", "period"), [("preservation", "7日"), ("service", "7日"), ("hearing_request", "3日"), ("handing_in", "2日")]
)
def test_the_older_text_knew_no_working_days(key, period):  # 2017年版没有第八十五条
    assert str(PENALTY_ORDINARY_2017.limit(key).within) == period


def test_only_rules_of_market_regulation_lengthen_or_suspend():  # 第六十条“法律、法规、规章另有规定的”
    for procedure in ALL:
        for limit in procedure.limits:
            if limit.suspends or limit.extends:
                assert limit.domains == ("market",)
                assert limit.cites.statute.key == MARKET_PENALTY_2022.key


@pytest.mark.parametrize(
    ("on", "edition"),
    [(date(2018, 1, 1), "2017"), (date(2021, 7, 14), "2017"), (date(2021, 7, 15), "2021"), (date(2026, 11, 1), "2021")],
)
@pytest.mark.parametrize("key", ["penalty_summary", "penalty_ordinary"])
def test_the_edition_follows_the_day(key, on, edition):
    assert governing(key, on).edition == edition
    assert [each.edition for each in editions(key)] == ["2017", "2021"]


def test_the_classes_are_those_of_article_nine():  # 第九条
    cited = {str(PENALTY_ORDINARY.record._meta.get_field(kind).cites) for kind in KINDS}
    assert cited == {str(PENALTY_2021[9, 1, item]) for item in range(1, 7)}


def test_a_step_keeps_its_key_from_edition_to_edition():
    for old, new in zip(OLD, PRESENT, strict=True):
        assert {step.key for step in old.steps} <= {step.key for step in new.steps}


def test_first_offences_are_spared_only_since_2021():  # 第三十三条第一款后段
    keys = {each.key for each in PENALTY_ORDINARY_2017.step("decision").outcomes}
    assert keys == {"punished", "minor", "barred", "unfounded", "referred"}
    assert {each.key for each in PENALTY_ORDINARY.step("decision").outcomes} == keys | {
        "first_offence",
        "no_fault",
        "underage",
        "incapable",
    }


def test_every_enforcement_act_takes_two_certified_officers():  # 第四十二条第一款
    for procedure in PRESENT:
        for step in procedure.steps:
            if step.by.key == "officers":
                assert (step.by.at_least, step.by.certified, str(step.by.cites)) == (
                    2,
                    True,
                    "《行政处罚法》第四十二条第一款",
                )


def test_reviewer_and_presider_did_not_handle_the_case():  # 第五十八条、第六十四条第四项
    for key in ("review", "hearing", "hearing_report"):
        barred = {step.key for step in PENALTY_ORDINARY.step(key).not_by}
        assert {"inquiry", "inspection", "sampling", "preservation", "end_of_inquiry"} <= barred


def test_every_paper_of_the_penalty_family_is_some_steps():
    yielded = {paper.key: paper.compose for each in ALL for step in each.steps for paper in step.yields}
    assert yielded == {name: getattr(papers, name) for name in papers.__all__ if name != "contents"}
