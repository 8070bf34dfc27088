"""申请: an application becomes a case. One transaction opens it, records its receipt and hands out number and code.

Who applies stands outside the organ: no post is asked of him, only that the procedure is one that citizens start, that
the organ receives such applications, and that what the articles ask for is there. A clerk may enter a paper one for him
with what he signed on file.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, Final

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from fadu.engine import drafts, guards, outbox
from fadu.engine.acts import Comer, begin, refuse, take
from fadu.engine.application import Application, Item
from fadu.engine.conditions import holds
from fadu.engine.declare import Procedure, Step
from fadu.engine.models import Case, Draft, Enclosed, Party, Receipt
from fadu.engine.refusals import Refusal, Refused
from fadu.engine.registry import NoEdition, all_procedures, governing
from fadu.ledger.book import append
from fadu.ledger.models import Attachment
from fadu.organs.kinds import PersonKind
from fadu.organs.models import Organ, Person
from fadu.organs.secret import fingerprint
from fadu.organs.standing import standing

ONLINE, PAPER = "online", "paper"
LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another when read out
CODE: Final = 8
NAMELESS: Final = "未具名"
APPLICANT: Final = "@applicant"  # in whose name a step stands that somebody without an account took


def open_to_citizens(on: date) -> list[Procedure]:
    """The procedures that citizens may start on ``on``, each in the edition that governs the day, in order of group."""
    found: dict[str, Procedure] = {}
    for each in all_procedures():
        if each.application and each.governs(on):
            found[each.key] = each
    return sorted(found.values(), key=lambda each: (str(each.application and each.application.group), each.key))


def started_by(procedure: str, on: date) -> tuple[Procedure, Application] | None:
    """The edition of ``procedure`` that governs ``on`` with its application; None where citizens do not start it."""
    try:
        rule = governing(procedure, on)
    except (KeyError, NoEdition):
        return None
    return (rule, rule.application) if rule.application else None


def receiving(application: Application) -> models.QuerySet[Organ]:
    """The organs that receive such applications."""
    return Organ.objects.filter(application.to, active=True).order_by("name")


def asked(rule: Procedure, application: Application, applicant: Comer, facts: Mapping[str, Any]) -> list[Item]:
    """The items that are asked for, given what was stated so far."""
    stated = _stated(rule, application, applicant, facts)
    return [each for each in application.items if holds(each.only, stated)]


def _stated(rule: Procedure, application: Application, applicant: Comer, facts: Mapping[str, Any]) -> Any:
    """Record and applicant as one thing to hold conditions against."""
    record = rule.record(**facts)
    columns = {each.attname: getattr(record, each.attname) for each in rule.record._meta.concrete_fields}
    own = {each.column: getattr(applicant, each.column) for each in application.items if each.of_applicant}
    return SimpleNamespace(**{**own, **columns})  # where both have a column of that name, the record's is meant


def missing(
    rule: Procedure,
    application: Application,
    applicant: Comer,
    facts: Mapping[str, Any],
    enclosed: Sequence[str],
) -> Iterator[Refusal]:
    """What the articles ask for and the application lacks; ``enclosed`` are the keys of its enclosures."""
    wanted = asked(rule, application, applicant, facts)
    of_record = {each.column for each in application.items if not each.of_applicant}
    for name in sorted(set(facts) - of_record - {application.channel}):
        yield Refusal(None, application.name, _("申请不能填写“%(column)s”") % {"column": name}, name)
    named = any(each.of_applicant and each.column == "name" and each.required for each in wanted)
    if not application.nameless and not named and not applicant.name.strip():
        yield Refusal(application.cites, application.name, _("须填写：申请人姓名或者名称"), "who_name")
    for item in wanted:
        value = getattr(applicant, item.column) if item.of_applicant else facts.get(item.column)
        if item.required and value in (None, "", False):
            model: type[models.Model] = Party if item.of_applicant else rule.record
            said = _("须填写：%(label)s") % {"label": guards.label(model, item.column)}
            yield Refusal(item.cites, application.name, said, item.key)
    known = {each.key for each in application.enclosures}
    for key in sorted(set(enclosed) - known):
        yield Refusal(None, application.name, _("申请没有“%(key)s”这种附件") % {"key": key})
    for each in application.enclosures:
        if each.required and each.key not in enclosed:
            yield Refusal(each.cites, application.name, _("须附：%(name)s") % {"name": each.name}, f"file_{each.key}")


def apply(
    procedure: str,
    *,
    organ: Organ,
    applicant: Comer,
    facts: Mapping[str, Any],
    on: date,
    at: datetime,
    others: Sequence[Comer] = (),
    enclosures: Sequence[tuple[str, Attachment]] = (),
    by: Person | None = None,
    channel: str = ONLINE,
    mandate: Attachment | None = None,
    related: Sequence[tuple[Case, str]] = (),
    mail: str = "",
    draft: Draft | None = None,
) -> Receipt:
    """File an application with ``organ`` on ``on``: the case is open, its receipt recorded, number and code given out.

    ``by`` is the account of whoever applies, or the clerk who enters a paper for him with the ``mandate`` on file; None
    for somebody without an account. The same ``draft`` filed again is the same case, and nothing is done twice.
    ``Receipt.code`` holds the check code, of which only the salted hash is kept. Raises ``Refused`` with every reason.
    """
    with transaction.atomic():
        if draft is not None:
            draft = Draft.objects.select_for_update().get(pk=draft.pk)
            if draft.case_id is not None:
                receipt = Receipt.objects.get(case=draft.case_id)
                receipt.code = drafts.code_of(draft, at)
                return receipt
        started = started_by(procedure, on)
        if started is None:
            raise Refused([Refusal(None, procedure, _("这一程序不由申请开始，或者当日没有施行中的版本"))])
        rule, application = started
        step = rule.step(application.step)
        wanted = {each.column for each in asked(rule, application, applicant, facts)}
        facts = {name: value for name, value in facts.items() if name in wanted or not _is_item(application, name)}
        clerk = by is not None and by.kind == PersonKind.STAFF and channel != ONLINE
        refuse(_against(application, step, organ, on, at, by if clerk else None, mandate))
        refuse(missing(rule, application, applicant, facts, [key for key, _file in enclosures]))
        if application.channel:
            facts[application.channel] = channel
        if not applicant.name.strip():  # the law asks for no name
            applicant = replace(applicant, name=NAMELESS)
        hand = by or somebody()
        early, late = _shared_out(step, facts)
        case = begin(
            rule, organ=organ, title=application.title(facts)[:200], by=hand, on=on, parties=[applicant, *others],
            facts=early, source="application", related=related, now=at,
        )  # fmt: skip
        handed_in = [*enclosures, *([(Enclosed.MANDATE, mandate)] if mandate else [])]
        Enclosed.objects.bulk_create(
            Enclosed(case=case, enclosure=key, attachment=file, on=on) for key, file in handed_in
        )
        receipt = _receipt(case, channel, mail, at)
        take(
            case, step, by=[hand], on=on, at=at, now=at, facts=late, in_person=not clerk,
            attachments=[file for _key, file in handed_in],
        )  # fmt: skip
        outbox.hand_out(receipt, receipt.code, applicant.phone)
        if draft is not None:
            draft.case, draft.kept_at = case, at
            drafts.filed(draft, receipt.code)
    return receipt


def _is_item(application: Application, name: str) -> bool:
    return any(each.column == name and not each.of_applicant for each in application.items)


def _shared_out(step: Step, facts: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the case opens with, and what the step of receipt records."""
    own = {*step.asks, *step.needs}
    return (
        {name: value for name, value in facts.items() if name not in own},
        {name: value for name, value in facts.items() if name in own},
    )


