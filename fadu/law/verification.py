"""Checking the room against the texts, and bringing the words in: what ``fadu law check`` and ``fadu law
import`` do.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from fadu.law.register import cite
from fadu.law.rules import RULES
from fadu.law.statute import STATUTES, Statute
from fadu.law.structure import Structure, Text, UnreadableText, plain, structure_of
from fadu.law.structures import TextMissing, text_in

DAY: Final = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


class BadText(ValueError):
    """Texts that cannot be imported; the message lists every fault. Nothing was changed."""


def findings(folder: Path) -> Iterator[str]:
    """Every point in which structures, rules and citations made so far disagree with the texts in ``folder``."""
    structures: dict[str, Structure] = {}
    for statute in STATUTES.values():
        try:
            text = text_in(folder, statute)
        except UnreadableText as fault:
            yield f"{statute.key}: {fault}"
            continue
        structures[statute.key] = structure_of(text)
        yield from disagreements(statute, structures[statute.key])
        if structures[statute.key].sha256 != statute.structure.sha256:
            yield f"{statute.key}: {statute.file} is not the text that was indexed (SHA-256 differs)"
        yield from _dates(statute, text)
    for statute in STATUTES.values():
        _ = statute.running, statute.counted_by  # the citations of the counting rules are made on use
    for rule in RULES.values():
        _ = rule.cite
        if rule.verified and rule.cite is None:
            yield f"rules.csv: {rule.id}: verified, but without a provision"
    for statute in STATUTES.values():
        held = structures.get(statute.key)
        for cited in statute.cited() if held else ():
            if held and not held.has(cited.article, cited.paragraph, cited.item):
                yield f"{cited.key}: {cited} is cited and not found in {statute.file}"


KEY: Final = re.compile(r"[\"']([a-z]+(?:-[a-z]+)*-(?:19|20)\d\d/\d[\d.-]*)[\"']")


def written(source: Path) -> Iterator[str]:
    """Citation keys written out in the program's files (code, templates, tables) that name no provision."""
    for path in sorted(source.rglob("*")):
        if path.suffix in {".py", ".html", ".json"} and "structure" not in path.parts:
            for key in KEY.findall(path.read_text("utf-8", "replace")):
                try:
                    cite(key)
                except LookupError as fault:
                    yield f"{path.relative_to(source)}: {key!r} is cited and not found: {fault}"


def quotes(table: Path, folder: Path) -> Iterator[str]:
    """Rows of a table of rules whose quote does not stand in the provision that the rule cites."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("verified") == "yes"]
    held: dict[Statute, Text] = {}
    for row in rows:
        rule = RULES.get(row["id"])
        if rule is None or rule.cite is None or rule.statute is None:
            yield f"{table.name}: {row['id']}: not in the committed table of rules"
            continue
        if rule.statute not in held:
            held[rule.statute] = text_in(folder, rule.statute)
        if _bare(row["quote"]) not in _bare(rule.cite.within(held[rule.statute].articles)):
            yield f"{table.name}: {row['id']}: the quote does not stand in {rule.cite}"


def _bare(words: str) -> str:
    return re.sub(r"\s", "", plain(words))


def disagreements(statute: Statute, held: Structure) -> Iterator[str]:
    """Articles in which a text differs from the structure file of its edition."""
    wanted = statute.structure.articles
    for article in [*wanted, *(name for name in held.articles if name not in wanted)]:
        ours, theirs = wanted.get(article), held.articles.get(article)
        if ours != theirs:
            yield f"{statute.key}: article {article}: structure has {_shape(ours)}, {statute.file} has {_shape(theirs)}"
    if statute.structure.divisions != held.divisions:
        yield f"{statute.key}: chapters or sections differ from {statute.file}"


def _shape(items: tuple[int, ...] | None) -> str:
    if items is None:
        return "no such article"
    return f"{len(items)} paragraph(s) with {', '.join(map(str, items))} item(s)"


def _dates(statute: Statute, text: Text) -> Iterator[str]:
    """The day of force that the head of the text states must be the register's, or that of an earlier edition."""
    for line in text.header:
        if line.endswith("施行") and (found := DAY.search(line)) and statute.in_force:
            stated = date(*map(int, found.groups()))
            if stated > statute.in_force:
                yield f"{statute.key}: in force since {statute.in_force}, but its text says {stated}"


def bring(folder: Path, into: Path) -> tuple[list[Statute], list[Statute]]:
    """Copy the texts of ``folder`` to ``into`` as ``<key>.md``; returns the editions brought and those not found.

    Each is checked against its structure first; on any fault nothing is copied. Raises BadText.
    """
    brought: dict[Statute, bytes] = {}
    missing, faults = [], []
    for statute in STATUTES.values():
        try:
            faults += list(disagreements(statute, structure_of(text_in(folder, statute))))
            brought[statute] = _bytes(folder, statute)
        except TextMissing:
            missing.append(statute)
        except UnreadableText as fault:
            faults.append(str(fault))
    if not brought and not faults:
        raise BadText(f"{folder}: none of the {len(STATUTES)} texts is in this folder")
    if faults:
        raise BadText("\n".join(faults))
    into.mkdir(parents=True, exist_ok=True)
    for statute, content in brought.items():
        (into / f"{statute.key}.md").write_bytes(content)
    return list(brought), missing


def _bytes(folder: Path, statute: Statute) -> bytes:
    path = folder / statute.file
    return (path if path.is_file() else folder / f"{statute.key}.md").read_bytes()
