"""移交: which file a case came from, and what of its row the case itself has no column for; reports taken in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.engine.models import Case
from fadu.organs.models import Region
from fadu.organs.secret import EncryptedField


class Batch(models.Model):
    """A file taken over: its name, the hash of its bytes, how many rows were taken and refused."""

    name = models.CharField(_("文件名"), max_length=200)
    digest = models.CharField(_("文件摘要"), max_length=80)
    layout = models.CharField(_("格式"), max_length=20)
    taken = models.PositiveIntegerField(_("导入行数"))
    refused = models.PositiveIntegerField(_("拒绝行数"), default=0)
    on = models.DateField(_("导入日期"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("导入人"))

    class Meta:
        verbose_name = verbose_name_plural = _("导入批次")
        ordering = ["-id"]
        indexes = [models.Index(fields=["digest"], name="batch_digest")]

    def __str__(self) -> str:
        return self.name


class Handover(models.Model):
    """Where an imported case came from: the line of the file, and the columns that have no place in our record.

    ``rest`` is JSON by the standard's codes. It may hold numbers of identity papers, so it is encrypted whole.
    """

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="handover", verbose_name=_("案件"))
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="handovers", verbose_name=_("导入批次"))
    line = models.PositiveIntegerField(_("文件中的行"))
    rest = EncryptedField(_("其余各栏"), blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("移交记录")

    def __str__(self) -> str:
        return f"{self.batch_id}#{self.line}"


class PublishedReport(models.Model):
    """A report as published. ``listed_on``: since when the portal shows it; empty: it does not."""

    region = models.ForeignKey(Region, models.PROTECT, verbose_name=_("行政区划"), related_name="+")
    year = models.PositiveSmallIntegerField(_("年度"))
    kind = models.CharField(_("种类"), max_length=20)
    title = models.CharField(_("标题"), max_length=200, blank=True, default="")
    name = models.CharField(_("文件名"), max_length=200, blank=True, default="")
    format = models.CharField(_("格式"), max_length=10)
    encoding = models.CharField(_("编码"), max_length=20, blank=True, default="")
    digest = models.CharField(_("文件摘要"), max_length=80)
    text = models.TextField(_("正文"))
    figures = models.PositiveIntegerField(_("数据个数"))
    checked = models.PositiveIntegerField(_("核对的关系"))
    wrong = models.PositiveIntegerField(_("矛盾和不可能"))
    on = models.DateField(_("收入日期"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("收入人"))
    listed_on = models.DateField(_("在门户列出日期"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("已公布的报告")
        constraints = [models.UniqueConstraint(fields=["region", "year", "digest"], name="published_report_once")]
        indexes = [
            models.Index(fields=["region", "-year", "id"], name="published_of_region"),
            models.Index(fields=["listed_on", "region", "-year"], name="published_listed"),
        ]

    def __str__(self) -> str:
        return self.title or self.name

    @property
    def stream(self) -> str:
        """Where the ledger tells of it."""
        return f"reports/{self.region_id}/{self.year}"
