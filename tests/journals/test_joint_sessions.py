"""府院联动: a session is entered; its matters stand on the list until settled, once, not before they were listed."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.figures.catalogue import find
from fadu.figures.count import value
from fadu.figures.figure import Scope
from fadu.journals.entry import JournalRefused, enter, strike
from fadu.journals.joint_sessions import JointSession, ListedMatter, settle
from fadu.ledger.book import entries

pytestmark = pytest.mark.django_db
DAY = date(2025, 4, 1)


@pytest.fixture
def matter(bureau):
    enter(JointSession(organ=bureau.organ, on=DAY, title="府院联席会议", court="测试县人民法院"), by=bureau.clerk)
    return enter(
        ListedMatter(organ=bureau.organ, on=DAY, session="府院联席会议", matter="送达地址确认"), by=bureau.clerk
    )


def test_a_matter_is_settled_with_its_ledger_entry(bureau, matter):
    settled = settle(matter, on=date(2025, 6, 3), progress="已经统一文书", by=bureau.clerk)
    assert not settled.unsettled
    assert [each.act for each in entries(matter.stream)] == ["enter", "settle"]
    scope = Scope("990101", 2025)
    assert [value(find(key), scope) for key in ("joint_sessions.held", "listed_matters.settled")] == [1, 1]


@pytest.mark.parametrize(
    ("on", "progress", "said"),
    [
        (date(2025, 3, 31), "已经解决", "不能早于列入清单"),
        (date(2025, 6, 3), " ", "须写明怎样解决"),
    ],
)
def test_a_matter_is_settled_after_it_was_listed_and_in_words(bureau, matter, on, progress, said):
    with pytest.raises(JournalRefused, match=said):
        settle(matter, on=on, progress=progress, by=bureau.clerk)
    matter.refresh_from_db()
    assert matter.unsettled


def test_a_matter_is_settled_once_and_not_after_it_was_struck(bureau, matter):
    settle(matter, on=date(2025, 6, 3), progress="已经解决", by=bureau.clerk)
    with pytest.raises(JournalRefused, match="已于2025-06-03解决到位"):
        settle(matter, on=date(2025, 7, 1), progress="又解决", by=bureau.clerk)
    strike(matter, on=date(2025, 7, 1), reason="重复", by=bureau.clerk)
    with pytest.raises(JournalRefused, match="注销"):
        settle(matter, on=date(2025, 7, 1), progress="又解决", by=bureau.clerk)
