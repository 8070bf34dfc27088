"""Tables as files: CSV in the encodings in use, and Excel workbooks. Nothing is guessed silently.

A row is a list of strings, as the file has them; what a reader of the file would not see (hidden sheets, columns and
rows) is read and said.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

LARGEST = 512 * 1024 * 1024  # bytes of a file, and of a workbook once unpacked
MOST_ROWS = 1_048_576  # of a sheet of a workbook
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # a workbook cannot hold them
SIGNATURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"%PDF": "PDF",
    b"GIF8": "GIF",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
    b"SQLite format 3": "SQLite",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}


class Unreadable(ValueError):
    """The file cannot be read as a table; the words say why and what to do."""


@dataclass
class Table:
    """The rows of a file with the line each stands on (the first line is 1), and what should be told about it."""

    rows: list[list[str]]
    lines: list[int]
    notices: list[str] = field(default_factory=list)


def read_table(path: Path) -> Table:
    """Rows of ``path``. Raises ``Unreadable``."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as fault:
        raise Unreadable(_("{file}：无法打开文件（{fault}）").format(file=path, fault=fault.strerror)) from fault
    if not size:
        raise Unreadable(_("{file}：文件是空的，请检查导出是否完成").format(file=path))
    if size > LARGEST:
        raise Unreadable(
            _("{file}：文件有 {size} MB，超过 {most} MB，请分成几个文件导入").format(
                file=path, size=size >> 20, most=LARGEST >> 20
            )
        )
    for signature, kind in SIGNATURES.items():
        if head.startswith(signature):
            raise Unreadable(_("{file}：这是 {kind} 文件，不是 CSV 或者 Excel 表格").format(file=path, kind=kind))
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(path, packed=head.startswith(b"PK"))
    return _text(path)


def _text(path: Path) -> Table:
    data = path.read_bytes()
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise Unreadable(_("{file}：无法识别文字编码，请另存为 UTF-8 编码的 CSV").format(file=path))
    if "\x00" in text:
        raise Unreadable(_("{file}：这不是文本表格（含有二进制内容），请提供 CSV 或者 Excel 表格").format(file=path))
    table = Table([], [])
    if encoding == "gb18030":
        table.notices.append(_("文字编码按 GB18030 读取"))
    head = text[:20000].splitlines()[:1]
    mark = "\t" if head and head[0].count("\t") > head[0].count(",") else ","
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        before = 0
        for row in reader:
            if any(row):
                table.rows.append(row)
                table.lines.append(before + 1)
            before = reader.line_num
    except csv.Error as fault:
        raise Unreadable(
            _("{file} 第{line}行：不是合规的 CSV（{fault}），请检查引号和分隔符").format(
                file=path, line=reader.line_num, fault=fault
            )
        ) from fault
    return table


def _workbook(path: Path, *, packed: bool) -> Table:
    import fastexcel  # a compiled reader that only Excel files need

    if packed:
        _refuse_bombs(path)
    try:
        book = fastexcel.read_excel(path)
        if not book.sheet_names:
            raise Unreadable(_("{file}：工作簿没有工作表").format(file=path))
        sheets = [book.load_sheet(name, header_row=None, n_rows=0).visible for name in book.sheet_names]
        chosen = sheets.index("visible") if "visible" in sheets else 0
        frame = book.load_sheet(chosen, header_row=None, dtypes="string", skip_whitespace_tail_rows=True).to_polars()
    except fastexcel.FastExcelError as fault:
        reason = str(fault).splitlines()[0]
        raise Unreadable(_("{file}：无法读取工作簿（{fault}）").format(file=path, fault=reason)) from fault
    table = Table([], [])
    for line, row in enumerate(frame.rows(), start=1):
        if any(row):
            table.rows.append(["" if cell is None else cell for cell in row])
            table.lines.append(line)
    hidden = [name for name, seen in zip(book.sheet_names, sheets, strict=True) if seen != "visible"]
    if hidden:
        table.notices.append(_("有隐藏的工作表，未导入：{names}").format(names="、".join(hidden)))
    others = [name for position, name in enumerate(book.sheet_names) if position != chosen and name not in hidden]
    if others:
        table.notices.append(
            _("只导入工作表“{name}”，其余未导入：{others}").format(
                name=book.sheet_names[chosen], others="、".join(others)
            )
        )
    if packed:
        table.notices += _hidden_parts(path, chosen)
    return table


