"""The time a figure is counted over, where its sentence names it: 2021年以来, 2023年前8个月, 截至6月底, 每年, 疫情期间.

The last such words before the figure hold for it. Years within titles and quotations, and the years a figure is only
compared with (较2019年, 比上年), are passed over. Where the sentence names no time, it is the year of the report.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["named", "period"]

_TIME: Final = re.compile(
    r"《[^》\n]{0,90}》|“[^”\n]{0,24}”(?!普法期间)"
    r"|(?:19|20)\d\d年度(?=报告|工作|规划|方案|纲要|要点|目标|计划)"
    r"|(?:[较比与]|相比于?|对比|达到|力争|标准|纲要|规划|[(（])(?:去年|上年|前年|同期|(?:19|20)\d\d\s*年?)"
    r"|(?P<span>截[至止到](?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?|[上下]半年|年底|底)?"
    r"|(?:19|20)\d\d年(?:度|底)?(?:前\d{1,2}个月|[上下]半年|\d{1,2}\s*[-—–~至]\s*\d{1,2}月份?|\d{1,2}月(?:\d{1,2}日)?|[一二三四]季度)?"
    r"(?:以来|底以来)?|\d{1,2}\s*[-—–~至]\s*\d{1,2}月份?"
    r"|今年以来|今年|本年度?|全年|年内|当年|去年|上年度?|上一年度|[上下]半年|近[一二两三四五六七八九十\d]+年来?|[一二两三四五六七八九十]+年来"
    r"|每(?:年度?|月|季度?|周|半年)|(?:“[^”]{1,6}”普法|[^，,。；;、“”\s]{2,10})期间|[^，,。；;、“”\s\d]{2,8}以来)"
)
_MONTHS: Final = re.compile(r"前(\d{1,2})个月")


def named(sentence: str, year: int | None) -> list[tuple[int, str]]:
    """The times a sentence names, each with the place behind its words, in the order of the sentence."""
    return [(found.end(), _said(found["span"], year)) for found in _TIME.finditer(sentence) if found["span"]]


def period(times: list[tuple[int, str]], place: int, year: int | None) -> tuple[str | None, bool | None]:
    """The period of a figure at `place` in the sentence of these `times`, and whether the sentence states it (None
    where not even the year of the report is known)."""
    for end, said in reversed(times):
        if end <= place:
            return said, True
    return (str(year), False) if year else (None, None)


def _said(words: str, year: int | None) -> str:
    """今年, 全年 are the year itself, 去年 the one before, 前8个月 is 1-8月, 目前 the day of the report."""
    if words in ("今年", "全年", "年内", "当年", "本年", "本年度"):
        return str(year) if year else words
    if words in ("去年", "上年", "上年度", "上一年度"):
        return str(year - 1) if year else words
    if words in ("目前", "截至", "截止", "截到"):
        return f"截至{year}年报告时" if year else "截至报告时"
    if words.startswith("今年"):
        return words.replace("今年", f"{year}年") if year else words
    if words[0] in "上下" or (words[0].isdecimal() and "年" not in words):
        return f"{year}年{words}" if year else words
    whole = re.fullmatch(r"((?:19|20)\d\d)年(?:度)?", words)
    return whole[1] if whole else _MONTHS.sub(r"1-\1月", words)
