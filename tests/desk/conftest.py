"""A desk to sit at: the bureau's people signed in, and cases of a procedure of nobody's law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from fadu.engine import registry
from fadu.engine.acts import Comer, open_case, take
from fadu.organs.models import Organ
from tests.engine.toy import TOY

DESK_TOY = replace(TOY, key="desk_toy", in_force=(date(2000, 1, 1), None))


@pytest.fixture(scope="package", autouse=True)
def toy_procedure():
    """The toy is known while this room is tested, and to nobody else."""
    registry.register(DESK_TOY)
    yield
    registry._EDITIONS.pop(DESK_TOY.key)


@pytest.fixture(autouse=True)
def second_factor_waived(settings):
    settings.DEMO = True


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def sign_in():
    """A browser in which somebody has signed in."""

    def signed_in(person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def desk(sign_in, bureau):
    """The officer's browser."""
    return sign_in(bureau.officer)


@pytest.fixture
def opened(bureau, today):
    """Opens a toy case some days ago."""

    def make(title="超范围经营", ago=20, party="甲公司", officers=None, organ=None):
        people = officers or [bureau.officer, bureau.second]
        return open_case(
            "desk_toy", organ=organ or bureau.organ, title=title, by=people[0] if organ else bureau.clerk,
            on=today - timedelta(days=ago), officers=people, parties=[Comer(party, kind="company")],
        )  # fmt: skip

    return make


@pytest.fixture
def case(opened):
    return opened()


@pytest.fixture
def filed(case, bureau):
    take(case, "filing", by=[bureau.head], on=case.opened_on)
    case.refresh_from_db()
    return case


@pytest.fixture
def inquired(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=filed.opened_on, facts={"act": "超范围"})
    return filed


@pytest.fixture
def stranger(bureau):
    """An officer of another organ of the county."""
    other = Organ.objects.create(name="测试县交通运输局", region=bureau.region, word="测交", domain="transport")
    return bureau.person("stranger", "冯交通", "officer", certified=True, organ=other)


@pytest.fixture
def citizen(bureau):
    return type(bureau.officer).objects.create_user("citizen", name="王公众", kind="citizen")
