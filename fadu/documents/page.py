"""Papers as HTML: the same values as on paper, semantic and escaped, for desk and portal.

`render` returns one `<article class="paper paper-KIND">` without style attributes or scripts (a content security policy
may forbid both). `paper.css` beside this module styles it. Classes:

- the whole: `paper`, `paper-letter` (with `paper-red`, `paper-special` or `paper-plain` for its head), `paper-sheet`,
  `paper-minutes`, `paper-inventory`, `paper-report`, `paper-dossier`
- head: `paper-corner` (份号, 密级, 紧急程度), `paper-mark`, `paper-organ`, `paper-number`, `paper-rule`, `paper-title`
- body: `paper-addressee`, `paper-party` (dl of the party's lines), `paper-text`, `paper-lead`, `paper-1` … `paper-4`
  (headings), `paper-table` in `paper-scroll`, `paper-grid` (forms), `paper-lines-2` … `paper-lines-12` (their height),
  `paper-fields` (dl above minutes), `paper-question`, `paper-answer`, `paper-confirmation`, `paper-closing`;
  `paper-left`, `paper-centre`, `paper-right`, `paper-flush`
- foot: `paper-attachments`, `paper-signature` with `paper-seal`, `paper-signatures` (`paper-every-page`: those at the
  foot of every page), `paper-opinion`, `paper-note`, `paper-colophon`; a dossier's `paper-catalogue`, `paper-enclosure`
- in text: `paper-cite` (`data-cite`: key), `paper-figure` (`data-figure`: id), `paper-private` (internal renditions
  only), `paper-filled`, `paper-blank` with `paper-blank-4` … `paper-blank-24` (its width in characters)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fadu.documents.division import GROUP_UNITS, LABEL_UNITS, UNITS, divide, share
from fadu.documents.markup import Addresses, Markup, element, inline, no_address
from fadu.documents.numerals import date_words, numbered
from fadu.documents.papers import (
    Block,
    Column,
    Dossier,
    Enclosure,
    Exchange,
    Field,
    Group,
    Inventory,
    Item,
    Letter,
    Minutes,
    Opinion,
    Paper,
    Paragraph,
    Report,
    Sheet,
    Signature,
    Table,
)
from fadu.documents.redaction import public as public_rendition
from fadu.documents.signing import dated, signed
from fadu.documents.words import Words, plain, runs

__all__ = ["render"]


def render(
    paper: Paper | Dossier,
    *,
    public: bool = False,
    heading: int = 2,
    cites: Addresses = no_address,
    figures: Addresses = no_address,
) -> Markup:
    """A paper, or a whole dossier, as an HTML article.

    With `public` the private text is replaced by its masks before anything is written. `heading` is the level of the
    title (its chapters follow below it); `cites` and `figures` give the addresses of provisions and figures that bring
    none themselves. Raises `TypeError` for something that is not a paper.
    """
    if public:
        paper = public_rendition(paper)
    return _Page(heading, cites, figures).article(paper)


@dataclass(frozen=True, slots=True)
class _Page:
    """How one page is written: the level of its title and where its links lead."""

    heading: int
    cites: Addresses
    figures: Addresses

    def article(self, paper: Paper | Dossier) -> Markup:
        match paper:
            case Letter():
                kind = {"document": "red", "letter": "special", "decision": "plain"}[paper.kind]
                return self._wrap(f"paper-letter paper-{kind}", self._letter(paper))
            case Sheet():
                return self._wrap("paper-sheet", self._sheet(paper))
            case Minutes():
                return self._wrap("paper-minutes", self._minutes(paper))
            case Inventory():
                return self._wrap("paper-inventory", self._inventory(paper))
            case Report():
                return self._wrap("paper-report", self._report(paper))
            case Dossier():
                return self._wrap("paper-dossier", self._dossier(paper))
            case _:
                raise TypeError(f"{type(paper).__name__} is not a paper that can be shown")

    def _wrap(self, classes: str, parts: Iterable[Markup]) -> Markup:
        return element("article", parts, klass=f"paper {classes}", lang="zh-CN")

    def _words(self, words: Words) -> Markup:
        return inline(words, self.cites, self.figures)

    def _line(self, tag: str, words: Words, klass: str) -> Markup:
        return element(tag, self._words(words), klass=klass) if plain(words) else Markup()

    def _title(self, words: Words) -> Markup:
        return self._line(f"h{min(self.heading, 6)}", words, "paper-title")

    # --- kinds --------------------------------------------------------------------------------------------------------

    def _letter(self, letter: Letter) -> Iterable[Markup]:
        corner = [one for one in (letter.copy_number, letter.secrecy, letter.urgency) if one]
        if corner:
            yield element("ul", [element("li", one) for one in corner], klass="paper-corner")
        yield self._line("p", letter.mark, "paper-mark")
        number: Words = (letter.number, f"　签发人：{letter.signer}") if letter.signer else letter.number
        if letter.kind == "decision":
            yield self._title(letter.title)
            yield self._line("p", number, "paper-number")
        else:
            yield self._line("p", number, "paper-number")
            yield element("hr", klass="paper-rule")
            yield self._title(letter.title)
        if plain(letter.addressee):
            yield self._line("p", (*runs(letter.addressee), "："), "paper-addressee")
        yield self._pairs(letter.particulars, "paper-party")
        yield from self._blocks(letter.body)
        yield self._attachments(letter.attachments)
        yield self._signature(letter.signature, letter.dated, sealed=letter.sealed)
        if plain(letter.note):
            yield self._line("p", ("（", *runs(letter.note), "）"), "paper-note")
        yield self._signatures(letter.signatures)
        yield self._colophon(letter)

    def _sheet(self, sheet: Sheet) -> Iterable[Markup]:
        yield from self._head(sheet.organ, sheet.title, sheet.number)
        rows = [row for one in sheet.rows for row in self._rows(one, UNITS)]
        columns = element("colgroup", [element("col") for _ in range(UNITS)])
        yield self._scroll(element("table", [columns, element("tbody", rows)], klass="paper-grid"), sheet.title)
        yield self._signatures(sheet.signatures)
        yield from (self._line("p", note, "paper-note") for note in sheet.notes)

    def _minutes(self, minutes: Minutes) -> Iterable[Markup]:
        yield from self._head(minutes.organ, minutes.title, minutes.number)
        yield self._fields(minutes.header)
        for entry in minutes.body:
            if isinstance(entry, Exchange):
                yield self._line("p", (f"{entry.asker}：", *runs(entry.question)), "paper-question")
                yield self._line("p", (f"{entry.answerer}：", *runs(entry.answer)), "paper-answer")
            else:
                yield self._paragraph(entry)
        yield self._line("p", minutes.confirmation, "paper-confirmation")
        yield self._signatures(minutes.signatures)
        yield self._signatures(minutes.page_signatures, more="paper-every-page")

    def _inventory(self, inventory: Inventory) -> Iterable[Markup]:
        yield from self._head(inventory.organ, inventory.title, inventory.number)
        yield self._fields(inventory.header)
        yield self._table(Table(inventory.columns, inventory.rows), name=inventory.title, closing="（以下空白）")
        yield self._signatures(inventory.signatures)
        yield from (self._line("p", note, "paper-note") for note in inventory.notes)

    def _report(self, report: Report) -> Iterable[Markup]:
        yield self._title(report.title)
        yield self._line("p", report.organ if not report.signature else "", "paper-organ")
        yield self._line("p", report.number, "paper-number")
        yield from self._blocks(report.body)
        yield from (self._line("p", note, "paper-note") for note in report.notes)
        yield self._signature(report.signature, report.dated, sealed=True)

    def _dossier(self, dossier: Dossier) -> Iterable[Markup]:
        yield from self._head(dossier.organ, dossier.title, dossier.number)
        yield self._fields(dossier.cover)
        columns = [Column(name) for name in ("序号", "文号", "题名", "日期", "备注")]
        rows = [self._entry(position, item) for position, item in enumerate(dossier.items, start=1)]
        head = element("tr", [element("th", self._words(column.name), scope="col") for column in columns])
        yield self._scroll(
            element("table", [element("thead", head), element("tbody", rows)], klass="paper-table paper-catalogue"),
            "卷内目录",
        )
        inner = _Page(min(self.heading + 1, 6), self.cites, self.figures)
        for position, item in enumerate(dossier.items, start=1):
            content = item.content
            shown = inner._enclosure(content) if isinstance(content, Enclosure) else inner.article(content)
            yield element("section", shown, id=f"item-{position}")

    def _entry(self, position: int, item: Item) -> Markup:
        link = element("a", self._words(plain(item.heading)), href=f"#item-{position}")
        cells = (Markup(position), Markup(inline(item.reference)), link, _day(item.dated), self._words(item.note))
        return element("tr", [element("td", cell) for cell in cells])

    def _enclosure(self, enclosure: Enclosure) -> Markup:
        name = element("p", f"{enclosure.name}（{enclosure.pages}页）" if enclosure.name else "不公开")
        return self._wrap("paper-enclosure", [self._title(enclosure.title), name])

    # --- parts --------------------------------------------------------------------------------------------------------

    def _head(self, organ: str, title: Words, number: str) -> Iterable[Markup]:
        yield self._line("p", organ, "paper-organ")
        yield self._title(title)
        yield self._line("p", number, "paper-number")

    def _blocks(self, blocks: Iterable[Block]) -> Iterable[Markup]:
        for block in numbered(blocks):
            yield self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> Markup:
        if block.level and not block.lead:
            return element(
                f"h{min(self.heading + block.level, 6)}", self._words(block.words), klass=f"paper-{block.level}"
            )
        place = "" if block.align == "justify" else f" paper-{block.align}"
        flush = "" if block.indented else " paper-flush"
        content = [self._words(block.words)]
        if block.lead:
            content.insert(0, element("span", self._words(block.lead), klass=f"paper-lead paper-{block.level}"))
        return element("p", content, klass=f"paper-text{place}{flush}")

    def _scroll(self, table: Markup, name: Words) -> Markup:
        """A table too wide for a phone scrolls in its own region, also by keyboard."""
        return element("div", table, klass="paper-scroll", role="region", aria_label=plain(name) or "表", tabindex=0)

    def _table(self, table: Table, *, name: Words = "", closing: str = "") -> Markup:
        parts = [element("caption", self._words(table.caption))] if plain(table.caption) else []
        parts.append(element("thead", self._column_heads(table.columns)))
        parts.append(
            element("tbody", [*self._body_rows(table, [1] * len(table.columns)), *self._closing(table, closing)])
        )
        return self._scroll(element("table", parts, klass="paper-table"), table.caption or name)

    def _column_heads(self, columns: Sequence[Column]) -> list[Markup]:
        if not any(column.group for column in columns):
            return [element("tr", [element("th", self._words(column.name), scope="col") for column in columns])]
        upper, lower, previous = [], [], ""
        for position, column in enumerate(columns):
            if not column.group:
                upper.append(element("th", self._words(column.name), scope="col", rowspan=2))
            elif column.group != previous:
                width = next(
                    (end for end, later in enumerate(columns[position:]) if later.group != column.group),
                    len(columns) - position,
                )
                upper.append(element("th", column.group, scope="colgroup", colspan=width))
            if column.group:
                lower.append(element("th", self._words(column.name), scope="col"))
            previous = column.group
        return [element("tr", upper), element("tr", lower)]

    def _body_rows(self, table: Table, units: Sequence[int]) -> Iterable[Markup]:
        for row in (*table.rows, *[("",) * len(units)] * table.blank_rows):
            cells = zip(table.columns, row, units, strict=True)
            yield element(
                "tr",
                [
                    element(
                        "td", self._words(words), klass=f"paper-{column.align}", colspan=width if width > 1 else None
                    )
                    for column, words, width in cells
                ],
            )

    def _closing(self, table: Table, closing: str) -> Iterable[Markup]:
        if closing:
            yield element("tr", element("td", closing, klass="paper-closing", colspan=len(table.columns)))

    def _rows(self, row: tuple[Field, ...] | Group | Opinion | Table, free: int) -> list[Markup]:
        """A row of a form as table rows; `free` are the units that its groups leave it."""
        if isinstance(row, Group):
            inner = [one for part in row.rows for one in self._rows(part, free - GROUP_UNITS)]
            label = element("th", row.label, scope="rowgroup", colspan=GROUP_UNITS, rowspan=len(inner))
            # The group's label is the first cell of its first row.
            first = Markup(inner[0].replace("<tr>", f"<tr>{label}", 1))
            return [first, *inner[1:]]
        if isinstance(row, Opinion):
            return [self._opinion(row)]
        if isinstance(row, Table):
            units = share(free, [column.width for column in row.columns])
            heads = zip(row.columns, units, strict=True)
            head = [element("th", self._words(one.name), scope="col", colspan=width) for one, width in heads]
            return [element("tr", head), *self._body_rows(row, units)]
        cells: list[Markup] = []
        for field, (label_units, value_units) in zip(row, divide(row, free), strict=True):
            if label_units:
                cells.append(element("th", field.label, scope="row", colspan=label_units))
            lines = f"paper-lines-{min(field.lines, 12)}" if field.lines > 1 else ""
            cells.append(element("td", self._words(field.value), klass=lines, colspan=value_units))
        return [element("tr", cells)]

    def _opinion(self, row: Opinion) -> Markup:
        lines = [self._line("p", row.opinion, "paper-text")]
        lines.append(self._signatures(row.signatures))
        if not any(signature.dated or signature.asks_date for signature in row.signatures):
            lines.append(element("p", _day(row.dated) if row.dated else dated(None), klass="paper-right"))
        label = element("th", row.label, scope="row", colspan=LABEL_UNITS)
        return element("tr", [label, element("td", lines, klass="paper-opinion", colspan=UNITS - LABEL_UNITS)])

    def _fields(self, rows: Sequence[tuple[Field, ...]]) -> Markup:
        return self._pairs([(field.label, field.value) for fields in rows for field in fields], "paper-fields")

    def _pairs(self, pairs: Sequence[tuple[str, Words]], klass: str) -> Markup:
        if not pairs:
            return Markup()
        lines = [element("div", [element("dt", label), element("dd", self._words(words))]) for label, words in pairs]
        return element("dl", lines, klass=klass)

    def _attachments(self, names: Sequence[Words]) -> Markup:
        if not names:
            return Markup()
        listed = [element("li", self._words(name)) for name in names]
        return element("section", [element("p", "附件："), element("ol", listed)], klass="paper-attachments")

    def _signature(self, organs: Sequence[str], day: date | None, *, sealed: bool) -> Markup:
        if not organs and day is None:
            return Markup()
        lines = [element("p", organ) for organ in organs]
        if sealed and organs:
            lines.insert(0, element("p", "（印章位置）", klass="paper-seal"))
        if day:
            lines.append(element("p", _day(day)))
        return element("footer", lines, klass="paper-signature")

    def _signatures(self, signatures: Sequence[Signature], more: str = "") -> Markup:
        if not signatures:
            return Markup()
        lines = [element("li", self._words(signed(signature))) for signature in signatures]
        return element("ul", lines, klass=f"paper-signatures {more}".strip())

    def _colophon(self, letter: Letter) -> Markup:
        pairs: list[tuple[str, Words]] = []
        if letter.copies:
            copies = (
                run
                for position, name in enumerate(letter.copies)
                for run in runs((*("，" * bool(position)), *runs(name)))
            )
            pairs.append(("抄送", (*copies, "。")))
        if letter.printed_by:
            issued = f"　{date_words(letter.printed_on)}印发" if letter.printed_on else ""
            pairs.append(("印发", letter.printed_by + issued))
        return self._pairs(pairs, "paper-colophon")


def _day(day: date | None) -> Markup:
    return element("time", date_words(day), datetime=day.isoformat()) if day else Markup()
