"""Parts and their whole: whether they add up, and what it means where they do not.

A text that lists parts after 其中 has not said that it lists them all. So parts that stay below their whole contradict
it only where the text closes the list (其他, two kinds that exclude each other, 分别), or where they miss it by so
little that one number must be wrong; parts above the whole contradict it unless their kinds overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Reason, Relation, Verdict, places
from fadu.reading.audit.passage import Mention
from fadu.reading.audit.precision import least, most, number
from fadu.reading.audit.stages import Stage, stage

__all__ = [
    "complements",
    "judge_nearest",
    "judge_part",
    "judge_parts",
    "leaves_open",
    "overlapping",
    "partition",
    "slip",
]

# The last kind of a list that leaves nothing over.
_REST: Final = re.compile(r"^(?:其他|其它|其余|余下|另外|剩余)")
# Two kinds of which everything is one or the other.
_COMPLEMENTS: Final = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("口头", "书面"),
        ("一般程序|普通程序", "简易程序|当场"),
        ("线上|网上|网络|在线", "线下|现场|窗口|实体"),
        ("男", "女"),
        ("成功(?!率)", "未成功|不成功|失败"),
        ("(?<!未)(?:办结|审结|结案|完成)", "未办结|未审结|未结|未完成|在办|在审|正在办理|正在审理|尚在"),
        ("(?<!未)(?<!正在)整改|完成|办结|解决|化解", "^剩余|^余|余下|尚余|未整改|正在整改|未解决"),
        ("解除|解矫|期满", "在册|在矫"),
        ("(?<!未)(?:办结|审结)", "未到"),
        ("直接(?:解答|答复|办理)|当场", "转办|转交|派单|交办"),
        ("(?<!不)[合及]格(?!率)", "不合格|不及格|补考"),
        ("主动公开", "依申请"),
        ("(?<!非)现金", "非现金"),
        ("城镇|城市", "农村"),
        ("新收|新增", "结转|旧存"),
        ("增量", "存量"),
        ("永久", "临时"),
        ("部门|[市县区]直", "^(?:乡镇|镇街|街道|乡\\(镇)"),
        ("单位|法人", "个人|自然人"),
    )
)
# Kinds that, listed together, are all there are: of the named whole, where one is named.
_PARTITIONS: Final = tuple(
    (re.compile(whole), tuple(re.compile(kind) for kind in kinds))
    for whole, kinds in (
        ("援助", ("民事", "刑事", "行政")),
        ("", ("(?:现行|继续)?有效|保留", "废止|失效")),
        ("", ("(?<!不)合格", "不合格")),
        ("审结|结案|判决|办结", ("胜诉", "败诉")),
        ("信访|诉求|访", ("来信", "来访", "网上|网信|网络|网访")),
        ("", ("准予|许可", "不予许可|不予", "撤回")),
        ("主体|企业|经营", ("企业", "个体")),
        ("^(?!.*(?:示范|先进|荣誉|试点))", ("乡|镇|街道", "村|社区|嘎查")),
    )
)
# Kinds of people of whom one can be several.
_OVERLAPPING: Final = re.compile(
    "农民工|妇女|女性|老年人|残疾人|未成年人|青少年|军人|军属|低保|困难|群众|党员|少数民族|涉"
)
# Words by which a list says that it picks out.
_OPEN: Final = re.compile("主要|重点|涉及|包括|等|特别|尤其|仅|最")
# A whole printed as a sum.
_SUMMED_UP: Final = re.compile("共计|总计|合计|总数|总共|共有|共收")
# Honours are listed from the top, and rarely to the bottom.
_RANKED: Final = re.compile("(?:国家|全国|省|市|自治区)级?")
_NEAR: Final = Decimal("0.03")
_CLOSE: Final = Decimal("0.1")


def judge_part(
    part: Mention, whole: Mention, sentence: str, confidence: float = 0.85, *, carried: bool = False
) -> Finding:
    """One part and its whole; `carried` where earlier years' cases may be in the part."""
    figures = (part.figure, whole.figure)
    more = least(part.figure) > most(whole.figure)
    reason = Reason.WITHIN if not more else Reason.CARRIED if carried else Reason.MORE_THAN_WHOLE
    sign = "＞" if more else "≤"
    return Finding(
        Verdict.HOLDS if not more else Verdict.CANNOT_TELL if carried else Verdict.CONTRADICTS,
        Relation.PART,
        f"{part.said}{sign}{whole.said}",
        reason,
        places(figures),
        part.value,
        whole.value,
        sentence,
        0.4 if carried else confidence,
    )


