"""What the law forbids of a penalty, in the editions of 2021 and 2017, written out a second time from the log of acts.

Nothing here reads the declarations or the engine: it is the yardstick that random walks are held against.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from fadu.law.calendar import standard_calendar

KINDS = (
    "warned", "criticised", "fined", "forfeited_income", "forfeited_goods", "licence_suspended", "grade_lowered",
    "licence_revoked", "business_restricted", "business_suspended", "closed_down", "practice_banned", "detained",
    "other_penalty",
)  # fmt: skip
ENFORCEMENT = {
    "verification", "inquiry", "inspection", "sampling", "assistance", "preservation", "end_of_inquiry", "notice",
    "telling", "defence", "silence", "hearing_notice", "review_request", "service", "collection", "handing_in",
    "demand",
}  # fmt: skip
INVESTIGATION = {"inquiry", "inspection", "sampling", "preservation", "end_of_inquiry"}
HEADS = {
    "filing", "not_filing", "preservation_approval", "preservation_disposal", "deliberation", "decision", "deferral",
    "surcharge", "court_application", "closing",
}  # fmt: skip
HEARABLE = (
    "large_fine", "large_forfeiture", "proposed_grade_lowered", "proposed_licence_revoked", "proposed_closed_down",
    "proposed_business_suspended", "proposed_practice_banned", "heavy_other", "hearing_by_law",
)  # fmt: skip
CALENDAR = standard_calendar()


@dataclass(frozen=True)
class Act:
    step: str
    on: date
    by: tuple[str, ...]
    outcome: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Log:
    """The acts of one case in order, as accepted."""

    acts: tuple[Act, ...]

    def of(self, *steps: str) -> list[Act]:
        return [act for act in self.acts if act.step in steps]

    def last(self, *steps: str) -> Act | None:
        found = self.of(*steps)
        return found[-1] if found else None

    def fact(self, name: str) -> Any:
        """The latest value entered for a column."""
        return next((act.facts[name] for act in reversed(self.acts) if name in act.facts), None)

    def before(self, act: Act) -> Log:
        return Log(self.acts[: self.acts.index(act)])

    def after(self, act: Act) -> Log:
        return Log(self.acts[self.acts.index(act) + 1 :])

    def hands(self, steps: set[str]) -> set[str]:
        return {person for act in self.acts if act.step in steps for person in act.by}


def working_days_between(since: date, until: date) -> int:
    """Working days after ``since`` and before ``until``."""
    span = (since + timedelta(n) for n in range(1, (until - since).days))
    return sum(CALENDAR.is_working(day) for day in span)


def years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1) - timedelta(1)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(day.year + year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError


def breaches(log: Log, certified: dict[str, date], heads: set[str]) -> Iterator[str]:
    """Every state of an ordinary case the law forbids. ``certified``: until when each certificate is valid."""
    yield from _hands(log, certified, heads)
    for act in log.of("inquiry", "end_of_inquiry", "notice", "telling", "review", "preservation"):
        if not log.before(act).of("filing"):
            yield f"54.2 {act.step}: before filing"
    yield from _filing(log)
    yield from _hearing(log)
    for preserved in log.of("preservation"):
        if not log.before(preserved).of("preservation_approval"):
            yield "56: evidence kept without the head's approval"
    for decision in log.of("decision"):
        yield from _decision(log.before(decision), decision)
    for act in log.of("collection"):
        if act.facts.get("collection") != "remote" or not act.facts.get("receipt"):
            yield "69/70: collected on the spot without ground or receipt"
    yield from _execution(log)


def summary_breaches(log: Log, certified: dict[str, date], heads: set[str]) -> Iterator[str]:
    """Every state of a case decided on the spot that the law forbids."""
    old = any(act.on < date(2021, 7, 15) for act in log.acts)
    alone = frozenset({"showing", "telling", "defence", "decision", "service", "reporting"}) if old else frozenset()
    yield from _hands(log, certified, heads, spot=True, alone=alone)
    citizen_limit, unit_limit, cash = (50, 1000, 20) if old else (200, 3000, 100)
    for decision in log.of("decision"):
        then, facts = log.before(decision), decision.facts
        fine = facts.get("fine") or 0
        if not then.of("showing"):
            yield "52.1: decided without showing the certificate"
        telling = then.last("telling")
        if telling is None:
            yield "62: punished untold"
        elif not then.after(telling).of("defence", "waiver"):
            yield "62: punished unheard"
        if fine > (citizen_limit if then.fact("citizen") else unit_limit):
            yield "51: above the limit"
        imposed = {kind for kind in KINDS if facts.get(kind)}
        if not imposed or imposed - {"warned", "fined"}:
            yield "51: not a fine or a warning"
        if not old and any(not then.fact(f"proposed_{kind}") for kind in imposed):
            yield "44: a class that was not proposed"
        if not old and then.fact("proposed_fine") is not None and fine > then.fact("proposed_fine"):
            yield "45.2: a fine above the one proposed"
        if then.fact("over_limit"):
            yield "54.1: decided on the spot after all"
    decision = log.last("decision")
    for act in log.of("service"):
        if decision is None or act.on != decision.on:
            yield "52.1: not handed over on the spot"
    for act in log.of("collection"):
        ground, fine = act.facts.get("collection"), decision.facts.get("fine") if decision else None
        if not ground or not act.facts.get("receipt") or (ground == "small" and (fine or 0) > cash):
            yield "68: cash without ground or receipt"
    yield from _execution(log)


def old_breaches(log: Log, certified: dict[str, date], heads: set[str]) -> Iterator[str]:
    """Every state of an ordinary case that the text of 2017 forbids."""
    yield from _hands(log, certified, heads)
    hearable = ("large_fine", "heavy_other", "proposed_licence_revoked", "proposed_business_suspended")
    for asked in log.of("hearing_request"):
        told = log.before(asked).last("telling")
        if told is None or asked.on > told.on + timedelta(3):
            yield "42.1.1 (2017): a hearing asked for late"
    for held in log.of("hearing"):
        then = log.before(held)
        notified = then.last("hearing_notice")
        if notified is None or notified.on > held.on - timedelta(7):
            yield "42.1.2 (2017): not notified seven days before"
        if set(held.by) & then.hands(INVESTIGATION):
            yield "42.1.4 (2017): an investigator presided"
    for preserved in log.of("preservation"):
        if not log.before(preserved).of("preservation_approval"):
            yield "37.2 (2017): evidence kept without the head's approval"
    for decision in log.of("decision"):
        if decision.outcome != "punished":
            continue
        then = log.before(decision)
        notice = then.last("notice")
        telling = then.after(notice).last("telling") if notice else None
        if notice is None or telling is None:
            yield "41 (2017): punished untold"
        elif not then.after(telling).of("defence", "waiver", "silence"):
            yield "41 (2017): punished unheard"
        elif any(then.fact(name) for name in hearable) and not then.of("hearing_waiver"):
            if not then.of("hearing_request") and decision.on <= telling.on + timedelta(3):
                yield "42.1.1 (2017): decided within the three days"
            if then.of("hearing_request") and not then.of("hearing"):
                yield "42.1 (2017): a hearing asked for was not held"
        review = then.last("review")
        if review is None or review.outcome != "agreed":
            yield "38.3 (2017): not reviewed, or not passed"
        for each in then.of("review"):
            if set(each.by) & then.before(each).hands(INVESTIGATION):
                yield "38.3 (2017): reviewed by a handler"
        said = Log((*then.acts, decision)).fact
        if said("grave") and said("severe") and not then.of("deliberation"):
            yield "38.2 (2017): a grave case decided alone"
    yield from _execution(log)


def _hands(
    log: Log, certified: dict[str, date], heads: set[str], *, spot: bool = False, alone: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Who acts. ``spot``: officers decide; ``alone``: the steps that one of them may take."""
    enforcing = ENFORCEMENT | {"showing", "reporting", "decision"} if spot else ENFORCEMENT
    for act in log.acts:
        valid = {each for each in act.by if certified.get(each, date.min) >= act.on}
        if act.step in enforcing and len(valid) < (1 if act.step in alone else 2):
            yield f"42.1 {act.step}: fewer certified officers than the law asks"
        if act.step in HEADS - enforcing and not set(act.by) <= heads:
            yield f"57.1 {act.step}: not by a head"
    closing = log.last("closing", "not_filing", "to_ordinary")
    if closing and log.after(closing).acts:
        yield "47: something was done in a closed case"
    if len(log.of("decision")) > 1:
        yield "57.1: decided twice"


