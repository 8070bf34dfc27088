"""What the desk keeps for a person: lists called up often, and forms not yet sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from fadu.organs.secret import EncryptedField

PERSON = settings.AUTH_USER_MODEL


class SavedView(models.Model):
    """A list's filters under a name. Whoever opens it sees what he may see; the view grants nothing."""

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+", verbose_name=_("人员"), db_index=False)
    name = models.CharField(_("名称"), max_length=40)
    query = models.CharField(_("筛选条件"), max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = _("常用视图")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        return self.name


class Sending(models.Model):
    """A dispute sent from a telephone: the mark it was given there, so that sent twice it is entered once."""

    mark = models.UUIDField(_("标识"), primary_key=True)
    case = models.OneToOneField("engine.Case", models.PROTECT, related_name="+", verbose_name=_("案件"))
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name=_("人员"), db_index=False)

    class Meta:
        verbose_name = verbose_name_plural = _("手机登记")

    def __str__(self) -> str:
        return str(self.mark)


class Draft(models.Model):
    """A form put by: what was typed, encrypted, for the person who typed it. It is no record of anything."""

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+", verbose_name=_("人员"), db_index=False)
    key = models.CharField(_("表单"), max_length=120)
    typed = EncryptedField(_("已填内容"))
    kept_at = models.DateTimeField(_("保存时间"), auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = _("草稿")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="draft_once")]

    def __str__(self) -> str:
        return self.key
