"""资格: which posts a person holds at an organ on a day, for whom else he may act, and what he is certified for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from fadu.organs.kinds import Domain, PersonKind
from fadu.organs.models import Certificate, Delegation, Organ, Person, Post


@dataclass(frozen=True)
class Standing:
    """What one person may do at one organ on one day.

    ``posts`` are kinds held in person; ``lent`` maps each principal's key to the kinds exercised in his name;
    ``domains`` are the fields of the certificates valid on that day for that organ.
    """

    person_id: int
    organ_id: int
    on: date
    posts: frozenset[str] = frozenset()
    lent: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    domains: frozenset[str] = frozenset()

    def holds(self, kinds: Iterable[str] | str, principal: int | None = None) -> bool:
        """Whether any of ``kinds`` is held in person, or, with ``principal``, exercised in that person's name."""
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        have = self.posts if principal is None else self.lent.get(principal, frozenset())
        return not wanted.isdisjoint(have)

    def certified(self, domain: str) -> bool:
        """Whether a certificate valid on that day covers the field.

        A certificate for 综合行政执法 covers every field; one for a single field covers only that one, also where
        the matter itself is 综合. A certificate is personal: it is never lent with a delegation.
        """
        return Domain.GENERAL in self.domains or domain in self.domains


def standing(persons: Iterable[Person | int], organ: Organ | int, on: date) -> dict[int, Standing]:
    """The standing of each of ``persons`` at ``organ`` on the day ``on``, by person key; three queries, however many.

    A post or certificate at another organ, also a superior one, gives nothing here. A citizen has no standing.
    """
    ids = sorted({p if isinstance(p, int) else p.pk for p in persons})
    organ_id = organ if isinstance(organ, int) else organ.pk
    posts: dict[int, set[str]] = {i: set() for i in ids}
    lent: dict[int, dict[int, set[str]]] = {i: {} for i in ids}
    domains: dict[int, set[str]] = {i: set() for i in ids}
    if ids:
        staff = {"person__in": ids, "person__kind": PersonKind.STAFF, "organ": organ_id}
        for person, kind in Post.objects.in_force(on).filter(**staff).values_list("person", "kind"):
            posts[person].add(kind)
        for person, domain in Certificate.objects.valid_on(on).filter(**staff).values_list("person", "domain"):
            domains[person].add(domain)
        delegations = Delegation.objects.in_force(on).filter(
            delegate__in=ids, delegate__kind=PersonKind.STAFF, post__organ=organ_id
        )
        for delegate, principal, kind in delegations.values_list("delegate", "principal", "post__kind"):
            lent[delegate].setdefault(principal, set()).add(kind)
    return {
        i: Standing(
            i,
            organ_id,
            on,
            frozenset(posts[i]),
            MappingProxyType({p: frozenset(kinds) for p, kinds in lent[i].items()}),
            frozenset(domains[i]),
        )
        for i in ids
    }
