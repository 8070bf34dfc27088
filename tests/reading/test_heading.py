"""Title, region, year, kind and outline are read by rules of the language, and the page's furniture is left out."""

from __future__ import annotations

import pytest

from fadu.reading import furniture
from fadu.reading.heading import Heading, ReportKind, clean_title, heading
from fadu.reading.outline import outline
from fadu.reading.regions import named


def headed(text: str, **given: object) -> Heading:
    return heading(text, furniture.kept(text), **given)


# --- the title names the region ---------------


@pytest.mark.parametrize(
    ("title", "region", "organ", "year", "kind"),
    [
        ("示例县2021年法治政府建设工作报告", "示例县", "", 2021, ReportKind.ANNUAL),
        ("关于2021年度法治政府建设情况的报告", "", "", 2021, ReportKind.ANNUAL),
        ("示例区人民政府关于2018年度法治政府建设情况的报告", "示例区", "", 2018, ReportKind.ANNUAL),
        ("2022年示例县法治政府建设工作总结", "示例县", "", 2022, ReportKind.SUMMARY),
        ("示例县司法局二〇二一年度法治政府建设工作总结", "示例县", "司法局", 2021, ReportKind.SUMMARY),
        ("示例市市场监督管理局2020年法治政府建设情况报告", "示例市", "市场监督管理局", 2020, ReportKind.ANNUAL),
        (
            "示例市城市管理综合行政执法局2021年依法行政工作报告",
            "示例市",
            "城市管理综合行政执法局",
            2021,
            ReportKind.ANNUAL,
        ),
        ("示例县住房和城乡建设局2019年法治政府建设年度报告", "示例县", "住房和城乡建设局", 2019, ReportKind.ANNUAL),
        ("示例镇人民政府关于2022年度法治政府建设情况的报告", "示例镇", "", 2022, ReportKind.ANNUAL),
        ("甲市示例区北新街道办事处2022年法治政府建设工作总结", "甲市示例区北新街道", "", 2022, ReportKind.SUMMARY),
        ("示例族自治县2022年法治政府建设年度报告", "示例族自治县", "", 2022, ReportKind.ANNUAL),
        ("示例左翼中旗2021年法治政府建设情况报告", "示例左翼中旗", "", 2021, ReportKind.ANNUAL),
        ("甲乙省示例市2020年法治政府建设工作报告", "甲乙省示例市", "", 2020, ReportKind.ANNUAL),
        ("景德镇市示山区2020年法治政府建设报告", "景德镇市示山区", "", 2020, ReportKind.ANNUAL),
        ("贵州省盘州市2020年法治政府建设工作报告", "贵州省盘州市", "", 2020, ReportKind.ANNUAL),
        ("新乡市红旗区2019年度法治政府建设工作报告", "新乡市红旗区", "", 2019, ReportKind.ANNUAL),
        ("阳泉市城区人民政府2018年法治政府建设报告", "阳泉市城区", "", 2018, ReportKind.ANNUAL),
        ("津市市2020年法治政府建设工作报告", "津市市", "", 2020, ReportKind.ANNUAL),
        ("市中区2021年法治政府建设年度报告", "市中区", "", 2021, ReportKind.ANNUAL),
        ("甲乙新区2021年度法治政府建设工作情况报告", "甲乙新区", "", 2021, ReportKind.ANNUAL),
        ("示例市经济技术开发区2022年法治政府建设情况报告", "示例市经济技术开发区", "", 2022, ReportKind.ANNUAL),
        ("中共示例县委员会示例县人民政府关于2021年度法治政府建设情况的报告", "示例县", "", 2021, ReportKind.ANNUAL),
        ("关于报送示例县2020年度依法行政工作情况的报告", "示例县", "", 2020, ReportKind.ANNUAL),
        ("示例县关于创建法治政府建设示范县的情况说明", "示例县", "", None, ReportKind.STATEMENT),
        ("示例县2021年法治政府建设工作要点", "示例县", "", 2021, ReportKind.PLAN),
        ("示例县县长2021年度述法报告", "示例县", "", 2021, ReportKind.DUTIES),
    ],
)
def test_a_title_names_region_organ_year_and_kind(
    title: str, region: str, organ: str, year: int | None, kind: ReportKind
) -> None:
    found = headed(f"{title}\n\n一年来，坚持依法行政。\n")
    assert found == Heading(title, region, year, kind, organ)


@pytest.mark.parametrize("words", ["全县2021年", "我市", "城市管理", "某社区"])
def test_what_only_ends_like_a_region_is_none(words: str) -> None:
    assert named(words)[0] == ""


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("示例县2021年法治政府建设工作报告_政务公开_示例县人民政府门户网站", "示例县2021年法治政府建设工作报告"),
        ("示例县2021年法治政府建设工作报告-示例县人民政府", "示例县2021年法治政府建设工作报告"),
        ("示例县2021—2022年法治政府建设工作报告", "示例县2021—2022年法治政府建设工作报告"),
        ("示例县2021年工作总结 - 依法行政 - 示例县人民政府", ""),  # no title says that it is one
        ("示例县人民政府门户网站", ""),
    ],
)
def test_a_page_s_title_loses_the_names_of_columns_and_site(page: str, title: str) -> None:
    assert clean_title(page) == title


