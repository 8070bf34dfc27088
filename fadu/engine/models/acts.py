"""What was done in a case: steps taken, deliberations and their votes, recusals."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.case import Case

PERSON = settings.AUTH_USER_MODEL


class Taken(models.Model):
    """A step taken. ``on`` is the day it happened, ``entered_at`` the moment it was entered; ``late`` says that the
    second is a later day than the first. ``principal`` is the person in whose name ``by`` acted under a delegation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="taken", verbose_name=_("案件"), db_index=False)
    seq = models.PositiveIntegerField(_("序号"))
    step = models.CharField(_("步骤"), max_length=40)
    edition = models.CharField(_("适用版本"), max_length=20)
    on = models.DateField(_("发生日期"))
    entered_at = models.DateTimeField(_("录入时间"))
    late = models.BooleanField(_("补录"), default=False)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("行为人"), db_index=False)
    second = models.ForeignKey(
        PERSON, models.PROTECT, related_name="+", verbose_name=_("第二执法人员"), null=True, blank=True, db_index=False
    )
    principal = models.ForeignKey(
        PERSON, models.PROTECT, related_name="+", verbose_name=_("委托人"), null=True, blank=True, db_index=False
    )
    entered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("录入人"), db_index=False)
    outcome = models.CharField(_("结果"), max_length=40, blank=True, default="")
    note = models.TextField(_("说明"), blank=True, default="")
    entry = models.BigIntegerField(_("台账序号"))

    class Meta:
        verbose_name = _("步骤")
        verbose_name_plural = _("步骤")
        ordering = ["case_id", "seq"]
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="taken_once")]
        indexes = [models.Index(fields=["step", "on"], name="taken_step_on")]

    def __str__(self) -> str:
        return f"{self.case_id}#{self.seq} {self.step}"


class Deliberation(models.Model):
    """A collective deliberation (集体讨论): when, who led it, what was resolved."""

    taken = models.OneToOneField(Taken, models.PROTECT, related_name="deliberation", verbose_name=_("步骤"))
    held_on = models.DateField(_("讨论日期"))
    place = models.CharField(_("地点"), max_length=100, blank=True, default="")
    presider = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("主持人"))
    due = models.PositiveSmallIntegerField(_("应到人数"))
    resolution = models.TextField(_("结论性意见"))

    class Meta:
        verbose_name = _("集体讨论")
        verbose_name_plural = _("集体讨论")

    def __str__(self) -> str:
        return f"{self.taken_id}"


class Vote(models.Model):
    """How one member spoke."""

    class Position(models.TextChoices):
        AGREE = "agree", _("同意")
        DISSENT = "dissent", _("不同意")
        ABSTAIN = "abstain", _("弃权")

    deliberation = models.ForeignKey(Deliberation, models.PROTECT, related_name="votes", verbose_name=_("集体讨论"))
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("出席人"))
    position = models.CharField(_("意见"), max_length=10, choices=Position.choices)
    opinion = models.TextField(_("发言"), blank=True, default="")

    class Meta:
        verbose_name = _("表态")
        verbose_name_plural = _("表态")
        constraints = [models.UniqueConstraint(fields=["deliberation", "person"], name="vote_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.position}"


class Recusal(models.Model):
    """回避: who should stand aside, who asked, who decided and how. Undecided does not stop the inquiry."""

    class Decision(models.TextChoices):
        OPEN = "open", _("待决定")
        GRANTED = "granted", _("决定回避")
        REFUSED = "refused", _("驳回申请")

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name=_("案件"))
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("被申请回避的人员"))
    own_motion = models.BooleanField(_("自行回避"), default=False)
    ground = models.TextField(_("理由"))
    applied_on = models.DateField(_("申请日期"))
    decision = models.CharField(_("决定"), max_length=10, choices=Decision.choices, default=Decision.OPEN)
    decided_by = models.ForeignKey(
        PERSON, models.PROTECT, related_name="+", verbose_name=_("决定人"), null=True, blank=True
    )
    decided_on = models.DateField(_("决定日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("回避")
        verbose_name_plural = _("回避")

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id} {self.decision}"
