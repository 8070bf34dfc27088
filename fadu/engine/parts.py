"""卷内部分: the parts a dossier has where a form of the trade prescribes them, and what goes into each.

A paper goes where its kind is named, a file where its name has one of ``words``; what fits nowhere goes to the part
that takes the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from fadu.engine.labels import Label


@dataclass(frozen=True, eq=False)
class Part:
    """One part: its name in the catalogue, which papers and files belong to it, whether no dossier is without it."""

    name: Label
    _: KW_ONLY
    papers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    required: bool = False
    rest: bool = False


def place(parts: Sequence[Part], *, paper: str = "", file: str = "") -> int:
    """The number of the part, from 1, that a paper of that kind or a file of that name belongs to; 0 without parts."""
    for number, part in enumerate(parts, start=1):
        if (paper and paper in part.papers) or (file and any(word in file for word in part.words)):
            return number
    return next((number for number, part in enumerate(parts, start=1) if part.rest), 0)
