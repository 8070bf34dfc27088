from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalsConfig(AppConfig):
    name = "fadu.journals"
    label = "journals"
    verbose_name = _("活动台账")
