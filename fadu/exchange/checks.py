"""Checking each row of a 双公示 file: what is missing, what cannot be, what is odd but may be true.

A fault refuses the row; a warning does not. Both name the row and the column in plain words and say what to do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from fadu.engine.models import PartyKind
from fadu.exchange.classes import classes
from fadu.exchange.layout import ASKED_BECAUSE, PENALTIES, PENALTIES_2016, SUCCESSORS, Column
from fadu.exchange.tables import original

WAN = Decimal(10000)
LONG_TERM = date(2099, 12, 31)
KINDS = {
    "法人及非法人组织": PartyKind.COMPANY,
    "法人": PartyKind.COMPANY,
    "法人和其他组织": PartyKind.COMPANY,
    "非法人组织": PartyKind.COMPANY,
    "个体工商户": PartyKind.TRADER,
    "自然人": PartyKind.PERSON,
}
IDENTITY_CARDS = {"身份证", "居民身份证", "居民身份证号", "中华人民共和国居民身份证", "111"}
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LABELS = {column.code: column.label for column in (*PENALTIES_2016, *PENALTIES)}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (or, as a warning, odd) in one cell: line of the file, column, words, what to do."""

    line: int
    column: str
    words: str

    def __str__(self) -> str:
        return _("第{line}行 {column}：{words}").format(line=self.line, column=self.column, words=self.words)


@dataclass(slots=True)
class Decided:
    """A decided penalty as read: ``cells`` the standard's columns as text, ``columns`` what they mean to us, ``given``
    the row as it came."""

    line: int
    cells: dict[str, str]
    given: Mapping[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    kind: str = PartyKind.OTHER
    columns: dict[str, object] = field(default_factory=dict)
    decided_on: date = date.min
    until: date | None = None
    region: str = ""

    def fault(self, code: str, words: str) -> None:
        self.faults.append(Fault(self.line, LABELS.get(code, code), words))

    def warn(self, code: str, words: str) -> None:
        self.warnings.append(Fault(self.line, LABELS.get(code, code), words))


def check(line: int, cells: Mapping[str, str], layout: tuple[Column, ...], today: date) -> Decided:
    """Read one row; ``cells`` by code of ``layout``. The answer carries the row's faults and warnings."""
    cleaned = {code: original(cell.strip()) for code, cell in cells.items() if cell.strip()}
    row = Decided(line, cleaned, cells)
    for column in layout:
        value = cleaned.get(column.code, "")
        if column.asked == "always" and not value:
            row.fault(column.code, _("必填，请补填"))
        if column.length and len(value) > column.length:
            row.fault(column.code, _("{n} 个字，超过 {most} 个字，请缩短").format(n=len(value), most=column.length))
        if INVISIBLE.search(value):
            row.fault(column.code, _("含有不可见的控制字符，请删除"))
    if layout is PENALTIES_2016:
        _modernise(row)
    _days(row, today, older=layout is PENALTIES_2016)
    _party(row, older=layout is PENALTIES_2016)
    _penalty(row, layout)
    for code in ("CF_CFJGDM", "CF_SJLYDM"):
        _credit_code(row, code)
    return row


def _modernise(row: Decided) -> None:
    """Put the cells of the 2016 layout under the codes of the newer one."""
    cells = row.cells
    for old, new in SUCCESSORS.items():
        if value := cells.pop(old, ""):
            cells.setdefault(new, value)
    cells["CF_CFLB"] = ";".join(filter(None, [cells.pop("CF_CFLB1", ""), cells.pop("CF_CFLB2", "")]))
    if identity := cells.get("CF_XDR_ZJHM"):
        cells.setdefault("CF_XDR_ZJLX", "身份证")
        cells["CF_XDR_LB"] = "自然人" if not cells.get("CF_XDR_SHXYM") and identity else "法人及非法人组织"
    else:
        code = cells.get("CF_XDR_SHXYM", "")
        cells["CF_XDR_LB"] = "个体工商户" if code.startswith("92") else "法人及非法人组织"
    state = cells.get("CF_ZT", "")
    if state not in ("", "0", "1", "2", "3"):
        row.fault("CF_ZT", _("只能是 0 正常、1 撤销、2 异议、3 其他"))
    place = cells.get("DFBM", "")
    if place and not re.fullmatch(r"[0-9]{6}", place):
        row.fault("DFBM", _("应为六位行政区划代码"))
    row.region = place


@lru_cache(maxsize=20000)
def read_day(text: str) -> date | None:
    """2021/03/05, 2021-03-05, 20210305, 2021年3月5日, with or without a time; None if it is no day."""
    found = re.fullmatch(
        r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))"
        r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
        text,
        re.ASCII,
    )
    if not found:
        return None
    year, *rest = (int(part) for part in found.groups() if part)
    try:
        return date(year, *rest)
    except ValueError:
        return None


