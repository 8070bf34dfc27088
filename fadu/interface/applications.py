"""The form of an application, made of its declaration: only what the article asks, with the article beside each field.

Used by whoever applies and by the clerk who enters a paper for him. An item that is asked only in some cases appears
once what was filled in before it is so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from fadu.engine import applying
from fadu.engine.acts import Comer
from fadu.engine.application import Application, Item
from fadu.engine.declare import Procedure
from fadu.engine.models import Party, PartyKind
from fadu.interface.fields import Moment, Refusable, column_field
from fadu.organs.models import Organ

ID_KIND: Final = "居民身份证"


class ApplicationForm(Refusable):
    """What an application states. ``known`` is what is known of the applicant already (account, proved telephone)."""

    def __init__(
        self,
        rule: Procedure,
        application: Application,
        data: Mapping[str, Any] | None = None,
        known: Comer | None = None,
        **given: Any,
    ) -> None:
        self.rule, self.application = rule, application
        self.known = known or Comer("")
        super().__init__(data, **given)
        self.fields["organ"] = _organ_field(application)
        for item in application.items:
            field = column_field(Party if item.of_applicant else rule.record, item.column, needed=item.required)
            field.cites = item.cites  # type: ignore[attr-defined]
            field.item = item  # type: ignore[attr-defined]
            if item.hint:
                field.help_text = item.hint
            if item.of_applicant:
                field.initial = field.initial or getattr(self.known, item.column)
                if item.column == "kind":
                    field.initial = PartyKind.PERSON
            if isinstance(field, forms.CharField) and isinstance(field.widget, forms.Textarea):
                field.wide = True  # type: ignore[attr-defined]
            self.fields[item.key] = field
        self.fields["mail"] = _mail_field()
        self._leave_out()

    def _leave_out(self) -> None:
        """Drop what is not asked, given what was typed or put by before."""
        asked = {each.key for each in self.asked(self.stated())}
        for item in self.application.items:
            if item.key not in asked:
                del self.fields[item.key]

    def stated(self) -> dict[str, Any]:
        """What the fields hold so far, each read by itself; what cannot be read counts as empty."""
        found = {}
        for item in self.application.items:
            field = self.fields[item.key]
            name = self.add_prefix(item.key)
            raw = (
                field.widget.value_from_datadict(self.data, self.files, name)
                if self.is_bound
                else self.get_initial_for_field(field, item.key)
            )
            try:
                found[item.key] = field.clean(raw)
            except forms.ValidationError:
                found[item.key] = None
        return found

    def asked(self, stated: Mapping[str, Any]) -> Sequence[Item]:
        """The items asked for in that case."""
        return applying.asked(self.rule, self.application, self._comer(stated), self._facts(stated))

    def applicant(self) -> Comer:
        """Who applies, as the engine takes him."""
        return self._comer(self.cleaned_data)

    def facts(self) -> dict[str, Any]:
        """What the record is given; nothing for what was left empty."""
        return self._facts(self.cleaned_data)

    def _comer(self, given: Mapping[str, Any]) -> Comer:
        own = [each for each in self.application.items if each.of_applicant]
        named = {each.column: str(given.get(each.key) or "") for each in own}
        typed: dict[str, Any] = {name: value for name, value in named.items() if value}
        found = replace(self.known, **typed)
        found = replace(found, code=found.code.upper(), kind=found.kind or PartyKind.PERSON)
        return replace(found, id_kind=ID_KIND) if found.id_number and not found.id_kind else found

    def _facts(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {
            each.column: given[each.column]
            for each in self.application.items
            if not each.of_applicant and given.get(each.column) not in (None, "", False)
        }

    def written(self) -> dict[str, Any]:
        """Everything typed, as a draft keeps it."""
        return {name: self.data.get(name, "") for name in self.fields if name in self.data}

    @property
    def of_applicant(self) -> list[forms.BoundField]:
        """The fields about whoever applies."""
        items = self.application.items
        return [self[each.key] for each in items if each.of_applicant and each.key in self.fields]

    @property
    def of_matter(self) -> list[forms.BoundField]:
        """The fields about what is applied for."""
        items = self.application.items
        return [self[each.key] for each in items if not each.of_applicant and each.key in self.fields]


def _organ_field(application: Application) -> forms.ModelChoiceField[Organ]:
    found = applying.receiving(application)
    field = forms.ModelChoiceField(found, label=_("向哪个机关提出"), empty_label=_("请选择"), required=False)
    field.cites = application.cites  # type: ignore[attr-defined]
    field.asked = True  # type: ignore[attr-defined]
    field.widget.attrs["lang"] = "zh-CN"
    return field


def _mail_field() -> forms.CharField:
    """Where the applicant may be told by mail too, if he likes; no article asks for it."""
    return forms.EmailField(
        label=_("电子邮箱（愿意用邮件收消息的填写）"), required=False, max_length=200, validators=[EmailValidator()]
    )


def lines(form: ApplicationForm) -> list[tuple[Any, str, Any]]:
    """What a filled-in form says: label, value in words, provision; empty ones left out. For review and receipt."""
    found: list[tuple[Any, str, Any]] = []
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        if value in (None, "", False):
            continue
        found.append((field.label, _said(field, value), getattr(field, "cites", None)))
    return found


def _said(field: forms.Field, value: Any) -> str:
    match value:
        case True:
            return str(_("是"))
        case Organ():
            return value.name
        case datetime():
            return str(Moment().prepare_value(value)).replace("T", " ")
        case date():
            return value.isoformat()
        case Decimal():
            return str(_("%(amount)s元") % {"amount": f"{value:,}"})
    choices = dict(getattr(field, "choices", None) or ()) if isinstance(field, forms.ChoiceField) else {}
    return str(choices.get(value, value))
