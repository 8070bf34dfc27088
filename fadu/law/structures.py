"""Making the committed structure files from a folder of texts: what ``fadu law index`` does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fadu.law.statute import STRUCTURES, Statute
from fadu.law.statutes import STATUTES
from fadu.law.structure import Text, UnreadableText, dump, parse, structure_of


class TextMissing(UnreadableText):
    """A text of the register is not in the folder."""


def about(statute: Statute) -> dict[str, str]:
    """What a structure file says of its edition beside the articles."""
    return {
        "key": statute.key,
        "name": statute.name,
        "adopted": statute.adopted.isoformat(),
        "in_force": statute.in_force.isoformat() if statute.in_force else "",
        "until": statute.until.isoformat() if statute.until else "",
    }


def text_in(folder: Path, statute: Statute) -> Text:
    """The text of an edition in ``folder``, under its own name or as ``<key>.md``. Raises TextMissing,
    UnreadableText.
    """
    for name in (statute.file, f"{statute.key}.md"):
        if (folder / name).is_file():
            return parse((folder / name).read_bytes(), name)
    raise TextMissing(f"{folder.name}: no file {statute.file} for {statute.key}")


def index(folder: Path, into: Path = STRUCTURES) -> Iterator[Path]:
    """Write the structure file of every edition. All texts are read before the first file is written."""
    made = {statute: dump(structure_of(text_in(folder, statute)), about(statute)) for statute in STATUTES.values()}
    into.mkdir(parents=True, exist_ok=True)
    for statute, content in made.items():
        path = into / f"{statute.key}.json"
        path.write_text(content, "utf-8")
        yield path
