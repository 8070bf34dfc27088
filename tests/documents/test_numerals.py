"""Money in capitals, days, document numbers and ordinals as official documents write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents.numerals import (
    capitals,
    chinese,
    date_words,
    document_number,
    heading_ordinal,
    moment_words,
    money,
    numbered,
)
from fadu.documents.papers import Paragraph, plain

CAPITALS = [
    # The examples of 正确填写票据和结算凭证的基本规定, then the places where zeros go wrong.
    ("1409.50", "人民币壹仟肆佰零玖元伍角"),
    ("6007.14", "人民币陆仟零柒元壹角肆分"),
    ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
    ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
    ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "人民币叁佰贰拾伍元零肆分"),
    ("0", "人民币零元整"),
    ("0.05", "人民币伍分"),
    ("0.50", "人民币伍角"),
    ("10", "人民币壹拾元整"),
    ("12000", "人民币壹万贰仟元整"),
    ("100500", "人民币壹拾万零伍佰元整"),
    ("10000500", "人民币壹仟万零伍佰元整"),
    ("100000000", "人民币壹亿元整"),
    ("100010000", "人民币壹亿零壹万元整"),
    ("1000000000000", "人民币壹万亿元整"),
    ("1234500000000", "人民币壹万贰仟叁佰肆拾伍亿元整"),
]


@pytest.mark.parametrize(("amount", "written"), CAPITALS)
def test_money_in_capitals(amount, written):
    assert capitals(Decimal(amount)) == written


@pytest.mark.parametrize("amount", ["-1", "0.005", "1e16", "NaN", "Infinity"])
def test_a_sum_that_cannot_stand_in_a_decision_is_refused(amount):
    with pytest.raises(ValueError, match=r"元"):
        capitals(Decimal(amount))


DIGITS = "零壹贰叁肆伍陆柒捌玖"


def worth(written: str) -> int:
    """Read capitals below 壹亿元 back, in 分."""

    def section(text: str) -> int:
        return sum(
            DIGITS.index(digit) * 10 ** "拾佰仟".find(unit) * 10 if unit else DIGITS.index(digit)
            for digit, unit in re.findall("([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)", text)
        )

    yuan, _, rest = written.removeprefix("人民币").removesuffix("整").rpartition("元")
    upper, _, lower = yuan.rpartition("万")
    jiao, fen = re.search("(.)角", rest), re.search("(.)分", rest)
    cents = sum(DIGITS.index(found[1]) * value for found, value in ((jiao, 10), (fen, 1)) if found)
    return (section(upper) * 10_000 + section(lower)) * 100 + cents


@given(st.integers(0, 99_999_999_99))
def test_capitals_read_back_to_the_same_sum(cents):
    assert worth(capitals(Decimal(cents) / 100)) == cents


@given(st.integers(1, 10**16 - 1))
def test_no_numeral_repeats_or_ends_in_zero(number):
    written = chinese(number)
    assert "零零" not in written
    assert not written.endswith("零")


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "零"), (2, "二"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十"),
     (1010, "一千零一十"), (10010, "一万零一十"), (100000, "十万"), (123456789, "一亿二千三百四十五万六千七百八十九")],
)  # fmt: skip
def test_whole_numbers_in_chinese(number, written):
    assert chinese(number) == written


def test_days_and_moments_are_not_padded():
    assert date_words(date(2026, 3, 5)) == "2026年3月5日"
    assert moment_words(datetime(2026, 11, 22, 9, 5)) == "2026年11月22日9时5分"
    assert moment_words(datetime(2026, 11, 22, 9)) == "2026年11月22日9时"


def test_money_in_digits():
    assert money(12000) == "12,000元"
    assert money(Decimal("12000.5")) == "12,000.50元"
    assert money(Decimal("12000.00")) == "12,000元"


@pytest.mark.parametrize(
    ("given_", "options", "written"),
    [
        (("甲政发", 2026, 1), {}, "甲政发〔2026〕1号"),
        (("甲市监罚字", 2026, 12), {"ordinal": "第"}, "甲市监罚字〔2026〕第12号"),
        (("甲市监罚", 2026, 12), {"width": 4}, "甲市监罚〔2026〕0012号"),
    ],
)
def test_document_numbers(given_, options, written):
    assert document_number(*given_, **options) == written


@pytest.mark.parametrize(("year", "serial"), [(26, 1), (2026, 0), (2026, -3)])
def test_a_document_number_has_a_full_year_and_counts_from_one(year, serial):
    with pytest.raises(ValueError, match="full year"):
        document_number("甲政发", year, serial)


@pytest.mark.parametrize(("level", "written"), [(1, "十一、"), (2, "（十一）"), (3, "11."), (4, "（11）")])
def test_heading_ordinals(level, written):  # GB/T 9704-2012, 7.3.3
    assert heading_ordinal(level, 11) == written


def test_headings_are_numbered_in_order_and_anew_under_each_parent():
    def heading(level, **more):
        return Paragraph("题", level=level, numbered=True, **more)

    body = numbered(
        [heading(1), heading(2), heading(2, lead="引"), Paragraph("文"), heading(1), heading(2), heading(3)]
    )
    printed = [plain(block.lead) + plain(block.words) for block in body]
    assert printed == ["一、题", "（一）题", "（二）引题", "文", "二、题", "（一）题", "1.题"]
    assert numbered(body) == body
