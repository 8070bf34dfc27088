"""The outline of a report: 一、 （一） 1. （1） 一是, each with its title, its level and its place.

The levels are those of official documents (GB/T 9704: 一、 （一） 1. （1）), and below them the running 一是 二是 of
one paragraph. Where a report has chapters (第一章, 第一部分), they are the first level and the others go one down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from fadu.reading.furniture import Span, lines

__all__ = ["LEVELS", "Section", "outline"]

LEVELS: Final = {"chapter": 0, "one": 1, "bracketed": 2, "digit": 3, "bracketed_digit": 4, "running": 5}
LONGEST_TITLE: Final = 60  # characters: what runs on longer is a sentence, and its first clause is the title

_NUMBER: Final = "[一二三四五六七八九十百]{1,4}"
_AT_LINE: Final = re.compile(
    r"[ \t\u3000\u00a0]*(?P<mark>"
    rf"(?P<chapter>第{_NUMBER}(?:章|部分|篇))"
    rf"|(?P<one>{_NUMBER}、)"
    rf"|(?P<bracketed>[（(]{_NUMBER}[)）][、.．]?)"
    r"|(?P<digit>\d{1,2}(?:[、．]|\.(?!\d)))"
    r"|(?P<bracketed_digit>[（(]\d{1,2}[)）][、.．]?|[①-⑳])"
    r")[ \t\u3000\u00a0]*(?P<title>[^\r\n。；;]{1,400})"
)
# 一是 stands after a full stop, a semicolon, a colon or at the beginning of a line; 第一、首先 count nothing.
_RUNNING: Final = re.compile(r"(?P<mark>[一二三四五六七八九十]{1,3}是)(?P<title>[^\r\n。；;，,：:]{2,200})")
_BEFORE_RUNNING: Final = frozenset("\r\n。；;：:，,、\u3000 ")
_CLAUSE: Final = re.compile(r"[，,：:]")


@dataclass(frozen=True, slots=True)
class Section:
    """One heading. `level` is 1 (一、) to 5 (一是); `mark` its ordinal as printed; `title` its words without the full
    stop; `start` and `end` the characters of mark and title in the text."""

    level: int
    mark: str
    title: str
    start: int
    end: int

    def json(self) -> dict[str, Any]:
        """As `fadu read --json` prints it."""
        return {"level": self.level, "mark": self.mark, "title": self.title, "start": self.start, "end": self.end}


def outline(text: str, kept: Iterable[Span]) -> tuple[Section, ...]:
    """The headings of the spans of `text` that are the report, in the order of the text."""
    found: list[Section] = []
    for start, end in kept:
        for line, _, _ in lines(text[start:end]):
            if each := _AT_LINE.match(text, start + line, end):
                found.append(_section(each))
        found += [
            _section(each)
            for each in _RUNNING.finditer(text, start, end)
            if not each.start() or text[each.start() - 1] in _BEFORE_RUNNING
        ]
    found.sort(key=lambda section: section.start)
    if any(section.level == 0 for section in found):
        found = [replace(section, level=section.level + 1) for section in found]
    return tuple(found)


def _section(found: re.Match[str]) -> Section:
    title = found["title"].rstrip()
    if len(title) > LONGEST_TITLE:
        title = _CLAUSE.split(title, maxsplit=1)[0][:LONGEST_TITLE]
    level = next(
        (LEVELS[name] for name, value in found.groupdict().items() if value and name in LEVELS), LEVELS["running"]
    )
    return Section(level, found["mark"], title, found.start("mark"), found.start("title") + len(title))
