"""A printed file reads back, is the same every time, and keeps the order that its format prescribes."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from fadu.documents.docx import bound_figures, render
from fadu.documents.papers import Enclosure, Letter, Paragraph, Report, Run, Signature
from tests.documents.examples import (
    DECISION,
    INQUIRY_LETTER,
    INVENTORY,
    MINUTES,
    OFFICIAL,
    ORGAN,
    PAPERS,
    REPORT,
    SHEET,
)

# The schema's order of children, for the elements that a word processor calls damaged when it is broken.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs autoSpaceDE autoSpaceDN "
    "snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i color spacing w kern sz szCs highlight u lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "sectPr": "footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "settings": "evenAndOddHeaders characterSpacingControl updateFields compat themeFontLang",
}


def text_of(data: bytes) -> str:
    body = Document(io.BytesIO(data)).element.body
    return "\n".join("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p")))


def parts(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("kind", PAPERS)
def test_the_same_paper_gives_the_same_bytes(kind):
    assert render(PAPERS[kind]) == render(PAPERS[kind])


@pytest.mark.parametrize("kind", PAPERS)
def test_the_file_keeps_the_formats_order_and_leaves_no_part_empty(kind):
    for name, root in parts(render(PAPERS[kind])).items():
        for element in root.iter(etree.Element):
            tag = etree.QName(element).localname
            if tag in ORDER:
                wanted = ORDER[tag].split()
                # A section's headers and footers may stand in any order among themselves.
                places = [wanted.index(etree.QName(child).localname.replace("header", "footer")) for child in element]
                assert places == sorted(places), (name, tag)
            if tag in ("hdr", "ftr", "txbxContent", "tc"):
                assert element[-1].tag == qn("w:p"), (name, tag)
            if tag == "tbl":
                assert element.getnext().tag == qn("w:p"), name


@pytest.mark.parametrize(
    ("paper", "texts"),
    [
        (OFFICIAL, ["000012", "特急", "甲县人民政府文件", "甲政发〔2026〕12号", "乙市人民政府：", "一、总体情况"]),
        (OFFICIAL, ["（一）依法办案。", "（二）规范执法。全年办结45件。", "附件：1.实施情况统计表", "2026年3月5日"]),
        (OFFICIAL, ["（此件公开发布）", "抄送：县委办公室，县人大常委会办公室。", "2026年3月6日印发"]),
        (DECISION, [ORGAN, "行政处罚决定书", "甲市监罚〔2026〕12号", "当事人：张测试", "《食品安全法》第三十五条"]),
        (SHEET, ["当事人", "公民", "张测试", "建议立案。", "执法证号：110001", "现场笔录", "本表归入案卷。"]),
        (MINUTES, ["询问笔录", "问：经过如何？", "答：没有办证。", "以上笔录我已看过，记录属实。"]),
        (INVENTORY, ["查封扣押财物清单", "示例饮料", "（以下空白）"]),
        (REPORT, ["甲县2026年法治政府建设年度报告", "一、行政执法", "行政处罚案件1,234件，罚没56.7万元。"]),
    ],
)
def test_what_was_written_can_be_read(paper, texts):
    read = text_of(render(paper))
    for text in texts:
        assert text in read


def test_the_special_letter_has_its_mark_in_the_first_pages_own_margin_and_no_number_there():  # GB/T 9704-2012, 10.1
    section = Document(io.BytesIO(render(INQUIRY_LETTER))).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ORGAN
    assert not list(section.first_page_footer._element.iter(qn("w:instrText")))


def test_minutes_are_signed_at_the_foot_of_every_page():
    section = Document(io.BytesIO(render(MINUTES))).sections[0]
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text.startswith("被询问人：")
        assert footer.paragraphs[1].text.startswith("第 ")


def test_the_seals_place_is_marked_and_no_seal_is_drawn():
    data = render(DECISION)
    assert "（印章位置）" in text_of(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "media" in name]
    assert "（印章位置）" not in text_of(render(Letter("函", (Paragraph("文"),), sealed=False, signature=("甲",))))


def test_no_seal_stands_on_a_page_without_text():  # GB/T 9704-2012, 7.3.5.4
    lines = Document(io.BytesIO(render(DECISION))).paragraphs
    last = next(place for place, one in enumerate(lines) if one.text.endswith("的规定。"))
    signed = next(place for place, one in enumerate(lines) if one.text.startswith("当事人签收"))
    assert all(one.paragraph_format.keep_with_next for one in lines[last:signed])


def test_each_number_of_a_report_is_bound_to_its_figure():
    assert bound_figures(render(REPORT)) == [("penalty.decided", "1,234"), ("penalty.fined", "56.7")]
    assert bound_figures(render(DECISION)) == []


def test_characters_that_no_file_can_hold_are_left_out():
    paper = Report("题\x00目", (Paragraph("文\x0b字\ud800<w:p>&\n下一行"),))
    assert "文字<w:p>&" in text_of(render(paper))


def test_a_line_to_write_on_does_not_hang_out_of_its_cell():
    read = text_of(render(Letter("函", (Paragraph(("姓名", Run("　　", underlined=True))),))))
    assert "姓名\u00a0\u00a0\u00a0\u00a0" in read


def test_joint_documents_put_three_organs_in_a_row():  # GB/T 9704-2012, 7.3.5.1
    organs = tuple(f"甲县{name}局" for name in "子丑寅卯")
    document = Document(io.BytesIO(render(Letter("通知", (Paragraph("文"),), signature=organs))))
    assert [len(table.columns) for table in document.tables] == [3, 1]


def test_an_undated_unsigned_draft_can_be_printed():
    for paper in (Letter("稿", ()), Letter("稿", (), signatures=(Signature("承办人"),)), Report("稿", ())):
        assert "稿" in text_of(render(paper))


def test_what_is_no_paper_is_refused():
    with pytest.raises(TypeError, match="Enclosure"):
        render(Enclosure("照片", "a.png", "image/png"))
