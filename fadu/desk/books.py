"""册 and 账: registers that are true at a date, journals of dated activities.

They are read by whoever reaches the organ and written by whoever holds a working post there; a wrong journal entry is
struck out with its reason, never changed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms.models import fields_for_model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk.asked import number_asked
from fadu.desk.asking import ask
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.engine.refusals import Refusal, Refused
from fadu.interface.fields import DayInput, Refusable
from fadu.journals import entry
from fadu.journals.joint_sessions import settle as settle_matter
from fadu.journals.models import (
    Action,
    Examination,
    Inspection,
    JointSession,
    LegalService,
    ListedMatter,
    Screening,
)
from fadu.organs.kinds import HANDLING, PostKind
from fadu.organs.models import Certificate, Organ
from fadu.registers import devices
from fadu.registers.models import Device

ROWS = 50
WRITERS = HANDLING | {PostKind.CLERK, PostKind.HEAD, PostKind.PRINCIPAL}
JOURNALS: dict[str, type[entry.JournalEntry]] = {
    each.JOURNAL: each
    for each in (
        Inspection,
        Action,
        Examination,
        JointSession,
        ListedMatter,
        Screening,
        LegalService,
    )
}


def within(acting: Acting) -> Q:
    """Rows of organs that this person's posts reach."""
    return acting.reach.q(handler=None, second=None, organ="organ", region="organ__region")


def written_for(acting: Acting) -> QuerySet[Organ]:
    """The organs for which this person may write."""
    return Organ.objects.filter(pk__in={each.organ_id for each in acting.posts if each.kind in WRITERS}, active=True)


@desk_page
def registers(request: DeskRequest) -> HttpResponse:
    """Who holds a certificate and which recording devices are in service, on the day asked for."""
    acting = request.acting
    on = _day(request.GET.get("on", ""), acting.today)
    held = Certificate.objects.valid_on(on).filter(within(acting)).select_related("person", "organ")
    kept = Device.objects.held_on(on).filter(within(acting)).select_related("organ", "holder")
    context = {
        "on": on,
        "certificates": held.order_by("organ__name", "person__name", "pk")[: ROWS * 10],
        "devices": kept.order_by("organ__name", "number")[: ROWS * 10],
        "writes": written_for(acting).exists(),
    }
    return page(request, "desk/registers.html", context, here="registers")


class DeviceForm(Refusable):
    """A device put into service."""

    organ = forms.ModelChoiceField(Organ.objects.none(), label=gettext_lazy("配备单位"), empty_label=None)
    number = forms.CharField(label=gettext_lazy("设备编号"), max_length=60)
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=devices.DeviceKind.choices)
    model = forms.CharField(label=gettext_lazy("型号"), max_length=60, required=False)
    since = forms.DateField(label=gettext_lazy("启用日期"), widget=DayInput)


@desk_page
def enter_device(request: DeskRequest) -> HttpResponse:
    """Put a device into the register."""
    acting = request.acting
    form = DeviceForm(request.POST or None, initial={"since": acting.today})
    form.fields["organ"].queryset = written_for(acting)  # type: ignore[attr-defined]

    def act(given: dict[str, Any]) -> object:
        try:
            return devices.enter(
                given["organ"], given["number"], given["kind"], since=given["since"], by=acting.person,
                model=given["model"],
            )  # fmt: skip
        except devices.DeviceRefused as refused:
            raise Refused([Refusal(None, _("登记设备"), str(refused))]) from refused

    return ask(
        request, form, act, title=_("登记设备"), verb=_("登记"), back=reverse("desk:registers"), done=_("设备已登记"),
        here="registers",
    )  # fmt: skip


@desk_page
def journals(request: DeskRequest, name: str = "inspection") -> HttpResponse:
    """One journal, newest first."""
    acting = request.acting
    model = JOURNALS.get(name)
    if model is None:
        raise Http404
    found = model._default_manager.filter(within(acting)).select_related("organ").order_by("-on", "-pk")
    day, dot, key = request.GET.get("after", "").partition(".")
    if dot and (place := number_asked(key)) is not None:
        last = _day(day, acting.today)
        found = found.filter(on__lte=last).filter(Q(on__lt=last) | Q(pk__lt=place))
    listed = list(found[: ROWS + 1])
    last_row = listed[ROWS - 1] if len(listed) > ROWS else None
    columns = [column for column in model.WRITTEN if not column.endswith("_id")]
    context = {
        "name": name,
        "books": [(key, each._meta.verbose_name) for key, each in JOURNALS.items()],
        "title": model._meta.verbose_name,
        "headings": [model._meta.get_field(column).verbose_name for column in columns],  # type: ignore[union-attr]
        "lines": [(each, [_shown(each, column) for column in columns]) for each in listed[:ROWS]],
        "after": f"{last_row.on.isoformat()}.{last_row.pk}" if last_row else "",
        "first": not dot,
        "brings": PostKind.MEDIATOR in acting.kinds,
        "writes": written_for(acting).exists(),
    }
    return page(request, "desk/journals.html", context, here="journals")


