"""Parts and wholes of a sentence: what its lists, its totals and its unmarked kinds add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Reason, Relation
from fadu.reading.audit.lists import (
    Listed,
    alongside,
    earlier_year,
    itemized,
    listed,
    only_total,
    parts_of,
    same_unit,
    whole_for,
    wholes,
)
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.stages import AFTER, Stage, names_things, stage
from fadu.reading.audit.sums import (
    complements,
    judge_nearest,
    judge_part,
    judge_parts,
    leaves_open,
    overlapping,
    partition,
)

__all__ = ["check_itemized", "check_parts"]

_TOTAL: Final = re.compile(r"(?:合计|总计|共计|总共|一共|共|总[数量])(?:为|达|有)?$")
_ADDED_UP: Final = re.compile(r"(?:合计|总计|总数)(?:为|达)?$")
_SIDE_BY_SIDE: Final = re.compile(r"^[^,;:]{0,12}?[、和及与]")
_CLEARED: Final = re.compile("清理|信访")
_CARRIED: Final = re.compile("旧存|结转|旧案")
_INCOMPLETE: Final = frozenset({Reason.NEARLY, Reason.GAP, Reason.FALLS_SHORT})
_LOOK_BACK: Final = 12


def check_parts(passage: Passage) -> Iterator[Finding]:
    """Every part and whole, and every sum, of one sentence."""
    taken: set[int] = set()
    for found in listed(passage):
        taken.add(found.opens)
        yield from _judge_list(passage, found)
    yield from _totals_after(passage)
    yield from _unmarked(passage, taken)
    yield from _done_and_left(passage)
    yield from _outcomes_of_the_sentence_before(passage)


def check_itemized(sentences: Sequence[Passage]) -> Iterator[Finding]:
    """Parts on lines of their own, under the sentence that has the whole."""
    for passage, found in itemized(sentences):
        whole = found.whole
        if whole is not None and whole.amount and all(same_unit(part, whole) for part in found.members):
            yield from judge_parts(found.members, whole, passage.sentence, closed=True, told=True)


def _judge_list(passage: Passage, found: Listed) -> Iterator[Finding]:
    seen: list[Mention] = []
    exact = 0
    for first in found.members:
        if not first.amount or any(same_unit(first, other) for other in seen):
            continue
        seen.append(first)
        members = parts_of(found.members, first)
        if len(members) == 1 and found.word.startswith("分为"):
            continue
        whole = found.whole
        if whole is not None and not (whole.amount and same_unit(whole, first)):
            continue
        if whole is None:
            candidates = wholes(passage, found.opens, first)
            if not candidates:
                continue
            here = passage.has(candidates[0])
            if not here and first is not found.members[0]:
                continue
            whole = whole_for(candidates, members, here=here, word=found.word)
            if here and whole is not None and whole is not candidates[0] and len(members) > 1:
                yield from judge_nearest(members, candidates[0], passage.sentence)
        if whole is None:
            continue
        if found.whole is None and _of_both(passage, whole, members):
            continue
        if len(members) == 1 and not found.word.startswith("("):
            members = _by_semicolons(passage, first, whole)
        # One list in two units, 9个、20人…: if all are listed in one, they are in the other.
        complete = 1 < len(members) == exact
        if sum((member.value for member in members), Decimal(0)) == whole.value:
            exact = len(members)
        yield from _judge(passage, found, members, whole, closed=complete)


def _siblings(one: Mention, other: Mention) -> bool:
    """Whether two kinds are named alike: 维持 and 撤销, 县级 and 乡级."""
    return (stage(one) is Stage.OUTCOME and stage(other) is Stage.OUTCOME) or one.name[-1:] == other.name[-1:]


def _of_both(passage: Passage, whole: Mention, members: list[Mention]) -> bool:
    """Whether the parts are of two figures side by side: 建议72件、提案103件，其中主办98件，会办77件."""
    total = sum((member.value for member in members), Decimal(0))
    if len(members) < 2 or total <= whole.value or not passage.has(whole):
        return False
    together, at = whole.value, whole.index
    while at and _SIDE_BY_SIDE.match(passage.mentions[at].gap):
        at -= 1
        earlier = passage.mentions[at]
        if not earlier.amount or not same_unit(earlier, whole):
            break
        together += earlier.value
    return together > whole.value and (together == total or (together > total and stage(whole) is None))


def _by_semicolons(passage: Passage, first: Mention, whole: Mention) -> list[Mention]:
    """其中A78件，占7%；B498件，占44%；…: the first figure of each clause, where they come to about the whole."""
    members = [first]
    block = first.block
    for mention in passage.mentions[first.index + 1 :]:
        if mention.block == block or alongside(mention) or mention.depth != first.depth:
            continue
        if mention.block != block + 1 or not mention.amount or not same_unit(mention, first) or "其中" in mention.gap:
            break
        members.append(mention)
        block = mention.block
    total = sum((member.value for member in members), Decimal(0))
    near = abs(total - whole.value) * 30 <= whole.value or members[-1].name.startswith(("其他", "其它", "其余"))
    return members if len(members) > 2 and near else [first]


def _judge(
    passage: Passage, found: Listed, members: list[Mention], whole: Mention, *, closed: bool
) -> Iterator[Finding]:
    sentence = passage.sentence
    total = sum((member.value for member in members), Decimal(0))
    if (total > whole.value >= 20 and _goes_on(members, whole)) or _left_out(
        passage, whole
    ) == total - whole.value != 0:
        members = _prefix(members, whole)
    members = _own(members, whole)
    for part in members:
        passage.wholes[part.index] = whole
        yield judge_part(part, whole, sentence, carried=_CARRIED.search(part.name) is not None)
    if len(members) < 2:
        return
    first, rest = members[0], members[1:]
    nested = len(rest) > 1 and sum(part.value for part in rest) == first.value >= 20
    if nested and first.value * 2 > whole.value and "、" not in rest[0].gap and not _siblings(first, rest[0]):
        # 抽取300件，其中有效回访246件，满意240件、一般5件、不满意1件: the others are parts of the first.
        yield from judge_parts(rest, first, sentence, closed=False, told=True)
        return
    picks = leaves_open(found.word) or members[-1].tail.startswith("等") or _others(passage, members)
    closed = closed or "分别" in found.word or _broken_down(found, members)
    told = not picks and found.word != ":"
    for finding in judge_parts(members, whole, sentence, closed=closed, told=told):
        if not (finding.reason in _INCOMPLETE and (picks or _made_up(passage, members, whole))):
            yield finding


def _made_up(passage: Passage, members: Sequence[Mention], whole: Mention) -> bool:
    """Whether a figure after the parts is just what they fall short by: it is the last of them."""
    gap = whole.value - sum(member.value for member in members)
    last = members[-1]
    after = passage.mentions[last.index + 1 : last.index + 1 + _LOOK_BACK] if passage.has(last) else []
    return any(m.amount and m.value == gap and same_unit(m, last) for m in after)


def _broken_down(found: Listed, members: list[Mention]) -> bool:
    """Whether a whole is broken down in brackets right after it: 组织9个（村级5个、乡镇4个）."""
    if not found.word.startswith("(") or any(word in found.word for word in ("其中", "含", "包括", "主要")):
        return False
    return "、" in members[1].gap and not any(overlapping(member) for member in members)


def _others(passage: Passage, members: list[Mention]) -> bool:
    """Whether a figure of the same unit stands in brackets before or between the parts: 占四成以上（563宗）."""
    first, last = members[0], members[-1]
    if not (passage.has(first) and passage.has(last)):
        return False
    between = passage.mentions[max(0, first.index - 1) : last.index]
    return any(m.depth > first.depth and same_unit(m, first) for m in between)


def _left_out(passage: Passage, whole: Mention) -> Decimal:
    """What is printed after a whole as not counted in it: 118人（不含附条件不起诉5人）."""
    at = whole.index + 1
    if not passage.has(whole) or at >= len(passage.mentions):
        return Decimal(0)
    following = passage.mentions[at]
    return following.value if following.gap.startswith(("(不含", "(不包括")) else Decimal(0)


def _own(members: list[Mention], whole: Mention) -> list[Mention]:
    """The members up to one that is told after a comma, is named unlike them and alone exceeds the whole."""
    for at in range(1, len(members)):
        part, before = members[at], members[at - 1]
        other = part.gap.startswith(",") and not _siblings(before, part) and not complements([before, part])
        if other and part.value > whole.value >= before.value:
            return members[:at]
    return members


def _goes_on(members: list[Mention], whole: Mention) -> bool:
    """Whether the list is complete before its end, and what follows a comma is told of the whole anew."""
    complete = len(_prefix(members, whole))
    if complete == len(members):
        return False
    following = members[complete]
    return not following.gap.startswith("、") and not _siblings(members[complete - 1], following)


def _prefix(members: list[Mention], whole: Mention) -> list[Mention]:
    """The parts up to where they make the whole, if they do; else all."""
    total = Decimal(0)
    for count, member in enumerate(members, 1):
        total += member.value
        if count >= 2 and total == whole.value:
            return members[:count]
    return members


def _totals_after(passage: Passage) -> Iterator[Finding]:
    """A 件, b 件，共计 c 件."""
    mentions = passage.mentions
    for at, total in enumerate(mentions):
        if at < 2 or not total.amount or not _TOTAL.search(total.label):
            continue
        run = _run_before(mentions, at)
        added = Decimal(0)
        throughout = _added_up(run, total)
        for count, member in enumerate(reversed(run), 1):
            added += member.value
            if count >= 2 and added == total.value and (not throughout or count == len(run)):
                yield from judge_parts(run[-count:], total, passage.sentence, closed=True, told=True)
                break
        else:
            if len(run) >= 2 and only_total(total) and (throughout or _meant(run, total, added)):
                yield from judge_parts(run, total, passage.sentence, closed=True, told=True, overlap=False)


def _added_up(run: list[Mention], total: Mention) -> bool:
    """Whether a sentence is one list and its 合计."""
    if len(run) < 2 or not _ADDED_UP.search(total.label):
        return False
    one_list = all(member.gap.startswith("、") for member in run[1:]) or "总数" in total.label
    return one_list and (run[0].index == 0 or run[0].gap.startswith(";") or ";" in run[0].gap)


def _meant(run: list[Mention], total: Mention, added: Decimal) -> bool:
    """Whether a total that is none of what stands before it must be meant as one."""
    share = 4 if _ADDED_UP.search(total.label) else 20
    return abs(added - total.value) * share <= total.value and all(m.value < total.value for m in run)


def _run_before(mentions: list[Mention], at: int) -> list[Mention]:
    """The figures in the unit of a total that stand before it in one run."""
    total = mentions[at]
    run: list[Mention] = []
    for mention in reversed(mentions[max(0, at - _LOOK_BACK) : at]):
        if mention.depth != total.depth or alongside(mention):
            continue
        if run and mention.block != total.block and run[-1].block == total.block and len(run) > 1:
            break
        if not mention.amount or not same_unit(mention, total):
            break
        run.append(mention)
    return run[::-1]


def _unmarked(passage: Passage, taken: set[int]) -> Iterator[Finding]:
    """Kinds that follow their total without a word between: they are one where their names say so."""
    mentions = passage.mentions
    for at, whole in enumerate(mentions[:-2]):
        if not whole.amount or whole.value < 2 or earlier_year(whole) or stage(whole) is Stage.OUTCOME:
            continue
        following: list[Mention] = []
        for mention in mentions[at + 1 : at + 1 + _LOOK_BACK]:
            if mention.index in taken or (mention.block != whole.block and stage(mention) is not Stage.OUTCOME):
                break
            if mention.depth != whole.depth or alongside(mention):
                continue
            if not mention.amount or not same_unit(mention, whole):
                break
            following.append(mention)
        if len(following) >= 2 and not following[0].gap.startswith("、"):
            # After a list that was told, kinds are again those of its whole.
            yield from _kinds(passage, passage.wholes.get(at, whole), following)


def _kinds(passage: Passage, whole: Mention, following: list[Mention]) -> Iterator[Finding]:
    sentence = passage.sentence
    pair = following[:2]
    outcomes = _leading(following)
    if complements(pair) and not (len(following) > 2 and _siblings(pair[1], following[2])):
        if stage(pair[1]) is not Stage.PENDING:
            yield from judge_parts(pair, whole, sentence, closed=True, told=True)
    elif _won_and_lost(pair):
        # Won and lost are all that was decided; what is pending or withdrawn need not be told.
        yield from judge_parts(pair, whole, sentence, closed=False, told=False)
    elif _CLEARED.search(whole.name) and len(following) > 2 and partition(following[:3], whole):
        yield from judge_parts(following[:3], whole, sentence, closed=True, told=True)
    elif len(outcomes) >= 2 and (stage(whole) in AFTER[Stage.RESULT] or (stage(whole) is None and names_things(whole))):
        for part in outcomes:
            passage.wholes[part.index] = whole
        closed = stage(outcomes[-1]) is Stage.PENDING
        yield from judge_parts(_prefix(outcomes, whole), whole, sentence, closed=closed, told=False)
    else:
        exact = _prefix(following, whole)
        total = sum((m.value for m in exact), Decimal(0))
        if len(exact) >= 2 and total == whole.value and whole.value >= 5:
            yield from judge_parts(exact, whole, sentence, closed=False, told=False)
        elif whole.value >= 20 and _one_head(following, whole) and abs(total - whole.value) * 30 <= whole.value:
            for finding in judge_parts(following, whole, sentence, closed=False, told=False):
                if finding.type is Relation.SUM:
                    yield finding


def _won_and_lost(pair: Sequence[Mention]) -> bool:
    """Whether two figures are of cases won and cases lost."""
    names = [mention.name for mention in pair]
    return any("胜诉" in name for name in names) and any("败诉" in name for name in names)


def _leading(following: list[Mention]) -> list[Mention]:
    """The outcomes at the head of what follows a total, and what is still pending after them."""
    outcomes: list[Mention] = []
    for mention in following:
        reached = stage(mention)
        if reached is Stage.OUTCOME or (reached is Stage.PENDING and len(outcomes) > 1):
            outcomes.append(mention)
        else:
            break
    return outcomes


def _one_head(members: Sequence[Mention], whole: Mention) -> bool:
    """Whether all are kinds of one noun that the whole has too."""
    head = members[0].name[-2:]
    return len(head) == 2 and head in whole.name and all(member.name.endswith(head) for member in members)


def _outcomes_of_the_sentence_before(passage: Passage) -> Iterator[Finding]:
    """审结14件，结案率100%。维持8件，占57.1%；撤销2件…: where they come to about what was finished."""
    outcomes = _leading([m for m in passage.mentions[: 3 * _LOOK_BACK] if not alongside(m)])
    if len(outcomes) < 3 or passage.previous is None or not all(same_unit(outcomes[0], m) for m in outcomes):
        return
    earlier = [m for m in reversed(passage.previous.mentions[-_LOOK_BACK:]) if m.amount and same_unit(m, outcomes[0])]
    whole = next((m for m in earlier if stage(m) is Stage.FINISHED), None)
    total = sum((m.value for m in outcomes), Decimal(0))
    if whole is None or abs(total - whole.value) * 30 > whole.value:
        return
    for part in outcomes:
        passage.wholes[part.index] = whole
    yield from judge_parts(outcomes, whole, passage.sentence, closed=False, told=False)


def _done_and_left(passage: Passage) -> Iterator[Finding]:
    """受理23件，审结20件（…），在审3件: what is done and what is left make up what came in."""
    mentions = passage.mentions
    for at, left in enumerate(mentions):
        if at < 2 or not left.amount or stage(left) is not Stage.PENDING:
            continue
        near = [
            mention
            for mention in reversed(mentions[max(0, at - _LOOK_BACK) : at])
            if mention.amount and same_unit(mention, left) and mention.depth == left.depth
        ]
        done = next((m for m in near if complements([m, left])), None) or next(
            (m for m in near if stage(m) in (Stage.FINISHED, Stage.RESULT)), None
        )
        if done is None or "其中" in done.gap:
            continue
        before = [m for m in near if m.index < done.index and stage(m) in (*AFTER[Stage.PENDING], None)]
        if not before:
            continue
        of = before[0] if stage(before[0]) is not None else passage.wholes.get(before[0].index, before[0])
        both = done.value + left.value
        carried = [m for m in near if m is not before[0] and m.index < done.index and _CARRIED.search(m.name)]
        if carried:
            continue
        closed = complements([done, left])
        if closed or both * 2 > of.value:
            yield from judge_parts([done, left], of, passage.sentence, closed=closed, told=closed)
