"""普通程序: what is lawful goes through; what is not is refused with its article."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.acts import open_case
from fadu.engine.clocks import extend, suspend
from fadu.engine.models import Case
from fadu.engine.refusals import Refused
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.organs.models import Certificate
from tests.procedures.penalty_cases import NOW, PROPOSED, Story, decided, ready, served, told

pytestmark = pytest.mark.django_db


def test_a_penalty_goes_from_the_lead_to_the_closed_file(farm):
    story = served(farm)
    story.take("payment", date(2024, 4, 20), facts={"paid": 5000})
    story.take("performance", date(2024, 4, 20))
    story.take("closing", date(2024, 4, 22), [farm.head])
    story.case.refresh_from_db()
    assert (story.case.closed_on, story.case.outcome) == (date(2024, 4, 22), "punished")


# --- 立案、追责期限、调查 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "ended", "grave", "found", "lawful"),
    [
        (date(2022, 4, 1), None, False, date(2024, 4, 1), True),
        (date(2022, 3, 31), None, False, date(2024, 4, 1), False),
        (date(2019, 4, 1), None, True, date(2024, 4, 1), True),
        (date(2019, 3, 31), None, True, date(2024, 4, 1), False),
        (date(2015, 1, 1), date(2023, 6, 1), False, date(2024, 4, 1), True),
        (date(2015, 1, 1), date(2021, 6, 1), False, date(2024, 4, 1), False),
        (date(2015, 1, 1), date(2021, 6, 1), True, date(2024, 4, 1), True),
    ],
)
def test_an_act_found_after_two_or_five_years_is_not_punished(
    farm, committed, ended, grave, found, lawful
):  # 第三十六条
    story = Story(farm, found)
    story.find(found, committed_on=committed, ended_on=ended, five_years=grave)
    if lawful:
        story.file(found)
    else:
        with pytest.raises(Refused, match="第三十六条"):
            story.file(found)


def test_an_act_that_the_inquiry_shows_to_be_barred_is_not_punished(farm):  # 第三十六条
    story = ready(farm, committed_on=date(2022, 3, 1))
    with pytest.raises(Refused, match="第三十六条"):
        story.tell(date(2024, 4, 11))
    story.take("end_of_inquiry", date(2024, 4, 11), facts={"suggested": "barred"})
    facts = {"reason": "已过追责期限"}
    story.take("decision", date(2024, 4, 12), [farm.head], outcome="barred", facts=facts)


@pytest.mark.parametrize(("fact", "article"), [("under_fourteen", "第三十条"), ("incapable", "第三十一条")])
def test_whoever_cannot_answer_for_the_act_is_not_punished(farm, fact, article):  # 第三十条、第三十一条
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1), **{fact: True})
    with pytest.raises(Refused, match=article):
        story.file(date(2024, 4, 2))


def test_a_township_names_the_decision_that_gave_it_the_power(farm):  # 第二十四条第一款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1))
    with pytest.raises(Refused, match="第二十四条第一款"):
        story.take("filing", date(2024, 4, 2), [farm.head], facts={"jurisdiction": "township", "entitled": True})


def test_filing_is_the_heads(farm):
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1))
    with pytest.raises(Refused, match="行政机关负责人"):
        story.take("filing", date(2024, 4, 2), facts={"jurisdiction": "place", "entitled": True})


def test_a_case_not_filed_is_closed(farm):  # 第五十四条第二款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1))
    story.take("not_filing", date(2024, 4, 2), [farm.head], facts={"not_filed_ground": "没有违法事实"})
    assert Case.objects.get(pk=story.case.pk).closed_on == date(2024, 4, 2)


def test_an_inquiry_does_not_end_before_the_case_is_filed(farm):  # 第五十四条第二款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1))
    with pytest.raises(Refused, match="调查终结"):
        story.take("end_of_inquiry", date(2024, 4, 2), facts={"suggested": "punished", "facts_found": "甲"})


def test_inquiry_takes_two_officers(farm):  # 第四十二条第一款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    with pytest.raises(Refused, match="第四十二条第一款"):
        story.take("inquiry", date(2024, 4, 3), [farm.officer], facts={"shown": True})


def test_an_expired_certificate_does_not_act(farm):  # 第四十二条第一款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    Certificate.objects.filter(person=farm.second).update(valid_until=date(2024, 4, 2))
    with pytest.raises(Refused, match="李示例当日没有本领域有效的行政执法证件"):
        story.take("inquiry", date(2024, 4, 3), facts={"shown": True})


def test_certificates_are_shown(farm):  # 第五十五条第一款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    with pytest.raises(Refused, match="已出示执法证件（《行政处罚法》第五十五条第一款）"):
        story.take("inquiry", date(2024, 4, 3))


@pytest.mark.parametrize(
    ("preserved", "due"),
    [
        (date(2024, 4, 3), date(2024, 4, 15)),  # 清明三天在内，4月7日调休上班
        (date(2024, 9, 26), date(2024, 10, 11)),  # 国庆七天不算，9月29日调休上班
        (date(2025, 9, 26), date(2025, 10, 13)),
    ],
)
def test_preserved_evidence_is_dealt_with_in_seven_working_days(farm, preserved, due):  # 第五十六条、第八十五条
    story = Story(farm, preserved).find(preserved, committed_on=preserved).file(preserved)
    story.take("preservation_approval", preserved, [farm.head], facts={"preservation_ground": "证据可能灭失"})
    story.take("preservation", preserved, facts={"shown": True, "preserved": "账册一本"})
    assert story.due("preservation") == due


def test_preservation_needs_the_heads_approval(farm):  # 第五十六条
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    with pytest.raises(Refused, match="批准先行登记保存（《行政处罚法》第五十六条）"):
        story.take("preservation", date(2024, 4, 3), facts={"shown": True, "preserved": "账册一本"})


def test_only_market_regulation_preserves_first_and_reports_after(farm):  # 市监程序规定第三十三条第二款
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    facts = {"shown": True, "preserved": "账册一本", "preservation_ground": "证据可能灭失"}
    with pytest.raises(Refused, match="本案情形不适用这一步"):
        story.take("urgent_preservation", date(2024, 4, 3), facts=facts)


def test_a_market_officer_reports_within_twenty_four_hours(bureau):  # 市监程序规定第三十三条第二款
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    story.take("verification", date(2024, 4, 1), facts={"checked": "属实"})
    story.file(date(2024, 4, 2))
    at = datetime(2024, 4, 3, 15, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    facts = {"shown": True, "preserved": "账册一本", "preservation_ground": "证据可能灭失"}
    story.take("urgent_preservation", date(2024, 4, 3), facts=facts, at=at)
    assert (story.due("preservation_report"), story.due("urgent_preservation")) == (date(2024, 4, 4), date(2024, 4, 15))


def test_what_the_cameras_recorded_is_checked_before_it_is_evidence(farm):  # 第四十一条第二款
    story = ready(farm, surveilled=True).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    with pytest.raises(Refused, match="第四十一条第二款"):
        story.decide(date(2024, 4, 15))


# --- 告知、陈述和申辩 -------------------------------------------------------------------------------------------------


def test_nobody_is_punished_who_was_not_told(farm):  # 第六十二条
    with pytest.raises(Refused, match="第六十二条"):
        ready(farm, suggested="minor").decide(date(2024, 4, 15))


def test_nobody_is_punished_unheard(farm):  # 第四十五条第一款、第六十二条
    with pytest.raises(Refused, match="第四十五条第一款"):
        told(farm).decide(date(2024, 4, 15))


def test_the_notice_says_what_is_proposed(farm):  # 第四十四条
    story = ready(farm)
    with pytest.raises(Refused, match="应当告知拟作出的行政处罚内容（《行政处罚法》第四十四条）"):
        story.take("notice", date(2024, 4, 11), facts={"basis": "《食品安全法》"})


def test_an_explicit_waiver_is_enough(farm):  # 第六十二条
    story = told(farm)
    story.take("waiver", date(2024, 4, 11), [farm.clerk])
    story.decide(date(2024, 4, 12))


def test_silence_is_no_waiver_before_the_day_in_the_notice(farm):  # 第六十二条
    story = told(farm, defend_by=date(2024, 4, 18))
    with pytest.raises(Refused, match="告知书载明的陈述、申辩期限尚未届满"):
        story.take("silence", date(2024, 4, 18))
    story.take("silence", date(2024, 4, 19))
    story.decide(date(2024, 4, 19))


def test_without_a_day_in_the_notice_there_is_no_silence(farm):  # 第六十二条
    with pytest.raises(Refused, match="本案情形不适用这一步"):
        told(farm).take("silence", date(2024, 6, 1))


@pytest.mark.parametrize(
    ("sentence", "lawful"),
    [
        ({}, True),
        ({"fine": Decimal(4999)}, True),
        ({"fined": False, "fine": None, "warned": True}, False),
        ({"fine": Decimal("5000.01")}, False),
        ({"warned": True}, False),
        ({"forfeited_income": True, "income": Decimal(10)}, False),
        ({"licence_revoked": True}, False),
    ],
)
def test_the_decision_is_not_heavier_for_the_defence(farm, sentence, lawful):  # 第四十五条第二款
    story = told(farm).listen(date(2024, 4, 12))
    if lawful:
        story.decide(date(2024, 4, 15), **sentence)
    else:
        with pytest.raises(Refused, match="不得因当事人陈述、申辩而给予更重的处罚"):
            story.decide(date(2024, 4, 15), **sentence)


def test_after_the_defence_only_new_facts_bring_a_new_notice(farm):  # 第四十五条第二款
    story = told(farm).listen(date(2024, 4, 12))
    heavier = {"basis": "《食品安全法》", **PROPOSED, "proposed_fine": Decimal(8000)}
    with pytest.raises(Refused, match="须写明新的事实、证据"):
        story.take("notice", date(2024, 4, 15), facts=heavier)
    story.take("notice", date(2024, 4, 15), facts=heavier | {"new_facts": "另查明销售五件"})


def test_a_new_notice_is_served_and_answered_anew(farm):  # 第四十四条、第六十二条
    story = told(farm).listen(date(2024, 4, 12))
    story.tell(date(2024, 4, 15), new_facts="另查明销售五件", proposed_fine=Decimal(8000))
    with pytest.raises(Refused, match="第六十二条"):
        story.decide(date(2024, 4, 16), fine=Decimal(8000))
    story.listen(date(2024, 4, 16)).decide(date(2024, 4, 16), fine=Decimal(8000))


# --- 法制审核和集体讨论 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fact", ["public_interest", "difficult", "other_law"])
def test_four_kinds_of_case_are_reviewed_before_the_decision(farm, fact):  # 第五十八条第一款
    story = ready(farm, **{fact: True}).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    with pytest.raises(Refused, match="第五十八条第一款"):
        story.decide(date(2024, 4, 15))
    story.review(date(2024, 4, 15)).decide(date(2024, 4, 15))


@pytest.mark.parametrize("outcome", ["corrected", "supplemented", "refused"])
def test_a_review_not_passed_blocks_the_decision_until_it_is(farm, outcome):  # 第五十八条第一款
    story = ready(farm, difficult=True).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    story.review(date(2024, 4, 15), outcome)
    with pytest.raises(Refused, match="未经法制审核或者审核未通过的，不得作出决定"):
        story.decide(date(2024, 4, 16))
    story.review(date(2024, 4, 16)).decide(date(2024, 4, 16))
    assert story.record.review_corrected


def test_who_handled_the_case_does_not_review_it(farm):  # 第五十八条第一款
    farm.reviewer.posts.create(organ=farm.organ, kind="officer", scope="own", since=date(2018, 1, 1))
    Certificate.objects.create(
        person=farm.reviewer, organ=farm.organ, number="T9", domain="agriculture",
        issued_on=date(2020, 1, 1), valid_until=date(2030, 1, 1),
    )  # fmt: skip
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    story.take("inquiry", date(2024, 4, 8), [farm.officer, farm.reviewer], facts={"shown": True})
    story.inquire(date(2024, 4, 10), difficult=True)
    with pytest.raises(Refused, match="孙审核办理过"):
        story.review(date(2024, 4, 11))


def test_a_first_reviewer_is_a_jurist(farm):  # 第五十八条第二款
    story = ready(farm, difficult=True)
    story.take("review_request", date(2024, 4, 11))
    facts = {"review_opinion": "同意", "first_review": True}
    with pytest.raises(Refused, match="第五十八条第二款"):
        story.take("review", date(2024, 4, 11), [farm.reviewer], outcome="agreed", facts=facts)
    story.take("review", date(2024, 4, 11), [farm.reviewer], outcome="agreed", facts=facts | {"jurist": True})


def test_the_heads_deliberate_on_a_grave_case(farm):  # 第五十七条第二款
    story = ready(farm, grave=True).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    with pytest.raises(Refused, match="第五十七条第二款"):
        story.decide(date(2024, 4, 15))
    story.deliberate(date(2024, 4, 15)).decide(date(2024, 4, 15))


# --- 决定和送达 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "facts", "missing"),
    [
        ("minor", {"reason": "轻微并及时改正"}, "第三十三条第三款"),
        ("first_offence", {"reason": "初次违法"}, "第三十三条第三款"),
        ("no_fault", {"reason": "进货查验齐全"}, "第三十三条第三款"),
        ("unfounded", {}, "第五十七条第一款"),
        ("underage", {}, "第五十七条第一款"),
        ("incapable", {}, "第五十七条第一款"),
        ("barred", {}, "第五十七条第一款"),
        ("referred", {"reason": "涉嫌犯罪"}, "第二十七条第一款"),
    ],
)
def test_every_other_decision_has_its_ground(farm, outcome, facts, missing):  # 第三十三条、第五十七条第一款
    story = ready(farm, suggested=outcome)
    with pytest.raises(Refused, match=missing):
        story.take("decision", date(2024, 4, 12), [farm.head], outcome=outcome, facts=facts)
    complete = {
        "referred": {"reason": "涉嫌犯罪", "police": "测试县公安局"},
        "minor": {"reason": "轻微", "educated": True},
        "first_offence": {"reason": "初次", "educated": True},
        "no_fault": {"reason": "没有过错", "educated": True},
    }.get(outcome, {"reason": "依法不予处罚"})
    story.take("decision", date(2024, 4, 12), [farm.head], outcome=outcome, facts=complete)
    assert story.record.result == outcome


def test_who_is_between_fourteen_and_eighteen_is_punished_more_lightly(farm):  # 第三十条
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1), under_eighteen=True).file(date(2024, 4, 2))
    story.inquire(date(2024, 4, 10)).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    with pytest.raises(Refused, match="第三十条"):
        story.decide(date(2024, 4, 15))
    story.decide(date(2024, 4, 15), discretion="mitigated")


@pytest.mark.parametrize(("fact", "article"), [("fined_before", "第二十九条"), ("fined_in_crime", "第三十五条第二款")])
def test_nobody_is_fined_twice(farm, fact, article):  # 第二十九条、第三十五条第二款
    with pytest.raises(Refused, match=article):
        told(farm).listen(date(2024, 4, 12)).decide(date(2024, 4, 15), **{fact: True})


@pytest.mark.parametrize("missing", ["facts_clear", "verified", "correction", "basis"])
def test_a_penalty_rests_on_facts_evidence_basis_and_an_order_to_correct(
    farm, missing
):  # 第四十条、第四十六条、第五十九条
    with pytest.raises(Refused):
        told(farm).listen(date(2024, 4, 12)).decide(date(2024, 4, 15), **{missing: ""})


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        (date(2024, 4, 2), date(2024, 7, 1)),
        (date(2023, 11, 20), date(2024, 2, 18)),  # 末日是春节调休日后的周日；机关期限不顺延
        (date(2025, 1, 1), date(2025, 4, 1)),
    ],
)
def test_a_case_is_decided_within_ninety_days_of_filing(farm, filed, due):  # 第六十条
    story = Story(farm, filed).find(filed, committed_on=filed).file(filed)
    assert story.due("decision") == due


def test_only_a_department_with_a_rule_lengthens_the_ninety_days(farm):  # 第六十条
    story = Story(farm, date(2024, 4, 1)).find(date(2024, 4, 1)).file(date(2024, 4, 2))
    with pytest.raises((Refused, KeyError)):
        extend(story.case, "decision", "complex", M.days(30), by=farm.head, on=date(2024, 6, 1))


def test_market_regulation_adds_thirty_days_and_leaves_out_the_hearing(bureau):  # 市监程序规定第六十四条
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    story.take("verification", date(2024, 4, 1), facts={"checked": "属实"})
    story.file(date(2024, 4, 2))
    assert story.due("market_decision") == date(2024, 7, 1)
    extend(story.case, "market_decision", "complex", M.days(30), by=bureau.head, on=date(2024, 6, 1))
    assert story.due("market_decision") == date(2024, 7, 31)
    with pytest.raises(Refused):
        extend(story.case, "market_decision", "complex", M.days(30), by=bureau.head, on=date(2024, 6, 2))
    suspend(story.case, "market_decision", "hearing", by=bureau.head, on=date(2024, 6, 10))


def test_a_lead_in_market_regulation_is_checked_within_fifteen_working_days(bureau):  # 市监程序规定第十八条第一款
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    assert story.due("market_filing") == date(2024, 4, 23)


def market(bureau, **facts) -> Story:
    """A market case whose party was heard."""
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    story.take("verification", date(2024, 4, 1), facts={"checked": "属实"})
    return (
        story.file(date(2024, 4, 2))
        .inquire(date(2024, 4, 10), **facts)
        .tell(date(2024, 4, 11))
        .listen(date(2024, 4, 12))
    )


def test_in_market_regulation_every_other_case_is_reviewed_too(bureau):  # 市监程序规定第五十二条第一款
    story = market(bureau)
    with pytest.raises(Refused, match="案件审核（《市场监督管理行政处罚程序规定》第五十二条第一款）"):
        story.decide(date(2024, 4, 15))
    story.examine(date(2024, 4, 15), "corrected")
    with pytest.raises(Refused, match="应当进行案件审核"):
        story.decide(date(2024, 4, 15))
    story.examine(date(2024, 4, 15)).decide(date(2024, 4, 15))


def test_a_market_handler_does_not_review_his_case(bureau):  # 市监程序规定第四十九条第三款
    story = market(bureau)
    story.take("review_request", date(2024, 4, 15))
    with pytest.raises(Refused, match="张测试办理过"):
        story.take(
            "case_review",
            date(2024, 4, 15),
            [bureau.officer],
            outcome="agreed",
            facts={"case_review_opinion": "同意"},
        )


def test_market_heads_deliberate_on_what_the_legal_office_reviews(bureau):  # 市监程序规定第六十条第二款
    story = market(bureau, difficult=True).review(date(2024, 4, 15))
    with pytest.raises(Refused, match="负责人集体讨论"):
        story.decide(date(2024, 4, 16))
    story.deliberate(date(2024, 4, 16)).decide(date(2024, 4, 16))


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2024, 4, 15), date(2024, 4, 24)),
        (date(2024, 4, 26), date(2024, 5, 9)),  # 劳动节五天，4月28日调休上班
        (date(2025, 9, 26), date(2025, 10, 13)),
    ],
)
def test_the_decision_is_served_within_seven_working_days(farm, on, due):  # 第六十一条第一款、第八十五条
    story = Story(farm, on).find(on, committed_on=on).file(on).inquire(on).tell(on).listen(on).decide(on)
    assert story.due("service") == due


def test_market_regulation_tells_the_party_of_publication_when_it_serves(bureau):  # 公示规定第八条
    story = Story(bureau, date(2024, 4, 1)).find(date(2024, 4, 1), market=True)
    story.take("verification", date(2024, 4, 1), facts={"checked": "属实"})
    story.file(date(2024, 4, 2)).inquire(date(2024, 4, 10)).tell(date(2024, 4, 11)).listen(date(2024, 4, 12))
    story.examine(date(2024, 4, 12)).decide(date(2024, 4, 15))
    with pytest.raises(Refused, match="公示规定》第八条"):
        story.serve(date(2024, 4, 15))
    story.serve(date(2024, 4, 15), told_publicity=True)


def test_a_case_is_not_closed_before_it_is_performed(farm):  # 第六十六条第一款
    story = served(farm)
    with pytest.raises(Refused, match="处罚决定尚未履行完毕"):
        story.take("closing", date(2024, 5, 6), [farm.head])


def test_a_decision_taken_over_needs_no_step_before_it(farm):  # 第四十七条
    facts = {
        "taken_over": True, "result": "punished", "fined": True, "fine": Decimal(200), "decided_on": date(2023, 1, 5),
        "decision_number": "测农罚〔2023〕1号",
    }  # fmt: skip
    case = open_case(
        "penalty_ordinary", organ=farm.organ, title="旧案", by=farm.clerk, on=date(2023, 1, 5), facts=facts, now=NOW
    )
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_case_begun_under_the_old_law_goes_on_under_the_new(farm):  # 程序从新
    story = Story(farm, date(2021, 7, 1)).find(date(2021, 7, 1), committed_on=date(2021, 6, 1))
    story.take("inquiry", date(2021, 7, 5), facts={"shown": True})
    story.take("end_of_inquiry", date(2021, 7, 9), facts={"suggested": "punished", "facts_found": "无证经营"})
    story.file(date(2021, 7, 16)).tell(date(2021, 7, 19)).listen(date(2021, 7, 20)).decide(date(2021, 7, 21))
    assert [taken.edition for taken in story.case.taken.all()] == ["2017"] * 3 + ["2021"] * 5


def test_nothing_is_decided_twice(farm):
    with pytest.raises(Refused):
        decided(farm).decide(date(2024, 4, 16))
