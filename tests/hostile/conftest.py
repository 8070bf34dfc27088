"""The toy case of the engine's tests, and the desk of the desk's tests, in hostile hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fadu.engine import registry
from tests.desk.conftest import DESK_TOY
from tests.engine.conftest import case, decided, filed, inquired  # noqa: F401  fixtures, used by being here
from tests.engine.toy import TOY, TOY_2

KNOWN = [TOY, TOY_2, DESK_TOY, replace(TOY, key="toy_lasting", in_force=(date(2000, 1, 1), None))]


@pytest.fixture(scope="package", autouse=True)
def toy_procedures():
    """The toys are known while this room is tested, and to nobody else."""
    registry.register(*KNOWN)
    yield
    for key in {each.key for each in KNOWN}:
        registry._EDITIONS.pop(key, None)
