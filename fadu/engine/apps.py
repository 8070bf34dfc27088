from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class EngineConfig(AppConfig):
    name = "fadu.engine"
    label = "engine"
    verbose_name = _("程序引擎")

    def ready(self) -> None:
        from fadu.engine.checks import declarations_fit

        register(declarations_fit, "law")
