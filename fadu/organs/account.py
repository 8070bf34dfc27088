"""我的账号: one's own password and second factor."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from fadu.organs import second_factor
from fadu.organs.forms import CodeForm, OwnPasswordForm
from fadu.organs.models import Person
from fadu.organs.passwords import PASSWORD_FIELDS, must_change, set_password
from fadu.organs.second_factor import PASSED
from fadu.organs.signin import landing, locked, right

OFFERED = "second_factor_offered"  # kept in the session between showing the picture and the first code


def _self(request: HttpRequest) -> Person:
    person = request.user
    if not isinstance(person, Person):  # the login requirement stands before every view here
        raise TypeError("nobody is signed in")
    return person


@method_decorator(never_cache, name="dispatch")
class OwnPassword(PasswordChangeView):
    """Change one's own password; forced while ``must_change_password`` stands."""

    form_class = OwnPasswordForm
    template_name = "organs/password.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"forced": must_change(_self(self.request), timezone.now())}

    def form_valid(self, form: Any) -> HttpResponse:
        person: Person = form.user
        set_password(person, form.cleaned_data["new_password1"], timezone.now(), by_owner=True)
        person.save(update_fields=PASSWORD_FIELDS)
        update_session_auth_hash(self.request, person)  # this session goes on, every other one ends
        messages.success(self.request, _("密码已修改，其他设备上的登录已经失效。"))
        return redirect(landing(person))


@never_cache
@sensitive_post_parameters("code")
def own_second_factor(request: HttpRequest) -> HttpResponse:
    """Set up the second factor; or give its code where this session has not; or renew the recovery codes."""
    person = _self(request)
    if refusal := locked(request, person):
        return refusal
    form = CodeForm(request.POST or None)
    if not second_factor.enrolled(person):
        return _enrol(request, person, form)
    if not request.session.get(PASSED):
        if right(request, person, form):
            request.session.cycle_key()
            request.session[PASSED] = True
            return redirect(landing(person))
        return render(request, "organs/second_step.html", {"form": form})
    if right(request, person, form):
        return render(request, "organs/recovery_codes.html", {"codes": second_factor.renew_recovery_codes(person)})
    left = second_factor.recovery_codes_left(person)
    return render(request, "organs/second_factor.html", {"form": form, "left": left})


def _enrol(request: HttpRequest, person: Person, form: CodeForm) -> HttpResponse:
    secret = request.session.get(OFFERED) or second_factor.new_secret()
    request.session[OFFERED] = secret
    if form.is_valid():
        codes = second_factor.enrol(person, secret, form.cleaned_data["code"])
        if codes is not None:
            del request.session[OFFERED]
            request.session.cycle_key()
            request.session[PASSED] = True
            return render(request, "organs/recovery_codes.html", {"codes": codes, "onward": landing(person)})
        form.add_error("code", _("动态口令不正确。请核对手机时间后输入新的口令。"))
    form.fields["code"].label = _("应用显示的六位动态口令")
    shown = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    context = {"form": form, "picture": second_factor.picture(person, secret), "secret": shown}
    return render(request, "organs/enrol.html", context)
