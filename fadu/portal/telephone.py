"""Who a visitor is without an account: the holder of a telephone proved with a one-time code, for the visit."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from fadu.engine import proving
from fadu.engine.acts import Comer
from fadu.engine.drafts import Owner
from fadu.engine.models import Verification
from fadu.organs.models import Person
from fadu.portal.pages import page

PROVED: Final = "proved_telephone"  # the session's note of the verification that was passed
PROVED_FOR: Final = timedelta(hours=8)


def by_telephone() -> bool:
    """Whether codes can be sent at all."""
    return bool(settings.SMS_GATEWAY)


def proved_telephone(request: HttpRequest) -> Verification | None:
    """The telephone proved in this session, while that lasts."""
    key = request.session.get(PROVED)
    if key is None:
        return None
    return Verification.objects.filter(pk=key, proved_at__gt=timezone.now() - PROVED_FOR).first()


def owner_of(request: HttpRequest) -> Owner:
    """Whose drafts this visitor may open; nobody's without account and proved telephone."""
    if isinstance(request.user, Person):
        return Owner(person=request.user)
    proved = proved_telephone(request)
    return Owner(trace=proved.trace) if proved else Owner()


def known_of(request: HttpRequest) -> Comer:
    """What is known of whoever applies before he writes a word."""
    if isinstance(request.user, Person):
        person = request.user
        return Comer(person.name, id_number=person.id_number, phone=person.phone)
    proved = proved_telephone(request)
    return Comer("", phone=proved.phone if proved else "")


class TelephoneForm(forms.Form):
    """The number a code is sent to."""

    phone = forms.CharField(
        label=gettext_lazy("手机号码"),
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )


class OneTimeCodeForm(forms.Form):
    """The code that came."""

    code = forms.CharField(
        label=gettext_lazy("验证码"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


@login_not_required
@never_cache
@sensitive_post_parameters("phone", "code")
def telephone(request: HttpRequest) -> HttpResponse:
    """Prove a telephone: the number, then the code. The answer to a wrong code tells nothing but that it is wrong."""
    onward = _onward(request)
    if not by_telephone():
        raise Http404
    sent = request.session.get("asked_code")
    asking = TelephoneForm(request.POST if "phone" in request.POST else None)
    answering = OneTimeCodeForm(request.POST if "code" in request.POST else None)
    if "phone" in request.POST and asking.is_valid():
        try:
            address = request.META.get("REMOTE_ADDR", "")
            made = proving.ask_code(asking.cleaned_data["phone"], at=timezone.now(), address=address)
        except proving.NotNow as fault:
            asking.add_error("phone", str(fault))
        else:
            request.session["asked_code"] = made.pk
            return redirect(f"{reverse('portal:telephone')}?next={onward}")
    elif "code" in request.POST and sent is not None and answering.is_valid():
        proved = proving.prove(sent, answering.cleaned_data["code"], at=timezone.now())
        if proved is not None:
            request.session.cycle_key()
            del request.session["asked_code"]
            request.session[PROVED] = proved.pk
            return redirect(onward)
        answering.add_error("code", _("验证码不对，或者已经过期。连续五次不对，须重新获取。"))
    bound = asking.is_bound or answering.is_bound
    context = {"asking": asking, "answering": answering, "sent": sent is not None, "next": onward}
    return page(
        request, "portal/telephone.html", context, column="applications", where=[(_("验证手机号码"), "")],
        status=422 if bound else 200,
    )  # fmt: skip


def _onward(request: HttpRequest) -> str:
    """Where to go on: an address of this part of the site, and no other."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    begun = reverse("portal:applications")
    safe = wanted.startswith(begun) and "//" not in wanted and "\\" not in wanted and wanted.isascii()
    return wanted if safe else reverse("portal:drafts")
