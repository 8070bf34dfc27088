"""No change of a case is a way round its steps: what a step must do, no correction, withdrawal or merger does."""

from __future__ import annotations

import json
import threading
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from fadu.engine import changes, clocks, evidence, papers, publication, recusal, service
from fadu.engine.acts import open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Case, Publication, Stop, Taken
from fadu.engine.refusals import Refused
from fadu.engine.retracing import decided as is_decided
from fadu.law.statutes import PENALTY_2021 as L
from fadu.ledger.attachments import attach
from fadu.ledger.models import Entry
from fadu.organs.models import Delegation, Organ, Post
from fadu.organs.secret import EncryptedField
from fadu.procedures.models import OrdinaryPenalty

DAY = date(2024, 3, 4)
AFTER = date(2024, 3, 6)


AT_ONCE = pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time")


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


# --- 更正 --------------------


@pytest.mark.parametrize("facts", [{"decided_on": DAY}, {"fine": 100}, {"served_on": DAY}])
def test_what_no_step_has_entered_cannot_be_corrected_into_the_record(inquired, bureau, facts):
    with pytest.raises(Refused, match="还没有登记"):
        changes.correct(inquired, facts, "试", by=bureau.head, on=DAY)


def test_the_result_of_a_decision_is_not_corrected(decided, bureau):
    with pytest.raises(Refused, match="由决定的结果确定"):
        changes.correct(decided, {"result": "referred"}, "试", by=bureau.head, on=AFTER)
    assert OrdinaryPenalty.objects.get(pk=decided.pk).result == "unfounded"


def test_an_officer_does_not_correct_what_the_head_entered(decided, bureau):
    with pytest.raises(Refused, match="由有权办理“决定”的人员"):
        changes.correct(decided, {"decided_on": DAY}, "试", by=bureau.officer, on=AFTER)


def test_a_correction_under_which_a_step_would_have_been_unlawful_is_refused(decided, bureau):
    with pytest.raises(Refused, match="尚未办理：审核"):  # 重大案件须经审核才能决定
        changes.correct(decided, {"grave": True}, "试", by=bureau.head, on=AFTER)
    with pytest.raises(Refused, match="日期早于“调查”的日期"):
        changes.correct(decided, {"decided_on": date(2024, 3, 2)}, "试", by=bureau.head, on=AFTER)


def test_a_wait_is_not_shortened_by_moving_the_day_it_runs_from(decided, bureau):  # 第六十七条第三款之例
    take(decided, "service", by=[bureau.officer, bureau.second], on=AFTER)
    take(decided, "court", by=[bureau.head], on=date(2024, 3, 22))
    with pytest.raises(Refused, match="十五日缴款期未满"):
        changes.correct(decided, {"served_on": date(2024, 3, 10)}, "试", by=bureau.head, on=date(2024, 3, 23))


def test_the_day_of_a_step_moves_with_its_column(inquired, bureau):
    changes.correct(inquired, {"ended_inquiry_on": date(2024, 3, 2)}, "笔误", by=bureau.head, on=DAY)
    assert Taken.objects.get(case=inquired, step="inquiry").on == date(2024, 3, 2)


def test_a_needed_fact_is_not_corrected_away(inquired, bureau):
    with pytest.raises(Refused, match="须填写"):
        changes.correct(inquired, {"act": ""}, "试", by=bureau.officer, on=DAY)


def test_a_closed_case_is_corrected_by_the_head_only(decided, bureau):
    take(decided, "closing", by=[bureau.head], on=AFTER)
    with pytest.raises(Refused, match="机关负责人更正"):
        changes.correct(decided, {"act": "改写"}, "试", by=bureau.officer, on=AFTER)
    changes.correct(decided, {"act": "改写"}, "笔误", by=bureau.head, on=AFTER)


# --- 撤案、并案、移送、恢复 --------------------


def test_a_decision_does_not_disappear_by_withdrawing_merging_or_transferring_its_case(decided, bureau):
    twin = open_case("toy", organ=bureau.organ, title="同一行为", by=bureau.clerk, on=date(2024, 3, 1))
    other = Organ.objects.create(name="邻县局", region=bureau.region, word="邻", domain="market")
    assert is_decided(open_file(decided))
    with pytest.raises(Refused, match="已经作出决定"):
        changes.withdraw(decided, "试", by=bureau.head, on=AFTER)
    with pytest.raises(Refused, match="已经作出决定"):
        changes.merge(decided, twin, "试", by=bureau.head, on=AFTER)
    with pytest.raises(Refused, match="已经作出决定"):
        changes.transfer(decided, other, "试", by=bureau.head, on=AFTER)
    assert Case.objects.get(pk=decided.pk).closed_on is None


