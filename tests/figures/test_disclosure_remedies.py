"""表四: reconsiderations and suits about disclosure, by result, each once, each leading to its cases."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.models import Case, Link
from fadu.figures.catalogue import records, scope
from fadu.figures.disclosure_remedies import rows
from fadu.procedures.models import LitigationResponse, Reconsideration

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 6)


@pytest.fixture
def case(bureau):
    """Makes a bare case of a procedure."""

    def make(procedure: str) -> Case:
        number = Case.objects.count() + 1
        return Case.objects.create(
            number=f"案{number}", procedure=procedure, title="案由", organ=bureau.organ, region=bureau.region,
            domain="market", opened_on=date(2026, 1, 5),
        )  # fmt: skip

    return make


def printed(year: int = 2026) -> dict[str, list[int]]:
    found = rows(scope("990101", year))
    for _group, cells, total in found:
        assert total == sum(cell.value for cell in cells)
        for cell in cells:
            assert records(cell.figure, "990101", year).count() == cell.value
    return {group.key: [cell.value for cell in cells] for group, cells, _total in found}


def test_reconsiderations_of_answers_are_counted_by_result_and_what_is_open_apart(case):  # 第五十条第一款第（三）项
    def reconsidered(**facts):
        Reconsideration(case=case("reconsideration"), kind="disclosure", accepted_on=date(2026, 2, 3), **facts).save()

    reconsidered(decided_on=DAY, decision="upheld", ground="sound")
    reconsidered(decided_on=DAY, decision="revoked", ground="procedure")
    reconsidered(terminated_on=DAY, termination_ground="withdrawn")
    reconsidered()
    Reconsideration(case=case("reconsideration"), kind="penalty", accepted_on=DAY).save()
    assert printed()["reviewed"] == [1, 1, 1, 1]
    assert printed(2025)["reviewed"] == [0, 0, 0, 0]


def test_suits_are_told_apart_by_whether_reconsideration_came_first(case):
    def sued(result: str, **facts):
        suit = case("litigation_response")
        Link.objects.create(case=suit, other=case("disclosure"), kind="contests")
        LitigationResponse(case=suit, complaint_on=date(2026, 2, 3), result=result, **facts).save()

    sued("dismissed", effective_on=DAY)
    sued("revoked", effective_on=DAY, reviewed=True)
    sued("", reviewed=True)
    LitigationResponse(case=case("litigation_response"), complaint_on=DAY).save()  # about something else
    assert (printed()["sued"], printed()["sued_after_review"]) == ([1, 0, 0, 0], [0, 1, 0, 1])
