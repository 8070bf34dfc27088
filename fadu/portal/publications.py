"""公开: published decisions. Only publications are read here, never the case behind one.

What stands in a publication was masked when it was made. Once its term has ended or the party's credit was repaired it
is no longer shown; taken back it shows its number, its title and the public reason, nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fadu.engine.models import Publication
from fadu.engine.search import LONGEST, find
from fadu.organs.models import Organ
from fadu.portal import pointing, rendition
from fadu.portal.codes import code
from fadu.portal.pages import day_asked, in_chinese, number_asked, page, today

PAGE: Final = 20
GONE: Final = 410
# The list needs neither the rendition nor the words it is found by.
LINE: Final = (
    "number", "title", "party", "decided_on", "published_on", "until", "withdrawn_on", "withdrawal", "organ__name",
)  # fmt: skip


def shown(on: date) -> Q:
    """The publications that the public may see on ``on``: within their term, and not repaired."""
    return Q(published_on__lte=on, repaired_on=None) & (Q(until=None) | Q(until__gte=on))


def listed(on: date) -> QuerySet[Publication]:
    """What is shown on ``on`` as lines of a list, newest first; ``act`` is the unlawful act in a few words."""
    rows = Publication.objects.filter(shown(on)).select_related("organ").only(*LINE).annotate(act=KT("rendition__act"))
    return rows.order_by("-published_on", "-pk")


@dataclass(frozen=True)
class Asked:
    """What the address asks for. ``after`` is the last line of the page before: its day and key."""

    words: str = ""
    organ: int | None = None
    year: int | None = None
    region: str = ""
    after: tuple[date, int] | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        """Read from the address; what is no number or day is not asked for."""
        day, _dot, key = query.get("after", "").partition(".")
        last, number = day_asked(day), number_asked(key)
        year = number_asked(query.get("year", ""))
        region = query.get("region", "")
        return cls(
            query.get("q", "").strip()[:LONGEST],
            number_asked(query.get("organ", "")),
            year if year is not None and date.min.year <= year < date.max.year else None,
            region if number_asked(region) is not None else "",
            (last, number) if last is not None and number is not None else None,
        )

    def narrowed(self, rows: QuerySet[Publication]) -> QuerySet[Publication]:
        """The rows asked for, from the line after ``after`` on: no row is counted or skipped over."""
        if self.organ is not None:
            rows = rows.filter(organ=self.organ)
        if self.year is not None:
            rows = rows.filter(published_on__gte=date(self.year, 1, 1), published_on__lte=date(self.year, 12, 31))
        if self.region:
            rows = rows.filter(region__gte=self.region.ljust(12, "0"), region__lte=self.region.ljust(12, "9"))
        if self.after is not None:
            day, key = self.after
            rows = rows.filter(Q(published_on__lt=day) | Q(published_on=day, pk__lt=key), published_on__lte=day)
        return find(rows, self.words)

    def address(self, after: Publication | None = None) -> str:
        """The address of the same question, on the page after the line ``after``."""
        parts = {"q": self.words, "organ": self.organ or "", "year": self.year or "", "region": self.region}
        if after is not None:
            parts["after"] = f"{after.published_on.isoformat()}.{after.pk}"
        written = urlencode({name: value for name, value in parts.items() if value})
        return reverse("portal:publications") + (f"?{written}" if written else "")


@login_not_required
def publications(request: HttpRequest) -> HttpResponse:
    """Three queries, however many rows: the page, the organs that have published, the first year."""
    on, asked = today(), Asked.of(request.GET)
    rows = list(asked.narrowed(listed(on))[: PAGE + 1])
    organs = Organ.objects.filter(Exists(Publication.objects.filter(organ=OuterRef("pk")))).only("name")
    first = Publication.objects.aggregate(first=Min("published_on"))["first"]
    context = {
        "rows": rows[:PAGE],
        "older": asked.address(rows[PAGE - 1]) if len(rows) > PAGE else "",
        "newest": asked.address() if asked.after else "",
        "asked": asked,
        "organs": list(organs),
        "years": range(on.year, first.year - 1, -1) if first else (),
        "pointed": pointing.pointed(asked.words, on),
    }
    return page(request, "portal/publications.html", context, column="publications")


@login_not_required
def publication(request: HttpRequest, key: int) -> HttpResponse:
    """One publication; 410 once it is no longer to be shown. Three queries: itself, the one before, the one after."""
    on = today()
    if number_asked(str(key)) is None:
        raise Http404
    found = get_object_or_404(Publication.objects.select_related("organ").defer("grams"), pk=key)
    if found.published_on > on:
        raise Http404
    if found.repaired_on is not None or (found.until is not None and found.until < on):
        repaired = {"repaired": found.repaired_on is not None}
        return page(
            request, "portal/ended.html", repaired, column="publications", where=[(_("停止公示"), "")], status=GONE
        )
    context = {
        "publication": found,
        "lines": [] if found.withdrawn_on else rendition.lines(found.rendition, found.decided_on),
        "cites": [] if found.withdrawn_on else found.cites,
        "newer": _beside(found, on, newer=True),
        "older": _beside(found, on, newer=False),
        "code": code(request.build_absolute_uri(request.path)),
    }
    return page(
        request, "portal/publication.html", context, column="publications", where=[(in_chinese(found.number), "")]
    )


def _beside(found: Publication, on: date, *, newer: bool) -> Publication | None:
    rows = listed(on)
    day = found.published_on
    if newer:
        rows = rows.filter(Q(published_on__gt=day) | Q(published_on=day, pk__gt=found.pk), published_on__gte=day)
        return rows.order_by("published_on", "pk").first()
    return rows.filter(Q(published_on__lt=day) | Q(published_on=day, pk__lt=found.pk), published_on__lte=day).first()
