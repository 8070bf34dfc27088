"""My work: what I handle or assist in, nearest last day first, page by page, at a fixed cost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Q

from fadu.engine.models import Case
from fadu.engine.worklist import open_cases

DAY = date(2026, 1, 5)


@pytest.fixture
def many(bureau):
    def one(n, **more):
        return Case.objects.create(
            number=f"测{n}", procedure="toy", title="x", organ=bureau.organ, region=bureau.region, domain="market",
            opened_on=DAY, **more,
        )  # fmt: skip

    for n in range(9):
        one(n, handler=bureau.officer, next_due_on=DAY + timedelta(days=n % 3) if n % 4 else None)
        one(n + 10, handler=bureau.third, second=bureau.officer, next_due_on=DAY + timedelta(days=n % 4))
        one(n + 20, handler=bureau.third, next_due_on=DAY)
        one(n + 30, handler=bureau.officer, next_due_on=DAY, closed_on=DAY)


def test_pages_together_are_the_whole_list_in_order(many, bureau):
    mine = Case.objects.filter(Q(handler=bureau.officer) | Q(second=bureau.officer), closed_on=None)
    whole = sorted(mine, key=lambda case: (case.next_due_on is None, case.next_due_on or DAY, case.pk))
    seen, behind = [], None
    while page := open_cases(bureau.officer, 4, behind):
        seen += page
        behind = (page[-1].next_due_on, page[-1].pk)
    assert [case.pk for case in seen] == [case.pk for case in whole]


@pytest.mark.parametrize("size", [1, 3])
def test_a_page_costs_the_same_for_one_case_and_for_three(many, bureau, size, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        for case in open_cases(bureau.officer, size):
            assert all((case.organ.name, case.handler.name))
