"""执法记录设备台账: what is held at a date; each change is in the ledger."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.ledger.book import entries
from fadu.registers.devices import Device, DeviceRefused, enter, enter_many, hand_to, retire

pytestmark = pytest.mark.django_db


def device(bureau, number="A1"):
    return enter(bureau.organ, number, "body_camera", since=date(2025, 1, 2), by=bureau.clerk, holder=bureau.officer)


def test_a_device_is_held_from_its_first_day_until_it_is_given_up(bureau):
    held = device(bureau)
    retire(held, on=date(2025, 6, 1), ground="损坏", by=bureau.clerk)
    days = (date(2025, 1, 1), date(2025, 1, 2), date(2025, 5, 31), date(2025, 6, 1))
    assert [Device.objects.held_on(day).count() for day in days] == [0, 1, 1, 0]


def test_each_change_is_an_entry(bureau):
    held = device(bureau)
    hand_to(held, bureau.second, on=date(2025, 2, 1), by=bureau.clerk)
    retire(held, on=date(2025, 6, 1), ground="损坏", by=bureau.clerk)
    assert [each.act for each in entries(held.stream)] == ["enter", "hand_to", "retire"]


def test_many_are_entered_with_an_entry_each(bureau):
    made = [Device(organ=bureau.organ, number=str(place), kind="camera", since=date(2025, 1, 1)) for place in range(5)]
    assert len(enter_many(made, by=bureau.clerk)) == 5
    assert all(entries(each.stream).count() == 1 for each in made)


def test_a_number_is_used_once_in_an_organ(bureau):
    device(bureau)
    with pytest.raises(DeviceRefused, match="A1"):
        device(bureau)
    with pytest.raises(DeviceRefused, match="编号"):
        device(bureau, " ")


def test_giving_up_needs_a_reason_and_happens_once(bureau):
    held = device(bureau)
    with pytest.raises(DeviceRefused, match="原因"):
        retire(held, on=date(2025, 6, 1), ground=" ", by=bureau.clerk)
    with pytest.raises(DeviceRefused, match="原因"):
        retire(held, on=date(2024, 6, 1), ground="损坏", by=bureau.clerk)
    retire(held, on=date(2025, 6, 1), ground="损坏", by=bureau.clerk)
    with pytest.raises(DeviceRefused, match="2025-06-01"):
        retire(held, on=date(2025, 7, 1), ground="损坏", by=bureau.clerk)
