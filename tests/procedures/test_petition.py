"""信访: registered and handed on in fifteen days, classified, led into the lawful procedure or answered in sixty."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine import changes, clocks, papers
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.applying import apply
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from fadu.law.statutes import PETITION_2005, PETITION_2022
from fadu.ledger.book import entries
from fadu.organs.models import Organ
from fadu.procedures.petition import PETITION
from fadu.procedures.petition import PETITION_2005 as PETITION_THEN
from fadu.procedures.petition_review import PETITION_REVIEW, PETITION_REVIEW_2005
from tests.procedures.petition_cases import DAY, NOW, OLD_DAY, Petitioned, claim, old_claim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rules", "law", "chapters"),
    [
        ((PETITION, PETITION_REVIEW), PETITION_2022, range(17, 41)),
        ((PETITION_THEN, PETITION_REVIEW_2005), PETITION_2005, range(14, 37)),
    ],
)
def test_every_article_is_used_or_said_why_not(rules, law, chapters):
    cited = {
        int(cite.article)
        for rule in rules
        for cite in [*(each for step in rule.steps for each in _cites(step)), *(limit.cites for limit in rule.limits)]
        if cite.statute is law
    }
    if law is PETITION_2022:  # the record's columns cite the edition in force
        cited |= {int(column.cites.article) for column in PETITION.record._meta.fields
                  if getattr(column, "cites", None) and column.cites.statute is law}  # fmt: skip
    cited |= {int(rules[0].recusal.cites.article), int(rules[0].application.items[0].cites.article)}
    assert set(chapters) - cited == set(rules[0].unused)


def _cites(step):
    yield step.cites
    yield step.by.cites
    yield from (outcome.cites for outcome in step.outcomes)
    yield from (guard.cites for guard in step.guards)


# --- 提出、登记、告知 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("build", "on", "limit", "last"),
    [
        # 2022: calendar days, for “5个工作日” shows that 日 are not working days
        (Petitioned, DAY, "petition_notice", date(2024, 3, 16)),  # 第二十三条第二款
        (lambda b, on: Petitioned(b, on).registered(on, office=True), DAY, "petition_registration", date(2024, 3, 16)),
        (claim, DAY, "petition_handling", date(2024, 4, 30)),  # 第三十四条
        (
            lambda b, on: claim(b, on).answered(on),
            DAY,
            "petition_review_request",
            date(2024, 4, 1),
        ),  # 第三十五条: 周日顺延
        # 2005
        (Petitioned, OLD_DAY, "petition_notice", date(2021, 3, 16)),  # 第二十二条第二款
        (old_claim, OLD_DAY, "petition_handling", date(2021, 4, 30)),  # 第三十三条
        (lambda b, on: old_claim(b, on).answered(on), OLD_DAY, "petition_review_request", date(2021, 3, 31)),
        (lambda b, on: old_claim(b, on, "suggestion"), OLD_DAY, "petition_handling", date(2021, 4, 30)),  # whatever
    ],
)
def test_the_last_days(bureau, build, on, limit, last):
    assert build(bureau, on).due(limit) == last


def test_what_is_handed_on_is_told_within_fifteen_days_or_objected_to_within_five_working_days(
    bureau,
):  # 第二十三条第三款
    matter = Petitioned(bureau).registered(office=True)
    matter.take("petition_forwarding", outcome="sent", facts={"forwarded_to": "测试县示例局"})
    assert Deadline.objects.get(case=matter.case, limit="petition_registration").met_on == DAY
    matter.take("handing", date(2024, 3, 4))
    assert matter.due("handed_notice") == date(2024, 3, 19)
    assert matter.due("petition_objection") is None
    matter.take("petition_objection", date(2024, 3, 5), facts={"objection": "属于示例镇职权", "not_ours": True})
    matter.take("petition_forwarding", date(2024, 3, 6), outcome="assigned",
                facts={"forwarded_to": "示例镇人民政府", "feedback_by": date(2024, 4, 6)})  # fmt: skip
    assert matter.record.handed_on is None  # the new transfer undoes the old receipt
    assert matter.due("feedback") == date(2024, 4, 6)  # 第二十二条第一款第（三）项


def test_five_working_days_for_an_objection(bureau):  # 第二十三条第三款
    matter = Petitioned(bureau).registered()
    matter.take("petition_forwarding", outcome="sent", facts={"forwarded_to": "测试县示例局"})
    matter.take("handing", facts={"not_ours": True})
    assert matter.due("petition_objection") == date(2024, 3, 8)


def test_who_cannot_be_found_need_not_be_told(bureau):  # 第二十三条第二款但书
    matter = Petitioned(bureau).registered(unclear=True)
    assert not Deadline.objects.filter(case=matter.case, limit="petition_notice", met_on=None, seen=True).exists()


@pytest.mark.parametrize(
    ("facts", "article"),
    [
        ({"channel": "visit", "persons": 12, "representatives": 6}, "第二十条第三款"),
        ({"persons": 2, "representatives": 3}, "第二十条第三款"),
        ({"request": ""}, "第十九条第一款"),
        ({"channel": ""}, "第十七条第一款"),
    ],
)
def test_what_a_petition_must_not_be(bureau, facts, article):
    with pytest.raises(Refused, match=article):
        Petitioned(bureau, **facts)


@pytest.mark.parametrize(
    ("facts", "article"),
    [({"pending": True}, "第十九条第三款"), ({"finalised": True}, "第三十六条第三款"), ({}, "须写明处理途径")],
)
def test_what_is_not_accepted(bureau, facts, article):
    with pytest.raises(Refused, match=article):
        Petitioned(bureau).registered().accepted(**facts, **({"route": "opinion"} if facts else {}))


def test_a_major_matter_is_reported(bureau):  # 第二十五条第一款
    matter = Petitioned(bureau).registered(major=True)
    matter.take("urgent_report")
    assert matter.record.reported_on == DAY


# --- 分类办理 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "route", ["judicial", "arbitration", "party", "administrative"]
)  # 第三十一条第（一）至（四）项
def test_what_has_a_lawful_procedure_is_led_into_it_with_its_own_period(bureau, route):
    matter = claim(bureau, route=route)
    assert matter.due("petition_handling") is None  # 第三十四条 only of item six
    with pytest.raises(Refused, match="不适用这一步"):
        matter.take("petition_investigation", facts={"facts_found": "经查属实"})
    with pytest.raises(Refused, match="导入法定程序"):
        matter.take("closing")
    facts = {"diverted_to": "测试县人民政府", "diverted_procedure": "行政复议", "route_due_on": date(2024, 5, 7)}
    with pytest.raises(Refused, match="规定期限的条款"):
        matter.take("diversion", facts=facts)
    matter.take("diversion", facts={**facts, "route_due_by": "《行政复议法》第六十二条第一款"})
    assert matter.due("route") == date(2024, 5, 7)
    matter.take("closing", date(2024, 3, 4))
    assert matter.closed


def test_a_duty_is_performed_or_answered(bureau):  # 第三十一条第（五）项
    matter = claim(bureau, route="duty")
    matter.take("duty_performance", facts={"route_result": "已经立案查处"})
    matter.take("closing")
    assert matter.closed


def test_a_suggestion_is_studied_and_answered_without_a_period(bureau):  # 第二十九条第一款
    matter = Petitioned(bureau).registered(kind="suggestion").accepted()
    assert matter.due("petition_handling") is None
    matter.take("suggestion_reply", outcome="partly", facts={"reply": "部分采纳"})
    matter.take("closing")
    assert matter.record.adoption == "partly"


def test_what_an_accuser_hands_in_does_not_reach_the_accused(bureau):  # 第三十条第三款
    matter = Petitioned(bureau).registered(kind="accusation").accepted()
    facts = {"accusation_result": "已经办理并反馈"}
    with pytest.raises(Refused, match="第三十条第三款"):
        matter.take("accusation_handling", facts={**facts, "disclosed": True})
    matter.take("accusation_handling", facts=facts)


def test_the_petitioner_is_heard_before_an_opinion(bureau):  # 第三十一条第（六）项
    matter = claim(bureau)
    with pytest.raises(Refused, match="尚未办理：听取陈述、调查核实"):
        matter.take("petition_opinion", outcome="supported",
                    facts={"facts_found": "属实", "opinion": "支持", "opinion_basis": "某条"})  # fmt: skip


@pytest.mark.parametrize("missing", ["opinion", "opinion_basis"])  # 第三十二条第一款
def test_an_opinion_states_what_it_must(bureau, missing):
    matter = claim(bureau)
    matter.take("petition_investigation", facts={"facts_found": "属实"})
    facts = {"opinion": "支持", "opinion_basis": "某条", missing: ""}
    with pytest.raises(Refused, match="第三十二条第一款"):
        matter.take("petition_opinion", outcome="supported", facts=facts)


def test_sixty_days_may_become_ninety_once_by_the_head(bureau):  # 第三十四条
    matter = claim(bureau)
    longer = PETITION.limit("petition_handling").extends[0].cap
    with pytest.raises(Refused, match="须经"):
        clocks.extend(matter.case, "petition_handling", "complex", longer, by=bureau.clerk, on=date(2024, 4, 1))
    clocks.extend(matter.case, "petition_handling", "complex", longer, by=bureau.head, on=date(2024, 4, 1))
    matter.take("extension_telling", date(2024, 4, 1), facts={"extension_reason": "涉及单位多"})
    assert matter.due("petition_handling") == date(2024, 5, 30)
    with pytest.raises(Refused, match="只能延长1次"):
        clocks.extend(matter.case, "petition_handling", "complex", longer, by=bureau.head, on=date(2024, 4, 2))


def test_a_supported_claim_is_carried_out_before_the_file_is_closed(bureau):  # 第三十二条第二款
    matter = claim(bureau).answered(date(2024, 3, 20))
    with pytest.raises(Refused, match="尚未办理：督促执行"):
        matter.take("closing", date(2024, 3, 21))
    matter.take("opinion_execution", date(2024, 3, 21))
    matter.take("petition_rating", date(2024, 3, 22), facts={"satisfaction": "satisfied"})  # 第二十一条第二款
    matter.take("closing", date(2024, 3, 22))
    assert matter.record.concluded_on == date(2024, 3, 22)


def test_a_settlement_ends_the_matter_with_its_agreement(bureau):  # 第三十三条
    matter = claim(bureau)
    with pytest.raises(Refused, match="第三十三条"):
        matter.take("petition_settlement")
    matter.take("petition_settlement", facts={"settlement": "分两期付清"})
    matter.take("closing")
    assert matter.closed


def test_a_leader_takes_charge_of_the_backlog(bureau):  # 第十八条第二款
    matter = claim(bureau)
    with pytest.raises(Refused, match="包案领导"):
        matter.take("charge", facts={"backlog": True})
    matter.take("charge", facts={"backlog": True, "leader": "李示例"})
    matter.take("resolution", date(2024, 3, 5))


# --- 2005 -------------------------------------------------------------------------------------------------------------


def test_in_2005_what_had_a_lawful_way_was_not_accepted(bureau):  # 2005年第二十一条第一款第（一）项
    matter = Petitioned(bureau, OLD_DAY).registered(OLD_DAY)
    with pytest.raises(Refused, match="第二十一条第一款第（一）项"):
        matter.accepted(OLD_DAY, statutory=True)
    matter.take("petition_refusal", OLD_DAY, outcome="statutory", facts={"statutory": True})
    matter.take("closing", OLD_DAY)
    assert matter.closed


def test_in_2005_everything_accepted_was_answered_in_writing(bureau):  # 2005年第三十二条
    matter = old_claim(bureau, kind="accusation").answered(OLD_DAY, "explained")
    matter.take("closing", OLD_DAY)
    assert matter.closed


def test_a_proposal_of_the_office_was_answered_in_thirty_days_and_has_no_day_now(bureau):  # 2005年第三十六条；第四十条
    matter = old_claim(bureau)
    matter.take("prompting", OLD_DAY, facts={"prompt_reason": "拖延办理"})
    assert matter.due("adoption_report") == date(2021, 3, 31)
    now = claim(bureau)
    now.take("prompting", facts={"prompt_reason": "拖延办理"})
    assert now.due("adoption_report") is None


@pytest.mark.parametrize(("on", "edition"), [(date(2022, 4, 30), "2005"), (date(2022, 5, 1), "2022")])  # 第五十条
def test_the_day_decides_which_edition_governs(bureau, on, edition):
    assert Petitioned(bureau, on).record.case.taken.get().edition == edition


def test_a_period_ends_by_the_edition_under_which_it_began(bureau):
    matter = Petitioned(bureau, date(2022, 4, 20)).registered(date(2022, 4, 20), kind="suggestion")
    matter.accepted(date(2022, 4, 25))
    assert matter.due("petition_handling") == date(
        2022, 6, 24
    )  # 2005年第三十三条, though 2022 gives suggestions no day
    matter.take("suggestion_reply", date(2022, 5, 9), outcome="adopted", facts={"reply": "采纳"})
    matter.take("closing", date(2022, 5, 9))
    assert matter.closed


def test_the_legal_office_may_keep_a_petition_under_the_older_text(bureau):
    matter = Petitioned(bureau, date(2022, 4, 29)).registered(date(2022, 4, 29))
    changes.keep_edition(matter.case, "2005", "受理在前（测试）", by=bureau.head, on=date(2022, 5, 2))
    matter.case.refresh_from_db()
    matter.take("petition_refusal", date(2022, 5, 3), outcome="statutory")
    assert matter.record.refusal_ground == "statutory"


# --- 复查、复核 -------------------------------------------------------------------------------------------------------


def _review(bureau, on, petition, instance="review"):
    case = open_case(
        "petition_review", organ=bureau.organ, title="请求复查", by=bureau.clerk, on=on, parties=[Comer("张测试")],
        related=[(petition.case, "contests")], now=NOW,
    )  # fmt: skip
    facts = {
        "instance": instance,
        "channel": "paper",
        "original_organ": "测试县示例局",
        "answered_on": on,
        "request": "不服",
    }
    take(case, "review_receipt", by=[bureau.clerk], on=on, facts=facts, now=NOW)
    return case


@pytest.mark.parametrize(
    ("on", "instance", "limit", "last"),
    [
        (date(2024, 3, 20), "review", "petition_review_opinion", date(2024, 4, 19)),  # 第三十五条
        (date(2024, 3, 20), "re_review", "petition_re_review_opinion", date(2024, 4, 19)),  # 第三十六条第一款
        (date(2021, 3, 20), "review", "petition_review_opinion", date(2021, 4, 19)),  # 2005年第三十四条
        (date(2021, 3, 20), "re_review", "petition_re_review_opinion", date(2021, 4, 19)),  # 2005年第三十五条
    ],
)
def test_the_level_above_answers_within_thirty_days(bureau, on, instance, limit, last):
    case = _review(bureau, on, claim(bureau, date(on.year, 3, 1)) if on.year > 2022 else old_claim(bureau), instance)
    assert Deadline.objects.get(case=case, limit=limit).due_on == last


def test_a_hearing_stops_the_thirty_days_of_the_re_review(bureau):  # 第三十六条第二款
    case = _review(bureau, date(2024, 3, 20), claim(bureau), "re_review")
    clocks.suspend(case, "petition_re_review_opinion", "hearing", by=bureau.head, on=date(2024, 4, 1))
    clocks.resume(case, "petition_re_review_opinion", by=bureau.head, on=date(2024, 4, 11))
    assert Deadline.objects.get(case=case, limit="petition_re_review_opinion").due_on == date(2024, 4, 29)


def test_only_the_level_above_reviews_and_only_the_second_hears(bureau):  # 第三十五条、第三十六条第二款
    on = date(2024, 3, 20)
    case = _review(bureau, on, claim(bureau))
    by = [bureau.clerk]
    with pytest.raises(Refused, match="上一级"):
        take(case, "competence", by=by, on=on, facts={}, now=NOW)
    take(case, "competence", by=by, on=on, facts={"superior": True}, now=NOW)
    with pytest.raises(Refused, match="不适用"):
        take(case, "petition_hearing", by=by, on=on, now=NOW)
    take(case, "petition_review_opinion", by=by, on=on, outcome="upheld", now=NOW,
         facts={"facts_found": "原处理认定事实清楚", "opinion": "维持"})  # fmt: skip
    take(case, "opinion_service", by=by, on=on, now=NOW)
    take(case, "closing", by=by, on=on, now=NOW)


# --- 文书 -------------------------------------------------------------------------------------------------------------


def test_the_papers_of_a_petition_are_made(bureau):
    matter = Petitioned(bureau).registered()
    forwarded = matter.take("petition_forwarding", outcome="sent", facts={"forwarded_to": "测试县示例局"})
    issue = {"by": bureau.clerk, "on": DAY}
    assert papers.issue(matter.case, "forwarding_letter", taken=forwarded, **issue).number
    matter.accepted(route="opinion")
    assert "信访事项受理告知书" in str(papers.issue(matter.case, "acceptance_notice", **issue).title)
    matter.answered(DAY)
    made = papers.issue(matter.case, "petition_opinion", **issue)
    assert made.number.startswith("测市监信处〔2024〕")


# --- 申请 -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("procedure", "facts", "step"),
    [
        ("petition", {"request": "支付拖欠工资", "grounds": "已欠三个月"}, "petition_receipt"),  # 第十九条第一款
        (
            "petition_review",
            {"instance": "review", "original_organ": "示例局", "answered_on": DAY, "request": "不服"},
            "review_receipt",
        ),
        ("work_order", {"kind": "help", "request": "路灯不亮"}, "order_receipt"),
        ("complaint", {"nature": "report", "against": "甲公司", "facts": "销售过期食品"}, "complaint_receipt"),
    ],
)
def test_a_citizen_starts_it_by_what_the_article_asks(bureau, procedure, facts, step):
    applicant = Comer("张测试", phone="13900000000", address="测试县示例路1号")
    receipt = apply(
        procedure, organ=bureau.organ, applicant=applicant, facts=facts, on=date(2026, 3, 2),
        at=NOW.replace(month=3, day=2),
    )  # fmt: skip
    assert receipt.case.taken.get().step == step
    with pytest.raises(Refused, match="须填写"):
        apply(procedure, organ=bureau.organ, applicant=applicant, facts={}, on=date(2026, 3, 2),
              at=NOW.replace(month=3, day=2))  # fmt: skip


# --- 转送、交办 -------------------------------------------------------------------------------------------------------


def test_what_is_handed_on_arrives_at_the_organ_named_with_its_number_and_history(bureau):  # 第二十二条第一款
    there = Organ.objects.create(name="测试县示例局", region=bureau.region, word="测示")
    clerk = bureau.person("there", "郑内勤", "clerk", organ=there)
    matter = Petitioned(bureau).registered(office=True)
    assert changes.hand_on(matter.case, by=bureau.clerk, on=DAY) is None  # registration hands nothing on
    matter.take("petition_forwarding", outcome="sent", facts={"forwarded_to": "测试县示例局"})
    with pytest.raises(Refused, match="没有可办理此事的职务"):
        changes.hand_on(matter.case, by=clerk, on=DAY)
    assert changes.hand_on(matter.case, by=bureau.clerk, on=DAY) == there
    number = matter.case.number
    matter.case.refresh_from_db()
    assert (matter.case.organ, matter.case.number, matter.case.handler) == (there, number, None)
    take(matter.case, "handing", by=[clerk], on=DAY, now=NOW)
    assert matter.due("handed_notice") == date(2024, 3, 16)  # 第二十三条第三款
    take(
        matter.case,
        "petition_objection",
        by=[clerk],
        on=DAY,
        now=NOW,
        facts={"objection": "非本局职权", "not_ours": True},
    )
    take(matter.case, "petition_forwarding", by=[clerk], on=DAY, now=NOW, outcome="sent",
         facts={"forwarded_to": bureau.organ.name})  # fmt: skip
    assert changes.hand_on(matter.case, by=clerk, on=DAY) == bureau.organ  # 交还
    assert [each.act for each in entries(number)].count("hand_on") == 2


def test_an_organ_outside_the_house_is_only_named(bureau):
    matter = Petitioned(bureau).registered()
    matter.take("petition_forwarding", outcome="discipline", facts={"forwarded_to": "测试县纪律检查委员会"})
    assert changes.hand_on(matter.case, by=bureau.clerk, on=DAY) is None
    matter.take("closing")
    assert matter.closed
