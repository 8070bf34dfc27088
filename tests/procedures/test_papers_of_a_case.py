"""Papers of a whole case, issued by the engine from its own snapshot: each tells the same story."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from fadu.documents import docx
from fadu.engine import papers
from fadu.engine.changes import correct
from fadu.engine.conditions import holds
from fadu.engine.file import open_file
from fadu.engine.refusals import Refused
from fadu.engine.service import serve
from fadu.ledger.models import Entry
from tests.procedures.penalty_cases import Story, decided, served, told
from tests.procedures.test_papers import words

pytestmark = pytest.mark.django_db

DAY = date(2024, 4, 15)


@pytest.fixture
def closed(farm):
    """A case decided on 15 April 2024, reviewed by nobody because it was small, paid and performed."""
    story = served(farm)
    story.take("payment", date(2024, 4, 20), facts={"paid": 5000})
    story.take("performance", date(2024, 4, 20))
    return story


def read(story, kind, on=DAY, **more):
    return words(papers.compose(papers.issue(story.case, kind, by=story.bureau.officer, on=on, **more)))


def test_every_document_that_applies_is_issued_and_printed(closed):
    file = open_file(closed.case)
    rule = file.edition(date(2024, 4, 22))
    issued = 0
    for step in rule.steps:
        for document in step.yields:
            if file.done(step) and holds(document.only, file.record):
                paper = papers.issue(closed.case, document.key, by=closed.bureau.officer, on=date(2024, 4, 22))
                assert docx.render(papers.compose(paper))[:2] == b"PK"
                issued += 1
    assert issued >= 8


def test_the_filing_sheet_names_who_approved_and_the_officers_certificates(closed):  # 第五十四条第二款
    said = read(closed, "filing_approval")
    number = closed.bureau.officer.certificates.get().number
    for item in ("赵负责", "张测试", "李示例", number, "甲公司", "违法行为发生地", "2024年4月2日"):
        assert item in said


def test_the_prior_notice_says_what_is_proposed(closed):  # 第四十四条
    said = read(closed, "prior_notice", date(2024, 4, 11))
    assert "罚款5,000元（人民币伍仟元整）" in said
    assert "有权进行陈述和申辩" in said


def test_the_decision_is_numbered_and_the_closing_sheet_names_it(closed):  # 第五十九条第一款
    paper = papers.issue(closed.case, "penalty_decision", by=closed.bureau.officer, on=DAY)
    assert paper.number == "测农罚决〔2024〕1号"
    said = words(papers.compose(paper))
    assert "当事人的陈述、申辩：初次违法，请求从轻" in said
    assert "给予下列行政处罚：罚款五千元。" in said
    assert "测农罚决〔2024〕1号" in read(closed, "closing_approval", date(2024, 4, 22))


def test_a_decision_without_the_partys_address_is_not_issued(farm):  # 第五十九条第一款第（一）项
    story = decided(farm)
    story.case.parties.update(address="")
    with pytest.raises(Refused, match="第五十九条第一款第（一）项"):
        papers.issue(story.case, "penalty_decision", by=farm.officer, on=DAY)


def test_a_refused_paper_gives_its_number_back(farm):
    story = decided(farm)
    story.case.parties.update(address="")
    with pytest.raises(Refused):
        papers.issue(story.case, "penalty_decision", by=farm.officer, on=DAY)
    story.case.parties.update(address="测试县示例街1号")
    assert papers.issue(story.case, "penalty_decision", by=farm.officer, on=DAY).serial == 1


def test_the_deliberation_is_minuted_with_its_dissent(farm):  # 第五十七条第二款
    story = told(farm).listen(date(2024, 4, 12))
    correct(story.case, {"grave": True}, "情节复杂", by=farm.officer, on=date(2024, 4, 12))
    story.deliberate(date(2024, 4, 13))
    said = read(story, "deliberation_record", date(2024, 4, 13))
    for item in ("赵负责：同意", "钱副职：建议减轻（不同意）", "应到2人，实到2人", "给予罚款五千元"):
        assert item in said


TALK = "问：这批食品从哪里进的货？\n答：从乙公司。\n问：有没有票据？\n答：没有。"


def test_an_interview_holds_what_was_asked_and_answered(farm):  # 第五十五条第二款
    story = Story(farm, DAY).find(DAY).file(DAY)
    story.take("inquiry", DAY, facts={"shown": True, "interview": TALK})
    said = read(story, "interview_record")
    assert "这批食品从哪里进的货？从乙公司。" in said
    assert "有权申请回避" in said


def test_what_was_said_is_encrypted_and_enters_the_ledger_as_a_hash(farm):
    story = Story(farm, DAY).find(DAY).file(DAY)
    story.take("inquiry", DAY, facts={"shown": True, "interview": TALK})
    assert not any("乙公司" in entry.content for entry in Entry.objects.filter(stream=story.case.number))
    with connection.cursor() as cursor:
        cursor.execute("SELECT interview FROM procedures_ordinarypenalty")
        assert "乙公司" not in cursor.fetchone()[0]


def test_the_receipt_lists_what_was_served(closed):  # 第六十一条第一款
    paper = papers.issue(closed.case, "penalty_decision", by=closed.bureau.officer, on=DAY)
    serve(
        paper, "direct", by=closed.bureau.officer, second=closed.bureau.second, sent_on=DAY, served_on=DAY,
        receiver="甲公司", place="测试县示例街1号",
    )  # fmt: skip
    said = read(closed, "service_receipt")
    assert "测农罚决〔2024〕1号直接送达测试县示例街1号2024年4月15日" in said


def test_the_same_snapshot_gives_the_same_file(closed):
    paper = papers.issue(closed.case, "penalty_decision", by=closed.bureau.officer, on=DAY)
    assert docx.render(papers.compose(paper)) == docx.render(papers.compose(paper))
