"""Letters as word-processor files: the red head, the special letter form and the plain head of enforcement papers."""

from __future__ import annotations

import math
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from fadu.documents import layout
from fadu.documents.layout import LINE_PT, PT_PER_MM
from fadu.documents.numerals import date_words
from fadu.documents.papers import Letter
from fadu.documents.word import frame
from fadu.documents.word.floating import stand_at_foot
from fadu.documents.word.ink import indent, line, rule, write
from fadu.documents.word.text import (
    day_words,
    draw_blocks,
    draw_signatures,
    draw_title,
    keep_last,
    sign_unsealed,
    sign_with_seals,
)
from fadu.documents.words import plain, text_width

__all__ = ["draw_letter"]

_COLOPHON_LINE_PT = 24
_LETTER_MARK_PT = 40
_DOUBLE_RULE_EIGHTHS = 24


def draw_letter(document: Any, section: Any, letter: Letter, *, bound: bool) -> None:
    """Print a letter into a section; in a dossier (`bound`) the dossier counts the pages."""
    frame.lay(section, grid=True)
    if not bound:
        frame.number_pages(section)
    if letter.kind == "document":
        _red_head(document, letter)
    elif letter.kind == "letter":
        _letter_head(document, section, letter, bound=bound)
    else:
        _plain_head(document, letter)
    if plain(letter.addressee):
        line(document, (*_words(letter.addressee), "："), before=LINE_PT * layout.ADDRESSEE_BELOW_TITLE_LINES)
    elif letter.kind != "decision":
        line(document)
    for label, words in letter.particulars:
        indent(line(document, (f"{label}：", *_words(words)), align="justify"), first=2, size=layout.BODY_PT)
    draw_blocks(document, letter.body)
    _attachments(document, letter)
    _signature(document, letter)
    if plain(letter.note):
        keep_last(document)
        note = line(document, ("（", *_words(letter.note), "）"), before=LINE_PT if letter.dated else 0)
        indent(note, first=layout.NOTE_INDENT_CHARACTERS, size=layout.BODY_PT)
    draw_signatures(document, letter.signatures, size=layout.COLOPHON_PT, pitch=LINE_PT)
    _colophon(document, letter)


def _words(words: Any) -> tuple[Any, ...]:
    return words if isinstance(words, tuple) else (words,)


def _red_head(document: Any, letter: Letter) -> None:
    """份号, 密级, 紧急程度 on the first lines; the mark 35 mm below the type area's edge; number; red rule; title."""
    corner = (
        (letter.copy_number, layout.FANGSONG),
        (letter.secrecy, layout.HEITI),
        (letter.urgency, layout.HEITI),
    )
    printed = [(words, face) for words, face in corner if words]
    for words, face in printed:
        line(document, words, face, layout.BODY_PT)
    size = layout.mark_size(letter.mark)
    pitch = size * 1.2
    # The glyph stands in the middle of its line: half the difference is air above it.
    above = layout.MARK_BELOW_TYPE_MM * PT_PER_MM - len(printed) * LINE_PT - (pitch - size) / 2
    if not printed:
        # Space before the first paragraph of a page is dropped by some processors: an empty line carries it.
        line(document)
        above -= LINE_PT
    for position, words in enumerate(letter.mark.splitlines() or [""]):
        line(document, words, layout.XIAOBIAOSONG, size, align="centre", pitch=pitch,
             before=max(above, 0) if position == 0 else 0, color=layout.RED)  # fmt: skip
    number = _number_line(document, letter)
    gap = layout.RULE_BELOW_NUMBER_MM * PT_PER_MM - (LINE_PT - layout.BODY_PT) / 2
    rule(number, {"bottom": layout.RULE_EIGHTHS_PT}, color=layout.RED, gap=gap)
    draw_title(document, letter.title, before=layout.TITLE_BELOW_RULE_LINES * LINE_PT)


def _number_line(document: Any, letter: Letter) -> Any:
    """The number, centred two lines below the mark; upward papers (上行文) put it left and the signer right."""
    before = layout.NUMBER_BELOW_MARK_LINES * LINE_PT
    if not letter.signer:
        return line(document, letter.number, layout.FANGSONG, layout.BODY_PT, align="centre", before=before)
    number = line(document, letter.number, layout.FANGSONG, layout.BODY_PT, before=before)
    indent(number, left=1, right=1, size=layout.BODY_PT)
    right = layout.TYPE_WIDTH_PT - layout.BODY_PT
    number.paragraph_format.tab_stops.add_tab_stop(Pt(right), WD_TAB_ALIGNMENT.RIGHT)
    write(number, "\t签发人：", layout.FANGSONG, layout.BODY_PT)
    return write(number, letter.signer, layout.KAITI, layout.BODY_PT)


