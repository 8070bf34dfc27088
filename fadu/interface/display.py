"""显示: how a reader wants pages to look, kept in cookies, so that it holds before sign-in and without scripts.

Theme, size of type and language are the reader's own; nothing about a person is stored on the server.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

THEMES = {
    "auto": _("随系统"),
    "light": _("浅色"),
    "dark": _("深色"),
    "contrast": _("高对比"),
    "rest": _("护眼"),
}
SIZES = {"normal": _("标准"), "large": _("大"), "larger": _("特大")}
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Display:
    """The look asked for: ``theme`` one of THEMES, ``size`` one of SIZES."""

    theme: str = "auto"
    size: str = "normal"


def display(request: HttpRequest | None) -> Display:
    """What the cookies ask for; anything unknown falls back to the default."""
    if request is None:
        return Display()
    theme, size = request.COOKIES.get("theme", ""), request.COOKIES.get("size", "")
    return Display(theme if theme in THEMES else "auto", size if size in SIZES else "normal")


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to the page it was made on; an address of another site is not followed."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    for name, known in (("theme", THEMES), ("size", SIZES)):
        if (value := request.POST.get(name, "")) in known:
            _keep(response, name, value)
    if (language := request.POST.get("language", "")) in dict(settings.LANGUAGES):
        _keep(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")
