"""Whoever takes the guards away and changes the ledger is found, by what was changed."""

# ruff: noqa: S608, ISC004  the statements here are a forger's, put together on purpose

from datetime import date

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.ledger import guards, rows
from fadu.ledger.digests import entry_digest, seal_digest
from fadu.ledger.merkle import root
from fadu.ledger.models import Seal
from fadu.ledger.verification import standing_of, verify
from tests.ledger.emptying import run

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def tamper(*statements: str) -> list[str]:
    """What a verification finds after these statements, run behind the guards' back; then all is as before."""
    with transaction.atomic():
        run(guards.lift(connection))
        run(list(statements))
        if connection.vendor == "postgresql":
            run(["SET CONSTRAINTS ALL IMMEDIATE"])  # a table with deferred checks could not be guarded again
        run(guards.fix(connection))
        found = [finding.code for finding in verify(files=False).findings]
        transaction.set_rollback(True)
    return found


FOUND = [
    ("UPDATE ledger_entry SET act = '撤案' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET actor = '李示例' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET principal = '李示例' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET stream = '案丁' WHERE number = 14", ["changed", "page"]),
    ("UPDATE ledger_entry SET seq = 9 WHERE number = 14", ["changed", "page"]),
    ("UPDATE ledger_entry SET \"on\" = '2025-03-02' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET at = '2025-03-03 04:00:00.123457' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET cites = '[]' WHERE number = 3", ["changed"]),
    ("UPDATE ledger_entry SET content = replace(content, '50.00', '5.00') WHERE number = 4", ["changed"]),
    ("UPDATE ledger_entry SET content = content || ' ' WHERE number = 4", ["changed"]),
    ("UPDATE ledger_entry SET actor = actor || chr10, principal = '' WHERE number = 4", ["changed"]),
    ("UPDATE ledger_entry SET before = '' WHERE number = 4", ["changed", "before"]),
    ("UPDATE ledger_entry SET above = '' WHERE number = 4", ["changed", "above"]),
    ("UPDATE ledger_entry SET algorithm = 'sha256' WHERE number = 4", ["changed"]),
    ("UPDATE ledger_entry SET algorithm = 'md5' WHERE number = 14", ["changed"]),
    ("UPDATE ledger_entry SET digest = 'x' WHERE number = 14", ["changed", "head"]),
    ("DELETE FROM ledger_entry WHERE number = 14", ["truncated"]),
    ("DELETE FROM ledger_entry", ["seal-range", "seal-range", "seal-range", "seal-range", "truncated"]),
    ("DELETE FROM ledger_entry WHERE number = 1", ["missing", "page", "seal-root"]),
    ("UPDATE ledger_entry SET number = 15 WHERE number = 14", ["changed", "missing", "beyond"]),
    ("UPDATE ledger_head SET number = 13 WHERE book = 'entry'", ["beyond"]),
    ("UPDATE ledger_head SET number = 15 WHERE book = 'entry'", ["truncated"]),
    ("UPDATE ledger_head SET digest = '' WHERE book = 'entry'", ["head"]),
    ("UPDATE ledger_head SET number = 3 WHERE book = 'seal'", ["seal-beyond"]),
    ("UPDATE ledger_head SET digest = '' WHERE book = 'seal'", ["seal-head"]),
    ("UPDATE ledger_seal SET root = head WHERE number = 2", ["seal-changed", "seal-root"]),
    ("UPDATE ledger_seal SET day = '2025-03-20' WHERE number = 4", ["seal-changed", "seal-day"]),
    ("UPDATE ledger_seal SET at = '2025-03-20 00:00:00' WHERE number = 2", ["seal-changed"]),
    ("UPDATE ledger_seal SET last = 11 WHERE number = 4", ["seal-changed", "seal-range"]),
    ("UPDATE ledger_seal SET before = '' WHERE number = 4", ["seal-changed", "seal-before"]),
    ("DELETE FROM ledger_seal WHERE number = 4", ["seal-truncated"]),
    ("DELETE FROM ledger_seal WHERE number = 2", ["seal-missing"]),
    ("DELETE FROM ledger_seal", ["seal-truncated"]),
    ("DELETE FROM ledger_attachment", ["attachment-missing"]),
    ("UPDATE ledger_attachment SET size = 1", ["attachment-changed"]),
    ("UPDATE ledger_attachment SET media_type = 'text/html'", ["attachment-changed"]),
    ("DELETE FROM ledger_head", ["beyond", "seal-beyond"]),
]


