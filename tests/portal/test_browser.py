"""A citizen's way through the public site in a real browser: on an office screen and on a phone."""

from __future__ import annotations

import json
import os
import shutil
import warnings
from datetime import date

import pytest

from fadu.organs.models import Organ

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
REQUIRED = os.environ.get("FADU_BROWSER") == "required"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-quic",
]  # fmt: skip

if not CHROMIUM and not REQUIRED:
    warnings.warn("NO BROWSER: chromium was not found, the pages were not driven in one", UserWarning, stacklevel=1)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and not REQUIRED, reason="NO BROWSER: chromium was not found"),
]
SIZES = {"office": {"width": 1366, "height": 768}, "phone": {"width": 360, "height": 740}}


EVERYWHERE = (
    "/", "/publications/", "/days/?ask=fine&since=2026-09-18", "/statutes/", "/statutes/penalty-2021/64/", "/data/",
    "/progress/",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    # playwright keeps an event loop running in this thread, from which Django would refuse its own database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=CHROMIUM or None, args=FLAGS)
        yield running
        running.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(params=SIZES)
def tab(request, browser):
    """A tab that reports every fault of script or content policy as a failure of the test."""
    context = browser.new_context(viewport=SIZES[request.param], locale="zh-CN")
    found = context.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda fault: faults.append(str(fault)))
    found.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield found
    context.close()
    assert not faults


def no_sideways(tab):
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), tab.url


@pytest.fixture
def site(live_server, published):
    published("甲公司", act="销售超过保质期的食品", on=date(2026, 9, 1))
    published("乙公司", act="未按规定公示价格", on=date(2026, 9, 2))
    return live_server.url


def test_search_open_a_decision_and_the_provision_it_cites(tab, site):
    tab.goto(site)
    no_sideways(tab)
    tab.fill("#q", "食品")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/publications/**")
    assert tab.locator("tbody tr").count() == 1
    no_sideways(tab)
    tab.click("text=甲公司行政处罚决定")
    assert "销售超过保质期的食品" in tab.inner_text("article")
    no_sideways(tab)
    tab.click(".cites a >> nth=1")
    assert tab.inner_text("h1") == "《行政处罚法》第九条第一款第（二）项"
    assert "甲公司行政处罚决定" in tab.inner_text("main")
    no_sideways(tab)


def test_the_last_day_follows_what_is_chosen_and_typed(tab, site):
    tab.goto(f"{site}/days/")
    no_sideways(tab)
    tab.select_option("#id_ask", "fine")
    tab.fill("#id_since", "2026-09-18")
    tab.wait_for_selector(".answer .day:has-text('2026年10月8日（星期四）')")  # choosing alone answers for today first
    tab.select_option("#id_ask", "hearing")
    tab.wait_for_selector(".answer .question:has-text('听证')")
    assert "2026年9月27日" not in tab.inner_text("#answer")
    assert "ask=hearing" in tab.url  # what is seen can be sent
    no_sideways(tab)


def test_the_last_day_is_worked_out_without_scripts(browser, site):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    tab = context.new_page()
    tab.goto(site)
    tab.select_option("#ask", "fine")
    tab.fill("#since", "2026-09-18")
    tab.click("button:has-text('算一算')")
    assert "2026年10月8日" in tab.inner_text(".answer .day")
    context.close()


def test_large_type_and_english_hold_on_every_page(tab, site):
    tab.goto(site)
    tab.click("button:has-text('大字')")
    assert tab.get_attribute("html", "data-size") == "larger"
    assert float(tab.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)")) >= 24
    no_sideways(tab)
    tab.click(".look summary")
    tab.click("button:has-text('English')")
    assert tab.get_attribute("html", "lang") == "en"
    for address in (
        "/",
        "/publications/",
        "/days/?ask=fine&since=2026-09-18",
        "/statutes/penalty-2021/64/",
        "/data/",
        "/progress/",
    ):
        tab.goto(site + address)
        assert tab.get_attribute("html", "data-size") == "larger"
        no_sideways(tab)


def test_the_keyboard_alone_reaches_the_text_and_the_first_decision(tab, site):
    tab.goto(f"{site}/publications/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/publications/*/")
    assert "乙公司" in tab.inner_text("h1")


def test_a_citizen_applies_with_a_telephone_and_follows_it_by_receipt(tab, site, bureau, settings, tmp_path):
    settings.HOME, settings.SMS_GATEWAY = tmp_path, "file"
    Organ.objects.create(name="示例村人民调解委员会", region=bureau.region, kind="mediation", word="示调")
    tab.goto(f"{site}/apply/")
    no_sideways(tab)
    tab.click("text=申请人民调解")
    tab.click("text=用手机号码开始")
    tab.fill("#id_phone", "13800001234")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#id_code")
    (sent,) = (tmp_path / "outbox").glob("sms-*.json")
    tab.fill("#id_code", json.loads(sent.read_text())["text"][3:9])
    tab.keyboard.press("Enter")
    tab.click("text=开始填写")
    for name, words in (("who_name", "陈示例"), ("other_side", "林示例"), ("dispute", "排水"), ("claims", "清沟")):
        tab.fill(f"#id_{name}", words)
    no_sideways(tab)
    tab.click("text=下一步：核对")
    tab.wait_for_url("**/review/")
    no_sideways(tab)
    tab.click("text=提交申请")
    tab.wait_for_url("**/receipt/")
    number, code = tab.locator(".slip .big").all_inner_texts()
    no_sideways(tab)
    tab.goto(f"{site}/progress/receipt/")
    tab.fill("#id_number", number)
    tab.fill("#id_code", code)
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".turn")
    assert "林示例" in tab.inner_text("h1")
    no_sideways(tab)
