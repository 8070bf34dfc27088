"""A reader chooses theme, size and language once, without scripts and before signing in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

ROOM = Path(__file__).resolve().parents[2] / "fadu" / "interface"


@pytest.mark.parametrize(
    ("field", "value", "cookie"),
    [("theme", "dark", "theme"), ("size", "larger", "size"), ("language", "en", settings.LANGUAGE_COOKIE_NAME)],
)
def test_the_choice_is_kept_in_a_cookie_and_the_reader_stays_on_the_page(client, field, value, cookie):
    answer = client.post("/display/", {field: value, "next": "/signin/"})
    assert answer.status_code == 302
    assert answer.url == "/signin/"
    assert answer.cookies[cookie].value == value
    assert answer.cookies[cookie]["httponly"]


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_no_choice_leads_to_another_site(client, elsewhere):
    assert client.post("/display/", {"theme": "dark", "next": elsewhere}).url == "/"


def test_an_unknown_choice_changes_nothing(client):
    assert not client.post("/display/", {"theme": "<script>"}).cookies


def test_the_choice_is_made_by_post_alone(client):
    assert client.get("/display/").status_code == 405


def test_the_page_carries_the_choice(rf):
    request = rf.get("/")
    request.COOKIES = {"theme": "rest", "size": "large"}
    shown = render_to_string("plain.html", request=request)
    assert 'data-theme="rest"' in shown
    assert 'data-size="large"' in shown


def test_no_template_carries_an_inline_style_or_script():  # the content policy would refuse them
    for path in (ROOM.parent).glob("*/templates/**/*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"", text), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path


def test_the_stylesheet_of_papers_is_served(client):
    answer = client.get("/display/paper.css")
    assert answer["Content-Type"].startswith("text/css")
    assert b".paper" in answer.content


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * each for each in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def themes() -> dict[str, dict[str, str]]:
    css = (ROOM / "static" / "interface" / "fadu.css").read_text("utf-8")
    light: dict[str, str] = {}
    found = {}
    for name, body in re.findall(r':root(?:\[data-theme="(\w+)"\])? \{(.*?)\n\}', css, re.DOTALL):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", body))
        if not name and "paper" in colours:
            light = colours
        if colours:
            found[name or "light"] = light | colours
    return found


@pytest.mark.parametrize("theme", ["light", "dark", "rest", "contrast"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "blue", "red", "green", "amber"])
@pytest.mark.parametrize("ground", ["paper", "shade", "wash", "red-wash"])
def test_text_stands_out_from_its_ground_by_four_and_a_half_to_one(theme, ink, ground):  # WCAG 2.2, 1.4.3
    colours = themes()[theme]
    low, high = sorted((luminance(colours[ink]), luminance(colours[ground])))
    assert (high + 0.05) / (low + 0.05) >= 4.5, (colours[ink], colours[ground])