def _refuse_bombs(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            names = archive.namelist()
    except zipfile.BadZipFile as fault:
        raise Unreadable(_("{file}：文件已损坏，不是完整的 Excel 工作簿").format(file=path)) from fault
    if unpacked > LARGEST:
        raise Unreadable(
            _("{file}：解压后有 {size} MB，超过 {most} MB，不予读取").format(
                file=path, size=unpacked >> 20, most=LARGEST >> 20
            )
        )
    if not any(name.startswith("xl/") for name in names):
        raise Unreadable(_("{file}：这是压缩包，不是 Excel 工作簿").format(file=path))


def _hidden_parts(path: Path, sheet: int) -> list[str]:
    """Notices of hidden columns and rows of the sheet that is read: the reader of the screen did not see them."""
    notices: list[str] = []
    with zipfile.ZipFile(path) as archive:
        names = sorted(
            (name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        if sheet >= len(names):
            return notices
        xml = archive.read(names[sheet])
    columns: list[str] = []
    for tag in re.findall(rb"<col [^>]*>", xml[: xml.find(b"<sheetData") + 1]):
        if re.search(rb'hidden="(?:1|true)"', tag):
            first, last = (int(re.search(rb'%s="(\d+)"' % end, tag)[1]) for end in (b"min", b"max"))  # type: ignore[index]
            columns += [letters(position) for position in range(first, min(last, first + 50) + 1)]
    if columns:
        notices.append(_("有隐藏的列，已一并导入，请核对：{names}").format(names="、".join(columns)))
    rows = len(re.findall(rb'<row [^>]*hidden="(?:1|true)"', xml))
    if rows:
        notices.append(_("有隐藏的行 {rows} 行，已一并导入，请核对").format(rows=rows))
    return notices


def letters(position: int) -> str:
    """The name of a column as a spreadsheet shows it: 1 → A, 27 → AA."""
    name = ""
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name


HARMFUL = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\t",
    "\r",
    "\n",
)  # East Asian spreadsheets take the wide signs too


def neutral(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula: an apostrophe is put before what could start one."""
    return "'" + cell if cell.startswith(HARMFUL) else cell


def original(cell: str) -> str:
    """The cell as it was before ``neutral``."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(HARMFUL) else cell


Cell = str | int | float | None


def write_table(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """Write ``rows`` as CSV (UTF-8 with mark, so that spreadsheets read it) or, if the name ends so, as .xlsx.

    Text passes ``neutral`` and stays text, so that a date or a code keeps the shape the layout gives it; a number given
    as one is a number in the workbook, to be sorted and added.
    """
    if path.suffix.lower() == ".xlsx":
        write_workbook(path, {"data": rows})
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        write_lines(file, rows)


def write_lines(file: TextIO, rows: Iterable[Sequence[Cell]]) -> None:
    """Write ``rows`` as CSV into an open file."""
    csv.writer(file).writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


def write_workbook(path: Path, sheets: Mapping[str, Iterable[Sequence[Cell]]]) -> None:
    """Write a workbook of the named sheets. Raises ``Unreadable`` beyond what a sheet holds."""
    from openpyxl import Workbook  # only for workbooks
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for line, row in enumerate(rows, start=1):
            if line > MOST_ROWS:
                raise Unreadable(_("超过 {most} 行，工作表容纳不下，请改用 CSV").format(most=MOST_ROWS))
            cells: list[object] = []
            for cell in row:
                if not isinstance(cell, str):
                    cells.append(cell)
                    continue
                kept = WriteOnlyCell(sheet, value=neutral(_INVISIBLE.sub("", cell)))
                kept.data_type = "s"
                cells.append(kept)
            sheet.append(cells)
    book.save(path)
