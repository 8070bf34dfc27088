"""Running text as every paper prints it: titles, paragraphs in their faces, tables between them, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from fadu.documents import layout
from fadu.documents.numerals import date_words, numbered
from fadu.documents.papers import Block, Paragraph, Signature, Table
from fadu.documents.signing import signed
from fadu.documents.titles import title_lines
from fadu.documents.word.floating import mark_seal
from fadu.documents.word.grid import Cell, Grid, draw_table
from fadu.documents.word.ink import ALIGNMENT, indent, line, write
from fadu.documents.words import Words, plain, text_width

__all__ = [
    "day_words",
    "draw_blocks",
    "draw_signatures",
    "draw_title",
    "keep_last",
    "sign_unsealed",
    "sign_with_seals",
]

# The seal's upper edge stays within one line of the body (7.3.5.1); two lines leave a 42 mm seal exactly that. They are
# empty lines, not space before: processors measure a floating shape differently from a paragraph with space above it.
_ABOVE_SEALED_NAME = 2
_AFTER_TABLE_PT = 6  # without a paragraph between them two tables become one


def draw_title(document: Any, title: Words, *, before: float = 0, style: str = "Title") -> None:
    """The title, centred, in lines that cut no word."""
    for position, words in enumerate(title_lines(title)):
        paragraph = document.add_paragraph(style=style)
        paragraph.alignment = ALIGNMENT["centre"]
        paragraph.paragraph_format.line_spacing = Pt(layout.TITLE_LINE_PT)
        paragraph.paragraph_format.keep_with_next = True
        if before and position == 0:
            paragraph.paragraph_format.space_before = Pt(before)
        write(paragraph, words)


def draw_blocks(document: Any, blocks: Iterable[Block]) -> None:
    """Paragraphs and tables in order; numbered headings get their ordinals."""
    for block in numbered(blocks):
        if isinstance(block, Table):
            if plain(block.caption):
                line(document, block.caption, layout.HEITI, layout.COLOPHON_PT, align="centre")
            draw_table(document, block)
            line(document, pitch=_AFTER_TABLE_PT)
        else:
            draw_paragraph(document, block)


def draw_paragraph(document: Any, block: Paragraph) -> Any:
    """A paragraph in body face or, for a heading, in its level's; a lead-in keeps its words in body face."""
    style = f"Heading {block.level}" if block.level and not block.lead else "Normal"
    paragraph = document.add_paragraph(style=style)
    paragraph.alignment = ALIGNMENT[block.align]
    if block.indented and block.align in ("left", "justify"):
        indent(paragraph, first=2, size=layout.BODY_PT)
    if block.lead:
        write(paragraph, block.lead, layout.LEVEL_FACES[block.level])
    return write(paragraph, block.words)


def keep_last(document: Any) -> None:
    """Keep the last paragraph so far on the page of what follows: no seal stands on a page without text."""
    last = document.element.body.sectPr.getprevious()
    if last is not None and last.tag == qn("w:p"):
        WordParagraph(last, document).paragraph_format.keep_with_next = True


def sign_with_seals(document: Any, organs: Sequence[str], day: str) -> None:
    """Name and date with the place of the seal: the date four characters in from the right, the name centred over it.

    Where a long name would leave the type area, the pair moves left until the name stands two characters in.
    """
    size = layout.BODY_PT
    keep_last(document)
    if len(organs) == 1:
        name = text_width(organs[0])
        width = text_width(day) or name
        date_right = max(layout.DATE_RIGHT_CHARACTERS, layout.UNSEALED_RIGHT_CHARACTERS + (name - width) / 2)
        centre = layout.TYPE_WIDTH_PT - (date_right + width / 2) * size
        for _ in range(_ABOVE_SEALED_NAME):
            line(document).paragraph_format.keep_with_next = True
        for position, words in enumerate((organs[0], day) if day else (organs[0],)):
            # A centred tab stop holds both on the seal's axis, whatever the widths of the faces at hand.
            paragraph = line(document, f"\t{words}")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(centre), WD_TAB_ALIGNMENT.CENTER)
            if position == 0:
                paragraph.paragraph_format.keep_with_next = bool(day)
                mark_seal(paragraph, centre_pt=centre)
        return
    _sign_jointly(document, organs)
    if day:
        indent(line(document, day, align="right"), right=layout.DATE_RIGHT_CHARACTERS, size=size)


def _sign_jointly(document: Any, organs: Sequence[str]) -> None:
    """Joint documents: the organs side by side, at most three in a row, their seals not touching (7.3.5.1)."""

    def place(name: str) -> Any:
        def fill(cell: Any) -> None:
            for _ in range(_ABOVE_SEALED_NAME):
                line(cell)
            mark_seal(line(cell, name, align="centre"), centre_pt=None)

        return fill

    for start in range(0, len(organs), 3):
        row = organs[start : start + 3]
        grid = Grid(document, ruled=False, widths=[layout.TYPE_WIDTH_PT / len(row)] * len(row))
        grid.row([Cell(1, place(name), edges="none") for name in row], height=layout.SEAL_MM * layout.PT_PER_MM)
        line(document, pitch=_AFTER_TABLE_PT)


def sign_unsealed(document: Any, organs: Sequence[str], day: str) -> None:
    """Name and date without a seal: the name two characters in from the right, the date two after the name's start."""
    size = layout.BODY_PT
    keep_last(document)
    for position, organ in enumerate(organs):
        name, width = text_width(organ), text_width(day)
        # The date's first character stands two to the right of the name's; a longer date pushes the name left.
        name_right = max(layout.UNSEALED_RIGHT_CHARACTERS, layout.UNSEALED_RIGHT_CHARACTERS + width + 2 - name)
        before = layout.LINE_PT if position == 0 else 0
        paragraph = indent(line(document, organ, align="right", before=before), right=name_right, size=size)
        paragraph.paragraph_format.keep_with_next = True
        if day and position == len(organs) - 1:
            indent(line(document, day, align="right"), right=name_right + name - 2 - width, size=size)


def draw_signatures(document: Any, signatures: Sequence[Signature], *, size: float, pitch: float) -> None:
    """Lines to sign on below a paper, on the page of what is signed."""
    for position, signature in enumerate(signatures):
        keep_last(document)
        line(document, signed(signature), layout.FANGSONG, size, pitch=pitch, before=pitch / 2 if position == 0 else 0)


def day_words(day: date | None) -> str:
    """The date of a document, or nothing where it is still undated."""
    return date_words(day) if day else ""
