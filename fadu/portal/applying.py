"""办事: what citizens can apply for and the form of each: saved, taken up again, looked over, filed, with a receipt.

Who applies owns his draft by his account, or by a telephone proved with a one-time code; nobody else finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from fadu.engine import applying, drafts
from fadu.engine.application import Application, Enclosure
from fadu.engine.declare import Limit, Procedure
from fadu.engine.drafts import Owner
from fadu.engine.models import Draft, DraftFile, Party, Receipt
from fadu.engine.refusals import Refusal, Refused
from fadu.interface.applications import ApplicationForm, lines
from fadu.ledger.attachments import attach
from fadu.ledger.media import AttachmentRefused
from fadu.organs.models import Person
from fadu.portal.codes import code as qr
from fadu.portal.pages import Label, page, today
from fadu.portal.telephone import by_telephone, known_of, owner_of


@login_not_required
def applications(request: HttpRequest) -> HttpResponse:
    """Everything citizens can apply for, by group; no query."""
    known = applying.open_to_citizens(today())
    groups = [
        (group, [(each, each.application) for each in found])
        for group, found in groupby(known, key=lambda each: str(each.application and each.application.group))
    ]
    return page(request, "portal/applications.html", {"groups": groups}, column="applications")


def _started_by(procedure: str) -> tuple[Procedure, Application]:
    found = applying.started_by(procedure, today())
    if found is None:
        raise Http404
    return found


@login_not_required
def application(request: HttpRequest, procedure: str) -> HttpResponse:
    """One application: who may apply, what it asks and by which article, who receives it; no query but for those."""
    rule, asked = _started_by(procedure)
    form = ApplicationForm(rule, asked)
    context = {
        "rule": rule,
        "application": asked,
        "items": [(_label(rule, each), each) for each in asked.items],
        "organs": list(applying.receiving(asked)[:30]),
        "form": form,
        "proved": bool(owner_of(request)),
        "by_telephone": by_telephone(),
        "limits": [each for each in rule.limits if _general(each)][:6],
    }
    return page(request, "portal/application.html", context, column="applications", where=[(asked.name, "")])


def _general(limit: Limit) -> bool:
    """A period of the organ that was seen and binds everywhere; a local one is told with the matter itself."""
    return limit.seen and limit.within is not None and limit.whose == "organ" and not limit.regions


def _label(rule: Procedure, item: Any) -> Label:
    model = Party if item.of_applicant else rule.record
    return model._meta.get_field(item.column).verbose_name  # type: ignore[union-attr]


@login_not_required
@never_cache
def begin(request: HttpRequest, procedure: str) -> HttpResponse:
    """A new draft for whoever is known; whoever is not is asked for account or telephone first."""
    _rule, asked = _started_by(procedure)
    owner = owner_of(request)
    if not owner and not by_telephone():
        return redirect_to_login(request.path, reverse("organs:sign_in"))
    if not owner:
        return redirect(f"{reverse('portal:telephone')}?next={reverse('portal:begin', args=[procedure])}")
    if request.method != "POST":
        return page(
            request, "portal/begin.html", {"application": asked}, column="applications", where=[(asked.name, "")]
        )
    receiving = list(applying.receiving(asked)[:2])
    try:
        draft = drafts.begin(owner, procedure, receiving[0] if len(receiving) == 1 else None, at=timezone.now())
    except drafts.TooMany as fault:
        messages.error(request, str(fault))
        return redirect("portal:drafts")
    return redirect("portal:draft", draft.pk)


@login_not_required
@never_cache
def own_drafts(request: HttpRequest) -> HttpResponse:
    """The visitor's drafts, in one query; whoever is not known is shown how to be."""
    owner = owner_of(request)
    found = [
        (each, started[1])
        for each in (drafts.mine(owner, today()).filter(case=None) if owner else ())
        if (started := applying.started_by(each.procedure, today()))
    ]
    context = {"drafts": found, "known": bool(owner), "by_telephone": by_telephone()}
    return page(request, "portal/drafts.html", context, column="applications", where=[(_("我的草稿"), "")])


