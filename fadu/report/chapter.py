"""年度报告的数字部分: enforcement, disputes and legal services, written from the figures of a region and a year.

A sentence stands only if its figures have something to say; every number is bound to its figure and listed at the end
with its definition, counting rule and cut-off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import override

from fadu.documents.numerals import date_words
from fadu.documents.papers import Block, Column, FigureRun, Paragraph, Report, Run, Table
from fadu.figures import penalties, referrals
from fadu.figures.catalogue import Counted, figures, scope
from fadu.figures.count import Number, share
from fadu.figures.figure import Figure, Scope
from fadu.figures.freezing import last_year
from fadu.organs.kinds import Domain
from fadu.organs.models import Region
from fadu.report.disputes import DISPUTES
from fadu.report.sentences import FIELD, FIGURE, SECTIONS, Clause, Section, Sentence

Inline = str | Run | FigureRun
ROUNDED = {"half_up": "百分比保留一位小数，四舍五入", "down": "百分比保留一位小数，截尾"}


@dataclass
class Chapter:
    """The chapter being written: values by id, those of the year before, and which figures the text has used."""

    of: Scope
    values: Mapping[str, Counted]
    before: Mapping[str, Number | None]
    site: str = ""
    used: dict[str, Counted] = field(default_factory=dict)

    def number(self, figure_id: str) -> FigureRun | None:
        """The figure's value as a bound run; None where it has nothing to say (no records, no value)."""
        counted = self.values.get(figure_id)
        if counted is None or not counted.value:
            return None
        self.note(counted)
        return FigureRun(shown(counted.value), figure_id, self.address(figure_id))

    def note(self, counted: Counted) -> None:
        """List the figure at the end; its parts in the fields are explained with the whole."""
        figure = counted.figure
        whole = figure.id.removesuffix(f".{figure.domain}") if figure.domain else figure.id
        self.used.setdefault(whole, self.values[whole])

    def address(self, figure_id: str) -> str:
        """Where the figure's records are listed; empty when no site was named."""
        if not self.site:
            return ""
        return f"{self.site.rstrip('/')}/desk/figures/{figure_id}/?region={self.of.region}&year={self.of.year}"

    def clause(self, clause: Clause, domain: str = "") -> list[Inline]:
        """The clause with its numbers; empty when one of its figures has nothing to say."""
        words: list[Inline] = []
        end = 0
        for found in FIGURE.finditer(clause.words):
            run = self.number(f"{found[1]}.{domain}" if domain else found[1])
            if run is None:
                return []
            words += [clause.words[end : found.start()], run]
            end = found.end()
        words.append(clause.words[end:])
        if clause.compared:
            words += self._change(clause.figures[0])
        return words

    def sentence(self, sentence: Sentence, domain: str = "", *, led: bool = True) -> list[Inline]:
        """Its clauses that have something to say; none at all when ``led`` and the first has not."""
        parts = [self.clause(clause, domain) for clause in sentence.clauses]
        if led and not parts[0]:
            return []
        words: list[Inline] = []
        for part in filter(None, parts):
            words += ["，", *part] if words else part
        return [*words, "。"] if words else []

    def _change(self, figure_id: str) -> list[Inline]:
        """（上年101件，增长9.9%）, where the year before has a value."""
        now, before = self.values[figure_id], self.before.get(figure_id)
        if not before or now.value is None:
            return []
        unit = str(now.figure.unit)
        same = "上年" if self.of.last == date(self.of.year, 12, 31) else "上年同期"
        words: list[Inline] = [f"（{same}", FigureRun(shown(before), figure_id, ""), f"{unit}，"]
        change = Decimal(now.value) - Decimal(before)
        if not change:
            return [*words, "持平）"]
        percent = share(abs(change), before, self.of.rounding)
        turn = "增长" if change > 0 else "下降"
        return [*words, turn, FigureRun(f"{shown(percent or 0)}%", figure_id, ""), "）"]


