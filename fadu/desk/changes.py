"""Acts on the case as a whole: assign, transfer, merge, withdraw, reopen, keep an edition, correct a fact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk.actors import Cast, cast
from fadu.desk.asking import ask
from fadu.desk.casefile import case_address, governing_today, load
from fadu.desk.forms import changed, known
from fadu.desk.frame import DeskRequest, desk_page
from fadu.desk.reaching import cases, workable
from fadu.engine import changes
from fadu.engine.chain import KINDS
from fadu.engine.file import CaseFile
from fadu.engine.models import Case
from fadu.engine.refusals import Refusal, Refused
from fadu.engine.registry import editions
from fadu.interface.fields import DayInput, Refusable, column_field
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Organ


class Change(Refusable):
    """Day and reason, which every such act needs."""

    def __init__(self, people: Cast, case: Case, act: str, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        officers = [(str(each.pk), each.name) for each in people.holding(HANDLING)]
        match act:
            case "assign":
                self.fields["handler"] = forms.ChoiceField(label=gettext_lazy("承办人"), choices=officers)
                self.fields["second"] = forms.ChoiceField(
                    label=gettext_lazy("协办人"), choices=[("", "—"), *officers], required=False
                )
            case "transfer":
                self.fields["organ"] = forms.ModelChoiceField(
                    Organ.objects.filter(active=True).exclude(pk=case.organ_id), label=gettext_lazy("移送至")
                )
            case "merge":
                self.fields["into"] = forms.CharField(label=gettext_lazy("并入案件的案号"))
            case "link":
                self.fields["other"] = forms.CharField(label=gettext_lazy("关联案件的案号"))
                self.fields["kind"] = forms.ChoiceField(
                    label=gettext_lazy("本案对该案"),
                    choices=[(key, said) for key, (said, _back) in KINDS.items() if key != "merged"],
                )
            case "keep_edition":
                self.fields["edition"] = forms.ChoiceField(
                    label=gettext_lazy("适用版本"),
                    choices=[
                        ("", _("按行为日施行的版本")),
                        *((each.edition, f"{each.name} {each.edition}") for each in editions(case.procedure)),
                    ],
                    required=False,
                    initial=case.kept_edition,
                )
        self.fields["on"] = forms.DateField(label=gettext_lazy("日期"), widget=DayInput, initial=people.acting.today)
        self.fields["reason"] = forms.CharField(label=gettext_lazy("理由"), widget=forms.Textarea(attrs={"rows": 3}))


TITLES = {
    "assign": changes.ASSIGN,
    "transfer": changes.TRANSFER,
    "merge": changes.MERGE,
    "withdraw": changes.WITHDRAW,
    "reopen": changes.REOPEN,
    "keep_edition": changes.KEEP,
    "link": changes.LINK,
}


@desk_page
def change(request: DeskRequest, key: int, act: str) -> HttpResponse:
    """One of the acts of TITLES on the case."""
    if act not in TITLES:
        raise Http404
    acting = request.acting
    case = workable(acting, key)
    people = cast(acting, case)
    form = Change(people, case, act, request.POST or None)

    def done(given: dict[str, Any]) -> object:
        say = {"by": acting.person, "on": given["on"]}
        match act:
            case "assign":
                second = people.person(int(given["second"])) if given["second"] else None
                return changes.assign(case, people.person(int(given["handler"])), second, given["reason"], **say)
            case "transfer":
                return changes.transfer(case, given["organ"], given["reason"], **say)
            case "merge":
                into = cases(acting).filter(number=given["into"].strip()).first()
                if into is None:
                    raise Refused([Refusal(None, changes.MERGE, _("没有这个案号，或者您无权查看"), "into")])
                return changes.merge(case, into, given["reason"], **say)
            case "link":
                other = cases(acting).filter(number=given["other"].strip()).first()
                if other is None:
                    raise Refused([Refusal(None, changes.LINK, _("没有这个案号，或者您无权查看"), "other")])
                return changes.link(case, other, given["kind"], given["reason"], **say)
            case "withdraw":
                return changes.withdraw(case, given["reason"], **say)
            case "reopen":
                return changes.reopen(case, given["reason"], **say)
            case _:
                return changes.keep_edition(case, given["edition"], given["reason"], **say)

    title = TITLES[act]
    return ask(
        request, form, done, title=title, verb=title, back=case_address(key), case=case,
        done=_("已办理：%(step)s") % {"step": title}, grave=act == "withdraw",
    )  # fmt: skip


class Correction(Refusable):
    """The facts already in the record, to be set right with a reason."""

    def __init__(self, file: CaseFile, names: list[str], people: Cast, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for name in names:
            self.fields[name] = column_field(file.record, name, needed=False)
            self.fields[name].initial = known(file.record, name, people)
        self.fields["reason"] = forms.CharField(
            label=gettext_lazy("更正理由"), widget=forms.Textarea(attrs={"rows": 3})
        )


@desk_page
def correct(request: DeskRequest, key: int) -> HttpResponse:
    """Correct facts; old and new values enter the ledger."""
    acting = request.acting
    workable(acting, key)
    file = load(acting, key)
    asked = {
        name
        for step in governing_today(file, acting.today).steps
        for name in (step.dated, *step.asks, *step.needs, *(n for o in step.outcomes for n in (*o.asks, *o.needs)))
    }
    columns = [
        each.name
        for each in file.record._meta.concrete_fields
        if each.name in asked and getattr(file.record, each.attname) not in (None, "", False)
    ]
    form = Correction(file, columns, cast(acting, file.case), request.POST or None)

    def done(given: dict[str, Any]) -> object:
        facts = changed(file.record, given, columns)
        if not facts:
            raise Refused([Refusal(None, changes.CORRECT, _("没有改动任何一项"))])
        return changes.correct(file.case, facts, given["reason"], by=acting.person, on=acting.today)

    return ask(
        request, form, done, title=changes.CORRECT, verb=changes.CORRECT, back=case_address(key), case=file.case,
        done=_("已更正，原值和新值都记入台账"), note=_("只列出已经登记的事项；更正前后的内容都留在台账里。"),
    )  # fmt: skip
