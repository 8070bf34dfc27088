"""The way of a case in one sentence: finished no more than accepted, accepted and refused as many as received."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fadu.reading.audit.finding import Finding, Verdict
from fadu.reading.audit.parts import same_unit
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.stages import AFTER, CARRIED, Stage, alike, bare, stage
from fadu.reading.audit.sums import judge_part, judge_parts

__all__ = ["check_chains"]

_LOOK_BACK = 6


def check_chains(passage: Passage) -> Iterator[Finding]:
    """What of one sentence's cases stands later on their way, against what stands before."""
    if len(passage.mentions) < 2:
        return
    reached = [stage(mention) if mention.amount else None for mention in passage.mentions]
    carried = CARRIED.search(passage.text) is not None
    for at, mention in enumerate(passage.mentions):
        here = reached[at]
        if here is None or here not in AFTER:
            continue
        whole = _before(passage.mentions, reached, at)
        if whole is not None:
            yield from _part(passage, mention, whole, here, carried=carried)
        if here is Stage.REFUSED:
            yield from _divided(passage, reached, at)


def _before(mentions: list[Mention], reached: list[Stage | None], at: int) -> Mention | None:
    """The nearest earlier figure of the same unit that this one comes after."""
    part = mentions[at]
    before = AFTER[reached[at] or Stage.FINISHED]
    for back in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        earlier = mentions[back]
        if earlier.block != part.block:
            return None
        if not earlier.amount or not same_unit(earlier, part) or earlier.depth > part.depth:
            continue
        if reached[back] in before:
            return earlier
        if reached[back] is None and bare(part) and earlier.name:
            return earlier
    return None


def _part(passage: Passage, part: Mention, whole: Mention, here: Stage, *, carried: bool) -> Iterator[Finding]:
    finding = judge_part(
        part, whole, passage.sentence, 0.8 if here is Stage.RESULT else 0.55, carried=carried and here is Stage.FINISHED
    )
    if finding.verdict is Verdict.HOLDS or alike(part, whole):
        yield finding


def _divided(passage: Passage, reached: list[Stage | None], at: int) -> Iterator[Finding]:
    """Received = accepted + refused, and what else is told of those neither accepted nor refused."""
    mentions = passage.mentions
    refused = mentions[at]
    near = [
        index
        for index in range(max(0, at - _LOOK_BACK), min(len(mentions), at + 3))
        if index != at
        and mentions[index].amount
        and mentions[index].block == refused.block
        and same_unit(mentions[index], refused)
    ]
    accepted = [
        index for index in near if reached[index] is Stage.ACCEPTED and not mentions[index].tail.startswith("案件中")
    ]
    if not accepted:
        return
    first = min(accepted, key=lambda index: abs(index - at))
    received = [
        index
        for index in near
        if index < min(first, at) and reached[index] in (Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED, None)
    ]
    if not received:
        return
    whole = mentions[received[-1]]
    aside = [mentions[index] for index in near if index > received[-1] and reached[index] is Stage.ASIDE]
    parts = sorted([mentions[first], refused], key=lambda mention: mention.index)
    both = sum((part.value for part in parts), Decimal(0))
    if aside and both < whole.value:
        parts = sorted([*parts, *aside], key=lambda mention: mention.index)
    told = not aside and whole.value >= both
    for finding in judge_parts(parts, whole, passage.sentence, closed=False, told=told, overlap=False):
        yield finding
