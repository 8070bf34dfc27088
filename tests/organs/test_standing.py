"""The one statement that an act asks says what the querysets of posts, certificates and delegations say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.organs.models import Certificate, Delegation, Person, Post, Suspension
from fadu.organs.standing import standing

DAYS = st.dates(date(2024, 6, 1), date(2024, 6, 10))
SPANS = st.tuples(DAYS, st.integers(0, 5) | st.none())


def until(span):
    return None if span[1] is None else span[0] + timedelta(days=span[1])


@given(
    post=SPANS,
    certificate=SPANS,
    withheld=SPANS | st.none(),
    revoked=st.none() | st.integers(0, 5),
    lent=SPANS,
    on=DAYS,
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_standing_is_what_is_in_force(bureau, post, certificate, withheld, revoked, lent, on):
    organ = bureau.organ
    for model in (Suspension, Certificate, Delegation, Post):
        model.objects.all().delete()
    holder, delegate = bureau.officer, bureau.clerk
    held = Post.objects.create(person=holder, organ=organ, kind="head", since=post[0], until=until(post))
    made = Certificate.objects.create(
        person=holder, organ=organ, number="T1", domain="market", issued_on=certificate[0],
        valid_until=until(certificate) or date(2030, 1, 1),
        revoked_on=None if revoked is None else certificate[0] + timedelta(days=revoked),
    )  # fmt: skip
    if withheld:
        Suspension.objects.create(certificate=made, since=withheld[0], until=until(withheld), ground="x")
    Delegation.objects.create(
        post=held, principal=holder, delegate=delegate, since=lent[0], until=until(lent) or date(2030, 1, 1)
    )
    at = standing([holder, delegate], organ, on)
    assert at[holder.pk].holds("head") == Post.objects.in_force(on).filter(person=holder).exists()
    assert at[holder.pk].certified("market") == Certificate.objects.valid_on(on).filter(person=holder).exists()
    lent_now = Delegation.objects.in_force(on).filter(delegate=delegate).exists()
    assert at[delegate.pk].holds("head", principal=holder.pk) == lent_now
    assert not at[delegate.pk].holds("head")


def test_a_citizen_has_no_standing(bureau):
    citizen = Person.objects.create_user("citizen", name="郑公众", kind="citizen")
    Post.objects.create(person=citizen, organ=bureau.organ, kind="head", since=date(2024, 1, 1))
    assert not standing([citizen], bureau.organ, date(2024, 6, 1))[citizen.pk].posts


def test_standing_asks_once(bureau, django_assert_num_queries):
    with django_assert_num_queries(1):
        standing([bureau.officer, bureau.second, bureau.head], bureau.organ, date(2024, 6, 1))
