"""行政强制措施: imposed lawfully, held no longer than the law allows, given back at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.engine import papers
from fadu.engine.clocks import extend, resume, suspend, tell
from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.engine.models import Deadline, Taken
from fadu.engine.refusals import Refused
from fadu.law.statutes import COERCION_2011 as L
from fadu.organs.models import Certificate
from fadu.procedures.coercive_measure import COERCIVE_MEASURE
from tests.procedures.measure_cases import BANK, DAY, MONEY, PLAN, SPOT, Matter, at, frozen, seized
from tests.procedures.test_papers import words

pytestmark = pytest.mark.django_db


def test_every_article_of_chapter_three_is_used_or_said_why_not():  # 第十六条至第三十三条
    cited = {int(cite.article) for cite in COERCIVE_MEASURE.citations() if cite.statute is L[16].statute}
    assert set(range(16, 34)) - cited == set(COERCIVE_MEASURE.unused)


def test_a_seizure_goes_from_approval_to_the_goods_returned(bureau):
    matter = seized(bureau)
    matter.head("disposal", date(2024, 4, 10), outcome="lifted", facts={"lift_ground": "innocent"})
    matter.take("return_goods", date(2024, 4, 10))
    matter.take("closing", date(2024, 4, 11), [bureau.clerk])
    assert matter.closed


# --- 实施 -------------------------------------------------------------------------------------------------------------


def test_nothing_is_imposed_before_the_head_approved(bureau):  # 第十八条第（一）项
    matter = Matter(bureau, "coercive_measure")
    with pytest.raises(Refused, match="第十八条第（一）项"):
        matter.take("imposition", facts={**PLAN, **SPOT})


def test_what_the_head_refused_ends_there(bureau):  # 第十八条第（一）项、第十六条第二款
    matter = Matter(bureau, "coercive_measure")
    matter.head("refusal", facts={"slight": True})
    assert matter.closed


def test_two_officers_impose_it(bureau):  # 第十八条第（二）项
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=PLAN)
    with pytest.raises(Refused, match="不得少于2人"):
        matter.take("imposition", by=[bureau.officer], facts=SPOT)


def test_only_officers_qualified_in_the_field_impose_it(bureau):  # 第十七条第三款
    Certificate.objects.filter(person=bureau.second).update(domain="transport")
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=PLAN)
    with pytest.raises(Refused, match="没有本领域有效的行政执法证件"):
        matter.take("imposition", facts=SPOT)


@pytest.mark.parametrize(
    ("column", "article"),
    [
        ("shown", "第十八条第（三）项"),
        ("told", "第十八条第（五）项"),
        ("heard", "第十八条第（六）项"),
        ("recorded", "第十八条第（七）项"),
        ("handed_decision", "第二十四条第一款"),
    ],
)
def test_each_act_on_the_spot_is_required(bureau, column, article):
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=PLAN)
    with pytest.raises(Refused, match=article):
        matter.take("imposition", facts={**SPOT, column: False})


def test_an_absent_party_wants_a_witness(bureau):  # 第十八条第（九）项
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=PLAN)
    with pytest.raises(Refused, match="第十八条第（九）项"):
        matter.take("imposition", facts={**SPOT, "party_present": False})
    matter.take("imposition", facts={**SPOT, "party_present": False, "witness": "王样本"})


@pytest.mark.parametrize(
    ("plan", "article"),
    [
        ({"related": False}, "第二十三条第一款"),
        ({"necessities": True}, "第二十三条第一款"),
        ({"kind": "seal", "sealed_elsewhere": True}, "第二十三条第二款"),
        ({"kind": "other", "power_rank": "local"}, "第十条第三款"),
    ],
)
def test_what_may_not_be_seized_is_not(bureau, plan, article):
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts={**PLAN, **plan})
    with pytest.raises(Refused, match=article):
        matter.take("imposition", facts=SPOT)


def test_the_power_is_not_entrusted(bureau):  # 第十七条第一款
    with pytest.raises(Refused, match="第十七条第一款"):
        Matter(bureau, "coercive_measure", entrusted=True)


# --- 情况紧急 ---------------------------------------------------------------------------------------------------------


def urgent(bureau, hour=22):
    matter = Matter(bureau, "coercive_measure", urgent=True)
    matter.take("imposition", facts={**PLAN, **SPOT, "imposed_at": at(DAY, hour)})
    return matter


def test_in_an_emergency_approval_follows_within_twenty_four_hours(bureau):  # 第十九条
    matter = urgent(bureau)
    assert matter.due_at("late_approval") == at(date(2024, 4, 2), 22)
    matter.head("late_approval", date(2024, 4, 2), at=at(date(2024, 4, 2), 9), outcome="approved")
    assert matter.record.reported_at == at(date(2024, 4, 2), 9)


def test_an_emergency_states_its_hour(bureau):  # 第十九条
    matter = Matter(bureau, "coercive_measure", urgent=True)
    with pytest.raises(Refused, match="第十九条"):
        matter.take("imposition", facts={**PLAN, **SPOT})


def test_what_the_head_disapproves_is_lifted_and_nothing_else(bureau):  # 第十九条
    matter = urgent(bureau)
    matter.head("late_approval", outcome="disapproved")
    with pytest.raises(Refused, match="第十九条"):
        matter.head("disposal", outcome="forfeited", facts={"findings": "属实"})
    matter.head("disposal", outcome="lifted", facts={"lift_ground": "disapproved"})


def test_nothing_is_disposed_of_before_the_emergency_was_reported(bureau):  # 第十九条
    with pytest.raises(Refused, match="尚未办理：报告并补办批准"):
        urgent(bureau).head("disposal", outcome="forfeited", facts={"findings": "属实"})


# --- 期限 -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("imposed", "last"),
    [
        (date(2024, 4, 1), date(2024, 5, 1)),  # a holiday: an organ's period is not moved
        (date(2024, 1, 31), date(2024, 3, 1)),  # a leap year
        (date(2023, 12, 15), date(2024, 1, 14)),  # over the year's end, ending on a Sunday
    ],
)
def test_goods_are_held_thirty_calendar_days(bureau, imposed, last):  # 第二十五条第一款、第六十九条
    assert seized(bureau, imposed).due("holding") == last


def test_the_thirty_days_are_lengthened_once_by_at_most_thirty(bureau):  # 第二十五条第一款
    matter = seized(bureau)
    told = date(2024, 4, 28)
    with pytest.raises(Refused, match="延长不得超过30日"):
        extend(matter.case, "holding", "complex", L.days(31), by=bureau.head, on=told, told_on=told)
    extend(matter.case, "holding", "complex", L.days(30), by=bureau.head, on=told, told_on=told)
    assert matter.due("holding") == date(2024, 5, 31)
    with pytest.raises(Refused, match="只能延长1次"):
        extend(matter.case, "holding", "complex", L.days(1), by=bureau.head, on=told, told_on=told)


def test_only_the_head_lengthens(bureau):  # 第二十五条第一款
    with pytest.raises(Refused, match="须经行政机关负责人批准"):
        extend(seized(bureau).case, "holding", "complex", L.days(30), by=bureau.officer, on=DAY, told_on=DAY)


def test_a_lengthening_the_party_was_not_told_of_in_writing_does_not_count(bureau):  # 第二十五条第二款
    matter = seized(bureau)
    extend(matter.case, "holding", "complex", L.days(30), by=bureau.head, on=date(2024, 4, 28))
    assert matter.due("holding") == date(2024, 5, 1)
    tell(matter.case, "holding", by=bureau.officer, on=date(2024, 4, 29))
    assert matter.due("holding") == date(2024, 5, 31)
    with pytest.raises(Refused, match="没有尚未书面告知"):
        tell(matter.case, "holding", by=bureau.officer, on=date(2024, 4, 30))


def test_another_law_may_set_another_last_day(bureau):  # 第二十五条第一款 “另有规定的除外”
    matter = Matter(bureau, "coercive_measure")
    with pytest.raises(Refused, match="须写明另有规定的法律、行政法规条款"):
        matter.head("approval", facts={**PLAN, "held_until": date(2024, 6, 30)})
    matter.head("approval", facts={**PLAN, "held_until": date(2024, 6, 30), "held_by": "某法第九十条"})
    matter.take("imposition", facts=SPOT)
    assert matter.due("holding_otherwise") == date(2024, 6, 30)
    assert not Deadline.objects.filter(case=matter.case, limit="holding").exists()


@pytest.mark.parametrize(("told_on", "last"), [(date(2024, 4, 5), date(2024, 5, 11)), (None, date(2024, 5, 1))])
def test_the_days_of_an_examination_do_not_count_if_told_in_writing(bureau, told_on, last):  # 第二十五条第三款
    matter = seized(bureau)
    suspend(matter.case, "holding", "examination", by=bureau.officer, on=date(2024, 4, 6), told_on=told_on)
    resume(matter.case, "holding", by=bureau.officer, on=date(2024, 4, 16))  # 6 to 15 April: ten days
    assert matter.due("holding") == last


def test_the_party_pays_neither_for_storage_nor_for_examination(bureau):  # 第二十五条第三款、第二十六条第三款
    names = {"measure_storage": L[26, 3], "measure_examination": L[25, 3]}
    found = {c.name: c.cites for c in COERCIVE_MEASURE.record._meta.constraints if isinstance(c, Never)}
    assert {name: found[name] for name in names} == names


def test_what_is_taken_away_is_kept_by_the_organ_itself(bureau):  # 第二十六条第二款
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=PLAN)
    with pytest.raises(Refused, match="第二十六条第二款"):
        matter.take("imposition", facts={**SPOT, "keeper": "乙仓储公司"})


# --- 处理、解除、退还 -------------------------------------------------------------------------------------------------


def test_a_lifting_names_its_ground(bureau):  # 第二十八条第一款
    with pytest.raises(Refused, match="第二十八条第一款"):
        seized(bureau).head("disposal", outcome="lifted")


def test_lifted_goods_are_returned_before_the_file_is_closed(bureau):  # 第二十八条第二款
    matter = seized(bureau)
    matter.head("disposal", outcome="lifted", facts={"lift_ground": "expired"})
    with pytest.raises(Refused, match="尚未办理：立即退还财物"):
        matter.take("closing", by=[bureau.clerk])


def test_goods_sold_too_cheaply_are_made_good(bureau):  # 第二十八条第二款
    matter = seized(bureau)
    matter.head("disposal", outcome="lifted", facts={"lift_ground": "needless"})
    with pytest.raises(Refused, match="应当给予补偿"):
        matter.take("return_goods", facts={"sold": True, "proceeds": 10, "sold_low": True})
    matter.take("return_goods", facts={"sold": True, "proceeds": 10, "sold_low": True, "compensation": 5})


def test_goods_go_with_a_suspected_crime_and_the_party_is_told(bureau):  # 第二十一条
    matter = seized(bureau)
    matter.head("disposal", outcome="referred")
    with pytest.raises(Refused, match="第二十一条"):
        matter.take("handover", facts={"handed_to": "测试县公安局"})
    matter.take("handover", facts={"handed_to": "测试县公安局", "handover_told_on": DAY})


# --- 冻结 -------------------------------------------------------------------------------------------------------------


def test_money_is_frozen_thirty_days_and_the_decision_handed_over_within_three_working_days(bureau):
    matter = frozen(bureau, date(2024, 4, 30))  # 第三十二条第一款、第三十一条、第六十九条
    assert matter.due("freezing") == date(2024, 5, 30)
    assert matter.due("freeze_delivery") == date(2024, 5, 8)  # 1 to 5 May are days off


@pytest.mark.parametrize(
    ("plan", "article"),
    [
        ({"frozen_amount": 1001}, "第二十九条第二款"),
        ({"frozen_elsewhere": True}, "第二十九条第二款"),
        ({"power_rank": "regulation"}, "第二十九条第一款"),
    ],
)
def test_money_is_frozen_only_by_law_once_and_in_measure(bureau, plan, article):
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts={**MONEY, **plan})
    with pytest.raises(Refused, match=article):
        matter.take("freezing", facts=BANK)


def test_the_party_of_a_freeze_is_not_told_beforehand(bureau):  # 第三十条第一款
    matter = Matter(bureau, "coercive_measure")
    matter.head("approval", facts=MONEY)
    with pytest.raises(Refused, match="本案情形不适用"):
        matter.take("imposition", facts=SPOT)


def test_a_lifted_freeze_is_told_to_bank_and_party(bureau):  # 第三十三条第二款
    matter = frozen(bureau)
    matter.take("freeze_delivery", date(2024, 4, 2))
    matter.head("freeze_disposal", date(2024, 4, 10), outcome="lifted", facts={"lift_ground": "unrelated"})
    with pytest.raises(Refused, match="第三十三条第二款"):
        matter.take("closing", date(2024, 4, 10), [bureau.clerk])
    matter.take("bank_notice", date(2024, 4, 10))
    matter.take("closing", date(2024, 4, 10), [bureau.clerk])


def test_a_freeze_that_ran_out_is_released_by_the_bank(bureau):  # 第三十三条第三款
    matter = frozen(bureau)
    matter.take("freeze_delivery", date(2024, 4, 2))
    matter.take("bank_release", date(2024, 5, 2), [bureau.clerk])
    matter.take("closing", date(2024, 5, 6), [bureau.clerk])
    assert matter.closed


# --- 文书 -------------------------------------------------------------------------------------------------------------


def test_the_decision_of_a_real_case_states_everything(bureau):  # 第二十四条第二款
    matter = seized(bureau)
    paper = papers.issue(matter.case, "seizure_decision", by=bureau.officer, on=DAY)
    said = words(papers.compose(paper))
    for item in ("甲公司", "测试县示例街1号", "饼干（200克）3盒", "自2024年4月1日起至2024年5月1日止", "六十日内"):
        assert item in said
    assert paper.number == "测市监强措〔2024〕1号"


def test_a_decision_lacking_an_item_is_not_issued(bureau):  # 第二十四条第二款第（一）项
    matter = seized(bureau)
    matter.case.parties.update(address="")
    with pytest.raises(Refused, match="第二十四条第二款第（一）项"):
        papers.issue(matter.case, "seizure_decision", by=bureau.officer, on=DAY)


def test_a_notice_of_extension_is_issued_once_the_period_was_lengthened(bureau):  # 第二十五条第一、二款
    matter, day = seized(bureau), date(2024, 4, 28)
    matter.take("extension", day, facts={"extension_reason": "检验结果尚未作出"})
    with pytest.raises(Refused, match="经批准延长的期限"):
        papers.issue(matter.case, "seizure_extension", by=bureau.officer, on=day)
    extend(matter.case, "holding", "complex", L.days(30), by=bureau.head, on=day, told_on=day)
    paper = papers.issue(matter.case, "seizure_extension", by=bureau.officer, on=day)
    assert "延长至2024年5月31日" in words(papers.compose(paper))


def test_every_document_of_a_measure_is_issued(bureau):
    matter = seized(bureau)
    for kind in ("measure_approval", "seizure_list", "measure_record"):
        assert papers.compose(papers.issue(matter.case, kind, by=bureau.officer, on=DAY))


# --- random walks -----------------------------------------------------------------------------------------------------

FACTS = {
    **{name: [value, "" if isinstance(value, str) else False] for name, value in {**PLAN, **SPOT, **BANK}.items()},
    "kind": ["seal", "seize", "freeze", "other"],
    "account_number": ["6222000000001234"],
    "frozen_amount": [500, 1500],
    "amount_at_stake": [1000],
    "bank": ["示例银行"],
    "necessities": [False, True],
    "lift_ground": ["innocent", "expired", ""],
    "findings": ["属实"],
    "handed_to": ["测试县公安局"],
    "handover_told_on": [DAY],
    "imposed_at": [at(DAY, 9)],
    "keeper": ["", "乙仓储公司"],
}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_walk_reaches_a_state_the_law_forbids(bureau, data):
    matter = Matter(bureau, "coercive_measure", urgent=data.draw(st.booleans()))
    day = DAY
    for _ in range(12):
        step = data.draw(st.sampled_from(COERCIVE_MEASURE.steps))
        outcome = data.draw(st.sampled_from([o.key for o in step.outcomes])) if step.outcomes else ""
        asked = {*step.asks, *step.needs, *(c for o in step.outcomes for c in (*o.asks, *o.needs))} & set(FACTS)
        facts = {name: data.draw(st.sampled_from(FACTS[name])) for name in sorted(asked)}
        day += timedelta(days=data.draw(st.integers(0, 3)))
        who = [bureau.head] if "head" in step.by.posts and step.by.at_least == 1 else matter.officers
        try:
            matter.take(step.key, day, who, outcome=outcome, facts=facts)
        except Refused:
            continue
        record = matter.record
        for constraint in record._meta.constraints:
            if isinstance(constraint, Never):
                assert not holds(constraint.forbids, record), constraint.name
    record, taken = matter.record, set(Taken.objects.filter(case=matter.case).values_list("step", flat=True))
    if record.imposed_on:
        assert record.approved_on or record.urgent
        assert record.shown
        assert record.recorded
    if "return_goods" in taken:
        assert record.disposal == "lifted"
    if matter.closed and record.imposed_on:
        assert record.disposed_on or record.bank_released_on
        assert not record.urgent or record.reported_at