def _days(row: Decided, today: date, *, older: bool) -> None:
    days: dict[str, date] = {}
    for code in ("CF_JDRQ",) if older else ("CF_JDRQ", "CF_YXQ", "CF_GSJZQ"):
        if value := row.cells.get(code):
            day = read_day(value)
            if day is None:
                row.fault(code, _("“{value}”不是日期，请写成 2021/03/05 的样子").format(value=value[:40]))
            else:
                days[code] = day
    decided = days.get("CF_JDRQ")
    if decided is None:
        return
    row.decided_on = decided
    if decided > today:
        row.fault("CF_JDRQ", _("{day} 晚于今天，请核对年份").format(day=decided))
    if decided < date(1996, 10, 1):  # the day the first 行政处罚法 came into force
        row.fault("CF_JDRQ", _("{day} 早于《行政处罚法》施行之日 1996-10-01，请核对年份").format(day=decided))
    for code in ("CF_YXQ", "CF_GSJZQ"):
        if code in days and days[code] < decided:
            row.fault(code, _("{day} 早于处罚决定日期 {decided}，请核对").format(day=days[code], decided=decided))
    row.until = days.get("CF_GSJZQ")


def _party(row: Decided, *, older: bool) -> None:
    cells = row.cells
    category = cells.get("CF_XDR_LB", "")
    kind = KINDS.get(re.sub(r"\s", "", category))
    if kind is None:
        if category:
            row.fault(
                "CF_XDR_LB",
                _("“{value}”不是法人及非法人组织、自然人、个体工商户之一").format(value=category[:20]),
            )
        return
    row.kind = kind
    asked = "person" if kind == PartyKind.PERSON else "organisation"
    if not older:
        _asked(row, asked)
    _credit_code(row, "CF_XDR_SHXYM")
    number = cells.get("CF_XDR_ZJHM", "")
    if number and (cells.get("CF_XDR_ZJLX", "") in IDENTITY_CARDS):
        _identity(row, "CF_XDR_ZJHM", number)
    representative = cells.get("CF_FR_ZJHM", "")
    if representative and cells.get("CF_FR_ZJLX", "身份证") in IDENTITY_CARDS:
        _identity(row, "CF_FR_ZJHM", representative)


def _asked(row: Decided, group: str) -> None:
    for column in PENALTIES:
        if column.asked == group and not row.cells.get(column.code):
            row.fault(column.code, _("{why}，请补填").format(why=ASKED_BECAUSE[column.asked]))


