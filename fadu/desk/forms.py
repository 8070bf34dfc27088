"""Forms derived from the declaration: what a step asks becomes the fields, with the provision beside each.

Nothing here decides whether an act is lawful: the form reads what was typed, the engine answers with the provision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk.actors import Cast, Hands, hands
from fadu.desk.paths import columns_of, may_hold
from fadu.engine.declare import Step
from fadu.engine.deliberation import Sitting, Speech
from fadu.engine.file import CaseFile
from fadu.engine.models import Record, Vote
from fadu.interface.fields import DayInput, Files, Moment, Refusable, column_field
from fadu.organs.secret import EncryptedField


class StepForm(Refusable):
    """One step of one case. ``general`` are the fields every outcome has; ``per_outcome`` those of some only."""

    def __init__(
        self, file: CaseFile, step: Step, people: Cast, data: Any = None, files: Any = None, **given: Any
    ) -> None:
        self.file, self.step, self.people = file, step, people
        super().__init__(data, files, **given)
        self._who_and_when()
        if step.outcomes:
            self.fields["outcome"] = forms.ChoiceField(
                label=gettext_lazy("结果"),
                choices=[(each.key, each.name) for each in step.outcomes],
                widget=forms.RadioSelect,
                required=True,
            )
            self.fields["outcome"].cites = step.cites  # type: ignore[attr-defined]
        for name in self.columns():
            if name == step.dated:  # the day of the act is that column
                continue
            self.fields[name] = column_field(file.record, name, needed=name in step.needs)
            self.fields[name].initial = known(file.record, name, people)
        if step.deliberation:
            self._sitting_fields()
        self.fields["note"] = forms.CharField(
            label=gettext_lazy("说明"), required=False, widget=forms.Textarea(attrs={"rows": 2})
        )
        self.fields["attachments"] = Files(label=gettext_lazy("附件"), required=False)
        unknown = set(columns_of(step))
        yields = [each for each in step.yields if may_hold(each.only, file.record, unknown) is not False]
        if yields:
            self.fields["papers"] = forms.MultipleChoiceField(
                label=gettext_lazy("同时制作文书（只制作与结果相符的）")
                if step.outcomes
                else gettext_lazy("同时制作文书"),
                required=False,
                choices=[(each.key, each.name) for each in yields],
                initial=[each.key for each in yields],
                widget=forms.CheckboxSelectMultiple,
            )

    def _who_and_when(self) -> None:
        step, case, today = self.step, self.file.case, self.people.acting.today
        dated = step.dated and isinstance(self.file.record._meta.get_field(step.dated), models.DateTimeField)
        if dated:
            self.fields["at"] = Moment(label=gettext_lazy("时间"), initial=timezone.now())
        else:
            self.fields["on"] = forms.DateField(label=gettext_lazy("日期"), widget=DayInput, initial=today)
        leads = self.people.leads(step.by)
        self.fields["by"] = forms.ChoiceField(
            label=step.by.name,
            choices=leads or [("", _("（您没有可办理这一步的职务）"))],
            initial=self._usual(leads, case.handler_id),
        )
        self.fields["by"].cites = step.by.cites  # type: ignore[attr-defined]
        if step.by.at_least > 1:
            usual = case.second_id if case.second_id != self.people.acting.person.pk else case.handler_id
            self.fields["second"] = forms.ChoiceField(
                label=gettext_lazy("第二执法人员"),
                choices=[("", "—"), *self.people.seconds(step.by)],
                initial=str(usual or ""),
                required=False,
            )
            self.fields["second"].cites = step.by.cites  # type: ignore[attr-defined]

    @staticmethod
    def _usual(leads: list[tuple[str, str]], handler: int | None) -> str:
        values = [value for value, _label in leads]
        if "self" in values:
            return "self"
        return f"person:{handler}" if f"person:{handler}" in values else (values or [""])[0]

    def _sitting_fields(self) -> None:
        wanted = self.step.deliberation
        assert wanted is not None  # noqa: S101  asked for by the caller
        members = self.people.holding(self.step.by.posts)
        self.members = members
        choices = [(str(each.pk), each.name) for each in members]
        me = str(self.people.acting.person.pk)
        self.fields["presider"] = forms.ChoiceField(label=gettext_lazy("主持人"), choices=choices, initial=me)
        self.fields["due"] = forms.IntegerField(label=gettext_lazy("应到人数"), min_value=1, initial=len(members))
        self.fields["place"] = forms.CharField(label=gettext_lazy("地点"), required=False, max_length=100)
        self.fields["resolution"] = forms.CharField(
            label=gettext_lazy("结论性意见"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        )
        for name in ("presider", "resolution"):
            self.fields[name].cites = wanted.cites  # type: ignore[attr-defined]
        for each in members:
            self.fields[f"vote_{each.pk}"] = forms.ChoiceField(
                label=each.name, required=False, choices=[("", _("未出席")), *Vote.Position.choices]
            )
            self.fields[f"said_{each.pk}"] = forms.CharField(
                label=(said := _("%(name)s的发言") % {"name": each.name}),
                required=False,
                widget=forms.TextInput(attrs={"aria-label": said}),
            )

    def columns(self, outcome: str | None = None) -> list[str]:
        """The columns asked for: with ``outcome`` those of that one, else those of every outcome."""
        step = self.step
        ends = [each for each in step.outcomes if outcome is None or each.key == outcome]
        asked = [*step.asks, *step.needs, *(name for end in ends for name in (*end.asks, *end.needs))]
        fixed = {name for end in ends for name in end.sets} if outcome is not None else set()
        return [name for name in dict.fromkeys(asked) if name not in fixed]

    @property
    def heading(self) -> list[forms.BoundField]:
        """Day and people."""
        return [self[name] for name in ("on", "at", "by", "second") if name in self.fields]

    @property
    def general(self) -> list[forms.BoundField]:
        """Fields of every outcome."""
        own = dict.fromkeys([*self.step.asks, *self.step.needs])
        return [self[name] for name in own if name in self.fields]

    @property
    def per_outcome(self) -> list[tuple[str, list[str], list[forms.BoundField]]]:
        """Fields of some outcomes only: the outcomes' names, their keys, the fields."""
        own = {*self.step.asks, *self.step.needs}
        groups: dict[tuple[str, ...], list[str]] = {}
        for name in self.columns():
            if name not in own and name in self.fields:
                keys = tuple(each.key for each in self.step.outcomes if name in (*each.asks, *each.needs))
                groups.setdefault(keys, []).append(name)
        called = {each.key: str(each.name) for each in self.step.outcomes}
        return [
            ("、".join(called[key] for key in keys), list(keys), [self[name] for name in columns])
            for keys, columns in groups.items()
        ]

    @property
    def votes(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """One line for each member who may attend."""
        if not self.step.deliberation:
            return []
        return [(self[f"vote_{each.pk}"], self[f"said_{each.pk}"]) for each in self.members]

    def day(self) -> date:
        """The day of the act."""
        moment = self.cleaned_data.get("at")
        return timezone.localtime(moment).date() if moment else self.cleaned_data["on"]

    def hands(self) -> Hands:
        """Whose act it is."""
        return hands(self.people, self.cleaned_data["by"], self.cleaned_data.get("second", ""))

    def facts(self) -> dict[str, Any]:
        """The columns that differ from the record, of the outcome chosen."""
        return changed(self.file.record, self.cleaned_data, self.columns(self.cleaned_data.get("outcome", "")))

    def sitting(self) -> Sitting | None:
        """The deliberation as entered; None where the step holds none or nobody attended."""
        given = self.cleaned_data
        speeches = [
            Speech(each, given[f"vote_{each.pk}"], given[f"said_{each.pk}"])
            for each in (self.members if self.step.deliberation else [])
            if given.get(f"vote_{each.pk}")
        ]
        if not speeches:
            return None
        presider = self.people.person(int(given["presider"]))
        return Sitting(presider, given["due"], speeches, given["resolution"], self.day(), given["place"])


def known(record: Record, name: str, people: Cast) -> Any:
    """What the record holds in a column, for a form; what is encrypted only for the organ's own people."""
    private = isinstance(record._meta.get_field(name), EncryptedField)
    inside = any(each.organ_id == people.organ for each in people.acting.posts)
    return "" if private and not inside else getattr(record, name)


def changed(record: Record, given: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What of ``given`` differs from the record; empty text, no and None are one."""
    return {name: given[name] for name in names if name in given and _kept(given[name]) != _kept(getattr(record, name))}


def _kept(value: Any) -> Any:
    return None if value is False or value == "" else value
