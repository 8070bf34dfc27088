"""The audit of a report: every relation between its printed numbers that a careful auditor would check.

`audit` walks the sentences once. Each file knows one sort of relation: `lists`, `parts` and `sums` (其中…, 共计…),
`stages` and `chains` (受理 → 办结), `rates` (成功率), `changes` (同比, 由…至…), `listings` (A、B、C三方面), `repeats`
(printed twice), `missing`, `damage`, `years`. What is checked is what the text commits itself to; see `sums` for what
an incomplete list means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fadu.reading.audit.chains import check_chains
from fadu.reading.audit.changes import check_changes, check_versions
from fadu.reading.audit.damage import check_damage
from fadu.reading.audit.finding import Audit, Finding, Place, Reason, Relation, Verdict
from fadu.reading.audit.listings import check_announced, check_levels, check_listings
from fadu.reading.audit.missing import check_missing
from fadu.reading.audit.parts import check_itemized, check_parts
from fadu.reading.audit.passage import Passage, flat, passages
from fadu.reading.audit.rates import check_rates
from fadu.reading.audit.repeats import check_named_again, check_repeats, check_totals
from fadu.reading.audit.years import check_dates, check_years
from fadu.reading.report import Report

_REACH = 300
_OPENING = 400

__all__ = ["Audit", "Finding", "Place", "Reason", "Relation", "Verdict", "audit"]


def audit(report: Report, *, every: bool = False) -> Audit:
    """What of a report does not add up; with `every` also the relations that hold.

    Findings stand in the order of the text. `checked` counts all relations, those that hold included. Linear in the
    length of the text.
    """
    found = _settled(_check(report))
    shown = [finding for finding in found if every or finding.verdict is not Verdict.HOLDS]
    return Audit(tuple(shown), len(found))


def _check(report: Report) -> Iterator[Finding]:
    text = flat(report.text)
    sentences = list(passages(report, text))
    # A year inferred from a date of publication says nothing of the periods.
    opening = report.title + report.text[:_OPENING]
    year = report.year if f"{report.year}年" in opening else None
    for passage in sentences:
        yield from _check_sentence(passage, year)
    yield from check_itemized(sentences)
    yield from check_repeats(text, sentences)
    yield from check_totals(sentences)
    yield from check_damage(text, sentences)
    for finding in _in_text(text, sentences):
        yield replace(finding, sentence=_around(report.text, finding))


def _in_text(text: str, sentences: list[Passage]) -> Iterator[Finding]:
    """What stands in words, not in figures; its findings know their place only."""
    yield from check_levels(text)
    yield from check_announced(text)
    yield from check_versions(text)
    yield from check_missing(text, sentences)
    yield from check_dates(text)


def _around(text: str, finding: Finding) -> str:
    """The sentence in which a finding's numbers stand."""
    start = min(place.start for place in finding.figures)
    end = max(place.end for place in finding.figures)
    first = max(text.rfind(mark, max(0, start - _REACH), start) for mark in "。\n") + 1 or max(0, start - _REACH)
    stops = [at for at in (text.find(mark, end, end + _REACH) for mark in "。\n") if at >= 0]
    return text[first : min(stops) + 1 if stops else end + _REACH].strip()


def _check_sentence(passage: Passage, year: int | None) -> Iterator[Finding]:
    yield from check_parts(passage)
    yield from check_chains(passage)
    yield from check_rates(passage)
    yield from check_changes(passage)
    yield from check_listings(passage)
    yield from check_named_again(passage)
    yield from check_years(passage, year)


def _settled(found: Iterator[Finding]) -> list[Finding]:
    """One finding for one relation, in the order of the text: of two that say the same the surer one."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        key = (finding.type, finding.verdict, frozenset(place.start for place in finding.figures))
        if key not in best or best[key].confidence < finding.confidence:
            best[key] = finding
    return sorted(best.values(), key=lambda finding: min((place.start for place in finding.figures), default=0))
