"""What the engine answers when an act is not lawful: the provision, what was attempted, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fadu.engine.labels import Label
from fadu.law.statute import Cite


@dataclass(frozen=True)
class Refusal:
    """One reason why an act is not (yet) possible. ``cites`` is None where good order, not the law, refuses."""

    cites: Cite | None
    attempted: Label
    missing: Label
    column: str = ""

    def __str__(self) -> str:
        ground = f"（{self.cites}）" if self.cites else ""
        return f"{self.attempted}：{self.missing}{ground}"


class Refused(Exception):
    """An act was refused; nothing was changed. ``refusals`` gives every reason."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = list(refusals)
        super().__init__("；".join(str(each) for each in self.refusals))
