"""好差评 how whoever a matter concerned rates its handling, once, after its end."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.case import Case
from fadu.organs.secret import EncryptedField


class Grade(models.IntegerChoices):
    """The five levels; the last two are 差评."""

    VERY_GOOD = 5, _("非常满意")
    GOOD = 4, _("满意")
    FAIR = 3, _("基本满意")
    BAD = 2, _("不满意")
    VERY_BAD = 1, _("非常不满意")

    @property
    def bad(self) -> bool:
        """Does it open a follow-up?"""
        return self <= Grade.BAD


class Rating(models.Model):
    """A rating of one matter. Who rated is nowhere in it; the follow-up of a bad one knows, and its office alone.

    ``named`` says that the rater lets himself be known to that office (实名); ``follow_up`` is the case that a bad one
    opened.
    """

    case = models.OneToOneField(Case, models.PROTECT, verbose_name=_("案件"), related_name="+")
    grade = models.PositiveSmallIntegerField(_("评价等级"), choices=Grade.choices)
    words = EncryptedField(_("意见"), blank=True, default="")
    named = models.BooleanField(_("实名"), default=False)
    on = models.DateField(_("评价日期"))
    follow_up = models.OneToOneField(
        Case, models.PROTECT, verbose_name=_("核实案件"), related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = _("好差评")
        indexes = [models.Index(fields=["on", "grade"], name="rating_on")]
        constraints = [
            models.CheckConstraint(condition=models.Q(grade__gte=1, grade__lte=5), name="rating_has_five_grades")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.grade}"
