"""What floats over the page: the marked place of a seal, and the colophon at the foot of the last page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from fadu.documents import layout

__all__ = ["mark_seal", "stand_at_foot"]

_EMU_PER_MM = 36000
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def mark_seal(paragraph: Any, *, centre_pt: float | None) -> None:
    """Mark where the seal belongs: a faint dashed circle, never a seal.

    `centre_pt` is the circle's middle from the left edge of the type area; `None` centres it in a cell. The circle's
    lower half lies over the name and date, as the seal must (下压发文机关署名和成文日期, 居印章中心偏下位置).
    """
    if centre_pt is None:
        across = '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
    else:
        left = round((centre_pt / layout.PT_PER_MM - layout.SEAL_MM / 2) * _EMU_PER_MM)
        across = f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    top = -round((layout.SEAL_MM / 2 - layout.LINE_PT / layout.PT_PER_MM * 0.6) * _EMU_PER_MM)
    label = (
        f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r>'
        f'<w:rPr><w:color w:val="{layout.FAINT}"/><w:sz w:val="18"/></w:rPr><w:t>（印章位置）</w:t></w:r></w:p>'
    )
    circle = f'<a:solidFill><a:srgbClr val="{layout.FAINT}"/></a:solidFill><a:prstDash val="dash"/>'
    _float(
        paragraph,
        name="印章位置",
        size_mm=(layout.SEAL_MM, layout.SEAL_MM),
        place=f'{across}<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>',
        wrap="wrapNone",
        shape="ellipse",
        outline=circle,
        content=[parse_xml(label)],
    )


def stand_at_foot(paragraph: Any, content: Sequence[Any], *, height_mm: float, name: str) -> None:
    """Move paragraphs into a box at the foot of the type area of the page on which `paragraph` stands."""
    _float(
        paragraph,
        name=name,
        size_mm=(layout.TYPE_WIDTH_MM, height_mm),
        place='<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>',
        wrap="wrapTopAndBottom",
        shape="rect",
        outline="<a:noFill/>",
        content=[one._p for one in content],
    )


def _float(
    paragraph: Any,
    *,
    name: str,
    size_mm: tuple[float, float],
    place: str,
    wrap: str,
    shape: str,
    outline: str,
    content: Sequence[Any],
) -> None:
    """Anchor a drawn box to a paragraph; its number is the next free one of the document."""
    number = sum(1 for _ in paragraph.part.element.iter(qn("wp:docPr"))) + 1
    extent = 'cx="{}" cy="{}"'.format(*(round(side * _EMU_PER_MM) for side in size_mm))
    drawing = parse_xml(
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wps="{_SHAPES}"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        f'behindDoc="{int(wrap == "wrapNone")}" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place}<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{wrap}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="9525">{outline}</a:ln></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx>'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    box = next(drawing.iter(qn("w:txbxContent")))
    for one in content:
        box.append(one)
    paragraph._p.append(drawing)
