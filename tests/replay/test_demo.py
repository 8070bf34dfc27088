"""示例县 on the day it is opened: work at every stage, and nothing in it that is not lawful."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.documents.docx import render
from fadu.engine.models import Case, Deadline, Link, Paper, Publication
from fadu.engine.papers import compose
from fadu.figures.catalogue import scope
from fadu.figures.count import value
from fadu.figures.penalties import DECIDED
from fadu.organs.models import Person, Post
from fadu.organs.seeing import sees
from fadu.replay.demo import fill

TODAY = date(2026, 11, 20)
ACCOUNTS = ("citizen", "clerk", "officer", "reviewer", "head", "leader", "inspector", "mediator", "admin")


@pytest.fixture
def people(db):
    made = {
        name: Person.objects.create_user(name, name=f"{name}测试", kind="citizen" if name == "citizen" else "staff")
        for name in ACCOUNTS
    }
    made["citizen"].id_number = "110101199003070038"
    made["citizen"].save()
    return made


def test_the_demonstration_has_work_for_everybody(people):
    fill(TODAY, people)
    waiting = Case.objects.filter(closed_on=None)
    late = waiting.filter(next_due_on__lt=TODAY)
    near = waiting.filter(next_due_on__range=(TODAY, date(2026, 11, 27)))
    assert late.count() >= 2
    assert near.count() >= 3
    assert waiting.filter(handler=people["officer"]).count() >= 10
    assert set(waiting.values_list("stage", flat=True)) >= {"lead", "inquiry", "hearing_notice", "review_request"}
    assert set(Link.objects.values_list("kind", flat=True)) >= {"seizure", "referral", "contests", "follows"}
    assert Publication.objects.filter(withdrawn_on=None).count() > 20
    assert Publication.objects.exclude(withdrawn_on=None).get().withdrawal
    assert Case.objects.filter(parties__id_number__isnull=False, party_name="citizen测试").count() >= 2
    assert Deadline.objects.filter(met_on=None, projected=True).exists()  # beyond the last holiday notice
    for year in (2025, 2026):
        assert value(DECIDED, scope("990101", year)) > 20

    # every post is held by its account and shows what it should
    assert set(Post.objects.filter(person__in=people.values()).values_list("person__username", flat=True)) == {
        *ACCOUNTS
    } - {"citizen"}
    assert Case.objects.filter(sees(people["inspector"], TODAY).q()).count() == Case.objects.count()
    assert not Case.objects.filter(sees(people["citizen"], TODAY).q()).exists()

    # each kind of paper that was issued can be printed
    for paper in {each.kind: each for each in Paper.objects.all()}.values():
        assert render(compose(paper)).startswith(b"PK"), paper.kind
