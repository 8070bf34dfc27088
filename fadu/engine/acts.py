"""The acts: open a case, take a step, correct a fact, transfer, merge, withdraw, reopen.

Each is a plain function: one transaction, one entry in the ledger, no signal. An act that is not lawful raises
``Refused`` with every reason and changes nothing. Each act carries the day it happened (``on``) and the moment it was
entered; an act entered on a later day is allowed, marked and counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine import deadlines, deliberation, guards, numbers, outbox, rows
from fadu.engine.concern import concerned
from fadu.engine.declare import Outcome, Procedure, Step
from fadu.engine.deliberation import Sitting
from fadu.engine.file import CaseFile, open_file
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Link, Party, PartyKind, Record, Taken
from fadu.engine.refusals import Refusal, Refused
from fadu.engine.registry import governing
from fadu.ledger.book import append
from fadu.ledger.models import Attachment
from fadu.organs.models import Organ, Person, Region
from fadu.organs.secret import EncryptedField, fingerprint
from fadu.organs.standing import Standing, ask, standing


@dataclass(frozen=True)
class Comer:
    """A party or third person as entered when a case opens."""

    name: str
    kind: str = PartyKind.PERSON
    role: str = "party"
    code: str = ""
    code_reason: str = ""
    representative: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


def open_case(
    procedure: str,
    *,
    organ: Organ,
    title: str,
    by: Person,
    on: date,
    domain: str = "",
    officers: Sequence[Person] = (),
    parties: Sequence[Comer] = (),
    facts: Mapping[str, Any] | None = None,
    source: str = "",
    region: Region | None = None,
    related: Sequence[tuple[Case, str]] = (),
    now: datetime | None = None,
) -> Case:
    """Open a case of ``procedure`` on ``on``; the first officer is its handler, the second assists.

    ``related`` are (case, kind of relation). Raises ``Refused`` when ``by`` or an officer holds no post there in which
    cases are worked on, or the day is still to come; ``NoEdition`` when no edition governs the day.
    """
    now = now or timezone.now()
    rule = governing(procedure, on)
    at = standing([by, *officers], organ, on)
    reasons = [
        Refusal(None, rule.name, _("%(person)s当日在本机关没有职务") % {"person": each.name})
        for each in dict.fromkeys([by, *officers])
        if not at[each.pk].holds(guards.CASEWORK)
    ]
    if on > timezone.localdate(now):
        reasons.append(Refusal(None, rule.name, _("日期晚于录入日期")))
    if not organ.active:
        reasons.append(Refusal(None, rule.name, _("%(organ)s已停用") % {"organ": organ.name}))
    refuse(reasons)
    handlers = [*officers, None, None]
    return begin(
        rule,
        organ=organ,
        title=title,
        by=by,
        on=on,
        domain=domain,
        officers=(handlers[0] or by, handlers[1]),
        parties=parties,
        facts=facts,
        source=source,
        region=region,
        related=related,
        now=now,
    )


def begin(
    rule: Procedure,
    *,
    organ: Organ,
    title: str,
    by: Person,
    on: date,
    domain: str = "",
    officers: Sequence[Person | None] = (None, None),
    parties: Sequence[Comer] = (),
    facts: Mapping[str, Any] | None = None,
    source: str = "",
    region: Region | None = None,
    related: Sequence[tuple[Case, str]] = (),
    withheld_from: Organ | None = None,
    now: datetime | None = None,
) -> Case:
    """Open a case under the edition ``rule``; whether ``by`` may has been asked. ``officers``: handler and second."""
    now = now or timezone.now()
    handler, second = officers
    with transaction.atomic():
        serial = numbers.draw_number(organ, rule.word, on.year)
        case = Case.objects.create(
            number=numbers.number(organ, rule.word, on.year, serial),
            procedure=rule.key,
            title=title,
            party_name=next((each.name for each in parties if each.role == "party"), ""),
            organ=organ,
            region=region or organ.region,
            domain=domain or organ.domain,
            handler=handler,
            second=second,
            source=source,
            opened_on=on,
            withheld_from=withheld_from,
        )
        record = rule.record(case=case)
        changed = stage(record, facts or {}, rule.name)
        file = CaseFile(case, record)
        refuse(guards.forbidden(file, rule.name))
        record.save(force_insert=True)
        Party.objects.bulk_create([_party(case, each) for each in parties])
        Link.objects.bulk_create([Link(case=case, other=other, kind=kind) for other, kind in related])
        append(
            case.number,
            "open",
            actor=by.username,
            on=on,
            at=now,
            cites=[rule.cites[0].key] if rule.cites else [],
            content={
                "procedure": rule.key,
                "edition": rule.edition,
                "organ": organ.code or organ.name,
                "title": hidden(title, parties),
                "domain": case.domain,
                "officers": [each.username for each in officers if each],
                "parties": [fingerprint(f"{each.name}|{each.code or each.id_number}") for each in parties],
                "facts": changed,
                "related": [[other.number, kind] for other, kind in related],
            },
        )
        deadlines.project(file)
        if case.next_due_on:
            case.save(update_fields=["next_due_on", "next_due"])
    return case


def take(
    case: Case | int,
    step: Step | str,
    *,
    by: Sequence[Person],
    on: date,
    outcome: str = "",
    facts: Mapping[str, Any] | None = None,
    note: str = "",
    attachments: Sequence[Attachment] = (),
    sitting: Sitting | None = None,
    entered_by: Person | None = None,
    principal: Person | None = None,
    in_person: bool = False,
    at: datetime | None = None,
    now: datetime | None = None,
) -> Taken:
    """Take ``step`` on ``on``. ``by`` are those who act, the first leading; ``at`` is the moment, for periods in hours.

    ``principal`` is the person in whose name the first of ``by`` acts under a delegation; both names enter the record.
    ``in_person``: a party takes the step that is his to take, and no post is asked for. Raises ``Refused``.
    """
    now = now or timezone.now()
    with transaction.atomic():
        key = step if isinstance(step, str) else step.key
        actors = [*by, *(each.person for each in sitting.speeches)] if sitting else by
        file, at_organ = _at_hand(case, key, actors, on)
        rule = file.edition(on)
        step = rule.step(key)
        reasons = list(guards.standing_refusals(file, step, on))
        if on > timezone.localdate(now):
            reasons.append(Refusal(None, step.name, _("日期晚于录入日期")))
        chosen, wrong = _outcome(step, outcome)
        reasons += wrong
        if reasons:
            raise Refused(reasons)
        changed = _fill(file.record, step, chosen, facts or {}, on, at)
        reasons += guards.form_refusals(file, step, chosen, changed)
        reasons += deliberation.missing(step, sitting)
        if not (in_person and step.by.outside):
            reasons += guards.actor_refusals(file, step, by, principal, at_organ)
        if sitting:
            reasons += deliberation.unfit(step, sitting, at_organ, guards.recused(file))
        refuse(reasons)
        changed |= stage(file.record, dict.fromkeys(step.clears), step.name)
        taken = Taken(
            case=file.case,
            seq=len(file.taken) + 1,
            step=step.key,
            edition=rule.edition,
            on=on,
            entered_at=now,
            late=timezone.localdate(now) > on,
            by=by[0],
            second=by[1] if len(by) > 1 else None,
            principal=principal,
            entered_by=entered_by or by[0],
            outcome=outcome,
            note=note,
        )
        file.taken.append(taken)
        touched = _move(file, step, chosen, on)
        with rows.sending():
            taken.entry = append(
                file.case.number,
                step.key,
                actor=by[0].username,
                principal=principal.username if principal else "",
                on=on,
                at=now,
                cites=[step.cites.key, *([chosen.cites.key] if chosen else [])],
                content=_account(rule.edition, by, changed, chosen, note, attachments, sitting, entered_by),
            ).number
            rows.update(file.record, changed)
            deadlines.project(file)
            rows.update(file.case, ["stage", "next_due_on", "next_due", *touched])
            rows.insert(taken)
        if sitting:
            deliberation.minute(taken, sitting, on)
        if step.told and (rule.application or file.case.source in outbox.TOLD):
            outbox.tell(file.case, taken, step)
    return taken


def _at_hand(case: Case | int, step: str, actors: Sequence[Person], on: date) -> tuple[CaseFile, dict[int, Standing]]:
    """The case, held against other acts, and what those who act may do at its organ; asked together if it is known."""
    if isinstance(case, int):
        file = open_file(case, lock=True)
        return file, standing(actors, file.case.organ_id, on)
    with rows.sending():
        answer = ask(actors, case.organ_id, on)
        file = open_file(case, lock=True, only=concerned(case.procedure, step))
        at_organ = answer()
    if file.case.organ_id != case.organ_id:  # handed to another organ since ``case`` was read
        at_organ = standing(actors, file.case.organ_id, on)
    return file, at_organ


def _move(file: CaseFile, step: Step, chosen: Outcome | None, on: date) -> list[str]:
    file.case.stage = step.key
    touched = []
    if chosen and not step.interim and step.closes | bool(chosen.sets) | (not file.case.outcome):
        file.case.outcome = chosen.key
        touched.append("outcome")
    if step.closes:
        file.case.closed_on = on
        touched.append("closed_on")
    return touched


def _outcome(step: Step, key: str) -> tuple[Outcome | None, list[Refusal]]:
    if not step.outcomes:
        return None, [Refusal(step.cites, step.name, _("这一步没有可选的结果"))] if key else []
    try:
        return step.outcome(key), []
    except KeyError:
        names = "、".join(str(each.name) for each in step.outcomes)
        return None, [Refusal(step.cites, step.name, _("须从下列结果中选定一项：%(names)s") % {"names": names})]


def _fill(
    record: Record, step: Step, chosen: Outcome | None, facts: Mapping[str, Any], on: date, at: datetime | None
) -> dict[str, Any]:
    """Put the form's facts, the step's day and the outcome's columns into the record; what changed, for the ledger."""
    asked = {*step.asks, *step.needs, *((*chosen.asks, *chosen.needs) if chosen else ())}
    strange = sorted(set(facts) - asked)
    refuse(Refusal(step.cites, step.name, _("这一步不能填写“%(column)s”") % {"column": name}, name) for name in strange)
    values = dict(facts)
    if step.dated and step.dated not in values:
        column = record._meta.get_field(step.dated)
        values[step.dated] = (at or _start_of(on)) if isinstance(column, models.DateTimeField) else on
    if chosen:
        values |= chosen.sets
    return stage(record, values, step.name)


