"""A condition asked in memory and the same condition asked of the database give one answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import F, Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.engine.acts import open_case
from fadu.engine.conditions import UnknownLookup, columns, holds, violates
from fadu.engine.declare import NEVER
from fadu.procedures.models import OrdinaryPenalty

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 5))
SUMS = st.none() | st.sampled_from([Decimal("1.00"), Decimal("2.00"), Decimal("3.00")])
LEAVES = st.one_of(
    st.booleans().map(lambda yes: Q(grave=yes)),
    st.dates(date(2024, 1, 1), date(2024, 1, 5)).map(lambda day: Q(decided_on__lt=day)),
    st.sampled_from([1, 2, 3]).map(lambda n: Q(fine__gte=Decimal(n))),
    st.booleans().map(lambda yes: Q(filed_on__isnull=yes)),
    st.just(Q(filed_on=None)),
    st.just(Q(filed_on__gt=F("decided_on"))),
    st.just(Q(decided_on__lte=F("filed_on"))),
    st.just(Q(fine__in=[Decimal(1), Decimal(3)])),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(lambda q: ~q),
        st.tuples(inner, inner).map(lambda pair: pair[0] & pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] | pair[1]),
    ),
    max_leaves=6,
)


@given(condition=CONDITIONS, filed=DAYS, decided=DAYS, fine=SUMS, grave=st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_memory_and_database_agree(case_row, condition, filed, decided, fine, grave):
    row = case_row
    OrdinaryPenalty.objects.filter(pk=row.pk).update(
        filed_on=filed, decided_on=decided, fine=fine, fined=fine is not None, grave=grave, taken_over=True
    )
    row.refresh_from_db()
    assert holds(condition, row) == OrdinaryPenalty.objects.filter(condition, pk=row.pk).exists()


@pytest.fixture
def case_row(bureau, monkeypatch):
    """A record whose own constraints do not stand in the way of arbitrary columns."""
    made = open_case("toy", organ=bureau.organ, title="x", by=bureau.clerk, on=date(2024, 1, 1))
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints=ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for constraint in OrdinaryPenalty._meta.constraints:
                cursor.execute(f'ALTER TABLE procedures_ordinarypenalty DROP CONSTRAINT IF EXISTS "{constraint.name}"')
    yield OrdinaryPenalty.objects.get(pk=made.pk)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints=OFF")


@pytest.mark.parametrize(
    ("forbids", "record", "refused"),
    [
        (Q(fine__gt=100), OrdinaryPenalty(fine=None), False),  # unknown passes a CHECK
        (Q(fine__gt=100), OrdinaryPenalty(fine=101), True),
        (~Q(result="punished"), OrdinaryPenalty(result="minor"), True),
        (NEVER, OrdinaryPenalty(fine=1), False),
    ],
)
def test_a_constraint_refuses_only_what_is_known(forbids, record, refused):
    assert violates(forbids, record) is refused


def test_a_lookup_that_memory_cannot_answer_is_named():
    with pytest.raises(UnknownLookup, match="title__icontains"):
        list(columns(Q(grave=True) & ~Q(title__icontains="x")))
