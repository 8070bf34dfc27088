"""Acts on the case as a whole: correct a fact, assign, transfer, merge, withdraw, reopen, keep an edition.

Each needs a reason, which enters the ledger; none removes anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine import deadlines, guards, retracing
from fadu.engine.acts import refuse, stage
from fadu.engine.chain import KINDS
from fadu.engine.file import CaseFile, open_file
from fadu.engine.labels import Label
from fadu.engine.masking import hidden
from fadu.engine.models import Case, Link, Taken
from fadu.engine.refusals import Refusal, Refused
from fadu.engine.registry import editions
from fadu.engine.retracing import HEADS
from fadu.law.statute import Cite
from fadu.ledger.book import append
from fadu.organs.kinds import HANDLING
from fadu.organs.models import Organ, Person
from fadu.organs.secret import EncryptedField, fingerprint
from fadu.organs.standing import standing

CORRECT = gettext_lazy("更正")
ASSIGN = gettext_lazy("确定承办人")
TRANSFER = gettext_lazy("移送管辖")
HAND_ON = gettext_lazy("转到受转送、交办的机关")
MERGE = gettext_lazy("并案")
WITHDRAW = gettext_lazy("撤销案件")
REOPEN = gettext_lazy("恢复办理")
KEEP = gettext_lazy("保留适用原版本")
LINK = gettext_lazy("关联案件")


def correct(case: Case, facts: Mapping[str, Any], reason: str, *, by: Person, on: date) -> Case:
    """Correct facts of the record, with the reason; old and new values enter the ledger.

    A fact is corrected by whoever may enter it, a closed case's by the head. The corrected record must still be a state
    the law allows, and one in which every step was lawfully taken; where the day of a step is corrected, the step moves
    with it. Raises ``Refused``.
    """
    with _change(case, CORRECT, reason, by, on, tuple(guards.CASEWORK)) as (file, content):
        refuse(retracing.correctable(file, facts, CORRECT, standing([by], file.case.organ_id, on)[by.pk]))
        before = retracing.breaches(file)
        content["before"] = {name: _plain(file, name) for name in facts}
        content["facts"] = stage(file.record, facts, CORRECT)
        moved = retracing.redated(file, facts)
        refuse(guards.forbidden(file, CORRECT))
        refuse(each for key, each in retracing.breaches(file).items() if key not in before)
        file.record.save(update_fields=list(facts))
        Taken.objects.bulk_update(moved, ["on", "late"])
    return file.case


def assign(case: Case, handler: Person, second: Person | None, reason: str, *, by: Person, on: date) -> Case:
    """Give the case to other officers of the same organ. Raises ``Refused``."""
    with _change(case, ASSIGN, reason, by, on, HEADS) as (file, content):
        wanted = [each for each in (handler, second) if each]
        at = standing(wanted, file.case.organ_id, on)
        refuse(
            Refusal(None, ASSIGN, _("%(person)s当日不是本机关执法人员") % {"person": each.name})
            for each in wanted
            if not at[each.pk].holds(HANDLING)
        )
        content |= {"handler": handler.username, "second": second.username if second else ""}
        file.case.handler, file.case.second = handler, second
        file.case.save(update_fields=["handler", "second"])
    return file.case


def transfer(case: Case, organ: Organ, reason: str, *, by: Person, on: date, cites: Cite | None = None) -> Case:
    """Hand the case to the organ that has jurisdiction; it keeps its number and history. Raises ``Refused``."""
    with _change(case, TRANSFER, reason, by, on, HEADS, cites) as (file, content):
        refuse(_undecided(file, TRANSFER))
        if organ.pk == file.case.organ_id or not organ.active:
            raise Refused([Refusal(cites, TRANSFER, _("须移送另一个在用的机关"))])
        content |= {"from": file.case.organ.name, "to": organ.name}
        file.case.organ, file.case.region = organ, organ.region
        file.case.handler = file.case.second = None
        file.case.save(update_fields=["organ", "region", "handler", "second"])
    return file.case


def hand_on(case: Case, *, by: Person, on: date) -> Organ | None:
    """Bring the case to the organ that the step taken last names (转送、交办): it keeps number and history.

    Asked after the papers of the step are issued, for they go out in the name of the organ that hands on. None, and
    nothing changes, where the step hands nothing on or names no other organ of the house. Raises ``Refused``.
    """
    file = open_file(case)
    step = file.edition(file.taken[-1].on).step(file.taken[-1].step) if file.taken else None
    name = getattr(file.record, step.hands_on) if step and step.hands_on else ""
    organ = Organ.objects.filter(name=name, active=True).exclude(pk=file.case.organ_id).first() if name else None
    if organ is None or step is None:
        return None
    with _change(case, HAND_ON, name, by, on, tuple(guards.CASEWORK), step.cites) as (held, content):
        content |= {"from": held.case.organ.name, "to": organ.name}
        held.case.organ, held.case.region = organ, organ.region
        held.case.handler = held.case.second = None
        held.case.save(update_fields=["organ", "region", "handler", "second"])
    return organ


def merge(case: Case, into: Case, reason: str, *, by: Person, on: date) -> Case:
    """Join ``case`` to ``into``; it ends here and goes on there. Both run, at one organ, in one procedure."""
    with _change(case, MERGE, reason, by, on, HEADS, beside=into) as (file, content):
        into = Case.objects.get(pk=into.pk)
        if file.case.organ_id != into.organ_id or file.case.procedure != into.procedure or file.case.pk == into.pk:
            raise Refused([Refusal(None, MERGE, _("只有同一机关、同一程序的两个案件可以并案"))])
        if into.closed_on is not None:  # a case that has ended takes nothing up; two could end in each other
            raise Refused([Refusal(None, MERGE, _("案件%(number)s已经办结") % {"number": into.number})])
        refuse(_undecided(file, MERGE))
        content["into"] = into.number
        file.case.merged_into, file.case.closed_on, file.case.outcome = into, on, "merged"
        Link.objects.get_or_create(case=file.case, other=into, kind="merged")
        file.case.save(update_fields=["merged_into", "closed_on", "outcome"])
    return file.case


def link(case: Case, other: Case, kind: str, reason: str, *, by: Person, on: date, cites: Cite | None = None) -> Link:
    """Say that ``case`` belongs to ``other``, and how (a key of ``chain.KINDS``); entered twice it stands once.

    Raises ``Refused``: no such relation, the case itself, or one that is withheld from the organ.
    """
    with _change(case, LINK, reason, by, on, tuple(guards.CASEWORK), cites, ended=True) as (file, content):
        if kind not in KINDS or kind == "merged":
            raise Refused([Refusal(cites, LINK, _("须选定关联的种类"), "kind")])
        if other.pk == file.case.pk or other.withheld_from_id == file.case.organ_id:
            raise Refused([Refusal(cites, LINK, _("须关联另一个案件"), "other")])
        content |= {"other": other.number, "kind": kind}
        made, _new = Link.objects.get_or_create(
            case=file.case, other=other, kind=kind, defaults={"cites": str(cites) if cites else ""}
        )
    return made


def withdraw(case: Case, reason: str, *, by: Person, on: date, cites: Cite | None = None) -> Case:
    """End the case without a decision (撤案). The head decides. Raises ``Refused``; so once there is a decision."""
    with _change(case, WITHDRAW, reason, by, on, HEADS, cites) as (file, _content):
        refuse(_undecided(file, WITHDRAW))
        file.case.closed_on, file.case.outcome = on, "withdrawn"
        file.case.save(update_fields=["closed_on", "outcome"])
    return file.case


def reopen(case: Case, reason: str, *, by: Person, on: date) -> Case:
    """Take up a closed case again. The head decides. Raises ``Refused``."""
    with _change(case, REOPEN, reason, by, on, HEADS, closed=True) as (file, _content):
        if file.case.closed_on and on < file.case.closed_on:
            raise Refused([Refusal(None, REOPEN, _("日期早于办结日期"))])
        if file.case.outcome in {"merged", "withdrawn"}:  # that end is undone
            file.case.outcome = ""
        file.case.closed_on = None
        file.case.merged_into = None
        file.case.save(update_fields=["closed_on", "merged_into", "outcome"])
    return file.case


def keep_edition(case: Case, edition: str, reason: str, *, by: Person, on: date) -> Case:
    """Keep the whole case under one edition (or, with "", let the day of each act decide again).

    The legal office decides, with its reason: no statute here has a transition clause for running cases.
    """
    known = {each.edition: each for each in editions(case.procedure)}
    if edition and edition not in known:
        raise Refused([Refusal(None, KEEP, _("没有版本“%(edition)s”") % {"edition": edition})])
    with _change(case, KEEP, reason, by, on, ("reviewer", *HEADS)) as (file, content):
        # Kept is what was begun under it: another edition's limits are not chosen because they suit.
        if edition and not known[edition].governs(file.case.opened_on):
            raise Refused([Refusal(None, KEEP, _("案件开始时，版本“%(edition)s”没有施行") % {"edition": edition})])
        content["edition"] = edition
        file.case.kept_edition = edition
        file.case.save(update_fields=["kept_edition"])
    return file.case


@contextmanager
def _change(
    case: Case,
    act: Label,
    reason: str,
    by: Person,
    on: date,
    posts: Sequence[str],
    cites: Cite | None = None,
    *,
    closed: bool = False,
    ended: bool = False,
    beside: Case | None = None,
) -> Iterator[tuple[CaseFile, dict[str, Any]]]:
    """The frame of every act here: lock, ask who may, do it, enter it, reckon the deadlines again.

    ``closed`` acts are on a closed case only, ``ended`` ones on a closed case too. ``beside`` is a second case held
    meanwhile; the lower key first, so that two acts never wait for each other.
    """
    with transaction.atomic():
        if beside is not None:
            list(Case.objects.select_for_update().filter(pk__in=[case.pk, beside.pk]).order_by("pk"))
        file = open_file(case, lock=True)
        refuse(_reasons(file, act, reason, by, on, posts, closed=closed, ended=ended))
        content: dict[str, Any] = {}
        yield file, content
        content["reason"] = hidden(reason, file.case.parties.all())
        append(
            file.case.number,
            _KEYS[act],
            actor=by.username,
            on=on,
            at=timezone.now(),
            cites=[cites.key] if cites else [],
            content=content,
        )
        deadlines.project(file)
        file.case.save(update_fields=["next_due_on", "next_due"])


def _reasons(
    file: CaseFile, act: Label, reason: str, by: Person, on: date, posts: Sequence[str], *, closed: bool, ended: bool
) -> Iterator[Refusal]:
    if not reason.strip():
        yield Refusal(None, act, _("须写明理由"))
    if not standing([by], file.case.organ_id, on)[by.pk].holds(posts):
        yield Refusal(None, act, _("%(person)s当日在本机关没有可办理此事的职务") % {"person": by.name})
    if closed and file.case.closed_on is None:
        yield Refusal(None, act, _("案件没有办结"))
    if not closed and not ended and file.case.closed_on is not None and act is not CORRECT:
        yield Refusal(None, act, _("案件已经办结"))
    if on < file.case.opened_on:
        yield Refusal(None, act, _("日期早于案件开始日期"))
    yield from guards.ahead(on, act)


def _undecided(file: CaseFile, act: Label) -> Iterator[Refusal]:
    """A decision stands until it is changed or set aside by the step for it: no other act makes it disappear."""
    if retracing.decided(file):
        yield Refusal(None, act, _("本案已经作出决定；决定的变更、撤销须办理相应环节"))


def _plain(file: CaseFile, name: str) -> Any:
    value = getattr(file.record, name)
    if value and isinstance(file.record._meta.get_field(name), EncryptedField):
        return fingerprint(str(value))  # the ledger cannot forget
    if isinstance(value, str):
        return hidden(value)
    return value if value is None or isinstance(value, (int, bool, date, datetime)) else str(value)


_KEYS: dict[Label, str] = {
    CORRECT: "correct",
    ASSIGN: "assign",
    TRANSFER: "transfer",
    HAND_ON: "hand_on",
    MERGE: "merge",
    WITHDRAW: "withdraw",
    REOPEN: "reopen",
    KEEP: "keep_edition",
    LINK: "link",
}