def _filing(log: Log) -> Iterator[str]:
    for filing in log.of("filing", "notice"):
        then = log.before(filing)
        if filing.step == "filing" and (then.fact("under_fourteen") or then.fact("incapable")):
            yield "30/31: filed against somebody who cannot answer"
        lead = then.last("lead")
        acted = then.fact("ended_on") or then.fact("committed_on")
        years = 5 if then.fact("five_years") else 2
        if lead and acted and not then.fact("other_bar") and lead.on > years_later(acted, years):
            yield "36: barred"


def _hearing(log: Log) -> Iterator[str]:
    for asked in log.of("hearing_request"):
        told = log.before(asked).last("telling")
        if told is None or working_days_between(told.on, asked.on + timedelta(1)) > 5:
            yield "64.1.1: a hearing asked for late"
    for held in log.of("hearing", "hearing_end"):
        then = log.before(held)
        notified = then.last("hearing_notice")
        if notified is None or working_days_between(notified.on - timedelta(1), held.on) < 7:
            yield "64.1.2: the party was not notified seven working days before"
        if set(held.by) & then.hands(INVESTIGATION):
            yield "64.1.4: an investigator presided"
        if then.fact("hearing_closed") and not then.fact("hearing_closed_ground"):
            yield "64.1.3: closed without a ground"
        if (held.facts.get("proxies") or 0) > 2:
            yield "64.1.5: more than two proxies"


