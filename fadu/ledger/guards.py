"""Append-only, held by the database itself: triggers on entries, attachments, seals and heads, for both databases.

What they refuse: change and deletion of any row, truncation of a table, an entry or seal that does not follow the last
one, and a head that goes back or to a number that is not in the book. Whoever owns the tables can still drop triggers;
``verify`` reports a missing one, and a published seal or an exported file shows what was rewritten meanwhile.

The only other work done by a trigger is to carry the head to the entries just written (on PostgreSQL at the commit): so
an append is two statements, and an entry cannot be in the table without being counted.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_KEPT = ("ledger_entry", "ledger_attachment", "ledger_seal")
_BOOKS = (("entry", "ledger_entry", "above"), ("seal", "ledger_seal", "before"))
_CARRY = "SET CONSTRAINTS ALL IMMEDIATE"
_DEFER = "SET CONSTRAINTS ALL DEFERRED"
_HEADS = (
    "INSERT INTO ledger_head (book, number, digest) VALUES ('entry', 0, ''), ('seal', 0, '') ON CONFLICT DO NOTHING"
)

_FOUND = [
    f"UPDATE ledger_head SET number = (SELECT max(number) FROM {table}), "  # noqa: S608  our own table names
    f"digest = (SELECT digest FROM {table} ORDER BY number DESC LIMIT 1) "
    f"WHERE book = '{book}' AND number = 0 AND EXISTS (SELECT 1 FROM {table})"
    for book, table, _link in _BOOKS
]


def _sqlite() -> dict[str, str]:
    """Each trigger by its name. BEFORE INSERT also stops INSERT OR REPLACE, which fires no delete trigger."""
    made: dict[str, str] = {}

    def trigger(name: str, event: str, body: str, when: str = "") -> None:
        made[name] = f"CREATE TRIGGER {name} {event} {f'WHEN {when} ' if when else ''}BEGIN {body}; END"

    for table in _KEPT:
        for verb in ("UPDATE", "DELETE"):
            refuse = f"SELECT RAISE(ABORT, 'ledger: {verb} of {table} is refused, its rows are kept as entered')"
            trigger(f"{table}_{verb.lower()}", f"BEFORE {verb} ON {table}", refuse)
    for book, table, link in _BOOKS:
        unique = {"entry": "stream = NEW.stream AND seq = NEW.seq", "seal": "day = NEW.day"}[book]
        trigger(
            f"{table}_insert",
            f"BEFORE INSERT ON {table}",
            f"SELECT RAISE(ABORT, 'ledger: this row of {table} does not follow the last one')",
            f"NOT EXISTS (SELECT 1 FROM ledger_head WHERE book = '{book}' AND number = NEW.number - 1"  # noqa: S608
            f" AND digest = NEW.{link}) OR EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"
            f" OR EXISTS (SELECT 1 FROM {table} WHERE {unique})",
        )
        trigger(
            f"{table}_entered",
            f"AFTER INSERT ON {table}",
            f"UPDATE ledger_head SET number = NEW.number, digest = NEW.digest WHERE book = '{book}'",  # noqa: S608
        )
    trigger(
        "ledger_attachment_insert",
        "BEFORE INSERT ON ledger_attachment",
        "SELECT RAISE(ABORT, 'ledger: this attachment is already entered')",
        "EXISTS (SELECT 1 FROM ledger_attachment WHERE id = NEW.id)",
    )
    back = "SELECT RAISE(ABORT, 'ledger: a head only grows, and only to a number that is in its book')"
    same = "number = NEW.number AND digest = NEW.digest"
    stands = " OR ".join(
        f"(NEW.book = '{book}' AND EXISTS (SELECT 1 FROM {table} WHERE {same}))"  # noqa: S608
        for book, table, _ in _BOOKS
    )
    grows = f"NEW.book <> OLD.book OR NEW.number <= OLD.number OR NOT ({stands})"
    trigger("ledger_head_update", "BEFORE UPDATE ON ledger_head", back, grows)
    trigger("ledger_head_delete", "BEFORE DELETE ON ledger_head", back)
    fresh = "NEW.number <> 0 OR EXISTS (SELECT 1 FROM ledger_head WHERE book = NEW.book)"
    trigger("ledger_head_insert", "BEFORE INSERT ON ledger_head", back, fresh)
    return made


_REFUSE = """
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: % of % is refused, its rows are kept as entered', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$"""

