"""代为录入: a clerk enters the application of somebody who came or wrote, with what he signed on file."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk.casefile import case_address
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.models import Sending
from fadu.desk.reaching import workable
from fadu.engine import applying
from fadu.engine.application import Application
from fadu.engine.declare import Procedure
from fadu.engine.models import Case, Enclosed, Receipt
from fadu.engine.refusals import Refused
from fadu.interface.applications import ApplicationForm
from fadu.interface.fields import DayInput, Files
from fadu.ledger.attachments import attach
from fadu.ledger.media import AttachmentRefused
from fadu.organs.models import Organ
from fadu.organs.secret import Undecipherable, decrypt, encrypt

CODE: Final = "slip"  # the session's note of a check code not yet shown, encrypted


class PaperForm(ApplicationForm):
    """The application with what a counter adds: the day it came, by which way, and the mandate."""

    def __init__(self, acting: Acting, rule: Procedure, application: Application, *args: Any, **given: Any) -> None:
        super().__init__(rule, application, *args, **given)
        organ = self.fields["organ"]
        organ.queryset = _own(acting, rule, application)  # type: ignore[attr-defined]
        organ.required = True
        self.fields["mark"] = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
        self.fields["on"] = forms.DateField(label=gettext_lazy("收到日期"), widget=DayInput, initial=acting.today)
        self.fields["way"] = forms.ChoiceField(label=gettext_lazy("申请方式"), choices=_ways(rule, application))
        mandate = Files(label=gettext_lazy("申请人签名或者盖章的申请书、委托书"), required=True)
        mandate.cites = application.cites  # type: ignore[attr-defined]
        self.fields["file_mandate"] = mandate
        for each in application.enclosures:
            field = Files(label=each.name, required=False, help_text=each.hint)
            field.cites = each.cites  # type: ignore[attr-defined]
            field.asked = each.required  # type: ignore[attr-defined]
            self.fields[f"file_{each.key}"] = field

    @property
    def of_papers(self) -> list[forms.BoundField]:
        """The files."""
        return [self[name] for name in self.fields if name.startswith("file_")]


def _own(acting: Acting, rule: Procedure, application: Application) -> QuerySet[Organ]:
    """The organs that receive such applications and at which this person may enter them."""
    own = [each.organ_id for each in acting.posts if each.kind in rule.step(application.step).by.posts]
    return applying.receiving(application).filter(pk__in=own)


def _ways(rule: Procedure, application: Application) -> list[tuple[str, Any]]:
    """How an application can come but by the site itself."""
    if not application.channel:
        return [(applying.PAPER, _("书面"))]
    choices = rule.record._meta.get_field(application.channel).choices or ()  # type: ignore[union-attr]
    return [(key, name) for key, name in choices if key != applying.ONLINE]


@desk_page
def applications(request: DeskRequest) -> HttpResponse:
    """What can be entered for an applicant at one of one's own organs."""
    acting = request.acting
    found = [
        (rule, rule.application)
        for rule in applying.open_to_citizens(acting.today)
        if rule.application and _own(acting, rule, rule.application).exists()
    ]
    return page(request, "desk/applications.html", {"found": found}, here="cases")


@desk_page
def enter(request: DeskRequest, procedure: str) -> HttpResponse:
    """The form; on POST the case, once however often the form is sent."""
    acting = request.acting
    started = applying.started_by(procedure, acting.today)
    if started is None:
        raise Http404
    rule, application = started
    form = PaperForm(acting, rule, application, request.POST or None, files=request.FILES or None)
    if not form.fields["organ"].queryset.exists():  # type: ignore[attr-defined]
        raise PermissionDenied(_("您今日没有可以录入这类申请的职务"))
    if request.method == "POST" and form.is_valid() and (case := _sent(form, acting) or _enter(request, form)):
        return redirect("desk:slip", case.pk)
    context = {
        "application": application,
        "form": form,
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "draft": f"{acting.person.pk}:apply:{procedure}",
    }
    return page(request, "desk/application.html", context, here="cases", status=422 if form.is_bound else 200)


def _sent(form: PaperForm, acting: Acting) -> Case | None:
    found = Sending.objects.select_related("case").filter(mark=form.cleaned_data["mark"], person=acting.person).first()
    return found.case if found else None


def _enter(request: DeskRequest, form: PaperForm) -> Case | None:
    given, me = form.cleaned_data, request.acting.person
    try:
        with transaction.atomic():
            first, *more = [attach(each, each.name) for each in given["file_mandate"]]
            receipt = applying.apply(
                form.rule.key,
                organ=given["organ"],
                applicant=form.applicant(),
                facts=form.facts(),
                enclosures=[
                    (each.key, attach(file, file.name))
                    for each in form.application.enclosures
                    for file in given[f"file_{each.key}"]
                ],
                on=given["on"],
                at=timezone.now(),
                by=me,
                channel=given["way"],
                mandate=first,
                mail=given.get("mail", ""),
            )
            Enclosed.objects.bulk_create(
                Enclosed(case=receipt.case, enclosure=Enclosed.MANDATE, attachment=each, on=given["on"])
                for each in more
            )
            Sending.objects.create(mark=given["mark"], case=receipt.case, person=me)
    except Refused as refused:
        form.refuse(refused.refusals)
    except AttachmentRefused as refused:
        form.add_error(None, str(refused))
    except IntegrityError:  # the same form sent twice at once: the first is the one that stands
        return _sent(form, request.acting)
    else:
        _note(request, receipt)
        return receipt.case
    return None


def _note(request: DeskRequest, receipt: Receipt) -> None:
    request.session[CODE] = [receipt.pk, encrypt(receipt.code, "desk.slip")]


@desk_page
def slip(request: DeskRequest, key: int) -> HttpResponse:
    """The receipt to print and hand over; the check code stands on it the first time only."""
    case = workable(request.acting, key)
    receipt = Receipt.objects.filter(case=case).first()
    if receipt is None:
        raise Http404
    code, (noted, sealed) = "", request.session.pop(CODE, None) or (None, "")
    if noted == receipt.pk:
        try:
            code = decrypt(sealed, "desk.slip")
        except Undecipherable:
            code = ""
    context = {
        "case": case,
        "receipt": receipt,
        "number": applying.spaced(receipt.number),
        "code": f"{code[:4]} {code[4:]}" if code else "",
        "back": case_address(case.pk),
    }
    return page(request, "desk/slip.html", context, here="cases")


@desk_page
@require_POST
def renew(request: DeskRequest, key: int) -> HttpResponse:
    """A new check code for an applicant who lost his and showed who he is; the old one serves no more."""
    case = workable(request.acting, key)
    receipt = applying.renew_code(case, by=request.acting.person, on=request.acting.today, at=timezone.now())
    if receipt is None:
        raise Http404
    _note(request, receipt)
    return redirect("desk:slip", case.pk)
