"""公开: publish a masked rendition, end its term, take it back, note a repair.

What is published is its own record; the unmasked words are not in it. A withdrawn publication stays as a line that
says why: 《行政处罚法》第四十八条第二款 wants the reason made public.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine import search
from fadu.engine.acts import refuse
from fadu.engine.conditions import holds
from fadu.engine.declare import Publicity
from fadu.engine.file import CaseFile, open_file
from fadu.engine.guards import CASEWORK, ahead
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Publication
from fadu.engine.papers import snapshot
from fadu.engine.refusals import Refusal
from fadu.law.calendar import standard_calendar
from fadu.law.due import last_day
from fadu.ledger.book import append
from fadu.organs.models import Person
from fadu.organs.standing import standing

PUBLISH = gettext_lazy("公开")
WITHDRAW = gettext_lazy("撤回公开")
REPAIR = gettext_lazy("信用修复")


def publicities(file: CaseFile, on: date) -> list[Publicity]:
    """What of the case is to be, or may be, made public by the edition governing ``on``."""
    rule = file.edition(on)
    return [
        each
        for each in rule.publicity
        if any(taken.step == each.of.key for taken in file.taken) and holds(each.only, file.record)
    ]


def publish(case: Case | int, kind: str, *, by: Person, on: date) -> Publication:
    """Publish what the publicity rule ``kind`` renders of the case. Raises ``Refused``."""
    with transaction.atomic():
        file = open_file(case, lock=True)
        rule = next((each for each in publicities(file, on) if each.key == kind), None)
        reasons = []
        if rule is None:
            reasons.append(Refusal(None, PUBLISH, _("本案没有可以公开的“%(kind)s”") % {"kind": kind}))
        elif Publication.objects.filter(case=file.case, kind=kind, withdrawn_on=None).exists():
            reasons.append(Refusal(rule.cites, PUBLISH, _("已经公开")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds(CASEWORK):
            reasons.append(Refusal(None, PUBLISH, _("%(person)s当日在本机关没有职务") % {"person": by.name}))
        refuse(reasons)
        assert rule is not None  # noqa: S101  refuse() has raised otherwise
        decided = file.last_day(rule.of.key) or on
        publication = Publication.objects.create(
            **render(file, rule, on),
            case=file.case,
            kind=kind,
            organ=file.case.organ,
            region=file.case.region,
            decided_on=decided,
            published_on=on,
            due_on=last_day(rule.within, decided, standard_calendar()) if rule.within else None,
            until=term_ends(file, rule, on),
        )
        search.index([publication])
        append(
            file.case.number,
            "publish",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[rule.cites.key],
            content={"kind": kind, "number": publication.number, "until": publication.until},
        )
    return publication


def render(file: CaseFile, rule: Publicity, on: date) -> dict[str, Any]:
    """The masked rendition as columns of a publication; the rule gives number, title, party, rendition, cites."""
    made = rule.render(snapshot(file, file.edition(on), None, "", on, {}))
    return {
        "number": made["number"],
        "title": made["title"],
        "party": made.get("party", ""),
        "rendition": made["rendition"],
        "cites": list(made.get("cites", ())),
        "grams": grams([made["number"], made["title"], made.get("party", ""), *_words(made["rendition"])]),
    }


def term_ends(file: CaseFile, rule: Publicity, on: date) -> date | None:
    """The last day of the term of publication; None where the law sets none."""
    for term in rule.terms:
        if holds(term.only, file.record):
            if term.period is None:
                return None
            ends = last_day(term.period, on, standard_calendar())
            longer: date | None = getattr(file.record, term.until) if term.until else None
            return max(ends, longer) if longer else ends
    return None


def take_back(publication: Publication, reason: str, *, by: Person, on: date) -> Publication:
    """Withdraw a publication and say publicly why (变更、撤销、确认违法或者确认无效). The head decides: what the public
    may read does not disappear by an officer's hand. Raises ``Refused``."""
    with transaction.atomic():
        file = open_file(publication.case_id, lock=True)
        publication.refresh_from_db(fields=["withdrawn_on"])
        rule = next((each for each in file.edition(on).publicity if each.key == publication.kind), None)
        cites = rule.withdrawn_cites if rule else None
        reasons = []
        if not reason.strip():
            reasons.append(Refusal(cites, WITHDRAW, _("须公开说明理由")))
        if publication.withdrawn_on:
            reasons.append(Refusal(cites, WITHDRAW, _("已经撤回")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds(("head", "principal")):
            reasons.append(Refusal(cites, WITHDRAW, _("由机关负责人决定撤回公开")))
        if on < publication.published_on:
            reasons.append(Refusal(cites, WITHDRAW, _("撤回日期早于公开日期")))
        refuse([*reasons, *ahead(on, WITHDRAW, cites)])
        reason = hidden(reason, file.case.parties.all())  # it is made public
        publication.withdrawn_on, publication.withdrawal = on, reason
        publication.rendition, publication.grams = {}, grams([publication.number, publication.title])
        publication.save(update_fields=["withdrawn_on", "withdrawal", "rendition", "grams"])
        search.index([publication])
        append(
            file.case.number,
            "take_back",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[cites.key] if cites else [],
            content={"kind": publication.kind, "number": publication.number, "reason": reason},
        )
    return publication


def repair(publication: Publication, reason: str, *, by: Person, on: date) -> Publication:
    """Stop showing a publication before its term, after the party's credit was repaired."""
    with transaction.atomic():
        file = open_file(publication.case_id, lock=True)
        reasons = []
        if not reason.strip():
            reasons.append(Refusal(None, REPAIR, _("须写明理由")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds(("head", "principal", "clerk")):
            reasons.append(Refusal(None, REPAIR, _("%(person)s当日在本机关没有可办理此事的职务") % {"person": by.name}))
        refuse([*reasons, *ahead(on, REPAIR)])
        publication.repaired_on = on
        publication.until = on
        publication.save(update_fields=["repaired_on", "until"])
        append(
            file.case.number,
            "repair",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[],
            content={
                "kind": publication.kind,
                "number": publication.number,
                "reason": hidden(reason, file.case.parties.all()),
            },
        )
    return publication


def grams(texts: Iterable[str]) -> str:
    """The words of ``texts`` for search: each pair of neighbouring characters, and runs of letters and digits whole."""
    found: dict[str, None] = {}
    for each in texts:
        run = ""
        chinese: list[str] = []
        for letter in f"{each.lower()} ":
            if letter.isascii() and letter.isalnum():
                run += letter
            elif run:
                found[run] = None
                run = ""
            if not letter.isascii() and letter.isalnum():
                chinese.append(letter)
            else:
                found.update(dict.fromkeys(a + b for a, b in pairwise(chinese)))
                found.update(dict.fromkeys(chinese))
                chinese = []
    return " ".join(found)


def _words(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _words(each)
