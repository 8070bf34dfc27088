"""The database itself refuses to change, remove or insert what the ledger did not enter."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from fadu.ledger import guards
from fadu.ledger.attachments import attach
from fadu.ledger.models import Attachment, Entry, Head, Seal
from fadu.ledger.seals import seal
from fadu.ledger.verification import verify
from tests.ledger.conftest import FIRST, noon
from tests.ledger.emptying import run

COPY = (
    "SELECT {number}, 'x', 9, at, \"on\", actor, '', act, cites, content, '', {above}, algorithm, 'f' FROM ledger_entry"
)
SEAL = (
    "SELECT {number}, '2030-01-01', 1, 14, root, at, {before}, head, algorithm, 'f' FROM ledger_seal WHERE number = 1"
)
CROWD_OUT = (
    "INSERT OR REPLACE INTO ledger_entry SELECT 15, stream, seq, at, \"on\", actor, principal, '撤案', cites, content,"
    " before, digest, algorithm, 'f' FROM ledger_entry WHERE number = 14"
)
RESEAL = (
    "REPLACE INTO ledger_seal SELECT 5, '2025-03-06', 1, 14, root, at, digest, head, algorithm, 'f' FROM ledger_seal"
    " WHERE number = 4"
)
REATTACH = (
    "INSERT OR REPLACE INTO ledger_attachment SELECT id, digest, algorithm, 0, media_type, name, at"
    " FROM ledger_attachment"
)

REFUSED = [
    "UPDATE ledger_entry SET act = '撤案' WHERE number = 3",
    "UPDATE ledger_entry SET number = 99 WHERE number = 14",
    "UPDATE ledger_entry SET digest = digest",
    "DELETE FROM ledger_entry WHERE number = 14",
    "DELETE FROM ledger_entry",
    f"INSERT INTO ledger_entry {COPY.format(number=99, above='digest')} WHERE number = 14",
    f"INSERT INTO ledger_entry {COPY.format(number=15, above=chr(39) * 2)} WHERE number = 14",
    f"INSERT INTO ledger_entry {COPY.format(number=3, above='above')} WHERE number = 3",
    "UPDATE ledger_seal SET root = '' WHERE number = 2",
    "DELETE FROM ledger_seal",
    f"INSERT INTO ledger_seal {SEAL.format(number=9, before='before')}",
    f"INSERT INTO ledger_seal {SEAL.format(number=5, before='before')}",
    "UPDATE ledger_attachment SET size = 0",
    "DELETE FROM ledger_attachment",
    "UPDATE ledger_head SET number = 3",
    "UPDATE ledger_head SET number = 99 WHERE book = 'entry'",
    "UPDATE ledger_head SET digest = 'f'",
    "DELETE FROM ledger_head WHERE book = 'seal'",
    "INSERT INTO ledger_head (book, number, digest) VALUES ('entry', 5, '')",
    "INSERT INTO ledger_head (book, number, digest) VALUES ('other', 0, '')",
]
BY_VENDOR = {
    "sqlite": [
        f"INSERT OR REPLACE INTO ledger_entry {COPY.format(number=3, above='above')} WHERE number = 3",
        CROWD_OUT,
        "INSERT OR REPLACE INTO ledger_head VALUES ('entry', 0, '')",
        RESEAL,
        REATTACH,
        "UPDATE OR REPLACE ledger_entry SET number = 3 WHERE number = 4",
    ],
    "postgresql": [
        "TRUNCATE ledger_entry",
        "TRUNCATE ledger_seal",
        "TRUNCATE ledger_attachment CASCADE",
        "TRUNCATE ledger_head",
        "INSERT INTO ledger_head VALUES ('entry', 0, '') ON CONFLICT (book) DO UPDATE SET number = 0",
        "SET LOCAL session_replication_role = replica; DELETE FROM ledger_entry",
    ],
}


def attempts():
    return [*REFUSED, *BY_VENDOR[connection.vendor]]


@pytest.mark.parametrize("nth", range(len(REFUSED) + 6))
def test_each_statement_that_is_no_entry_is_refused(ledger, nth):
    statement = attempts()[nth]
    standing = [list(model.objects.values()) for model in (Entry, Seal, Attachment, Head)]
    with pytest.raises(DatabaseError), transaction.atomic():
        run([statement])
    assert [list(model.objects.values()) for model in (Entry, Seal, Attachment, Head)] == standing
    assert verify().ok


def test_through_the_models_nothing_changes_either(ledger):
    for attempt in (ledger[2].save, ledger[2].delete, Entry.objects.all().delete, Seal.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


@pytest.mark.parametrize("name", ["ledger_entry", "ledger_seal", "ledger_attachment", "ledger_head"])
def test_a_guard_that_was_taken_away_is_named(ledger, name):
    gone = next(statement for statement in guards.lift(connection) if name in statement)
    trigger = gone.split("EXISTS ")[1].split(" ON ")[0]
    run([gone])
    assert [(finding.code, trigger in finding.zh) for finding in verify().findings] == [("guard", True)]


def test_a_guard_that_was_weakened_is_named(ledger):
    if connection.vendor == "sqlite":
        run(
            [
                "DROP TRIGGER ledger_entry_delete",
                "CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry BEGIN SELECT 1; END",
            ]
        )
    else:
        run(["SET CONSTRAINTS ALL IMMEDIATE", "ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_keep"])
    assert [finding.code for finding in verify().findings] == ["guard"]


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_a_guard_whose_function_was_emptied_is_named(ledger):
    run(["CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"])
    assert [finding.code for finding in verify().findings] == ["guard"]


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_a_role_with_the_least_rights_can_enter_and_nothing_else(ledger, enter):
    """The rights that the decision record tells an operator to give are enough to append, seal and verify."""
    run(
        [
            "SET CONSTRAINTS ALL IMMEDIATE",
            "CREATE ROLE fadu_clerk_of_the_test",
            "GRANT SELECT, INSERT ON ledger_entry, ledger_seal, ledger_attachment TO fadu_clerk_of_the_test",
            "GRANT SELECT, UPDATE ON ledger_head TO fadu_clerk_of_the_test",
            "SET LOCAL ROLE fadu_clerk_of_the_test",
            "SET CONSTRAINTS ALL DEFERRED",
        ]
    )
    enter(content={"证据": [attach(b"a", "a.txt")]})
    seal(FIRST + timedelta(days=4), at=noon(FIRST + timedelta(days=5)))
    assert verify().ok
    for statement in (
        "DELETE FROM ledger_entry",
        "UPDATE ledger_entry SET act = ''",
        "TRUNCATE ledger_entry",
        "DROP TRIGGER ledger_entry_keep ON ledger_entry",
        "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
        "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "SET session_replication_role = replica",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            run([statement])
    run(["RESET ROLE"])


def test_the_guards_can_be_put_back(ledger):
    run(guards.lift(connection))
    assert guards.missing(connection)
    run(guards.fix(connection))
    assert not guards.missing(connection)
    assert verify().ok
