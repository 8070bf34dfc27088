"""Time in a case: deadlines as last computed, stops and lengthenings of limits, warnings given."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.case import Case

PERSON = settings.AUTH_USER_MODEL


class Deadline(models.Model):
    """A limit of a case as last projected: a cache of the pure function, kept for lists, warnings and counts.

    ``projected`` says that the day leans on a year whose holiday notice is not out (推算); ``seen`` is false for a
    limit whose text was not seen, which never counts as overdue.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadlines", verbose_name=_("案件"), db_index=False)
    limit = models.CharField(_("期限"), max_length=40)
    edition = models.CharField(_("适用版本"), max_length=20)
    whose = models.CharField(_("义务人"), max_length=10)
    began_on = models.DateField(_("起算日"))
    due_on = models.DateField(_("届满日"))
    due_at = models.DateTimeField(_("届满时刻"), null=True, blank=True)
    met_on = models.DateField(_("完成日"), null=True, blank=True)
    projected = models.BooleanField(_("推算"), default=False)
    seen = models.BooleanField(_("原文已见"), default=True)
    stopped = models.BooleanField(_("停算中"), default=False)

    class Meta:
        verbose_name = _("期限")
        verbose_name_plural = _("期限")
        constraints = [models.UniqueConstraint(fields=["case", "limit", "began_on"], name="deadline_once")]
        indexes = [
            models.Index(fields=["due_on", "case"], condition=Q(met_on=None), name="deadline_open"),
            models.Index(fields=["projected"], condition=Q(met_on=None, projected=True), name="deadline_projected"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.limit} {self.due_on}"


class Stop(models.Model):
    """A suspension of a limit, from ``since`` to ``until`` (both days inside it; open while ``until`` is empty).

    Entered on a later day than it began it stands, and is counted as entered late.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="stops", verbose_name=_("案件"))
    limit = models.CharField(_("期限"), max_length=40)
    ground = models.CharField(_("事由"), max_length=40)
    since = models.DateField(_("停算首日"))
    until = models.DateField(_("停算末日"), null=True, blank=True)
    told_on = models.DateField(_("书面告知日期"), null=True, blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("批准人"))
    note = models.TextField(_("理由"), blank=True, default="")
    entered_at = models.DateTimeField(_("录入时间"), default=timezone.now)

    class Meta:
        verbose_name = _("中止计算")
        verbose_name_plural = _("中止计算")
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=models.F("since")), name="stop_in_order"),
            models.UniqueConstraint(fields=["case", "limit"], condition=Q(until=None), name="stop_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.limit} {self.since}"


class Lengthening(models.Model):
    """An extension of a limit by ``number`` of ``unit``, approved on ``on``."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="lengthenings", verbose_name=_("案件"))
    limit = models.CharField(_("期限"), max_length=40)
    ground = models.CharField(_("事由"), max_length=40)
    on = models.DateField(_("批准日期"))
    number = models.PositiveSmallIntegerField(_("数量"))
    unit = models.CharField(_("单位"), max_length=20)
    told_on = models.DateField(_("书面告知日期"), null=True, blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("批准人"))
    note = models.TextField(_("理由"), blank=True, default="")
    entered_at = models.DateTimeField(_("录入时间"), default=timezone.now)

    class Meta:
        verbose_name = _("延长期限")
        verbose_name_plural = _("延长期限")

    def __str__(self) -> str:
        return f"{self.case_id} {self.limit} +{self.number}"


class Warned(models.Model):
    """A rung of the warning ladder that has fired for a deadline; it fires once."""

    class Rung(models.TextChoices):
        NEAR = "near", _("将到期")
        TODAY = "today", _("今日到期")
        OVERDUE = "overdue", _("逾期")

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="warnings", verbose_name=_("期限"))
    rung = models.CharField(_("级别"), max_length=10, choices=Rung.choices)
    on = models.DateField(_("日期"))
    read_on = models.DateField(_("阅知日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("预警")
        verbose_name_plural = _("预警")
        constraints = [models.UniqueConstraint(fields=["deadline", "rung"], name="warned_once")]

    def __str__(self) -> str:
        return f"{self.deadline_id} {self.rung}"
