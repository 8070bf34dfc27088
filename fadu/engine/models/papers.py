"""Papers of a case: documents and their numbers, service, evidence."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.acts import Taken
from fadu.engine.models.case import Case
from fadu.ledger.models import Attachment
from fadu.organs.models import Organ
from fadu.organs.secret import EncryptedField

PERSON = settings.AUTH_USER_MODEL


class Series(models.Model):
    """The running number of one organ's papers of one 字 in one year. Numbers have no gaps: the row is locked and
    counted up in the act's own transaction, so an act that fails gives its number back."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("机关"))
    word = models.CharField(_("字"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年"))
    last = models.PositiveIntegerField(_("末号"), default=0)

    class Meta:
        verbose_name = _("编号")
        verbose_name_plural = _("编号")
        constraints = [models.UniqueConstraint(fields=["organ", "word", "year"], name="series_once")]

    def __str__(self) -> str:
        return f"{self.word}〔{self.year}〕{self.last}"


class Paper(models.Model):
    """A document issued in a case. ``frozen`` is the snapshot it was composed from (JSON, encrypted), so that it reads
    the same for ever; ``digest`` is the snapshot's hash in the ledger. A void keeps its number and says why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers", verbose_name=_("案件"))
    taken = models.ForeignKey(
        Taken, models.PROTECT, related_name="papers", verbose_name=_("步骤"), null=True, blank=True
    )
    kind = models.CharField(_("文书种类"), max_length=40)
    edition = models.CharField(_("适用版本"), max_length=20)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("制作机关"))
    word = models.CharField(_("字"), max_length=40, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("年"), null=True, blank=True)
    serial = models.PositiveIntegerField(_("号"), null=True, blank=True)
    number = models.CharField(_("文号"), max_length=80, blank=True, default="")
    title = models.CharField(_("名称"), max_length=120)
    issued_on = models.DateField(_("制作日期"))
    frozen = EncryptedField(_("内容快照"))
    digest = models.CharField(_("内容摘要"), max_length=80)
    voided_on = models.DateField(_("作废日期"), null=True, blank=True)
    void_reason = models.CharField(_("作废理由"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("文书")
        verbose_name_plural = _("文书")
        ordering = ["case_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "word", "year", "serial"], condition=Q(serial__isnull=False), name="paper_number_once"
            ),
            models.CheckConstraint(
                condition=Q(voided_on=None) | ~Q(void_reason=""),
                name="paper_void_explained",
                violation_error_message=_("作废文号必须说明理由"),
            ),
        ]
        indexes = [models.Index(fields=["number"], name="paper_number")]

    def __str__(self) -> str:
        return self.number or self.title


class Way(models.TextChoices):
    """The ways of service 《民事诉讼法》 knows and 《行政处罚法》第六十一条 takes over."""

    DIRECT = "direct", _("直接送达")
    LEFT = "left", _("留置送达")
    ELECTRONIC = "electronic", _("电子送达")
    POST = "post", _("邮寄送达")
    NOTICE = "notice", _("公告送达")


class Service(models.Model):
    """送达: a paper brought to a party. ``sent_on`` is the day it left (or the notice was put up), ``served_on`` the
    day on which, by the rule of its way, it counts as served; empty until then."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="services", verbose_name=_("文书"))
    way = models.CharField(_("送达方式"), max_length=12, choices=Way.choices)
    receiver = models.CharField(_("受送达人"), max_length=200)
    place = models.CharField(_("送达地点"), max_length=200, blank=True, default="")
    sent_on = models.DateField(_("送出日期"))
    served_on = models.DateField(_("送达日期"), null=True, blank=True)
    consent = models.CharField(_("送达确认书"), max_length=120, blank=True, default="")
    witness = models.CharField(_("见证人或者留置记录"), max_length=200, blank=True, default="")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("送达人"))
    second = models.ForeignKey(
        PERSON, models.PROTECT, related_name="+", verbose_name=_("第二送达人"), null=True, blank=True
    )
    cites = models.CharField(_("依据"), max_length=120)

    class Meta:
        verbose_name = _("送达")
        verbose_name_plural = _("送达")
        constraints = [
            models.CheckConstraint(
                condition=~Q(way="electronic") | ~Q(consent=""),
                name="service_electronic_consented",
                violation_error_message=_("电子送达须当事人签订确认书：《行政处罚法》第六十一条第二款"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.way}"


class EvidenceKind(models.TextChoices):
    """The eight kinds of evidence of 《行政处罚法》第四十六条第一款."""

    DOCUMENTARY = "documentary", _("书证")
    PHYSICAL = "physical", _("物证")
    AUDIOVISUAL = "audiovisual", _("视听资料")
    ELECTRONIC = "electronic", _("电子数据")
    TESTIMONY = "testimony", _("证人证言")
    STATEMENT = "statement", _("当事人的陈述")
    EXPERT = "expert", _("鉴定意见")
    INSPECTION = "inspection", _("勘验笔录、现场笔录")


class Evidence(models.Model):
    """证据: a file in the case, stored by its content's hash. Unlawfully obtained evidence stays on record, marked."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name=_("案件"))
    kind = models.CharField(_("种类"), max_length=14, choices=EvidenceKind.choices)
    name = models.CharField(_("名称"), max_length=200)
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+", verbose_name=_("文件"))
    obtained_on = models.DateField(_("取得日期"))
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("取证人"))
    excluded_on = models.DateField(_("排除日期"), null=True, blank=True)
    exclusion = models.CharField(_("排除理由"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("证据")
        verbose_name_plural = _("证据")

    def __str__(self) -> str:
        return self.name
