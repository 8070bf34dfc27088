"""Numbers, money and days as official documents write them.

Money in capitals follows the rules for filling in bills (正确填写票据和结算凭证的基本规定); dates and document numbers
follow GB/T 9704-2012 (成文日期: arabic digits, no zero padding; 发文字号: full year in 〔〕, no padding, no 第).
Money is `Decimal` in 元, days are `date`, moments `datetime` in Asia/Shanghai.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from fadu.documents.papers import Block, Paragraph, runs

__all__ = [
    "capitals",
    "chinese",
    "date_words",
    "document_number",
    "heading_ordinal",
    "moment_words",
    "money",
    "numbered",
]

_CAPITAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万亿")
_DIGITS = "零一二三四五六七八九"
_HIGHEST = Decimal("9999999999999999.99")


def capitals(amount: Decimal | int) -> str:
    """Money in Chinese capitals: 12000 is 人民币壹万贰仟元整.

    整 closes an amount that ends at 元; one that ends at 角 or 分 carries none (1409.50 is 人民币壹仟肆佰零玖元伍角).
    Zeros between digits are read once. Raises `ValueError` for a negative amount, for fractions of a 分 and beyond
    16 digits: such a sum cannot stand in a decision.
    """
    sum_ = Decimal(amount)
    if not sum_.is_finite() or not 0 <= sum_ <= _HIGHEST:
        raise ValueError(f"money in capitals is between 0 and {_HIGHEST} 元, not {amount}")
    cents = sum_ * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"{amount} 元 has fractions of a 分: round it by the rule that orders the payment")
    yuan, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    written = _group(yuan, _CAPITAL_DIGITS, _PLACES) + "元" if yuan or not rest else ""
    if jiao:
        written += _CAPITAL_DIGITS[jiao] + "角"
    if fen:
        written += ("零" if yuan and not jiao else "") + _CAPITAL_DIGITS[fen] + "分"
    return f"人民币{written}" + ("" if rest else "整")


def money(amount: Decimal | int) -> str:
    """Money in digits, thousands separated, 分 only where there are any: 12,000元, 12,000.50元."""
    sum_ = Decimal(amount)
    return f"{sum_:,.2f}元" if sum_ != sum_.to_integral_value() else f"{int(sum_):,}元"


def chinese(number: int) -> str:
    """A whole number below 10,000,000,000,000,000 in Chinese numerals: 12 is 十二, 105 is 一百零五."""
    if not 0 <= number < 10**16:
        raise ValueError(f"a number in Chinese numerals is from 0 to below 10^16, not {number}")
    written = _group(number, _DIGITS, ("", "十", "百", "千"))
    return written[1:] if written.startswith("一十") else written


def date_words(day: date) -> str:
    """A day as a document is dated: 2026年11月22日, 2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def moment_words(moment: datetime) -> str:
    """A moment as minutes write it: 2026年11月22日9时30分, or 9时 on the hour."""
    minutes = f"{moment.minute}分" if moment.minute else ""
    return f"{date_words(moment)}{moment.hour}时{minutes}"


def document_number(word: str, year: int, serial: int, *, ordinal: str = "", width: int = 0) -> str:
    """The number of a document: ("盂市监罚", 2026, 12) is 盂市监罚〔2026〕12号.

    By GB/T 9704 the serial is neither padded nor preceded by 第. Where an organ's own document set does so, `ordinal`
    is "第" (盂市监罚字〔2026〕第12号) and `width` the digits to pad to. Raises `ValueError` for a serial below 1.
    """
    if serial < 1 or not 1949 <= year <= 9999:
        raise ValueError(f"a document number has a full year and a serial from 1, not {year}, {serial}")
    return f"{word}〔{year}〕{ordinal}{serial:0{width}d}号" if width else f"{word}〔{year}〕{ordinal}{serial}号"


def heading_ordinal(level: int, number: int) -> str:
    """The ordinal of a heading, levels 1 to 4: 一、 （一） 1. （1）."""
    if number < 1:
        raise ValueError(f"headings are counted from 1, not {number}")
    match level:
        case 1:
            return f"{chinese(number)}、"
        case 2:
            return f"（{chinese(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"headings have levels 1 to 4, not {level}")


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the ordinals of `numbered` headings written before their words.

    A heading starts the count of all levels below it anew, whether it is numbered or not.
    """
    counts = [0] * 5
    written: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.level:
            counts[block.level + 1 :] = [0] * (4 - block.level)
            if block.numbered:
                counts[block.level] += 1
                written.append(_with_ordinal(block, heading_ordinal(block.level, counts[block.level])))
                continue
        written.append(block)
    return tuple(written)


def _with_ordinal(heading: Paragraph, ordinal: str) -> Paragraph:
    if heading.lead:
        return replace(heading, lead=(ordinal, *runs(heading.lead)), numbered=False)
    return replace(heading, words=(ordinal, *runs(heading.words)), numbered=False)


def _group(number: int, digits: str, places: tuple[str, ...]) -> str:
    """A whole number read in sections of four places; zeros inside it are read once, trailing ones not at all."""
    if number == 0:
        return digits[0]
    written, owed_zero = "", False
    for section in range(3, -1, -1):
        value = number // 10_000**section % 10_000
        if value == 0:
            owed_zero = bool(written)
            continue
        read = ""
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit == 0:
                owed_zero = owed_zero or bool(written or read)
                continue
            read += (digits[0] if owed_zero else "") + digits[digit] + places[place]
            owed_zero = False
        # A section's own trailing zeros are silent; the next section's leading ones speak: 拾万柒仟, but 拾万零伍佰.
        owed_zero = False
        unit = _SECTIONS[section]
        if section == 3 and number // 10_000**2 % 10_000:
            unit = "万"  # 壹万贰仟叁佰亿: the 亿 is said once, after the section that follows
        written += read + unit
    return written
