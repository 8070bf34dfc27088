"""A bound dossier as one word-processor file: cover, catalogue with page numbers as fields, papers, hashes."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from fadu.documents import docx as printing
from fadu.documents import layout
from fadu.documents.numerals import date_words
from fadu.documents.papers import Column, Dossier, Enclosure, Field, Inventory, Item
from fadu.documents.word import frame
from fadu.documents.word.grid import Cell, Grid, heads, text
from fadu.documents.word.ink import bookmark, line, page_field
from fadu.documents.word.sheet import draw_header_fields, draw_inventory
from fadu.documents.word.text import draw_title

__all__ = ["draw_bound"]

# The widths are near points: a number of two lines, a full date of one.
_COLUMNS = (
    Column("序号", 32),
    Column("文号", 86),
    Column("责任者", 46),
    Column("题名", 104),
    Column("日期", 102),
    Column("页号", 44),
    Column("备注", 34),
)
_ROWS_OF_A_PAGE = 14  # a catalogue sheet is ruled for 14 entries, as the printed forms are
_COVER_TITLE_PT = 36

# What the library raises over bytes that only pretend to be a picture.
_NO_PICTURE = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    AssertionError,
    LookupError,
    ValueError,
    ZeroDivisionError,
    struct.error,
)

Slip = tuple[tuple[Field, ...], ...]


def draw_bound(document: Any, dossier: Dossier, items: Sequence[tuple[Item, Slip]], hashes: Inventory) -> None:
    """Print the dossier; a paper's slip is printed in its place where it is an enclosure that is no picture."""
    _refresh_fields_on_opening(document)
    section = frame.next_section(document, fresh=True)
    frame.lay(section, grid=False)
    _draw_cover(document, dossier)
    frame.lay(frame.next_section(document, fresh=False), grid=False)
    _draw_catalogue(document, dossier, [item for item, _ in items])
    for position, (item, slip) in enumerate(items, start=1):
        section = frame.next_section(document, fresh=False)
        frame.stamp_pages(section)
        if position == 1:
            frame.restart_count(section)
        begun = len(document.element.body)
        if isinstance(item.content, Enclosure):
            _draw_enclosure(document, section, item, slip)
        else:
            printing.draw(document, section, item.content, bound=True)
        _mark(document, begun, f"item_{position}", position)
        if position == len(items):
            _mark(document, begun, "item_end", position + 1, end=True)
    section = frame.next_section(document, fresh=False)
    draw_inventory(document, section, hashes, bound=True)


def _draw_cover(document: Any, dossier: Dossier) -> None:
    line(document)
    line(document, dossier.organ, layout.XIAOBIAOSONG, layout.TITLE_PT, align="centre", pitch=layout.TITLE_LINE_PT)
    for _ in range(2):
        line(document)
    line(document, "　".join("案卷"), layout.XIAOBIAOSONG, _COVER_TITLE_PT, align="centre", pitch=_COVER_TITLE_PT * 1.3)
    line(document)
    draw_title(document, dossier.title)
    line(document, dossier.number, layout.FANGSONG, layout.BODY_PT, align="centre")
    for _ in range(2):
        line(document)
    grid = Grid(document)
    for fields in dossier.cover:
        share = 24 // len(fields)
        cells = []
        for position, field in enumerate(fields):
            rest = 24 - share * (len(fields) - 1) if position == len(fields) - 1 else share
            cells.append(Cell(5, text(field.label, "centre")))
            cells.append(Cell(rest - 5, text(field.value)))
        grid.row(cells, height=layout.LINE_PT * 1.2)
    line(document, pitch=1)


def _draw_catalogue(document: Any, dossier: Dossier, items: Sequence[Item]) -> None:
    draw_title(document, "卷内目录")
    line(document, dossier.number, layout.FANGSONG, layout.SHEET_PT, align="right", pitch=layout.SHEET_LINE_PT)
    total = sum(column.width for column in _COLUMNS)
    grid = Grid(document, widths=[layout.TYPE_WIDTH_PT * column.width / total for column in _COLUMNS])
    for cells in heads(_COLUMNS, [1] * len(_COLUMNS)):
        grid.row(cells, height=layout.LINE_PT, head=True)
    for position, item in enumerate(items, start=1):
        entries = (
            text(str(position), "centre"),
            text(item.reference),
            text(item.author),
            text(item.heading),
            text(date_words(item.dated) if item.dated else ""),
            _page_of(position, last=position == len(items)),
            text(item.note),
        )
        grid.row([Cell(1, entry) for entry in entries], height=layout.LINE_PT * 1.1)
    for _ in range(-len(items) % _ROWS_OF_A_PAGE if len(items) < _ROWS_OF_A_PAGE else 0):
        grid.row([Cell(1) for _ in _COLUMNS], height=layout.LINE_PT * 1.1)
    line(document, pitch=1)


def _page_of(position: int, *, last: bool) -> Any:
    """The paper's first page, for the last paper also its last page."""

    def fill(cell: Any) -> None:
        paragraph = line(cell, align="centre", pitch=layout.SHEET_LINE_PT)
        page_field(paragraph, f"PAGEREF item_{position}", layout.SONGTI, layout.TABLE_PT)
        if last:
            paragraph.add_run("-").font.size = Pt(layout.TABLE_PT)
            page_field(paragraph, "PAGEREF item_end", layout.SONGTI, layout.TABLE_PT)

    return fill


def _draw_enclosure(document: Any, section: Any, item: Item, slip: Slip) -> None:
    """A picture on its page, or a slip that says what the enclosure is."""
    frame.lay(section, grid=False)
    draw_title(document, item.heading)
    content = item.content
    if isinstance(content, Enclosure) and content.media_type.startswith("image/") and content.data:
        picture = line(document, align="centre")
        picture.paragraph_format.line_spacing = 1.0
        if _draw_picture(picture, content.data):
            return
    draw_header_fields(document, slip)


def _draw_picture(paragraph: Any, data: bytes) -> bool:
    """Put a picture into a paragraph, no larger than the type area; false where the bytes are no known picture."""
    try:
        picture = paragraph.add_run().add_picture(io.BytesIO(data))
    except _NO_PICTURE:
        return False
    widest, highest = Mm(layout.TYPE_WIDTH_MM), Mm(layout.TYPE_HEIGHT_MM - 25)
    scale = min(widest / max(picture.width, 1), highest / max(picture.height, 1), 1)
    picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
    return True


def _mark(document: Any, begun: int, name: str, number: int, *, end: bool = False) -> None:
    """Bookmark the first (or last) paragraph of what was printed since the body had `begun` blocks."""
    blocks = [one for one in list(document.element.body)[begun:] if one.tag in (qn("w:p"), qn("w:tbl"))]
    block = blocks[-1 if end else 0]
    paragraphs = [block] if block.tag == qn("w:p") else list(block.iter(qn("w:p")))
    bookmark(Paragraph(paragraphs[-1 if end else 0], document), name, number)


def _refresh_fields_on_opening(document: Any) -> None:
    """The catalogue's page numbers are known only when the file is laid out."""
    element = OxmlElement("w:updateFields")
    element.set(qn("w:val"), "true")
    document.settings.element.find(qn("w:compat")).addprevious(element)
