"""数: every figure of a region and a year, each leading to exactly its records; 报: the chapter written from them.

Figures count what the reader may see. Who sees a region whole sees its figures as they are published; anybody else is
told that the numbers are those of the records within reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _

from fadu.desk import rows
from fadu.desk.asked import number_asked
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.documents import docx
from fadu.documents import page as pages
from fadu.engine.models import Case
from fadu.figures import catalogue, count
from fadu.figures.figure import Scope
from fadu.interface.templatetags.words import address_of
from fadu.interface.words import Figure
from fadu.organs.models import Region
from fadu.report.chapter import write

ROWS = 50


@dataclass(frozen=True)
class Asked:
    """Region and year of which a page speaks; ``whole``: this person sees all of the region's records."""

    region: Region
    year: int
    scope: Scope
    whole: bool

    @property
    def query(self) -> str:
        return urlencode([("region", str(self.region.code)), ("year", str(self.year))])


def asked(request: DeskRequest) -> Asked | None:
    """What the address asks for; by default the region of the first post and this year. None where there is none."""
    acting = request.acting
    known = {each.code: each for each in regions(acting)}
    code = request.GET.get("region", "").ljust(12, "0")
    region = known.get(code) or next(iter(known.values()), None)
    if region is None:
        return None
    year = request.GET.get("year", "")
    wanted = int(year) if year.isascii() and year.isdigit() and 1996 <= int(year) <= 2100 else acting.today.year
    first, last = region.span
    whole = any(start <= first and last <= end for start, end in acting.reach.regions)
    return Asked(
        region,
        wanted,
        catalogue.scope(region.prefix, wanted, until=acting.today, reach=acting.reach),
        whole,
    )


def regions(acting: Acting) -> list[Region]:
    """The regions of which this person may ask: those of his posts, and what lies directly within them."""
    if not acting.reach:
        return []
    own = [each.organ.region_id for each in acting.posts]
    found = Region.objects.filter(code__in=own) | Region.objects.filter(parent__in=own, level__lte=4)
    return list(found.distinct().order_by("level", "code")[:60])


def choices(request: DeskRequest, found: Asked) -> dict[str, Any]:
    """The regions and years a page on figures offers."""
    this = request.acting.today.year
    return {"asked": found, "regions": regions(request.acting), "years": range(this, this - 8, -1)}


@desk_page
def figures(request: DeskRequest) -> HttpResponse:
    """All figures of a region and year, with definition and rule on hover or focus."""
    found = asked(request)
    if found is None:
        return page(request, "desk/figures.html", {"asked": None}, here="figures")
    lines = []
    for each in catalogue.figures(found.scope):
        address = f"{reverse('desk:figure', args=[each.figure.id])}?{found.query}"
        shown = "—" if each.value is None else f"{each.value:,}"
        lines.append(
            {
                "name": each.figure.name,
                "part": bool(each.figure.domain),
                "unit": each.figure.unit,
                "figure": Figure(
                    shown, address, definition=each.figure.rule, rule=each.figure.source, cut_off=found.scope.last
                ),
            }
        )
    return page(request, "desk/figures.html", {"lines": lines, **choices(request, found)}, here="figures")


@desk_page
def figure(request: DeskRequest, name: str) -> HttpResponse:
    """One figure with its records: the list is the same rows as the number."""
    found = asked(request)
    try:
        wanted = catalogue.find(name)
    except catalogue.NoSuchFigure:
        raise Http404 from None
    if found is None:
        raise Http404
    records = count.records(wanted, found.scope)
    after = request.GET.get("after", "")
    place = number_asked(after) or 0
    listed = list(records.order_by("pk").filter(pk__gt=place)[: ROWS + 1])
    of_cases = records.model is Case
    context = {
        "wanted": wanted,
        "value": count.value(wanted, found.scope),
        "rows": rows.rows(listed[:ROWS], request.acting.today) if of_cases else [],
        "others": [] if of_cases else listed[:ROWS],
        "after": listed[ROWS - 1].pk if len(listed) > ROWS else "",
        "first": not place,
        **choices(request, found),
    }
    return page(request, "desk/figure.html", context, here="figures")


@desk_page
def reports(request: DeskRequest) -> HttpResponse:
    """The enforcement chapter of a region and year as a page, each number bound to its figure."""
    found = asked(request)
    if found is None:
        return page(request, "desk/report.html", {"asked": None}, here="reports")
    paper = _chapter(request, found)
    body = pages.render(paper, cites=address_of, figures=lambda key: _bound(found, key))
    return page(request, "desk/report.html", {"body": body, **choices(request, found)}, here="reports")


@desk_page
def report_docx(request: DeskRequest) -> HttpResponse:
    """The same chapter as .docx."""
    found = asked(request)
    if found is None:
        raise Http404
    response = HttpResponse(docx.render(_chapter(request, found)), content_type=docx.MEDIA_TYPE)
    name = _("%(region)s%(year)d年法治政府建设年度报告数字部分.docx") % {
        "region": found.region.name,
        "year": found.year,
    }
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _chapter(request: DeskRequest, found: Asked) -> Any:
    on: date = request.acting.today
    site = request.build_absolute_uri("/").rstrip("/")
    return write(found.region.prefix, found.year, on=on, site=site, of=found.scope, by=request.acting.organ_name)


def _bound(found: Asked, key: str) -> str:
    return f"{reverse('desk:figure', args=[key])}?{found.query}"
