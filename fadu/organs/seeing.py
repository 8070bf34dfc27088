"""谁可以看: one predicate per person, used alike by lists, searches, counts, details, exports and the API.

Deny by default: a citizen, and a member of staff without a post in force on the day, sees nothing. The posts of the
three administrators open no case: who administers the system does not read what it holds (GB/T 22239-2019, 8.1.4.2 d).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fadu.organs.kinds import ADMINISTRATORS, PersonKind, Scope
from fadu.organs.models import Person, Post
from fadu.organs.models.post import delegation_in_force
from fadu.organs.models.validity import in_force

NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Reach:
    """How far a person sees on a day: what he handles (``own``) at the organs where he holds a post (``at``), whole
    organs, whole regions. Who has gone to another organ leaves the cases of the old one behind."""

    person_id: int
    own: bool = False
    organs: frozenset[int] = frozenset()
    regions: frozenset[tuple[str, str]] = frozenset()  # first and last code, both included
    at: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.own

    def q(
        self,
        handler: str | None = "handler",
        second: str | None = "second",
        organ: str | None = "organ",
        region: str | None = "region",
        withheld: str | None = None,
    ) -> Q:
        """The filter of what may be seen; arguments are paths to the fields, None where the model has no such field.

        ``withheld`` leads to the organ whose own conduct the row is about: who holds a post there does not see it.
        """
        if not self.own:
            return NOTHING
        seen = NOTHING
        for path in (handler, second):
            if path:
                here = Q(**{f"{organ}__in": sorted(self.at)}) if organ else Q()
                seen |= Q(**{path: self.person_id}) & here
        if organ and self.organs:
            seen |= Q(**{f"{organ}__in": sorted(self.organs)})
        if region:
            for first, last in sorted(self.regions):
                # A range, not a prefix match: a plain index serves it on both databases.
                seen |= Q(**{f"{region}__gte": first, f"{region}__lte": last})
        return seen & ~Q(**{f"{withheld}__in": sorted(self.at)}) if withheld else seen

    def allows(
        self,
        *,
        handler: int | None = None,
        second: int | None = None,
        organ: int | None = None,
        region: str | None = None,
    ) -> bool:
        """The same answer for one record at hand, by its keys, without a query."""
        if not self.own:
            return False
        return (
            (self.person_id in (handler, second) and (organ is None or organ in self.at))
            or organ in self.organs
            or (region is not None and any(first <= region <= last for first, last in self.regions))
        )


def sees(person: Person, on: date) -> Reach:
    """What ``person`` may see on the day ``on``, from posts held and posts exercised by delegation; one query.

    The scope of a post counts at its own organ (``organ``) or in that organ's region (``region``); a superior organ
    does not by its place see what its subordinates hold.
    """
    if person.pk is None or not person.is_active or person.kind != PersonKind.STAFF:
        return Reach(person.pk or 0)
    held = Q(person=person)
    lent = Q(delegations__delegate=person) & delegation_in_force(on, "delegations__")
    posts = (
        Post.objects.filter(in_force(on))
        .filter(held | lent)
        .exclude(kind__in=ADMINISTRATORS)
        .select_related("organ__region")
        .distinct()
    )
    organs: set[int] = set()
    regions: set[tuple[str, str]] = set()
    at = {post.organ_id for post in posts}
    for post in posts:
        if post.scope == Scope.ORGAN:
            organs.add(post.organ_id)
        elif post.scope == Scope.REGION:
            organs.add(post.organ_id)
            regions.add(post.organ.region.span)
    return Reach(person.pk, bool(at), frozenset(organs), frozenset(regions), frozenset(at))
