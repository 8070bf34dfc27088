"""Where a report lists the parts of a whole: 其中…, （…）, 在…中, 按单位分…, 具体为 with a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.stages import AFTER, Stage, bare, stage
from fadu.reading.figure import Kind

__all__ = ["Listed", "earlier_year", "itemized", "listed", "only_total", "parts_of", "same_unit", "whole_for", "wholes"]

_OPENS: Final = re.compile(
    r"(?P<word>其中|包括|包含|(?<![细拆划区])分为|(?<=[,:;(])含|分别(?:为|是|有)?|(?:按|从)[^,;:。]{2,12}(?:分|看|划分|分类|来看)(?=[:,])"
    r"|(?:各类|上述|全部|所有|这些)[^,;:。]{0,10}中(?=[:,]))(?P<mark>[:,]?)"
)
_AMONG: Final = re.compile(r"^[^,;:()]{0,16}中(?:[,:]|[^,;:()、]{1,12}$)")
_EARLIER: Final = re.compile(
    r"上年|去年|同期|(?:19|20)\d\d年|上一年|较|比|同比|限额|计划|目标|任务|编制|核定|定额|指标|预算|原"
)
_LAST_YEAR: Final = re.compile(r"(?:上年|去年|上一年|(?:较|比)[^,;]{0,4}20\d\d年)(?!结转|转入|遗留)")
_TOTAL: Final = re.compile(r"(?:合计|总计|共计|总共|一共|共|总[数量])(?:为|达|有)?$")
_BARE_TOTAL: Final = re.compile(r"^(?:[一-龥]{0,2}总[数量]|[两二三四五六七八九十][家类项地者种个])?$")
_ITEMS_FOLLOW: Final = re.compile(r"(?:其中|具体为|具体是|分别为|分别是|包括|如下|构成)[^,;。]{0,6}:\s*$")
_ITEM: Final = re.compile(r"^\s*(?:[(]?[\d一二三四五六七八九十]{1,2}[).、.]|[-—·●•*○])")
# A new sentence about something else, though only a comma stands before it.
_ACTION: Final = re.compile(
    r"^(?:提供|开展|组织(?!处理|机构|部|领导|成员)|举办|召开|下达|下发|发放|印发|制定|出台|挽回|接待|解答|代写|培训|参与|参加|实施|公开|审查|修订|新增|聘请|选派"
    r"|指派|出具|审核|清理|建立|建成|配备|发布|报送|备案|开通|张贴|悬挂|受教育|推动|纠正|退还|为)"
)
_UNITS: Final = {
    **dict.fromkeys(("起", "宗", "例", "件次"), "件"),
    **dict.fromkeys(("名", "位"), "人"),
    "所": "家",
    "处": "个",
    "场": "场次",
}
_LOOK_BACK: Final = 12


@dataclass
class Listed:
    """Parts as found: from which figure on, by which word, and the whole where the form names it."""

    opens: int
    word: str
    members: list[Mention]
    whole: Mention | None = None


def same_unit(one: Mention, other: Mention) -> bool:
    """Whether two figures can be added: one measure, or two words for it (件 and 起, 人 and 名)."""
    a, b = one.unit, other.unit
    return a is not None and b is not None and (a == b or _UNITS.get(a, a) == _UNITS.get(b, b))


def earlier_year(mention: Mention) -> bool:
    """Whether it is the figure of the year before, printed to compare."""
    return _LAST_YEAR.search(mention.label) is not None


def only_total(mention: Mention) -> bool:
    """Whether it sums up what stands before it: 合计, 共计 and nothing more."""
    return _TOTAL.search(mention.label) is not None and _BARE_TOTAL.match(mention.before) is not None


def listed(passage: Passage) -> Iterator[Listed]:
    """The lists of one sentence."""
    mentions = passage.mentions
    for at, mention in enumerate(mentions):
        gap = mention.gap
        before = mentions[at - 1] if at else None
        if before is not None and gap.startswith("(") and mention.depth > before.depth:
            if not _EARLIER.search(gap) or "结转" in gap:
                yield Listed(at, gap, _in_brackets(mentions, at), before)
            continue
        if before is not None and _AMONG.match(gap) and ("在" in before.gap[-30:] or same_unit(before, mention)):
            yield Listed(at, "在", _extent(mentions, at, whole_sentence=False), before)
            continue
        opens = None
        for match in _OPENS.finditer(gap):
            opens = match
        if opens is not None:
            members = _extent(mentions, at, whole_sentence=opens["mark"] == ":" or opens["word"][0] in "按从各")
            straight = before is not None and opens.start() < 2 and same_unit(before, mention)
            if straight and opens["word"].startswith("分别"):
                yield Listed(at, opens["word"], members, before)
            else:
                yield Listed(at, opens["word"] + gap[opens.end() :], members)
        elif before is not None and gap.startswith(":") and same_unit(mention, before):
            yield Listed(at, ":", _extent(mentions, at, whole_sentence=True), before)


def _in_brackets(mentions: list[Mention], at: int) -> list[Mention]:
    depth = mentions[at].depth
    members = []
    for mention in mentions[at:]:
        if mention.depth < depth:
            break
        if mention.depth == depth:
            members.append(mention)
    return members


def _extent(mentions: list[Mention], at: int, *, whole_sentence: bool) -> list[Mention]:
    """The figures from here to where the list must end: a semicolon, a closing bracket, another list, a total."""
    first = mentions[at]
    members = [first]
    for mention in mentions[at + 1 :]:
        if mention.depth < first.depth:
            break
        if mention.depth > first.depth:
            continue
        opens = _OPENS.search(mention.gap)
        if (opens is not None and opens["word"][0] in "其按从") or only_total(mention):
            break
        if mention.block != first.block and not whole_sentence:
            break
        members.append(mention)
    return members


def itemized(sentences: Sequence[Passage]) -> Iterator[tuple[Passage, Listed]]:
    """Lists with a line for each part: …48216件，具体为： and then 1. …45903件."""
    opening: Passage | None = None
    members: list[Mention] = []
    last: Passage | None = None
    for passage in sentences:
        first = passage.mentions[0]
        if opening is not None and passage.follows is last and _ITEM.match(passage.text) and first.amount:
            members.append(first)
            last = passage
            continue
        if opening is not None and len(members) > 1:
            yield opening, Listed(0, "具体为", members, opening.mentions[-1])
        opening, members, last = (passage, [], passage) if _ITEMS_FOLLOW.search(passage.text) else (None, [], None)
    if opening is not None and len(members) > 1:
        yield opening, Listed(0, "具体为", members, opening.mentions[-1])


def parts_of(members: Sequence[Mention], first: Mention) -> list[Mention]:
    """The members that are parts in the unit of the first: not what became of the part before, not another matter."""
    parts = [first]
    last = first
    enumerated = False
    for member in members:
        if member.index <= first.index or not member.amount or not same_unit(member, first):
            continue
        if enumerated and _leaves_enumeration(member.gap):
            break
        if _ACTION.match(member.before) and not _ACTION.match(first.before):
            break
        if _follows_up(member, last):
            continue
        if len(parts) == 1:
            enumerated = member.gap.startswith("、") or ("、" in member.gap and "," not in member.gap)
        parts.append(member)
        last = member
    return parts


def _leaves_enumeration(gap: str) -> bool:
    return "、" not in gap and not gap.startswith(("和", "及", "与", "以及")) and "," in gap


def _follows_up(member: Mention, last: Mention) -> bool:
    """Whether it says what became of the part before: 网上受理531件，办结522件."""
    reached = stage(member)
    if reached not in (Stage.FINISHED, Stage.RESULT) or not bare(member):
        return False
    return stage(last) not in (Stage.FINISHED, Stage.RESULT, Stage.PENDING, Stage.OUTCOME)


def wholes(passage: Passage, before: int, part: Mention) -> list[Mention]:
    """The figures of the same unit before a place, nearest first; of the sentences before where this one has none."""
    found = _candidates(passage.mentions[max(0, before - 3 * _LOOK_BACK) : before], part)
    steps = 0
    earlier = passage.previous
    while not found and earlier is not None and steps < 2:
        found = _candidates(earlier.mentions[-3 * _LOOK_BACK :], part)
        if found and found[0].value < part.value and earlier.previous is not None:
            found += _candidates(earlier.previous.mentions[-3 * _LOOK_BACK :], part)
        earlier, steps = earlier.previous, steps + 1
    return found


def _candidates(mentions: Sequence[Mention], part: Mention) -> list[Mention]:
    found = [
        mention
        for mention in reversed(mentions)
        if mention.amount and mention.depth <= part.depth and same_unit(mention, part) and not earlier_year(mention)
    ]
    return found[:_LOOK_BACK]


def whole_for(candidates: list[Mention], members: list[Mention], *, here: bool, word: str = "") -> Mention | None:
    """The whole of these parts: the nearest figure, unless it counts another stage, another thing, or is too small.

    None where only sentences before have figures and none of them is large enough.

    `here`: the candidates stand in the sentence of the parts. `word` is what opens the list.
    """
    greatest = max(member.value for member in members)
    total = sum((member.value for member in members), Decimal(0))
    nearest = candidates[0]
    if len(members) > 1 and not (stage(nearest) is Stage.RESULT and _agreements(members)):
        exact = [mention for mention in candidates if mention.value == total]
        if exact:
            head = "" if here else _head(members)
            return next((mention for mention in exact if head and head in mention.name), exact[0])
    if word.startswith("分别"):
        return None
    reached = stage(members[0])
    if reached in (Stage.ACCEPTED, Stage.RECEIVED, Stage.FINISHED):
        same = [mention for mention in candidates if stage(mention) is reached]
        if same and same[0].value * 2 > members[0].value:
            return same[0]
    large = [mention for mention in candidates if mention.value >= greatest]
    if len(members) > 1 and here and nearest.value < greatest:
        # 立案3600件，移送35件，其中食品类860件…: not of those passed on, but of all.
        further = [m for m in candidates if m.value >= total and m.block == nearest.block]
        if further:
            return further[0]
    if not here:
        return _whole_before(candidates, members, word)
    if len(members) == 1:
        return nearest if nearest.value >= greatest else _whole_of_one(members[0], nearest, large)
    if nearest.value >= greatest:
        return nearest
    near = [mention for mention in large if abs(mention.value - total) * 10 <= mention.value]
    head = _head(members)
    return next((m for m in near if head and head in m.name), near[0] if near else nearest)


def _whole_before(candidates: list[Mention], members: list[Mention], word: str) -> Mention | None:
    """The whole in a sentence before: it has a noun in common with the parts or with what opens the list."""
    greatest = max(member.value for member in members)
    total = sum((member.value for member in members), Decimal(0))
    head = _head(members)
    words = word + " ".join(member.gap + member.name for member in members)
    named = [m for m in candidates if any(m.name[at : at + 2] in words for at in range(len(m.name) - 1))]
    if not named and not head and len(candidates) == 1:
        named = candidates
    large = [mention for mention in named if mention.value >= greatest]
    if not large:
        # 从领域看，公安312件…: divided by field, place, rank; no noun need be said again.
        share = 10 if word[:1] in "从按各" else 33
        close = [m for m in candidates if abs(m.value - total) * share <= m.value]
        return close[0] if close and not head else _whole_of_most(candidates, members, word)
    near = [mention for mention in large if abs(mention.value - total) * 10 <= mention.value]
    return next((m for m in near if head and head in m.name), near[0] if near else large[0])


def _whole_of_most(candidates: list[Mention], members: list[Mention], word: str) -> Mention | None:
    """The whole in a sentence before of parts of which one is too large: it has their noun and room for the others."""
    if len(members) < 3 or not word.startswith("其中"):
        return None
    head = _head(members)
    others = sorted(member.value for member in members)[:-1]
    return next((m for m in candidates if head and head in m.name and m.value >= sum(others)), None)


def _agreements(members: Sequence[Mention]) -> bool:
    """Whether the kinds are those of agreements (口头, 书面), which only a settled dispute has."""
    names = " ".join(member.name for member in members)
    return "口头" in names and "书面" in names


def _whole_of_one(part: Mention, nearest: Mention, large: list[Mention]) -> Mention:
    """A single part above the nearest figure: its whole stands further back only if the nearest is itself a part."""
    words = part.name + part.tail
    named = any(nearest.name[at : at + 3] in words for at in range(len(nearest.name) - 2))
    before = AFTER.get(stage(nearest) or Stage.RECEIVED, ())
    further = [mention for mention in large if stage(mention) in before]
    return nearest if named or not further else further[0]


def _head(members: Sequence[Mention]) -> str:
    """The noun that most kinds of a list end with: 纠纷 of 邻里纠纷, 婚姻家庭纠纷."""
    heads = [member.name[-2:] for member in members if len(member.name) > 2]
    best = max(set(heads), key=heads.count, default="")
    return best if heads.count(best) * 2 > len(members) else ""


def alongside(mention: Mention) -> bool:
    """Whether it stands between the parts without being one: a rate, a change."""
    return mention.figure.kind in (Kind.RATIO, Kind.CHANGE)
