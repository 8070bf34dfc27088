"""Random walks: whatever is tried in whatever order, no reconsideration and no suit reaches a state the law forbids."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.law.calendar import standard_calendar
from fadu.procedures.litigation_response import LITIGATION_RESPONSE
from fadu.procedures.reconsideration import RECONSIDERATION
from fadu.procedures.reconsideration_2017 import RECONSIDERATION_2017
from tests.procedures.walking import Walk

CALENDAR = standard_calendar()
WALKS = int(os.environ.get("FADU_WALKS", "300")) // 4
STAFF = {
    "first": {"examiner", "clerk"},
    "second": {"examiner"},
    "office": {"office_head"},
    "head": {"head", "principal", "officer", "clerk"},
}
NEAR = [date(2024, 2, 1), date(2024, 3, 1), date(2022, 2, 1), None]
CHOICES = {
    "channel": ["paper", "online", "oral"],
    "respondent": ["测试县某局"],
    "knew_on": NEAR,
    "act_on": [date(2024, 2, 1), date(2010, 1, 4), None],
    "applied_on": [date(2024, 3, 4), date(2024, 3, 4), date(2024, 4, 1), date(2024, 9, 2)],
    "omission_since": [None, None, date(2024, 3, 1)],
    "period_until": [None, None, date(2024, 4, 1)],
    "knew_remedy_on": [None, date(2024, 3, 1)],
    "untold": [False, False, True],
    "urgent_protection": [False, False, True],
    "fee_charged": [False, False, False, True],
    "own_evidence": [False, False, True],
    "decide_by": [None, None, date(2024, 4, 15)],
    "decide_law": ["某法"],
    "examiners": [1, 2, 2, 2],
    "extension_days": [10, 30, 31],
    "summary_ground": ["small", "agreed", ""],
    "amount_at_stake": [None, 2000, 5000],
    "worse": [False, True],
    "third_proved": [False, True],
    "ground": ["unclear", "unclear", "sound", "sound", "omission", "unanswered", "unfit", "no_duty", "breach"],
    "major": [False, False, True],
    "applicants": [None, 3, 8],
    "representatives": [None, 1, 6],
    "accepted_on": [date(2024, 3, 4), date(2024, 3, 5), date(2023, 3, 1)],
    "attended": ["principal", "deputy", "staff", "lawyers", "nobody"],
    "result": ["dismissed", "revoked", "performance"],
    **dict.fromkeys(
        ("parties_clear", "interested", "specific", "in_time", "in_scope", "own_jurisdiction", "first_time"),
        [True] * 9 + [False],
    ),
    **dict.fromkeys(("reasons", "basis", "content", "findings", "proposal"), ["测试"] * 6 + [""]),
    "duty": ["", "限期答复"],
    "extension_granted": [True, True, False],
}
CORRECTED = {"changed", "revoked", "partly_revoked", "unlawful", "performance", "void"}
AGAINST = {"performance", "payment", "agreement"}


def working_days(since: date, until: date) -> int:
    """Working days after ``since`` up to ``until``."""
    return CALENDAR.between(since, until) if until > since else 0


def breaches(record, log, edition):
    """What the law forbids of a reconsideration, written out by hand from the acts and the record."""
    first = {}
    last = {}
    for step, on in log:
        first.setdefault(step, on)
        last[step] = on
    new = edition == "2023"
    if "acceptance" in first and "refusal" in first:
        yield "第三十条: accepted and refused"
    if "correction_notice" in first and [step for step, _on in log].count("correction_notice") > 1:
        yield "第三十一条第一款: corrected twice"
    if "abandonment" in first and new and first["abandonment"] <= CALENDAR.after(last["correction_service"], 10):
        yield "第三十一条第二款: given up before ten working days"
    if "acceptance" in first and new and not record.deemed_on:
        if not all(getattr(record, each) for each in ("parties_clear", "interested", "specific", "in_scope")):
            yield "第三十条第一款: accepted without its conditions"
        if (
            record.knew_on
            and record.applied_on
            and not (record.untold or record.period_until or record.urgent_protection or record.omission_since)
            and record.applied_on > record.knew_on + timedelta(days=75)
        ):
            yield "第二十条第一款: accepted too late"
        if (record.applicants or 0) > 5 and not 1 <= (record.representatives or 0) <= 5:
            yield "2007年条例第八条: no representatives"
    if "deemed_acceptance" in first:
        since = record.corrected_on or record.received_on
        if first["deemed_acceptance"] <= CALENDAR.after(since, 5):
            yield "第三十条第三款: deemed accepted within the five days"
    small = record.summary and record.accepted_on and new and record.summary_ground == "small"
    if small and (record.amount_at_stake is None or record.amount_at_stake > 3000 or not record.plain):
        yield "第五十三条: a summary procedure that may not be"
    if "allocation" in first and record.examiners < 2:
        yield "2007年条例第三十二条: one examiner"
    if "decision" in first:
        for step in ("sending", "reaching", "proposal"):
            if step not in first or first[step] > first["decision"]:
                yield f"第四十八条、第六十一条: decided without {step}"
        brief = record.summary and not record.converted_on
        if new and not brief and "listening" not in first:
            yield "第四十九条: nobody was heard"
        if new and record.major and not {"hearing", "consultation"} <= set(first):
            yield "第五十条、第五十二条: a grave case without hearing or committee"
        if not record.answered_on and record.decision == "upheld" and not record.third_proved:
            yield "第七十条: upheld without an answer"
        if record.decision == "upheld" and record.ground != "sound":
            yield "第六十八条: upheld though not sound"
        if record.worse and record.decision == "changed" and not (new and record.third_asked):
            yield "第六十三条第二款: changed for the worse"
        open_claim = record.damages_claimed and record.damages is None and not record.damages_dismissed
        if open_claim and new and record.decision in CORRECTED - {"performance"}:
            yield "第七十二条: damages left open"
    if "hearing" in first and new:
        notices = [on for step, on in log if step == "hearing_notice"]
        if not any(working_days(notice, first["hearing"]) >= 5 for notice in notices):
            yield "第五十一条第一款: hearing told too late"
        if not record.respondent_head and not (record.head_absence and record.head_agent):
            yield "第五十一条第三款: nobody of the respondent"
    if "extension" in first and record.extension_days > 30:
        yield "第六十二条: extended by more than thirty days"
    if "abatement" in first and first["abatement"] <= record.suspended_on + timedelta(days=60):
        yield "第四十一条第（五）项: ended before sixty days"
    ends = [record.decided_on, record.dismissed_on, record.terminated_on, record.mediation_signed_on]
    if sum(each is not None for each in ends) > 1:
        yield "two ends"
    if record.own_evidence or record.fee_charged:
        yield "第四十六条、第八十七条"
    if "closing" in first and record.redo and "performance" not in first:
        yield "第七十七条: closed before it was done again"


def suit_breaches(record, log):
    """What the law forbids of a suit."""
    first = {}
    for step, on in log:
        first.setdefault(step, on)
    for step in ("jurisdiction_objection", "evidence_extension"):
        if step in first and first[step] > record.complaint_on + timedelta(days=26):
            yield "解释第十条、第三十四条: after the fifteen days"
    if "late_evidence" in first and not record.extension_granted:
        yield "第三十六条: evidence without leave"
    if record.own_evidence:
        yield "第三十五条"
    if record.hearing_on and record.attended == "staff" and not (record.absence and record.absence_proved):
        yield "出庭规定第九条: no proof"
    if record.hearing_on and record.attended in {"principal", "deputy"} and not (record.attendant and record.spoke):
        yield "出庭规定第六条、第十一条"
    if record.effective_on and record.appealed_on and not record.second_judged_on:
        yield "第八十五条: effective under appeal"
    if "closing" in first and record.duty and not record.performed_on:
        yield "第九十四条: closed before it was performed"
    if record.effective_on and record.result in AGAINST and not record.duty:
        yield "第九十四条: a duty not stated"


RULES = {
    "2023": (RECONSIDERATION, date(2024, 3, 4), breaches),
    "2017": (RECONSIDERATION_2017, date(2023, 3, 1), breaches),
    "suit": (LITIGATION_RESPONSE, date(2024, 3, 4), lambda record, log, _edition: suit_breaches(record, log)),
}
# Every other walk is steadier, so that it gets as far as a decision.
STEADY = {
    **CHOICES,
    "ground": ["sound", "unclear", "unclear"],
    "own_evidence": [False],
    "fee_charged": [False],
    "examiners": [2],
    "untold": [False],
    "damages_claimed": [False],
    "major": [False, False, False, True],
}
EARLY = {"refusal", "abandonment", "dismissal", "termination", "abatement", "mediation", "redirection", "forwarding",
         "suspension", "correction_notice", "screening", "file_reading", "gathering", "copying", "opinion", "stay",
         "suggestion", "withdrawal", "summons", "jurisdiction_objection"}  # fmt: skip
LIKELY = ("upheld", "revoked")
LAST = {
    "2023": ["decision", "service", "performance"],
    "2017": ["decision", "service", "performance"],
    "suit": ["judgment", "effect", "performance"],
}
EVERYWHERE = {
    "2023": {"acceptance", "deemed_acceptance", "refusal", "decision", "termination", "closing"},
    "2017": {"acceptance", "refusal", "decision", "closing"},
    "suit": {"defence", "court_hearing", "appeal", "second_judgment", "effect", "performance", "closing"},
}


def likely(step):
    """The step with the outcomes that the steady walks have grounds for."""
    return replace(step, outcomes=[each for each in step.outcomes if each.key in LIKELY] or step.outcomes)


def walk(name: str, seed: int) -> tuple[Walk, list[str]]:
    """One life of one case, and what is wrong with it."""
    procedure, start, rules = RULES[name]
    dice = random.Random(seed)  # noqa: S311
    if seed % 2:  # every other case does not end early, so that it gets somewhere
        procedure = replace(procedure, steps=[each for each in procedure.steps if each.key not in EARLY])
    life = Walk(procedure, start, STAFF, STEADY if seed % 2 else CHOICES)
    for _ in range(45):
        if dice.random() < 0.4:
            life.on += timedelta(dice.choice([1, 1, 3, 8, 16, 65]))
        if procedure.in_force[1] and life.on > procedure.in_force[1]:
            break
        ending = seed % 2 and dice.random() < 0.5
        last = [likely(procedure.step(key)) for key in LAST[name]]
        life.procedure = replace(procedure, steps=last) if ending else procedure
        life.go(dice)
    wrong = list(rules(life.record, life.log, procedure.edition))
    wrong += [
        each.name
        for each in life.record._meta.constraints
        if isinstance(each, Never) and holds(each.forbids, life.record)
    ]
    return life, wrong


@pytest.mark.parametrize("name", RULES)
def test_no_walk_reaches_a_state_the_law_forbids(name):
    reached: set[str] = set()
    for seed in range(WALKS):
        life, wrong = walk(name, seed)
        assert wrong == [], (seed, life.log)
        reached |= {step for step, _on in life.log}
    assert reached >= EVERYWHERE[name]  # a walk that gets nowhere proves nothing
