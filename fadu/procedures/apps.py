"""The room of procedures opens: every edition is made known to the engine."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProceduresConfig(AppConfig):
    name = "fadu.procedures"
    label = "procedures"
    verbose_name = _("执法程序")

    def ready(self) -> None:
        from fadu.engine.registry import register
        from fadu.procedures.editions import EDITIONS

        register(*EDITIONS)
