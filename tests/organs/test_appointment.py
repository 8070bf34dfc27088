"""任免: who may be given which post, and what the database itself refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DjangoTestCase

from fadu.law.statutes import PENALTY_2017, PENALTY_2021
from fadu.organs.appointment import appoint, dismiss
from fadu.organs.kinds import ADMINISTRATORS
from fadu.organs.models import Organ, Person, Post, Region
from fadu.organs.refusal import NotAllowed

DAY = date(2024, 6, 3)
ADMINS = sorted(ADMINISTRATORS)


def test_a_post_begins_and_ends_on_its_days_both_included(person, bureau):
    post = appoint(person(), bureau, "officer", since=DAY, until=DAY + timedelta(days=2))
    held = [Post.objects.in_force(DAY + timedelta(days=n)).filter(pk=post.pk).exists() for n in range(-1, 4)]
    assert held == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("kind", "scope"), [("officer", "own"), ("head", "organ"), ("inspector", "region"), ("system_admin", "own")]
)
def test_a_post_has_its_usual_scope(person, bureau, kind, scope):
    assert appoint(person(), bureau, kind, since=DAY).scope == scope


def test_a_citizen_holds_no_post(person, bureau):
    with pytest.raises(NotAllowed, match="公众用户"):
        appoint(person(kind="citizen"), bureau, "officer", since=DAY)


def test_a_closed_account_is_given_no_post(person, bureau):
    with pytest.raises(NotAllowed, match="停用"):
        appoint(person(is_active=False), bureau, "officer", since=DAY)


def test_a_dissolved_organ_appoints_nobody(person, bureau):
    bureau.active = False
    with pytest.raises(NotAllowed, match="停用"):
        appoint(person(), bureau, "officer", since=DAY)


def test_a_post_cannot_end_before_it_begins(person, bureau):
    someone = person()
    with pytest.raises(NotAllowed, match="早于"):
        appoint(someone, bureau, "officer", since=DAY, until=DAY - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(person=someone, organ=bureau, kind="officer", since=DAY, until=DAY - timedelta(days=1))


def test_the_same_post_is_held_once_at_a_time(person, bureau):
    someone = person()
    first = appoint(someone, bureau, "officer", since=DAY)
    with pytest.raises(NotAllowed, match="已在甲县市场监督管理局任执法人员"):
        appoint(someone, bureau, "officer", since=DAY + timedelta(days=9))
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(person=someone, organ=bureau, kind="officer", since=DAY)
    dismiss(first, on=DAY + timedelta(days=8))
    assert appoint(someone, bureau, "officer", since=DAY + timedelta(days=9))


def test_a_first_reviewer_has_legal_qualification(person, bureau):  # 行政处罚法第五十八条第二款
    with pytest.raises(NotAllowed, match="法律职业资格") as refused:
        appoint(person(), bureau, "reviewer", since=DAY)
    assert refused.value.cites == (PENALTY_2021[58, 2],)
    with pytest.raises(NotAllowed) as refused:
        appoint(person(), bureau, "reviewer", since=date(2018, 1, 1))
    assert refused.value.cites == (PENALTY_2017[38, 3],)
    assert appoint(person(), bureau, "reviewer", since=DAY, qualification="A20240000001")
    assert appoint(person(), bureau, "reviewer", since=DAY, seasoned=True)
    assert appoint(person(), bureau, "reviewer", since=date(2017, 12, 31)), "the rule began on 2018-01-01"


@pytest.mark.parametrize("first", ADMINS)
@pytest.mark.parametrize("second", ADMINS)
def test_nobody_is_two_administrators(person, bureau, neighbour, first, second):  # GB/T 22239-2019 8.1.4.2 d
    someone = person()
    appoint(someone, bureau, first, since=DAY, until=DAY + timedelta(days=30))
    with pytest.raises(NotAllowed, match=r"不得由同一人兼任|已在"):
        appoint(someone, bureau if first == second else neighbour, second, since=DAY + timedelta(days=30))
    assert appoint(someone, neighbour, second, since=DAY + timedelta(days=31))


def test_an_administrator_may_hold_another_post(person, bureau):
    someone = person()
    appoint(someone, bureau, "system_admin", since=DAY)
    assert appoint(someone, bureau, "clerk", since=DAY)


@pytest.mark.parametrize("until", [None, DAY + timedelta(days=5)])
def test_the_database_itself_keeps_administrators_apart(person, bureau, until):
    someone = person()
    Post.objects.create(person=someone, organ=bureau, kind="system_admin", since=DAY, until=until)
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(person=someone, organ=bureau, kind="audit_admin", since=DAY, until=DAY)
    later = Post.objects.create(
        person=someone, organ=bureau, kind="clerk", since=DAY + timedelta(days=1), until=DAY + timedelta(days=2)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=later.pk).update(kind="security_admin")


def test_dismissal_names_the_last_day(person, bureau):
    post = dismiss(appoint(person(), bureau, "officer", since=DAY), on=DAY + timedelta(days=3))
    assert post.until == DAY + timedelta(days=3)
    with pytest.raises(NotAllowed, match="已于"):
        dismiss(post, on=DAY + timedelta(days=3))
    with pytest.raises(NotAllowed, match="早于"):
        dismiss(post, on=DAY - timedelta(days=1))
    assert dismiss(post, on=DAY).until == DAY, "a dismissal may be brought forward"


periods = st.tuples(
    st.sampled_from(ADMINS), st.integers(0, 20), st.one_of(st.none(), st.integers(0, 10)), st.booleans()
)


class NobodyIsTwoAdministratorsOnOneDay(DjangoTestCase):
    """Whatever is tried, through the act or past it, no day finds one person in two of the three posts."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(periods, max_size=8))
    def test_on_any_day(self, tries):
        region = Region.objects.create(code="990000000000", name="甲省", level=1)
        organ = Organ.objects.create(name="甲局", region=region)
        someone = Person.objects.create_user("u1", name="张测试")
        for kind, start, length, by_act in tries:
            since = DAY + timedelta(days=start)
            until = None if length is None else since + timedelta(days=length)
            try:
                with transaction.atomic():
                    if by_act:
                        appoint(someone, organ, kind, since=since, until=until)
                    else:
                        Post.objects.create(person=someone, organ=organ, kind=kind, since=since, until=until)
            except (NotAllowed, IntegrityError):
                continue
        for n in range(35):
            on = DAY + timedelta(days=n)
            kinds = Post.objects.in_force(on).filter(kind__in=ADMINS).values_list("kind", flat=True)
            assert len(set(kinds)) <= 1
