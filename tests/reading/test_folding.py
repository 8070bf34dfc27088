"""However a text is printed, it is read as running text in plain digits, and every place is that of the original."""

from __future__ import annotations

import pytest

from fadu.reading.folding import Folded
from fadu.reading.prose import figures

LINES = (
    "示例县全年共受理行政复议申请一千二百件，审结行政复议案件1，150件，审结率达95.8%，较上年提高3.4个百分点；办理行政应诉案件36件。"
    * 6
)


def broken(text, width):
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("width", [30, 41, 47])
def test_lines_broken_at_the_edge_of_the_page_are_joined(width):
    page = broken(LINES, width)
    whole = figures(LINES, [(0, len(LINES))], 2020)
    read = figures(page, [(0, len(page))], 2020)
    assert [each.text.replace("\n", "") for each in read] == [each.text for each in whole]
    assert [each.subject for each in read] == [each.subject for each in whole]
    assert all(page[each.start : each.end] == each.text for each in read)
    assert all(page[each.sentence_start :].startswith(each.sentence) for each in read)


def test_paragraphs_are_left_as_they_are():
    text = "一、甲\n受理5件。\n（二）乙\n" * 6
    assert Folded(text).text == text


def test_a_place_leads_back_and_forth():
    folded = Folded(broken(LINES, 41))
    assert folded.text == LINES
    for at in range(len(LINES)):
        assert folded.original[folded.place(at)] == LINES[at]
        assert folded.folded(folded.place(at)) == at
