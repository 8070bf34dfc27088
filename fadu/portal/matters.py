"""A citizen's own matters: those whose party bears the citizen's identity number, and no other.

The number itself is not compared but its salted hash (``Party.trace``). Of a matter the steps are shown that have plain
words for the party (``Step.told``): deny by default. So it appears once its party knows of it, and what goes on inside
the organ does not; of the party's own data, of other parties, officers, notes and papers nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from fadu.engine import warnings
from fadu.engine.deadlines import Clock, derivation, reckon
from fadu.engine.declare import Limit
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Party, Taken
from fadu.engine.registry import editions, newest
from fadu.interface import words
from fadu.law.statute import Cite
from fadu.organs.models import Person
from fadu.organs.secret import fingerprint
from fadu.portal.pages import Label
from fadu.portal.pointing import english

MOST: Final = 50


@dataclass(frozen=True)
class Matter:
    """A matter as its party follows it. ``clocks`` are open: first the party's own last days, then the organ's."""

    key: int
    number: str
    title: str
    procedure: Label
    organ: str
    address: str
    ended: date | None
    turn: Label
    strands: list[words.Strand]
    own: list[words.Clock]
    others: list[words.Clock]


def parties(person: Person) -> QuerySet[Party]:
    """The rows in which the person is the party; none for an account without identity number."""
    trace = fingerprint(person.id_number)
    return Party.objects.filter(trace=trace, role="party") if trace else Party.objects.none()


def matters(person: Person, on: date) -> list[Matter]:
    """The person's own matters, newest first, in four queries however many there are."""
    keys = parties(person).values("case")
    cases = Case.objects.filter(pk__in=keys).select_related("organ")
    found = list(cases.only(*COLUMNS).order_by("-opened_on", "-pk")[:MOST])
    taken: dict[int, list[Taken]] = {each.pk: [] for each in found}
    known = {each.pk: told(each.procedure) for each in found}
    steps = {step for words_of in known.values() for step in words_of}
    for step in Taken.objects.filter(case__in=taken, step__in=steps, on__lte=on).only("case", "step", "on", "seq"):
        if step.step in known[step.case_id]:
            taken[step.case_id].append(step)
    running: dict[int, list[Deadline]] = {each.pk: [] for each in found}
    for deadline in Deadline.objects.filter(case__in=running, met_on=None).order_by("due_on"):
        running[deadline.case_id].append(deadline)
    return [_matter(case, taken[case.pk], running[case.pk], on) for case in found if taken[case.pk]]


COLUMNS: Final = ("number", "title", "procedure", "opened_on", "closed_on", "domain", "region_id", "organ__name")


def matter(person: Person, key: int, on: date) -> Matter | None:
    """One of the person's own matters with how each last day came about; None for anybody else's."""
    return followed(key, on) if parties(person).filter(case=key).exists() else None


def followed(key: int, on: date) -> Matter | None:
    """A matter as whoever may follow it sees it (that was asked before); None before its party has met it."""
    file = open_file(key)
    known = told(file.case.procedure)
    taken = [each for each in file.taken if each.step in known and each.on <= on]
    if not taken:
        return None
    clocks = [each for each in reckon(file) if each.met_on is None]
    return _matter(file.case, taken, clocks, on)


@cache
def told(procedure: str) -> Mapping[str, Label]:
    """The steps of which the party is told, in plain words; the newest edition's where several have them."""
    return {step.key: step.told for each in editions(procedure) for step in each.steps if step.told}


def _matter(case: Case, taken: Sequence[Taken], running: Iterable[Deadline | Clock], on: date) -> Matter:
    limits, known = _limits(case), told(case.procedure)
    own: list[words.Clock] = []
    others: list[words.Clock] = []
    for each in running if case.closed_on is None else ():
        limit = each.limit if isinstance(each, Clock) else limits.get((each.edition, each.limit))
        # A limit whose text was not seen binds nobody: to a citizen it would only be noise.
        if limit is not None and limit.seen and each.seen and any(end.key in known for end in limit.end):
            (own if limit.whose == "party" else others).append(_clock(limit, each, on))
    return Matter(
        key=case.pk,
        number=case.number,
        title=case.title,
        procedure=newest(case.procedure).name,
        organ=case.organ.name,
        address=reverse("portal:matter", args=[case.pk]),
        ended=case.closed_on,
        turn=_turn(case, own, others),
        strands=[words.Strand(newest(case.procedure).name, [*_done(taken, known), *_next(own, others)])],
        own=own,
        others=others,
    )


def _limits(case: Case) -> Mapping[tuple[str, str], Limit]:
    """The limits that bind in the case: a local rule only where it is the rule of the place."""
    return {
        (each.edition, limit.key): limit
        for each in editions(case.procedure)
        for limit in each.limits
        if limit.binds(case.domain, case.region_id)
    }


def _turn(case: Case, own: Sequence[words.Clock], others: Sequence[words.Clock]) -> Label:
    """Whose turn it is: whoever's last day comes first."""
    if case.closed_on is not None:
        return ""
    first = min((*own, *others), key=lambda each: each.due, default=None)
    if first is None:
        return _("现在等机关办理；法律没有给这一步定下天数")
    if first in own:
        return _("现在轮到你：%(what)s") % {"what": first.name}
    return _("现在等机关办理：%(what)s") % {"what": first.name}


def _done(taken: Sequence[Taken], known: Mapping[str, Label]) -> list[words.Knot]:
    ordered = sorted(taken, key=lambda each: (each.on, each.seq))
    return [words.Knot(known[each.step], "done", on=each.on) for each in ordered]


def _next(own: Sequence[words.Clock], others: Sequence[words.Clock]) -> list[words.Knot]:
    ahead = sorted((*own, *others), key=lambda each: each.due)
    return [words.Knot(each.name, "due", on=each.due, lamp=each.lamp) for each in ahead]


def _clock(limit: Limit, each: Deadline | Clock, on: date) -> words.Clock:
    due = each.ends_on if isinstance(each, Clock) else each.due_on
    lamp = "stopped" if each.stopped else warnings.lamp(due, on)
    return words.Clock(
        limit.name,
        due,
        words.LAMPS[lamp],
        left="" if each.stopped else _left(due, on),
        projected=each.projected,
        cite=limit.cites,
        missed=limit.missed,
        lines=_lines(each) if isinstance(each, Clock) else (),
    )


def _left(due: date, on: date) -> str:
    number = (due - on).days
    if number > 0:
        return _("还有%(n)d天") % {"n": number}
    return _("就是今天") if number == 0 else _("已经过去%(n)d天") % {"n": -number}


def _lines(clock: Clock) -> list[tuple[str, Cite | str | None]]:
    found = derivation(clock)
    if found is None:
        said = _("这一天由文书写明，不按期间计算：%(day)s") % {"day": clock.ends_on.isoformat()}
        return [(said, clock.limit.cites)]
    return [(line.text, line.cite) for line in found.lines("en" if english() else "zh")]
