"""封存: once a day all that was entered is put under one root, and each seal under the next.

A seal of a day covers the entries from the former seal on, up to the first one entered on a later day (days are those
of China). What is entered for an already sealed day falls under the next seal. Publishing a seal's digest fixes all
that stands before it: no one, whatever rights they hold, can rewrite it without showing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from django.db import transaction
from django.utils.translation import gettext as _

from fadu.ledger import merkle
from fadu.ledger.canonical import moment
from fadu.ledger.digests import ALGORITHM, SealLine, seal_digest
from fadu.ledger.models import Entry, Seal
from fadu.ledger.proofs import Proof
from fadu.ledger.rows import lines, lock, seal_lines

CHINA = timezone(timedelta(hours=8))
_DAY = timedelta(days=1)


class NotSealable(ValueError):
    """This day cannot be sealed, or this entry is not under a seal yet; the message says why."""


def seal(day: date, *, at: datetime | None = None) -> Seal:
    """Seal ``day`` and any day before it that was left out; a day already sealed is returned as it is.

    ``at`` is the moment of sealing (now, if not given). Raises ``NotSealable`` for a day to come, or before the first.
    """
    made = seal_until(day, at=at)
    return made[-1] if made else Seal.objects.get(day=day)


def seal_until(day: date, *, at: datetime | None = None) -> list[Seal]:
    """Seal every day up to ``day`` that is not sealed yet, and return the new seals; errors as for ``seal``."""
    made_at = at or datetime.now(UTC)
    if day > made_at.astimezone(CHINA).date():
        raise NotSealable(_("%(day)s 还没有到，不能封存。") % {"day": day})
    with transaction.atomic():
        number = lock()
        if Seal.objects.filter(day=day).exists():
            return []
        former = Seal.objects.order_by("-number").first()
        if former and day < former.day:
            raise NotSealable(_("封存自 %(day)s 开始，更早的日期不能补封。") % {"day": _first_day()})
        seals = _due(former, day, number, made_at)
        return Seal.objects.bulk_create(seals)


def missing_seals(today: date) -> list[str]:
    """What the administrator must be told, in plain words; nothing when all days before ``today`` are sealed."""
    former = Seal.objects.order_by("-number").first()
    since = former.day + _DAY if former else _first_day()
    if since is None or since >= today:
        return []
    last, days = today - _DAY, (today - since).days
    if days == 1:
        told = _("%(last)s 的账没有封存：当天的封存没有运行。") % {"last": last}
    else:
        told = _("%(since)s 至 %(last)s 共 %(days)d 天的账没有封存：每日封存没有运行。") % {
            "since": since, "last": last, "days": days}  # fmt: skip
    return [told + _("请运行 fadu ledger seal，并检查定时任务。")]


def prove(entry: Entry) -> Proof:
    """The proof that this entry lies under its seal; anyone checks it with ``proofs.check_proof``."""
    cover = Seal.objects.filter(first__lte=entry.number, last__gte=entry.number).first()
    if cover is None:
        raise NotSealable(_("第 %(number)d 号账页还没有封存。") % {"number": entry.number})
    digests = Entry.objects.filter(number__range=(cover.first, cover.last)).order_by("number")
    (line,) = lines(entry.number - 1, limit=1)
    (sealed,) = (one for one in seal_lines()[0] if one.number == cover.number)
    nodes = merkle.path(cover.algorithm, list(digests.values_list("digest", flat=True)), entry.number - cover.first)
    return Proof(line, sealed, tuple(nodes))


def _first_day() -> date | None:
    """The day on which the first entry was made, or the first sealed one."""
    if first := Seal.objects.order_by("number").first():
        return first.day
    at = Entry.objects.order_by("number").values_list("at", flat=True).first()
    return at.astimezone(CHINA).date() if at else None


def _due(former: Seal | None, day: date, number: int, at: datetime) -> list[Seal]:
    """The seals from the former one up to ``day``, none of them stored yet."""
    following = former.day + _DAY if former else min(_first_day() or day, day)
    covered = former.last if former else 0
    before = former.digest if former else ""
    head = former.head if former else ""
    unsealed = Entry.objects.filter(number__gt=covered, number__lte=number).order_by("number")
    coming = unsealed.values_list("at", "digest", "algorithm").iterator(chunk_size=10_000)
    waiting = next(coming, None)
    seals: list[Seal] = []
    while following <= day:
        end = datetime.combine(following + _DAY, time(), CHINA)
        algorithm = waiting[2] if waiting and waiting[0] < end else ALGORITHM
        tree, first = merkle.Tree(algorithm), covered + 1
        while waiting and waiting[0] < end:
            head = waiting[1]
            tree.add(head)
            covered += 1
            waiting = next(coming, None)
        made = Seal(
            number=(seals[-1].number if seals else former.number if former else 0) + 1,
            day=following, first=first, last=covered, root=tree.root(), at=at, before=before, head=head,
            algorithm=algorithm,
        )  # fmt: skip
        before = made.digest = _digest(made)
        seals.append(made)
        following += _DAY
    return seals


def _digest(made: Seal) -> str:
    line = SealLine(
        made.number, made.day.isoformat(), made.first, made.last, made.root, moment(made.at), made.before, made.head,
        made.algorithm, "",
    )  # fmt: skip
    return seal_digest(line) or ""
