"""From numbers to figures: each number read in its sentence, for its kind, its subject and its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fadu.reading.carried import Counted, respectively
from fadu.reading.figure import Figure, Kind
from fadu.reading.figures import Number, numbers
from fadu.reading.folding import Folded
from fadu.reading.kinds import approximate, bound, change
from fadu.reading.periods import named, period
from fadu.reading.sentences import Sentences
from fadu.reading.subjects import field, subject

__all__ = ["figures"]

SHORT: Final = 5  # letters: a subject no longer says in which field it is counted
_BLANK: Final = " 　\xa0"
_CLAUSE: Final = re.compile(r"[^，,。；;！？\n]*$")
_GOES_ON: Final = frozenset("、和及与")
_REACHES: Final = re.compile(r"[^，,。；;]{0,12}(?:至|到|为|[)）]\s*、)\s*$")


def figures(text: str, spans: Iterable[tuple[int, int]], year: int | None) -> tuple[Figure, ...]:
    """The figures of the report that `spans` of `text` are; `year` is the one reported on."""
    folded = Folded(text)
    sentences = Sentences(folded.text)
    found = numbers(folded.text, [(folded.folded(start), folded.folded(end)) for start, end in spans])
    read: list[Figure] = []
    said: Counted | None = None
    where = ""
    at = before = 0
    while at < len(found):
        start, end = sentences.around(found[at].start)
        last = at + 1
        while last < len(found) and found[last].start < end:
            last += 1
        line = folded.text.rfind("\n", before, start) + 1
        here = field(folded.text, start)
        if line or here or not before:
            where = here or field(folded.text, line)
            said = Counted(where, None, Kind.COUNT, elliptic=False, end=start) if where else None
        some, said = _sentence(folded, (start, end), found[at:last], said, where, year)
        read += some
        at, before = last, end
    return tuple(read)


def _sentence(
    folded: Folded,
    sentence: tuple[int, int],
    numbers: list[Number],
    said: Counted | None,
    where: str,
    year: int | None,
) -> tuple[list[Figure], Counted | None]:
    """The figures of one sentence, and the last that names what it counts: of them, else `said` before it."""
    text, (start, end) = folded.text, sentence
    counted: list[Counted] = []
    read: list[tuple[Number, int]] = []
    sign, last = 0, start
    for number in numbers:
        if (
            counted
            and counted[-1].kind is Kind.DURATION
            and number.unit == "个"
            and _REACHES.match(text, last, number.start)
        ):
            number.unit, number.kind = counted[-1].unit, Kind.DURATION  # 由200个工作日压缩至100个（政府投资类）
        if not (counted and text[last : number.start].strip() in _GOES_ON):
            clause = _CLAUSE.search(text, max(start, number.start - 30), number.start)
            sign = change(clause[0] if clause else "", number.kind, number.unit)
        last = number.end
        read.append((number, sign))
        counted.append(subject(text, sentence, number, Kind.CHANGE if sign else number.kind, counted, said))
    respectively(counted, numbers, text)
    times = named(text[start:end], year)
    place = folded.place(start)
    words = folded.original[place : folded.place(end, end=True)]
    figures = [
        _figure(
            folded, number, sign, what, _in_field(what, where), period(times, number.start - start, year), place, words
        )
        for (number, sign), what in zip(read, counted, strict=True)
    ]
    own = [what for what in counted if not what.elliptic and what.kind is Kind.COUNT]
    return figures, own[-1] if own else said


def _figure(
    folded: Folded,
    number: Number,
    sign: int,
    what: Counted,
    subject: str,
    span: tuple[str | None, bool | None],
    place: int,
    words: str,
) -> Figure:
    """The figure a number is, with its words as the original prints them."""
    before = folded.text[max(0, number.start - 16) : number.start].rstrip()
    after = folded.text[number.end : number.end + 10].lstrip(_BLANK)
    start, end = folded.place(number.start), folded.place(number.end, end=True)
    size = number.value
    return Figure(
        start=start,
        end=end,
        text=folded.original[start:end],
        value=-size if sign < 0 and size else size,
        unit=number.unit,
        approx=approximate(before, number.marked, after),
        bound=bound(before, after),
        kind=what.kind,
        subject=subject,
        period=span[0],
        period_stated=span[1],
        sentence=words,
        sentence_start=place,
        corrupt=number.corrupt,
    )


def _in_field(counted: Counted, field: str) -> str:
    """A short subject says in which field it is counted, where the paragraph does: 罚款金额 in 应急管理."""
    brief = counted.kind in (Kind.COUNT, Kind.MONEY) and len(counted.subject) <= SHORT
    told = counted.elliptic or field in counted.subject
    return counted.subject if told or not brief else field + counted.subject
