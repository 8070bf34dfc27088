"""What every journal row has: the organ, the day, the evidence; and how rows are entered, each with its ledger entry.

A wrong entry is not changed but struck out with a reason: it stays in the journal and is no longer counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Self, TypeVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.ledger.book import Draft, append, append_many
from fadu.organs.models import Organ, Person


class JournalRefused(ValueError):
    """The journal cannot take this; ``str`` says why and what to do."""


class Entries(models.QuerySet[Any]):
    def counted(self) -> Self:
        """Rows that are not struck out."""
        return self.filter(struck_on=None)


class JournalEntry(models.Model):
    """An activity of ``organ`` on the day ``on``; ``evidence`` names the attachment or file that shows it."""

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name=_("机关"), related_name="+")
    on = models.DateField(_("日期"))
    evidence = models.CharField(_("佐证材料"), max_length=200, blank=True, default="")
    struck_on = models.DateField(_("注销日期"), null=True, blank=True)
    struck_for = models.CharField(_("注销理由"), max_length=200, blank=True, default="")

    JOURNAL = ""
    WRITTEN: tuple[str, ...] = ()

    objects = Entries.as_manager()

    class Meta:
        abstract = True
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(struck_on=None) | ~Q(struck_for=""),
                name="%(class)s_struck_explained",
                violation_error_message=_("注销须写明理由"),
            )
        ]
        indexes = [models.Index(fields=["organ", "on"], name="%(class)s_organ_on")]

    @property
    def stream(self) -> str:
        """The row's chain in the ledger."""
        return f"{self.JOURNAL}/{self.pk}"

    def content(self) -> dict[str, object]:
        """The row as it enters the ledger."""
        return {name: getattr(self, name) for name in ("evidence", *self.WRITTEN)} | {
            "organ": self.organ.code or self.organ.name
        }


Row = TypeVar("Row", bound=JournalEntry)


def enter(row: Row, *, by: Person) -> Row:
    """Enter one row in its journal and in the ledger. Raises ``JournalRefused``."""
    return enter_many([row], by=by)[0]


@transaction.atomic
def enter_many(rows: Sequence[Row], *, by: Person) -> list[Row]:
    """Enter many rows of one journal, each with its ledger entry. Raises ``JournalRefused`` and then enters none."""
    for row in rows:
        if not row.organ.active:
            raise JournalRefused(gettext("{organ}已停用，请核对单位").format(organ=row.organ))
        if fault := missing(row):
            raise JournalRefused(fault)
    if not rows:
        return []
    type(rows[0])._default_manager.bulk_create(rows)
    append_many(
        Draft(stream=row.stream, act="enter", actor=by.username, on=row.on, cites=[], content=row.content())
        for row in rows
    )
    return list(rows)


def missing(row: JournalEntry) -> str:
    """What the row lacks, in words; "" if nothing."""
    for name in row.WRITTEN:
        field: Any = row._meta.get_field(name)
        if not field.blank and getattr(row, name) in (None, ""):
            return gettext("请填写“{column}”").format(column=field.verbose_name)
    return ""


@transaction.atomic
def strike(row: Row, *, on: date, reason: str, by: Person) -> Row:
    """Strike a row out with its reason: it stays, and is no longer counted. Raises ``JournalRefused``."""
    kept: Row = type(row)._default_manager.select_for_update().get(pk=row.pk)
    if kept.struck_on is not None:
        raise JournalRefused(gettext("该条已于{day}注销").format(day=kept.struck_on))
    if not reason.strip():
        raise JournalRefused(gettext("注销须写明理由"))
    kept.struck_on, kept.struck_for = on, reason.strip()
    kept.save(update_fields=["struck_on", "struck_for"])
    append(kept.stream, "strike", actor=by.username, on=on, cites=[], content={"reason": kept.struck_for})
    return kept