def _decision(then: Log, decision: Act) -> Iterator[str]:
    facts = decision.facts
    said = Log((*then.acts, decision)).fact
    imposed = {kind for kind in KINDS if facts.get(kind)}
    if not then.of("filing"):
        yield "54.2: decided without filing"
    if not then.of("end_of_inquiry") or not then.before(then.of("end_of_inquiry")[0]).of("inquiry"):
        yield "54.1/57.1: decided before an inquiry was made and ended"
    if then.of("preservation") and not then.of("preservation_disposal"):
        yield "56: decided over evidence still kept"
    if decision.outcome != "punished":
        if imposed:
            yield "57.1: spared and punished"
        if decision.outcome in {"minor", "first_offence", "no_fault"} and not said("educated"):
            yield "33.3: spared without a word"
        return
    if not imposed:
        yield "9: punished with nothing"
    if "fined" in imposed and facts.get("fine") is None:
        yield "9: a fine without an amount"
    if facts.get("fined") and (said("fined_before") or said("fined_in_crime")):
        yield "29/35: fined twice"
    if not said("facts_clear") or not said("verified"):
        yield "40/46: punished on facts unclear or evidence unverified"
    if then.fact("surveilled") and not then.fact("surveillance_checked"):
        yield "41.2: unchecked recordings"
    if then.fact("under_fourteen") or then.fact("incapable"):
        yield "30/31: punished somebody who cannot answer"
    if then.fact("under_eighteen") and said("discretion") not in {
        "lighter",
        "mitigated",
    }:
        yield "30: a minor punished in full"
    yield from _told(then, decision, imposed)
    yield from _reviewed(then)


