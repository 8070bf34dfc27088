"""Every step of every procedure has a form: its columns, each with its provision, read back as they were typed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import models

from fadu.desk.actors import Cast
from fadu.desk.forms import StepForm
from fadu.desk.frame import Acting
from fadu.engine.file import CaseFile
from fadu.engine.models import Case
from fadu.interface.fields import MOMENT
from fadu.organs.models import Organ, Person
from fadu.procedures.editions import EDITIONS

STEPS = [(procedure, step) for procedure in EDITIONS for step in procedure.steps]
TODAY = date(2026, 3, 2)


def form_of(procedure, step, data=None):
    organ = Organ(pk=1, name="测试县市场监督管理局")
    case = Case(pk=1, procedure=procedure.key, organ=organ, domain="market", opened_on=TODAY)
    people = Cast(Acting(Person(pk=1, name="张测试"), TODAY), organ.pk, [])
    return StepForm(CaseFile(case, procedure.record(case=case)), step, people, data)


def named(pair):
    return f"{pair[0].key}-{pair[0].edition}-{pair[1].key}"


@pytest.mark.parametrize("pair", STEPS, ids=named)
def test_each_column_stands_in_the_form_once_with_its_provision(pair):
    procedure, step = pair
    form = form_of(procedure, step)
    shown = [each.name for each in form.general] + [each.name for _n, _k, fields in form.per_outcome for each in fields]
    assert sorted(shown) == sorted(set(form.columns()) - {step.dated})
    for name in shown:
        assert form.fields[name].cites is not None, name
        assert str(form[name])


def typed(column):
    """A value as a browser would send it."""
    match column:
        case models.DateTimeField():
            return "2026-03-02T09:30"
        case models.DateField():
            return "2026-03-02"
        case models.BooleanField():
            return "on"
        case models.DecimalField() | models.IntegerField():
            return "12"
        case _:
            return column.choices[0][0] if column.choices else "甲"


@pytest.mark.parametrize("pair", STEPS, ids=named)
def test_what_is_typed_is_read_as_the_columns_value(pair):
    procedure, step = pair
    blank = form_of(procedure, step)
    given = {name: typed(procedure.record._meta.get_field(name)) for name in blank.columns() if name != step.dated}
    form = form_of(procedure, step, given)
    form.is_valid()
    assert set(form.errors) <= {"by", "on", "at", "outcome", "presider", "due"}
    for name in given:
        if name in form.fields:
            column = procedure.record._meta.get_field(name)
            value = form.cleaned_data[name]
            assert column.clean(value, None) == value, name
            if isinstance(column, models.DateTimeField):
                assert value.strftime(MOMENT) == given[name]
