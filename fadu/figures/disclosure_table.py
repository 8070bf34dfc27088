"""表三 收到和处理政府信息公开申请情况: the printed table as rows and cells, and the checks a reviewer runs over it.

Every cell names the figure that leads to its applications. The checks are those printed in the table's own head
(第一项加第二项之和，等于第三项加第四项之和) and those between a total and its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.figures import disclosure
from fadu.figures.count import values
from fadu.figures.figure import Figure, Scope
from fadu.figures.tables import Cell
from fadu.procedures.disclosure_record import APPLICANTS, OTHERWISE, UNAVAILABLE, UNPROCESSED, WITHHELD

COLUMNS: tuple[tuple[str, Label], ...] = (*APPLICANTS, ("", _("总计")))


@dataclass(frozen=True)
class Row:
    """A row of the table: its number as printed, its words, one cell a column; a heading has none."""

    number: str
    label: Label
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Balance:
    """An equation of the table in one column: what stands on either side, and whether they agree."""

    what: Label
    column: Label
    left: int
    right: int

    @property
    def holds(self) -> bool:
        return self.left == self.right


def _printed() -> Iterator[tuple[str, Label, Figure | None]]:
    result = disclosure.RESULT
    yield "一", _("本年新收政府信息公开申请数量"), disclosure.RECEIVED
    yield "二", _("上年结转政府信息公开申请数量"), disclosure.CARRIED_IN
    yield "三", _("本年度办理结果"), None
    yield "（一）", _("予以公开"), result["open"]
    yield "（二）", _("部分公开（区分处理的，只计这一情形，不计其他情形）"), result["partial"]
    groups: tuple[tuple[str, Label, Sequence[str]], ...] = (
        ("（三）", _("不予公开"), WITHHELD),
        ("（四）", _("无法提供"), UNAVAILABLE),
        ("（五）", _("不予处理"), UNPROCESSED),
        ("（六）", _("其他处理"), OTHERWISE),
    )
    for number, label, keys in groups:
        yield number, label, None
        for place, key in enumerate(keys, start=1):
            yield f"{place}.", result[key].name, result[key]
    yield "（七）", _("总计"), disclosure.DONE
    yield "四", _("结转下年度继续办理"), disclosure.CARRIED_ON


def rows(scope: Scope) -> list[Row]:
    """The table of a region and a year, in as many questions as one class of figures needs, however many cells."""
    printed = list(_printed())
    lines = [figure for _number, _label, figure in printed if figure]
    among = [each for line in lines for each in (line, *(_cell(line, column) for column, _label in APPLICANTS))]
    found = values(among, scope)
    return [
        Row(
            number,
            label,
            tuple(
                Cell(each.id, found[each.id] or 0)
                for each in ([_cell(figure, column) for column, _name in COLUMNS] if figure else ())
            ),
        )
        for number, label, figure in printed
    ]


def _cell(figure: Figure, column: str) -> Figure:
    return disclosure.CELLS[f"{figure.id}.{column}"] if column else figure


def balances(table: Sequence[Row]) -> list[Balance]:
    """Every equation of the table, column by column; where one fails, the table is not fit to print."""
    at = {row.cells[-1].figure: row for row in table if row.cells}
    parts = [at[disclosure.RESULT[key].id] for key in disclosure.RESULT]
    checks = []
    for place, (_key, column) in enumerate(COLUMNS):
        number = {key: int(row.cells[place].value) for key, row in at.items()}
        came = number[disclosure.RECEIVED.id] + number[disclosure.CARRIED_IN.id]
        went = number[disclosure.DONE.id] + number[disclosure.CARRIED_ON.id]
        checks.append(Balance(_("新收加结转，等于办理总计加结转下年度"), column, came, went))
        answered = sum(int(row.cells[place].value) for row in parts)
        checks.append(Balance(_("各种办理结果之和，等于总计"), column, answered, number[disclosure.DONE.id]))
    for row in at.values():
        classes = sum(int(cell.value) for cell in row.cells[:-1])
        checks.append(Balance(_("各类申请人之和，等于总计"), row.label, classes, int(row.cells[-1].value)))
    return checks
