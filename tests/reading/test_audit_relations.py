"""The audit judges each sort of relation by what the sentence commits itself to: found, and with the right verdict."""

from __future__ import annotations

import json

import pytest

from fadu.reading.audit import Relation, Verdict, audit
from fadu.reading.report import read

HOLDS, CONTRADICTS, IMPOSSIBLE = Verdict.HOLDS, Verdict.CONTRADICTS, Verdict.IMPOSSIBLE
ROUNDING, MISSING, DAMAGED, CANNOT_TELL = Verdict.ROUNDING, Verdict.MISSING, Verdict.DAMAGED, Verdict.CANNOT_TELL
SUM, PART, RATIO, CHANGE, SAME, OTHER = Relation

PARTS = [
    # 其中: parts and their whole, by the unit they share
    ("办理援助案件90件,受援200人,其中刑事60件,民事30件。", HOLDS, SUM, ["60件", "30件", "90件"]),
    ("办理援助案件90件,受援200人,其中刑事60件,民事31件。", CONTRADICTS, SUM, ["60件", "31件", "90件"]),
    ("办理援助案件900件,其中刑事600件,民事299件。", CONTRADICTS, SUM, ["600件", "299件", "900件"]),
    ("办理援助案件90件,其中刑事30件,民事20件。", HOLDS, PART, ["30件", "20件", "90件"]),
    ("共有组织40个,调解员95人,其中镇调委会9个,20人,村调委会31个,75人。", HOLDS, SUM, ["9个", "31个", "40个"]),
    ("共有组织40个,调解员95人,其中镇调委会9个,20人,村调委会31个,75人。", HOLDS, SUM, ["20人", "75人", "95人"]),
    (
        "作出处罚26件31人,其中警告12人,罚款5人,停业13人,吊销证照2人。",
        CONTRADICTS,
        SUM,
        ["12人", "5人", "13人", "2人", "31人"],
    ),
    ("追责问责12人(党纪处分3人、组织处理9人)。", HOLDS, SUM, ["3人", "9人", "12人"]),
    ("机关干部60人(男29人、女32人)。", CONTRADICTS, SUM, ["29人", "32人", "60人"]),
    # the text closes the list: 其他, two kinds that exclude each other, the kinds named with the whole
    ("调解纠纷80件,其中邻里纠纷40件,婚姻纠纷20件,其他纠纷9件。", CONTRADICTS, SUM, ["40件", "20件", "9件", "80件"]),
    ("调解成功80件,口头协议60件,书面协议12件。", CONTRADICTS, SUM, ["60件", "12件", "80件"]),
    ("取消、下放事项90项,其中取消50项,下放30项。", CONTRADICTS, SUM, ["50项", "30项", "90项"]),
    ("发现隐患87条,整改79条,整改率91%,剩余9条限期整改。", CONTRADICTS, SUM, ["79条", "9条", "87条"]),
    # by organisation, by kind, on lines of their own, in clauses divided by semicolons
    (
        "全年处罚案件700件,按单位分:甲局400件、乙局200件、丙局110件。",
        CONTRADICTS,
        SUM,
        ["400件", "200件", "110件", "700件"],
    ),
    ("共办理许可100件,具体为:\n1. 登记:60件\n2. 备案:41件\n", CONTRADICTS, SUM, ["60件", "41件", "100件"]),
    (
        "案件总数100件。其中,甲类60件,占60%;乙类30件,占30%;丙类10件,占10%。",
        HOLDS,
        SUM,
        ["60件", "30件", "10件", "100件"],
    ),
    ("办理建议92件、提案117件,共计209件。", HOLDS, SUM, ["92件", "117件", "209件"]),
    ("办理建议92件、提案117件,共计210件。", CONTRADICTS, SUM, ["92件", "117件", "210件"]),
    # closed by the meaning of the kinds, by brackets, by 分别为; a shortfall of any size
    (
        "办理法律援助案件900件,其中民事300件、刑事200件、行政100件。",
        CONTRADICTS,
        SUM,
        ["300件", "200件", "100件", "900件"],
    ),
    ("有调解组织90个(村级30个、乡镇20个、行业性10个)。", CONTRADICTS, SUM, ["30个", "20个", "10个", "90个"]),
    ("保留权力90项,分别为许可30项、处罚20项、征收10项。", CONTRADICTS, SUM, ["30项", "20项", "10项", "90项"]),
    ("清理文件357件,其中有效271件,修改36件,废止20件。", CONTRADICTS, SUM, ["271件", "36件", "20件", "357件"]),
    ("共有组织40个,调解员95人,其中甲类9个,20人,乙类31个,25人。", CONTRADICTS, SUM, ["20人", "25人", "95人"]),
    # open: outcomes told in part; what they leave over is not told
    ("审结案件90件,其中维持30件,撤销20件,终止10件。", CANNOT_TELL, SUM, ["30件", "20件", "10件", "90件"]),
    # the whole stands in the sentence before, and not in the nearest figure
    ("调解纠纷80件,调解成功78件。预防纠纷2件。其中:邻里纠纷50件,其他纠纷30件。", HOLDS, SUM, ["50件", "30件", "80件"]),
    (
        "决定不起诉118人(不含另作处理5人),其中甲类9人、乙类93人、丙类16人、丁类5人。",
        HOLDS,
        SUM,
        ["9人", "93人", "16人", "118人"],
    ),
    # one part
    ("受理来访480件,办结402件,其中网上受理来访330件,办结321件。", HOLDS, PART, ["330件", "480件"]),
    ("受理来访480件,办结402件,其中网上受理来访330件,办结321件。", HOLDS, PART, ["321件", "330件"]),
    ("不予受理4件,其中5件申请人不服不予受理决定起诉。", CONTRADICTS, PART, ["5件", "4件"]),
]

