"""消息: what the party is told of a step, written in the transaction of the act and delivered afterwards.

A message is a row before it is sent: a gateway that is down delays it and loses nothing. Two that deliver at once never
take the same row at the same time, and the message's key lets the gateway know one that is sent again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from fadu.engine import gateways
from fadu.engine.declare import Step
from fadu.engine.gateways import Gateway, GatewayDown
from fadu.engine.models import Case, Message, MessageWay, Party, Receipt, Taken
from fadu.organs.secret import fingerprint

MOBILE: Final = re.compile(r"^(?:\+?86)?1[3-9]\d{9}$")
TOLD: Final = frozenset({"application", "rating"})  # where a case comes from whose party is told whatever it is
LEASE: Final = timedelta(minutes=2)  # a sender that died gives its message back after this time
LONGEST_PAUSE: Final = timedelta(hours=6)


def tell(case: Case, taken: Taken, step: Step) -> list[Message]:
    """Write what the parties are told of a step just taken, within its transaction.

    A party with an identity number reads it on the site, one with a mobile telephone by SMS, whoever applied and gave
    a mail address by mail too. Of the matter itself an SMS says nothing: a telephone lies open on a table.
    """
    receipt = Receipt.objects.filter(case=case).first() if case.source == "application" else None
    parties = [each for each in Party.objects.filter(case=case, role="party") if each.trace or each.phone]
    if not parties and not (receipt and receipt.mail):
        return []
    at = taken.entered_at
    with translation.override("zh-hans"):  # outside the site nobody has chosen a language
        told = str(step.told)
        number = receipt.number if receipt else case.number
        text = _("%(organ)s：%(told)s。凭证号%(number)s，在本站“查进度”可以查看。") % {
            "organ": case.organ.name, "told": told, "number": number,
        }  # fmt: skip
        subject = _("%(organ)s：办理进度") % {"organ": case.organ.name}
    made = []
    for party in parties:
        one = {"case": case, "taken": taken, "party": party, "entered_at": at}
        if party.trace:
            made.append(Message(**one, way=MessageWay.SITE, trace=party.trace, sent_at=at))
        if gateways.sms() and MOBILE.match(party.phone):
            made.append(Message(**one, way=MessageWay.SMS, to=party.phone, text=text, next_at=at))
    if receipt and receipt.mail and gateways.mail():
        made.append(
            Message(
                case=case, taken=taken, way=MessageWay.MAIL, to=receipt.mail, subject=subject, text=text,
                entered_at=at, next_at=at,
            )
        )  # fmt: skip
    return Message.objects.bulk_create(made)


def hand_out(receipt: Receipt, code: str, phone: str) -> list[Message]:
    """Send the receipt's number and check code to the applicant; erased here once sent."""
    at = receipt.filed_at
    with translation.override("zh-hans"):
        text = _("你的申请已经提交。凭证号%(number)s，查询码%(code)s，在本站“查进度”可以查看；请勿转告他人。") % {
            "number": receipt.number, "code": code,
        }  # fmt: skip
        subject = _("申请凭证")
    ways = []
    if gateways.sms() and MOBILE.match(phone):
        ways.append((MessageWay.SMS, phone))
    if receipt.mail and gateways.mail():
        ways.append((MessageWay.MAIL, receipt.mail))
    return Message.objects.bulk_create(
        Message(
            case=receipt.case, way=way, to=to, subject=subject, text=text, secret=True, entered_at=at, next_at=at
        )
        for way, to in ways
    )  # fmt: skip


def send_code(phone: str, code: str, *, at: datetime, until: datetime) -> Message:
    """Write a one-time code for a telephone and try to send it at once; it is dropped when it is of no more use."""
    with translation.override("zh-hans"):
        text = _("验证码%(code)s，%(minutes)d分钟内有效。不是你本人操作的，请忽略。") % {
            "code": code, "minutes": (until - at).seconds // 60,
        }  # fmt: skip
    message = Message.objects.create(
        way=MessageWay.SMS, to=phone, text=text, secret=True, entered_at=at, next_at=at, until=until
    )
    deliver(message, at)
    return message


@dataclass
class Sent:
    """What one run did."""

    sent: int = 0
    failed: int = 0
    dropped: int = 0


def send(now: datetime | None = None, most: int = 1000) -> Sent:
    """Deliver what is due, oldest first; what a gateway refuses is tried again later, ever more seldom."""
    now = now or timezone.now()
    found = Sent()
    for message in Message.objects.filter(next_at__lte=now).order_by("next_at", "pk")[:most]:
        match deliver(message, now):
            case True:
                found.sent += 1
            case False:
                found.failed += 1
            case None:
                found.dropped += 1
    return found


def deliver(message: Message, now: datetime) -> bool | None:
    """Send one message that is due: True sent, False not yet, None of no more use or already in other hands."""
    if message.until and message.until < now:
        Message.objects.filter(pk=message.pk, sent_at=None).update(next_at=None, text="", fault=_("已过有效时间"))
        return None
    mine = Message.objects.filter(pk=message.pk, next_at=message.next_at, next_at__lte=now, sent_at=None)
    if not mine.update(next_at=now + LEASE, tries=F("tries") + 1):
        return None
    try:
        _gateway(message).send(str(message.key), message.to, message.text, message.subject)
    except GatewayDown as down:
        again = now + min(timedelta(minutes=2 ** min(message.tries, 10)), LONGEST_PAUSE)
        Message.objects.filter(pk=message.pk).update(next_at=again, fault=str(down)[:200])
        return False
    sent = {"next_at": None, "sent_at": now, "fault": ""}
    Message.objects.filter(pk=message.pk).update(**sent, **({"text": ""} if message.secret else {}))
    return True


def _gateway(message: Message) -> Gateway:
    found = gateways.sms() if message.way == MessageWay.SMS else gateways.mail()
    if found is None:
        raise GatewayDown(_("没有配置网关"))
    return found


def inbox(trace: str, most: int = 50) -> Iterator[Message]:
    """The messages on the site to whoever bears the identity of that hash, newest first."""
    if trace:
        rows = Message.objects.filter(way=MessageWay.SITE, trace=trace).select_related("case__organ", "taken")
        yield from rows.order_by("-entered_at", "-pk")[:most]


def waiting() -> tuple[int, datetime | None]:
    """How many messages wait to be sent, and since when the oldest does."""
    rows = Message.objects.filter(Q(next_at__isnull=False))
    first = rows.order_by("entered_at").values_list("entered_at", flat=True).first()
    return rows.count(), first


def trace_of(phone: str) -> str:
    """The salted hash by which a telephone is known."""
    return fingerprint(f"phone:{phone[-11:]}") if phone else ""
