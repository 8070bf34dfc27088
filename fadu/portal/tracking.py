"""凭证查进度: number and check code open one matter, for as long as the visit lasts.

A wrong code and a number that is not there are answered alike. Failures are counted as failed sign-ins are, by number,
so that nobody tries codes through.
"""

from __future__ import annotations

from typing import Final

from axes.handlers.proxy import AxesProxyHandler
from axes.utils import reset
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from fadu.engine import applying
from fadu.engine.models import Receipt
from fadu.portal.matters import followed
from fadu.portal.pages import in_chinese, page, today
from fadu.procedures.rating import may_be_rated

OPENED: Final = "receipts"  # the session's note of the receipts whose code was given
MOST: Final = 20


class ReceiptForm(forms.Form):
    """Number and check code."""

    number = forms.CharField(
        label=gettext_lazy("凭证号"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    code = forms.CharField(
        label=gettext_lazy("查询码"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def by_receipt(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; the right ones lead to the matter."""
    form = ReceiptForm(request.POST or None, initial={"number": request.GET.get("number", "")[:30]})
    if request.method == "POST" and form.is_valid():
        number = "".join(each for each in form.cleaned_data["number"] if each.isdigit())[:16]
        name = {"username": f"receipt:{number}"}
        if not AxesProxyHandler.is_allowed(request, name):
            form.add_error(None, _("连续五次不对，这个凭证号三十分钟内不能再试。"))
        elif found := applying.find(number, form.cleaned_data["code"]):
            reset(username=name["username"])
            opened = [*request.session.get(OPENED, []), found.pk]
            request.session[OPENED] = opened[-MOST:]
            return redirect("portal:tracked", found.number)
        else:
            # As a failed sign-in is reported: axes counts it by the number.
            user_login_failed.send(sender=__name__, credentials=name, request=request)
            request.axes_locked_out = False  # type: ignore[attr-defined]  # the page itself says so
            form.add_error(None, _("凭证号或者查询码不对。"))
    status = 422 if form.is_bound else 200
    return page(
        request, "portal/by_receipt.html", {"form": form}, column="progress", where=[(_("凭证查询"), "")], status=status
    )


def opened_receipt(request: HttpRequest, number: str) -> Receipt:
    """The receipt of that number if its code was given in this visit; 404 otherwise, as if there were none."""
    keys = request.session.get(OPENED, [])
    found = Receipt.objects.filter(pk__in=keys, number=number).select_related("case").first() if keys else None
    if found is None:
        raise Http404
    return found


@login_not_required
@never_cache
def tracked(request: HttpRequest, number: str) -> HttpResponse:
    """The matter of a receipt: where it stands, whose turn it is, the last days, what can be done if they pass."""
    receipt = opened_receipt(request, number)
    found = followed(receipt.case_id, today())
    if found is None:
        raise Http404
    rate = reverse("portal:rate_by_receipt", args=[number]) if may_be_rated(receipt.case) else ""
    context = {"matter": found, "on": today(), "rate": rate}
    return page(request, "portal/matter.html", context, column="progress", where=[(in_chinese(found.number), "")])
