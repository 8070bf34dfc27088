"""A PDF with text: its lines put together again to paragraphs, page numbers left out."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fadu.reading.encoding import likeness
from fadu.reading.furniture import TITLE, is_label
from fadu.reading.unreadable import LARGEST, Unreadable

if TYPE_CHECKING:
    import pypdf

__all__ = ["words_of"]

MOST_PAGES: Final = 3000
MOST_OPERATIONS: Final = 500_000  # a page of text has some thousand
MOST_DRAWN: Final = 8 * 1024 * 1024  # bytes of drawing; a page of text has some ten thousand
TITLE_LINES: Final = 4  # a title is set in the first lines, and ends a paragraph though it fills its line
_STOP: Final = re.compile(r"[。！？；：:;!?]$")
_PART: Final = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d))"
)
_WIDE: Final = r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’]"
_DIGITS: Final = re.compile(r"[\d\s]+")
_BETWEEN: Final = re.compile(rf"(?<={_WIDE}) (?=\S)|(?<=\S) (?={_WIDE})")
# Fonts that map a character to the radical it is drawn like: 行 comes out as U+2F8F. NFKC knows the Kangxi radicals,
# not the supplement.
_RADICALS: Final = re.compile(r"[\u2f00-\u2fd5]")
_SUPPLEMENT: Final = str.maketrans(
    "⺟⺠⺬⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰", "母民示虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙"
)


def words_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the PDF `data`, and what should be told of it. Raises `Unreadable`."""
    import pypdf  # only PDF files pay for it
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = list(_pages(pypdf.PdfReader(io.BytesIO(data))))
    except Unreadable:
        raise
    except (FileNotDecryptedError, DependencyError) as fault:
        raise Unreadable("PDF 已加密，请解除密码后再读", "the PDF is encrypted: remove the password first") from fault
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as fault:
        raise Unreadable(
            "PDF 已损坏或者没有下载完整，请重新下载", "the PDF is damaged or incomplete: download it again"
        ) from fault
    except (AssertionError, MemoryError, NotImplementedError, ZeroDivisionError, OverflowError) as fault:
        raise Unreadable(
            "PDF 不合规范，无法读取，请另存为 Word", "the PDF breaks its format: save it as Word"
        ) from fault
    notices: list[str] = []
    blank = [number for number, page in enumerate(pages, start=1) if len(page.strip()) < 10]
    if len(blank) == len(pages):
        raise Unreadable(
            "PDF 是扫描件，没有文字，请先做文字识别（OCR）",
            "the PDF is a scan without text: recognise its text first (OCR)",
        )
    if blank:
        shown = "、".join(str(number) for number in blank[:10])
        notices.append(f"第 {shown} 页没有文字，未读入（pages without text were not read）")
    text = "\n".join(_paragraphs(pages))
    if len(text) > 200 and likeness(text) < 0.05:
        raise Unreadable(
            "PDF 的字体没有文字对照，读出来是乱码，请另存为 Word",
            "the fonts of the PDF do not say which characters they show: save it as Word",
        )
    return text, tuple(notices)


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    """The text of each page. A file locked only against changes opens with no password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("PDF 有密码，请解除密码后再读", "the PDF has a password: remove it first")
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(f"PDF 有 {len(reader.pages)} 页，超过 {MOST_PAGES} 页", f"more than {MOST_PAGES} pages")
    size = drawn = 0
    count = _Operations()
    for page in reader.pages:
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents else 0
        if drawn > MOST_DRAWN:
            raise _too_much()
        text = page.extract_text(visitor_operand_before=count) or ""
        size += len(text)
        if size > LARGEST:
            raise Unreadable("PDF 的文字过长，不予读取", "the text of the PDF is too long, not read")
        yield text


class _Operations:
    """Counts what the pages draw, through forms that draw forms: a few of those can ask for more than anyone waits."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self, *_: object) -> None:
        self.done += 1
        if self.done > MOST_OPERATIONS:
            raise _too_much()


def _too_much() -> Unreadable:
    return Unreadable("PDF 的页面内容过多，不像报告，不予读取", "the pages of the PDF draw too much for a report")


def _tidy(line: str) -> str:
    """A line without the spaces that the setting of the page put between its characters."""
    words = _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line).translate(_SUPPLEMENT)
    return _BETWEEN.sub("", words.strip())


def _running(pages: list[list[str]]) -> set[str]:
    """The headers and footers: what stands first or last on half the pages, whatever number is in it."""
    ends = Counter(
        each
        for page in pages
        for each in {_DIGITS.sub("", line) for line in (*page[:2], *page[-2:])}
        if len(each) < 100
    )
    return {line for line, times in ends.items() if times >= max(3, len(pages) / 2)}


def _paragraphs(pages: list[str]) -> list[str]:
    """The lines of all pages joined where a line ended only because the page did."""
    set_ = [[line for line in map(_tidy, page.splitlines()) if line] for page in pages]
    running = _running(set_)
    lines = [
        line
        for page in set_
        for line in page
        if not (len(line) < 30 and is_label(line)) and _DIGITS.sub("", line) not in running
    ]
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(len(lengths) * 0.8)] if lengths else 0
    paragraphs: list[list[str]] = []
    open_ended = False
    for place, line in enumerate(lines):
        if open_ended and not _PART.match(line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        titled = place < TITLE_LINES and TITLE.fullmatch(line)
        open_ended = len(line) >= 0.7 * width and not _STOP.search(line) and not titled
    return ["".join(parts) for parts in paragraphs]
