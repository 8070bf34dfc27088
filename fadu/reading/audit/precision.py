"""How exactly a number is printed: the size of its last place, and between what it may lie."""

from __future__ import annotations

import re
from decimal import Decimal

from fadu.reading.figure import Figure

__all__ = ["least", "most", "number", "place", "rounds_to"]

_DIGITS = re.compile(r"[\d０-９][\d０-９,，]*(?:[.．]([\d０-９]+))?")
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def place(figure: Figure) -> Decimal:
    """The size of the last printed place: 99.86% is printed to 0.01, 96.8万人 to 1000, 705件 to 1."""
    found = _DIGITS.search(figure.text)
    if found is None:
        return Decimal(1)
    size = Decimal(1)
    for letter in figure.text[found.end() :]:
        if letter not in _SCALES:
            break
        size *= _SCALES[letter]
    decimals = found[1]
    return size.scaleb(-len(decimals)) if decimals else size


def least(figure: Figure) -> Decimal:
    """The least it may be: a number in 万 is rounded, 以内 and 近 leave it open downwards."""
    value = abs(figure.value or Decimal(0))
    if figure.bound == "le":
        return Decimal(0)
    if figure.approx:
        return value if _upwards(figure) else value * 9 / 10
    return value - _half(figure)


def most(figure: Figure) -> Decimal:
    """The most it may be: 三百余 is under 400, 以上 leaves it open upwards."""
    value = abs(figure.value or Decimal(0))
    if figure.bound == "ge":
        return Decimal("Infinity")
    if figure.approx:
        return value + max(_last_digit(value), value / 10)
    return value + _half(figure)


def _half(figure: Figure) -> Decimal:
    """Half of the last place of a number that is printed rounded; counts are printed exactly."""
    size = place(figure)
    return size / 2 if size > 1 or (figure.unit in ("元", "%") and size < 1) else Decimal(0)


def _upwards(figure: Figure) -> bool:
    return any(letter in figure.text for letter in "余多")


def _last_digit(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought: 100 in 300, 10 in 1520."""
    size = Decimal(1)
    while value and value % (size * 10) == 0:
        size *= 10
    return size


def rounds_to(exact: Decimal, printed: Figure) -> bool:
    """Whether the exact value, rounded to the printed place, half up or half to even, is the printed one."""
    return abs(exact - abs(printed.value or Decimal(0))) * 2 <= place(printed)


def number(value: Decimal) -> str:
    """A number as arithmetic writes it: without the zeros nobody printed."""
    if value == value.to_integral_value():
        return str(int(value))
    return f"{value.quantize(Decimal('0.0001')).normalize():f}"
