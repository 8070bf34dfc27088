"""数据: the enforcement table, its chart, and where each number leads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.cache import cache

from fadu.figures.models import Frozen
from fadu.organs.models import Organ
from tests.procedures.penalty_cases import served

pytestmark = pytest.mark.django_db


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def number(client, figure, address="/data/?year=2024&region=990101000000"):
    return next(each.value for found, each in client.get(address).context["figures"] if found.id == figure)


def test_without_any_organ_the_page_says_so(client, db):
    Organ.objects.all().delete()
    assert "还没有机关和案件" in page(client, "/data/")


def test_the_numbers_are_counted_from_the_records(client, farm):
    served(farm)
    assert number(client, "penalty.decided") == "1"
    assert number(client, "penalty.class.fined") == "1"
    assert number(client, "penalty.money") == "0.5"
    assert number(client, "penalty.decided", "/data/?year=2023&region=990101000000") == "0"


@pytest.mark.parametrize("region", ["990000000000", "990100000000", "990101000000", "990101"])
def test_a_region_adds_up_those_within_it(client, farm, region):
    served(farm)
    assert number(client, "penalty.decided", f"/data/?year=2024&region={region}") == "1"


def test_each_number_leads_to_its_meaning_and_publications_to_themselves(client, farm):
    shown = page(client, "/data/?year=2024&region=990101000000")
    assert 'href="#penalty.decided"' in shown
    assert 'id="penalty.decided"' in shown
    assert 'href="/publications/?region=990101&amp;year=2024"' in shown


def test_frozen_numbers_stand(client, bureau):
    Frozen.objects.create(
        figure="penalty.decided", region="990101", year=2024, value=Decimal(21), rule="口径", entry=1,
        cut_off=date(2024, 12, 31), frozen_on=date(2025, 1, 10), by=bureau.clerk,
    )  # fmt: skip
    shown = page(client, "/data/?year=2024&region=990101000000")
    assert number(client, "penalty.decided") == "21"
    assert "2025-01-10 固定" in shown


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("?region=140000", 404),
        ("?region='--", 404),
        ("?year=abc", 200),
        ("?year=1500", 200),
        ("?year=" + "9" * 30, 200),
    ],
)
def test_what_is_not_there_is_said(client, bureau, asked, status):
    page(client, "/data/" + asked, status)


def test_the_chart_is_an_image_without_script_or_style(client, farm):
    served(farm)
    response = client.get("/data/chart.svg?year=2024&region=990101000000")
    assert response["Content-Type"] == "image/svg+xml"
    drawn = response.content.decode()
    assert drawn.startswith("<svg")
    assert "农业农村" in drawn
    assert "<script" not in drawn


def test_a_page_open_to_everybody_counts_once_in_ten_minutes(client, farm, django_assert_max_num_queries):
    page(client, "/data/?year=2024")
    with django_assert_max_num_queries(3):  # regions and the convention of the table
        page(client, "/data/?year=2024")
    cache.clear()
    with django_assert_max_num_queries(16):
        page(client, "/data/?year=2024")
