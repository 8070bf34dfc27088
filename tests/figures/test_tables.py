"""The printed tables: a line for each field, each cell the figure that leads to exactly its records."""

from __future__ import annotations

import pytest

from fadu.figures.catalogue import find, records
from fadu.figures.figure import Scope
from fadu.figures.tables import COERCION, PENALTIES, PENALTIES_YI, TABLES, table
from tests.figures.counted import on_the_spot, penalty

pytestmark = pytest.mark.django_db
YEAR = Scope("990101", 2025)


def test_the_columns_are_those_of_the_printed_table():
    names = [str(each.name) for each in PENALTIES]
    assert names[:4] == ["警告", "通报批评", "罚款", "没收违法所得、没收非法财物"]
    assert names[12:] == [
        "其他行政处罚", "行政处罚决定数量", "罚没金额", "简易程序数量", "普通程序数量", "法制审核数量",
        "法制审核纠错数量", "涉嫌犯罪移送案件数量", "司法机关受理案件数量",
    ]  # fmt: skip
    assert all(each.divided for columns in TABLES.values() for each in columns)


def test_the_lines_add_up_to_the_whole_and_each_cell_to_its_records(bureau):
    penalty(bureau, fined=True, fine=30000)
    penalty(bureau, domain="urban", warned=True)
    on_the_spot(bureau)
    for columns in (PENALTIES, PENALTIES_YI, COERCION):
        *fields, whole = table(columns, YEAR, "合计")
        for place, total in enumerate(whole.cells):
            assert sum(line.cells[place].value for line in fields) == total.value
        for line in (*fields, whole):
            for cell in line.cells:
                if find(cell.figure).measure == "count":
                    assert records(cell.figure, "990101", 2025).count() == cell.value


def test_a_field_without_anything_has_no_line(bureau):
    penalty(bureau, warned=True)
    assert [line.domain for line in table(PENALTIES, YEAR, "合计")] == ["market", ""]
