"""Addresses of the interface itself: the choice of theme, size and language."""

from __future__ import annotations

from django.urls import path

from fadu.interface import display

app_name = "interface"
urlpatterns = [path("", display.choose, name="display")]
