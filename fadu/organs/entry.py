"""入口: what stands between a signed-in person and the pages. Deny by default.

Staff without a second factor in this session are sent to set it up or to give it; whoever must change a password is
sent there; a citizen never reaches the desk. The demonstration (``settings.DEMO``) waives the first two and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from fadu.organs.models import Person
from fadu.organs.passwords import must_change
from fadu.organs.second_factor import PASSED

# Sign-in, its own pages and the choice of language and type size stay open to whoever is on the way in.
OPEN_ROOMS = frozenset({"organs", "interface"})
STAFF_ONLY = "desk/"


class Entry:
    """Middleware; stands after the one that knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The refusal or the detour, None when the page may answer."""
        person, match = request.user, request.resolver_match
        if not isinstance(person, Person) or match is None or match.app_name in OPEN_ROOMS:
            return None
        if not person.is_staff_member and match.route.startswith(STAFF_ONLY):
            return render(request, "organs/staff_only.html", status=403)
        if settings.DEMO:
            return None
        if person.is_staff_member and not request.session.get(PASSED):
            return _detour(request, "organs:second_factor")
        if must_change(person, timezone.now()):
            return _detour(request, "organs:password")
        return None


def _detour(request: HttpRequest, page: str) -> HttpResponse:
    if request.headers.get("HX-Request"):  # htmx would put the page into a fragment: it must leave instead
        return HttpResponse(headers={"HX-Redirect": reverse(page)})
    return redirect(page)


def waiver(_request: HttpRequest) -> dict[str, bool]:
    """For templates: ``second_factor_waived`` is true in the demonstration, where a banner must say so."""
    return {"second_factor_waived": settings.DEMO}
