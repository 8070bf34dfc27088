from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "fadu.site"
    label = "site"
    verbose_name = _("站点")

    def ready(self) -> None:
        from fadu.law import calendar, texts

        # The law room knows no settings: it is told here where imported words and notices lie.
        texts.use(settings.HOME / "law")
        calendar.use(settings.HOME / "notices")
