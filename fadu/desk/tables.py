"""统计表: a printed table whose cells lead to their records, with the equations that a reviewer would check."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from fadu.desk.figures import asked, choices
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.figures import disclosure_remedies, disclosure_table
from fadu.figures.tables import Cell
from fadu.interface.words import Figure


@desk_page
def disclosure(request: DeskRequest) -> HttpResponse:
    """表三 and 表四 of the annual report on disclosure (《政府信息公开条例》第五十条第一款第（二）、（三）项)."""
    found = asked(request)
    if found is None:
        return page(request, "desk/disclosure_table.html", {"asked": None}, here="figures")

    def bound(cell: Cell) -> Figure:
        return Figure(str(cell.value), f"{reverse('desk:figure', args=[cell.figure])}?{found.query}")

    table = disclosure_table.rows(found.scope)
    lines = [
        {
            "number": row.number,
            "label": row.label,
            "cells": [bound(cell) for cell in row.cells],
        }
        for row in table
    ]
    wrong = [each for each in disclosure_table.balances(table) if not each.holds]
    remedies = [
        (group.name, [(each.name, bound(cell)) for each, cell in zip(group.figures, cells, strict=True)], total)
        for group, cells, total in disclosure_remedies.rows(found.scope)
    ]
    context = {
        "lines": lines,
        "columns": disclosure_table.COLUMNS,
        "wrong": wrong,
        "remedies": remedies,
        **choices(request, found),
    }
    return page(request, "desk/disclosure_table.html", context, here="figures")
