"""公共法律服务名册: centres, stations and rooms with their points, and who advises which village.

No statute held here sets up the platforms (《法律援助法》第十三条 knows 工作站、联络点 of legal aid); the register says
what stands at a date, and which villages have an adviser.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fadu.ledger.book import Draft, append, append_many
from fadu.organs.models import Organ, Person
from fadu.organs.models.validity import in_force


class PlaceKind(models.TextChoices):
    CENTRE = "centre", _("公共法律服务中心")
    STATION = "station", _("乡镇（街道）公共法律服务工作站")
    ROOM = "room", _("村（居）公共法律服务工作室")
    OUTSIDE = "outside", _("驻外公共法律服务工作站")
    FIRM = "firm", _("律师事务所")
    OFFICE = "office", _("基层法律服务所")


class Places(models.QuerySet["LegalServicePlace"]):
    def held_on(self, on: date) -> Self:
        """Places that stand on that day."""
        return self.filter(in_force(on))


class LegalServicePlace(models.Model):
    """A centre, station or room of ``organ``; ``adviser`` is the village legal adviser of a room. ``building``: not yet
    open."""

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name=_("主管单位"), related_name="+")
    kind = models.CharField(_("类型"), max_length=8, choices=PlaceKind.choices)
    name = models.CharField(_("名称"), max_length=100)
    adviser = models.CharField(_("法律顾问"), max_length=60, blank=True, default="")
    points = models.CharField(_("设立的服务点"), max_length=400, blank=True, default="")
    building = models.BooleanField(_("建设中"), default=False)
    since = models.DateField(_("设立日期"))
    until = models.DateField(_("撤销日期"), null=True, blank=True)

    objects = Places.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("公共法律服务场所")
        ordering = ["kind", "name"]
        indexes = [models.Index(fields=["organ", "kind", "until"], name="legal_place_kind")]
        constraints = [
            models.UniqueConstraint(fields=["organ", "kind", "name"], name="legal_place_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="legal_place_ends_after_begins",
                violation_error_message=_("撤销日期不得早于设立日期"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """The place's chain in the ledger."""
        return f"legal_place/{self.pk}"


class PlaceRefused(ValueError):
    """The register cannot take this; ``str`` says why."""


@transaction.atomic
def open_places(places: Sequence[LegalServicePlace], *, by: Person) -> list[LegalServicePlace]:
    """Enter places, each with its ledger entry."""
    entered = LegalServicePlace.objects.bulk_create(places)
    append_many(
        Draft(
            stream=each.stream, act="open_place", actor=by.username, on=each.since, cites=[],
            content={"kind": each.kind, "name": each.name, "adviser": bool(each.adviser)},
        )
        for each in entered
    )  # fmt: skip
    return entered


@transaction.atomic
def engage_adviser(place: LegalServicePlace, adviser: str, *, on: date, by: Person) -> LegalServicePlace:
    """Name the legal adviser of a village's room. Raises ``PlaceRefused`` for another kind of place."""
    if place.kind != PlaceKind.ROOM or place.until is not None or not adviser.strip():
        raise PlaceRefused(gettext("村（居）法律顾问登记在在用的工作室名下，并写明姓名"))
    place.adviser = adviser.strip()
    place.save(update_fields=["adviser"])
    append(place.stream, "engage_adviser", actor=by.username, on=on, cites=[], content={"adviser": True})
    return place


@transaction.atomic
def close_place(place: LegalServicePlace, *, on: date, by: Person) -> LegalServicePlace:
    """A place is given up. Raises ``PlaceRefused``."""
    if place.until is not None or on < place.since:
        raise PlaceRefused(gettext("已经撤销，或者撤销日期早于设立日期"))
    place.until = on
    place.save(update_fields=["until"])
    append(place.stream, "close_place", actor=by.username, on=on, cites=[], content={})
    return place