STAGES = [
    ("收到复议申请22件,立案受理9件、已办结6件、不予受理14件。", CONTRADICTS, SUM, ["9件", "14件", "22件"]),
    ("收到复议申请22件,受理9件、不予受理13件。", HOLDS, SUM, ["9件", "13件", "22件"]),
    (
        "收到申请412件,同比上升3%;受理365件,不予受理31件,其他处理17件。",
        CONTRADICTS,
        SUM,
        ["365件", "31件", "17件", "412件"],
    ),
    ("清理文件168件,保留102件,修订19件,废止46件。", CONTRADICTS, SUM, ["102件", "19件", "46件", "168件"]),
    ("收到申请29件,受理27件,不予受理2件,告知1件。", CONTRADICTS, SUM, ["27件", "2件", "1件", "29件"]),
    ("应诉案件66件,胜诉65件,败诉3件。", CONTRADICTS, SUM, ["65件", "3件", "66件"]),
    ("受理23件,审结20件,其中维持11件、撤销9件,在审4件。", CONTRADICTS, SUM, ["20件", "4件", "23件"]),
    ("累计转办争议案件48件,成功化解14件,在调33件。", CANNOT_TELL, SUM, ["14件", "33件", "48件"]),
    ("调处纠纷705件,调解成功704件。", HOLDS, PART, ["704件", "705件"]),
    ("调处纠纷705件,调解成功740件。", CONTRADICTS, PART, ["740件", "705件"]),
    ("新收案件50件,审结55件。", CANNOT_TELL, PART, ["55件", "50件"]),
]

RATES = [
    ("受理705件,调解成功704件,调解成功率99.86%。", HOLDS, RATIO, ["704件", "705件", "99.86%"]),
    ("受理705件,调解成功704件,调解成功率98.86%。", CONTRADICTS, RATIO, ["704件", "705件", "98.86%"]),
    ("现有持证人员2281人,法制审核人员223人,占持证人员总数的9.7%。", ROUNDING, RATIO, ["223人", "2281人", "9.7%"]),
    ("建成办案区96个,占应建总数103个的95.2%。", CONTRADICTS, RATIO, ["96个", "103个", "95.2%"]),
    (
        "评查案卷510卷,优秀196卷,合格314卷,优秀率、合格率分别为38.4%、51.6%。",
        CONTRADICTS,
        RATIO,
        ["314卷", "510卷", "51.6%"],
    ),
    ("共办理案件15.7万件,其中直接办理1.4万件,占8.7%。", HOLDS, RATIO, ["1.4万件", "15.7万件", "8.7%"]),
    ("收到转办件90件,办结率120%。", IMPOSSIBLE, PART, ["120%"]),
]

CHANGES = [
    ("上访量同比分别减少44%、135%。", IMPOSSIBLE, CHANGE, ["135%"]),
    ("审批时限压缩50%以上。", HOLDS, CHANGE, ["50%"]),
    ("败诉率26%,较上年降低12个百分点。", HOLDS, CHANGE, ["26%", "12个百分点"]),
    ("败诉率6%,较上年上升12个百分点。", IMPOSSIBLE, CHANGE, ["6%", "12个百分点"]),
    ("败诉率19.64%,同比下降18.5%。", CANNOT_TELL, OTHER, ["18.5%"]),
    ("将9项审批事项合并压减至3项。", HOLDS, OTHER, ["9项", "3项"]),
    ("将3项审批事项合并压减至9项。", CONTRADICTS, OTHER, ["3项", "9项"]),
    ("由原来的1个工作日压缩至两个小时。", HOLDS, OTHER, ["1个工作日", "两个小时"]),
    ("检查4216次,较去年同期7893次下降46.6%。", HOLDS, OTHER, ["7893次", "4216次", "46.6%"]),
    ("检查4216次,较去年同期7893次下降56.6%。", CONTRADICTS, OTHER, ["7893次", "4216次", "56.6%"]),
    ("收到申请5422件,比上年增加842件,增幅为28.38%。", CONTRADICTS, OTHER, ["5422件", "842件", "28.38%"]),
    ("录入数据120万条,完成市级安排的100万条数据上报任务。", HOLDS, OTHER, ["120万条", "100万条"]),
    ("由3.0版本升级至2.0版本,上线5项。", CONTRADICTS, OTHER, ["3.0", "2.0"]),
]

