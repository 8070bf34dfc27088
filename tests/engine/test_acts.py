"""Acts: what is lawful is done and entered once; what is not is refused with its provision and changes nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fadu.engine import changes
from fadu.engine.acts import open_case, take
from fadu.engine.deliberation import Sitting, Speech
from fadu.engine.file import open_file
from fadu.engine.guards import possible
from fadu.engine.models import Case, Deliberation, Taken
from fadu.engine.refusals import Refused
from fadu.engine.registry import NoEdition, governing
from fadu.ledger.models import Entry
from fadu.organs.models import Delegation, Organ, Post
from fadu.procedures.models import OrdinaryPenalty

DAY = date(2024, 3, 4)
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def refused(info) -> str:
    return str(info.value)


def test_a_case_opens_with_its_number_its_party_and_one_entry(case):
    assert case.number == "测市监试〔2024〕1号"
    assert case.party_name == "甲公司"
    assert [entry.act for entry in Entry.objects.filter(stream=case.number)] == ["open"]


def test_a_party_enters_the_ledger_only_as_a_salted_hash(case):
    assert "甲公司" not in Entry.objects.get(stream=case.number).content


def test_a_step_is_dated_recorded_and_entered_once(filed):
    record = OrdinaryPenalty.objects.get(pk=filed.pk)
    assert record.filed_on == date(2024, 3, 1)
    taken = Taken.objects.get(case=filed)
    assert (taken.step, taken.seq, taken.edition) == ("filing", 1, "1")
    assert Entry.objects.get(pk=taken.entry).cites == ("penalty-2021/54.2",)


def test_a_step_before_its_predecessor_is_refused_with_the_provision(case, bureau):
    with pytest.raises(Refused, match="尚未办理：立案（《行政处罚法》第五十四条第二款）"):
        take(case, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})


def test_a_refused_act_changes_nothing(filed, bureau):
    before = (Entry.objects.count(), Taken.objects.count(), OrdinaryPenalty.objects.get(pk=filed.pk).act)
    with pytest.raises(Refused):
        take(filed, "inquiry", by=[bureau.officer], on=DAY, facts={"act": "x"})
    assert before == (Entry.objects.count(), Taken.objects.count(), OrdinaryPenalty.objects.get(pk=filed.pk).act)


def test_enforcement_takes_two_officers(filed, bureau):  # 第四十二条第一款
    with pytest.raises(Refused, match="执法人员不得少于2人"):
        take(filed, "inquiry", by=[bureau.officer], on=DAY, facts={"act": "x"})


def test_a_step_keeps_two_names_and_takes_no_third_without_a_trace(filed, bureau):
    with pytest.raises(Refused, match="一个步骤记两名办理人"):
        take(filed, "inquiry", by=[bureau.officer, bureau.second, bureau.third], on=DAY, facts={"act": "x"})


def test_the_same_officer_twice_is_one_officer(filed, bureau):  # 第四十二条第一款
    with pytest.raises(Refused, match="不得少于2人"):
        take(filed, "inquiry", by=[bureau.officer, bureau.officer], on=DAY, facts={"act": "x"})


@pytest.mark.parametrize(
    "change",
    [{"valid_until": DAY - timedelta(days=1)}, {"domain": "transport"}, {"revoked_on": DAY}],
    ids=["expired", "other field", "revoked"],
)
def test_without_a_valid_certificate_in_the_field_nobody_acts(filed, bureau, change):  # 第四十二条第一款
    certificate = bureau.second.certificates.get()
    for name, value in change.items():
        setattr(certificate, name, value)
    certificate.save()
    with pytest.raises(Refused, match="李示例当日没有本领域有效的行政执法证件"):
        take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})


def test_an_act_is_judged_by_the_certificate_of_its_own_day(filed, bureau):
    bureau.second.certificates.update(valid_until=DAY)
    taken = take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})
    assert taken.late  # entered today, happened then


def test_what_the_form_needs_is_named_with_its_column(filed, bureau):
    with pytest.raises(Refused) as info:
        take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={})
    assert [each.column for each in info.value.refusals] == ["act"]


def test_a_column_the_step_does_not_ask_for_cannot_be_written(filed, bureau):
    with pytest.raises(Refused, match="这一步不能填写“fine”"):
        take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x", "fine": "1"})


def test_a_guard_over_the_form_refuses_with_its_sentence(filed, bureau):
    with pytest.raises(Refused, match="违法行为不能为空话"):
        take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "空"})


def test_a_step_is_taken_once_unless_it_repeats(inquired, bureau):
    for _ in range(2):
        take(inquired, "sampling", by=[bureau.officer, bureau.second], on=DAY)
    with pytest.raises(Refused, match="已经办过"):
        take(inquired, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})


def test_a_step_that_applies_must_come_before_its_successors(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x", "grave": True})
    with pytest.raises(Refused, match="尚未办理：审核") as info:
        take(filed, "decision", by=[bureau.head], on=DAY, outcome="stopped")
    assert "尚未办理：集体讨论" in refused(info)


def test_a_step_does_not_apply_where_its_condition_does_not_hold(inquired, bureau):
    with pytest.raises(Refused, match="不适用"):
        take(inquired, "review", by=[bureau.reviewer], on=DAY)


def test_who_inquired_does_not_review(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x", "grave": True})
    with pytest.raises(Refused, match="张测试办理过“调查”，不得办理这一步"):
        take(filed, "review", by=[bureau.officer], on=DAY)
    take(filed, "review", by=[bureau.reviewer], on=DAY)


def sitting(bureau, *members, resolution="同意"):
    return Sitting(bureau.head, 2, [Speech(each, "agree") for each in members], resolution)


def test_a_deliberation_keeps_who_attended_and_how_each_spoke(filed, bureau):  # 第五十七条第二款
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x", "grave": True})
    take(filed, "review", by=[bureau.reviewer], on=DAY)
    with pytest.raises(Refused, match="应当集体讨论"):
        take(filed, "panel", by=[bureau.head], on=DAY)
    with pytest.raises(Refused, match="出席人员不得少于2人"):
        take(filed, "panel", by=[bureau.head], on=DAY, sitting=sitting(bureau, bureau.head))
    with pytest.raises(Refused, match="吴内勤不是本机关负责人"):
        take(filed, "panel", by=[bureau.head], on=DAY, sitting=sitting(bureau, bureau.head, bureau.clerk))
    spoken = Sitting(bureau.head, 2, [Speech(bureau.head, "agree"), Speech(bureau.deputy, "dissent", "过重")], "从轻")
    take(filed, "panel", by=[bureau.head], on=DAY, sitting=spoken)
    held = Deliberation.objects.get(taken__case=filed)
    assert sorted(held.votes.values_list("person__name", "position")) == [("赵负责", "agree"), ("钱副职", "dissent")]


def test_nothing_happens_before_the_case_or_after_today(case, bureau):
    with pytest.raises(Refused, match="日期早于案件开始日期"):
        take(case, "filing", by=[bureau.head], on=date(2024, 2, 1))
    with pytest.raises(Refused, match="日期晚于录入日期"):
        take(case, "filing", by=[bureau.head], on=date(2024, 3, 2), now=NOON)


def test_steps_happen_in_their_order_also_when_entered_late(inquired, bureau):
    with pytest.raises(Refused, match="日期早于“调查”的日期 2024-03-04"):
        take(inquired, "decision", by=[bureau.head], on=date(2024, 3, 2), outcome="stopped")


def test_an_outcome_must_be_one_the_step_knows(inquired, bureau):
    with pytest.raises(Refused, match="须从下列结果中选定一项：不予处罚、移送"):
        take(inquired, "decision", by=[bureau.head], on=DAY, outcome="strange")


def test_after_the_decision_no_more_inquiry(decided, bureau):
    with pytest.raises(Refused, match="已经办理“决定”，不能再办这一步"):
        take(decided, "late", by=[bureau.officer, bureau.second], on=date(2024, 3, 6))


def test_a_waiting_period_must_have_run_out(decided, bureau):
    take(decided, "service", by=[bureau.officer, bureau.second], on=date(2024, 3, 6))
    with pytest.raises(Refused, match="十五日缴款期未满（最后一日 2024-03-21）"):
        take(decided, "court", by=[bureau.head], on=date(2024, 3, 21))
    take(decided, "court", by=[bureau.head], on=date(2024, 3, 22))


def test_a_closed_case_takes_no_step_until_it_is_reopened(decided, bureau):
    take(decided, "closing", by=[bureau.head], on=date(2024, 3, 8))
    assert Case.objects.get(pk=decided.pk).closed_on == date(2024, 3, 8)
    with pytest.raises(Refused, match="已经办结"):
        take(decided, "service", by=[bureau.officer, bureau.second], on=date(2024, 3, 9))
    changes.reopen(decided, "发现遗漏", by=bureau.head, on=date(2024, 3, 9))
    take(decided, "service", by=[bureau.officer, bureau.second], on=date(2024, 3, 9))


def test_a_delegate_acts_in_the_name_of_his_principal_and_both_are_on_record(case, bureau):
    stand_in = bureau.person("standin", "郑代行", "clerk")
    with pytest.raises(Refused, match="郑代行在本机关当日没有“负责人”职务"):
        take(case, "filing", by=[stand_in], on=date(2024, 3, 1), principal=bureau.head)
    post = Post.objects.get(person=bureau.head, kind="head")
    Delegation.objects.create(
        principal=bureau.head, delegate=stand_in, post=post, since=date(2024, 1, 1), until=date(2024, 12, 31)
    )
    taken = take(case, "filing", by=[stand_in], on=date(2024, 3, 1), principal=bureau.head)
    assert (taken.by.name, taken.principal.name) == ("郑代行", "赵负责")
    entry = Entry.objects.get(pk=taken.entry)
    assert (entry.actor, entry.principal) == ("standin", "head")


def test_every_step_says_why_it_is_not_possible(filed):
    options = {each.step.key: each for each in possible(open_file(filed), DAY)}
    assert options["inquiry"].lawful
    assert [str(each) for each in options["service"].refusals] == [
        "送达：尚未办理：决定（《行政处罚法》第五十七条第一款）"
    ]
    assert options["filing"].done


def test_the_edition_in_force_on_the_day_of_the_act_governs(inquired, bureau):
    assert governing("toy", date(2024, 12, 31)).edition == "1"
    taken = take(inquired, "decision", by=[bureau.head], on=date(2025, 1, 2), outcome="stopped")
    assert taken.edition == "2"


def test_the_legal_office_may_keep_a_case_under_the_old_edition_with_its_reason(inquired, bureau):
    with pytest.raises(Refused, match="须写明理由"):
        changes.keep_edition(inquired, "1", " ", by=bureau.reviewer, on=DAY)
    changes.keep_edition(inquired, "1", "程序衔接", by=bureau.reviewer, on=DAY)
    assert take(inquired, "decision", by=[bureau.head], on=date(2025, 1, 2), outcome="stopped").edition == "1"
    assert Entry.objects.filter(stream=inquired.number, act="keep_edition").exists()


def test_before_the_first_edition_no_case_opens(bureau):
    with pytest.raises(NoEdition):
        open_case("toy", organ=bureau.organ, title="x", by=bureau.clerk, on=date(1999, 1, 1))


def test_a_correction_keeps_old_and_new_in_the_ledger(inquired, bureau):
    changes.correct(inquired, {"act": "无证经营"}, "笔误", by=bureau.officer, on=DAY)
    content = Entry.objects.get(stream=inquired.number, act="correct").read()
    assert (content["before"]["act"], content["facts"]["act"], content["reason"]) == ("超范围", "无证经营", "笔误")


def test_a_correction_cannot_reach_a_state_the_law_forbids(decided, bureau):
    with pytest.raises(Refused, match="第五十四条第二款"):
        changes.correct(decided, {"filed_on": None}, "试", by=bureau.officer, on=DAY)


def test_a_transferred_case_keeps_its_number_and_leaves_the_officers(filed, bureau):
    other = Organ.objects.create(name="邻县市场监督管理局", region=bureau.region, word="邻市监", domain="market")
    changes.transfer(filed, other, "违法行为发生在邻县", by=bureau.head, on=DAY)
    moved = Case.objects.get(pk=filed.pk)
    assert (moved.organ, moved.number, moved.handler) == (other, "测市监试〔2024〕1号", None)


def test_merging_and_withdrawing_end_a_case_with_a_reason(filed, bureau):
    twin = open_case("toy", organ=bureau.organ, title="同一行为", by=bureau.clerk, on=date(2024, 3, 1))
    changes.merge(twin, filed, "同一违法行为", by=bureau.head, on=DAY)
    assert Case.objects.get(pk=twin.pk).merged_into == filed
    changes.withdraw(filed, "当事人死亡", by=bureau.head, on=DAY)
    assert Case.objects.get(pk=filed.pk).outcome == "withdrawn"
