"""编号: numbers 〔year〕n without gaps. The row is counted up in the act's own transaction: an act that fails gives its
number back, two acts at once wait for each other."""

from __future__ import annotations

from django.db import connection, transaction

from fadu.organs.models import Organ

COUNT_UP = """
INSERT INTO engine_series (organ_id, word, year, last) VALUES (%s, %s, %s, %s)
ON CONFLICT (organ_id, word, year) DO UPDATE SET last = engine_series.last + %s
RETURNING last
"""


def draw_number(organ: Organ, word: str, year: int, *, many: int = 1) -> int:
    """The next number of the organ's series; with ``many``, the last of that many numbers in a row.

    Must stand inside the transaction of the act it numbers.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a number is drawn inside the act's transaction")
    with connection.cursor() as cursor:
        cursor.execute(COUNT_UP, [organ.pk, word, year, many, many])
        return int(cursor.fetchone()[0])


def number(organ: Organ, word: str, year: int, serial: int) -> str:
    """盂市监罚〔2026〕12号: 代字, 字, full year in 六角括号, serial not padded, without 第 (GB/T 9704)."""
    return f"{organ.word or organ.name}{word}〔{year}〕{serial}号"
