"""好差评: a matter is rated once after its end, by the account it belongs to or by its receipt."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from fadu.engine.models import Case, Grade, Party
from fadu.engine.refusals import Refused
from fadu.interface.fields import Refusable
from fadu.organs.models import Person
from fadu.portal.matters import parties
from fadu.portal.pages import page, today
from fadu.portal.tracking import opened_receipt
from fadu.procedures import rating


class RatingForm(Refusable):
    """Five grades, words, and whether the office that looks into a bad one may know who rated."""

    grade = forms.TypedChoiceField(
        label=gettext_lazy("你满意吗？"), choices=Grade.choices, coerce=int, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=gettext_lazy("哪里好，哪里不好"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    named = forms.BooleanField(
        label=gettext_lazy("留下姓名和电话，便于核实的机关联系我"),
        required=False,
        initial=True,
        help_text=gettext_lazy("只给核实的机关，不给承办机关"),
    )


@login_not_required
@never_cache
def by_account(request: HttpRequest, key: int) -> HttpResponse:
    """Rate one's own matter."""
    person = request.user
    party = parties(person).filter(case=key).first() if isinstance(person, Person) and key < 2**63 else None
    if party is None:
        raise Http404
    return _rate(request, party, reverse("portal:matter", args=[key]))


@login_not_required
@never_cache
def by_receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Rate the matter of a receipt whose code was given."""
    receipt = opened_receipt(request, number)
    party = Party.objects.filter(case=receipt.case_id, role="party").order_by("pk").first()
    if party is None:
        raise Http404
    return _rate(request, party, reverse("portal:tracked", args=[number]))


def _rate(request: HttpRequest, rater: Party, back: str) -> HttpResponse:
    case = Case.objects.select_related("organ__parent", "region").get(pk=rater.case_id)
    if not rating.may_be_rated(case):
        raise Http404
    form = RatingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = form.cleaned_data
        try:
            rating.rate(
                case, given["grade"], rater=rater, words=given["words"], named=given["named"], on=today(),
                at=timezone.now(),
            )  # fmt: skip
        except Refused as refused:
            form.refuse(refused.refusals)
        else:
            messages.success(request, _("谢谢你的评价"))
            return redirect(back)
    context = {"form": form, "case": case}
    status = 422 if form.is_bound else 200
    return page(request, "portal/rate.html", context, column="progress", where=[(_("评价"), "")], status=status)