@lru_cache(maxsize=100000)
def _fault_of_code(code: str) -> str:
    """ "" when the code is right, "check" when only its check digit is wrong, else "shape"."""
    if len(code) != 18 or not re.fullmatch(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", code):
        return "shape"
    try:
        uscc.validate(code)
    except ValidationError:
        return "check"
    return ""


def _credit_code(row: Decided, column: str) -> None:
    code = row.cells.get(column, "").upper()
    if not code:
        return
    row.cells[column] = code
    fault = _fault_of_code(code)
    if fault == "shape":
        row.fault(column, _("统一社会信用代码应为十八位（不用 I、O、S、V、Z），请核对；旧的注册号请填入代码_2"))
    elif fault:
        # Some codes given out in the first years fail the check (GB 32100-2015): taken, and said.
        row.warn(column, _("校验位不符，已按原样采用，请核对是否抄错"))


def _identity(row: Decided, column: str, number: str) -> None:
    number = number.upper()
    row.cells[column] = number
    if re.fullmatch(r"[0-9]{15}", number):
        row.warn(column, _("十五位旧身份证号码，无法校验"))
    elif not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        row.fault(column, _("居民身份证号码应为十八位，请核对；其他证件请改填证件类型"))
    elif check_digit(number) != number[-1]:
        row.fault(column, _("居民身份证号码校验位不符（GB 11643），请核对是否抄错"))
    elif read_day(number[6:14]) is None or not _is_place(number[:6]):
        row.warn(column, _("居民身份证号码中的地区或者出生日期不存在，请核对"))


WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check_digit(number: str) -> str:
    """The last character of a citizen's identity number, from the first seventeen (GB 11643, ISO 7064 MOD 11-2)."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11]


@lru_cache(maxsize=10000)
def _is_place(code: str) -> bool:
    """Whether the first six digits of an identity number name a region that is or was."""
    try:
        ric.get_birth_place(f"{code}000000000000")
    except ValidationError:
        return False
    return True


def _penalty(row: Decided, layout: tuple[Column, ...]) -> None:
    cells = row.cells
    if not cells.get("CF_CFLB"):
        return
    columns, unknown = classes(cells["CF_CFLB"])
    class_code = "CF_CFLB" if layout is PENALTIES else "CF_CFLB1"
    for word in unknown:
        row.fault(class_code, _("“{word}”不是处罚类别，请用标准名称，多个类别用分号隔开").format(word=word[:30]))
    if not columns and not unknown:
        row.fault(class_code, _("没有处罚类别，请补填"))
    if len(str(columns.get("other_words", ""))) > 200:
        row.fault(class_code, _("其他行政处罚的名称超过 200 个字，请缩短"))
    row.columns = columns
    if layout is PENALTIES_2016:
        _amount_in_words(row)
        return
    forfeited = bool(columns.get("forfeited_income") or columns.get("forfeited_goods"))
    for code, named, group in (
        ("CF_NR_FK", bool(columns.get("fined")), "fine"),
        ("CF_NR_WFFF", forfeited, "forfeiture"),
    ):
        amount = _money(row, code)
        if named and not cells.get(code):
            _asked(row, group)
        elif named and amount is not None and not amount and code == "CF_NR_FK":
            row.fault(code, _("处罚类别含罚款，金额应大于零"))
        elif amount and not named:
            row.fault(code, _("有金额，但处罚类别没有写明相应的种类，请补正其一"))
        if not amount:
            continue
        if code == "CF_NR_FK":
            columns["fine"] = amount
        else:
            # The standard has one amount for both forfeitures and does not divide it.
            columns["income" if columns.get("forfeited_income") else "goods_value"] = amount
    if columns.get("licence_suspended") or columns.get("licence_revoked"):
        _asked(row, "licence")


def _money(row: Decided, code: str) -> Decimal | None:
    """The amount in 元; None when the cell is empty or wrong."""
    text = row.cells.get(code, "").replace(",", "").replace("，", "").removesuffix("万元")
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or not re.fullmatch(r"[-+]?[\d.]+(?:[eE][-+]?\d+)?", text):
        row.fault(code, _("“{value}”不是金额，请用数字，单位为万元").format(value=text[:30]))
        return None
    yuan = amount * WAN
    if yuan < 0:
        row.fault(code, _("金额不能是负数"))
    elif yuan >= Decimal(10) ** 12:
        row.fault(code, _("金额超出范围，请核对单位是否为万元"))
    elif yuan != yuan.quantize(Decimal("0.01")):
        # A spreadsheet keeps binary fractions: 0.1 + 0.2. What is smaller than a hundredth of a 分 is such a rest.
        rounded = yuan.quantize(Decimal("0.01"))
        if abs(rounded - yuan) > Decimal("0.0001"):
            row.fault(code, _("金额不足一分，请核对；万元至多六位小数"))
        return rounded
    else:
        return yuan.quantize(Decimal("0.01"))
    return None


def _amount_in_words(row: Decided) -> None:
    """The 2016 layout has no amount: it is taken from the result's words where they name exactly one fine."""
    if not row.columns.get("fined"):
        return
    found = re.findall(r"罚款(?:人民币)?[^\d，。；]{0,4}([\d,]+(?:\.\d+)?)\s*(万?元)", row.cells.get("CF_NR", ""))
    if len(found) == 1:
        amount = Decimal(found[0][0].replace(",", "")) * (WAN if found[0][1] == "万元" else 1)
        row.columns["fine"] = amount.quantize(Decimal("0.01"))
    else:
        row.warn("CF_JG", _("2016 年格式没有罚款金额一栏，处罚结果中也没有唯一的罚款金额，金额留空，不计入罚没金额"))


def values(row: Decided) -> dict[str, Any]:
    """The record's columns for a row without faults."""
    cells = row.cells
    return {
        "taken_over": True,
        "result": "punished",
        "act": cells.get("CF_WFXW", ""),
        "facts_found": cells.get("CF_SY", ""),
        "basis": cells.get("CF_YJ", ""),
        "penalty": cells.get("CF_NR", ""),
        "licence": cells.get("CF_NR_ZKDX", ""),
        "decision_number": cells["CF_WSH"],
        "decided_on": row.decided_on,
        **row.columns,
    }
