"""行政检查台账: each object inspected, with a record of it, is one row and one inspection.

The counting rule of 其他行政执法行为统计表: an inspection counts when there is one object and a complete record; a
patrol with no object in view is none, and one that led to a penalty counts as that penalty, which ``case`` tells.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.engine.models import Case
from fadu.journals.entry import JournalEntry
from fadu.organs.kinds import Domain


class InspectionKind(models.TextChoices):
    ROUTINE = "routine", _("日常（例行）检查")
    KEY = "key", _("重点检查、突击检查")
    SPECIAL = "special", _("专项检查")
    RANDOM = "random", _("双随机抽查")
    COMPLAINT = "complaint", _("投诉举报核查")


class Inspection(JournalEntry):
    """One object inspected on one day. ``subject`` names it, ``code`` is its 统一社会信用代码 where it has one."""

    domain = models.CharField(_("执法领域"), max_length=20, choices=Domain.choices)
    kind = models.CharField(_("检查类别"), max_length=10, choices=InspectionKind.choices)
    subject = models.CharField(_("检查对象"), max_length=200)
    code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, default="")
    result = models.CharField(_("检查结果"), max_length=200, blank=True, default="")
    case = models.ForeignKey(
        Case, models.PROTECT, verbose_name=_("引起的案件"), related_name="+", null=True, blank=True
    )

    JOURNAL = "inspection"
    WRITTEN = ("domain", "kind", "subject", "code", "result", "case_id")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("行政检查")
        indexes = [
            *JournalEntry.Meta.indexes,
            models.Index(fields=["domain", "on"], name="inspection_domain_on"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.subject}"
