"""One print for all: digits in full width made plain, lines broken at the page's edge joined, every place kept.

The rules of the language are written for running text in plain digits. `Folded.text` is that; `Folded.place` leads from
one of its characters back to the text as decoded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import Final

__all__ = ["Folded"]

_WIDE: Final = re.compile(r"[０-９．]")
_PLAIN: Final = str.maketrans("０１２３４５６７８９．", "0123456789.")
# A line may be broken anywhere but behind a stop; the next one goes on unless it begins an item or a paragraph.
_BREAK: Final = re.compile(
    r"(?<=[^\s。！？!?])\r?\n(?=[^\s])(?![（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])"
)
FEWEST: Final = 8  # lines: a shorter text has no page width
SHARE: Final = 0.5  # of its lines are as wide as the page where lines are broken at its edge
NARROWEST: Final = 20  # characters: no page is narrower


class Folded:
    """A text for reading. `text` is as long as the original, less the line breaks that only the page made."""

    def __init__(self, original: str) -> None:
        self.original = original
        text = original.translate(_PLAIN) if _WIDE.search(original) else original
        self._cuts = _page_breaks(text)
        if self._cuts:
            pieces, last = [], 0
            for start, end in self._cuts:
                pieces.append(text[last:start])
                last = end
            text = "".join((*pieces, text[last:]))
        self.text = text
        self._ends: list[int] = []  # of the pieces, in the folded text
        self._gone: list[int] = [0]  # characters cut up to there
        cut = 0
        for start, end in self._cuts:
            self._ends.append(start - cut)
            cut += end - start
            self._gone.append(cut)

    def place(self, at: int, *, end: bool = False) -> int:
        """The place in the original of the character at `at`; of the end of a span that ends there with `end`."""
        passed = bisect_left(self._ends, at) if end else bisect_right(self._ends, at)
        return at + self._gone[passed]

    def folded(self, place: int) -> int:
        """The place in the folded text of the original's `place`."""
        passed = bisect_right(self._cuts, (place, -1))
        return place - self._gone[passed]


def _page_breaks(text: str) -> list[tuple[int, int]]:
    """Where lines are broken at the page's edge: (start, end) of each such break. None where lines are paragraphs.

    A page is full after so many characters, or, where digits take half the room, after so many columns.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < FEWEST:
        return []
    for measure, ragged, narrowest in ((len, 1, NARROWEST), (_columns, 3, 2 * NARROWEST)):
        widths = [measure(line) for line in lines]
        page = Counter(widths).most_common(1)[0][0]
        full = [width for width in widths if abs(width - page) <= ragged]
        if page >= narrowest and len(full) >= SHARE * len(widths) and max(widths) <= page + ragged:
            least = page - ragged
            return [
                found.span()
                for found in _BREAK.finditer(text)
                if measure(text[text.rfind("\n", 0, found.start()) + 1 : found.start()]) >= least
            ]
    return []


def _columns(line: str) -> int:
    """Half-width columns: a Chinese character, three bytes long, fills two."""
    return len(line) + (len(line.encode(errors="replace")) - len(line)) // 2
