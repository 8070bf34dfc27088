"""The scoring is itself right: an annotation agrees with itself, and each kind of error costs what it should."""

from __future__ import annotations

from typing import Any

from tests.reading import goldsets
from tests.reading.goldsets import FIGURES, Gold, Row
from tests.reading.judging import judge
from tests.reading.mutation import mutants
from tests.reading.scoring import MEASURES, score

TEXT = "共受理案件10件，其中民事6件、刑事4件。县乡两级设“三调联动”。"


def row(text: str, value: float | None, unit: str | None, kind: str = "count", **more: Any) -> Row:
    start = TEXT.index(text)
    return {
        "report": "invented-2020", "start": start, "end": start + len(text), "text": text, "value": value, "unit": unit,
        "approx": False, "kind": kind, "subject": "受理案件", **more,
    }  # fmt: skip


TEN, SIX, FOUR = row("10件", 10, "件"), row("6件", 6, "件"), row("4件", 4, "件")
LEVELS = row("两级", 2, "级", optional=True)
SLOGAN = row("三调联动", None, None, "name", accept=[{"kind": "count", "value": 3}])
SUM: Row = {
    "type": "sum", "verdict": "holds", "strength": "stated", "statement": "6+4=10", "figures": [6, 4, 10],
    "figure_starts": [SIX["start"], FOUR["start"], TEN["start"]], "computed": 10, "printed": 10,
}  # fmt: skip
GOLD = Gold("invented-2020", TEXT, [TEN, SIX, FOUR, LEVELS, SLOGAN], [SUM])


def finding(verdict: str, *members: Row, kind: str = "sum") -> dict[str, Any]:
    return {"verdict": verdict, "type": kind, "statement": "", "figures": list(members), "sentence": TEXT[:24]}


def test_an_annotation_read_back_scores_full_marks() -> None:
    for gold in goldsets.passages():
        result = score(gold, [other for other in gold.figures if other["kind"] in FIGURES])
        assert result.f1 == result.kind_accuracy == result.unit_accuracy == 1.0
        assert all(result.subject_accuracy(name) == 1.0 for name in MEASURES)
        assert not result.stray


def test_a_missed_a_wrong_and_an_invented_figure_each_cost() -> None:
    assert score(GOLD, [TEN, SIX]).recall == 2 / 3
    wrong = score(GOLD, [TEN, SIX, {**FOUR, "value": 40}])
    assert wrong.f1 == 2 / 3
    assert len(wrong.wrong) == 1
    stray = score(GOLD, [TEN, SIX, FOUR, {**FOUR, "start": 0, "end": 1, "text": "共"}])
    assert len(stray.stray) == 1
    assert stray.precision == 3 / 4


def test_what_is_optional_or_accepted_costs_neither_way() -> None:
    assert score(GOLD, [TEN, SIX, FOUR]).f1 == 1.0
    assert score(GOLD, [TEN, SIX, FOUR, LEVELS, {**SLOGAN, "value": 3, "kind": "count"}]).f1 == 1.0


def test_another_edge_of_the_right_number_counts_only_leniently() -> None:
    result = score(GOLD, [TEN, SIX, {**FOUR, "end": FOUR["end"] - 1}])
    assert result.f1 < 1.0
    assert result.lenient_f1 == 1.0


def test_kind_and_unit_are_judged_where_the_span_is_right() -> None:
    result = score(GOLD, [TEN, SIX, {**FOUR, "unit": "起", "kind": "ratio"}])
    assert result.kind_accuracy == result.unit_accuracy == 2 / 3


def test_a_subject_is_judged_by_its_characters() -> None:
    assert MEASURES["dice"]("受理行政复议案件", "行政复议案件受理") == 1.0
    assert MEASURES["dice"]("民事案件", "办结") == 0.0
    assert MEASURES["covered"]("民事案件", "办理民事法律援助案件") == 1.0


def test_a_relation_is_found_by_its_figures_and_verdict() -> None:
    assert judge(GOLD, [finding("holds", SIX, FOUR, TEN)]).recall == 1.0
    assert judge(GOLD, [finding("holds", SIX)]).recall == 0.0
    assert judge(GOLD, []).recall == 0.0


def test_an_alarm_at_what_holds_is_false() -> None:
    result = judge(GOLD, [finding("contradicts", SIX, FOUR, TEN)])
    assert result.false_alarms
    assert result.recall == 0.0


def test_an_alarm_the_annotation_knows_is_well_founded() -> None:
    wrong = Gold("invented-2020", TEXT, GOLD.figures, [{**SUM, "verdict": "contradicts"}])
    result = judge(wrong, [finding("contradicts", SIX, FOUR, TEN)])
    assert not result.false_alarms
    assert not result.unfounded
    assert result.recall == 1.0


def test_every_figure_of_a_sum_is_changed_by_one_both_ways() -> None:
    changed = {mutant.text for mutant in mutants(GOLD)}
    assert len(changed) == 6
    assert TEXT.replace("6件", "7件") in changed
    assert TEXT.replace("10件", "9件") in changed


def test_a_change_keeps_the_style_of_the_printed_number() -> None:
    for gold in goldsets.passages():
        for mutant in mutants(gold):
            was = gold.text[mutant.start : mutant.end]
            if not mutant.printed:
                continue  # one of several told respectively is left out
            assert ("，" in mutant.printed) <= ("，" in was), mutant.said
            assert ("," in mutant.printed) <= ("," in was), mutant.said
            assert ("." in mutant.printed) == ("." in was), mutant.said
