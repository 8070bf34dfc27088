"""Fadu's addresses, and beside them a bare view that writes two rows for whoever is known by his session."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import include, path


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """GET: a form's worth of nothing. POST: two rows in one transaction."""
    from bench.floor.models import Item, Line

    if request.method == "POST":
        with transaction.atomic():
            item = Item.objects.create(stage=str(request.session.session_key)[:40])
            Line.objects.create(item=item, text="applied")
    return HttpResponse(get_token(request))


urlpatterns = [path("bare/", bare), path("", include("fadu.site.urls"))]