@pytest.mark.parametrize(("statement", "codes"), FOUND)
def test_each_change_is_found_for_what_it_is(ledger, statement, codes):
    chr10 = "char(10)" if connection.vendor == "sqlite" else "chr(10)"
    assert tamper(statement.replace("chr10", chr10)) == codes


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE ledger_entry SET act = CAST(x'ff' AS TEXT) WHERE number = 14", ["changed"]),
        ("UPDATE ledger_entry SET stream = CAST(x'ff' AS TEXT) WHERE number = 14", ["changed", "page"]),
        ("UPDATE ledger_entry SET content = CAST(content AS BLOB) WHERE number = 14", ["foreign", "changed"]),
        ("UPDATE ledger_entry SET digest = x'00' WHERE number = 14", ["foreign", "changed", "head"]),
        ("UPDATE ledger_entry SET number = 'x' WHERE number = 14", ["foreign", "truncated"]),
        ("UPDATE ledger_entry SET number = 13.5 WHERE number = 14", ["foreign", "truncated"]),
        ("UPDATE ledger_entry SET seq = 'x' WHERE number = 14", ["foreign", "changed", "page"]),
        ("UPDATE ledger_entry SET at = '' WHERE number = 14", ["changed"]),
        ("UPDATE ledger_entry SET at = x'00' WHERE number = 14", ["foreign", "changed"]),
        ("UPDATE ledger_seal SET last = 'x' WHERE number = 4", ["foreign", "seal-truncated"]),
        ("UPDATE ledger_seal SET day = '' WHERE number = 4", ["seal-changed", "seal-day"]),
    ],
)
def test_sqlite_lets_any_value_in_and_verification_lets_none_pass(ledger, statement, codes):
    found = tamper(statement)
    assert [code for code in found if not code.startswith("seal-range")] == codes


@SLOW
@given(st.data())
def test_any_single_change_of_any_field_is_found(ledger, data):
    table, keys = data.draw(
        st.sampled_from(
            [("ledger_entry", range(1, 15)), ("ledger_seal", range(1, 5)), ("ledger_head", ["entry", "seal"])]
        )
    )
    key = data.draw(st.sampled_from(list(keys)))
    by = "book" if table == "ledger_head" else "number"
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM {table} WHERE "{by}" = %s', [key])
        standing = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    field = data.draw(st.sampled_from(sorted(set(standing) - {"book"})))
    value = standing[field]
    if isinstance(value, int):
        new = str(data.draw(st.integers(-5, 400).filter(lambda n: n != value)))
    elif field in {"at", "on", "day"}:
        new = f"'{data.draw(st.dates(date(2026, 1, 1), date(2200, 1, 1)))}'"
    else:
        most = {"digest": 64, "before": 64, "above": 64, "head": 64, "root": 64, "algorithm": 8}.get(field, 300)
        words = st.text(st.characters(exclude_characters="\x00'%", exclude_categories=["Cs"]), max_size=most)
        new = f"'{data.draw(words.filter(lambda text: text != value))}'"
    if (
        field == "number"
        and table != "ledger_head"
        and (int(new) in keys or (table == "ledger_entry" and int(new) < 1))
    ):
        return  # the key is taken, or the table's own constraint refuses it: the statement changes nothing
    if field == "seq" and (int(new) < 1 or rows_have(standing["stream"], int(new))):
        return
    key_text = f"'{key}'" if by == "book" else key
    assert tamper(f'UPDATE {table} SET "{field}" = {new} WHERE "{by}" = {key_text}')


def rows_have(stream: str, seq: int) -> bool:
    return any(line.seq == seq for line in rows.stream_lines(stream))


@SLOW
@given(st.sets(st.integers(1, 14), min_size=1))
def test_any_deletion_is_found(ledger, numbers):
    assert tamper(f"DELETE FROM ledger_entry WHERE number IN ({', '.join(map(str, numbers))})")


@SLOW
@given(st.permutations(range(1, 15)).filter(lambda order: list(order) != list(range(1, 15))))
def test_any_reordering_is_found(ledger, order):
    moves = " ".join(f"WHEN {n} THEN {1000 + new}" for n, new in enumerate(order, 1))
    assert tamper(
        f"UPDATE ledger_entry SET number = CASE number {moves} END", "UPDATE ledger_entry SET number = number - 1000"
    )


