"""Verifying a million ledger entries on one core."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

from bench.county import open_county
from bench.measure import answer

ENTRIES = 1_000_000


def main() -> None:
    open_county()
    from django.db import connection, transaction

    from fadu.ledger.book import Draft, append_many
    from fadu.ledger.verification import verify

    at = datetime(2024, 3, 1, 4, tzinfo=UTC)
    for start in range(0, ENTRIES, 50_000):
        with transaction.atomic():
            append_many(
                Draft(
                    stream=f"测〔2024〕{n // 10}号", act="filing", actor="officer", on=date(2024, 3, 1), at=at,
                    cites=("penalty-2021/54.2",),
                    content={"edition": "2021", "by": ["officer", "second"], "facts": {"n": n}},
                )
                for n in range(start, start + 50_000)
            )  # fmt: skip
    begun = time.perf_counter()
    found = verify()
    took = time.perf_counter() - begun
    answer(database=connection.vendor, entries=ENTRIES, seconds=took, findings=len(found.findings))


if __name__ == "__main__":
    main()
