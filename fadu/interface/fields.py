"""Fields and forms that both publics fill in: a record's column becomes a field, with the provision beside it.

Nothing here decides whether an act is lawful: the form reads what was typed, the engine answers with the provision.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from fadu.engine.refusals import Refusal
from fadu.organs.secret import EncryptedField

MOMENT: Final = "%Y-%m-%dT%H:%M"


class DayInput(forms.DateInput):
    """A day, typed or picked."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class SuggestingInput(forms.TextInput):
    """A line that offers ``names`` while typing and takes any other as well; works without a script."""

    def __init__(self, names: Iterable[str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.names = names  # asked when the line is shown

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        offered = f"{name}-names"
        line = super().render(name, value, {**(attrs or {}), "list": offered}, renderer)
        options = format_html_join("", '<option value="{}">', ((each,) for each in self.names))
        return format_html('{}<datalist id="{}">{}</datalist>', line, offered, options)


class MomentInput(forms.DateTimeInput):
    """A moment, typed or picked, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format=MOMENT)


class Several(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """The files chosen, as a list."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not chosen:
            super().clean(None, initial)
        return [super(Files, self).clean(each, initial) for each in chosen]


class Moment(forms.DateTimeField):
    """Reads what ``MomentInput`` sends, Asia/Shanghai."""

    widget = MomentInput
    input_formats = [MOMENT, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]

    def prepare_value(self, value: Any) -> Any:
        return timezone.localtime(value).strftime(MOMENT) if isinstance(value, datetime) else value


def column_field(record: type[models.Model] | models.Model, name: str, *, needed: bool) -> forms.Field:
    """The form field of a record's column: optional in the form, for the engine says what is missing and why."""
    column = record._meta.get_field(name)
    field: forms.Field
    match column:
        case models.DateTimeField():
            field = Moment(required=False, label=column.verbose_name)
        case models.DateField():
            field = forms.DateField(required=False, label=column.verbose_name, widget=DayInput)
        case EncryptedField():
            rows = getattr(column, "lines", 1)  # what was said or seen is written at length
            widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else None
            field = forms.CharField(required=False, label=column.verbose_name, widget=widget)
        case models.TextField():
            field = forms.CharField(required=False, label=column.verbose_name, widget=forms.Textarea(attrs={"rows": 3}))
        case _:
            made = column.formfield(required=False)  # type: ignore[union-attr]
            assert made is not None  # noqa: S101  a record has only concrete columns
            field = made
    field.cites = getattr(column, "cites", None)  # type: ignore[attr-defined]
    field.asked = needed  # type: ignore[attr-defined]
    return field


class Refusable(forms.Form):
    """A form to which the engine's refusals come back: at the field where one is named, else above."""

    refusals: list[Refusal]

    def __init__(self, *args: Any, **given: Any) -> None:
        self.refusals = []
        super().__init__(*args, **given)

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Show why the act was refused; what was typed stays."""
        for each in refusals:
            if each.column and each.column in self.fields:
                ground = _("（%(cite)s）") % {"cite": each.cites} if each.cites else ""
                self.add_error(each.column, f"{each.missing}{ground}")
            else:
                self.refusals.append(each)