_HEAD_GROWS = """
CREATE OR REPLACE FUNCTION ledger_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.number = 0 THEN RETURN NEW; END IF;
  ELSIF NEW.book = OLD.book AND NEW.number > OLD.number THEN
    IF NEW.book = 'entry' THEN
      PERFORM 1 FROM ledger_entry WHERE number = NEW.number AND digest = NEW.digest;
    ELSE
      PERFORM 1 FROM ledger_seal WHERE number = NEW.number AND digest = NEW.digest;
    END IF;
    IF FOUND THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'ledger: a head only grows, and only to a number that is in its book'
    USING ERRCODE = 'integrity_constraint_violation';
END $$"""

_SEAL_ENTERED = """
CREATE OR REPLACE FUNCTION ledger_seal_entered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  low bigint; high bigint; many bigint;
BEGIN
  SELECT min(number), max(number), count(*) INTO low, high, many FROM added;
  IF many = 0 THEN RETURN NULL; END IF;
  IF high - low + 1 = many THEN
    UPDATE ledger_head SET number = high, digest = (SELECT digest FROM added WHERE number = high)
      WHERE book = 'seal' AND number = low - 1 AND digest = (SELECT before FROM added WHERE number = low);
    IF FOUND THEN RETURN NULL; END IF;
  END IF;
  RAISE EXCEPTION 'ledger: this row of ledger_seal does not follow the last one'
    USING ERRCODE = 'integrity_constraint_violation';
END $$"""

# The rows of one statement follow each other and the last entry (or, were that cut off, the head: the gap then shows).
_ENTRY_FOLLOWS = """
CREATE OR REPLACE FUNCTION ledger_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  low bigint; high bigint; many bigint; link text;
BEGIN
  SELECT min(number), max(number), count(*) INTO low, high, many FROM added;
  IF many = 0 THEN RETURN NULL; END IF;
  IF high - low + 1 = many THEN
    SELECT above INTO link FROM added WHERE number = low;
    PERFORM 1 FROM ledger_entry WHERE number = low - 1 AND digest = link;
    IF FOUND OR (low = 1 AND link = '') THEN RETURN NULL; END IF;
    PERFORM 1 FROM ledger_head WHERE book = 'entry' AND number = low - 1 AND digest = link;
    IF FOUND THEN RETURN NULL; END IF;
  END IF;
  RAISE EXCEPTION 'ledger: this row of ledger_entry does not follow the last one'
    USING ERRCODE = 'integrity_constraint_violation';
END $$"""

# Deferred to the commit, so that the head is written once a transaction: within one transaction every rewriting of a
# row walks over all its former versions, and ten thousand appends would each wait for ten thousand.
_ENTRY_CARRIED = """
CREATE OR REPLACE FUNCTION ledger_entry_carried() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM ledger_head WHERE book = 'entry' AND number >= NEW.number;
  IF NOT FOUND THEN
    UPDATE ledger_head SET number = last.number, digest = last.digest
      FROM (SELECT number, digest FROM ledger_entry ORDER BY number DESC LIMIT 1) AS last WHERE book = 'entry';
  END IF;
  RETURN NULL;
END $$"""

# Several statements in a function, each with its own snapshot: those after the first see what the writer waited for. In
# one statement they would read the stream as it stood before the wait, and the chain would fork.
_LAST = """
CREATE OR REPLACE FUNCTION ledger_last(name text, OUT number bigint, OUT above text, OUT seq integer, OUT before text)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  last record;
BEGIN
  SELECT h.number, h.digest INTO number, above FROM ledger_head h WHERE h.book = 'entry' FOR UPDATE;
  SELECT e.number, e.digest INTO last FROM ledger_entry e ORDER BY e.number DESC LIMIT 1;
  IF last.number > number THEN
    number := last.number;
    above := last.digest;
  END IF;
  SELECT e.seq, e.digest INTO seq, before FROM ledger_entry e WHERE e.stream = name ORDER BY e.seq DESC LIMIT 1;
END $$"""


