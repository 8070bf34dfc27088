"""Chinese numerals as statutes write them: 第一百零三条, （十二）, 二十个工作日."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
VALUES: Final = {sign: value for value, sign in enumerate(DIGITS)} | {"〇": 0, "两": 2}
UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def numeral(number: int) -> str:
    """57 -> 五十七, 110 -> 一百一十, 103 -> 一百零三. Raises ValueError outside 1-9999, where no article is
    numbered.
    """
    if not 0 < number < 10_000:
        raise ValueError(f"no statute writes the number {number}")
    written, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += ("零" if gap else "") + DIGITS[digit] + sign
            gap = False
        elif written:
            gap = number > 0
    return written.removeprefix("一") if written.startswith("一十") else written


def value(written: str) -> int:
    """五十七 -> 57; plain and full-width digits are read as well. Raises ValueError on anything else."""
    if not written:
        raise ValueError("an empty numeral")
    if written.isdecimal():
        return int(written)
    total = digit = 0
    for sign in written:
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in UNITS:
            total += (digit or 1) * UNITS[sign]
            digit = 0
        elif sign == "万":
            total, digit = (total + digit) * 10_000, 0
        else:
            raise ValueError(f"{written!r} is not a numeral")
    return total + digit
