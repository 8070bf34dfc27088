"""消息 what a party is told of a step: written with the act, delivered afterwards."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.acts import Taken
from fadu.engine.models.case import Case, Party
from fadu.organs.secret import EncryptedField


class MessageWay(models.TextChoices):
    """How a message goes."""

    SITE = "site", _("站内消息")
    SMS = "sms", _("短信")
    MAIL = "mail", _("电子邮件")


class Message(models.Model):
    """One message to one recipient by one way.

    ``key`` names it to the gateway, which thus knows a message sent again; ``next_at`` is when to try (empty: nothing
    more to do). ``until`` is when it is of no more use (a one-time code). What was secret in it is erased once sent.
    """

    key = models.UUIDField(_("标识"), default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(
        Case, models.PROTECT, verbose_name=_("案件"), related_name="messages", null=True, blank=True
    )
    taken = models.ForeignKey(
        Taken, models.PROTECT, verbose_name=_("步骤"), related_name="+", null=True, blank=True, db_index=False
    )
    party = models.ForeignKey(
        Party, models.PROTECT, verbose_name=_("收件人"), related_name="+", null=True, blank=True, db_index=False
    )
    way = models.CharField(_("方式"), max_length=4, choices=MessageWay.choices)
    trace = models.CharField(_("收件人摘要"), max_length=80, blank=True, default="")
    to = EncryptedField(_("地址"), blank=True, default="")
    subject = models.CharField(_("标题"), max_length=100, blank=True, default="")
    text = EncryptedField(_("内容"), blank=True, default="")
    secret = models.BooleanField(_("含查询码"), default=False)
    entered_at = models.DateTimeField(_("写入时间"))
    next_at = models.DateTimeField(_("下次发送"), null=True, blank=True)
    until = models.DateTimeField(_("有效至"), null=True, blank=True)
    tries = models.PositiveIntegerField(_("发送次数"), default=0)
    sent_at = models.DateTimeField(_("发出时间"), null=True, blank=True)
    fault = models.CharField(_("未发出的原因"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("消息")
        constraints = [
            models.UniqueConstraint(
                fields=["taken", "party", "way", "secret"], condition=Q(taken__isnull=False), name="message_once"
            )
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(next_at__isnull=False), name="message_waiting"),
            models.Index(fields=["trace", "-entered_at"], condition=Q(way="site"), name="message_mine"),
        ]

    def __str__(self) -> str:
        return str(self.key)
