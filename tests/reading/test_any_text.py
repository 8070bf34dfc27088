"""Whatever the text, it is read: every span is its text, nothing overlaps, and twice the text is twice the work."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.reading.audit import audit
from fadu.reading.report import read
from tests.reading import goldsets

PIECES = [
    *"0123456789０１２３４５６７８９零一二两三四五六七八九十百千万亿半几数第",
    *"件人次个名家户条项份元%％‰年月日时天，。、；：（）()“”《》〔〕.．,-—~－·\n\r\t 　",
    "其中", "分别为", "同比", "下降", "上升", "余", "多", "约", "近", "以上", "不少于", "百分之", "个百分点", "万元",
    "率达", "占", "共", "受理", "办结", "一、", "(一)", "1.", "一是", "2021年", "1-10月", "第三次", "12345热线",
    "双随机", "工作日", "由", "压缩至", "比上年", "人次", "\ufeff", "\u200b", "\u3000", "\x00", "𠮷", "①", "㎡",
]  # fmt: skip
jumble = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
CALM = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sound(text: str) -> None:
    report = read(text)
    end = 0
    for figure in report.figures:
        assert text[figure.start : figure.end] == figure.text
        assert text.startswith(figure.sentence, figure.sentence_start)
        assert end <= figure.start < figure.end
        assert figure.sentence_start <= figure.start
        end = figure.end
    report.json()
    for finding in audit(report, every=True).json()["findings"]:
        assert finding["sentence"] in text
        for member in finding["figures"]:
            assert 0 <= member["start"] < member["end"] <= len(text)


@CALM
@given(st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    sound(text)


@CALM
@given(jumble)
def test_any_jumble_of_report_words_is_read(text: str) -> None:
    sound(text)


@CALM
@given(st.data())
def test_a_passage_cut_anywhere_is_read(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(goldsets.passages())).text
    start = data.draw(st.integers(0, len(text)))
    gap = data.draw(st.integers(0, 40))
    sound(text[max(0, start - 300) : start] + text[start + gap : start + 300])


def work(text: str) -> int:
    """How many calls reading and auditing make, in Python and into C."""
    calls: Counter[str] = Counter()

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        calls[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        audit(read(text), every=True)
    finally:
        sys.setprofile(before)
    return calls["call"] + calls["c_call"]


@pytest.mark.parametrize("passage", ["shili-xian-2022", "cankao-shengting-2013", "kongbai-shi-2016"])
def test_the_work_grows_with_the_length(passage: str) -> None:
    text = next(gold.text for gold in goldsets.passages() if gold.name == passage)
    four, eight = work((text + "\n") * 4), work((text + "\n") * 8)
    assert eight <= 2.2 * four


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "１，",
        "、",
        "（",
        "《",
        "“",
        "其中3件，",
        "5件、",
        "1.",
        "百",
        "第",
        " ",
        "\n",
        "2021年",
        "3%、",
        "分别为",
        "占",
    ],
)
def test_one_thing_over_and_over_is_no_more_work_than_its_length(piece: str) -> None:
    four, eight = work(piece * 400), work(piece * 800)
    assert eight <= 2.4 * four + 200
