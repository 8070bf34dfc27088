"""What a figure counts, as a short noun phrase, by where the noun stands.

受理行政复议案件22件          before the number: the clause up to it, without adverbs and verbs of mere doing
开展3次社会稳定风险评估        behind it: the noun that follows the measure word
已办结6件、其中刑事59件        elsewhere: the clause is elliptic, and the noun is that of an earlier figure
办结率100%, 同比下降18.5%     a rate and a change belong to what was counted just before
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fadu.reading import phrases
from fadu.reading.figure import Kind
from fadu.reading.figures import Number

__all__ = ["Counted", "field", "subject"]

# Where a phrase begins and ends. 、 parts two figures, but not the members of one noun (合同、协议和文件56件).
_HEAD: Final = re.compile(r"[^，,。；;：:！？!?\n]*$")
# Quotations and short brackets belong to the noun (村(社区), “双随机、一公开”检查), and so does 、 where no number follows.
_TAIL: Final = re.compile(
    r"(?:“[^”\n]{1,24}”|[（(][^（()）\d]{1,6}[)）]|[^，,。；;：:！？!?\n、（(）)\d“]|、(?=[^，,。；;、\d]{0,24}[，,。；;])|“)*"
)

LONG: Final = 14  # letters: a longer phrase holds more than what is counted
LONGEST: Final = 20
BRIEF: Final = 4  # letters: a rate no longer says not of what (办结率, 满意率)


@dataclass(frozen=True, slots=True)
class Counted:
    """What an earlier number of the sentence counts; `elliptic` where its noun was itself carried over; `end` where its
    own words end: the measure word, or the noun behind it."""

    subject: str
    unit: str | None
    kind: Kind
    elliptic: bool
    end: int


def field(text: str, paragraph: int) -> str:
    """在市场监管执法领域, at the head of a paragraph: everything in it is counted there."""
    found = phrases.FIELD.match(text, paragraph)
    return found[1] if found else ""


def subject(text: str, sentence: tuple[int, int], number: Number, kind: Kind, earlier: list[Counted]) -> Counted:
    """What `number`, read as `kind`, counts in its `sentence`; `earlier` are the numbers of the sentence before it."""
    since = earlier[-1].end if earlier else sentence[0]
    found = _HEAD.search(text, min(since, number.start), number.start)
    head = found[0] if found else ""
    if kind is Kind.CHANGE:
        name, elliptic = _changed(text, sentence[0], head, number, earlier)
    elif kind is Kind.RATIO:
        name, elliptic = _rate(_clean(head), earlier)
    else:
        core = (number.unit or "") if number.sums else _clean(head)
        noun, end = _behind(text, number, sentence[1], head, core)
        if noun:
            return Counted(noun, number.unit, kind, False, end)
        name, elliptic = _before(head, core, number, earlier)
    return Counted(name, number.unit, kind, elliptic, number.end)


def _clean(head: str) -> str:
    """The clause up to the number, down to what is counted."""
    core = phrases.LEADING.sub("", phrases.TRAILING.sub("", head))
    for around in (phrases.PLACE, phrases.DURING, phrases.WHO):
        core = phrases.LEADING.sub("", around.sub("", core))
    if listed := phrases.AFTER_LIST.search(core):
        core = core[listed.end() :]
    core = phrases.LEADING.sub("", phrases.LIGHT.sub("", core)) or core
    if _letters(core) > LONG:
        core = _shortened(core)
    core = core.strip("、：:，,（(的 ")
    return core if core.count("“") == core.count("”") else core.strip("“”")


def _shortened(core: str) -> str:
    """A long clause holds its circumstances as well: what is counted follows the last verb of doing, the last 的."""
    last = None
    for last in phrases.LIGHT_WITHIN.finditer(core):
        pass
    if last is not None:
        core = core[last.end() :]
    for mark in ("》", "的"):
        at = core.rfind(mark)
        if _letters(core) > LONG and at >= 0 and _letters(core[at + 1 :]) >= BRIEF:
            core = core[at + 1 :]
    return core if _letters(core) <= LONGEST else core[-LONGEST:]


def _behind(text: str, number: Number, end: int, head: str, core: str) -> tuple[str, int]:
    """The noun behind the measure word, with what was done to it where the clause before it says only that; and where
    it ends. Nothing where the noun stands before the number."""
    found = _TAIL.match(text, number.end, end)
    tail = phrases.BEHIND.sub("", found[0]) if found else ""
    if not found or tail[:1] in ("", "(", "（") or phrases.NO_NOUN.match(tail):
        return "", number.end
    begin = found.end() - len(tail)
    runs_on = text[found.end() : found.end() + 1].isdecimal() and not phrases.JOINED.search(tail)
    doing = phrases.LIGHT.sub("", phrases.TOWARDS.sub("", core))
    attributive = head.endswith("的")
    named = _letters(doing) > BRIEF and not phrases.ACTED.search(doing) and not attributive
    verb = phrases.TAIL_VERB.search(tail, 2)
    if named and (runs_on or number.kind is Kind.DURATION or phrases.TAIL_VERB.match(tail)):
        return "", number.end
    if runs_on and doing and verb is None:
        return "", number.end
    if _letters(tail) > LONG or runs_on:
        tail = tail[: verb.start()] if verb else tail[:LONGEST]
    noun_end = begin + len(tail)
    noun = phrases.AND_THEN.sub("", tail).rstrip("的和及与、等中 ").replace("进行了", "").replace("进行", "")
    if about := phrases.ABOUT.search(head):
        return about[1] + noun, noun_end
    if attributive:  # 将未参加年度报告公示的151户企业
        doing = phrases.LEADING.sub("", phrases.OBJECT.sub("", doing))
        return (doing + "的" + noun if BRIEF < _letters(doing) <= LONG else noun), noun_end
    return (doing + noun if 2 <= _letters(doing) <= BRIEF else noun), noun_end


def _changed(text: str, start: int, head: str, number: Number, earlier: list[Counted]) -> tuple[str, bool]:
    """A change is of what stands before its verb, or of the figure before it: 行政机关败诉率同比下降."""
    core = phrases.LEADING.sub("", re.sub(r"(?:了|约|近|达到?|为|超过|分别|\s)+$", "", head)).replace("分别", "")
    if core and not phrases.COMPARED.match(core):
        return (_shortened(core) if _letters(core) > LONGEST else core), False
    if earlier:
        base = earlier[-1]
        return (base.subject if not core or base.kind is Kind.CHANGE else base.subject + core), True
    clause = _HEAD.search(text, start, max(start, number.start - len(head) - 1))
    noun = phrases.DECLINED.sub("", _clean(clause[0])) if clause else ""
    return noun + core, True


def _rate(core: str, earlier: list[Counted]) -> tuple[str, bool]:
    """办结率 is that of the cases counted before; 占总数的9.7% is the share of those."""
    if not earlier:
        return core, False
    last = earlier[-1]
    if phrases.SHARE_OF.match(core):
        return _noun(last.subject) + core, True
    if not core:
        return last.subject, True
    if core == "成功率" and last.subject.endswith("成功"):  # 调解成功704件,成功率99.86%
        return last.subject.removesuffix("成功") + core, True
    brief = all(_letters(rate) <= BRIEF and phrases.RATE.match(rate) for rate in phrases.JOINT.split(core))
    anchor = _anchor(earlier, None)
    return (_noun(anchor.subject) + core, True) if brief and anchor else (core, False)


def _before(head: str, core: str, number: Number, earlier: list[Counted]) -> tuple[str, bool]:
    """The noun before the number, carried on from an earlier figure where the clause has none of its own."""
    if not earlier:
        return core, False
    last = earlier[-1]
    if not core or phrases.LEVEL.match(head):
        anchor = None if core or last.unit == number.unit else _anchor(earlier[:-1], number.unit, same=True)
        return (last.subject + anchor.subject if anchor else last.subject), True  # 乡镇调委会15个,113人
    anchor = _anchor(earlier, number.unit)
    if anchor and phrases.ATTRIBUTE.match(core):
        return core + _noun(anchor.subject), True
    if phrases.VERBAL.match(core):
        return (_noun(anchor.subject) + core if anchor and _letters(core) < BRIEF else core), True
    if anchor and head.lstrip().startswith(("(", "（")) and _letters(core) <= BRIEF:
        return _noun(anchor.subject) + core, True
    return core, False


def _anchor(earlier: list[Counted], unit: str | None, *, same: bool = False) -> Counted | None:
    """The figure that an elliptic clause goes on from: the last that has its own noun, of this unit if there is one."""
    own = [each for each in earlier if not each.elliptic and each.kind in (Kind.COUNT, Kind.MONEY)]
    alike = [each for each in own if each.unit == unit]
    return (alike or ([] if same else own) or [None])[-1]


def _noun(subject: str) -> str:
    """The noun of a subject without the verbs it was counted by: 受理行政复议案件 -> 行政复议案件."""
    return phrases.ACTED.sub("", phrases.DONE.sub("", subject)) or subject


def _letters(phrase: str) -> int:
    return len(phrases.LETTERS.sub("", phrase))
