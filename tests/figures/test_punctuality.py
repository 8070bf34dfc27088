"""Steps entered late and periods met late are counted, each number with its list."""

from __future__ import annotations

from datetime import date

from fadu.engine.acts import open_case, take
from fadu.figures.catalogue import figures, records
from fadu.figures.figure import Scope


def test_what_is_entered_late_is_counted_with_its_list(bureau):
    case = open_case(
        "penalty_ordinary", organ=bureau.organ, title="超范围经营", by=bureau.clerk, on=date(2024, 3, 1),
        officers=[bureau.officer, bureau.second],
    )  # fmt: skip
    take(case, "lead", by=[bureau.officer, bureau.second], on=date(2024, 3, 1), facts={"act": "超范围经营"})
    counted = {each.figure.id: each.value for each in figures(Scope("990101", 2024))}
    assert counted["acts.late"] == 1  # it happened in 2024 and was entered today
    assert [row.step for row in records("acts.late", "990101", 2024)] == ["lead"]
    assert counted["limits.overdue"] == 0
