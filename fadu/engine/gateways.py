"""网关: how a message leaves the house. Which gateways stand is settled by the operator's environment.

``FADU_SMS`` and ``FADU_MAIL`` name the adapter: ``file`` writes messages into ``FADU_HOME/outbox`` (trial and tests),
``http`` posts an SMS as JSON to the county's gateway, ``smtp`` sends mail, empty sends nothing.
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, Protocol

from django.conf import settings
from django.core.mail import EmailMessage

TIMEOUT: Final = 10  # seconds


class GatewayDown(RuntimeError):
    """The message was not taken; it is tried again."""


class Gateway(Protocol):
    """Takes a message. The same ``key`` again is the same message."""

    def send(self, key: str, to: str, text: str, subject: str = "") -> None: ...


class Files:
    """Writes each message into a file of its own, readable by the owner only. For trial and tests."""

    def __init__(self, way: str) -> None:
        self.way = way

    def send(self, key: str, to: str, text: str, subject: str = "") -> None:
        """One file a key: sent again, it is written over."""
        folder = Path(settings.HOME) / "outbox"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place = folder / f"{self.way}-{key}.json"
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"to": to, "subject": subject, "text": text}, file, ensure_ascii=False)
        except OSError as fault:
            raise GatewayDown(str(fault)) from fault


class Http:
    """Posts ``{"id", "to", "text"}`` to the SMS gateway's address with its token; any 2xx answer is taken."""

    def __init__(self, address: str, token: str) -> None:
        self.address, self.token = address, token

    def send(self, key: str, to: str, text: str, subject: str = "") -> None:  # noqa: ARG002  an SMS has no subject
        """The message's key goes along, for the gateway to know one sent again."""
        body = json.dumps({"id": key, "to": to, "text": text}, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}", "Idempotency-Key": key}
        request = urllib.request.Request(self.address, body, headers)  # noqa: S310  the operator's own address
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):  # noqa: S310
                pass
        except (urllib.error.URLError, OSError, ValueError) as fault:
            raise GatewayDown(type(fault).__name__) from fault


class Smtp:
    """Sends mail through the operator's server (``FADU_MAIL_HOST``, ``_PORT``, ``_USER``, ``_PASSWORD``, ``_FROM``)."""

    def send(self, key: str, to: str, text: str, subject: str = "") -> None:
        """The key is the Message-ID, by which a mail sent again is known."""
        sender = settings.DEFAULT_FROM_EMAIL
        headers = {"Message-ID": f"<{key}@{sender.rpartition('@')[2] or 'localhost'}>"}
        try:
            EmailMessage(subject, text, sender, [to], headers=headers).send()
        except OSError as fault:
            raise GatewayDown(type(fault).__name__) from fault


def sms() -> Gateway | None:
    """The gateway for SMS; None where there is none."""
    match settings.SMS_GATEWAY:
        case "file":
            return Files("sms")
        case "http":
            return Http(settings.SMS_URL, settings.SMS_TOKEN)
    return None


def mail() -> Gateway | None:
    """The gateway for mail; None where there is none."""
    match settings.MAIL_GATEWAY:
        case "file":
            return Files("mail")
        case "smtp":
            return Smtp()
    return None
