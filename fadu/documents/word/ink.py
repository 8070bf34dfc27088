"""What is put on the line: runs in a face, fields that the word processor fills, links, bookmarks, the seal's place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from fadu.documents.layout import Face, twips
from fadu.documents.papers import CiteRun, FigureRun, Run, Words, runs
from fadu.documents.words import text_width

__all__ = ["ALIGNMENT", "bookmark", "clean", "indent", "line", "page_field", "rule", "set_form", "write"]

ALIGNMENT = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without characters that no XML document may hold (a form pasted from elsewhere carries them)."""
    return _UNPRINTABLE.sub("", text)


def _blank(text: str) -> str:
    """A line to write on, in no-break spaces: wide spaces at the end of a line would hang out of its cell."""
    return clean(text) if text.strip() else "\u00a0" * round(2 * text_width(text))


def write(
    paragraph: Any,
    words: Words,
    face: Face | None = None,
    size: float | None = None,
    *,
    color: str = "",
    bold: bool = False,
) -> Any:
    """Append words to a paragraph; `None` leaves face and size to its style. Returns the paragraph."""
    for inline in runs(words):
        if isinstance(inline, Run):
            run = paragraph.add_run(_blank(inline.text) if inline.underlined else clean(inline.text))
            _dress(run, face, size, color, bold=bold or inline.bold)
            run.underline = inline.underlined or None
        else:
            run = paragraph.add_run(clean(inline.text))
            _dress(run, face, size, color, bold=bold)
            if isinstance(inline, FigureRun):
                _link(paragraph, run, inline.href, hint=f"figure:{inline.id}")
            elif isinstance(inline, CiteRun) and inline.href:
                _link(paragraph, run, inline.href, hint=inline.key)
    return paragraph


def _dress(run: Any, face: Face | None, size: float | None, color: str, *, bold: bool) -> None:
    if face is not None:
        run.font.name = face.latin
        fonts = run._r.rPr.rFonts
        fonts.set(qn("w:hint"), "eastAsia")
        fonts.set(qn("w:eastAsia"), face.name)
        fonts.set(qn("w:cs"), face.latin)
    if size is not None:
        run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if color:
        run.font.color.rgb = RGBColor.from_string(color)


def _link(paragraph: Any, run: Any, href: str, *, hint: str) -> None:
    """Bind a run to what it rests on. Without an address the link leads to itself and only carries the binding."""
    link = OxmlElement("w:hyperlink")
    if href:
        link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), "_top")
    link.set(qn("w:tooltip"), hint)
    run._r.addprevious(link)
    link.append(run._r)


def line(
    container: Any,
    words: Words = "",
    face: Face | None = None,
    size: float | None = None,
    *,
    align: str = "left",
    pitch: float | None = None,
    before: float = 0,
    color: str = "",
) -> Any:
    """A paragraph of its own in a document, cell, header or footer. `pitch` is its exact line height in points."""
    paragraph = container.add_paragraph()
    form = paragraph.paragraph_format
    form.alignment = ALIGNMENT[align]
    if pitch is not None:
        form.line_spacing = Pt(pitch)
    if before:
        form.space_before = Pt(before)
    return write(paragraph, words, face, size, color=color)


def indent(
    paragraph: Any, *, first: float | None = None, left: float | None = None, right: float | None = None, size: float
) -> Any:
    """Indents counted in characters of a size, kept as characters so that the grid may stretch them."""
    properties = paragraph._p.get_or_add_pPr()
    element = properties.find(qn("w:ind"))
    if element is None:
        element = properties.get_or_add_ind()
    for name, characters in (("left", left), ("right", right), ("firstLine", first)):
        if characters is None:
            continue
        side = "hanging" if name == "firstLine" and characters < 0 else name
        element.set(qn(f"w:{side}Chars"), str(round(abs(characters) * 100)))
        element.set(qn(f"w:{side}"), str(twips(abs(characters) * size)))
    return paragraph


def rule(
    paragraph: Any, sides: Mapping[str, int], *, color: str = "000000", gap: float = 1, kind: str = "single"
) -> None:
    """Rules above or below a paragraph: side and weight in eighths of a point, `gap` points away."""
    borders = OxmlElement("w:pBdr")
    for side, eighths in sides.items():
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", kind), ("sz", eighths), ("space", min(round(gap), 31)), ("color", color)):
            border.set(qn(f"w:{name}"), str(value))
        borders.append(border)
    set_form(paragraph, borders)


_FORM_ORDER = tuple(
    f"w:{name}"
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
        "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr",
    )
)  # fmt: skip


def set_form(paragraph: Any, element: Any) -> None:
    """Add a paragraph property where the schema wants it; a file with properties out of order is called damaged."""
    successors = _FORM_ORDER[_FORM_ORDER.index(f"w:{element.tag.rsplit('}', 1)[-1]}") + 1 :]
    paragraph._p.get_or_add_pPr().insert_element_before(element, *successors)


def page_field(
    paragraph: Any, code: str, face: Face | None = None, size: float | None = None, *, shown: str = "1"
) -> None:
    """A field that the word processor fills: PAGE, NUMPAGES, SECTIONPAGES, PAGEREF name."""
    for kind, text in (("begin", ""), ("", f" {code} "), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()
        _dress(run, face, size, "", bold=False)
        if kind == "shown":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """An empty bookmark at the start of a paragraph; `number` is unique in the document."""
    properties = paragraph._p.get_or_add_pPr()
    end = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), str(number))
    start = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties.addnext(end)
    properties.addnext(start)
