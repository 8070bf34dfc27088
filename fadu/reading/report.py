"""A published report as read: its title, region, year and kind, its outline, and every figure in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fadu.reading.figure import Figure
from fadu.reading.furniture import kept
from fadu.reading.heading import heading
from fadu.reading.outline import Section, outline
from fadu.reading.prose import figures

__all__ = ["Report", "read"]


@dataclass(frozen=True, slots=True)
class Report:
    """What was read. `text` is the file as decoded: all offsets are its characters.

    `figures` are only those that count (`Kind` in `FIGURES`), in the order of the text. `kind` is a `ReportKind`;
    `title` and `region` are empty and `year` is None where nothing says them.
    """

    text: str
    title: str
    region: str
    year: int | None
    kind: str
    outline: tuple[Section, ...]
    figures: tuple[Figure, ...]

    def json(self) -> dict[str, Any]:
        """As `fadu read --json` prints it."""
        return {
            "title": self.title,
            "region": self.region,
            "year": self.year,
            "kind": self.kind,
            "outline": [section.json() for section in self.outline],
            "figures": [figure.json() for figure in self.figures],
        }


def read(text: str, *, year: int | None = None, title: str = "") -> Report:
    """A report from its text. `year` is the year reported on, where the reader knows it better than the text; `title`
    what the file calls itself (a page's <title>), for a text that prints none."""
    spans = kept(text)
    head = heading(text, spans, title=title, year=year)
    return Report(
        text=text,
        title=head.title,
        region=head.region,
        year=head.year,
        kind=head.kind.value,
        outline=outline(text, spans),
        figures=figures(text, spans, head.year),
    )