def shown(number: Number) -> str:
    """A number as the report prints it: no needless zeros, no separators."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def write(region: str, year: int, *, on: date, site: str = "", of: Scope | None = None, by: str = "") -> Report:
    """The chapter as a paper. ``on`` is the day it is written: figures of a year not yet over are cut off there.

    ``site`` is the address of the platform, so that each number links to its records; ``by`` the organ that signs.
    """
    with override("zh-hans"):  # a document of the county, whatever language the reader's pages have
        return _written(region, site, of or scope(region, year, until=on), by)


def _written(region: str, site: str, asked: Scope, by: str) -> Report:
    year = asked.year
    values = {each.figure.id: each for each in figures(asked)}
    compared = [clause.figures[0] for section in (*SECTIONS, *DISPUTES) for each in section.sentences
                for clause in each.clauses if clause.compared]  # fmt: skip
    chapter = Chapter(asked, values, last_year(asked, compared), site)
    name = place(region)
    body: list[Block] = [Paragraph(f"统计期间：{year}年1月1日至{date_words(asked.last)}。", indented=True)]
    for section in SECTIONS:
        body += _section(chapter, section)
    body += _fields(chapter)
    for section in DISPUTES:
        body += _section(chapter, section)
    body += _table(chapter)
    body += _notes(chapter)
    return Report(
        title=f"{name}{year}年法治政府建设年度报告（行政执法、化解争议和公共法律服务部分）",
        body=tuple(body),
        organ=by or f"{name}人民政府",
        notes=(f"本章各数均由平台业务记录计算，每一数都可以追溯到它所统计的记录。{ROUNDED[asked.rounding]}。",),
    )


def place(region: str) -> str:
    """The region's name; its code where it is not known."""
    known = Region.objects.filter(code=region.ljust(12, "0")).first()
    return known.name if known else region


def _section(chapter: Chapter, section: Section) -> list[Block]:
    words = _joined(chapter.sentence(each) for each in section.sentences)
    if not words:
        return []
    return [Paragraph(section.heading, level=1, numbered=True), Paragraph(tuple(words))]


def _fields(chapter: Chapter) -> list[Block]:
    """重点领域执法: a paragraph for each field of enforcement that has figures."""
    paragraphs: list[Block] = []
    for domain in Domain:
        words = chapter.sentence(FIELD, domain.value, led=False)
        if words:
            paragraphs.append(Paragraph((f"在{domain.label}领域，", *words)))
    if not paragraphs:
        return []
    return [Paragraph("加强重点领域执法", level=1, numbered=True), *paragraphs]


def _joined(parts: Iterable[Sequence[Inline]]) -> list[Inline]:
    return [word for part in parts for word in part]


def _table(chapter: Chapter) -> list[Block]:
    """行政处罚实施情况统计表, its columns as rows, with the order of weight that was used."""
    columns = (*penalties.COLUMNS, referrals.SENT, referrals.ACCEPTED)
    if not chapter.values[penalties.DECIDED.id].value:
        return []
    rows = tuple((_name(figure), _cell(chapter, figure), str(figure.unit)) for figure in columns)
    return [
        Paragraph("行政处罚实施情况统计表", level=1, numbered=True),
        Table(
            columns=(Column("项目", 4), Column("数量", 2, "right"), Column("单位", 1)),
            rows=rows,
            caption=f"{place(chapter.of.region)}{chapter.of.year}年行政处罚实施情况统计表",
        ),
        Paragraph(
            f"一案有两种以上处罚的，计入其中最重的一种；轻重次序按{penalties.order_of(chapter.of)}。",
        ),
    ]


def _cell(chapter: Chapter, figure: Figure) -> FigureRun:
    counted = chapter.values[figure.id]
    chapter.note(counted)
    return FigureRun(shown(counted.value or 0), figure.id, chapter.address(figure.id))


def _name(figure: Figure) -> str:
    return str(figure.name)


def _notes(chapter: Chapter) -> list[Block]:
    """指标说明: what each number used counts, by which rule, until when."""
    if not chapter.used:
        return [Paragraph("本年度没有可以统计的记录。")]
    rows = tuple(
        (
            str(position),
            (FigureRun(_name(each.figure), each.figure.id, chapter.address(each.figure.id)),),
            str(each.figure.rule),
            each.figure.source,
        )
        for position, each in enumerate(chapter.used.values(), start=1)
    )
    return [
        Paragraph("指标说明", level=1, numbered=True),
        Table(
            columns=(Column("序号", 1, "centre"), Column("指标", 3), Column("统计口径", 5), Column("依据", 4)),
            rows=rows,
            caption=f"统计截止日：{date_words(chapter.of.last)}",
        ),
    ]