LISTS = [
    ("健全县、乡、村三级网络5个。", HOLDS, OTHER, ["三级"]),
    ("健全县、乡、村四级网络5个。", CONTRADICTS, OTHER, ["四级"]),
    ("开展市容整治、工地管理、违建拆除三方面的执法。", HOLDS, OTHER, ["三方面"]),
    ("开展市容整治、工地管理、违建拆除四方面的执法。", CONTRADICTS, OTHER, ["四方面"]),
    ("建立首问负责、限时办结、网格管理等六项工作制度。", HOLDS, OTHER, ["六项"]),
    ("制定《甲办法》《乙办法》《丙规定》等2部文件。", CONTRADICTS, OTHER, ["2部"]),
    ("推行人民调解、行政调解、司法调解“三调联动”。", HOLDS, OTHER, ["三调联动"]),
    ("重点抓好以下三方面工作:一是学习。二是执法。三是普法。", HOLDS, OTHER, ["三方面"]),
    ("重点抓好以下四方面工作:一是学习。二是执法。三是普法。", CONTRADICTS, OTHER, ["四方面"]),
    ("来县到市赴省进京的上访,同比分别减少4%、2%、6%、3%。", HOLDS, OTHER, ["4%", "2%", "6%", "3%"]),
    ("来县到市赴省进京的上访,同比分别减少4%、2%、6%。", CONTRADICTS, OTHER, ["4%", "2%", "6%"]),
]

TWICE = (
    "联合21个职能部门,聚焦群众关注的高频事项,梳理流程、再造环节,办事环节减少191项。\n"
    "动员21个职能部门,聚焦群众关注的高频事项,梳理流程、再造环节,办事环节减少了181项。"
)
REPEATS = [
    (
        TWICE,
        HOLDS,
        SAME,
        ["21个", "21个"],
    ),
    (
        TWICE,
        CONTRADICTS,
        SAME,
        ["191项", "181项"],
    ),
    ("全县共办理复议案件35件。\n全县办理复议案件36件。", CONTRADICTS, SAME, ["35件", "36件"]),
    ("受理27件、不予受理8件。在受理的28件案件中,撤销7件、驳回2件。", CONTRADICTS, SAME, ["27件", "28件"]),
]

PRINT = [
    ("某局党组会前学法次、局务会前学法12次。", MISSING, OTHER, ["12次"]),
    ("审结41件,调解结案次,撤销6件。", MISSING, OTHER, ["次"]),
    ("全年开展宣传活动 场,发放资料300份。", MISSING, OTHER, [" 场"]),
    ("某县辖12821个省级开发区,9个居委会。", IMPOSSIBLE, OTHER, ["12821个"]),
    ("特别是20235月份以来,召开会议3次。", CANNOT_TELL, OTHER, ["20235月"]),
    ("其中:劳动类33城建类25、农业类20%、政法类11%。", CANNOT_TELL, OTHER, ["33", "25", "20%", "11%"]),
    ("审核率100,公开信息5条。", DAMAGED, OTHER, ["100"]),
    ("编制不低于全部编制的80%下放66项执法事项。", CANNOT_TELL, OTHER, ["80%", "66项"]),
    ("公开信息2662余条。", CANNOT_TELL, OTHER, ["2662余条"]),
    ("2021年2月30日召开会议1次。", IMPOSSIBLE, OTHER, ["2021年2月30日"]),
    ("2021年,全县审查文件3件。2024年共审查文件9件。", CONTRADICTS, OTHER, ["9件"]),
]


@pytest.mark.parametrize(
    ("text", "verdict", "relation", "figures"), [*PARTS, *STAGES, *RATES, *CHANGES, *LISTS, *REPEATS, *PRINT]
)
def test_a_relation_is_judged_by_what_the_sentence_commits_itself_to(
    text: str, verdict: Verdict, relation: Relation, figures: list[str]
) -> None:
    found = audit(read(text, year=2021), every=True).findings
    told = [(f.verdict, f.type, sorted(text[place.start : place.end] for place in f.figures)) for f in found]
    assert (verdict, relation, sorted(figures)) in told


def test_a_finding_gives_the_sentence_the_arithmetic_and_how_sure_it_is() -> None:
    text = "一、复议。收到复议申请22件,受理9件、不予受理14件。"
    report = audit(read(text))
    (row,) = report.json()["findings"]
    assert row["statement"] == "受理9件+不予受理14件=23，收到复议申请22件：各项之和大于合计"
    assert row["figures"] == [
        {"start": 17, "end": 19, "value": 9},
        {"start": 24, "end": 27, "value": 14},
        {"start": 11, "end": 14, "value": 22},
    ]
    assert (row["computed"], row["printed"]) == (23, 22)
    assert row["sentence"] in text
    assert 0 < row["confidence"] < 1
    assert report.contradicts
    assert report.checked > len(report.findings)
    assert "more than the whole" in report.findings[0].english
    json.dumps(report.json())


def test_what_holds_is_shown_only_when_asked_for() -> None:
    report = read("办理援助案件90件,其中刑事60件,民事30件。")
    assert audit(report).findings == ()
    assert audit(report).checked == len(audit(report, every=True).findings) > 0
    assert not audit(report).contradicts
