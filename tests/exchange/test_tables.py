"""Files that are no tables are refused with a clear message; what a reader would not see is told."""

from __future__ import annotations

import zipfile

import pytest
from openpyxl import Workbook

from fadu.exchange.tables import Unreadable, read_table, write_table


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "PNG"),
        (b"%PDF-1.7", "PDF"),
        (b"MZ" + b"0" * 100, "EXE"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"a,b\n\x00\x01,2\n", "二进制"),
        (b"\xff\xfe\x00\xd8", "编码"),
        (b'a,b\n"x"y,2\n', "CSV"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(tmp_path, data, said):
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=said):
        read_table(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="无法打开"):
        read_table(tmp_path / "none.csv")


def test_an_archive_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(Unreadable, match="压缩包"):
        read_table(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/big.xml", "w") as file:
        for _mb in range(513):
            file.write(b"0" * 1024 * 1024)
    with pytest.raises(Unreadable, match="解压后"):
        read_table(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_in_use_are_read(tmp_path, encoding):
    path = tmp_path / "file.csv"
    path.write_text("名称,数\n测试,1\n", encoding=encoding)
    table = read_table(path)
    assert table.rows == [["名称", "数"], ["测试", "1"]]
    assert bool(table.notices) is (encoding == "gb18030")


def test_a_row_keeps_the_line_it_stands_on(tmp_path):
    path = tmp_path / "file.csv"
    path.write_text('a,b\n\n"two\nlines",2\nx,3\n', encoding="utf-8")
    assert read_table(path).lines == [1, 3, 5]


def test_hidden_sheets_columns_and_rows_are_told(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["a", "b"])
    sheet.append(["1", "2"])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    book.create_sheet("另").append(["x"])
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert table.rows == [["a", "b"], ["1", "2"]]
    said = "；".join(table.notices)
    assert "隐藏的工作表" in said
    assert "隐藏的列，已一并导入，请核对：B" in said
    assert "隐藏的行 1 行" in said
    assert "另" in said


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_is_written_is_read_again_and_holds_no_formula(tmp_path, name):
    rows = [["名称", "内容"], ["=HYPERLINK()", "+1"], ["普通", "@x"]]
    write_table(tmp_path / name, rows)
    assert read_table(tmp_path / name).rows == [["名称", "内容"], ["'=HYPERLINK()", "'+1"], ["普通", "'@x"]]
