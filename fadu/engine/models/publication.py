"""公开: a publication is its own record, a redacted rendition with a term; the portal reads nothing else."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.models.case import Case
from fadu.organs.models import Organ, Region


class Publication(models.Model):
    """What the public may read of a case: masked when made, so that the unmasked words are not in the row at all.

    ``rendition`` is JSON made by the procedure's publicity rule: masked party, facts, grounds, decision and the keys
    of the provisions cited. ``until`` ends the term (empty: no end). Withdrawn, it stays as a line that says why.
    ``grams`` are the words of title and rendition cut into pairs of characters, for search.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="publications", verbose_name=_("案件"))
    kind = models.CharField(_("类别"), max_length=40)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("机关"))
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("行政区划"))
    number = models.CharField(_("文号"), max_length=128)
    title = models.CharField(_("标题"), max_length=200)
    party = models.CharField(_("当事人"), max_length=200, blank=True, default="")
    rendition = models.JSONField(_("公开内容"))
    cites = models.JSONField(_("引用条文"), default=list)
    decided_on = models.DateField(_("决定日期"))
    published_on = models.DateField(_("公开日期"))
    due_on = models.DateField(_("应当公开的末日"), null=True, blank=True)
    until = models.DateField(_("公示截止日"), null=True, blank=True)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True)
    withdrawal = models.CharField(_("撤回理由"), max_length=400, blank=True, default="")
    repaired_on = models.DateField(_("信用修复日期"), null=True, blank=True)
    grams = models.TextField(_("检索词"), blank=True, default="")

    class Meta:
        verbose_name = _("公开信息")
        verbose_name_plural = _("公开信息")
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | ~Q(withdrawal=""),
                name="publication_withdrawal_explained",
                violation_error_message=_("撤回公开须公开说明理由：《行政处罚法》第四十八条第二款"),
            ),
        ]
        indexes = [
            models.Index(fields=["-published_on", "-id"], name="publication_newest"),
            models.Index(fields=["organ", "-published_on", "-id"], name="publication_organ"),
            models.Index(fields=["region", "-published_on", "-id"], name="publication_region"),
        ]

    def __str__(self) -> str:
        return self.number


class PublicationCite(models.Model):
    """That a publication cites a provision: one row for the provision and one for each that holds it (项, 款, 条), so
    that what cites an article is one look into the index. Kept by ``fadu.engine.search.index``; a publication taken
    back has no rows."""

    publication = models.ForeignKey(
        Publication, models.CASCADE, related_name="cited", verbose_name=_("公开信息"), db_index=False
    )
    provision = models.CharField(_("条文"), max_length=80)

    class Meta:
        verbose_name = _("公开信息引用的条文")
        verbose_name_plural = _("公开信息引用的条文")
        constraints = [
            models.UniqueConstraint(fields=["publication", "provision"], name="publication_cite_once"),
        ]
        indexes = [models.Index(fields=["provision", "-publication"], name="publication_cite_newest")]

    def __str__(self) -> str:
        return self.provision
