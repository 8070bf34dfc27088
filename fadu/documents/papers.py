"""The papers an organ issues, as values: what is said, apart from how it is printed.

Every piece of printed text is `Words`: a plain string, one run, or a tuple of strings and runs. A run that names a
person is marked `private`; the public rendition (see `redaction.public`) prints its mask and does not contain its text.

| paper | in practice |
|---|---|
| `Letter` | 公文、函、决定书、告知书、通知书: running text with a head and a signature |
| `Sheet` | 表格式文书: 立案审批表、结案审批表、送达回证: a grid of labelled fields and opinions |
| `Minutes` | 笔录: 询问、勘验、陈述申辩、听证、集体讨论 |
| `Inventory` | 清单: things listed in columns, signed below |
| `Report` | 年度报告: chapters whose numbers are bound to figures |
| `Dossier` | 案卷: cover, catalogue and the papers in order |

Dates are `datetime.date` in Asia/Shanghai and are printed 2026年11月22日. All values are frozen; a wrong one raises
`ValueError` where it is made. See GB/T 9704-2012 for letters; the forms follow the enforcement document sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from fadu.documents.words import CiteRun, FigureRun, Inline, Run, Words, cut, plain, runs

__all__ = [
    "Block",
    "CiteRun",
    "Column",
    "Dossier",
    "Enclosure",
    "Exchange",
    "Field",
    "FigureRun",
    "Group",
    "Inline",
    "Inventory",
    "Item",
    "Letter",
    "Minutes",
    "Opinion",
    "Paper",
    "Paragraph",
    "Report",
    "Run",
    "Sheet",
    "Signature",
    "Table",
    "Words",
    "cut",
    "plain",
    "runs",
]

# --- blocks -----------------------------------------------------------------------------------------------------------

Align: TypeAlias = Literal["left", "centre", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text.

    `level` 0 is body text (仿宋); 1 to 4 are the headings 一、(黑体) （一）(楷体) 1. and （1）(仿宋) of GB/T 9704.
    `lead` is printed in the level's face before the words, which then follow in body face: （一）主要做法。全年…
    `numbered` headings get their ordinal from the order in which they stand; others are printed as written.
    `indented` is the first line's two characters.
    """

    words: Words
    level: int = 0
    lead: Words = ""
    numbered: bool = False
    indented: bool = True
    align: Align = "justify"

    def __post_init__(self) -> None:
        if not 0 <= self.level <= 4:
            raise ValueError(f"a paragraph's level is 0 (body) to 4 （1）, not {self.level}")
        if self.numbered and not self.level:
            raise ValueError("body text carries no ordinal: give the paragraph a level of 1 to 4")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `width` is its share of the line; `group` a heading above neighbours of the same group."""

    name: Words
    width: float = 1
    align: Align = "left"
    group: str = ""

    def __post_init__(self) -> None:
        if self.width <= 0:
            raise ValueError(f"column {plain(self.name)}: width is a share above zero, not {self.width}")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the head is repeated on each page. `blank_rows` are ruled for writing by hand."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...] = ()
    caption: Words = ""
    blank_rows: int = 0

    def __post_init__(self) -> None:
        _fits(self.columns, self.rows)


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """A place where somebody signs: printed with the name where it is known, else with a line to sign on.

    `certificate` is the enforcement certificate's number (执法证号); `certified` asks for one though it is not known.
    `role` 承办人, 审核人, 当事人 …; `sealed` marks the organ's seal place instead of a name.
    """

    role: str
    name: Words = ""
    certificate: Words = ""
    certified: bool = False
    dated: date | None = None
    asks_date: bool = False
    sealed: bool = False


# --- papers -----------------------------------------------------------------------------------------------------------

LetterKind: TypeAlias = Literal["document", "letter", "decision"]


@dataclass(frozen=True, slots=True)
class Letter:
    """An official document in running text (公文、函、执法文书).

    `kind` chooses the head: "document" is the red head of GB/T 9704 (发文机关标志, 发文字号, red rule); "letter" the
    special letter form (信函格式, double red rules); "decision" the plain head of enforcement documents: organ, title,
    number at the right, no red.
    `mark` is the issuing mark (盂县人民政府文件); a decision prints the organ's name there. `number` as
    `numerals.document_number` makes it. `particulars` are the party's lines (当事人：…) above a decision's body.
    `signature` names one organ or several (联合行文), `dated` the day of the document (成文日期), `sealed` marks the
    place of the seal: a seal is never drawn. `signatures` are further hands below (执法人员、当事人签收).
    `note` is the 附注, `copies` the 抄送, `printed_by` and `printed_on` the 印发 of the colophon (版记).
    """

    title: Words
    body: tuple[Block, ...]
    kind: LetterKind = "document"
    mark: str = ""
    number: str = ""
    addressee: Words = ""
    particulars: tuple[tuple[str, Words], ...] = ()
    attachments: tuple[Words, ...] = ()
    signature: tuple[str, ...] = ()
    dated: date | None = None
    sealed: bool = True
    signatures: tuple[Signature, ...] = ()
    note: Words = ""
    copies: tuple[Words, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    signer: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""

    def __post_init__(self) -> None:
        if self.kind not in ("document", "letter", "decision"):
            raise ValueError(f"a letter is a document, a letter or a decision, not {self.kind!r}")
        if isinstance(self.signature, str):
            raise ValueError("signature is a tuple of organs, one for each that signs")  # noqa: TRY004
        if self.copy_number and not (self.copy_number.isdigit() and len(self.copy_number) == 6):
            raise ValueError(f"份号 is six digits, not {self.copy_number!r}")


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field of a form. `span` is its share of the row, `lines` the least height in lines to write on."""

    label: str
    value: Words = ""
    span: int = 1
    lines: int = 1

    def __post_init__(self) -> None:
        if self.span < 1 or self.lines < 1:
            raise ValueError(f"field {self.label}: span and lines are at least 1")


