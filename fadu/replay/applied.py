"""示例县的网上申请和评价: an application waiting to be assigned, matters rated, a bad rating looked into elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone

from fadu.engine.applying import apply
from fadu.engine.models import Case, Grade
from fadu.procedures.rating import rate

if TYPE_CHECKING:
    from fadu.replay.demo import Demo


def show(demo: Demo) -> None:
    """What came in through the portal; after the petitions, of which two are rated."""
    on = demo.ago(1)
    apply(
        "petition",
        organ=demo.organs["market"],
        applicant=replace(demo.citizen(), phone="13800000000"),
        facts={"request": "请求处理商户不退预付款", "grounds": "健身房停业，余额没有退还。"},
        on=on,
        at=_morning(on),
        by=demo.people["citizen"],
    )
    ended = Case.objects.filter(procedure="petition", organ=demo.organs["market"], closed_on__isnull=False)
    for grade, case in zip((Grade.VERY_GOOD, Grade.BAD), ended.order_by("pk"), strict=False):
        party = case.parties.filter(role="party").order_by("pk").first()
        if party is not None:
            words = "答复没有说明依据。" if grade.bad else ""
            rate(case, grade, rater=party, on=demo.today, at=_morning(demo.today), words=words)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=timezone.get_current_timezone())
