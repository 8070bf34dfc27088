"""The audit finds every relation the annotated texts state, judges it right, and cries wolf at none that holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from fadu.reading.audit import audit
from fadu.reading.report import read
from tests.reading import goldsets
from tests.reading.goldsets import Gold
from tests.reading.judging import Judgement, judge
from tests.reading.mutation import Findings, flagged, mutants

GOLDS: dict[str, Callable[[], list[Gold]]] = {
    "published": goldsets.published,
    "published too": goldsets.published_too,
    "passages": goldsets.passages,
}
SETS = pytest.mark.parametrize("name", GOLDS)


def findings(text: str, year: int, *, every: bool = False) -> Findings:
    """From text to findings, the whole way."""
    return audit(read(text, year=year), every=every).json()["findings"]


@cache
def judged(name: str) -> Judgement:
    total = Judgement()
    for gold in GOLDS[name]():
        total += judge(gold, findings(gold.text, gold.year, every=True))
    print(f"\n{name}: {total.table()}")
    return total


def test_every_stated_relation_of_the_published_reports_is_judged_right() -> None:
    assert not judged("published").missed
    assert not judged("published too").missed


def test_nearly_every_stated_relation_of_our_passages_is_judged_right() -> None:
    assert judged("passages").recall >= 0.9, judged("passages").missed


@SETS
def test_no_alarm_at_a_relation_that_holds_or_cannot_be_told(name: str) -> None:
    assert not judged(name).false_alarms


@SETS
def test_no_alarm_at_anything_the_annotation_does_not_call_wrong(name: str) -> None:
    assert not judged(name).unfounded


@pytest.mark.parametrize(("name", "share"), [("published", 0.95), ("published too", 0.95), ("passages", 0.78)])
def test_one_changed_number_is_flagged(name: str, share: float) -> None:
    """Every figure of every stated relation that holds, one at a time; of our passages also by one in either way."""
    changed, unseen = 0, []
    for gold in GOLDS[name]():
        before = findings(gold.text, gold.year)
        for mutant in mutants(gold):
            changed += 1
            if not flagged(mutant, before, findings(mutant.text, gold.year)):
                unseen.append(mutant.said)
    print(f"\n{name}: {changed - len(unseen)} of {changed} changes flagged")
    assert changed - len(unseen) >= share * changed, unseen