def _postgresql() -> dict[str, str]:
    """Each trigger by its name."""
    made: dict[str, str] = {}
    for table in _KEPT:
        made[f"{table}_keep"] = (
            f"CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        )
    added = "REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION"
    made["ledger_entry_follows"] = (
        f"CREATE TRIGGER ledger_entry_follows AFTER INSERT ON ledger_entry {added} ledger_entry_follows()"
    )
    made["ledger_entry_carried"] = (
        "CREATE CONSTRAINT TRIGGER ledger_entry_carried AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION ledger_entry_carried()"
    )
    made["ledger_seal_entered"] = (
        f"CREATE TRIGGER ledger_seal_entered AFTER INSERT ON ledger_seal {added} ledger_seal_entered()"
    )
    made["ledger_head_keep"] = (
        "CREATE TRIGGER ledger_head_keep BEFORE DELETE OR TRUNCATE ON ledger_head "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
    )
    made["ledger_head_grows"] = (
        "CREATE TRIGGER ledger_head_grows BEFORE INSERT OR UPDATE ON ledger_head "
        "FOR EACH ROW EXECUTE FUNCTION ledger_head_grows()"
    )
    return made


def _functions() -> dict[str, str]:
    """What the triggers of PostgreSQL run, and what ``append`` asks, by name."""
    return {
        "ledger_refuse": _REFUSE,
        "ledger_head_grows": _HEAD_GROWS,
        "ledger_entry_follows": _ENTRY_FOLLOWS,
        "ledger_entry_carried": _ENTRY_CARRIED,
        "ledger_seal_entered": _SEAL_ENTERED,
        "ledger_last": _LAST,
    }


def _table(trigger: str) -> str:
    return next(table for table in (*_KEPT, "ledger_head") if trigger.startswith(table))


def fix(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that put the guards and the two heads in place."""
    if connection.vendor == "sqlite":
        return [_HEADS, *_sqlite().values()]
    triggers = _postgresql()
    # ALWAYS: they fire even under session_replication_role = replica, which silences ordinary triggers
    always = [f"ALTER TABLE {_table(name)} ENABLE ALWAYS TRIGGER {name}" for name in triggers]
    return [_HEADS, *_functions().values(), *triggers.values(), *always]


def lift(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that take the guards away: for undoing the migration and for emptying a test database."""
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _sqlite()]
    drops = [f"DROP TRIGGER IF EXISTS {name} ON {_table(name)}" for name in _postgresql()]
    return [_CARRY, _DEFER, *drops]


def carry(connection: BaseDatabaseWrapper) -> None:
    """Within a transaction on PostgreSQL, move the head to the last entry now instead of at the commit."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(_CARRY)
            cursor.execute(_DEFER)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards that are not in place, or not as they were put there."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            found = dict(cursor.fetchall())
            return sorted(name for name, sql in _sqlite().items() if found.get(name) != sql)
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal")
        standing = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT proname, prosrc FROM pg_proc WHERE proname LIKE 'ledger%'")
        found = dict(cursor.fetchall())
        altered = {name for name, sql in _functions().items() if found.get(name) != sql.split("$$")[1]}
        return sorted(name for name in _postgresql() if name not in standing) + sorted(altered)


def restore(connection: BaseDatabaseWrapper) -> list[str]:
    """Put back what is missing, heads included, within the caller's transaction; the names of what was missing."""
    gone = missing(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT book FROM ledger_head")
        books = {row[0] for row in cursor.fetchall()}
        gone += [f"ledger_head {book}" for book, _table, _link in _BOOKS if book not in books]
        if gone:
            for statement in [*lift(connection), _HEADS, *_FOUND, *fix(connection)]:
                cursor.execute(statement)
    return gone


def install(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """For the migration."""
    for statement in fix(schema_editor.connection):
        schema_editor.execute(statement, params=None)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """For the migration's undoing."""
    for statement in lift(schema_editor.connection):
        schema_editor.execute(statement, params=None)
