"""A file is read whole or refused in clear words; its encoding is detected and said, never guessed."""

from __future__ import annotations

import io
import pickle
import struct
import time
import zipfile
import zlib
from contextlib import suppress
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml import parse_xml

from fadu.reading import furniture
from fadu.reading.opening import LARGEST, Opened, Unreadable, open_bytes, open_file, pasted
from fadu.reading.portable import words_of as pdf_words
from fadu.reading.report import read

TITLE = "示例县2021年法治政府建设工作报告"
PROSE = (
    "2021年，示例县坚持依法行政，推进法治政府建设。全年收到行政复议案件22件，受理9件，不予受理13件；"
    "调解纠纷1200余件，调解成功率98.5%。举办法治讲座12场，发放宣传资料三万余份。"
)
TEXT = f"{TITLE}\n{PROSE}\n示例县人民政府\n2022年1月10日\n"
VALUES = [22, 9, 13, 1200, 98.5, 12, 30000]


def values(opened: Opened) -> list[float]:
    return [float(figure.value) for figure in read(opened.text, title=opened.title).figures]


# --- encodings ---------------


@pytest.mark.parametrize(
    ("data", "encoding", "known_by"),
    [
        (TEXT.encode(), "utf-8", "tried"),
        (TEXT.encode("utf-8-sig"), "utf-8", "mark"),
        (TEXT.encode("gbk"), "gb18030", "tried"),
        (TEXT.encode("utf-16"), "utf-16", "mark"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "tried"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "tried"),
        (TEXT.encode("utf-32"), "utf-32", "mark"),
        (f'<html><meta charset="gb2312"><p>{TEXT}'.encode("gbk"), "gb18030", "declared"),
        (f'<html><meta charset="gb2312"><p>{TEXT}'.encode(), "utf-8", "tried"),  # the declaration does not fit
    ],
)
def test_the_encoding_is_detected_and_said(data: bytes, encoding: str, known_by: str) -> None:
    opened = open_bytes(data)
    assert (opened.encoding, opened.known_by) == (encoding, known_by)
    assert values(opened) == VALUES
    assert bool(opened.notices) == (b"gb2312" in data and encoding == "utf-8")


def test_traditional_characters_are_read_in_their_own_encoding() -> None:
    text = "示例縣人民政府關於法治政府建設的報告，對全縣行政執法工作進行檢查。" * 3
    assert open_bytes(text.encode("big5")).text == text


# --- refusals ----------------


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def word(text: str = TEXT) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "罚款", "5万元"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(lines: list[str] | None, password: str = "") -> bytes:
    """A PDF with these lines (none: a page without text), in a font that names its characters."""
    hexed = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines or [])
    content = zlib.compress(f"BT /F 12 Tf 14 TL 50 700 Td\n{hexed}ET".encode())
    ranges = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
    ranges += "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            b" /Resources << /Font << /F 5 0 R >> >> >>"
        ),
        b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(content), content),
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H"
            b" /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>"
        ),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(ranges), ranges.encode()),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000"
            b" /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>"
        ),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj %s endobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 8\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 8 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    if not password:
        return out.getvalue()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(out.getvalue()))
    writer.encrypt(password)
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "x"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&f;&a;</w:t>'
    b"</w:r></w:p></w:body></w:document>"
)


