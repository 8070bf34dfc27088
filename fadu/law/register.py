"""The register of editions: by key, by name, by the day on which they are in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from fadu.law.periods import Whose
from fadu.law.running import SILENT, Rule
from fadu.law.statute import STATUTES, Cite, Kind, NoSuchProvision, Statute

WHOLE: Final = frozenset(Whose)


class EditionNotHeld(LookupError):
    """No edition in force on that day is held (未见原文), or no statute of that name."""


def edition(key: str) -> Statute:
    """The edition by its key, ``penalty-2021``. Raises EditionNotHeld."""
    if key not in STATUTES:
        raise EditionNotHeld(f"no edition {key!r} is held; fadu law editions lists the keys")
    return STATUTES[key]


def cite(key: str) -> Cite:
    """The citation stored as ``penalty-2021/57.1.4``. Raises EditionNotHeld, NoSuchProvision."""
    name, _, path = key.partition("/")
    article, *rest = path.split(".")
    if not article or len(rest) > 2 or not all(part.isdecimal() or not part for part in rest):
        raise NoSuchProvision(f"{key!r} is not a citation key; write for example penalty-2021/57.1.4")
    return edition(name)[(article, *(int(part) if part else None for part in rest))]


def editions(name: str) -> list[Statute]:
    """All editions held of a statute, by its name or short name, earliest first."""
    wanted = name.strip("《》").removeprefix("中华人民共和国")
    found = [statute for statute in STATUTES.values() if wanted in {statute.name, statute.short}]
    return sorted(found, key=lambda statute: (statute.in_force or statute.adopted, statute.adopted))


def in_force_on(name: str, day: date) -> Statute:
    """The edition of the statute ``name`` in force on ``day``.

    Raises EditionNotHeld where the edition then in force is not among those held: a neighbour never takes its place.
    """
    held = editions(name)
    if not held:
        raise EditionNotHeld(f"no statute named {name!r} is held; fadu law editions lists them")
    for statute in held:
        if statute.in_force and statute.in_force <= day and (statute.until is None or day <= statute.until):
            return statute
    spans = "；".join(f"{s.key} {s.in_force or '施行日未见'}—{s.until or '现行'}" for s in held)
    raise EditionNotHeld(f"《{held[0].name}》: the edition in force on {day} is not held（未见原文）; held are {spans}")


def hold(
    key: str,
    name: str,
    english: str,
    kind: Kind,
    adopted: str,
    in_force: str,
    until: str = "",
    *,
    short: str = "",
    file: str = "",
    working: Callable[[int], bool] | None = None,
    counted_in: tuple[int, ...] = (),
    working_for: frozenset[Whose] = WHOLE,
    running: tuple[Rule, ...] = SILENT,
    excerpt: bool = False,
) -> Statute:
    """Enter an edition. ``in_force`` is empty where the day was not seen, ``until`` where the edition is in force."""
    year = key.rsplit("-", 1)[1]
    statute = Statute(
        key=key,
        name=name,
        edition=f"{year}年",
        english=f"{english} ({year})",
        kind=kind,
        file=file or f"{'转录摘录_' if excerpt else ''}{name}({adopted}).md",
        adopted=date.fromisoformat(adopted),
        in_force=date.fromisoformat(in_force) if in_force else None,
        until=date.fromisoformat(until) if until else None,
        short=short,
        working=working,
        counted_in=counted_in,
        working_for=working_for,
        running_rules=running,
        excerpt=excerpt,
    )
    STATUTES[key] = statute
    return statute


def among(*numbers: int) -> Callable[[int], bool]:
    """只有这些天数是工作日."""
    return frozenset(numbers).__contains__


def up_to(number: int) -> Callable[[int], bool]:
    """这些天数以内（含）是工作日."""
    return lambda days: days <= number
