"""名录: what runs out, who lacks what, and how many reviewers stand beside the officers."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fadu.organs import rosters
from fadu.organs.appointment import appoint, dismiss
from fadu.organs.certification import certify, renew, revoke
from fadu.organs.delegation import delegate

DAY = date(2024, 6, 3)


def days(n):
    return timedelta(days=n)


@pytest.fixture
def certificates(person, bureau):
    """Certificates that end today, in 30, in 31 days, and one that ended yesterday."""
    made = {}
    for n in (-1, 0, 30, 31):
        made[n] = certify(person(), bureau, f"no{n}", "market", issued_on=DAY - days(900), valid_until=DAY + days(n))
    return made


def test_what_expires_within_thirty_days(certificates):
    assert list(rosters.expiring(DAY, 30)) == [certificates[0], certificates[30]]


def test_a_renewed_or_revoked_certificate_does_not_expire(certificates, bureau, neighbour):
    renew(certificates[0], issued_on=DAY + days(1), valid_until=DAY + days(900))
    revoke(certificates[30], on=DAY - days(1), ground="取消执法资格")
    assert list(rosters.expiring(DAY, 30, bureau)) == []
    assert list(rosters.expiring(DAY, 31, bureau)) == [certificates[31]]
    assert list(rosters.expiring(DAY, 31, neighbour)) == []


def test_officers_without_a_valid_certificate(person, bureau, neighbour):  # 行政处罚法第四十二条第一款
    with_one, without, elsewhere = person(), person(), person()
    for someone in (with_one, without, elsewhere):
        appoint(someone, bureau, "officer", since=DAY)
    certify(with_one, bureau, "1", "market", issued_on=DAY, valid_until=DAY + days(1))
    certify(elsewhere, neighbour, "2", "market", issued_on=DAY, valid_until=DAY + days(1))
    assert {post.person for post in rosters.uncertified_officers(DAY)} == {without, elsewhere}
    assert rosters.uncertified_officers(DAY + days(2), bureau).count() == 3


def test_the_ratio_of_reviewers_to_officers_counts_persons_once(person, bureau, station, django_assert_num_queries):
    for _ in range(20):
        appoint(person(), bureau, "officer", since=DAY)
    reviewer = person()
    dismiss(appoint(reviewer, bureau, "reviewer", since=DAY - days(9), seasoned=True), on=DAY - days(1))
    appoint(reviewer, bureau, "reviewer", since=DAY, seasoned=True)
    with django_assert_num_queries(1):
        ratio = rosters.reviewer_ratio(bureau, DAY)
    assert (ratio.reviewers, ratio.officers, ratio.share) == (1, 20, Fraction(1, 20))
    assert rosters.reviewer_ratio(station, DAY).share is None
    assert [r.organ for r in rosters.reviewer_ratios(DAY)] == [bureau.name]
    assert rosters.reviewer_ratios(DAY - days(10)) == []


def test_posts_and_delegations_of_a_day(person, bureau, station, django_assert_num_queries):
    head, deputy = person("张测试"), person("李示例")
    post = appoint(head, bureau, "head", since=DAY)
    appoint(deputy, bureau, "clerk", since=DAY)
    appoint(deputy, station, "clerk", since=DAY + days(1))
    delegate(post, deputy, since=DAY, until=DAY + days(3))
    with django_assert_num_queries(2):
        assert [(p.organ.name, p.kind, p.person.name) for p in rosters.posts(DAY)] == [
            (bureau.name, "clerk", "李示例"),
            (bureau.name, "head", "张测试"),
        ]
        assert [(d.principal.name, d.delegate.name) for d in rosters.delegations(DAY, bureau)] == [("张测试", "李示例")]
    assert rosters.posts(DAY + days(1), kind="clerk").count() == 2
    assert list(rosters.holders("head", DAY)) == [head]
