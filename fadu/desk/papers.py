"""文书 and 送达: issue, read as a page, take away as .docx, void with a reason, serve in one of five ways."""

from __future__ import annotations

from typing import Any
from typing import cast as cast_type

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk.actors import Cast, cast
from fadu.desk.asking import ask
from fadu.desk.casefile import case_address
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.reaching import reachable, workable, works
from fadu.documents import docx
from fadu.documents import page as pages
from fadu.documents import papers as values
from fadu.engine import papers, service
from fadu.engine.models import Case, Paper, Service, Way
from fadu.engine.refusals import Refused
from fadu.interface.fields import DayInput, Refusable
from fadu.interface.templatetags.words import address_of
from fadu.organs.kinds import HANDLING


def paper_of(acting: Acting, key: int, number: int) -> tuple[Case, Paper]:
    """A paper of a case that this person may see."""
    case = reachable(acting, key)
    return case, get_object_or_404(Paper.objects.select_related("case", "organ"), pk=number, case=case)


def value_of(found: Paper) -> values.Paper:
    """The paper as a value that can be printed."""
    return cast_type("values.Paper", papers.compose(found))  # the checks of start-up hold compose to it


@desk_page
@require_POST
def issue(request: DeskRequest, key: int) -> HttpResponse:
    """Issue a paper of the case; it takes the next number of its 字."""
    case = workable(request.acting, key)
    try:
        made = papers.issue(case, request.POST.get("kind", ""), by=request.acting.person, on=request.acting.today)
    except Refused as refused:
        messages.error(request, "；".join(str(each) for each in refused.refusals))
    except KeyError:
        messages.error(request, _("本程序没有这种文书"))
    else:
        messages.success(request, _("已制作：%(title)s %(number)s") % {"title": made.title, "number": made.number})
        return redirect("desk:paper", key, made.pk)
    return redirect(case_address(key))


@desk_page
def paper(request: DeskRequest, key: int, number: int) -> HttpResponse:
    """The paper as it was issued, for reading and printing."""
    case, found = paper_of(request.acting, key, number)
    context = {
        "case": case,
        "paper": found,
        "body": pages.render(value_of(found), cites=address_of, heading=1),
        "intact": papers.intact(found),
        "services": found.services.select_related("by", "second"),
        "works": works(request.acting, case),
    }
    return page(request, "desk/paper.html", context, here="cases")


@desk_page
def download(request: DeskRequest, key: int, number: int) -> HttpResponse:
    """The paper as .docx."""
    _case, found = paper_of(request.acting, key, number)
    response = HttpResponse(docx.render(value_of(found)), content_type=docx.MEDIA_TYPE)
    name = f"{found.title}{found.number}.docx"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


class Void(Refusable):
    """Day and reason of a void."""

    on = forms.DateField(label=gettext_lazy("作废日期"), widget=DayInput)
    reason = forms.CharField(label=gettext_lazy("作废理由"), max_length=200)


@desk_page
def void(request: DeskRequest, key: int, number: int) -> HttpResponse:
    """Void a paper: its number stays used and the reason explains it."""
    acting = request.acting
    workable(acting, key)
    case, found = paper_of(acting, key, number)
    form = Void(request.POST or None, initial={"on": acting.today})
    return ask(
        request,
        form,
        lambda given: papers.void(found, given["reason"], by=acting.person, on=given["on"]),
        title=_("%(act)s：%(name)s") % {"act": papers.VOID, "name": f"{found.title} {found.number}"},
        verb=papers.VOID,
        back=f"{case_address(key)}#papers",
        case=case,
        note=_("文号不再使用，作废理由留在卷内。"),
        done=_("已作废"),
        grave=True,
    )


class ServeForm(Refusable):
    """How, to whom, when and by whom a paper is served."""

    way = forms.ChoiceField(label=gettext_lazy("送达方式"), choices=Way.choices, widget=forms.RadioSelect)
    receiver = forms.CharField(label=gettext_lazy("受送达人"), max_length=200)
    place = forms.CharField(label=gettext_lazy("送达地点"), max_length=200, required=False)
    sent_on = forms.DateField(label=gettext_lazy("送出（公告）日期"), widget=DayInput)
    served_on = forms.DateField(
        label=gettext_lazy("送达日期"),
        widget=DayInput,
        required=False,
        help_text=gettext_lazy("直接、留置送达当时填写；邮寄、电子送达可以收到回执后登记；公告送达由系统计算"),
    )
    consent = forms.CharField(
        label=gettext_lazy("送达确认书"), max_length=120, required=False, help_text=gettext_lazy("电子送达必填")
    )
    witness = forms.CharField(
        label=gettext_lazy("见证人或者留置记录"), max_length=200, required=False, help_text=gettext_lazy("留置送达必填")
    )
    second = forms.ChoiceField(label=gettext_lazy("第二送达人"), required=False)

    def __init__(self, people: Cast, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        others = [each for each in people.holding((*HANDLING, "clerk")) if each.pk != people.acting.person.pk]
        self.fields["second"].choices = [("", "—"), *((str(each.pk), each.name) for each in others)]  # type: ignore[attr-defined]
        self.people = people


@desk_page
def serve(request: DeskRequest, key: int, number: int) -> HttpResponse:
    """Serve a paper in one of the five ways; each has its own rule for the day."""
    acting = request.acting
    workable(acting, key)
    case, found = paper_of(acting, key, number)
    people = cast(acting, case)
    initial = {"receiver": case.party_name, "sent_on": acting.today, "served_on": acting.today, "way": Way.DIRECT}
    form = ServeForm(people, request.POST or None, initial=initial)
    rules = service.rules(acting.today)
    form.fields["way"].choices = [  # type: ignore[attr-defined]
        (value, f"{label} — {rules[value].day}（{rules[value].cites}）" if value in rules else str(label))
        for value, label in Way.choices
    ]

    def done(given: dict[str, Any]) -> object:
        second = people.person(int(given["second"])) if given["second"] else None
        served_on = None if given["way"] == Way.NOTICE and rules else given["served_on"]
        return service.serve(
            found, given["way"], by=acting.person, second=second, sent_on=given["sent_on"], served_on=served_on,
            receiver=given["receiver"], place=given["place"], consent=given["consent"], witness=given["witness"],
        )  # fmt: skip

    title = _("%(act)s：%(name)s") % {"act": service.SERVE, "name": f"{found.title} {found.number}"}
    return ask(
        request, form, done, title=title, verb=service.SERVE, back=f"{case_address(key)}#papers", case=case,
        done=_("送达已登记"),
    )  # fmt: skip


class Receipt(Refusable):
    """The day that the receipt shows."""

    served_on = forms.DateField(label=gettext_lazy("送达日期"), widget=DayInput)


@desk_page
def receipt(request: DeskRequest, key: int, number: int) -> HttpResponse:
    """Enter the day on which a paper sent earlier counts as served."""
    acting = request.acting
    case = workable(acting, key)
    found = get_object_or_404(Service.objects.select_related("paper__case"), pk=number, paper__case=case)
    rule = service.rules(found.sent_on).get(found.way)
    form = Receipt(request.POST or None)
    return ask(
        request,
        form,
        lambda given: service.receipt(found, given["served_on"], by=acting.person),
        title=_("登记送达日期"),
        verb=_("登记"),
        back=f"{case_address(key)}#papers",
        case=case,
        cite=rule.cites if rule else None,
        note=str(rule.day) if rule else "",
        done=_("送达日期已登记"),
    )
