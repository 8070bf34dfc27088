"""A saved page: its words as a reader sees them, and for each the place in the file where they stand.

One pass of one expression over the source, linear whatever the page holds. Scripts, styles and hidden elements are
left out; of the visible words, elements that are navigation by their name (nav, aside, footer) and lines that are
nothing but links. The rest of the furniture is known by its words (`furniture`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import Final

__all__ = ["Page", "looks_like", "words_of"]

_TOKEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b(?P<attributes>[^<>]*)>(?P<inside>.*?)(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/)?(?P<tag>[A-Za-z][A-Za-z0-9:]*)(?P<rest>[^<>]*)>?"
    r"|<[!?][^<>]*>?"
    r"|&(?P<entity>#?[A-Za-z0-9]{1,31};?)"
    r"|(?P<space>[ \t\r\n\f]+)",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_CELLS: Final = frozenset({"td", "th"})
_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_UNSEEN: Final = frozenset(
    ["nav", "aside", "footer", "select", "button", "iframe", "object", "template", "svg", "noscript"]
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?:[\s=>/]|$)", re.IGNORECASE)
_META: Final = re.compile(r"""name\s*=\s*["']?ArticleTitle["']?""", re.IGNORECASE)
_CONTENT: Final = re.compile(r"""content\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE)
_WIDE: Final = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_PAGE: Final = re.compile(r"\s*(?:<!DOCTYPE\s+html|<html\b|<\?xml[^>]*\?>\s*<(?:!DOCTYPE\s+)?html)", re.IGNORECASE)
_TAGS: Final = re.compile(r"</?(?:p|div|span|br|table|td|body|h[1-6])\b[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """The words, the page's own title, and the places: `text[texts[i]:texts[i+1]]` stands in the source at
    `sources[i]`."""

    text: str = ""
    title: str = ""
    texts: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    def place(self, offset: int) -> int:
        """The character of the source at which the character `offset` of the text stands."""
        at = bisect_right(self.texts, offset) - 1
        return offset if at < 0 else self.sources[at] + offset - self.texts[at]

    def end(self, offset: int) -> int:
        """The character of the source behind the last one before `offset`."""
        return self.place(offset - 1) + 1 if offset else 0


def looks_like(text: str) -> bool:
    """Whether a text is the source of a page: it begins as one, or is full of its tags."""
    return bool(_PAGE.match(text)) or (text.lstrip()[:1] == "<" and len(_TAGS.findall(text[:20_000])) >= 4)


def words_of(source: str) -> Page:
    """The visible words of the page `source`."""
    page = _Reader(source, _UNSEEN).read()
    if len(page.text.strip()) < 200:  # an unclosed <nav> hid the rest: then nothing is hidden by its name
        whole = _Reader(source, frozenset({"iframe", "object", "template", "svg"})).read()
        return whole if len(whole.text) > len(page.text) else page
    return page


class _Reader:
    """Walks the source once. A line is held back until its end, when it is known whether it was only links."""

    def __init__(self, source: str, unseen: frozenset[str]) -> None:
        self.source, self.unseen = source, unseen
        self.pieces: list[tuple[str, int]] = []
        self.line: list[tuple[str, int, bool]] = []
        self.title = ""
        self.in_link = False
        self.hiding = ""
        self.depth = 0

    def read(self) -> Page:
        place = 0
        for found in _TOKEN.finditer(self.source):
            if found.start() > place:
                self._say(self.source[place : found.start()], place)
            place = found.end()
            if found["space"]:
                self._space(found)
            elif found["entity"]:
                self._entity(found)
            elif found["tag"]:
                self._tag(found["tag"].lower(), bool(found["close"]), found["rest"])
                if found["tag"].lower() == "meta":
                    self._meta(found["rest"])
            elif found["raw"] and found["raw"].lower() == "title" and not self.title:
                self.title = unescape(found["inside"]).strip()
        if place < len(self.source):
            self._say(self.source[place:], place)
        self._end_line()
        return self._page()

    def _say(self, words: str, place: int) -> None:
        if not self.hiding:
            self.line.append((words, place, self.in_link))

    def _space(self, found: re.Match[str]) -> None:
        """Space between two Chinese characters is the source's line break, not the writer's."""
        before = self.line[-1][0][-1:] if self.line else ""
        after = self.source[found.end() : found.end() + 1]
        if not before or before.isspace() or ("\n" in found[0] and _WIDE.match(before) and _WIDE.match(after)):
            return
        self._say(" ", found.start())

    def _entity(self, found: re.Match[str]) -> None:
        words = unescape(found[0]).replace("\u00a0", " ")
        self._say(words if words != found[0] else found[0], found.start())

    def _meta(self, attributes: str) -> None:
        if _META.search(attributes) and (content := _CONTENT.search(attributes)):
            self.title = unescape(content["double"] or content["single"] or "").strip()

    def _tag(self, tag: str, closing: bool, attributes: str) -> None:
        if self.hiding:
            if tag == self.hiding and not attributes.endswith("/"):
                self.depth += -1 if closing else 1
                self.hiding = self.hiding if self.depth else ""
            return
        unseen = tag in self.unseen or (
            attributes and tag not in ("body", "html", "form") and _HIDDEN.search(attributes)
        )
        if not closing and tag not in _VOID and unseen and not attributes.endswith("/"):
            self._end_line()
            self.hiding, self.depth = tag, 1
        elif tag == "a":
            self.in_link = not closing
        elif tag in _CELLS:
            if not closing and self.line:
                self._say("\t", self.line[-1][1])
        elif tag in _BLOCKS:
            self._end_line()

    def _end_line(self) -> None:
        line, self.line = self.line, []
        said = "".join(words for words, _, _ in line).strip()
        if not said:
            return
        linked = sum(len(words.strip()) for words, _, link in line if link)
        if linked >= 0.8 * len(said) and "。" not in said and (len(said) <= 60 or linked == len(said)):
            return
        self.pieces += [(words, place) for words, place, _ in line]
        self.pieces.append(("\n", line[-1][1] + len(line[-1][0])))

    def _page(self) -> Page:
        page = Page(title=self.title)
        length = 0
        for words, place in self.pieces:
            page.texts.append(length)
            page.sources.append(place)
            length += len(words)
        page.text = "".join(words for words, _ in self.pieces)
        return page
