"""统计表: a printed table whose cells lead to their records, with the equations that a reviewer would check."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from fadu.desk.figures import asked, choices
from fadu.desk.frame import DeskRequest, desk_page, page
from fadu.figures import disclosure_table
from fadu.interface.words import Figure


@desk_page
def disclosure(request: DeskRequest) -> HttpResponse:
    """表三 of the annual report on disclosure (《政府信息公开条例》第五十条第一款第（二）项)."""
    found = asked(request)
    if found is None:
        return page(request, "desk/disclosure_table.html", {"asked": None}, here="figures")
    table = disclosure_table.rows(found.scope)
    lines = [
        {
            "number": row.number,
            "label": row.label,
            "cells": [
                Figure(str(cell.value), f"{reverse('desk:figure', args=[cell.figure])}?{found.query}")
                for cell in row.cells
            ],
        }
        for row in table
    ]
    wrong = [each for each in disclosure_table.balances(table) if not each.holds]
    context = {"lines": lines, "columns": disclosure_table.COLUMNS, "wrong": wrong, **choices(request, found)}
    return page(request, "desk/disclosure_table.html", context, here="figures")
