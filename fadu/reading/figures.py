"""The numbers of a text that count: one walk over its numerals, each held against the tables of names and of units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from fadu.reading.figure import Kind
from fadu.reading.names import ARABIC_NAMES, HAN_NAMES, HOTLINE, OPENED, ORDINAL, PLACED
from fadu.reading.numerals import ARABIC, HAN, HAN_DIGITS, ROUGHLY, SCALE, value
from fadu.reading.units import ARABIC_UNIT, GENERAL, HAN_UNIT, NORMAL, UNIT_KINDS

__all__ = ["Number", "numbers"]


@dataclass(slots=True)
class Number:
    """A numeral with its measure word, before its sentence has been read. `marked`: 余, 多, 几 stand in the print;
    `sums`: it sums up a list (四大平台)."""

    start: int
    end: int
    value: Decimal | None
    unit: str | None
    kind: Kind
    marked: bool = False
    corrupt: bool = False
    sums: bool = False


_START: Final = re.compile(rf"[\d{HAN_DIGITS}万亿第数几《〈“‘「〔﹝【〖\[［(（]")
_OPENERS: Final = frozenset("《〈“‘「〔﹝【〖[［(（")
_BLANK: Final = " \t　\xa0"
_GAP: Final = r"[ \t　\xa0]{0,3}"

# 3.2万余件, 10多万人次, 5 千元, 38个工作日. The scale is tried last: 千米 and 千伏 are measures, 3千 is not.
# A line's end may part the number from a measure that can begin no line of its own.
_ARABIC: Final = re.compile(
    rf"(?P<n>{ARABIC}){_GAP}(?P<a>[{ROUGHLY}])?(?P<s>{SCALE})??(?P<b>[{ROUGHLY}+])?"
    rf"(?:{_GAP}|\n(?=[件起宗次人名条项%％元个家户份]))(?P<u>{ARABIC_UNIT})"
)
# The same without a measure: a lost unit, or one end of a range.
_BARE: Final = re.compile(rf"(?P<n>{ARABIC}){_GAP}(?P<a>[{ROUGHLY}])?(?P<s>{SCALE})?(?P<b>[{ROUGHLY}+])?")
_DIGITS: Final = re.compile(r"[\d.．]+")
_TO: Final = re.compile(r"\s{0,2}(?:[-—–−~～至到]|——|--)\s{0,2}(?=\d)")
_HAN: Final = re.compile(
    rf"(?P<n>{HAN}|[数几][十百千]|[数几](?=[万亿])|(?=[万亿]))(?P<a>[{ROUGHLY}])?(?P<s>[万亿])?(?P<b>[{ROUGHLY}])?(?P<u>{HAN_UNIT})"
)
# 两万多务工人员: a round number may count people and things without a measure word.
_HAN_BARE: Final = re.compile(rf"(?P<n>{HAN})(?P<a>[{ROUGHLY}])?(?P<s>[万亿])(?P<b>[余多])(?P<u>)(?=[一-龥])")
_GREAT: Final = re.compile(rf"(?P<n>\d{{1,2}}|{HAN})大(?P<u>{GENERAL})")
_PER: Final = re.compile(rf"(?P<of>[百千])分之(?P<n>{HAN}(?:点[一二三四五六七八九零]+)?|{ARABIC})")
_PARTS: Final = re.compile(rf"(?P<of>{HAN})分之(?P<n>{HAN})(?!一线)")
_TENTHS: Final = re.compile(rf"(?P<n>{HAN})成(?=以上|左右|多|的|[，,。；;])")
_SLASH: Final = re.compile(r"(?P<n>\d{1,2})/(?P<of>\d{1,2})(?![\d/年月])")
# No country has ten thousand development zones.
_ZONE: Final = re.compile(
    r"(?:国家级|省级|市级|县级)?[^，,。；;、\d]{0,8}(?:开发区|产业集聚区|园区|新区)(?=[，,。；;、])"
)
_ZERO: Final = re.compile(r"率[^，,。；;]{0,4}[为是]\s*$")  # 败诉率为0
_LASTING: Final = re.compile(r"\s*(?:以?内|之内|的?期限|缩短|压缩|减少|缩减|减|降|办结)")
_TERM: Final = re.compile(
    r"(?:时限|期限|时间|周期|用时|时长|天数|工期|审批|办理)[^，,。；;月]{0,14}(?:\d+\s*日[^，,。；;月]{0,6})?$"
    r"|(?:压缩|缩短|减少|提前|法定|不超过|超过|不少于|减|缩减)(?:至|到|为|了)?\s*$"
)
_CLAUSE_END: Final = frozenset("，,。；;、)）\n")

# 一 before a measure counts after a verb of doing and after 仅, 共, 各 (办理一件, 成立一支); elsewhere it is
# the article.
_ONE_COUNTS: Final = re.compile(
    r"(?:办理|办结|完成|受理|收到|接到|查处|查办|立案|作出|做出|制定|出台|印发|发布|撤销|纠正|确认|变更|评为|命名|聘请|配备|发生"
    r"|审理|审结|审查|移送|处罚|起诉|败诉|成立|设立|建立|建成|组建|新增|增设|召开|举办|开展|组织|参加|参与|进行|获|荣获|取得|编印|出版"
    r"|拍摄|制作|破获|侦破|调解|化解|驳回|提出|召集|仅|只|各|共|计|少|另|至少|不少于|每[年月季周][^，,。]{0,10})(?:了|出|过|好|有)?$"
)
_ONE_NEVER: Final = frozenset("批种类套年天周月日期条步面系点方")
_OF_MONEY: Final = re.compile(
    r"(?:资金|金额|经费|投入|投资|罚款|罚没款?|款项?|补助|补贴|奖金|损失|收入|成本|费用?|预算|贷款)[^，,。；;]{0,8}$"
)
_NUMBERED: Final = re.compile(r"(?:第|号|码|编|电话|版|附件|附表|表|图|页|国道|省道|线|类型|邮编|群|信|卡)\s*$")
MOST: Final = 12  # of what 大 sums up
LONGEST: Final = 15  # digits: a longer one is a serial number


def numbers(text: str, spans: Iterable[tuple[int, int]] | None = None) -> list[Number]:
    """The numbers in `text` that count, in their order; within `spans` only, where the rest is the page's furniture.

    `text` is folded: its digits are plain ones (`folding`).
    """
    found: list[Number] = []
    for start, end in spans if spans is not None else ((0, len(text)),):
        place = start
        while hit := _START.search(text, place, end):
            at = hit.start()
            sign = text[at]
            if sign in _OPENERS:
                named = OPENED.match(text, at, end)
                place = named.end() if named else at + 1
            elif sign == "第":
                named = ORDINAL.match(text, at, end)
                place = named.end() if named else at + 1
            else:
                number, place = (_arabic if sign.isdecimal() else _han)(text, at, end)
                if number is not None:
                    found.append(number)
    return found


def _arabic(text: str, at: int, end: int) -> tuple[Number | None, int]:
    """The number that begins with the digit at `at`, or none, and where the walk goes on."""
    before = text[at - 1] if at else "\n"
    if before.isascii() and (before.isalpha() or before in "+./_=#×"):  # A4, GB/T9704, 1+1, www.12348
        run = _DIGITS.match(text, at, end)
        return None, run.end() if run else at + 1
    if before in _BLANK:
        before = text[max(0, at - 4) : at].rstrip(_BLANK)[-1:] or "\n"
    if named := ARABIC_NAMES.match(text, at, end):
        return None, named.end()
    if measured := _ARABIC.match(text, at, end):
        return _measured(text, measured, before)
    if parts := _SLASH.match(text, at, end):
        return _part(parts), parts.end()
    if great := _GREAT.match(text, at, end):
        return _summing(text, great)
    bare = _BARE.match(text, at, end)
    assert bare is not None  # noqa: S101  # a digit stands there
    return _bare(text, bare, before)


def _measured(text: str, found: re.Match[str], before: str) -> tuple[Number | None, int]:
    """A number that has its measure word."""
    unit = found["u"]
    at, end = found.span()
    if unit in ("名", "位") and before in "前第":  # 前10名: a rank
        return None, end
    if len(found["n"]) > LONGEST or (unit == "年" and found["n"][4:]):  # a serial number; 12014年: a year after a mark
        return None, end
    kind = UNIT_KINDS.get(unit, Kind.COUNT)
    if (unit == "%" and before in "双前") or (kind is Kind.COUNT and before == "每"):  # 双100%, 前10%, 每10万人
        return None, end
    if unit == "日" and not _lasts(text, at, end):  # 25日: a date
        return None, end
    if unit == "个" and text[end : end + 3].lstrip(_BLANK)[:1].isdecimal():  # 实现两个100%: a way of speaking
        return None, end
    number = value(found["n"], found["s"] or "")
    marked = bool(found["a"] or found["b"])
    if number >= 10_000 and unit == "个" and _ZONE.match(text, end):  # 12821个开发区: several numbers run together
        return Number(at, end, None, unit, kind, marked, corrupt=True), end
    corrupt = unit == "方公里"
    return Number(at, end, number, NORMAL.get(unit, unit), kind, marked, corrupt), end


def _lasts(text: str, at: int, end: int) -> bool:
    """Whether 日 measures a time (5日内, 时限由20日压缩至5日) and does not name a day (至25日)."""
    return bool(_LASTING.match(text, end) or _TERM.search(text, max(0, at - 24), at))


def _bare(text: str, found: re.Match[str], before: str) -> tuple[Number | None, int]:
    """A number without a measure word: one end of a range, a sum of money, or a figure whose unit the print lost."""
    at, end = found.start(), found.end("n")
    stop = at + len(found[0].rstrip(_BLANK))
    if len(found["n"]) > LONGEST:
        return None, end
    marked = bool(found["a"] or found["b"])
    if to := _TO.match(text, end):
        last = _ARABIC.match(text, to.end())
        if last and last["u"] not in ("月", "年", "日", "号", "时") and _rises(found, last):
            # 3-5个工作日: both ends are numbers of that unit
            scale = found["s"] or (last["s"] if found["s"] is None else "") or ""
            unit = last["u"]
            return Number(
                at, end, value(found["n"], scale), NORMAL.get(unit, unit), UNIT_KINDS.get(unit, Kind.COUNT)
            ), to.end()
        if last is None:
            return None, to.end()
    unit = _of_the_series(text, at, before)
    if unit and not (found["a"] or found["s"]):  # 社保类33城乡类25、农业类20%: the sign of the series is lost
        return Number(at, end, value(found["n"]), unit, Kind.RATIO, corrupt=True), end
    follows = text[found.end() : found.end() + 4].lstrip(_BLANK)[:1] or "\n"
    if found["s"] and _OF_MONEY.search(text, max(0, at - 16), at):  # 罚款2.5万
        return Number(at, stop, value(found["n"], found["s"]), "元", Kind.MONEY, marked), found.end()
    if found["n"] == "0" and follows in _CLAUSE_END and _ZERO.search(text, max(0, at - 8), at):
        return Number(at, end, Decimal(0), None, Kind.RATIO), end
    if (
        text[max(0, at - 5) : at].rstrip(_BLANK).endswith(("率", "率达", "率为")) and follows in _CLAUSE_END
    ):  # 满意率达98。
        return Number(at, stop, value(found["n"]), "%", Kind.RATIO, corrupt=True), found.end()
    counted = before >= "一" and not _NUMBERED.search(text, max(0, at - 4), at) and not HOTLINE.match(text, at)
    # a telephone has seven digits and more; what lost its measure is shorter
    long = (1 < len(found["n"]) < 7 or found["s"]) and not (len(found["n"]) == 4 and found["n"][:2] in ("19", "20"))
    if counted and long and (follows in _CLAUSE_END or (marked and follows > "一")):
        # the unit is lost: 信访8559, 发放5000余手册; with its scale none is needed: 用户12.3万
        number = value(found["n"], found["s"] or "")
        return Number(at, stop, number, None, Kind.COUNT, marked, corrupt=not found["s"]), found.end()
    return None, end


def _of_the_series(text: str, at: int, before: str) -> str | None:
    """% where the numbers of a series lost it: the same word stands before another of them, which has it."""
    if before not in "类占率":
        return None
    line = text[max(0, at - 60) : at + 60]
    return "%" if re.search(rf"{before}\s?\d+(?:\.\d+)?[%％]", line) else None


def _rises(first: re.Match[str], last: re.Match[str]) -> bool:
    return value(first["n"], first["s"] or "") < value(last["n"], last["s"] or "")


def _han(text: str, at: int, end: int) -> tuple[Number | None, int]:
    """The number that begins with the Chinese numeral at `at`, or none, and where the walk goes on."""
    before = text[at - 1] if at else "\n"
    sign = text[at]
    if before in "零〇" or before in HAN_DIGITS or before.isdecimal():  # 七五, 二〇二〇: read as signs, not as a number
        return None, at + 1
    if named := HAN_NAMES.match(text, at, end):
        return None, named.end()
    if sign in "百千" and (per := _PER.match(text, at, end)):
        unit = "%" if per["of"] == "百" else "‰"
        return Number(at, per.end(), _decimal(per["n"]), unit, Kind.RATIO), per.end()
    if parts := _PARTS.match(text, at, end):
        return _part(parts), parts.end()
    if great := _GREAT.match(text, at, end):
        return _summing(text, great)
    if tenths := _TENTHS.match(text, at, end):
        return Number(at, tenths.end(), value(tenths["n"]), "成", Kind.RATIO), tenths.end()
    found = _HAN.match(text, at, end) or _HAN_BARE.match(text, at, end)
    if not found or not _counts(text, found, before):
        return None, at + 1
    written, scale = found["n"], found["s"] or ""
    if written[:1] in ("数", "几"):
        written = written[1:]
    measure = found["u"]
    if measure == "个" and text[found.end() : found.end() + 3].lstrip(_BLANK)[:1].isdecimal():  # 两个100%
        return None, found.end()
    marked = bool(found["a"] or found["b"]) or sign in "数几" or before == "上"
    number = value(written or "一", scale)
    kind = UNIT_KINDS.get(measure, Kind.COUNT)
    return Number(at, found.end(), number, NORMAL.get(measure, measure) or None, kind, marked), found.end()


def _counts(text: str, found: re.Match[str], before: str) -> bool:
    """Whether a Chinese numeral with a measure word counts, and is not an article, an order or a manner of speaking."""
    written, unit = found["n"], found["u"]
    marked = bool(found["a"] or found["b"])
    if written in ("百", "千", "") and not marked:  # 近百件, 上千人次; 千家万户 counts nothing
        return before in "近上逾超约达"
    if written == "二":  # two is 两; 二 orders: 二级, 二审, 二类
        return bool(found["s"]) or unit == "元"
    if written != "一" or found["s"] or marked:
        picked = before in PLACED and not text.startswith(("以", "如"), found.start() - 2)  # 以下五方面 counts
        return not picked or (before in _OF_TIME and unit in _AFTER_PLACED)
    if unit in ("倍", "个百分点"):
        return True
    if unit in _ONE_SPAN:
        return text.startswith(("内", "以内", "之内"), found.end()) or before in "近满"
    return unit[:1] not in _ONE_NEVER and bool(_ONE_COUNTS.search(text, max(0, found.start() - 12), found.start()))


_ONE_SPAN: Final = frozenset(("年", "天", "周", "个月", "小时", "个小时", "日", "个工作日", "工作日", "分钟"))
_OF_TIME: Final = frozenset("每这前后本各首上下")  # 每三个月, 前两年, 这三人
_AFTER_PLACED: Final = frozenset(("年", "个月", "天", "周", "个工作日", "小时", "个小时", "工作日", "次"))


def _summing(text: str, found: re.Match[str]) -> tuple[Number | None, int]:
    """四大平台 after the list it sums up (A、B、C四大平台, A、B等四大平台); without one it is a name."""
    clause = text[max(0, found.start() - 14) : found.start()]
    # 十九大 and 二十大 are congresses
    if value(found["n"]) <= MOST and (clause.endswith("等") or "、" in clause):
        return Number(found.start(), found.end(), value(found["n"]), found["u"], Kind.COUNT, sums=True), found.end()
    return None, found.end()


def _part(found: re.Match[str]) -> Number:
    """三分之二, 1/4: a share of one, to four places."""
    share = (value(found["n"]) / value(found["of"])) if value(found["of"]) else Decimal(0)
    return Number(found.start(), found.end(), round(share, 4), None, Kind.RATIO)


def _decimal(written: str) -> Decimal:
    """九十八点五 -> 98.5."""
    if "点" not in written:
        return value(written)
    whole, places = written.split("点")
    return value(whole) + Decimal("0." + "".join(str(int(value(sign))) if sign != "零" else "0" for sign in places))
