"""The noun of an elliptic clause: carried on from what was counted before it.

已办结6件, 其中刑事59件, 办结率100%, 同比下降18.5%, 较上年的31人, 占总数的9.7%, 分别上升3.1%、5.6%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fadu.reading import phrases
from fadu.reading.clauses import BRIEF, LONGEST, SHORT, clause, clean, letters, noun, shortened
from fadu.reading.figure import Kind
from fadu.reading.figures import Number

__all__ = ["Counted", "carried", "changed", "rated", "respectively"]

_THINGS: Final = frozenset(("个", "家", "所", "支", "处", "名"))  # themselves counted, no cases of a class
_TO: Final = frozenset("-—–~～至到")  # 3-5个工作日
_AND: Final = frozenset("、和及与，,")
NEAR: Final = 24  # figures: no clause goes on from one farther back


@dataclass(slots=True)
class Counted:
    """What a number of the sentence counts. `elliptic` where its noun was carried over, or it counts a part of what
    was counted before it: no later phrase goes on from it. `end` is where its own words end: the measure word, or the
    noun behind it; `head` are the words before it; `aside` that it stands in brackets, `part` that it
    is one of the parts of a whole; `words` the number itself."""

    subject: str
    unit: str | None
    kind: Kind
    elliptic: bool
    end: int
    head: str = ""
    aside: bool = False
    part: bool = False
    words: str = ""


def changed(text: str, start: int, head: str, number: Number, earlier: list[Counted]) -> tuple[str, bool]:
    """A change is of what stands before its verb, or of the figure before it: 行政机关败诉率同比下降."""
    core = phrases.LEADING.sub("", re.sub(r"(?:了|约|近|达到?|为|超过|分别|\s)+$", "", head)).replace("分别", "")
    if core and not phrases.COMPARED.match(core):
        return (shortened(core) if letters(core) > LONGEST else core), False
    begins, told = clause(text, start, max(start, number.start - len(head) - 1))
    declined = phrases.DECLINED.search(told)
    if earlier and not (declined and declined.start() and begins >= earlier[-1].end):
        levels = [each for each in earlier[-NEAR:] if not (each.aside or phrases.BASE_LEVEL.match(each.head.strip()))]
        levels = levels or earlier
        if not core or levels[-1].subject.endswith(core):
            return levels[-1].subject, True
        if levels[-1].kind is Kind.CHANGE and not levels[-1].elliptic:  # 受案增加167件,上升10.21%
            return phrases.DECLINED.sub("", levels[-1].subject) + core, True
        base = ([each for each in levels if each.kind is not Kind.CHANGE] or levels)[-1]
        return (base.subject if letters(base.subject) <= SHORT else noun(base.subject)) + core, True
    return phrases.DECLINED.sub("", clean(told)) + core, True


def rated(core: str, earlier: list[Counted], said: Counted | None) -> tuple[str, bool]:
    """办结率 is that of the cases counted before; 占总数的9.7% is the share of those."""
    anchor = _anchor(earlier, None) or said
    if not earlier and not anchor:
        return core, False
    last = earlier[-1] if earlier else anchor
    if last is None:
        return core, False
    if phrases.SHARE_OF.match(core):
        return noun(last.subject) + (core if core != "占" else "占比"), True
    if not core and anchor and phrases.SHARE_OF.match(last.head.strip()):  # 占应建总数103个的93.2%
        return noun(anchor.subject) + "占比", True
    if not core or phrases.LEVEL.match(core):
        before = last.kind is Kind.RATIO and phrases.FROM.search(last.head)  # 持证率由61%升至83%
        return (last.subject.rpartition("（")[0] + "（现在）" if before else last.subject), True
    if phrases.COMPARED.match(core):
        return last.subject + core, True
    if core.endswith("占"):  # “马上办”占57.1%
        return core + "比", True
    if core.endswith("类") and anchor:  # 信访8559件,其中农业农村类20%
        return core + noun(anchor.subject) + "占比", True
    if core == "成功率" and last.subject.endswith("成功"):  # 调解成功704件,成功率99.86%
        return last.subject.removesuffix("成功") + core, True
    if core == "成功率" and anchor and (done := phrases.DONE.match(anchor.subject)):  # 调解案件23456件,成功率98.7%
        return done[0].removesuffix("各类") + core, True
    brief = all(letters(rate) <= BRIEF and phrases.RATE.match(rate) for rate in phrases.JOINT.split(core))
    return (noun(anchor.subject) + core, True) if brief and anchor else (core, False)


def carried(
    core: str, head: str, between: str, number: Number, earlier: list[Counted], said: Counted | None
) -> tuple[str, bool]:
    """The noun before the number, carried on from an earlier figure where the clause has none of its own."""
    last = earlier[-1] if earlier else None
    said_head = head.strip()
    if last and phrases.BASE_LEVEL.match(said_head):
        return core + last.subject, True
    if last and (reaching := phrases.REACHING.match(between.strip())):
        of = _anchor(earlier[:-1], number.unit, same=True)
        return last.words + reaching["bound"] + (noun(of.subject) if of else ""), True
    if last and (not core or said_head in _TO or phrases.LEVEL.match(said_head)):
        beside = bool(core) or last.unit == number.unit or not between.strip()  # 联合检查4次36件
        anchor = None if beside else _anchor(earlier[:-1], number.unit, same=True)
        if phrases.ALTOGETHER.match(said_head):  # 建议92件、提案117件，共计209件
            nouns = [noun(each.subject) for each in earlier[-NEAR:] if each.unit == number.unit and not each.elliptic]
            total = _anchor(earlier, number.unit) or last
            return ("".join(nouns[-3:]) if len(nouns) > 1 else noun(total.subject)) + "合计", True
        if last.kind is Kind.RATIO and last.subject.endswith("占比") and "(" in between.replace("（", "("):
            return last.subject.removesuffix("占比"), True  # 农民工案件占54.2%（205件）
        if anchor:  # 乡镇调委会15个,113人
            return last.subject + anchor.subject, True
        if phrases.LEVEL.match(said_head) and phrases.FROM.search(last.head):  # 由去年的69项增加至现在的616项
            return last.subject.rpartition("（")[0] + "（现在）", True
        return last.subject, last.elliptic or last.unit == number.unit  # 联合检查4次36件
    core = phrases.TO_WHOM.sub("", core)
    anchor = _anchor(earlier, None if core in ("涉及", "惠及", "受益") else number.unit) or said
    if anchor and said and said.unit is None and anchor.unit != number.unit:  # the paragraph's field says it better
        anchor = said
    if phrases.SHARE_OF.match(core):
        return phrases.SHARE_OF.sub("", core), True
    if not anchor:
        return core, bool(phrases.VERBAL.match(core))
    if core == "成功" and (done := phrases.DONE.match(anchor.subject)):  # 调处各类纠纷30件，成功29件
        return done[0].removesuffix("各类") + core, True
    whole = noun(anchor.subject)
    if phrases.VERBAL.match(core):
        return (_brief(whole) if letters(core) >= BRIEF else whole) + core, True
    if phrases.ACT_OF.match(core):
        return core + whole, True
    return _part(core, between.strip(), number, anchor, earlier)


def _part(core: str, between: str, number: Number, anchor: Counted, earlier: list[Counted]) -> tuple[str, bool]:
    """A part of the whole counted before: the noun is the whole's where the part is but a class of it.

    其中民事94件,刑事59件; 其中甲县91件、乙县78件; 从领域看，公安312件，占38.95%；土地187件.
    """
    before = next((each for each in reversed(earlier) if each.kind is not Kind.RATIO), None)
    joined = between.startswith("、")
    if before and joined and before.unit == number.unit and letters(before.subject) <= BRIEF:
        before.elliptic = True  # 婚姻家庭78件、邻里64件: members of one list
        anchor = _anchor(earlier, number.unit) or anchor
    whole, size = noun(anchor.subject), letters(core)
    mark = phrases.PART.search(between)
    first = bool(mark and (earlier or mark[0] not in "：:"))  # a colon alone lists the parts only of what was counted
    goes_on = bool(before and before.part and before.unit == number.unit and between[:1] in "、，,；;")
    if anchor.unit == number.unit and phrases.ATTRIBUTE.match(core):
        return core + whole, True
    brief = size < BRIEF or (core.endswith("类") and size <= BRIEF + 2)
    case = number.kind is Kind.COUNT and number.unit not in _THINGS and anchor.unit == number.unit
    if case and (first or goes_on) and brief and core[-2:] != whole[-2:]:
        return phrases.CASE.sub("", core) + whole, True
    if phrases.CASE_OPEN.match(between) and size <= BRIEF:
        return whole + core, True
    first |= bool(phrases.WAY.match(core))
    return core, first or goes_on or (joined and size <= BRIEF)


def _anchor(earlier: list[Counted], unit: str | None, *, same: bool = False) -> Counted | None:
    """The figure an elliptic clause goes on from: the last that has its own noun, of this unit if there is one."""
    own = [each for each in earlier[-NEAR:] if not each.elliptic and each.kind in (Kind.COUNT, Kind.MONEY)]
    alike = [each for each in own if each.unit == unit]
    chosen = alike or ([] if same else own)
    return chosen[-1] if chosen else None


def _brief(whole: str) -> str:
    """The last four letters of a noun: 行政和民事争议案件 -> 民事争议."""
    return phrases.CASE.sub("", whole)[-BRIEF:]


def respectively(counted: list[Counted], numbers: list[Number], text: str) -> None:
    """分别 deals out: 优秀率、合格率分别为38.4%、56.5% to the names before it; 刑拘5人、逮捕3人，分别上升3.1%、5.6% to
    as many numbers before."""
    for at, first in enumerate(counted):
        if "分别" not in first.head:
            continue
        last = at + 1
        while last < len(counted) and text[numbers[last - 1].end : numbers[last].start].strip() in _AND:
            last += 1
        if last - at < 2:
            continue
        names, verb = first.head.split("分别", 1)
        verb = verb.strip() if phrases.COMPARED.match(verb.strip()) else ""
        names, compared = _compared(phrases.LEADING.sub("", names))
        listed = phrases.JOINT.split(names.strip("的 "))
        of = [each.subject for each in counted[max(0, at - NEAR) : at] if each.kind is not first.kind][at - last :]
        if len(listed) == last - at:
            of = listed
        elif len(of) != last - at or not verb:
            continue
        for one, name in zip(counted[at:last], of, strict=True):
            one.subject = name + compared + verb


def _compared(names: str) -> tuple[str, str]:
    """What is compared, and with what: 破案数、抓获数同比 -> 破案数、抓获数 and 同比."""
    if phrases.COMPARED.match(names):
        return "", names
    for word in ("同比", "环比"):
        if names.endswith(word):
            return names.removesuffix(word), word
    return names, ""
