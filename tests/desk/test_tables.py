"""统计表: every cell leads to its records, and a table that does not balance says so before it is printed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from fadu.desk import tables
from fadu.figures.disclosure_table import Balance
from tests.desk.test_books import text_of
from tests.procedures.test_disclosure import registered

pytestmark = pytest.mark.django_db


def test_the_table_of_requests_leads_to_its_cases_and_says_that_it_balances(desk, bureau, monkeypatch):
    registered(bureau)
    where = {"region": bureau.region.code, "year": 2026}
    text = text_of(desk.get(reverse("desk:disclosure_table"), where))
    assert "勾稽关系全部相符" in text
    assert "disclosure.received.natural/?" in text
    listed = text_of(desk.get(reverse("desk:figure", args=["disclosure.carried_on.natural"]), where))
    assert "申请公开" in listed
    wrong = Balance("新收加结转", "总计", 2, 3)
    monkeypatch.setattr(tables.disclosure_table, "balances", lambda _table: [wrong])
    assert "2 ≠ 3" in text_of(desk.get(reverse("desk:disclosure_table"), where))
