"""Bytes to text: the encoding is declared or detected, and how it was known is said with the text.

A byte-order mark decides. Then a declaration inside the page, if the bytes keep to it. Then strict trial: UTF-8, whose
byte patterns no other encoding produces by chance; UTF-16 without a mark, GB18030 and Big5, of which the text must
also look like Chinese prose. What fits none of them is refused, never decoded with gaps.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from fadu.reading.unreadable import Unreadable

__all__ = ["Decoded", "decode", "likeness"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_NAMES: Final = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
# The characters that fill any Chinese report; a text decoded wrongly has hardly any of them.
_FREQUENT: Final = frozenset(
    "的一是在和了有不人工作法治政府行政执建设年县市区为对全中大会发展，。、：；“”的規範執設發會個對為與辦"
)
_PROSE: Final = 0.08  # of the characters beyond ASCII must be frequent ones: reports have 0.2 and more
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and how that was known: "mark", "declared", "tried" or "given"."""

    text: str
    encoding: str
    known_by: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, page: bool = False) -> Decoded:
    """The text of `data`. `page`: a declaration inside the file counts. Raises `Unreadable`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding), encoding.removesuffix("-sig"), "mark")
    notices: tuple[str, ...] = ()
    if page and (declared := _DECLARED.search(data[:4096])):
        name = declared[1].decode("ascii").lower()
        try:
            encoding = codecs.lookup(_NAMES.get(name, name)).name
            return _checked(data.decode(encoding), encoding, "declared")
        except (LookupError, UnicodeDecodeError):
            notices = (f"页面声明的编码 {name} 与内容不符（the declared encoding {name} does not fit the content）",)
    text, encoding = _tried(data)
    return _checked(text, encoding, "tried", notices)


def _tried(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        utf8 = fault
    best: tuple[float, str, str] = (0.0, "", "")
    for encoding in ("gb18030", "utf-16-le", "utf-16-be", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        best = max(best, (likeness(text), text, encoding), key=lambda found: found[0])
    if best[0] >= _PROSE:
        return best[1], best[2]
    if utf8.start > 200 and likeness(data[: utf8.start].decode("utf-8")) >= _PROSE:
        raise Unreadable(
            f"文字是 UTF-8 编码，但第 {utf8.start + 1} 字节处已损坏，请重新保存或者下载",
            f"the text is UTF-8, but damaged at byte {utf8.start + 1}: save or download it again",
        )
    raise Unreadable(
        "无法识别文字编码：不是 UTF-8、UTF-16、GB18030 或者 Big5 的中文文本，请另存为 UTF-8 编码",
        "not Chinese text in UTF-8, UTF-16, GB18030 or Big5: save it as UTF-8",
    )


def likeness(text: str) -> float:
    """The share of frequent characters among those beyond ASCII, of a sample; 0 where there is none."""
    sample = [each for each in text[:20_000] if each > "\x7f"]
    return sum(each in _FREQUENT for each in sample) / len(sample) if sample else 0.0


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        name = encoding.removesuffix("-sig").upper()
        raise Unreadable(
            f"文件以 {name} 标记开头，但第 {fault.start + 1} 字节处已损坏，请重新保存或者下载",
            f"the file is marked as {name}, but damaged at byte {fault.start + 1}: save or download it again",
        ) from fault


def _checked(text: str, encoding: str, known_by: str, notices: tuple[str, ...] = ()) -> Decoded:
    if _CONTROL.search(text):
        raise Unreadable(
            "这不是文字文件（含有二进制内容），请提供 .txt、.html、.docx 或者 .pdf",
            "not a text file (it holds binary content): give .txt, .html, .docx or .pdf",
        )
    if damaged := text.count("\ufffd"):
        notices = (*notices, f"有 {damaged} 个字符在存盘前已经丢失（{damaged} characters were lost before saving）")
    return Decoded(text, encoding, known_by, notices)
