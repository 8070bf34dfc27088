"""What a row of the 双公示 layout must be, column by column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from fadu.exchange.checks import check, check_digit, read_day
from fadu.exchange.classes import NAMES, classes, written
from fadu.exchange.layout import PENALTIES, PENALTIES_2016, recognise
from fadu.exchange.tables import letters, neutral, original
from tests.exchange.rows import COMPANY, company, person

TODAY = date(2026, 1, 1)


def faults(**changes: str) -> list[str]:
    return [fault.column for fault in check(2, company(**changes), PENALTIES, TODAY).faults]


def test_a_good_row_has_no_fault():
    for row in (company(), person()):
        assert check(2, row, PENALTIES, TODAY).faults == []


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"CF_XDR_MC": ""}, "行政相对人名称"),
        ({"CF_XDR_LB": "公司"}, "行政相对人类别"),
        ({"CF_XDR_SHXYM": ""}, "行政相对人代码_1(统一社会信用代码)"),
        ({"CF_XDR_SHXYM": "9114032200000"}, "行政相对人代码_1(统一社会信用代码)"),
        ({"CF_FRDB": ""}, "法定代表人"),
        ({"CF_WSH": "长" * 129}, "行政处罚决定书文号"),
        ({"CF_CFLB": "鞭打"}, "处罚类别"),
        ({"CF_CFLB": "罚款", "CF_NR_FK": ""}, "罚款金额(万元)"),
        ({"CF_NR_FK": "0"}, "罚款金额(万元)"),
        ({"CF_NR_FK": "-1"}, "罚款金额(万元)"),
        ({"CF_NR_FK": "两千元"}, "罚款金额(万元)"),
        ({"CF_NR_FK": "0.1234567"}, "罚款金额(万元)"),
        ({"CF_NR_FK": "Infinity"}, "罚款金额(万元)"),
        ({"CF_CFLB": "警告"}, "罚款金额(万元)"),
        ({"CF_CFLB": "罚款;没收违法所得"}, "没收违法所得、没收非法财物的金额(万元)"),
        ({"CF_CFLB": "罚款;吊销许可证件"}, "暂扣或吊销证照名称及编号"),
        ({"CF_JDRQ": "2021-02-30"}, "处罚决定日期"),
        ({"CF_JDRQ": "2027/01/01"}, "处罚决定日期"),
        ({"CF_JDRQ": "1921/03/05"}, "处罚决定日期"),
        ({"CF_YXQ": "2020/01/01"}, "处罚有效期"),
        ({"CF_CFJGDM": "1"}, "处罚机关统一社会信用代码"),
        ({"CF_SY": "字\x00节"}, "违法事实"),
    ],
)
def test_a_fault_names_its_column(changes, column):
    assert column in faults(**changes)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"CF_XDR_ZJHM": ""}, "自然人证件号码"),
        ({"CF_XDR_ZJHM": "14032219900230"}, "自然人证件号码"),
        ({"CF_XDR_ZJHM": "140322199002300019"}, "自然人证件号码"),
    ],
)
def test_a_natural_person_is_known_by_a_paper(changes, column):
    found = check(2, person(**changes), PENALTIES, TODAY).faults
    assert [fault.column for fault in found] == [column]


def test_a_wrong_check_digit_of_a_credit_code_warns_and_does_not_refuse():  # codes of the first years fail it
    wrong = COMPANY[:-1] + ("A" if COMPANY[-1] != "A" else "B")
    row = check(2, company(CF_XDR_SHXYM=wrong), PENALTIES, TODAY)
    assert row.faults == []
    assert [warning.column for warning in row.warnings] == ["行政相对人代码_1(统一社会信用代码)"]


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("0.2", "2000.00"),
        ("123.3", "1233000.00"),
        ("0.000001", "0.01"),
        ("1,000", "10000000.00"),
        ("0.30000000000000004", "3000.00"),
    ],
)
def test_money_in_ten_thousands_becomes_yuan(text, yuan):
    row = check(2, company(CF_NR_FK=text), PENALTIES, TODAY)
    assert row.faults == []
    assert row.columns["fine"] == Decimal(yuan)


@pytest.mark.parametrize(
    "text", ["2021/03/05", "2021-03-05", "2021/3/5", "20210305", "2021年3月5日", "2021-03-05 00:00:00", "2021.03.05"]
)
def test_a_day_is_read_in_the_shapes_in_use(text):
    assert read_day(text) == date(2021, 3, 5)


@pytest.mark.parametrize("text", ["", "2021", "05/03/2021", "2021-13-01", "昨天"])
def test_what_is_no_day_is_none(text):
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("警告", {"warned": True}),
        ("罚款；没收违法所得", {"fined": True, "forfeited_income": True}),
        ("没收违法所得、没收非法财物;罚款", {"forfeited_income": True, "fined": True}),
        ("没收非法财物", {"forfeited_goods": True}),
        ("其他-责令改正", {"other_penalty": True, "other_words": "责令改正"}),
        ("警告、罚款", {"warned": True, "fined": True}),
    ],
)
def test_the_classes_are_read_from_their_text(text, columns):
    assert classes(text) == (columns, [])


@given(st.sets(st.sampled_from([name for name in NAMES if name != "forfeited_goods"]), min_size=1))
def test_the_classes_written_are_the_classes_read(chosen):
    columns = dict.fromkeys(chosen, True)
    assert classes(written(columns)) == (columns, [])


@given(st.text())
def test_no_cell_begins_as_a_formula_and_none_is_changed(cell):
    assert not neutral(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    if not cell.startswith("'"):
        assert original(neutral(cell)) == cell


def test_a_head_is_known_by_label_or_code_with_stars_and_brackets():
    layout, places, strangers = recognise(["*行政相对人名称（必填）", "CF_WSH", "决定日期", "别的"])
    assert layout is PENALTIES
    assert [column.code for column in places.values()] == ["CF_XDR_MC", "CF_WSH", "CF_JDRQ"]
    assert strangers == ["别的"]


def test_the_layout_of_2016_is_known_by_its_own_columns():
    layout, places, _strangers = recognise([column.code for column in PENALTIES_2016])
    assert layout is PENALTIES_2016
    assert len(places) == len(PENALTIES_2016)


def test_a_row_of_2016_takes_its_fine_from_the_words_only_if_they_name_one():
    cells = {
        "CF_WSH": "测罚〔2017〕1号", "CF_CFMC": "无照经营", "CF_CFLB1": "罚款", "CF_SY": "无照经营", "CF_YJ": "规定",
        "CF_XDR_MC": "测试示例有限公司", "CF_XDR_SHXYM": COMPANY, "CF_JG": "处以罚款5000元", "CF_JDRQ": "2017/05/01",
        "CF_XZJG": "测试县工商局", "CF_ZT": "0", "DFBM": "140322",
    }  # fmt: skip
    one = check(2, cells, PENALTIES_2016, TODAY)
    assert one.faults == []
    assert one.columns["fine"] == Decimal("5000.00")
    two = check(2, cells | {"CF_JG": "罚款500元，另罚款800元"}, PENALTIES_2016, TODAY)
    assert "fine" not in two.columns
    assert [warning.column for warning in two.warnings] == ["处罚结果"]


@pytest.mark.parametrize(("position", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ")])
def test_a_column_is_named_as_a_spreadsheet_names_it(position, name):
    assert letters(position) == name


@given(st.from_regex(r"\A[0-9]{17}\Z"))
def test_the_check_digit_of_an_identity_number_is_that_of_the_standard(number):  # GB 11643-1999
    assert check_digit(number) == ric.calc_check_digit(number + "0")
