"""Worked examples: the article in the comment, the day found by hand on the calendar of the State Council's notices."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fadu.law import statutes as S
from fadu.law.due import Longer, Pause, before, due, due_before, last_day

# period, the day it is set off, its last day
WITHIN = [
    (S.PENALTY_2021.days(2), "2025-09-30", "2025-10-10"),  # 行政处罚法71: 当场收缴的罚款二日内交至机关
    (S.PENALTY_2021.days(2), "2026-02-13", "2026-02-24"),  # 行政处罚法71: 春节前收缴, 2月14日调休上班
    (S.PENALTY_2021.days(3), "2025-01-24", "2025-02-05"),  # 行政处罚法48.2: 三日内撤回, 1月26日调休上班, 跨春节
    (S.PENALTY_2021.days(3), "2024-09-13", "2024-09-19"),  # 行政处罚法48.2: 9月14日调休上班, 跨中秋
    (S.PENALTY_2021.days(5, "party"), "2025-04-30", "2025-05-12"),  # 行政处罚法64.1.1: 五日内申请听证, 跨五一
    (S.PENALTY_2021.days(5, "party"), "2022-04-01", "2022-04-11"),  # 行政处罚法64.1.1: 4月2日调休上班, 跨清明
    (S.PENALTY_2021.days(7), "2025-09-26", "2025-10-13"),  # 行政处罚法61.1: 七日内送达, 跨国庆中秋
    (S.PENALTY_2021.days(7), "2021-09-17", "2021-09-28"),  # 行政处罚法56: 登记保存七日内处理, 9月18日、26日调休上班
    (S.PENALTY_2021.days(7), "2023-12-28", "2024-01-09"),  # 行政处罚法56: 跨年
    (S.PENALTY_2021.days(15, "party"), "2025-09-20", "2025-10-09"),  # 行政处罚法67.3: 届满在国庆假期, 从宽顺延
    (S.PENALTY_2021.days(15, "party"), "2025-09-12", "2025-09-28"),  # 行政处罚法67.3: 届满9月27日休息, 28日调休上班
    (S.PENALTY_2021.days(15, "party"), "2024-02-05", "2024-02-20"),  # 行政处罚法67.3: 届满2月20日
    (S.PENALTY_2021.days(90), "2025-07-06", "2025-10-04"),  # 行政处罚法60: 届满在国庆假期, 从严不顺延
    (S.PENALTY_2021.days(90), "2023-12-01", "2024-02-29"),  # 行政处罚法60: 闰年, 经过2024年2月29日
    (S.PENALTY_2021.years(2), "2024-02-29", "2026-02-28"),  # 行政处罚法36.1: 二年未被发现, 无对应日为月末
    (S.PENALTY_2021.years(5), "2021-07-15", "2026-07-15"),  # 行政处罚法36.1: 五年
    (S.PENALTY_2017.days(3, "party"), "2020-01-22", "2020-01-25"),  # 行政处罚法2017第42条: 三日为自然日
    (S.PENALTY_2017.days(7), "2020-01-24", "2020-01-31"),  # 行政处罚法2017第37条: 七日为自然日, 不因2020年春节延长
    (S.PENALTY_2017.days(15, "party"), "2021-04-16", "2021-05-06"),  # 行政处罚法2017第46条: 2021年起参照民法典
    (S.COERCION_2011.days(3), "2025-05-30", "2025-06-05"),  # 行政强制法31: 三日内交付冻结决定书, 跨端午
    (S.COERCION_2011.days(10), "2025-09-24", "2025-10-14"),  # 行政强制法54: 催告书送达十日, 十个工作日
    (S.COERCION_2011.days(10), "2020-01-17", "2020-02-07"),  # 行政强制法54: 2020年延长的春节, 1月19日调休上班
    (S.COERCION_2011.days(30), "2025-09-05", "2025-10-05"),  # 行政强制法25.1: 查封不得超过三十日, 自然日, 不顺延
    (S.COERCION_2011.days(15), "2022-03-20", "2022-04-04"),  # 行政强制法56.2: 十五日为自然日
    (S.COERCION_2011.months(3), "2024-11-30", "2025-02-28"),  # 行政强制法53: 三个月内申请执行, 2月无对应日
    (S.COERCION_2011.years(3), "2022-03-01", "2025-03-01"),  # 行政强制法39.2: 中止满三年
    (S.LICENCE_2019.days(5), "2025-06-25", "2025-07-02"),  # 行政许可法32.1.4: 五日内一次告知补正
    (S.LICENCE_2019.days(20), "2025-09-15", "2025-10-17"),  # 行政许可法42.1: 二十日是工作日
    (S.LICENCE_2019.days(45), "2024-12-20", "2025-02-28"),  # 行政许可法42.2: 四十五日是工作日, 跨元旦春节
    (S.LICENCE_2019.days(10), "2020-01-20", "2020-02-11"),  # 行政许可法44: 十日内发证, 2020年延长的春节
    (S.LICENCE_2019.working_days(5, "party"), "2025-01-27", "2025-02-10"),  # 行政许可法47.1: 申请听证五日
    (S.REVIEW_2023.days(5), "2025-09-30", "2025-10-14"),  # 行政复议法30.1: 五日内审查
    (S.REVIEW_2023.days(7), "2024-05-01", "2024-05-13"),  # 行政复议法48: 七日内发送副本, 5月11日调休上班
    (S.REVIEW_2023.days(10), "2026-02-10", "2026-03-02"),  # 行政复议法48: 十日内答复, 跨2026年春节
    (S.REVIEW_2023.days(3), "2024-12-31", "2025-01-06"),  # 行政复议法54.1: 三日内发送, 跨年
    (S.REVIEW_2023.days(60, "party"), "2025-08-05", "2025-10-09"),  # 行政复议法20.1: 六十日, 届满10月4日
    (S.REVIEW_2023.days(60), "2024-04-02", "2024-06-03"),  # 行政复议法62.1: 六十日内决定, 届满周六, 机关亦顺延
    (S.REVIEW_2023.days(30), "2025-01-02", "2025-02-05"),  # 行政复议法62.2: 简易程序三十日, 届满在春节
    (S.REVIEW_2023.years(1, "party"), "2024-02-29", "2025-02-28"),  # 行政复议法20.3: 最长一年, 2025年2月28日
    (S.REVIEW_2023.days(15, "party"), "2025-12-20", "2026-01-04"),  # 行政复议法34: 十五日, 届满1月4日为调休上班的周日
    (S.REVIEW_2017.days(5), "2020-01-21", "2020-02-05"),  # 行政复议法2017第17条: 五日是工作日
    (S.REVIEW_2017.days(7), "2023-09-26", "2023-10-11"),  # 行政复议法2017第23条: 七日是工作日, 10月7日、8日调休上班
    (S.REVIEW_2017.days(10), "2023-09-22", "2023-10-07"),  # 行政复议法2017第23条: 十日是自然日, 届满10月2日顺延
    (S.REVIEW_2017.days(60, "party"), "2022-08-04", "2022-10-08"),  # 行政复议法2017第9条: 届满2022年10月3日
    (S.REVIEW_2017.days(60, "party"), "2020-01-05", "2020-03-05"),  # 行政复议法2017第9条: 当时民诉法未见原文, 不顺延
    (S.LITIGATION_2017.months(6, "party"), "2025-08-31", "2026-02-28"),  # 行政诉讼法46.1: 六个月, 2月28日调休上班
    (S.LITIGATION_2017.months(6, "party"), "2025-04-03", "2025-10-09"),  # 行政诉讼法46.1: 届满10月3日顺延
    (S.LITIGATION_2017.days(15), "2024-09-20", "2024-10-08"),  # 行政诉讼法67.1: 十五日内答辩, 届满10月5日顺延
    (S.LITIGATION_2017.days(10, "party"), "2025-01-18", "2025-02-05"),  # 行政诉讼法85: 裁定十日内上诉, 届满春节顺延
    (S.LITIGATION_2017.days(5), "2025-09-26", "2025-10-09"),  # 行政诉讼法67.1: 五日为自然日, 届满10月1日顺延
    (S.LITIGATION_2017.days(45), "2020-12-20", "2021-02-03"),  # 行政诉讼法83: 简易程序四十五日
    (S.LITIGATION_2017.years(5, "party"), "2020-10-01", "2025-10-09"),  # 行政诉讼法46.2: 五年, 届满10月1日顺延
    (S.REFERRAL_2020.days(3), "2025-09-29", "2025-10-02"),  # 移送规定5.2: 三日为自然日, 不顺延
    (S.REFERRAL_2020.days(3), "2024-02-08", "2024-02-11"),  # 移送规定8: 三日内审查, 春节不顺延
    (S.PUBLIC_SECURITY_2025.days(30), "2026-01-20", "2026-02-24"),  # 治安管理处罚法118: 三十日, 届满2月19日春节
    (S.PUBLIC_SECURITY_2025.days(2), "2026-01-30", "2026-02-02"),  # 治安管理处罚法116: 二日为自然日
    (S.PUBLIC_SECURITY_2025.months(6), "2026-03-31", "2026-09-30"),  # 治安管理处罚法25.1: 六个月, 9月30日
    (S.MARKET_PENALTY_2022.working_days(15), "2025-09-22", "2025-10-17"),  # 市监程序规定18: 十五个工作日内核查
    (S.MARKET_PENALTY_2022.days(90), "2025-07-06", "2025-10-09"),  # 市监程序规定64.1: 九十日, 依第80条顺延
    (S.MARKET_PENALTY_2022.days(30), "2024-01-12", "2024-02-18"),  # 市监程序规定38.1: 三十日, 届满2月11日春节
    (S.MARKET_PUBLICITY_2021.working_days(20), "2025-01-10", "2025-02-13"),  # 公示规定9: 二十个工作日
    (S.MARKET_PUBLICITY_2021.working_days(3), "2026-04-03", "2026-04-09"),  # 公示规定11: 三个工作日内撤回, 跨清明
    (S.MARKET_PUBLICITY_2021.months(3), "2025-11-30", "2026-02-28"),  # 公示规定13.1: 公示满三个月, 2月28日
    (S.MARKET_PUBLICITY_2021.years(3), "2022-10-01", "2025-10-01"),  # 公示规定13.1: 公示满三年
    (S.MARKET_COMPLAINTS_2025.working_days(7), "2026-04-29", "2026-05-12"),  # 投诉举报办法15: 七个工作日, 跨五一
    (S.MARKET_COMPLAINTS_2025.days(60), "2026-04-22", "2026-06-22"),  # 投诉举报办法23: 六十日, 届满6月21日端午
    (S.DISCLOSURE_2019.working_days(20), "2020-01-10", "2020-02-14"),  # 政府信息公开条例33.2: 二十个工作日
    (S.DISCLOSURE_2019.working_days(20), "2025-12-15", "2026-01-13"),  # 政府信息公开条例33.2: 跨年
    (S.PETITION_2022.days(60), "2025-08-06", "2025-10-05"),  # 信访工作条例34: 六十日, 从严不顺延
    (S.PETITION_2022.days(30, "party"), "2025-09-05", "2025-10-09"),  # 信访工作条例35: 三十日内请求复查, 从宽顺延
    (S.LEGAL_AID_2021.days(7), "2025-09-26", "2025-10-03"),  # 法律援助法43: 七日为自然日
    (S.NOTARIZATION_2017.working_days(15), "2025-04-25", "2025-05-20"),  # 公证法30: 十五个工作日, 4月27日调休上班
    (S.STATE_COMPENSATION_2012.months(2), "2025-12-31", "2026-02-28"),  # 国家赔偿法13: 两个月, 2月28日
    (S.STATE_COMPENSATION_2012.years(2, "party"), "2023-10-05", "2025-10-09"),  # 国家赔偿法39: 两年时效, 届满10月5日
    (S.CIVIL_PROCEDURE_2023.days(30), "2025-09-04", "2025-10-09"),  # 民事诉讼法95: 公告三十日, 届满10月4日顺延
    (S.MAJOR_DECISION_2019.days(30), "2025-04-01", "2025-05-01"),  # 重大行政决策程序暂行条例15.1: 征求意见不少于三十日
    (S.DATA_SHARING_2025.working_days(10), "2025-09-25", "2025-10-15"),  # 政务数据共享条例21.1: 十个工作日
]


@pytest.mark.parametrize(("period", "start", "last"), WITHIN)
def test_the_last_day_of_a_period(period, start, last, standard):
    begun = date.fromisoformat(start)
    assert due(period, begun, standard).day == date.fromisoformat(last)
    assert last_day(period, begun, standard) == date.fromisoformat(last)


def test_there_are_at_least_sixty_worked_examples():
    assert len(WITHIN) >= 60


HOURS = [
    (S.COERCION_2011.hours(24), "2025-09-26T10:20", "2025-09-27T10:20"),  # 行政强制法19: 自采取措施时起二十四小时
    (S.COERCION_2011.hours(24), "2025-09-30T23:00", "2025-10-01T23:00"),  # 行政强制法19: 小时不因假日延长
    (S.REFERRAL_2020.hours(24), "2025-12-31T18:00", "2026-01-01T18:00"),  # 移送规定5.2: 二十四小时内移送, 跨年
    (S.MARKET_PENALTY_2022.hours(24), "2025-09-26T10:20", "2025-09-27T11:00"),  # 市监程序规定33.2、80: 开始的时不计
    (S.MARKET_PENALTY_2022.hours(24), "2025-09-26T10:00", "2025-09-27T11:00"),  # 市监程序规定80: 十时为开始的时
    (
        S.PUBLIC_SECURITY_2025.hours(8).of_liberty(),
        "2026-03-01T09:30",
        "2026-03-01T17:30",
    ),  # 治安管理处罚法97: 人身自由
    (S.ACCIDENT_2007.hours(1), "2025-06-01T23:30", "2025-06-02T00:30"),  # 生产安全事故条例9: 一小时
    (S.HEALTH_EMERGENCY_2025.hours(2), "2026-02-16T22:15", "2026-02-17T00:15"),  # 突发公共卫生事件应对法30: 两小时
]


@pytest.mark.parametrize(("period", "start", "end"), HOURS)
def test_hours_run_to_a_moment_whatever_day_it_is(period, start, end, standard):
    assert due(period, datetime.fromisoformat(start), standard).moment == datetime.fromisoformat(end)


def test_hours_from_a_day_alone_run_strictly_for_the_organ_and_leniently_for_the_party(standard):
    day = date(2025, 9, 26)
    assert due(S.COERCION_2011.hours(24), day, standard).moment == datetime(2025, 9, 27)
    assert due(S.COERCION_2011.hours(24, "party"), day, standard).moment == datetime(2025, 9, 28)


def test_a_moment_elsewhere_is_taken_as_shanghai_time(standard):
    start = datetime.fromisoformat("2025-09-26T18:30+00:00")  # 27 September, 02:30 in Shanghai
    assert due(S.COERCION_2011.hours(24), start, standard).moment == datetime(2025, 9, 28, 2, 30)
    assert due(S.REFERRAL_2020.days(3), start, standard).day == date(2025, 9, 30)


BEFORE = [
    (S.PENALTY_2021.days(7), "2025-10-14", "2025-09-28"),  # 行政处罚法64.1.2: 七日前通知, 跨国庆
    (S.PENALTY_2021.days(7), "2025-03-17", "2025-03-06"),  # 行政处罚法64.1.2: 七个工作日
    (S.PENALTY_2017.days(7), "2021-03-15", "2021-03-08"),  # 行政处罚法2017第42条: 七个自然日
    (S.COERCION_2011.days(3), "2025-06-05", "2025-05-30"),  # 行政强制法51.1.2: 代履行三日前, 跨端午
    (S.LICENCE_2019.days(7), "2025-02-07", "2025-01-22"),  # 行政许可法48.1.1: 七日前, 跨春节
    (S.LICENCE_2019.days(30, "party"), "2026-03-31", "2026-03-01"),  # 行政许可法50: 三十日前申请延续, 自然日
    (S.REVIEW_2023.days(5), "2025-05-07", "2025-04-27"),  # 行政复议法51: 听证五日前, 4月27日调休上班
    (S.LITIGATION_2017.days(3), "2025-10-10", "2025-10-07"),  # 出庭应诉规定5: 开庭三日前
    (S.MAJOR_DECISION_2019.days(7), "2025-06-10", "2025-06-03"),  # 重大行政决策条例16.3: 听证会七日前, 自然日
    (S.NPC_SUPERVISION_2024.days(20), "2025-09-30", "2025-09-10"),  # 监督法15: 会议二十日前
    (S.LOCAL_ORGANIZATION_2022.months(1), "2025-03-31", "2025-02-28"),  # 民法典202: 无对应日为月末日
]


@pytest.mark.parametrize(("period", "event", "latest"), BEFORE)
def test_counting_back_leaves_out_the_day_of_the_event(period, event, latest, standard):
    held = date.fromisoformat(event)
    assert before(period, held, standard) == date.fromisoformat(latest)
    assert due_before(period, held, standard).day == date.fromisoformat(latest)


R, C, X = S.REVIEW_2023, S.COERCION_2011, S.LICENCE_2019
SIXTY, THIRTY = R.days(60), Longer(R.days(30), R[62, 1])
AUGUST = ("2025-08-20", "2025-09-03")
LONGER = [
    (SIXTY, "2025-08-05", [], [THIRTY], "2025-11-03"),  # 行政复议法62.1: 共九十日, 中间的假日不顺延
    (SIXTY, "2025-07-14", [], [THIRTY], "2025-10-13"),  # 行政复议法62.1: 届满10月12日周日, 顺延
    (SIXTY, "2025-08-05", [AUGUST], [], "2025-10-20"),  # 行政复议法39: 中止14日; 10月18日为周六
    (SIXTY, "2025-08-05", [AUGUST], [THIRTY], "2025-11-17"),  # 行政复议法39、62.1
    (SIXTY, "2025-08-05", [AUGUST, ("2025-09-01", "2025-09-10")], [], "2025-10-27"),  # 重叠只计一次
    (SIXTY, "2025-08-05", [("2025-12-01", "2025-12-10")], [], "2025-10-09"),  # 期满后的中止不影响
    (R.days(10), "2025-09-15", [("2025-09-18", "2025-09-24")], [], "2025-10-10"),  # 行政复议法88.2: 工作日, 余七日
    (X.days(20), "2025-09-01", [], [Longer(X.days(10), X[42, 1])], "2025-10-17"),  # 行政许可法42.1
    (C.days(30), "2025-09-01", [], [Longer(C.days(30), C[25, 1])], "2025-10-31"),  # 行政强制法25.1
    (C.days(30), "2025-09-01", [("2025-09-10", "2025-09-20")], [], "2025-10-11"),  # 行政强制法25.3: 检测期间
    (S.MARKET_PENALTY_2022.days(90), "2025-07-06", [("2025-08-01", "2025-08-21")], [], "2025-10-24"),  # 市监64.2
    (S.LITIGATION_2017.months(6), "2025-03-10", [("2025-04-01", "2025-04-11")], [], "2025-09-22"),  # 20日为周六
]


@pytest.mark.parametrize(("period", "start", "stops", "longer", "last"), LONGER)
def test_time_left_out_and_time_added(period, start, stops, longer, last, standard):
    pauses = [Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in stops]
    found = due(period, date.fromisoformat(start), standard, suspensions=pauses, extensions=longer)
    assert found.day == date.fromisoformat(last)
    assert found.suspended is None


def test_a_pause_that_still_runs_leaves_the_end_open(standard):
    found = due(SIXTY, date(2025, 8, 5), standard, suspensions=[Pause(date(2025, 8, 20), None, R[39])])
    assert found.suspended is not None
    assert found.day == date(2025, 10, 9)  # no earlier than this
    assert found.lines()[-1].cite == R[39]


def test_a_pause_cannot_end_before_it_began():
    with pytest.raises(ValueError, match="before it began"):
        Pause(date(2025, 8, 20), date(2025, 8, 19))
