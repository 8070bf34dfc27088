"""Walks through the procedures that have no oracle of their own: what any law asks of any course of steps."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.procedures.editions import EDITIONS
from tests.procedures.walking import Walk

WALKED = {  # by an oracle in a file of their own
    "penalty_summary", "penalty_ordinary", "coercive_measure", "crime_referral", "disclosure", "mediation", "petition",
    "reconsideration", "litigation_response", "legal_aid",
}  # fmt: skip
REST = [each for each in EDITIONS if each.key not in WALKED]
POSTS = {
    "officer", "clerk", "head", "principal", "reviewer", "presider", "mediator", "office_head", "examiner", "inspector",
}  # fmt: skip
STAFF = {f"{post}{number}": {post} for post in sorted(POSTS) for number in (1, 2, 3)}


def first_day(procedure) -> date:
    """A working day well within the edition's force."""
    since, until = procedure.in_force
    late = min(until or date(2026, 11, 2), date(2026, 11, 2))
    return max(since + timedelta(days=7), late - timedelta(days=200))


@pytest.mark.parametrize("procedure", REST, ids=lambda each: f"{each.key}-{each.edition}")
def test_no_walk_reaches_a_state_the_declaration_forbids(procedure):
    steps = {each.key: each for each in procedure.steps}
    ended = 0
    for seed in range(120):
        dice = random.Random(seed)  # noqa: S311  a walk, not a secret
        walk = Walk(procedure, first_day(procedure), STAFF, {})
        for _attempt in range(50):
            before = [key for key, _on in walk.log]
            required = {each.key for each in procedure.steps if holds(each.required, walk.record)}
            taken = walk.go(dice)
            if taken:
                step, record = steps[taken], walk.record
                missing = {each.key for each in step.after} & required - set(before)
                assert not missing, f"{taken} before {missing}"
                assert not {each.key for each in step.before} & set(before), f"{taken} came too late"
                assert step.repeats or taken not in before, f"{taken} twice"
                empty = [name for name in step.needs if getattr(record, name) in (None, "", False)]
                assert not empty, f"{taken} without {empty}"
                for constraint in record._meta.constraints:
                    if isinstance(constraint, Never):
                        assert not holds(constraint.forbids, record), constraint.name
            if walk.file.case.closed_on:
                ended += 1
                assert not walk.go(dice), "a step after the end"
                break
            walk.on += timedelta(days=dice.choice([0, 0, 1, 2, 7, 20]))
    assert ended, "no walk came to the end"


def test_every_procedure_is_walked():
    assert {each.key for each in EDITIONS} == WALKED | {each.key for each in REST}
    assert {each.key for each in REST} >= {"work_order", "complaint", "petition_review", "service_rating"}
