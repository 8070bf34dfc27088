"""The organ that acted: an application handed in with it, and its answer to the reconsideration organ."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.refusals import Refused
from tests.procedures.test_litigation_response import Matter

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 1)
NEW = date(2026, 7, 1)  # a Wednesday


def handed_in(bureau, on=DAY):
    matter = Matter(bureau, "reconsideration_hand_in", on)
    matter.take("hand_in", on, penalty="on_the_spot", act="当场处罚决定")
    return matter


def test_what_is_to_stand_is_forwarded_within_five_working_days(bureau):  # 第三十二条第二款
    matter = handed_in(bureau)
    assert matter.due("forwarding") == date(2024, 4, 9)
    with pytest.raises(Refused, match="尚未办理：转送行政复议机关"):
        matter.take("closing")
    matter.take("forwarding", date(2024, 4, 9), forwarded_to="测试县人民政府")
    matter.take("closing", date(2024, 4, 9))


def test_what_is_wrong_is_set_right_and_told_within_five_working_days(bureau):  # 条例第三十八条第一款
    matter = handed_in(bureau, NEW)
    assert matter.due("self_correction") == date(2026, 7, 8)
    facts = {"correction": "revoked", "correction_content": "撤销该决定"}
    matter.take("self_correction", NEW, by=bureau.head, **facts)
    with pytest.raises(Refused, match="不适用"):
        matter.take("forwarding", NEW, forwarded_to="测试县人民政府")
    with pytest.raises(Refused, match="尚未办理：告知申请人和行政复议机关"):
        matter.take("closing", NEW)
    matter.take("correction_telling", NEW, insists=True)
    with pytest.raises(Refused, match="尚未办理：告知申请人向行政复议机关申请"):
        matter.take("closing", NEW)  # 第三十八条第二款
    matter.take("redirection", NEW, forwarded_to="测试县人民政府")
    matter.take("closing", NEW)


@pytest.mark.parametrize(
    ("on", "summary", "limit", "last"),
    [
        (DAY, False, "answer", date(2024, 4, 16)),  # 第四十八条: ten working days
        (DAY, True, "summary_answer", date(2024, 4, 9)),  # 第五十四条第一款: five
        (date(2023, 4, 3), False, "answer", date(2023, 4, 13)),  # 2017年第二十三条第一款: ten calendar days
    ],
)
def test_the_respondent_answers_in_time(bureau, on, summary, limit, last):
    matter = Matter(bureau, "reconsideration_answer", on)
    facts = {"reconsideration_organ": "测试县人民政府", "act": "处罚决定"} | ({"summary": True} if summary else {})
    matter.take("copy_receipt", on, **facts)
    assert matter.due(limit) == last
    with pytest.raises(Refused, match="已经提交作出行政行为的证据"):
        matter.take("answer", on, answer="合法")
    matter.take("answer", on, answer="合法", evidence_handed=True)


@pytest.mark.parametrize(("agents", "lawyers", "good"), [(1, False, True), (3, False, False), (1, True, False)])
def test_staff_of_the_respondent_appear_for_it_from_july_2026(bureau, agents, lawyers, good):  # 条例第十八条第二款
    matter = Matter(bureau, "reconsideration_answer", NEW)
    matter.take("copy_receipt", NEW, reconsideration_organ="测试县人民政府", act="处罚决定")
    facts = {"answer": "合法", "evidence_handed": True, "agents": agents, "lawyers_only": lawyers}
    if good:
        matter.take("answer", NEW, **facts)
    else:
        with pytest.raises(Refused, match="应当指定1至2名工作人员"):
            matter.take("answer", NEW, **facts)


def test_a_decision_is_performed(bureau):  # 第七十七条第一款
    matter = Matter(bureau, "reconsideration_answer")
    matter.take("copy_receipt", reconsideration_organ="测试县人民政府", act="处罚决定")
    matter.take("decision_receipt", outcome="performance", duty="三十日内答复", perform_by=date(2024, 5, 6))
    assert matter.due("performing_by") == date(2024, 5, 6)
    with pytest.raises(Refused, match="尚未办理：履行行政复议决定"):
        matter.take("closing")
    matter.take("performance", date(2024, 5, 6), performance="已经答复")
    matter.take("closing", date(2024, 5, 6))
