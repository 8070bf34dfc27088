"""The way a case still has to go: what is needed before closing, and nothing that the law merely permits."""

from __future__ import annotations

import pytest
from django.db.models import F, Q

from fadu.desk.paths import may_hold, way
from fadu.engine.acts import take
from fadu.engine.file import open_file
from fadu.procedures.models import OrdinaryPenalty


def needed(case):
    file = open_file(case)
    return way(file, file.edition(case.opened_on))


def test_before_anything_is_known_every_step_that_may_be_needed_is_on_the_way(case):
    # 审核 and 集体讨论 turn on whether the case is grave, which 调查 will settle.
    assert needed(case) == {"filing", "inquiry", "review", "panel", "decision", "closing"}


def test_what_turned_out_not_to_be_needed_leaves_the_way(inquired):
    assert needed(inquired) == {"decision", "closing"}


def test_what_turned_out_to_be_needed_stays(filed, bureau):
    day = filed.opened_on
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=day, facts={"act": "大案", "grave": True})
    assert needed(filed) == {"review", "panel", "decision", "closing"}


def test_what_is_merely_permitted_is_never_on_the_way(case):
    assert needed(case).isdisjoint({"sampling", "late", "court"})


def test_a_closed_case_has_no_way_to_go(inquired, bureau):
    day = inquired.opened_on
    take(inquired, "decision", by=[bureau.head], on=day, outcome="stopped")
    take(inquired, "closing", by=[bureau.head], on=day)
    inquired.refresh_from_db()
    assert needed(inquired) == set()


@pytest.mark.parametrize(
    ("condition", "unknown", "answer"),
    [
        (Q(grave=True), set(), False),
        (Q(grave=True), {"grave"}, None),
        (Q(grave=True) | Q(market=False), {"grave"}, True),
        (Q(grave=True) & Q(market=True), {"grave"}, False),
        (~Q(grave=True), {"grave"}, None),
        (~(Q(grave=True) & Q(market=True)), {"grave"}, True),
        (Q(filed_on__lte=F("decided_on")), {"decided_on"}, None),
        (Q(), {"grave"}, True),
    ],
)
def test_a_condition_over_facts_to_come_is_open_unless_the_rest_settles_it(condition, unknown, answer):
    assert may_hold(condition, OrdinaryPenalty(), unknown) is answer
