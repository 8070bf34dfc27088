"""Between tests that commit Django empties every table, which the guards refuse: they are lifted for that moment."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase

from fadu.ledger import guards


def run(statements: list[str]) -> None:
    """Execute each statement as it stands."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def ledger_can_be_emptied() -> Iterator[None]:
    """Wrap what empties the tables after a test that commits."""
    empty = TransactionTestCase._fixture_teardown

    def lifted(case: TransactionTestCase) -> None:
        run(guards.lift(connection))
        try:
            empty(case)
        finally:
            run(guards.fix(connection))

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = empty
