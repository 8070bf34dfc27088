"""Lists of parts after or before their whole: 其中…, 在…中, （…）, 分别为…, 共计…, and kinds that follow a total unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Final

from fadu.reading.audit.finding import Finding, Reason, Relation, Verdict
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.stages import AFTER, Stage, bare, stage
from fadu.reading.audit.sums import complements, judge_part, judge_parts, leaves_open

__all__ = ["check_parts", "same_unit", "wholes"]

_OPENS: Final = re.compile(r"(?P<word>其中|包括|包含|分为|(?<=[,:;(])含|分别(?:为|是|有)?)(?P<mark>[:,]?)")
_AMONG: Final = re.compile(r"^[^,;:()]{0,16}中[,:]")
_EARLIER: Final = re.compile(r"上年|去年|同期|(?:19|20)\d\d年|上一年|较|比|同比")
_TOTAL: Final = re.compile(r"(?:合计|总计|共计|总共|一共|共)(?:为|达|有)?$")
_ONLY_TOTAL: Final = re.compile(r"^(?:,|;|、|:|\s)*(?:以上)?(?:合计|总计|共计|总共|一共)(?:为|达|有)?$")
# A new sentence about something else, though only a comma stands before it.
_ACTION: Final = re.compile(
    r"^(?:提供|开展|组织|举办|召开|下达|下发|发放|印发|制定|出台|挽回|接待|解答|代写|培训|参与|参加|完成|实施|罚款|没收|罚没|公开"
    r"|审查|修订|废止|新增|聘请|选派|指派|累计|出具|审核|清理|建立|建成|配备|发布|报送|备案|开通|张贴|悬挂|受教育)"
)
_UNITS: Final = {
    "起": "件",
    "宗": "件",
    "例": "件",
    "件次": "件",
    "名": "人",
    "位": "人",
    "所": "家",
    "处": "个",
    "场": "场次",
}
_LOOK_BACK: Final = 12


@dataclass
class _List:
    """Parts as found: where their list opens, how, and how deep in brackets."""

    opens: int
    word: str
    members: list[Mention]
    within: Mention | None = None


def same_unit(one: Mention, other: Mention) -> bool:
    """Whether two figures can be added: one measure, or two words for it (件 and 起, 人 and 名)."""
    a, b = one.unit, other.unit
    return a is not None and b is not None and (a == b or _UNITS.get(a, a) == _UNITS.get(b, b))


def check_parts(passage: Passage) -> Iterator[Finding]:
    """Every part and whole, and every sum, of one sentence."""
    taken: set[int] = set()
    for opened in _lists(passage):
        taken.add(opened.opens)
        yield from _judge_list(passage, opened)
    yield from _totals_after(passage)
    yield from _unmarked(passage, taken)


def _lists(passage: Passage) -> Iterator[_List]:
    mentions = passage.mentions
    for at, mention in enumerate(mentions):
        gap = mention.gap
        if at and gap.startswith("(") and mention.depth > mentions[at - 1].depth:
            if not _EARLIER.search(gap):
                inside = list(takewhile(lambda m, d=mention.depth: m.depth >= d, mentions[at:]))
                yield _List(at, "(" + gap, [m for m in inside if m.depth == mention.depth], mentions[at - 1])
            continue
        if at and _AMONG.match(gap) and "在" in mentions[at - 1].gap[-30:]:
            yield _List(at, "在", _extent(mentions, at, whole_sentence=False), mentions[at - 1])
            continue
        opens = None
        for match in _OPENS.finditer(gap):
            opens = match
        if opens is None:
            if at and gap.startswith(":") and same_unit(mention, mentions[at - 1]):
                yield _List(at, ":", _extent(mentions, at, whole_sentence=True), mentions[at - 1])
            continue
        yield _List(at, opens["word"] + gap[opens.end() :], _extent(mentions, at, whole_sentence=opens["mark"] == ":"))


def _extent(mentions: list[Mention], at: int, *, whole_sentence: bool) -> list[Mention]:
    """The figures from here to where the list must end: a semicolon, a closing bracket, another list, a total."""
    first = mentions[at]
    members = [first]
    for mention in mentions[at + 1 :]:
        if mention.depth < first.depth or (mention.depth == first.depth and "其中" in mention.gap):
            break
        if mention.block != first.block and not whole_sentence:
            break
        if mention.depth == first.depth:
            if _TOTAL.search(mention.label) and not mention.before:
                break
            members.append(mention)
    return members


def _judge_list(passage: Passage, opened: _List) -> Iterator[Finding]:
    seen: list[Mention] = []
    for first in opened.members:
        if not first.amount or any(same_unit(first, other) for other in seen):
            continue
        seen.append(first)
        members = _parts_of(opened.members, first)
        whole = opened.within
        if whole is not None and not (whole.amount and same_unit(whole, first)):
            whole = None
            if opened.word != "在":
                continue
        if whole is None:
            candidates = wholes(passage, opened.opens, first)
            if not candidates:
                continue
            whole = _whole_for(candidates, members)
        yield from _judge(passage, opened, members, whole)


def _judge(passage: Passage, opened: _List, members: list[Mention], whole: Mention) -> Iterator[Finding]:
    sentence = passage.sentence
    if len(members) > 2 and "、" not in members[1].gap:
        members = _prefix(members, whole)
    for part in members:
        yield judge_part(part, whole, sentence) if len(members) == 1 else _within(part, whole, sentence)
    if len(members) < 2:
        return
    closed = "分别" in opened.word
    last = members[-1]
    picks = leaves_open(opened.word) or last.tail.startswith("等")
    for finding in judge_parts(members, whole, sentence, closed=closed, told=not picks):
        if (
            picks
            and finding.verdict in (Verdict.CONTRADICTS, Verdict.CANNOT_TELL)
            and finding.reason
            in (
                Reason.NEARLY,
                Reason.GAP,
                Reason.FALLS_SHORT,
            )
        ):
            continue
        yield finding


def _within(part: Mention, whole: Mention, sentence: str) -> Finding:
    """One of several parts: above the whole it is judged with the sum."""
    return judge_part(part, whole, sentence, 0.8)


def _parts_of(members: Sequence[Mention], first: Mention) -> list[Mention]:
    """The members that are parts in the unit of the first: not what became of the part before, not another matter."""
    parts = [first]
    last = first
    enumerated = False
    for member in members:
        if member.index <= first.index or not member.amount or not same_unit(member, first):
            continue
        if (
            enumerated
            and "、" not in member.gap
            and not member.gap.startswith(("和", "及", "与"))
            and "," in member.gap
        ):
            break
        if _ACTION.match(member.before) and not _ACTION.match(first.before):
            break
        reached = stage(member)
        if (
            reached in (Stage.FINISHED, Stage.RESULT)
            and bare(member)
            and stage(last) not in (Stage.FINISHED, Stage.RESULT, Stage.PENDING, Stage.OUTCOME)
        ):
            continue
        if len(parts) == 1:
            enumerated = member.gap.startswith("、") or "、" in member.gap and "," not in member.gap
        parts.append(member)
        last = member
    return parts


def wholes(passage: Passage, before: int, part: Mention) -> list[Mention]:
    """The figures of the same unit before a place, nearest first; of the sentences before where this one has none."""
    found = [
        mention
        for mention in reversed(passage.mentions[max(0, before - _LOOK_BACK) : before])
        if mention.amount and mention.depth <= part.depth and same_unit(mention, part)
    ]
    steps = 0
    earlier = passage.previous
    while not found and before == 0 and earlier is not None and steps < 2:
        found = [m for m in reversed(earlier.mentions[-_LOOK_BACK:]) if m.amount and same_unit(m, part)]
        if found and found[0].value < part.value and earlier.previous is not None:
            further = [m for m in reversed(earlier.previous.mentions[-_LOOK_BACK:]) if m.amount and same_unit(m, part)]
            found += further
        earlier, steps = earlier.previous, steps + 1
    return found


def _whole_for(candidates: list[Mention], members: list[Mention]) -> Mention:
    """The whole of these parts: the nearest figure, unless it counts another stage, another thing, or is too small."""
    reached = stage(members[0])
    if reached in (Stage.ACCEPTED, Stage.RECEIVED, Stage.FINISHED):
        same = [mention for mention in candidates if stage(mention) is reached]
        if same and same[0].value * 2 > members[0].value:
            return same[0]
    greatest = max(member.value for member in members)
    total = sum((member.value for member in members), Decimal(0))
    nearest = candidates[0]
    if nearest.value >= greatest:
        return nearest
    head = _head(members)
    large = [mention for mention in candidates if mention.value >= greatest]
    if len(members) == 1:
        words = members[0].name + members[0].tail
        named = any(nearest.name[at : at + 3] in words for at in range(len(nearest.name) - 2))
        before = AFTER.get(stage(nearest) or Stage.RECEIVED, ())
        further = [mention for mention in large if stage(mention) in before]
        return nearest if named or not further else further[0]
    exact = [mention for mention in large if mention.value == total] or [
        mention for mention in large if abs(mention.value - total) * 10 <= mention.value
    ]
    named = [mention for mention in exact if head and head in mention.name]
    return (named or exact or [nearest])[0]


def _head(members: Sequence[Mention]) -> str:
    """The noun that most kinds of a list end with: 纠纷 of 邻里纠纷, 婚姻家庭纠纷."""
    heads = [member.name[-2:] for member in members if len(member.name) > 2]
    best = max(set(heads), key=heads.count, default="")
    return best if heads.count(best) * 2 > len(members) else ""


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
        run = [m for m in mentions[max(0, at - _LOOK_BACK) : at] if m.amount and m.depth == total.depth]
        run = list(takewhile(lambda m, t=total: same_unit(m, t), reversed(run)))[::-1]
        added = Decimal(0)
        for count, member in enumerate(reversed(run), 1):
            added += member.value
            if count >= 2 and added == total.value:
                yield from judge_parts(run[-count:], total, passage.sentence, closed=True, told=True)
                break
        else:
            if (
                len(run) >= 2
                and _ONLY_TOTAL.match(total.gap[len(run[-1].tail) :])
                and max(m.value for m in run) < total.value
            ):
                near = abs(added - total.value) * 20 <= total.value
                if near:
                    yield from judge_parts(run, total, passage.sentence, closed=True, told=True, overlap=False)


def _unmarked(passage: Passage, taken: set[int]) -> Iterator[Finding]:
    """Kinds that follow their total without a word between: they are one where their names say so."""
    mentions = passage.mentions
    for at, whole in enumerate(mentions[:-2]):
        if at + 1 in taken or not whole.amount or whole.value < 2:
            continue
        following = list(
            takewhile(
                lambda m, w=whole: m.amount and same_unit(m, w) and m.block == w.block and m.index not in taken,
                (m for m in mentions[at + 1 : at + 1 + _LOOK_BACK] if m.depth == whole.depth),
            )
        )
        if len(following) < 2:
            continue
        yield from _kinds(passage, whole, following)


def _kinds(passage: Passage, whole: Mention, following: list[Mention]) -> Iterator[Finding]:
    sentence = passage.sentence
    outcomes = list(takewhile(lambda m: stage(m) is Stage.OUTCOME, following))
    reached = [stage(member) for member in following[:2]]
    pair = following[:2]
    if complements(pair):
        yield from judge_parts(pair, whole, sentence, closed=True, told=True)
    elif reached[0] in (Stage.FINISHED, Stage.RESULT) and reached[1] is Stage.PENDING:
        if stage(whole) in AFTER[Stage.PENDING] and sum(m.value for m in pair) * 2 > whole.value:
            yield from judge_parts(pair, whole, sentence, closed=False, told=False)
    elif len(outcomes) >= 2 and stage(whole) in (*AFTER[Stage.RESULT], None):
        yield from judge_parts(_prefix(outcomes, whole), whole, sentence, closed=False, told=False)
    else:
        exact = _prefix(following, whole)
        if len(exact) >= 2 and sum(m.value for m in exact) == whole.value:
            if whole.value >= 5:
                yield from judge_parts(exact, whole, sentence, closed=False, told=False)
        elif whole.value >= 20 and _one_head(following, whole):
            total = sum((m.value for m in following), Decimal(0))
            if abs(total - whole.value) <= whole.value * Decimal("0.03"):
                for finding in judge_parts(following, whole, sentence, closed=False, told=False):
                    if finding.type is Relation.SUM:
                        yield finding


def _one_head(members: Sequence[Mention], whole: Mention) -> bool:
    """Whether all are kinds of one noun that the whole has too."""
    head = members[0].name[-2:]
    return len(head) == 2 and head in whole.name and all(member.name.endswith(head) for member in members)
