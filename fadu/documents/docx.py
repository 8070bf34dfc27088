"""Papers as .docx: one function, `render`, for every kind.

The file follows GB/T 9704-2012 (see `layout`), names the fonts that government offices have (仿宋_GB2312 …) with
their free substitutes beside them, and marks the place of the seal without drawing one. The public rendition is
printed from a paper that no longer holds the private text, so it cannot be recovered from the file.
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from fadu.documents.papers import Inventory, Letter, Minutes, Paper, Report, Sheet
from fadu.documents.redaction import public as public_rendition
from fadu.documents.word import frame
from fadu.documents.word.letter import draw_letter
from fadu.documents.word.minutes import draw_minutes, draw_report
from fadu.documents.word.package import blank, pack
from fadu.documents.word.sheet import draw_inventory, draw_sheet
from fadu.documents.words import plain

__all__ = ["MEDIA_TYPE", "bound_figures", "draw", "render"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(paper: Paper, *, public: bool = False) -> bytes:
    """A paper as the bytes of a .docx file: the same paper always gives the same bytes.

    With `public` private runs are replaced by their masks before anything is printed. Raises `TypeError` for
    something that is not a paper (a dossier is assembled by `dossier.bind`).
    """
    if public:
        paper = public_rendition(paper)
    document = blank()
    draw(document, frame.next_section(document, fresh=True), paper, bound=False)
    return pack(document, title=plain(paper.title), author=_organ(paper))


def draw(document: Any, section: Any, paper: Paper, *, bound: bool) -> None:
    """Print a paper into a section of a document; `bound` papers are counted by the dossier that holds them."""
    match paper:
        case Letter():
            draw_letter(document, section, paper, bound=bound)
        case Sheet():
            draw_sheet(document, section, paper, bound=bound)
        case Minutes():
            draw_minutes(document, section, paper, bound=bound)
        case Inventory():
            draw_inventory(document, section, paper, bound=bound)
        case Report():
            draw_report(document, section, paper, bound=bound)
        case _:
            raise TypeError(f"{type(paper).__name__} is not a paper that can be printed")


def bound_figures(data: bytes) -> list[tuple[str, str]]:
    """The figures in a printed report as (figure id, text), in order: what the numbers in the file rest on."""
    body = Document(io.BytesIO(data)).element.body
    found = []
    for link in body.iter(qn("w:hyperlink")):
        kind, _, key = (link.get(qn("w:tooltip")) or "").partition(":")
        if kind == "figure":
            found.append((key, "".join(text.text or "" for text in link.iter(qn("w:t")))))
    return found


def _organ(paper: Paper) -> str:
    if isinstance(paper, Letter | Report) and paper.signature:
        return paper.signature[0]
    return "" if isinstance(paper, Letter) else paper.organ
