"""Full years of age: 不满十四周岁 (行政处罚法第三十条), 十八周岁 (民法典第十七条)."""

from __future__ import annotations

from datetime import date

from fadu.law.due import later


def full_years(born: date, on: date) -> int:
    """How many years (周岁) a person born on ``born`` has completed on ``on``; 0 before the first.

    A year of life is a period like any other: the day of birth is not counted (民法典第二百零一条), the corresponding
    day is the year's last (第二百零二条). So the fourteenth year is complete on the day after the fourteenth birthday,
    and for a child born on 29 February on 1 March of a common year.
    """
    years = on.year - born.year
    while years > 0 and later(born, 12 * years) >= on:
        years -= 1
    return max(years, 0)
