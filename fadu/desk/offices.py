"""管理: organs, people, posts, certificates; what needs an administrator's eye, in plain words.

The three administrators divide it: the system administrator keeps accounts, certificates and the calendar; the security
administrator appoints and dismisses; the audit administrator watches seals and dormant accounts. None of them sees a
case. Every act enters the ledger under the name of the account it concerns.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk.asked import number_asked, words_asked
from fadu.desk.asking import ask
from fadu.desk.frame import ADMINISTRATORS, Acting, DeskRequest, desk_page, page
from fadu.engine.renewal import renew
from fadu.interface.fields import DayInput, Refusable
from fadu.law import calendar
from fadu.ledger.book import append
from fadu.ledger.seals import missing_seals
from fadu.organs import appointment, certification, people
from fadu.organs.kinds import Domain, PersonKind, PostKind, Scope
from fadu.organs.models import Certificate, Organ, Person, Post
from fadu.organs.refusal import NotAllowed

SOON: Final = 60  # days before its last one from which a certificate is listed as expiring; a setting, not the law's
ROWS: Final = 50
SYSTEM, SECURITY, AUDIT = PostKind.SYSTEM_ADMIN, PostKind.SECURITY_ADMIN, PostKind.AUDIT_ADMIN


def _only(acting: Acting, *kinds: str) -> None:
    if not acting.kinds & (set(kinds) or ADMINISTRATORS):
        raise PermissionDenied(_("这一页供管理员使用"))


def _other(acting: Acting, key: int) -> Person:
    """The member of staff of that key; nobody appoints, certifies or lets in himself (GB/T 22239-2019, 8.1.4.2 d)."""
    found = get_object_or_404(Person, pk=key, kind=PersonKind.STAFF)
    if found.pk == acting.person.pk:
        raise PermissionDenied(_("本人的任免、证件和账号由另一名管理员办理"))
    return found


def _enter(acting: Acting, person: Person, act: str, **content: object) -> None:
    append(
        f"person:{person.username}", act, actor=acting.person.username, on=acting.today, cites=[], content=content,
        at=timezone.now(),
    )  # fmt: skip


@desk_page
def offices(request: DeskRequest) -> HttpResponse:
    """What needs an eye, then organs and how many people hold posts there."""
    acting = request.acting
    _only(acting)
    today = acting.today
    held = Q(posts__since__lte=today) & (Q(posts__until=None) | Q(posts__until__gte=today))
    context = {
        "missing": missing_seals(today),
        "dormant": list(people.dormant(timezone.now())[:20]),
        "expiring": Certificate.objects.filter(
            revoked_on=None, valid_until__gte=today, valid_until__lte=today + timedelta(days=SOON), renewed_by=None
        ).select_related("person", "organ")[:ROWS],
        "organs": Organ.objects.select_related("region", "parent")
        .annotate(staff=Count("posts__person", filter=held, distinct=True))
        .order_by("region_id", "name")[:500],
        "years": sorted(calendar.standard_calendar().known)[-3:],
        "needs_notice": calendar.standard_calendar().is_projected(date(today.year + (today.month > 11), 12, 31)),
        "system": SYSTEM in acting.kinds,
    }
    return page(request, "desk/offices.html", context, here="offices")


@desk_page
def staff(request: DeskRequest) -> HttpResponse:
    """People by name or organ, page by page."""
    acting = request.acting
    _only(acting)
    q, organ, after = (words_asked(request.GET.get(name, "")) for name in ("q", "organ", "after"))
    found = Person.objects.filter(kind=PersonKind.STAFF)
    if q:
        found = found.filter(Q(name__icontains=q) | Q(username__icontains=q))
    if (office := number_asked(organ)) is not None:
        found = found.filter(posts__organ=office).distinct()
    if after:
        found = found.filter(username__gt=after)
    listed = list(found.order_by("username").prefetch_related("posts__organ")[: ROWS + 1])
    more = listed[ROWS - 1].username if len(listed) > ROWS else ""
    context = {"people": listed[:ROWS], "after": more, "q": q, "organ": organ, "system": SYSTEM in acting.kinds}
    return page(request, "desk/staff.html", context, here="offices")


@desk_page
def person(request: DeskRequest, key: int) -> HttpResponse:
    """One member of staff: posts, certificates, account."""
    acting = request.acting
    _only(acting)
    found = get_object_or_404(Person, pk=key, kind=PersonKind.STAFF)
    other = found.pk != acting.person.pk  # one's own are for another administrator
    context = {
        "person": found,
        "posts": found.posts.select_related("organ").order_by("-since"),
        "certificates": found.certificates.select_related("organ")
        .prefetch_related("suspensions")
        .order_by("-issued_on"),
        "system": SYSTEM in acting.kinds and other,
        "security": SECURITY in acting.kinds and other,
    }
    return page(request, "desk/person.html", context, here="offices")


class Account(Refusable):
    """A new member of staff."""

    username = forms.CharField(label=gettext_lazy("账号"), max_length=60)
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    phone = forms.CharField(label=gettext_lazy("联系电话"), max_length=40, required=False)


@desk_page
def open_account(request: DeskRequest) -> HttpResponse:
    """Open an account; its password is shown once."""
    acting = request.acting
    _only(acting, SYSTEM)

    def done(given: dict[str, Any]) -> None:
        with transaction.atomic():
            made, password = people.open_account(
                given["username"], given["name"], phone=given["phone"], at=timezone.now()
            )
            _enter(acting, made, "open_account")
        messages.warning(
            request,
            _("%(name)s的初始密码：%(password)s（只显示这一次，首次登录须修改）")
            % {"name": made.name, "password": password},
        )

    return ask(
        request, Account(request.POST or None), done, title=_("开立账号"), verb=_("开立"),
        back=reverse("desk:staff"), done=_("账号已开立"), here="offices",
    )  # fmt: skip


class Appoint(Refusable):
    """A post for a person."""

    organ = forms.ModelChoiceField(Organ.objects.filter(active=True), label=gettext_lazy("机关"))
    kind = forms.ChoiceField(label=gettext_lazy("职务"), choices=PostKind.choices)
    scope = forms.ChoiceField(
        label=gettext_lazy("数据范围"), choices=[("", gettext_lazy("该职务通常的范围")), *Scope.choices], required=False
    )
    since = forms.DateField(label=gettext_lazy("任职日期"), widget=DayInput)
    until = forms.DateField(label=gettext_lazy("免职日期"), widget=DayInput, required=False)
    qualification = forms.CharField(label=gettext_lazy("法律职业资格证书编号"), max_length=40, required=False)
    seasoned = forms.BooleanField(label=gettext_lazy("并非初次从事法制审核"), required=False)


class Certify(Refusable):
    """A certificate for a person."""

    organ = forms.ModelChoiceField(Organ.objects.filter(active=True), label=gettext_lazy("执法单位"))
    number = forms.CharField(label=gettext_lazy("证件编号"), max_length=40)
    domain = forms.ChoiceField(label=gettext_lazy("执法领域"), choices=Domain.choices)
    issued_on = forms.DateField(label=gettext_lazy("发证日期"), widget=DayInput)
    valid_until = forms.DateField(label=gettext_lazy("有效期至"), widget=DayInput)


class Ground(Refusable):
    """A day and a ground."""

    on = forms.DateField(label=gettext_lazy("日期"), widget=DayInput)
    ground = forms.CharField(label=gettext_lazy("理由"), max_length=200)


class Day(Refusable):
    """A day."""

    on = forms.DateField(label=gettext_lazy("日期"), widget=DayInput)


@desk_page
def appoint(request: DeskRequest, key: int) -> HttpResponse:
    """Give somebody a post."""
    return _about_person(request, key, (SECURITY,), Appoint, gettext_lazy("任职"), "appoint", _appoint)


def _appoint(found: Person, given: dict[str, Any]) -> dict[str, object]:
    post = appointment.appoint(found, **given | {"scope": given["scope"] or None})
    return {"organ": post.organ.name, "kind": post.kind, "since": post.since, "until": post.until}


@desk_page
def certify(request: DeskRequest, key: int) -> HttpResponse:
    """Issue a certificate."""
    return _about_person(request, key, (SYSTEM,), Certify, gettext_lazy("发证"), "certify", _certify)


def _certify(found: Person, given: dict[str, Any]) -> dict[str, object]:
    made = certification.certify(found, **given)
    return {"number": made.number, "domain": made.domain, "issued_on": made.issued_on, "valid_until": made.valid_until}


def _about_person(
    request: DeskRequest,
    key: int,
    kinds: tuple[str, ...],
    form: type[Refusable],
    title: Any,
    act: str,
    does: Callable[[Person, dict[str, Any]], dict[str, object]],
) -> HttpResponse:
    acting = request.acting
    _only(acting, *kinds)
    found = _other(acting, key)

    def done(given: dict[str, Any]) -> None:
        with transaction.atomic():
            _enter(acting, found, act, **does(found, given))

    today = acting.today
    given = form(request.POST or None, initial={"since": today, "issued_on": today, "on": today})
    return ask(
        request, given, done, title=_("%(act)s：%(name)s") % {"act": title, "name": found.name}, verb=title,
        back=reverse("desk:person", args=[key]), done=_("已办理：%(step)s") % {"step": title}, here="offices",
    )  # fmt: skip


@desk_page
def dismiss(request: DeskRequest, key: int, post: int) -> HttpResponse:
    """End a post."""
    found = get_object_or_404(Post.objects.select_related("organ"), pk=post, person=key)

    def does(_person: Person, given: dict[str, Any]) -> dict[str, object]:
        appointment.dismiss(found, on=given["on"])
        return {"organ": found.organ.name, "kind": found.kind, "on": given["on"]}

    return _about_person(request, key, (SECURITY,), Day, gettext_lazy("免职"), "dismiss", does)


CERTIFICATE_ACTS: Final = {
    "suspend": gettext_lazy("暂扣证件"),
    "restore": gettext_lazy("发还证件"),
    "revoke": gettext_lazy("吊销证件"),
}


@desk_page
def certificate(request: DeskRequest, key: int, number: int, act: str) -> HttpResponse:
    """Withhold, give back or revoke a certificate."""
    found = get_object_or_404(Certificate, pk=number, person=key)
    title = CERTIFICATE_ACTS.get(act)
    if title is None:
        raise PermissionDenied

    def does(_person: Person, given: dict[str, Any]) -> dict[str, object]:
        match act:
            case "suspend":
                certification.suspend(found, since=given["on"], ground=given["ground"])
            case "restore":
                certification.restore(found, on=given["on"])
            case _:
                certification.revoke(found, on=given["on"], ground=given["ground"])
        return {"number": found.number, **given}

    form = Day if act == "restore" else Ground
    return _about_person(request, key, (SYSTEM,), form, title, f"{act}_certificate", does)


@desk_page
@require_POST
def account(request: DeskRequest, key: int) -> HttpResponse:
    """Close an account, open it again, or issue a new password."""
    acting = request.acting
    _only(acting, SYSTEM)
    found = _other(acting, key)
    act = request.POST.get("act", "")
    try:
        with transaction.atomic():
            if act == "close":
                people.close_account(found)
            elif act == "reopen":
                people.reopen_account(found)
            elif act == "password":
                password = people.issue_password(found, at=timezone.now())
                messages.warning(request, _("新密码：%(password)s（只显示这一次）") % {"password": password})
            else:
                return redirect("desk:person", key)
            _enter(acting, found, f"{act}_account")
    except NotAllowed as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已办理"))
    return redirect("desk:person", key)


class NoticeForm(Refusable):
    """The State Council's notice of one year, as data."""

    file = forms.FileField(
        label=gettext_lazy("节假日安排文件"), help_text=gettext_lazy("JSON：year 和 days（name、date、isOffDay）")
    )


