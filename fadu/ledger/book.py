"""Entering acts in the ledger.

Each append reads the last entry of the ledger and of the stream under a lock (PostgreSQL: the head row; SQLite: the
write transaction) and inserts one row: two statements. The lock is held until the caller's transaction ends, which is
why numbers have no gaps. Lock what else you need first and append last: two writers then cannot wait for each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from fadu.ledger.canonical import Unwritable, canonical, canonical_list, moment
from fadu.ledger.digests import ALGORITHM, ENTRY_LINES, Line, digest, entry_text
from fadu.ledger.models import Entry
from fadu.ledger.rows import LAST

LONGEST_STREAM = 200

_FIELDS = [field.attname for field in Entry._meta.concrete_fields]
_COLUMNS = ", ".join(f'"{name}"' for name in _FIELDS)
_INSERT = f"INSERT INTO ledger_entry ({_COLUMNS}) VALUES ({', '.join(['%s'] * len(_FIELDS))})"  # noqa: S608
_COPY = f"COPY ledger_entry ({_COLUMNS}) FROM STDIN"
_LASTS = {
    "postgresql": """
        SELECT s.name, e.seq, e.digest FROM unnest(%s::text[]) AS s(name) CROSS JOIN LATERAL
        (SELECT seq, digest FROM ledger_entry WHERE stream = s.name ORDER BY seq DESC LIMIT 1) e""",
    "sqlite": """
        SELECT e.stream, e.seq, e.digest FROM json_each(%s) s CROSS JOIN ledger_entry e
        ON e.stream = s.value AND e.seq = (SELECT max(seq) FROM ledger_entry WHERE stream = s.value)""",
}


class HeadMissing(RuntimeError):
    """Nothing can be entered: the row that says how far the ledger was written is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry not yet in the ledger; the fields are those of ``append``."""

    stream: str
    act: str
    actor: str
    on: date
    cites: Sequence[str]
    content: Mapping[str, object]
    at: datetime | None = None
    principal: str = ""


def append(
    stream: str,
    act: str,
    *,
    actor: str,
    on: date,
    cites: Sequence[str],
    content: Mapping[str, object],
    at: datetime | None = None,
    principal: str = "",
) -> Entry:
    """Enter one act, within the caller's transaction.

    ``stream`` is the case or other matter whose chain this continues; ``on`` the day the act happened, ``at`` the
    moment it is entered (now, if not given); ``actor`` who did it, ``principal`` for whom; ``cites`` the provisions'
    keys. Put an ``Attachment`` into ``content`` and its digest stands in the chain.
    Raises ``Unwritable`` for what has no one text, ``TransactionManagementError`` outside a transaction.
    """
    _within_transaction()
    draft = Draft(
        stream=stream, act=act, actor=actor, on=on, cites=cites, content=content, at=at, principal=principal
    )  # fmt: skip
    with connection.cursor() as cursor:
        number, above, seq, before = _last(cursor, stream)
        line, entry = _enter(draft, number + 1, (seq or 0) + 1, before or "", above)
        cursor.execute(_INSERT, _row(line))
    return entry


def append_many(drafts: Iterable[Draft]) -> list[Entry]:
    """Enter many acts in their order, within the caller's transaction: three statements, however many there are.

    All or none: the first draft that cannot be written raises ``Unwritable``, and nothing is entered.
    """
    _within_transaction()
    listed = list(drafts)
    if not listed:
        return []
    streams = list(dict.fromkeys(draft.stream for draft in listed))
    postgresql = connection.vendor == "postgresql"
    lines: list[Line] = []
    entries: list[Entry] = []
    with connection.cursor() as cursor:
        number, above, _seq, _before = _last(cursor, "")
        cursor.execute(_LASTS[connection.vendor], [streams if postgresql else json.dumps(streams)])
        last: dict[str, tuple[int, str]] = {name: (seq, before) for name, seq, before in cursor.fetchall()}
        for draft in listed:
            number += 1
            seq, before = last.get(draft.stream, (0, ""))
            line, entry = _enter(draft, number, seq + 1, before, above)
            above = line.digest
            last[draft.stream] = (seq + 1, above)
            lines.append(line)
            entries.append(entry)
        if postgresql:
            with cursor.copy(_COPY) as copy:
                for line in lines:
                    copy.write_row(line)
        else:
            cursor.executemany(_INSERT, [_row(line) for line in lines])
    return entries


def entries(stream: str) -> QuerySet[Entry]:
    """The stream's entries in their order."""
    return Entry.objects.filter(stream=stream).order_by("seq")


def _within_transaction() -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "an entry is made in the transaction of the act that it records; wrap both in transaction.atomic()"
        )


def _last(cursor: CursorWrapper, stream: str) -> tuple[int, str, int | None, str | None]:
    cursor.execute(LAST[connection.vendor], [stream])
    last: tuple[int, str, int | None, str | None] | None = cursor.fetchone()
    if last is None or last[0] is None:
        raise HeadMissing(
            "the ledger's head is gone: run `fadu ledger verify`, then `fadu ledger guard` to put it back"
        )
    return last


def _enter(draft: Draft, number: int, seq: int, before: str, above: str) -> tuple[Line, Entry]:
    """The line to store and its model instance. Field order is that of ``Line`` and of ``Entry`` alike."""
    at = draft.at or datetime.now(UTC)
    cites, content = canonical_list(draft.cites, "cites"), canonical(draft.content)
    undigested = Line(
        number, draft.stream, seq, moment(at), _day(draft.on), draft.actor, draft.principal, draft.act, cites, content,
        before, above, ALGORITHM, "",
    )  # fmt: skip
    text = entry_text(undigested)
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise Unwritable(f"{draft.stream}, {draft.act}: half a character (lone surrogate) cannot be written") from error
    if text.count("\n") != ENTRY_LINES - 1 or "\x00" in text or not (draft.stream and draft.act and draft.actor):
        _refuse(draft)
    if len(draft.stream) > LONGEST_STREAM:
        raise Unwritable(f"stream: longer than {LONGEST_STREAM} characters: {draft.stream[:40]}…")
    mark = digest(ALGORITHM, data)
    entry = Entry.from_db(
        "default",
        _FIELDS,
        (number, draft.stream, seq, at, draft.on, draft.actor, draft.principal, draft.act, tuple(draft.cites), content,
         before, above, ALGORITHM, mark),
    )  # fmt: skip
    return Line(*undigested[:-1], mark), entry


def _row(line: Line) -> tuple[int | str, ...]:
    """The line as the database takes it: SQLite keeps a moment as Django writes it there."""
    if connection.vendor != "sqlite":
        return line
    return (*line[:3], line[3][:-1].replace("T", " ").removesuffix(".000000"), *line[4:])


def _day(on: date) -> str:
    if isinstance(on, datetime) or not isinstance(on, date):
        raise Unwritable(f"on: {on!r} is a {type(on).__name__}; the day of the act is a date")
    return on.isoformat()


def _refuse(draft: Draft) -> None:
    for name in ("stream", "act", "actor", "principal"):
        text = getattr(draft, name)
        if not isinstance(text, str):
            raise Unwritable(f"{name}: {text!r} is a {type(text).__name__}, not text")
        if not text and name != "principal":
            raise Unwritable(f"{name}: must not be empty")
        if "\n" in text or "\x00" in text:
            raise Unwritable(f"{name}: {text!r} holds a line feed or a NUL; it is one line")
    raise Unwritable(f"{draft.stream}, {draft.act}: a citation or the content holds a NUL character")
