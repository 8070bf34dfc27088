"""回避: an officer with an interest stands aside; the party may ask for it; the head of the organ decides.

Until the decision the inquiry goes on: an open request is on record but stops nobody.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.acts import refuse
from fadu.engine.declare import Recusal as Rule
from fadu.engine.file import CaseFile, open_file
from fadu.engine.guards import CASEWORK, ahead
from fadu.engine.models import Case, Recusal
from fadu.engine.refusals import Refusal
from fadu.ledger.book import append
from fadu.organs.models import Person
from fadu.organs.secret import fingerprint
from fadu.organs.standing import standing

RECUSE = gettext_lazy("回避")


def ask_recusal(
    case: Case, person: Person, ground: str, *, entered_by: Person, on: date, own_motion: bool = False
) -> Recusal:
    """A party's request, or the officer's own, that ``person`` stand aside. Raises ``Refused`` without a ground."""
    with transaction.atomic():
        file = open_file(case, lock=True)
        rule = _rule(file, on)
        reasons = [Refusal(rule.applies, RECUSE, _("须写明理由"))] if not ground.strip() else []
        if not standing([entered_by], file.case.organ_id, on)[entered_by.pk].holds(CASEWORK):
            reasons.append(
                Refusal(rule.applies, RECUSE, _("%(person)s当日不是本机关办案人员") % {"person": entered_by.name})
            )
        if file.case.closed_on is not None:
            reasons.append(Refusal(rule.applies, RECUSE, _("案件已经办结")))
        refuse([*reasons, *ahead(on, RECUSE, rule.applies)])
        asked = Recusal.objects.create(
            case=file.case, person=person, ground=ground, applied_on=on, own_motion=own_motion
        )
        file.case.contested = True
        file.case.save(update_fields=["contested"])
        append(
            file.case.number,
            "ask_recusal",
            actor=entered_by.username,
            on=on,
            at=timezone.now(),
            cites=[(rule.cites if own_motion else rule.applies).key],
            content={"person": person.username, "own_motion": own_motion, "ground": fingerprint(ground)},
        )
    return asked


def decide_recusal(asked: Recusal, *, granted: bool, by: Person, on: date) -> Recusal:
    """The head's decision. Nobody decides on himself. Raises ``Refused``."""
    with transaction.atomic():
        file = open_file(asked.case_id, lock=True)
        rule = _rule(file, on)
        asked = Recusal.objects.select_for_update(of=("self",)).get(pk=asked.pk)
        reasons = []
        if asked.decision != Recusal.Decision.OPEN:
            reasons.append(Refusal(rule.decides, RECUSE, _("已经作出决定")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds(rule.by.posts):
            reasons.append(Refusal(rule.decides, RECUSE, _("由%(role)s决定") % {"role": rule.by.name}))
        if asked.person_id == by.pk:
            reasons.append(Refusal(rule.decides, RECUSE, _("本人的回避不能由本人决定")))
        if on < asked.applied_on:
            reasons.append(Refusal(rule.decides, RECUSE, _("决定日期早于申请日期")))
        refuse([*reasons, *ahead(on, RECUSE, rule.decides)])
        asked.decision = Recusal.Decision.GRANTED if granted else Recusal.Decision.REFUSED
        asked.decided_by, asked.decided_on = by, on
        asked.save(update_fields=["decision", "decided_by", "decided_on"])
        append(
            file.case.number,
            "decide_recusal",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[rule.decides.key],
            content={"person": asked.person.username, "granted": granted},
        )
    return asked


def _rule(file: CaseFile, on: date) -> Rule:
    procedure = file.edition(on)
    if procedure.recusal is None:
        refuse([Refusal(None, RECUSE, _("本程序没有回避的规定"))])
        raise AssertionError  # refuse() has raised
    return procedure.recusal
