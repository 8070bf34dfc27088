"""What is put on the line: runs in a face, fields that the word processor fills, links, bookmarks, the seal's place."""

from __future__ import annotations

import re
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from fadu.documents import layout
from fadu.documents.layout import Face, twips
from fadu.documents.papers import CiteRun, FigureRun, Run, Words, runs

__all__ = ["ALIGNMENT", "bookmark", "clean", "indent", "line", "mark_seal", "page_field", "rule_below", "write"]

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
            run = paragraph.add_run(clean(inline.text))
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


def rule_below(
    paragraph: Any, *, color: str, eighths: int, gap: float, side: str = "bottom", kind: str = "single"
) -> None:
    """A rule across the type area below (or above) a paragraph, `gap` points away."""
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", eighths), ("space", min(round(gap), 31)), ("color", color)):
        border.set(qn(f"w:{name}"), str(value))
    borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:autoSpaceDE", "w:snapToGrid",
        "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr",
    )  # fmt: skip


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


def mark_seal(paragraph: Any, *, centre_pt: float | None) -> None:
    """Mark where the seal belongs: a faint dashed circle, never a seal.

    `centre_pt` is the circle's middle from the left edge of the type area; `None` centres it in a cell. The circle's
    lower half lies over the name and date, as the seal must (下压发文机关署名和成文日期, 居印章中心偏下位置).
    """
    number = sum(1 for _ in paragraph.part.element.iter(qn("wp:docPr"))) + 1
    side = round(layout.SEAL_MM * 36000)
    if centre_pt is None:
        across = '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
    else:
        left = round((centre_pt / layout.PT_PER_MM - layout.SEAL_MM / 2) * 36000)
        across = f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    top = -round((layout.SEAL_MM / 2 - layout.LINE_PT / layout.PT_PER_MM * 0.6) * 36000)
    label = (
        '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
        f'<w:color w:val="{layout.FAINT}"/><w:sz w:val="18"/></w:rPr><w:t>（印章位置）</w:t></w:r></w:p>'
    )
    drawing = parse_xml(
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'{across}<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="印章位置" descr="印章位置"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/>'
        f'</a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="{layout.FAINT}"/></a:solidFill>'
        f'<a:prstDash val="dash"/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{label}</w:txbxContent></wps:txbx>'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(drawing)
