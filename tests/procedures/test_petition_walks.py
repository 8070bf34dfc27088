"""Random walks: whatever is tried in whatever order, no petition reaches a state the regulations forbid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.engine.conditions import holds
from fadu.engine.facts import Never
from fadu.engine.models import Taken
from fadu.engine.refusals import Refused
from fadu.procedures.petition import PETITION, PETITION_2005
from tests.procedures.petition_cases import Petitioned

pytestmark = pytest.mark.django_db
LAW_OF_2022 = date(2022, 5, 1)
ONLY_2022 = {
    "petition_objection",
    "accusation_handling",
    "diversion",
    "route_end",
    "duty_performance",
    "petition_rating",
}
LED = ("judicial", "arbitration", "party", "administrative")
FACTS = {
    "kind": ["claim", "claim", "suggestion", "accusation"],
    "field": ["labour", "land"],
    "route": ["opinion", "opinion", "duty", "administrative", "arbitration"],
    "office": [True, False],
    "major": [False, False, True],
    "unclear": [False, True],
    "persons": [1, 8],
    "representatives": [1, 5, 6],
    "pending": [False, False, True],
    "finalised": [False, False, True],
    "statutory": [False, False, True],
    "congress_or_court": [False, True],
    "disclosed": [False, True],
    "backlog": [True, False],
    "not_ours": [True, False],
    "feedback_by": [date(2024, 6, 1)],
    "route_due_on": [None, date(2024, 6, 1)],
    "route_due_by": ["", "某条"],
    "satisfaction": ["satisfied", "dissatisfied"],
}
LEADING = (
    "registration", "petition_acceptance", "petition_investigation", "petition_opinion", "opinion_service", "closing",
)  # fmt: skip


def breaches(record, taken, edition):
    """What the two texts forbid, written out by hand; ``taken`` are (step, day) in order."""
    days = dict(taken)
    new = edition == "2022"
    if not new and ONLY_2022 & set(days):
        yield "a step of 2022 under the text of 2005"
    if record.accepted_on and record.refused_on:
        yield "第二十三条: accepted and refused"
    if record.accepted_on and (record.pending or record.finalised):
        yield "第十九条第三款、第三十六条第三款: accepted what may not be"
    if record.channel == "visit" and (record.representatives or 0) > 5:
        yield "第二十条第三款: more than five"
    if "petition_opinion" in days:
        if "petition_investigation" not in days:
            yield "第三十一条第（六）项: nobody was heard"
        if not (record.opinion and record.opinion_basis and record.facts_found and record.request):
            yield "第三十二条: an opinion lacks what it must state"
        if new and (record.kind != "claim" or record.route != "opinion"):
            yield "第三十一条: an opinion where another way was due"
    if "diversion" in days and record.route not in LED:
        yield "第三十一条: led into what is no procedure"
    if record.disclosed:
        yield "第三十条第三款: given away"
    if "opinion_service" in days and days["opinion_service"] < days["petition_opinion"]:
        yield "served before it was made"
    if "closing" in days:
        ended = {
            "petition_refusal", "petition_opinion", "petition_settlement", "suggestion_reply", "accusation_handling",
            "diversion", "duty_performance", "petition_forwarding",
        }  # fmt: skip
        if not ended & set(days):
            yield "第三十四条: closed without an end"
        if "petition_opinion" in days and "opinion_service" not in days:
            yield "第三十五条: closed before the answer was received"
        if record.answer == "supported" and "opinion_execution" not in days:
            yield "第三十二条第二款: a supported claim not carried out"


def filled(step, data):
    """A form, filled in rightly or wrongly."""
    outcome = data.draw(st.sampled_from([each.key for each in step.outcomes])) if step.outcomes else ""
    chosen = [*(step.outcome(outcome).needs if outcome else ())]
    facts = {}
    for name in dict.fromkeys([*step.needs, *chosen, *step.asks]):
        if name in FACTS:
            facts[name] = data.draw(st.sampled_from(FACTS[name]))
        elif name in step.needs or name in chosen:
            facts[name] = data.draw(st.sampled_from(["示例", "示例", "示例", ""]))
    return outcome, {name: value for name, value in facts.items() if value is not None}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_walk_reaches_a_state_the_regulations_forbid(bureau, data):
    rule, day = data.draw(st.sampled_from([(PETITION, date(2024, 3, 1)), (PETITION_2005, date(2021, 3, 1))]))
    channel = data.draw(st.sampled_from(["online", "visit"]))
    matter = Petitioned(bureau, day, channel=channel)
    steps = [step for step in rule.steps if step.key != "petition_receipt"]
    for _ in range(14):
        step = data.draw(st.sampled_from([*steps, *(rule.step(key) for key in LEADING)]))
        outcome, facts = filled(step, data)
        day += timedelta(days=data.draw(st.sampled_from([0, 0, 1, 7, 40])))
        try:
            matter.take(step.key, day, [bureau.head], outcome=outcome, facts=facts)
        except Refused:
            continue
        record = matter.record
        for constraint in record._meta.constraints:
            if isinstance(constraint, Never):
                assert not holds(constraint.forbids, record), constraint.name
        taken = list(Taken.objects.filter(case=matter.case).order_by("seq").values_list("step", "on"))
        assert list(breaches(record, taken, rule.edition)) == []
