"""账号: opening and closing accounts, passwords issued by the system, dormant accounts. The caller records the act."""

from __future__ import annotations

from datetime import datetime, timedelta

from axes.utils import reset
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from stdnum.cn import ric

from fadu.organs.kinds import PersonKind
from fadu.organs.models import Person
from fadu.organs.passwords import PASSWORD_FIELDS, make_password, set_password
from fadu.organs.refusal import NotAllowed
from fadu.organs.secret import fingerprint

# GB/T 22239-2019, 8.1.4.2 c) asks that superfluous accounts be removed in time and names no number of days: a quarter.
DORMANT_DAYS = 90


@transaction.atomic
def open_account(
    username: str, name: str, *, at: datetime, kind: str = PersonKind.STAFF, id_number: str = "", phone: str = ""
) -> tuple[Person, str]:
    """A new account and its password, shown once, to be changed at first sign-in. Raises ``NotAllowed``."""
    person = Person(
        username=Person.normalize_username(username.strip()),
        name=name.strip(),
        kind=PersonKind(kind),
        phone=phone.strip(),
    )
    password = make_password()
    set_password(person, password, at, by_owner=False)
    _identify(person, id_number)
    try:
        person.full_clean()
    except ValidationError as fault:
        raise NotAllowed("；".join(fault.messages)) from fault
    person.save(force_insert=True)
    return person, password


def _identify(person: Person, id_number: str) -> None:
    number = id_number.strip().upper()
    # Eighteen characters are a resident's number or a residence permit, with the check digit of GB 11643; whether a
    # foreigner's permanent permit (it begins with 9) has the same was not seen, so it is taken as it is.
    if len(number) == 18 and not number.startswith("9") and not _checks(number):
        raise NotAllowed(_("居民身份证号码校验不通过，请核对"))
    person.id_number, person.id_fingerprint = number, fingerprint(number)


def _checks(number: str) -> bool:
    return number.isascii() and number[:17].isdigit() and bool(ric.calc_check_digit(number) == number[17])


def identify(person: Person, id_number: str) -> Person:
    """Record the number of the identity document, encrypted, with its fingerprint. Raises ``NotAllowed``."""
    _identify(person, id_number)
    try:
        person.validate_constraints()
    except ValidationError as fault:
        raise NotAllowed("；".join(fault.messages)) from fault
    person.save(update_fields=["id_number", "id_fingerprint"])
    return person


def find_by_identity(id_number: str, kind: str) -> Person | None:
    """The account of that kind with that identity document."""
    number = id_number.strip().upper()
    return Person.objects.filter(id_fingerprint=fingerprint(number), kind=kind).first() if number else None


def issue_password(person: Person, at: datetime) -> str:
    """A new password for one who forgot the old: shown once, to be changed at the next sign-in; ends a lockout."""
    password = make_password()
    set_password(person, password, at, by_owner=False)
    person.save(update_fields=PASSWORD_FIELDS)
    unlock(person)
    return password


def unlock(person: Person) -> None:
    """End the lockout that failed sign-ins brought."""
    reset(username=person.username)


def close_account(person: Person) -> Person:
    """Bar the account from signing in; its sessions end with the next request. Acts and posts stay on record."""
    person.is_active = False
    person.save(update_fields=["is_active"])
    return person


def reopen_account(person: Person) -> Person:
    """Let a closed account sign in again."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    return person


def dormant(at: datetime, days: int = DORMANT_DAYS, kind: str = PersonKind.STAFF) -> QuerySet[Person]:
    """Open accounts that nobody has signed in to for more than ``days`` calendar days before ``at``, oldest first.

    An account never used counts from the day it was opened.
    """
    limit = at - timedelta(days=days)
    return Person.objects.filter(
        Q(last_login__lt=limit) | Q(last_login=None, created_at__lt=limit), is_active=True, kind=kind
    ).order_by("last_login", "created_at")
