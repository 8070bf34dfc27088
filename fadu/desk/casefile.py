"""The case page: at a glance where the case stands, what may be done next, and everything in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fadu.desk import clocks, names, threads
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.desk.reaching import cases, reachable, works
from fadu.engine import deadlines, guards, publication
from fadu.engine.chain import chain
from fadu.engine.conditions import holds
from fadu.engine.declare import Document, Procedure
from fadu.engine.file import CaseFile
from fadu.engine.models import (
    Case,
    Deliberation,
    Enclosed,
    Evidence,
    Party,
    Publication,
    Receipt,
    Recusal,
    Service,
    Taken,
)
from fadu.engine.registry import NoEdition, newest
from fadu.interface import words
from fadu.ledger.book import entries
from fadu.ledger.models import Entry
from fadu.ledger.verification import standing_of
from fadu.organs.masking import mask_account, mask_id, mask_phone
from fadu.organs.models import Person
from fadu.organs.secret import EncryptedField


@dataclass(frozen=True)
class Fact:
    """One column of the record with its label, provision and value as shown."""

    label: str
    value: str
    cite: object


def load(acting: Acting, key: int) -> CaseFile:
    """The case file if this person may see the case; 404 otherwise. Names of the actors come along."""
    case = reachable(acting, key)
    record = newest(case.procedure).record._default_manager.get(pk=case.pk)
    record.case = case
    taken = Taken.objects.filter(case=case).select_related("by", "second", "principal", "entered_by").order_by("seq")
    return CaseFile(case, record, list(taken))


def governing_today(file: CaseFile, on: date) -> Procedure:
    """The edition of today; the newest there is where none governs the day."""
    try:
        return file.edition(on)
    except NoEdition:
        return newest(file.case.procedure)


@desk_page
def case(request: DeskRequest, key: int) -> HttpResponse:
    """The page."""
    acting = request.acting
    today = acting.today
    file = load(acting, key)
    procedure = governing_today(file, today)
    running = deadlines.reckon(file)
    options = guards.possible(file, today)
    hand = works(acting, file.case)
    now, besides, later = threads.acts(file, procedure, options, running, today)
    context = {
        "case": file.case,
        "procedure": procedure,
        "stage": names.step_name(file.case.procedure, file.case.stage) if file.case.stage else "",
        "outcome": names.outcome_name(file.case.procedure, file.case.outcome),
        "strands": threads.strands(file, procedure, options, running, today, hand=hand),
        "works": hand,
        "now": now,
        "besides": besides,
        "later": later,
        "clocks": [clocks.clock(file.case, each, today) for each in sorted(running, key=_open_first)],
        "stoppable": _stoppable(file, running) if hand else [],
        "facts": facts(file),
        "taken": [(each, names.step_name(file.case.procedure, each.step)) for each in reversed(file.taken)],
        "outcomes": {each.seq: names.outcome_name(file.case.procedure, each.outcome) for each in file.taken},
        "source": names.SOURCES.get(file.case.source, file.case.source),
        "done": request.GET.get("done", ""),
        **_papers(file, procedure),
        **_about(acting, file.case),
        **_ledger(file.case),
        "publicities": publication.publicities(file, today) if hand else [],
    }
    return page(request, "desk/case.html", context, here="cases")


@desk_page
def sheet(request: DeskRequest, key: int) -> HttpResponse:
    """The case on paper: one sheet with everything, made to be printed."""
    acting = request.acting
    file = load(acting, key)
    procedure = governing_today(file, acting.today)
    running = deadlines.reckon(file)
    options = guards.possible(file, acting.today)
    context = {
        "case": file.case,
        "procedure": procedure,
        "outcome": names.outcome_name(file.case.procedure, file.case.outcome),
        "strands": threads.strands(file, procedure, options, running, acting.today, hand=False),
        "clocks": [
            clocks.clock(file.case, each, acting.today, lines=True) for each in sorted(running, key=_open_first)
        ],
        "facts": facts(file),
        "taken": [(each, names.step_name(file.case.procedure, each.step)) for each in file.taken],
        **_papers(file, procedure),
        **_about(acting, file.case),
        **_ledger(file.case),
    }
    return page(request, "desk/sheet.html", context, here="cases")


def facts(file: CaseFile) -> list[Fact]:
    """The columns of the record that are filled in; what is encrypted is shown masked."""
    shown = []
    for column in file.record._meta.concrete_fields:
        value = getattr(file.record, column.attname)
        if column.name == "case" or value in (None, "", False):
            continue
        shown.append(Fact(str(column.verbose_name), _said(file.record, column, value), getattr(column, "cites", None)))
    return shown


def _said(record: models.Model, column: Any, value: Any) -> str:
    if value is True:
        return _("是")
    if column.choices:
        return str(getattr(record, f"get_{column.name}_display")())
    if isinstance(column, EncryptedField):
        if getattr(column, "lines", 0):
            return _("已记录%(n)d字，加密保存，内容见笔录") % {"n": len(str(value))}
        return mask_account(str(value))
    if isinstance(column, models.DateTimeField):
        return clocks.local(value)
    if isinstance(column, models.DecimalField):
        return _("%(amount)s元") % {"amount": f"{value:,}"}
    return str(value)


def _open_first(clock: deadlines.Clock) -> tuple[bool, date]:
    return (clock.met_on is not None, clock.ends_on)


def _stoppable(file: CaseFile, running: Sequence[deadlines.Clock]) -> list[dict[str, Any]]:
    """The open limits that the law allows to be stopped or lengthened."""
    if file.case.closed_on is not None:
        return []
    return [
        {
            "limit": each.limit,
            "stopped": each.stopped,
            "suspends": bool(each.limit.stoppable),
            "extends": bool(each.limit.extends),
        }
        for each in running
        if each.met_on is None and (each.limit.stoppable or each.limit.extends)
    ]


def _papers(file: CaseFile, procedure: Procedure) -> dict[str, Any]:
    services = Service.objects.select_related("by", "second").order_by("id")
    papers = list(file.case.papers.select_related("taken").prefetch_related(Prefetch("services", services)))
    issued = {each.kind for each in papers if each.voided_on is None}
    done = {each.step for each in file.taken}
    offered: list[Document] = [
        document
        for step in procedure.steps
        if step.key in done
        for document in step.yields
        if document.key not in issued and holds(document.only, file.record)
    ]
    again = [each for step in procedure.steps for each in step.yields if each.key in issued]
    return {"papers": papers, "offered": offered, "again": again}


def _about(acting: Acting, case: Case) -> dict[str, Any]:
    kept = Q(withheld_from__in=sorted(acting.reach.at))
    found = chain(case, hidden=kept)
    keys = [each.case.pk for each in found.joined if each.case.pk != case.pk]
    reached = set(cases(acting).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    parties = list(Party.objects.filter(case=case).order_by("id"))
    return {
        "parties": [
            {"party": each, "id_number": mask_id(each.id_number), "phone": mask_phone(each.phone)} for each in parties
        ],
        "evidence": Evidence.objects.filter(case=case).select_related("attachment", "by").order_by("id"),
        "recusals": Recusal.objects.filter(case=case).select_related("person", "decided_by").order_by("id")
        if case.contested
        else [],
        "sittings": Deliberation.objects.filter(taken__case=case)
        .select_related("presider", "taken")
        .prefetch_related("votes__person"),
        "publications": Publication.objects.filter(case=case).order_by("id"),
        "chain": [(each, names.procedure_name(each.case.procedure), each.case.pk in reached) for each in found.joined]
        if keys
        else [],
        "chain_more": found.more,
        "enclosed": _enclosed(case),
        "receipt": Receipt.objects.filter(case=case).first() if case.source == "application" else None,
    }


def _enclosed(case: Case) -> list[tuple[Enclosed, Label]]:
    """The papers handed in with the application, each with its name there."""
    if case.source != "application":
        return []
    application = newest(case.procedure).application
    called = {each.key: each.name for each in application.enclosures} if application else {}
    called[Enclosed.MANDATE] = _("委托材料")
    rows = Enclosed.objects.filter(case=case).select_related("attachment")
    return [(each, called.get(each.enclosure, each.enclosure)) for each in rows]


@dataclass(frozen=True)
class Line:
    """One entry of the ledger as the page prints it."""

    entry: Entry
    act: Label
    actor: str


def _ledger(case: Case) -> dict[str, Any]:
    found = list(entries(case.number))
    people = dict(Person.objects.filter(username__in={each.actor for each in found}).values_list("username", "name"))
    stamp = standing_of(case.number)
    return {
        "entries": [
            Line(each, names.step_name(case.procedure, each.act), people.get(each.actor, each.actor)) for each in found
        ],
        "stamp": words.Stamp(
            stamp.verified,
            entries=stamp.entries,
            sealed_on=stamp.sealed_since,
            digest=found[-1].digest if found else "",
            fault="" if stamp.verified else _("本案台账与记录时不一致，请立即报告审计管理员"),
        ),
    }


def case_address(key: int, done: str = "") -> str:
    """The case page; ``done`` names the form just accepted, so that the browser lets its draft go."""
    return reverse("desk:case", args=[key]) + (f"?done={done}" if done else "")
