"""Entries are numbered without gaps and chained twice: in their stream, and in the whole ledger."""

import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.ledger import guards, rows
from fadu.ledger.book import Draft, HeadMissing, append, append_many, entries
from fadu.ledger.canonical import Unwritable
from fadu.ledger.digests import ALGORITHM, entry_text
from fadu.ledger.models import Attachment, Entry
from fadu.ledger.verification import verify
from tests.ledger.emptying import run


def draft(stream, n=0, **given):
    wanted = {"act": "立案", "actor": "张测试", "on": date(2025, 3, 3), "cites": [], "content": {"页": n}} | given
    return Draft(stream=stream, **wanted)


def test_numbers_run_through_the_ledger_and_pages_through_the_stream(enter):
    made = [enter(stream) for stream in ("案甲", "案乙", "案甲", "案甲", "案乙")]
    assert [entry.number for entry in made] == [1, 2, 3, 4, 5]
    assert [entry.seq for entry in made] == [1, 1, 2, 3, 2]
    assert [entry.above for entry in made] == ["", *(entry.digest for entry in made[:-1])]
    assert [entry.before for entry in made] == ["", "", made[0].digest, made[2].digest, made[1].digest]


def test_what_is_returned_is_what_is_stored(enter):
    at = datetime(2025, 3, 3, 1, 2, 3, 456789, tzinfo=UTC)
    made = enter(
        principal="李示例", at=at, cites=["penalty-2021/54.2", "penalty-2021/57.1"], content={"罚款": Decimal("1.50")}
    )
    stored = Entry.objects.get(pk=made.pk)
    for field in Entry._meta.concrete_fields:
        assert getattr(stored, field.attname) == getattr(made, field.attname), field
    assert stored.cites == ("penalty-2021/54.2", "penalty-2021/57.1")
    assert stored.content == '{"罚款":"1.50"}'
    assert stored.read() == {"罚款": "1.50"}
    assert stored.at == at


def test_a_whole_second_verifies_like_any_other_moment(enter):
    enter(at=datetime(2025, 3, 3, tzinfo=UTC))
    assert verify().ok


def test_the_moment_is_now_where_none_is_given(enter):
    made = enter(at=None)
    assert made.at.tzinfo is not None
    assert verify().ok


def test_an_append_is_two_queries(enter, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(2):
        append("案甲", "立案", actor="张测试", on=date(2025, 3, 3), cites=[], content={})


def test_many_are_three_statements(db, django_assert_max_num_queries):
    with transaction.atomic(), django_assert_max_num_queries(3):
        append_many([draft(f"案{n}") for n in range(500)])


def fail_after(entering) -> None:
    with transaction.atomic():
        entering()
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_an_entry_stands_and_falls_with_its_act():
    with pytest.raises(TransactionManagementError, match="transaction of the act"):
        append("案甲", "立案", actor="张测试", on=date(2025, 3, 3), cites=[], content={})
    with pytest.raises(TransactionManagementError):
        append_many([draft("案甲")])
    with pytest.raises(ZeroDivisionError):
        fail_after(lambda: append_many([draft("案甲")]))
    with transaction.atomic():
        assert append_many([draft("案甲")])[0].number == 1


def test_a_failed_part_leaves_no_gap(enter):
    enter()
    with pytest.raises(ZeroDivisionError):
        fail_after(enter)
    assert enter().number == 2
    assert verify().ok


def test_many_at_once_are_what_one_by_one_would_be(enter):
    enter("案甲")
    with transaction.atomic():
        made = append_many([draft("案甲", 1), draft("案乙", 2), draft("案甲", 3)])
    assert [(entry.number, entry.stream, entry.seq) for entry in made] == [
        (2, "案甲", 2),
        (3, "案乙", 1),
        (4, "案甲", 3),
    ]
    assert enter("案乙").seq == 2
    assert [entry.seq for entry in entries("案甲")] == [1, 2, 3]
    assert verify().ok


def test_nothing_is_entered_of_many_when_one_is_refused(db):
    with pytest.raises(Unwritable, match="页"), transaction.atomic():
        append_many([draft("案甲"), draft("案乙", 1.5)])
    assert not Entry.objects.exists()
    with transaction.atomic():
        assert append_many([]) == []


def test_without_its_head_nothing_is_entered_and_the_way_out_is_said(enter):
    enter()
    run([*guards.lift(connection), "DELETE FROM ledger_head"])
    with pytest.raises(HeadMissing, match="fadu ledger guard"):
        enter()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"stream": ""}, "stream: must not be empty"),
        ({"act": ""}, "act: must not be empty"),
        ({"actor": ""}, "actor: must not be empty"),
        ({"actor": "张\n测试"}, "line feed"),
        ({"principal": "李\x00"}, "NUL"),
        ({"cites": ["a\x00"], "content": {}}, None),
        ({"stream": "案" * 201}, "longer than 200"),
        ({"on": datetime(2025, 3, 3, tzinfo=UTC)}, "the day of the act is a date"),
        ({"on": "2025-03-03"}, "the day of the act is a date"),
        ({"at": datetime(2025, 3, 3)}, "no time zone"),
        ({"content": {"甲": "\ud800"}}, "half a character"),
        ({"cites": "penalty-2021/54.2"}, "not one text"),
    ],
)
def test_what_cannot_be_written_is_refused_in_words(enter, given, said):
    if said is None:  # in JSON a NUL is written as an escape, and so may stand
        assert enter(**given).cites == ("a\x00",)
        return
    with pytest.raises(Unwritable, match=said):
        enter(**given)
    assert not Entry.objects.exists()


def test_an_attachment_in_the_content_stands_there_by_its_digest(enter):
    held = Attachment(digest="0" * 64, algorithm="sm3", size=5, media_type="text/plain", name="张测试.txt")
    content = enter(content={"证据": [held]}).content
    assert f'"attachment":"{"0" * 64}"' in content
    assert "张测试" not in content


def test_openssl_agrees_with_the_documented_lines(ledger):
    """Anyone recomputes a digest from the fourteen lines without our code."""
    line = rows.lines()[2]
    done = subprocess.run(
        ["openssl", "dgst", f"-{ALGORITHM}"], input=entry_text(line).encode(), capture_output=True, check=True
    )
    assert done.stdout.split()[-1].decode() == line.digest


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from("甲乙丙"), words, words, words | st.just(""), st.dates(), st.lists(words, max_size=3),
            st.dictionaries(words, st.integers() | words | st.booleans() | st.none(), max_size=4),
            st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_whatever_is_entered_verifies(db, acts):
    with transaction.atomic():
        for stream, act, actor, principal, on, cites, content, at in acts:
            append(stream, act, actor=actor, principal=principal, on=on, cites=cites, content=content, at=at)
        report = verify()
        assert (report.ok, report.entries) == (True, len(acts)), report.findings
        transaction.set_rollback(True)
