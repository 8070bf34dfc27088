"""首页: what can be done here in plain words, one search, the newest decisions, and the day calculator at hand."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from fadu.portal.pages import page, today
from fadu.portal.publications import listed
from fadu.portal.questions import OFTEN

NEWEST = 6


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """One query: the newest publications."""
    on = today()
    return page(request, "portal/home.html", {"newest": listed(on)[:NEWEST], "questions": OFTEN, "on": on})
