"""The skeleton of a statute: which articles it has, how many paragraphs (款) each, how many items (项) each of these.

Made from a text by ``fadu law index``; committed as ``structure/<key>.json``, without a word of the law, so that a
citation can be checked where the text itself is not at hand.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from fadu.law.numerals import value

NUMBER: Final = "一二三四五六七八九十百零〇"
TAG: Final = re.compile(r"</?(?:span|a|b|br|p)\b[^>]*>")
COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
DIVISION: Final = re.compile(rf"^#+\s*(?:第([{NUMBER}]+)(编|章|节)|([{NUMBER}]+)、)")
ARTICLE: Final = re.compile(rf"^第([{NUMBER}]+)条(?:之([{NUMBER}]+))?(?![{NUMBER}第])")
AMENDMENT: Final = re.compile(rf"^([{NUMBER}]+)、")
ITEM: Final = re.compile(rf"^[（(]([{NUMBER}]+)[）)]")
SUBITEM: Final = re.compile(r"^\d+[.．、]")  # 目: stands inside its item
ANNEX: Final = re.compile(r"^附(?:件|录|表|：|:)")
INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
FULL_WIDTH: Final = {ord("０") + digit: str(digit) for digit in range(10)}


class UnreadableText(ValueError):
    """A text that cannot be read as a statute: the message names the file, the line and what was found."""


@dataclass
class Paragraph:
    """One paragraph (款) and its items (项), in the words of the text."""

    text: str
    items: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Division:
    """A part, chapter or section by its number, and the articles it spans (first and last, as written in citations)."""

    kind: str
    number: int
    first: str
    last: str


@dataclass(frozen=True)
class Text:
    """A statute's words, article by article. Keys are ``"57"``, or ``"17-1"`` for 第十七条之一."""

    articles: Mapping[str, list[Paragraph]]
    divisions: tuple[Division, ...]
    header: tuple[str, ...]
    sha256: str
    amendment: bool = False


@dataclass(frozen=True)
class Structure:
    """What the words are checked against: for each article, the number of items of each of its paragraphs."""

    articles: Mapping[str, tuple[int, ...]]
    divisions: tuple[Division, ...]
    sha256: str
    amendment: bool = False

    def has(self, article: str, paragraph: int | None, item: int | None) -> bool:
        """Whether the provision exists."""
        paragraphs = self.articles.get(article)
        if paragraphs is None:
            return False
        if paragraph is None:
            return item is None or sum(items >= item for items in paragraphs) == 1
        if not 0 < paragraph <= len(paragraphs):
            return False
        return item is None or 0 < item <= paragraphs[paragraph - 1]

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """Articles that are missing between the first and the last: an excerpt has them."""
        numbers = sorted({int(name.split("-")[0]) for name in self.articles})
        found = [(before + 1, after - 1) for before, after in pairwise(numbers) if after > before + 1]
        return ([(1, numbers[0] - 1)] if numbers and numbers[0] > 1 else []) + found


def plain(line: str) -> str:
    """A line without mark-up, entities, invisible signs and blanks at its ends; full-width digits made plain."""
    line = TAG.sub("", line).replace("&emsp;", " ").replace("&nbsp;", " ").replace("**", "")
    return line.translate(INVISIBLE).translate(FULL_WIDTH).replace("\u3000", " ").replace("\u00a0", " ").strip()


def parse(raw: bytes, name: str) -> Text:
    """Read a text in any of the layouts met: Markdown headings, HTML spans, excerpts, amending decisions.

    A paragraph's items follow it; a line after the items opens a new paragraph, unless the items go on after it, in
    which case it belonged to the item above (信访条例第二十一条); so do 目 (``1.``). Raises UnreadableText.
    """
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableText(f"{name}: not UTF-8 (byte {fault.start}); save the file as UTF-8 and try again") from None
    head, marker, body = words.partition("<!-- INFO END -->")
    header = tuple(plain(line) for line in (head if marker else words).splitlines()[:12] if plain(line))
    reader = _Reader(name)
    for number, line in enumerate(COMMENT.sub("", body if marker else words).splitlines(), 1):
        reader.line(plain(line), number)
    if not reader.articles:
        raise UnreadableText(f"{name}: no article (第…条) found; this is not the text of a statute")
    return Text(reader.articles, reader.close(), header, hashlib.sha256(raw).hexdigest(), reader.amendment)