def test_two_cases_do_not_end_in_each_other(filed, bureau):
    twin = open_case("toy", organ=bureau.organ, title="同一行为", by=bureau.clerk, on=date(2024, 3, 1))
    changes.merge(twin, filed, "同一违法行为", by=bureau.head, on=DAY)
    with pytest.raises(Refused, match="已经办结"):
        changes.merge(filed, twin, "试", by=bureau.head, on=DAY)
    assert Case.objects.get(pk=filed.pk).closed_on is None


@AT_ONCE
@pytest.mark.django_db(transaction=True)
def test_two_cases_merged_into_each_other_at_once_leave_one_running(bureau):
    pair = [open_case("toy", organ=bureau.organ, title=t, by=bureau.clerk, on=date(2024, 3, 1)) for t in "甲乙"]
    at_once = threading.Barrier(2)
    refused = []

    def merge(one, other):
        try:
            at_once.wait(10)
            changes.merge(one, other, "试", by=bureau.head, on=DAY)
        except Refused as found:
            refused.append(found)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=merge, args=pair), threading.Thread(target=merge, args=pair[::-1])]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert len(refused) == 1
    assert Case.objects.filter(closed_on=None).count() == 1


@AT_ONCE
@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_are_one(bureau):
    case = open_case(
        "toy", organ=bureau.organ, title="甲", by=bureau.clerk, on=date(2024, 3, 1), officers=[bureau.officer]
    )
    take(case, "filing", by=[bureau.head], on=DAY)
    take(case, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})
    at_once = threading.Barrier(2)
    answers = []

    def decide(person):
        try:
            at_once.wait(10)
            answers.append(take(case, "decision", by=[person], on=DAY, outcome="stopped"))
        except Refused as found:
            answers.append(found)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=decide, args=[each]) for each in (bureau.head, bureau.deputy)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert sorted(type(each).__name__ for each in answers) == ["Refused", "Taken"]
    assert Taken.objects.filter(case=case, step="decision").count() == 1


def test_a_reopened_case_has_no_end_any_more(filed, bureau):
    changes.withdraw(filed, "当事人死亡", by=bureau.head, on=DAY)
    with pytest.raises(Refused, match="早于办结日期"):
        changes.reopen(filed, "查错", by=bureau.head, on=date(2024, 3, 2))
    changes.reopen(filed, "查错", by=bureau.head, on=AFTER)
    again = Case.objects.get(pk=filed.pk)
    assert (again.closed_on, again.outcome, again.merged_into) == (None, "", None)


def test_a_case_goes_to_another_organ_that_exists(filed, bureau):
    closed = Organ.objects.create(name="撤并局", region=bureau.region, word="撤", domain="market", active=False)
    for organ in (closed, bureau.organ):
        with pytest.raises(Refused, match="另一个在用的机关"):
            changes.transfer(filed, organ, "试", by=bureau.head, on=DAY)


def test_an_edition_that_did_not_govern_when_the_case_began_is_not_chosen(filed, bureau):
    with pytest.raises(Refused, match="没有施行"):
        changes.keep_edition(filed, "2", "试", by=bureau.head, on=DAY)


# --- 日期 --------------------


def test_no_act_happens_after_the_day_it_is_entered(bureau):
    ahead = tomorrow()
    given = {"organ": bureau.organ, "title": "x", "by": bureau.clerk}
    filed = open_case("toy_lasting", on=date(2024, 3, 1), **given)
    take(filed, "filing", by=[bureau.head], on=date(2024, 3, 1))
    item = evidence.add_evidence(
        filed, attach(b"x y z", "甲.txt"), kind="documentary", name="甲", by=bureau.officer, on=DAY
    )
    asked = recusal.ask_recusal(filed, bureau.officer, "近亲属", entered_by=bureau.clerk, on=DAY)
    acts = [
        lambda: open_case("toy_lasting", on=ahead, **given),
        lambda: changes.withdraw(filed, "试", by=bureau.head, on=ahead),
        lambda: changes.assign(filed, bureau.third, None, "试", by=bureau.head, on=ahead),
        lambda: clocks.suspend(filed, "decide", "expert", by=bureau.head, on=ahead),
        lambda: clocks.extend(filed, "decide", "complex", L.days(30), by=bureau.head, on=ahead),
        lambda: recusal.ask_recusal(filed, bureau.officer, "近亲属", entered_by=bureau.clerk, on=ahead),
        lambda: recusal.decide_recusal(asked, granted=True, by=bureau.head, on=ahead),
        lambda: evidence.exclude_evidence(item, "试", by=bureau.head, on=ahead, cites=L[46, 3]),
    ]
    for act in acts:
        with pytest.raises(Refused, match="日期晚于录入日期"):
            act()


