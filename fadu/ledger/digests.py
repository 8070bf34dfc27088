"""From an entry or a seal to its digest. Plain Python: any machine hashes the same lines.

An entry is hashed as fourteen lines of UTF-8 joined by a line feed, none of which contains one::

    fadu-entry/1 · algorithm · number · stream · seq · at · on · actor · principal · act · cites · content
    · before (digest of the former entry of the stream) · above (digest of the entry with the number before)

A seal is hashed as ten::

    fadu-seal/1 · algorithm · number · day · first · last · root · at · before (digest of the former seal) · head

The first of all has empty lines for what stands before it. So anyone can recompute a digest with ``openssl sm3``.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import NamedTuple

ENTRY = "fadu-entry/1"
SEAL = "fadu-seal/1"
KNOWN = ("sm3", "sha256")
ALGORITHM = "sm3" if "sm3" in hashlib.algorithms_available else "sha256"
ENTRY_LINES = 14
SEAL_LINES = 10


class Line(NamedTuple):
    """An entry as it is hashed, stored, exported: cites and content are canonical JSON, at and on are texts."""

    number: int
    stream: str
    seq: int
    at: str
    on: str
    actor: str
    principal: str
    act: str
    cites: str
    content: str
    before: str
    above: str
    algorithm: str
    digest: str


class SealLine(NamedTuple):
    """A seal as it is hashed, stored, exported. An empty day has ``last == first - 1``."""

    number: int
    day: str
    first: int
    last: int
    root: str
    at: str
    before: str
    head: str
    algorithm: str
    digest: str


class NotComputable(RuntimeError):
    """The named algorithm is not in this Python: not a finding about the ledger, but nothing can be said about it."""


@cache
def _fresh(algorithm: str) -> hashlib._Hash:
    if algorithm not in KNOWN:
        raise NotComputable(f"{algorithm!r} is not an algorithm of the ledger ({', '.join(KNOWN)})")
    try:
        return hashlib.new(algorithm)
    except ValueError as error:
        raise NotComputable(f"this Python cannot compute {algorithm}; verify where OpenSSL has it") from error


def digest(algorithm: str, data: bytes) -> str:
    """The digest in lower-case hexadecimal. Copying a prepared hash is faster than asking OpenSSL by name."""
    state = _fresh(algorithm).copy()
    state.update(data)
    return state.hexdigest()


def running(algorithm: str) -> hashlib._Hash:
    """A hash to be fed piece by piece."""
    return _fresh(algorithm).copy()


def entry_text(line: Line) -> str:
    """The fourteen lines."""
    return (
        f"{ENTRY}\n{line[12]}\n{line[0]}\n{line[1]}\n{line[2]}\n{line[3]}\n{line[4]}\n{line[5]}\n{line[6]}\n{line[7]}\n"
        f"{line[8]}\n{line[9]}\n{line[10]}\n{line[11]}"
    )


def seal_text(line: SealLine) -> str:
    """The ten lines."""
    return (
        f"{SEAL}\n{line.algorithm}\n{line.number}\n{line.day}\n{line.first}\n{line.last}\n{line.root}\n{line.at}\n"
        f"{line.before}\n{line.head}"
    )


def entry_digest(line: Line) -> str | None:
    """What the entry's digest must be; None when no digest can be right (see ``_digest``)."""
    return _digest(line.algorithm, entry_text(line), ENTRY_LINES)


def seal_digest(line: SealLine) -> str | None:
    """What the seal's digest must be; None when no digest can be right (see ``_digest``)."""
    return _digest(line.algorithm, seal_text(line), SEAL_LINES)


def _digest(algorithm: str, text: str, lines: int) -> str | None:
    """None for a foreign algorithm, a field that holds a line feed, or one that is not UTF-8: none was ever entered."""
    if algorithm not in KNOWN or text.count("\n") != lines - 1:
        return None
    try:
        return digest(algorithm, text.encode())
    except UnicodeEncodeError:
        return None
