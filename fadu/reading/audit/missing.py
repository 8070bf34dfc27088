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
    rf"(?<=[一-龥][一-龥])(?:[ \u3000]{{1,8}}|_{{2,8}}|[XxＸ×Ｏ*]{{1,4}}|[…\.]{{2,6}}|\(\s*\))"
    rf"(?:{_MEASURES}|万元|元|%){_STOP}"
)
# A measure of acts or cases at the end of a clause; what stands before it decides.
_ENDING: Final = re.compile(rf"(?:场次|人次|件次|余人次|余[件次份场]|次|起|宗|件){_STOP}")
# No word ends in 次 after these.
_ACTS: Final = re.compile(
    "(?:学法|讲座|培训班|宣讲|检查|巡查|督查|督察|抽查|执法|演练|调研|座谈会|会议|例会|咨询|讲法|旁听|评查|活动|行动|排查)$"
)
# What became of cases, and no case numbered: 调解结案次. 受理件 and 办结件 are words of the service halls.
_DECIDED: Final = re.compile("(?:审结|结案|败诉|胜诉|维持|驳回|终止|撤销|化解|调解成功|立案|受理|办结|案件|纠纷|事件)$")
_DECIDED_CASES: Final = re.compile("(?:审结|败诉|胜诉|维持|驳回|终止|调解成功|出庭|案件)$")
_DONE: Final = re.compile(
    "(?:召开|开展|组织|举办|制定|出台|印发|发放|审查|化解|调解|查处|立案|接待|解答|聘请|新增|废止|修订|清理)(?:了|各类|相关)?[一-龥]{0,8}$"
)
_BEFORE_COUNTING: Final = re.compile("[一二两三四五六七八九十百千万几多余数每逐首]$|人员$|参加$|服务$|频$")


def check_missing(text: str, found: list[Passage]) -> Iterator[Finding]:
    """Measure words whose number is not there."""
    told: set[int] = set()
    for passage in found:
        for end, finding in _beside(passage):
            told.add(end)
            yield finding
    for match in _BLANK.finditer(text):
        if match.end() not in told:
            told.add(match.end())
            yield _missing(text, match)
    for match in _ENDING.finditer(text):
        if match.end() not in told and _numberless(text[max(0, match.start() - 16) : match.start()], match[0]):
            told.add(match.end())
            yield _missing(text, match)


def _numberless(before: str, unit: str) -> bool:
    """Whether a measure word stands where a number must be between it and the words before it."""
    if _BEFORE_COUNTING.search(before):
        return False
    if unit == "件次" and before.endswith(("案", "事", "信")):
        return True
    if unit in ("次", "场次", "人次", "件次") and _ACTS.search(before):
        return True
    if unit in ("次", "起", "宗", "人次") and _DECIDED.search(before):
        return True
    if unit == "件":
        return _DECIDED_CASES.search(before) is not None
    return len(unit) > 1 and _DONE.search(before) is not None


def _beside(passage: Passage) -> Iterator[tuple[int, Finding]]:
    """The same words and measure twice in a sentence, once without the number: where that ends, and the finding.

    Its figure is the one beside it: a number that is not there has no place.
    """
    for mention in passage.mentions:
        unit = mention.unit
        stem = mention.label[-4:]
        if not unit or len(stem) < 3 or unit in "%元" or not stem.isalpha() or mention.gap.endswith(unit):
            continue
        at = passage.text.find(stem + unit)
        if at < 0 or not _ends(passage.text, at + len(stem) + len(unit)):
            continue
        finding = Finding(
            Verdict.MISSING,
            Relation.OTHER,
            f"“{passage.text[max(0, at - 4) : at + len(stem) + len(unit)]}”，另一处为“{stem}{mention.figure.text}”",
            Reason.LEFT_OUT,
            places([mention.figure]),
            None,
            None,
            passage.sentence,
            0.9,
        )
        yield passage.start + at + len(stem) + len(unit), finding


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in ",;、。)"


def _missing(text: str, match: re.Match[str]) -> Finding:
    start, end = match.span()
    return Finding(
        Verdict.MISSING,
        Relation.OTHER,
        f"“{text[max(0, start - 8) : end]}”",
        Reason.LEFT_OUT,
        (Place(start, end, None),),
        None,
        None,
        "",
        0.7,
    )
