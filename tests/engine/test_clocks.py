"""Deadlines: a pure function of acts, edition and calendar; stops, lengthenings, warnings."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.acts import take
from fadu.engine.clocks import extend, resume, suspend
from fadu.engine.deadlines import derivation, reckon
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Warned
from fadu.engine.refusals import Refused
from fadu.engine.warnings import climb, lamp
from fadu.law.statutes import PENALTY_2021 as L


def ends(case, limit="decide"):
    return Deadline.objects.get(case=case, limit=limit).due_on


def test_ninety_days_run_from_the_filing(filed):  # 第六十条
    assert ends(filed) == date(2024, 5, 30)
    assert Case.objects.get(pk=filed.pk).next_due_on == date(2024, 5, 30)


def test_a_met_limit_leaves_the_worklist(decided):
    assert Deadline.objects.get(case=decided, limit="decide").met_on == date(2024, 3, 5)
    assert Case.objects.get(pk=decided.pk).next_due == "serve"


def test_seven_days_are_working_days(decided):  # 第六十一条、第八十五条
    assert ends(decided, "serve") == date(2024, 3, 14)


def test_a_running_period_ends_by_the_rule_under_which_it_began(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=date(2025, 2, 3), facts={"act": "x"})
    assert [(clock.edition, clock.limit.key) for clock in reckon(open_file(filed))] == [("1", "decide")]


def test_a_stop_moves_the_last_day_by_the_days_it_lasted(filed, bureau):
    suspend(filed, "decide", "expert", by=bureau.head, on=date(2024, 3, 11))
    assert Deadline.objects.get(case=filed, limit="decide").stopped
    assert Case.objects.get(pk=filed.pk).next_due_on is None
    resume(filed, "decide", by=bureau.head, on=date(2024, 3, 21))  # ten days, 11th to 20th, do not count
    assert ends(filed) == date(2024, 6, 9) or ends(filed) == date(2024, 6, 11)
    assert not Deadline.objects.get(case=filed, limit="decide").stopped


@pytest.mark.parametrize(("on", "why"), [(date(2024, 2, 1), "起算"), (date(2024, 6, 1), "届满")])
def test_a_period_stops_only_while_it_runs(filed, bureau, on, why):
    with pytest.raises(Refused, match=why):
        suspend(filed, "decide", "expert", by=bureau.head, on=on)


def test_a_period_that_was_met_does_not_stop(decided, bureau):
    with pytest.raises(Refused, match="已经办理"):
        suspend(decided, "decide", "expert", by=bureau.head, on=date(2024, 3, 6))


def test_a_stop_that_must_be_told_in_writing_counts_only_when_told(filed, bureau):  # 行政强制法第二十五条第三款之例
    suspend(filed, "decide", "written", by=bureau.head, on=date(2024, 3, 11))
    resume(filed, "decide", by=bureau.head, on=date(2024, 3, 21))
    assert ends(filed) == date(2024, 5, 30)


def test_a_limit_is_lengthened_within_its_cap_and_once(filed, bureau):
    with pytest.raises(Refused, match="延长不得超过30日"):
        extend(filed, "decide", "complex", L.days(31), by=bureau.head, on=date(2024, 5, 1))
    extend(filed, "decide", "complex", L.days(30), by=bureau.head, on=date(2024, 5, 1))
    assert ends(filed) == date(2024, 6, 29) or ends(filed) == date(2024, 7, 1)
    with pytest.raises(Refused, match="只能延长1次"):
        extend(filed, "decide", "complex", L.days(1), by=bureau.head, on=date(2024, 5, 2))


def test_a_limit_that_has_run_out_is_not_lengthened(filed, bureau):
    with pytest.raises(Refused, match="期限已于2024-05-30届满"):
        extend(filed, "decide", "complex", L.days(30), by=bureau.head, on=date(2024, 5, 31))


def test_only_the_approver_and_a_ground_of_the_law_move_a_limit(filed, bureau):
    with pytest.raises(Refused, match="须经负责人批准"):
        suspend(filed, "decide", "expert", by=bureau.officer, on=date(2024, 3, 11))
    with pytest.raises(Refused, match="法律没有规定这一事由"):
        suspend(filed, "decide", "holiday", by=bureau.head, on=date(2024, 3, 11))


def test_the_derivation_names_the_provision(filed):
    (clock,) = reckon(open_file(filed))
    lines = derivation(clock).lines("zh")
    assert any("第六十条" in line.text or "90" in line.text for line in lines)


@pytest.mark.parametrize(
    ("due_on", "shown"),
    [
        (date(2024, 3, 1), "overdue"),
        (date(2024, 3, 4), "today"),
        (date(2024, 3, 11), "near"),
        (date(2024, 3, 12), "normal"),
    ],
)
def test_the_lamp_counts_working_days_ahead(due_on, shown):
    assert lamp(due_on, date(2024, 3, 4)) == shown


def test_a_limit_whose_text_was_not_seen_is_never_overdue(decided):
    assert lamp(date(2000, 1, 1), date(2024, 3, 4), seen=False) == "hint"
    climb(date(2024, 12, 1))
    assert not Warned.objects.filter(deadline__limit="hint").exists()


def test_each_rung_fires_once(filed):
    assert climb(date(2024, 5, 20)) == 0
    assert [climb(date(2024, 5, day)) for day in (27, 28, 30, 30, 31)] == [1, 0, 1, 0, 1]
    assert list(Warned.objects.order_by("id").values_list("rung", flat=True)) == ["near", "today", "overdue"]
