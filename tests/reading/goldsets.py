"""The annotated texts: three published reports beside the checkout, two more annotated here, and passages of our own.

Annotations follow the rules of the gold's README. Of the published reports the repository keeps offsets, values and
our own words only; their text is read from FADU_MISSION, or ../shared/mission beside the repository.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
FIGURES = frozenset({"count", "ratio", "money", "duration", "change"})
Row = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """A text with what a careful reader annotated in it."""

    name: str
    text: str
    figures: list[Row]
    checks: list[Row]

    @property
    def year(self) -> int:
        return int(self.name[-4:])


def mission() -> Path:
    """The folder that holds `gold` and `reports`; skips the test, saying why, where it is not."""
    named = os.environ.get("FADU_MISSION")
    folder = Path(named) if named else HERE.parents[1].parent / "shared" / "mission"
    if not (folder / "gold").is_dir() or not (folder / "reports").is_dir():
        pytest.skip("the annotated reports are not here: set FADU_MISSION; the reading is NOT scored on them")
    return folder


def annotated(folder: Path, texts: Path) -> list[Gold]:
    """The texts annotated in `folder`'s figures.jsonl and checks.jsonl."""
    figures, checks = rows(folder / "figures.jsonl"), rows(folder / "checks.jsonl")
    names = sorted({row["report"] for row in figures})
    return [
        Gold(
            name,
            (texts / f"{name}.txt").read_text(encoding="utf-8"),
            [row for row in figures if row["report"] == name],
            [row for row in checks if row["report"] == name],
        )
        for name in names
    ]


def rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def published() -> list[Gold]:
    """The three reports of the mission's gold."""
    folder = mission()
    return annotated(folder / "gold", folder / "reports")


def published_too() -> list[Gold]:
    """Two more of the mission's reports, annotated here."""
    return annotated(HERE / "gold", mission() / "reports")


def passages(folder: Path = HERE / "passages") -> list[Gold]:
    """Our own passages: invented counties, other styles and years."""
    return annotated(folder, folder)
