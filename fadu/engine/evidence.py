"""证据: put into the case by its content's hash; what was obtained unlawfully is marked, never removed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.acts import refuse
from fadu.engine.file import open_file
from fadu.engine.guards import ahead
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Evidence
from fadu.engine.refusals import Refusal
from fadu.law.statute import Cite
from fadu.ledger.book import append
from fadu.ledger.models import Attachment
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Person
from fadu.organs.standing import standing

COLLECT = gettext_lazy("收集证据")
EXCLUDE = gettext_lazy("排除证据")


def add_evidence(case: Case, attachment: Attachment, *, kind: str, name: str, by: Person, on: date) -> Evidence:
    """Put a stored file into the case as evidence of ``kind``. Raises ``Refused`` for a closed case or a stranger."""
    with transaction.atomic():
        file = open_file(case, lock=True)
        reasons = []
        if file.case.closed_on is not None:
            reasons.append(Refusal(None, COLLECT, _("案件已经办结")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds((*HANDLING, "clerk", "presider")):
            reasons.append(Refusal(None, COLLECT, _("%(person)s当日不是本机关办案人员") % {"person": by.name}))
        refuse([*reasons, *ahead(on, COLLECT)])
        item = Evidence.objects.create(
            case=file.case, attachment=attachment, kind=kind, name=name, by=by, obtained_on=on
        )
        append(
            file.case.number,
            "evidence",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[],
            content={"kind": kind, "file": attachment},
        )
    return item


def exclude_evidence(item: Evidence, reason: str, *, by: Person, on: date, cites: Cite) -> Evidence:
    """Evidence obtained by unlawful means does not found a decision; it stays on record with the reason."""
    with transaction.atomic():
        file = open_file(item.case_id, lock=True)
        item.refresh_from_db(fields=["excluded_on"])
        reasons = []
        if not reason.strip():
            reasons.append(Refusal(cites, EXCLUDE, _("须写明理由")))
        if not standing([by], file.case.organ_id, on)[by.pk].holds(("reviewer", "head", "principal")):
            reasons.append(Refusal(cites, EXCLUDE, _("由法制审核人员或者机关负责人排除")))
        if item.excluded_on:
            reasons.append(Refusal(cites, EXCLUDE, _("该证据已经排除")))
        refuse([*reasons, *ahead(on, EXCLUDE, cites)])
        item.excluded_on, item.exclusion = on, reason
        item.save(update_fields=["excluded_on", "exclusion"])
        append(
            file.case.number,
            "exclude_evidence",
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[cites.key],
            content={"file": item.attachment, "reason": hidden(reason, file.case.parties.all())},
        )
    return item
