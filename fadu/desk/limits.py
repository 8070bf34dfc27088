"""中止计算、恢复计算、延长: acts on a limit, on the grounds that its declaration names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from fadu.desk.asking import ask
from fadu.desk.casefile import case_address
from fadu.desk.frame import Acting, DeskRequest, desk_page
from fadu.desk.reaching import workable
from fadu.engine import clocks, deadlines
from fadu.engine.declare import Limit
from fadu.engine.file import open_file
from fadu.interface.fields import DayInput, Refusable
from fadu.law.periods import Period, Unit

TITLES = {
    "suspend": gettext_lazy("期限中止计算"),
    "resume": gettext_lazy("期限恢复计算"),
    "extend": gettext_lazy("延长期限"),
}


class LimitForm(Refusable):
    """Ground, day, written notice, note; for an extension how long."""

    def __init__(self, acting: Acting, limit: Limit, act: str, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        grounds = {"suspend": limit.stoppable, "extend": limit.extends}.get(act, ())
        english = (get_language() or "").startswith("en")
        if grounds:
            self.fields["ground"] = forms.ChoiceField(
                label=gettext_lazy("事由"),
                choices=[
                    (each.key, f"{each.name} — {each.cites.english if english else each.cites}") for each in grounds
                ],
                widget=forms.RadioSelect,
                initial=grounds[0].key,
            )
        if act == "extend":
            cap = next((each.cap for each in grounds if each.cap), None)
            self.fields["number"] = forms.IntegerField(
                label=gettext_lazy("延长"), min_value=1, initial=cap.number if cap else None
            )
            self.fields["unit"] = forms.ChoiceField(
                label=gettext_lazy("单位"),
                choices=[(each.value, each.english if english else each.value) for each in Unit],
                initial=(cap.unit if cap else Unit.DAY).value,
            )
        labels = {
            "suspend": gettext_lazy("停算首日"),
            "resume": gettext_lazy("恢复计算首日"),
            "extend": gettext_lazy("批准日期"),
        }
        self.fields["on"] = forms.DateField(label=labels[act], widget=DayInput, initial=acting.today)
        if act != "resume":
            self.fields["told_on"] = forms.DateField(
                label=gettext_lazy("书面告知当事人日期"), widget=DayInput, required=False
            )
            self.fields["note"] = forms.CharField(
                label=gettext_lazy("理由"), widget=forms.Textarea(attrs={"rows": 3}), required=False
            )


@desk_page
def limit(request: DeskRequest, key: int, act: str, name: str) -> HttpResponse:
    """Stop, resume or lengthen one limit of the case."""
    acting = request.acting
    case = workable(acting, key)
    rule = next((each for _p, each, _began in deadlines.running(open_file(case)) if each.key == name), None)
    if rule is None or act not in TITLES:
        raise Http404
    form = LimitForm(acting, rule, act, request.POST or None)

    def done(given: dict[str, Any]) -> object:
        by, on = acting.person, given["on"]
        if act == "resume":
            return clocks.resume(case, name, by=by, on=on)
        rest = {"by": by, "on": on, "note": given["note"], "told_on": given["told_on"]}
        if act == "suspend":
            return clocks.suspend(case, name, given["ground"], **rest)
        return clocks.extend(case, name, given["ground"], Period(given["number"], Unit(given["unit"])), **rest)

    title = _("%(act)s：%(limit)s") % {"act": TITLES[act], "limit": rule.name}
    return ask(
        request, form, done, title=title, verb=TITLES[act], back=case_address(key), case=case, cite=rule.cites,
        done=_("已办理：%(step)s") % {"step": title},
    )  # fmt: skip
