"""From words to the law: provisions named in a running text become links, a search that names one is answered by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from fadu.law.citing import UnreadableCitation, read
from fadu.law.register import EditionNotHeld, in_force_on
from fadu.law.statute import Cite, NoSuchProvision, Statute
from fadu.law.statutes import STATUTES

NUMBER: Final = "[零〇一二三四五六七八九十百0-9]{1,8}"
PLACE: Final = f"第{NUMBER}条(?:之{NUMBER})?(?:第{NUMBER}款)?(?:第[（(]?{NUMBER}[）)]?项)?"
NAMED: Final = re.compile(f"《(?P<name>[^《》<>]{{2,60}})》(?P<place>{PLACE})?")
FEW: Final = 5


@dataclass(frozen=True)
class Pointed:
    """What a search for words also means in the law: a provision; statutes whose name holds the words, with address."""

    cite: Cite | None
    statutes: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return self.cite is not None or bool(self.statutes)


def address(cite: Cite) -> str:
    """Where the provision is read."""
    key, _slash, place = cite.key.partition("/")
    return reverse("portal:provision", args=[key, place])


def pointed(words: str, on: date) -> Pointed:
    """行政处罚法第五十七条 → the provision of the edition in force on ``on``; 处罚法 → the statutes of that name."""
    if len(words) < 2:
        return Pointed(None)
    wanted = words.strip("《》")
    named = [each for each in STATUTES.values() if wanted.lower() in f"{each.name} {each.short} {each.english}".lower()]
    current = sorted(named, key=lambda each: (each.until is not None and each.until < on, each.name))
    named_so = tuple((said(each), reverse("portal:statute", args=[each.key])) for each in current[:FEW])
    return Pointed(_cite(words, on), named_so)


def said(statute: Statute) -> str:
    """《行政处罚法》（2021年）; Administrative Penalty Law (2021)."""
    return statute.english if english() else str(statute)


def english() -> bool:
    """Whether the page is read in English."""
    return (get_language() or "").startswith("en")


def linked(text: str, on: date) -> SafeString:
    """``text`` escaped, with a link at each statute or provision it names that is held for ``on``."""
    return mark_safe("".join(_parts(text, on)))  # noqa: S308  every part is escaped


def _parts(text: str, on: date) -> Iterator[str]:
    last = 0
    for found in NAMED.finditer(text):
        where = _where(found["name"], found["place"] or "", on)
        if where:
            yield conditional_escape(text[last : found.start()])
            yield format_html('<a href="{}">{}</a>', where, found.group())
            last = found.end()
    yield conditional_escape(text[last:])


def _where(name: str, place: str, on: date) -> str:
    if place:
        cite = _cite(f"《{name}》{place}", on)
        return address(cite) if cite else ""
    try:
        return reverse("portal:statute", args=[in_force_on(name, on).key])
    except EditionNotHeld:
        return ""


def _cite(words: str, on: date) -> Cite | None:
    try:
        return read(words, on)
    except (UnreadableCitation, EditionNotHeld, NoSuchProvision, ValueError):
        return None
