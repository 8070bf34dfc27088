"""法规: the statutes held, their articles, and for each provision what rests on it.

The words are shown where they have been imported; where they have not, the page says so and how they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.engine.models import Publication
from fadu.engine.search import citing
from fadu.law import texts
from fadu.law.numerals import numeral
from fadu.law.register import cite as cite_of
from fadu.law.register import editions
from fadu.law.statute import Cite, Kind, Statute
from fadu.law.statutes import STATUTES
from fadu.law.structure import Paragraph
from fadu.portal import resting
from fadu.portal.pages import Label, day_asked, page, today
from fadu.portal.pointing import english, said
from fadu.portal.publications import shown
from fadu.portal.questions import answered_by

CITING: Final = 10
IN_FORCE, UNSEEN, NOT_YET, NO_MORE = "in_force", "unseen", "not_yet", "no_more"
STATES: Final[dict[str, Label]] = {
    IN_FORCE: gettext_lazy("施行中"),
    UNSEEN: gettext_lazy("施行日期未见原文"),
    NOT_YET: gettext_lazy("尚未施行"),
    NO_MORE: gettext_lazy("已被修改、代替或者废止"),
}
KINDS: Final[dict[Kind, Label]] = {
    Kind.LAW: gettext_lazy("法律"),
    Kind.REGULATION: gettext_lazy("行政法规"),
    Kind.PARTY_REGULATION: gettext_lazy("党内法规"),
    Kind.INTERPRETATION: gettext_lazy("司法解释"),
    Kind.RULES: gettext_lazy("部门规章"),
    Kind.LOCAL: gettext_lazy("地方性法规"),
}


def state(statute: Statute, on: date) -> str:
    """Whether the edition is in force on ``on``, as far as its days of force were seen."""
    if statute.until is not None and statute.until < on:
        return NO_MORE
    if statute.in_force is None:
        return UNSEEN
    return NOT_YET if on < statute.in_force else IN_FORCE


@dataclass(frozen=True)
class Edition:
    """A statute as pages print it (a template would read the value itself article by article)."""

    key: str
    name: str
    kind: Label
    state: Label
    in_force: bool
    since: date | None
    until: date | None
    adopted: date
    excerpt: bool
    imported: bool

    @classmethod
    def of(cls, statute: Statute, on: date) -> Edition:
        """As it stands on ``on``."""
        stands = state(statute, on)
        return cls(
            key=statute.key,
            name=said(statute),
            kind=KINDS[statute.kind],
            state=STATES[stands],
            in_force=stands in {IN_FORCE, UNSEEN},
            since=statute.in_force,
            until=statute.until,
            adopted=statute.adopted,
            excerpt=statute.excerpt,
            imported=texts.imported(statute.key),
        )


@login_not_required
def statutes(request: HttpRequest) -> HttpResponse:
    """The statutes held, by kind, as they stand on a day; no query."""
    on = today()
    day = day_asked(request.GET.get("on", "")) or on
    words = request.GET.get("q", "").strip()[:60]
    groups: dict[Label, list[Edition]] = {label: [] for label in KINDS.values()}
    others: list[Edition] = []
    for each in STATUTES.values():
        if words.lower() not in f"{each.name}{each.short}{each.english}".lower():
            continue
        edition = Edition.of(each, day)
        (groups[edition.kind] if edition.in_force else others).append(edition)
    context = {
        "groups": [(label, found) for label, found in groups.items() if found],
        "others": others,
        "day": day,
        "words": words,
        "count": len(STATUTES),
    }
    return page(request, "portal/statutes.html", context, column="statutes")


@dataclass(frozen=True)
class Article:
    """An article in the table of a statute; ``headings`` open before it, ``words`` only where imported."""

    number: str
    name: str
    address: str
    rests: bool
    headings: list[str]
    words: list[Paragraph]


@login_not_required
def statute(request: HttpRequest, key: str) -> HttpResponse:
    """One edition: its days, its articles, the other editions held; no query."""
    found = STATUTES.get(key)
    if found is None:
        raise Http404
    on = today()
    edition = Edition.of(found, on)
    context = {
        "statute": edition,
        "articles": list(_articles(found)),
        "editions": [Edition.of(each, on) for each in editions(found.name) if each is not found],
        "counted_by": found.counted_by,
    }
    return page(request, "portal/statute.html", context, column="statutes", where=[(edition.name, "")])


def _articles(statute: Statute) -> Iterator[Article]:
    words = texts.words(statute.key) if texts.imported(statute.key) else {}
    opening: dict[str, list[str]] = {}
    for division in statute.structure.divisions:
        opening.setdefault(division.first, []).append(_heading(division.kind, division.number))
    index, ruled = resting.index(), resting.rules_by_article()
    for number in statute.structure.articles:
        cite = statute[number]
        yield Article(
            number=number,
            name=_short(cite),
            address=reverse("portal:provision", args=[statute.key, number]),
            rests=(statute.key, number) in index or (statute.key, number) in ruled,
            headings=opening.get(number, []),
            words=words.get(number, []),
        )


def _heading(kind: str, number: int) -> str:
    if english():
        return f"{ {'编': 'Part', '章': 'Chapter', '节': 'Section'}.get(kind, kind) } {number}"
    return f"第{numeral(number)}{kind}"


def _short(cite: Cite) -> str:
    return cite.english.split(", ", 1)[-1] if english() else cite.provision


@dataclass(frozen=True)
class Passage:
    """A paragraph or an item of an article: its words if imported, whether it is what was asked for."""

    name: str
    address: str
    words: str
    asked: bool
    items: list[Passage] = field(default_factory=list)


@login_not_required
def provision(request: HttpRequest, key: str, place: str) -> HttpResponse:
    """A provision: its words, our rules, the procedures' parts and the publications that rest on it. One query."""
    try:
        cite = cite_of(f"{key}/{place}")
    except (LookupError, ValueError) as fault:
        raise Http404 from fault
    statute, on = cite.statute, today()
    numbers = list(statute.structure.articles)
    at = numbers.index(cite.article)
    rows = citing(Publication.objects.filter(shown(on), withdrawn_on=None), cite.key).select_related("organ")
    context = {
        "cite": cite,
        "statute": Edition.of(statute, on),
        "full": cite.english if english() else str(cite),
        "passages": _passages(cite),
        "rules": [(rule, answered_by(rule.id)) for rule in resting.rules(cite)],
        "uses": _uses(cite),
        "publications": list(rows.only("number", "title", "published_on", "withdrawn_on", "organ__name")[:CITING]),
        "before": _beside(statute, numbers, at - 1) if at else None,
        "after": _beside(statute, numbers, at + 1) if at + 1 < len(numbers) else None,
        "editions": [
            (said(each), reverse("portal:provision", args=[each.key, cite.article]))
            for each in editions(statute.name)
            if each is not statute and cite.article in each.structure.articles
        ],
    }
    way = [(said(statute), reverse("portal:statute", args=[key])), (_short(cite), "")]
    return page(request, "portal/provision.html", context, column="statutes", where=way)


