from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterfaceConfig(AppConfig):
    name = "fadu.interface"
    label = "interface"
    verbose_name = _("界面语言")