def judge_parts(
    parts: Sequence[Mention], whole: Mention, sentence: str, *, closed: bool, told: bool, overlap: bool = True
) -> list[Finding]:
    """Two or more parts and their whole: the sum, and that they are no more than it.

    `closed`: the text says that these are all. `told`: it says that they are parts (其中). `overlap`: the kinds
    might overlap.
    """
    total = sum((part.value for part in parts), Decimal(0))
    low = sum((least(part.figure) for part in parts), Decimal(0))
    high = sum((most(part.figure) for part in parts), Decimal(0))
    closed = closed or _REST.match(parts[-1].name) is not None or complements(parts) or _names_all(parts, whole)
    closed = closed or partition(parts, whole)
    if total == whole.value:
        return [_sum(parts, whole, total, (Verdict.HOLDS, Reason.ADDS_UP, 0.95), sentence)]
    if low > most(whole.figure):
        crossing = overlap and any(overlapping(part) for part in parts)
        if crossing and all(least(part.figure) <= most(whole.figure) for part in parts):
            return [_sum(parts, whole, total, (Verdict.CANNOT_TELL, Reason.OVERLAPS, 0.3), sentence)]
        sure = 0.9 if closed else 0.75 if told else 0.6
        return [_sum(parts, whole, total, (Verdict.CONTRADICTS, Reason.EXCEEDS, sure), sentence)]
    if high >= least(whole.figure):
        found = [_sum(parts, whole, total, (Verdict.HOLDS, Reason.NOT_ALL, 0.6), sentence, Relation.PART)]
        if (closed or told) and not _vague(parts, whole):
            found.append(_sum(parts, whole, total, (Verdict.ROUNDING, Reason.SUM_ROUNDED, 0.4), sentence))
        return found
    found = [_sum(parts, whole, total, (Verdict.HOLDS, Reason.NOT_ALL, 0.6), sentence, Relation.PART)]
    if not _vague(parts, whole):
        short = _short(parts, whole, least(whole.figure) - high, closed=closed, told=told)
        if short is not None:
            found.append(_sum(parts, whole, total, short, sentence))
    return found


def _short(
    parts: Sequence[Mention], whole: Mention, gap: Decimal, *, closed: bool, told: bool
) -> tuple[Verdict, Reason, float] | None:
    """What parts that stay below their whole mean; None where that is nothing strange."""
    near = gap <= whole.value * _NEAR
    outcomes = all(stage(part) is Stage.OUTCOME for part in parts)
    upheld = outcomes and any("维持" in part.name for part in parts)
    if closed or (upheld and len(parts) > 3):
        return Verdict.CONTRADICTS, Reason.FALLS_SHORT, 0.75 if closed else 0.5
    if told and "援助" in whole.name and _both(parts, "民事", "刑事"):
        # Of legal aid hardly anything is neither civil nor criminal.
        return Verdict.CONTRADICTS, Reason.FALLS_SHORT, 0.5
    by_one = gap <= 1 and len(parts) > 2 and whole.value >= 10
    if (near or by_one) and (upheld if outcomes else told):
        return Verdict.CONTRADICTS, Reason.NEARLY, 0.55 if told else 0.45
    if any(overlapping(part) for part in parts):
        return None
    if gap <= max(Decimal(1), whole.value * _CLOSE):
        return Verdict.CANNOT_TELL, Reason.GAP, 0.4
    kinds = stage(parts[0]) not in (Stage.ACCEPTED, Stage.RECEIVED, Stage.HANDLED)
    summed_up = told and kinds and (upheld or _alike(parts, whole) or _SUMMED_UP.search(whole.label) is not None)
    if summed_up or (told and slip([part.value for part in parts], whole.value)):
        return Verdict.CANNOT_TELL, Reason.GAP, 0.3
    return None


