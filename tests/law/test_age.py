"""Age in full years, from which a child is not punished and a minor punished less (行政处罚法第三十条)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law.age import full_years

AGES = [
    ("2011-06-01", "2025-05-31", 13),
    ("2011-06-01", "2025-06-01", 13),  # 民法典202: the birthday is the fourteenth year's last day
    ("2011-06-01", "2025-06-02", 14),  # 行政处罚法30: 十四周岁
    ("2007-12-31", "2025-12-31", 17),
    ("2007-12-31", "2026-01-01", 18),  # 民法典17: 十八周岁
    ("2012-02-29", "2026-02-28", 13),
    ("2012-02-29", "2026-03-01", 14),
    ("2012-02-29", "2028-02-29", 15),
    ("2025-06-01", "2025-06-01", 0),
    ("2025-06-01", "2024-01-01", 0),
]


@pytest.mark.parametrize(("born", "on", "years"), AGES)
def test_full_years(born, on, years):
    assert full_years(date.fromisoformat(born), date.fromisoformat(on)) == years


@given(st.dates(date(1930, 1, 1), date(2025, 1, 1)), st.dates(date(1930, 1, 1), date(2060, 1, 1)), st.integers(0, 400))
def test_no_one_grows_younger(born, on, more):
    assert full_years(born, on) <= full_years(born, date.fromordinal(on.toordinal() + more))
