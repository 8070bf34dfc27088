"""The public rendition does not contain what it does not show: not in the page, not anywhere in the file."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents import docx, dossier, page
from fadu.documents.papers import CiteRun, Column, Field, FigureRun, Letter, Paragraph, Run, Table, plain, runs
from fadu.documents.redaction import ID_NUMBER, MOBILE_NUMBER, Hide, Mask, leaks, private_texts, public, redact
from tests.documents.examples import DECISION, DOSSIER, NAME, PAPERS, PRIVATE, SHEET


def bytes_of(archive: bytes) -> bytes:
    """Everything in a zip, and in the zips inside it, unpacked."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    return b"\n".join(name.encode() + b"\n" + (bytes_of(data) if data[:2] == b"PK" else data) for name, data in parts)


@pytest.mark.parametrize("kind", PAPERS)
def test_private_text_is_nowhere_in_a_public_file_or_page(kind):  # 市场监督管理行政处罚信息公示规定 6
    file = bytes_of(docx.render(PAPERS[kind], public=True))
    shown = page.render(PAPERS[kind], public=True)
    for text in PRIVATE:
        assert text.encode() not in file
        assert text not in shown


def test_private_text_is_nowhere_in_a_public_dossier():
    for data in (dossier.bind(DOSSIER, public=True), dossier.pack(DOSSIER, public=True)):
        unpacked = bytes_of(data)
        for text in (*PRIVATE, "recording of"):
            assert text.encode() not in unpacked
    assert not any(text in page.render(DOSSIER, public=True) for text in PRIVATE)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_internal_rendition_keeps_everything(kind):
    file = bytes_of(docx.render(PAPERS[kind])).decode(errors="replace")
    assert all(text in file for text in private_texts(PAPERS[kind]))


def test_apart_from_the_masks_the_public_rendition_is_the_same():  # 公示规定 7
    shown = public(DECISION)
    assert plain(shown.body[0].words) == plain(DECISION.body[0].words).replace("张测试", "张**")
    assert shown.body[1] == public(DECISION).body[1]
    assert plain(shown.body[1].words) == plain(DECISION.body[1].words)
    assert (shown.number, shown.dated, len(shown.body)) == (DECISION.number, DECISION.dated, len(DECISION.body))
    assert public(shown) == shown


def test_what_is_private_in_one_place_is_private_everywhere():
    letter = Letter(
        ("关于", Run("张测", bold=True), "试的决定"),
        (Paragraph("张测试违法。"), Table((Column("姓名"),), (("张测试",),))),
        particulars=(("当事人", NAME),),
    )
    assert leaks(letter) == ("张测试",)
    redacted = redact(letter)
    assert leaks(redacted) == ()
    shown = public(redacted)
    assert plain(shown.title) == "关于张**的决定"
    assert plain(shown.body[0].words) == "张**违法。"
    assert plain(shown.body[1].rows[0][0]) == "张**"
    assert plain(redacted.title) == "关于张测试的决定"


def test_short_private_text_is_not_spread_over_ordinary_words():
    letter = Letter("决定", (Paragraph("男女老少共45人。"),), particulars=(("性别", Run("男", private=True)),))
    assert plain(public(redact(letter)).body[0].words) == "男女老少共45人。"


def test_a_mask_keeps_provisions_and_figures_beside_it():
    words = ("张测试违反", CiteRun("《食品安全法》第三十五条", "food/35"), "，罚", FigureRun("1", "x"))
    masked = runs(redact(Paragraph(words), [Mask("张测试", "张**")]).words)
    assert masked == (Run("张测试", private=True, masked="张**"), Run("违反"), *words[1:2], Run("，罚"), words[3])


@pytest.mark.parametrize(
    ("rule", "text", "shown"),
    [
        (ID_NUMBER, "号码110101199001011234。", "号码***。"),
        (ID_NUMBER, "号码11010119900101123X。", "号码***。"),
        (ID_NUMBER, "代码91110101MA0000000X。", "代码91110101MA0000000X。"),
        (MOBILE_NUMBER, "电话13800000000", "电话***"),
        (MOBILE_NUMBER, "案号113800000000", "案号113800000000"),
        (Mask(re.compile("[甲乙]村"), lambda found: found[0] + "*"), "住甲村、乙村", "住甲*、乙*"),
    ],
)
def test_rules_find_what_nobody_marked(rule, text, shown):
    assert plain(public(redact(Paragraph(text), [rule])).words) == shown


def test_a_whole_field_is_hidden_by_its_label():
    hidden = public(redact(SHEET, [Hide("案情"), Hide("地址"), Hide("性别", "*")]))
    values = {field.label: plain(field.value) for row in hidden.rows if isinstance(row, tuple) for field in row}
    assert values["案情"] == "***"
    assert hidden.rows[2].rows[0].rows[0][1] == Field("性别", (Run("*"),))
    assert plain(hidden.rows[2].rows[1].rows[0][1].value) == ""
    party = public(redact(DECISION, [Hide("住址", "甲县")])).particulars
    assert plain(party[2][1]) == "甲县"


def test_an_empty_mask_is_refused():
    with pytest.raises(ValueError, match="empty text"):
        Mask("")


@given(st.text("甲乙丙丁张测试1", max_size=30), st.text("甲乙张测试", min_size=1, max_size=3))
def test_after_masking_a_text_it_is_never_shown(text, secret):
    shown = plain(public(redact(Paragraph(text), [Mask(secret, "□")])).words)
    assert secret not in shown
    assert plain(redact(Paragraph(text), [Mask(secret, "□")]).words) == text
