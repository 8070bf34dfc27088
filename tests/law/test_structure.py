"""Reading a text: paragraphs, items, chapters, inserted articles, every layout met. The texts here are invented."""

from __future__ import annotations

import pytest

from fadu.law.numerals import numeral, value
from fadu.law.structure import Division, UnreadableText, dump, load, parse, structure_of

NUMERALS = [
    (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (57, "五十七"), (100, "一百"), (103, "一百零三"),
    (110, "一百一十"), (112, "一百一十二"), (266, "二百六十六"), (1000, "一千"),
    (1005, "一千零五"), (1014, "一千零一十四"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "written"), NUMERALS)
def test_numerals_of_articles(number, written):
    assert numeral(number) == written
    assert value(written) == number


@pytest.mark.parametrize("written", ["", "甲", "十甲"])
def test_what_is_not_a_numeral(written):
    with pytest.raises(ValueError, match="numeral"):
        value(written)


def test_digits_are_numerals_too():
    assert value("12") == value("１２") == 12
    assert value("两") == 2
    with pytest.raises(ValueError, match="no statute"):
        numeral(0)


def read(body: str, header: str = "# 甲县试验办法") -> dict[str, tuple[int, ...]]:
    return dict(structure_of(parse(f"{header}\n<!-- INFO END -->\n{body}".encode(), "invented.md")).articles)


LAYOUTS = [
    ("第一条 甲。\n\n第二条 乙。\n\n丙。", {"1": (0,), "2": (0, 0)}),
    ("第一条 下列：\n（一）甲；\n（二）乙。\n丙。\n第二条 丁。", {"1": (2, 0), "2": (0,)}),
    ("第一条 下列:\n(一)甲；\n(二)乙。", {"1": (2,)}),  # half-width brackets
    ("第一条 甲。\n第一条之一 乙。\n第二条 丙。", {"1": (0,), "1-1": (0,), "2": (0,)}),
    ('&emsp;&emsp;**<span id="一">第一条</span>**　甲。   \n&emsp;&emsp;乙。', {"1": (0, 0)}),  # HTML
    ("第一条　甲\u200b。", {"1": (0,)}),
    ("第一条 下列：\n（一）甲：\n1.子；\n2.丑。\n（二）乙。\n丙。", {"1": (2, 0)}),  # 目 belong to their item
    (
        "第一条 下列：\n（一）甲。\n说明。\n（二）乙。\n丙。",
        {"1": (2, 0)},
    ),  # a passage between items belongs to the item
    ("第一条 甲：\n（一）子。\n乙：\n（一）丑；\n（二）寅。", {"1": (1, 2)}),  # each paragraph has its own items
    ("第一条 甲。\n第三条 丙。", {"1": (0,), "3": (0,)}),  # an excerpt
    ("七、将第九十二条修改。\n八、乙。\n本决定自公布之日起施行。", {"7": (0,), "8": (0,)}),  # an amending decision
    ("第一条 甲。\n附件：1.表\n2.表", {"1": (0,)}),  # annexes are no articles
    ("第一条 甲。\n第三人可以参加。\n第二条 乙。", {"1": (0, 0), "2": (0,)}),  # 第三人 is no article
    ("引言。\n第一条 甲。", {"1": (0,)}),
]


@pytest.mark.parametrize(("body", "articles"), LAYOUTS)
def test_the_articles_of_a_text(body, articles):
    assert read(body) == articles


def test_chapters_and_sections_span_their_articles():
    body = (
        "## 第一章 甲\n第一条 甲。\n第二条 乙。\n## 第二章 乙\n### 第一节 子\n第三条 丙。\n### 第二节 丑\n第四条 丁。\n"
        "第五条 戊。\n## 第三章 丙\n第六条 己。"
    )
    assert structure_of(parse(body.encode(), "invented.md")).divisions == (
        Division("章", 1, "1", "2"),
        Division("章", 2, "3", "5"),
        Division("节", 1, "3", "3"),
        Division("节", 2, "4", "5"),
        Division("章", 3, "6", "6"),
    )


def test_a_heading_broken_over_two_lines_is_no_paragraph():
    assert read("第一条 甲。\n## 第二章 乙\n续题\n第二条 丙。") == {"1": (0,), "2": (0,)}


FAULTS = [
    ("第一条 甲。\n第一条 乙。".encode(), "stands twice"),
    ("第一条 下列：\n（一）甲。\n（三）丙。".encode(), "out of order"),
    ("没有条文".encode(), "no article"),
    (b"", "no article"),
    ("第一条 甲。".encode("gb18030"), "not UTF-8"),
    (b"\x89PNG\r\n\x1a\n", "not UTF-8"),
]


@pytest.mark.parametrize(("raw", "said"), FAULTS)
def test_what_cannot_be_read_is_refused_with_the_file_and_the_reason(raw, said):
    with pytest.raises(UnreadableText, match=r"invented\.md") as refused:
        parse(raw, "invented.md")
    assert said in str(refused.value)


def test_a_structure_file_is_read_as_it_was_written(tmp_path):
    body = "## 第一章 甲\n第一条 下列：\n（一）甲。\n乙。\n第一条之一 丙。\n## 第二章 乙\n第二条 丁。"
    made = structure_of(parse(body.encode(), "invented.md"))
    path = tmp_path / "invented.json"
    path.write_text(dump(made, {"key": "invented-2020"}), "utf-8")
    assert load(path) == made
    assert "甲" not in path.read_text("utf-8")  # no word of the text


def test_a_damaged_structure_file_is_refused(tmp_path):
    path = tmp_path / "invented.json"
    path.write_text("{}", "utf-8")
    with pytest.raises(UnreadableText, match=r"invented\.json"):
        load(path)
