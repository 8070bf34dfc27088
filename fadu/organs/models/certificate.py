"""行政执法证件: the certificate without which nobody enforces, its field, its term, its suspensions."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import Domain
from fadu.organs.models.validity import in_force


class Certificates(models.QuerySet["Certificate"]):
    def valid_on(self, on: date) -> Self:
        """Certificates whose holder may act on that day: issued, not expired, not revoked, not suspended."""
        suspended = Suspension.objects.filter(in_force(on), certificate=OuterRef("pk"))
        return self.filter(
            Q(revoked_on=None) | Q(revoked_on__gt=on), ~Exists(suspended), issued_on__lte=on, valid_until__gte=on
        )


class Certificate(models.Model):
    """A certificate naming its holder, the organ for which he enforces, the field and the term.

    First and last day of the term count; from the day of revocation on it is void. There is no column for its state:
    whether it was valid is asked of a day (``valid_on``), so that an act entered late is judged by its own day.
    """

    person = models.ForeignKey("organs.Person", models.PROTECT, verbose_name=_("持证人"), related_name="certificates")
    organ = models.ForeignKey("organs.Organ", models.PROTECT, verbose_name=_("执法单位"), related_name="certificates")
    number = models.CharField(_("证件编号"), max_length=40)
    domain = models.CharField(_("执法领域"), max_length=20, choices=Domain.choices)
    issued_on = models.DateField(_("发证日期"))
    valid_until = models.DateField(_("有效期至"))
    revoked_on = models.DateField(_("吊销日期"), null=True, blank=True)
    revoked_for = models.CharField(_("吊销理由"), max_length=200, blank=True, default="")
    renews = models.OneToOneField(
        "self", models.PROTECT, verbose_name=_("换发自"), null=True, blank=True, related_name="renewed_by"
    )

    objects = Certificates.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("执法证件")
        ordering = ["valid_until", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "issued_on"],
                name="certificate_number_once",
                violation_error_message=_("该证件编号已在同日发证"),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("issued_on")),
                name="certificate_ends_after_it_begins",
                violation_error_message=_("有效期不得早于发证日期"),
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(revoked_on__gte=F("issued_on")),
                name="certificate_revoked_after_issue",
                violation_error_message=_("吊销日期不得早于发证日期"),
            ),
            models.CheckConstraint(condition=Q(domain__in=Domain.values), name="certificate_domain_known"),
        ]
        indexes = [
            models.Index(fields=["person", "organ", "valid_until"], name="certificate_of_person"),
            models.Index(fields=["organ", "valid_until"], name="certificate_expiring"),
        ]

    def __str__(self) -> str:
        return self.number


class Suspension(models.Model):
    """A time during which a certificate is withheld (暂扣); both days included, open until it is given back."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, verbose_name=_("执法证件"), related_name="suspensions")
    since = models.DateField(_("暂扣日期"))
    until = models.DateField(_("暂扣截止日期"), null=True, blank=True)
    ground = models.CharField(_("理由"), max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = _("证件暂扣")
        ordering = ["certificate", "since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="suspension_ends_after_it_begins",
                violation_error_message=_("截止日期不得早于起始日期"),
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(until=None),
                name="suspension_open_once",
                violation_error_message=_("该证件已在暂扣中"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate} {self.since}"
