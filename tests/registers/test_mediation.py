"""人民调解组织和人民调解员名册: composed as article 8 asks, renewed every three years, true at a date."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.ledger.book import entries
from fadu.organs.models import Organ
from fadu.registers.mediation import (
    Capacity,
    MediationKind,
    MediationOrganisation,
    MediationRefused,
    Mediator,
    discharge,
    dissolve,
    elect,
    engage,
    establish,
    tell_court,
)

pytestmark = pytest.mark.django_db
SINCE = date(2021, 1, 1)


def people(members: int, *, chairs: int = 1, woman: bool = True) -> list[Mediator]:
    return [
        Mediator(
            name=f"调解员{place}", since=SINCE, woman=woman and place == members - 1,
            capacity=Capacity.CHAIR if place < chairs else Capacity.MEMBER,
        )
        for place in range(members)
    ]  # fmt: skip


@pytest.fixture
def committee(bureau):
    def made(kind=MediationKind.VILLAGE, name="示例村人民调解委员会"):
        organ = Organ.objects.create(name=name, region=bureau.region, domain="justice", kind="mediation")
        return MediationOrganisation(organ=organ, kind=kind, since=SINCE)

    return made


@pytest.mark.parametrize(
    ("kind", "members", "chairs", "woman", "article"),
    [
        ("village", 2, 1, True, "第八条第二款"),
        ("village", 3, 1, True, ""),
        ("village", 9, 1, True, ""),
        ("enterprise", 10, 1, True, "第八条第二款"),
        ("residents", 5, 0, True, "第八条第二款"),
        ("residents", 5, 2, True, "第八条第二款"),
        ("village", 5, 1, False, "第八条第三款"),
        ("trade", 12, 0, False, ""),  # 第三十四条 “参照”
    ],
)
def test_a_committee_is_composed_as_the_law_asks(committee, bureau, kind, members, chairs, woman, article):
    wanted = committee(kind)
    if not article:
        assert establish(wanted, people(members, chairs=chairs, woman=woman), by=bureau.clerk).mediators.count()
        return
    with pytest.raises(MediationRefused, match=article):
        establish(wanted, people(members, chairs=chairs, woman=woman), by=bureau.clerk)
    assert not MediationOrganisation.objects.exists()


def test_a_register_is_true_at_a_date_and_keeps_what_was(committee, bureau):  # 第九条、第十条、第十三条、第十五条
    held = establish(committee(), people(3), by=bureau.clerk)
    assert held.mediators.first().term_ends == date(2024, 1, 1)  # 每届任期三年
    helper = engage(held, Mediator(name="王聘任", since=date(2022, 1, 1)), by=bureau.clerk)
    assert helper.term_ends is None
    elect(held, people(5), on=date(2024, 1, 1), by=bureau.clerk)
    counts = [Mediator.objects.held_on(on).count() for on in (date(2021, 6, 1), date(2023, 6, 1), date(2024, 6, 1))]
    assert counts == [3, 4, 6]
    with pytest.raises(MediationRefused):
        discharge(helper, on=date(2024, 2, 1), ground=" ", by=bureau.clerk)
    discharge(helper, on=date(2024, 2, 1), ground="本人辞职", by=bureau.clerk)
    tell_court([held], on=date(2024, 2, 2), by=bureau.clerk)
    dissolve(held, on=date(2025, 1, 1), ground="撤村并居", by=bureau.clerk)
    assert not Mediator.objects.held_on(date(2025, 1, 2)).exists()
    done = [entry.act for entry in entries(held.stream)]
    assert done == ["establish", "engage", "elect", "discharge", "tell_court", "dissolve"]