@dataclass
class Desk:
    """A draft opened by its owner, with its declaration."""

    draft: Draft
    rule: Procedure
    application: Application
    owner: Owner

    @property
    def where(self) -> list[tuple[Label, str]]:
        return [(self.application.name, reverse("portal:application", args=[self.draft.procedure]))]

    def form(self, request: HttpRequest, data: Any = None) -> ApplicationForm:
        """The form, filled with ``data`` or with what was put by."""
        kept = drafts.typed(self.draft)
        initial = {"organ": self.draft.organ_id, **kept}
        return ApplicationForm(self.rule, self.application, data, known_of(request), initial=initial)

    def enclosed(self) -> list[tuple[Enclosure, list[DraftFile]]]:
        files = list(self.draft.files.all())
        return [(each, [file for file in files if file.enclosure == each.key]) for each in self.application.enclosures]


def _open(request: HttpRequest, key: int) -> Desk:
    owner = owner_of(request)
    draft = drafts.mine(owner, today()).filter(pk=key).first() if owner and key < 2**63 else None
    if draft is None:
        raise Http404
    rule, asked = _started_by(draft.procedure)
    return Desk(draft, rule, asked, owner)


@login_not_required
@never_cache
def draft(request: HttpRequest, key: int) -> HttpResponse:
    """The form. Every answer keeps what was typed; only a finished one goes on to be looked over."""
    opened = _open(request, key)
    if opened.draft.case_id is not None:
        return redirect("portal:receipt", key)
    if request.method != "POST":
        return _form_page(request, opened, opened.form(request))
    form = opened.form(request, request.POST)
    form.is_valid()
    drafts.keep(opened.draft, form.written(), at=timezone.now(), organ=form.cleaned_data.get("organ"))
    if request.headers.get("HX-Request"):
        shown = request.POST.get("shown", "").split(",")
        return HttpResponse(status=204) if set(shown) == set(form.fields) else _fields(request, opened)
    if removed := request.POST.get("remove"):
        for file in opened.draft.files.filter(pk=removed) if removed.isdecimal() and len(removed) < 19 else ():
            drafts.remove(file)
        return redirect(f"{reverse('portal:draft', args=[key])}#enclosures")
    refused = _enclose(request, opened)
    if "save" in request.POST and not refused:
        messages.success(request, _("已保存，可以随时回来继续填写"))
        return redirect("portal:draft", key)
    problems = list(_missing(opened, form)) if not form.errors else []
    form.refuse(problems)
    for said in refused:
        form.add_error(None, said)
    if form.errors or form.refusals:
        return _form_page(request, opened, form, status=422)
    return redirect("portal:review", key)


def _enclose(request: HttpRequest, opened: Desk) -> list[str]:
    refused = []
    for each in opened.application.enclosures:
        for file in request.FILES.getlist(f"file_{each.key}"):
            try:
                drafts.enclose(opened.draft, each.key, file, file.name or "", file.size or 0)
            except (AttachmentRefused, drafts.TooMany) as fault:
                refused.append(str(fault))
    return refused


def _missing(opened: Desk, form: ApplicationForm) -> list[Refusal]:
    held = list(opened.draft.files.values_list("enclosure", flat=True))
    found = list(applying.missing(opened.rule, opened.application, form.applicant(), form.facts(), held))
    if not form.cleaned_data.get("organ"):
        said = _("请选择向哪个机关提出")
        found.append(Refusal(opened.application.cites, opened.application.name, said, "organ"))
    return found


def _form_page(request: HttpRequest, opened: Desk, form: ApplicationForm, status: int = 200) -> HttpResponse:
    where = [*opened.where, (_("填写"), "")]
    context = _form_context(opened, form)
    return page(request, "portal/draft.html", context, column="applications", where=where, status=status)


