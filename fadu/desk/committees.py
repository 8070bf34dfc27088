"""人民调解组织名册 and legal service places: who mediates where, with how much work; entered by the justice bureau.

《人民调解法》第十条: the county's justice administration keeps the statistics of committees and tells the basic court.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk.asking import ask
from fadu.desk.books import ROWS, written_for
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.engine.models import Case
from fadu.engine.refusals import Refusal, Refused
from fadu.interface.fields import DayInput, Refusable
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.organs.kinds import Domain, OrganKind
from fadu.organs.models import Organ
from fadu.registers import legal_services, mediation
from fadu.registers.models import LegalServicePlace, MediationOrganisation, Mediator

CAPACITIES = {str(label): value for value, label in mediation.Capacity.choices} | {
    "主任": "chair", "副主任": "vice", "委员": "member",
}  # fmt: skip
WOMAN = "妇女"


def keeping(acting: Acting) -> QuerySet[Organ]:
    """The justice organs for which this person may keep the register."""
    return written_for(acting).filter(domain=Domain.JUSTICE).exclude(kind=OrganKind.MEDIATION)


@desk_page
def committees(request: DeskRequest) -> HttpResponse:
    """The committees standing on the day asked for, their mediators and the disputes of that year; the places."""
    acting = request.acting
    on = parse_date(request.GET.get("on", "")) or acting.today
    kept = [each.pk for each in keeping(acting)]
    reach = acting.reach.q(handler=None, second=None, organ="organ", region="organ__region")
    held = (
        MediationOrganisation.objects.held_on(on)
        .filter(reach | Q(organ__parent__in=kept))  # the bureau's own statistics (第十条), not the committees' cases
        .select_related("organ")
        .prefetch_related(Prefetch("mediators", Mediator.objects.held_on(on), to_attr="serving"))
        .order_by("kind", "organ__name")
    )
    listed = list(held[: ROWS * 10])
    opened = Case.objects.filter(procedure="mediation", opened_on__year=on.year, organ__in=[each.pk for each in listed])
    work = dict(opened.order_by().values_list("organ").annotate(Count("pk")))
    places = LegalServicePlace.objects.held_on(on).filter(reach).select_related("organ").order_by("kind", "name")
    context = {
        "on": on,
        "committees": [(each, each.serving, work.get(each.pk, 0)) for each in listed],  # type: ignore[attr-defined]
        "places": places[: ROWS * 10],
        "keeps": bool(kept),
    }
    return page(request, "desk/committees.html", context, here="registers")


class Establishing(Refusable):
    """A committee and the members elected into it."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label=gettext_lazy("登记单位"), empty_label=None)
    name = forms.CharField(label=gettext_lazy("名称"), max_length=100)
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=mediation.MediationKind.choices)
    place = forms.CharField(label=gettext_lazy("所在地"), max_length=200, required=False)
    field = forms.CharField(label=gettext_lazy("专业领域"), max_length=60, required=False)
    since = forms.DateField(label=gettext_lazy("设立日期"), widget=DayInput)
    members = forms.CharField(
        label=gettext_lazy("委员"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("一行一人：姓名 主任（副主任、委员），是妇女的再写“妇女”"),
    )

    def clean_members(self) -> list[Mediator]:
        """The lines as people; raises for a line without a capacity."""
        found = []
        for number, line in enumerate(self.cleaned_data["members"].splitlines(), start=1):
            name, *words = line.replace("｜", " ").replace("，", " ").split() or [""]
            if not name:
                continue
            capacity = next((CAPACITIES[word] for word in words if word in CAPACITIES), "")
            if not capacity:
                raise forms.ValidationError(_("第%(n)d行没有写明主任、副主任或者委员") % {"n": number})
            found.append(Mediator(name=name, capacity=capacity, woman=WOMAN in words))
        return found


def _kept(acting: Acting) -> QuerySet[Organ]:
    organs = keeping(acting)
    if not organs.exists():
        raise PermissionDenied(_("人民调解组织名册由司法行政部门登记"))
    return organs


@desk_page
def establish(request: DeskRequest) -> HttpResponse:
    """Enter a committee with its members; what the law asks of its composition is asked here."""
    acting = request.acting
    form = Establishing(request.POST or None, initial={"since": acting.today})
    form.fields["organ"].queryset = _kept(acting)  # type: ignore[attr-defined]

    def act(given: dict[str, Any]) -> object:
        by: Organ = given["organ"]
        if Organ.objects.filter(name=given["name"]).exists():
            raise Refused([Refusal(None, _("登记调解组织"), _("已有同名的单位"), "name")])
        with transaction.atomic():
            organ = Organ.objects.create(
                name=given["name"], region=by.region, parent=by, domain=Domain.JUSTICE, kind=OrganKind.MEDIATION,
                word=given["name"][:6],
            )  # fmt: skip
            wanted = MediationOrganisation(
                organ=organ, kind=given["kind"], place=given["place"], field=given["field"], since=given["since"]
            )
            for each in given["members"]:
                each.since = given["since"]
            try:
                return mediation.establish(wanted, given["members"], by=acting.person)
            except mediation.MediationRefused as refused:
                raise Refused([Refusal(L[8, 2], _("登记调解组织"), str(refused))]) from refused

    return ask(
        request, form, act, title=_("登记人民调解组织"), verb=_("登记"), back=reverse("desk:committees"),
        done=_("调解组织已登记；请及时通报基层人民法院"), cite=L[10], here="registers",
    )  # fmt: skip


class Engaging(Refusable):
    """A mediator engaged by a committee."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    full_time = forms.BooleanField(label=gettext_lazy("专职"), required=False)
    since = forms.DateField(label=gettext_lazy("聘任日期"), widget=DayInput)


@desk_page
def engage(request: DeskRequest, key: int) -> HttpResponse:
    """Enter a mediator whom the committee engages."""
    acting = request.acting
    regions = _kept(acting).values("region")
    held = get_object_or_404(MediationOrganisation.objects.filter(organ__region__in=regions), pk=key)

    def act(given: dict[str, Any]) -> object:
        try:
            return mediation.engage(held, Mediator(**given), by=acting.person)
        except mediation.MediationRefused as refused:
            raise Refused([Refusal(L[13], _("聘任调解员"), str(refused))]) from refused

    return ask(
        request, Engaging(request.POST or None, initial={"since": acting.today}), act, verb=_("登记"),
        title=_("聘任调解员：%(name)s") % {"name": held}, back=reverse("desk:committees"), done=_("调解员已登记"),
        cite=L[13], here="registers",
    )  # fmt: skip


class Placing(Refusable):
    """A centre, station or room of legal services."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label=gettext_lazy("主管单位"), empty_label=None)
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=legal_services.PlaceKind.choices)
    name = forms.CharField(label=gettext_lazy("名称"), max_length=100)
    adviser = forms.CharField(label=gettext_lazy("法律顾问"), max_length=60, required=False)
    points = forms.CharField(label=gettext_lazy("设立的服务点"), max_length=400, required=False)
    building = forms.BooleanField(label=gettext_lazy("建设中"), required=False)
    since = forms.DateField(label=gettext_lazy("设立日期"), widget=DayInput)


@desk_page
def open_place(request: DeskRequest) -> HttpResponse:
    """Enter a place of legal services, with the adviser of a village's room."""
    acting = request.acting
    form = Placing(request.POST or None, initial={"since": acting.today})
    form.fields["organ"].queryset = _kept(acting)  # type: ignore[attr-defined]

    def act(given: dict[str, Any]) -> object:
        if LegalServicePlace.objects.filter(organ=given["organ"], kind=given["kind"], name=given["name"]).exists():
            raise Refused([Refusal(None, _("登记服务场所"), _("该单位已有同名的场所"), "name")])
        return legal_services.open_places([LegalServicePlace(**given)], by=acting.person)

    return ask(
        request, form, act, title=_("登记公共法律服务场所"), verb=_("登记"), back=reverse("desk:committees"),
        done=_("服务场所已登记"), here="registers",
    )  # fmt: skip
