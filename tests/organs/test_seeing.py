"""谁可以看: nobody sees a record outside the reach of the posts held on that day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DjangoTestCase

from fadu.organs.appointment import appoint, dismiss
from fadu.organs.kinds import ADMINISTRATORS, Level
from fadu.organs.models import Delegation, Organ, Person, Post, Region
from fadu.organs.seeing import sees

DAY = date(2024, 6, 3)
# A delegation has what a case has: two persons, an organ, a region.
PATHS = {"handler": "principal", "second": "delegate", "organ": "post__organ", "region": "post__organ__region"}


def record(handler, second, organ):
    past = date(2001, 1, 1)  # long over: it serves as a record and gives no post on the day
    post = Post.objects.create(person=handler, organ=organ, kind="clerk", since=past, until=past)
    return Delegation.objects.create(post=post, principal=handler, delegate=second, since=past, until=past)


def seen(someone, on=DAY):
    return set(Delegation.objects.filter(sees(someone, on).q(**PATHS)))


@pytest.fixture
def records(person, bureau, station, neighbour):
    a, b = person("王样例"), person("赵样例")
    return SimpleNamespace(
        bureau=record(a, b, bureau), station=record(a, b, station), neighbour=record(a, b, neighbour)
    )


def test_who_holds_no_post_sees_nothing(person, records):
    assert seen(person()) == set()
    assert not sees(person(), DAY)


def test_a_citizen_sees_nothing_here_even_with_a_post_in_the_table(person, bureau, records):
    someone = person(kind="citizen")
    Post.objects.create(person=someone, organ=bureau, kind="leader", scope="region", since=DAY)
    assert seen(someone) == set()


def test_a_closed_account_sees_nothing(person, bureau, records):
    someone = person()
    appoint(someone, bureau, "leader", since=DAY)
    someone.is_active = False
    assert seen(someone) == set()


def test_an_officer_sees_what_he_handles_first_or_second(person, bureau, records):
    someone, other = person(), person("李示例")
    appoint(someone, bureau, "officer", since=DAY)
    mine = {record(someone, other, bureau), record(other, someone, bureau)}
    assert seen(someone) == mine


def test_the_scope_of_an_organ_is_that_organ_alone(person, bureau, records):
    someone = person()
    appoint(someone, bureau, "head", since=DAY)
    assert seen(someone) == {records.bureau}


def test_the_scope_of_a_region_covers_it_and_what_lies_within(person, government, records):
    someone = person()
    appoint(someone, government, "leader", since=DAY)
    assert seen(someone) == {records.bureau, records.station}


def test_the_scope_of_a_township_does_not_reach_the_county(person, station, records):
    someone = person()
    appoint(someone, station, "inspector", since=DAY)
    assert seen(someone) == {records.station}


@pytest.mark.parametrize("kind", sorted(ADMINISTRATORS))
def test_administrators_open_no_case(person, bureau, records, kind):  # GB/T 22239-2019 8.1.4.2 d
    someone = person()
    appoint(someone, bureau, kind, scope="region", since=DAY)
    record(person("李示例"), someone, bureau)
    assert seen(someone) == set()


def test_sight_ends_with_the_post(person, bureau, records):
    someone = person()
    dismiss(appoint(someone, bureau, "head", since=DAY), on=DAY)
    assert seen(someone, DAY) == {records.bureau}
    assert seen(someone, DAY + timedelta(days=1)) == set()


def test_a_model_without_a_field_is_filtered_by_the_others(person, bureau):
    someone = person()
    appoint(someone, bureau, "head", since=DAY)
    reach = sees(someone, DAY)
    assert set(Post.objects.filter(reach.q(handler="person", second=None, organ=None, region=None))) == set(
        Post.objects.filter(person=someone)
    )


def test_the_reach_is_found_with_one_query(person, bureau, station, neighbour, django_assert_num_queries):
    someone = person()
    for organ in (bureau, station, neighbour):
        appoint(someone, organ, "leader", since=DAY)
    with django_assert_num_queries(1):
        reach = sees(someone, DAY)
        reach.q()


CODES = ["990000000000", "990100000000", "990122000000", "990122100000", "990122100200", "990122101000", "990123000000"]
posts = st.lists(
    st.tuples(
        st.sampled_from(["officer", "head", "leader", "clerk", "system_admin"]),
        st.sampled_from(["own", "organ", "region"]),
        st.integers(0, len(CODES) - 1),
        st.integers(-3, 3),
        st.integers(0, 3),
    ),
    max_size=5,
)
cases = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, len(CODES) - 1)).filter(lambda c: c[0] != c[1]),
    max_size=6,
)


class NobodySeesOutsideHisReach(DjangoTestCase):
    @settings(max_examples=60, deadline=None)
    @given(posts, cases)
    def test_every_record_seen_rests_on_a_post_and_no_other_is(self, held, matters):
        organs = []
        for code in CODES:
            level = max(lv for lv in Level if lv == 1 or code[Level(lv - 1).digits : lv.digits].strip("0"))
            region = Region(code=code, name=code, level=level)
            region.parent_id = None if level == 1 else CODES[0]
            region.save()
            organs.append(Organ.objects.create(name=code, region=region))
        people = [Person.objects.create_user(f"u{n}", name=f"张测试{n}") for n in range(3)]
        someone = people[0]
        for kind, scope, organ, start, length in held:
            since = DAY + timedelta(days=start)
            # Past the act, so that overlapping and odd combinations are met too.
            Post.objects.create(
                person=someone, organ=organs[organ], kind=kind, scope=scope, since=since,
                until=since + timedelta(days=length),
            )  # fmt: skip
        rows = [record(people[a], people[b], organs[o]) for a, b, o in matters]
        in_force = [
            (p.scope, p.organ)
            for p in Post.objects.filter(person=someone, since__lte=DAY, until__gte=DAY).exclude(kind="system_admin")
        ]

        def rests(row):
            organ = row.post.organ
            here = any(organ == at for _scope, at in in_force)
            return (here and someone in (row.principal, row.delegate)) or any(
                (scope in ("organ", "region") and organ == at)
                or (scope == "region" and organ.region.code.startswith(at.region.prefix))
                for scope, at in in_force
            )

        expected = {row for row in rows if rests(row)}
        reach = sees(someone, DAY)
        assert set(Delegation.objects.filter(reach.q(**PATHS))) == expected
        assert expected == {
            row
            for row in rows
            if reach.allows(
                handler=row.principal_id,
                second=row.delegate_id,
                organ=row.post.organ_id,
                region=row.post.organ.region_id,
            )
        }