def _both(parts: Sequence[Mention], *kinds: str) -> bool:
    return all(any(kind in part.name for part in parts) for kind in kinds)


def overlapping(part: Mention) -> bool:
    """Whether it counts a kind of people or cases that another kind may count too."""
    return _OVERLAPPING.search(part.name) is not None


def partition(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether the kinds are by their meaning all there are."""
    names = [part.gap[-16:] + part.name for part in parts]
    return any(
        of.search(whole.name) and all(any(kind.search(name) for name in names) for kind in kinds)
        for of, kinds in _PARTITIONS
    )


def _alike(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether a list looks like all there are: each kind ends with the noun of the whole."""
    if any(_RANKED.match(part.name) for part in parts):
        return False
    heads = {part.name[-2:] for part in parts}
    return len(heads) == 1 and heads.pop() in whole.name


def _names_all(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether the whole was introduced by the kinds that are then listed: 取消、下放、调整事项154项，其中取消…."""
    kinds = [kind for kind in re.split("[、和及与]", re.split("[,;:]", whole.gap)[-1]) if kind]
    if len(kinds) != len(parts):
        return False
    return all(part.name[:2] in kind for part, kind in zip(parts, kinds, strict=True))


def judge_nearest(parts: Sequence[Mention], nearest: Mention, sentence: str) -> Iterator[Finding]:
    """Parts that add up to a figure further back, and miss the nearest by one in a hundred: it may be meant."""
    total = sum((part.value for part in parts), Decimal(0))
    if nearest.value >= 50 and 0 < abs(total - nearest.value) * 100 <= nearest.value:
        yield _sum(parts, nearest, total, (Verdict.CANNOT_TELL, Reason.FURTHER, 0.3), sentence)


def slip(parts: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether the sum would come right if one digit of one number were another, left out, added or two swapped."""
    total = sum(parts, Decimal(0))
    if whole < 100:
        return False
    return any(
        part >= 10 and whole - total + part >= 10 and _one_off(str(part), str(whole - total + part)) for part in parts
    ) or _one_off(str(whole), str(total))


def _one_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differ = [at for at in range(len(one)) if one[at] != other[at]]
        if len(differ) == 2:
            a, b = differ
            return b == a + 1 and one[a] == other[b] and one[b] == other[a]
        return len(differ) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def complements(parts: Sequence[Mention]) -> bool:
    """Whether these are two kinds of which everything is one or the other."""
    if len(parts) != 2:
        return False
    one, other = (part.name for part in parts)
    return any((a.search(one) and b.search(other)) or (b.search(one) and a.search(other)) for a, b in _COMPLEMENTS)


def leaves_open(words: str) -> bool:
    """Whether a list says that it picks out some."""
    return _OPEN.search(words) is not None


def _vague(parts: Sequence[Mention], whole: Mention) -> bool:
    return (
        whole.figure.approx or whole.figure.bound is not None or any(p.figure.approx or p.figure.bound for p in parts)
    )


def _sum(
    parts: Sequence[Mention],
    whole: Mention,
    total: Decimal,
    judged: tuple[Verdict, Reason, float],
    sentence: str,
    relation: Relation = Relation.SUM,
) -> Finding:
    verdict, reason, confidence = judged
    terms = "+".join(part.said for part in parts)
    compared = "≤" if relation is Relation.PART else "，"
    shown = f"{terms}={number(total)}{compared}{whole.said}"
    return Finding(
        verdict,
        relation,
        shown,
        reason,
        places([*(part.figure for part in parts), whole.figure]),
        total,
        whole.value,
        sentence,
        confidence,
    )
