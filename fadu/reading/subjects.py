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
# Quotations and short brackets belong to the noun (村(社区), “双随机、一公开”检查), and so does 、 where no number
# follows.
_TAIL: Final = re.compile(
    r"(?!、)(?:“[^”\n]{1,24}”|[（(][^（()）\d]{1,6}[)）]|[^，,。；;：:！？!?\n、（(）)\d“]|、(?=[^，,。；;、\d一二三四五六七八九十]{0,24}[，,。；;])|“)*"
)

_THINGS: Final = frozenset(("个", "家", "所", "支", "处", "名"))  # themselves counted, no cases of a class
_TO: Final = frozenset("-—–~～至到")  # 3-5个工作日
_AND: Final = frozenset("、和及与，,")

LONG: Final = 14  # letters: a longer phrase holds more than what is counted
LONGEST: Final = 20
REACH: Final = 90  # characters: what is counted does not stand farther before its number
NEAR: Final = 24  # figures: no clause goes on from one farther back
BRIEF: Final = 4  # letters: a rate no longer says not of what (办结率, 满意率)


@dataclass(slots=True)
class Counted:
    """What a number of the sentence counts. `elliptic` where its noun was carried over, or it counts a part of what
    was counted before it: no later phrase goes on from it. `end` is where its own words end: the measure word, or the
    noun behind it; `head` are the words before it; `aside` that it stands in brackets, `part` that it
    is one of the parts of a whole."""

    subject: str
    unit: str | None
    kind: Kind
    elliptic: bool
    end: int
    head: str = ""
    aside: bool = False
    part: bool = False


def field(text: str, paragraph: int) -> str:
    """在市场监管执法领域, at the head of a paragraph: everything in it is counted there."""
    found = phrases.FIELD.match(text, paragraph)
    return found[1] if found else ""


def subject(
    text: str, sentence: tuple[int, int], number: Number, kind: Kind, earlier: list[Counted], said: Counted | None
) -> Counted:
    """What `number`, read as `kind`, counts in its `sentence`; `earlier` are the numbers of the sentence before it,
    `said` is the last of the sentences before in its paragraph that had its own noun."""
    since = earlier[-1].end if earlier else sentence[0]
    found = _HEAD.search(text, min(max(since, number.start - REACH), number.start), number.start)
    head = found[0] if found else ""
    counted = Counted("", number.unit, kind, False, number.end, head)
    if kind is Kind.CHANGE:
        counted.subject, counted.elliptic = _changed(text, sentence[0], head, number, earlier)
        return counted
    core = (number.unit or "") if number.sums else _clean(head)
    alone = not head.strip() or phrases.LIGHT.sub("", core) == ""  # 80%以上事项, 完成60%以上乡镇的建设
    if kind is Kind.RATIO and not (alone and _behind(text, number, sentence[1], head, core)[0]):
        counted.subject, counted.elliptic = _rate(core, earlier, said)
        counted.part = bool(earlier) and earlier[-1].part
        return counted
    noun, counted.end = _behind(text, number, sentence[1], head, core)
    between = text[since : number.start]
    if noun:
        counted.subject = noun
    else:
        counted.subject, counted.elliptic = _before(core, head, between, number, earlier, said)
        if not counted.subject:
            counted.subject = _named_before(text, sentence[0], number) or (number.unit or "")
    # a part in brackets, or after 其中, is nothing later phrases go on from: 97件(新收89件,上年结转8件),受理83件
    counted.aside = any(
        text.rfind(opens, since, number.start) > text.rfind(closes, since, number.start)
        for opens, closes in ("()", "（）")
    ) or (bool(earlier) and earlier[-1].aside and ")" not in between and "）" not in between)
    counted.elliptic |= counted.aside
    of_a_whole = bool(phrases.PART.search(between)) or (bool(earlier) and earlier[-1].part)
    counted.part = of_a_whole and counted.elliptic
    return counted


def _named_before(text: str, start: int, number: Number) -> str:
    """The clause before, where the number stands alone in its own: 市场主体登记：45,903件."""
    clause = _HEAD.search(text, max(start, number.start - REACH), max(start, number.start - 1))
    return _clean(clause[0]) if clause else ""


def _clean(head: str) -> str:
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
    if _letters(core) > LONG:
        core = _shortened(core)
    core = core.strip("、：:，,（( ").removeprefix("的")
    return core if core.count("“") == core.count("”") else core.strip("“”")


