"""公共法律服务台账: consultations answered, papers drafted, notarial acts, lectures; who gave them and to how many.

Consultation and drafting are forms of legal aid (《法律援助法》第二十二条第（一）、（二）项); notarisation is
no act of an organ (《公证法》第六条) and is counted only. Village legal advisers enter their work with ``village``.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.journals.entry import JournalEntry


class LegalServiceKind(models.TextChoices):
    CONSULTATION = "consultation", _("法律咨询")
    DRAFTING = "drafting", _("代拟法律文书")
    NOTARY = "notary", _("办理公证事项")
    NOTARY_ADVICE = "notary_advice", _("公证咨询")
    LECTURE = "lecture", _("法治讲座和法律宣传")
    DISPUTE = "dispute", _("参与解决矛盾纠纷")
    AID = "aid", _("代理法律援助")
    OPINION = "opinion", _("提供法律意见和建议")


class LegalServiceChannel(models.TextChoices):
    WINDOW = "window", _("服务窗口")
    TELEPHONE = "telephone", _("电话")
    NETWORK = "network", _("网络")
    VISIT = "visit", _("到村到户")


class LegalService(JournalEntry):
    """One service, or the sum of a day's: ``number`` of items, ``persons`` served; ``village`` of an adviser's."""

    kind = models.CharField(_("服务类别"), max_length=14, choices=LegalServiceKind.choices)
    channel = models.CharField(_("渠道"), max_length=10, choices=LegalServiceChannel.choices, blank=True, default="")
    topic = models.CharField(_("主题"), max_length=100, blank=True, default="")
    epidemic = models.BooleanField(_("涉及疫情"), default=False)
    aided = models.BooleanField(_("属于法律援助"), default=False)
    village = models.CharField(_("村（社区）"), max_length=100, blank=True, default="")
    number = models.PositiveIntegerField(_("件数"), default=1)
    persons = models.PositiveIntegerField(_("人次"), default=1)

    JOURNAL = "legal_service"
    WRITTEN = ("kind", "channel", "topic", "epidemic", "aided", "village", "number", "persons")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("公共法律服务")
        constraints = [*JournalEntry.Meta.constraints]
        indexes = [*JournalEntry.Meta.indexes, models.Index(fields=["kind", "on"], name="legal_service_kind")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
