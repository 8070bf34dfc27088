"""行政机关和组织: those in whose name acts are done."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import Domain, OrganKind


class Organ(models.Model):
    """An organ in the tree of organs.

    ``word`` is the 发文机关代字 of its documents (盂市监); ``domain`` its field of enforcement. A place in the
    tree gives no power over the organs below: what a post allows, it allows at its own organ.
    """

    name = models.CharField(_("名称"), max_length=100, unique=True)
    code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    kind = models.CharField(_("类别"), max_length=16, choices=OrganKind.choices, default=OrganKind.DEPARTMENT)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("上级机关"), null=True, blank=True, related_name="children"
    )
    region = models.ForeignKey("organs.Region", models.PROTECT, verbose_name=_("行政区域"), related_name="organs")
    word = models.CharField(_("发文代字"), max_length=20, blank=True)
    domain = models.CharField(_("执法领域"), max_length=20, choices=Domain.choices, default=Domain.GENERAL)
    active = models.BooleanField(_("在用"), default=True)

    class Meta:
        verbose_name = verbose_name_plural = _("机关")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="organ_code_once"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="organ_not_its_own_parent",
                violation_error_message=_("机关不能是自己的上级"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
