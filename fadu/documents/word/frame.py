"""Sections and what stands in their margins: the type area, page numbers, the dossier's own count of pages."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from fadu.documents import layout
from fadu.documents.layout import twips
from fadu.documents.papers import Words
from fadu.documents.word.ink import indent, line, page_field, write

__all__ = ["count_pages", "lay", "next_section", "number_pages", "own_margin", "restart_count", "stamp_pages"]

_FOOT_PT = 10.5
_FOOT_MM = 8  # the height of a form's foot within its bottom margin


def next_section(document: Any, *, fresh: bool) -> Any:
    """The section to print in: the document's first one while it is `fresh`, else a new one on a new page."""
    section = document.sections[-1]
    if not fresh:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        # The paragraph that ends the section before is as small as can be, or a full page would bear an empty one.
        end = document.element.body.xpath("./w:p[w:pPr/w:sectPr]")[-1]
        Paragraph(end, document).paragraph_format.line_spacing = Pt(1)
    for margin in (section.header, section.footer, section.even_page_header, section.even_page_footer):
        line(own_margin(margin), pitch=1)  # a margin without any line makes the file invalid
    section.different_first_page_header_footer = False
    numbering = section._sectPr.find(qn("w:pgNumType"))
    if numbering is not None:
        section._sectPr.remove(numbering)
    return section


def lay(section: Any, *, grid: bool) -> None:
    """A4 with the margins of GB/T 9704 and its 22 lines of 28 characters, or without `grid` the page of a form."""
    section.page_width, section.page_height = Mm(layout.PAPER_WIDTH_MM), Mm(layout.PAPER_HEIGHT_MM)
    top, bottom = layout.MARGIN_TOP_MM, layout.MARGIN_BOTTOM_MM
    if not grid:
        top, bottom = layout.SHEET_MARGIN_TOP_MM, layout.SHEET_MARGIN_BOTTOM_MM
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(layout.MARGIN_LEFT_MM), Mm(layout.MARGIN_RIGHT_MM)
    section.footer_distance = Mm(layout.page_number_from_bottom_mm() if grid else bottom - _FOOT_MM)
    section.header_distance, section.gutter = Mm(15), 0
    properties = section._sectPr
    if (old := properties.find(qn("w:docGrid"))) is not None:
        properties.remove(old)
    if grid:
        element = OxmlElement("w:docGrid")
        element.set(qn("w:type"), "lines")
        element.set(qn("w:linePitch"), str(twips(layout.LINE_PT)))
        properties.append(element)


def number_pages(section: Any) -> None:
    """— 1 — in 四号 half-width 宋体, one character in from the outer edge: right on odd pages, left on even ones."""
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        _empty(footer)
        paragraph = line(footer, "— ", layout.SONGTI, layout.PAGE_NUMBER_PT, align=align)
        page_field(paragraph, "PAGE", layout.SONGTI, layout.PAGE_NUMBER_PT)
        write(paragraph, " —", layout.SONGTI, layout.PAGE_NUMBER_PT)
        side = {align: layout.PAGE_NUMBER_INDENT_CHARACTERS}
        indent(paragraph, left=side.get("left"), right=side.get("right"), size=layout.PAGE_NUMBER_PT)


def count_pages(section: Any, above: tuple[Words, ...] = (), *, bound: bool) -> None:
    """第 1 页 共 3 页 under a form, below lines signed on every page.

    In a dossier (`bound`) the dossier's own count stands at the upper corner instead: the pages of one paper in it are
    known to a field (SECTIONPAGES) that not every processor fills, and a wrong count is worse than none.
    """
    for footer in (section.footer, section.even_page_footer):
        if bound and not above:
            continue
        _empty(footer)
        for words in above:
            line(footer, words, layout.FANGSONG, layout.SHEET_PT, pitch=layout.SHEET_LINE_PT, before=_FOOT_PT)
        if bound:
            continue
        foot = line(footer, "第 ", layout.SONGTI, _FOOT_PT, align="centre")
        page_field(foot, "PAGE", layout.SONGTI, _FOOT_PT)
        write(foot, " 页　共 ", layout.SONGTI, _FOOT_PT)
        page_field(foot, "NUMPAGES", layout.SONGTI, _FOOT_PT)
        write(foot, " 页", layout.SONGTI, _FOOT_PT)


def stamp_pages(section: Any) -> None:
    """The dossier's own page number at the upper outer corner: right on odd pages, left on even ones."""
    for header, align in ((section.header, "right"), (section.even_page_header, "left")):
        _empty(header)
        page_field(line(header, align=align), "PAGE", layout.SONGTI, layout.PAGE_NUMBER_PT)


def restart_count(section: Any) -> None:
    """Count pages from 1 in this section."""
    element = OxmlElement("w:pgNumType")
    element.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(element)


def own_margin(margin: Any) -> Any:
    """A header or footer of the section's own, with nothing in it: whoever asks for it puts a line there."""
    margin.is_linked_to_previous = False
    _empty(margin)
    return margin


def _empty(margin: Any) -> None:
    for child in list(margin._element):
        margin._element.remove(child)