def _fields(request: HttpRequest, opened: Desk) -> HttpResponse:
    """The fields alone, once an answer has changed which of them are asked."""
    opened.draft.refresh_from_db()
    return page(request, "portal/draft_fields.html", _form_context(opened, opened.form(request)))


def _form_context(opened: Desk, form: ApplicationForm) -> dict[str, Any]:
    return {
        "draft": opened.draft,
        "application": opened.application,
        "form": form,
        "shown": ",".join(form.fields),
        "enclosed": opened.enclosed(),
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "most": drafts.FILE_MOST // 2**20,
        "kept_days": drafts.KEPT_DAYS,
    }


@login_not_required
@never_cache
def review(request: HttpRequest, key: int) -> HttpResponse:
    """Everything once more before it is handed in; handing it in makes the case, once however often it is sent."""
    opened = _open(request, key)
    if opened.draft.case_id is not None:
        return redirect("portal:receipt", key)
    kept = {**drafts.typed(opened.draft), "organ": opened.draft.organ_id}
    form = opened.form(request, kept)
    valid = form.is_valid()
    if valid:
        form.refuse(_missing(opened, form))
    if request.method == "POST" and valid and not form.errors and not form.refusals:
        try:
            _hand_in(request, opened, form)
        except Refused as refused:
            form.refuse(refused.refusals)
        except AttachmentRefused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("portal:receipt", key)
    ready = not form.errors and not form.refusals
    if not ready:
        return _form_page(request, opened, form, status=422)
    context = {
        "draft": opened.draft,
        "application": opened.application,
        "lines": lines(form),
        "enclosed": [(each, files) for each, files in opened.enclosed() if files],
    }
    return page(request, "portal/review.html", context, column="applications", where=[*opened.where, (_("核对"), "")])


def _hand_in(request: HttpRequest, opened: Desk, form: ApplicationForm) -> None:
    now = timezone.now()
    with transaction.atomic():
        held = Draft.objects.select_for_update().get(pk=opened.draft.pk)
        if held.case_id is not None:  # handed in meanwhile by the other click
            return
        files = list(held.files.all())
        applying.apply(
            held.procedure,
            organ=form.cleaned_data["organ"],
            applicant=form.applicant(),
            facts=form.facts(),
            enclosures=[(each.enclosure, attach(drafts.read_file(each), each.name)) for each in files],
            on=timezone.localdate(now),
            at=now,
            by=request.user if isinstance(request.user, Person) else None,
            mail=form.cleaned_data.get("mail", ""),
            draft=held,
        )
    for each in files:
        drafts.remove(each)


@login_not_required
@never_cache
def receipt(request: HttpRequest, key: int) -> HttpResponse:
    """The receipt, to be printed or kept: number, check code while it can be shown, where to follow the matter."""
    opened = _open(request, key)
    found = Receipt.objects.filter(case=opened.draft.case_id).select_related("case__organ").first()
    if found is None:
        raise Http404
    return page(
        request,
        "portal/receipt.html",
        receipt_context(request, found, drafts.code_of(opened.draft, timezone.now()), opened.application),
        column="applications",
        where=[*opened.where, (_("凭证"), "")],
    )


def receipt_context(
    request: HttpRequest, found: Receipt, code: str, asked: Application, at: datetime | None = None
) -> dict[str, Any]:
    """What a receipt says."""
    address = request.build_absolute_uri(f"{reverse('portal:by_receipt')}?number={found.number}")
    return {
        "receipt": found,
        "number": applying.spaced(found.number),
        "code": f"{code[:4]} {code[4:]}" if code else "",
        "application": asked,
        "filed_at": timezone.localtime(at or found.filed_at),
        "qr": qr(address),
    }


@login_not_required
@require_POST
def drop(request: HttpRequest, key: int) -> HttpResponse:
    """Remove a draft that is not wanted any more."""
    opened = _open(request, key)
    if opened.draft.case_id is None:
        drafts.discard(opened.draft)
        messages.success(request, _("草稿已删除"))
    return redirect("portal:drafts")
