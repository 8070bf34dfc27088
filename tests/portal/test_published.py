"""历年公布的报告: only what is listed, marked where it prints a number, drawn over the years."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fadu.exchange import published_reports
from fadu.exchange.models import PublishedReport
from tests.portal.conftest import TODAY

pytestmark = pytest.mark.django_db

TEXT = "测试县{year}年法治政府建设年度报告\n{year}年，全县办理法律援助案件{n}件，<b>解答</b>咨询30人次。\n"


@pytest.fixture
def reports(bureau):
    """Two reports of the county, of which the first is listed."""

    def take(year: int, n: int) -> PublishedReport:
        text = TEXT.format(year=year, n=n)
        return published_reports.take_in(text, "a.txt", by=bureau.clerk, on=TODAY, among=[bureau.region])

    first, second = take(2022, 120), take(2023, 150)
    published_reports.list_publicly(first, by=bureau.clerk, on=TODAY)
    return first, second


def body(path: str, **asked: object) -> str:
    answer = Client().get(path, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_report_is_public_only_while_it_is_listed(reports, bureau):
    first, second = reports
    text = body(reverse("portal:published"))
    assert "测试县2022年" in text
    assert "测试县2023年" not in text
    assert Client().get(reverse("portal:published_report", args=[second.pk])).status_code == 404
    published_reports.take_off(first, by=bureau.clerk, on=TODAY)
    assert Client().get(reverse("portal:published_report", args=[first.pk])).status_code == 404


def test_every_figure_is_marked_and_nothing_in_the_text_is_a_tag(reports):
    text = body(reverse("portal:published_report", args=[reports[0].pk]))
    assert '<span class="marked" id="n' in text
    assert "120件" in text
    assert "<b>解答" not in text


def test_a_figure_is_drawn_over_the_years_and_leads_to_its_sentences(reports, bureau):
    published_reports.list_publicly(reports[1], by=bureau.clerk, on=TODAY)
    text = body(reverse("portal:published"), region=bureau.region.code)
    assert text.index("120件") < text.index("150件")
    assert f"{reverse('portal:published_report', args=[reports[1].pk])}#n" in text
    picture = Client().get(
        reverse("portal:published_chart"), {"region": bureau.region.code, "figure": "S212 法律援助案件"}
    )
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"150" in picture.content


@pytest.mark.parametrize(("name", "asked"), [("published", {"region": "x"}), ("published_chart", {"figure": "x"})])
def test_what_is_not_there_is_not_found(reports, name, asked):
    assert Client().get(reverse(f"portal:{name}"), asked).status_code == 404
