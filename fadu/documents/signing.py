"""Where people sign, in words: the same on paper and on a page."""

from __future__ import annotations

from datetime import date

from fadu.documents.numerals import date_words
from fadu.documents.papers import Run, Signature, Words, runs

__all__ = ["BLANK_DATE", "dated", "signed"]

BLANK_DATE = "　　　年　　月　　日"
_BLANK_NAME = Run("　" * 8, underlined=True)
_BLANK_NUMBER = Run("　" * 10, underlined=True)


def signed(signature: Signature) -> Words:
    """A signature as a line: 承办人：李示例　执法证号：140322001　2026年11月22日; a rule where it is unknown."""
    parts: list[Words] = [f"{signature.role}：" if signature.role else ""]
    if signature.sealed:
        parts.append("（印章位置）")
    else:
        parts.append(signature.name or _BLANK_NAME)
    if signature.certificate or signature.certified:
        parts += ["　执法证号：", signature.certificate or _BLANK_NUMBER]
    if signature.dated or signature.asks_date:
        parts.append("　" + (date_words(signature.dated) if signature.dated else BLANK_DATE))
    return tuple(run for part in parts for run in runs(part))


def dated(day: date | None) -> str:
    """The day under an opinion, or the blanks in which it is written."""
    return date_words(day) if day else BLANK_DATE
