"""A paper that cannot be printed is refused where it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from fadu.documents.division import UNITS, divide, divide_header, share
from fadu.documents.papers import (
    CiteRun,
    Column,
    Field,
    FigureRun,
    Inventory,
    Item,
    Letter,
    Paragraph,
    Run,
    Sheet,
    Signature,
    Table,
    cut,
    plain,
    runs,
)
from fadu.documents.signing import signed
from fadu.documents.titles import title_lines
from tests.documents.examples import DECISION, RECORDING


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Paragraph("文", level=5), "level"),
        (lambda: Paragraph("文", numbered=True), "ordinal"),
        (lambda: Column("名", 0), "width"),
        (lambda: Table((), ()), "at least one column"),
        (lambda: Table((Column("甲"),), (("一", "二"),)), "row 1 has 2 cells"),
        (lambda: Inventory("清单", (Column("甲"), Column("乙")), (("一", "二"), ("三",))), "row 2 has 1 cells"),
        (lambda: Letter("函", (), kind="memo"), "not 'memo'"),
        (lambda: Letter("函", (), copy_number="12"), "six digits"),
        (lambda: Letter("函", (), signature="甲县人民政府"), "tuple of organs"),
        (lambda: Field("甲", lines=0), "at least 1"),
        (lambda: Sheet("表", ()), "at least one row"),
    ],
)
def test_a_wrong_paper_says_what_is_wrong(make, said):
    with pytest.raises(ValueError, match=said):
        make()


def test_papers_do_not_change():
    with pytest.raises(FrozenInstanceError):
        DECISION.number = "甲市监罚〔2026〕13号"


def test_words_are_strings_and_runs_alike():
    words = ("甲", Run("乙", bold=True), "", CiteRun("丙", "x"), FigureRun("1", "f"))
    assert plain(words) == "甲乙丙1"
    assert [run.text for run in runs(words)] == ["甲", "乙", "丙", "1"]
    assert runs("") == ()


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (Run("张测试"), "张测试"),
        (Run("张测试", private=True), "***"),
        (Run("张测试", private=True, masked="张**"), "张**"),
        (Run("张测试", private=True, masked=""), ""),
    ],
)
def test_a_private_run_shows_its_mask(run, shown):
    assert plain(run, public=True) == shown
    assert plain(run) == "张测试"


def test_words_are_cut_without_losing_their_looks():
    words = ("甲乙", Run("丙丁", bold=True), CiteRun("戊", "x"))
    assert [cut(words, 0, 3), cut(words, 3, 5)] == [
        (Run("甲乙"), Run("丙", bold=True)),
        (Run("丁", bold=True), CiteRun("戊", "x")),
    ]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("行政处罚决定书", ["行政处罚决定书"]),
        (
            "甲县人民政府关于2026年度法治政府建设工作情况的报告",
            ["甲县人民政府关于2026年度", "法治政府建设工作情况的报告"],
        ),
        ("上半句\n下半句", ["上半句", "下半句"]),
        ("", [""]),
    ],
)
def test_titles_are_broken_between_words(title, lines):  # GB/T 9704-2012, 7.3.1
    assert [plain(line) for line in title_lines(title)] == lines


def test_no_line_of_a_title_begins_with_a_closing_mark_or_loses_text():
    title = "甲县市场监督管理局关于印发《甲县市场监督管理局行政处罚裁量权适用规定实施办法》的通知"
    lines = [plain(line) for line in title_lines(title)]
    assert "".join(lines) == title
    assert all(len(line) <= 20 and line[0] not in "的》、，" for line in lines)


def test_a_row_of_a_form_fills_the_line_exactly():
    for count in range(1, 7):
        fields = [Field("标签", span=number + 1) for number in range(count)]
        for divided in (divide(fields), divide_header(fields)):
            assert sum(label + value for label, value in divided) == UNITS
    with pytest.raises(ValueError, match="divide the row"):
        share(3, [1, 1, 1, 1])


def test_a_number_is_not_broken_while_its_neighbour_has_room():
    (_, name), (_, code) = divide([Field("名称", "甲公司"), Field("统一社会信用代码", "91110101MA0000000X")], 20)
    assert code > name


def test_a_signature_leaves_a_line_for_what_is_unknown():
    known = plain(signed(Signature("承办人", "李示例", "110001")))
    assert known == "承办人：李示例　执法证号：110001"
    blank = runs(signed(Signature("承办人", certified=True, asks_date=True)))
    assert [run.text.strip() for run in blank if run.underlined] == ["", ""]
    assert plain(signed(Signature("", sealed=True))) == "（印章位置）"


def test_an_item_is_listed_under_its_papers_title_and_number():
    assert (Item(DECISION).heading, Item(DECISION).reference) == ("行政处罚决定书", "甲市监罚〔2026〕12号")
    assert (Item(RECORDING, title="录像").heading, Item(RECORDING).reference) == ("录像", "")
