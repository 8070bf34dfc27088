"""What an application leaves: the draft before it, receipt and enclosures after it, the proof of a telephone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.case import Case
from fadu.ledger.models import Attachment
from fadu.organs.models import Organ
from fadu.organs.secret import EncryptedField

PERSON = settings.AUTH_USER_MODEL


class Verification(models.Model):
    """验证码 a one-time code sent to a telephone. Only its salted hash is kept; it serves once, briefly, few tries."""

    phone = EncryptedField(_("联系电话"))
    trace = models.CharField(_("电话摘要"), max_length=80)
    source = models.CharField(_("来源摘要"), max_length=80, blank=True, default="")
    digest = models.CharField(_("验证码摘要"), max_length=80)
    sent_at = models.DateTimeField(_("发送时间"))
    tries = models.PositiveSmallIntegerField(_("已试次数"), default=0)
    proved_at = models.DateTimeField(_("验证时间"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("验证码")
        indexes = [
            models.Index(fields=["trace", "sent_at"], name="verification_phone"),
            models.Index(fields=["source", "sent_at"], name="verification_source"),
            models.Index(fields=["sent_at"], name="verification_sent"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Draft(models.Model):
    """草稿 an application not yet handed in: what was typed, encrypted, for the account or the telephone that owns it.

    Once filed it names its case, so that the same application handed in again is the same case.
    """

    procedure = models.CharField(_("程序"), max_length=40)
    organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name=_("受理机关"), related_name="+", null=True, blank=True
    )
    person = models.ForeignKey(
        PERSON, models.CASCADE, verbose_name=_("账号"), related_name="+", null=True, blank=True, db_index=False
    )
    trace = models.CharField(_("电话摘要"), max_length=80, blank=True, default="")
    typed = EncryptedField(_("已填内容"), blank=True, default="")
    kept_at = models.DateTimeField(_("保存时间"))
    expires_on = models.DateField(_("保存至"))
    case = models.OneToOneField(Case, models.PROTECT, verbose_name=_("案件"), related_name="+", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("草稿")
        indexes = [
            models.Index(fields=["person", "-kept_at"], name="draft_person"),
            models.Index(fields=["trace", "-kept_at"], name="draft_phone"),
            models.Index(fields=["expires_on"], name="draft_expires"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(person=None) ^ Q(trace=""), name="draft_has_one_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.pk}"


class DraftFile(models.Model):
    """A file chosen for a draft, encrypted in the data folder until the application is filed or the draft expires."""

    draft = models.ForeignKey(Draft, models.CASCADE, verbose_name=_("草稿"), related_name="files")
    enclosure = models.CharField(_("附件种类"), max_length=40)
    name = models.CharField(_("文件名"), max_length=200)
    size = models.PositiveIntegerField(_("字节数"))
    place = models.CharField(_("存放处"), max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = _("草稿附件")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Receipt(models.Model):
    """受理凭证 what the applicant holds of his application: a number, and a check code kept as a hash."""

    case = models.OneToOneField(Case, models.PROTECT, verbose_name=_("案件"), related_name="receipt")
    number = models.CharField(_("凭证号"), max_length=16, unique=True)
    digest = models.CharField(_("查询码摘要"), max_length=80)
    channel = models.CharField(_("渠道"), max_length=20)
    mail = EncryptedField(_("电子邮箱"), blank=True, default="")
    filed_at = models.DateTimeField(_("提交时间"))

    code: str = ""
    """The check code, at the moment it is given out; no column."""

    class Meta:
        verbose_name = verbose_name_plural = _("受理凭证")

    def __str__(self) -> str:
        return self.number


class Enclosed(models.Model):
    """申请材料 a paper handed in with the application; ``enclosure`` is its key there, ``mandate`` for the 委托材料."""

    case = models.ForeignKey(Case, models.PROTECT, verbose_name=_("案件"), related_name="enclosed")
    enclosure = models.CharField(_("附件种类"), max_length=40)
    attachment = models.ForeignKey(Attachment, models.PROTECT, verbose_name=_("附件"), related_name="+", db_index=False)
    on = models.DateField(_("提交日期"))

    MANDATE = "mandate"

    class Meta:
        verbose_name = verbose_name_plural = _("申请材料")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.enclosure}"
