"""The Thread and the Acts of a case: where it stands in its procedure, what may be done next, and why not yet.

Both are drawn from the declaration and the engine's guards; nothing here knows a procedure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk import clocks, names
from fadu.desk.names import Label
from fadu.desk.paths import way
from fadu.engine.conditions import holds
from fadu.engine.deadlines import Clock
from fadu.engine.declare import Procedure, Step
from fadu.engine.file import CaseFile
from fadu.engine.guards import Option
from fadu.engine.models import Stop, Taken
from fadu.interface import words
from fadu.law.statute import Cite


def strands(
    file: CaseFile,
    procedure: Procedure,
    options: Sequence[Option],
    running: Sequence[Clock],
    today: date,
    *,
    hand: bool = True,
) -> list[words.Strand]:
    """The procedure as strands of knots: the main one first, then those the declaration names.

    Without ``hand`` the reader only sees the case, and no knot leads to a form.
    """
    due = _due(running)
    needed = way(file, procedure)
    grouped: dict[str, list[words.Knot]] = {"": []}
    skipped: dict[str, list[words.Knot]] = {"": []}
    for option in options:
        strand = option.step.strand
        if not option.done and option.step.key not in needed and holds(option.step.only, file.record):
            continue  # permitted, not required: it stands among the acts, and in the thread once it was taken
        knot = _knot(file, option, due.get(option.step.key), today, needed=option.step.key in needed)
        if not hand and not option.done:
            knot = replace(knot, address="")
        (skipped if knot.state == "none" else grouped).setdefault(strand, []).append(knot)
    known = {option.step.key for option in options}
    earlier = [_done(file, None, [taken]) for taken in file.taken if taken.step not in known]
    main = [*earlier, *grouped.pop("")]
    stops = [stop for clock in running for stop in clock.stops]
    found = [words.Strand(procedure.name, _with_gaps(main, stops), skipped.pop("", []))]
    found += [words.Strand(_strand_name(key), knots, skipped.pop(key, [])) for key, knots in grouped.items() if knots]
    rest = [knot for knots in skipped.values() for knot in knots]
    if rest:
        found[0] = words.Strand(found[0].name, found[0].knots, [*found[0].skipped, *rest])
    return found


def acts(
    file: CaseFile, procedure: Procedure, options: Sequence[Option], running: Sequence[Clock], today: date
) -> tuple[list[words.Act], list[words.Act], list[words.Act]]:
    """What the case needs next, nearest last day first; what else may be done; what may not yet, and why."""
    due = _due(running)
    needed = way(file, procedure)
    now: list[tuple[date, words.Act]] = []
    besides: list[words.Act] = []
    later: list[words.Act] = []
    for option in options:
        step = option.step
        if file.case.closed_on is not None or (option.done and not step.repeats) or not holds(step.only, file.record):
            continue
        clock = due.get(step.key)
        act = words.Act(
            step.name,
            step.cites,
            reverse("desk:step", args=[file.case.pk, step.key]),
            lawful=option.lawful,
            refusals=[(str(each.missing), each.cites) for each in option.refusals],
            lamp=_lamp(clock, today) if clock else None,
            by=step.by.name,
            repeats=step.repeats and option.done,
        )
        if not option.lawful:
            later.append(act)
        elif step.key in needed:
            now.append((clock.ends_on if clock else date.max, act))
        else:
            besides.append(act)
    now.sort(key=lambda each: each[0])
    return [act for _day, act in now], besides, later


def _due(running: Iterable[Clock]) -> dict[str, Clock]:
    """By step, the open clock of the organ that the step would meet and that ends first."""
    found: dict[str, Clock] = {}
    for clock in running:
        if clock.met_on is not None:
            continue
        for end in clock.limit.end:
            if end.key not in found or clock.ends_on < found[end.key].ends_on:
                found[end.key] = clock
    return found


def _lamp(clock: Clock, today: date) -> words.Lamp:
    return words.LAMPS[clocks.lamp_key(clock.ends_on, today, stopped=clock.stopped, seen=clock.limit.seen)]


def _knot(file: CaseFile, option: Option, clock: Clock | None, today: date, *, needed: bool) -> words.Knot:
    step = option.step
    if option.done:
        return _done(file, step, [each for each in file.taken if each.step == step.key])
    if not needed:
        return words.Knot(step.name, "none", cite=step.cites)
    if option.lawful:
        return _open(file, step, clock, today)
    # A step whose case has not yet shown itself waits for the facts of an earlier one; that needs no sentence.
    why = str(option.refusals[0].missing) if holds(step.only, file.record) and option.refusals else ""
    return words.Knot(step.name, "waiting", cite=step.cites, why=why, on=clock.ends_on if clock else None)


def _open(file: CaseFile, step: Step, clock: Clock | None, today: date) -> words.Knot:
    address = reverse("desk:step", args=[file.case.pk, step.key])
    if clock is None:
        return words.Knot(step.name, "possible", cite=step.cites, address=address)
    return words.Knot(step.name, "due", on=clock.ends_on, cite=step.cites, address=address, lamp=_lamp(clock, today))


def _done(file: CaseFile, step: Step | None, taken: Sequence[Taken]) -> words.Knot:
    last = taken[-1]
    procedure = file.case.procedure
    cite: Cite | str | None = step.cites if step else None
    return words.Knot(
        step.name if step else names.step_name(procedure, last.step),
        "done",
        on=last.on,
        who=last.by.name,
        outcome=names.outcome_name(procedure, last.outcome) if last.outcome else "",
        cite=cite,
        address=f"#act-{last.seq}",
        late=last.late,
        why=_("共%(n)d次") % {"n": len(taken)} if len(taken) > 1 else "",
    )


def _with_gaps(knots: Sequence[words.Knot], stops: Sequence[Stop]) -> list[words.Knot]:
    """The knots with each suspension as a gap after the last knot before it."""
    found = list(knots)
    for stop in sorted(stops, key=lambda each: each.since, reverse=True):
        place = max(
            (i + 1 for i, knot in enumerate(found) if knot.state == "done" and knot.on and knot.on <= stop.since),
            default=0,
        )
        found.insert(place, words.Knot(_("停算"), "gap", on=stop.since, until=stop.until))
    return found


STRANDS: Final[Mapping[str, Label]] = {
    "investigation": gettext_lazy("调查"),
    "preservation": gettext_lazy("先行登记保存"),
    "hearing": gettext_lazy("听证"),
    "prevention": gettext_lazy("预防激化"),
    "norm": gettext_lazy("规范性文件附带审查"),
    "court": gettext_lazy("申请法院强制执行"),
    "freeze": gettext_lazy("冻结"),
    "service": gettext_lazy("送达"),
    "execution": gettext_lazy("执行"),
    "publicity": gettext_lazy("公开"),
}


def _strand_name(key: str) -> Label:
    return STRANDS.get(key, key)
