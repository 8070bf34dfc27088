"""A number that was left out: 会前学法次 beside 会前学法16次, 开展活动 次, 共XX件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fadu.reading.audit.finding import Finding, Place, Reason, Relation, Verdict, places
from fadu.reading.audit.passage import Passage

__all__ = ["check_missing"]

_MEASURES: Final = "人次|场次|件次|户次|家次|次|件|起|场|份|条|期|项|个|名|户|家"
_STOP: Final = r"(?=[,;、。)]|$)"
# A measure word after a blank, or after the marks with which a draft keeps a place.
_BLANK: Final = re.compile(
    rf"(?P<what>[一-龥]{{2,8}})(?P<blank>[ \u3000]{{1,8}}|_{{2,8}}|[XxＸ×Ｏ*]{{1,4}}|[…\.]{{2,6}}|\(\s*\))(?P<unit>{_MEASURES}|万元|元|%){_STOP}"
)
# What is counted in 次 directly before 次: no word ends so.
_ACTS: Final = re.compile(
    rf"(?P<what>学法|讲座|培训班|宣讲|检查|巡查|督查|督察|抽查|执法|演练|调研|座谈会|会议|例会|咨询|讲法|旁听|评查|活动|行动|排查)"
    rf"(?P<unit>场次|人次|件次|次){_STOP}"
)
# What became of cases, and no case numbered: 调解结案次. 受理件 and 办结件 are words of the service halls.
_DECIDED: Final = re.compile(
    r"(?P<what>(?:审结|结案|败诉|胜诉|维持|驳回|终止|撤销|化解|调解成功|立案|受理|办结)(?=次|起|宗|人次)|(?:审结|败诉|胜诉|维持|驳回|终止|调解成功)(?=件))"
    rf"(?P<unit>人次|次|起|宗|件){_STOP}"
)
_DONE: Final = re.compile(
    r"(?P<what>(?:召开|开展|组织|举办|制定|出台|印发|发放|审查|化解|调解|查处|立案|接待|解答|聘请|新增|废止|修订|清理)(?:了|各类|相关)?"
    r"[一-龥]{0,6}?(?:案件|文件|纠纷|会议|讲座|活动|建议|提案|法规|资料|手册|培训)?)(?P<unit>场次|人次|件次|余件|余次|余份|余场|余人次)"
    + _STOP
)
_BEFORE_COUNTING: Final = re.compile("[一二两三四五六七八九十百千万几多余数每逐首]$|人员$|参加$|服务$|频$")


def check_missing(text: str, found: list[Passage]) -> Iterator[Finding]:
    """Measure words whose number is not there."""
    told: set[int] = set()
    for passage in found:
        for finding in _beside(passage):
            told.add(finding.figures[-1].end)
            yield finding
    for pattern in (_BLANK, _ACTS, _DECIDED, _DONE):
        for match in pattern.finditer(text):
            if match.end() not in told and not _BEFORE_COUNTING.search(match["what"]):
                told.add(match.end())
                yield _missing(text, match)


def _beside(passage: Passage) -> Iterator[Finding]:
    """The same words and measure twice in a sentence, once without the number."""
    for mention in passage.mentions:
        unit = mention.unit
        stem = mention.label[-4:]
        if not unit or len(stem) < 3 or unit in "%元" or not stem.isalpha() or mention.gap.endswith(unit):
            continue
        at = passage.text.find(stem + unit)
        if at < 0 or not _ends(passage.text, at + len(stem) + len(unit)):
            continue
        start = passage.start + at
        yield Finding(
            Verdict.MISSING,
            Relation.OTHER,
            f"“{passage.text[max(0, at - 4) : at + len(stem) + len(unit)]}”，另一处为“{stem}{mention.figure.text}”",
            Reason.LEFT_OUT,
            (*places([mention.figure]), Place(start, start + len(stem) + len(unit), None)),
            None,
            None,
            passage.sentence,
            0.9,
        )


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in ",;、。)"


def _missing(text: str, match: re.Match[str]) -> Finding:
    start, end = match.span()
    first = max(text.rfind(mark, max(0, start - 300), start) for mark in "。\n") + 1
    stops = [stop for stop in (text.find(mark, end, end + 300) for mark in "。\n") if stop >= 0]
    return Finding(
        Verdict.MISSING,
        Relation.OTHER,
        f"“{match[0]}”",
        Reason.LEFT_OUT,
        (Place(start, end, None),),
        None,
        None,
        text[first : min(stops, default=end) + 1].strip(),
        0.7,
    )