def with_document(xml: bytes) -> bytes:
    """A Word file with this for its body."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(word())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return archive({**parts, "word/document.xml": xml})


REFUSED = {
    "empty": (b"", "空的"),
    "blank": (b" \r\n\t", "空的"),
    "renamed program": (b"MZ\x90\x00\x03" + bytes(200), "Windows 程序"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG 图片"),
    "binary": (bytes(range(256)) * 40, "编码|二进制"),
    "rtf": (rb"{\rtf1\ansi 123}", "RTF"),
    "archive": (archive({"a.txt": b"1"}), "压缩包"),
    "workbook": (archive({"xl/workbook.xml": b"<x/>"}), "Excel"),
    "ofd": (archive({"OFD.xml": b"<x/>"}), "OFD"),
    "bomb": (archive({"word/document.xml": bytes(20_000_000)}), "压缩炸弹"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧格式"),
    "locked word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "有密码",
    ),
    "cut word": (word()[:-400], "损坏"),
    "broken word": (archive({"word/document.xml": b"<w:"}), "损坏"),
    "entities": (with_document(ENTITY), "没有文字|损坏"),
    "deep word": (
        with_document(
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            + b"<w:sdt>" * 200 + b"</w:sdt>" * 200 + b"</w:body></w:document>"
        ),
        "嵌套过深",
    ),
    "locked pdf": (pdf([TITLE], password="secret"), "有密码"),
    "scanned pdf": (pdf(None), "扫描件"),
    "cut pdf": (b"%PDF-1.7\n1 0 obj <<", "损坏"),
    "damaged text": (TEXT.encode() + b"\xe4\xb8" + TEXT.encode(), "UTF-8 编码，但第"),
    "marked and damaged": (b"\xef\xbb\xbf" + TEXT.encode() + b"\xff", "标记开头"),
    "western": ("Le résumé de l'année a été publié à Genève.".encode("latin-1") * 5, "无法识别文字编码"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_refused_in_both_languages(case: str, tmp_path: Path) -> None:
    data, said = REFUSED[case]
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=said) as caught:
        open_file(path)
    assert caught.value.zh
    assert caught.value.en
    assert str(caught.value).startswith(str(path))


def test_a_file_of_300_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(Unreadable, match="300 MB，超过 64 MB"):
        open_file(path)
    with pytest.raises(Unreadable, match="超过"):
        pasted("一" * (LARGEST + 1))


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(Unreadable, match="无法打开文件"):
            open_file(path)


# --- Word, PDF ---------------


def test_a_word_file_is_read_with_its_tables() -> None:
    opened = open_bytes(word())
    assert opened.format == "word"
    assert values(opened) == [*VALUES, 50000]
    assert "罚款\t5万元" in opened.text


def test_deleted_words_of_a_word_file_are_not_read() -> None:
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = b"<w:document %s><w:body><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del>" % space
    xml += "<w:ins><w:r><w:t>收到</w:t></w:r></w:ins><w:r><w:t>12件。</w:t></w:r></w:p></w:body></w:document>".encode()
    assert open_bytes(with_document(xml)).text == "收到12件。"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_ordinals_that_word_writes_itself_are_read() -> None:
    document = docx.Document()
    for level, words in [(0, "主要工作"), (1, "行政处罚"), (1, "行政许可"), (2, "受理"), (0, "下一步"), (1, "打算")]:
        paragraph = document.add_paragraph(words)
        numbered = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(numbered))
    forms = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(forms)
    )
    numbering = document.part.numbering_part.element
    numbering.append(parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    out = io.BytesIO()
    document.save(out)
    lines = open_bytes(out.getvalue()).text.splitlines()
    assert lines == ["一、主要工作", "（一）行政处罚", "（二）行政许可", "1.受理", "二、下一步", "（一）打算"]


def test_lines_of_a_pdf_become_paragraphs_again() -> None:
    lines = [TITLE, *(PROSE[place : place + 30] for place in range(0, len(PROSE), 30)), "— 1 —", "示例县人民政府"]
    opened = open_bytes(pdf(lines))
    assert opened.format == "pdf"
    assert opened.text.splitlines() == [TITLE, PROSE, "示例县人民政府"]
    assert values(opened) == VALUES


def test_the_spaces_and_radicals_that_fonts_put_into_a_pdf_are_undone() -> None:
    text, _ = pdf_words(pdf(["全年⾏政处罚 23 件 , 受理 9 件 。⼈⺠法院"]))
    assert text == "全年行政处罚23件,受理9件。人民法院"


# --- pages -------------------

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_政务公开_示例县人民政府</title>
<script>var count = "99件";</script><style>.a{{width:12px}}</style></head><body>
<nav><a href="/">首页</a> 今日要闻 77件</nav>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<h1>{TITLE}</h1>
<div>发布时间：2022-01-12 09:30&nbsp; 来源：示例县司法局&nbsp; 浏览次数：<span>1532</span>次</div>
<div style="display:none">隐藏的88件。</div>
<p>{PROSE.replace("22件", '<span lang="EN-US">22</span><b>件</b>').replace("，受理", "，&#21463;理")}</p>
<table><tr><td>罚款</td><td>5万元</td></tr></table>
<div>【<a href="#">打印</a>】【<a href="#">关闭</a>】</div><div>上一篇：<a>关于66件事的通知</a></div>
<footer>主办：示例县人民政府 备案号12345678号</footer></body></html>"""


