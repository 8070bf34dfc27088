"""May this step be taken? Every answer names the provision and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine.conditions import columns, holds, refuses
from fadu.engine.declare import Outcome, Step
from fadu.engine.facts import Never
from fadu.engine.file import CaseFile
from fadu.engine.labels import Label
from fadu.engine.models import Recusal
from fadu.engine.refusals import Refusal
from fadu.law.calendar import standard_calendar
from fadu.law.due import before, last_day
from fadu.law.statute import Cite
from fadu.organs.kinds import PostKind
from fadu.organs.models import Person
from fadu.organs.standing import Standing

# The posts in which an organ's cases are worked on. Who inspects, leads or administers looks on.
CASEWORK = frozenset(
    {
        PostKind.OFFICER,
        PostKind.MEDIATOR,
        PostKind.CLERK,
        PostKind.HEAD,
        PostKind.PRINCIPAL,
        PostKind.REVIEWER,
        PostKind.PRESIDER,
        PostKind.EXAMINER,
        PostKind.OFFICE_HEAD,
    }
)


def ahead(on: date, attempted: Label, cites: Cite | None = None) -> Iterator[Refusal]:
    """An act is entered on its day or later: a day to come is no day of an act."""
    if on > timezone.localdate():
        yield Refusal(cites, attempted, _("日期晚于录入日期"))


@dataclass(frozen=True)
class Option:
    """A step as the case stands: lawful now, or refused with the reasons."""

    step: Step
    refusals: tuple[Refusal, ...]
    done: bool

    @property
    def lawful(self) -> bool:
        """Nothing in the state of the case stands against it."""
        return not self.refusals


def possible(file: CaseFile, on: date) -> list[Option]:
    """Every step of the governing edition with what stands against it on ``on``, before any form is filled in."""
    procedure = file.edition(on)
    return [Option(step, tuple(standing_refusals(file, step, on)), file.done(step)) for step in procedure.steps]


def standing_refusals(file: CaseFile, step: Step, on: date) -> Iterator[Refusal]:
    """What the state of the case itself holds against ``step``: closed, done, not of this kind, out of order."""
    name = step.name
    if file.case.closed_on is not None:
        yield Refusal(None, name, _("案件已经办结，须先恢复办理"))
        return
    if file.done(step) and not step.repeats:
        yield Refusal(step.cites, name, _("本案已经办过这一步"))
        return
    if not holds(step.only, file.record):
        yield Refusal(step.cites, name, _("本案情形不适用这一步"))
    for first in step.after:
        if not file.done(first):
            if holds(first.required, file.record):
                yield Refusal(first.cites, name, _("尚未办理：%(step)s") % {"step": first.name})
        elif (happened := file.last_day(first.key)) and on < happened:
            yield Refusal(
                first.cites,
                name,
                _("日期早于“%(step)s”的日期 %(day)s") % {"step": first.name, "day": happened.isoformat()},
            )
    for later in step.before:
        if file.done(later):
            yield Refusal(later.cites, name, _("已经办理“%(step)s”，不能再办这一步") % {"step": later.name})
    if on < file.case.opened_on:
        yield Refusal(None, name, _("日期早于案件开始日期 %(day)s") % {"day": file.case.opened_on.isoformat()})
    asked = {*step.asks, *step.needs, *(c for o in step.outcomes for c in (*o.asks, *o.needs, *o.sets))}
    for guard in step.guards:
        if asked.isdisjoint(columns(guard.holds)) and not holds(guard.holds, file.record):
            yield Refusal(guard.cites, name, guard.says)
    yield from waits(file, step, on)
    yield from lapses(file, step, on)


def waits(file: CaseFile, step: Step, on: date) -> Iterator[Refusal]:
    """The waiting periods of ``step`` that have not run out on ``on``."""
    for wait in step.waits:
        since = getattr(file.record, wait.since)
        if since is None or holds(wait.unless, file.record):
            continue
        if wait.back:
            end = before(wait.period, on, standard_calendar())
            if since > end:
                yield Refusal(
                    wait.cites, step.name, _("%(says)s（最迟 %(day)s）") % {"says": wait.says, "day": end.isoformat()}
                )
            continue
        end = last_day(wait.period, since, standard_calendar())
        if on <= end:
            yield Refusal(
                wait.cites, step.name, _("%(says)s（最后一日 %(day)s）") % {"says": wait.says, "day": end.isoformat()}
            )


def lapses(file: CaseFile, step: Step, on: date) -> Iterator[Refusal]:
    """The periods for ``step`` that are over on ``on``."""
    for lapse in step.lapses:
        since = getattr(file.record, lapse.since)
        day = getattr(file.record, lapse.by) if lapse.by else on
        if since is None or day is None or holds(lapse.unless, file.record):
            continue
        end = last_day(lapse.period, since, standard_calendar())
        if day > end:
            yield Refusal(
                lapse.cites, step.name, _("%(says)s（最后一日 %(day)s）") % {"says": lapse.says, "day": end.isoformat()}
            )


def form_refusals(file: CaseFile, step: Step, outcome: Outcome | None, changed: Collection[str]) -> Iterator[Refusal]:
    """What the filled-in record lacks: needed columns, guards over columns the form asks for, forbidden states."""
    name, record = step.name, file.record
    for column in (*step.needs, *(outcome.needs if outcome else ())):
        if getattr(record, column) in (None, "", False):
            field = record._meta.get_field(column)
            yield Refusal(
                getattr(field, "cites", step.cites),
                name,
                _("须填写：%(label)s") % {"label": label(record, column)},
                column,
            )
    asked = {*step.asks, *step.needs, *(c for o in step.outcomes for c in (*o.asks, *o.needs, *o.sets))}
    for guard in step.guards:
        if not asked.isdisjoint(columns(guard.holds)) and not holds(guard.holds, record):
            yield Refusal(guard.cites, name, guard.says)
    yield from forbidden(file, name, changed)


def forbidden(file: CaseFile, attempted: Label, changed: Collection[str] | None = None) -> Iterator[Refusal]:
    """The states that the law forbids and that the record would be in.

    With ``changed``, only those that speak of a changed column: the table has never let the others in.
    """
    for constraint in file.record._meta.constraints:
        if not isinstance(constraint, Never) or (changed is not None and constraint.columns.isdisjoint(changed)):
            continue
        if refuses(~constraint.forbids, file.record):
            yield Refusal(constraint.cites, attempted, constraint.says)


def label(record: object, column: str) -> str:
    """The label of a record's column."""
    return str(record._meta.get_field(column).verbose_name)  # type: ignore[attr-defined]


