"""The way of a case in one sentence: finished no more than accepted, accepted and refused as many as received."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fadu.reading.audit.finding import Finding, Verdict
from fadu.reading.audit.lists import earlier_year, same_unit
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.stages import AFTER, CARRIED, Stage, alike, bare, names_things, stage
from fadu.reading.audit.sums import judge_part, judge_parts

__all__ = ["check_chains"]

_LOOK_BACK = 6
# Stages that may follow a figure without one: 欠薪线索74条，办结74条. Only what came in is accepted or refused.
_LATE = (Stage.FINISHED, Stage.RESULT, Stage.OUTCOME, Stage.PENDING)
_CAME_IN = re.compile("申请|诉求|线索|举报|投诉|来信|来访|报警|警情")
_OLD_CASES = re.compile("积案|上年|结转|遗留|往年|历年|旧存")
_COUNTED_APART = re.compile("^(?:其他|其它|告知|转送|补正)")
_PASSED_ON = re.compile("告知|转送|另案")


def check_chains(passage: Passage) -> Iterator[Finding]:
    """What of one sentence's cases stands later on their way, against what stands before."""
    if len(passage.mentions) < 2:
        return
    reached = [stage(mention) if mention.amount else None for mention in passage.mentions]
    carried = CARRIED.search(passage.text) is not None
    for at, mention in enumerate(passage.mentions):
        here = reached[at]
        if here is None:
            continue
        whole = _before(passage.mentions, reached, at) if here in AFTER else None
        if whole is not None:
            yield from _part(passage, mention, whole, here, carried=carried)
        if here is Stage.REFUSED or (
            here is Stage.ASIDE and _PASSED_ON.search(mention.name) and Stage.REFUSED not in reached
        ):
            yield from _divided(passage, reached, at)


def _before(mentions: list[Mention], reached: list[Stage | None], at: int) -> Mention | None:
    """The nearest earlier figure of the same unit that this comes after; past a semicolon only a bare stage looks."""
    part = mentions[at]
    here = reached[at]
    alone = bare(part)
    for back in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        earlier = mentions[back]
        if earlier.block != part.block and not (alone and earlier.block == part.block - 1 and here is Stage.FINISHED):
            return None
        if not earlier.amount or not same_unit(earlier, part) or earlier.depth > part.depth or earlier_year(earlier):
            continue
        if here is not None and reached[back] in AFTER[here]:
            return earlier
        if (
            reached[back] is None
            and alone
            and names_things(earlier)
            and (here in _LATE or _CAME_IN.search(earlier.name))
        ):
            return earlier
    return None


def _part(passage: Passage, part: Mention, whole: Mention, here: Stage, *, carried: bool) -> Iterator[Finding]:
    told = passage.wholes.get(whole.index)
    if told is not None and stage(whole) is None and part.value > whole.value:
        # 建议86件，其中闭会期间12件，已解决55件: what was done is of all again.
        whole = told
    late = here in (Stage.FINISHED, Stage.PENDING)
    carried = (carried and late) or _OLD_CASES.search(passage.text) is not None
    finding = judge_part(
        part, whole, passage.sentence, 0.8 if here is Stage.RESULT else 0.55, carried=carried and here in _LATE
    )
    if finding.verdict is Verdict.HOLDS or alike(part, whole):
        yield finding


def _divided(passage: Passage, reached: list[Stage | None], at: int) -> Iterator[Finding]:
    """Received = accepted + refused, and what else is told of those neither accepted nor refused."""
    mentions = passage.mentions
    refused = mentions[at]
    near = [
        mention
        for mention in mentions[max(0, at - _LOOK_BACK) : at + 4]
        if mention is not refused and mention.amount and same_unit(mention, refused) and not earlier_year(mention)
    ]
    accepted = [m for m in near if reached[m.index] is Stage.ACCEPTED and m.block == refused.block]
    if not accepted:
        return
    first = min(accepted, key=lambda mention: abs(mention.index - at))
    start = min(first.index, at)
    came_in = (Stage.RECEIVED, Stage.ACCEPTED, Stage.HANDLED, None)
    received = [m for m in near if m.index < start and reached[m.index] in came_in and m.block >= refused.block - 1]
    if not received:
        return
    parts = sorted([first, refused], key=lambda mention: mention.index)
    both = first.value + refused.value
    whole = next((m for m in received if m.value == both), None) or _outermost(received)
    aside = [m for m in near if m.index > whole.index and m is not first and _aside(m, reached[m.index])]
    told = [m for m in aside if both < whole.value or _COUNTED_APART.search(m.name)]
    if told:
        parts = sorted([*parts, *told], key=lambda mention: mention.index)
    closed = len(parts) > 2 and parts[-1].name.startswith(("其他", "其它"))
    yield from judge_parts(parts, whole, passage.sentence, closed=closed, told=True, overlap=False)


def _outermost(received: list[Mention]) -> Mention:
    """The nearest of the figures that stand in no brackets, if there is one."""
    outside = [mention for mention in received if mention.depth == 0]
    return (outside or received)[-1]


def _aside(mention: Mention, reached: Stage | None) -> bool:
    """Neither accepted nor refused: corrected, passed on, withdrawn before that."""
    return reached is Stage.ASIDE or "撤回" in mention.name or mention.name.startswith(("其他", "其它"))
