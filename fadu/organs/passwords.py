"""口令: how a password must look, how long it serves, and one that the system makes itself.

GB/T 22239-2019, 8.1.4.1 a) asks for complexity and periodic change and names no numbers; those here are usual ones.
"""

from __future__ import annotations

import secrets
import string
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fadu.organs.models import Person

CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
# Without the letters and digits that print alike.
READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 16
REMEMBERED = 5  # former passwords that may not come back


def classes(password: str) -> int:
    """How many of the four kinds of character occur: small letters, capitals, digits, others."""
    known = sum(any(c in kind for c in password) for kind in CLASSES)
    return known + any(c not in "".join(CLASSES) for c in password)


class ThreeClasses:
    """Django password validator: three of the four kinds of character."""

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002 - Django's signature
        if classes(password) < 3:
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        return _("密码应当包含小写字母、大写字母、数字、其他字符中的至少三类。")


class NotUsedBefore:
    """Django password validator: neither the present password nor one of the last five."""

    def validate(self, password: str, user: Person | None = None) -> None:
        if user is not None and any(check_password(password, old) for old in [user.password, *user.former_passwords]):
            raise ValidationError(self.get_help_text(), code="password_used_before")

    def get_help_text(self) -> str:
        return _("新密码应当与现在的密码和最近五次用过的密码不同。")


def make_password() -> str:
    """A password of sixteen readable characters that the rules accept; its owner must change it at first sign-in."""
    while True:
        password = "".join(secrets.choice(READABLE) for _position in range(LENGTH))
        if classes(password) >= 3:
            return password


def set_password(person: Person, password: str, at: datetime, *, by_owner: bool) -> None:
    """Give ``person`` the password; unless its owner set it, it must be changed at the next sign-in. Not saved."""
    if person.password:
        person.former_passwords = [person.password, *person.former_passwords][:REMEMBERED]
    person.set_password(password)
    person.password_set_at = at
    person.must_change_password = not by_owner


PASSWORD_FIELDS = ("password", "former_passwords", "password_set_at", "must_change_password")


def must_change(person: Person, at: datetime) -> bool:
    """Whether the password must be changed first: made by the system, or older than ``PASSWORD_DAYS`` (0: no limit)."""
    days: int = settings.PASSWORD_DAYS
    set_at = person.password_set_at or person.created_at
    return person.must_change_password or (days > 0 and at - set_at > timedelta(days=days))
