"""Lists and their number: “省、市、县三级”, “A、B、C三方面”, 以下五方面 and what is numbered after it, 分别."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from fadu.reading.audit.finding import Finding, Place, Reason, Relation, Verdict, places
from fadu.reading.audit.passage import Mention, Passage
from fadu.reading.figure import Kind

__all__ = ["check_announced", "check_levels", "check_listings"]

_NUMERALS: Final = {letter: value for value, letter in enumerate("零一二三四五六七八九十")} | {"两": 2}
_TIERS: Final = (
    "国家|中央|全国|自治区|自治州|省|市|州|盟|区县|县区|县|旗|区|乡镇|镇街|街镇|镇乡|乡|镇|街道|街|社区|村居|村|居|屯|组|网格"
    "|所|队|部|厅|局"
)
_LEVELS: Final = re.compile(r"(?P<number>[一二两三四五六七2-7])(?P<rest>级(?:[一-龥]{2,4}(?=[”\"]))?)")
_TIER_LIST: Final = re.compile(rf"(?:(?:{_TIERS})(?:\([^()]{{1,8}}\))?(?:级)?[、和及与]?){{2,8}}[“\"]?$")
_TIER: Final = re.compile(_TIERS)
_NAMED: Final = re.compile(
    r"(?<=[^,;:。“”、\n])“(?P<name>(?P<number>[二两三四五六七八九十])[项大位调种类方员访送联][一-龥]{0,6})”"
)
_LIST_END: Final = re.compile(r"[^,;:。“”\n]{0,60}、[^,;:。“”、\n]{2,20}$")
_ANNOUNCED: Final = re.compile(
    r"(?P<number>[一二两三四五六七八九十]|1?\d)(?:个|大|点|条|项|类)?(?P<kind>方面|项|点|条|类|措施|举措|任务|工作|重点|问题)"
    r"[一-龥”“]{0,16}[:。\n]{1,2}(?=\s*(?:一是|\(一\)|1[.、]|第一[,、]|一要))"
)
_ORDINALS: Final = "一二三四五六七八九十"
_STYLES: Final = (
    ("一是", "{}是"),
    ("(一)", "({})"),
    ("1.", "{}."),
    ("1、", "{}、"),
    ("第一", "第{}"),
    ("一要", "{}要"),
)
_WINDOW: Final = 4000
# A list is what stands before its number; after one of these words it is something else.
_VERBAL: Final = re.compile(
    r"(?:开展|组织|进行|完成|制定|制订|出台|办理|建立|聘请|检查|达|达到|共|共计|合计|累计|为|了|的|有|新增|成立|设立|建成|打造|审查|评选"
    r"|获得|荣获|获|召开|举办|印发|发放|修订|列入|下放|取消|梳理|推出|发布|查处|受理|审核|清理|废止|处罚|派出|设置|配备|在|对|由|从|至|到"
    r"|每|按|分|各|全部|第|近|约|超|超过|不少于|不低于|以上|内|后|前|培训|宣传|调解|巡查|抽查|讲座|活动)$"
)
# Another list may stand before the one that is summed up: 县、乡干部及教育、卫生等3个部门.
_CONTEXT: Final = re.compile(r"及|和|与|(?:^|、)(?:国家|省|市|州|县|区|旗|乡|镇|村|街道|社区)(?:、|$)")
_CASES: Final = frozenset(
    (
        "人",
        "名",
        "人次",
        "次",
        "件",
        "起",
        "宗",
        "份",
        "场",
        "场次",
        "期",
        "家",
        "户",
        "元",
        "条",
        "篇",
        "处",
        "天",
        "年",
        "月",
        "位",
    )
)
_TIMES: Final = frozenset(("小时", "分钟", "工作日", "个月", "百分点", "平方米", "平方公里", "公里", "公顷"))
_QUOTED: Final = re.compile(r"《[^《》]*》|“[^“”]*”|\([^()]*\)")
_NUMERIC: Final = re.compile(r"\d|[一二两三四五六七八九十百][个项件次名条级类]")
_RESPECTIVELY: Final = re.compile(r"分别(?!是|为由)[^,;:。\d]{0,12}$")
_COMPARED: Final = re.compile(r"^[,;](?:同比|环比|较|比|与|相比|上年|去年|20\d\d年|同期|均|,)*$")
_MOVES: Final = re.compile(r"(?:(?:来|到|赴|进|去)(?:县|市|省|州|区|京|乡|镇|北京)[、]?){2,6}")
_MOVE: Final = re.compile("来|到|赴|进|去")


def check_listings(passage: Passage) -> Iterator[Finding]:
    """Numbers that sum up the list before them, and values told respectively."""
    for mention in passage.mentions:
        figure = mention.figure
        small = figure.kind is Kind.COUNT and figure.value is not None and 2 <= figure.value <= 20
        if small and not figure.approx and any(mark in mention.gap for mark in ("、", "”“", "》《")):
            yield from _listing(passage, mention)
        if _RESPECTIVELY.search(mention.gap):
            yield from _respective(passage, mention)


def _listing(passage: Passage, mention: Mention) -> Iterator[Finding]:
    before = passage.text[max(0, mention.figure.start - passage.start - 200) : mention.figure.start - passage.start]
    before = before.rstrip("“ \u3000")
    if mention.unit == "级":
        return
    opened = before.endswith(("等", "等共", "等的"))
    words = before.removesuffix("的").removesuffix("共").removesuffix("等") if opened else before
    items = _items(words)
    if items is None:
        return
    printed = int(mention.value)
    counts = _counts(items)
    if not opened and (_VERBAL.search(items[-1]) or not _sums_up(mention)):
        return
    if printed in counts:
        judged = (Verdict.HOLDS, Reason.LISTED, 0.9)
    elif opened and min(counts) < printed:
        judged = (Verdict.HOLDS, Reason.LISTED_OPEN, 0.9)
    elif (printed < min(counts) and _CONTEXT.search("、".join(items[:-printed]))) or not (
        opened or _kinds(mention, len(items))
    ):
        return
    else:
        judged = (Verdict.CONTRADICTS, Reason.LISTED_WRONG, 0.6 if opened else 0.5)
    yield _counted(mention, items, judged, passage.sentence)


def _sums_up(mention: Mention) -> bool:
    """Whether the number is followed by what it counts: 5支综合执法队伍, 三方面的工作, 四大平台."""
    named = (
        bool(mention.tail)
        and "一" <= mention.tail[0] <= "龥"
        and not mention.tail.startswith(("以", "至", "到", "左右"))
    )
    return named or (len(mention.unit or "") > 1 and mention.unit not in _CASES and mention.unit not in _TIMES)


def _kinds(mention: Mention, listed: int) -> bool:
    """Whether the number sums up kinds (三项制度, 5支队伍) and is no count of cases (取消、下放审批3项事项)."""
    if mention.unit in _CASES:
        return False
    return not mention.figure.text[0].isdigit() or (listed > 2 and mention.unit not in ("项", "个"))


def _items(words: str) -> list[str] | None:
    """The items of the list that ends here; None where there is no list, or numbers stand in it."""
    masked = _QUOTED.sub(lambda match: ("Q" if match[0][0] != "(" else "") + " " * 0, words)
    for mark in ",;:。\n()（":
        masked = masked.rpartition(mark)[2]
    masked = re.sub("Q(?=Q)", "Q、", masked)
    if "、" not in masked or _NUMERIC.search(masked):
        return None
    items = masked.split("、")
    return items if all(items) else None


def _counts(items: list[str]) -> set[int]:
    """How many there may be: 和, 及, 与 in the last may join two or stand in one name."""
    joined = len(re.findall("以及|及其|[和及与]", items[-1][1:-1]))
    first = len(re.findall("[和及与]", items[0][1:-1]))
    counts = {len(items), len(items) + min(joined, 1)}
    if first and len(items) > 2:
        counts.add(len(items) - 1)
    return counts


def _counted(mention: Mention, items: list[str], judged: tuple[Verdict, Reason, float], sentence: str) -> Finding:
    verdict, reason, confidence = judged
    return Finding(
        verdict,
        Relation.OTHER,
        f"列{len(items)}项，印{mention.figure.text}",
        reason,
        places([mention.figure]),
        Decimal(len(items)),
        mention.value,
        sentence,
        confidence,
    )


def check_levels(text: str) -> Iterator[Finding]:
    """省市县三级; 人民调解、行政调解、司法调解“三调联动”."""
    for match in _LEVELS.finditer(text):
        tiers = _TIER_LIST.search(text[max(0, match.start() - 40) : match.start()])
        if tiers is None:
            continue
        printed = _number(match["number"])
        counts = _tiers(tiers[0].rstrip('“"'))
        yield _text_count(text, match.span(), min(counts), printed, agrees=printed in counts, confidence=0.6)
    for match in _NAMED.finditer(text):
        start = max(0, match.start() - 82)
        listed = _LIST_END.search(text[start : match.start()])
        items = _items(listed[0]) if listed is not None else None
        if listed is None or items is None or listed[0].endswith(("等", "的", "了")):
            continue
        printed = _number(match["number"])
        agrees = printed in _counts(items)
        at = start + listed.start()
        alone = at == 0 or text[at - 1] in ",;:。\n"
        if agrees or (alone and max(map(len, items)) <= 8):
            yield _text_count(text, match.span("name"), len(items), printed, agrees=agrees, confidence=0.5)


def _tiers(words: str) -> set[int]:
    """How many levels are named; 区县 may be one or two, and what stands in brackets is another name of one."""
    bare = re.sub(r"\([^()]*\)", "", words)
    least = len(_TIER.findall(bare))
    marked = len([item for item in re.split("[、和及与]", bare) if item])
    most = len(re.findall("国家|中央|全国|自治区|自治州|街道|社区|网格|[省市州盟县旗区乡镇街村居屯组所队部厅局]", bare))
    return {least, most} | ({marked} if marked > 1 else set())


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMERALS[printed]


def _text_count(
    text: str, span: tuple[int, int], counted: int, printed: int, *, agrees: bool, confidence: float
) -> Finding:
    start, end = span
    return Finding(
        Verdict.HOLDS if agrees else Verdict.CONTRADICTS,
        Relation.OTHER,
        f"列{printed if agrees else counted}项，印{text[start:end]}",
        Reason.LISTED if agrees else Reason.LISTED_WRONG,
        (Place(start, end, Decimal(printed)),),
        Decimal(printed if agrees else counted),
        Decimal(printed),
        "",
        0.9 if agrees else confidence,
    )


def check_announced(text: str) -> Iterator[Finding]:
    """以下五方面工作：一是…五是."""
    for match in _ANNOUNCED.finditer(text):
        printed = _number(match["number"])
        if printed < 2 or (match.start() and text[match.start() - 1] in "第十百0123456789"):
            continue
        numbered = _numbered(text, match.end())
        # A list that breaks off after two may go on where nobody sees it.
        if numbered < 2 or (numbered == 2 != printed):
            continue
        span = match.start("number"), match.end("kind")
        yield _text_count(text, span, numbered, printed, agrees=numbered == printed, confidence=0.55)


def _numbered(text: str, at: int) -> int:
    """How many numbered items follow one another from here."""
    begun = [(text.find(first, at, at + 6), first, style) for first, style in _STYLES]
    place, first, style = max(begun)
    if place < 0:
        return 0
    count = 1
    while count < len(_ORDINALS):
        sign = style.format(count + 1 if first[0] == "1" else _ORDINALS[count])
        again = text.find(first, place + len(first), place + _WINDOW)
        place = text.find(sign, place + 1, place + _WINDOW)
        if place < 0 or 0 <= again < place:
            break
        count += 1
    return count


def _told_before(passage: Passage, first: Mention) -> tuple[int, bool] | None:
    """How many figures stand before 分别, and whether in one run: 企业6万户、农户9万户，分别增长…."""
    if not _COMPARED.match(first.gap.partition("分别")[0]):
        return None
    if passage.mentions[first.index - 1].figure.kind is Kind.CHANGE:
        return None
    run = 1
    for mention in reversed(passage.mentions[1 : first.index]):
        if not mention.gap.startswith("、"):
            break
        run += 1
    if run > 1:
        return run, True
    values = 1
    for mention in passage.mentions[first.index + 1 :]:
        if mention.gap not in ("、", ",", "和", "及", "与"):
            break
        values += 1
    return (values, False) if first.index == values else None


def _respective(passage: Passage, first: Mention) -> Iterator[Finding]:
    """As many values after 分别 as things before it."""
    values = [first]
    for mention in passage.mentions[first.index + 1 :]:
        if mention.gap not in ("、", ",", "和", "及", "与") or mention.figure.kind is not first.figure.kind:
            break
        values.append(mention)
    if len(values) < 2:
        return
    before = passage.text[: first.figure.start - passage.start].rpartition("分别")[0]
    moves = None
    for match in _MOVES.finditer(before[-60:]):
        moves = match
    if moves is not None:
        things, exact = len(_MOVE.findall(moves[0])), True
    elif first.index and (told := _told_before(passage, first)):
        things, exact = told
        if not exact and things != len(values):
            return
    else:
        items = _items(before.rstrip(",").rstrip("同比较上年"))
        if items is None:
            return
        counts = _counts(items)
        things, exact = (len(values) if len(values) in counts else max(counts)), False
    agrees = things == len(values)
    if not agrees and not exact and things > len(values):
        return
    yield Finding(
        Verdict.HOLDS if agrees else Verdict.CONTRADICTS,
        Relation.OTHER,
        f"列{things}项，{len(values)}个数（{'、'.join(m.figure.text for m in values)}）",
        Reason.RESPECTIVE if agrees else Reason.RESPECTIVE_WRONG,
        places([m.figure for m in values]),
        Decimal(things),
        Decimal(len(values)),
        passage.sentence,
        0.9 if agrees else 0.6 if exact else 0.4,
    )
