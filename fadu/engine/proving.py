"""验证电话: who has no account proves that a telephone is his by a one-time code sent to it."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from fadu.engine import outbox
from fadu.engine.models import Verification
from fadu.organs.secret import fingerprint

SERVES: Final = timedelta(minutes=10)
TRIES: Final = 5
# (within, how many codes): to one telephone, and asked for from one address. An office may share an address.
TO_ONE_PHONE: Final = ((timedelta(minutes=1), 1), (timedelta(hours=1), 5), (timedelta(days=1), 10))
FROM_ONE_ADDRESS: Final = ((timedelta(hours=1), 60),)


class NotNow(Exception):
    """No code is sent: the number is none of a mobile telephone, or too many were asked for."""


def ask_code(phone: str, *, at: datetime, address: str = "") -> Verification:
    """Send a code to ``phone``; ``address`` is where the request came from. Raises ``NotNow``."""
    number = re.sub(r"[\s-]", "", phone)
    if not outbox.MOBILE.match(number):
        raise NotNow(_("请填写11位手机号码"))
    number = number[-11:]
    trace, source = outbox.trace_of(number), fingerprint(f"address:{address}") if address else ""
    with transaction.atomic():
        for bounds, same in ((TO_ONE_PHONE, {"trace": trace}), (FROM_ONE_ADDRESS, {"source": source})):
            for within, most in bounds:
                if any(same.values()) and _sent(same, at - within) >= most:
                    raise NotNow(_("验证码发得太频繁，请稍后再试"))
        code = f"{secrets.randbelow(10**6):06d}"
        made = Verification.objects.create(phone=number, trace=trace, source=source, digest="", sent_at=at)
        made.digest = _digest(made, code)
        made.save(update_fields=["digest"])
    outbox.send_code(number, code, at=at, until=at + SERVES)
    return made


def _sent(same: dict[str, str], since: datetime) -> int:
    return Verification.objects.filter(**same, sent_at__gt=since).count()


def prove(key: int, code: str, *, at: datetime) -> Verification | None:
    """The verification, now proved, if ``code`` is right, in time and within the tries; else None, whatever the reason.

    A code serves once.
    """
    tried = Verification.objects.filter(pk=key, proved_at=None, tries__lt=TRIES, sent_at__gt=at - SERVES)
    if not tried.update(tries=F("tries") + 1):  # counted before it is looked at: two at once are two tries
        return None
    found = Verification.objects.get(pk=key)
    if not constant_time_compare(found.digest, _digest(found, code.strip())):
        return None
    if not Verification.objects.filter(pk=key, proved_at=None).update(proved_at=at):
        return None
    found.proved_at = at
    return found


def forget(before: datetime) -> int:
    """Remove what is no longer needed to count by: verifications sent before that moment."""
    removed, _by_model = Verification.objects.filter(sent_at__lt=before).delete()
    return removed


def _digest(made: Verification, code: str) -> str:
    return fingerprint(f"code:{made.pk}:{made.trace}:{code}")
