"""The annotations themselves are sound: every span is its text, every relation's arithmetic is as it says."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.reading import goldsets
from tests.reading.goldsets import Gold

SETS = {"published": goldsets.published, "published too": goldsets.published_too, "passages": goldsets.passages}


@pytest.fixture(params=SETS)
def golds(request: pytest.FixtureRequest) -> list[Gold]:
    return SETS[request.param]()


def test_an_annotated_span_is_its_text(golds: list[Gold]) -> None:
    for gold in golds:
        for row in gold.figures:
            assert gold.text[row["start"] : row["end"]] == row["text"], (gold.name, row)


def test_a_relation_speaks_of_annotated_figures(golds: list[Gold]) -> None:
    for gold in golds:
        places = {row["start"]: row for row in gold.figures}
        for check in gold.checks:
            assert [places[start]["text"] for start in check["figure_starts"]] == check["figure_texts"], check


def test_an_annotated_sum_or_rate_is_right_or_wrong_as_it_says() -> None:
    for gold in goldsets.passages():
        for check in gold.checks:
            values = [Decimal(str(abs(value))) for value in check["figures"]]
            if check["type"] == "sum":
                right = sum(values[:-1]) == values[-1]
            elif check["type"] == "ratio":
                part, whole, rate = values
                places = len(check["figure_texts"][2].rstrip("%％").replace("．", ".").partition(".")[2])
                right = (part / whole * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == rate
            else:
                continue
            assert right == (check["verdict"] == "holds"), (gold.name, check)


def test_our_own_passages_are_of_many_places_and_years() -> None:
    passages = goldsets.passages()
    assert len(passages) >= 27
    assert len({passage.year for passage in passages}) >= 10
