"""How well an audit agrees with the annotated relations: found, judged right, and where it cried wolf."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.reading.goldsets import Gold, Row

ALARMS = frozenset({"contradicts", "impossible"})
WARNINGS = ALARMS | {"rounding", "missing", "damaged"}
SOUND = frozenset({"holds", "cannot_tell"})
# What is damaged or missing the gold calls cannot_tell where it gives no number.
NEAR = {
    "cannot_tell": {"cannot_tell", "damaged", "missing"},
    "missing": {"missing", "damaged"},
    "impossible": {"impossible", "damaged"},
}


@dataclass
class Judgement:
    """The score of an audit on one or more texts; sums add."""

    stated: int = 0
    exact: int = 0
    fair: int = 0
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    unfounded: list[str] = field(default_factory=list)

    def __add__(self, other: Judgement) -> Judgement:
        return Judgement(**{name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__})

    @property
    def recall(self) -> float:
        return self.fair / self.stated if self.stated else 1.0

    def table(self) -> str:
        return (
            f"stated {self.stated} found {self.fair} (same type, verdict and figures {self.exact})"
            f" false alarms {len(self.false_alarms)} unfounded {len(self.unfounded)}"
        )


def judge(gold: Gold, findings: list[dict[str, Any]]) -> Judgement:
    """Compare the findings (those that hold included) with the annotated relations.

    A false alarm speaks of the figures of a relation that holds or cannot be told; an unfounded one of none that the
    annotation calls wrong. `rounding`, `missing` and `damaged` alarm only where nothing of the kind was annotated.
    """
    result = Judgement()
    for check in gold.checks:
        if check["strength"] != "stated":
            continue
        result.stated += 1
        result.exact += any(exactly(check, finding) for finding in findings)
        if any(fairly(check, finding) for finding in findings):
            result.fair += 1
        else:
            result.missed.append(f"{gold.name} {check['type']} {check['verdict']}: {check['statement']}")
    wrong = [check for check in gold.checks if check["verdict"] not in SOUND]
    sound = [check for check in gold.checks if check["verdict"] in SOUND]
    for finding in findings:
        if finding["verdict"] not in WARNINGS or any(touches(check, finding) for check in wrong):
            continue
        if finding["verdict"] == "damaged" and damaged_there(gold, finding):
            continue
        shown = (
            f"{gold.name} {finding['verdict']} {finding['type']}: {finding['statement']} …{finding['sentence'][:60]}…"
        )
        result.unfounded.append(shown)
        if finding["verdict"] in ALARMS and any(fits(check, finding) for check in sound):
            result.false_alarms.append(shown)
    return result


def starts(finding: dict[str, Any]) -> list[int]:
    return sorted(figure["start"] for figure in finding["figures"])


def exactly(check: Row, finding: dict[str, Any]) -> bool:
    return (
        check["type"] == finding["type"]
        and check["verdict"] == finding["verdict"]
        and sorted(check["figure_starts"]) == starts(finding)
    )


def fairly(check: Row, finding: dict[str, Any]) -> bool:
    """The same verdict on most of the same figures, whatever the type is called."""
    verdicts = NEAR.get(check["verdict"], {check["verdict"]})
    return finding["verdict"] in verdicts and touches(check, finding)


def touches(check: Row, finding: dict[str, Any]) -> bool:
    """The finding speaks of this relation: at least half of the figures of each are the other's."""
    if "place" in check:
        return any(abs(figure["start"] - check["place"]) <= 20 for figure in finding["figures"]) or (
            finding["verdict"] in NEAR["missing"] and check_sentence(check) in finding["sentence"]
        )
    a, b = set(check["figure_starts"]), set(starts(finding))
    both = len(a & b)
    return bool(both) and 2 * both >= len(a) and 2 * both >= len(b)


def check_sentence(check: Row) -> str:
    """The words quoted in the statement of a relation that has no number to point at."""
    return str(check["statement"]).partition("“")[2].partition("”")[0]


def fits(check: Row, finding: dict[str, Any]) -> bool:
    a, b = set(check["figure_starts"]), set(starts(finding))
    return bool(b) and (a == b or (check["type"] == finding["type"] and (a <= b or b <= a) and bool(a)))


def damaged_there(gold: Gold, finding: dict[str, Any]) -> bool:
    places = [row["start"] for row in gold.figures if row.get("corrupt")]
    return any(figure["start"] in places for figure in finding["figures"])