class _Reader:
    """Takes a text line by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.articles: dict[str, list[Paragraph]] = {}
        self.amendment = False
        self._here: list[Paragraph] | None = None
        self._open: list[tuple[str, int, str | None]] = []
        self._divisions: list[Division] = []
        self._last = ""

    def line(self, line: str, number: int) -> None:
        if not line or set(line) <= set("-—=_*>"):
            return
        if line.startswith("#"):
            if found := DIVISION.match(line):
                self._divide(found[2] or "部分", value(found[1] or found[3]))
        elif found := ARTICLE.match(line):
            self._article(found[1], found[2], line[found.end() :].strip(), number)
        elif (found := AMENDMENT.match(line)) and (self.amendment or not self.articles):
            self.amendment = True
            self._article(found[1], None, line[found.end() :].strip(), number)
        elif self._here is not None:
            self._within(self._here, line)

    def _within(self, here: list[Paragraph], line: str) -> None:
        if ANNEX.match(line):
            self._here = None
        elif found := ITEM.match(line):
            self._item(here, value(found[1]), line)
        elif SUBITEM.match(line) and here[-1].items:
            here[-1].items[-1] += "\n" + line
        elif self.amendment and line.startswith("本决定自"):
            self._here = None
        else:
            here.append(Paragraph(line))

    def _item(self, here: list[Paragraph], number: int, line: str) -> None:
        if number == len(here[-1].items) + 1:
            here[-1].items.append(line)
        elif len(here) > 1 and not here[-1].items and number == len(here[-2].items) + 1:
            here[-2].items[-1] += "\n" + here.pop().text
            here[-1].items.append(line)
        else:
            raise UnreadableText(f"{self.name}: article {self._last}: item ({number}) is out of order: {line[:20]}")

    def _article(self, written: str, inserted: str | None, text: str, number: int) -> None:
        name = f"{value(written)}-{value(inserted)}" if inserted else str(value(written))
        if name in self.articles:
            raise UnreadableText(f"{self.name}: line {number}: article {name} stands twice")
        self._open = [(kind, count, first or name) for kind, count, first in self._open]
        self._here = self.articles[name] = [Paragraph(text)]
        self._last = name

    def _divide(self, kind: str, number: int) -> None:
        rank = "编章部分节".find(kind)
        while self._open and (rank <= "编章部分节".find(self._open[-1][0])):
            self._shut()
        self._open.append((kind, number, None))
        self._here = None

    def _shut(self) -> None:
        kind, number, first = self._open.pop()
        if first:
            self._divisions.append(Division(kind, number, first, self._last))

    def close(self) -> tuple[Division, ...]:
        while self._open:
            self._shut()
        order = list(self.articles)
        return tuple(sorted(self._divisions, key=lambda d: (order.index(d.first), "编章部分节".find(d.kind))))


def structure_of(text: Text) -> Structure:
    """The skeleton of a text."""
    articles = {name: tuple(len(p.items) for p in paragraphs) for name, paragraphs in text.articles.items()}
    return Structure(articles, text.divisions, text.sha256, text.amendment)


def dump(structure: Structure, about: Mapping[str, str]) -> str:
    """JSON for the repository: one line a division, articles as ``57:4,0`` (items of each paragraph), wrapped."""
    divisions = [f"{d.kind}{d.number} {d.first}-{d.last}" for d in structure.divisions]
    articles = " ".join(f"{name}:{','.join(map(str, items))}" for name, items in structure.articles.items())
    content: dict[str, Any] = {**about, "sha256": structure.sha256}
    if structure.amendment:
        content["amendment"] = True
    content["divisions"] = divisions
    content["articles"] = textwrap.wrap(articles, 110, break_on_hyphens=False)
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Structure:
    """Read a committed structure file. Raises UnreadableText when it is damaged."""
    try:
        content = json.loads(path.read_text("utf-8"))
        articles = {}
        for entry in " ".join(content["articles"]).split():
            name, _, items = entry.partition(":")
            articles[name] = tuple(map(int, items.split(",")))
        divisions = tuple(map(_division, content["divisions"]))
        return Structure(articles, divisions, content["sha256"], content.get("amendment", False))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnreadableText(
            f"{path.name}: not a structure file ({fault}); make it again with fadu law index"
        ) from fault


def _division(written: str) -> Division:
    found = re.fullmatch(r"(\D+)(\d+) ([\d-]+?)-(\d+(?:-\d+)?)", written)
    if not found:
        raise ValueError(f"division {written!r}")
    return Division(found[1], int(found[2]), found[3], found[4])
