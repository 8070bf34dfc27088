"""行政复议 under the law of 2023: each step, period and refusal as its article has it."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.clocks import extend
from fadu.engine.refusals import Refused
from fadu.law.statutes import REVIEW_2017, REVIEW_2023
from fadu.law.statutes import REVIEW_2023 as L
from fadu.procedures.reconsideration import RECONSIDERATION
from fadu.procedures.reconsideration_2017 import RECONSIDERATION_2017
from fadu.procedures.reconsideration_choices import DECISIONS, FITTING, GROUNDS
from tests.procedures.reconsideration_cases import BRIEF, DAY, FOUND, GROUNDED, HEARD, MET, SAT, Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(bureau):
    return Office(bureau)


@pytest.mark.parametrize(
    ("procedure", "statute", "last"), [(RECONSIDERATION, REVIEW_2023, 90), (RECONSIDERATION_2017, REVIEW_2017, 43)]
)
def test_every_article_is_used_or_said_why_not(procedure, statute, last):  # 第一条至最后一条
    cited = {int(cite.article) for cite in procedure.citations() if cite.statute is statute}
    assert set(range(1, last + 1)) - cited == set(procedure.unused)


# --- 受理 -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2024, 4, 1), date(2024, 4, 9)),  # five working days, 清明 left out, the worked Sunday counted
        (date(2024, 9, 27), date(2024, 10, 10)),  # 国庆节; the worked Sunday counted
    ],
)
def test_an_application_is_examined_within_five_working_days(office, received, last):  # 第三十条第一款
    assert office.open(received).due("screening") == last


def test_after_the_five_days_it_counts_as_accepted_and_not_before(office):  # 第三十条第三款
    office.open()
    with pytest.raises(Refused, match="审查期限没有届满"):
        office.take("deemed_acceptance", date(2024, 4, 9), accepted_on=date(2024, 4, 9))
    office.take("deemed_acceptance", date(2024, 4, 10), accepted_on=date(2024, 4, 9))
    assert office.due("decision") == date(2024, 6, 11)  # sixty days from the last day of the five, 端午 after it


@pytest.mark.parametrize("missing", sorted(MET))
def test_it_is_accepted_only_on_all_seven_conditions(office, missing):  # 第三十条第一款第（一）至（七）项
    office.open()
    with pytest.raises(Refused, match="第三十条第一款第"):
        office.take("acceptance", **{**MET, missing: False})


@pytest.mark.parametrize(
    ("applied", "facts", "said"),
    [
        (date(2024, 4, 1), {"knew_on": date(2024, 2, 1)}, ""),  # the sixtieth day, 2024-04-01
        (date(2024, 4, 2), {"knew_on": date(2024, 2, 1)}, "超过知道或者应当知道行政行为之日起六十日"),  # 第二十条第一款
        (date(2024, 4, 2), {"knew_on": date(2023, 6, 1), "untold": True, "knew_remedy_on": date(2024, 3, 1)}, ""),
        (
            date(2024, 8, 1),
            {"knew_on": date(2023, 6, 1), "untold": True, "knew_remedy_on": date(2024, 7, 1)},
            "超过知道或者应当知道行政行为内容之日起一年",  # 第二十条第三款
        ),
        (
            date(2024, 7, 1),
            {"knew_on": date(2024, 1, 8), "untold": True, "knew_remedy_on": date(2024, 2, 1)},
            "超过知道申请行政复议的权利",
        ),
        (
            date(2024, 4, 2),
            {"knew_on": date(2024, 1, 2), "period_until": date(2024, 4, 2), "period_reason": "不可抗力"},
            "",  # 第二十条第二款
        ),
        (
            date(2024, 4, 3),
            {"knew_on": date(2024, 1, 2), "period_until": date(2024, 4, 2), "period_reason": "不可抗力"},
            "申请不能晚于该日",
        ),
        (date(2024, 4, 2), {"knew_on": date(2024, 3, 1), "act_on": date(2019, 4, 1)}, "超过五年"),  # 第二十一条
        (date(2024, 4, 2), {"knew_on": date(2024, 3, 1), "act_on": date(2010, 4, 1), "real_estate": True}, ""),
        (
            date(2024, 4, 2),
            {"knew_on": date(2024, 3, 1), "act_on": date(2004, 4, 1), "real_estate": True},
            "超过二十年",
        ),
        (date(2024, 4, 2), {"knew_on": None}, "须写明知道或者应当知道行政行为之日"),
        (date(2024, 4, 2), {"knew_on": None, "omission_since": date(2024, 4, 1)}, ""),
        (date(2024, 4, 2), {"knew_on": None, "omission_since": date(2024, 5, 1)}, "没有满60日"),  # 条例第十六条
        (date(2024, 6, 3), {"knew_on": None, "omission_since": date(2024, 4, 1)}, "超过六十日的申请期限"),
    ],
)
def test_the_period_for_applying(office, applied, facts, said):
    office.open(applied, **{"applied_on": applied, **facts})
    if said:
        with pytest.raises(Refused, match=said):
            office.take("acceptance", applied, **MET)
    else:
        office.take("acceptance", applied, **MET)


def test_a_correction_is_asked_for_once_and_stops_what_is_late(office):  # 第三十一条
    office.open()
    office.take("correction_notice", date(2024, 4, 2), correction_items="身份证明")
    with pytest.raises(Refused, match="已经办过"):
        office.take("correction_notice", date(2024, 4, 2), correction_items="再补")
    with pytest.raises(Refused, match="不适用"):
        office.take("acceptance", date(2024, 4, 3), **MET)
    office.take("correction_service", date(2024, 4, 3))
    assert office.due("correcting") == date(2024, 4, 18)  # ten working days
    with pytest.raises(Refused, match="补正期限没有届满"):
        office.take("abandonment", date(2024, 4, 18))
    office.take("correcting", date(2024, 4, 18))
    assert office.due("renewed_screening") == date(2024, 4, 25)
    office.take("acceptance", date(2024, 4, 25), **MET)


def test_who_does_not_correct_has_given_up(office):  # 第三十一条第二款
    office.open()
    office.take("correction_notice", correction_items="身份证明")
    office.take("correction_service")
    office.take("abandonment", date(2024, 4, 17))
    assert office.closed


def test_a_refusal_states_its_reason_and_the_competent_organ(office):  # 第三十条第二款
    office.open()
    with pytest.raises(Refused, match="有管辖权的行政复议机关"):
        office.take("refusal", refusal_ground="jurisdiction", refusal_reason="不属于本机关管辖")
    office.take("refusal", refusal_ground="jurisdiction", refusal_reason="不属于本机关管辖", competent="示例市税务局")
    assert office.closed


def test_the_head_of_the_organ_refuses_not_an_officer(office):  # 第三十条第二款 “行政复议机关”
    office.open()
    with pytest.raises(Refused, match="没有“行政复议机关的负责人”职务"):
        office.take("refusal", by=[office.officer], refusal_ground="late", refusal_reason="超期")


@pytest.mark.parametrize(
    ("on", "applicants", "representatives", "good"),
    [
        (DAY, 5, None, True), (DAY, 6, None, False), (DAY, 6, 1, True), (DAY, 6, 6, False),  # 2007年条例第八条
        (date(2026, 7, 1), 10, None, True), (date(2026, 7, 1), 11, 1, False),  # 2026年条例第十七条第一款
        (date(2026, 7, 1), 11, 2, True), (date(2026, 7, 1), 6, None, True),
    ],
)  # fmt: skip
def test_many_applicants_choose_representatives(office, on, applicants, representatives, good):
    office.open(on, applicants=applicants, representatives=representatives)
    if good:
        office.take("acceptance", on, **MET)
    else:
        with pytest.raises(Refused, match="推选"):
            office.take("acceptance", on, **MET)


def test_a_wrong_respondent_is_told_first_from_july_2026(office):  # 条例第二十九条
    on = date(2026, 7, 1)
    office.open(on)
    with pytest.raises(Refused, match="应当先告知申请人变更"):
        office.take("refusal", on, refusal_ground="parties", refusal_reason="错列被申请人")
    office.take("refusal", on, refusal_ground="parties", refusal_reason="错列被申请人", respondent_told=True)


# --- 普通程序和简易程序 ---------------------------------------------------------------------------------------------


def test_the_two_procedures_have_their_periods(office):  # 第四十八条、第五十四条、第六十二条
    office.answered()
    assert [office.due(each) for each in ("sending", "answer", "decision")] == [
        date(2024, 4, 11), date(2024, 4, 16), date(2024, 5, 31),
    ]  # fmt: skip
    assert not office.runs("summary_decision")


def test_the_summary_procedure_runs_its_shorter_periods(office):
    office.answered(**BRIEF)
    assert [office.due(each) for each in ("summary_sending", "summary_answer", "summary_decision")] == [
        date(2024, 4, 7), date(2024, 4, 9), date(2024, 5, 6),  # thirty days, after 劳动节
    ]  # fmt: skip
    office.take("proposal", **FOUND)  # no hearing of the parties is asked for: 第五十四条第二款
    office.take("decision", outcome="upheld", ground="sound", **GROUNDED)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"summary": True}, "属于哪一种情形"),
        ({**BRIEF, "plain": False}, "事实清楚"),
        ({**BRIEF, "amount_at_stake": 3001}, "三千元以下"),
        ({"summary": True, "summary_ground": "agreed"}, ""),  # 第五十三条第二款
        ({"summary": True, "summary_ground": "disclosure", "plain": True}, ""),
    ],
)
def test_the_summary_procedure_is_for_its_five_cases(office, facts, said):  # 第五十三条
    office.open()
    if said:
        with pytest.raises(Refused, match=said):
            office.take("acceptance", **MET, **facts)
    else:
        office.take("acceptance", **MET, **facts)


def test_a_law_may_give_less_than_sixty_days(office):  # 第六十二条第一款
    office.open()
    with pytest.raises(Refused, match="须写明规定该期限的法律条款"):
        office.take("acceptance", **MET, decide_by=date(2024, 4, 16))
    office.take("acceptance", **MET, decide_by=date(2024, 4, 16), decide_law="《示例法》第一条")
    assert office.due("decision_by_law") == date(2024, 4, 16)
    assert not office.runs("decision")


def test_the_head_of_the_office_turns_it_into_the_ordinary_one(office):  # 第五十五条
    office.answered(**BRIEF)
    with pytest.raises(Refused, match="行政复议机构的负责人"):
        office.take("conversion", by=[office.officer])
    office.take("conversion")
    assert office.due("decision") == date(2024, 5, 31)
    with pytest.raises(Refused, match="尚未办理：听取当事人的意见"):
        office.take("proposal", **FOUND)


@pytest.mark.parametrize(
    ("on", "brief", "number", "good"),
    [
        (DAY, False, 1, False), (DAY, False, 2, True), (DAY, True, 1, False),  # 2007年条例第三十二条
        (date(2026, 7, 1), True, 1, True), (date(2026, 7, 1), False, 1, False),  # 2026年条例第三十九条
    ],
)  # fmt: skip
def test_two_examine_a_case_and_one_a_summary_one_from_july_2026(office, on, brief, number, good):
    office.accepted(on, **(BRIEF if brief else {}))
    if good:
        office.take("allocation", on, examiners=number)
    else:
        with pytest.raises(Refused, match="2名以上"):
            office.take("allocation", on, examiners=number)


# --- 审理 -------------------------------------------------------------------------------------------------------------


def test_the_parties_are_heard_or_it_is_said_why_not(office):  # 第四十九条
    office.answered()
    with pytest.raises(Refused, match="第四十九条"):
        office.take("listening", outcome="unheard")
    office.take("listening", outcome="unheard", unheard_reason="申请人多次联系不上")
    office.take("proposal", **FOUND)


def test_a_grave_case_is_heard_and_goes_to_the_committee(office):  # 第五十条第一款、第五十二条第二款
    office.answered(major=True)
    office.take("listening", outcome="heard", **HEARD)
    with pytest.raises(Refused) as refused:
        office.take("proposal", **FOUND)
    said = str(refused.value)
    assert "尚未办理：通知听证" in said
    assert "尚未办理：提请行政复议委员会提出咨询意见" in said
    told = {"hearing_at": "2024-04-12T09:00+08:00", "hearing_place": "听证室", "hearing_matters": "事实"}
    office.take("hearing_notice", date(2024, 4, 3), **told)
    with pytest.raises(Refused, match="应当于举行听证的五日前书面通知当事人（最迟 2024-04-02）"):
        office.take("hearing", date(2024, 4, 10), **SAT)
    with pytest.raises(Refused, match="被申请人的负责人应当参加听证"):
        office.take("hearing", date(2024, 4, 12), **{**SAT, "respondent_head": ""})
    absent = {**SAT, "respondent_head": "", "head_absence": "参加抢险", "head_agent": "王样本"}
    office.take("hearing", date(2024, 4, 12), **absent)
    office.take("consultation", date(2024, 4, 15), committee_opinion="建议撤销")
    office.take("proposal", date(2024, 4, 16), **FOUND)


def test_evidence_the_respondent_gathered_meanwhile_is_not_used(office):  # 第四十六条第一款
    office.answered()
    office.take("listening", outcome="heard", **HEARD)
    with pytest.raises(Refused, match="不作为认定行政行为合法性"):
        office.take("proposal", **FOUND, own_evidence=True)


def test_two_examiners_gather_evidence(office):  # 第四十五条第二款
    office.answered()
    with pytest.raises(Refused, match="不得少于2人"):
        office.take("gathering", by=[office.officer], gathered="现场勘验")
    office.take("gathering", gathered="现场勘验", examined_from=date(2024, 4, 1), examined_until=date(2024, 4, 11))
    assert office.due("decision") == date(2024, 6, 11)  # ten days left out, 端午 after it (条例第四十五条)


def test_a_suspension_is_left_out_of_the_period(office):  # 第三十九条
    office.answered()
    office.take("suspension", date(2024, 4, 10), suspension_ground="other_case")
    with pytest.raises(Refused, match="不适用"):
        office.take("listening", date(2024, 4, 11), outcome="heard", **HEARD)
    office.take("resumption", date(2024, 5, 10))
    assert office.due("decision") == date(2024, 7, 1)  # thirty days more, and a Sunday
    assert office.due("answer") == date(2024, 4, 16)


def test_after_sixty_days_of_suspension_it_ends_if_nobody_takes_the_place(office):  # 第四十一条第（五）项
    office.answered()
    office.take("suspension", date(2024, 4, 10), suspension_ground="death")
    with pytest.raises(Refused, match="中止没有满六十日"):
        office.take("abatement", date(2024, 6, 9), outcome="lasting")
    office.take("abatement", date(2024, 6, 12), outcome="lasting")
    office.take("closing", date(2024, 6, 12))
    assert office.record.termination_ground == "lasting"


def test_the_period_is_lengthened_once_by_thirty_days_by_the_head_of_the_office(office):  # 第六十二条第一款
    office.answered()
    with pytest.raises(Refused, match="最多不得超过三十日"):
        office.take("extension", date(2024, 5, 20), extension_days=31, extension_reason="复杂")
    office.take("extension", date(2024, 5, 20), extension_days=30, extension_reason="复杂")
    ground = {"by": office.office_head, "on": date(2024, 5, 20)}
    extend(office.case, "decision", "complex", L.days(30), told_on=date(2024, 5, 20), **ground)
    assert office.due("decision") == date(2024, 7, 1)
    with pytest.raises(Refused, match="只能延长1次"):
        extend(office.case, "decision", "complex", L.days(30), **ground)


def test_the_summary_procedure_knows_no_extension(office):  # 第六十二条第二款
    office.answered(**BRIEF)
    with pytest.raises(Refused, match="不适用"):
        office.take("extension", date(2024, 4, 20), extension_days=10, extension_reason="复杂")


def test_a_norm_is_reviewed_by_who_may_or_sent_to_who_may(office):  # 第五十六条至第六十条
    office.answered(norm_claimed="某办法")
    facts = {"suspension_ground": "norm", "norm": "某办法", "norm_maker": "示例局"}
    office.take("suspension", date(2024, 4, 10), **facts)
    assert office.due("norm_forwarding") == date(2024, 4, 19)
    office.take("norm_forwarding", date(2024, 4, 11), norm_forward_reached_on=date(2024, 4, 12))
    assert office.due("norm_reply") == date(2024, 6, 11)
    with pytest.raises(Refused, match="无权处理的，附带审查以有权机关回复的处理意见为准"):
        office.take("norm_conclusion", date(2024, 4, 15), norm_result="lawful", norm_opinion="合法")
    office.take("norm_reply", date(2024, 5, 10), norm_opinion="合法")
    with pytest.raises(Refused, match="尚未办理：附带审查处理"):
        office.take("resumption", date(2024, 5, 13))
    office.take("norm_conclusion", date(2024, 5, 13), norm_result="lawful", norm_opinion="合法")
    office.take("resumption", date(2024, 5, 13))


def test_a_norm_of_ones_own_is_answered_by_its_maker(office):  # 第五十八条第一款
    office.answered()
    facts = {"suspension_ground": "norm", "norm": "某办法", "norm_maker": "示例局", "norm_competent": True}
    office.take("suspension", date(2024, 4, 10), **facts)
    assert office.due("norm_notice") == date(2024, 4, 15)
    assert office.due("norm_review") == date(2024, 5, 10)
    office.take("norm_notice", date(2024, 4, 11), norm_reached_on=date(2024, 4, 12))
    assert office.due("norm_answer") == date(2024, 4, 26)


# --- 决定 -------------------------------------------------------------------------------------------------------------


def test_there_are_ten_kinds_of_decision():  # 第六十三条至第七十一条
    keys = [each.key for each in RECONSIDERATION.step("decision").outcomes]
    assert len(keys) == 10
    assert sorted(keys) == sorted(key for key, _name in DECISIONS) == sorted(FITTING)


@pytest.mark.parametrize(("kind", "ground"), [(kind, each[0]) for kind, each in FITTING.items()])
def test_each_kind_is_taken_on_its_grounds(office, kind, ground):
    facts = {"content": "如下", "perform_by": date(2024, 6, 1)}
    asked = RECONSIDERATION.step("decision").outcome(kind)
    facts = {name: value for name, value in facts.items() if name in (*asked.needs, *asked.asks)}
    office.decided(kind=kind, ground=ground, **facts)
    assert office.record.decision == kind


def test_no_kind_is_taken_on_a_ground_of_another(office):
    office.proposed()
    for kind, _name in DECISIONS:
        asked = RECONSIDERATION.step("decision").outcome(kind)
        more = {"content": "如下"} if "content" in asked.needs else {}
        more |= {"perform_by": date(2024, 6, 1)} if "perform_by" in asked.needs else {}
        for ground, _label in GROUNDS:
            if ground in FITTING[kind]:
                continue
            with pytest.raises(Refused, match=r"决定的种类与所写的情形不符|不能以不答复为由"):
                office.take("decision", outcome=kind, ground=ground, **GROUNDED, **more)


def test_a_change_is_not_for_the_worse(office):  # 第六十三条第二款
    office.proposed()
    change = {"ground": "unfit", "content": "罚款改为五千元", "worse": True, **GROUNDED}
    with pytest.raises(Refused, match="不得作出对申请人更为不利的变更决定"):
        office.take("decision", outcome="changed", **change)
    office.take("decision", outcome="changed", **change, third_asked=True)


def test_a_silent_respondent_cannot_be_upheld(office):  # 第七十条
    office.accepted()
    office.take("allocation", examiners=2)
    office.take("sending")
    office.take("reaching")
    office.take("listening", outcome="heard", **HEARD)
    office.take("proposal", date(2024, 4, 20), **FOUND)
    with pytest.raises(Refused, match="第七十条"):
        office.take("decision", date(2024, 4, 20), outcome="upheld", ground="sound", **GROUNDED)
    office.take("decision", date(2024, 4, 20), outcome="revoked", ground="unanswered", **GROUNDED)


def test_damages_asked_for_are_decided_on(office):  # 第七十二条第一款
    office.proposed(damages_claimed=True)
    with pytest.raises(Refused, match="应当同时决定给予赔偿或者驳回赔偿请求"):
        office.take("decision", outcome="revoked", ground="unclear", **GROUNDED)
    office.take("decision", outcome="revoked", ground="unclear", damages_dismissed=True, **GROUNDED)


def test_what_was_decided_is_done_again_within_sixty_days(office):  # 第六十四条、条例第五十八条
    office.decided(redo=True)
    office.take("service", date(2024, 4, 2))
    assert office.due("redoing") == date(2024, 6, 3)
    with pytest.raises(Refused, match="尚未办理：被申请人履行"):
        office.take("closing", date(2024, 4, 3))
    with pytest.raises(Refused, match="重新作出行政行为的日期"):
        office.take("performance", date(2024, 5, 6), performance="已经重新作出")
    office.take("performance", date(2024, 5, 6), performance="已经重新作出", redone_on=date(2024, 5, 6))
    office.take("closing", date(2024, 5, 6))
    assert office.closed


def test_who_does_not_perform_is_ordered_to(office):  # 第七十七条第二款
    office.decided(kind="performance", ground="omission", content="三十日内答复", perform_by=date(2024, 5, 6))
    office.take("service", date(2024, 4, 2))
    assert office.due("performing_by") == date(2024, 5, 6)
    office.take("order", date(2024, 5, 7), order_by=date(2024, 5, 20), talked=True)
    assert office.due("ordered") == date(2024, 5, 20)


def test_a_mediation_ends_it_when_signed(office):  # 第七十三条
    office.answered()
    office.take("mediation", agreement="退还罚款一半")
    office.take("mediation_signing", date(2024, 4, 2))
    with pytest.raises(Refused, match="不适用"):
        office.take("decision", date(2024, 4, 2), outcome="upheld", ground="sound", **GROUNDED)


def test_a_mediation_that_somebody_goes_back_on_is_decided(office):  # 第七十三条第二款
    office.proposed()
    office.take("mediation", agreement="退还罚款一半")
    office.take("decision", outcome="upheld", ground="sound", **GROUNDED)


def test_a_withdrawal_ends_it_when_allowed(office):  # 第四十一条第（一）项、第七十四条
    office.answered()
    with pytest.raises(Refused, match="申请人没有撤回申请"):
        office.take("termination", termination_ground="withdrawn")
    office.take("withdrawal", settled=True)
    with pytest.raises(Refused, match="和解内容不得损害"):
        office.take("termination", termination_ground="withdrawn")


def test_an_opinion_letter_is_answered_in_sixty_days(office):  # 第七十六条
    office.decided()
    facts = {"opinion_to": "测试县市场监督管理局", "opinion": "程序不规范", "opinion_reached_on": date(2024, 4, 8)}
    office.take("opinion", date(2024, 4, 7), **facts)
    assert office.due("opinion_reply") == date(2024, 6, 7)
    office.take("service", date(2024, 4, 8))
    with pytest.raises(Refused, match="尚未办理：有关机关报送纠正情况"):
        office.take("closing", date(2024, 4, 9))


def test_no_fee_is_taken(office):  # 第八十七条
    with pytest.raises(Refused, match="不得收取任何费用"):
        office.open(fee_charged=True)
