"""WCAG 2.2 AA on every page of the demonstration, judged by axe in a real browser; every page works by keyboard.

The pages are rendered by the test client and handed to the browser, one of each shape, with their own style and script.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from fadu.replay.demo import fill
from fadu.site.commands.demo import accounts
from tests.portal.test_browser import browser, pytestmark  # noqa: F401  a fixture and marks, used by being here
from tests.site.test_pages import READERS, numbered, walk

HOST = "http://fadu.test"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
THEMES = ("", "dark", "contrast", "rest")
# What a reader with a keyboard must reach: everything that can be clicked stands in the order of Tab and shows it.
REACHED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => each.type !== 'hidden')
  .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.disabled && each.tabIndex < 0)
  .map((each) => each.outerHTML.slice(0, 120))"""
CLICKED = """() => [...document.querySelectorAll('[onclick], [role=button]:not([tabindex]):not(button):not(a)')]
  .map((each) => each.outerHTML.slice(0, 120))"""


class Shelf:
    """Pages rendered beforehand, by address: the browser's thread never asks the database."""

    def __init__(self) -> None:
        self.rendered: dict[str, bytes] = {}

    def put(self, client: Client, address: str) -> bool:
        """Render the page; False where it is none."""
        answer = client.get(address)
        if answer.status_code != 200 or "html" not in answer.get("Content-Type", "") or answer.streaming:
            return False
        self.rendered[address] = answer.content
        return True

    def answer(self, route):
        """A page from the shelf, style and script from where they lie, nothing else."""
        address = urlsplit(route.request.url)
        path = address.path + (f"?{address.query}" if address.query else "")
        found = finders.find(address.path.removeprefix("/static/")) if address.path.startswith("/static/") else None
        if found:
            return route.fulfill(path=found)
        if path in self.rendered:
            return route.fulfill(body=self.rendered[path], content_type="text/html; charset=utf-8")
        return route.fulfill(status=404, body="")


def named(address: str) -> str:
    """The shape of an address: one statute, figure, procedure or rule is like another."""
    return re.sub(r"(/statutes|/figures|/procedures|/apply/for)/[^/]+/", r"\1/x/", numbered(address))


def judge(page, axe, where: str) -> list[str]:
    """What axe finds wrong on the page that is open."""
    found = axe.run(page, options={"runOnly": RULES}).response["violations"]
    return [
        f"{where}: {each['id']}: {node['html'][:160]} {node['any'][0]['message'][:120] if node['any'] else ''}"
        for each in found
        for node in each["nodes"][:2]
    ]


def test_every_page_keeps_wcag_2_2_aa_and_works_by_keyboard(db, settings, browser):  # noqa: F811
    from axe_playwright_python.sync_playwright import Axe

    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    fill(timezone.localdate(), accounts())
    shelf, shapes, faults, axe = Shelf(), set(), [], Axe()
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="zh-CN", bypass_csp=True)
    context.route(f"{HOST}/**", shelf.answer)
    page = context.new_page()
    for username in READERS:
        reader = Client()
        if username:
            reader.force_login(accounts()[username], backend="django.contrib.auth.backends.ModelBackend")
        start = "/" if username in {None, "citizen"} else "/desk/"
        reader.cookies["django_language"] = "en"  # the walk follows links in the page's own language
        found = [address for address, _status, _page in walk(reader, start, named)]
        reader.cookies["django_language"] = "zh-hans"
        for address in found:
            shape = named(address)
            if shape in shapes or not shelf.put(reader, address):
                continue
            shapes.add(shape)
            page.goto(HOST + address)
            where = f"{username} {address}"
            faults += judge(page, axe, where)
            faults += [f"{where}: not reached by Tab: {each}" for each in page.evaluate(REACHED)]
            faults += [f"{where}: clicked only by mouse: {each}" for each in page.evaluate(CLICKED)]
    context.close()
    assert len(shapes) > 60
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("theme", THEMES)
def test_every_way_of_showing_keeps_the_contrast(db, settings, browser, theme, bureau):  # noqa: F811
    from axe_playwright_python.sync_playwright import Axe

    settings.DEMO = True
    clerk, shelf, faults = Client(), Shelf(), []
    clerk.force_login(bureau.clerk, backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", bypass_csp=True)
    context.route(f"{HOST}/**", shelf.answer)
    page = context.new_page()
    for path in ("/", "/days/", "/apply/", "/data/", "/desk/", "/desk/figures/", "/desk/board/"):
        assert shelf.put(clerk, path), path
        page.goto(HOST + path)
        page.evaluate("theme => { if (theme) document.documentElement.dataset.theme = theme }", theme)
        faults += judge(page, Axe(), f"{theme} {path}")
    context.close()
    assert not faults, "\n".join(faults)
