"""What an address asks for, read so that nothing typed there can break a page."""

from __future__ import annotations


def number_asked(written: str) -> int | None:
    """The key that an address names; None if it is none that a database could hold."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 18 else None


def key_asked(written: str) -> int:
    """The same; raises ``ValueError`` for what is none."""
    if (number := number_asked(written)) is None:
        raise ValueError(written)
    return number


def words_asked(written: str) -> str:
    """Words without NUL, which PostgreSQL takes in no text."""
    return written.replace("\x00", "").strip()
