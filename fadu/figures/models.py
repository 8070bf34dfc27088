"""What a region has settled about its figures: the conventions of its tables, and figures frozen at a cut-off."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Convention(models.Model):
    """How a region's tables of one year weigh the classes of penalty and round shares; ``why`` says on what ground."""

    class Order(models.TextChoices):
        YI = "yi", _("沂（山东）2021年表次序")
        DATONG = "datong", _("大同（山西）2021年表次序")

    class Rounding(models.TextChoices):
        HALF_UP = "half_up", _("四舍五入")
        DOWN = "down", _("截尾")

    region = models.CharField(_("行政区划代码"), max_length=12)
    year = models.PositiveSmallIntegerField(_("年度"))
    order = models.CharField(_("处罚轻重次序"), max_length=10, choices=Order.choices, default=Order.YI)
    rounding = models.CharField(_("百分比取舍"), max_length=10, choices=Rounding.choices, default=Rounding.HALF_UP)
    why = models.CharField(_("理由"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("统计口径")
        constraints = [models.UniqueConstraint(fields=["region", "year"], name="convention_once")]

    def __str__(self) -> str:
        return f"{self.region} {self.year}"

    @classmethod
    def of(cls, region: str, year: int) -> Convention | None:
        """The convention of the region for the year, or None."""
        return cls.objects.filter(region=region, year=year).first()


class Frozen(models.Model):
    """A figure as it stood when it was frozen: its value, what it counted until which day, and who froze it.

    ``entry`` is the number of the ledger entry that holds the same value.
    """

    figure = models.CharField(_("指标"), max_length=80)
    region = models.CharField(_("行政区划代码"), max_length=12)
    year = models.PositiveSmallIntegerField(_("年度"))
    value = models.DecimalField(_("数值"), max_digits=18, decimal_places=6, null=True, blank=True)
    rule = models.TextField(_("统计口径"))
    cut_off = models.DateField(_("统计截止日"))
    frozen_on = models.DateField(_("固定日期"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("固定人"))
    entry = models.BigIntegerField(_("台账序号"))

    class Meta:
        verbose_name = verbose_name_plural = _("固定的数据")
        ordering = ["region", "year", "figure", "-entry"]
        constraints = [models.UniqueConstraint(fields=["figure", "region", "year", "entry"], name="frozen_once")]
        indexes = [models.Index(fields=["region", "year", "figure"], name="frozen_of_region")]

    def __str__(self) -> str:
        return f"{self.figure} {self.region} {self.year}"
