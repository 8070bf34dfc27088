"""Damaged print: digits that ran together, units, percent signs and stops that were lost in publishing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Place, Reason, Relation, Verdict, places
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.figure import Kind

__all__ = ["check_damage"]

_LINES: Final = "12345|12348|12315|12309|12388|12389|12333|12371|12369|12328|12320|12313|110|119|120|122"
_RUN_TOGETHER: Final = re.compile(
    rf"(?<![\d.\-—/])(?:(?P<month>(?:19|20)\d\d(?:1[0-2]|0?[1-9])月)(?!\d)"
    rf"|(?P<day>20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=\s*(?:日|\n|$))"
    rf"|(?P<lines>(?:{_LINES}){{2,}})(?!\d))"
)
# Offices and areas of which no region has a thousand.
_GOVERNED: Final = re.compile(
    r"^[一-龥]{0,10}?(?:乡镇|镇|乡|街道|办事处|开发区|高新区|工业区|园区|自治区|市辖区|县|区|国营农场|林场)"
)
_GOVERNS: Final = re.compile(r"(?:辖|下设|管辖|辖有|设有|现有|共有|有|设)$")
_NO_THOUSAND: Final = 1000
_NO_UNIT: Final = (
    "比",
    "比例",
    "指数",
    "系数",
    "得分",
    "分数",
    "评分",
    "成绩",
    "人口",
    "编号",
    "代码",
    "号",
    "电话",
    "邮编",
    "年",
)
# A new clause after a percentage without a stop: not what a percentage may stand before.
_AFTER_PERCENT: Final = re.compile(
    r"^(?:以上|以下|以内|左右|上下)?(?=[一-龥])(?!以[上下内外]|左右|上下|的|和|与|及|或|且|并|比|之|多|余|全|要求|完成|完结|提[升高前]|增[加长至幅]"
    r"|上升|下降|下滑|降[至低到]|升[至到]|减[少至]|至|到|[这该其]|是|办[结复理]|办|覆盖|落[实地]|兑[现付]|回[复访应]|按|实[现施名行]|达[到标成]?|公[开示布]"
    r"|整改|持证|参[加与]|合格|纳入|录入|通过|满意|保[持证障]|网[办上]|在[线岗]|有|为|由|高于|低于|占|予以|开[展庭]|建[成立]|进[驻入行]|目标|标准|水平|比例|任务|均)"
)
_CLOSED: Final = re.compile(
    r"(?:率(?:均|都|已)?(?:达到?了?|为|是)|不(?:低|少)于[^,;]{0,16}|占[^,;]{0,16}|比率达|总数的?)$"
)


def check_damage(text: str, found: list[Passage]) -> Iterator[Finding]:
    """Every sign of damaged print; where it is of one sort, one finding for the whole report."""
    yield from _run_together(text)
    stopless: list[tuple[Mention, Passage]] = []
    for passage in found:
        for mention in passage.mentions:
            yield from _too_many(passage, mention)
            if mention.figure.approx:
                yield from _exact_about(passage, mention)
        yield from _units(passage)
        stopless += _without_stop(passage)
    if stopless:
        mentions = [mention for mention, _ in stopless]
        sentences = list(dict.fromkeys(passage.sentence for _, passage in stopless))
        yield Finding(
            Verdict.CANNOT_TELL,
            Relation.OTHER,
            "、".join(f"“{m.figure.text}{m.tail[:4]}”" for m in mentions),
            Reason.STOPS_LOST,
            places([m.figure for m in mentions]),
            None,
            None,
            " … ".join(sentences),
            0.5,
        )


def _run_together(text: str) -> Iterator[Finding]:
    matches = list(_RUN_TOGETHER.finditer(text))
    if not matches:
        return
    yield Finding(
        Verdict.CANNOT_TELL,
        Relation.OTHER,
        "、".join(f"“{match[0]}”" for match in matches),
        Reason.RUN_TOGETHER,
        tuple(Place(match.start(), match.end(), None) for match in matches),
        None,
        None,
        " … ".join(text[max(0, match.start() - 20) : match.end() + 20].strip() for match in matches[:5]),
        0.7,
    )


def _too_many(passage: Passage, mention: Mention) -> Iterator[Finding]:
    figure = mention.figure
    if figure.kind is not Kind.COUNT or figure.unit not in ("个", None) or not figure.text[:1].isdigit():
        return
    digits = re.match(r"\d+", figure.text)
    if digits is None or int(digits[0]) < _NO_THOUSAND or any(letter in figure.text for letter in "万亿余多"):
        return
    if _GOVERNS.search(mention.label) and _GOVERNED.match(mention.tail):
        yield Finding(
            Verdict.IMPOSSIBLE,
            Relation.OTHER,
            f"“{mention.label[-4:]}{figure.text}{mention.tail[:16]}”",
            Reason.TOO_MANY,
            places([figure]),
            None,
            Decimal(digits[0]),
            passage.sentence,
            0.9,
        )


def _exact_about(passage: Passage, mention: Mention) -> Iterator[Finding]:
    """2662余条."""
    found = re.match(r"\d{3,}(?=[余多])", mention.figure.text)
    if found is not None and not found[0].endswith("0"):
        yield Finding(
            Verdict.CANNOT_TELL,
            Relation.OTHER,
            f"“{mention.figure.text}”",
            Reason.EXACT_ABOUT,
            places([mention.figure]),
            None,
            mention.value,
            passage.sentence,
            0.2,
        )


def _units(passage: Passage) -> Iterator[Finding]:
    """Figures without a unit; and lists in which some have % and some nothing."""
    bare = [m for m in passage.mentions if (m.unit is None and _lost_unit(m)) or _lost_percent(m)]
    if not bare:
        return
    listed = [m for m in bare if _kind_of_list(m)]
    signed = [m for m in passage.mentions if m.unit == "%" and m not in bare and _kind_of_list(m)]
    if listed and signed:
        mentions = sorted([*listed, *signed], key=lambda m: m.index)
        yield Finding(
            Verdict.CANNOT_TELL,
            Relation.OTHER,
            "、".join(m.before + m.figure.text for m in mentions),
            Reason.UNITS_MIXED,
            places([m.figure for m in mentions]),
            None,
            None,
            passage.sentence,
            0.7,
        )
    for mention in bare:
        if mention.figure.kind is Kind.COUNT or mention.figure.kind is Kind.RATIO:
            yield Finding(
                Verdict.DAMAGED,
                Relation.OTHER,
                f"“{mention.before}{mention.figure.text}{mention.tail[:4]}”",
                Reason.UNIT_LOST,
                places([mention.figure]),
                None,
                mention.figure.value,
                passage.sentence,
                0.5,
            )


def _lost_unit(mention: Mention) -> bool:
    """A whole number that counts something and has no measure word; a score, a head count in 万 need none."""
    digits = mention.figure.text.rstrip("余多")
    return (
        mention.figure.kind in (Kind.COUNT, Kind.RATIO)
        and mention.depth == 0
        and digits.isdigit()
        and mention.value > 0
        and not mention.before.endswith(_NO_UNIT)
    )


def _lost_percent(mention: Mention) -> bool:
    """A ratio printed without its sign."""
    text = mention.figure.text
    return mention.unit == "%" and mention.figure.kind is Kind.RATIO and text.isdigit() and mention.value > 0


def _kind_of_list(mention: Mention) -> bool:
    return mention.before.endswith(("类", "占", "方面", "领域", "案件", "纠纷"))


def _without_stop(passage: Passage) -> list[tuple[Mention, Passage]]:
    """Percentages that end their clause and run into the next: 达100%法制审核人员占….

    The figure that follows in the same clause stands with it: the two must not be read together.
    """
    found: list[tuple[Mention, Passage]] = []
    for at, mention in enumerate(passage.mentions):
        if (
            mention.unit != "%"
            or mention.figure.kind is not Kind.RATIO
            or not mention.figure.text.endswith(("%", "％"))
        ):
            continue
        after = _AFTER_PERCENT.match(mention.tail)
        if after is None or not _CLOSED.search(mention.label):
            continue
        if all(mention is not other for other, _ in found):
            found.append((mention, passage))
        follower = passage.mentions[at + 1] if at + 1 < len(passage.mentions) else None
        if follower is not None and follower.clause == mention.clause:
            found.append((follower, passage))
    return found
