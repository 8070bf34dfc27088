"""执法证件 and standing: an expired, withheld, revoked or wrong-field certificate cannot act."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from fadu.organs.appointment import appoint
from fadu.organs.certification import certify, renew, restore, revoke, suspend
from fadu.organs.models import Certificate
from fadu.organs.refusal import NotAllowed
from fadu.organs.standing import standing

DAY = date(2024, 6, 3)
END = date(2029, 6, 2)


def days(n):
    return timedelta(days=n)


def certified(someone, organ, on, domain="market"):
    return standing([someone], organ, on)[someone.pk].certified(domain)


@pytest.fixture
def officer(person, bureau):
    someone = person()
    appoint(someone, bureau, "officer", since=date(2020, 1, 1))
    return someone


@pytest.fixture
def certificate(officer, bureau):
    return certify(officer, bureau, "990122-001", "market", issued_on=DAY, valid_until=END)


@pytest.mark.parametrize(
    ("on", "may"),
    [(DAY - days(1), False), (DAY, True), (END, True), (END + days(1), False)],
    ids=["the day before issue", "the day of issue", "the last day", "expired"],
)
def test_a_certificate_serves_from_its_first_to_its_last_day(officer, bureau, certificate, on, may):
    assert certified(officer, bureau, on) is may


@pytest.mark.parametrize(
    ("held", "acted", "may"),
    [
        ("market", "market", True),
        ("market", "ecology", False),
        ("general", "ecology", True),
        ("general", "general", True),
        ("market", "general", False),
    ],
)
def test_a_certificate_serves_in_its_own_field(officer, bureau, held, acted, may):  # 行政处罚法第四十二条第一款
    certify(officer, bureau, "990122-001", held, issued_on=DAY, valid_until=END)
    assert certified(officer, bureau, DAY, acted) is may


def test_a_certificate_serves_only_the_organ_it_names(officer, bureau, station, government, certificate):
    assert certified(officer, bureau, DAY)
    assert not certified(officer, station, DAY)
    assert not certified(officer, government, DAY)


def test_a_withheld_certificate_cannot_act_until_given_back(officer, bureau, certificate):
    suspend(certificate, since=DAY + days(10), ground="离岗教育")
    assert [certified(officer, bureau, DAY + days(n)) for n in (9, 10, 99)] == [True, False, False]
    restore(certificate, on=DAY + days(20))
    assert [certified(officer, bureau, DAY + days(n)) for n in (9, 10, 19, 20)] == [True, False, False, True]


def test_a_certificate_withheld_for_a_term_comes_back_by_itself(officer, bureau, certificate):
    suspend(certificate, since=DAY + days(1), until=DAY + days(2), ground="离岗教育")
    assert [certified(officer, bureau, DAY + days(n)) for n in range(4)] == [True, False, False, True]


def test_a_revoked_certificate_is_void_from_that_day_and_was_good_before(officer, bureau, certificate):
    revoke(certificate, on=DAY + days(10), ground="取消执法资格")
    assert [certified(officer, bureau, DAY + days(n)) for n in (9, 10, 11)] == [True, False, False]


def test_a_late_renewal_does_not_heal_the_gap(officer, bureau, certificate):
    renew(certificate, issued_on=END + days(30), valid_until=END + days(400))
    assert [certified(officer, bureau, END + days(n)) for n in (0, 1, 29, 30)] == [True, False, False, True]


def test_an_early_renewal_leaves_one_certificate_at_a_time(officer, bureau, certificate):
    new = renew(certificate, issued_on=END - days(30), valid_until=END + days(400))
    suspend(new, since=END - days(20), ground="离岗教育")
    assert [certified(officer, bureau, END - days(n)) for n in (31, 30, 20)] == [True, True, False]
    assert new.number == certificate.number


def test_the_same_field_is_certified_once(officer, bureau, certificate):
    with pytest.raises(NotAllowed, match="换证"):
        certify(officer, bureau, "990122-002", "market", issued_on=DAY + days(5), valid_until=END)
    assert certify(officer, bureau, "990122-002", "ecology", issued_on=DAY, valid_until=END)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"number": " "}, "编号"),
        ({"valid_until": DAY - days(1)}, "早于发证日期"),
    ],
)
def test_a_certificate_is_issued_whole(officer, bureau, change, says):
    wanted = {"number": "990122-009", "issued_on": DAY, "valid_until": END} | change
    with pytest.raises(NotAllowed, match=says):
        certify(officer, bureau, wanted["number"], "market", issued_on=DAY, valid_until=wanted["valid_until"])


def test_a_number_is_used_once(officer, person, bureau, certificate):
    with pytest.raises(NotAllowed, match="已经使用"):
        certify(person(), bureau, certificate.number, "market", issued_on=DAY + days(1), valid_until=END)


def test_a_citizen_is_not_certified(person, bureau):
    with pytest.raises(NotAllowed, match="公众用户"):
        certify(person(kind="citizen"), bureau, "990122-001", "market", issued_on=DAY, valid_until=END)


def test_what_cannot_be_done_to_a_certificate(certificate):
    with pytest.raises(NotAllowed, match="理由"):
        suspend(certificate, since=DAY, ground=" ")
    with pytest.raises(NotAllowed, match="有效期内"):
        suspend(certificate, since=END + days(1), ground="离岗教育")
    with pytest.raises(NotAllowed, match="没有暂扣"):
        restore(certificate, on=DAY)
    with pytest.raises(NotAllowed, match="晚于"):
        renew(certificate, issued_on=DAY, valid_until=END)
    suspend(certificate, since=DAY + days(1), ground="离岗教育")
    with pytest.raises(NotAllowed, match="已经暂扣"):
        suspend(certificate, since=DAY + days(5), ground="离岗教育")
    with pytest.raises(NotAllowed, match="不能换证"):
        renew(certificate, issued_on=DAY + days(5), valid_until=END)
    revoke(certificate, on=DAY + days(2), ground="取消执法资格")
    for act in (
        lambda: revoke(certificate, on=DAY + days(3), ground="取消执法资格"),
        lambda: suspend(certificate, since=DAY + days(3), ground="离岗教育"),
        lambda: renew(certificate, issued_on=DAY + days(5), valid_until=END),
    ):
        with pytest.raises(NotAllowed, match="吊销"):
            act()


@pytest.mark.parametrize(
    "wrong", [{"valid_until": DAY - days(1)}, {"revoked_on": DAY - days(1)}, {"domain": "sorcery"}]
)
def test_the_database_refuses_a_certificate_that_cannot_be(officer, bureau, wrong):
    right = {"number": "1", "domain": "market", "issued_on": DAY, "valid_until": END}
    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.create(person=officer, organ=bureau, **right | wrong)


def test_a_post_at_a_superior_organ_is_not_one_at_its_subordinate(person, bureau, station):
    someone = person()
    appoint(someone, bureau, "head", since=DAY)
    assert standing([someone], bureau, DAY)[someone.pk].holds("head")
    assert not standing([someone], station, DAY)[someone.pk].holds("head")


def test_a_post_does_not_stand_before_its_first_day(person, bureau):
    someone = person()
    appoint(someone, bureau, "head", since=DAY)
    assert not standing([someone.pk], bureau.pk, DAY - days(1))[someone.pk].holds({"head", "principal"})
