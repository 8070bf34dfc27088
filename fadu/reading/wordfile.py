"""A Word file (.docx): its paragraphs and tables in the order of the page, one line a paragraph, one line a row."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from fadu.reading.numbering import Ordinals
from fadu.reading.unreadable import LARGEST, Unreadable

__all__ = ["words_of"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Text that was deleted, and what is shown twice for older programs.
_PASSED: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}footnoteReference", _FALLBACK})
LONGEST: Final = 16 * 1024 * 1024  # bytes of the body; a report of a hundred pages has one million
DEEPEST: Final = 60  # tables within tables; no report has three
MOST_TIMES: Final = 400  # a part that unpacks to more than this times its size is a bomb, not prose

_OTHERS: Final = (
    ("xl/", "Excel 工作簿", "an Excel workbook"),
    ("ppt/", "演示文稿", "a presentation"),
    ("OFD.xml", "OFD 文件，请另存为 PDF", "an OFD file: save it as PDF"),
    ("content.xml", "OpenDocument 文件，请另存为 .docx", "an OpenDocument file: save it as .docx"),
    ("AndroidManifest.xml", "安卓程序", "an Android program"),
)


def words_of(data: bytes) -> str:
    """The text of the .docx `data`. Raises `Unreadable`."""
    _refuse_what_is_no_word_file(data)
    import docx  # only Word files pay for it
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(document.element.body, 0, _ordinals(document.part)))
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as fault:
        if isinstance(fault, Unreadable):
            raise
        raise Unreadable(
            "Word 文件已损坏，请用 Word 或者 WPS 打开后重新保存", "the Word file is damaged: open it and save it again"
        ) from fault


def _refuse_what_is_no_word_file(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise Unreadable(
            "文件已损坏或者没有下载完整，请重新下载", "the file is damaged or incomplete: download it again"
        ) from fault
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > 1_000_000 and part.file_size > MOST_TIMES * part.compress_size for part in parts)
    if unpacked > 4 * LARGEST or swollen or len(parts) > 20_000:
        raise Unreadable(
            f"压缩炸弹：解压后有 {unpacked >> 20} MB，不予读取", f"a zip bomb: {unpacked >> 20} MB unpacked, not read"
        )
    if "word/document.xml" in names:
        if next(part.file_size for part in parts if part.filename == "word/document.xml") > LONGEST:
            raise Unreadable(
                "Word 文件的正文过长，不像报告，不予读取", "the Word file is too long for a report, not read"
            )
        return
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("压缩包有密码，请先解压", "the archive has a password: unpack it first")
    for lead, zh, en in _OTHERS:
        if any(name.startswith(lead) for name in names):
            raise Unreadable(f"这是{zh}，不是 Word 文件", f"{en}, not a Word file")
    raise Unreadable("这是压缩包，请解压后逐个读取其中的文件", "an archive: unpack it and read the files in it")


def _ordinals(part: Any) -> Ordinals:
    """The counter of a document, from its parts; one without lists has none."""
    found = {each.reltype.rsplit("/", 1)[-1]: each.target_part for each in part.rels.values() if not each.is_external}
    elements = (getattr(found.get(name), "element", None) for name in ("numbering", "styles"))
    return Ordinals(*elements)


def _lines(element: Any, depth: int, ordinals: Ordinals) -> Iterator[str]:
    """The lines of a body, a cell or a text box."""
    if depth > DEEPEST:
        raise Unreadable("Word 文件嵌套过深，不予读取", "the Word file is nested too deeply, not read")
    for child in element:
        if child.tag == f"{_W}p":
            yield ordinals.before(child) + "".join(_words(child, depth, ordinals)).strip("\n")
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                if _table_of(row) is child:
                    yield "\t".join(" ".join(_lines(cell, depth + 1, ordinals)) for cell in row.findall(f"{_W}tc"))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _lines(child, depth + 1, ordinals)


def _table_of(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{_W}tbl":
        parent = parent.getparent()
    return parent


def _words(element: Any, depth: int, ordinals: Ordinals) -> Iterator[str]:
    if depth > DEEPEST:
        raise Unreadable("Word 文件嵌套过深，不予读取", "the Word file is nested too deeply, not read")
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{_W}txbxContent":
            yield "\n" + "\n".join(_lines(child, depth + 1, ordinals)) + "\n"
        elif child.tag not in _PASSED and not (isinstance(child.tag, str) and child.tag.endswith("Pr")):
            yield from _words(child, depth + 1, ordinals)
