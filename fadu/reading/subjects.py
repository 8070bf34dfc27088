"""What a figure counts, as a short noun phrase."""

from __future__ import annotations

import re
from typing import Final

from fadu.reading.figure import Figure
from fadu.reading.figures import Number

__all__ = ["subject"]

_CLAUSE: Final = re.compile(r"[^，,。；;：:！？\n]*$")


def subject(text: str, start: int, end: int, number: Number, before: list[Figure]) -> str:
    """The words of the clause up to the figure."""
    found = _CLAUSE.search(text[start : number.start])
    return found[0] if found else ""
