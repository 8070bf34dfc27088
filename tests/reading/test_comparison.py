"""The same indicator side by side: by a table of words, corrected by a clerk, ranked only where definitions agree."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from fadu.reading.comparison import compare, indicators
from fadu.reading.report import Report, read
from tests.reading import goldsets

FIRST = read(
    "甲县2020年法治政府建设报告\n2020年，收到行政诉讼案件50件，败诉5件，败诉率10%。调解纠纷200件，调解成功率90%。\n"
)
NEXT = read(
    "甲县2021年法治政府建设报告\n2021年，收到行政诉讼案件60件，败诉3件，败诉率5%。调解纠纷300件，调解成功率95.5%。\n"
)
OTHER = read(
    "乙县2021年法治政府建设报告\n2021年，行政诉讼案件结案40件，败诉8件，败诉率20%。调解纠纷100余件，调解成功率92%。\n"
)
THREE = [("b.txt", NEXT), ("c.txt", OTHER), ("a.txt", FIRST)]


def line(name: str, reports: list[tuple[str, Report]] = THREE):
    return next(each for each in compare(reports).lines if each.name == name)


def test_reports_stand_by_region_and_year() -> None:
    assert [column.label for column in compare(THREE).columns] == ["乙县2021", "甲县2020", "甲县2021"]


def test_an_indicator_has_values_changes_and_ranks() -> None:
    found = line("调解纠纷")
    assert (found.row, found.unit) == ("S190", "件")
    assert [cell and cell.value for cell in found.cells] == [100, 200, 300]
    assert found.changes == (None, None, (Decimal(100), Decimal(50)))
    assert found.ranks == (2, None, 1)  # 甲县 by its latest report
    assert [cell.notes for cell in found.cells if cell] == [("约数",), (), ()]


def test_the_change_of_a_rate_is_in_points_only() -> None:
    assert line("调解成功率").changes[2] == (Decimal("5.5"), None)


def test_rates_of_differing_bases_are_told_and_not_ranked() -> None:
    found = line("行政诉讼败诉率")
    assert [cell and cell.base for cell in found.cells] == ["按结案计", "按收到计", "按收到计"]
    assert found.ranks == (None, None, None)
    assert found.notes == ("口径不同：乙县2021按结案计，甲县2020按收到计，甲县2021按收到计", "不排名")


def test_differing_periods_and_units_are_told() -> None:
    part = read("丙县2021年法治政府建设报告\n2021年1-10月，调解纠纷80件。收到检察建议3条。\n")
    whole = read("丁县2021年法治政府建设报告\n2021年，调解纠纷90件。收到检察建议5次。\n")
    found = {each.name: each for each in compare([("c", part), ("d", whole)]).lines}
    assert "期间不同：丙县2021为" in found["调解纠纷"].notes[0]
    assert found["检察建议"].notes[0] == "单位不同：条、次"
    assert found["调解纠纷"].ranks == found["检察建议"].ranks == (None, None)


def test_the_measure_word_is_style_and_not_a_definition() -> None:
    one = read("丙县2021年法治政府建设报告\n2021年，收到检察建议3条。\n")
    other = read("丁县2021年法治政府建设报告\n2021年，收到检察建议5份。\n")
    found = line("检察建议", [("c", one), ("d", other)])
    assert (found.notes, found.ranks) == ((), (1, 2))


def test_a_level_reached_stands_for_the_report_not_the_one_it_started_from() -> None:
    report = read("丙县2021年法治政府建设报告\n2021年，进驻政务服务事项由去年的69项增加至现在的616项。\n")
    found = line("进驻政务服务大厅事项", [("c", report)])
    assert [cell and cell.value for cell in found.cells] == [616]


def test_damaged_print_is_not_compared() -> None:
    torn = read("丙县2021年法治政府建设报告\n2021年，我县共发生各类信访8559\n")
    whole = read("丁县2021年法治政府建设报告\n2021年，受理信访685件。\n")
    found = line("信访受理", [("c", torn), ("d", whole)])
    assert [cell and cell.value for cell in found.cells] in ([None, 685], [685, None])


def test_every_figure_is_mapped_or_said_not_to_be() -> None:
    found = compare(THREE)
    assert len(found.mapping) == sum(len(report.figures) for _, report in THREE)
    assert {each.by for each in found.mapping} <= {"规则", "未归入"}


def test_a_clerk_s_correction_comes_before_the_rules() -> None:
    subject = next(each.figure.subject for each in compare(THREE).mapping if each.name == "调解纠纷")
    found = compare(THREE, {subject: ("S999", "本县自定指标")})
    assert {each.row for each in found.mapping if each.by == "更正"} == {"S999"}
    assert "本县自定指标" in {each.name for each in found.lines}
    assert not [each for each in compare(THREE, {subject: ("", "")}).mapping if each.by == "更正" and each.name]


def test_the_table_names_rows_of_the_inventory() -> None:
    rows = {row["id"]: row["name_zh"] for row in json.loads((goldsets.mission() / "inventory.json").read_text("utf-8"))}
    assert {each.row for each in indicators()} <= set(rows)


@pytest.mark.parametrize(
    ("words", "indicator"),
    [
        ("全年新收行政复议申请45件。", "行政复议收到"),
        ("复议案件审结40件。", "行政复议办结"),
        ("配备公职律师12名。", "公职律师人数"),
        ("12345热线办结率为99%。", "12345热线办结率"),
        ("企业开办时间压缩至2个工作日。", "企业开办时间"),
        ("评查行政处罚案卷120卷。", "评查行政执法案卷"),
        ("培养法律明白人3200名。", "法律明白人"),
        ("行政机关负责人出庭应诉率达100%。", "行政机关负责人出庭率"),
        ("办理人大代表建议56件。", "人大代表议案建议"),
        ("受理法律援助案件310件。", "法律援助案件"),
        ("现有持证执法人员980人。", "持证行政执法人员"),
        ("县域内耕地30万亩。", ""),
    ],
)
def test_words_of_other_reports_find_their_indicator(words: str, indicator: str) -> None:
    report = read(f"示例县2021年法治政府建设报告\n2021年，我县推进依法行政。{words}\n")
    (mapped,) = compare([("x", report)]).mapping
    assert mapped.name == indicator


def test_the_table_is_well_made() -> None:
    table = Path(__file__).parents[2] / "fadu" / "reading" / "indicators.csv"
    names = [(row["行"], row["指标"]) for row in csv.DictReader(table.read_text("utf-8").splitlines())]
    assert len({name for _, name in names}) == len(set(names))  # one name, one row
