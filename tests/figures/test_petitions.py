"""信访、热线和投诉举报的数: each counts by its own day, in the year of that day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.models import Deadline
from fadu.figures.catalogue import find, records, scope
from fadu.figures.count import value
from fadu.figures.models import Frozen
from fadu.procedures.models import Complaint, Petition, WorkOrder
from tests.figures.counted import case

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")


def petition(bureau, received=date(2025, 3, 3), **columns):
    made = case(bureau, "petition", received)
    Petition.objects.create(case=made, received_on=received, **columns)
    return made


def counted(figure, year=2025):
    return value(find(figure), scope("990101", year))


def test_each_is_counted_by_its_own_day(bureau):
    petition(bureau, date(2024, 12, 20), accepted_on=date(2025, 1, 3), concluded_on=date(2025, 2, 1), channel="online")
    petition(bureau, accepted_on=date(2025, 3, 4), channel="visit", visited="county", persons=6)
    assert [counted(f"petitions.{key}") for key in ("received", "accepted", "closed", "closed_online")] == [1, 2, 1, 1]
    assert counted("petitions.closed_share") == 50
    assert counted("petitions.joint_visits") == 1
    assert counted("petitions.received", 2024) == 1
    assert records("petitions.accepted", "990101", 2025).count() == 2


def test_a_change_is_measured_by_last_years_value_as_frozen_or_else_as_counted(bureau):
    for _each in range(14):
        petition(bureau, channel="visit", visited="county")
    assert counted("petitions.visits_county_change") is None  # no year before
    petition(bureau, date(2024, 5, 6), channel="visit", visited="county")
    assert counted("petitions.visits_county_change") == 1300
    Frozen.objects.create(
        figure="petitions.visits_county", region="990101", year=2024, value=25, rule="", cut_off=date(2024, 12, 31),
        frozen_on=date(2025, 1, 5), by=bureau.clerk, entry=1,
    )  # fmt: skip
    assert counted("petitions.visits_county_change") == -44


def test_in_time_is_a_share_of_what_has_a_clock(bureau):
    for met, due in ((date(2025, 4, 1), date(2025, 5, 1)), (date(2025, 5, 3), date(2025, 5, 1))):
        made = petition(bureau, opined_on=met, accepted_on=date(2025, 3, 3))
        Deadline.objects.create(case=made, limit="petition_handling", began_on=date(2025, 3, 3), due_on=due, met_on=met,
                                whose="organ", edition="2022")  # fmt: skip
    petition(bureau, opined_on=date(2025, 4, 1))  # taken over: it has no clock
    assert (counted("petitions.opinions"), counted("petitions.in_time_share")) == (3, 50)


def test_satisfaction_is_a_share_of_those_asked(bureau):
    at = datetime(2025, 3, 3, 9, tzinfo=SHANGHAI)
    for rated in ("satisfied", "fair", "dissatisfied", ""):
        made = case(bureau, "work_order", date(2025, 3, 3))
        WorkOrder.objects.create(case=made, platform="hotline", received_on=date(2025, 3, 3), accepted_at=at,
                                 satisfaction=rated, concluded_on=date(2025, 3, 9) if rated else None)  # fmt: skip
    found = [counted(f"hotline.orders_{key}") for key in ("received", "concluded_share", "satisfied_share")]
    assert [str(each) for each in found] == ["4", "75", "66.7"]
    assert counted("hotline.city_received") == 0


def test_complaints_and_reports_are_told_apart(bureau):
    for nature in ("complaint", "report", "report"):
        made = case(bureau, "complaint", date(2025, 3, 3))
        Complaint.objects.create(case=made, nature=nature, received_on=date(2025, 3, 3),
                                 filing="filed" if nature == "report" else "",
                                 filing_decided_on=date(2025, 3, 9) if nature == "report" else None)  # fmt: skip
    keys = ("received", "reports", "reports_filed", "enforcement")
    assert [counted(f"complaints.{key}") for key in keys] == [1, 2, 2, 0]
