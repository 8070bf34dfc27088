"""台账: a row is entered with its ledger entry, and struck out with a reason instead of being changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fadu.journals.entry import JournalRefused, enter, enter_many, strike
from fadu.journals.examinations import hold
from fadu.journals.models import Action, Candidate, Examination, Inspection
from fadu.ledger.book import entries

pytestmark = pytest.mark.django_db
DAY = date(2025, 4, 1)


def inspection(bureau, subject="甲店"):
    return Inspection(organ=bureau.organ, on=DAY, domain="market", kind="routine", subject=subject)


def test_a_row_is_entered_with_its_ledger_entry(bureau):
    row = enter(inspection(bureau), by=bureau.officer)
    (entry,) = entries(row.stream)
    assert (entry.act, entry.actor, entry.on) == ("enter", "officer", DAY)


def test_what_must_be_filled_is_said_by_its_label(bureau):
    with pytest.raises(JournalRefused, match="检查对象"):
        enter_many([inspection(bureau), inspection(bureau, "")], by=bureau.officer)
    assert not Inspection.objects.exists()


def test_a_unit_no_longer_active_enters_nothing(bureau):
    bureau.organ.active = False
    with pytest.raises(JournalRefused, match="停用"):
        enter(inspection(bureau), by=bureau.officer)


def test_a_row_struck_out_stays_and_is_no_longer_counted(bureau):
    row = enter(inspection(bureau), by=bureau.officer)
    with pytest.raises(JournalRefused, match="理由"):
        strike(row, on=DAY, reason=" ", by=bureau.officer)
    strike(row, on=DAY, reason="重复录入", by=bureau.officer)
    assert Inspection.objects.count() == 1
    assert Inspection.objects.counted().count() == 0
    assert [each.act for each in entries(row.stream)] == ["enter", "strike"]
    with pytest.raises(JournalRefused, match="已于"):
        strike(row, on=DAY, reason="再次", by=bureau.officer)


def test_a_joint_action_names_who_took_part(bureau):
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.create(organ=bureau.organ, on=DAY, domain="market", kind="joint", title="联合行动")
    joint = Action(
        organ=bureau.organ, on=DAY, domain="market", kind="joint", title="联合行动", with_organs="测试县公安局"
    )
    assert enter(joint, by=bureau.officer).pk


def test_an_examination_is_entered_with_its_candidates(bureau):
    held = Examination(organ=bureau.organ, on=DAY, title="资格考试")
    with pytest.raises(JournalRefused, match="应试人员"):
        hold(held, [], by=bureau.clerk)
    hold(held, [Candidate(name="张测试", organ=bureau.organ, passed=True)], by=bureau.clerk)
    assert held.candidates.filter(passed=True).count() == 1
    assert [each.act for each in entries(held.stream)] == ["enter", "candidates"]
    assert "张测试" not in str([each.content for each in entries(held.stream)])


def test_many_rows_cost_few_questions(bureau, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        enter_many([inspection(bureau, f"店{place}") for place in range(200)], by=bureau.officer)
