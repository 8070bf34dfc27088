"""集体讨论: a matter the heads decide together. Who attended, how each spoke, what was resolved, all on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fadu.engine.declare import Step
from fadu.engine.models import Deliberation, Taken, Vote
from fadu.engine.refusals import Refusal
from fadu.law.statute import Cite
from fadu.organs.models import Person
from fadu.organs.standing import Standing


@dataclass(frozen=True)
class Speech:
    """How one member of a deliberation spoke: ``position`` is agree, dissent or abstain."""

    person: Person
    position: str
    opinion: str = ""


@dataclass(frozen=True)
class Sitting:
    """A collective deliberation as held: who led, how many were due, how each spoke, what was resolved."""

    presider: Person
    due: int
    speeches: Sequence[Speech]
    resolution: str
    held_on: date | None = None
    place: str = ""


def missing(step: Step, sitting: Sitting | None) -> list[Refusal]:
    """What the sitting that the step asks for lacks: it must be held, by enough members, with a resolution."""
    wanted = step.deliberation
    if wanted is None:
        return [Refusal(step.cites, step.name, _("这一步不作集体讨论"))] if sitting else []
    if sitting is None:
        return [Refusal(wanted.cites, step.name, _("应当集体讨论：须记录出席人员、各人意见和结论"))]
    reasons = []
    if len({each.person.pk for each in sitting.speeches}) < wanted.at_least:
        reasons.append(Refusal(wanted.cites, step.name, _("出席人员不得少于%(n)d人") % {"n": wanted.at_least}))
    if not sitting.resolution.strip():
        reasons.append(Refusal(wanted.cites, step.name, _("须写明结论性意见")))
    return reasons


def unfit(
    step: Step, sitting: Sitting, at: Mapping[int, Standing], excluded: Mapping[int, Cite | None]
) -> list[Refusal]:
    """Members who are not heads of the organ, or who stand aside in this case."""
    reasons = []
    for each in sitting.speeches:
        if not at[each.person.pk].holds(step.by.posts):
            reasons.append(
                Refusal(step.by.cites, step.name, _("%(person)s不是本机关负责人") % {"person": each.person.name})
            )
        if each.person.pk in excluded:
            reasons.append(Refusal(None, step.name, _("%(person)s已经回避") % {"person": each.person.name}))
    return reasons


def minute(taken: Taken, sitting: Sitting, on: date) -> None:
    """Write the sitting and each vote beside the step."""
    held = Deliberation.objects.create(
        taken=taken,
        held_on=sitting.held_on or on,
        place=sitting.place,
        presider=sitting.presider,
        due=sitting.due,
        resolution=sitting.resolution,
    )
    Vote.objects.bulk_create(
        [Vote(deliberation=held, person=s.person, position=s.position, opinion=s.opinion) for s in sitting.speeches]
    )
