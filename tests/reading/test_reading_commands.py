"""`fadu read`, `fadu audit`, `fadu compare` as a clerk uses them: on a file, on a folder, into a workbook."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from fadu.reading.corpus import files, over
from fadu.reading.opening import Unreadable
from fadu.site.cli import main

GOOD = "甲县2020年法治政府建设报告\n2020年，受理行政复议案件22件，其中维持9件、撤销13件。罚款2.5万元。\n"
WRONG = "乙县2020年法治政府建设报告\n2020年，调解纠纷100件，调解成功120件，上访同比下降135%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b" / "wrong.txt").write_bytes(WRONG.encode("gbk"))
    (tmp_path / "b" / "~$wrong.docx").write_bytes(b"lock")
    (tmp_path / "notes.xyz").write_text("x", "utf-8")
    return tmp_path


def fadu(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def test_a_report_is_read_as_json(folder: Path) -> None:
    done = fadu("read", folder / "a.txt", "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (found["title"], found["region"], found["year"]) == ("甲县2020年法治政府建设报告", "甲县", 2020)
    assert {"outline", "kind", "figures", "encoding"} <= set(found)
    assert [figure["value"] for figure in found["figures"]] == [22, 9, 13, 25000]
    assert all(GOOD[figure["start"] : figure["end"]] == figure["text"] for figure in found["figures"])


def test_a_report_is_read_in_words_with_its_encoding(folder: Path) -> None:
    done = fadu("read", folder / "b" / "wrong.txt")
    assert "编码：gb18030（试读确定" in done.stdout
    assert "135%" in done.stdout


def test_a_pasted_page_is_read_from_the_terminal() -> None:
    page = f"当前位置：首页\n{GOOD}[打印] [关闭]\n上一篇：关于88件的通知\n"
    done = CliRunner().invoke(main, ["read", "-", "--json"], input=page)
    assert [figure["value"] for figure in json.loads(done.stdout)["figures"]] == [22, 9, 13, 25000]
    assert CliRunner().invoke(main, ["audit", "-"], input=WRONG).exit_code == 1
    assert CliRunner().invoke(main, ["read", "-"], input="").exit_code == 2


def test_a_folder_is_read_file_by_file(folder: Path) -> None:
    done = fadu("read", folder, "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(each["file"]).name for each in found] == ["a.txt", "wrong.txt"]
    assert "已读 2 份，未读 0 份" in done.stderr


def test_what_cannot_be_read_is_said_and_the_rest_is_done(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"MZ" + bytes(100))
    done = fadu("read", folder, "--json")
    assert done.exit_code == 2
    assert len(done.stdout.splitlines()) == 2
    assert "bad.pdf：这是Windows 程序" in done.stderr
    assert fadu("read", folder / "none.txt").exit_code == 2
    assert fadu("read", folder / "b" / "nothing").exit_code == 2


def test_a_table_keeps_numbers_as_numbers(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(fadu("read", folder / "a.txt", "--csv").stdout)))
    assert [row["数值"] for row in rows] == ["22", "9", "13", "25000"]
    out = folder / "out.xlsx"
    assert fadu("read", folder, "--xlsx", "-o", out).exit_code == 0
    sheet = openpyxl.load_workbook(out).active
    assert [cell.value for cell in sheet["G"]][1:5] == [22, 9, 13, 25000]
    assert fadu("read", folder / "a.txt", "--xlsx", "-o", folder / "out.csv").exit_code == 2


def test_a_workbook_is_not_written_over_unasked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert fadu("read", "a.txt", "--xlsx").exit_code == 0
    done = fadu("read", "a.txt", "--xlsx")
    assert (done.exit_code, "已存在" in done.stderr) == (2, True)


def test_an_audit_ends_with_1_when_something_contradicts(folder: Path) -> None:
    good, wrong = fadu("audit", folder / "a.txt", "--json"), fadu("audit", folder / "b" / "wrong.txt", "--json")
    assert (good.exit_code, wrong.exit_code) == (0, 1)
    assert json.loads(good.stdout)["findings"] == []
    verdicts = {finding["verdict"] for finding in json.loads(wrong.stdout)["findings"]}
    assert verdicts & {"contradicts", "impossible"}
    held = json.loads(fadu("audit", folder / "a.txt", "--json", "--all").stdout)
    assert {finding["verdict"] for finding in held["findings"]} == {"holds"}
    assert held["checked"] >= 1
    assert "下降" in fadu("audit", folder / "b" / "wrong.txt").stdout
    assert "不可能" in fadu("audit", folder, "--csv").stdout


def test_reports_are_compared_with_the_mapping_shown_and_corrected(folder: Path) -> None:
    (folder / "c.txt").write_text(GOOD.replace("甲县2020", "甲县2021").replace("2020年", "2021年"), "utf-8")
    done = fadu("compare", folder, "--json")
    found = json.loads(done.stdout)
    received = next(each for each in found["indicators"] if each["indicator"] == "行政复议受理")
    assert [value and value["value"] for value in received["values"]] == [None, 22, 22]
    assert received["changes"][2] == {"amount": 0, "percent": 0.0}
    subject = next(each["subject"] for each in found["mapping"] if each["indicator"] == "行政复议受理")

    corrections = folder / "mapping.csv"
    corrections.write_bytes(f"指标原文,行,指标\n{subject},S181,本县受理\n".encode("gbk"))
    shown = fadu("compare", folder / "a.txt", folder / "c.txt", "--mapping", corrections).stdout
    assert "S181\t本县受理" in shown
    assert "更正" in shown
    corrections.write_text(f"指标原文,行,指标\n{subject},,本县受理\n", "utf-8")
    refused = fadu("compare", folder, "--mapping", corrections)
    assert (refused.exit_code, "第2行" in refused.stderr) == (2, True)
    corrections.write_text("a,b\n1,2\n", "utf-8")
    assert fadu("compare", folder, "--mapping", corrections).exit_code == 2

    out = folder / "compared.xlsx"
    assert fadu("compare", folder, "--xlsx", "-o", out).exit_code == 0
    assert openpyxl.load_workbook(out).sheetnames == ["比较", "对照"]


# --- many files --------------


def shout(path: Path) -> str:
    if path.stem == "7":
        raise Unreadable("不可读", "unreadable")
    if path.stem == "8":
        raise KeyError("odd")
    return path.stem


def test_many_files_are_worked_in_order_and_a_bad_one_stops_nobody() -> None:
    paths = [Path(f"{number}.txt") for number in range(20)]
    for workers in (1, 2):
        found = dict(over(paths, shout, workers=workers))
        assert list(found) == paths
        assert str(found[paths[7]]) == "7.txt：不可读（unreadable）"
        assert "KeyError" in str(found[paths[8]])
        assert found[paths[9]] == "9"


def test_a_folder_gives_its_reports_in_order(folder: Path) -> None:
    assert [path.name for path in files([folder, folder / "notes.xyz"])] == ["a.txt", "wrong.txt", "notes.xyz"]
