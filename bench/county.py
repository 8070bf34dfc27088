"""An invented organ with people who may act, for the measurements."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from fadu.organs.models import Certificate, Organ, Person, Post, Region  # noqa: E402


@dataclass
class County:
    organ: Any
    officer: Any
    second: Any
    head: Any
    clerk: Any


def open_county() -> County:
    """A fresh database with one organ, two officers, a head and a clerk."""
    call_command("migrate", verbosity=0)
    from bench.floor.models import Item, Line

    there = connection.introspection.table_names()
    with connection.schema_editor() as editor:
        for model in (Item, Line):
            if model._meta.db_table not in there:
                editor.create_model(model)
    region, _ = Region.objects.get_or_create(code="990000000000", defaults={"name": "测试省", "level": 1})
    organ, fresh = Organ.objects.get_or_create(
        name="测试县市场监督管理局", defaults={"region": region, "word": "测市监", "domain": "market"}
    )
    if fresh:
        for name, kind in (("officer", "officer"), ("second", "officer"), ("head", "head"), ("clerk", "clerk")):
            person = Person.objects.create_user(name, name=f"{name}测试")
            Post.objects.create(person=person, organ=organ, kind=kind, scope="organ", since=date(2018, 1, 1))
            if kind == "officer":
                Certificate.objects.create(
                    person=person, organ=organ, number=name, domain="market",
                    issued_on=date(2018, 1, 1), valid_until=date(2030, 12, 31),
                )  # fmt: skip
    people = {person.username: person for person in Person.objects.all()}
    return County(organ, people["officer"], people["second"], people["head"], people["clerk"])
