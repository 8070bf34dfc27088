"""责令改正: ordered with a day of its own, rechecked, and closed or taken on as a penalty."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine import papers
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from tests.procedures.measure_cases import DAY, Matter
from tests.procedures.test_papers import words

pytestmark = pytest.mark.django_db

ORDER = {
    "violation": "未公示食品经营许可证",
    "violated": "《食品经营许可和备案管理办法》",
    "requirements": "在经营场所显著位置公示许可证",
    "correct_by": date(2024, 4, 15),
}
LATER = date(2024, 4, 16)


def ordered(bureau, on=DAY, **facts):
    matter = Matter(bureau, "rectification_order", on)
    matter.take("order", on, facts={**ORDER, **facts})
    matter.take("service", on)
    return matter


def test_an_order_that_is_followed_is_closed(bureau):  # 第二十八条第一款
    matter = ordered(bureau)
    with pytest.raises(Refused, match="本案情形不适用"):
        matter.take("closing", LATER)
    matter.take("recheck", LATER, outcome="corrected", facts={"recheck": "已公示"})
    matter.take("closing", LATER)
    assert matter.closed


def test_the_last_day_is_the_one_in_the_notice(bureau):  # 第二十八条第一款: the law gives no number of days
    deadline = Deadline.objects.get(case=ordered(bureau).case, limit="correction")
    assert (deadline.due_on, deadline.whose) == (ORDER["correct_by"], "party")


def test_an_order_names_a_day_or_says_at_once(bureau):  # 第二十八条第一款 “改正或者限期改正”
    with pytest.raises(Refused, match="第二十八条第一款"):
        ordered(bureau, correct_by=None)
    ordered(bureau, correct_by=None, at_once=True)


def test_a_day_before_the_order_is_refused(bureau):
    with pytest.raises(Refused, match="改正期限不能早于责令改正之日"):
        ordered(bureau, correct_by=date(2024, 3, 31))


def test_two_officers_order(bureau):  # 第四十二条第一款
    matter = Matter(bureau, "rectification_order")
    with pytest.raises(Refused, match="不得少于2人"):
        matter.take("order", by=[bureau.officer], facts=ORDER)


def test_who_does_not_follow_is_taken_on_as_a_penalty(bureau):  # 第五十四条第二款
    matter = ordered(bureau)
    matter.take("recheck", LATER, outcome="refused", facts={"recheck": "仍未公示"})
    matter.take("to_penalty", LATER)
    matter.take("closing", LATER)
    assert matter.closed


def test_a_part_that_is_left_is_rechecked_again(bureau):
    matter = ordered(bureau)
    matter.take("recheck", LATER, outcome="partly", facts={"recheck": "部分公示"})
    matter.take("recheck", date(2024, 4, 20), outcome="corrected", facts={"recheck": "已公示"})
    assert matter.record.result == "corrected"


def test_an_order_before_the_new_law_runs_without_an_article_that_was_not_seen(bureau):  # 2017年版未见原文
    day = date(2020, 9, 1)
    matter = ordered(bureau, day, correct_by=date(2020, 9, 15))
    assert not Deadline.objects.get(case=matter.case, limit="correction").seen
    paper = papers.issue(matter.case, "rectification_notice", by=bureau.officer, on=day)
    said = words(papers.compose(paper))
    assert "第二十八条" not in said
    assert "2020年9月15日前改正" in said


def test_the_notice_says_what_how_and_by_when(bureau):  # 第二十八条第一款
    matter = ordered(bureau)
    said = words(papers.compose(papers.issue(matter.case, "rectification_notice", by=bureau.officer, on=DAY)))
    for item in ("未公示食品经营许可证", "2024年4月15日前改正", "显著位置公示", "六十日内"):
        assert item in said
