"""执法证件: issuing, withholding, returning, revoking and renewing. The caller records the act in the ledger."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from fadu.organs.kinds import Domain, PersonKind
from fadu.organs.models import Certificate, Organ, Person, Suspension
from fadu.organs.models.validity import overlapping
from fadu.organs.refusal import NotAllowed


@transaction.atomic
def certify(
    person: Person, organ: Organ, number: str, domain: str, *, issued_on: date, valid_until: date
) -> Certificate:
    """Issue a certificate for one field (or 综合行政执法); first and last day count. Raises ``NotAllowed``."""
    domain = Domain(domain)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.kind != PersonKind.STAFF:
        raise NotAllowed(_("{person}是公众用户，不能发给执法证件").format(person=person))
    if not number.strip():
        raise NotAllowed(_("请填写证件编号"))
    if valid_until < issued_on:
        raise NotAllowed(_("有效期至{until}，早于发证日期{issued}").format(until=valid_until, issued=issued_on))
    if Certificate.objects.filter(number=number.strip()).exists():
        raise NotAllowed(_("证件编号{number}已经使用；换发请办理换证").format(number=number.strip()))
    running = Certificate.objects.filter(
        Q(revoked_on=None) | Q(revoked_on__gt=issued_on),
        person=person,
        organ=organ,
        domain=domain,
        issued_on__lte=valid_until,
        valid_until__gte=issued_on,
    )
    if other := running.first():
        raise NotAllowed(
            _("{person}已持有同一领域的证件{number}，有效期至{until}；请办理换证").format(
                person=person, number=other.number, until=other.valid_until
            )
        )
    return Certificate.objects.create(
        person=person, organ=organ, number=number.strip(), domain=domain, issued_on=issued_on, valid_until=valid_until
    )


def _locked(certificate: Certificate) -> Certificate:
    return Certificate.objects.select_for_update().get(pk=certificate.pk)


@transaction.atomic
def suspend(certificate: Certificate, *, since: date, ground: str, until: date | None = None) -> Suspension:
    """Withhold the certificate from ``since`` to ``until``, both included, or until ``restore``."""
    certificate = _locked(certificate)
    if not ground.strip():
        raise NotAllowed(_("请填写暂扣理由"))
    if until is not None and until < since:
        raise NotAllowed(_("截止日期{until}早于起始日期{since}").format(until=until, since=since))
    if certificate.revoked_on is not None:
        raise NotAllowed(_("证件{number}已于{day}吊销").format(number=certificate, day=certificate.revoked_on))
    if not certificate.issued_on <= since <= certificate.valid_until:
        raise NotAllowed(_("暂扣日期{since}不在证件{number}的有效期内").format(since=since, number=certificate))
    if certificate.suspensions.filter(overlapping(since, until)).exists():
        raise NotAllowed(_("证件{number}在此期间已经暂扣").format(number=certificate))
    return certificate.suspensions.create(since=since, until=until, ground=ground.strip())


@transaction.atomic
def restore(certificate: Certificate, *, on: date) -> Suspension:
    """Give back a withheld certificate; from the day ``on`` it serves again. Raises ``NotAllowed``."""
    certificate = _locked(certificate)
    running = certificate.suspensions.filter(Q(until=None) | Q(until__gte=on), since__lt=on).first()
    if running is None:
        raise NotAllowed(_("证件{number}在{day}之前没有暂扣").format(number=certificate, day=on))
    running.until = on - timedelta(days=1)
    running.save(update_fields=["until"])
    return running


@transaction.atomic
def revoke(certificate: Certificate, *, on: date, ground: str) -> Certificate:
    """Revoke the certificate: void from the day ``on``. Raises ``NotAllowed``."""
    certificate = _locked(certificate)
    if not ground.strip():
        raise NotAllowed(_("请填写吊销理由"))
    if certificate.revoked_on is not None:
        raise NotAllowed(_("证件{number}已于{day}吊销").format(number=certificate, day=certificate.revoked_on))
    if on < certificate.issued_on:
        raise NotAllowed(_("吊销日期{day}早于发证日期{issued}").format(day=on, issued=certificate.issued_on))
    certificate.revoked_on, certificate.revoked_for = on, ground.strip()
    certificate.save(update_fields=["revoked_on", "revoked_for"])
    return certificate


@transaction.atomic
def renew(certificate: Certificate, *, issued_on: date, valid_until: date, number: str = "") -> Certificate:
    """Issue the certificate that follows; the old one ends on the day before. Raises ``NotAllowed``.

    The time between an expired certificate and its renewal stays a time without one. ``number`` defaults to the old.
    """
    certificate = _locked(certificate)
    if certificate.revoked_on is not None:
        raise NotAllowed(_("证件{number}已于{day}吊销").format(number=certificate, day=certificate.revoked_on))
    if certificate.suspensions.filter(Q(until=None) | Q(until__gte=issued_on)).exists():
        raise NotAllowed(_("证件{number}正在暂扣，不能换证").format(number=certificate))
    if Certificate.objects.filter(renews=certificate).exists():
        raise NotAllowed(_("证件{number}已经换发").format(number=certificate))
    if issued_on <= certificate.issued_on:
        raise NotAllowed(
            _("换发日期{day}应当晚于原发证日期{issued}").format(day=issued_on, issued=certificate.issued_on)
        )
    if valid_until < issued_on:
        raise NotAllowed(_("有效期至{until}，早于发证日期{issued}").format(until=valid_until, issued=issued_on))
    number = number.strip() or certificate.number
    if Certificate.objects.filter(number=number).exclude(person=certificate.person_id).exists():
        raise NotAllowed(_("证件编号{number}已经使用；换发请办理换证").format(number=number))
    if certificate.valid_until >= issued_on:
        certificate.valid_until = issued_on - timedelta(days=1)
        certificate.save(update_fields=["valid_until"])
    return Certificate.objects.create(
        person_id=certificate.person_id,
        organ_id=certificate.organ_id,
        number=number,
        domain=certificate.domain,
        issued_on=issued_on,
        valid_until=valid_until,
        renews=certificate,
    )
