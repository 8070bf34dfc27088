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

_CLAUSE_MARKS: Final = "，,。；;！？\n"
SHORT: Final = 5  # letters
_BLANK: Final = " 　\xa0"
_SAME: Final = re.compile(r"[^，,。；;]{0,12}(?:至|到|为|[)）]\s*、)\s*$")
_GOES_ON: Final = frozenset("、和及与")


def figures(text: str, spans: Iterable[tuple[int, int]], year: int | None) -> tuple[Figure, ...]:
    """The figures of the report that `spans` of `text` are; `year` is the one reported on."""
    folded = Folded(text)
    sentences = Sentences(folded.text)
    read: list[Figure] = []
    said: Counted | None = None
    paragraph, where = -1, ""
    found = numbers(folded.text, [(folded.folded(start), folded.folded(end)) for start, end in spans])
    at = 0
    while at < len(found):
        start, end = sentences.around(found[at].start)
        last = at + 1
        while last < len(found) and found[last].start < end:
            last += 1
        begins = folded.text.rfind("\n", 0, start) + 1
        if begins != paragraph or field(folded.text, start):
            paragraph, where = begins, field(folded.text, start) or field(folded.text, begins)
            said = Counted(where, None, Kind.COUNT, elliptic=False, end=begins) if where else None
        some, said = _sentence(folded, (start, end), found[at:last], said, where, year)
        read += some
        at = last
    return tuple(read)


def _sentence(
    folded: Folded,
    sentence: tuple[int, int],
    numbers: list[Number],
    said: Counted | None,
    where: str,
    year: int | None,
) -> tuple[list[Figure], Counted | None]:
    """The figures of one sentence, and the last of them that names what it counts."""
    text = folded.text
    start, end = sentence
    begins, ends = folded.place(start), folded.place(end, end=True)
    words = folded.original[begins:ends]
    counted: list[Counted] = []
    signs: list[int] = []
    last = start
    sign = 0
    for number in numbers:
        before = text[max(start, number.start - 30) : number.start]
        if (
            number.unit == "个"
            and counted
            and counted[-1].kind is Kind.DURATION
            and _SAME.match(text, last, number.start)
        ):
            number.unit, number.kind = counted[-1].unit, Kind.DURATION  # 由200个工作日压缩至100个（政府投资类）
        if not (counted and text[last : number.start].strip() in _GOES_ON):
            sign = change(before[_clause(before) :], number.kind, number.unit)
        last = number.end
        signs.append(sign)
        counted.append(subject(text, sentence, number, Kind.CHANGE if sign else number.kind, counted, said))
    times = named(text[start:end], year)
    respectively(counted, numbers, text)
    read = [
        _figure(folded, (start, begins, words), number, what, sign, where, period(times, number.start - start, year))
        for number, what, sign in zip(numbers, counted, signs, strict=True)
    ]
    own = [what for what in counted if not what.elliptic and what.kind is Kind.COUNT]
    return read, own[-1] if own else said


def _figure(
    folded: Folded,
    sentence: tuple[int, int, str],
    number: Number,
    what: Counted,
    sign: int,
    where: str,
    span: tuple[str | None, bool | None],
) -> Figure:
    text = folded.text
    begin, begins, words = sentence
    before = text[max(begin, number.start - 16) : number.start].rstrip()
    after = text[number.end : number.end + 10].lstrip(_BLANK)
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
        subject=_in_field(what, where),
        period=span[0],
        period_stated=span[1],
        sentence=words,
        sentence_start=begins,
        corrupt=number.corrupt,
    )


def _in_field(counted: Counted, field: str) -> str:
    """A short subject says in which field it is counted, where the paragraph does: 罚款金额 in 应急管理."""
    brief = counted.kind in (Kind.COUNT, Kind.MONEY) and len(counted.subject) <= SHORT
    return field + counted.subject if field and brief and not counted.elliptic else counted.subject


def _clause(before: str) -> int:
    return max(before.rfind(mark) for mark in _CLAUSE_MARKS) + 1
