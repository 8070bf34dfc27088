"""The words of the law, where they have been imported. The repository has none; ``use`` says where they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fadu.law.structure import Paragraph, parse


class TextNotImported(LookupError):
    """The words of this edition are not here; ``fadu law import DIR`` brings them."""


class _Shelf:
    """Where the texts stand, and those already read."""

    folder: Path | None = None
    read: dict[str, Mapping[str, list[Paragraph]]] = {}


def use(folder: Path | None) -> None:
    """Read imported texts from ``folder`` (files ``<key>.md``) from now on; None for nowhere."""
    _Shelf.folder = folder
    _Shelf.read = {}


def imported(key: str) -> bool:
    """Whether the words of this edition are at hand."""
    return _Shelf.folder is not None and (_Shelf.folder / f"{key}.md").is_file()


def words(key: str) -> Mapping[str, list[Paragraph]]:
    """The articles of the edition ``key``, in words. Raises TextNotImported."""
    if key not in _Shelf.read:
        if _Shelf.folder is None or not imported(key):
            raise TextNotImported(f"the words of {key} are not imported; run: fadu law import DIR")
        path = _Shelf.folder / f"{key}.md"
        _Shelf.read[key] = parse(path.read_bytes(), path.name).articles
    return _Shelf.read[key]
