"""The words a procedure is written in. Frozen data; no behaviour of any one law.

A procedure is a Python value: its steps (who does what, after what, in which cases), its limits (what must happen
within which period), its waits (what may not happen before), its grounds for stopping and lengthening a limit, its
documents and its publicity. Every word carries its provision. Conditions are ``Q`` over the columns of the
procedure's record, so that one value guards the step, constrains the table and counts breaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import Q

from fadu.engine.application import Application
from fadu.engine.labels import Label
from fadu.engine.parts import Part
from fadu.law.periods import Period
from fadu.law.statute import Cite

if TYPE_CHECKING:
    from fadu.engine.models import Record

ALWAYS = Q()
NEVER = Q(pk__in=[])

Whose = Literal["organ", "party", "court", "police"]


@dataclass(frozen=True, eq=False)
class Role:
    """Who may act: holders of one of ``posts`` in the case's organ on the day of the act.

    ``at_least`` is the number the law asks for; ``certified`` asks each for a valid enforcement certificate in the
    case's field; ``outside`` marks an act of somebody else (a party, a court, the police) that staff enter.
    """

    key: str
    name: Label
    cites: Cite
    _: KW_ONLY
    posts: tuple[str, ...]
    at_least: int = 1
    certified: bool = False
    outside: bool = False


@dataclass(frozen=True)
class Missing:
    """An item that a paper must state and cannot: the provision that asks for it, and what it is."""

    cites: Cite
    what: Label


@dataclass(frozen=True, eq=False)
class Document:
    """A paper a step yields. ``word`` is its 字 in the number ({organ}{word}〔year〕n号); "" means unnumbered.

    ``compose`` turns the frozen snapshot of the case into a value of ``fadu.documents.papers``. ``contents`` names what
    the law has the paper state and the snapshot lacks: such a paper is not issued.
    """

    key: str
    name: Label
    cites: Cite
    _: KW_ONLY
    compose: Callable[[Mapping[str, Any]], object]
    contents: Callable[[Mapping[str, Any]], Sequence[Missing]] | None = None
    word: str = ""
    served: bool = False
    only: Q = ALWAYS


@dataclass(frozen=True, eq=False)
class Outcome:
    """One of the ways a step may end. ``sets`` are columns it fixes, ``needs`` columns it cannot do without."""

    key: str
    name: Label
    cites: Cite
    _: KW_ONLY
    sets: Mapping[str, object] = field(default_factory=dict)
    needs: Sequence[str] = ()
    asks: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class Guard:
    """``holds`` must be true of the record when the step is taken; else the step is refused with ``says``."""

    cites: Cite
    holds: Q
    says: Label


@dataclass(frozen=True, eq=False)
class Wait:
    """The step may not be taken until ``period``, counted from the day in column ``since``, has run out.

    ``unless`` names the cases that need not wait. ``since`` empty in the record means nothing to wait for. With
    ``back`` the period is counted back in full from the step's own day (举行听证的七日前).
    """

    cites: Cite
    since: str
    period: Period
    _: KW_ONLY
    says: Label
    unless: Q = NEVER
    back: bool = False


@dataclass(frozen=True, eq=False)
class Lapse:
    """The step may no longer be taken once ``period``, counted from the day in column ``since``, has run out.

    ``by`` is the column of the day that must lie within the period; empty: the day of the act itself. ``unless`` names
    the cases in which nothing is lost. An empty ``since`` or ``by`` in the record means nothing to compare.
    """

    cites: Cite
    since: str
    period: Period
    _: KW_ONLY
    says: Label
    by: str = ""
    unless: Q = NEVER


@dataclass(frozen=True, eq=False)
class Deliberation:
    """The heads decide together: who attended, how each spoke, what was resolved.

    ``at_least`` is the least number of heads present; the comment where it is declared says whether the law or a
    reading sets it.
    """

    cites: Cite
    at_least: int
    only: Q = ALWAYS


@dataclass(frozen=True, eq=False)
class Step:
    """An act the law requires or permits.

    ``only``: the cases in which it may be taken. ``must``: the cases in which it has to be taken before any step that
    names it in ``after`` (default: as ``only``; ``NEVER`` for a step that is merely permitted). ``before``: steps
    after which it can no longer be taken. ``not_by``: whoever took one of these steps may not take this one.
    ``dated`` is the record's column for its day; ``asks`` the columns its form offers, ``needs`` those it cannot be
    taken without; ``clears`` the days that no longer count once it is taken (again): a new notice undoes the old
    answer. The outcome of an ``interim`` step says how the step went, not how the case ends. ``told`` is the step in
    plain words to the party who follows the matter; a step without them is not shown to him. ``hands_on``: the column
    that names the organ to which the case goes with the step (转送、交办), where it is one of the house.
    """

    key: str
    name: Label
    cites: Cite
    by: Role
    _: KW_ONLY
    after: Sequence[Step] = ()
    before: Sequence[Step] = ()
    only: Q = ALWAYS
    must: Q | None = None
    dated: str = ""
    asks: Sequence[str] = ()
    needs: Sequence[str] = ()
    clears: Sequence[str] = ()
    yields: Sequence[Document] = ()
    outcomes: Sequence[Outcome] = ()
    guards: Sequence[Guard] = ()
    waits: Sequence[Wait] = ()
    lapses: Sequence[Lapse] = ()
    not_by: Sequence[Step] = ()
    deliberation: Deliberation | None = None
    serves: str = ""
    strand: str = ""
    repeats: bool = False
    interim: bool = False
    closes: bool = False
    told: Label = ""
    hands_on: str = ""

    @property
    def required(self) -> Q:
        """The cases in which its successors need it."""
        return self.only if self.must is None else self.must

    def outcome(self, key: str) -> Outcome:
        """The outcome called ``key``; KeyError if the step has none of that name."""
        for each in self.outcomes:
            if each.key == key:
                return each
        raise KeyError(f"{self.key}: {key}")


@dataclass(frozen=True, eq=False)
class Ground:
    """A lawful reason to stop a limit (suspension) or to lengthen it (extension).

    ``cap`` is the most one extension may add (None: the article sets none); ``times`` how often it may be used (0: no
    bound in the text); ``by`` who approves; ``written`` that the party must be told in writing, else it does not count.
    Where the law itself leaves days out (征求意见所需时间不计算), ``since`` and ``until`` are the columns of the day
    after which they are left out and of the last of them: the record shows the stop and nobody has to enter it.
    """

    key: str
    name: Label
    cites: Cite
    _: KW_ONLY
    by: Role
    cap: Period | None = None
    times: int = 1
    written: bool = False
    since: str = ""
    until: str = ""


@dataclass(frozen=True, eq=False)
class Limit:
    """``end`` must happen within ``within`` of ``start``; ``missed`` says what follows if it does not.

    ``start`` is a step or the column of a day or moment; ``end`` one or more steps, any of which meets the limit.
    ``whose`` period it is decides how a silent statute is read. Where the law leaves the day to the paper (限期改正),
    ``within`` is None and ``day`` names the column that holds the day set there. A limit whose text was not seen
    (``seen=False``) is shown as a hint and never as overdue. ``domains``: the fields of enforcement it binds (all);
    ``regions``: leading digits of the regions whose local rule it is (all).
    """

    key: str
    name: Label
    cites: Cite
    start: Step | str
    end: Sequence[Step]
    within: Period | None
    _: KW_ONLY
    day: str = ""
    only: Q = ALWAYS
    whose: Whose = "organ"
    missed: Label = ""
    suspends: Sequence[Ground] = ()
    extends: Sequence[Ground] = ()
    seen: bool = True
    domains: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    def binds(self, domain: str, region: str) -> bool:
        """Does it bind in a case of this field of enforcement, in the region of this code?"""
        return (not self.domains or domain in self.domains) and (not self.regions or region.startswith(self.regions))

    @property
    def stoppable(self) -> tuple[Ground, ...]:
        """The grounds on which somebody stops it; those that the record shows by itself are left out."""
        return tuple(each for each in self.suspends if not each.since)

    def ground(self, key: str) -> Ground:
        """The ground for suspension or extension called ``key``; KeyError if the limit knows none."""
        for each in (*self.suspends, *self.extends):
            if each.key == key:
                return each
        raise KeyError(f"{self.key}: {key}")


@dataclass(frozen=True, eq=False)
class Term:
    """How long a publication stays: ``period`` from publication (None: no end), in the cases of ``only``.

    ``until`` is the column of a day up to which it stays in any case (限制期限); the later of the two ends it.
    """

    cites: Cite
    period: Period | None
    only: Q = ALWAYS
    until: str = ""


@dataclass(frozen=True, eq=False)
class Publicity:
    """What of the case is made public, within which period, for which term, and when it is taken back.

    ``seen=False``: the text that sets ``within`` was not seen; the day is a hint.
    """

    key: str
    cites: Cite
    _: KW_ONLY
    of: Step
    only: Q = ALWAYS
    within: Period | None = None
    seen: bool = True
    terms: Sequence[Term] = ()
    withdrawn_within: Period | None = None
    withdrawn_cites: Cite | None = None
    render: Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True, eq=False)
class Recusal:
    """Who asks that an officer stand aside, who decides, and that the inquiry goes on meanwhile."""

    cites: Cite
    applies: Cite
    decides: Cite
    by: Role


@dataclass(frozen=True, eq=False)
class Procedure:
    """One edition of one statutory procedure. ``key`` names the procedure, ``edition`` the law's edition.

    ``in_force`` is the first and the last day (None: still in force). ``unused`` lists the articles of the cited
    section that the procedure does not use, each with the reason why. ``application`` is how citizens start it.
    ``parts`` are those of its dossier, where they are prescribed.
    """

    key: str
    edition: str
    name: Label
    cites: Sequence[Cite]
    record: type[Record]
    _: KW_ONLY
    in_force: tuple[date, date | None]
    steps: Sequence[Step]
    limits: Sequence[Limit] = ()
    publicity: Sequence[Publicity] = ()
    recusal: Recusal | None = None
    unused: Mapping[int, str] = field(default_factory=dict)
    word: str = ""
    application: Application | None = None
    parts: Sequence[Part] = ()

    def step(self, key: str) -> Step:
        """The step called ``key``; KeyError if this edition has none."""
        for each in self.steps:
            if each.key == key:
                return each
        raise KeyError(f"{self.key} {self.edition}: {key}")

    def limit(self, key: str) -> Limit:
        """The limit called ``key``; KeyError if this edition has none."""
        for each in self.limits:
            if each.key == key:
                return each
        raise KeyError(f"{self.key} {self.edition}: {key}")

    def document(self, key: str) -> Document:
        """The document called ``key``; KeyError if no step yields it."""
        for each in self.steps:
            for paper in each.yields:
                if paper.key == key:
                    return paper
        raise KeyError(f"{self.key} {self.edition}: {key}")

    def governs(self, on: date) -> bool:
        """Is this edition in force on ``on``?"""
        since, until = self.in_force
        return since <= on and (until is None or on <= until)

    def citations(self) -> Iterator[Cite]:
        """Every provision this procedure's parts rest on, its columns' included."""
        yield from _citations((self.steps, self.limits, self.publicity, self.recusal, self.application))
        for column in self.record._meta.get_fields():
            if cite := getattr(column, "cites", None):
                yield cite
        for constraint in self.record._meta.constraints:
            if cite := getattr(constraint, "cites", None):
                yield cite


def _citations(part: object) -> Iterator[Cite]:
    if isinstance(part, Cite):
        yield part
    elif isinstance(part, (list, tuple)):
        for each in part:
            yield from _citations(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            yield from _citations(getattr(part, each.name))
