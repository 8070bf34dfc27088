"""Reading the tables as the lines that were hashed, in bounded memory, without locking writers out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import DatabaseError, connection

from fadu.ledger import guards
from fadu.ledger.digests import Line, SealLine

CHUNK = 10_000


# Number and digest of the ledger's last entry, page and digest of the stream's last, read under the lock of the writer.
LAST = {
    "postgresql": "SELECT number, above, seq, before FROM ledger_last(%s)",
    "sqlite": """
        SELECT h.number, h.digest, e.seq, e.digest FROM ledger_head h
        LEFT JOIN (SELECT seq, digest FROM ledger_entry WHERE stream = %s ORDER BY seq DESC LIMIT 1) e ON 1
        WHERE h.book = 'entry'""",
}


class Heads(NamedTuple):
    """How far the ledger was written and sealed."""

    entries: int
    entry: str
    seals: int
    seal: str


def _moment(column: str) -> str:
    if connection.vendor == "postgresql":
        return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
    return f"replace({column}, ' ', 'T') || CASE length({column}) WHEN 19 THEN '.000000Z' ELSE 'Z' END"


def _day(column: str) -> str:
    return f"to_char({column}, 'YYYY-MM-DD')" if connection.vendor == "postgresql" else f"{column} || ''"


def _entry_columns() -> str:
    on = _day('"on"')
    return (
        f"number, stream, seq, {_moment('at')}, {on}, actor, principal, act, cites, content, before, above, algorithm, "
        "digest"
    )


def lines(above: int | None = None, limit: int = CHUNK) -> list[Line]:
    """The next ``limit`` entries after number ``above``."""
    where = "" if above is None else "WHERE number > %s"
    if connection.vendor == "sqlite":  # a number that is none is counted by ``foreign``
        where += f"{' AND' if where else 'WHERE'} typeof(number) = 'integer'"
    sql = f"SELECT {_entry_columns()} FROM ledger_entry {where} ORDER BY number LIMIT {limit}"  # noqa: S608
    return [Line._make(row) for row in _fetch(sql, [] if above is None else [above])]


def stream_lines(stream: str) -> list[Line]:
    """All entries of one stream, in their order."""
    sql = f"SELECT {_entry_columns()} FROM ledger_entry WHERE stream = %s ORDER BY seq"  # noqa: S608
    return [Line._make(row) for row in _fetch(sql, [stream])]


def seal_lines() -> tuple[list[SealLine], int, str]:
    """All seals, with the head of their book as it stood at the same moment."""
    sql = (
        f"SELECT h.number, h.digest, s.number, {_day('s.day')}, s.first, s.last, s.root, {_moment('s.at')}, s.before, "  # noqa: S608
        "s.head, s.algorithm, s.digest FROM ledger_head h LEFT JOIN ledger_seal s ON s.number IS NOT NULL "
        "WHERE h.book = 'seal' ORDER BY s.number"
    )
    rows = _fetch(sql, [])
    if not rows:
        return [], 0, ""
    sound = (row[2:] for row in rows if all(type(row[n]) is int for n in (2, 4, 5)))
    return [SealLine._make(row) for row in sound], rows[0][0], rows[0][1]


def foreign() -> list[tuple[str, int]]:
    """Tables of SQLite, which lets any value stand in any column, with their rows that hold a value of another kind."""
    if connection.vendor != "sqlite":
        return []
    found = []
    for table, columns in (("ledger_entry", Line), ("ledger_seal", SealLine)):
        numbers = {"number", "seq"} if columns is Line else {"number", "first", "last"}
        wrong = " OR ".join(
            f"typeof(\"{name}\") <> '{'integer' if name in numbers else 'text'}'" for name in columns._fields
        )
        ((count,),) = _fetch(f"SELECT count(*) FROM {table} WHERE {wrong}", [])  # noqa: S608
        if count:
            found.append((table, count))
    return found


def lock() -> int:
    """Keep other writers out until the transaction ends; the number of the last entry."""
    number: int = _fetch(LAST[connection.vendor], [""])[0][0]
    return number


def heads() -> Heads:
    """Both heads, as they stand at one moment."""
    guards.carry(connection)
    books = {
        book: (number, digest) for book, number, digest in _fetch("SELECT book, number, digest FROM ledger_head", [])
    }
    return Heads(*books.get("entry", (0, "")), *books.get("seal", (0, "")))


def attachments() -> Iterator[tuple[str, str, str, int]]:
    """Digest, algorithm, media type and size of each registered file."""
    last = 0
    while rows := _fetch(
        "SELECT id, digest, algorithm, media_type, size FROM ledger_attachment WHERE id > %s ORDER BY id LIMIT 10000",
        [last],
    ):
        last = rows[-1][0]
        for row in rows:
            yield row[1:]


def _fetch(sql: str, params: list[int | str]) -> list[tuple[Any, ...]]:
    try:
        return _all(sql, params)
    except DatabaseError:
        if connection.vendor != "sqlite":
            raise
    # SQLite lets a text hold bytes that are no UTF-8; read so, they fail the digest instead of the reader
    connection.connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        return _all(sql, params)
    finally:
        connection.connection.text_factory = str


def _all(sql: str, params: list[int | str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