def test_a_paper_is_not_served_voided_or_received_in_days_to_come(inquired, bureau):
    paper = papers.issue(inquired, "toy_record", by=bureau.officer, on=DAY)
    given = {"by": bureau.officer, "receiver": "甲公司"}
    for sent_on, served_on in ((tomorrow(), tomorrow()), (DAY, tomorrow())):
        with pytest.raises(Refused, match="日期晚于录入日期"):
            service.serve(paper, "direct", sent_on=sent_on, served_on=served_on, **given)
    posted = service.serve(paper, "post", sent_on=DAY, **given)
    with pytest.raises(Refused, match="日期晚于录入日期"):
        service.receipt(posted, tomorrow(), by=bureau.officer)
    with pytest.raises(Refused, match="日期晚于录入日期"):
        papers.void(paper, "试", by=bureau.head, on=tomorrow())


# --- 谁 --------------------


@pytest.mark.parametrize("kind", ["inspector", "leader", "system_admin", "security_admin", "audit_admin"])
def test_who_inspects_leads_or_administers_acts_in_no_case(decided, bureau, kind):
    person = bureau.person(f"p_{kind}", "冯旁观", kind)
    clocks_case = open_case("toy", organ=bureau.organ, title="x", by=bureau.clerk, on=date(2024, 3, 1))
    take(clocks_case, "filing", by=[bureau.head], on=date(2024, 3, 1))
    clocks.suspend(clocks_case, "decide", "expert", by=bureau.head, on=DAY)
    acts = [
        lambda: open_case("toy", organ=bureau.organ, title="x", by=person, on=DAY),
        lambda: papers.issue(decided, "toy_record", by=person, on=AFTER),
        lambda: publication.publish(decided, "decision", by=person, on=AFTER),
        lambda: clocks.resume(clocks_case, "decide", by=person, on=AFTER),
        lambda: recusal.ask_recusal(decided, bureau.officer, "x", entered_by=person, on=AFTER),
        lambda: changes.correct(decided, {"act": "改"}, "x", by=person, on=AFTER),
    ]
    for act in acts:
        with pytest.raises(Refused):
            act()
    assert not Publication.objects.exists()
    assert Stop.objects.get().until is None


def test_only_officers_of_the_organ_are_given_its_case(bureau):
    other = Organ.objects.create(name="邻县局", region=bureau.region, word="邻", domain="market")
    stranger = bureau.person("stranger", "冯外人", "officer", certified=True, organ=other)
    with pytest.raises(Refused, match="冯外人当日在本机关没有职务"):
        open_case("toy", organ=bureau.organ, title="x", by=bureau.clerk, on=DAY, officers=[stranger])


def test_the_public_loses_a_publication_only_by_the_head(decided, bureau):  # 第四十八条第二款
    made = publication.publish(decided, "decision", by=bureau.officer, on=AFTER)
    for person in (bureau.officer, bureau.clerk):
        with pytest.raises(Refused, match="由机关负责人决定撤回公开"):
            publication.take_back(made, "试", by=person, on=AFTER)


def test_who_must_stand_aside_does_not_act_by_a_delegate(filed, bureau):  # 第四十三条
    post = Post.objects.get(person=bureau.head, kind="head")
    stand_in = bureau.person("standin", "郑代行", "clerk")
    Delegation.objects.create(
        principal=bureau.head, delegate=stand_in, post=post, since=date(2024, 1, 1), until=date(2024, 12, 31)
    )
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": "x"})
    asked = recusal.ask_recusal(filed, bureau.head, "近亲属", entered_by=bureau.clerk, on=DAY)
    recusal.decide_recusal(asked, granted=True, by=bureau.deputy, on=DAY)
    with pytest.raises(Refused, match="赵负责已经回避"):
        take(filed, "decision", by=[stand_in], principal=bureau.head, on=DAY, outcome="stopped")


# --- 台账 --------------------


def test_a_correction_of_personal_data_enters_the_ledger_as_a_hash(inquired, bureau):
    record = OrdinaryPenalty.objects.get(pk=inquired.pk)
    column = next(each for each in record._meta.concrete_fields if isinstance(each, EncryptedField))
    OrdinaryPenalty.objects.filter(pk=inquired.pk).update(**{column.name: "证人王示例，110101199003070038"})
    changes.correct(inquired, {column.name: "证人李示例"}, "笔误", by=bureau.head, on=DAY)
    content = Entry.objects.get(stream=inquired.number, act="correct").content
    assert "王示例" not in content
    assert "110101199003070038" not in content
    assert json.loads(content)["before"][column.name].startswith(("sm3:", "sha256:"))
