"""How the rows of a form divide the line: 24 units across, on paper and on a page alike."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from fadu.documents import layout
from fadu.documents.papers import Field
from fadu.documents.words import Words, plain, text_width

__all__ = ["GROUP_UNITS", "LABEL_UNITS", "UNITS", "divide", "divide_header", "share"]

UNITS = 24
LABEL_UNITS = 4
GROUP_UNITS = 2
_PADDING_PT = 8
_LEAST_VALUE_UNITS = 3


def divide(fields: Sequence[Field], free: int = UNITS) -> list[tuple[int, int]]:
    """The units of label and value of each field of a row that has `free` units; a field without label has 0.

    One width of labels in most rows keeps the rules in line; crowded rows give it up. Values share the rest by their
    spans, but a number is not broken in two while a neighbour has room to spare. Raises `ValueError` for a row with
    more fields than fit.
    """
    widest = max(_units_for(len(field.label)) for field in fields)
    label = LABEL_UNITS if len(fields) < 3 else min(LABEL_UNITS, widest)
    labels = [label if field.label else 0 for field in fields]
    values = share(free - sum(labels), [field.span for field in fields])
    _make_room(values, [_longest_token(field.value) for field in fields])
    return list(zip(labels, values, strict=True))


def divide_header(fields: Sequence[Field]) -> list[tuple[int, int]]:
    """The units of label and value of each field in a header without boxes: labels as wide as their words."""
    labels = [_units_for(len(field.label) + 1) for field in fields]
    if sum(labels) + _LEAST_VALUE_UNITS * len(fields) > UNITS:
        widest = max(UNITS // len(fields) - _LEAST_VALUE_UNITS, 1)
        labels = [min(label, widest) for label in labels]
    values = share(UNITS - sum(labels), [field.span for field in fields])
    _make_room(values, [_longest_token(field.value) for field in fields])
    return list(zip(labels, values, strict=True))


def share(units: int, weights: Sequence[float]) -> list[int]:
    """Whole units divided by weight, every part at least one, the largest remainders first."""
    if len(weights) > units:
        raise ValueError(f"{len(weights)} fields do not fit into {units} units: divide the row into two")
    free = units - len(weights)
    exact = [free * weight / sum(weights) for weight in weights]
    parts = [1 + int(part) for part in exact]
    order = sorted(range(len(weights)), key=lambda index: int(exact[index]) - exact[index])
    for index in order[: units - sum(parts)]:
        parts[index] += 1
    return parts


def _units_for(characters: float) -> int:
    """The units that hold so many characters on one line."""
    return math.ceil((characters * layout.TABLE_PT + _PADDING_PT) / (layout.TYPE_WIDTH_PT / UNITS))


def _longest_token(words: Words) -> int:
    """The units that the longest unbreakable stretch of a value needs: a number broken in two is misread."""
    tokens = re.findall(r"[0-9A-Za-z@._*-]+", plain(words))
    return _units_for(max(map(text_width, tokens))) if tokens else 1


def _make_room(units: list[int], needed: Sequence[int]) -> None:
    """Move units from fields that have more than they need to those that have less."""
    for index, need in enumerate(needed):
        while units[index] < need:
            spare = [units[other] - max(needed[other], 2) for other in range(len(units))]
            giver = max(range(len(units)), key=spare.__getitem__)
            if spare[giver] < 1:
                return
            units[giver] -= 1
            units[index] += 1