@SLOW
@given(st.integers(1, 14), st.integers(1, 15))
def test_an_inserted_copy_is_found(ledger, source, place):
    assert tamper(
        f"UPDATE ledger_entry SET number = number + 1000 WHERE number >= {place}",
        "UPDATE ledger_entry SET number = number - 999 WHERE number >= 1000",
        f"INSERT INTO ledger_entry SELECT {place}, '案丁', 1, at, \"on\", actor, principal, act, cites, content, '',"
        f" above, algorithm, digest FROM ledger_entry WHERE number = {source if source < place else source + 1}",
        "UPDATE ledger_head SET number = 15 WHERE book = 'entry'",
    )


def rewrite_from(number: int, act: str) -> None:
    """What a thorough forger does: change one entry and make all digests, seals and heads after it anew."""
    last: dict[str, str] = {}
    above = ""
    for line in rows.lines():
        forged = line._replace(
            act=act if line.number == number else line.act, above=above, before=last.get(line.stream, "")
        )
        above = last[line.stream] = entry_digest(forged) or ""
        run(
            [
                f"UPDATE ledger_entry SET act = '{forged.act}', above = '{forged.above}', before = '{forged.before}',"
                f" digest = '{above}' WHERE number = {line.number}"
            ]
        )
    run([f"UPDATE ledger_head SET digest = '{above}' WHERE book = 'entry'"])
    digests = [line.digest for line in rows.lines()]
    before = ""
    for seal in rows.seal_lines()[0]:
        tree = root(seal.algorithm, digests[seal.first - 1 : seal.last])
        forged_seal = seal._replace(root=tree, before=before, head=digests[seal.last - 1])
        before = seal_digest(forged_seal) or ""
        run(
            [
                f"UPDATE ledger_seal SET root = '{tree}', before = '{forged_seal.before}', head = '{forged_seal.head}',"
                f" digest = '{before}' WHERE number = {seal.number}"
            ]
        )
    run([f"UPDATE ledger_head SET digest = '{before}' WHERE book = 'seal'"])


def test_a_ledger_rewritten_throughout_is_found_by_the_published_seal(ledger):
    published = {made.day: made.digest for made in Seal.objects.all()}
    assert verify(published=published).ok
    run(guards.lift(connection))
    rewrite_from(6, "撤案")
    run(guards.fix(connection))
    assert verify().ok  # nothing inside can tell: this is what the published seal is for
    told = verify(published={date(2025, 3, 6): published[date(2025, 3, 6)]})
    assert [(finding.code, finding.number) for finding in told.findings] == [("published", 4)]
    assert verify(published={date(2025, 3, 3): published[date(2025, 3, 3)]}).ok  # what stood before is untouched


def test_a_published_day_without_a_seal_is_found(ledger):
    assert [finding.code for finding in verify(published={date(2025, 3, 20): "0" * 64}).findings] == ["published"]


def test_findings_say_number_and_stream_in_both_languages(ledger):
    run(guards.lift(connection))
    run(["UPDATE ledger_entry SET act = '撤案' WHERE number = 3"])
    run(guards.fix(connection))
    (finding,) = verify().findings
    assert finding.zh == "第 3 号账页（卷“案丙”第 1 页）与其摘要不符：记入以后被改动。"
    assert finding.en.startswith("Entry 3 (stream “案丙”, page 1) does not match its digest")
    assert not standing_of("案丙").verified
    assert standing_of("案乙").verified


def test_of_very_many_findings_all_are_counted_and_the_first_kept(ledger, monkeypatch):
    monkeypatch.setattr("fadu.ledger.findings.KEPT", 3)
    run(guards.lift(connection))
    run(["UPDATE ledger_entry SET act = '撤案'"])
    run(guards.fix(connection))
    report = verify()
    assert (report.found, len(report.findings)) == (14, 3)


def test_after_the_end_was_cut_off_the_ledger_goes_on_and_the_gap_stays(ledger, enter):
    run(guards.lift(connection))
    run(["DELETE FROM ledger_entry WHERE number > 12"])
    run(guards.fix(connection))
    assert enter("案丙").number == 15
    assert [(finding.code, finding.zh[:16]) for finding in verify().findings] == [
        ("missing", "缺第 13 至 14 号账页：被")
    ]


@pytest.mark.django_db(transaction=True)
def test_the_head_stands_at_the_last_entry_within_and_after_the_transaction(enter):
    with transaction.atomic():
        enter("案甲")
        enter("案乙")
        assert rows.heads().entries == 2
        enter("案甲")
        assert verify().ok
    assert rows.heads().entries == 3
    assert verify().ok
