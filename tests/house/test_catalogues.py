"""Every string shown to people is Chinese first and has its English."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(path.parent for path in (ROOT / "fadu").glob("*/apps.py"))
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TEMPLATED = re.compile(
    r"""\b(n?p?gettext|_)\((?:u?(['"])(?P<first>(?:\\.|(?!\2).)*)\2)(?:\s*,\s*u?(['"])(?P<second>(?:\\.|(?!\4).)*)\4)?"""
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said_in_code(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            position = 1 if node.func.id.startswith("p") else 0
            if len(node.args) > position and isinstance(node.args[position], ast.Constant):
                yield str(node.args[position].value)


def said_in_template(path: Path):
    for found in TEMPLATED.finditer(templatize(path.read_text("utf-8"))):
        call, first, second = found[1], found["first"], found["second"]
        text = second if call.startswith("p") and second else first
        yield ast.literal_eval(f'"""{text}"""') if '"""' not in text else text


@cache
def catalogue() -> dict[str, str]:
    known: dict[str, str] = {}
    for path in (ROOT / "fadu").rglob("locale/en/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete and "fuzzy" not in entry.flags:
                known.setdefault(entry.msgid, entry.msgstr or entry.msgstr_plural.get(0, ""))
    return known


def test_each_compiled_catalogue_is_the_text_one():
    for path in (ROOT / "fadu").rglob("locale/en/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        assert compiled.exists(), path
        wanted = {e.msgid: e.msgstr for e in polib.pofile(str(path)).translated_entries() if not e.msgid_plural}
        held = {e.msgid: e.msgstr for e in polib.mofile(str(compiled)) if not e.msgid_plural}
        assert wanted == held, f"{path}: compile again"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_the_english_catalogue_is_complete(room):
    said = {text for path in room.rglob("*.py") for text in said_in_code(path)}
    said |= {text for path in room.rglob("templates/**/*.html") for text in said_in_template(path)}
    missing = sorted(text for text in said if CHINESE.search(text) and not catalogue().get(text))
    assert not missing


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_templates_say_nothing_outside_gettext(room):
    """Chinese in a template stands inside a translation tag or a comment."""
    outside = []
    for path in room.rglob("templates/**/*.html"):
        text = path.read_text("utf-8")
        text = re.sub(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", "", text, flags=re.DOTALL)
        text = re.sub(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", "", text, flags=re.DOTALL)
        text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL)
        text = re.sub(r'<(\w+)[^>]*lang="zh[^>]*>.*?</\1>', "", text, flags=re.DOTALL)  # a language's own name
        if CHINESE.search(text):
            outside.append(path.name)
    assert not outside


def test_what_two_rooms_say_alike_reads_alike():
    """Django merges the rooms' catalogues: a second wording would never be seen, or would displace the first."""
    read: dict[str, set[str]] = {}
    for path in (ROOT / "fadu").rglob("locale/en/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete and not entry.msgctxt and entry.msgstr:
                read.setdefault(entry.msgid, set()).add(entry.msgstr.lower())
    assert {text: words for text, words in read.items() if len(words) > 1} == {}
