"""Changes: no decrease beyond 100%, a rate that stays between 0 and 100%, from-to in the direction that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Place, Reason, Relation, Verdict, places
from fadu.reading.audit.lists import same_unit
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.audit.precision import number, place
from fadu.reading.audit.rates import rate_name
from fadu.reading.figure import Kind

__all__ = ["check_changes", "check_versions"]

_DOWN: Final = "压减|压缩|缩减|减少|精简|缩短|降低|下降|压降|整合|合并|减|降|缩|压"
_UP: Final = "增加|增长|提高|提升|上升|扩大|扩充|拓展|扩展|扩容|延长|增|升|扩"
_TO: Final = re.compile(
    rf"^[^,;:。]{{0,24}}?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:了)?(?:至|到|为|成)[^,;:。]{{0,12}}$"
)
_LAST: Final = re.compile(r"上年|去年|上一年|同期|(?:较|比)[^,;]{0,4}20\d\d年")
_VERSION: Final = re.compile(
    r"(?<![\d.])(?P<old>\d{1,2}\.\d{1,2})版?本?[^,;:。\d]{0,10}?(?:升级|升|迭代|更新)(?:至|到|为|成)[^,;:。\d]{0,6}(?P<new>\d{1,2}\.\d{1,2})"
)
_MOVED: Final = re.compile(r"率[^率]*(?:同比|环比|较|比|上升|下降|提高|降低|增长|减少|提升)")
# Nothing between a value and its change that would name another thing.
_NO_SUBJECT: Final = re.compile(
    r"^(?:,|分别|同比|环比|较|比|与|相比|去年|上年|上一年|前年|同期|年初|年度|改革前|20\d\d年|以来|全年|末|底|的|又|再|则|共|总体|有所|大幅|明显"
    r"|继续|降幅|增幅|为|达到|达|上升|下降|增长|减少|增加|提高|提升|降低|回落|下滑|精简|压减|压缩|缩短|了|约|近|[:\s()])*$"
)
_TARGET: Final = re.compile(r"完成[^,;:。]{0,20}$")
_TASK: Final = re.compile(r"^[^,;:。]{0,12}?(?:任务|目标)")
_HOURS: Final = {
    "分钟": Decimal(1) / 60,
    "小时": Decimal(1),
    "工作日": Decimal(8),
    "天": Decimal(24),
    "日": Decimal(24),
}
_DAYS: Final = frozenset({"工作日", "天", "日", "个工作日"})
_POINTS: Final = frozenset({"百分点", "个百分点"})


def check_changes(passage: Passage) -> Iterator[Finding]:
    """The changes of one sentence."""
    mentions = passage.mentions
    for at, mention in enumerate(mentions):
        figure = mention.figure
        before = mentions[at - 1] if at else None
        if figure.kind is Kind.CHANGE and figure.value is not None:
            yield from _change(passage, mention, before)
        elif before is not None and figure.value is not None:
            yield from _from_to(passage, before, mention)
        if mention.amount and at and _TARGET.search(mention.label) and _TASK.match(mention.tail):
            yield from _target(passage, mention)


def _change(passage: Passage, change: Mention, before: Mention | None) -> Iterator[Finding]:
    rate = before if before is not None and _is_rate(before) and before.block == change.block else None
    rated = rate_name(change)
    if not _MOVED.search(change.label) or rated.endswith(("增长", "增加", "下降", "减少", "增幅", "降幅")):
        rated = ""
    if rate is not None and not _NO_SUBJECT.match(passage.between(rate, change)):
        rate = None
    yield from _growth(passage, change)
    if change.unit == "%":
        if change.value < 0:
            yield _drop(passage, change)
        if rate is not None:
            yield _rate_before(passage, rate, change)
        if (rate is not None and rate_name(rate)) or rated:
            arithmetic = f"{change.before or change.label}{change.figure.text}"
            yield _finding(
                Verdict.CANNOT_TELL,
                Relation.OTHER,
                arithmetic,
                Reason.POINTS,
                [change],
                None,
                abs(change.value),
                passage,
                0.4,
            )
    elif change.unit in _POINTS and rate is not None:
        yield _rate_before(passage, rate, change)


def _is_rate(mention: Mention) -> bool:
    return mention.figure.kind is Kind.RATIO and mention.unit == "%" and mention.figure.value is not None


def _drop(passage: Passage, change: Mention) -> Finding:
    size = abs(change.value)
    over = size > 100
    return _finding(
        Verdict.IMPOSSIBLE if over else Verdict.HOLDS,
        Relation.CHANGE,
        f"{change.before}{change.figure.text}{'＞' if over else '≤'}100%",
        Reason.DROP_OVER if over else Reason.DROP,
        [change],
        size,
        Decimal(100),
        passage,
        0.95,
    )


def _rate_before(passage: Passage, rate: Mention, change: Mention) -> Finding:
    """The rate of the period before: by points, or by either reading where % leaves it open."""
    now, step = rate.value, change.value
    readings = [now - step]
    arithmetic = f"{number(now)}%{'+' if step < 0 else '-'}{number(abs(step))}={number(now - step)}%"
    if change.unit == "%" and step != -100:
        relative = now / (1 + step / 100)
        readings.append(relative)
        arithmetic += f"或{number(relative.quantize(Decimal('0.01')))}%"
    slack = place(rate.figure) + place(change.figure)
    possible = any(-slack <= reading <= 100 + slack for reading in readings)
    return _finding(
        Verdict.HOLDS if possible else Verdict.IMPOSSIBLE,
        Relation.CHANGE,
        arithmetic,
        Reason.BEFORE if possible else Reason.BEFORE_OUT,
        [rate, change],
        readings[0],
        abs(step),
        passage,
        0.8,
    )


def _growth(passage: Passage, change: Mention) -> Iterator[Finding]:
    """由 a 增加到 b，增长 c%; 今年 b，上年 a，增长 c%, 减少 c 件, 提高 c 个百分点."""
    yield from _size_and_share(passage, change)
    pair = _periods(passage, change)
    if pair is None:
        return
    old, new = pair
    if old.figure.approx or new.figure.approx or change.figure.approx or change.figure.bound:
        return
    if change.unit == "%" and old.figure.kind is not Kind.RATIO:
        if not old.value:
            return
        exact = ((new.value - old.value) * 100 / old.value).quantize(Decimal("0.01"))
        arithmetic = f"({number(new.value)}-{number(old.value)})÷{number(old.value)}={number(exact)}%"
        unit = place(change.figure)
    elif same_unit(change, new) or (change.unit in _POINTS and old.figure.kind is Kind.RATIO):
        exact = new.value - old.value
        arithmetic = f"{number(new.value)}-{number(old.value)}={number(exact)}"
        unit = place(new.figure) / 2
    else:
        return
    wrong = abs(abs(exact) - abs(change.value)) >= unit
    yield _finding(
        Verdict.CONTRADICTS if wrong else Verdict.HOLDS,
        Relation.OTHER,
        f"{arithmetic}，印{change.figure.text}",
        Reason.GROWTH_WRONG if wrong else Reason.GROWTH,
        [old, new, change],
        exact,
        change.value,
        passage,
        0.65,
    )


def _size_and_share(passage: Passage, change: Mention) -> Iterator[Finding]:
    """5422件，比上年增加842件，增幅18.38%: the change in pieces and in % are of the same value before."""
    if change.index < 2:
        return
    now, other = passage.mentions[change.index - 2 : change.index]
    if (
        not now.amount
        or other.figure.kind is not Kind.CHANGE
        or other.block != change.block
        or other.block != now.block
    ):
        return
    if not (_NO_SUBJECT.match(passage.between(now, other)) and _NO_SUBJECT.match(passage.between(other, change))):
        return
    share, size = (change, other) if change.unit == "%" else (other, change)
    if share.unit != "%" or not same_unit(size, now) or size.figure.approx or now.figure.approx or share.figure.bound:
        return
    if share.figure.approx or (share.value > 0) != (size.value > 0):
        return
    before = now.value - size.value
    if before <= 0:
        return
    exact = size.value * 100 / before
    wrong = abs(exact - share.value) > place(share.figure)
    shown = exact.quantize(Decimal("0.01"))
    sum_before = f"{number(now.value)}{'-' if size.value > 0 else '+'}{number(abs(size.value))}"
    yield _finding(
        Verdict.CONTRADICTS if wrong else Verdict.HOLDS,
        Relation.OTHER,
        f"{number(abs(size.value))}÷({sum_before})={number(abs(shown))}%，印{share.figure.text}",
        Reason.GROWTH_WRONG if wrong else Reason.GROWTH,
        [now, other, change],
        shown,
        share.value,
        passage,
        0.6,
    )


def _periods(passage: Passage, change: Mention) -> tuple[Mention, Mention] | None:
    """The value before and the value after of a change, where both are printed just before it."""
    if change.index < 2:
        return None
    one, other = passage.mentions[change.index - 2 : change.index]
    if one.figure.value is None or other.figure.value is None or not same_unit(one, other):
        return None
    if one.figure.kind is Kind.CHANGE or other.figure.kind is Kind.CHANGE:
        return None
    if other.block != change.block or not _NO_SUBJECT.match(passage.between(other, change)):
        return None
    if _TO.match(passage.between(one, other)):
        return one, other
    if _LAST.search(other.label) and not _LAST.search(one.label):
        return other, one
    if _LAST.search(one.label) and not _LAST.search(other.label):
        return one, other
    return None


def _from_to(passage: Passage, old: Mention, new: Mention) -> Iterator[Finding]:
    """9项压减至3项, 由69项增加至616项, 由1个工作日压缩至2小时, 3个领域36项拓展到12个领域141项."""
    said = _TO.match(passage.between(old, new))
    if said is None or old.figure.value is None:
        return
    if not same_unit(old, new) and old.index and new.index + 1 < len(passage.mentions):
        first, last = passage.mentions[old.index - 1], passage.mentions[new.index + 1]
        if same_unit(first, new) and same_unit(last, old) and first.clause == last.clause:
            yield from _direction(passage, first, new, said)
            yield from _direction(passage, old, last, said)
            return
    yield from _direction(passage, old, new, said)


def _direction(passage: Passage, old: Mention, new: Mention, said: re.Match[str]) -> Iterator[Finding]:
    pair = _comparable(old, new)
    if pair is None:
        return
    down = said["down"] is not None
    a, b = pair
    agrees = b < a if down else b > a
    if not agrees and (old.figure.approx or new.figure.approx or not (a or b)):
        return
    sign = "＞" if a > b else "＜" if a < b else "="
    yield _finding(
        Verdict.HOLDS if agrees else Verdict.CONTRADICTS,
        Relation.OTHER,
        f"{said['down'] or said['up']}：{old.figure.text}{sign}{new.figure.text}",
        Reason.DIRECTION if agrees else Reason.WRONG_WAY,
        [old, new],
        new.value,
        old.value,
        passage,
        0.75,
    )


def check_versions(text: str) -> Iterator[Finding]:
    """由2.0版本升级至3.0版本."""
    for match in _VERSION.finditer(text):
        old, new = Decimal(match["old"]), Decimal(match["new"])
        agrees = new > old
        yield Finding(
            Verdict.HOLDS if agrees else Verdict.CONTRADICTS,
            Relation.OTHER,
            f"升级：{match['old']}{'＜' if agrees else '≥'}{match['new']}",
            Reason.DIRECTION if agrees else Reason.WRONG_WAY,
            (Place(*match.span("old"), None), Place(*match.span("new"), None)),
            new,
            old,
            "",
            0.75,
        )


def _comparable(old: Mention, new: Mention) -> tuple[Decimal, Decimal] | None:
    if same_unit(old, new) or (old.unit in _DAYS and new.unit in _DAYS):
        return old.value, new.value
    if old.unit in _HOURS and new.unit in _HOURS:
        return old.value * _HOURS[old.unit], new.value * _HOURS[new.unit]
    return None


def _target(passage: Passage, target: Mention) -> Iterator[Finding]:
    """What is said to be done, against the number that was to be done."""
    done = [
        m
        for m in reversed(passage.mentions[max(0, target.index - 6) : target.index])
        if m.amount and same_unit(m, target)
    ]
    if not done:
        return
    reached = [m for m in done if m.value >= target.value]
    named = [m for m in reached if any(m.name[at : at + 2] in target.tail for at in range(len(m.name) - 1))]
    best = (named or reached or [max(done, key=lambda m: m.value)])[0]
    holds = bool(reached)
    yield _finding(
        Verdict.HOLDS if holds else Verdict.CONTRADICTS,
        Relation.OTHER,
        f"{best.said}{'≥' if holds else '＜'}任务{target.figure.text}",
        Reason.REACHED if holds else Reason.NOT_REACHED,
        [best, target],
        best.value,
        target.value,
        passage,
        0.5,
    )


def _finding(
    verdict: Verdict,
    relation: Relation,
    arithmetic: str,
    reason: Reason,
    mentions: list[Mention],
    computed: Decimal | None,
    printed: Decimal | None,
    passage: Passage,
    confidence: float,
) -> Finding:
    figures = places([m.figure for m in mentions])
    return Finding(verdict, relation, arithmetic, reason, figures, computed, printed, passage.sentence, confidence)
