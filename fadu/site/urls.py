"""Which room answers at which address."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
if find_spec("fadu.desk.urls"):
    urlpatterns.append(path("desk/", include("fadu.desk.urls")))
if find_spec("fadu.portal.urls"):
    urlpatterns.append(path("", include("fadu.portal.urls")))
