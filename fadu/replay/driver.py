"""Driving a case: its story answers every form, its moves say which step is taken when, its team who takes it.

The forms are those of the declaration: of a step's columns those are filled for which the story has an answer. So one
story serves every edition of a procedure; a move whose step the edition does not know is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from fadu.engine.acts import take
from fadu.engine.conditions import holds
from fadu.engine.declare import Procedure, Step
from fadu.engine.deliberation import Sitting, Speech
from fadu.engine.file import open_file
from fadu.engine.models import Case, Paper, Record, Taken, Way
from fadu.engine.papers import issue
from fadu.engine.publication import publish
from fadu.engine.registry import governing
from fadu.engine.service import serve
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Organ, Person

SHANGHAI = ZoneInfo("Asia/Shanghai")
Answer = Any | Callable[[date], Any]


@dataclass(frozen=True)
class Team:
    """Those who act for an organ."""

    organ: Organ
    officers: Sequence[Person]
    head: Person
    principal: Person
    deputy: Person
    reviewer: Person
    presider: Person
    clerk: Person

    def acting(self, step: Step) -> list[Person]:
        """Who takes ``step``: as many of the role as it asks for."""
        posts = step.by.posts
        if not HANDLING.isdisjoint(posts):
            return list(self.officers[: max(1, step.by.at_least)])
        for post, person in (
            ("office_head", self.head),
            ("head", self.head),
            ("principal", self.principal),
            ("reviewer", self.reviewer),
            ("presider", self.presider),
            ("clerk", self.clerk),
        ):
            if post in posts:
                return [person]
        raise LookupError(f"{step.key}: nobody in the team holds any of {posts}")


@dataclass(frozen=True)
class Move:
    """Take ``step`` so many working days after the move before; ``outcome`` where the step has several.

    ``publish`` names the kind of publication that is made with it.
    """

    step: str
    after: int = 0
    outcome: str = ""
    publish: str = ""


def at_work(on: date, hour: int = 10) -> datetime:
    """A moment in the working hours of ``on``."""
    return datetime.combine(on, time(hour), SHANGHAI)


def drive(
    case: Case,
    moves: Sequence[Move],
    story: Mapping[str, Answer],
    team: Team,
    start: date,
    *,
    until: date | None = None,
    papers: bool = False,
) -> date:
    """Take the moves one after the other from ``start``; returns the day of the last. Moves after ``until`` are left.

    With ``papers`` each step's documents are issued, and served where a step serves one. Raises ``Refused`` as any act
    does.
    """
    calendar = standard_calendar()
    on = start
    for move in moves:
        following = calendar.after(on, move.after) if move.after else on
        if until is not None and following > until:
            break
        rule = governing(case.procedure, following, case.kept_edition)
        step = _step(rule, move.step)
        if step is None:
            continue
        on = following
        taken = take(
            case,
            step,
            by=team.acting(step),
            on=on,
            outcome=move.outcome,
            facts=_facts(rule.record, step, move.outcome, story, on),
            sitting=_sitting(step, team),
            now=at_work(on),
        )
        if papers:
            _issue(case, step, team, on, taken)
        if move.publish:
            publish(case, move.publish, by=team.officers[0], on=on)
    return on


def _issue(case: Case, step: Step, team: Team, on: date, taken: Taken) -> None:
    """Issue what the step yields in this case, and serve the paper it serves."""
    record = open_file(case).record
    for document in step.yields:
        if holds(document.only, record):
            issue(case, document.key, by=team.officers[0], on=on, taken=taken)
    if step.serves and (paper := Paper.objects.filter(case=case, kind=step.serves).last()):
        first, second = team.officers[:2]
        serve(
            paper, Way.DIRECT, by=first, second=second, sent_on=on, served_on=on, receiver=case.party_name,
            place="测试地点",
        )  # fmt: skip


def _step(rule: Procedure, key: str) -> Step | None:
    try:
        return rule.step(key)
    except KeyError:
        return None


def _facts(record: type[Record], step: Step, outcome: str, story: Mapping[str, Answer], on: date) -> dict[str, Any]:
    chosen = step.outcome(outcome) if outcome else None
    needed = [*step.needs, *(chosen.needs if chosen else ())]
    asked = [*step.asks, *(chosen.asks if chosen else ())]
    answers = {name: _plain(record, name, on) for name in needed if name != step.dated and name not in story}
    answers |= {name: story[name] for name in (*asked, *needed) if name in story}
    return {name: answer(on) if callable(answer) else answer for name, answer in answers.items()}


def _plain(record: type[Record], name: str, on: date) -> Any:
    """What a form cannot do without and the story does not speak of: yes, the day itself, or a word that says test."""
    column = record._meta.get_field(name)
    if isinstance(column, models.BooleanField):
        return True
    if isinstance(column, models.DateTimeField):
        return at_work(on)
    if isinstance(column, models.DateField):
        return on
    if choices := getattr(column, "choices", None):
        return choices[0][0]
    if isinstance(column, models.DecimalField | models.IntegerField):
        return 0
    return "测试数据"


def _sitting(step: Step, team: Team) -> Sitting | None:
    if step.deliberation is None:
        return None
    return Sitting(
        presider=team.principal,
        due=2,
        speeches=[Speech(team.principal, "agree"), Speech(team.deputy, "agree")],
        resolution="同意拟处理意见（测试数据）",
    )
