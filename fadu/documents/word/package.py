"""The word-processor file itself: an empty one with our styles and fonts, and its bytes.

The parts are written here and not taken from the library's template, whose styles are those of an English letter.
The same paper always gives the same bytes, so that a document's hash in the ledger can be computed again.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import quoteattr

from docx import Document

from fadu.documents import layout
from fadu.documents.layout import Face, twips
from fadu.documents.word.ink import clean

__all__ = ["blank", "pack", "zipped"]

# An archive's clock starts here; the true day is in the document, and the moment of printing is nobody's evidence.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTY_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - the library writes it without a zone

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def blank() -> Any:
    """An empty document in which Normal is 三号仿宋 on a 28.95 pt line and headings have the faces of GB/T 9704."""
    return Document(io.BytesIO(_template()))


def pack(document: Any, *, title: str, author: str) -> bytes:
    """The document's bytes, with nothing in them that depends on when or where they were made."""
    properties = document.core_properties
    properties.title = clean(title)[:255]
    properties.author = properties.last_modified_by = clean(author)[:255]
    properties.language = "zh-CN"
    properties.created = properties.modified = _PROPERTY_EPOCH
    properties.revision = 1
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        return zipped({name: source.read(name) for name in source.namelist()})


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files in this order, the same bytes every time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return packed.getvalue()


@cache
def _template() -> bytes:
    parts = {
        "/word/document.xml": ("document.main", f"<w:document {_W}><w:body><w:sectPr/></w:body></w:document>"),
        "/word/styles.xml": ("styles", _styles()),
        "/word/settings.xml": ("settings", _settings()),
        "/word/fontTable.xml": ("fontTable", _font_table()),
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, (kind, _) in parts.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(("styles", "settings", "fontTable"), start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        **{name.removeprefix("/"): xml for name, (_, xml) in parts.items()},
    }
    return zipped({name: (_HEAD + xml).encode() for name, xml in files.items()})


def _fonts(face: Face) -> str:
    """A face named for all four scripts: a Chinese name in `w:ascii` alone would change no Chinese glyph.

    The hint makes shared punctuation (“ ” … —) come from the Chinese face.
    """
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{face.latin}" w:hAnsi="{face.latin}" '
        f'w:eastAsia="{face.name}" w:cs="{face.latin}"/>'
    )


def _styles() -> str:
    normal = _style("Normal", "Normal", layout.FANGSONG, layout.BODY_PT, default=True)
    headings = "".join(
        _style(f"Heading{level}", f"heading {level}", layout.LEVEL_FACES[level], layout.BODY_PT, outline=level)
        for level in range(1, 5)
    )
    others = (
        _style("Title", "Title", layout.XIAOBIAOSONG, layout.TITLE_PT)
        + _style("Header", "header", layout.SONGTI, layout.PAGE_NUMBER_PT)
        + _style("Footer", "footer", layout.SONGTI, layout.PAGE_NUMBER_PT)
    )
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout.FANGSONG)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        f'{normal}<w:style w:type="character" w:default="1" w:styleId="Characters">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Cells"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{headings}{others}</w:styles>"
    )


def _style(key: str, name: str, face: Face, size: float, *, default: bool = False, outline: int = 0) -> str:
    """A paragraph style. Normal fixes the line pitch: the grid of 22 lines depends on it."""
    spacing = f'<w:spacing w:val="{layout.character_spacing() if size == layout.BODY_PT else 0}"/>'
    base = "" if default else '<w:basedOn w:val="Normal"/>'
    form = ""
    if default:
        form = (
            '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
            '<w:snapToGrid w:val="0"/>'
            f'<w:spacing w:before="0" w:after="0" w:line="{twips(layout.LINE_PT)}" w:lineRule="exact"/>'
            '<w:jc w:val="both"/></w:pPr>'
        )
    elif outline:
        form = f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{outline - 1}"/></w:pPr>'
    elif key in ("Header", "Footer"):
        form = '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + quoteattr("1") if default else ""} w:styleId="{key}">'
        f'<w:name w:val="{name}"/>{base}<w:qFormat/>{form}'
        f'<w:rPr>{_fonts(face)}{spacing}<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr>'
        "</w:style>"
    )


def _settings() -> str:
    """Odd and even pages differ (the number stands outside); Chinese punctuation may be squeezed to fit a line."""
    return (
        f'<w:settings {_W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    """What each face is also called, so that a system without it finds the nearest."""
    entries = "".join(
        f'<w:font w:name="{face.name}"><w:altName w:val="{";".join((*face.also, face.free))}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"roman" if face.serif else "modern"}"/><w:pitch w:val="auto"/></w:font>'
        for face in layout.FACES
    )
    return (
        f'<w:fonts {_W}>{entries}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
