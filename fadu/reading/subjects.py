"""What a figure counts, as a short noun phrase, by where the noun stands.

受理行政复议案件22件          before the number: the clause up to it, without adverbs and verbs of mere doing
开展3次社会稳定风险评估        behind it: the noun that follows the measure word
已办结6件、其中刑事59件        elsewhere: the clause is elliptic, and the noun is that of an earlier figure
办结率100%, 同比下降18.5%     a rate and a change belong to what was counted just before
"""

from __future__ import annotations

import re
from typing import Final

from fadu.reading import phrases
from fadu.reading.carried import Counted, carried, changed, rated
from fadu.reading.clauses import BRIEF, LONG, SHORT, clause, clean, letters, shortened
from fadu.reading.figure import Kind
from fadu.reading.figures import Number

__all__ = ["field", "subject"]

# Quotations and short brackets belong to the noun (村(社区), “双随机、一公开”检查), and so does 、 where no number
# follows.
_TAIL: Final = re.compile(
    r"(?!、)(?:“[^”\n]{1,24}”|(?:19|20)\d\d年度?|[（(][^（()）\d]{1,6}[)）]|[^，,。；;：:！？!?\n、（(）)\d“]|、(?=[^，,。；;、\d一二三四五六七八九十]{0,24}[，,。；;])|“)*"
)


def field(text: str, place: int) -> str:
    """在市场监管执法领域，or 五、行政复议方面。 or ▲行政复议： heads a paragraph: all in it is counted there."""
    found = phrases.FIELD.match(text, place)
    if not found:
        return ""
    told = found["mark"] if found["colon"] else found["at"] or found["mark"] or found["stop"] in "。：:"
    return found["field"] if told else ""


def subject(
    text: str, sentence: tuple[int, int], number: Number, kind: Kind, earlier: list[Counted], said: Counted | None
) -> Counted:
    """What `number`, read as `kind`, counts in its `sentence`; `earlier` are the numbers of the sentence before it,
    `said` is the last of the sentences before in its paragraph that had its own noun."""
    since = earlier[-1].end if earlier else sentence[0]
    _, head = clause(text, since, number.start)
    head = phrases.BEHIND.sub("", head) if earlier else head
    counted = Counted("", number.unit, kind, False, number.end, head, words=text[number.start : number.end])
    if kind is Kind.CHANGE:
        counted.subject, counted.elliptic = changed(text, sentence[0], head, number, earlier)
        return counted
    core = (number.unit or "") if number.sums else clean(head)
    alone = not head.strip() or phrases.LIGHT.sub("", core) == ""  # 80%以上事项, 完成60%以上乡镇的建设
    if kind is Kind.RATIO and not (alone and _behind(text, number, sentence[1], head, core)[0]):
        counted.subject, counted.elliptic = rated(core, earlier, said)
        if core and (level_before := phrases.FROM.search(head)):
            counted.subject += f"（{level_before['when'] or '原来'}）"
        counted.part = bool(earlier) and earlier[-1].part
        return counted
    level = bool(earlier) and phrases.BASE_LEVEL.match(head.strip())
    noun, counted.end = ("", number.end) if level else _behind(text, number, sentence[1], head, core)
    between = text[since : number.start]
    act = not head.strip() or phrases.LEFT.match(core)
    if noun and act and earlier and phrases.CLAUSE_OF_ACT.match(noun):  # 3件告知另案处理, 剩余16宗正在办理
        counted.subject, counted.elliptic = carried(core or noun, head, between, number, earlier, said)[0], True
    elif noun:
        counted.subject = noun
    else:
        counted.subject, counted.elliptic = carried(core, head, between, number, earlier, said)
        if number.kind is Kind.MONEY and phrases.OUTLAY.match(core):
            purpose = phrases.PURPOSE.match(text, number.end, sentence[1])
            counted.subject += purpose[1] if purpose else ""
        elif level_before := phrases.FROM.search(head):
            counted.subject += f"（{level_before['when'] or '原来'}）"
        if not counted.subject:
            # 市场主体登记：45,903件: the number stands alone in its clause
            _, told = clause(text, sentence[0], max(sentence[0], number.start - 1))
            counted.subject = clean(told) or (number.unit or "")
    # a part in brackets, or after 其中, is nothing later phrases go on from: 97件(新收89件,上年结转8件),受理83件
    counted.aside = any(
        text.rfind(opens, since, number.start) > text.rfind(closes, since, number.start)
        for opens, closes in ("()", "（）")
    ) or (bool(earlier) and earlier[-1].aside and ")" not in between and "）" not in between)
    counted.elliptic |= counted.aside
    of_a_whole = bool(phrases.PART.search(between)) or (bool(earlier) and earlier[-1].part)
    counted.part = of_a_whole and counted.elliptic
    return counted


