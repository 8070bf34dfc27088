"""The words of the interface as values: what a Lamp, Clock, Knot, Act, Figure, Stamp or Notice says.

A view builds them, a template tag of the same name prints them. They decide nothing in law: days, provisions and
refusals come from the rooms below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import date, datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fadu.law.statute import Cite

Label = str | Promise


@dataclass(frozen=True)
class Lamp:
    """State of a limit by shape, colour and word together, so that it reads without colour and in print."""

    key: str
    shape: str
    word: Label


LAMPS: Final = {
    each.key: each
    for each in (
        Lamp("normal", "●", _("正常")),
        Lamp("near", "▲", _("将到期")),
        Lamp("today", "◆", _("今日")),
        Lamp("overdue", "■", _("逾期")),
        Lamp("stopped", "‖", _("停算")),
        Lamp("met", "✓", _("已完成")),
        Lamp("late", "✓", _("逾期完成")),
        Lamp("hint", "○", _("参考")),
        Lamp("none", "–", _("无期限")),
    )
}
"""By the keys of the engine's ladder of warnings, and the states that are on no rung of it."""


@dataclass(frozen=True)
class Clock:
    """A limit's last day, what is left of it in the unit the law counts in, and where its derivation stands.

    ``left`` is ready words (剩3个工作日, 逾期2日). ``lines`` are the derivation when at hand: pairs of sentence and
    provision; else ``address`` serves it.
    """

    name: Label
    due: date
    lamp: Lamp
    _: KW_ONLY
    moment: datetime | None = None
    left: Label = ""
    projected: bool = False
    cite: Cite | str | None = None
    missed: Label = ""
    address: str = ""
    lines: Sequence[tuple[str, Cite | str | None]] = ()


@dataclass(frozen=True)
class Knot:
    """One knot of the Thread. ``state``: done, due, possible, waiting, gap (停算), or none (not applicable).

    ``address`` leads to the act (possible) or to what was done (done); ``why`` says what an act still waits for.
    """

    name: Label
    state: str
    _: KW_ONLY
    on: date | None = None
    until: date | None = None
    who: str = ""
    outcome: Label = ""
    cite: Cite | str | None = None
    lamp: Lamp | None = None
    address: str = ""
    why: Label = ""
    late: bool = False


@dataclass(frozen=True)
class Strand:
    """Knots that follow one another; a procedure has a main strand and, where the law has them, parallel ones."""

    name: Label
    knots: Sequence[Knot]
    skipped: Sequence[Knot] = ()


@dataclass(frozen=True)
class Act:
    """What may be done next, by the verb of the law. Not yet lawful: ``refusals``, each a reason and its provision."""

    name: Label
    cite: Cite | str | None
    address: str
    _: KW_ONLY
    lawful: bool = True
    refusals: Sequence[tuple[str, Cite | str | None]] = ()
    lamp: Lamp | None = None
    by: Label = ""
    repeats: bool = False


@dataclass(frozen=True)
class Figure:
    """A number that leads to exactly the records it counts."""

    value: object
    address: str
    _: KW_ONLY
    unit: Label = ""
    definition: Label = ""
    rule: Label = ""
    cut_off: date | None = None


@dataclass(frozen=True)
class Stamp:
    """Whether a record verifies against the ledger. ``sealed_on`` is empty while no daily seal covers it yet."""

    holds: bool
    _: KW_ONLY
    entries: int = 0
    sealed_on: date | None = None
    digest: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Notice:
    """What happened, by which provision, what to do next: one sentence each. ``kind``: done, told, refused."""

    what: Label
    _: KW_ONLY
    kind: str = "told"
    cite: Cite | str | None = None
    then: Label = ""
    address: str = ""
    items: Sequence[tuple[str, Cite | str | None]] = field(default=())
