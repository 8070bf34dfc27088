"""A file to text: .txt, .html, .docx, .pdf, a pasted page. What it is, is told by its bytes, not by its name.

Every refusal is an `Unreadable` that says why and what to do; a file is read whole or not at all. The encoding, and how
it was known, go with the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import Final

from fadu.reading import encoding, portable, webpage, wordfile
from fadu.reading.unreadable import LARGEST, Unreadable
from fadu.reading.webpage import Page

__all__ = ["FORMATS", "LARGEST", "Opened", "Unreadable", "open_bytes", "open_file", "pasted"]

FORMATS: Final = frozenset({".txt", ".html", ".htm", ".shtml", ".docx", ".pdf", ".md", ".mht", ".mhtml"})

_SIGNATURES: Final = (
    (b"MZ", "Windows 程序（.exe）", "a Windows program (.exe)"),
    (b"\x7fELF", "Linux 程序", "a Linux program"),
    (b"\x89PNG", "PNG 图片", "a PNG picture"),
    (b"\xff\xd8\xff", "JPEG 图片", "a JPEG picture"),
    (b"GIF8", "GIF 图片", "a GIF picture"),
    (b"BM", "BMP 图片", "a BMP picture"),
    (b"II*\x00", "TIFF 图片", "a TIFF picture"),
    (b"MM\x00*", "TIFF 图片", "a TIFF picture"),
    (b"Rar!", "RAR 压缩包，请先解压", "a RAR archive: unpack it"),
    (b"7z\xbc\xaf", "7z 压缩包，请先解压", "a 7z archive: unpack it"),
    (b"\x1f\x8b", "gzip 压缩包，请先解压", "a gzip archive: unpack it"),
    (b"BZh", "bzip2 压缩包，请先解压", "a bzip2 archive: unpack it"),
    (b"\xfd7zXZ", "xz 压缩包，请先解压", "an xz archive: unpack it"),
    (b"SQLite format 3", "SQLite 数据库", "an SQLite database"),
    (b"{\\rtf", "RTF 文件，请另存为 .docx", "an RTF file: save it as .docx"),
    (b"\xca\xfe\xba\xbe", "程序", "a program"),
)

_ARCHIVED: Final = re.compile(
    rb"(?=[A-Z][A-Za-z-]{2,30}: )[\s\S]{0,3000}?Content-Type:\s*multipart/related", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file. `format` is "text", "page", "word" or "pdf"; `encoding` and `known_by` are empty for the last
    two, which say it themselves. `title` is what a page calls itself. `notices` are told to the reader."""

    text: str
    format: str
    encoding: str = ""
    known_by: str = ""
    title: str = ""
    notices: tuple[str, ...] = ()
    _page: Page | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text as characters of the file as decoded: the same, but for a page, where the tags count."""
        if self._page is None:
            return start, end
        return self._page.place(start), self._page.end(end)


def open_file(path: Path) -> Opened:
    """The text of the file at `path`. Raises `Unreadable`, which names the file."""
    try:
        _refuse_by_size(path.stat().st_size)
        return open_bytes(path.read_bytes())
    except OSError as fault:
        raise Unreadable(
            f"无法打开文件（{fault.strerror}）", f"cannot be opened: {fault.strerror}", name=str(path)
        ) from fault
    except Unreadable as fault:
        fault.name = fault.name or str(path)
        raise


def _refuse_by_size(size: int) -> None:
    if size > LARGEST:
        raise Unreadable(
            f"文件有 {size >> 20} MB，超过 {LARGEST >> 20} MB，一份报告不会这样大，请核对是否选错了文件",
            f"{size >> 20} MB, more than {LARGEST >> 20} MB: no report is so long, is it the right file?",
        )


def open_bytes(data: bytes) -> Opened:
    """The text of a file's bytes. Raises `Unreadable`."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("文件是空的", "the file is empty")
    _refuse_by_size(len(data))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_old_office(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Opened(_not_blank(wordfile.words_of(data)), "word")
    if b"%PDF-" in data[:1024]:
        text, notices = portable.words_of(data)
        return Opened(_not_blank(text), "pdf", notices=notices)
    for signature, zh, en in _SIGNATURES:
        if data.startswith(signature) and _is_binary(data):
            raise Unreadable(f"这是{zh}，不是报告", f"{en}, not a report")
    if _ARCHIVED.match(data):
        data = _archived_page(data)
    head = data[:2048].lower()
    decoded = encoding.decode(
        data, page=b"<html" in head or b"<meta" in head or b"<!doctype" in head or b"<?xml" in head
    )
    return _opened(decoded)


def _archived_page(data: bytes) -> bytes:
    """The page in a browser's single-file archive (.mhtml)."""
    for part in message_from_bytes(data, policy=policy.HTTP).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                declared = part.get_content_charset("")
                return b'<!DOCTYPE html><meta charset="%s">' % declared.encode("ascii", "ignore") + page
    raise Unreadable("网页存档里没有网页", "there is no page in the archive")


def pasted(text: str) -> Opened:
    """A page as pasted by a clerk: its words, or its source. Raises `Unreadable`."""
    if len(text) > LARGEST:
        raise Unreadable(f"文字超过 {LARGEST >> 20} 兆字", f"more than {LARGEST >> 20} million characters")
    return _opened(encoding.Decoded(text, "", "given"))


def _opened(decoded: encoding.Decoded) -> Opened:
    if webpage.looks_like(decoded.text):
        page = webpage.words_of(decoded.text)
        return Opened(
            _not_blank(page.text), "page", decoded.encoding, decoded.known_by, page.title, decoded.notices, page
        )
    return Opened(_not_blank(decoded.text), "text", decoded.encoding, decoded.known_by, notices=decoded.notices)


def _not_blank(text: str) -> str:
    if not text.strip():
        raise Unreadable("文件里没有文字", "there are no words in the file")
    return text


def _is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: a report that happens to begin with MZ or BM is one."""
    return b"\x00" in data[:4096] or not data[:2].isascii() or data[:4] in (b"Rar!", b"GIF8", b"{\\rt")


def _refuse_old_office(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("Word 文件有密码，请解除密码后再读", "the Word file has a password: remove it first")
    raise Unreadable(
        "这是旧格式（.doc、.wps 或者 .xls），请用 Word 或者 WPS 另存为 .docx",
        "an old Office format (.doc, .wps, .xls): save it as .docx",
    )
