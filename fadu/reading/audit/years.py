"""Dates that do not exist, and periods that do not fit the year reported on."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Place, Reason, Relation, Verdict, places
from fadu.reading.audit.passage import Passage

__all__ = ["check_dates", "check_years"]

_DAY: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d.])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?=[份底初末]))"
)
_YEAR: Final = re.compile(r"(?<![\d(〔\[—\-至])(?P<year>20\d\d)年(?!度?[》〉)版]|[—\-至])")
_PLANNED: Final = re.compile(
    "将|计划|拟|力争|争取|目标|下一步|预计|规划|到20|前完成|底前|打算|安排|明年|纲要|期限|截止日"
)
_QUOTED: Final = re.compile(r"《[^》]*》|\([^)]*\)|“[^”]*”")
_COMPARED: Final = re.compile("较|比|同期|去年|上年|以来|至今|自|从|曾|原|由|相比|年底|年末|年度|年初|年起")
_OPENS: Final = re.compile(
    r"^[^,。;]{0,6}?(?P<year>20\d\d)年(?:全年)?,?(?:全[县市区省年]|我[县市区]|共|累计|县|市|区|各)"
)


def check_dates(text: str) -> Iterator[Finding]:
    """11月31日, 13月."""
    for match in _DAY.finditer(text):
        month, day = int(match["month"]), int(match["day"] or 1)
        year = int(match["year"] or 2000)
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            continue
        start, end = match.span()
        yield Finding(
            Verdict.IMPOSSIBLE,
            Relation.OTHER,
            f"“{match[0]}”",
            Reason.NO_SUCH_DAY,
            (Place(start, end, None),),
            None,
            None,
            "",
            0.85,
        )


def check_years(passage: Passage, year: int | None) -> Iterator[Finding]:
    """A count of a later year, or of the year before as if it were this one's."""
    if year is None or "20" not in passage.text:
        return
    lead = passage.text[: passage.mentions[0].figure.start - passage.start]
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), lead)
    years = list(_YEAR.finditer(bare))
    if not years or _PLANNED.search(passage.text):
        return
    last = int(years[-1]["year"])
    first = passage.mentions[0]
    if last > year:
        verdict = Verdict.CONTRADICTS if last > year + 1 else Verdict.CANNOT_TELL
        yield _finding(passage, last, year, verdict, Reason.LATER_YEAR, 0.6 if last > year + 1 else 0.35)
        return
    alone = len(years) == 1 and _OPENS.match(bare) and not _COMPARED.search(passage.text)
    if last == year - 1 and alone and first.amount:
        yield _finding(passage, last, year, Verdict.CANNOT_TELL, Reason.OTHER_YEAR, 0.25)


def _finding(passage: Passage, period: int, year: int, verdict: Verdict, reason: Reason, confidence: float) -> Finding:
    first = passage.mentions[0]
    return Finding(
        verdict,
        Relation.OTHER,
        f"{period}年{first.said}，报告年度{year}年",
        reason,
        places([first.figure]),
        Decimal(period),
        Decimal(year),
        passage.sentence,
        confidence,
    )
