"""Figures where they stand: each sentence that has figures, each figure with the words that lead to and follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from fadu.reading.figure import Figure, Kind
from fadu.reading.report import Report

__all__ = ["Mention", "Passage", "flat", "passages"]

_HALF = (("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"), ("％", "%"), ("﹪", "%"), ("．", "."))
_SPACES = " \u3000\xa0\t"
_MARKS = ",;:、。()\n!?！？"
# Words before what is counted, and between it and its number, that say nothing of what it is.
_BEFORE = re.compile(
    r"^(?:其中|此外|另外|同时|目前|现有|全年|全县|全区|全市|全旗|全省|今年|截至目前|截止目前|截至|截止|年内|累计|总共|合计|总计|共计|一共"
    r"|(?:19|20)\d\d年(?:度|底|末|以来|上半年|下半年)?|\d{1,2}[-—至]?(?:\d{1,2})?月(?:份|底|末)?|\d{1,2}日"
    r"|共|已经|已|均|各|分别|有|又|另|还|并|是|为|对|将|于|由|经|以|和|及|与|或|含|包括|:|\s|“|”)+"
)
_AVERAGE = re.compile("[人户案日月件村]均|平均|每[一-龥]{0,3}$")
_AFTER = re.compile(
    r"(?:累计|总共|合计|总计|共计|一共|共有|共|有|达到了|达到|高达|达|(?<!行)为|是|约|近|超过|逾|仅|只|了|已|均|分别|各|计|:|\s|“|”)+$"
)


@dataclass(eq=False)
class Mention:
    """A figure in its sentence.

    `gap` is the text since the figure before it, `label` its part after the last stop, `tail` the text after the
    figure up to the next stop or figure. `block` counts the semicolons before it, `depth` the open brackets,
    `clause` the commas.
    """

    figure: Figure
    index: int
    gap: str
    label: str
    tail: str
    block: int
    clause: int
    depth: int

    @property
    def value(self) -> Decimal:
        return self.figure.value if self.figure.value is not None else Decimal(0)

    @property
    def unit(self) -> str | None:
        return self.figure.unit

    @property
    def amount(self) -> bool:
        """Whether it can be added and compared: a count or money with a value, and no average."""
        figure = self.figure
        counted = figure.kind is Kind.COUNT or figure.kind is Kind.MONEY
        return counted and figure.value is not None and _AVERAGE.search(self.label) is None

    @cached_property
    def name(self) -> str:
        """What is counted, in the text's own words: those before the number or, where none are, those after it."""
        return self.before or _BEFORE.sub("", self.tail, count=1)

    @cached_property
    def before(self) -> str:
        """The words before the number, without 其中, 共, 达 and their like."""
        return _AFTER.sub("", _BEFORE.sub("", self.label, count=1))

    @property
    def said(self) -> str:
        """The figure as arithmetic writes it: its name, shortened, and its number."""
        name = self.name
        return f"{name[-10:] if name == self.before else ''}{self.figure.text}"


@dataclass(eq=False)
class Passage:
    """A sentence with figures; `text` has half-width marks, character for character as long as the original."""

    text: str
    start: int
    mentions: list[Mention] = field(default_factory=list)
    # The sentence just before, where it has figures: in the same paragraph; in this or the one before.
    previous: Passage | None = None
    follows: Passage | None = None
    # By the place of a part among the figures: the whole it was found to be of.
    wholes: dict[int, Mention] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return self.mentions[0].figure.sentence

    def has(self, mention: Mention) -> bool:
        """Whether the figure stands in this sentence."""
        return mention.index < len(self.mentions) and self.mentions[mention.index] is mention

    def between(self, one: Mention, other: Mention) -> str:
        """The text between two of its figures."""
        return self.text[one.figure.end - self.start : other.figure.start - self.start]


def flat(text: str) -> str:
    """The text with half-width marks, of the same length."""
    for wide, narrow in _HALF:
        text = text.replace(wide, narrow)
    return text


def passages(report: Report, text: str) -> Iterator[Passage]:
    """The sentences of a report that have figures, in order. `text` is `flat(report.text)`."""
    stops = text
    for mark in _MARKS[1:]:
        stops = stops.replace(mark, ",")
    passage: Passage | None = None
    group: list[Figure] = []
    for figure in report.figures:
        if group and figure.sentence_start != group[0].sentence_start:
            passage = _passage(group, text, stops, passage)
            yield passage
            group = []
        group.append(figure)
    if group:
        yield _passage(group, text, stops, passage)


def _passage(group: list[Figure], text: str, stops: str, previous: Passage | None) -> Passage:
    start = group[0].sentence_start
    end = start + len(group[0].sentence)
    passage = Passage(text[start:end], start)
    if previous is not None:
        between = text[previous.start + len(previous.text) : start].strip("。 \u3000\r")
        passage.previous = previous if not between else None
        passage.follows = previous if not between.strip() else None
    previous_end, block, clause, depth = start, 0, 0, 0
    ends = [figure.start for figure in group[1:]]
    ends.append(end)
    for index, (figure, limit) in enumerate(zip(group, ends, strict=True)):
        gap = text[previous_end : figure.start].strip(_SPACES)
        block += gap.count(";")
        clause += gap.count(",") + gap.count(";")
        depth += gap.count("(") - gap.count(")")
        stop = stops.find(",", figure.end, limit)
        label_from = stops.rfind(",", previous_end, figure.start) + 1 or previous_end
        passage.mentions.append(
            Mention(
                figure,
                index,
                gap,
                text[label_from : figure.start].strip(_SPACES),
                text[figure.end : stop if stop >= 0 else limit].strip(_SPACES),
                block,
                clause,
                depth,
            )
        )
        previous_end = figure.end
    return passage
