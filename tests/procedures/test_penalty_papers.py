"""Every paper of a penalty can be made from the real case, at any point of it, and its number has no gaps."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.documents.papers import Inventory, Letter, Minutes, Report, Sheet
from fadu.engine.papers import compose, issue, preview
from fadu.engine.refusals import Refused
from fadu.procedures.penalty_ordinary import PENALTY_ORDINARY
from fadu.procedures.penalty_summary import PENALTY_SUMMARY
from tests.procedures.penalty_cases import Story, decided, ready, served, told

pytestmark = pytest.mark.django_db

DAY = date(2024, 6, 3)
PAPERS = (Letter, Sheet, Minutes, Inventory, Report)


def kinds(procedure) -> list[str]:
    return [paper.key for step in procedure.steps for paper in step.yields]


@pytest.mark.parametrize("stage", [ready, told, decided, served])
def test_every_paper_composes_from_the_case_as_it_stands(farm, stage):
    story = stage(farm)
    for kind in kinds(PENALTY_ORDINARY):
        assert isinstance(preview(story.case, kind, DAY), PAPERS), kind


def test_every_paper_of_the_summary_procedure_composes(farm):
    story = Story(farm, DAY, "penalty_summary")
    for kind in kinds(PENALTY_SUMMARY):
        assert isinstance(preview(story.case, kind, DAY), PAPERS), kind


def test_decisions_are_numbered_one_after_another(farm):
    papers = [issue(served(farm).case, "penalty_decision", by=farm.officer, on=DAY) for _ in range(3)]
    assert [paper.number for paper in papers] == [f"测农罚决〔2024〕{n}号" for n in (1, 2, 3)]
    assert isinstance(compose(papers[0]), Letter)


def test_a_paper_of_another_outcome_is_not_issued(farm):  # 第五十七条第一款
    story = served(farm)
    for kind in ("no_penalty_decision", "referral_letter", "hearing_right_notice"):
        with pytest.raises(Refused, match="本案情形不适用这份文书"):
            issue(story.case, kind, by=farm.officer, on=DAY)
