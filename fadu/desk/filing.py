"""What is put into a case: evidence with its files, requests for recusal and their decision, publications."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk.actors import cast
from fadu.desk.asking import ask
from fadu.desk.casefile import case_address
from fadu.desk.frame import DeskRequest, desk_page
from fadu.desk.reaching import reachable, workable
from fadu.engine import evidence as evidences
from fadu.engine import publication, recusal
from fadu.engine.file import open_file
from fadu.engine.models import Enclosed, Evidence, EvidenceKind, Publication, Recusal
from fadu.interface.fields import DayInput, Files, Refusable
from fadu.law.statutes import PENALTY_2021
from fadu.ledger.attachments import attach, open_attachment
from fadu.ledger.models import Attachment


class EvidenceForm(Refusable):
    """Files of one kind; each is named by its file unless a name is given."""

    kind = forms.ChoiceField(label=gettext_lazy("种类"), choices=EvidenceKind.choices)
    name = forms.CharField(
        label=gettext_lazy("名称"), max_length=180, required=False, help_text=gettext_lazy("不填则用文件名")
    )
    on = forms.DateField(label=gettext_lazy("取得日期"), widget=DayInput)
    uploads = Files(label=gettext_lazy("文件"), required=True)


@desk_page
def evidence(request: DeskRequest, key: int) -> HttpResponse:
    """Put files into the case as evidence; each enters the ledger by its content."""
    acting = request.acting
    case = workable(acting, key)
    form = EvidenceForm(request.POST or None, request.FILES or None, initial={"on": acting.today})
    form.fields["kind"].cites = PENALTY_2021[46, 1]  # type: ignore[attr-defined]

    def done(given: dict[str, Any]) -> object:
        with transaction.atomic():
            for number, each in enumerate(given["uploads"], 1):
                name = given["name"] or each.name
                if given["name"] and len(given["uploads"]) > 1:
                    name = f"{name}（{number}）"
                evidences.add_evidence(
                    case, attach(each, each.name), kind=given["kind"], name=name, by=acting.person, on=given["on"]
                )
        return None

    return ask(
        request, form, done, title=evidences.COLLECT, verb=_("上传"), back=f"{case_address(key)}#evidence", case=case,
        done=_("证据已入卷"),
    )  # fmt: skip


@desk_page
def evidence_file(request: DeskRequest, key: int, item: int) -> FileResponse:
    """The stored file, always as a download: nothing uploaded is ever shown as a page of this site."""
    case = reachable(request.acting, key)
    return _download(get_object_or_404(Evidence.objects.select_related("attachment"), pk=item, case=case).attachment)


@desk_page
def enclosed_file(request: DeskRequest, key: int, item: int) -> FileResponse:
    """A paper handed in with the application, likewise only as a download."""
    case = reachable(request.acting, key)
    return _download(get_object_or_404(Enclosed.objects.select_related("attachment"), pk=item, case=case).attachment)


def _download(attachment: Attachment) -> FileResponse:
    try:
        opened = open_attachment(attachment)
    except FileNotFoundError:
        raise Http404(_("文件不在存储中，请报告管理员")) from None
    response = FileResponse(opened, as_attachment=True, filename=attachment.name)
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    return response


class Reason(Refusable):
    """Day and reason."""

    on = forms.DateField(label=gettext_lazy("日期"), widget=DayInput)
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


@desk_page
def exclude(request: DeskRequest, key: int, item: int) -> HttpResponse:
    """Mark evidence obtained by unlawful means; it stays on record."""
    acting = request.acting
    case = workable(acting, key)
    found = get_object_or_404(Evidence, pk=item, case=case)
    cite = PENALTY_2021[46, 3]
    form = Reason(request.POST or None, initial={"on": acting.today})
    return ask(
        request,
        form,
        lambda given: evidences.exclude_evidence(found, given["reason"], by=acting.person, on=given["on"], cites=cite),
        title=_("%(act)s：%(name)s") % {"act": evidences.EXCLUDE, "name": found.name},
        verb=evidences.EXCLUDE,
        back=f"{case_address(key)}#evidence",
        case=case,
        cite=cite,
        done=_("已排除，证据和理由都留在卷内"),
        grave=True,
    )


@desk_page
def ask_recusal(request: DeskRequest, key: int) -> HttpResponse:
    """Enter a request that somebody stand aside, or one's own wish to."""
    acting = request.acting
    case = workable(acting, key)
    people = cast(acting, case)
    rule = open_file(case).edition(acting.today).recusal
    everybody = {each.person_id: each.person.name for each in people.posts}

    class Request(Refusable):
        person = forms.TypedChoiceField(
            label=gettext_lazy("被申请回避的人员"), choices=list(everybody.items()), coerce=int, initial=case.handler_id
        )
        own_motion = forms.BooleanField(label=gettext_lazy("本人自行申请"), required=False)
        on = forms.DateField(label=gettext_lazy("申请日期"), widget=DayInput)
        ground = forms.CharField(label=gettext_lazy("理由"), widget=forms.Textarea(attrs={"rows": 3}))

    form = Request(request.POST or None, initial={"on": acting.today})
    return ask(
        request,
        form,
        lambda given: recusal.ask_recusal(
            case, people.person(given["person"]), given["ground"], entered_by=acting.person, on=given["on"],
            own_motion=given["own_motion"],
        ),
        title=_("登记回避申请"),
        verb=_("登记"),
        back=case_address(key),
        case=case,
        cite=rule.applies if rule else None,
        done=_("已登记；决定作出之前，不停止调查"),
    )  # fmt: skip


@desk_page
def decide_recusal(request: DeskRequest, key: int, item: int) -> HttpResponse:
    """The head's decision on such a request."""
    acting = request.acting
    case = workable(acting, key)
    asked = get_object_or_404(Recusal.objects.select_related("person"), pk=item, case=case)
    rule = open_file(case).edition(acting.today).recusal

    class Decision(Refusable):
        granted = forms.TypedChoiceField(
            label=gettext_lazy("决定"),
            choices=[("yes", gettext_lazy("决定回避")), ("no", gettext_lazy("驳回申请"))],
            coerce=lambda value: value == "yes",
            widget=forms.RadioSelect,
        )
        on = forms.DateField(label=gettext_lazy("决定日期"), widget=DayInput)

    form = Decision(request.POST or None, initial={"on": acting.today})
    return ask(
        request,
        form,
        lambda given: recusal.decide_recusal(asked, granted=given["granted"], by=acting.person, on=given["on"]),
        title=_("决定回避：%(name)s") % {"name": asked.person.name},
        verb=_("决定"),
        back=case_address(key),
        case=case,
        cite=rule.decides if rule else None,
        note=asked.ground,
        done=_("决定已记录"),
    )


@desk_page
def take_back(request: DeskRequest, key: int, item: int) -> HttpResponse:
    """Withdraw a publication and say publicly why."""
    acting = request.acting
    case = workable(acting, key)
    found = get_object_or_404(Publication, pk=item, case=case)
    form = Reason(request.POST or None, initial={"on": acting.today})
    rules = {each.key: each for each in open_file(case).edition(acting.today).publicity}
    rule = rules.get(found.kind)
    return ask(
        request,
        form,
        lambda given: publication.take_back(found, given["reason"], by=acting.person, on=given["on"]),
        title=_("%(act)s：%(name)s") % {"act": publication.WITHDRAW, "name": found.title},
        verb=publication.WITHDRAW,
        back=case_address(key),
        case=case,
        cite=rule.withdrawn_cites if rule else None,
        note=_("撤回的理由会公开说明。"),
        done=_("已撤回，理由已公开"),
        grave=True,
    )
