"""登记纠纷: a mediator in a village enters a dispute on one screen of a telephone, also where there is no network.

The page sends the form as any form is sent. Where its script runs and the network is gone, the entry waits in the
telephone with its photo and is sent when the network is back; the mark it carries enters it once, however often it is
sent. Nothing here judges: each step is an act of the engine and is refused with its provision.
"""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from fadu.desk.asking import ask
from fadu.desk.books import within
from fadu.desk.casefile import case_address
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.models import Sending
from fadu.engine import evidence
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case, EvidenceKind
from fadu.engine.refusals import Refusal, Refused
from fadu.interface.fields import DayInput, Refusable, column_field
from fadu.journals.entry import JournalRefused
from fadu.journals.models import Screening
from fadu.journals.screenings import bring
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.ledger.attachments import attach
from fadu.ledger.media import AttachmentRefused
from fadu.organs.kinds import PostKind
from fadu.organs.models import Organ
from fadu.procedures.mediation_record import KINDS
from fadu.procedures.models import Mediation

CAME = (("initiative", gettext_lazy("主动调解")), ("application", gettext_lazy("当事人申请")))
RESULTS = (
    ("", gettext_lazy("还在调解")),
    ("oral", gettext_lazy("达成口头协议")),
    ("written", gettext_lazy("签了调解协议书")),
)
GROUPS = (
    (gettext_lazy("达成协议"), "oral written", ("agreed", "amount", "perform_by")),
    (RESULTS[1][1], "oral", ("no_paper_wanted",)),
    (RESULTS[2][1], "written", ("parties_signed", "mediator_signed", "sealed", "photo")),
)
REGISTERED = ("kind", "people", "place", "told_rights", "may_cause_case")
AGREED = ("agreed", "amount", "perform_by", "no_paper_wanted", "parties_signed", "mediator_signed", "sealed")


class Dispute(Refusable):
    """What one screen asks; of a result only what the result needs."""

    mark = forms.UUIDField(widget=forms.HiddenInput)
    organ = forms.ModelChoiceField(Organ.objects.none(), label=gettext_lazy("人民调解委员会"), empty_label=None)
    on = forms.DateField(label=gettext_lazy("日期"), widget=DayInput)
    came = forms.ChoiceField(label=gettext_lazy("纠纷来源"), choices=CAME)
    first = forms.CharField(label=gettext_lazy("一方当事人"), max_length=200)
    first_phone = forms.CharField(label=gettext_lazy("联系电话"), max_length=40, required=False)
    other = forms.CharField(label=gettext_lazy("另一方当事人"), max_length=200)
    other_phone = forms.CharField(label=gettext_lazy("另一方联系电话"), max_length=40, required=False)

    def __init__(self, acting: Acting, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        mine = [each.organ_id for each in acting.posts if each.kind == PostKind.MEDIATOR]
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=mine, active=True)  # type: ignore[attr-defined]
        self.fields["dispute"] = column_field(Mediation, "dispute", needed=True)
        self.fields["dispute"].widget.attrs["rows"] = 4
        for name in REGISTERED:
            self.fields[name] = column_field(Mediation, name, needed=name in {"kind", "told_rights"})
        self.fields["outcome"] = forms.ChoiceField(
            label=gettext_lazy("结果"), choices=RESULTS, required=False, widget=forms.RadioSelect
        )
        for name in AGREED:
            self.fields[name] = column_field(Mediation, name, needed=False)
        self.fields["agreed"].widget.attrs["rows"] = 4
        self.fields["photo"] = forms.FileField(
            label=gettext_lazy("协议书照片"),
            required=False,
            widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
        )

    def facts(self, *names: str) -> dict[str, Any]:
        """The columns named, as far as they are filled in."""
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data.get(name) not in (None, "", False)}


@desk_page
def enter_dispute(request: DeskRequest) -> HttpResponse:
    """The form; on POST the dispute with every step that its answers speak of, all or nothing."""
    acting = request.acting
    if PostKind.MEDIATOR not in acting.kinds:
        raise PermissionDenied(_("登记纠纷的是人民调解员"))
    first = {"on": acting.today, "mark": uuid.uuid4(), "came": "initiative", "outcome": ""}
    form = Dispute(acting, request.POST or None, request.FILES or None, initial=first)
    case = None
    if request.method == "POST" and form.is_valid():
        case = _sent(form, acting) or _enter(form, acting)
    if _by_script(request):
        return _answer(form, case)
    if case:
        messages.success(request, _("已登记：%(number)s") % {"number": case.number})
        return redirect(case_address(case.pk, "registration"))
    context = {
        "form": form,
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "waiting": f"waiting:{acting.person.pk}:",
        "groups": [(name, keys, [form[column] for column in columns]) for name, keys, columns in GROUPS],
    }
    return page(request, "desk/dispute.html", context, here="dispute", status=422 if form.is_bound else 200)


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _answer(form: Dispute, case: Case | None) -> JsonResponse:
    if case:
        return JsonResponse({"number": case.number, "address": case_address(case.pk)})
    said = [f"{each.missing}（{each.cites}）" if each.cites else str(each.missing) for each in form.refusals]
    said += [f"{form[name].label if name in form.fields else ''}：{each}".lstrip("：")
             for name, errors in form.errors.items() for each in errors]  # fmt: skip
    return JsonResponse({"refused": said}, status=422)


