"""Reading a citation as people write it: 《行政处罚法》第五十七条第一款第（四）项, 行政处罚法57.1.4,
penalty-2021/57.1.4.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from fadu.law.numerals import value
from fadu.law.register import EditionNotHeld, cite, edition, editions, in_force_on
from fadu.law.statute import Cite, NoSuchProvision, Statute

NUMBER: Final = "[0-9０-９零〇一二三四五六七八九十百]+"
WRITTEN: Final = re.compile(
    f"《?(?P<name>.+?)》?(?:[（(](?P<year>[0-9]{{4}})[^）)]*[）)])?"
    f"(?:第(?P<article>{NUMBER})条(?:之(?P<inserted>{NUMBER}))?(?:第(?P<paragraph>{NUMBER})款)?"
    f"(?:第[（(]?(?P<item>{NUMBER})[）)]?项)?"
    r"|\s*(?P<numbers>[0-9]+(?:-[0-9]+)?(?:\.[0-9]*){0,2}))"
)


class UnreadableCitation(ValueError):
    """Not a citation in any of the ways understood."""


def read(written: str, on: date) -> Cite:
    """The provision that ``written`` names, in the edition named or else the one in force on ``on``.

    Raises UnreadableCitation, EditionNotHeld, NoSuchProvision.
    """
    written = written.strip()
    if re.match(r"[a-z0-9-]+/", written):
        return cite(written)
    found = WRITTEN.fullmatch(written)
    if not found:
        raise UnreadableCitation(
            f"{written!r} is not a citation; write 《行政处罚法》第五十七条第一款第（四）项, "
            "行政处罚法57.1.4 or penalty-2021/57.1.4"
        )
    statute = _edition(found["name"], found["year"], on)
    if found["numbers"]:
        return cite(f"{statute.key}/{found['numbers']}")
    article = str(value(found["article"])) + (f"-{value(found['inserted'])}" if found["inserted"] else "")
    return statute[(article, *(value(found[part]) if found[part] else None for part in ("paragraph", "item")))]


def _edition(name: str, year: str | None, on: date) -> Statute:
    name = name.strip("《》").strip()
    if not year:
        return in_force_on(name, on)
    held = [statute for statute in editions(name) if statute.key.endswith(f"-{year}")]
    if not held:
        known = "、".join(statute.key for statute in editions(name)) or "none"
        raise EditionNotHeld(f"《{name}》: no edition of {year} is held; held: {known}")
    return edition(held[0].key)


__all__ = ["NoSuchProvision", "UnreadableCitation", "read"]
