"""The reading reaches what the issue asks, on published reports and on passages in styles it was not written from.

Run with `-s` to see the table of each set.
"""

from __future__ import annotations

from functools import cache

import pytest

from fadu.reading.report import read
from tests.reading import goldsets
from tests.reading.goldsets import Gold
from tests.reading.scoring import Reading, score


@cache
def scored(name: str) -> tuple[Reading, dict[str, Reading]]:
    golds: list[Gold] = {
        "published": goldsets.published,
        "published too": goldsets.published_too,
        "passages": goldsets.passages,
    }[name]()
    each = {gold.name: score(gold, read(gold.text, year=gold.year).json()["figures"]) for gold in golds}
    total = sum(each.values(), Reading())
    print(f"\n{name}: {total.table()}")
    return total, each


SETS = pytest.mark.parametrize("name", ["published", "published too", "passages"])


@SETS
def test_figures_are_found_where_and_as_printed(name: str) -> None:
    total, _ = scored(name)
    assert total.f1 >= 0.98, [*total.missed, *total.stray, *total.wrong]


@SETS
def test_kinds_are_told_apart(name: str) -> None:
    total, _ = scored(name)
    assert total.kind_accuracy >= 0.98, total.misjudged


@SETS
def test_units_are_the_measure_words(name: str) -> None:
    total, _ = scored(name)
    assert total.unit_accuracy >= 0.98, total.misjudged


@pytest.mark.parametrize(("name", "share"), [("published", 0.90), ("published too", 0.90), ("passages", 0.85)])
def test_a_figure_says_what_it_counts(name: str, share: float) -> None:
    """Dice overlap of characters of at least 0.6; our passages are worded by another hand than the gold."""
    total, _ = scored(name)
    assert total.subject_accuracy("dice") >= share, total.misnamed


@SETS
def test_hardly_a_number_is_taken_for_a_figure_that_is_none(name: str) -> None:
    _, each = scored(name)
    for report, result in each.items():
        assert len(result.stray) + len(result.wrong) <= 1, (report, result.stray, result.wrong)


@SETS
def test_approximation_and_bound_are_kept_beside_the_number(name: str) -> None:
    total, _ = scored(name)
    assert total.approx >= 0.98 * total.spans
    assert total.bounds >= 0.98 * total.spans
