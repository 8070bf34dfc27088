"""What a report is: its title, the region it speaks for, the year it reports on, and what kind of report it is.

The title is printed, or it is not: then it is empty, and region and year are taken from the running text, from its
close (落款) or from the page's publication line. Regions are in `regions`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fadu.reading.furniture import ORGAN, TITLE, Span, is_prose, labels, lines, published
from fadu.reading.regions import named, own, signed

__all__ = ["Heading", "ReportKind", "heading"]


class ReportKind(StrEnum):
    """What a report is for."""

    ANNUAL = "annual"  # 法治政府建设年度报告, 工作报告, 情况报告
    SUMMARY = "summary"  # 工作总结
    STATEMENT = "statement"  # 情况说明, 自查报告, 示范创建
    DUTIES = "duties"  # 述法报告: 党政主要负责人
    PLAN = "plan"  # 工作要点, 计划, 方案
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """`title` and `region` as printed, empty where not found; `year` None where nothing says it; `organ` the department
    that reports (市场监督管理局), empty for a government."""

    title: str
    region: str
    year: int | None
    kind: ReportKind
    organ: str = ""


_SPACES: Final = re.compile(r"[\s\u3000\u00a0]+")
# 《…报告_政务公开_某县人民政府门户网站》; a bare hyphen only before a site's name, for 2021-2022 has one as well.
_SITE: Final = re.compile(
    r"(?:\s*[_|｜]+\s*|\s+[—–-]+\s+|[—–-]+(?=[^_|｜—–-]*(?:政府|网|网站|平台|局)$))[^_|｜—–-]{2,40}$"
)
_TITLED: Final = re.compile(r"^\s*(?:标\s*题|名\s*称|信息名称)\s*[:：|｜]\s*")
_PARTICULAR: Final = re.compile(r"(?:标\s*题|名\s*称)\s*[:：|｜]\s*(?P<title>[^\r\n|｜]{6,90})")
_SITES: Final = re.compile(r"(?:政府|门户|官网|网站|网$|公开|栏目|首页|信息|中国|平台|年报|报告$|动态|公告)")
_ENDS: Final = re.compile(r"(?:报告|总结|汇报|说明|通报|公报|情况|要点|计划|方案|意见|述法)(?:[（(].{1,24}[)）])?$")
_KINDS: Final = (
    (ReportKind.DUTIES, re.compile(r"述法|述职|第一责任人职责情况的?报告$")),
    (ReportKind.STATEMENT, re.compile(r"情况(?:的)?说明|示范.{0,8}创建|创建.{0,12}(?:说明|汇报)|自查|自评|专题")),
    (ReportKind.PLAN, re.compile(r"(?:工作)?(?:要点|计划|方案|规划|安排)(?:的通知)?(?:[（(].{1,24}[)）])?$")),
    (ReportKind.SUMMARY, re.compile(r"总结")),
    (ReportKind.ANNUAL, re.compile(r"(?:法治|依法).*(?:报告|情况|汇报|通报|公报)|年度报告|年报")),
)
_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
_YEAR: Final = re.compile(
    r"(?<![\d〔\[（(])(?P<year>(?:20|２０|二[〇○零])[\d０-９〇○零一二三四五六七八九]{2})\s*(?:年度?|度)"
)
_OF_THE_REPORT: Final = re.compile(
    r"(?P<year>20\d\d)\s*年度?(?:的|我[市县区镇乡州旗盟省局街])*.{0,24}?(?:报告|汇报|总结|说明)如下"
    r"|(?P<other>20\d\d)\s*年度?(?:我[市县区镇乡州旗盟省局])?(?:推进|的|全[市县区镇乡州旗])*(?:法治政府|依法行政|法治建设)"
)
_BOOK: Final = re.compile(r"《[^《》\n]{0,120}》|[（(〔\[][^（()）〔〕\[\]\n]{0,40}[)）〕\]]")
_IN_THE_YEAR: Final = re.compile(r"(20\d\d)\s*年(?!以来|来|度?[末底]?(?:前|起))")
_DAY: Final = re.compile(r"(?P<year>20\d\d)(?:年|[-./])?(?P<month>0?[1-9]|1[0-2])(?:月|[-./])?\d{1,2}日?$")
ENOUGH: Final = 12_000  # characters in which a report names its region and its year
NEAR: Final = 4000  # characters of the report in which its title and its opening stand


def heading(text: str, kept: Sequence[Span], *, title: str = "", year: int | None = None) -> Heading:
    """Title, region, year and kind of the report in the spans `kept` of `text`.

    `title` is what the file says of itself elsewhere (the page's <title>); it is used where the text prints none.
    `year` is used as given.
    """
    printed = find_title(text, kept) or clean_title(title) or _entered(text)
    bare = _SPACES.sub("", printed)
    region, organ = named(bare)
    if not region:
        region = signed(_below(text, kept)) or own(_body(text, kept)[:ENOUGH]) or signed(labels(text))
    return Heading(
        title=printed,
        region=region,
        year=year or _year(bare, text, kept),
        kind=_kind(bare, text, kept),
        organ=organ,
    )


def clean_title(title: str) -> str:
    """A page's title without the label before it and the names of columns and site behind it."""
    words = _SPACES.sub(" ", _TITLED.sub("", title)).strip(" |｜")
    while (tail := _SITE.search(words)) and (_SITES.search(tail[0]) or not TITLE.fullmatch(words)):
        words = words[: tail.start()].strip()
    return words if TITLE.fullmatch(_SPACES.sub("", words)) else ""


def _entered(text: str) -> str:
    """The title that the page's table of particulars enters (标题：…), where the page prints it nowhere else."""
    found = _PARTICULAR.search(text[:NEAR])
    return clean_title(found["title"]) if found else ""


def find_title(text: str, kept: Iterable[Span]) -> str:
    """The printed title, its lines joined; "" where the report begins without one."""
    above: list[str] = []
    for start, end in kept:
        if start > NEAR:
            break
        for _, _, words in lines(text[start : min(end, start + NEAR)]):
            if is_prose(words) and not (TITLE.fullmatch(_SPACES.sub("", words)) and len(words) <= 80):
                return _best(above)
            above.append(words)
    return _best(above)


def _best(above: Sequence[str]) -> str:
    """The most telling of the title lines; a title set over several lines is joined."""
    found: list[tuple[int, int, str]] = []
    for place in range(len(above)):
        for many in (1, 2, 3):
            parts = [_SPACES.sub(" ", part).strip() for part in above[place : place + many]]
            if len(parts) < many or any(part.endswith(("：", ":", "，", ",")) for part in parts):
                break
            if many > 1 and not _continues(parts):
                break
            joined = clean_title("".join(parts))
            bare = _SPACES.sub("", joined)
            if not bare or len(bare) > 90 or bare.startswith(("根据", "按照", "为")):
                continue
            weight = 2 * bool(_YEAR.search(bare)) + 2 * bool(named(bare)[0]) + bool(_ENDS.search(bare))
            weight += 2 * ("法治" in bare or "依法" in bare)
            found.append((weight, -place * 10 + many, joined))
    return max(found)[2] if found else ""


def _continues(parts: Sequence[str]) -> bool:
    """Whether the last of `parts` is set on a line of its own only for want of room."""
    first, last = _SPACES.sub("", "".join(parts[:-1])), _SPACES.sub("", parts[-1])
    if _ENDS.search(first):
        return bool(re.fullmatch(r"[（(](?!20\d\d年\d).{2,24}[)）]", last))
    return bool(ORGAN.fullmatch(first) or last.startswith(("关于", "20", "的")) or _ENDS.search(last))


def _kind(title: str, text: str, kept: Sequence[Span]) -> ReportKind:
    for kind, pattern in _KINDS:
        if title and pattern.search(title):
            return kind
    opening = _body(text, kept)[:NEAR]
    if re.search(r"示范.{0,6}创建.{0,12}(?:报告|说明)如下", opening):
        return ReportKind.STATEMENT
    if "法治政府" in opening or "依法行政" in opening:
        return ReportKind.ANNUAL
    return ReportKind.OTHER


def _body(text: str, kept: Sequence[Span]) -> str:
    return "\n".join(text[start:end] for start, end in kept)


def _below(text: str, kept: Sequence[Span]) -> list[str]:
    """The last short lines of the report: who signed it, and when."""
    if not kept:
        return []
    start, end = kept[-1]
    close: list[str] = []
    for _, _, words in reversed(list(lines(text[max(start, end - 600) : end]))):
        if is_prose(words) or len(words) > 50 or len(close) == 4:
            break
        close.append(words)
    return close


def _year(title: str, text: str, kept: Sequence[Span]) -> int | None:
    """The year reported on: the title's; else what the opening says; else what is most spoken of, weighed with the day
    of signing or publication. A report signed in the first half of a year is on the year before, one signed later on
    the year itself: reports of a year are due in the spring of the next."""
    if in_title := _YEAR.search(_BOOK.sub("", title)) or _YEAR.search(title):
        return _number(in_title["year"])
    plain = _BOOK.sub("", _body(text, kept)[:ENOUGH])
    weights: Counter[int] = Counter()
    for found in _OF_THE_REPORT.finditer(plain[:NEAR]):
        weights[int(found["year"] or found["other"])] += 6
    if begins := re.match(r"\s*(20\d\d)\s*年度?[,，]", plain):
        weights[int(begins[1])] += 6
    signed_in = next((day for line in _below(text, kept) if (day := _DAY.search(_SPACES.sub("", line)))), None)
    if signed_in:
        weights[int(signed_in["year"]) - (int(signed_in["month"]) <= 6)] += 4
    elif on_page := published(text):
        weights[on_page[0] - (on_page[1] <= 6)] += 4
    spoken = Counter(int(each) for each in _IN_THE_YEAR.findall(plain))
    for place, (each, _) in enumerate(sorted(spoken.items(), key=lambda item: (-item[1], -item[0]))[:3]):
        weights[each] += 3 - place
    return max(weights, key=lambda each: (weights[each], each)) if weights else None


def _number(year: str) -> int:
    return int(year.translate(_DIGITS))
