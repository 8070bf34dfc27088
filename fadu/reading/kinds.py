"""What kind of number a figure is: from its unit, and from the words before it where the unit alone does not tell.

A rise or fall is printed by its size (下降3.2个百分点, 减少191项, 增长1.3倍); a level
reached is not a change (压减至3项).
"""

from __future__ import annotations

import re
from typing import Final

from fadu.reading.figure import Bound, Kind

__all__ = ["approximate", "bound", "change"]

_UP: Final = "增长|增加|上升|提高|提升|上涨|上浮|提速|扩大|延长|递增|攀升|净增|增幅|涨幅|增速|翻"
_DOWN: Final = "下降|减少|降低|压缩|缩短|缩减|压减|精简|削减|下滑|回落|递减|减幅|降幅|节省|节约|压降|缩小|精减|核减"
# Said between the verb and its size: 下降了约, 降幅达, 压缩比例为, 同比分别增长.
_LINK: Final = r"(?:了|率|幅度?|比例|比率|幅|超过|约|近|将近|超|逾|达到|达|为|到了|均|各|分别|以上|\s)*+"
_SIZE: Final = re.compile(
    rf"(?:(?P<up>{_UP}|(?<![新])增|(?<![率以])升|(?<=[年期])多)|(?P<down>{_DOWN}|(?<!增)减|(?<![升])降|(?<=[年期])少)){_LINK}$"
)
# A level: the verb with 至 or 到 reaches it. 达到 alone reaches one too, but 降幅达到 and 压缩率达到 give a size.
_LEVEL: Final = re.compile(r"(?:至|到|为|成)(?:了|约|近|目前的?|现在的?|现有的?|原来的?|\s)*$")
# The verb before its object: 压缩审批时限50%, 减少办理环节30%; only of shares, where the object cannot be what is
# counted.
_OBJECT: Final = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^\d，,。；;、：:率占达至到]{{1,14}}$")
_APPROX: Final = ("约", "近", "将近", "接近", "大约", "约计", "约为", "近乎", "约达", "约有", "近达")
# Before the figure, with or without words between: 不少于4次, 至少安排4次, 不低于全部编制的80%.
_NOT_UNDER: Final = re.compile(
    r"(?:(?:不|不得|不能|应不|均不)(?:少于|低于|小于|下)|至少|最少|最低|不下于?)[^，,。；;、：:\d]{0,12}$"
)
_NOT_OVER: Final = re.compile(
    r"(?:不|不得|不能)(?:超过|高于|多于|大于|超出|突破)[^，,。；;、：:\d]{0,6}$|(?:最多|至多|最长|最迟)[^，,。；;、：:\d]{0,4}$"
)
_OVER: Final = ("超过", "超", "逾", "突破", "多于", "大于", "高于", "≥")
_UNDER: Final = ("不到", "不足", "少于", "低于", "小于", "≤")


def approximate(before: str, marked: bool, after: str) -> bool:
    """Whether the print says 余, 多, 几 (`marked`), 约, 近 before or 左右, 上下 after."""
    return marked or before.endswith(_APPROX) or after.startswith(("左右", "上下"))


def bound(before: str, after: str) -> Bound | None:
    """以上, 不少于, 至少, 超过: at least; 以内, 内, 不超过, 不到, 以下: at most."""
    if after.startswith(("以上", "及以上", "(含)以上", "（含）以上")):
        return "ge"
    if after.startswith(("以内", "之内", "以下", "及以下")) or (
        after.startswith("内") and not after.startswith(("内部", "内容", "内设", "内控", "内外"))
    ):
        return "le"
    if _NOT_OVER.search(before):
        return "le"
    if _NOT_UNDER.search(before):
        return "ge"
    return "le" if before.endswith(_UNDER) else "ge" if before.endswith(_OVER) else None


def change(before: str, kind: Kind, unit: str | None) -> int:
    """1 for a rise by the figure, -1 for a fall, 0 where it is none.

    `before` are the words of the clause up to the figure.
    """
    if found := _SIZE.search(before):
        if _LEVEL.search(before) and not before.endswith(("率为", "幅为", "幅度为", "比例为")):
            return 0
        if kind is Kind.MONEY and not _compared(before):
            return 0
        return 1 if found["up"] else -1
    if unit == "百分点":
        last = None
        for verb in _VERB.finditer(before):
            last = verb
        return -1 if last and last["down"] else 1
    if kind is Kind.RATIO and unit != "成" and (found := _OBJECT.search(before)):
        return 1 if found["up"] else -1
    return 0


_VERB: Final = re.compile(rf"(?P<up>{_UP}|高于|高出)|(?P<down>{_DOWN}|低于)")


def _compared(before: str) -> bool:
    """Money saved or cut (减少支出12万元) is an amount; only a comparison (较上年增加12万元) makes it a change."""
    return any(word in before for word in ("同比", "环比", "较", "比上", "比去", "相比"))
