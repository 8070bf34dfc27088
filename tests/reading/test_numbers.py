"""What is a figure and what is not, construction by construction; all sentences are our own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fadu.reading.prose import figures

COUNTED = [
    # arabic digits and their scales
    ("全年受理申请705件。", "705件", 705, "件"),
    ("咨询3.2万余件。", "3.2万余件", 32000, "件"),
    ("发放90多万本。", "90多万本", 900000, "本"),
    ("涉及10多万人。", "10多万人", 100000, "人"),
    ("走访300多家企业。", "300多家", 300, "家"),
    ("参加5千人次。", "5千人次", 5000, "人次"),
    ("登记1,234件。", "1,234件", 1234, "件"),
    ("登记1，234件。", "1，234件", 1234, "件"),
    ("登记45 317份。", "45 317份", 45317, "份"),
    ("审查３０件。", "３０件", 30, "件"),
    ("审查 30 件。", "30 件", 30, "件"),
    ("共审查30\n件规范性文件。", "30\n件", 30, "件"),
    ("检查1632余家次。", "1632余家次", 1632, "家次"),
    ("开展宣传36场（次）。", "36场（次）", 36, "场（次）"),
    # Chinese numerals
    ("开展检查三百余次。", "三百余次", 300, "次"),
    ("印发资料七万余份。", "七万余份", 70000, "份"),
    ("清理文件一百零三件。", "一百零三件", 103, "件"),
    ("罚款两百一十七万五千元。", "两百一十七万五千元", 2175000, "元"),
    ("参加者上千人次。", "千人次", 1000, "人次"),
    ("避免损失上亿元。", "亿元", 100000000, "元"),
    ("走访数十次。", "数十次", 10, "次"),
    ("围绕两万多务工人员开展宣传。", "两万多", 20000, None),
    ("聘请两位专家。", "两位", 2, "位"),
    ("选派10名优秀人员。", "10名", 10, "名"),
    ("办理5个案件。", "5个", 5, "个"),
    ("办理3起诉讼。", "3起", 3, "起"),
    ("组建30人工作专班。", "30人", 30, "人"),
    ("办理一件复议申请。", "一件", 1, "件"),
    # shares
    ("办结率99.86%。", "99.86%", Decimal("99.86"), "%"),
    ("办结率９９％。", "９９％", 99, "%"),
    ("达到百分之八十五点五。", "百分之八十五点五", Decimal("85.5"), "%"),
    ("占三分之二。", "三分之二", Decimal("0.6667"), None),
    ("占总数的1/4左右。", "1/4", Decimal("0.25"), None),
    ("败诉率为0，", "0", 0, None),
    ("提高两个百分点。", "两个百分点", 2, "百分点"),
    ("增长近一倍。", "一倍", 1, "倍"),
    # money, in 元
    ("罚款123.3万元。", "123.3万元", 1233000, "元"),
    ("投入1.2亿元。", "1.2亿元", 120000000, "元"),
    ("罚款¥2.5万。", "2.5万", 25000, "元"),
    ("产值8.2亿人民币。", "8.2亿人民币", 820000000, "元"),
    # time
    ("压缩至38个工作日。", "38个工作日", 38, "工作日"),
    ("办理时限由20日压缩。", "20日", 20, "日"),
    ("5日内办结。", "5日", 5, "日"),
    ("缩短为6个月。", "6个月", 6, "月"),
    ("应当在五日内办结。", "五日", 5, "日"),
    ("压缩至两个小时。", "两个小时", 2, "小时"),
    ("连续三年获评优秀。", "三年", 3, "年"),
    # without their measure word
    ("发生信访8559,其中", "8559", 8559, None),
    ("浏览量达10万+，", "10万+", 100000, None),
    ("发放5000余手册。", "5000余", 5000, None),
    ("(子项4320)", "4320", 4320, None),
    # summing up a list
    ("依托站、所、室等四大平台。", "四大平台", 4, "平台"),
    ("抓好以下五方面工作。", "五方面", 5, "方面"),
]

NOTHING = [
    "二○二○年、2020年、２０１５年、2021-2025年、2021年1—10月、2023年前8个月、12月4日、每月1日至25日、9时30分",
    "2023-12-20 17:03、2023.10.18、20231018、20235月份",
    "〔2021〕7号、（2019）甲行初12号、第38次会议、第1号令、第三季度、第三方、第一责任人、前10名",
    "一、（二）、3.、四是、附件1、表2，图3",
    "党的十九大、十九届五中全会、省委十一届十次全会、十四五规划、八五普法、三项制度、四个意识、两个维护、八项规定",
    "县委十四届三次、四次全会，省人大三次会议，三个一批、五个一、四个最严、四套班子、三位一体",
    "双随机一公开、一窗受理、一网通办、一案一卷、一村一法律顾问、一月一主题、一把手、一站式、一条龙、一张网、一公里、一次办好",
    "“3+2”、“双随机、一公开”、“一件事一次办”、1+N、5+2、7×24小时、24小时自助、一岗双责",
    "12345热线、12309检察服务、打通12345110120、拨打110、12348，张测试 13912345678，咨询88123456，",
    "2.0版本、5G网络、4A级景区、A4纸、GB/T 9704、107国道、3号楼、60岁以上老人、90后",
    "建党100周年，第八个五年法治宣传教育规划，15分钟公共法律服务圈，十年禁渔，24节气，党的十八大、二十大工作部署，双100%、前10%、每10万人、7天24小时",
    "三年行动、五年规划、二期工程、九年义务教育、三农、两会、两级法院、三级联动、五台县、三门峡市、四川省",
    "一些、一定、一般、一律、统一、进一步、之一、唯一、同一家、每一个环节、新一轮、某一项、一方面、另一方面、任何一个",
    "千家万户、三番五次、五花八门、是一项系统工程、形成一个闭环",
    "《减支32条措施》、《某省优化营商环境三十条》、三大攻坚战、四大班子",
]


@pytest.mark.parametrize(("words", "text", "value", "unit"), COUNTED, ids=[row[1] for row in COUNTED])
def test_a_number_that_counts_is_read_with_its_measure(words, text, value, unit):
    (figure,) = figures(words, [(0, len(words))], 2020)
    assert (figure.text, abs(figure.value), figure.unit) == (text, value, unit)
    assert words[figure.start : figure.end] == text


@pytest.mark.parametrize("words", NOTHING)
def test_names_ordinals_dates_and_document_numbers_count_nothing(words):
    assert [figure.text for figure in figures(words, [(0, len(words))], 2020)] == []


def read_one(words):
    return figures(words, [(0, len(words))], 2020)[-1]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("同比增长12.5%。", "change", Decimal("12.5")),
        ("同比分别下降约44%。", "change", -44),
        ("较上年上升5.2个百分点。", "change", Decimal("5.2")),
        ("低于全省平均1.4个百分点。", "change", Decimal("-1.4")),
        ("增长1.3倍。", "change", Decimal("1.3")),
        ("办事环节减少了191项。", "change", -191),
        ("压缩审批时限50%以上。", "change", -50),
        ("降幅达15.7%。", "change", Decimal("-15.7")),
        ("压减至3项。", "count", 3),
        ("办结率提高到98%。", "ratio", 98),
        ("败诉率低于5%。", "ratio", 5),
        ("是上年的2倍。", "ratio", 2),
        ("新增12个。", "count", 12),
        ("为企业减免税费12万元。", "money", 120000),
        ("不低于编制的80%。", "ratio", 80),
    ],
)
def test_a_change_is_told_from_a_level(words, kind, value):
    figure = read_one(words)
    assert (figure.kind, figure.value) == (kind, value)


def test_the_changes_of_a_series_share_its_verb():
    words = "同比分别减少44%、22.4% 、 60.2%和13%。"
    assert [figure.value for figure in figures(words, [(0, len(words))], 2020)] == [
        Decimal(each) for each in ("-44", "-22.4", "-60.2", "-13")
    ]


@pytest.mark.parametrize(
    ("words", "approx", "bound"),
    [
        ("近300件。", True, None),
        ("约300件。", True, None),
        ("300件左右。", True, None),
        ("300余件。", True, None),
        ("70%以上。", False, "ge"),
        ("不少于4次。", False, "ge"),
        ("至少安排4次。", False, "ge"),
        ("5个工作日内。", False, "le"),
        ("不超过5天。", False, "le"),
        ("不足10%。", False, "le"),
        ("300件。", False, None),
    ],
)
def test_what_the_print_leaves_open_is_kept(words, approx, bound):
    figure = read_one(words)
    assert (figure.approx, figure.bound) == (approx, bound)


def test_both_ends_of_a_range_are_numbers_of_its_unit():
    words = "压缩到3-5个工作日。"
    first, last = figures(words, [(0, len(words))], 2020)
    assert (first.text, first.value, first.unit) == ("3", 3, "工作日")
    assert (last.text, last.value, last.unit) == ("5个工作日", 5, "工作日")


def test_a_share_that_lost_its_sign_has_that_of_its_series():
    words = "其中:甲类33乙类25、丙类20%。"
    assert [(figure.value, figure.unit, figure.corrupt) for figure in figures(words, [(0, len(words))], 2020)] == [
        (33, "%", True),
        (25, "%", True),
        (20, "%", False),
    ]


@pytest.mark.parametrize(
    "part", ["5件、", "万", "一", "“", "《", "5", "第一", "其中5件，", "同比增长5%、", "（", "分别为5%、", "的"]
)
def test_reading_is_linear_however_the_text_is_made(part):
    """Ten thousand times the same mark in one sentence: a quadratic rule would not come back."""
    text = part * 10_000
    assert all(figure.end <= len(text) for figure in figures(text, [(0, len(text))], 2020))


def test_two_hundred_percents_are_a_way_of_speaking():
    words = "实现两个100%。"
    assert [figure.text for figure in figures(words, [(0, len(words))], 2020)] == ["100%"]


@pytest.mark.parametrize("word", ["共有", "结转办", "达到了", "大幅度", "全县", "、和", "由"])
def test_a_clause_of_repeated_words_is_read_in_no_time(word):
    """Words that could be parted in two ways, many times: a rule that tried them all would not come back."""
    text = word * 40 + "啊5件，同比增长5%。"
    assert [figure.unit for figure in figures(text, [(0, len(text))], 2020)] == ["件", "%"]
