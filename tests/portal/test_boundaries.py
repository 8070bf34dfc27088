"""The public site reads no case, escapes what it prints, carries no script of its own, and speaks English."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portal.reading import unmarked_chinese

pytestmark = pytest.mark.django_db
OPEN = [
    "/", "/publications/", "/publications/?q=过期", "/publications/{key}/", "/publications/feed/", "/statutes/",
    "/statutes/penalty-2021/", "/statutes/penalty-2021/9/", "/days/", "/days/?ask=fine&since=2026-09-18", "/progress/",
    "/apply/", "/apply/for/mediation/", "/apply/telephone/", "/apply/drafts/", "/progress/receipt/",
    "/robots.txt", "/healthz",
]  # fmt: skip
ALLOWED = {"engine_publication", "engine_publicationcite", "engine_publication_words", "organs_organ"}
TABLES = re.compile(r'(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?', re.IGNORECASE)
PAGES = [each for each in OPEN if not each.endswith(("feed/", ".txt", "healthz"))] + ["/data/", "/nowhere/"]


@pytest.mark.parametrize("address", OPEN)
def test_no_page_reads_a_case_or_a_record(client, published, address):
    found = published()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address.format(key=found.pk))
    assert response.status_code == 200
    read = {table for query in asked.captured_queries for table in TABLES.findall(query["sql"])}
    assert read <= ALLOWED


def test_the_data_page_only_adds_up(client, farm):
    """Of tables of cases it asks for counts and sums, never for a row."""
    from tests.procedures.penalty_cases import served

    served(farm)
    with CaptureQueriesContext(connection) as asked:
        client.get("/data/?year=2024")
    for query in asked.captured_queries:
        tables = set(TABLES.findall(query["sql"]))
        if any(table.startswith(("procedures_", "engine_case", "engine_party", "engine_taken")) for table in tables):
            assert re.match(r"SELECT\s+(COUNT|SUM|COALESCE|\"engine_case\".\"domain\" AS)", query["sql"])


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


@pytest.mark.parametrize("withdrawn", [False, True])
def test_what_a_publication_holds_is_escaped_everywhere(client, published, bureau, withdrawn):
    bureau.organ.name = HOSTILE
    bureau.organ.save()
    texts = dict.fromkeys(
        ("party", "act", "facts_found", "basis", "penalty", "fine", "organ", "decision_number"), HOSTILE
    )
    texts["basis"] = f"《行政处罚法》第九条{HOSTILE}《<b>恶意</b>法》第一条"
    more = {"withdrawn_on": "2026-11-01", "withdrawal": HOSTILE} if withdrawn else {}
    found = published(HOSTILE, number=HOSTILE, title=HOSTILE, rendition={**texts, "kinds": [HOSTILE]}, **more)
    for address in (
        "/",
        "/publications/",
        f"/publications/{found.pk}/",
        "/statutes/penalty-2021/48/",
        "/publications/feed/",
    ):
        shown = client.get(address).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "<b>恶意" not in shown


@pytest.mark.parametrize(
    "address",
    ["/publications/?q={}", "/statutes/?q={}", "/statutes/?on={}", "/days/?ask={0}&since={0}", "/data/?year={}"],
)
def test_what_is_asked_is_escaped(client, db, address):
    shown = client.get(address.format(HOSTILE)).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


@pytest.mark.parametrize("address", PAGES)
def test_no_page_carries_script_or_style_of_its_own(client, published, address):
    found = published()
    shown = client.get(address.format(key=found.pk)).content.decode()
    assert not re.findall(r"<script(?![^>]*\ssrc=)", shown)
    assert not re.findall(r"<[^>]+\s(?:style|on\w+)=", shown)
    assert "<style" not in shown


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_heading_a_title_and_its_language(client, published, address):
    found = published()
    shown = client.get(address.format(key=found.pk)).content.decode()
    assert shown.count("<h1") == 1
    assert '<html lang="zh-CN"' in shown
    assert re.search(r"<title>[^<·]+ · 法度</title>", shown)
    assert len(re.findall(r'id="q"', shown)) <= 1


@pytest.mark.parametrize("address", [*PAGES, "/statutes/penalty-2021/64/", "/days/?ask=publication&since=2026-11-02"])
def test_every_page_reads_in_english_but_for_what_is_marked_as_chinese(client, published, address):
    client.cookies["django_language"] = "en"
    found = published()
    shown = client.get(address.format(key=found.pk)).content.decode()
    assert '<html lang="en"' in shown
    assert not unmarked_chinese(shown)


def test_numbers_read_in_english(client, farm):
    from tests.procedures.penalty_cases import served

    served(farm)
    client.cookies["django_language"] = "en"
    assert not unmarked_chinese(client.get("/data/?year=2024").content.decode())


def test_the_feed_is_atom_and_tells_why_something_was_taken_back(client, published):
    published("甲公司")
    published("乙公司", withdrawn_on="2026-11-01", withdrawal="复议撤销")
    response = client.get("/publications/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert response.content.count(b"<entry>") == 2
    assert "已撤回：复议撤销" in response.content.decode()


def test_robots_stay_with_what_is_public(client, db):
    shown = client.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in shown
    assert "Disallow: /progress/" in shown


def test_the_watcher_is_answered_in_one_word(client, db):
    response = client.get("/healthz")
    assert (response.content, response["Content-Type"]) == (b"ok\n", "text/plain; charset=utf-8")


def test_what_is_not_there_is_said_in_the_language_of_the_site(client, db):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()


def test_a_fault_is_said_plainly(client, published, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("fadu.portal.home.listed", lambda on: 1 / 0)
    response = client.get("/")
    assert response.status_code == 500
    assert "系统出错了" in response.content.decode()
