"""登录与退出: the password, then for whoever has set it up the second factor."""

from __future__ import annotations

import time
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.signals import user_login_failed
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from fadu.organs import second_factor
from fadu.organs.forms import CodeForm, SignInForm
from fadu.organs.models import Person

PENDING = "signing_in"  # the session's note of who has given the password and still owes the code
PATIENCE = 300  # seconds in which the code must follow the password


def landing(person: Person) -> str:
    """Where a person goes after signing in: staff to the desk, citizens to the portal."""
    return "/desk/" if person.is_staff_member else "/"


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Account and password. django-axes counts the failures and answers when the account is locked."""

    authentication_form = SignInForm
    template_name = "organs/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        person = self.request.user
        return landing(person) if isinstance(person, Person) else resolve_url("/")

    def form_valid(self, form: Any) -> HttpResponse:
        person = form.get_user()
        if not second_factor.enrolled(person):
            return super().form_valid(form)
        self.request.session.cycle_key()
        self.request.session[PENDING] = {
            "person": person.pk,
            "backend": person.backend,
            "at": time.time(),
            "next": self.get_redirect_url(),
        }
        return redirect("organs:second_step")


def _pending(request: HttpRequest) -> tuple[Person, dict[str, Any]] | None:
    noted = request.session.get(PENDING)
    if not noted or time.time() - noted["at"] > PATIENCE:
        return None
    person = Person.objects.filter(pk=noted["person"], is_active=True).first()
    return (person, noted) if person else None


def locked(request: HttpRequest, person: Person) -> HttpResponse | None:
    """The plain page that says the account is locked, None while it is not."""
    credentials = {"username": person.username}
    if AxesProxyHandler.is_allowed(request, credentials):
        return None
    answer: HttpResponse = get_lockout_response(request, credentials=credentials)
    return answer


def right(request: HttpRequest, person: Person, form: CodeForm) -> bool:
    """Whether the code sent is right; a wrong one counts as a failed sign-in and is said at its field."""
    if not form.is_valid():
        return False
    if second_factor.verify(person, form.cleaned_data["code"]):
        return True
    # Django's own report of a failed sign-in: axes counts it, and its middleware answers once the limit is reached.
    user_login_failed.send(sender=__name__, credentials={"username": person.username}, request=request)
    form.add_error("code", _("动态口令或者恢复码不正确，或者已经用过。连续失败五次，账号锁定三十分钟。"))
    return False


@login_not_required
@never_cache
@sensitive_post_parameters("code")
def second_step(request: HttpRequest) -> HttpResponse:
    """The code that follows the password. Its failures count towards the same lockout as those of the password."""
    found = _pending(request)
    if found is None:
        return redirect("organs:sign_in")
    person, noted = found
    if refusal := locked(request, person):
        return refusal
    form = CodeForm(request.POST or None)
    if right(request, person, form):
        del request.session[PENDING]
        login(request, person, backend=noted["backend"])
        request.session[second_factor.PASSED] = True
        return redirect(noted["next"] or landing(person))
    return render(request, "organs/second_step.html", {"form": form})