def stage(record: Record, facts: Mapping[str, Any], attempted: Any) -> dict[str, Any]:
    """Set columns of ``record`` after cleaning; returns them as they enter the ledger (private ones hashed).

    Raises ``Refused`` naming each column whose value cannot be used.
    """
    changed: dict[str, Any] = {}
    wrong: list[Refusal] = []
    for name, value in facts.items():
        column = record._meta.get_field(name)
        try:
            clean = column.clean(value, record)  # type: ignore[union-attr]
        except ValidationError as error:
            said = f"{guards.label(record, name)}：{'；'.join(error.messages)}"
            wrong.append(Refusal(getattr(column, "cites", None), attempted, said, name))
            continue
        setattr(record, name, clean)
        # The ledger cannot forget: what the record encrypts is a hash there, and no text names a person's number.
        if isinstance(column, EncryptedField) and clean:
            changed[name] = fingerprint(str(clean))
        else:
            changed[name] = hidden(clean) if isinstance(clean, str) else clean
    refuse(wrong)
    return changed


def _account(
    edition: str,
    by: Sequence[Person],
    changed: Mapping[str, Any],
    chosen: Outcome | None,
    note: str,
    attachments: Sequence[Attachment],
    sitting: Sitting | None,
    entered_by: Person | None,
) -> dict[str, Any]:
    content: dict[str, Any] = {"edition": edition, "by": [each.username for each in by], "facts": changed}
    if chosen:
        content["outcome"] = chosen.key
    if note:
        content["note"] = fingerprint(note)
    if attachments:
        content["attachments"] = list(attachments)
    if entered_by and entered_by != by[0]:
        content["entered_by"] = entered_by.username
    if sitting:
        content["sitting"] = {
            "presider": sitting.presider.username,
            "due": sitting.due,
            "votes": [[s.person.username, s.position] for s in sitting.speeches],
            "resolution": fingerprint(sitting.resolution),
        }
    return content


def _party(case: Case, comer: Comer) -> Party:
    return Party(
        case=case,
        role=comer.role,
        kind=comer.kind,
        name=comer.name,
        code=comer.code,
        code_reason=comer.code_reason,
        representative=comer.representative,
        id_kind=comer.id_kind,
        id_number=comer.id_number,
        phone=comer.phone,
        address=comer.address,
        trace=fingerprint(comer.code or comer.id_number) if comer.code or comer.id_number else "",
    )


def _start_of(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=timezone.get_current_timezone())


def refuse(reasons: Any) -> None:
    """Raise ``Refused`` if there is any reason."""
    if found := list(reasons):
        raise Refused(found)