def _told(then: Log, decision: Act, imposed: set[str]) -> Iterator[str]:
    notice = then.last("notice")
    telling = then.after(notice).last("telling") if notice else None
    if notice is None or telling is None:
        yield "62: punished untold"
        return
    answers = [act for act in then.acts if act.step in {"defence", "waiver", "silence"} and act.on >= telling.on]
    if not answers:
        yield "62: punished unheard"
    for act in answers:
        if act.step == "silence" and act.on <= (then.fact("defend_by") or date.max):
            yield "62: silence before its time"
    proposed = {kind for kind in KINDS if then.fact(f"proposed_{kind}")}
    if imposed - proposed:
        yield "45.2: a class that was not proposed"
    fine, before = decision.facts.get("fine"), then.fact("proposed_fine")
    if fine is not None and before is not None and Decimal(fine) > Decimal(before):
        yield "45.2: a fine above the one proposed"
    if any(then.fact(name) for name in HEARABLE) and not then.of("hearing_waiver"):
        if not then.of("hearing_request"):
            if working_days_between(telling.on, decision.on) < 5:
                yield "64.1.1: decided within the five days"
        elif not then.of("hearing", "hearing_end"):
            yield "63: a hearing asked for was not held"


def _reviewed(then: Log) -> Iterator[str]:
    hearing, review = then.last("hearing"), then.last("review")
    if hearing or any(then.fact(name) for name in ("public_interest", "difficult", "other_law")):
        if review is None or review.outcome != "agreed":
            yield "58.1: not reviewed, or not passed"
        elif hearing and review not in then.after(hearing).acts:
            yield "58.1.2: reviewed before the hearing"
    for each in then.of("review"):
        if set(each.by) & then.before(each).hands(INVESTIGATION):
            yield "58.1: reviewed by a handler"
    if then.fact("grave") and not then.of("deliberation"):
        yield "57.2: a grave case decided alone"


def _execution(log: Log) -> Iterator[str]:
    decision, served = log.last("decision"), log.last("service")
    fine = decision.facts.get("fine") if decision else None
    if served and decision and served.on < decision.on:
        yield "61.1: served before it was decided"
    for act in log.of("surcharge"):
        then = log.before(act)
        deferral = then.last("deferral")
        over = then.fact("deferred_until") if deferral else served.on + timedelta(15) if served else date.max
        if act.on <= over:
            yield "72.1.1: surcharged before the time to pay was over"
        amount = act.facts.get("surcharge", then.fact("surcharge"))
        if fine is None or Decimal(amount) > Decimal(fine):
            yield "72.1.1: a surcharge above the fine"
        if then.of("payment"):
            yield "72.1.1: surcharged after payment"
    for act in log.of("court_application"):
        yield from _application(log.before(act), act, served)
    for act in log.of("performance"):
        then = log.before(act)
        money = decision and (decision.facts.get("fined") or decision.facts.get("forfeited_income"))
        if money and not then.of("payment", "collection"):
            yield "67.3: performed without paying"
        if then.of("collection") and not then.of("banking"):
            yield "71: closed over cash not banked"
    for act in log.of("closing"):
        if (
            decision
            and decision.outcome == "punished"
            and not (log.before(act).of("performance", "ruling") or log.fact("revocation") in {"revoked", "void"})
        ):
            yield "47: closed over a decision not carried out"


def _application(then: Log, act: Act, served: Act | None) -> Iterator[str]:
    demand, over = then.last("demand"), then.last("remedies_over")
    if demand is None or working_days_between(demand.on, act.on) < 10:
        yield "coercion 54: the court was asked within ten days of the demand"
    if over is None or served is None:
        yield "coercion 53: the court was asked before the remedies were over"
    else:
        reconsidered = then.fact("reconsidered_on")
        ends = reconsidered + timedelta(15) if reconsidered else months_later(served.on, 6)
        if over.on <= ends:
            yield "coercion 53: the remedies were not over"
    if then.fact("sued") or then.of("performance"):
        yield "coercion 53: sued, or performed"
    deferral = then.last("deferral")
    if deferral and act.on <= then.fact("deferred_until"):
        yield "72.2: the deferral was not over"
