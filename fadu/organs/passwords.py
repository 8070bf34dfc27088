"""口令: how a password must look, and one that the system makes itself."""

from __future__ import annotations

import secrets
import string

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from fadu.organs.models import Person

CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
# Without the letters and digits that print alike.
READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 16


def classes(password: str) -> int:
    """How many of the four kinds of character occur: small letters, capitals, digits, others."""
    known = sum(any(c in kind for c in password) for kind in CLASSES)
    return known + any(c not in "".join(CLASSES) for c in password)


class ThreeClasses:
    """Django password validator: three of the four kinds of character (complexity, GB/T 22239-2019, 8.1.4.1 a)."""

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002 - Django's signature
        if classes(password) < 3:
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        return _("密码应当包含小写字母、大写字母、数字、其他字符中的至少三类。")


def make_password() -> str:
    """A password of sixteen readable characters that the rules accept; its owner must change it at first sign-in."""
    while True:
        password = "".join(secrets.choice(READABLE) for _position in range(LENGTH))
        if classes(password) >= 3:
            return password
