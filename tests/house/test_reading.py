"""What the documentation names is there: files it links to, commands and options it tells to run."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from fadu.site.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)#\s]+)[^)]*\)|src=\"(?P<src>[^\"]+)\"")
COMMAND = re.compile(r"(?:^|[`/;]\s*|\s{4})fadu (?P<rest>[a-z][^`\n|]*)", re.MULTILINE)
BILINGUAL = [("README.md", "README.zh-CN.md"), ("docs/operating.md", "docs/operating.zh-CN.md")]


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_each_link_leads_somewhere(page):
    found = [match["to"] or match["src"] for match in LINK.finditer(page.read_text("utf-8"))]
    dead = [to for to in found if "://" not in to and not (page.parent / to).exists()]
    assert dead == []


def told(page: Path):
    """The commands a page tells to run: their words up to the comment."""
    for match in COMMAND.finditer(page.read_text("utf-8")):
        yield match["rest"].split("#")[0].split()


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_each_command_told_exists_with_its_options(page):
    unknown = []
    context = click.Context(main)
    for words in told(page):
        command: click.Command | None = main
        rest = list(words)
        while isinstance(command, click.Group) and rest:
            command = command.get_command(context, rest.pop(0).strip(".,:;()"))
        if command is None:
            unknown.append(" ".join(words))
            continue
        options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
        given = {word.split("=")[0] for word in rest if word.startswith("-")}
        unknown += [f"{' '.join(words)}: {option}" for option in sorted(given - options)]
    assert unknown == []


@pytest.mark.parametrize(("english", "chinese"), BILINGUAL)
def test_both_languages_tell_the_same(english, chinese):
    """The same commands in the same order, the same number of chapters and pictures."""
    pages = [ROOT / english, ROOT / chinese]
    assert list(told(pages[0])) == list(told(pages[1]))
    for mark in (r"^## ", r"docs/images/"):
        count = [len(re.findall(mark, page.read_text("utf-8"), re.MULTILINE)) for page in pages]
        assert count[0] == count[1]
