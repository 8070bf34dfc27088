"""The ordinals Word writes itself: 一、 （一） 1. of paragraphs numbered by their style or list, not by the typist.

Without them a report typed with automatic numbering has no outline, and its list ordinals are invisible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final

__all__ = ["Ordinals"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS: Final = "零一二三四五六七八九"
_CHINESE: Final = frozenset(
    {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting"}
)
_CIRCLED: Final = 20  # ① to ⑳


class Ordinals:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.lists = _lists(numbering)
        self.styles = _styles(styles)
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)

    def before(self, paragraph: Any) -> str:
        """What Word shows before the paragraph: "一、", or nothing."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        of, level = _number_of(properties)
        if of is None:
            style = properties.find(f"{_W}pStyle")
            of, level = self.styles.get(style.get(f"{_W}val", ""), (None, 0)) if style is not None else (None, 0)
        levels = self.lists.get(of or "")
        if not levels or level not in levels:
            return ""
        counts = self.counts[of or ""]
        start, form, _ = levels[level]
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (8 - level)
        if form in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda found: _said(int(found[1]) - 1, counts, levels), levels[level][2])


_Levels = dict[int, tuple[int, str, str]]


def _said(level: int, counts: list[int], levels: _Levels) -> str:
    start, form, _ = levels.get(level, (1, "decimal", ""))
    number = counts[level] or start
    if form in _CHINESE and number < 100:
        tens, ones = divmod(number, 10)
        return ("" if not tens else (_DIGITS[tens] if tens > 1 else "") + "十") + (_DIGITS[ones] if ones else "")
    if form == "decimalEnclosedCircle" and number <= _CIRCLED:
        return chr(0x2460 + number - 1)
    return str(number)


def _number_of(properties: Any) -> tuple[str | None, int]:
    """The list and the level a paragraph or style is numbered by; list "0" takes the numbering away."""
    number = properties.find(f"{_W}numPr")
    if number is None:
        return None, 0
    of, level = number.find(f"{_W}numId"), number.find(f"{_W}ilvl")
    depth = level.get(f"{_W}val", "0") if level is not None else "0"
    return (of.get(f"{_W}val") if of is not None else None), int(depth) if depth.isdigit() and int(depth) < 9 else 0


def _lists(numbering: Any) -> dict[str, _Levels]:
    """By list: each level's first number, its form, and its pattern (%1、)."""
    if numbering is None:
        return {}
    shapes: dict[str, _Levels] = {}
    for shape in numbering.findall(f"{_W}abstractNum"):
        levels: _Levels = {}
        for each in shape.findall(f"{_W}lvl"):
            depth, start = each.get(f"{_W}ilvl", ""), _value(each, "start", "1")
            if depth.isdigit() and int(depth) < 9:
                first = int(start) if start.isdigit() else 1
                levels[int(depth)] = first, _value(each, "numFmt", "decimal"), _value(each, "lvlText", "")
        shapes[shape.get(f"{_W}abstractNumId", "")] = levels
    return {
        each.get(f"{_W}numId", ""): shapes.get(_value(each, "abstractNumId", ""), {})
        for each in numbering.findall(f"{_W}num")
    }


def _styles(styles: Any) -> dict[str, tuple[str | None, int]]:
    """By style: the list and level its paragraphs are numbered by."""
    found = {}
    for style in styles.findall(f"{_W}style") if styles is not None else ():
        properties = style.find(f"{_W}pPr")
        if properties is not None and properties.find(f"{_W}numPr") is not None:
            found[style.get(f"{_W}styleId", "")] = _number_of(properties)
    return found


def _value(element: Any, name: str, missing: str) -> str:
    child = element.find(f"{_W}{name}")
    return missing if child is None else str(child.get(f"{_W}val", missing))
