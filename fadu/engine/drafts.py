"""草稿: an application put by and taken up again, for one's account or for one's proved telephone.

What is typed is encrypted, the files chosen lie encrypted in the data folder, and both are gone when the draft expires.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine.models import Draft, DraftFile
from fadu.ledger.harm import check_handed_in
from fadu.ledger.media import MIB, AttachmentRefused
from fadu.organs import secret_files
from fadu.organs.models import Organ, Person

KEPT_DAYS: Final = 30
SHOWN_AGAIN: Final = timedelta(hours=1)  # how long a lost answer to an application can be shown again
FILE_MOST: Final = 10 * MIB
FILES_MOST: Final = 10
TOGETHER_MOST: Final = 50 * MIB  # what one draft may hold: a stranger must not fill the store
DRAFTS_MOST: Final = 10
PURPOSE: Final = "engine.draftfile"


class TooMany(ValueError):
    """There are more drafts or files than are kept."""


@dataclass(frozen=True)
class Owner:
    """Whose drafts: an account's, or those of the proved telephone whose salted hash is ``trace``."""

    person: Person | None = None
    trace: str = ""

    def __bool__(self) -> bool:
        return self.person is not None or bool(self.trace)

    @property
    def q(self) -> Q:
        """His drafts and nobody else's; none for nobody."""
        if self.person is not None:
            return Q(person=self.person)
        return Q(trace=self.trace) if self.trace else Q(pk__in=[])


def begin(owner: Owner, procedure: str, organ: Organ | None, *, at: datetime) -> Draft:
    """An empty draft. Raises ``TooMany``."""
    if mine(owner, timezone.localdate(at)).filter(case=None).count() >= DRAFTS_MOST:
        raise TooMany(_("草稿最多保存%(n)d份，请先删去不用的") % {"n": DRAFTS_MOST})
    return Draft.objects.create(
        procedure=procedure, organ=organ, person=owner.person, trace=owner.trace if owner.person is None else "",
        kept_at=at, expires_on=timezone.localdate(at) + timedelta(days=KEPT_DAYS),
    )  # fmt: skip


def mine(owner: Owner, on: date) -> QuerySet[Draft]:
    """The owner's drafts that have not expired on ``on``, the last kept first."""
    return Draft.objects.filter(owner.q, expires_on__gte=on).select_related("organ").order_by("-kept_at", "-pk")


def typed(draft: Draft) -> dict[str, Any]:
    """What was typed so far."""
    found: dict[str, Any] = json.loads(draft.typed) if draft.typed else {}
    return found


def keep(draft: Draft, given: Mapping[str, Any], *, at: datetime, organ: Organ | None = None) -> Draft:
    """Put by what was typed, over what was there; a draft already filed stays as it is."""
    draft.typed = json.dumps(dict(given), ensure_ascii=False)
    draft.kept_at, draft.expires_on = at, timezone.localdate(at) + timedelta(days=KEPT_DAYS)
    draft.organ = organ or draft.organ
    with transaction.atomic():
        if Draft.objects.select_for_update().filter(pk=draft.pk, case=None).exists():
            draft.save(update_fields=["typed", "kept_at", "expires_on", "organ"])
    return draft


def enclose(draft: Draft, enclosure: str, file: IO[bytes], name: str, size: int) -> DraftFile:
    """Add a file to a draft. Raises ``AttachmentRefused`` for one that may not be handed in, ``TooMany``."""
    if size > FILE_MOST:
        raise AttachmentRefused(
            _("“%(name)s”有 %(size)d MB，每个附件不得超过 %(most)d MB。")
            % {"name": name[-60:], "size": size // MIB + 1, "most": FILE_MOST // MIB}
        )
    data = file.read(FILE_MOST + 1)
    check_handed_in(data, name)
    with transaction.atomic():
        if not Draft.objects.select_for_update().filter(pk=draft.pk, case=None).exists():
            raise TooMany(_("申请已经提交，不能再加附件"))
        if draft.files.count() >= FILES_MOST:
            raise TooMany(_("附件最多%(n)d个") % {"n": FILES_MOST})
        held = draft.files.aggregate(size=Sum("size"))["size"] or 0
        if held + len(data) > TOGETHER_MOST:
            raise TooMany(_("附件合计不得超过%(n)d MB") % {"n": TOGETHER_MOST // MIB})
        place = secret_files.put(folder(), data, PURPOSE)
        return DraftFile.objects.create(draft=draft, enclosure=enclosure, name=name[-200:], size=len(data), place=place)


def read_file(file: DraftFile) -> bytes:
    """The bytes of a file of a draft."""
    return secret_files.take(folder(), file.place, PURPOSE)


def remove(file: DraftFile) -> None:
    """Take a file out of its draft."""
    file.delete()
    secret_files.drop(folder(), file.place)


def discard(draft: Draft) -> None:
    """Remove a draft with its files."""
    places = list(draft.files.values_list("place", flat=True))
    draft.delete()
    for place in places:
        secret_files.drop(folder(), place)


def filed(draft: Draft, code: str) -> None:
    """The draft has become a case: of what was typed nothing stays but, for an hour, the check code."""
    draft.typed = json.dumps({"code": code})
    draft.expires_on = timezone.localdate(draft.kept_at)
    draft.save(update_fields=["typed", "kept_at", "expires_on", "case"])


def code_of(draft: Draft, at: datetime) -> str:
    """The check code of an application just filed, for whoever lost the answer; empty once the hour is over."""
    if draft.case_id is None or at > draft.kept_at + SHOWN_AGAIN:
        return ""
    return str(typed(draft).get("code", ""))


def expire(now: datetime) -> int:
    """Remove drafts whose time is over, and what is left of those filed; how many."""
    over = Q(case=None, expires_on__lt=timezone.localdate(now)) | Q(case__isnull=False, kept_at__lt=now - SHOWN_AGAIN)
    found = list(Draft.objects.filter(over))
    for draft in found:
        discard(draft)
    return len(found)


def folder() -> Path:
    """Where the files of drafts lie."""
    return Path(settings.HOME) / "drafts"
