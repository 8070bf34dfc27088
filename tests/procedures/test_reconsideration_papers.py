"""The papers of a whole reconsideration under either law, and what the law of 2017 had otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fadu.documents import docx
from fadu.engine import papers
from fadu.engine.changes import correct
from fadu.engine.conditions import holds
from fadu.engine.file import open_file
from fadu.engine.refusals import Refused
from tests.procedures.reconsideration_cases import DAY, FOUND, GROUNDED, MET, OLD_DAY, SAT, Office
from tests.procedures.test_papers import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(bureau):
    return Office(bureau)


def issued(office, on):
    """Every paper that applies, by its kind, as words."""
    file = open_file(office.case)
    found = {}
    for step in file.edition(on).steps:
        for document in step.yields:
            if file.done(step) and holds(document.only, file.record):
                paper = papers.issue(office.case, document.key, by=office.officer, on=on)
                assert docx.render(papers.compose(paper))[:2] == b"PK"
                found[document.key] = words(papers.compose(paper))
    return found


def whole(office, on):
    """A case with everything: heard, stayed, suspended, extended, decided, not performed, with an opinion letter."""
    new = on >= date(2024, 1, 1)
    office.answered(on, major=True) if new else office.answered(on)
    hearing = date(on.year, on.month, 24)
    told = {"hearing_at": f"{hearing}T09:00+08:00", "hearing_place": "听证室", "hearing_matters": "事实"}
    if new:
        office.take("listening", on, outcome="heard", heard_by="phone", views="坚持")
        office.take("hearing_notice", on, **told)
        office.take("hearing", hearing, **SAT)
        office.take("consultation", hearing, committee_opinion="建议撤销")
    else:
        office.take("hearing", hearing, hearing_record="听证笔录", **told)
    office.take("stay", hearing, stay_ground="organ")
    office.take("suspension", hearing, suspension_ground="other_case")
    later = date(on.year, on.month + 1, 8)
    office.take("resumption", later)
    by = None if new else [office.head]
    office.take("extension", later, by=by, extension_days=30, extension_reason="案情复杂")
    office.take("proposal", later, **FOUND, **({} if new else {"examiners": 2}))
    facts = {"ground": "unclear", "redo": True, **GROUNDED}
    office.take("decision", later, outcome="revoked", **facts)
    office.take("service", later)
    office.take("order", later, order_by=date(on.year, on.month + 3, 1))
    office.take("opinion", later, opinion_to="测试县市场监督管理局", opinion="程序不规范")
    return issued(office, later)


NEW_LAW = {
    "acceptance_notice": ("普通程序", "《行政复议法》第三十条第一款", "第六十二条第一款"),
    "answer_notice": ("十日内", "第四十八条", "第七十条"),
    "reconsideration_hearing_notice": ("听证室", "第五十一条第一款"),
    "suspension_notice": ("第三十九条第一款第（八）项",),
    "extension_notice": ("行政复议机构的负责人批准", "30日"),
    "reconsideration_decision": ("撤销该行政行为", "第六十四条第一款第（一）项", "六十日内重新作出", "十五日内"),
    "performance_order": ("第七十七条第二款",),
    "opinion_letter": ("第七十六条", "六十日内"),
}
OLD_LAW = {
    "acceptance_notice": ("第十七条第二款", "第三十一条第一款"),
    "answer_notice": ("十日内", "第二十三条第一款", "第二十八条第一款第（四）项"),
    "suspension_notice": ("第四十一条第一款第（七）项",),
    "extension_notice": ("行政复议机关的负责人批准",),
    "reconsideration_decision": ("撤销该行政行为", "第二十八条第一款第（三）项", "第四十九条第一款"),
    "performance_order": ("第三十二条第二款",),
    "opinion_letter": ("第五十七条第一款",),
}


@pytest.mark.parametrize(("on", "expected"), [(DAY, NEW_LAW), (OLD_DAY, OLD_LAW)], ids=["2023", "2017"])
def test_each_paper_states_what_its_law_asks(office, on, expected):
    found = whole(office, on)
    assert set(found) >= set(expected) | {"stay_notice", "resumption_notice", "hearing_minutes", "review_report"}
    for kind, items in expected.items():
        for item in items:
            assert item in found[kind], (kind, item, found[kind])


def test_the_reasons_of_a_decision_cannot_be_taken_out(office):  # 第六十一条第一款
    office.decided(kind="upheld", ground="sound")
    with pytest.raises(Refused, match="决定的理由"):
        correct(office.case, {"reasons": ""}, "测试", by=office.head, on=DAY)


def test_a_step_asks_as_many_questions_in_a_long_case_as_in_a_short_one(office):
    office.answered()
    counts = []
    for _ in range(3):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            office.take("file_reading")
        counts.append(len(asked))
    assert counts[1] == counts[2]


# --- 2017 -------------------------------------------------------------------------------------------------------------


def test_what_is_received_is_accepted_unless_refused_in_five_days(office):  # 2017年第十七条
    office.open(OLD_DAY)
    assert office.due("screening") == date(2023, 4, 11)  # five working days, 清明 left out
    with pytest.raises(Refused, match="受理日期就是收到日期"):
        office.take("acceptance", date(2023, 4, 6), accepted_on=date(2023, 4, 6))
    office.take("acceptance", date(2023, 4, 6), accepted_on=OLD_DAY)
    assert office.due("decision") == date(2023, 6, 2)  # 第三十一条第一款: sixty days from the receipt
    assert office.due("sending") == date(2023, 4, 13)  # 第二十三条第一款, 第四十条第二款


def test_the_old_law_counts_ten_days_by_the_calendar(office):  # 2017年第四十条第二款 names only five and seven
    office.answered(OLD_DAY)
    assert office.due("answer") == date(2023, 4, 13)


def test_the_time_of_correcting_is_left_out(office):  # 2007年条例第二十九条
    office.open(OLD_DAY)
    office.take("correction_notice", OLD_DAY, correction_items="身份证明", correct_by=date(2023, 4, 20))
    with pytest.raises(Refused, match="补正期限没有届满"):
        office.take("abandonment", date(2023, 4, 20))
    office.take("correcting", date(2023, 4, 13))
    office.take("acceptance", date(2023, 4, 13), accepted_on=OLD_DAY)
    assert office.due("decision") == date(2023, 6, 12)  # ten days more


def test_the_old_law_had_no_summary_procedure_nor_deemed_acceptance(office):
    office.open(OLD_DAY)
    keys = {step.key for step in open_file(office.case.pk).edition(OLD_DAY).steps}
    assert not keys & {"deemed_acceptance", "conversion", "consultation", "hearing_notice"}


def test_what_another_organ_should_have_is_forwarded_in_seven_working_days(office):  # 2017年第十八条
    office.open(OLD_DAY)
    office.take("forwarding", date(2023, 4, 10), competent="示例市某局")
    assert office.closed


def test_a_case_begun_under_the_old_law_goes_on_under_the_new(office):
    office.accepted(date(2023, 12, 25))
    assert office.due("decision") == date(2024, 2, 23)  # by the rule under which it began
    office.take("allocation", date(2024, 1, 2), examiners=2)
    office.take("sending", date(2024, 1, 2))
    office.take("reaching", date(2024, 1, 3))
    assert office.due("answer") == date(2024, 1, 17)  # begun under the new law: working days
    office.take("answer", date(2024, 1, 4), answer="维持", evidence_handed=True)
    with pytest.raises(Refused, match="尚未办理：听取当事人的意见"):
        office.take("proposal", date(2024, 1, 5), **FOUND)
    assert set(MET)
