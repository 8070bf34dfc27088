"""For programs: the feed of publications (Atom), what search engines may fetch, and whether the site answers."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from fadu.engine.models import Publication
from fadu.portal.pages import today
from fadu.portal.publications import listed

NEWEST: Final = 50
ROBOTS: Final = "".join(
    f"{line}\n"
    for line in (
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /progress/",
        "Disallow: /apply/drafts/",
        "Disallow: /apply/telephone/",
        "Disallow: /signin/",
        "Disallow: /account/",
        "Disallow: /display/",
    )
)


class Publications(Feed):  # type: ignore[type-arg]
    """The newest publications by title, organ and day; what was taken back stands there with its reason."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("法度：行政处罚决定公开")

    def link(self) -> str:
        return reverse("portal:publications")

    def items(self) -> list[Publication]:
        return list(listed(today())[:NEWEST])

    def item_title(self, item: Publication) -> str:
        return f"{item.number} {item.title}"

    def item_description(self, item: Publication) -> str:
        if item.withdrawn_on:
            return _("已撤回：%(reason)s") % {"reason": item.withdrawal}
        return _("%(organ)s，%(day)s决定") % {"organ": item.organ.name, "day": item.decided_on.isoformat()}

    def item_link(self, item: Publication) -> str:
        return reverse("portal:publication", args=[item.pk])

    def item_pubdate(self, item: Publication) -> datetime:
        return _moment(item)

    def item_updateddate(self, item: Publication) -> datetime:
        return _moment(item)


def _moment(item: Publication) -> datetime:
    """Feeds want a moment; a publication has a day, taken from its beginning."""
    return timezone.make_aware(datetime.combine(item.withdrawn_on or item.published_on, time()))


feed = login_not_required(Publications())


@login_not_required
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """What belongs to persons or staff is not for search engines."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@login_not_required
@never_cache
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """``ok`` when the database answers; a fault of it is a 500, which the watcher sees."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
