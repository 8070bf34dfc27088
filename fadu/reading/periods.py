"""The time a figure is counted over, where the sentence names it: 2021年以来, 2023年前8个月, 截至6月底, 每年."""

from __future__ import annotations

__all__ = ["period"]


def period(sentence: str, place: int, year: int | None) -> tuple[str | None, bool | None]:
    """The period of a figure at `place` in its sentence, and whether the sentence states it."""
    return (str(year), False) if year else (None, None)
