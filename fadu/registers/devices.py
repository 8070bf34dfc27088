"""执法记录设备台账: body cameras and other recording devices, who holds them, from when to when.

《行政处罚法》（2021年修订）第四十七条: the whole course of a penalty is recorded "以文字、音像等形式".
It fixes no number of devices; the register says what there is at a date.
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

CITES = ["penalty-2021/47"]


class DeviceKind(models.TextChoices):
    BODY_CAMERA = "body_camera", _("执法记录仪")
    CAMERA = "camera", _("照相、摄像设备")
    RECORDER = "recorder", _("录音设备")
    ROOM = "room", _("询问、听证场所音像设备")
    UPLOAD = "upload", _("数据采集工作站")
    OTHER = "other", _("其他记录设备")


class Devices(models.QuerySet["Device"]):
    def held_on(self, on: date) -> Self:
        """Devices in service on that day."""
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class Device(models.Model):
    """A device of an organ, in service from ``since`` until the day ``until`` on which it was given up."""

    number = models.CharField(_("设备编号"), max_length=60)
    kind = models.CharField(_("类型"), max_length=12, choices=DeviceKind.choices)
    model = models.CharField(_("型号"), max_length=60, blank=True, default="")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name=_("配备单位"), related_name="devices")
    holder = models.ForeignKey(
        Person, models.PROTECT, verbose_name=_("领用人"), related_name="+", null=True, blank=True
    )
    since = models.DateField(_("启用日期"))
    until = models.DateField(_("停用日期"), null=True, blank=True)
    ground = models.CharField(_("停用原因"), max_length=200, blank=True, default="")

    objects = Devices.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("执法记录设备")
        ordering = ["organ", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"], name="device_once", violation_error_message=_("该单位已有此编号的设备")
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="device_ends_after_it_begins",
                violation_error_message=_("停用日期不得早于启用日期"),
            ),
        ]
        indexes = [models.Index(fields=["organ", "until"], name="device_of_organ")]

    def __str__(self) -> str:
        return self.number

    @property
    def stream(self) -> str:
        """The device's chain in the ledger."""
        return f"device/{self.organ_id}/{self.number}"


class DeviceRefused(ValueError):
    """The register cannot take this; ``str`` says why and what to do."""


@transaction.atomic
def enter(
    organ: Organ, number: str, kind: str, *, since: date, by: Person, model: str = "", holder: Person | None = None
) -> Device:
    """Enter a device. Raises ``DeviceRefused`` when its number is missing or already in the organ's register."""
    if not number.strip():
        raise DeviceRefused(gettext("请填写设备编号"))
    if Device.objects.filter(organ=organ, number=number.strip()).exists():
        raise DeviceRefused(gettext("{organ}已有编号为{number}的设备").format(organ=organ, number=number.strip()))
    device = Device(organ=organ, number=number.strip(), kind=DeviceKind(kind), model=model, holder=holder, since=since)
    device.save(force_insert=True)
    append(device.stream, "enter", actor=by.username, on=since, cites=CITES, content=_content(device))
    return device


@transaction.atomic
def enter_many(devices: Sequence[Device], *, by: Person) -> list[Device]:
    """Enter many devices at once, each with its ledger entry."""
    entered = Device.objects.bulk_create(devices)
    append_many(
        Draft(stream=each.stream, act="enter", actor=by.username, on=each.since, cites=CITES, content=_content(each))
        for each in entered
    )
    return entered


@transaction.atomic
def retire(device: Device, *, on: date, ground: str, by: Person) -> Device:
    """Take a device out of service from ``on``, with the reason. Raises ``DeviceRefused``."""
    device = Device.objects.select_for_update().get(pk=device.pk)
    if device.until is not None:
        raise DeviceRefused(gettext("{device}已于{day}停用").format(device=device, day=device.until))
    if on < device.since or not ground.strip():
        raise DeviceRefused(gettext("停用日期不得早于启用日期，并须写明原因"))
    device.until, device.ground = on, ground.strip()
    device.save(update_fields=["until", "ground"])
    append(device.stream, "retire", actor=by.username, on=on, cites=CITES, content={"ground": device.ground})
    return device


@transaction.atomic
def hand_to(device: Device, holder: Person | None, *, on: date, by: Person) -> Device:
    """Give the device to another holder (None: back to the store)."""
    device = Device.objects.select_for_update().get(pk=device.pk)
    device.holder = holder
    device.save(update_fields=["holder"])
    content = {"holder": holder.username if holder else ""}
    append(device.stream, "hand_to", actor=by.username, on=on, cites=CITES, content=content)
    return device


def _content(device: Device) -> dict[str, object]:
    return {
        "number": device.number,
        "kind": device.kind,
        "model": device.model,
        "organ": device.organ.code or device.organ.name,
        "holder": device.holder.username if device.holder else "",
    }
