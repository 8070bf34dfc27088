"""The audit is silent where the text commits itself to nothing: honest reports raise no alarm."""

from __future__ import annotations

import pytest

from fadu.reading.audit import Verdict, audit
from fadu.reading.report import read

# Sentences of the kind honest reports print, and why they contradict nothing.
HONEST = [
    ("parts need not be all", "收到建议81件,其中重点建议5件,联名建议12件。"),
    ("parts picked out", "办理案件90件,其中主要为邻里纠纷40件、婚姻纠纷20件。"),
    ("kinds of people overlap", "援助185人,其中农民工120人,妇女90人。"),
    ("the unit is another's", "办理案件185件,受援436人,其中刑事137件,民事48件。"),
    ("what follows is another matter", "受理援助案件153件,其中民事94件,刑事59件,提供法律咨询390余起。"),
    ("the whole stands further back", "受理76起,查结75起,查处率98.7%,其中甲类52起、乙类24起。"),
    ("cases of earlier years", "新收案件50件(另有上年结转8件),审结55件。"),
    ("outcomes not all listed", "受理27件,撤销7件、确认违法1件、驳回2件。"),
    ("siblings are no parts", "评查案卷510卷,优秀196卷,合格288卷,不合格26卷。"),
    ("siblings of one base", "甲级机关收案271件,占总数的84.7%;乙级机关收案43件,占13.4%;丙级机关收案6件,占1.9%。"),
    ("a rate of other things", "受理各类案件1000件,结案912件,审判案件结案率92.32%,执行案件执结率88.63%。"),
    ("the other kind is the base", "逮捕12.5万人;不捕11.5万人,不捕率48.5%。"),
    ("a number in 万 is rounded", "共15万份,其中甲8.24万份,乙6.76万份。"),
    ("a ceiling in brackets", "采伐3.42万立方米(限额5.1万立方米)。"),
    ("last year's in brackets", "受理复议61件(上年79件),应诉28件(上年35件)。"),
    ("an average is no part", "经费8万元,人均12万元。"),
    ("a target may be exceeded", "完成投资计划的120%,任务完成率135%。"),
    ("growth may exceed 100%", "宣传场次同比增长135%。"),
    ("percentages of different things", "次数由4.7次减至0.3次,环节减少72%,时间减少64%。"),
    ("no change of that rate", "执法案卷合格率不低于98%,检查频次再压减10%以上。"),
    ("the list is open", "全县8个部门,公安、司法、民政等部门参加。"),
    ("a count, no sum of the list", "组织召开依法治县委员会、司法协调小组3次会议,研究工作。"),
    ("a count, no sum of verbs", "取消、下放审批3项事项。"),
    ("two lists on end", "县、乡、村干部及教育、卫生等3个部门参加培训5次。"),
    (
        "parallel sentences",
        "对民事审判活动违法行为提出检察建议140件,法院同期采纳率86.9%;\n对行政审判活动违法行为提出检察建议38件,法院同期采纳率91.5%。",
    ),
    ("part of it is not in", "决定不起诉118人(不含另作处理5人),其中甲类9人、乙类93人、丙类16人、丁类5人。"),
    ("parts of two figures side by side", "办理建议72件、提案103件,其中主办98件,会办77件。"),
    ("not of the nearest but of all", "立案3600件,移送司法机关35件,其中食品类860件、药品类210件。"),
    ("told anew after a complete list", "公开申请860件,其中自然人780件,法人80件,予以公开520件,部分公开86件。"),
    ("kinds after a complete list", "评查案卷120本,其中处罚80本、许可40本,优秀60本,合格55本,不合格5本。"),
    ("what was done is of all", "提出建议86件,其中闭会期间12件,已解决55件,正在解决20件。"),
    ("old cases are among them", "排查纠纷1200件,化解1250件(含上年积案)。"),
    ("three acts, no parts", "取消事项20项,下放30项,承接45项。"),
    ("how many kinds, no parts", "65个基层事项,细分为412个办理情形。"),
    ("siblings by a stroke", "从被申请人看,县政府46件、县部门180件、乡镇政府32件、州部门20件。"),
    ("another's unit in the sentence before", "干部45人,其中公务员30人。司法所14个,其中独立办公8个,助理员58名。"),
    ("another matter after a comma", "取消证明材料36项,其中村证明12项,告知承诺86项。"),
    ("won and lost are not all", "行政应诉案件66件,胜诉50件,败诉3件。"),
    ("parts of the first part", "随机抽取300件,其中有效回访246件,满意的240件,一般的5件,不满意的1件。"),
    ("totals of two stretches of time", "上半年全县共办理复议案件35件。\n全县共办理复议案件76件。"),
    ("a base that varies", "受理案件90件,审结80件;通过协调和解解决争议20件,协调和解率为20.3%。"),
    ("a head count needs no unit", "户籍人口5.2万,律师万人比达到2.2。"),
    ("next year's plans", "2021年共办案5件。2022年,我县将培训执法人员300人。"),
    ("jargon of the service hall", "推行承诺件、即办件,群众满意率99%。"),
    ("a rate of zero", "一审行政诉讼14起,均胜诉,败诉率为0。"),
]

ALARMS = {Verdict.CONTRADICTS, Verdict.IMPOSSIBLE, Verdict.MISSING, Verdict.DAMAGED}


@pytest.mark.parametrize(("why", "text"), HONEST, ids=[why for why, _ in HONEST])
def test_an_honest_sentence_raises_no_alarm(why: str, text: str) -> None:
    alarms = [finding.statement for finding in audit(read(text, year=2021)).findings if finding.verdict in ALARMS]
    assert alarms == []


@pytest.mark.parametrize("unit", ["受理案件5件,", "其中甲类5件,", "收到12件,受理3件;", "A、B、C三方面、", "一是(一)1."])
def test_the_audit_is_linear_in_the_length_of_one_sentence(unit: str) -> None:
    """Ten times the text, about ten times the relations checked: no pair of all figures with all."""
    few, many = (audit(read(unit * times), every=True).checked for times in (20, 200))
    assert many <= 12 * max(few, 1)