def _beside(statute: Statute, numbers: list[str], at: int) -> tuple[str, str]:
    return _short(statute[numbers[at]]), reverse("portal:provision", args=[statute.key, numbers[at]])


def _passages(cite: Cite) -> list[Passage]:
    """The article's paragraphs and items; of those not imported the names only."""
    statute = cite.statute
    words = texts.words(statute.key)[cite.article] if texts.imported(statute.key) else None
    made = []
    for number, items in enumerate(statute.structure.articles[cite.article], 1):
        paragraph = words[number - 1] if words else None
        here = cite.paragraph == number and cite.item is None
        made.append(
            Passage(
                name=_part(_("第%(n)s款"), number),
                address=reverse("portal:provision", args=[statute.key, f"{cite.article}.{number}"]),
                words=paragraph.text if paragraph else "",
                asked=here,
                items=[
                    Passage(
                        name=_part(_("第（%(n)s）项"), item),
                        address=reverse("portal:provision", args=[statute.key, f"{cite.article}.{number}.{item}"]),
                        words=paragraph.items[item - 1] if paragraph else "",
                        asked=cite.paragraph == number and cite.item == item,
                    )
                    for item in range(1, items + 1)
                ],
            )
        )
    return made


def _part(form: str, number: int) -> str:
    return form % {"n": number if english() else numeral(number)}


@dataclass(frozen=True)
class Resting:
    """What of one procedure's edition rests on a provision: its acts, and apart from them what it puts on record."""

    procedure: str
    acts: list[resting.Use] = field(default_factory=list)
    columns: list[resting.Use] = field(default_factory=list)


def _uses(cite: Cite) -> list[Resting]:
    found: dict[str, Resting] = {}
    for use in resting.uses(cite):
        edition = use.procedure.edition
        title = f"{use.procedure.name} ({edition})" if english() else f"{use.procedure.name}（{edition}）"
        here = found.setdefault(title, Resting(title))
        (here.columns if use.kind is resting.COLUMN else here.acts).append(use)
    return list(found.values())
