"""行政区划: regions from the province to the village."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import Level


class Region(models.Model):
    """A region by its twelve-digit code: GB/T 2260 for the first six, padded with zeros below its own level."""

    code = models.CharField(
        _("区划代码"),
        primary_key=True,
        max_length=12,
        validators=[RegexValidator(r"^\d{12}$", _("区划代码应为十二位数字"))],
    )
    name = models.CharField(_("名称"), max_length=60)
    level = models.PositiveSmallIntegerField(_("层级"), choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("上级区划"), null=True, blank=True, related_name="children"
    )

    class Meta:
        verbose_name = verbose_name_plural = _("行政区划")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level=Level.PROVINCE, parent=None)
                | models.Q(level__gt=Level.PROVINCE, level__lte=Level.VILLAGE, parent__isnull=False),
                name="region_below_its_parent",
                violation_error_message=_("省级区划没有上级，其他区划应当有上级"),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def prefix(self) -> str:
        """The leading digits that every region within this one shares."""
        return self.code[: Level(self.level).digits]

    @property
    def span(self) -> tuple[str, str]:
        """First and last code that can lie within this region: a range that a plain index serves."""
        return self.prefix.ljust(12, "0"), self.prefix.ljust(12, "9")

    def covers(self, code: str) -> bool:
        """Whether the region of that code is this one or lies within it."""
        return code.startswith(self.prefix)
