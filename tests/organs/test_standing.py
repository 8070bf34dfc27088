"""资格: the statement that an act asks says what the querysets say, in few queries however many persons."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DjangoTestCase

from fadu.organs.appointment import appoint
from fadu.organs.certification import certify
from fadu.organs.models import Certificate, Delegation, Organ, Person, Post, Region, Suspension
from fadu.organs.standing import standing

DAY = date(2024, 6, 3)


def queries(people, organ):
    with CaptureQueriesContext(connection) as caught:
        found = standing(people, organ, DAY)
    return len(caught), found


def test_standing_takes_as_few_queries_for_twelve_persons_as_for_one(person, bureau):
    people = [person(f"张测试{n}") for n in range(12)]
    for n, someone in enumerate(people):
        appoint(someone, bureau, "officer", since=DAY)
        certify(someone, bureau, f"990122-{n}", "market", issued_on=DAY, valid_until=DAY)
    many, found = queries(people, bureau)
    assert all(s.holds({"officer"}) and s.certified("market") for s in found.values())
    assert queries(people[:1], bureau)[0] == many <= 3
    assert queries([], bureau) == (0, {})


def test_a_stranger_and_a_citizen_have_no_standing(person, bureau):
    citizen = person(kind="citizen")
    Post.objects.create(person=citizen, organ=bureau, kind="head", since=DAY)
    for found in standing([citizen, 987654], bureau, DAY).values():
        assert not found.holds("head")
        assert not found.certified("market")


near = st.integers(-2, 2)
spans = st.tuples(near, st.integers(0, 2))
who = st.integers(0, 2)


class TheStatementSaysWhatTheQuerysetsSay(DjangoTestCase):
    @settings(max_examples=60, deadline=None)
    @given(
        posts=st.lists(st.tuples(who, st.booleans(), spans, st.booleans()), max_size=4),
        certificates=st.lists(
            st.tuples(who, st.booleans(), spans, st.one_of(st.none(), near), st.one_of(st.none(), spans)), max_size=3
        ),
        delegations=st.lists(st.tuples(who, spans, st.one_of(st.none(), near)), max_size=2),
    )
    def test_on_any_records(self, posts, certificates, delegations):
        region = Region.objects.create(code="990000000000", name="甲省", level=1)
        organs = [Organ.objects.create(name=name, region=region) for name in ("甲局", "乙局")]
        kinds = ["staff", "staff", "citizen"]
        people = [Person.objects.create_user(f"u{n}", name="张测试", kind=kind) for n, kind in enumerate(kinds)]

        def day(n):
            return DAY + timedelta(days=n)

        held = [
            Post.objects.create(
                person=people[p], organ=organs[here], kind=("officer", "head", "clerk")[n % 3],
                since=day(since), until=None if lasting and not n else day(since + length),
            )
            for n, (p, here, (since, length), lasting) in enumerate(posts)
        ]  # fmt: skip
        for n, (p, here, (since, length), revoked, withheld) in enumerate(certificates):
            made = Certificate.objects.create(
                person=people[p], organ=organs[here], number=str(n), domain=("market", "ecology", "general")[n],
                issued_on=day(since), valid_until=day(since + length),
                revoked_on=None if revoked is None else day(max(revoked, since)),
            )  # fmt: skip
            if withheld:
                first, more = withheld
                Suspension.objects.create(
                    certificate=made, since=day(first), until=day(first + more), ground="离岗教育"
                )
        for (p, (since, length), withdrawn), post in zip(delegations, held, strict=False):
            if people[p] != post.person:
                Delegation.objects.create(
                    post=post, principal=post.person, delegate=people[p], since=day(since), until=day(since + length),
                    withdrawn_on=None if withdrawn is None else day(withdrawn),
                )  # fmt: skip
        for organ in organs:
            for someone, found in zip(people, standing(people, organ, DAY).values(), strict=True):
                staff = someone.kind == "staff"
                mine = Post.objects.in_force(DAY).filter(person=someone, organ=organ)
                valid = Certificate.objects.valid_on(DAY).filter(person=someone, organ=organ)
                lent = Delegation.objects.in_force(DAY).filter(delegate=someone, post__organ=organ)
                assert found.posts == (set(mine.values_list("kind", flat=True)) if staff else set())
                assert found.domains == (set(valid.values_list("domain", flat=True)) if staff else set())
                assert {(p, kind) for p, kinds in found.lent.items() for kind in kinds} == (
                    set(lent.values_list("principal", "post__kind")) if staff else set()
                )
