"""Deadlines a second without derivation: working days and calendar days, from every day of ten years."""

from __future__ import annotations

import time
from datetime import date, timedelta

from bench.measure import answer


def main() -> None:
    from fadu.law.calendar import standard_calendar
    from fadu.law.due import last_day
    from fadu.law.statutes import PENALTY_2021 as L

    calendar = standard_calendar()
    days = [date(2015, 1, 1) + timedelta(days=n) for n in range(3_652)]
    found = {}
    for name, period in (("working", L.days(7)), ("calendar", L.days(90))):
        rates = []
        for _ in range(5):
            begun = time.perf_counter()
            for _ in range(100):
                for day in days:
                    last_day(period, day, calendar)
            rates.append(100 * len(days) / (time.perf_counter() - begun))
        found[name] = sorted(rates)[2]
    answer(database="none", **found)


if __name__ == "__main__":
    main()
