"""人民调解: free, of free will, in any order the parties choose; agreed, kept and confirmed as the law says."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents import docx
from fadu.engine import applying, papers
from fadu.engine.acts import Comer
from fadu.engine.clocks import extend
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.law.statutes import MEDIATION_CONFIRMATION_2011 as J
from fadu.organs.models import Organ
from fadu.organs.seeing import sees
from fadu.procedures.mediation import MEDIATION
from tests.procedures.mediation_cases import DAY, ORAL, REGISTERED, SIGNED, WRITTEN, Dispute
from tests.procedures.test_papers import words
from tests.procedures.walking import Walk

pytestmark = pytest.mark.django_db


def after(days: int) -> date:
    return DAY + timedelta(days)


def test_every_article_on_procedure_and_agreement_is_used_or_said_why_not():  # 第十七条至第三十三条
    cited = {int(cite.article) for cite in MEDIATION.citations() if cite.statute is L[17].statute}
    assert set(range(17, 34)) - cited == set(MEDIATION.unused)


def test_the_law_sets_no_days_for_mediating():  # 第二十一条第二款 “及时”; the month of 2002 was not seen
    assert not MEDIATION.limit("mediation_hint").seen
    assert [each.key for each in MEDIATION.limits if each.whose == "organ" and each.seen] == []


@pytest.mark.parametrize(
    ("came", "facts"),
    [
        ("application", {}),  # 第十七条 “当事人可以……申请调解”
        ("initiative", {}),  # 第十七条 “也可以主动调解”
        ("entrustment", {"entrusted_by": "police"}),  # 第十八条
    ],
)
def test_a_dispute_comes_in_one_of_three_ways(committee, came, facts):
    matter = Dispute(committee)
    with pytest.raises(Refused, match="第十七条"):
        matter.go("registration", **REGISTERED)
    matter.go(came, dispute="排水沟被堵", **facts)
    with pytest.raises(Refused):
        matter.go("initiative" if came != "initiative" else "application", dispute="又")
    matter.go("registration", **REGISTERED)


@pytest.mark.parametrize(
    ("step", "facts", "article"),
    [
        ("registration", {**REGISTERED, "told_rights": False}, "第二十三条"),
        ("session", {"session_record": "谈", "fee": "50"}, "第四条"),
        ("session", {"session_record": "谈", "invited": "王邻居"}, "第二十条第一款"),
        ("oral_agreement", {**ORAL, "no_paper_wanted": False}, "第二十八条"),
        ("termination", {"ways_told": False}, "第二十六条"),
    ],
)
def test_what_the_law_asks_of_a_step_it_is_refused_without(committee, step, facts, article):
    matter = Dispute(committee)
    matter.go("application", dispute="排水沟被堵")
    if step != "registration":
        matter.go("registration", **REGISTERED)
    outcome = {"oral_agreement": "oral", "termination": "failed"}.get(step, "")
    with pytest.raises(Refused, match=article):
        matter.go(step, outcome=outcome, **facts)


def test_after_one_side_refused_nothing_is_mediated(committee):  # 第十七条
    matter = Dispute(committee).registered()
    matter.go("refusal", after(1), refused_by="李示例")
    for step, facts in (("session", {"session_record": "谈"}), ("drafting", WRITTEN)):
        with pytest.raises(Refused, match="本案情形不适用"):
            matter.go(step, after(2), **facts)
    matter.go("termination", after(2), "refused", ways_told=True, refused_on=after(1), refused_by="李示例")
    matter.go("closing", after(2), by=committee.clerk)
    matter.case.refresh_from_db()
    assert matter.case.outcome == "refused"


@pytest.mark.parametrize("missing", SIGNED)
def test_a_written_agreement_takes_effect_when_everybody_signed_and_the_seal_is_on_it(committee, missing):
    matter = Dispute(committee).registered()  # 第二十九条第二款
    matter.go("drafting", **WRITTEN)
    with pytest.raises(Refused, match="第二十九条第二款"):
        matter.go("signing", outcome="written", **{**SIGNED, missing: False})


def test_an_oral_agreement_takes_effect_the_day_it_is_reached(committee):  # 第三十条
    assert Dispute(committee).agreed_orally().record.effective_on == DAY


def test_what_may_become_a_crime_is_reported_before_the_file_is_closed(committee):  # 第二十五条
    matter = Dispute(committee)
    matter.go("initiative", dispute="持械对峙")
    matter.go("registration", may_cause_case=True, **REGISTERED)
    matter.go("prevention", prevention="分开双方，当日上门", prevented="crime", prevented_people=2)
    matter.go("oral_agreement", outcome="oral", **ORAL)
    matter.go("return_visit", after(10), "performed", visit="已清理", performed_on=after(5))
    with pytest.raises(Refused, match="尚未办理：向公安机关"):
        matter.go("closing", after(10))
    matter.go("police_report", reported_to="示例派出所")
    matter.go("closing", after(10))


def test_the_committee_sees_that_the_agreement_is_kept(committee):  # 第三十一条第二款
    matter = Dispute(committee).signed()
    with pytest.raises(Refused, match="第三十一条第二款"):
        matter.go("closing", after(1))
    matter.go("return_visit", after(9), "partly", visit="付了一半")
    matter.go("return_visit", after(20), "performed", visit="付清", performed_on=after(19))
    matter.go("closing", after(20), by=committee.clerk)
    assert matter.record.kept == "performed"


@pytest.mark.parametrize(("day", "lawful"), [(0, True), (30, True), (35, True), (36, False)])
def test_both_ask_the_court_within_thirty_days_of_effect(committee, day, lawful):  # 第三十三条第一款
    matter = Dispute(committee).signed()
    assert matter.due("confirmation_request") == date(2024, 5, 6)  # 1 to 5 May are days off: 当事人从宽
    if lawful:
        matter.go("confirmation_request", after(day), jointly=True, court="示例县人民法院")
    else:
        with pytest.raises(Refused, match="三十日内"):
            matter.go("confirmation_request", after(day), jointly=True, court="示例县人民法院")


def test_one_alone_and_a_matter_of_status_are_not_confirmed(committee):  # 第三十三条第一款、司法确认规定第四条第二款
    matter = Dispute(committee).signed()
    with pytest.raises(Refused, match="第三十三条第一款"):
        matter.go("confirmation_request", jointly=False, court="示例县人民法院")
    with pytest.raises(Refused, match="第四条第二款第（二）项"):
        matter.go("confirmation_request", jointly=True, court="示例县人民法院", status=True)


def test_the_court_accepts_in_three_days_and_rules_in_fifteen_and_ten_more(committee):  # 司法确认规定第四条、第五条
    matter = Dispute(committee).signed()
    matter.go("confirmation_request", jointly=True, court="示例县人民法院")
    assert matter.due("confirmation_acceptance") == after(6)  # 4 to 6 April are days off
    matter.go("confirmation_acceptance", after(2), "court_accepted", confirmation_number="（2024）示调确字1号")
    assert matter.due("confirmation_ruling") == after(17)
    told = after(15)
    extend(matter.case, "confirmation_ruling", "special", J.days(10), by=committee.mediator, on=told, told_on=told)
    assert matter.due("confirmation_ruling") == after(27)
    assert not Deadline.objects.filter(case=matter.case, whose="organ", seen=True).exists()


def test_an_agreement_not_confirmed_may_be_changed_and_agreed_anew(committee):  # 第三十三条第三款
    matter = Dispute(committee).signed()
    matter.go("confirmation_request", jointly=True, court="示例县人民法院")
    matter.go("confirmation_acceptance", after(1), "court_accepted")
    matter.go("confirmation_ruling", after(5), "invalid", confirmation_ground="内容不明确")
    matter.go("renewal", after(6))
    assert matter.record.effective_on is None
    matter.go("oral_agreement", after(7), "oral", **ORAL)
    assert matter.record.effective_on == after(7)


@pytest.mark.parametrize("kind", [paper.key for step in MEDIATION.steps for paper in step.yields])
def test_every_form_can_be_made_of_a_case_and_names_both_sides(committee, kind):
    matter = Dispute(committee).signed()
    matter.go("return_visit", after(3), "performed", visit="付清", performed_on=after(3))
    composed = papers.preview(matter.case, kind, after(3))
    assert docx.render(composed)
    if kind not in {"dossier_note", "dossier_cover", "dossier_back"}:
        assert "张测试" in words(composed)
        assert "李示例" in words(composed)


def test_the_agreement_is_numbered_and_states_the_items_of_its_article(committee):  # 第二十九条第一款
    matter = Dispute(committee).signed()
    paper = papers.issue(matter.case, "mediation_agreement", by=committee.mediator, on=DAY)
    said = words(papers.compose(paper))
    assert paper.number == "示例村人调字〔2024〕1号"
    for item in ("张测试", "责任在甲", "甲赔偿乙三千元", "3,000元", "司法确认"):
        assert item in said


@given(st.randoms(use_true_random=False))
def test_no_walk_reaches_what_the_law_forbids(dice):
    """Asked in memory, step by step: the guards and the forbidden states hold whatever is tried in whatever order."""
    lives(dice)


def test_the_walks_together_go_everywhere():
    reached = {step for seed in range(250) for step in lives(random.Random(seed))}  # noqa: S311
    assert {step.key for step in MEDIATION.steps} - reached <= {"renewal"}  # far down the road, tested above


def lives(dice: random.Random) -> set[str]:
    choices = {
        **{name: [value, False] for name, value in {**SIGNED, "told_rights": True, "jointly": True}.items()},
        "no_paper_wanted": [True, True, False],
        "ways_told": [True, True, False],
        "fee": [None, None, "10"],
        "may_cause_case": [False, False, True],
        "status": [False, False, True],
    }
    walk = Walk(MEDIATION, DAY, {"郑调解": {"mediator"}}, choices)
    for _ in range(dice.choice([10, 30])):
        walk.on += timedelta(dice.choice([0, 0, 1, 3, 20]))
        if not (taken := walk.go(dice)):
            continue
        record, steps = walk.record, [key for key, _on in walk.log]
        refused = record.refused_on
        if taken in {"session", "drafting", "signing", "oral_agreement"}:
            assert refused is None  # 第十七条
            assert record.terminated_on is None
        if record.effective_on:
            assert record.form in {"oral", "written"}
            assert record.form == "oral" or (record.parties_signed and record.mediator_signed and record.sealed)
        if taken == "confirmation_request":
            assert walk.on <= record.effective_on + timedelta(35)  # 三十日, moved past the days off
            assert record.jointly
            assert not record.status
        assert not record.fee  # 第四条
        if taken == "closing":
            assert record.effective_on or (record.terminated_on and record.ways_told)
            assert "police_report" in steps or not record.may_cause_case
    return {key for key, _on in walk.log}


@pytest.mark.parametrize(
    ("procedure", "facts", "stage"),
    [
        ("mediation", {"other_side": "李示例", "dispute": "排水沟被堵", "claims": "清理"}, "application"),
        ("legal_aid", {"case_class": "civil", "matter": "wages", "facts": "欠薪", "means": "无收入"}, "application"),
    ],
)
def test_a_citizen_applies_on_the_portal(committee, bureau, settings, tmp_path, procedure, facts, stage):
    settings.HOME, settings.SMS_GATEWAY = tmp_path, "file"
    justice = Organ.objects.create(name="测试县司法局", region=bureau.region, word="测司", domain="justice")
    organ = committee.organ if procedure == "mediation" else justice
    applicant = Comer("陈示例", phone="13800001234")
    at = datetime(2024, 4, 1, 2, tzinfo=UTC)
    given = {"organ": organ, "applicant": applicant, "on": DAY, "at": at}
    with pytest.raises(Refused):
        applying.apply(procedure, facts={}, **given)
    receipt = applying.apply(procedure, facts=facts, **given)
    assert receipt.case.taken.get().step == stage
    assert sees(committee.mediator, DAY).allows(organ=organ.pk) == (procedure == "mediation")
