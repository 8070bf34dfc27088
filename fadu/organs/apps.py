"""The room of regions, organs and people."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrgansConfig(AppConfig):
    name = "fadu.organs"
    label = "organs"
    verbose_name = _("区划、机关与人员")
