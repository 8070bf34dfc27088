"""Take a step: the form derived from the declaration, the last days it would start, the engine's answer."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date, datetime

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fadu.desk import clocks, drafts
from fadu.desk.actors import cast
from fadu.desk.casefile import case_address, governing_today, load
from fadu.desk.forms import StepForm
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.desk.reaching import workable
from fadu.engine import acts, changes, guards, papers
from fadu.engine.conditions import holds
from fadu.engine.declare import Limit, Procedure, Step
from fadu.engine.file import CaseFile, open_file
from fadu.engine.models import Taken
from fadu.engine.refusals import Refused
from fadu.interface import words
from fadu.interface.fields import SuggestingInput
from fadu.law.calendar import standard_calendar
from fadu.law.due import last_day
from fadu.law.periods import Period
from fadu.ledger.attachments import attach
from fadu.ledger.media import AttachmentRefused
from fadu.organs.models import Organ


@desk_page
def step(request: DeskRequest, key: int, name: str) -> HttpResponse:
    """The form of a step; on POST the step itself. Refused, the form comes back as it was with every reason."""
    acting = request.acting
    workable(acting, key)
    file = load(acting, key)
    procedure = governing_today(file, acting.today)
    wanted = _step(procedure, name)
    people = cast(acting, file.case)
    draft = f"{key}:{name}"
    if request.method == "POST" and "keep" in request.POST:
        drafts.keep(acting.person, draft, request.POST)
        messages.success(request, _("草稿已保存，只有您能看到"))
        return redirect("desk:step", key, name)
    if request.method == "POST":
        form = StepForm(file, wanted, people, request.POST, request.FILES)
        if form.is_valid() and (taken := _take(form)):
            drafts.let_go(acting.person, draft)
            messages.success(request, _("已办理：%(step)s") % {"step": wanted.name})
            for said in _issue(form, taken):
                messages.warning(request, said)
            if wanted.hands_on and _handed_on(request, form):
                return redirect("desk:work")  # who handed it on may no longer see it
            return redirect(f"{case_address(key, name)}#act-{taken.seq}")
    else:
        typed = drafts.kept(acting.person, draft)
        form = StepForm(file, wanted, people, initial=typed)
        if typed:
            messages.info(request, _("已取出您保存的草稿"))
    if wanted.hands_on:
        others = Organ.objects.filter(active=True).exclude(pk=file.case.organ_id)
        form.fields[wanted.hands_on].widget = SuggestingInput(others.values_list("name", flat=True)[:500])
    standing = list(guards.standing_refusals(file, wanted, acting.today))
    context = {
        "case": file.case,
        "procedure": procedure,
        "step": wanted,
        "form": form,
        "standing": [(str(each.missing), each.cites) for each in standing] if not form.is_bound else [],
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "draft": f"{acting.person.pk}:{draft}",
        "clocks": list(started(file, procedure, wanted, _day_of(form))),
    }
    return page(request, "desk/step.html", context, here="cases", status=422 if form.is_bound else 200)


@desk_page
@require_POST
def reckon(request: DeskRequest, key: int, name: str) -> HttpResponse:
    """The last days that would begin with the step as typed so far: a fragment, asked for while typing."""
    acting = request.acting
    workable(acting, key)
    file = load(acting, key)
    procedure = governing_today(file, acting.today)
    wanted = _step(procedure, name)
    form = StepForm(file, wanted, cast(acting, file.case), request.POST)
    form.is_valid()
    clean = form.cleaned_data
    trial = CaseFile(file.case, copy(file.record), file.taken)
    for column in form.columns(clean.get("outcome", "")):
        if clean.get(column) not in (None, ""):
            setattr(trial.record, column, clean[column])
    on = clean.get("at") or clean.get("on") or acting.today
    return page(request, "desk/reckoned.html", {"clocks": list(started(trial, procedure, wanted, on))})


def started(file: CaseFile, procedure: Procedure, wanted: Step, on: date | datetime) -> Iterator[words.Clock]:
    """The clocks that the step would start if taken on ``on``, with their last days."""
    today = timezone.localdate()
    for limit in procedure.limits:
        began = _began(file, limit, wanted, on)
        if began is None or limit.within is None or not limit.binds(file.case.domain, file.case.region_id):
            continue
        if not holds(limit.only, file.record):
            continue
        calendar = standard_calendar()
        ends = last_day(limit.within, began, calendar)
        yield words.Clock(
            limit.name,
            ends,
            words.LAMPS[clocks.lamp_key(ends, today, seen=limit.seen)],
            projected=calendar.is_projected(ends),
            cite=limit.cites,
            left=_length(limit.within),
        )


def _length(period: Period) -> str:
    return period.english if (get_language() or "").startswith("en") else str(period)


def _began(file: CaseFile, limit: Limit, wanted: Step, on: date | datetime) -> date | datetime | None:
    if isinstance(limit.start, Step):
        return on if limit.start.key == wanted.key else None
    if limit.start == wanted.dated:
        return on
    if limit.start in {*wanted.asks, *wanted.needs}:
        value: date | datetime | None = getattr(file.record, limit.start)
        return timezone.localtime(value) if isinstance(value, datetime) else value
    return None


def _day_of(form: StepForm) -> date | datetime:
    if form.is_bound:
        clean = getattr(form, "cleaned_data", {})
        return clean.get("at") or clean.get("on") or form.people.acting.today
    return timezone.localtime() if "at" in form.fields else form.people.acting.today


def _take(form: StepForm) -> Taken | None:
    """The act with its attachments: all or nothing. None when refused, with the reasons in the form."""
    given, hand = form.cleaned_data, form.hands()
    on = form.day()
    try:
        with transaction.atomic():
            files = [attach(each, each.name) for each in given["attachments"]]
            taken = acts.take(
                form.file.case,
                form.step,
                by=hand.by,
                on=on,
                outcome=given.get("outcome", ""),
                facts=form.facts(),
                note=given["note"],
                attachments=files,
                sitting=form.sitting(),
                entered_by=hand.entered_by,
                principal=hand.principal,
                at=given.get("at"),
            )
    except Refused as refused:
        form.refuse(refused.refusals)
        return None
    except AttachmentRefused as refused:
        form.add_error("attachments", str(refused))
        return None
    return taken


def _issue(form: StepForm, taken: Taken) -> list[str]:
    """Issue the papers chosen that fit the outcome. The step stands without them; what a paper lacks is told."""
    wanted: list[str] = form.cleaned_data.get("papers", [])
    told: list[str] = []
    record = open_file(form.file.case).record
    for document in form.step.yields:
        if document.key not in wanted or not holds(document.only, record):
            continue
        try:
            papers.issue(form.file.case, document.key, by=form.people.acting.person, on=form.day(), taken=taken)
        except Refused as refused:
            missing = "；".join(str(each.missing) for each in refused.refusals)
            told.append(_("没有制作%(paper)s：%(missing)s") % {"paper": document.name, "missing": missing})
    return told


def _handed_on(request: DeskRequest, form: StepForm) -> bool:
    """Bring the case to the organ the step named. Refused, it stays and the reasons are told."""
    try:
        organ = changes.hand_on(form.file.case, by=request.acting.person, on=form.day())
    except Refused as refused:
        for each in refused.refusals:
            messages.warning(request, str(each.missing))
        return False
    if organ:
        messages.success(request, _("案件已经转到%(organ)s") % {"organ": organ.name})
    return organ is not None


def _step(procedure: Procedure, name: str) -> Step:
    try:
        return procedure.step(name)
    except KeyError:
        raise Http404 from None
