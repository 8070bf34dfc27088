"""Numerals as reports print them: 1，234, 3.2万, ３０, 三百余, 七万, 百分之八十, 三分之二.

`ARABIC` and `HAN` are the two ways of writing, as parts of a pattern; `value` reads either.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

__all__ = ["ARABIC", "HAN", "HAN_DIGITS", "ROUGHLY", "SCALE", "value"]

# 1,234, 1，234 and 1 234: groups of three after a separator, no digit after them; else a plain or decimal number.
ARABIC: Final = r"(?:\d{1,3}(?:(?:[,，]\d{3})+|(?:[ \xa0]\d{3})+)(?!\d)(?:[.．]\d+)?|\d+(?:[.．]\d+)?)"

_DIGIT: Final = "一二两三四五六七八九"
HAN_DIGITS: Final = _DIGIT + "十百千"
# Places in their order and none twice: 二百五十, 一千零五, 十二. Two digits side by side (七五, 二三十) are no number
# that counts: the first is a name, the second is left as its tens.
_SECTION: Final = (
    rf"(?:[{_DIGIT}]千(?:零?[{_DIGIT}]百)?(?:零?[{_DIGIT}]十)?(?:零?[{_DIGIT}])?"
    rf"|[{_DIGIT}]百(?:零?[{_DIGIT}]十)?(?:零?[{_DIGIT}])?"
    rf"|[{_DIGIT}]?十[{_DIGIT}]?|[{_DIGIT}]|[千百])"
)

HAN: Final = rf"(?:(?:{_SECTION}亿零?)?(?:{_SECTION}万零?){_SECTION}|{_SECTION})"  # 两百一十七万五千

SCALE: Final = r"(?:[十百千]?[万亿]|万亿|[十百千])"  # 3.2万, 100万亿, 5千
ROUGHLY: Final = "余多来几"  # said between numeral and measure word: 三百余次, 90多万本

_POWERS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HAN_VALUES: Final = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLAIN: Final = str.maketrans("０１２３４５６７８９．", "0123456789.", ",， \xa0")


def value(written: str, scale: str = "") -> Decimal:
    """The number written, times the places of `scale`: ("3.2", "万") is 32000, ("三百", "") is 300, 千 alone is 1000.

    Raises ValueError where it is no numeral.
    """
    number = Decimal(written.translate(_PLAIN)) if written[:1].isdecimal() else Decimal(_han(written))
    for sign in scale:
        number *= _POWERS[sign]
    return number


def _han(written: str) -> int:
    total = section = digit = 0
    for sign in written:
        if sign in _HAN_VALUES:
            digit = _HAN_VALUES[sign]
        elif sign in "万亿":
            total, section, digit = (total + (section + digit or 1)) * _POWERS[sign], 0, 0
        elif sign in _POWERS:
            section, digit = section + (digit or 1) * _POWERS[sign], 0
        else:
            raise ValueError(f"{written!r} is no numeral")
    return total + section + digit