def _letter_head(document: Any, section: Any, letter: Letter, *, bound: bool) -> None:
    """信函格式: the mark 30 mm from the paper's edge, double red rules above and below, the number at the right.

    Head and lower rule stand in the first page's own margins; the first page shows no page number. In a dossier the
    margins belong to its page numbers, and the head stands in the type area.
    """
    size = min(layout.mark_size(letter.mark), _LETTER_MARK_PT)
    beyond = Pt((layout.LETTER_RULE_MM - layout.TYPE_WIDTH_MM) / 2 * PT_PER_MM)
    home = document
    if not bound:
        section.different_first_page_header_footer = True
        section.header_distance = Mm(layout.LETTER_MARK_FROM_TOP_MM)
        section.footer_distance = Mm(layout.LETTER_RULE_FROM_BOTTOM_MM)
        home = frame.own_margin(section.first_page_header)
        foot = line(frame.own_margin(section.first_page_footer), "", pitch=2)
        foot.paragraph_format.left_indent = foot.paragraph_format.right_indent = -beyond
        rule(foot, {"bottom": _DOUBLE_RULE_EIGHTHS}, color=layout.RED, kind="thinThickSmallGap")
    mark = line(home, letter.mark, layout.XIAOBIAOSONG, size, align="centre", pitch=size * 1.2, color=layout.RED)
    mark.paragraph_format.left_indent = mark.paragraph_format.right_indent = -beyond
    gap = layout.LETTER_RULE_BELOW_MARK_MM * PT_PER_MM
    rule(mark, {"bottom": _DOUBLE_RULE_EIGHTHS}, color=layout.RED, gap=gap, kind="thickThinSmallGap")
    line(document, letter.number, layout.FANGSONG, layout.BODY_PT, align="right")
    draw_title(document, letter.title, before=layout.TITLE_BELOW_RULE_LINES * LINE_PT)


def _plain_head(document: Any, letter: Letter) -> None:
    """Enforcement papers: the organ's name, the kind of paper, the number at the right; no red, no rule."""
    if letter.mark:
        for words in letter.mark.splitlines():
            line(document, words, layout.XIAOBIAOSONG, layout.TITLE_PT, align="centre", pitch=layout.TITLE_LINE_PT)
    draw_title(document, letter.title)
    if letter.number:
        number = line(document, letter.number, layout.FANGSONG, layout.BODY_PT, align="right", before=LINE_PT / 2)
        number.paragraph_format.space_after = Pt(LINE_PT / 2)


def _attachments(document: Any, letter: Letter) -> None:
    """附件说明: one line below the body, two characters in, no final mark; further lines begin under the name."""
    many = len(letter.attachments) > 1
    for position, name in enumerate(letter.attachments, start=1):
        ordinal = f"{position}." if many else ""
        head = "附件：" if position == 1 else ""
        keep_last(document)
        paragraph = line(document, (head + ordinal, *_words(name)), before=LINE_PT if position == 1 else 0)
        left = 5 + text_width(ordinal)
        indent(paragraph, left=left, first=-text_width(head + ordinal), size=layout.BODY_PT)


def _signature(document: Any, letter: Letter) -> None:
    if not letter.signature and letter.dated is None:
        return
    if letter.sealed and letter.signature:
        sign_with_seals(document, letter.signature, day_words(letter.dated))
    else:
        sign_unsealed(document, letter.signature or ("",), day_words(letter.dated))


def _colophon(document: Any, letter: Letter) -> None:
    """版记 at the foot of the last page: 抄送, then 印发机关 and 印发日期, between rules of the type area's width.

    The standard wants it on the last even page; which page that is only the word processor knows, so it stands at
    the foot of the last page, whichever it is.
    """
    if not letter.copies and not letter.printed_by:
        return
    rows: list[Any] = []
    if letter.copies:
        copies: list[Any] = ["抄送："]
        for position, name in enumerate(letter.copies):
            copies += ["，" if position else "", *_words(name)]
        rows.append((tuple(copies), "。"))
    if letter.printed_by:
        issued = f"\t{date_words(letter.printed_on)}印发" if letter.printed_on else ""
        rows.append(((letter.printed_by, issued), ""))
    size, lines, content = layout.COLOPHON_PT, 0, []
    room = layout.TYPE_WIDTH_PT / size - 2 * layout.COLOPHON_INDENT_CHARACTERS
    for position, (words, end) in enumerate(rows):
        lines += math.ceil(text_width(plain((*words, end))) / room)
        content.append(line(document, ("　", *words, end), layout.FANGSONG, size, pitch=_COLOPHON_LINE_PT))
        content[-1].paragraph_format.tab_stops.add_tab_stop(Pt(layout.TYPE_WIDTH_PT - size), WD_TAB_ALIGNMENT.RIGHT)
        rule(content[-1], {"top": layout.COLOPHON_INNER_EIGHTHS_PT if position else layout.COLOPHON_OUTER_EIGHTHS_PT})
    content.append(line(document, pitch=2))
    rule(content[-1], {"top": layout.COLOPHON_OUTER_EIGHTHS_PT})
    height = (lines * _COLOPHON_LINE_PT + 4 * len(content) + 2) / PT_PER_MM
    stand_at_foot(line(document, pitch=1), content, height_mm=height, name="版记")
