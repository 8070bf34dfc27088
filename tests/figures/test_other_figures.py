"""Coercion, officers, devices, examinations, inspections and actions; what is frozen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fadu.figures.catalogue import find, scope
from fadu.figures.count import value
from fadu.figures.figure import Scope
from fadu.figures.freezing import a_year_before, differences, freeze, frozen, last_year
from fadu.journals.models import Inspection
from fadu.ledger.book import entries
from fadu.organs.models import Certificate
from fadu.organs.seeing import Reach
from fadu.procedures.models import CoerciveMeasure
from fadu.registers.models import Device
from tests.figures.counted import case, penalty

pytestmark = pytest.mark.django_db
YEAR = Scope("990101", 2025)


def count(figure_id: str, of: Scope = YEAR) -> object:
    return value(find(figure_id), of)


def test_a_measure_counts_by_its_kind_on_the_day_it_was_decided(bureau):
    for kind, on in (("seal", date(2025, 3, 3)), ("seize", date(2025, 3, 4)), ("seize", date(2024, 3, 4))):
        made = case(bureau, "coercive_measure", on)
        CoerciveMeasure.objects.create(
            case=made, kind=kind, approved_on=on, imposed_on=on, related=True, power="规定", power_rank="law"
        )
    assert count("coercion.sealed") == 1
    assert count("coercion.seized") == 1
    assert count("coercion.measures") == count("coercion.total") == 2


def test_an_officer_with_two_certificates_is_one_certified_officer(bureau):
    assert (count("officers.entered"), count("officers.certified")) == (3, 3)
    Certificate.objects.create(
        person=bureau.officer, organ=bureau.organ, number="T-2", domain="urban", issued_on=date(2025, 2, 1),
        valid_until=date(2030, 1, 1),
    )  # fmt: skip
    assert count("officers.certified") == 3
    assert count("certificates.issued") == 1


def test_certificates_are_counted_as_they_stand_at_the_end_of_the_year(bureau):
    Certificate.objects.filter(person=bureau.officer).update(valid_until=date(2025, 12, 30))
    assert count("officers.certified") == 2
    assert count("officers.certified", Scope("990101", 2025, until=date(2025, 6, 30))) == 3


def test_reviewers_are_a_share_of_certified_officers(bureau):
    assert count("reviewers.appointed") == 1
    assert count("reviewers.share") == Decimal("33.3")


def test_a_device_given_up_during_the_year_is_not_held_at_its_end(bureau):
    for number, until in (("1", None), ("2", date(2025, 7, 1)), ("3", date(2026, 1, 1))):
        Device.objects.create(
            number=number, kind="body_camera", organ=bureau.organ, since=date(2024, 1, 1), until=until
        )
    assert count("devices.held") == 2


def inspect(bureau, on, subject="甲店", kind="routine", **more):
    return Inspection.objects.create(organ=bureau.organ, on=on, domain="culture", kind=kind, subject=subject, **more)


def test_an_inspection_that_led_to_a_case_is_not_counted_as_one_but_its_object_is(bureau):
    inspect(bureau, date(2025, 1, 5))
    inspect(bureau, date(2025, 2, 5))
    inspect(bureau, date(2025, 2, 6), "乙店", case=penalty(bureau, warned=True))
    assert count("inspections.held") == 2
    assert count("inspections.subjects") == 2


def test_a_row_struck_out_is_not_counted(bureau):
    inspect(bureau, date(2025, 1, 5), struck_on=date(2025, 1, 6), struck_for="重复录入")
    assert count("inspections.held") == 0


def test_the_least_month_counts_also_where_it_has_none(bureau):
    for month in range(1, 12):
        inspect(bureau, date(2025, month, 5))
    assert count("inspections.routine_monthly") == 0
    assert count("inspections.routine_monthly", Scope("990101", 2025, until=date(2025, 11, 30))) == 1


def test_a_frozen_figure_shows_what_changed_after_it(bureau):
    penalty(bureau, warned=True)
    freeze("990101", 2025, by=bureau.head, on=date(2026, 1, 31))
    kept = frozen("990101", 2025)["penalty.decided"]
    assert (kept.value, kept.cut_off) == (1, date(2025, 12, 31))
    assert [entry.number for entry in entries("figures/990101/2025")] == [kept.entry]
    assert differences("990101", 2025) == []
    penalty(bureau, fined=True, fine=20000)
    changed = {each.figure: (each.frozen, each.now) for each in differences("990101", 2025)}
    assert changed["penalty.decided"] == (1, 2)
    assert changed["penalty.money"] == (0, 2)
    assert "penalty.class.warned" not in changed


def test_what_was_frozen_in_the_middle_of_a_year_is_compared_over_the_same_days(bureau):
    penalty(bureau, date(2025, 3, 1), warned=True)
    freeze("990101", 2025, by=bureau.head, on=date(2025, 6, 30))
    penalty(bureau, date(2025, 8, 1), warned=True)
    assert differences("990101", 2025) == []


def test_the_year_before_is_the_frozen_one_where_the_year_is_whole(bureau):
    penalty(bureau, date(2024, 3, 1), warned=True)
    freeze("990101", 2024, by=bureau.head, on=date(2025, 1, 31))
    penalty(bureau, date(2024, 9, 1), warned=True)
    assert last_year(scope("990101", 2025), ["penalty.decided"]) == {"penalty.decided": 1}
    blind = scope("990101", 2025, reach=Reach(0))
    assert last_year(blind, ["penalty.decided"]) == {"penalty.decided": 0}
    part = scope("990101", 2025, until=date(2025, 10, 1))
    assert last_year(part, ["penalty.decided"]) == {"penalty.decided": 2}
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)
