"""Once a day all that was entered is put under one root, and each seal under the next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger import merkle
from fadu.ledger.digests import ALGORITHM, digest
from fadu.ledger.models import Seal
from fadu.ledger.proofs import check_proof
from fadu.ledger.seals import NotSealable, missing_seals, prove, seal, seal_until
from fadu.ledger.verification import standing_of, verify
from tests.ledger.conftest import FIRST, noon

DAY = timedelta(days=1)


def plainly(leaves: list[str]) -> str:
    """RFC 6962, section 2.1, as it is written there."""

    def root(items: list[bytes]) -> bytes:
        if not items:
            return bytes.fromhex(digest(ALGORITHM, b""))
        if len(items) == 1:
            return bytes.fromhex(digest(ALGORITHM, b"\x00" + items[0]))
        split = 1
        while split * 2 < len(items):
            split *= 2
        return bytes.fromhex(digest(ALGORITHM, b"\x01" + root(items[:split]) + root(items[split:])))

    return root([bytes.fromhex(leaf) for leaf in leaves]).hex()


def leaves_of(count: int) -> list[str]:
    return [digest(ALGORITHM, str(n).encode()) for n in range(count)]


@given(st.integers(0, 70))
def test_the_root_is_that_of_rfc_6962(count):
    assert merkle.root(ALGORITHM, leaves_of(count)) == plainly(leaves_of(count))


@given(st.data())
def test_each_leaf_is_led_to_the_root_and_no_other_is(data):
    count = data.draw(st.integers(1, 70))
    index = data.draw(st.integers(0, count - 1))
    leaves = leaves_of(count)
    root, nodes = merkle.root(ALGORITHM, leaves), merkle.path(ALGORITHM, leaves, index)
    assert merkle.lead(ALGORITHM, leaves[index], index, count, nodes) == root
    other = data.draw(st.integers(0, count + 2))
    if other != index:
        assert merkle.lead(ALGORITHM, leaves[index], other, count, nodes) != root
        assert merkle.lead(ALGORITHM, digest(ALGORITHM, b"x"), index, count, nodes) != root
    assert merkle.lead(ALGORITHM, leaves[index], index, count, [*nodes, root]) is None
    if nodes:
        assert merkle.lead(ALGORITHM, leaves[index], index, count, nodes[:-1]) is None


def test_each_day_has_its_seal_and_one_without_entries_too(ledger):
    assert [(made.number, made.day, made.first, made.last) for made in Seal.objects.all()] == [
        (1, date(2025, 3, 3), 1, 4),
        (2, date(2025, 3, 4), 5, 7),
        (3, date(2025, 3, 5), 8, 7),
        (4, date(2025, 3, 6), 8, 12),
    ]
    assert Seal.objects.get(number=3).entries == 0
    seals = list(Seal.objects.all())
    assert [made.before for made in seals] == ["", *(made.digest for made in seals[:-1])]
    assert [made.head for made in seals] == [ledger[n].digest for n in (3, 6, 6, 11)]


def test_sealing_again_changes_nothing(ledger):
    standing = list(Seal.objects.values())
    assert seal(FIRST + DAY).number == 2
    assert seal_until(FIRST + 3 * DAY) == []
    assert list(Seal.objects.values()) == standing


def test_days_left_out_are_sealed_one_by_one(ledger):
    made = seal_until(FIRST + 9 * DAY, at=noon(FIRST + 10 * DAY))
    assert [(one.day.day, one.entries) for one in made] == [(7, 2), (8, 0), (9, 0), (10, 0), (11, 0), (12, 0)]
    assert verify().ok


def test_what_is_entered_for_a_sealed_day_falls_under_the_next_seal(ledger, enter):
    late = enter(at=noon(FIRST))
    made = seal(FIRST + 4 * DAY, at=noon(FIRST + 5 * DAY))
    assert (made.first, made.last) == (13, late.number)
    assert verify().ok


def test_days_are_those_of_china(enter):
    enter(at=noon(FIRST).replace(hour=15, minute=59))  # 23:59 in Beijing
    enter(at=noon(FIRST).replace(hour=16, minute=0))  # the next day has begun
    assert seal(FIRST, at=noon(FIRST + DAY)).last == 1
    assert verify().ok


def test_a_day_to_come_or_before_the_first_is_refused(ledger):
    with pytest.raises(NotSealable, match="还没有到"):
        seal(FIRST + 5 * DAY, at=noon(FIRST + 4 * DAY))
    with pytest.raises(NotSealable, match="2025-03-03"):
        seal(FIRST - DAY)
    assert Seal.objects.count() == 4


def test_an_empty_ledger_can_be_sealed(db):
    assert missing_seals(FIRST) == []
    made = seal(FIRST, at=noon(FIRST + DAY))
    assert (made.first, made.last, made.root) == (1, 0, digest(ALGORITHM, b""))
    assert verify().ok


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 3, 6), None),
        (date(2025, 3, 7), None),
        (date(2025, 3, 8), "2025-03-07 的账没有封存"),
        (date(2025, 3, 11), "2025-03-07 至 2025-03-10 共 4 天的账没有封存"),
    ],
)
def test_a_seal_that_did_not_run_is_said_in_plain_words(ledger, today, said):
    warnings = missing_seals(today)
    assert len(warnings) == (said is not None)
    assert said is None or (warnings[0].startswith(said) and "fadu ledger seal" in warnings[0])


def test_a_ledger_never_sealed_is_said_from_its_first_day(enter):
    enter()
    assert missing_seals(FIRST) == []
    assert missing_seals(FIRST + 3 * DAY)[0].startswith("2025-03-03 至 2025-03-05 共 3 天")


def test_an_entry_is_proved_to_lie_under_its_seal(ledger):
    for entry in ledger[:12]:
        proof = prove(entry)
        assert check_proof(proof, proof.seal.digest)
        assert not check_proof(proof, "0" * 64)
        assert not check_proof(replace(proof, entry=proof.entry._replace(act="撤案")))
        assert not check_proof(replace(proof, seal=proof.seal._replace(root="0" * 64)))
        assert not check_proof(replace(proof, path=(*proof.path, "0" * 64)))
    with pytest.raises(NotSealable, match="还没有封存"):
        prove(ledger[13])


def test_a_stream_shows_whether_it_stands_and_since_when(ledger, django_assert_num_queries):
    with django_assert_num_queries(2):
        stamp = standing_of("案丙")
    assert (stamp.verified, stamp.sealed_since, stamp.entries) == (True, date(2025, 3, 6), 4)
    assert standing_of("案甲").sealed_since is None  # its last page is of the 7th, not sealed yet
    assert standing_of("无此案").entries == 0


def test_the_warning_reads_in_english_too(ledger):
    with override("en"):
        (told,) = missing_seals(date(2025, 3, 11))
    assert told == (
        "The ledger of 2025-03-07 to 2025-03-10, 4 days, is not sealed: the daily sealing did not run. "
        "Run fadu ledger seal and check the scheduler."
    )


def test_a_ledger_that_changed_its_algorithm_verifies_throughout(ledger, enter, monkeypatch):
    """A build without SM3 goes on in SHA-256, and back: each entry and seal names what it was hashed with."""
    for module in ("book", "seals"):
        monkeypatch.setattr(f"fadu.ledger.{module}.ALGORITHM", "sha256")
    enter(at=noon(FIRST + 5 * DAY))
    seals = seal_until(FIRST + 6 * DAY, at=noon(FIRST + 7 * DAY))
    monkeypatch.undo()
    enter(at=noon(FIRST + 7 * DAY))
    seals += seal_until(FIRST + 7 * DAY, at=noon(FIRST + 8 * DAY))
    assert [made.algorithm for made in seals] == [ALGORITHM, "sha256", "sha256", ALGORITHM]
    assert verify().findings == []
