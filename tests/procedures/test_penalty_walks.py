"""Random walks: whatever anybody tries, in whatever order, no penalty reaches a state the law forbids.

Two kinds of walker. The state machine tries everything through the engine's real acts on the database; the many walks
ask the engine's own guards of a case in memory. Both are held against ``penalty_oracle``, the law written out by hand.
"""

from __future__ import annotations

import copy
import os
import random
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import models, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from fadu.engine import acts, deliberation, guards
from fadu.engine.acts import open_case, take
from fadu.engine.declare import Outcome, Procedure, Step
from fadu.engine.deliberation import Sitting, Speech
from fadu.engine.file import CaseFile, open_file
from fadu.engine.models import Case, Record, Taken
from fadu.engine.refusals import Refused
from fadu.organs.models import Certificate, Person
from fadu.organs.standing import Standing
from fadu.procedures.penalty_2017 import PENALTY_ORDINARY_2017, PENALTY_SUMMARY_2017
from fadu.procedures.penalty_ordinary import PENALTY_ORDINARY
from fadu.procedures.penalty_record import KINDS, PROPOSED
from fadu.procedures.penalty_summary import PENALTY_SUMMARY
from tests.procedures.penalty_oracle import Act, Log, breaches, old_breaches, summary_breaches

START = date(2024, 1, 10)
NOW = datetime(2030, 1, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
WALKS = int(os.environ.get("FADU_WALKS", "300"))
# What ends a case early is tried seldom, what leads far often: otherwise few walks get anywhere.
SHORT = {"not_filing", "discontinuation", "to_ordinary", "closing", "hearing_waiver", "hearing_end", "decision"}
AMOUNTS = (20, 50, 100, 200, 1000, 3000, 5000, 5000, 8000)
PAUSES = (0, 0, 0, 1, 2, 5, 7, 9, 12, 16, 30, 95, 190)
STAFF = {
    "officer": ("officer",), "second": ("officer",), "third": ("officer",), "lapsed": ("officer",),
    "head": ("head", "principal"), "deputy": ("head",), "reviewer": ("reviewer",), "presider": ("presider",),
    "both": ("officer", "reviewer", "presider"), "clerk": ("clerk",),
}  # fmt: skip
VALID = {"officer": date(2031, 1, 1), "second": date(2031, 1, 1), "third": date(2031, 1, 1), "both": date(2031, 1, 1),
         "lapsed": date(2024, 3, 1)}  # fmt: skip
HEADS = {"head", "deputy"}
SELDOM = {
    "under_fourteen", "incapable", "fined_before", "fined_in_crime", "surveilled", "market", "other_bar", "sued",
    "hearing_closed", "emergency",
}  # fmt: skip


def value(column: Any, on: date, dice: random.Random, *, needed: bool) -> Any:
    """A value somebody might enter, right or wrong."""
    name = column.name
    if isinstance(column, models.BooleanField):
        return dice.random() < (0.93 if needed else 0.07 if name in SELDOM else 0.4)
    if isinstance(column, models.DecimalField):
        return Decimal(dice.choice(AMOUNTS))
    if isinstance(column, models.DateTimeField):
        return datetime(on.year, on.month, on.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    if isinstance(column, models.DateField):
        if name in {"committed_on", "ended_on"}:
            return on - timedelta(dice.choice([10, 10, 10, 300, 300, 729, 733, 1900]))
        return on + timedelta(dice.choice([0, 0, 3, 8, 40]))
    if column.choices:
        keys = [key for key, _ in column.choices]
        return dice.choice([*keys, *["punished"] * 12]) if name == "suggested" else dice.choice(keys)
    return dice.choice([1, 2, 3]) if isinstance(column, models.PositiveIntegerField) else "示例"


def form(record: Record, step: Step, outcome: Outcome | None, on: date, dice: random.Random) -> dict[str, Any]:
    """A filled-in form: what is needed nearly always, what is asked now and then."""
    needs = [*step.needs, *(outcome.needs if outcome else ())]
    asks = [name for name in (*step.asks, *(outcome.asks if outcome else ())) if name not in needs]
    facts = {name: value(record._meta.get_field(name), on, dice, needed=True) for name in needs if dice.random() < 0.97}
    facts |= {
        name: value(record._meta.get_field(name), on, dice, needed=False) for name in asks if dice.random() < 0.25
    }
    if step.key == "notice" or (step.key == "telling" and "proposed_fine" in asks):
        facts["proposed_fined"], facts["proposed_fine"] = True, dice.choice([Decimal(n) for n in AMOUNTS])
        if "large_fine" in asks:
            facts["large_fine"] = dice.random() < 0.4
    if step.key == "decision" and (outcome is None or outcome.key == "punished"):
        facts["surcharge_stated"] = dice.random() < 0.7
        if dice.random() < 0.7:  # mostly what was proposed
            offered = {*step.asks, *(outcome.asks if outcome else ())}
            facts |= {kind: getattr(record, PROPOSED[kind]) for kind in KINDS if kind in offered}
            facts |= {name: getattr(record, f"proposed_{name}") for name in ("fine", "income") if name in offered}
    return facts


def weight(step: Step) -> float:
    """How often a step is tried."""
    return 0.2 if step.key in SHORT else 6 if step.strand == "hearing" else 2 if step.strand else 1


def hands(step: Step, dice: random.Random) -> list[str]:
    """Who comes to act: mostly those who may."""
    if dice.random() < 0.15:
        return dice.sample(list(STAFF), dice.choice([1, 2]))
    able = [name for name, posts in STAFF.items() if set(posts) & set(step.by.posts)]
    steady = [name for name in ("officer", "second", "clerk", "head", "reviewer", "presider") if name in able]
    pool = able if dice.random() < 0.3 else steady
    return dice.sample(pool, min(len(pool), 2 if step.by.at_least == 2 else 1))


class World:
    """One case being walked. ``attempt`` is the engine's answer; the log is what went through."""

    def __init__(self, procedure: Procedure = PENALTY_ORDINARY, start: date = START) -> None:
        self.procedure = procedure
        self.on = start
        self.log = Log(())

    def file(self) -> CaseFile:
        raise NotImplementedError

    def attempt(self, step: Step, by: list[str], outcome: str, facts: dict[str, Any]) -> bool:
        raise NotImplementedError

    def go(self, dice: random.Random, *, reckless: bool) -> None:
        file = self.file()
        steps = list(self.procedure.steps)
        if not reckless:
            steps = [step for step in steps if not list(guards.standing_refusals(file, step, self.on))]
            fresh = [step for step in steps if not file.done(step) and step.key not in {"not_filing", "dispute"}]
            steps = fresh if fresh and dice.random() < 0.8 else steps
        if not steps:
            return
        step = dice.choices(steps, [weight(each) for each in steps])[0]
        weights = [12 if each.key in {"punished", "agreed"} else 1 for each in step.outcomes]
        outcome = dice.choices(step.outcomes, weights)[0] if step.outcomes else None
        facts = form(file.record, step, outcome, self.on, dice)
        by = hands(step, dice)
        if self.attempt(step, by, outcome.key if outcome else "", facts):
            act = Act(step.key, self.on, tuple(by[:2]), outcome.key if outcome else "", facts)
            self.log = Log((*self.log.acts, act))

    def wrong(self) -> list[str]:
        rules = {PENALTY_ORDINARY: breaches, PENALTY_ORDINARY_2017: old_breaches}.get(self.procedure, summary_breaches)
        return list(rules(self.log, VALID, HEADS))


def sitting(people: dict[str, Person], step: Step) -> Sitting | None:
    if step.deliberation is None:
        return None
    speeches = [Speech(people["head"], "agree"), Speech(people["deputy"], "dissent", "过重")]
    return Sitting(people["head"], 2, speeches, "同意")


# --- in memory --------------------------------------------------------------------------------------------------------


class Imagined(World):
    """A case that is in no database: the engine's own filling and guards, asked directly."""

    people = {name: Person(pk=number, username=name, name=name) for number, name in enumerate(STAFF, 1)}

    def __init__(self, procedure: Procedure = PENALTY_ORDINARY, start: date = START) -> None:
        super().__init__(procedure, start)
        case = Case(pk=1, procedure=procedure.key, domain="agriculture", opened_on=start, organ_id=1)
        self.held = CaseFile(case, procedure.record(case=case))

    def file(self) -> CaseFile:
        return self.held

    def attempt(self, step: Step, by: list[str], outcome: str, facts: dict[str, Any]) -> bool:
        file, persons = self.held, [self.people[name] for name in by]
        reasons = list(guards.standing_refusals(file, step, self.on))
        chosen = step.outcome(outcome) if outcome else None
        if reasons:
            return False
        kept, file.record = file.record, copy.copy(file.record)
        try:
            changed = acts._fill(file.record, step, chosen, facts, self.on, None)
        except Refused:
            file.record = kept
            return False
        held = sitting(self.people, step)
        at = {person.pk: self._standing(person) for person in self.people.values()}
        reasons = [
            *guards.form_refusals(file, step, chosen, changed),
            *deliberation.missing(step, held),
            *guards.actor_refusals(file, step, persons, None, at),
        ]
        if reasons:
            file.record = kept
            return False
        acts.stage(file.record, dict.fromkeys(step.clears), step.name)
        first, second = persons[0].pk, persons[1].pk if len(persons) > 1 else None
        file.taken.append(Taken(step=step.key, on=self.on, by_id=first, second_id=second, outcome=outcome))
        file.case.closed_on = self.on if step.closes else None
        return True

    def _standing(self, person: Person) -> Standing:
        valid = VALID.get(person.username, date.min) >= self.on
        domains = frozenset({"agriculture"}) if valid else frozenset()
        return Standing(person.pk, 1, self.on, frozenset(STAFF[person.username]), {}, domains)


def walk(seed: int, procedure: Procedure = PENALTY_ORDINARY) -> Imagined:
    """One life of one case."""
    dice = random.Random(seed)  # noqa: S311
    old = procedure.edition == "2017"
    world = Imagined(procedure, date(2018, 3, 1) if old else START)
    for _ in range(dice.choice([25, 50, 90])):
        if dice.random() < 0.35:
            world.on += timedelta(dice.choice(PAUSES))
        if old and world.on > date(2021, 7, 14):  # under the newer text the case goes on by its rules
            break
        world.go(dice, reckless=dice.random() < 0.2)
    return world


EVERYWHERE = {
    PENALTY_ORDINARY: {
        "decision", "punished", "minor", "hearing", "review", "agreed", "refused", "deliberation", "service", "payment",
        "deferral_request", "demand", "performance", "closing", "waiver", "silence",
        "preservation_disposal",
    },
    PENALTY_ORDINARY_2017: {"decision", "punished", "review", "agreed", "service", "payment", "demand", "closing"},
    PENALTY_SUMMARY: {"decision", "service", "collection", "payment", "closing", "to_ordinary", "waiver"},
    PENALTY_SUMMARY_2017: {"decision", "service", "collection", "payment", "closing", "to_ordinary", "waiver"},
}  # fmt: skip


@pytest.mark.parametrize("procedure", EVERYWHERE, ids=lambda each: f"{each.key}-{each.edition}")
def test_no_walk_reaches_a_state_the_law_forbids(procedure):
    """Many short lives of one case; FADU_WALKS sets how many."""
    reached: set[str] = set()
    for seed in range(WALKS):
        world = walk(seed, procedure)
        assert world.wrong() == [], (seed, world.log.acts)
        reached |= {act.step for act in world.log.acts} | {act.outcome for act in world.log.acts}
    # A walk that gets nowhere proves nothing: together they go everywhere.
    assert reached >= EVERYWHERE[procedure]


@pytest.mark.parametrize("rule", ["forbidden", "waits", "lapses", "actor_refusals"])
def test_without_a_rule_of_the_engine_the_walks_find_the_breach(monkeypatch, rule):
    monkeypatch.setattr(guards, rule, lambda *_: iter(()))
    assert any(walk(seed).wrong() for seed in range(300))


# --- on the database --------------------------------------------------------------------------------------------------


class Real(World):
    """A case in the database, moved by ``take`` alone."""

    def __init__(self, bureau: Any, people: dict[str, Person]) -> None:
        super().__init__()
        self.people = people
        self.case = open_case(
            "penalty_ordinary", organ=bureau.organ, title="游走", by=people["officer"], on=START, now=NOW,
        )  # fmt: skip

    def file(self) -> CaseFile:
        return open_file(self.case.pk)

    def attempt(self, step: Step, by: list[str], outcome: str, facts: dict[str, Any]) -> bool:
        try:
            take(
                self.case.pk, step.key, by=[self.people[name] for name in by], on=self.on, outcome=outcome, facts=facts,
                sitting=sitting(self.people, step), now=NOW,
            )  # fmt: skip
        except Refused:
            return False
        return True


@pytest.fixture
def people(farm) -> dict[str, Person]:
    everybody = {name: getattr(farm, name) for name in STAFF if hasattr(farm, name)}
    everybody["lapsed"] = farm.person("lapsed", "郑过期", "officer", certified=True)
    everybody["both"] = farm.person("both", "冯两任", "officer", "reviewer", "presider", certified=True)
    Certificate.objects.filter(person=everybody["lapsed"]).update(valid_until=VALID["lapsed"])
    return everybody


@pytest.mark.django_db
def test_the_engine_lets_no_act_break_the_law(farm, people):
    class Walk(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.undo = transaction.atomic()
            self.undo.__enter__()
            self.world = Real(farm, people)

        @rule(days=st.sampled_from(PAUSES))
        def wait(self, days: int) -> None:
            self.world.on += timedelta(days)

        @rule(dice=st.randoms(use_true_random=False))
        def go_on(self, dice: random.Random) -> None:
            self.world.go(dice, reckless=False)

        @rule(dice=st.randoms(use_true_random=False))
        def and_on(self, dice: random.Random) -> None:
            self.world.go(dice, reckless=False)

        @rule(dice=st.randoms(use_true_random=False))
        def try_anything(self, dice: random.Random) -> None:
            self.world.go(dice, reckless=True)

        @invariant()
        def no_state_the_law_forbids(self) -> None:
            assert self.world.wrong() == []

        @invariant()
        def the_table_agrees_with_the_log(self) -> None:
            taken = Taken.objects.filter(case=self.world.case).order_by("seq").values_list("step", flat=True)
            assert list(taken) == [act.step for act in self.world.log.acts]

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
