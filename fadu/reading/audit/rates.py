"""Rates: 成功率 = 成功 ÷ 受理 to the printed place, 占…的…%, and rates that cannot exceed 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Reason, Relation, Verdict, places
from fadu.reading.audit.lists import earlier_year, same_unit
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.precision import least, most, number, place, rounds_to
from fadu.reading.audit.stages import AFTER, Stage, bare, stage
from fadu.reading.audit.sums import judge_part
from fadu.reading.figure import Kind

__all__ = ["check_rates", "rate_name"]

_RATE: Final = re.compile(r"([一-龥]{2,12})(?:率|满意度)")
_SHARE: Final = re.compile(
    r"占(?P<of>[^,;]*?)(?:的比例|的比重|比例|比重|比率|比)?(?:的|为|达到|达|约|近|超过|逾|近|:)*$"
)
# Rates that may well exceed 100%: of a target, of growth, of use beyond what was planned.
_UNLIMITED: Final = re.compile(
    "完成|增长|增速|增幅|回报|收益|周转|达产|产销|利用|执行|负荷|溢价|报名|投入|负债|提升|上升|下降|保值|增值"
)
_RATES_TOLD: Final = re.compile(r"(?P<names>(?:[一-龥]{2,8}率[、和及])+[一-龥]{2,8}率)分别(?:为|是|达到|达|约)?$")
# What may stand before 占 and names no other part.
_OWN: Final = re.compile("其中|分别|约|均|共|合计|总计|,|三者|两者|两项|三项|[一二三四五六七八九十]地")
_OF_NUMBER: Final = re.compile(r"^\s*的\s*(?:比例为)?$")
# What a rate is called after, where its part is printed under other names.
# Rates whose base is now what was received, now what was decided, now another set.
_BASE_VARIES: Final = frozenset(("和解", "调撤", "撤诉", "纠错", "化解", "调解"))
_CALLED: Final = {
    "纠错": re.compile("撤销|变更|确认违法|责令"),
    "调撤": re.compile("调解|和解|撤回|撤诉|终止"),
    "结案": re.compile("审结|办结|执结"),
    "办结": re.compile("审结|结案|办复"),
    "查处": re.compile("查结"),
}
_GENERAL: Final = re.compile(
    "行政机关|总体|平均|综合|当年|总数|总量|总额|总人数|全部|全市|全县|全区|全省|全州|全镇|全体|本|我市|我县|我区|同期|年度|所有|各类|的|案件数"
)
_LOOK_BACK: Final = 12
_DECIDED: Final = (Stage.OUTCOME, Stage.RESULT)


def check_rates(passage: Passage) -> Iterator[Finding]:
    """The rates and shares of one sentence."""
    if "%" not in passage.text and "百分之" not in passage.text and "‰" not in passage.text:
        return
    named = _told_respectively(passage)
    for mention in passage.mentions:
        if mention.figure.kind is not Kind.RATIO or mention.unit != "%" or mention.figure.value is None:
            continue
        share = _SHARE.search(mention.label)
        name = "" if share else named.get(mention.index) or rate_name(mention)
        if mention.value > 100 and (share or (name and not _UNLIMITED.search(name))):
            yield _over(passage, mention, name)
            continue
        if share is not None:
            yield from _share(passage, mention, share["of"])
        elif mention.index > 1 and _OF_NUMBER.match(mention.gap):
            yield from _share_of_number(passage, mention)
        elif name:
            yield from _rate(passage, mention, name)
    yield from _shares_together(passage)


def _told_respectively(passage: Passage) -> dict[int, str]:
    """优秀率、合格率分别为38.4%、56.5%: which rate each percentage is of."""
    named: dict[int, str] = {}
    for mention in passage.mentions:
        found = _RATES_TOLD.search(mention.gap)
        if found is None:
            continue
        names = found["names"].replace("和", "、").replace("及", "、").split("、")
        for name, rate in zip(names, passage.mentions[mention.index :], strict=False):
            if rate.figure.kind is Kind.RATIO and (rate is mention or rate.gap in ("、", "和", ",", "及")):
                named[rate.index] = name.removesuffix("率")
    return named


def rate_name(mention: Mention) -> str:
    """The rate a percentage is printed for, without 率: 调解成功 of 调解成功率为98%; empty where none is."""
    found = None
    for match in _RATE.finditer(mention.label):
        found = match
    return found[1] if found else ""


def _over(passage: Passage, rate: Mention, name: str) -> Finding:
    arithmetic = f"{name or rate.name}{'率' if name else ''}{rate.figure.text}＞100%"
    return _finding(
        Verdict.IMPOSSIBLE, arithmetic, Reason.OVER_HUNDRED, [rate], rate.value, rate.value, passage.sentence, 0.85
    )


def _rate(passage: Passage, rate: Mention, name: str) -> Iterator[Finding]:
    """A rate named after what succeeded: its part is the figure that has the name, its whole what came before."""
    parts, where = _parts_named(passage, rate, name)
    judged: list[Finding] = []
    for part in parts:
        before = where.mentions[max(0, part.index - _LOOK_BACK) : part.index]
        candidates = [m for m in reversed(before) if m.amount and same_unit(m, part) and not earlier_year(m)]
        candidates = [m for m in candidates if m.depth <= part.depth]
        candidates = [m for m in candidates if stage(m) not in _DECIDED] or candidates
        told = where.wholes.get(part.index)
        if told is not None and told not in candidates:
            candidates.append(told)
        likely = [m for m in candidates if stage(m) in AFTER.get(stage(part) or Stage.RECEIVED, ())]
        if likely:
            candidates = likely + [m for m in candidates if m not in likely]
        found = list(_judge(passage, part, candidates, rate, _sure(part, candidates, name)))
        if found and found[0].verdict is Verdict.HOLDS:
            yield found[0]
            return
        if found and _of_these(name, part.name + candidates[0].name + _before(passage, rate)):
            judged += found
    # 不捕率 is taken of those decided on, not of those arrested: the other kind is its whole's other part.
    if len(judged) == 1 and not name.startswith(("不", "未")):
        yield judged[0]


def _before(passage: Passage, rate: Mention) -> str:
    """The sentence up to the words that name the rate."""
    return passage.text[: max(0, rate.figure.start - passage.start - len(rate.label))]


def _of_these(name: str, words: str) -> bool:
    """Whether the rate is of these things: 审判案件结案率 is not of all cases finished."""
    own = _GENERAL.sub("", name[:-2])
    return len(own) < 2 or _shared(own, words) * 2 >= len(own) - 1


def _parts_named(passage: Passage, rate: Mention, name: str) -> tuple[list[Mention], Passage]:
    """The figures a rate may be taken of, nearest first: in its sentence or, by its full name, in those before."""
    key = name[-2:]
    called = _CALLED.get(key)
    before = [m for m in reversed(passage.mentions[: rate.index]) if m.amount and _unlike_rate(m)]
    before = [m for m in before if m.block == rate.block]
    same = [m for m in before if m.name == name] or [m for m in before if _has(m.name, key)]
    if not same and called is not None:
        same = [m for m in before if called.search(m.name)]
        same = same if len(same) == 1 else []
    if same:
        return same, passage
    earlier, steps = passage.previous, 0
    while earlier is not None and steps < 4 and len(name) > 2:
        for mention in reversed(earlier.mentions[-_LOOK_BACK:]):
            if mention.amount and name[-4:] in mention.name:
                return [mention], earlier
        earlier, steps = earlier.previous, steps + 1
    return [], passage


def _has(name: str, key: str) -> bool:
    """Whether the name has the word, and not its opposite."""
    at = name.find(key)
    return at >= 0 and not (at and name[at - 1] in "不未非无")


def _unlike_rate(mention: Mention) -> bool:
    return "率" not in mention.name


def _sure(part: Mention, candidates: list[Mention], name: str) -> bool:
    """Whether the base of the rate is plain: what a case passes before it can succeed, or the only figure there is."""
    reached = stage(part)
    if name[-2:] in _BASE_VARIES and not (len(candidates) == 1 and bare(part)):
        # 已结90件，纠错9件，纠错率10%: side by side there is no doubt.
        beside = bool(candidates) and part.index - candidates[0].index == 1 and candidates[0].block == part.block
        return beside and bare(part) and stage(candidates[0]) in (Stage.FINISHED, Stage.ACCEPTED)
    if candidates and reached in AFTER and stage(candidates[0]) in AFTER[reached]:
        return True
    return len(candidates) == 1 and (bare(part) or part.name.endswith(name[-2:]))


def _share(passage: Passage, rate: Mention, of: str) -> Iterator[Finding]:
    """占: the part is the figure just before, the whole the figure that is named after 占."""
    before = [m for m in passage.mentions[max(0, rate.index - _LOOK_BACK) : rate.index] if m.amount]
    if not before or before[-1].block != rate.block or passage.between(before[-1], rate).count(",") > 1:
        return
    shares = 1
    if "分别" in rate.label:
        for mention in passage.mentions[rate.index + 1 :]:
            if mention.figure.kind is not Kind.RATIO or mention.gap not in ("、", "和", "及", ",", "与"):
                break
            shares += 1
        if len(before) < shares:
            return
    part = before[-shares]
    own = _OWN.sub("", rate.label.partition("占")[0])
    if len(own) > 1 and not _shared(own, part.name + part.tail):
        yield from _share_in_brackets(passage, rate)
        return
    before = before[: len(before) - shares + 1]
    candidates = [
        m for m in reversed(before[:-1]) if same_unit(m, part) and not earlier_year(m) and not _has_share(passage, m)
    ]
    base = _GENERAL.sub("", of)
    if len(base) >= 2:
        named = [m for m in candidates if _shared(base, m.name + m.tail) * 2 >= len(base) - 1]
        whole = [m for m in named if base in m.name + m.tail]
        yield from _judge(passage, part, named, rate, bool(whole))
        return
    told = passage.wholes.get(part.index)
    yield from _judge(passage, part, [told] if told is not None else candidates, rate, told is not None)


def _share_in_brackets(passage: Passage, rate: Mention) -> Iterator[Finding]:
    """下发图斑418个，违法图斑占比12.2%（51个）: the part stands after its share."""
    part = passage.mentions[rate.index + 1] if rate.index + 1 < len(passage.mentions) else None
    if part is None or not part.amount or not part.gap.startswith("("):
        return
    before = passage.mentions[max(0, rate.index - _LOOK_BACK) : rate.index]
    candidates = [m for m in reversed(before) if m.amount and same_unit(m, part) and m.block == rate.block]
    yield from _judge(passage, part, candidates, rate, len({m.value for m in candidates}) == 1)


def _has_share(passage: Passage, mention: Mention) -> bool:
    """Whether it is itself a share of something: a sibling of the part, not its whole."""
    if mention.index + 1 >= len(passage.mentions):
        return False
    following = passage.mentions[mention.index + 1]
    return following.figure.kind is Kind.RATIO and "占" in following.label


def _share_of_number(passage: Passage, rate: Mention) -> Iterator[Finding]:
    """建成96个，占应建总数103个的93.2%."""
    whole = passage.mentions[rate.index - 1]
    if "占" not in whole.label or not whole.amount:
        return
    part = next((m for m in reversed(passage.mentions[: whole.index]) if m.amount), None)
    if part is None or not same_unit(part, whole):
        return
    yield judge_part(part, whole, passage.sentence)
    yield from _judge(passage, part, [whole], rate, True)


def _shared(one: str, other: str) -> int:
    return sum(one[at : at + 2] in other for at in range(len(one) - 1))


def _judge(passage: Passage, part: Mention, candidates: list[Mention], rate: Mention, sure: bool) -> Iterator[Finding]:
    candidates = [m for m in candidates if m.value and not m.figure.approx and m.depth <= part.depth]
    if not candidates or part.figure.approx or rate.figure.approx:
        return
    for whole in candidates:
        if _agrees(part, whole, rate):
            yield _ratio(Verdict.HOLDS, Reason.RATE, part, whole, rate, passage.sentence, 0.95)
            return
    whole = candidates[0]
    exact = part.value * 100 / whole.value
    if rate.figure.bound is None and _cut_off(exact, rate):
        yield _ratio(Verdict.ROUNDING, Reason.RATE_ROUNDED, part, whole, rate, passage.sentence, 0.8)
    elif sure and part.value <= whole.value:
        yield _ratio(Verdict.CONTRADICTS, Reason.RATE_WRONG, part, whole, rate, passage.sentence, 0.75)
    elif part.value <= whole.value and len(candidates) == 1:
        yield _ratio(Verdict.CANNOT_TELL, Reason.RATE_UNSURE, part, whole, rate, passage.sentence, 0.3)


def _agrees(part: Mention, whole: Mention, rate: Mention) -> bool:
    """Whether the rate follows from its part and whole, each as exactly as it is printed (1.4万 may be 1.35万)."""
    exact = part.value * 100 / whole.value
    if rate.figure.bound == "ge":
        return exact >= rate.value
    if rate.figure.bound == "le":
        return exact <= rate.value
    if rounds_to(exact, rate.figure):
        return True
    low, high = least(part.figure) * 100 / most(whole.figure), most(part.figure) * 100 / least(whole.figure)
    half = place(rate.figure) / 2
    return low < high and low <= rate.value + half and high >= rate.value - half


def _cut_off(exact: Decimal, rate: Mention) -> bool:
    """Whether the rate was cut off at the printed place, or rounded up though nearly half was missing."""
    over = exact - rate.value
    return -place(rate.figure) * Decimal("0.6") <= over < place(rate.figure)


def _ratio(
    verdict: Verdict, reason: Reason, part: Mention, whole: Mention, rate: Mention, sentence: str, confidence: float
) -> Finding:
    exact = part.value * 100 / whole.value
    step = min(place(rate.figure) / (1 if verdict is Verdict.HOLDS else 10), Decimal(1))
    shown = exact.quantize(step, ROUND_HALF_UP)
    arithmetic = f"{part.said}÷{whole.said}={number(shown)}%，印{rate.figure.text}"
    return _finding(verdict, arithmetic, reason, [part, whole, rate], shown, rate.value, sentence, confidence)


def _shares_together(passage: Passage) -> Iterator[Finding]:
    """Shares of one whole listed after 其中 are together no more than 100%."""
    shares = [
        m
        for m in passage.mentions
        if m.figure.kind is Kind.RATIO and m.unit == "%" and m.figure.value and m.before.endswith(("占", "占比"))
    ]
    if len(shares) < 2 or "其中" not in passage.text or len({m.block for m in shares}) > 1:
        return
    total = sum((m.value for m in shares), Decimal(0))
    slack = sum((place(m.figure) for m in shares), Decimal(0))
    arithmetic = "+".join(m.figure.text for m in shares) + f"={number(total)}%"
    if total > 100 + slack:
        yield _finding(
            Verdict.CANNOT_TELL, arithmetic, Reason.OVERLAPS, shares, total, Decimal(100), passage.sentence, 0.4
        )
    else:
        yield _finding(Verdict.HOLDS, arithmetic, Reason.NOT_ALL, shares, total, Decimal(100), passage.sentence, 0.7)


def _finding(
    verdict: Verdict,
    arithmetic: str,
    reason: Reason,
    mentions: list[Mention],
    computed: Decimal,
    printed: Decimal,
    sentence: str,
    confidence: float,
) -> Finding:
    relation = Relation.RATIO if len(mentions) == 3 and reason is not Reason.OVERLAPS else Relation.PART
    return Finding(
        verdict,
        relation,
        arithmetic,
        reason,
        places([m.figure for m in mentions]),
        computed,
        printed,
        sentence,
        confidence,
    )
