"""Printed text: strings and runs. What is private carries its own mask; a figure or a provision carries its key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

__all__ = ["CiteRun", "FigureRun", "Inline", "Run", "Words", "cut", "plain", "runs", "text_width"]

MASK = "***"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text printed alike.

    `private` text is personal data: internally printed as it is, publicly as `masked` (张**; `None` prints `***`,
    the empty string prints nothing). `underlined` is for what is filled into a form by hand or by the machine.
    """

    text: str
    bold: bool = False
    underlined: bool = False
    private: bool = False
    masked: str | None = None

    @property
    def shown(self) -> str:
        """What everybody may read of it."""
        if not self.private:
            return self.text
        return MASK if self.masked is None else self.masked


@dataclass(frozen=True, slots=True)
class CiteRun:
    """A provision as cited: `text` 《行政处罚法》第五十七条, `key` penalty-2021/57, `href` where it can be read."""

    text: str
    key: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FigureRun:
    """A number bound to its figure: `text` as printed (1,234), `id` the figure's id, `href` its records."""

    text: str
    id: str
    href: str = ""


Inline: TypeAlias = Run | CiteRun | FigureRun
Words: TypeAlias = str | Run | CiteRun | FigureRun | tuple[str | Run | CiteRun | FigureRun, ...]


def runs(words: Words) -> tuple[Inline, ...]:
    """The runs of a text, empty ones left out."""
    parts = words if isinstance(words, tuple) else (words,)
    inlines = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(inline for inline in inlines if inline.text)


def plain(words: Words, *, public: bool = False) -> str:
    """The text without its marks; with `public` the masks stand in for private text."""
    return "".join(inline.shown if public and isinstance(inline, Run) else inline.text for inline in runs(words))


def cut(words: Words, start: int, end: int) -> tuple[Inline, ...]:
    """The runs between two offsets of the joined text; a run cut in two keeps its looks in both halves."""
    kept: list[Inline] = []
    offset = 0
    for inline in runs(words):
        low, high = max(start - offset, 0), min(end - offset, len(inline.text))
        if low < high:
            whole = low == 0 and high == len(inline.text)
            kept.append(inline if whole else replace(inline, text=inline.text[low:high]))
        offset += len(inline.text)
    return tuple(kept)


def text_width(text: str) -> float:
    """How many characters wide a text is: full-width ones count one, half-width ones a half."""
    return sum(0.5 if ord(character) < 0x2E80 and character not in "“”‘’…—" else 1 for character in text)
