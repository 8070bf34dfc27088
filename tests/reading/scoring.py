"""How well a reading agrees with an annotation: figures, kinds, units, subjects; strictly and leniently."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.reading.goldsets import FIGURES, Gold, Row

PUNCTUATION = re.compile(r"[\W_]+")


@dataclass
class Reading:
    """The score of one or more texts; sums add."""

    reports: int = 0
    gold: int = 0
    read: int = 0
    hit: int = 0
    spans: int = 0
    kinds: int = 0
    units: int = 0
    approx: int = 0
    bounds: int = 0
    touched: int = 0
    subjects: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    misjudged: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)

    def __add__(self, other: Reading) -> Reading:
        joined = {name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__}
        return Reading(**joined)

    @property
    def precision(self) -> float:
        return self.hit / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def lenient_f1(self) -> float:
        """F1 when a figure read with another edge but the same value counts."""
        precision = self.touched / self.read if self.read else 1.0
        recall = self.touched / self.gold if self.gold else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def kind_accuracy(self) -> float:
        return self.kinds / self.spans if self.spans else 1.0

    @property
    def unit_accuracy(self) -> float:
        return self.units / self.spans if self.spans else 1.0

    def subject_accuracy(self, measure: str = "dice") -> float:
        """The share of figures whose subject overlaps the annotated one by at least 0.6 in this measure."""
        return self.subjects[measure] / self.spans if self.spans else 1.0

    @property
    def false_per_report(self) -> float:
        """Numbers reported that are no figures."""
        return len(self.stray) / self.reports if self.reports else 0.0

    def table(self) -> str:
        subjects = " ".join(f"{name} {self.subject_accuracy(name):.3f}" for name in sorted(MEASURES))
        return (
            f"figures {self.gold} read {self.read} F1 {self.f1:.4f} (P {self.precision:.4f} R {self.recall:.4f},"
            f" lenient {self.lenient_f1:.4f}) kind {self.kind_accuracy:.4f} unit {self.unit_accuracy:.4f}"
            f" approx {self.approx / max(1, self.spans):.4f} bound {self.bounds / max(1, self.spans):.4f}"
            f" false/report {self.false_per_report:.2f} wrong {len(self.wrong)}\n  subject: {subjects}"
        )


def score(gold: Gold, read: list[dict[str, Any]]) -> Reading:
    """Score the figures of a report's JSON against its annotation.

    A row that is `optional` counts neither way; a name that `accept`s a figure may be read as one.
    """
    wanted = [row for row in gold.figures if row["kind"] in FIGURES and not row.get("optional")]
    excused = [row for row in gold.figures if row.get("optional") or accepts_figure(row)]
    by_span = {(row["start"], row["end"]): row for row in wanted}
    result = Reading(reports=1, gold=len(wanted))
    seen: set[tuple[int, int]] = set()
    touched: set[tuple[int, int]] = set()
    for figure in read:
        span = (figure["start"], figure["end"])
        row = by_span.get(span)
        near = row or next((other for other in wanted if overlap(span, other)), None)
        if near is None and any(overlap(span, other) for other in excused):
            continue
        result.read += 1
        shown = f"{gold.name} {span[0]} {figure['text']!r}={figure['value']} …{around(gold.text, span)}…"
        if near is None:
            result.stray.append(shown)
            continue
        same = any(equal(figure["value"], value) for value in values(near))
        place = (near["start"], near["end"])
        if same and place not in touched:
            touched.add(place)
            result.touched += 1
        if row is None or span in seen or not same:
            result.wrong.append(f"{shown} wanted {near['text']!r}={near['value']}")
        elif row is not None:
            result.hit += 1
        if row is not None and span not in seen:
            seen.add(span)
            judge(result, row, figure, shown)
    result.missed = [
        f"{gold.name} {row['start']} {row['text']!r} …{around(gold.text, (row['start'], row['end']))}…"
        for row in wanted
        if not any(overlap((row["start"], row["end"]), figure) for figure in read)
    ]
    return result


def judge(result: Reading, row: Row, figure: dict[str, Any], shown: str) -> None:
    """Kind, unit, approximation, bound and subject of a figure read at the right place."""
    alternatives = row.get("accept", [])
    kind = figure["kind"] in {row["kind"], *(other["kind"] for other in alternatives if "kind" in other)}
    unit = figure["unit"] in {row["unit"], *(other["unit"] for other in alternatives if "unit" in other)}
    result.spans += 1
    result.kinds += kind
    result.units += unit
    result.approx += figure.get("approx", False) == row["approx"]
    result.bounds += figure.get("bound") == row.get("bound")
    if not (kind and unit):
        result.misjudged.append(f"{shown} {figure['kind']}/{figure['unit']} wanted {row['kind']}/{row['unit']}")
    for name, measure in MEASURES.items():
        result.subjects[name] += measure(row["subject"], figure["subject"]) >= 0.6
    if MEASURES["dice"](row["subject"], figure["subject"]) < 0.6:
        result.misnamed.append(f"{gold_place(shown)} wanted {row['subject']!r} read {figure['subject']!r}")


def gold_place(shown: str) -> str:
    return shown.split(" …")[0]


def accepts_figure(row: Row) -> bool:
    return row["kind"] not in FIGURES and any(other.get("kind") in FIGURES for other in row.get("accept", []))


def values(row: Row) -> list[Any]:
    return [row["value"], *(other["value"] for other in row.get("accept", []) if "value" in other)]


def equal(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-9 * max(1.0, abs(float(other)))


def overlap(span: tuple[int, int], row: dict[str, Any]) -> bool:
    return bool(span[0] < row["end"] and row["start"] < span[1])


def around(text: str, span: tuple[int, int]) -> str:
    return text[max(0, span[0] - 12) : span[1] + 6].replace("\n", "⏎")


def letters(subject: str) -> Counter[str]:
    return Counter(PUNCTUATION.sub("", subject))


def pairs(subject: str) -> Counter[str]:
    bare = PUNCTUATION.sub("", subject)
    return Counter(bare[at : at + 2] for at in range(len(bare) - 1)) if len(bare) > 1 else Counter(bare)


def dice(one: str, other: str) -> float:
    a, b = letters(one), letters(other)
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def dice_of_pairs(one: str, other: str) -> float:
    a, b = pairs(one), pairs(other)
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def jaccard(one: str, other: str) -> float:
    a, b = set(letters(one)), set(letters(other))
    return len(a & b) / max(1, len(a | b))


def covered(one: str, other: str) -> float:
    """The share of the annotated subject's characters that the reader's has."""
    a, b = letters(one), letters(other)
    return (a & b).total() / max(1, a.total())


def contained(one: str, other: str) -> float:
    """The share of the shorter subject that stands in the longer."""
    a, b = letters(one), letters(other)
    return (a & b).total() / max(1, min(a.total(), b.total()))


MEASURES = {"dice": dice, "dice2": dice_of_pairs, "jaccard": jaccard, "covered": covered, "contained": contained}
