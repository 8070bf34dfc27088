"""The clause a number stands in, and the noun in it."""

from __future__ import annotations

import re
from typing import Final

from fadu.reading import phrases

__all__ = ["BRIEF", "LONG", "LONGEST", "SHORT", "clause", "clean", "letters", "noun", "shortened"]

# Where a phrase begins and ends. 、 parts two figures, but not the members of one noun (合同、协议和文件56件).
_LAST: Final = re.compile(r"[^，,。；;：:！？!?\n]*$")
LONG: Final = 16  # letters: a longer phrase holds more than what is counted
LONGEST: Final = 24
SHORT: Final = 8  # letters: a noun to be carried on is no longer
BRIEF: Final = 4  # letters: a rate no longer says not of what (办结率, 满意率)
REACH: Final = 90  # characters: what is counted does not stand farther before its number


def clause(text: str, start: int, end: int) -> tuple[int, str]:
    """The last clause of the text from `start` to `end`: where it begins, and its words."""
    found = _LAST.search(text, min(max(start, end - REACH), end), end)
    if not found:
        return end, ""
    closed = max(found[0].rfind(mark) + 1 for mark in ")）")
    if closed and not any(mark in found[0] for mark in "(（"):  # 100个（政府投资类）、70个: a bracket opened before
        return found.start() + closed, found[0][closed:]
    return found.start(), found[0]


def clean(head: str) -> str:
    """The clause up to the number, down to what is counted."""
    core = phrases.LEADING.sub("", phrases.TRAILING.sub("", head))
    for around in (phrases.PLACE, phrases.DURING, phrases.FOR, phrases.ORGAN):
        core = phrases.LEADING.sub("", around.sub("", core))
    if who := phrases.WHO.match(core):
        rest = phrases.LEADING.sub("", core[who.end() :])
        core = rest if not phrases.VERBAL.match(rest) else phrases.ADVERB.sub("", who[0]) + rest
    if listed := phrases.AFTER_LIST.search(core):
        core = core[listed.end() :]
    core = phrases.LEADING.sub("", phrases.LIGHT.sub("", core)) or core
    if letters(core) > LONG:
        core = shortened(core)
    core = core.strip("、：:，,（( ").removeprefix("的")
    return core if core.count("“") == core.count("”") else core.strip("“”")


def shortened(core: str) -> str:
    """A long clause holds its circumstances as well: what is counted follows the last verb of doing, the last 的."""
    if verbs := list(phrases.LIGHT_WITHIN.finditer(core)):
        core = core[verbs[-1].end() :]
    for mark in ("》", "的"):
        at = core.rfind(mark)
        verb = phrases.COUNTED_BY.match(core)  # 处理涉及律师、公证员的投诉: 处理投诉
        if letters(core) > LONG and at >= 0 and letters(core[at + 1 :]) >= (2 if verb else BRIEF):
            core = (verb[0] if verb else "") + core[at + 1 :]
    while letters(core) > LONGEST and "、" in core:
        core = core.partition("、")[2]
    return core if letters(core) <= LONGEST else core[-LONGEST:]


def noun(subject: str) -> str:
    """The noun of a subject without the verbs it was counted by: 受理行政复议案件 -> 行政复议案件."""
    noun = phrases.DONE.sub("", phrases.BRACKETED.sub("", subject))
    if letters(noun) > SHORT:
        noun = phrases.WITHIN.sub("", noun)
        noun = noun[noun.rfind("的", 0, -2) + 1 :]
    return phrases.CLOSED.sub("", noun) or subject


def letters(phrase: str) -> int:
    """How many letters and digits, marks and spaces left out."""
    return len(phrases.LETTERS.sub("", phrase))
