"""公开: what is shown, what is no longer shown, what of a withdrawn decision stays; how decisions are found."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse

from fadu.organs.models import Organ

pytestmark = pytest.mark.django_db
LIST = "/publications/"


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def at(publication):
    return reverse("portal:publication", args=[publication.pk])


def titles(response):
    return [each.party for each in response.context["rows"]]


# ---- 列表


def test_the_newest_stands_first(client, published):
    for party, on in (("甲公司", 1), ("乙公司", 3), ("丙公司", 2)):
        published(party, on=date(2026, 9, on))
    assert titles(client.get(LIST)) == ["乙公司", "丙公司", "甲公司"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["乙公司", "甲公司"]),
        ("?q=过期", ["甲公司"]),
        ("?q=农药", ["乙公司"]),
        ("?q=公司", ["乙公司", "甲公司"]),
        ("?q=没有", []),
        ("?year=2025", ["甲公司"]),
        ("?year=2026", ["乙公司"]),
        ("?year=abc&organ=-1&after=x.y&region=1'--", ["乙公司", "甲公司"]),
        ("?year=0", ["乙公司", "甲公司"]),
        ("?organ=999999", []),
        ("?region=990101", ["乙公司", "甲公司"]),
        ("?region=1403", []),
        ("?q=%00", ["乙公司", "甲公司"]),
        ("?organ=" + "9" * 40, ["乙公司", "甲公司"]),
    ],
)
def test_filters_stand_in_the_address(client, published, asked, found):
    published("甲公司", act="销售过期食品", on=date(2025, 9, 1))
    published("乙公司", act="销售农药", on=date(2026, 9, 1))
    assert titles(client.get(LIST + asked)) == found


def test_decisions_of_one_organ(client, published, bureau):
    other = Organ.objects.create(name="测试县农业农村局", region=bureau.region, domain="agriculture")
    published("甲公司")
    published("乙公司", organ=other)
    assert titles(client.get(f"{LIST}?organ={other.pk}")) == ["乙公司"]


def test_pages_follow_one_another_without_a_gap_or_a_double(client, published, monkeypatch):
    monkeypatch.setattr("fadu.portal.publications.PAGE", 4)
    for number in range(10):
        published(f"第{number}公司", on=date(2026, 9, 1) + timedelta(days=number // 3))
    address, seen = LIST, []
    while address:
        response = client.get(address)
        seen += titles(response)
        address = response.context["older"]
    assert seen == [f"第{number}公司" for number in range(9, -1, -1)]


@pytest.mark.parametrize("address", [LIST, LIST + "?q=" + quote("过期"), "/", "/publications/feed/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client, published, django_assert_num_queries, address):
    published()
    expected = {LIST: 3, "/": 1, "/publications/feed/": 1}.get(address, 3)
    with django_assert_num_queries(expected):
        client.get(address)
    published()
    published()
    with django_assert_num_queries(expected):
        client.get(address)


def test_a_page_of_fifty_lines_is_small(client, published, monkeypatch):
    monkeypatch.setattr("fadu.portal.publications.PAGE", 50)
    for _ in range(50):
        published()
    assert len(client.get(LIST).content) < 60_000


def test_a_search_that_names_a_provision_is_answered_by_it(client, published):
    shown = page(client, LIST + "?q=" + quote("行政处罚法第五十七条"))
    assert 'href="/statutes/penalty-2021/57/"' in shown


# ---- 一件


def test_the_rendition_and_nothing_of_the_case_is_shown(client, published):
    found = published(
        rendition={"party": "甲公司", "act": "销售过期食品", "fine": "5000.00", "secret_note": "内部意见"}
    )
    shown = page(client, at(found))
    assert "销售过期食品" in shown
    assert "5,000元" in shown
    assert "内部意见" not in shown
    assert found.case.number not in shown


def test_each_provision_cited_is_one_click_away(client, published):
    shown = page(client, at(published()))
    assert 'href="/statutes/penalty-2021/48.1/"' in shown
    assert 'href="/statutes/penalty-2021/9.1.2/"' in shown
    assert '<a href="/statutes/penalty-2021/9/">《行政处罚法》第九条</a>' in shown  # named in the text itself


@pytest.mark.parametrize(("until", "said"), [(date(2029, 9, 1), "2029-09-01"), (None, "法律没有规定公示到哪一天")])
def test_the_term_is_said(client, published, until, said):  # 《市场监督管理行政处罚信息公示规定》第十三条
    assert said in page(client, at(published(until=until)))


@pytest.mark.parametrize(
    ("until", "status"), [(date(2026, 11, 19), 410), (date(2026, 11, 20), 200), (date(2026, 11, 21), 200)]
)
def test_a_publication_is_shown_through_the_last_day_of_its_term(client, published, until, status):
    found = published(until=until)
    shown = page(client, at(found), status)
    assert ("公示期已满" in shown) == (status == 410)
    assert (found.party in shown) == (status == 200)
    assert (found.party in page(client, LIST)) == (status == 200)


def test_a_repaired_one_is_no_longer_shown(client, published):
    found = published(repaired_on=date(2026, 11, 1), until=date(2026, 11, 20))
    shown = page(client, at(found), 410)
    assert "已经信用修复" in shown
    assert found.party not in shown
    assert found.party not in page(client, LIST)


def test_a_withdrawn_one_shows_number_title_and_why(client, published):  # 第四十八条第二款
    found = published("甲公司", act="销售过期食品", withdrawn_on=date(2026, 11, 2), withdrawal="复议撤销了决定")
    shown = page(client, at(found))
    for said in (found.number, found.title, "复议撤销了决定", "2026-11-02"):
        assert said in shown
    for hidden in ("销售过期食品", "5,000", "2029-09-01", "/statutes/penalty-2021/9"):
        assert hidden not in shown
    listed = page(client, LIST)
    assert "复议撤销了决定" in listed
    assert "销售过期食品" not in listed


def test_what_is_to_be_published_tomorrow_is_not_there_yet(client, published):
    found = published(on=date(2026, 11, 21))
    page(client, at(found), 404)
    assert found.party not in page(client, LIST)


@pytest.mark.parametrize("key", [0, 999_999, 10**30])
def test_a_number_that_is_none_is_not_found(client, key, db):
    page(client, f"{LIST}{key}/", 404)


def test_before_and_after_are_the_neighbours_in_the_list(client, published):
    first, second, third = (published(f"第{n}公司", on=date(2026, 9, 1)) for n in (1, 2, 3))
    context = client.get(at(second)).context
    assert (context["newer"], context["older"]) == (third, first)


def test_the_page_bears_the_tags_of_government_pages(client, published):  # 政府网站发展指引附件，网页标签规范
    shown = page(client, at(published()))
    for tag in (
        '<meta name="SiteName" content="法度">',
        '<meta name="ColumnName" content="公开">',
        '<meta name="ArticleTitle" content="甲公司行政处罚决定">',
        '<meta name="PubDate" content="2026-09-01">',
        '<meta name="ContentSource" content="测试县市场监督管理局">',
    ):
        assert tag in shown


def test_a_code_opens_the_page_on_a_phone(client, published):
    shown = page(client, at(published()))
    assert '<svg viewBox="0 0 ' in shown
    assert 'class="qr"' in shown


def test_opening_one_takes_three_queries(client, published, django_assert_num_queries):
    found = [published() for _ in range(3)]
    with django_assert_num_queries(3):
        client.get(at(found[1]))