def test_a_page_is_read_without_its_furniture_and_places_are_those_of_its_source() -> None:
    opened = open_bytes(PAGE.encode())
    report = read(opened.text, title=opened.title)
    assert (opened.format, opened.title) == ("page", f"{TITLE}_政务公开_示例县人民政府")
    assert [float(figure.value) for figure in report.figures] == [*VALUES, 50000]
    for figure in report.figures:
        start, end = opened.span(figure.start, figure.end)
        assert PAGE[start:end] in (figure.text, "22</span><b>件")
    assert pasted(PAGE).text == opened.text


def test_a_page_that_prints_no_title_is_named_by_what_it_calls_itself() -> None:
    meta = f'<html><head><meta name="ArticleTitle" content="{TITLE}"></head><body><p>{PROSE}</p></body></html>'
    opened = open_bytes(meta.encode())
    assert read(opened.text, title=opened.title).title == TITLE


def test_a_page_saved_as_one_file_is_read() -> None:
    archive = MIMEMultipart("related")
    archive["Snapshot-Content-Location"] = "https://example.gov.cn/a.html"
    archive.attach(MIMEText(PAGE.replace("utf-8", "gb2312"), "html", "gb2312"))
    opened = open_bytes(archive.as_bytes())
    assert (opened.format, opened.encoding, opened.known_by) == ("page", "gb18030", "declared")
    assert values(opened) == [*VALUES, 50000]


def test_an_element_that_never_closes_hides_nothing() -> None:
    assert values(pasted(f"<html><body><nav><a>首页</a><p>{PROSE}</p>")) == VALUES


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "&", "<!--", "<script>", "<div style=", "<nav>", "<a href='", "<td>", "&#x"]
)
def test_no_page_takes_longer_than_its_length(unit: str) -> None:
    def took(times: int) -> float:
        begun = time.process_time()
        with suppress(Unreadable):
            pasted("<html><body>" + unit * times)
        return time.process_time() - begun

    took(100)
    assert took(40_000) < 0.5 + 12 * took(10_000)


def test_no_line_makes_the_page_s_labels_slow() -> None:
    begun = time.process_time()
    for line in ("打印打印|打印打印|||" * 5 + "x", "返回首页" * 29 + "x", "登录注册" * 29 + "、x", "大中小" * 39 + "x"):
        assert not furniture.is_label(line)
    assert time.process_time() - begun < 0.5


def test_a_refusal_travels_between_processes() -> None:
    fault = Unreadable("文件是空的", "the file is empty", name="a.txt")
    carried = pickle.loads(pickle.dumps(fault))  # noqa: S301  our own
    assert str(carried) == str(fault) == "a.txt：文件是空的（the file is empty）"


def test_a_bomb_is_known_by_its_directory_before_it_is_unpacked() -> None:
    small = archive({"word/document.xml": bytes(1000)})
    swollen = small.replace(struct.pack("<I", 1000), struct.pack("<I", 2_000_000_000))
    with pytest.raises(Unreadable, match="压缩炸弹"):
        open_bytes(swollen)
