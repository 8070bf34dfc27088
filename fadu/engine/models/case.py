"""案 the spine every case shares, the record each procedure hangs on it, its parties and its kin."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.organs.models import Organ, Region
from fadu.organs.secret import EncryptedField

PERSON = settings.AUTH_USER_MODEL


class Case(models.Model):
    """A matter that moves through a statutory procedure.

    Only what every case has and every list needs. ``next_due_on`` caches the nearest open deadline of the organ;
    ``kept_edition`` names an older edition the legal office keeps the whole case under, its reason being in the
    ledger; ``imported`` marks a case decided in another system and taken over; ``withheld_from`` is the organ whose own
    conduct the case is about: whoever holds a post there does not see it.
    """

    number = models.CharField(_("案号"), max_length=80, unique=True)
    procedure = models.CharField(_("程序"), max_length=40)
    kept_edition = models.CharField(_("保留适用的版本"), max_length=20, blank=True, default="")
    title = models.CharField(_("案由"), max_length=200)
    party_name = models.CharField(_("当事人"), max_length=200, blank=True, default="")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name=_("办案机关"), related_name="+")
    region = models.ForeignKey(Region, models.PROTECT, verbose_name=_("行政区划"), related_name="+")
    domain = models.CharField(_("执法领域"), max_length=40)
    handler = models.ForeignKey(
        PERSON, models.PROTECT, verbose_name=_("承办人"), related_name="+", null=True, blank=True, db_index=False
    )
    second = models.ForeignKey(
        PERSON, models.PROTECT, verbose_name=_("协办人"), related_name="+", null=True, blank=True
    )
    source = models.CharField(_("案件来源"), max_length=40, blank=True, default="")
    stage = models.CharField(_("所处环节"), max_length=40, blank=True, default="")
    outcome = models.CharField(_("结果"), max_length=40, blank=True, default="")
    opened_on = models.DateField(_("开始日期"))
    closed_on = models.DateField(_("办结日期"), null=True, blank=True)
    next_due_on = models.DateField(_("下一期限"), null=True, blank=True)
    next_due = models.CharField(_("下一期限名称"), max_length=40, blank=True, default="")
    stopped = models.BooleanField(_("期限曾经停算"), default=False)
    contested = models.BooleanField(_("曾经申请回避"), default=False)
    imported = models.BooleanField(_("外部系统导入"), default=False)
    withheld_from = models.ForeignKey(
        Organ, models.PROTECT, verbose_name=_("不得知悉的机关"), related_name="+", null=True, blank=True, db_index=False
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("并入案件"), related_name="+", null=True, blank=True
    )
    entered_at = models.DateTimeField(_("录入时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("案件")
        verbose_name_plural = _("案件")
        indexes = [
            models.Index(fields=["handler", "next_due_on", "id"], condition=Q(closed_on=None), name="case_my_work"),
            models.Index(fields=["second", "next_due_on", "id"], condition=Q(closed_on=None), name="case_my_second"),
            models.Index(fields=["organ", "next_due_on", "id"], condition=Q(closed_on=None), name="case_organ_work"),
            models.Index(fields=["organ", "opened_on", "id"], name="case_organ_opened"),
            models.Index(fields=["region", "opened_on", "id"], name="case_region_opened"),
            models.Index(fields=["procedure", "opened_on", "id"], name="case_procedure_opened"),
            models.Index(fields=["opened_on", "id"], name="case_opened"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=models.F("opened_on")),
                name="case_closed_after_opened",
                violation_error_message=_("办结日期不能早于开始日期"),
            )
        ]

    def __str__(self) -> str:
        return self.number


class Record(models.Model):
    """Concrete columns of one procedure; one row for one case."""

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class PartyKind(models.TextChoices):
    PERSON = "person", _("自然人")
    COMPANY = "company", _("法人及非法人组织")
    TRADER = "trader", _("个体工商户")
    OTHER = "other", _("其他")


class Party(models.Model):
    """当事人 or 第三人 of a case. Identity numbers, telephone and address are encrypted; ``trace`` is the salted hash
    by which the party enters the ledger and by which the same party is found again."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name=_("案件"))
    role = models.CharField(_("身份"), max_length=20, default="party")
    kind = models.CharField(_("类别"), max_length=10, choices=PartyKind.choices)
    name = models.CharField(_("姓名或者名称"), max_length=200)
    code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, default="")
    code_reason = models.CharField(_("代码校验不符仍然采用的理由"), max_length=200, blank=True, default="")
    representative = models.CharField(_("法定代表人（负责人）"), max_length=100, blank=True, default="")
    id_kind = models.CharField(_("证件类型"), max_length=40, blank=True, default="")
    id_number = EncryptedField(_("证件号码"), blank=True, default="")
    phone = EncryptedField(_("联系电话"), blank=True, default="")
    address = EncryptedField(_("地址"), blank=True, default="")
    trace = models.CharField(_("身份摘要"), max_length=80, blank=True, default="", db_index=True)

    class Meta:
        verbose_name = _("当事人")
        verbose_name_plural = _("当事人")
        indexes = [models.Index(fields=["name"], name="party_name"), models.Index(fields=["code"], name="party_code")]

    def __str__(self) -> str:
        return self.name


class Link(models.Model):
    """Two cases that belong together: a seizure and its penalty, a penalty and the referral that came of it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="links", verbose_name=_("案件"))
    other = models.ForeignKey(Case, models.PROTECT, related_name="linked", verbose_name=_("关联案件"))
    kind = models.CharField(_("关系"), max_length=40)
    cites = models.CharField(_("依据"), max_length=120, blank=True, default="")

    class Meta:
        verbose_name = _("关联")
        verbose_name_plural = _("关联")
        constraints = [
            models.UniqueConstraint(fields=["case", "other", "kind"], name="link_once"),
            models.CheckConstraint(condition=~Q(case=models.F("other")), name="link_two_cases"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.other_id}"
