"""A walk through a procedure in memory: any step, tried with any facts; what the engine lets pass is logged."""

from __future__ import annotations

import copy
import random
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import models
from django.utils import timezone

from fadu.engine import acts, guards
from fadu.engine.declare import Procedure, Step
from fadu.engine.file import CaseFile
from fadu.engine.models import Case, Taken
from fadu.engine.refusals import Refused
from fadu.organs.models import Person
from fadu.organs.standing import Standing


class Walk:
    """One life of one case that is in no database: the engine's own filling and guards, asked directly.

    ``staff`` are names with their posts; ``choices`` the values a column is tried with (else what its kind suggests).
    """

    def __init__(
        self, procedure: Procedure, on: date, staff: Mapping[str, set[str]], choices: Mapping[str, list[Any]]
    ) -> None:
        self.procedure, self.on, self.choices = procedure, on, choices
        self.people = [Person(pk=number, username=name, name=name) for number, name in enumerate(staff, 1)]
        self.posts = {each.pk: frozenset(staff[each.name]) for each in self.people}
        case = Case(pk=1, procedure=procedure.key, domain="justice", opened_on=on, organ_id=1)
        self.file = CaseFile(case, procedure.record(case=case))
        self.log: list[tuple[str, date]] = []

    @property
    def record(self) -> Any:
        return self.file.record

    def go(self, dice: random.Random) -> str:
        """Try one step; its key if it was let pass, else nothing. What stands in the way already is not tried twice."""
        open_now = [
            each for each in self.procedure.steps if not list(guards.standing_refusals(self.file, each, self.on))
        ]
        if not open_now:
            return ""
        step = dice.choice(open_now)
        chosen = dice.choice(step.outcomes) if step.outcomes else None
        wanted = {*step.asks, *step.needs, *((*chosen.asks, *chosen.needs) if chosen else ())} - {step.dated}
        facts = {name: self._value(name, dice) for name in sorted(wanted) if name in step.needs or dice.random() < 0.7}
        kept, self.file.record = self.file.record, copy.copy(self.file.record)
        try:
            changed = acts._fill(self.file.record, step, chosen, facts, self.on, None)
            reasons = list(guards.form_refusals(self.file, step, chosen, changed))
            at = {pk: Standing(pk, 1, self.on, posts, {}, frozenset({"general"})) for pk, posts in self.posts.items()}
            by = [each for each in self.people if self.posts[each.pk] & set(step.by.posts)][: step.by.at_least]
            reasons += guards.actor_refusals(self.file, step, by, None, at)
        except Refused as refused:
            reasons = list(refused.refusals)
        if reasons:
            self.file.record = kept
            return ""
        acts.stage(self.file.record, dict.fromkeys(step.clears), step.name)
        self._note(step, by[0].pk, chosen.key if chosen else "")
        return step.key

    def _note(self, step: Step, by: int, outcome: str) -> None:
        self.file.taken.append(Taken(step=step.key, on=self.on, by_id=by, outcome=outcome))
        self.file.case.closed_on = self.on if step.closes else None
        self.log.append((step.key, self.on))

    def _value(self, name: str, dice: random.Random) -> Any:
        if name in self.choices:
            return dice.choice(self.choices[name])
        column = self.record._meta.get_field(name)
        if isinstance(column, models.BooleanField):
            return dice.random() < 0.7
        if isinstance(column, models.DateTimeField):
            return datetime.combine(self.on, time(9), timezone.get_current_timezone())
        if isinstance(column, models.DateField):
            return self.on
        if column.choices:
            return dice.choice([key for key, _label in column.choices])
        if isinstance(column, models.DecimalField | models.IntegerField):
            return dice.choice([None, 1, 100])
        return dice.choice(["", "测试", "测试"])
