"""已公布的报告: taken in, read with every figure marked, findings in the margin, numbers accepted for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fadu.desk.asked import number_asked
from fadu.desk.asking import ask
from fadu.desk.figures import regions
from fadu.desk.frame import SUPERVISORS, Acting, DeskRequest, desk_page, page
from fadu.exchange import published_reports
from fadu.exchange.models import PublishedReport
from fadu.exchange.published_reports import NotAccepted, NotPlaced, lines
from fadu.exchange.tables import write_lines
from fadu.figures.catalogue import BY_ID
from fadu.figures.count import tidy
from fadu.figures.models import Frozen
from fadu.interface.fields import Files, Refusable
from fadu.organs.models import Region
from fadu.reading.audit import Finding
from fadu.reading.comparison import compare, indicators
from fadu.reading.figure import Figure
from fadu.reading.opening import LARGEST, Opened, Unreadable
from fadu.reading.report import Report
from fadu.reading.tables import COLUMNS, KINDS, REPORT_KINDS, VERDICTS
from fadu.reading.tables import rows as figure_rows
from fadu.report.chapter import shown

MOST: Final = 30
PAGE: Final = 50
SORTS: Final = {
    "place": lambda each: each.start,
    "subject": lambda each: each.subject,
    "value": lambda each: (each.value is None, each.value or 0),
    "unit": lambda each: each.unit or "",
    "kind": lambda each: each.kind,
    "period": lambda each: each.period or "",
}


def said(pair: tuple[str, str]) -> str:
    """The one of (Chinese, English) that the reader's page is in."""
    return pair[1] if (get_language() or "").startswith("en") else pair[0]


def may(acting: Acting) -> bool:
    """Who answers for an organ or works in its office takes reports in; an officer reads them."""
    return bool(acting.kinds & SUPERVISORS)


def _guarded(acting: Acting) -> None:
    if not may(acting):
        raise PermissionDenied(_("收入报告、采用数据须由内勤、负责人、法制审核、监督检查人员或者县领导办理"))


def _reports(acting: Acting) -> Any:
    return PublishedReport.objects.filter(region__in=regions(acting)).select_related("region")


def _report(acting: Acting, key: int) -> PublishedReport:
    found: PublishedReport = get_object_or_404(_reports(acting), pk=key)
    return found


@desk_page
def published(request: DeskRequest) -> HttpResponse:
    """The reports of the regions within reach, the latest first."""
    acting = request.acting
    found = _reports(acting).defer("text").order_by("-year", "region", "-pk")
    sheet = Paginator(found, PAGE).get_page(request.GET.get("page"))
    listed = [(each, said(_kind(each.kind))) for each in sheet]
    return page(request, "desk/published.html", {"lines": listed, "sheet": sheet, "may": may(acting)}, here="reports")


def _kind(key: str) -> tuple[str, str]:
    return next((pair for kind, pair in REPORT_KINDS.items() if kind.value == key), (key, key))


