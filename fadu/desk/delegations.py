"""委托: for whom I act today, and whom I let act for me while I am away; each delegation enters the ledger."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk.asking import ask
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.interface.fields import DayInput, Refusable
from fadu.ledger.book import append
from fadu.organs import delegation
from fadu.organs.kinds import DELEGABLE
from fadu.organs.models import Delegation, Person, Post
from fadu.organs.refusal import NotAllowed


@desk_page
def standing(request: DeskRequest) -> HttpResponse:
    """Choose for whom to act, among the delegations in force today; see those given."""
    acting = request.acting
    if request.method == "POST":
        wanted = request.POST.get("principal", "")
        if wanted and wanted not in {str(each.principal_id) for each in acting.delegations}:
            messages.error(request, _("该委托今日不在有效期内"))
        else:
            request.session["principal"] = int(wanted) if wanted else None
        return redirect("desk:work")
    given = Delegation.objects.filter(principal=acting.person, until__gte=acting.today).select_related(
        "post__organ", "delegate"
    )
    lends = any(each.kind in DELEGABLE for each in acting.posts)
    return page(request, "desk/standing.html", {"given": given.order_by("since"), "lends": lends})


class Lending(Refusable):
    """Which post, to whom, from when to when."""

    post = forms.ModelChoiceField(Post.objects.none(), label=gettext_lazy("职务"), empty_label=None)
    to = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("受托人"))
    since = forms.DateField(label=gettext_lazy("起始日期"), widget=DayInput)
    until = forms.DateField(label=gettext_lazy("截止日期"), widget=DayInput)


@desk_page
def lend(request: DeskRequest) -> HttpResponse:
    """Let a colleague exercise one of my posts for a time."""
    acting = request.acting
    mine = [each.pk for each in acting.posts if each.kind in DELEGABLE]
    organs = [each.organ_id for each in acting.posts if each.kind in DELEGABLE]
    today = acting.today
    form = Lending(request.POST or None, initial={"since": today, "until": today + timedelta(days=7)})
    own = Post.objects.filter(pk__in=mine).select_related("organ", "person")
    form.fields["post"].queryset = own  # type: ignore[attr-defined]
    colleagues = Person.objects.filter(posts__in=Post.objects.in_force(today).filter(organ__in=organs))
    others = colleagues.exclude(pk=acting.person.pk).distinct()
    form.fields["to"].queryset = others  # type: ignore[attr-defined]

    def act(given: dict[str, Any]) -> None:
        with transaction.atomic():
            made = delegation.delegate(given["post"], given["to"], since=given["since"], until=given["until"])
            _enter(request, "delegate", made)

    return ask(
        request, form, act, title=_("委托他人"), verb=_("委托"), back=reverse("desk:standing"), done=_("已委托"),
        here="",
        note=_("受托人以您的名义办理，每一步同时记录两人的姓名；法制审核、听证主持不得委托。"),
    )  # fmt: skip


@desk_page
@require_POST
def withdraw(request: DeskRequest, key: int) -> HttpResponse:
    """End a delegation that I gave."""
    found = get_object_or_404(Delegation, pk=key, principal=request.acting.person)
    try:
        with transaction.atomic():
            delegation.withdraw_delegation(found, on=request.acting.today)
            _enter(request, "withdraw_delegation", found)
    except NotAllowed as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("委托已撤回"))
    return redirect("desk:standing")


def _enter(request: DeskRequest, act: str, made: Delegation) -> None:
    acting = request.acting
    content = {
        "post": made.post.kind, "organ": made.post.organ.name, "delegate": made.delegate.username,
        "since": made.since, "until": made.until,
    }  # fmt: skip
    append(
        f"person:{acting.person.username}", act, actor=acting.person.username, on=acting.today, cites=[],
        content=content, at=timezone.now(),
    )  # fmt: skip
