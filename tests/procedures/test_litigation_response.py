"""行政应诉、司法建议、检察建议: the periods of the defendant, the head in court, the answer in time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Deadline
from fadu.engine.refusals import Refused

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2024, 4, 1)
SERVED = {"court": "测试县人民法院", "act": "测市监罚决〔2024〕1号"}
HEAD = {"attended": "deputy", "attendant": "钱副职，副局长", "spoke": True}


class Matter:
    def __init__(self, bureau, procedure, on=DAY):
        self.bureau = bureau
        self.case = open_case(
            procedure, organ=bureau.organ, title="示例案", by=bureau.officer, on=on, officers=[bureau.officer],
            parties=[Comer("李示例")], now=NOW,
        )  # fmt: skip

    def take(self, step, on=DAY, outcome="", by=None, **facts):
        return take(self.case, step, by=[by or self.bureau.officer], on=on, outcome=outcome, facts=facts, now=NOW)

    def due(self, limit):
        return Deadline.objects.get(case=self.case, limit=limit).due_on

    @property
    def record(self):
        return open_file(self.case.pk).record


@pytest.fixture
def suit(bureau):
    matter = Matter(bureau, "litigation_response")
    matter.take("complaint_service", **SERVED)
    return matter


def test_the_answer_and_the_evidence_go_to_the_court_within_fifteen_days(suit):  # 第六十七条第一款
    assert suit.due("defence") == date(2024, 4, 16)
    with pytest.raises(Refused, match="应当同时提供作出行政行为的证据"):
        suit.take("defence", date(2024, 4, 10), defence="合法")
    suit.take("defence", date(2024, 4, 10), defence="合法", evidence_filed=True)


def test_a_period_that_ends_on_a_day_off_ends_after_it(bureau):  # 解释第四十八条第三款
    matter = Matter(bureau, "litigation_response", date(2024, 9, 18))
    matter.take("complaint_service", date(2024, 9, 18), **SERVED)
    assert matter.due("defence") == date(2024, 10, 8)  # 2024-10-03 lies in 国庆节


def test_evidence_comes_later_only_with_leave_asked_for_in_time(suit):  # 第三十六条第一款、解释第三十四条
    with pytest.raises(Refused, match="超过收到起诉状副本之日起十五日"):
        suit.take("evidence_extension", date(2024, 4, 17), extension_reason="不可抗力")
    suit.take("evidence_extension", date(2024, 4, 16), extension_reason="不可抗力")
    suit.take("defence", date(2024, 4, 16), defence="合法")
    with pytest.raises(Refused, match="须经人民法院准许"):
        suit.take("late_evidence", date(2024, 5, 6))
    facts = {"extension_granted": True, "obstacle_over_on": date(2024, 4, 30)}
    suit.take("late_evidence", date(2024, 5, 15), **facts)
    assert suit.due("late_evidence") == date(2024, 5, 15)


def test_nobody_gathers_evidence_from_the_other_side(suit):  # 第三十五条
    with pytest.raises(Refused, match="不得自行向原告、第三人和证人收集证据"):
        suit.take("defence", defence="合法", evidence_filed=True, own_evidence=True)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (HEAD, ""),
        ({**HEAD, "attendant": ""}, "出庭规定|身份证明应当载明姓名"),  # 出庭规定第六条第一款
        ({**HEAD, "spoke": False}, "应当就实质性解决行政争议发表意见"),  # 第十一条第三款
        ({"attended": "staff"}, "应当写明情形并提交盖章"),  # 第九条第一款
        ({"attended": "staff", "absence": "duty", "absence_proved": True}, ""),
        ({"attended": "lawyers"}, ""),  # a breach (解释第一百二十八条第二款) is recorded, and counted
    ],
)
def test_the_head_comes_to_court_or_it_is_proved_why_not(suit, facts, said):  # 第三条第三款
    if said:
        with pytest.raises(Refused, match=said):
            suit.take("court_hearing", date(2024, 5, 20), **facts)
    else:
        suit.take("court_hearing", date(2024, 5, 20), **facts)


@pytest.mark.parametrize(
    ("outcome", "served", "limit", "last"),
    [
        ("revoked", "judgment_served_on", "appeal", date(2024, 7, 16)),
        ("withdrawn", "ruling_served_on", "ruling_appeal", date(2024, 7, 11)),
    ],
)
def test_judgments_are_appealed_in_fifteen_days_and_rulings_in_ten(suit, outcome, served, limit, last):  # 第八十五条
    suit.take("judgment", date(2024, 7, 1), outcome=outcome, **{served: date(2024, 7, 1)})
    assert suit.due(limit) == last
    with pytest.raises(Refused, match="超过"):
        suit.take("appeal", date(2024, 7, 17))
    suit.take("appeal", last)


def test_what_is_sent_back_is_judged_anew(suit):  # 第八十九条第一款第（三）项
    suit.take("judgment", date(2024, 7, 1), outcome="revoked", judgment_served_on=date(2024, 7, 1))
    suit.take("appeal", date(2024, 7, 2))
    with pytest.raises(Refused, match="尚未办理：二审裁判"):
        suit.take("effect", date(2024, 9, 2), result="revoked")
    suit.take("second_judgment", date(2024, 9, 2), outcome="remanded")
    with pytest.raises(Refused, match="须先有重审的裁判"):
        suit.take("effect", date(2024, 9, 2), result="revoked")
    suit.take("judgment", date(2024, 12, 2), outcome="dismissed", judgment_served_on=date(2024, 12, 2))
    suit.take("effect", date(2024, 12, 18), result="dismissed")
    suit.take("closing", date(2024, 12, 18))
    assert suit.record.first_result == "dismissed"


def test_an_appeal_of_the_other_side_is_answered_in_fifteen_days(suit):  # 解释第一百零八条第二款
    suit.take("judgment", date(2024, 7, 1), outcome="dismissed", judgment_served_on=date(2024, 7, 1))
    suit.take("other_appeal", date(2024, 7, 22), appealed_on=date(2024, 7, 15))
    assert suit.due("appeal_answer") == date(2024, 8, 6)


def test_an_effective_judgment_is_performed_before_the_case_is_closed(suit):  # 第九十四条
    suit.take("judgment", date(2024, 7, 1), outcome="performance", judgment_served_on=date(2024, 7, 1))
    with pytest.raises(Refused, match="须写明义务"):
        suit.take("effect", date(2024, 7, 17), result="performance")
    suit.take("effect", date(2024, 7, 17), result="performance", duty="三十日内答复", perform_by=date(2024, 8, 16))
    assert suit.due("performance") == date(2024, 8, 16)
    with pytest.raises(Refused, match="尚未办理：履行生效裁判"):
        suit.take("closing", date(2024, 7, 18))
    suit.take("performance", date(2024, 8, 1), performance="已经答复")
    suit.take("loss_review", date(2024, 8, 2), loss_causes="没有及时答复；已经完善流程")
    suit.take("closing", date(2024, 8, 2))


# --- 司法建议、检察建议 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("procedure", "on", "facts", "limit", "last"),
    [
        ("judicial_suggestion", DAY, {"kind": "norm"}, "norm_suggestion_reply", date(2024, 5, 31)),
        ("judicial_suggestion", DAY, {"kind": "governance"}, "suggestion_reply", date(2024, 6, 1)),
        ("judicial_suggestion", DAY, {"kind": "governance", "reply_by": date(2024, 5, 1)}, "suggestion_reply_by",
         date(2024, 5, 1)),
        ("procuratorial_suggestion", DAY, {"kind": "general"}, "suggestion_reply", date(2024, 6, 1)),  # 第十九条
        ("procuratorial_suggestion", DAY, {"kind": "public_interest"}, "public_interest_reply", date(2024, 6, 1)),
        ("procuratorial_suggestion", DAY, {"kind": "public_interest", "urgent": True}, "public_interest_urgent",
         date(2024, 4, 16)),
        ("procuratorial_suggestion", date(2020, 4, 1), {"kind": "public_interest"}, "public_interest_reply_2018",
         date(2020, 6, 1)),
    ],
)  # fmt: skip
def test_a_suggestion_is_answered_in_time(bureau, procedure, on, facts, limit, last):
    matter = Matter(bureau, procedure, on)
    matter.take("suggestion_receipt", on, issuer="测试县人民检察院", suggested="完善制度", **facts)
    found = matter.due(limit)
    assert last <= found <= date(last.year, last.month + 1, 4)  # rolled over days off where its statute does
    with pytest.raises(Refused, match="尚未办理：书面答复"):
        matter.take("closing", on)
    matter.take("suggestion_reply", on, outcome="adopted", reply="已经完善")
    matter.take("closing", on)


def test_a_court_does_not_send_what_a_procuratorate_does(bureau):
    matter = Matter(bureau, "judicial_suggestion")
    with pytest.raises(Refused, match="由另一个机关提出"):
        matter.take("suggestion_receipt", issuer="测试县人民法院", suggested="完善制度", kind="public_interest")


def test_a_procuratorial_suggestion_may_be_objected_to(bureau):  # 检察建议工作规定第二十三条
    matter = Matter(bureau, "procuratorial_suggestion")
    matter.take("suggestion_receipt", issuer="测试县人民检察院", suggested="完善制度", kind="general")
    matter.take("suggestion_objection", objection="事实有误")
    matter.take("suggestion_withdrawal", date(2024, 4, 8))
    matter.case.refresh_from_db()
    assert matter.case.closed_on == date(2024, 4, 8)
