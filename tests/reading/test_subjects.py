"""What a figure counts: the noun before it, behind it, or of an earlier figure. All sentences are our own."""

from __future__ import annotations

import pytest

from fadu.reading.prose import figures


def subjects(words):
    return [figure.subject for figure in figures(words, [(0, len(words))], 2020)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # before the number, without adverbs, circumstances and verbs of mere doing
        ("2020年,全县共受理行政复议申请22件。", ["受理行政复议申请"]),
        ("全年组织开展专题讲座3次。", ["专题讲座"]),
        ("县司法局组织执法案卷评查2次。", ["执法案卷评查"]),
        ("在政务服务平台录入监管事项888项。", ["录入监管事项"]),
        ("建成甲广场、乙公园等法治文化阵地11个。", ["法治文化阵地"]),
        # behind it
        ("聘请20名监测联络员。", ["监测联络员"]),
        ("就重大行政决策开展了3次社会稳定风险评估。", ["重大行政决策社会稳定风险评估"]),
        ("将未按期公示年报的151户企业列入异常名录。", ["未按期公示年报的企业列入异常名录"]),
        ("开展6次“双随机、一公开”检查。", ["“双随机、一公开”检查"]),
        # carried on from an earlier figure
        ("受理信访685件,办结604件。", ["受理信访", "信访办结"]),
        ("办理法律援助案件153件,其中民事94件,刑事59件。", ["办理法律援助案件", "民事法律援助案件", "刑事法律援助案件"]),
        ("办理复议案件573件，其中甲县91件、乙县78件。", ["办理复议案件", "甲县复议案件", "乙县复议案件"]),
        (
            "收到复议申请97件(新收89件,上年结转8件),受理83件。",
            ["收到复议申请", "复议申请新收", "复议申请上年结转", "复议申请受理"],
        ),
        ("乡镇调委会15个,113人。", ["乡镇调委会", "乡镇调委会"]),
        ("可办事项由去年的69项增加至现在的616项。", ["可办事项（去年）", "可办事项（现在）"]),
        # rates and changes
        ("办理人大代表建议635件,办结率、满意率达100%。", ["办理人大代表建议", "人大代表建议办结率、满意率"]),
        ("行政机关败诉率19.64%,同比下降18.5%。", ["行政机关败诉率", "行政机关败诉率同比下降"]),
        ("持证人员223人,占执法人员总数的9.7%。", ["持证人员", "持证人员占执法人员总数"]),
        ("调解成功704件,成功率99%。", ["调解成功", "调解成功率"]),
        ("刑拘50人、逮捕30人，分别上升3.1%、5.6%。", ["刑拘", "逮捕", "刑拘上升", "逮捕上升"]),
        ("优秀率、合格率分别为38.4%、61.6%。", ["优秀率", "合格率"]),
        ("信访8559件,其中:农业农村类20%、政法类11%。", ["信访", "农业农村类信访占比", "政法类信访占比"]),
        # a paragraph's field
        ("在应急管理执法领域，全年作出行政处罚11次，罚款金额12万元。", ["应急管理行政处罚", "应急管理罚款金额"]),
        ("1. 市场主体登记：45,903件", ["市场主体登记"]),
    ],
)
def test_a_figure_says_what_it_counts(words, said):
    assert subjects(words) == said


def test_an_elliptic_sentence_goes_on_from_the_one_before_in_its_paragraph():
    assert subjects("受理行政复议申请20件。审结18件。")[-1] == "行政复议申请审结"
    assert subjects("受理行政复议申请20件。\n审结18件。")[-1] == "审结"


@pytest.mark.parametrize(
    ("words", "period", "stated"),
    [
        ("受理22件。", "2020", False),
        ("全年受理22件。", "2020", True),
        ("2021年以来,受理22件。", "2021年以来", True),
        ("2023年前8个月,结案56件。", "2023年1-8月", True),
        ("今年以来，受理22件。", "2020年以来", True),
        ("去年受理22件。", "2019", True),
        ("每年安排4次。", "每年", True),
        ("截至目前,收到评价22条。", "截至2020年报告时", True),
        ("疫情防控期间,解答咨询22件。", "疫情防控期间", True),
        ("《2019年要点》印发后受理22件。", "2020", False),
        ("比2019年多受理22件。", "2020", False),
    ],
)
def test_a_figure_has_the_period_its_sentence_names(words, period, stated):
    figure = figures(words, [(0, len(words))], 2020)[-1]
    assert (figure.period, figure.period_stated) == (period, stated)