def _sent(form: Dispute, acting: Acting) -> Case | None:
    """The case that this mark was entered as before, by the same person."""
    found = Sending.objects.select_related("case").filter(mark=form.cleaned_data["mark"], person=acting.person).first()
    return found.case if found else None


def _title(kind: str) -> str:
    """The title in the record's language, whatever language the mediator's pages have."""
    with override("zh-hans"):
        return str(dict(KINDS).get(kind, "民间纠纷"))


def _enter(form: Dispute, acting: Acting) -> Case | None:
    """The case with its steps, photo and mark; None where anything was refused, with the reasons in the form."""
    given, me = form.cleaned_data, acting.person
    on = given["on"]
    written = given["outcome"] == "written"
    if given.get("photo") and not written:
        form.add_error("photo", _("照片是签了名的调解协议书：结果请选“签了调解协议书”"))
        return None
    try:
        with transaction.atomic():
            case = open_case(
                "mediation",
                organ=given["organ"],
                title=_title(given["kind"]),
                by=me,
                on=on,
                officers=[me],
                parties=[
                    Comer(given["first"], phone=given["first_phone"]),
                    Comer(given["other"], phone=given["other_phone"]),
                ],
                source="mediator",
            )
            come = {"channel": "oral"} if given["came"] == "application" else {}
            take(case, given["came"], by=[me], on=on, facts={**form.facts("dispute"), **come})
            take(case, "registration", by=[me], on=on, facts=form.facts(*REGISTERED))
            if given["outcome"] == "oral":
                facts = form.facts("agreed", "amount", "perform_by", "no_paper_wanted")
                take(case, "oral_agreement", by=[me], on=on, outcome="oral", facts=facts)
            if written:
                take(case, "drafting", by=[me], on=on, facts=form.facts("agreed", "amount", "perform_by"))
                facts = form.facts("parties_signed", "mediator_signed", "sealed")
                take(case, "signing", by=[me], on=on, outcome="written", facts=facts)
            if given.get("photo"):
                photo = attach(given["photo"], given["photo"].name)
                name = str(_("调解协议书（照片）"))
                evidence.add_evidence(case, photo, kind=EvidenceKind.DOCUMENTARY, name=name, by=me, on=on)
            Sending.objects.create(mark=given["mark"], case=case, person=me)
    except Refused as refused:
        form.refuse(refused.refusals)
    except AttachmentRefused as refused:
        form.add_error("photo", str(refused))
    except IntegrityError:  # the same entry, sent twice at once: the first is the one that stands
        return _sent(form, acting)
    else:
        return case
    return None


class Found(Refusable):
    """A dispute found on a round of screening: between whom, about what."""

    kind = forms.ChoiceField(label=gettext_lazy("纠纷类型"), choices=KINDS)
    first = forms.CharField(label=gettext_lazy("一方当事人"), max_length=200)
    other = forms.CharField(label=gettext_lazy("另一方当事人"), max_length=200)
    dispute = forms.CharField(label=gettext_lazy("纠纷简要情况"), widget=forms.Textarea(attrs={"rows": 4}))
    on = forms.DateField(label=gettext_lazy("开始调解日期"), widget=DayInput)


@desk_page
def bring_dispute(request: DeskRequest, key: int) -> HttpResponse:
    """Mediate a dispute found on a round; the case stays linked to the round."""
    acting = request.acting
    found = get_object_or_404(Screening.objects.filter(within(acting)).select_related("organ"), pk=key)
    if not acting.holds({PostKind.MEDIATOR}, found.organ_id):
        raise PermissionDenied(_("由本委员会的人民调解员开始调解"))

    def act(given: dict[str, Any]) -> object:
        both = [Comer(given["first"]), Comer(given["other"])]
        try:
            return bring(
                found, title=_title(given["kind"]), parties=both, dispute=given["dispute"], by=acting.person,
                on=given["on"],
            )  # fmt: skip
        except JournalRefused as refused:
            raise Refused([Refusal(None, _("开始调解"), str(refused))]) from refused

    form = Found(request.POST or None, initial={"on": acting.today})
    return ask(
        request, form, act, title=_("开始调解：%(row)s") % {"row": found}, verb=_("开始调解"), cite=L[17],
        back=reverse("desk:journal", args=["screening"]), done=_("已经开始调解，案件在“案”里"), here="journals",
    )  # fmt: skip
