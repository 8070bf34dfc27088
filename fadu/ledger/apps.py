"""The ledger as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedgerConfig(AppConfig):
    """账: entries, attachments, seals."""

    name = "fadu.ledger"
    label = "ledger"
    verbose_name = _("台账")
