"""名录: posts, certificates about to expire, officers without one, and how many reviewers stand beside the officers.

Querysets and plain values for the pages that manage reference data; nothing here changes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from fadu.organs.kinds import PostKind
from fadu.organs.models import Certificate, Delegation, Organ, Person, Post
from fadu.organs.models.validity import in_force


def posts(on: date, organ: Organ | None = None, kind: str = "") -> QuerySet[Post]:
    """Posts held on that day, with person and organ, by organ, kind and name."""
    found = Post.objects.in_force(on).select_related("person", "organ").order_by("organ__name", "kind", "person__name")
    if organ is not None:
        found = found.filter(organ=organ)
    return found.filter(kind=kind) if kind else found


def delegations(on: date, organ: Organ | None = None) -> QuerySet[Delegation]:
    """Delegations that run on that day, with both persons and the post, the first to end first."""
    found = Delegation.objects.in_force(on).select_related("principal", "delegate", "post__organ").order_by("until")
    return found.filter(post__organ=organ) if organ is not None else found


def expiring(on: date, days: int, organ: Organ | None = None) -> QuerySet[Certificate]:
    """Certificates valid on ``on`` whose last day is at most ``days`` calendar days ahead and that nothing follows."""
    found = (
        Certificate.objects.valid_on(on)
        .filter(valid_until__lte=on + timedelta(days=days), renewed_by=None)
        .select_related("person", "organ")
        .order_by("valid_until", "number")
    )
    return found.filter(organ=organ) if organ is not None else found


def uncertified_officers(on: date, organ: Organ | None = None) -> QuerySet[Post]:
    """Posts of officers without a certificate valid on that day for their organ: 行政处罚法第四十二条 bars them."""
    valid = Certificate.objects.valid_on(on).filter(person=OuterRef("person"), organ=OuterRef("organ"))
    return posts(on, organ, PostKind.OFFICER).filter(~Exists(valid))


@dataclass(frozen=True)
class ReviewerRatio:
    """How many persons review legality beside how many who enforce, at one organ on one day.

    ``share`` is reviewers ÷ officers, None without officers. That it should be 5% as a rule is told of
    国办发〔2018〕118号; its text was not seen, so nothing here judges the share: whoever shows it says so.
    """

    organ_id: int
    organ: str
    reviewers: int
    officers: int

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.reviewers, self.officers) if self.officers else None


def reviewer_ratios(on: date, organs: QuerySet[Organ] | None = None) -> list[ReviewerRatio]:
    """The ratio at each organ that has reviewers or officers on that day, by name; one query."""

    def persons(kind: str) -> Count:
        return Count("posts__person", filter=in_force(on, "posts__") & Q(posts__kind=kind), distinct=True)

    rows = (
        (Organ.objects.all() if organs is None else organs)
        .annotate(reviewers=persons(PostKind.REVIEWER), officers=persons(PostKind.OFFICER))
        .annotate(anyone=F("reviewers") + F("officers"))
        .filter(anyone__gt=0)
        .order_by("name")
        .values_list("pk", "name", "reviewers", "officers")
    )
    return [ReviewerRatio(*row) for row in rows]


def reviewer_ratio(organ: Organ, on: date) -> ReviewerRatio:
    """The ratio at one organ on one day; zero and zero where nobody holds either post."""
    found = reviewer_ratios(on, Organ.objects.filter(pk=organ.pk))
    return found[0] if found else ReviewerRatio(organ.pk, organ.name, 0, 0)


def holders(kind: str, on: date) -> QuerySet[Person]:
    """The persons who hold a post of that kind anywhere on that day."""
    return Person.objects.filter(Exists(Post.objects.in_force(on).filter(person=OuterRef("pk"), kind=kind)))
