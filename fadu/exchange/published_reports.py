"""已公布的报告: a report as published, taken in from its file, read, and its figures kept to be compared with.

The file's words are stored as decoded, so that every figure and finding stays at its place; the reading itself is made
anew each time, so that a better reader reads the old reports better.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from fadu.exchange.models import PublishedReport
from fadu.figures.catalogue import find
from fadu.figures.freezing import accept
from fadu.figures.models import Frozen
from fadu.ledger.book import append
from fadu.organs.models import Person, Region
from fadu.reading.audit import Audit, Finding, audit
from fadu.reading.figure import Figure, Kind
from fadu.reading.furniture import kept
from fadu.reading.opening import open_bytes, pasted
from fadu.reading.report import Report, read

WAN = Decimal(10000)


class NotPlaced(ValueError):
    """The report does not say of which region or year it is, or the platform does not know that region."""


class NotAccepted(ValueError):
    """The number cannot be kept as the figure's value; the words say why."""


def take_in(
    data: bytes | str,
    name: str,
    *,
    by: Person,
    on: date,
    among: Sequence[Region],
    region: Region | None = None,
    year: int | None = None,
) -> PublishedReport:
    """Read a file's bytes, or a pasted page, and keep it. The same file of a region and year is kept once.

    ``among`` are the regions whose reports this person keeps; ``region`` and ``year`` are said where the report does
    not. Raises ``Unreadable`` for a file that is no report and
    ``NotPlaced`` where region or year stay unknown.
    """
    opened = pasted(data) if isinstance(data, str) else open_bytes(data)
    found = read(opened.text, year=year, title=opened.title)
    placed = region or _region(found.region, among)
    when = year or found.year
    if placed is None:
        raise NotPlaced(
            _("看不出是哪个地方的报告（印的是“%(name)s”）：请选择行政区划") % {"name": found.region}
            if found.region
            else _("报告没有写明是哪个地方的：请选择行政区划")
        )
    if when is None:
        raise NotPlaced(_("报告没有写明是哪一年的：请填写年度"))
    checked = audit(found)
    raw = data.encode() if isinstance(data, str) else data
    digest = sha256(raw).hexdigest()
    with transaction.atomic():
        report, fresh = PublishedReport.objects.get_or_create(
            region=placed, year=when, digest=digest,
            defaults={
                "kind": found.kind, "title": found.title[:200], "name": name[:200], "format": opened.format,
                "encoding": opened.encoding, "text": opened.text.replace("\x00", " "), "figures": len(found.figures),
                "checked": checked.checked, "wrong": _wrong(checked), "on": on, "by": by,
            },
        )  # fmt: skip
        if fresh:
            append(
                report.stream, "take_in", actor=by.username, on=on, cites=[],
                content={"title": report.title, "sha256": digest, "figures": report.figures, "format": opened.format},
            )  # fmt: skip
    return report


def _region(printed: str, among: Sequence[Region]) -> Region | None:
    """The one region among these that bears the printed name, or whose name ends with it."""
    found = [each for each in among if each.name == printed] or [
        each for each in among if printed and (each.name.endswith(printed) or printed.endswith(each.name))
    ]
    return found[0] if len(found) == 1 else None


def _wrong(checked: Audit) -> int:
    return sum(each.verdict in ("contradicts", "impossible") for each in checked.findings)


def reading(report: PublishedReport) -> tuple[Report, Audit]:
    """The report read and audited as the reader reads it today."""
    return _read(report.text, report.year, report.title)


@lru_cache(maxsize=32)
def _read(text: str, year: int, title: str) -> tuple[Report, Audit]:
    found = read(text, year=year, title=title)
    return found, audit(found)


@dataclass(frozen=True)
class Piece:
    """Some words of a line; ``figure`` where they are a figure, ``verdict`` the first said of it."""

    words: str
    figure: Figure | None = None
    verdict: str = ""


@dataclass(frozen=True)
class Line:
    """A line of the report in pieces, with the findings whose first number stands in it."""

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


def lines(found: Report, checked: Audit) -> Iterator[Line]:
    """The report's lines without the page's furniture, each figure a piece of its own."""
    verdicts: dict[int, str] = {}
    for finding in checked.findings:
        for place in finding.figures:
            verdicts.setdefault(place.start, finding.verdict.value)
    figures = deque(found.figures)
    findings = deque(
        sorted((each for each in checked.findings if each.figures), key=lambda each: each.figures[0].start)
    )
    for first, last in kept(found.text):
        at = first
        for words in found.text[first:last].splitlines(keepends=True):
            end, here = at + len(words), at
            pieces: list[Piece] = []
            while figures and figures[0].start < end:
                figure = figures.popleft()
                pieces.append(Piece(found.text[here : figure.start]))
                pieces.append(Piece(figure.text, figure, verdicts.get(figure.start, "")))
                here = figure.end
            pieces.append(Piece(found.text[here:end].rstrip()))
            beside: list[Finding] = []
            while findings and findings[0].figures[0].start < end:
                beside.append(findings.popleft())
            if beside or any(piece.words.strip() for piece in pieces):
                yield Line(tuple(pieces), tuple(beside))
            at = end


def keep(report: PublishedReport, start: int, figure: str, *, by: Person, on: date) -> Frozen:
    """Accept the number printed at ``start`` as the region's ``figure`` of the report's year, with its sentence.

    Raises ``NotAccepted`` where no such number is printed, where it is damaged or no level (a change, an approximation
    is kept as printed), and ``NoSuchFigure``.
    """
    printed = next((each for each in reading(report)[0].figures if each.start == start), None)
    if printed is None:
        raise NotAccepted(_("报告在这里没有数"))
    if printed.value is None or printed.corrupt:
        raise NotAccepted(_("这个数印损了，不能采用：%(text)s") % {"text": printed.text})
    if printed.kind is Kind.CHANGE:
        raise NotAccepted(_("这是增减幅度，不是当年的数：%(text)s") % {"text": printed.text})
    why = _("%(title)s：“%(sentence)s”") % {"title": report, "sentence": printed.sentence}
    return accept(
        figure, report.region.prefix, report.year, _in_unit(printed, figure), why=why, by=by, on=on,
        stream=report.stream,
    )  # fmt: skip


def _in_unit(printed: Figure, figure: str) -> Decimal:
    """The printed value in the figure's unit: money is read in 元 and counted in 万元."""
    with override("zh-hans"):  # whatever language the page has
        wanted = str(find(figure).unit)
    value = printed.value or Decimal(0)
    if printed.kind is Kind.MONEY:
        if wanted != "万元":
            raise NotAccepted(_("指标的单位是%(unit)s，印的是金额") % {"unit": wanted})
        return value / WAN
    if (wanted == "%") != (printed.kind is Kind.RATIO):
        raise NotAccepted(
            _("指标的单位是%(unit)s，印的是%(printed)s") % {"unit": wanted, "printed": printed.unit or printed.text}
        )
    return value


def list_publicly(report: PublishedReport, *, by: Person, on: date) -> None:
    """Show it on the portal among the region's published reports."""
    _list(report, on, "list", by, on)


def take_off(report: PublishedReport, *, by: Person, on: date) -> None:
    """Show it on the portal no longer."""
    _list(report, None, "take_off", by, on)


@transaction.atomic
def _list(report: PublishedReport, since: date | None, act: str, by: Person, on: date) -> None:
    report.listed_on = since
    report.save(update_fields=["listed_on"])
    append(
        report.stream, act, actor=by.username, on=on, cites=[], content={"title": report.title, "sha256": report.digest}
    )
