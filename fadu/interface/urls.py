"""Addresses of the interface itself: the choice of theme, size and language; the stylesheet of papers."""

from __future__ import annotations

from django.urls import path

from fadu.interface import display, papers

app_name = "interface"
urlpatterns = [
    path("", display.choose, name="display"),
    path("paper.css", papers.stylesheet, name="paper_css"),
]
