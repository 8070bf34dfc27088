"""已公布的报告: the reports of a region by year, as they were printed, and one figure over the years as a picture.

Only what the county has listed is shown. The numbers are those the reports print; nothing here is counted anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from fadu.exchange.models import PublishedReport
from fadu.exchange.published_reports import lines, reading
from fadu.organs.models import Region
from fadu.portal.charts import over_years
from fadu.portal.pages import in_chinese, page
from fadu.reading.comparison import Cell, compare
from fadu.reading.figure import plain

MOST = 12  # reports of a region that are drawn over the years: the latest


def _listed() -> QuerySet[PublishedReport]:
    return PublishedReport.objects.filter(listed_on__isnull=False).select_related("region")


@dataclass(frozen=True)
class Series:
    """One figure over the years: its name, its unit, and year, words printed, value and place of each."""

    key: str
    name: str
    unit: str
    points: list[tuple[int, str, float, str]]


def series(region: Region) -> list[Series]:
    """The figures that at least two of the region's listed reports print, in the order of the inventory."""
    reports = list(_listed().filter(region=region).order_by("-year", "-pk")[:MOST])
    by_name = {str(each.pk): each for each in reports}
    found = compare([(key, reading(each)[0]) for key, each in by_name.items()])
    drawn = []
    for line in found.lines:
        points: dict[int, tuple[int, str, float, str]] = {}
        for cell, column in zip(line.cells, found.columns, strict=True):
            report = by_name[column.name]
            if (value := _number(cell)) is not None and cell is not None:
                points[report.year] = (report.year, cell.figure.text, value, _address(report, cell.figure.start))
        if len(points) > 1:
            drawn.append(Series(f"{line.row} {line.name}", line.name, line.unit, sorted(points.values())))
    return drawn


def _number(cell: Cell | None) -> float | None:
    value = plain(cell.value) if cell else None
    return None if value is None else float(value)


def _address(report: PublishedReport, start: int | None = None) -> str:
    place = "" if start is None else f"#n{start}"
    return f"{reverse('portal:published_report', args=[report.pk])}{place}"


@login_not_required
def published(request: HttpRequest) -> HttpResponse:
    """The listed reports of a region, the latest first, and its figures over the years."""
    known = list(Region.objects.filter(pk__in=_listed().order_by().values("region").distinct()).order_by("code"))
    code = request.GET.get("region", "")
    region = next((each for each in known if each.code == code.ljust(12, "0")), None)
    if code and region is None:
        raise Http404
    region = region or (known[0] if known else None)
    context: dict[str, Any] = {"regions": known, "region": region}
    if region is not None:
        drawn = series(region)
        chosen = next(
            (each for each in drawn if each.key == request.GET.get("figure")),
            max(drawn, key=lambda each: len(each.points), default=None),
        )
        context |= {
            "reports": [
                (each, _address(each)) for each in _listed().filter(region=region).defer("text").order_by("-year")
            ],
            "drawn": drawn,
            "chosen": chosen,
            "chart": chosen and f"{reverse('portal:published_chart')}?{_query(region, chosen)}",
        }
    return page(request, "portal/published.html", context, column="data", where=[(_("已公布的报告"), "")])


def _query(region: Region, chosen: Series) -> str:
    return urlencode({"region": region.code, "figure": chosen.key})


@login_not_required
def chart(request: HttpRequest) -> HttpResponse:
    """One figure over the years as an image."""
    region = get_object_or_404(Region, code=request.GET.get("region", "").ljust(12, "0"))
    chosen = next((each for each in series(region) if each.key == request.GET.get("figure")), None)
    if chosen is None:
        raise Http404
    rows = [(str(year), value) for year, _words, value, _place in chosen.points]
    drawn = over_years(rows, f"{chosen.name}（{chosen.unit}）")
    return HttpResponse(drawn, content_type="image/svg+xml", headers={"Cache-Control": "private, max-age=600"})


@login_not_required
def published_report(request: HttpRequest, key: int) -> HttpResponse:
    """A listed report as it was printed, its figures marked."""
    report = get_object_or_404(_listed(), pk=key)
    found, checked = reading(report)
    where = [
        (_("已公布的报告"), f"{reverse('portal:published')}?region={report.region_id}"),
        (in_chinese(str(report)), ""),
    ]
    context = {"report": report, "lines": lines(found, checked), "count": len(found.figures)}
    return page(request, "portal/published_report.html", context, column="data", where=where)
