"""The desk in a real browser: scripts improve it, nothing overflows on a phone, nothing breaks the content policy."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from fadu.engine.acts import take

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), "")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: install chromium")]


@pytest.fixture
def page(live_server, desk, monkeypatch):
    """The officer's browser window; whatever its console complains of is gathered in ``page.complaints``."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the driver keeps an event loop beside the test's own thread
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        window = browser.new_context(base_url=live_server.url, locale="zh-CN", viewport={"width": 1366, "height": 768})
        window.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": desk.cookies["sessionid"].value, "url": live_server.url}]
        )
        opened = window.new_page()
        opened.complaints = []
        opened.on("console", lambda said: opened.complaints.append(said.text) if said.type == "error" else None)
        opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
        yield opened
        browser.close()


@pytest.fixture
def listed(opened, bureau):
    """Three cases under way."""
    made = [opened(f"超范围经营第{number}起", ago=number + 3) for number in range(3)]
    for case in made:
        take(case, "filing", by=[bureau.head], on=case.opened_on)
    return made


def test_the_list_is_moved_through_and_a_day_explains_itself(page, listed):
    page.goto(reverse("desk:work"))
    page.hover(".list tbody tr:nth-child(2) .pop a")
    page.wait_for_selector(".list tbody tr:nth-child(2) .derived li")
    page.mouse.move(5, 700)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("[...document.querySelectorAll('.list tbody tr')].findIndex(r => r.matches('.at'))") == 1
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("第2起")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/?q=*")
    assert page.locator(".list tbody tr").count() == 1
    assert not page.complaints


def test_typed_text_outlives_a_lost_page_and_the_last_day_is_reckoned_while_typing(page, listed, bureau):
    page.goto(reverse("desk:step", args=[listed[0].pk, "inquiry"]))
    page.fill("[name=act]", "打了一半")
    page.wait_for_timeout(700)
    page.goto(reverse("desk:work"))
    page.goto(reverse("desk:step", args=[listed[0].pk, "inquiry"]))
    page.click("[data-draft-take]")
    assert page.input_value("[name=act]") == "打了一半"
    page.select_option("[name=second]", label=bureau.second.name)
    page.click("button.chief")
    page.wait_for_url("**/?done=inquiry*")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert not page.complaints


@pytest.mark.parametrize("width", [320, 360, 1366])
def test_no_page_is_wider_than_its_window(page, listed, width):
    page.set_viewport_size({"width": width, "height": 740})
    case = listed[0].pk
    for where in [
        *(reverse(f"desk:{name}") for name in ("work", "cases", "open", "registers", "journals", "figures")),
        *(reverse(f"desk:{name}", args=[case]) for name in ("case", "sheet", "evidence", "recusal")),
        reverse("desk:step", args=[case, "inquiry"]),
        reverse("desk:limit", args=[case, "extend", "decide"]),
    ]:
        page.goto(where)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where
    assert not page.complaints


def test_without_scripts_everything_still_works(page, live_server, listed, bureau, today):
    plain = page.context.browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    sheet = plain.new_page()
    sheet.goto(reverse("desk:work"))
    sheet.click(".list tbody tr:first-child .pop a")
    assert sheet.locator(".derivation li").count() >= 3
    sheet.goto(reverse("desk:step", args=[listed[0].pk, "inquiry"]))
    sheet.fill("[name=act]", "超范围经营")
    sheet.fill("[name=on]", (today - timedelta(days=1)).isoformat())
    sheet.select_option("[name=second]", label=bureau.second.name)
    sheet.click("button.chief")
    assert "done=inquiry" in sheet.url
    sheet.click(".look summary")
    sheet.click("button[value=dark]")
    assert sheet.get_attribute("html", "data-theme") == "dark"


def test_the_thread_hangs_on_a_phone_and_in_print(page, listed):
    where = reverse("desk:case", args=[listed[0].pk])
    page.goto(where)
    tops = "[...document.querySelectorAll('.knot')].slice(0, 2).map(k => k.getBoundingClientRect().top)"
    first, second = page.evaluate(tops)
    assert first == second
    page.set_viewport_size({"width": 360, "height": 740})
    first, second = page.evaluate(tops)
    assert first < second
    page.set_viewport_size({"width": 1366, "height": 768})
    page.emulate_media(media="print")
    first, second = page.evaluate(tops)
    assert first < second
    assert not page.locator(".rail").is_visible()
