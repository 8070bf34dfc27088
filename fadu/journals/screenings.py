"""矛盾纠纷排查台账: rounds through a place looking for disputes, what was found, prevented, and led to mediation.

《人民调解法》第二十一条第二款 “及时、就地……防止矛盾激化”. Rounds are general, on a key matter, or special; a round that
finds a dispute may open its mediation at once, and the case stays linked to the round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case
from fadu.journals.entry import JournalEntry, JournalRefused
from fadu.ledger.book import append
from fadu.organs.models import Person


class ScreeningKind(models.TextChoices):
    GENERAL = "general", _("全面排查")
    KEY = "key", _("重点排查")
    SPECIAL = "special", _("专项排查")


class Screening(JournalEntry):
    """One round by ``organ``. ``prevented`` counts disputes that did not arise because of it."""

    kind = models.CharField(_("排查类别"), max_length=10, choices=ScreeningKind.choices)
    place = models.CharField(_("排查地点"), max_length=200)
    found = models.PositiveIntegerField(_("发现纠纷件数"), default=0)
    prevented = models.PositiveIntegerField(_("预防纠纷件数"), default=0)
    note = models.CharField(_("排查情况"), max_length=400, blank=True, default="")

    JOURNAL = "screening"
    WRITTEN = ("kind", "place", "found", "prevented", "note")

    class Meta(JournalEntry.Meta):
        verbose_name = verbose_name_plural = _("矛盾纠纷排查")
        constraints = [*JournalEntry.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.on} {self.place}"


class Finding(models.Model):
    """A dispute found on a round, and the mediation it led to."""

    screening = models.ForeignKey(Screening, models.PROTECT, related_name="findings", verbose_name=_("排查"))
    case = models.OneToOneField(Case, models.PROTECT, related_name="found_on", verbose_name=_("案件"))

    class Meta:
        verbose_name = verbose_name_plural = _("排查发现的纠纷")

    def __str__(self) -> str:
        return f"{self.screening_id} {self.case_id}"


@transaction.atomic
def bring(
    screening: Screening,
    *,
    title: str,
    parties: Sequence[Comer],
    dispute: str,
    by: Person,
    on: date,
    facts: Mapping[str, Any] | None = None,
    now: datetime | None = None,
) -> Case:
    """Open the mediation of a dispute found on the round, on the committee's own initiative (第十七条).

    Raises ``JournalRefused`` for a round struck out or of a later day, ``Refused`` as the engine does.
    """
    screening = Screening.objects.select_for_update().select_related("organ").get(pk=screening.pk)
    if screening.struck_on is not None or on < screening.on:
        raise JournalRefused(_("该条排查已经注销，或者日期晚于开始调解的日期"))
    case = open_case(
        "mediation", organ=screening.organ, title=title, by=by, on=on, officers=[by], parties=parties,
        source="screening", now=now,
    )  # fmt: skip
    take(case, "initiative", by=[by], on=on, facts={"dispute": dispute, **(facts or {})}, now=now)
    Finding.objects.create(screening=screening, case=case)
    append(
        screening.stream, "bring", actor=by.username, on=on, cites=["mediation-2010/17"], content={"case": case.number}
    )
    return case