@desk_page
def notice(request: DeskRequest) -> HttpResponse:
    """Take a year's holiday notice; deadlines that leaned on an estimate are reckoned again."""
    acting = request.acting
    _only(acting, SYSTEM)

    form = NoticeForm(request.POST or None, request.FILES or None)

    def act(given: dict[str, Any]) -> None:
        folder = settings.HOME / "notices"
        folder.mkdir(parents=True, exist_ok=True)
        arriving = folder / f".arriving-{acting.person.pk}"
        arriving.write_bytes(given["file"].read(1_000_000))
        try:
            taken = calendar.read_notice(arriving)
        except calendar.BadNotice as fault:
            arriving.unlink()
            raise NotAllowed(_("不能导入：%(fault)s") % {"fault": fault}) from fault
        with transaction.atomic():
            # The days off decide every last day of the year: whose hand brought them, and what they were, is entered.
            append(
                f"calendar/{taken.year}", "import_notice", actor=acting.person.username, on=acting.today, cites=[],
                content={
                    "year": taken.year,
                    "off": sorted(each.isoformat() for each in taken.off),
                    "worked": sorted(each.isoformat() for each in taken.worked),
                    "replaces": (folder / f"{taken.year}.json").exists(),
                },
                at=timezone.now(),
            )  # fmt: skip
            arriving.replace(folder / f"{taken.year}.json")
        changed = renew(_("导入%(year)d年节假日安排") % {"year": taken.year}, only_projected=True)
        messages.info(request, _("重新计算了%(n)d个案件的期限") % {"n": changed})

    return ask(
        request, form, act, title=_("导入节假日安排"), verb=_("导入"), back=reverse("desk:offices"),
        done=_("节假日安排已导入"), here="offices",
    )  # fmt: skip