class TakeIn(Refusable):
    """Files, or a page pasted; region and year where the report does not say them."""

    uploads = Files(
        label=gettext_lazy("报告文件"),
        required=False,
        help_text=gettext_lazy("网页、Word、PDF（须有文字）或者文本文件，一次最多30份"),
    )
    text = forms.CharField(
        label=gettext_lazy("或者粘贴网页文字"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    region = forms.ModelChoiceField(
        label=gettext_lazy("行政区划"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=gettext_lazy("由报告写明"),
        help_text=gettext_lazy("报告没有写明时选择"),
    )
    year = forms.IntegerField(
        label=gettext_lazy("年度"), required=False, min_value=1996, max_value=2100,
        help_text=gettext_lazy("报告没有写明时填写"),
    )  # fmt: skip

    def __init__(self, known: Sequence[Region], *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        chosen = self.fields["region"]
        assert isinstance(chosen, forms.ModelChoiceField)  # noqa: S101  declared above
        chosen.queryset = Region.objects.filter(pk__in=[each.pk for each in known]).order_by("code")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("uploads") and not given.get("text"):
            self.add_error("uploads", _("选择文件，或者粘贴文字"))
        if len(given.get("uploads") or []) > MOST:
            self.add_error("uploads", _("一次最多%(n)d份") % {"n": MOST})
        return given


@desk_page
def take_in(request: DeskRequest) -> HttpResponse:
    """Take in files one after the other: what cannot be read is named with the reason, the others are kept."""
    acting = request.acting
    _guarded(acting)
    known = regions(acting)
    form = TakeIn(known, request.POST or None, request.FILES or None)
    taken: list[PublishedReport] = []
    wrong: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        sources: list[tuple[str, Any]] = [(each.name, each) for each in given["uploads"] or []]
        if given["text"]:
            sources.append((_("粘贴的文字"), given["text"]))
        for name, source in sources:
            try:
                report = _taken(acting, known, name, source, given["region"], given["year"])
            except Unreadable as fault:
                wrong.append((name, said((fault.zh, fault.en))))
            except NotPlaced as fault:
                wrong.append((name, str(fault)))
            else:
                taken.append(report)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse(
            {
                "taken": [{"title": str(each), "address": _address(each)} for each in taken],
                "wrong": [*wrong, *((name, error) for name in form.errors for error in form.errors[name])],
            }
        )
    if len(taken) == 1 and not wrong:
        return redirect(_address(taken[0]))
    context = {"form": form, "taken": [(each, _address(each)) for each in taken], "wrong": wrong}
    return page(request, "desk/take_in.html", context, here="reports", status=422 if wrong or form.errors else 200)


def _taken(
    acting: Acting, known: Sequence[Region], name: str, source: Any, region: Region | None, year: int | None
) -> PublishedReport:
    if not isinstance(source, str) and source.size > LARGEST:
        most = LARGEST >> 20
        raise NotPlaced(_("文件超过 %(most)d MB，一份报告不会这样大") % {"most": most})
    data = source if isinstance(source, str) else source.read()
    return published_reports.take_in(
        data, name, by=acting.person, on=acting.today, region=region, year=year, among=known
    )


def _address(report: PublishedReport) -> str:
    return reverse("desk:published_report", args=[report.pk])


def _note(finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict.value,
        "name": said(VERDICTS[finding.verdict]),
        "statement": said((finding.statement, finding.english)),
        "sure": round(finding.confidence * 100),
        "places": [place.start for place in finding.figures],
    }


@desk_page
def published_report(request: DeskRequest, key: int) -> HttpResponse:
    """The report as it was printed, with figures marked and findings in the margin; beneath, the figures as a table."""
    acting = request.acting
    report = _report(acting, key)
    found, checked = published_reports.reading(report)
    sort = request.GET.get("sort", "place")
    order = SORTS.get(sort, SORTS["place"])
    table = sorted(found.figures, key=order, reverse="down" in request.GET)
    accepted = dict(
        Frozen.objects.filter(region=report.region.prefix, year=report.year, rule__startswith=str(report)).values_list(
            "rule", "figure"
        )
    )
    context = {
        "report": report,
        "kind": said(_kind(report.kind)),
        "lines": [(line.pieces, [_note(each) for each in line.findings]) for line in lines(found, checked)],
        "checked": checked,
        "rows": [
            (each, said(KINDS[each.kind]), "" if each.value is None else shown(tidy(each.value))) for each in table
        ],
        "sort": sort,
        "down": "down" in request.GET,
        "heads": HEADS,
        "accepted": [(BY_ID[name].name if name in BY_ID else name, rule) for rule, name in accepted.items()],
        "may": may(acting),
    }
    return page(request, "desk/published_report.html", context, here="reports")


HEADS: Final = (
    ("place", gettext_lazy("印文")),
    ("subject", gettext_lazy("所计")),
    ("value", gettext_lazy("数值")),
    ("unit", gettext_lazy("单位")),
    ("kind", gettext_lazy("种类")),
    ("period", gettext_lazy("时段")),
)


@desk_page
def published_table(request: DeskRequest, key: int) -> HttpResponse:
    """The figures as a spreadsheet's lines."""
    report = _report(request.acting, key)
    found, _checked = published_reports.reading(report)
    buffer = StringIO()
    buffer.write("\ufeff")
    whole = Opened(report.text, report.format)
    write_lines(buffer, [COLUMNS, *figure_rows(report.name or str(report), found, whole)])
    response = HttpResponse(buffer.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="figures-{report.region_id}-{report.year}.csv"'
    return response


class Keep(Refusable):
    """Which figure of the platform the printed number is."""

    figure = forms.ChoiceField(label=gettext_lazy("作为哪项指标"))

    def __init__(self, likely: Sequence[str], *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        order = [*likely, *(key for key in BY_ID if key not in likely)]
        self.fields["figure"].choices = [  # type: ignore[attr-defined]
            (key, f"{BY_ID[key].name}（{BY_ID[key].unit}）") for key in order
        ]


@desk_page
def keep(request: DeskRequest, key: int, start: int) -> HttpResponse:
    """Accept a printed number as the region's value of that year, with its sentence as source."""
    acting = request.acting
    _guarded(acting)
    report = _report(acting, key)
    found, _checked = published_reports.reading(report)
    printed = next((each for each in found.figures if each.start == start), None)
    if printed is None:
        raise Http404
    form = Keep(_likely(printed, found), request.POST or None)

    def done(given: dict[str, Any]) -> object:
        return published_reports.keep(report, start, given["figure"], by=acting.person, on=acting.today)

    title = _("采用“%(text)s”作为%(year)d年的数") % {"text": printed.text, "year": report.year}
    try:
        return ask(
            request, form, done, title=title, verb=_("采用"), back=_address(report), note=printed.sentence,
            done=_("已采用，来源句子一并留存"), here="reports",
        )  # fmt: skip
    except NotAccepted as fault:
        messages.error(request, str(fault))
        return redirect(_address(report))


def _likely(printed: Figure, found: Report) -> list[str]:
    """The platform's figures that answer the row of the inventory to which the printed number belongs."""
    mapping = compare([("", found)]).mapping
    row = next((each.row for each in mapping if each.figure.start == printed.start), "")
    return [key for key, figure in BY_ID.items() if row and row in figure.rows]


@desk_page
@require_POST
def list_publicly(request: DeskRequest, key: int) -> HttpResponse:
    """Show the report on the portal, or take it off."""
    acting = request.acting
    _guarded(acting)
    report = _report(acting, key)
    act = published_reports.take_off if report.listed_on else published_reports.list_publicly
    act(report, by=acting.person, on=acting.today)
    return redirect(_address(report))


@desk_page
def compared(request: DeskRequest) -> HttpResponse:
    """The chosen reports side by side: indicators of the inventory, changes, ranks, and where definitions differ."""
    acting = request.acting
    asked = [number for each in request.GET.getlist("report")[:MOST] if (number := number_asked(each)) is not None]
    asked_for = {str(each.pk): each for each in _reports(acting).filter(pk__in=asked).order_by("year", "region")}
    found = compare([(key, published_reports.reading(each)[0]) for key, each in asked_for.items()])
    chosen = [asked_for[column.name] for column in found.columns]  # in the order of the comparison
    compared_lines = [
        {
            "row": line.row,
            "name": line.name,
            "unit": line.unit,
            "cells": [
                {
                    "text": "" if cell is None else cell.figure.text,
                    "address": "" if cell is None else f"{_address(report)}#n{cell.figure.start}",
                    "rank": rank,
                }
                for cell, rank, report in zip(line.cells, line.ranks, chosen, strict=True)
            ],
            "notes": line.notes,
        }
        for line in found.lines
    ]
    context = {"chosen": chosen, "lines": compared_lines, "known": len(indicators())}
    return page(request, "desk/compared.html", context, here="reports")
