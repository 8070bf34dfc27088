"""矛盾纠纷排查: a round is counted, and a dispute found on it is mediated on the committee's own initiative."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.acts import Comer
from fadu.figures.catalogue import records, scope
from fadu.figures.count import value
from fadu.figures.mediation import CAME, FORESTALLED, SCREENINGS
from fadu.journals.entry import JournalRefused, enter_many, strike
from fadu.journals.models import Finding, Screening
from fadu.journals.screenings import bring
from fadu.organs.models import Organ
from fadu.procedures.models import Mediation

NOW = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.django_db
def test_a_round_counts_and_brings_a_dispute_to_mediation(bureau):
    organ = Organ.objects.create(name="示例村人民调解委员会", region=bureau.region, domain="justice", kind="mediation")
    mediator = bureau.person("mediator", "郑调解", "mediator", organ=organ)
    rounds = enter_many(
        [
            Screening(organ=organ, on=date(2024, 3, day), kind="general", place=f"{day}组", prevented=1)
            for day in (1, 2)
        ],
        by=mediator,
    )
    both = [Comer("张测试"), Comer("李示例")]
    told = {"title": "邻里纠纷", "parties": both, "dispute": "排水", "by": mediator, "now": NOW}
    case = bring(rounds[0], on=date(2024, 3, 2), **told)
    assert Mediation.objects.get(case=case).initiated_on == date(2024, 3, 2)
    assert Finding.objects.get(case=case).screening == rounds[0]
    strike(rounds[1], on=date(2024, 3, 3), reason="重复", by=mediator)
    with pytest.raises(JournalRefused):
        bring(rounds[1], on=date(2024, 3, 3), **told)
    year = scope("990101", 2024)
    assert [value(each, year) for each in (SCREENINGS, FORESTALLED, CAME[1])] == [1, 1, 0]  # not registered yet
    assert value(SCREENINGS, scope("990101", 2025, since=date(2024, 1, 1))) == 1  # “2024年以来”
    assert records("screenings.held", "990101", 2025, since=date(2024, 1, 1)).count() == 1
