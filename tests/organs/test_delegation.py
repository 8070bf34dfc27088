"""委托: a post exercised in another's name, for a time, and never what must be done in person."""

from datetime import date, timedelta

import pytest

from fadu.organs.appointment import appoint, dismiss
from fadu.organs.certification import certify
from fadu.organs.delegation import delegate, withdraw_delegation
from fadu.organs.kinds import DELEGABLE, PostKind
from fadu.organs.refusal import NotAllowed
from fadu.organs.seeing import sees
from fadu.organs.standing import standing

DAY = date(2024, 6, 3)
END = DAY + timedelta(days=10)


@pytest.fixture
def head(person, bureau):
    return appoint(person("张测试"), bureau, "principal", since=DAY - timedelta(days=100))


@pytest.fixture
def deputy(person, bureau):
    someone = person("李示例")
    appoint(someone, bureau, "head", scope="own", since=DAY - timedelta(days=100))
    return someone


def acts_for(deputy, head, on):
    return standing([deputy], head.organ, on)[deputy.pk].holds({"principal"}, principal=head.person_id)


def test_the_delegate_acts_in_the_principals_name_within_the_term(head, deputy):
    delegate(head, deputy, since=DAY, until=END)
    assert [acts_for(deputy, head, on) for on in (DAY - timedelta(days=1), DAY, END, END + timedelta(days=1))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_delegated_post_is_not_held_in_person(head, deputy):
    delegate(head, deputy, since=DAY, until=END)
    found = standing([deputy], head.organ, DAY)[deputy.pk]
    assert not found.holds("principal")
    assert found.holds("head")
    assert not found.holds("head", principal=head.person_id), "only what was delegated"
    assert found.lent == {head.person_id: frozenset({"principal"})}


def test_a_withdrawn_delegation_ends_on_that_day(head, deputy):
    given = delegate(head, deputy, since=DAY, until=END)
    withdraw_delegation(given, on=DAY + timedelta(days=3))
    assert [acts_for(deputy, head, DAY + timedelta(days=n)) for n in (2, 3, 4)] == [True, False, False]
    with pytest.raises(NotAllowed, match="撤回"):
        withdraw_delegation(given, on=DAY + timedelta(days=5))


def test_a_delegation_ends_with_the_post(head, deputy):
    delegate(head, deputy, since=DAY, until=END)
    dismiss(head, on=DAY + timedelta(days=3))
    assert [acts_for(deputy, head, DAY + timedelta(days=n)) for n in (3, 4)] == [True, False]
    assert not sees(deputy, DAY + timedelta(days=4)).organs


def test_the_delegate_sees_as_far_as_the_post(head, deputy):
    assert not sees(deputy, DAY).organs
    delegate(head, deputy, since=DAY, until=END)
    assert sees(deputy, DAY).organs == {head.organ_id}
    assert not sees(deputy, END + timedelta(days=1)).organs


def test_a_certificate_is_not_lent(head, deputy):
    certify(head.person, head.organ, "990122-001", "market", issued_on=DAY, valid_until=END)
    delegate(head, deputy, since=DAY, until=END)
    assert not standing([deputy], head.organ, DAY)[deputy.pk].certified("market")


@pytest.mark.parametrize("kind", sorted(set(PostKind) - DELEGABLE))
def test_what_rests_on_the_person_is_not_delegated(person, bureau, deputy, kind):
    post = appoint(person(), bureau, kind, since=DAY, seasoned=True)
    with pytest.raises(NotAllowed, match="本人履职"):
        delegate(post, deputy, since=DAY, until=END)


def test_the_delegate_is_staff_of_the_same_organ(head, person, neighbour):
    outsider = person("王样例")
    appoint(outsider, neighbour, "head", since=DAY)
    with pytest.raises(NotAllowed, match="没有职务"):
        delegate(head, outsider, since=DAY, until=END)
    with pytest.raises(NotAllowed, match="工作人员"):
        delegate(head, person("赵公众", kind="citizen"), since=DAY, until=END)
    with pytest.raises(NotAllowed, match="本人"):
        delegate(head, head.person, since=DAY, until=END)


def test_a_delegation_keeps_within_the_term_of_the_post(head, deputy):
    with pytest.raises(NotAllowed, match="任职期间"):
        delegate(head, deputy, since=DAY - timedelta(days=101), until=END)
    dismiss(head, on=END)
    with pytest.raises(NotAllowed, match="任职期间"):
        delegate(head, deputy, since=DAY, until=END + timedelta(days=1))
    with pytest.raises(NotAllowed, match="早于"):
        delegate(head, deputy, since=END, until=DAY)


def test_a_post_is_delegated_to_one_person_at_a_time(head, deputy, person, bureau):
    other = person("王样例")
    appoint(other, bureau, "head", since=DAY)
    given = delegate(head, deputy, since=DAY, until=END)
    with pytest.raises(NotAllowed, match="先撤回"):
        delegate(head, other, since=END, until=END)
    withdraw_delegation(given, on=DAY + timedelta(days=5))
    with pytest.raises(NotAllowed, match="先撤回"):
        delegate(head, other, since=DAY + timedelta(days=4), until=END)
    assert delegate(head, other, since=DAY + timedelta(days=5), until=END)


def test_an_expired_delegation_cannot_be_withdrawn(head, deputy):
    given = delegate(head, deputy, since=DAY, until=END)
    with pytest.raises(NotAllowed, match="到期"):
        withdraw_delegation(given, on=END + timedelta(days=1))