def _shortened(core: str) -> str:
    """A long clause holds its circumstances as well: what is counted follows the last verb of doing, the last 的."""
    if verbs := list(phrases.LIGHT_WITHIN.finditer(core)):
        core = core[verbs[-1].end() :]
    for mark in ("》", "的"):
        at = core.rfind(mark)
        verb = phrases.COUNTED_BY.match(core)  # 处理涉及律师、公证员的投诉: 处理投诉
        if _letters(core) > LONG and at >= 0 and _letters(core[at + 1 :]) >= (2 if verb else BRIEF):
            core = (verb[0] if verb else "") + core[at + 1 :]
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
    if runs_on and "的" in tail[1:-1]:  # 评查17个部门的案卷510卷
        tail, runs_on = tail[: tail.index("的", 1) + 1], False
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
    clause = _HEAD.search(text, max(start, number.start - REACH), max(start, number.start - len(head) - 1))
    told = phrases.DECLINED.search(clause[0]) if clause else None
    if earlier and not (told and told.start() != 0 and clause and clause.start() >= earlier[-1].end):
        levels = [each for each in earlier[-NEAR:] if not (each.aside or phrases.BASE_LEVEL.match(each.head.strip()))]
        levels = levels or earlier
        if not core or levels[-1].subject.endswith(core):
            return levels[-1].subject, True
        base = ([each for each in levels if each.kind is not Kind.CHANGE] or levels)[-1]
        return (base.subject if _letters(base.subject) <= LONG // 2 else _noun(base.subject)) + core, True
    noun = phrases.DECLINED.sub("", _clean(clause[0])) if clause else ""
    return noun + core, True


def _rate(core: str, earlier: list[Counted], said: Counted | None) -> tuple[str, bool]:
    """办结率 is that of the cases counted before; 占总数的9.7% is the share of those."""
    anchor = _anchor(earlier, None) or said
    if not earlier and not anchor:
        return core, False
    last = earlier[-1] if earlier else anchor
    if last is None:
        return core, False
    if phrases.SHARE_OF.match(core):
        return _noun(last.subject) + (core if core != "占" else "占比"), True
    if not core and anchor and phrases.SHARE_OF.match(last.head.strip()):  # 占应建总数103个的93.2%
        return _noun(anchor.subject) + "占比", True
    if not core or phrases.LEVEL.match(core):
        return last.subject, True
    if phrases.COMPARED.match(core):
        return last.subject + core, True
    if core.endswith("类") and anchor:  # 信访8559件,其中农业农村类20%
        return core + _noun(anchor.subject) + "占比", True
    if core == "成功率" and last.subject.endswith("成功"):  # 调解成功704件,成功率99.86%
        return last.subject.removesuffix("成功") + core, True
    brief = all(_letters(rate) <= BRIEF and phrases.RATE.match(rate) for rate in phrases.JOINT.split(core))
    return (_noun(anchor.subject) + core, True) if brief and anchor else (core, False)


def _before(
    core: str, head: str, between: str, number: Number, earlier: list[Counted], said: Counted | None
) -> tuple[str, bool]:
    """The noun before the number, carried on from an earlier figure where the clause has none of its own."""
    last = earlier[-1] if earlier else None
    said_head = head.strip()
    if last and phrases.BASE_LEVEL.match(said_head):
        return core + last.subject, True
    if last and (not core or said_head in _TO or phrases.LEVEL.match(said_head)):
        anchor = None if core or last.unit == number.unit else _anchor(earlier[:-1], number.unit, same=True)
        if phrases.ALTOGETHER.match(said_head):  # 建议92件、提案117件，共计209件
            nouns = [_noun(each.subject) for each in earlier[-NEAR:] if each.unit == number.unit and not each.elliptic]
            return "".join(nouns[-3:]) + "合计", True
        if anchor:  # 乡镇调委会15个,113人
            return last.subject + anchor.subject, True
        return last.subject, last.elliptic or last.unit == number.unit  # 联合检查4次36件
    anchor = _anchor(earlier, None if core in ("涉及", "惠及", "受益") else number.unit) or said
    if phrases.SHARE_OF.match(core):
        return phrases.SHARE_OF.sub("", core), True
    if not anchor:
        return core, False
    noun, letters = _noun(anchor.subject), _letters(core)
    if phrases.VERBAL.match(core):
        return (_brief(noun) if letters >= BRIEF else noun) + core, True
    if phrases.ACT_OF.match(core):
        return core + noun, True
    return _part(core, noun, between.strip(), number, anchor, earlier)


def _part(
    core: str, noun: str, between: str, number: Number, anchor: Counted, earlier: list[Counted]
) -> tuple[str, bool]:
    """A part of the whole counted before: the noun is the whole's where the part is but a class of it.

    其中民事94件,刑事59件; 其中甲县91件、乙县78件; 从领域看，公安312件，占38.95%；土地187件.
    """
    before = next((each for each in reversed(earlier) if each.kind is not Kind.RATIO), None)
    joined = between.startswith("、")
    if before and joined and before.unit == number.unit and _letters(before.subject) <= BRIEF:
        before.elliptic = True  # 婚姻家庭78件、邻里64件: members of one list
        anchor = _anchor(earlier, number.unit) or anchor
        noun = _noun(anchor.subject)
    letters = _letters(core)
    first = bool(phrases.PART.search(between))
    goes_on = bool(before and before.part and before.unit == number.unit and between[:1] in "、，,；;")
    if anchor.unit == number.unit and phrases.ATTRIBUTE.match(core):
        return core + noun, True
    brief = letters < BRIEF or (core.endswith("类") and letters <= BRIEF + 2)
    case = number.kind is Kind.COUNT and number.unit not in _THINGS and anchor.unit == number.unit
    if case and (first or goes_on) and brief and core[-2:] != noun[-2:]:
        return phrases.CASE.sub("", core) + noun, True
    if phrases.CASE_OPEN.match(between) and letters <= BRIEF:
        return noun + core, True
    return core, first or goes_on or (joined and letters <= BRIEF)


def _anchor(earlier: list[Counted], unit: str | None, *, same: bool = False) -> Counted | None:
    """The figure an elliptic clause goes on from: the last that has its own noun, of this unit if there is one."""
    own = [each for each in earlier[-NEAR:] if not each.elliptic and each.kind in (Kind.COUNT, Kind.MONEY)]
    alike = [each for each in own if each.unit == unit]
    chosen = alike or ([] if same else own)
    return chosen[-1] if chosen else None


def _brief(noun: str) -> str:
    """The last four letters of a noun: 行政和民事争议案件 -> 民事争议."""
    return phrases.CASE.sub("", noun)[-BRIEF:]


def respectively(counted: list[Counted], numbers: list[Number], text: str) -> None:
    """分别 deals out: 优秀率、合格率分别为38.4%、56.5% to the names before it; 刑拘5人、逮捕3人，分别上升3.1%、5.6% to
    as many numbers before."""
    for at, first in enumerate(counted):
        if "分别" not in first.head:
            continue
        last = at + 1
        while last < len(counted) and text[numbers[last - 1].end : numbers[last].start].strip() in _AND:
            last += 1
        if last - at < 2:
            continue
        names, verb = first.head.split("分别", 1)
        verb = verb.strip() if phrases.COMPARED.match(verb.strip()) else ""
        names, compared = _compared(phrases.LEADING.sub("", names))
        listed = phrases.JOINT.split(names.strip("的 "))
        of = [_noun(each.subject) for each in counted[:at] if each.kind is not first.kind][at - last :]
        if len(listed) == last - at:
            of = listed
        elif len(of) != last - at or not verb:
            continue
        for one, name in zip(counted[at:last], of, strict=True):
            one.subject = name + compared + verb


def _compared(names: str) -> tuple[str, str]:
    """What is compared, and with what: 破案数、抓获数同比 -> 破案数、抓获数 and 同比."""
    if phrases.COMPARED.match(names):
        return "", names
    for word in ("同比", "环比"):
        if names.endswith(word):
            return names.removesuffix(word), word
    return names, ""


def _noun(subject: str) -> str:
    """The noun of a subject without the verbs it was counted by: 受理行政复议案件 -> 行政复议案件."""
    noun = phrases.DONE.sub("", phrases.BRACKETED.sub("", subject))
    if _letters(noun) > LONG // 2:
        noun = phrases.WITHIN.sub("", noun)
    return phrases.CLOSED.sub("", noun) or subject


def _letters(phrase: str) -> int:
    return len(phrases.LETTERS.sub("", phrase))
