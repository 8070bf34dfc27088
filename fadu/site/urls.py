"""Which room answers at which address."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

# A room that has pages is mounted; the first match answers, so the open address of the portal comes last.
MOUNTED = [("organs", ""), ("interface", "display/"), ("desk", "desk/"), ("api", "api/"), ("portal", "")]

urlpatterns: list[URLPattern | URLResolver] = [
    path(address, include(f"fadu.{room}.urls"))
    for room, address in MOUNTED
    if (settings.BASE / room / "urls.py").exists()
]
