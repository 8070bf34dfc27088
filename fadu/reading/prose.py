"""From numbers to figures: each number read in its sentence, for its kind, its subject and its period."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fadu.reading.figure import Figure, Kind
from fadu.reading.figures import Number, numbers
from fadu.reading.kinds import approximate, bound, change
from fadu.reading.periods import period
from fadu.reading.sentences import Sentences
from fadu.reading.subjects import Counted, field, subject

__all__ = ["figures"]

_CLAUSE_MARKS: Final = "，,。；;！？\n"
SHORT: Final = 6  # letters
_GOES_ON: Final = frozenset("、和及与")


def figures(text: str, spans: Iterable[tuple[int, int]], year: int | None) -> tuple[Figure, ...]:
    """The figures of the report that `spans` of `text` are; `year` is the one reported on."""
    sentences = Sentences(text)
    read: list[Figure] = []
    in_sentence: list[Number] = []
    start = end = -1
    for number in numbers(text, spans):
        if number.start >= end:
            read += _sentence(text, start, end, in_sentence, year)
            in_sentence = []
            start, end = sentences.around(number.start)
        in_sentence.append(number)
    read += _sentence(text, start, end, in_sentence, year)
    return tuple(read)


def _sentence(text: str, start: int, end: int, numbers: list[Number], year: int | None) -> list[Figure]:
    sentence = text[start:end]
    read: list[Figure] = []
    earlier: list[Counted] = []
    paragraph = field(text, text.rfind("\n", 0, start) + 1) if numbers else ""
    sign = 0
    last = start
    for number in numbers:
        before = text[max(start, number.start - 30) : number.start]
        after = text[number.end : number.end + 8]
        if not (read and text[last : number.start] in _GOES_ON):
            sign = change(before[_clause(before) :], number.kind, number.unit)
        last = number.end
        size = number.value
        kind = Kind.CHANGE if sign else number.kind
        counted = subject(text, (start, end), number, kind, earlier)
        earlier.append(counted)
        span, stated = period(sentence, number.start - start, year)
        read.append(
            Figure(
                start=number.start,
                end=number.end,
                text=text[number.start : number.end],
                value=-size if sign < 0 and size else size,
                unit=number.unit,
                approx=approximate(before, number.marked, after),
                bound=bound(before, after),
                kind=kind,
                subject=_in_field(counted, paragraph),
                period=span,
                period_stated=stated,
                sentence=sentence,
                sentence_start=start,
                corrupt=number.corrupt,
            )
        )
    return read


def _in_field(counted: Counted, field: str) -> str:
    """A short subject says in which field it is counted, where the paragraph does: 罚款金额 in 应急管理."""
    brief = counted.kind in (Kind.COUNT, Kind.MONEY) and len(counted.subject) <= SHORT
    return field + counted.subject if field and brief and not counted.elliptic else counted.subject


def _clause(before: str) -> int:
    return max(before.rfind(mark) for mark in _CLAUSE_MARKS) + 1
