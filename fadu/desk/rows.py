"""A case as one line of a list: the same values for the page and for its export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fadu.desk import clocks, names
from fadu.engine.models import Case
from fadu.interface import words
from fadu.law.calendar import standard_calendar

Label = str | Promise

HEADINGS: tuple[Label, ...] = (
    _("案号"),
    _("案由"),
    _("当事人"),
    _("程序"),
    _("所处环节"),
    _("状态"),
    _("下一期限"),
    _("末日"),
    _("剩余"),
    _("机关"),
    _("承办人"),
    _("开始日期"),
    _("办结日期"),
    _("结果"),
)


@dataclass(frozen=True)
class Row:
    """One line. ``left`` and ``limit`` are empty when nothing is due of the organ."""

    case: Case
    procedure: Label
    stage: Label
    lamp: words.Lamp
    limit: Label
    left: str
    projected: bool
    outcome: Label
    next_act: tuple[Label, str] | None = None

    def cells(self) -> list[str]:
        """The line as an export prints it, in the order of HEADINGS."""
        case = self.case
        days = [case.next_due_on, case.opened_on, case.closed_on]
        due, opened, closed = (day.isoformat() if day else "" for day in days)
        return [
            case.number, case.title, case.party_name, str(self.procedure), str(self.stage), str(self.lamp.word),
            str(self.limit), due, self.left, case.organ.name, case.handler.name if case.handler else "", opened, closed,
            str(self.outcome),
        ]  # fmt: skip


def row(case: Case, today: date, next_act: tuple[Label, str] | None = None) -> Row:
    """The line of a case; reads nothing that the list has not fetched."""
    due = case.next_due_on
    limit = names.limit_of(case.procedure, case.next_due) if due else None
    lit = words.LAMPS["met" if case.closed_on else clocks.lamp_key(due, today)]
    return Row(
        case,
        names.procedure_name(case.procedure),
        names.step_name(case.procedure, case.stage) if case.stage else "",
        lit,
        limit.name if limit else case.next_due,
        clocks.left(due, today, limit.within.unit if limit and limit.within else None) if due else "",
        bool(due and standard_calendar().is_projected(due)),
        names.outcome_name(case.procedure, case.outcome),
        next_act,
    )


def rows(cases: Iterable[Case], today: date) -> list[Row]:
    """The lines of many cases."""
    return [row(case, today) for case in cases]
