"""The numbers of GB/T 9704-2012, and that the printed file has them."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from fadu.documents import layout
from fadu.documents.docx import render
from tests.documents.examples import OFFICIAL, SHEET


def opened(paper):
    return Document(io.BytesIO(render(paper)))


def test_the_type_area_is_what_the_margins_leave():  # GB/T 9704-2012, 5.2.1
    assert layout.PAPER_WIDTH_MM - layout.MARGIN_LEFT_MM - layout.MARGIN_RIGHT_MM == layout.TYPE_WIDTH_MM == 156
    assert layout.PAPER_HEIGHT_MM - layout.MARGIN_TOP_MM - layout.MARGIN_BOTTOM_MM == layout.TYPE_HEIGHT_MM == 225
    assert (layout.MARGIN_TOP_MM, layout.MARGIN_LEFT_MM) == (37, 28)


def test_twenty_two_lines_fill_the_page_and_a_twenty_third_does_not_fit():  # 5.2.3
    height = layout.TYPE_HEIGHT_MM * layout.PT_PER_MM
    assert 22 * layout.LINE_PT <= height < 23 * layout.LINE_PT
    assert layout.LINES_PER_PAGE == 22


def test_twenty_eight_characters_fill_the_line_and_a_twenty_ninth_does_not_fit():  # 5.2.3
    advance = layout.BODY_PT + layout.character_spacing() / 20
    assert 28 * advance <= layout.TYPE_WIDTH_PT < 29 * advance
    assert layout.CHARACTERS_PER_LINE == 28


@pytest.mark.parametrize(
    ("mark", "size"), [("甲县人民政府文件", 52), ("甲县市场监督管理局文件", 40), ("甲" * 40, layout.MARK_LEAST_PT)]
)
def test_an_issuing_mark_fits_its_line_where_it_can(mark, size):
    assert layout.mark_size(mark) == size


def test_the_printed_section_has_the_paper_and_margins():
    section = opened(OFFICIAL).sections[0]
    for printed, wanted in (
        (section.page_width, 210),
        (section.page_height, 297),
        (section.top_margin, 37),
        (section.left_margin, 28),
        (section.right_margin, 26),
        (section.bottom_margin, 35),
    ):
        assert abs(printed - Mm(wanted)) < Mm(0.1)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:linePitch")) == "579"


def test_body_type_is_sanhao_fangsong_on_a_fixed_line():  # 5.2.2
    normal = opened(OFFICIAL).styles["Normal"]
    assert normal.font.size.pt == 16
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert normal.paragraph_format.line_spacing.pt == pytest.approx(28.95)


@pytest.mark.parametrize(
    ("style", "face"),
    [("Heading 1", "黑体"), ("Heading 2", "楷体_GB2312"), ("Heading 3", "仿宋_GB2312"), ("Heading 4", "仿宋_GB2312"),
     ("Title", "方正小标宋简体")],
)  # fmt: skip
def test_heading_faces(style, face):  # 7.3.1, 7.3.3
    assert opened(OFFICIAL).styles[style].element.rPr.rFonts.get(qn("w:eastAsia")) == face


def test_every_run_names_an_east_asian_face_or_leaves_it_to_its_style():
    for run in opened(OFFICIAL).element.body.iter(qn("w:rFonts")):
        assert run.get(qn("w:eastAsia"))


def test_the_font_table_names_a_free_face_beside_each():
    parts = {
        part.partname: part.blob.decode() for part in opened(SHEET).part.package.iter_parts() if "font" in part.partname
    }
    table = parts["/word/fontTable.xml"]
    for face in layout.FACES:
        assert f'w:name="{face.name}"' in table
        assert face.free in table


def test_page_numbers_stand_outside_between_dashes():  # 7.5
    section = opened(OFFICIAL).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (2, 0)
    for paragraph in (odd, even):
        assert paragraph.text.startswith("— ")
        assert paragraph.text.endswith(" —")
        assert [code.text.strip() for code in paragraph._p.iter(qn("w:instrText"))] == ["PAGE"]


def test_the_mark_and_its_rule_are_red():  # 7.2.4, 7.2.7
    document = opened(OFFICIAL)
    mark = next(one for one in document.paragraphs if one.text == "甲县人民政府文件")
    assert str(mark.runs[0].font.color.rgb) == "FF0000"
    number = next(one for one in document.paragraphs if one.text == "甲政发〔2026〕12号")
    assert number._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).get(qn("w:color")) == "FF0000"