@dataclass(frozen=True, slots=True)
class Opinion:
    """A row for an opinion (承办人意见, 审核意见, 审批意见): what was said, who signed, when."""

    label: str
    opinion: Words = ""
    signatures: tuple[Signature, ...] = ()
    dated: date | None = None
    lines: int = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one label at the left, as 当事人 stands beside 公民 and 单位. Groups may hold groups, two deep."""

    label: str
    rows: tuple[tuple[Field, ...] | Group, ...]


Row: TypeAlias = tuple[Field, ...] | Group | Opinion | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document in the form of a table (表格式文书): title, number, a grid of rows.

    A row is a tuple of fields, a group of such rows, an opinion, or a table of its own columns (送达回证).
    `signatures` stand below the grid, `notes` in small type below them.
    """

    title: Words
    rows: tuple[Row, ...]
    organ: str = ""
    number: str = ""
    signatures: tuple[Signature, ...] = ()
    notes: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError(f"{plain(self.title)}: a sheet has at least one row")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer in minutes. `asker` and `answerer` are the words before the colon (问, 答)."""

    question: Words
    answer: Words
    asker: str = "问"
    answerer: str = "答"


@dataclass(frozen=True, slots=True)
class Minutes:
    """A written record of what was said or seen (笔录).

    `header` rows stand on top (时间, 地点, 被询问人 …). `body` holds exchanges and paragraphs in order.
    `page_signatures` are signed at the foot of every page, so that no page can be exchanged; `confirmation` is the
    sentence that the one heard writes or confirms at the end (以上笔录已经本人核对，记录属实).
    """

    title: Words
    header: tuple[tuple[Field, ...], ...]
    body: tuple[Exchange | Paragraph, ...]
    organ: str = ""
    number: str = ""
    confirmation: Words = ""
    signatures: tuple[Signature, ...] = ()
    page_signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """A list of things (清单): header fields, columns, rows, signatures. After the last row stands 以下空白."""

    title: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    organ: str = ""
    number: str = ""
    header: tuple[tuple[Field, ...], ...] = ()
    signatures: tuple[Signature, ...] = ()
    notes: tuple[Words, ...] = ()

    def __post_init__(self) -> None:
        _fits(self.columns, self.rows)


@dataclass(frozen=True, slots=True)
class Report:
    """A report in chapters: the annual report. Its numbers are `FigureRun`s, each leading to the records it counts."""

    title: Words
    body: tuple[Block, ...]
    organ: str = ""
    number: str = ""
    signature: tuple[str, ...] = ()
    dated: date | None = None
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Something in the file that is not one of our papers: a scan, a photo, a recording.

    `name` is the file name, `data` the bytes; `pages` where they are counted, at least one slip stands in the dossier.
    """

    title: Words
    name: str
    media_type: str
    data: bytes = field(default=b"", repr=False)
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a dossier. The title is taken from the paper where none is given."""

    content: Letter | Sheet | Minutes | Inventory | Report | Enclosure
    title: Words = ""
    number: str = ""
    author: str = ""
    dated: date | None = None
    note: Words = ""

    @property
    def heading(self) -> Words:
        """The title under which the catalogue lists it."""
        return self.title or self.content.title

    @property
    def reference(self) -> str:
        """Its document number, where it has one."""
        return self.number or ("" if isinstance(self.content, Enclosure) else self.content.number)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A closed case's file (案卷): cover, catalogue (卷内目录), the papers in order, the list of hashes.

    `cover` is the cover's fields: 案件名称, 案由, 处理结果, 立案日期, 结案日期, 承办人, 归档日期, 归档号, 保存期限.
    """

    title: Words
    organ: str
    number: str
    cover: tuple[tuple[Field, ...], ...]
    items: tuple[Item, ...]


Paper: TypeAlias = Letter | Sheet | Minutes | Inventory | Report


def _fits(columns: tuple[Column, ...], rows: Iterable[tuple[Words, ...]]) -> None:
    if not columns:
        raise ValueError("a table has at least one column")
    for position, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise ValueError(f"row {position} has {len(row)} cells, the table {len(columns)} columns")