def test_a_title_set_over_lines_is_joined_and_the_date_below_it_is_not_part_of_it() -> None:
    text = (
        "示例县人民政府\n关于2020年度法治政府建设\n情况的报告\n（2021年1月5日）\n市政府：\n2020年，我县推进依法行政。\n"
    )
    assert headed(text).title == "示例县人民政府关于2020年度法治政府建设情况的报告"


def test_a_title_that_only_the_page_s_particulars_enter_is_taken() -> None:
    title = "示例市人民政府关于2024年法治政府建设情况的报告"
    text = f"索 引 号 | 0001/2025 | 主题分类 | 综合 |\n标 题 | {title} |\n市人大常委会：\n办理23件。\n"
    assert headed(text).title == title


# --- no title ----------------


def test_without_a_title_the_region_is_the_one_the_text_speaks_for() -> None:
    text = (
        "2020年，我县坚持依法行政。根据《甲市2020年法治政府建设工作要点》，制定《示例县2020年工作方案》。\n"
        "全县召开会议，成立县政府领导小组，建设法治示例县。完善制度，示例县法院出庭率100%。\n"
    )
    assert (headed(text).title, headed(text).region) == ("", "示例县")


def test_the_shortest_name_that_recurs_is_the_region() -> None:
    text = "2022年，我镇推进依法行政，让精神在下河镇落地。二是把习近平法治思想列入下河镇党校课程。在全镇推开。\n"
    assert headed(text).region == "下河镇"


def test_a_district_that_speaks_of_the_whole_city_is_not_the_city() -> None:
    text = "2022年，我区推进依法行政，甲市考核居全市第一，全市推广，全市通报。示例区政府办理23件，示例区法院。我区。\n"
    assert headed(text).region == "示例区"


def test_the_close_names_the_region_and_dates_the_report() -> None:
    text = "一年来，坚持依法行政，办理案件23件。\n示例县人民政府\n{}\n"
    assert headed(text.format("2022年1月10日")).region == "示例县"
    assert headed(text.format("2022年1月10日")).year == 2021  # signed in spring: on the year before
    assert headed(text.format("2022年12月10日")).year == 2022


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021年，我县认真推进。2020年以来，办理20件。", 2021),
        ("根据《某市2022年工作要点》，现将我区2021年度工作情况报告如下：", 2021),
        ("发布时间：2021-03-05 10:00\n我县坚持依法行政，办理20件。", 2020),
        ("我县坚持依法行政。", None),
    ],
)
def test_the_year_is_the_one_reported_on(text: str, year: int | None) -> None:
    assert headed(text).year == year
    assert headed(text, year=2019).year == 2019


# --- furniture ---------------

PAGE = """今天是2022年3月1日 星期二
您现在的位置：首页 > 政务公开 > 法治政府建设
12345政务服务热线
示例县2021年法治政府建设工作报告
发布时间：2022-03-01 09:00 来源：县司法局 浏览次数：1532 字号：[大 中 小]
示县政〔2022〕3号
市人民政府：
2021年，示例县办理案件23件。
一、主要工作
（一）行政处罚
5
共作出决定100件。
示例县人民政府
2022年2月20日
[我要打印] [关闭]
上一篇：关于12件实事的通知
相关信息
某某2021年工作总结
主办：示例县人民政府办公室"""


def test_the_report_is_kept_and_the_page_is_not() -> None:
    kept = "\n".join(PAGE[start:end] for start, end in furniture.kept(PAGE))
    assert kept.splitlines() == [
        "示例县2021年法治政府建设工作报告",
        "示县政〔2022〕3号",
        "市人民政府：",
        "2021年，示例县办理案件23件。",
        "一、主要工作",
        "（一）行政处罚",
        "共作出决定100件。",
        "示例县人民政府",
        "2022年2月20日",
    ]
    assert furniture.published(PAGE) == (2022, 3)


@pytest.mark.parametrize(
    "line", ["承办行政复议案件23件", "分享法治经验12次", "注册企业3532户", "打印资料23份", "二、工作"]
)
def test_a_line_of_the_report_is_no_label(line: str) -> None:
    assert not furniture.is_label(line)


def test_a_text_without_a_page_is_kept_whole() -> None:
    text = "2021年，示例县办理案件23件。\r\n其中行政处罚12件。\r\n"
    assert [text[start:end] for start, end in furniture.kept(text)] == [text.rstrip()]


# --- outline -----------------


def test_the_outline_has_the_levels_of_official_documents() -> None:
    text = (
        "一、主要工作\n（一）行政处罚。全年办理。\n1.立案情况\n(1)普通程序\n一是加强监督。二是规范程序；三是1.5倍增长。\n"
        "2021年，12.5%增长。一方面，第一是。\n二、下一步\n"
    )
    found = outline(text, furniture.kept(text))
    assert [(section.level, section.mark, section.title) for section in found] == [
        (1, "一、", "主要工作"),
        (2, "（一）", "行政处罚"),
        (3, "1.", "立案情况"),
        (4, "(1)", "普通程序"),
        (5, "一是", "加强监督"),
        (5, "二是", "规范程序"),
        (5, "三是", "1.5倍增长"),
        (1, "二、", "下一步"),
    ]
    assert all(text[section.start : section.end].endswith(section.title) for section in found)


def test_chapters_stand_above_the_rest() -> None:
    text = "第一部分 工作\n一、行政处罚\n办理23件。\n"
    assert [section.level for section in outline(text, furniture.kept(text))] == [1, 2]
