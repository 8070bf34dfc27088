"""Minutes and reports as word-processor files."""

from __future__ import annotations

from typing import Any

from fadu.documents import layout
from fadu.documents.papers import Exchange, Minutes, Report
from fadu.documents.signing import signed
from fadu.documents.word import frame
from fadu.documents.word.ink import indent, line
from fadu.documents.word.sheet import draw_form_head, draw_header_fields
from fadu.documents.word.text import day_words, draw_blocks, draw_signatures, draw_title, sign_with_seals
from fadu.documents.words import Words, plain, runs

__all__ = ["draw_minutes", "draw_report"]

_SIZE = layout.COLOPHON_PT
_PITCH = 25.0


def draw_minutes(document: Any, section: Any, minutes: Minutes, *, bound: bool) -> None:
    """Print minutes: header fields, questions and answers, the confirmation; every page is signed at its foot."""
    frame.lay(section, grid=False)
    signatures = tuple(
        run for signature in minutes.page_signatures for run in (*runs(signed(signature)), *runs("　　"))
    )
    frame.count_pages(section, (signatures,) if signatures else (), bound=bound)
    draw_form_head(document, minutes.organ, minutes.title, minutes.number)
    draw_header_fields(document, minutes.header)
    for entry in minutes.body:
        if isinstance(entry, Exchange):
            _say(document, entry.asker, entry.question)
            _say(document, entry.answerer, entry.answer)
        else:
            face = layout.LEVEL_FACES[entry.level]
            paragraph = line(
                document, (*runs(entry.lead), *runs(entry.words)), face, _SIZE, align=entry.align, pitch=_PITCH
            )
            if entry.indented and entry.align in ("left", "justify"):
                indent(paragraph, first=2, size=_SIZE)
    if plain(minutes.confirmation):
        confirmed = line(document, minutes.confirmation, layout.FANGSONG, _SIZE, pitch=_PITCH, before=_PITCH / 2)
        indent(confirmed, first=2, size=_SIZE)
    draw_signatures(document, minutes.signatures, size=_SIZE, pitch=_PITCH)


def _say(document: Any, who: str, words: Words) -> None:
    paragraph = line(document, (f"{who}：", *runs(words)), layout.FANGSONG, _SIZE, align="justify", pitch=_PITCH)
    indent(paragraph, left=len(who) + 1, first=-(len(who) + 1), size=_SIZE)


def draw_report(document: Any, section: Any, report: Report, *, bound: bool) -> None:
    """Print a report: title, number or organ below it, chapters, signature."""
    frame.lay(section, grid=True)
    if not bound:
        frame.number_pages(section)
    draw_title(document, report.title)
    for words in (report.organ if not report.signature else "", report.number):
        if words:
            line(document, words, layout.KAITI, layout.BODY_PT, align="centre")
    line(document)
    draw_blocks(document, report.body)
    for note in report.notes:
        indent(line(document, note, layout.FANGSONG, layout.SHEET_PT, pitch=layout.SHEET_LINE_PT), first=2, size=12)
    if report.signature:
        sign_with_seals(document, report.signature, day_words(report.dated))
