"""文书: a document is composed from a frozen snapshot of the case, numbered without gaps, and reads the same for ever.

What is kept is the snapshot (encrypted); its hash stands in the ledger. The page and the .docx are made from it on
demand, so that a paper costs an act no more than a row.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine import deadlines, numbers
from fadu.engine.acts import refuse
from fadu.engine.conditions import holds
from fadu.engine.declare import Document, Procedure
from fadu.engine.file import CaseFile, open_file
from fadu.engine.guards import CASEWORK, ahead
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Deliberation, Paper, Taken
from fadu.engine.refusals import Refusal
from fadu.engine.registry import edition
from fadu.ledger.book import append
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Certificate, Person
from fadu.organs.secret import fingerprint
from fadu.organs.standing import standing

ISSUE = gettext_lazy("制作文书")
VOID = gettext_lazy("作废文书")


def issue(
    case: Case | int,
    kind: str,
    *,
    by: Person,
    on: date,
    taken: Taken | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Paper:
    """Issue the document ``kind`` of the case, with the next number of its 字 if it has one.

    ``extra`` is what only this paper holds (questions and answers, items of a list). Raises ``Refused``.
    """
    with transaction.atomic():
        file = open_file(case, lock=True)
        rule = file.edition(on)
        document = rule.document(kind)
        reasons = []
        if not standing([by], file.case.organ_id, on)[by.pk].holds(CASEWORK):
            reasons.append(
                Refusal(document.cites, document.name, _("%(person)s当日在本机关没有职务") % {"person": by.name})
            )
        if not holds(document.only, file.record):
            reasons.append(Refusal(document.cites, document.name, _("本案情形不适用这份文书")))
        step = next(step for step in rule.steps for paper in step.yields if paper is document)
        if taken is None:
            taken = next((each for each in reversed(file.taken) if each.step == step.key), None)
        refuse(reasons)
        serial = numbers.draw_number(file.case.organ, document.word, on.year) if document.word else None
        number = numbers.number(file.case.organ, document.word, on.year, serial) if serial else ""
        stated = snapshot(file, rule, document, number, on, extra or {})
        refuse(
            Refusal(each.cites, document.name, _("须载明：%(what)s") % {"what": each.what})
            for each in (document.contents(stated) if document.contents else ())
        )
        frozen = json.dumps(stated, ensure_ascii=False, sort_keys=True)
        paper = Paper.objects.create(
            case=file.case,
            taken=taken,
            kind=kind,
            edition=rule.edition,
            organ=file.case.organ,
            word=document.word,
            year=on.year if serial else None,
            serial=serial,
            number=number,
            title=str(document.name),
            issued_on=on,
            frozen=frozen,
            digest=fingerprint(frozen),
        )
        append(
            file.case.number,
            "paper",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[document.cites.key],
            content={"kind": kind, "number": number, "digest": paper.digest},
        )
    return paper


def void(paper: Paper, reason: str, *, by: Person, on: date) -> Paper:
    """Void a paper: its number stays used, the reason explains it. A served paper is changed by law, not voided."""
    with transaction.atomic():
        file = open_file(paper.case_id, lock=True)
        paper.refresh_from_db(fields=["voided_on"])
        reasons = []
        if not reason.strip():
            reasons.append(Refusal(None, VOID, _("须写明理由")))
        if paper.voided_on:
            reasons.append(Refusal(None, VOID, _("文书已经作废")))
        if paper.services.exclude(served_on=None).exists():
            reasons.append(Refusal(None, VOID, _("文书已经送达，不能作废；更正或者撤销须另行制作文书")))
        may = (*HANDLING, "clerk", "head", "principal")
        if not standing([by], file.case.organ_id, on)[by.pk].holds(may):
            reasons.append(Refusal(None, VOID, _("%(person)s当日在本机关没有可办理此事的职务") % {"person": by.name}))
        if on < paper.issued_on:
            reasons.append(Refusal(None, VOID, _("作废日期早于文书制作日期")))
        refuse([*reasons, *ahead(on, VOID)])
        paper.voided_on, paper.void_reason = on, reason
        paper.save(update_fields=["voided_on", "void_reason"])
        append(
            file.case.number,
            "void_paper",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[],
            content={"kind": paper.kind, "number": paper.number, "reason": hidden(reason, file.case.parties.all())},
        )
    return paper


def compose(paper: Paper) -> object:
    """The paper as a value of ``fadu.documents.papers``, from its snapshot."""
    document = edition(paper.case.procedure, paper.edition).document(paper.kind)
    return document.compose(json.loads(paper.frozen))


def intact(paper: Paper) -> bool:
    """Does the kept snapshot still hash to what the ledger says?"""
    return fingerprint(paper.frozen) == paper.digest


def preview(case: Case | int, kind: str, on: date, extra: Mapping[str, Any] | None = None) -> object:
    """The document as it would read if issued on ``on``; no number is drawn, nothing is kept."""
    file = open_file(case)
    rule = file.edition(on)
    document = rule.document(kind)
    return document.compose(snapshot(file, rule, document, "", on, extra or {}))


def snapshot(
    file: CaseFile, rule: Procedure, document: Document | None, number: str, on: date, extra: Mapping[str, Any]
) -> dict[str, Any]:
    """Everything a document may need, as plain JSON: dates ISO, money as text, the clocks as they stand."""
    case, record = file.case, file.record
    columns = [each for each in record._meta.concrete_fields if each.name != "case"]
    people = _people(file)
    return {
        "paper": {
            "kind": document.key if document else "",
            "title": str(document.name) if document else "",
            "number": number,
            "issued_on": on.isoformat(),
        },
        "organ": {
            "name": case.organ.name,
            "code": case.organ.code,
            "word": case.organ.word,
            "parent": case.organ.parent.name if case.organ.parent else "",
        },
        "case": {
            "number": case.number,
            "title": case.title,
            "domain": case.domain,
            "source": case.source,
            "opened_on": case.opened_on.isoformat(),
            "closed_on": case.closed_on.isoformat() if case.closed_on else None,
            "procedure": case.procedure,
            "edition": rule.edition,
            "outcome": case.outcome,
        },
        "record": {each.name: _plain(getattr(record, each.attname)) for each in columns},
        "labels": {each.name: str(each.verbose_name) for each in columns},
        "shown": {each.name: str(getattr(record, f"get_{each.name}_display")()) for each in columns if each.choices},
        "parties": [{name: getattr(party, name) for name in PARTY} for party in case.parties.order_by("id")],
        "officers": [people[key] for key in (case.handler_id, case.second_id) if key],
        "steps": [_step(rule, taken, people) for taken in file.taken],
        "deliberation": _deliberation(file),
        "clocks": {clock.limit.key: clock.ends_on.isoformat() for clock in deadlines.reckon(file)},
        "papers": [
            {
                "kind": each.kind,
                "title": each.title,
                "number": each.number,
                "issued_on": each.issued_on.isoformat(),
                "services": [
                    {name: _plain(getattr(served, name)) for name in SERVED} for served in each.services.all()
                ],
            }
            for each in case.papers.filter(voided_on=None).order_by("id").prefetch_related("services")
        ],
        "cites": [document.cites.key] if document else [],
        "extra": dict(extra),
    }


PARTY = (
    "role", "kind", "name", "code", "representative", "id_kind", "id_number", "phone", "address",
)  # fmt: skip

SERVED = ("way", "receiver", "place", "sent_on", "served_on")


def _people(file: CaseFile) -> dict[int | None, dict[str, str]]:
    """Names of those who act in the case, each with the certificate held at its organ."""
    named = {file.case.handler_id, file.case.second_id}
    named |= {key for taken in file.taken for key in (taken.by_id, taken.second_id)}
    keys = {key for key in named if key}
    certificates = dict(
        Certificate.objects.filter(person__in=keys, organ=file.case.organ_id)
        .order_by("issued_on")
        .values_list("person", "number")
    )
    return {
        person.pk: {"name": person.name, "certificate": certificates.get(person.pk, "")}
        for person in Person.objects.filter(pk__in=keys)
    }


def _step(rule: Procedure, taken: Taken, people: Mapping[int | None, dict[str, str]]) -> dict[str, Any]:
    try:
        step = rule.step(taken.step)
        name = str(step.name)
        outcome = str(step.outcome(taken.outcome).name) if taken.outcome else ""
    except KeyError:  # taken under another edition
        name, outcome = taken.step, taken.outcome
    return {
        "key": taken.step,
        "name": name,
        "on": taken.on.isoformat(),
        "by": people.get(taken.by_id),
        "second": people.get(taken.second_id) if taken.second_id else None,
        "outcome": taken.outcome,
        "outcome_name": outcome,
        "note": taken.note,
    }


def _deliberation(file: CaseFile) -> dict[str, Any] | None:
    held = (
        Deliberation.objects.filter(taken__case=file.case)
        .select_related("presider")
        .prefetch_related("votes__person")
        .order_by("-id")
        .first()
    )
    if held is None:
        return None
    return {
        "held_on": held.held_on.isoformat(),
        "place": held.place,
        "presider": held.presider.name,
        "due": held.due,
        "resolution": held.resolution,
        "votes": [
            {"name": vote.person.name, "position": vote.get_position_display(), "opinion": vote.opinion}
            for vote in held.votes.all()
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return str(value)
    return value
