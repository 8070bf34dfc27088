from __future__ import annotations

from datetime import date

import pytest

from fadu.engine import registry
from fadu.engine.acts import Comer, open_case, take
from tests.engine.toy import TOY, TOY_2

OPENED = date(2024, 3, 1)


@pytest.fixture(scope="package", autouse=True)
def toy_procedures():
    """The toys are known while this room is tested, and to nobody else."""
    registry.register(TOY, TOY_2)
    yield
    registry._EDITIONS.pop(TOY.key)


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    """The toy stands in the house only while the engine is tested."""
    monkeypatch.setitem(registry._EDITIONS, TOY.key, {TOY.edition: TOY, TOY_2.edition: TOY_2})


@pytest.fixture
def case(bureau):
    """A toy case of 1 March 2024, with one party and two officers."""
    return open_case(
        "toy", organ=bureau.organ, title="超范围经营", by=bureau.clerk, on=OPENED,
        officers=[bureau.officer, bureau.second], parties=[Comer("甲公司", kind="company")],
    )  # fmt: skip


@pytest.fixture
def filed(case, bureau):
    take(case, "filing", by=[bureau.head], on=OPENED)
    return case


@pytest.fixture
def inquired(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=date(2024, 3, 4), facts={"act": "超范围"})
    return filed


@pytest.fixture
def decided(inquired, bureau):
    take(inquired, "decision", by=[bureau.head], on=date(2024, 3, 5), outcome="stopped")
    return inquired