def actor_refusals(
    file: CaseFile, step: Step, by: Sequence[Person], principal: Person | None, at: Mapping[int, Standing]
) -> Iterator[Refusal]:
    """Whether those who act may: number, post, certificate in the field and valid on the day, recusal, other hand."""
    role, name = step.by, step.name
    persons = list(dict.fromkeys(by))
    if len(persons) < role.at_least:
        yield Refusal(role.cites, name, _("%(role)s不得少于%(n)d人") % {"role": role.name, "n": role.at_least})
    if len(persons) > 2:
        # A step keeps two names; a third would act without a trace that later steps can ask for.
        yield Refusal(None, name, _("一个步骤记两名办理人，其他参加人员请写入说明"))
    excluded = recused(file)
    earlier = file.takers([each.key for each in step.not_by])
    # In whose name somebody acts acts too: who must stand aside cannot do by a delegate what he may not do himself.
    for person in [*persons, *([principal] if principal else [])]:
        if person.pk in excluded:
            yield Refusal(excluded[person.pk], name, _("%(person)s已经回避，不得参加本案") % {"person": person.name})
        if person.pk in earlier:
            yield Refusal(
                step.cites,
                name,
                _("%(person)s办理过“%(steps)s”，不得办理这一步")
                % {"person": person.name, "steps": "、".join(str(each.name) for each in step.not_by)},
            )
    for number, person in enumerate(persons):
        lent = principal.pk if principal and number == 0 else None
        if not at[person.pk].holds(role.posts, lent):
            yield Refusal(
                role.cites,
                name,
                _("%(person)s在本机关当日没有“%(role)s”职务") % {"person": person.name, "role": role.name},
            )
        if role.certified and not at[person.pk].certified(file.case.domain):
            yield Refusal(role.cites, name, _("%(person)s当日没有本领域有效的行政执法证件") % {"person": person.name})


def recused(file: CaseFile) -> dict[int, Cite | None]:
    """Who has been ordered to stand aside in this case, with the provision; undecided requests do not stop anybody."""
    if not file.case.contested:
        return {}
    granted = Recusal.objects.filter(case=file.case, decision=Recusal.Decision.GRANTED).values_list("person", flat=True)
    rule = file.edition(file.case.opened_on).recusal
    return dict.fromkeys(granted, rule.cites if rule else None)
