"""A figure: one number of a report with its unit, its kind, what it counts, its period and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal

__all__ = ["FIGURES", "Bound", "Figure", "Kind", "plain"]

Bound = Literal["ge", "le"]


class Kind(StrEnum):
    """What a numeral in a report is. The first five are figures; the others are numbers that count nothing."""

    COUNT = "count"  # 705件
    RATIO = "ratio"  # 99.86%: a share, a rate
    MONEY = "money"  # 2.5万元, in 元
    DURATION = "duration"  # 5个工作日
    CHANGE = "change"  # 同比减少44%, signed
    NAME = "name"  # 双随机, 十九大, 12345热线
    ORDINAL = "ordinal"  # 一、 第三次
    YEAR = "year"  # 2020年
    DATE = "date"  # 1月27日
    DOCNO = "docno"  # 〔2021〕7号
    WORD = "word"  # 统一, 进一步


FIGURES: Final = frozenset({Kind.COUNT, Kind.RATIO, Kind.MONEY, Kind.DURATION, Kind.CHANGE})


@dataclass(frozen=True, slots=True)
class Figure:
    """One number where it stands. `start`, `end`, `sentence_start` are characters of the file as decoded.

    `text` runs from the first numeral to the measure word (2万余人次); 以上, 以内, 不少于 stay outside and are the
    `bound`: "ge" or "le" (of a change: of its size). `value` has 万 and 亿 multiplied out, money is in 元, a decrease
    is negative; None where the print is too damaged to tell. `unit` is the measure word, 元, %, 百分点 or a unit of
    time. `approx` says that the print itself does (余, 多, 约, 近). `subject` is what is counted; `period` the time
    it is counted over, `period_stated` whether the sentence names it (False: the year of the report; None: nothing
    does). `corrupt` marks damaged print: a lost unit, a lost separator.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str | None
    approx: bool
    bound: Bound | None
    kind: Kind
    subject: str
    period: str | None
    period_stated: bool | None
    sentence: str
    sentence_start: int
    corrupt: bool = False

    @property
    def counts(self) -> bool:
        """Whether this is a figure, not a name, an ordinal, a date."""
        return self.kind in FIGURES

    @classmethod
    def of(cls, row: Mapping[str, Any], *, text: str = "") -> Figure:
        """A figure from its row (`json()` or an annotated one). `text` is the whole report: with it the place of the
        sentence is known, without it `sentence_start` is the place of the figure.

        Raises KeyError where the row has no span, text or kind.
        """
        sentence = row.get("sentence", "")
        start = row["start"]
        place = row.get("sentence_start")
        if place is None and sentence and text:
            place = text.rfind(sentence, 0, start + len(sentence))
        value = row.get("value")
        counted = Kind(row["kind"]) in FIGURES
        return cls(
            start=start,
            end=row["end"],
            text=row["text"],
            value=Decimal(str(value)) if counted and value is not None else None,
            unit=row.get("unit"),
            approx=bool(row.get("approx")),
            bound=row.get("bound"),
            kind=Kind(row["kind"]),
            subject=row.get("subject", ""),
            period=row.get("period"),
            period_stated=row.get("period_stated"),
            sentence=sentence,
            sentence_start=start if place is None or place < 0 else place,
            corrupt=bool(row.get("corrupt")),
        )

    def json(self) -> dict[str, Any]:
        """The row, in the order of the fields; the value an int where it is whole, else a float."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": plain(self.value),
            "unit": self.unit,
            "approx": self.approx,
            "bound": self.bound,
            "kind": self.kind.value,
            "subject": self.subject,
            "period": self.period,
            "period_stated": self.period_stated,
            "sentence": self.sentence,
            "sentence_start": self.sentence_start,
            "corrupt": self.corrupt,
        }


def plain(value: Decimal | None) -> int | float | None:
    """A value as JSON writes it: 705, 99.86, null."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
