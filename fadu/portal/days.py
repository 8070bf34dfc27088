"""办事 which day is the last: a question and a day give the last day, whether a holiday moved it, and why.

Works without scripts; with them the answer follows while typing. The address holds question and day, so that it can be
sent and printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.law.calendar import BeyondCalendar
from fadu.law.derivation import Found, en, zh
from fadu.law.due import later
from fadu.law.periods import Unit
from fadu.law.rules import Answer, Mode, Rule, answer
from fadu.law.statute import Cite
from fadu.portal.pages import Label, page, today
from fadu.portal.pointing import english
from fadu.portal.questions import BY_KEY, Question, grouped

FIRST, LAST = date(1990, 1, 1), date(2058, 12, 31)


class DayForm(forms.Form):
    """Which question, and from which day."""

    ask = forms.ChoiceField(label=gettext_lazy("你想知道什么？"))
    since = forms.DateField(
        label=gettext_lazy("从哪天算起？"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": FIRST, "max": LAST}),
        error_messages={
            "invalid": gettext_lazy("请按 2026-01-05 的样子填写日期"),
            "required": gettext_lazy("请填写日期"),
        },
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [(group, [(each.key, each.asks) for each in asked]) for group, asked in grouped()]
        field = self.fields["ask"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared above
        field.choices = choices

    def clean_since(self) -> date:
        """Within the years that the calendar covers."""
        since: date = self.cleaned_data["since"]
        if not FIRST <= since <= LAST:
            raise forms.ValidationError(_("只能计算1990年到2058年之间的日期"))
        return since


@dataclass(frozen=True)
class Told:
    """An answer as the page says it. ``binding`` is False for a rule whose text was not seen: a hint only."""

    question: Question
    rule: Rule
    since: str
    day: date
    said: str
    head: Label
    unmoved: str
    left: str
    late: bool
    estimated: bool
    binding: bool
    lines: list[tuple[str, Cite | None]]


HEADS: Final[dict[Mode | None, Label]] = {
    Mode.BEFORE: gettext_lazy("最迟的一天"),
    Mode.AFTER: gettext_lazy("期间届满的一天"),
}


def told(question: Question, since: date, on: date) -> Told | None:
    """What the page says to ``question`` from ``since``, read on ``on``; None where no rule is held for that day."""
    rule = question.rule(since)
    if rule is None:
        return None
    found = answer(rule, since)
    return Told(
        question=question,
        rule=rule,
        since=spoken(since),
        day=found.day,
        said=spoken(found.day),
        head=HEADS.get(rule.mode, gettext_lazy("最后一天")),
        unmoved=_unmoved(rule, since, found),
        left=_left(found.day, on),
        late=found.day < on,
        estimated=found.estimated,
        binding=found.binding,
        lines=[(_in_language(line), line.cite) for line in found.derivation],
    )


def spoken(day: date) -> str:
    """2025年10月13日（星期一）; 13 October 2025 (Monday)."""
    weekday = WEEKDAYS[day.weekday()]
    return f"{en(day)} ({weekday})" if english() else f"{zh(day)}（{weekday}）"


def _in_language(line: Found) -> str:
    return line.en if english() else line.zh


def _unmoved(rule: Rule, since: date, found: Answer) -> str:
    """The day on which it would have ended had that not been a day off; empty where it was not moved."""
    period = rule.period
    if period.unit is Unit.DAY:
        end = date.fromordinal(since.toordinal() + period.number)
    elif period.unit in {Unit.MONTH, Unit.YEAR}:
        end = later(since, period.number * (12 if period.unit is Unit.YEAR else 1))
    else:
        return ""
    return spoken(end) if end != found.day and rule.mode is not Mode.BEFORE else ""


def _left(day: date, on: date) -> str:
    number = (day - on).days
    if number > 0:
        return _("离今天还有%(n)d天") % {"n": number}
    return _("就是今天") if number == 0 else _("已经过去%(n)d天") % {"n": -number}


@login_not_required
def days(request: HttpRequest) -> HttpResponse:
    """The form and, once both are given, the answer; htmx asks for the answer alone."""
    on = today()
    asked = "ask" in request.GET and "since" in request.GET
    form = DayForm(request.GET) if asked else DayForm(initial={"ask": request.GET.get("ask", ""), "since": on})
    context: dict[str, Any] = {"form": form, "groups": list(grouped()), "on": on}
    chosen = BY_KEY.get(request.GET.get("ask", ""))
    context["chosen"] = chosen
    if asked and form.is_valid():
        chosen = BY_KEY[form.cleaned_data["ask"]]
        try:
            context["told"] = told(chosen, form.cleaned_data["since"], on)
        except (BeyondCalendar, OverflowError):
            form.add_error("since", _("算出来的日期超出了日历的范围"))
        else:
            context["answered"] = True
    template = "portal/day.html" if request.headers.get("HX-Request") else "portal/days.html"
    return page(request, template, context, column="applications", where=[(_("哪天是最后一天？"), "")])
