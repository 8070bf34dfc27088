"""What an audit says: one relation between printed numbers, the arithmetic, the verdict and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from fadu.reading.figure import Figure, plain

__all__ = ["Audit", "Finding", "Place", "Reason", "Relation", "Verdict", "places"]


class Verdict(StrEnum):
    """How a relation stands. `HOLDS` is reported only when asked for."""

    HOLDS = "holds"
    CONTRADICTS = "contradicts"  # two things the text says cannot both be
    IMPOSSIBLE = "impossible"  # one thing it says cannot be
    ROUNDING = "rounding"  # off in the last printed place only
    MISSING = "missing"  # a number was left out
    DAMAGED = "damaged"  # the print lost a unit or a separator
    CANNOT_TELL = "cannot_tell"  # the text does not commit itself far enough


class Relation(StrEnum):
    """The kind of relation, named as in the annotated reports."""

    SUM = "sum"
    PART = "part_le_whole"
    RATIO = "ratio"
    CHANGE = "change_bound"
    SAME = "same_figure"
    OTHER = "other"


class Reason(Enum):
    """Why the verdict is what it is: in Chinese and in English."""

    ADDS_UP = ("各项之和与合计相符", "the parts add up to the whole")
    SUM_ROUNDED = ("只差最末一位，是舍入所致", "differs in the last place only: by rounding")
    EXCEEDS = ("各项之和大于合计", "the parts add up to more than the whole")
    OVERLAPS = (
        "各项之和大于合计，但各类可能交叉",
        "the parts add up to more than the whole, but the kinds may overlap",
    )
    FALLS_SHORT = ("各项已列全，和小于合计", "the parts are all listed and add up to less than the whole")
    NEARLY = ("各项之和与合计只差少许，疑有一数误", "the parts miss the whole by little: one number may be wrong")
    GAP = ("各项之和小于合计，余数去向未写明", "the parts add up to less than the whole; the rest is not told")
    FURTHER = (
        "各项之和合于较远的一数，与紧接的一数差少许",
        "the parts make a figure further back and miss the nearest by little",
    )
    NOT_ALL = ("各项之和不大于合计，未列全", "the parts add up to no more than the whole; not all are listed")
    WITHIN = ("部分不大于整体", "the part is no more than the whole")
    MORE_THAN_WHOLE = ("部分大于整体", "the part is more than the whole")
    CARRIED = ("部分大于整体，但可含以前年度结转", "more than the whole, but earlier years' cases may be in it")
    RATE = ("按印出的位数相符", "agrees to the printed place")
    RATE_ROUNDED = ("只差最末一位，是舍入方式不同", "differs in the last place only: another way of rounding")
    RATE_WRONG = ("与印出的率不符", "does not give the printed rate")
    RATE_UNSURE = ("与印出的率不符，但分母未写明", "does not give the printed rate, but the base is not told")
    OVER_HUNDRED = ("这种率不能超过100%", "a rate of this kind cannot exceed 100%")
    DROP = ("降幅不超过100%", "the decrease does not exceed 100%")
    DROP_OVER = ("数量的降幅不能超过100%：减100%即为零", "nothing can decrease by more than 100%: that is nil")
    BEFORE = ("推得的上期值在0与100%之间", "the rate of the period before lies between 0 and 100%")
    BEFORE_OUT = ("推得的上期值不在0与100%之间", "the rate of the period before would not lie between 0 and 100%")
    POINTS = ("率的变化写作%，是百分点还是相对幅度未写明", "the change of a rate in %: points or relative is not told")
    DIRECTION = ("方向相符", "the direction agrees")
    WRONG_WAY = ("方向相反", "the direction is the opposite")
    GROWTH = ("增减与两期数相符", "the change agrees with the two values")
    GROWTH_WRONG = ("增减与两期数不符", "the change does not agree with the two values")
    REACHED = ("已达到任务数", "the target is reached")
    NOT_REACHED = ("说已完成而未达到任务数", "said to be reached and is not")
    LISTED = ("列举的项数与印数相符", "as many are listed as printed")
    LISTED_OPEN = ("列举带“等”，未列全，不超过印数", "the list is open and no longer than printed")
    LISTED_WRONG = ("列举的项数与印数不符", "not as many are listed as printed")
    RESPECTIVE = ("“分别”前后项数相符", "as many values as things")
    RESPECTIVE_WRONG = ("“分别”前后项数不符", "not as many values as things")
    REPEATED = ("同一数两处印得相同", "the same quantity is printed alike twice")
    REPEATED_WRONG = ("同一数两处印得不同", "the same quantity is printed twice with different values")
    LEFT_OUT = ("量词前缺数", "the number before the measure word is missing")
    RUN_TOGETHER = (
        "数字连印，分隔的字丢失，不能读作一个数",
        "digits run together: a separator was lost; not one number",
    )
    TOO_MANY = ("字面不可能，疑分隔的字丢失", "impossible as printed: a separator was probably lost")
    STOPS_LOST = ("句读丢失，前后两句的数不可合成一个关系", "a stop was lost: the numbers belong to two clauses")
    UNIT_LOST = ("缺量词或百分号", "the unit or percent sign is lost")
    UNITS_MIXED = ("同列各项有的带%有的不带，不能核算", "some of the list carry % and some do not: cannot be added")
    EXACT_ABOUT = ("精确到个位又加“余”“多”", "exact to the unit and yet 'more than'")
    NO_SUCH_DAY = ("没有这样的日期", "there is no such date")
    LATER_YEAR = ("期间晚于报告年度", "the period is later than the year reported on")
    OTHER_YEAR = ("期间不是报告年度", "the period is not the year reported on")

    @property
    def chinese(self) -> str:
        return self.value[0]

    @property
    def english(self) -> str:
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Place:
    """A number of the relation: its characters in the file and its value, None where it has none."""

    start: int
    end: int
    value: Decimal | None

    def json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "value": plain(self.value)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One relation judged. `arithmetic` is written out in the words and numbers of the text.

    `figures` of a sum end with the total; of a rate they are part, whole, rate. `confidence` runs from 0 to 1.
    """

    verdict: Verdict
    type: Relation
    arithmetic: str
    reason: Reason
    figures: tuple[Place, ...]
    computed: Decimal | None
    printed: Decimal | None
    sentence: str
    confidence: float

    @property
    def statement(self) -> str:
        return f"{self.arithmetic}：{self.reason.chinese}"

    @property
    def english(self) -> str:
        return f"{self.arithmetic}: {self.reason.english}"

    def json(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict.value,
            "type": self.type.value,
            "statement": self.statement,
            "figures": [place.json() for place in self.figures],
            "computed": plain(self.computed),
            "printed": plain(self.printed),
            "sentence": self.sentence,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Audit:
    """All findings in the order of the text, and how many relations were checked."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def contradicts(self) -> bool:
        """Whether anything in the text cannot be: the command ends with 1."""
        return any(finding.verdict in (Verdict.CONTRADICTS, Verdict.IMPOSSIBLE) for finding in self.findings)

    def json(self) -> dict[str, Any]:
        return {"findings": [finding.json() for finding in self.findings], "checked": self.checked}


def places(figures: Sequence[Figure]) -> tuple[Place, ...]:
    """The places of these figures, in the given order."""
    return tuple(Place(figure.start, figure.end, figure.value) for figure in figures)
