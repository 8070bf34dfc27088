"""评价: whoever a matter concerned rates it once after its end; a bad rating is looked into by another organ.

The organ that is rated, and whoever holds a post there, sees neither the follow-up nor who rated: the case is withheld
from that organ, and the rating itself names nobody.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.acts import Comer, begin, refuse, take
from fadu.engine.applying import somebody
from fadu.engine.models import Case, Grade, Party, Rating
from fadu.engine.refusals import Refusal, Refused
from fadu.engine.registry import governing, newest
from fadu.ledger.book import append
from fadu.organs.kinds import OrganKind
from fadu.organs.models import Organ
from fadu.procedures.service_rating import SERVICE_RATING

RATE = gettext_lazy("评价")


def may_be_rated(case: Case) -> bool:
    """A matter that citizens start, after its end, and not yet rated."""
    started = newest(case.procedure).application is not None
    return started and case.closed_on is not None and not Rating.objects.filter(case=case).exists()


def rate(
    case: Case, grade: int, *, rater: Party, on: date, at: datetime, words: str = "", named: bool = True
) -> Rating:
    """Rate a matter, once. A bad grade opens the follow-up in the same transaction, with the rater if he is ``named``.

    Raises ``Refused``: not ended, rated already, no such grade.
    """
    if grade not in Grade.values:
        raise Refused([Refusal(None, RATE, _("请选定一个评价等级"), "grade")])
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        refuse(_against(case, on))
        try:
            with transaction.atomic():
                rating = Rating.objects.create(case=case, grade=grade, words=words, named=named, on=on)
        except IntegrityError:
            raise Refused([Refusal(None, RATE, _("这件事已经评价过"))]) from None
        # Of the rater nothing: the ledger is read by the organ that is rated, and cannot forget.
        append(
            f"rating:{rating.pk}", "rate", actor=somebody().username, on=on, at=at, cites=[],
            content={"case": case.number, "grade": grade},
        )  # fmt: skip
        if Grade(grade).bad and (organ := follow_up_organ(case)):
            rating.follow_up = _follow_up(rating, organ, rater, on, at)
            rating.save(update_fields=["follow_up"])
    return rating


def _against(case: Case, on: date) -> list[Refusal]:
    if newest(case.procedure).application is None:
        return [Refusal(None, RATE, _("这类事项不在评价范围内"))]
    if case.closed_on is None:
        return [Refusal(None, RATE, _("办结以后才能评价"))]
    if on < case.closed_on:
        return [Refusal(None, RATE, _("日期早于办结日期"))]
    if Rating.objects.filter(case=case).exists():
        return [Refusal(None, RATE, _("这件事已经评价过"))]
    return []


def follow_up_organ(case: Case) -> Organ | None:
    """Who looks into a bad rating: the organ above the one that is rated, else the government of the county.

    No text seen names the office; that it is another than the rated one follows from what is to be looked into.
    """
    rated = case.organ
    if rated.parent_id and rated.parent and rated.parent.active:
        return rated.parent
    near = Organ.objects.filter(kind=OrganKind.GOVERNMENT, active=True, region__code__startswith=case.region_id[:6])
    return near.exclude(pk=rated.pk).order_by("region", "pk").first()


def _follow_up(rating: Rating, organ: Organ, rater: Party, on: date, at: datetime) -> Case:
    rule = governing(SERVICE_RATING.key, on)
    comer = Comer(
        rater.name, rater.kind, code=rater.code, id_kind=rater.id_kind, id_number=rater.id_number, phone=rater.phone
    )
    case = begin(
        rule, organ=organ, title=str(rule.name), by=somebody(), on=on, parties=[comer] if rating.named else [],
        source="rating", withheld_from=rating.case.organ, now=at,
    )  # fmt: skip
    facts = {
        "rated": rating.case.number,
        "grade": "very_bad" if rating.grade == Grade.VERY_BAD else "bad",
        "words": rating.words,
        "named": rating.named,
    }
    take(case, rule.steps[0], by=[somebody()], on=on, now=at, facts=facts, in_person=True)
    return case