@desk_page
def enter(request: DeskRequest, name: str) -> HttpResponse:
    """Enter an activity."""
    acting = request.acting
    model = JOURNALS.get(name)
    if model is None:
        raise Http404
    form = _form(model, acting, request)

    def act(given: dict[str, Any]) -> object:
        if given["on"] > acting.today:
            raise Refused([Refusal(None, _("记账"), _("日期晚于录入日期"))])
        row = model(**given)
        if problem := next(iter(_problems(row)), ""):
            raise Refused([Refusal(None, _("记账"), problem)])
        try:
            return entry.enter(row, by=acting.person)
        except entry.JournalRefused as refused:
            raise Refused([Refusal(None, _("记账"), str(refused))]) from refused

    title = _("记账：%(name)s") % {"name": model._meta.verbose_name}
    return ask(
        request, form, act, title=title, verb=_("记入"), back=reverse("desk:journal", args=[name]), done=_("已记入"),
        here="journals",
    )  # fmt: skip


class Striking(Refusable):
    """Why an entry is struck out."""

    reason = forms.CharField(label=gettext_lazy("注销理由"), max_length=200)


@desk_page
def strike(request: DeskRequest, name: str, key: int) -> HttpResponse:
    """Strike an entry out with its reason."""
    acting = request.acting
    model = JOURNALS.get(name)
    if model is None:
        raise Http404
    row = get_object_or_404(model._default_manager.filter(within(acting)), pk=key)
    if not acting.holds(set(WRITERS), row.organ_id):
        raise PermissionDenied(_("只有本单位人员可以注销"))

    def act(given: dict[str, Any]) -> object:
        try:
            return entry.strike(row, on=acting.today, reason=given["reason"], by=acting.person)
        except entry.JournalRefused as refused:
            raise Refused([Refusal(None, _("注销"), str(refused))]) from refused

    return ask(
        request, Striking(request.POST or None), act, title=_("注销：%(row)s") % {"row": row}, verb=_("注销"),
        back=reverse("desk:journal", args=[name]), done=_("已注销，原记录保留"), here="journals", grave=True,
    )  # fmt: skip


class Settling(Refusable):
    """How a matter on the list was settled."""

    on = forms.DateField(label=gettext_lazy("解决到位日期"), widget=DayInput)
    progress = forms.CharField(label=gettext_lazy("怎样解决"), widget=forms.Textarea(attrs={"rows": 3}))


@desk_page
def settle(request: DeskRequest, key: int) -> HttpResponse:
    """A matter of the joint session's list is settled."""
    acting = request.acting
    row = get_object_or_404(ListedMatter.objects.filter(within(acting)), pk=key)
    if not acting.holds(set(WRITERS), row.organ_id):
        raise PermissionDenied(_("只有本单位人员可以登记解决到位"))

    def act(given: dict[str, Any]) -> object:
        if given["on"] > acting.today:
            raise Refused([Refusal(None, _("解决到位"), _("日期晚于录入日期"))])
        try:
            return settle_matter(row, on=given["on"], progress=given["progress"], by=acting.person)
        except entry.JournalRefused as refused:
            raise Refused([Refusal(None, _("解决到位"), str(refused))]) from refused

    return ask(
        request, Settling(request.POST or None, initial={"on": acting.today}), act,
        title=_("解决到位：%(row)s") % {"row": row}, verb=_("登记"),
        back=reverse("desk:journal", args=["listed_matter"]), done=_("已登记解决到位"), here="journals",
    )  # fmt: skip


def _form(model: type[entry.JournalEntry], acting: Acting, request: DeskRequest) -> Refusable:
    columns = [column for column in model.WRITTEN if not column.endswith("_id")]
    form = Refusable(request.POST or None, initial={"on": acting.today})
    form.fields["organ"] = forms.ModelChoiceField(written_for(acting), label=_("机关"), empty_label=None)
    form.fields["on"] = forms.DateField(label=_("日期"), widget=DayInput)
    form.fields |= fields_for_model(model, fields=[*columns, "evidence"])
    return form


def _problems(row: entry.JournalEntry) -> list[str]:

    try:
        row.validate_constraints()
    except ValidationError as fault:
        return fault.messages
    return []


def _shown(row: entry.JournalEntry, column: str) -> object:
    display = getattr(row, f"get_{column}_display", None)
    value = display() if display else getattr(row, column)
    return "" if value is None else value


def _day(text: str, default: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default
