"""Verifying the ledger in the database: every entry, seal, attachment and guard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from fadu.ledger import guards, rows
from fadu.ledger.attachments import location
from fadu.ledger.checking import Check
from fadu.ledger.digests import entry_digest
from fadu.ledger.findings import Report
from fadu.ledger.models import Seal
from fadu.ledger.offline import check_file


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a stream stands. ``sealed_since``: the day whose seal covers its last entry; None while it is unsealed."""

    verified: bool
    sealed_since: date | None
    entries: int


def verify(*, files: bool = True, published: Mapping[date, str] | None = None) -> Report:
    """Check the whole ledger; what is wrong stands in the report, nothing is raised for it.

    ``files``: also read each attached file. ``published``: seal digests by day, as they were published.
    Writers go on meanwhile; what they enter during the check is checked too, what they seal is not.
    """
    check = Check(published)
    for name in guards.missing(connection):
        check.report.find("guard", None, name=name)
    for table, count in rows.foreign():
        check.report.find("foreign", None, table=table, count=count)
    seals, seal_number, seal_digest = rows.seal_lines()
    waiting = iter(seals)
    seal = next(waiting, None)
    above: int | None = None
    while True:
        chunk = rows.lines(above)
        for line in chunk:
            while seal and seal.last < line.number:
                check.seal(seal)
                seal = next(waiting, None)
            check.entry(line)
        if chunk:
            above = chunk[-1].number
        elif (head := rows.heads()).entries <= check.number or not rows.lines(above, limit=1):
            break
    while seal:
        check.seal(seal)
        seal = next(waiting, None)
    check.heads(head.entries, head.entry, seal_number, seal_digest)
    _check_attachments(check, files=files)
    return check.report


def standing_of(stream: str) -> Stamp:
    """Whether this stream's entries verify, and since when they are sealed. Two queries, for one case page.

    That no later page of the stream was cut off shows only in ``verify``, which sees the whole ledger.
    """
    page, former, verified = 0, "", True
    found = rows.stream_lines(stream)
    for line in found:
        verified = verified and line.seq == page + 1 and line.before == former and entry_digest(line) == line.digest
        page, former = line.seq, line.digest
    if not found:
        return Stamp(verified=True, sealed_since=None, entries=0)
    last = found[-1].number
    sealed = Seal.objects.filter(first__lte=last, last__gte=last).values_list("day", flat=True).first()
    return Stamp(verified=verified, sealed_since=sealed, entries=len(found))


def _check_attachments(check: Check, *, files: bool) -> None:
    registered: set[str] = set()
    for digest, algorithm, media_type, size in rows.attachments():
        check.attachment(digest, algorithm, media_type, size)
        if files and digest not in registered:
            try:
                path = location(digest)
            except ValueError:
                check.report.find("file-missing", None, digest=digest)
            else:
                check_file(check.report, path, digest, algorithm)
        registered.add(digest)
    check.attachments_end(registered)
