"""Forms as word-processor files: sheets of fields and opinions (表格式文书) and inventories (清单)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fadu.documents import layout
from fadu.documents.division import GROUP_UNITS, LABEL_UNITS, UNITS, divide, divide_header, share
from fadu.documents.papers import Field, Group, Inventory, Opinion, Row, Sheet, Signature, Table
from fadu.documents.signing import dated, signed
from fadu.documents.word import frame
from fadu.documents.word.grid import Cell, Grid, draw_table, table_rows, text
from fadu.documents.word.ink import indent, line
from fadu.documents.word.text import draw_signatures, draw_title
from fadu.documents.words import Words, plain, text_width

__all__ = ["draw_form_head", "draw_header_fields", "draw_inventory", "draw_sheet"]

_PITCH = layout.SHEET_LINE_PT
_NOTE_PT = 10.5
_NOTE_PITCH_PT = 14
_FIELD_PT = _PITCH * 1.4
_CELL_PADDING_PT = 8
_BREAKS_FROM = 300  # a value of more characters may run over to the next page instead of leaving half a page white


def draw_sheet(document: Any, section: Any, sheet: Sheet, *, bound: bool) -> None:
    """Print a form: organ, title, number, the grid, signatures and notes below it."""
    frame.lay(section, grid=False)
    frame.count_pages(section, bound=bound)
    draw_form_head(document, sheet.organ, sheet.title, sheet.number)
    grid = Grid(document)
    for row in sheet.rows:
        _draw_row(grid, row, [])
    _close(document, sheet.signatures, sheet.notes)


def draw_inventory(document: Any, section: Any, inventory: Inventory, *, bound: bool) -> None:
    """Print a list: its head is repeated on each page, 以下空白 stands after its last row."""
    frame.lay(section, grid=False)
    frame.count_pages(section, bound=bound)
    draw_form_head(document, inventory.organ, inventory.title, inventory.number)
    draw_header_fields(document, inventory.header)
    draw_table(document, Table(inventory.columns, inventory.rows), closing="（以下空白）")
    _close(document, inventory.signatures, inventory.notes)


def draw_form_head(document: Any, organ: str, title: Words, number: str) -> None:
    """The organ's name, the form's title, and its number at the right."""
    if organ:
        line(document, organ, layout.XIAOBIAOSONG, layout.BODY_PT, align="centre", pitch=layout.LINE_PT)
    draw_title(document, title)
    foot = line(document, number, layout.FANGSONG, layout.SHEET_PT, align="right", pitch=_PITCH)
    foot.paragraph_format.keep_with_next = True


def draw_header_fields(document: Any, rows: Sequence[tuple[Field, ...]]) -> None:
    """Fields above running text: label and a ruled line, no boxes."""
    if not rows:
        return
    grid = Grid(document, ruled=False)
    for fields in rows:
        cells: list[Cell] = []
        for field, (label, value) in zip(fields, divide_header(fields), strict=True):
            cells.append(Cell(label, text(f"{field.label}：", "left"), edges="none", stands="bottom"))
            cells.append(Cell(value, text(field.value), edges="below", stands="bottom"))
        grid.row(cells, height=_PITCH * 1.2, breakable=True)
    line(document, pitch=_PITCH / 2)


def _draw_row(grid: Grid, row: Row | tuple[Field, ...], left: list[Cell]) -> None:
    """A row of the form; `left` are the cells of the groups it stands in."""
    if isinstance(row, Opinion):
        _draw_opinion(grid, row)
    elif isinstance(row, Table):
        units = share(UNITS, [column.width for column in row.columns])
        table_rows(grid, row, units)
    elif isinstance(row, Group):
        for position, inner in enumerate(row.rows):
            upper = [Cell(cell.units, cell.fill, "continue") for cell in left] if position else left
            label = Cell(GROUP_UNITS, text(row.label, "centre"), "continue" if position else "restart")
            _draw_row(grid, inner, [*upper, label])
    else:
        _draw_fields(grid, row, left)


def _draw_fields(grid: Grid, fields: tuple[Field, ...], left: list[Cell]) -> None:
    cells = list(left)
    divided = divide(fields, UNITS - sum(cell.units for cell in left))
    for field, (label, value) in zip(fields, divided, strict=True):
        if label:
            cells.append(Cell(label, text(field.label, "centre")))
        cells.append(Cell(value, _value(field), stands="center" if field.lines == 1 else "top"))
    long = any(len(plain(field.value)) > _BREAKS_FROM for field in fields)
    grid.row(cells, height=max(_FIELD_PT, _PITCH * max(field.lines for field in fields)), breakable=long)


def _value(field: Field) -> Any:
    """A short value stands as it is; what is written over several lines begins two characters in."""
    if field.lines == 1:
        return text(field.value)
    return lambda cell: _flow(cell, field.value)


def _flow(cell: Any, words: Words) -> Any:
    paragraph = line(cell, words, layout.FANGSONG, layout.TABLE_PT, align="justify", pitch=_PITCH)
    return indent(paragraph, first=2, size=layout.TABLE_PT)


def _draw_opinion(grid: Grid, row: Opinion) -> None:
    """An opinion with its signatures at the foot of the same cell: a rule or a page may not come between them."""
    signatures = [signed(signature) for signature in row.signatures]
    if not any(signature.dated or signature.asks_date for signature in row.signatures):
        signatures.append(dated(row.dated))
    per_line = int((layout.TYPE_WIDTH_PT * (UNITS - LABEL_UNITS) / UNITS - _CELL_PADDING_PT) / layout.TABLE_PT)
    written = -(-int(text_width(plain(row.opinion)) + 2) // per_line)

    def fill(cell: Any) -> None:
        _flow(cell, row.opinion)
        for _ in range(row.lines - written - len(signatures)):
            line(cell, pitch=_PITCH)
        for words in signatures:
            line(cell, words, layout.FANGSONG, layout.TABLE_PT, align="right", pitch=_PITCH)

    breakable = written * per_line > _BREAKS_FROM
    cells = [Cell(LABEL_UNITS, text(row.label, "centre")), Cell(UNITS - LABEL_UNITS, fill, stands="top")]
    grid.row(cells, height=_PITCH * row.lines, breakable=breakable)


def _close(document: Any, signatures: Sequence[Signature], notes: Sequence[Words]) -> None:
    draw_signatures(document, signatures, size=layout.SHEET_PT, pitch=_PITCH * 1.3)
    for position, words in enumerate(notes):
        line(document, words, layout.FANGSONG, _NOTE_PT, pitch=_NOTE_PITCH_PT, before=0 if position else 4)
    if not signatures and not notes:
        # A section may not end in a table: the paragraph after it is made as small as it can be.
        line(document, pitch=1)
