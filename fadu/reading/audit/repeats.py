"""The same quantity printed twice: a passage that stands in two places, 在受理的27件案件中 after 受理27件."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Reason, Relation, Verdict, places
from fadu.reading.audit.lists import same_unit
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.precision import least, most
from fadu.reading.figure import Kind

__all__ = ["check_named_again", "check_repeats", "check_totals"]

_FILLING: Final = re.compile(r"[了共达约已也,、;:。“”\"()\s]+|共计|累计|达到")
_NUMBERS: Final = re.compile(r"\d[\d.,]*")
_LEFT: Final = 40
_RIGHT: Final = 56
# So many characters must agree around two figures before they are one figure printed twice.
_ALIKE: Final = 20
_KEY: Final = 16
_HALF_KEY: Final = 6
# A number that two passages hardly share by chance.
_TELLING: Final = 10
_SCOPE: Final = re.compile("全[县市区省州旗镇]|[我本][县市区州旗]|[县市区州旗](?:人民)?政府")
# Figures of another stretch of time are other figures.
_PERIOD: Final = re.compile("半年|季度|截[至止]|月|以来|年底|年末|年初|五年|期间|去年|上年|同期|同比|计划|将|目标")
_PERIOD_WITHIN: Final = 60
_TOTAL_LEAST: Final = 8
_AMONG: Final = re.compile(r"在(?P<what>[^,;。]{0,16}?)的?$")


def check_repeats(text: str, found: Iterable[Passage]) -> Iterator[Finding]:
    """Figures whose surroundings stand in the text twice, nearly letter for letter.

    Two parallel sentences about different things look alike too, but their numbers all differ: only where other
    numbers of the two passages agree is one that does not a contradiction.
    """
    seen: dict[str, tuple[Mention, Passage, str, str]] = {}
    pairs: dict[tuple[int, int], list[Finding]] = {}
    for passage in found:
        for mention in passage.mentions:
            figure = mention.figure
            if figure.value is None or figure.kind is Kind.RATIO:
                continue
            left = _plain(text[max(0, figure.start - _LEFT) : figure.start])
            right = _plain(text[figure.end : figure.end + _RIGHT])
            keys = _keys(left, right)
            for key in keys:
                other = seen.get(key)
                if other is None or other[1] is passage or other[0].unit != mention.unit:
                    continue
                if _agreeing(left, right, other[2:]) >= _ALIKE:
                    finding = _same(other[0], mention, other[1], passage, 0.65)
                    pairs.setdefault((other[1].start, passage.start), []).append(finding)
                    break
            for key in keys:
                seen.setdefault(key, (mention, passage, left, right))
    for findings in pairs.values():
        same = [finding for finding in findings if finding.verdict is Verdict.HOLDS]
        yield from same
        if any((finding.computed or 0) >= _TELLING for finding in same) or len(same) > 1:
            yield from (finding for finding in findings if finding.verdict is not Verdict.HOLDS)


def _plain(window: str) -> str:
    return _NUMBERS.sub("#", _FILLING.sub("", window))


def _keys(left: str, right: str) -> list[str]:
    keys = []
    if len(right) >= _KEY:
        keys.append(">" + right[:_KEY])
    if len(left) >= _KEY:
        keys.append("<" + left[-_KEY:])
    if len(left) >= _HALF_KEY and len(right) >= _HALF_KEY:
        keys.append(left[-_HALF_KEY:] + "|" + right[:_HALF_KEY])
    return keys


def _agreeing(left: str, right: str, other: tuple[str, str]) -> int:
    """How many characters around two figures agree, other numbers not counted."""
    count = 0
    for mine, theirs in ((reversed(left), reversed(other[0])), (iter(right), iter(other[1]))):
        for a, b in zip(mine, theirs, strict=False):
            if a != b:
                break
            count += a != "#"
    return count


def check_totals(found: Iterable[Passage]) -> Iterator[Finding]:
    """The same total of the same region twice: 全县共办理复议案件35件 and, further on, 36件."""
    seen: dict[tuple[str, str | None], tuple[Mention, Passage]] = {}
    for passage in found:
        for mention in passage.mentions:
            label = mention.label
            if not mention.amount or len(label) < _TOTAL_LEAST or _PERIOD.search(passage.text[:_PERIOD_WITHIN]):
                continue
            scope = _SCOPE.search(label)
            if scope is None or _PERIOD.search(label):
                continue
            key = (_FILLING.sub("", label[scope.start() :]), mention.unit)
            first, where = seen.setdefault(key, (mention, passage))
            if where is not passage and len(key[0]) >= _TOTAL_LEAST:
                yield _same(first, mention, where, passage, 0.5)


def check_named_again(passage: Passage) -> Iterator[Finding]:
    """在受理的27件案件中: the figure is that of the sentences just before."""
    for mention in passage.mentions:
        if not mention.amount or not mention.tail.endswith("中"):
            continue
        named = _AMONG.search(mention.label)
        what = named["what"].removesuffix("的") if named else ""
        if len(what) < 2:
            continue
        earlier = _earlier(passage, mention, what)
        if earlier is not None:
            yield _same(earlier[0], mention, earlier[1], passage, 0.8)


def _earlier(passage: Passage, mention: Mention, what: str) -> tuple[Mention, Passage] | None:
    for other in reversed(passage.mentions[: mention.index]):
        if other.amount and same_unit(other, mention) and other.before.endswith(what):
            return other, passage
    before = passage.previous
    for other in reversed(before.mentions if before is not None else []):
        if before is not None and other.amount and same_unit(other, mention) and other.before.startswith(what):
            return other, before
    return None


def _same(one: Mention, other: Mention, first: Passage, second: Passage, confidence: float) -> Finding:
    a, b = one.figure, other.figure
    agrees = abs(a.value or 0) == abs(b.value or 0)
    vague = a.approx or b.approx or a.bound or b.bound
    verdict = Verdict.HOLDS if agrees else Verdict.CONTRADICTS
    if not agrees and vague and least(a) <= most(b) and least(b) <= most(a):
        verdict = Verdict.HOLDS
    sentence = second.sentence if first is second else f"{first.sentence} … {second.sentence}"
    return Finding(
        verdict,
        Relation.SAME,
        f"{one.said}{'=' if verdict is Verdict.HOLDS else '≠'}{other.said}",
        Reason.REPEATED if verdict is Verdict.HOLDS else Reason.REPEATED_WRONG,
        places([a, b]),
        abs(a.value or Decimal(0)),
        abs(b.value or Decimal(0)),
        sentence,
        0.9 if verdict is Verdict.HOLDS else confidence,
    )
