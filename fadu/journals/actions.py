"""执法行动台账: campaigns of one organ (集中执法) and actions of several together (联合执法)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.journals.entry import JournalEntry
from fadu.organs.kinds import Domain


class ActionKind(models.TextChoices):
    CAMPAIGN = "campaign", _("集中执法")
    JOINT = "joint", _("联合执法")
    SPECIAL = "special", _("专项整治")


class Action(JournalEntry):
    """An enforcement action led by ``organ``; ``with_organs`` names those that took part beside it."""

    domain = models.CharField(_("执法领域"), max_length=20, choices=Domain.choices)
    kind = models.CharField(_("行动类别"), max_length=10, choices=ActionKind.choices)
    title = models.CharField(_("行动名称"), max_length=200)
    with_organs = models.CharField(_("参加单位"), max_length=400, blank=True, default="")
    officers = models.PositiveIntegerField(_("出动人次"), null=True, blank=True)

    JOURNAL = "action"
    WRITTEN = ("domain", "kind", "title", "with_organs", "officers")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("执法行动")
        constraints = [
            *JournalEntry.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(kind="joint") | ~models.Q(with_organs=""),
                name="action_joint_with_others",
                violation_error_message=_("联合执法须写明参加单位"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.title}"
