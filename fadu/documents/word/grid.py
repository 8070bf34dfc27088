"""Tables as official forms rule them: a grid of 24 units across the type area, on which every row divides itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from fadu.documents import layout
from fadu.documents.division import UNITS
from fadu.documents.layout import twips
from fadu.documents.papers import Align, Column, Table, Words
from fadu.documents.word.ink import line

__all__ = ["Cell", "Grid", "draw_table", "heads", "table_rows", "text", "valued"]

Edge = Literal["all", "none", "below"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `units` of the grid. `fill` writes its content; "continue" joins it with the cell above."""

    units: int
    fill: Callable[[Any], object] | None = None
    merged: Literal["", "restart", "continue"] = ""
    edges: Edge = "all"
    stands: Literal["top", "center", "bottom"] = "center"


class Grid:
    """A table being drawn in a container (document, cell, footer): rows are added from top to bottom."""

    def __init__(self, container: Any, *, ruled: bool = True, widths: Sequence[float] | None = None) -> None:
        """`widths` are the columns' widths in points; without them 24 equal units of the type area."""
        self._widths = tuple(widths) if widths else (layout.TYPE_WIDTH_PT / UNITS,) * UNITS
        element = OxmlElement("w:tbl")
        home = container.element.body if isinstance(container, WordDocument) else container._element
        if len(home) and home[-1].tag == qn("w:sectPr"):
            home[-1].addprevious(element)
        else:
            home.append(element)
        self.table = WordTable(element, container)
        self._element = element
        self._rule(ruled)

    def row(self, cells: Sequence[Cell], *, height: float = 0, breakable: bool = False, head: bool = False) -> None:
        """A row; its cells cover the grid. `height` is the least height in points, `head` repeats it on each page."""
        if sum(cell.units for cell in cells) != len(self._widths):
            raise ValueError(f"cells cover {sum(cell.units for cell in cells)} of {len(self._widths)} columns")
        row = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        if not breakable:
            properties.append(OxmlElement("w:cantSplit"))
        if height:
            properties.append(valued("w:trHeight", twips(height), hRule="atLeast"))
        if head:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        start = 0
        for cell in cells:
            row.append(self._cell(cell, sum(self._widths[start : start + cell.units])))
            start += cell.units
        self._element.append(row)

    def _cell(self, cell: Cell, width: float) -> Any:
        element = OxmlElement("w:tc")
        properties = OxmlElement("w:tcPr")
        properties.append(valued("w:tcW", twips(width), name="w", type="dxa"))
        if cell.units > 1:
            properties.append(valued("w:gridSpan", cell.units))
        if cell.merged:
            properties.append(valued("w:vMerge", cell.merged))
        if cell.edges != "all":
            properties.append(_edges(cell.edges))
        properties.append(valued("w:vAlign", cell.stands))
        element.append(properties)
        if cell.fill is not None and cell.merged != "continue":
            cell.fill(WordCell(element, self.table))
        if element.find(qn("w:p")) is None:
            element.append(OxmlElement("w:p"))
        return element

    def _rule(self, ruled: bool) -> None:
        properties = OxmlElement("w:tblPr")
        properties.append(valued("w:tblW", twips(sum(self._widths)), name="w", type="dxa"))
        properties.append(valued("w:jc", "center"))
        if ruled:
            borders = OxmlElement("w:tblBorders")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
                borders.append(_border(side))
            properties.append(borders)
        properties.append(valued("w:tblLayout", "fixed", name="type"))
        self._element.append(properties)
        columns = OxmlElement("w:tblGrid")
        for width in self._widths:
            columns.append(valued("w:gridCol", twips(width), name="w"))
        self._element.append(columns)


def draw_table(container: Any, table: Table, *, closing: str = "") -> None:
    """A table of its own columns over the type area, its head repeated on every page."""
    total = sum(column.width for column in table.columns)
    grid = Grid(container, widths=[layout.TYPE_WIDTH_PT * column.width / total for column in table.columns])
    table_rows(grid, table, [1] * len(table.columns), closing=closing)


def table_rows(grid: Grid, table: Table, units: Sequence[int], *, closing: str = "") -> None:
    """The head and rows of a table on a grid; `closing` (以下空白) stands across the row after the last."""
    for cells in heads(table.columns, units):
        grid.row(cells, height=layout.SHEET_LINE_PT * 1.4, head=True)
    for row in table.rows:
        pairs = zip(table.columns, row, units, strict=True)
        grid.row(
            [Cell(width, text(words, column.align)) for column, words, width in pairs], height=layout.SHEET_LINE_PT
        )
    for _ in range(table.blank_rows):
        grid.row([Cell(width) for width in units], height=layout.SHEET_LINE_PT * 1.2)
    if closing:
        grid.row([Cell(sum(units), text(closing, "centre"))], height=layout.SHEET_LINE_PT)


def text(words: Words, align: Align = "left", *, bold: bool = False) -> Callable[[Any], object]:
    """What fills a cell with words in the size of forms."""

    def fill(cell: Any) -> object:
        face = layout.HEITI if bold else layout.FANGSONG
        return line(cell, words, face, layout.TABLE_PT, align=align, pitch=layout.SHEET_LINE_PT)

    return fill


def heads(columns: Sequence[Column], units: Sequence[int]) -> list[list[Cell]]:
    """The head in one row, or in two where columns stand under common headings."""
    if not any(column.group for column in columns):
        names = zip(columns, units, strict=True)
        return [[Cell(width, text(column.name, "centre", bold=True)) for column, width in names]]
    upper: list[Cell] = []
    lower: list[Cell] = []
    position = 0
    while position < len(columns):
        group, end = columns[position].group, position + 1
        while group and end < len(columns) and columns[end].group == group:
            end += 1
        if group:
            upper.append(Cell(sum(units[position:end]), text(group, "centre", bold=True)))
            lower += [Cell(units[at], text(columns[at].name, "centre", bold=True)) for at in range(position, end)]
        else:
            upper.append(Cell(units[position], text(columns[position].name, "centre", bold=True), "restart"))
            lower.append(Cell(units[position], None, "continue"))
        position = end
    return [upper, lower]


def valued(tag: str, value: object, *, name: str = "val", **more: object) -> Any:
    """An element with `w:` attributes."""
    element = OxmlElement(tag)
    for key, one in {name: value, **more}.items():
        element.set(qn(f"w:{key}"), str(one))
    return element


def _border(side: str, kind: str = "single") -> Any:
    return valued(f"w:{side}", kind, sz=6, space=0, color="000000")


def _edges(edges: Edge) -> Any:
    """A cell's own borders, where the grid has none."""
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_border(side, "single" if edges == "below" and side == "bottom" else "nil"))
    return borders
