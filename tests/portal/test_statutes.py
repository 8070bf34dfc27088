"""法规: editions as they stand on a day, articles with and without their words, and what rests on each."""

from __future__ import annotations

import pytest

from fadu.engine.registry import all_procedures
from fadu.law.rules import RULES
from fadu.law.statutes import PENALTY_2021, STATUTES, cite
from fadu.portal import resting

pytestmark = pytest.mark.django_db


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize(
    ("day", "key", "in_force"),
    [
        ("2021-07-14", "penalty-2017", True),
        ("2021-07-14", "penalty-2021", False),
        ("2021-07-15", "penalty-2021", True),
        ("2021-07-15", "penalty-2017", False),
        ("2023-12-31", "review-2017", True),
        ("2024-01-01", "review-2023", True),
    ],
)
def test_an_edition_stands_where_it_belongs_on_the_day(client, day, key, in_force):
    context = client.get(f"/statutes/?on={day}").context
    force = {each.key for _kind, found in context["groups"] for each in found}
    others = {each.key for each in context["others"]}
    assert key in (force if in_force else others)
    assert force | others == set(STATUTES)


def test_statutes_are_found_by_name_also_in_english(client, db):
    assert "行政复议法" in page(client, "/statutes/?q=复议")
    context = client.get("/statutes/?q=mediation").context
    assert any(each.key == "mediation-2010" for _kind, found in context["groups"] for each in found)


def test_without_the_words_the_page_says_so_and_how_they_come(client, texts):
    for address in ("/statutes/penalty-2021/", "/statutes/penalty-2021/64/"):
        shown = page(client, address)
        assert "还没有导入" in shown
        assert "fadu law import" in shown


def test_with_the_words_the_article_is_shown_and_the_passage_asked_for_is_marked(client, texts):
    (texts / "mediation-2010.md").write_text(_invented(STATUTES["mediation-2010"]), "utf-8")
    assert "测试文字33之1" in page(client, "/statutes/mediation-2010/33/")
    shown = page(client, "/statutes/mediation-2010/33.1/")
    assert '<p class="asked" aria-current="true">测试文字33之1</p>' in shown
    assert "还没有导入" not in shown
    assert "测试文字1之1" in page(client, "/statutes/mediation-2010/")


def _invented(statute):
    """A text of the statute's structure in words of nobody's law."""
    from fadu.law.numerals import numeral

    lines = []
    for number, paragraphs in statute.structure.articles.items():
        name = f"第{numeral(int(number))}条"
        for position, items in enumerate(paragraphs, 1):
            words = f"测试文字{number}之{position}"
            lines.append(f"{name} {words}" if position == 1 else words)
            lines += [f"（{numeral(item)}）测试" for item in range(1, items + 1)]
    return "\n\n".join(lines)


def test_the_article_shows_our_rules_and_the_steps_that_rest_on_it(client, db):
    shown = page(client, "/statutes/penalty-2021/64/")
    assert RULES["CF21-64-1"].rule in shown
    assert "举行听证" in shown
    assert "/days/?ask=hearing" in shown


def test_a_publication_is_found_at_each_provision_it_cites_and_at_the_article(client, published):
    found = published()
    for place in ("48.1", "48", "9.1.2", "9"):
        assert found.title in page(client, f"/statutes/penalty-2021/{place}/")
    assert found.title not in page(client, "/statutes/penalty-2021/9.1.3/")


def test_what_was_withdrawn_or_has_ended_is_not_listed(client, published):
    from datetime import date

    published("甲公司", withdrawn_on=date(2026, 11, 1), withdrawal="撤销")
    published("乙公司", until=date(2026, 11, 1))
    shown = page(client, "/statutes/penalty-2021/48/")
    assert "甲公司" not in shown
    assert "乙公司" not in shown


@pytest.mark.parametrize("rows", [1, 3])
def test_a_provision_takes_one_query(client, published, django_assert_num_queries, rows):
    for _ in range(rows):
        published()
    with django_assert_num_queries(1):
        client.get("/statutes/penalty-2021/48/")


@pytest.mark.parametrize(
    "address",
    [
        "/statutes/none/", "/statutes/penalty-2021/999/", "/statutes/penalty-2021/9.9.9.9/",
        "/statutes/penalty-2021/x/",
        "/statutes/penalty-2021/" + "9" * 5000 + "/", "/statutes/penalty-2021/９/", "/statutes/none/1/",
    ],
)  # fmt: skip
def test_a_provision_that_does_not_exist_is_not_found(client, address, db):
    page(client, address, 404)


@pytest.mark.parametrize("key", STATUTES)
def test_every_statute_has_its_page(client, key):
    shown = page(client, f"/statutes/{key}/")
    assert STATUTES[key].name in shown


def test_every_provision_cited_by_a_procedure_is_known_to_its_article(client, db):
    """The index holds each provision that a step, limit, paper or publicity declares."""
    held = {use.cite.key for uses in resting.index().values() for use in uses}
    for procedure in all_procedures():
        for step in procedure.steps:
            assert step.cites.key in held
        for limit in procedure.limits:
            assert limit.cites.key in held


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        ("penalty-2021/9", "penalty-2021/9.1.2", True),
        ("penalty-2021/9.1.2", "penalty-2021/9.1", True),
        ("penalty-2021/9.1.2", "penalty-2021/9.1.3", False),
        ("penalty-2021/48.1", "penalty-2021/48.2", False),
        ("penalty-2021/48", "penalty-2021/49", False),
        ("penalty-2021/46", "penalty-2017/46", False),
    ],
)
def test_provisions_touch_when_one_holds_the_other(one, other, touch):
    assert resting.touches(cite(one), cite(other)) is touch
    assert resting.touches(cite(other), cite(one)) is touch


def test_a_template_never_reads_a_statute_as_a_table_of_articles(client, db):
    """A statute answers to ``[...]`` with an article: pages print editions as plain values instead."""
    assert page(client, f"/statutes/{PENALTY_2021.key}/9/").count("2021-07-15") == 1
