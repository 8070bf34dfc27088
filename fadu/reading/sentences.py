"""Where the sentences of a text begin and end: at 。 and at the end of a line, ！ and ？ with them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

__all__ = ["Sentences"]

_END: Final = re.compile(r"[。！？]+[”’）)]?|\n+|\r")
_BLANK: Final = " \t\r\n　\xa0\u200b\ufeff"


class Sentences:
    """The sentences of one text, found once; `around` is asked with rising or any places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [found.end() for found in _END.finditer(text)]
        if not self.ends or self.ends[-1] < len(text):
            self.ends.append(len(text))

    def around(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence in which the character at `place` stands, blanks at its edges left out."""
        at = bisect_right(self.ends, place)
        start = self.ends[at - 1] if at else 0
        end = self.ends[at] if at < len(self.ends) else len(self.text)
        sentence = self.text[start:end]
        left = len(sentence) - len(sentence.lstrip(_BLANK))
        return start + left, max(start + left, start + len(sentence.rstrip(_BLANK)))
