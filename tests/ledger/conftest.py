"""A small ledger: three matters, five days, seals, one attached file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from fadu.ledger.attachments import attach
from fadu.ledger.book import append
from fadu.ledger.models import Entry
from fadu.ledger.seals import seal

FIRST = date(2025, 3, 3)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Each test's attachments lie apart."""
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def enter(db):
    """Enter one act with what does not matter filled in."""

    def entering(stream: str = "案甲", act: str = "立案", **given) -> Entry:
        wanted = {
            "actor": "张测试", "on": FIRST, "cites": ["penalty-2021/54.2"], "content": {"事由": "示例"},
            "at": noon(FIRST),
        } | given  # fmt: skip
        with transaction.atomic():
            return append(stream, act, **wanted)

    return entering


@pytest.fixture
def ledger(enter) -> list[Entry]:
    """Fourteen entries of 3 to 7 March 2025 (none on the 5th), sealed until the 6th; the third names a file."""
    made = []
    for n, day in enumerate([0, 0, 0, 0, 1, 1, 1, 3, 3, 3, 3, 3, 4, 4]):
        on = FIRST + timedelta(days=day)
        content: dict[str, object] = {"页": n, "罚款": Decimal("50.00"), "备注": 'a "quoted" 字'}
        if n == 2:
            content["证据"] = [attach("现场笔录".encode(), "笔录.txt")]
        made.append(enter("案" + "甲乙丙"[n % 3], "立案" if n < 3 else "调查", on=on, at=noon(on), content=content))
    for day in range(4):
        seal(FIRST + timedelta(days=day), at=noon(FIRST + timedelta(days=day + 1)))
    return made
