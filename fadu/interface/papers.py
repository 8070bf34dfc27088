"""The stylesheet of papers, which stands beside their renderer in ``documents``, a room that has no static files."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from fadu.documents import page

SHEET = Path(page.__file__).with_name("paper.css")


@login_not_required
@cache_control(public=True, max_age=86400)
def stylesheet(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """``paper.css`` as the renderer's class names want it."""
    return HttpResponse(SHEET.read_text("utf-8"), content_type="text/css; charset=utf-8")