def _behind(text: str, number: Number, end: int, head: str, core: str) -> tuple[str, int]:
    """The noun behind the measure word, with what was done to it where the clause before it says only that; and where
    it ends. Nothing where the noun stands before the number."""
    found = _TAIL.match(text, number.end, end)
    tail = phrases.BEHIND.sub("", found[0]) if found else ""
    if not found or tail[:1] in ("", "(", "（") or phrases.NO_NOUN.match(tail):
        return "", number.end
    begin = found.end() - len(tail)
    runs_on = text[found.end() : found.end() + 1].isdecimal() and not phrases.JOINED.search(tail)
    runs_on &= not phrases.PLAIN.match(tail)
    doing = phrases.LIGHT.sub("", phrases.TOWARDS.sub("", core))
    attributive = head.endswith("的")
    named = letters(doing) > BRIEF and not phrases.ACTED.search(doing) and not attributive
    tail = phrases.AND_THEN.sub("", tail)
    verb = phrases.TAIL_VERB.search(tail, 2)
    if runs_on and not verb and "的" in tail[1:-1]:  # 评查17个部门的案卷510卷
        tail, runs_on = tail[: tail.index("的", 1) + 1], False
    if named and (runs_on or number.kind is Kind.DURATION or phrases.TAIL_VERB.match(tail)):
        return "", number.end
    if runs_on and doing and verb is None:
        return "", number.end
    noun, noun_end = tail, begin + len(tail)
    if verb and (said := _acted(tail, verb)):
        noun = said
        noun_end = begin + verb.start() if runs_on else noun_end
    elif letters(tail) > LONG - 2 or runs_on:
        joining = phrases.JOINING.search(tail, BRIEF)
        noun = tail[: verb.start()] if verb else tail[: joining.start()] if joining else tail
        noun_end = begin + len(noun)
    noun = noun.rstrip("的和及与、等中 ").replace("进行了", "").replace("进行", "")
    if letters(noun) > LONG:
        listed = phrases.AFTER_LIST.search(noun)
        noun = shortened(noun[listed.end() :] if listed else noun)[-LONG:]  # the thing itself stands last
    if about := phrases.ABOUT.search(head):
        return about[1] + noun, noun_end
    if attributive:  # 将未参加年度报告公示的151户企业
        doing = phrases.LEADING.sub("", phrases.OBJECT.sub("", doing))
        of = "" if verb and noun.endswith(f"的{tail[: verb.start()]}") else "的"  # …公示列入异常名录的企业
        return (doing + of + noun if BRIEF < letters(doing) <= LONG else noun), noun_end
    return (doing + noun if 2 <= letters(doing) <= BRIEF and not attributive else noun), noun_end


def _acted(tail: str, verb: re.Match[str]) -> str:
    """The noun with its verb before it, as one says it: 人员参加…等培训 -> 参加培训的人员. Empty where one is missing.

    The head of a Chinese noun phrase stands last: of a long object that is what is left.
    """
    noun, act = tail[: verb.start()], verb[0]
    thing = tail[verb.end() :].removeprefix("了").rstrip("的和及与、等中 ")
    if act in ("为", "向", "对", "共"):
        return ""
    if phrases.LIGHTLY.match(act):
        act = ""
    if letters(thing) > SHORT:
        thing = re.split("[等的]", thing)[-1] if re.search("[等的].{2,}$", thing) else thing
    if letters(thing) > SHORT:
        thing = thing[-BRIEF:]
    if not thing or letters(noun) > LONG - BRIEF:
        return ""
    return f"{act}{thing}的{noun}"
