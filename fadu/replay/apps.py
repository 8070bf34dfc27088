from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReplayConfig(AppConfig):
    name = "fadu.replay"
    label = "replay"
    verbose_name = _("回放")
