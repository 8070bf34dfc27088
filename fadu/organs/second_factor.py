"""双因素: the time-based code beside the password, and the recovery codes for the day the phone is lost.

The records are django-allauth's (``Authenticator``); its secrets are stored encrypted like other personal data.
GB/T 22239-2019, 8.1.4.1 d) asks for two factors, one of them cryptographic.
"""

from __future__ import annotations

import base64
import secrets
from urllib.parse import quote, urlencode

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt as seal
from django.db import transaction

from fadu.organs.models import Person
from fadu.organs.secret import decrypt, encrypt, stale

PURPOSE = "second factor"
PASSED = "second_factor_passed"  # the session's mark that the code was given, not only the password
ISSUER = "Fadu"
WINDOW = 3  # codes that can be right at one moment: the current one, the one before, the one after (RFC 6238, 5.2)


class SecretKeeper(DefaultMFAAdapter):  # type: ignore[misc]
    """Encrypts what allauth would store in the clear."""

    def encrypt(self, text: str) -> str:
        return encrypt(text, PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text, PURPOSE)


def enrolled(person: Person) -> bool:
    """Whether the person has set up the time-based code."""
    return bool(Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists())


def new_secret() -> str:
    """A fresh secret of 160 bits in base 32, as authenticator apps take it (RFC 4226, section 4, R6)."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def picture(person: Person, secret: str) -> str:
    """The QR code of the secret as a data address for ``<img>``; nothing is fetched, nothing stored."""
    label = quote(f"{ISSUER}:{person.username}")
    address = f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': ISSUER})}"
    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=4, light="#fff"))


def _totp(person: Person, secret: str) -> Authenticator:
    return Authenticator(user=person, type=Authenticator.Type.TOTP, data={"secret": seal(secret)})


@transaction.atomic
def enrol(person: Person, secret: str, code: str) -> list[str] | None:
    """Set up the second factor when ``code`` proves that the app holds ``secret``: the recovery codes, else None."""
    made = _totp(person, secret)
    if not made.wrap().validate_code(code):
        return None
    Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).delete()
    made.save()
    return renew_recovery_codes(person)


@transaction.atomic
def renew_recovery_codes(person: Person) -> list[str]:
    """Ten fresh codes, each good once; the old ones are void. They are shown now and never again."""
    Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).delete()
    made = Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.RECOVERY_CODES,
        data={"seed": seal(secrets.token_hex(40)), "used_mask": 0},
    )
    return list(made.wrap().generate_codes())


@transaction.atomic
def verify(person: Person, code: str) -> bool:
    """Whether ``code`` is the current time-based code or an unused recovery code; either serves once."""
    code = code.replace(" ", "").replace("-", "")
    for held in Authenticator.objects.select_for_update().filter(user=person):
        if held.type == Authenticator.Type.RECOVERY_CODES:
            if held.wrap().validate_code(code):
                return True
        elif code not in (used := held.data.get("used", [])) and held.wrap().validate_code(code):
            # Kept with the record, not in a worker's memory: the code is spent for every worker.
            held.data["used"] = [*used, code][-WINDOW:]
            held.save(update_fields=["data"])
            return True
    return False


def recovery_codes_left(person: Person) -> int:
    """How many recovery codes are still good."""
    held = Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(held.wrap().get_unused_codes()) if held else 0


def reencrypt() -> int:
    """Write with the first of the keys every secret that another key wrote; how many were written anew."""
    written = 0
    for held in Authenticator.objects.all().iterator(500):
        old = {part: held.data[part] for part in ("secret", "seed") if stale(held.data.get(part, ""))}
        if old:
            held.data |= {part: seal(decrypt(value, PURPOSE)) for part, value in old.items()}
            held.save(update_fields=["data"])
            written += 1
    return written


def forget(person: Person) -> None:
    """Remove the second factor (lost phone and lost codes): the person sets up a new one at the next sign-in."""
    Authenticator.objects.filter(user=person).delete()