def _against(
    application: Application,
    step: Step,
    organ: Organ,
    on: date,
    at: datetime,
    clerk: Person | None,
    mandate: Attachment | None,
) -> Iterator[Refusal]:
    name = application.name
    if on > timezone.localdate(at):
        yield Refusal(None, name, _("日期晚于录入日期"))
    if not receiving(application).filter(pk=organ.pk).exists():
        yield Refusal(application.cites, name, _("%(organ)s不受理这类申请") % {"organ": organ.name}, "organ")
    if clerk is None:
        return
    if mandate is None:
        yield Refusal(
            application.cites,
            name,
            _("代为录入的，须附申请人签名或者盖章的申请书或者委托书"),
            f"file_{Enclosed.MANDATE}",
        )
    if not standing([clerk], organ, on)[clerk.pk].holds(step.by.posts):
        yield Refusal(step.by.cites, name, _("%(person)s当日在%(organ)s没有可以录入申请的职务") % {
            "person": clerk.name, "organ": organ.name,
        })  # fmt: skip


def somebody() -> Person:
    """In whose name a step stands that somebody without an account took; the account lets nobody in."""
    found, _new = Person.objects.get_or_create(
        username=APPLICANT,
        defaults={"name": "申请人", "kind": PersonKind.CITIZEN, "is_active": False, "password": "!"},
    )
    return found


def _receipt(case: Case, channel: str, mail: str, at: datetime) -> Receipt:
    code = _code()
    for _try in range(20):
        number = f"{at.year}{secrets.randbelow(10**8):08d}"
        try:
            with transaction.atomic():
                receipt = Receipt.objects.create(
                    case=case, number=number, digest=_digest(number, code), channel=channel, mail=mail, filed_at=at
                )
        except IntegrityError:
            continue
        receipt.code = code
        return receipt
    raise RuntimeError("no free number of a receipt was found")


def _digest(number: str, code: str) -> str:
    return fingerprint(f"receipt:{number}:{code}")


def renew_code(case: Case, *, by: Person, on: date, at: datetime) -> Receipt | None:
    """Give the case's receipt a new check code, for an applicant who lost his; the old one serves no more."""
    with transaction.atomic():
        receipt = Receipt.objects.select_for_update().filter(case=case).first()
        if receipt is None:
            return None
        receipt.code = _code()
        receipt.digest = _digest(receipt.number, receipt.code)
        receipt.save(update_fields=["digest"])
        append(case.number, "renew_code", actor=by.username, on=on, at=at, cites=[], content={})
    return receipt


def _code() -> str:
    return "".join(secrets.choice(LETTERS) for _place in range(CODE))


def find(number: str, code: str) -> Receipt | None:
    """The receipt of that number if the check code is right; None otherwise, in the same time whatever is wrong.

    Letters may be typed small, and spaces and hyphens are not looked at. Whoever asks counts the failures.
    """
    number = "".join(each for each in number if each.isdigit())[:16]
    code = "".join(each for each in code.upper() if each in LETTERS)[:CODE]
    receipt = Receipt.objects.filter(number=number).first()
    right = constant_time_compare(receipt.digest if receipt else _digest("none", "none"), _digest(number, code))
    return receipt if receipt is not None and right else None


def spaced(number: str) -> str:
    """202612345678 as 2026 1234 5678, to be read out."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
