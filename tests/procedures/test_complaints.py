"""投诉举报: a dispute and a reported violation go two ways; a complaint about enforcement goes to who supervises."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.file import open_file
from fadu.engine.models import Deadline, Link
from fadu.engine.refusals import Refused
from fadu.law.statutes import MARKET_COMPLAINTS_2022 as OLD
from fadu.law.statutes import MARKET_COMPLAINTS_2025 as NEW
from fadu.procedures.complaint import COMPLAINT_2022, COMPLAINT_2025
from tests.procedures.petition_cases import claim

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
OLD_DAY, DAY = date(2025, 3, 3), date(2026, 6, 1)


class Complained:
    def __init__(self, bureau, on=OLD_DAY, nature="complaint", related=(), procedure="complaint", **facts):
        self.bureau, self.on = bureau, on
        self.case = open_case(procedure, organ=bureau.organ, title="投诉甲公司", by=bureau.clerk, on=on,
                              parties=[Comer("张测试")], related=related, now=NOW)  # fmt: skip
        if procedure == "complaint":
            self.take("complaint_receipt", facts={
                "nature": nature, "channel": "phone", "against": "甲公司", "facts": "拒绝退货", **facts})  # fmt: skip
        else:
            self.take("enforcement_complaint_receipt", facts={
                "channel": "online", "organ_complained_of": "示例局", "facts": "重复检查", **facts})  # fmt: skip

    def take(self, step, on=None, **more):
        return take(self.case, step, by=[self.bureau.clerk], on=on or self.on, now=NOW, **more)

    def accepted(self):
        self.take("complaint_acceptance", facts={"request": "退货"})
        return self

    def due(self, limit):
        return Deadline.objects.filter(case=self.case, limit=limit).values_list("due_on", flat=True).first()

    @property
    def closed(self):
        self.take("closing", date(2026, 11, 2))
        return open_file(self.case.pk).case.closed_on is not None


@pytest.mark.parametrize(("rule", "law"), [(COMPLAINT_2022, OLD), (COMPLAINT_2025, NEW)])
def test_every_article_held_is_used_or_said_why_not(rule, law):
    cited = {int(cite.article) for cite in rule.citations() if cite.statute is law[9].statute}
    assert {int(article) for article in law.structure.articles} - cited == set(rule.unused)


@pytest.mark.parametrize(
    ("on", "limit", "last"),
    [
        (OLD_DAY, "complaint_acceptance", date(2025, 3, 12)),  # 2022年第十四条：七个工作日
        (DAY, "complaint_acceptance", date(2026, 6, 10)),  # 2025年第十五条
        (OLD_DAY, "complaint_mediation", date(2025, 5, 8)),  # 2022年第二十一条第一款第（五）项：四十五个工作日
        (DAY, "complaint_mediation", date(2026, 7, 31)),  # 2025年第二十三条第（五）项：六十日
    ],
)
def test_the_days_of_each_edition(bureau, on, limit, last):
    matter = Complained(bureau, on)
    if limit == "complaint_mediation":
        matter.accepted()
    assert matter.due(limit) == last


@pytest.mark.parametrize(("on", "since"), [(OLD_DAY, date(2022, 3, 2)), (DAY, date(2023, 5, 28))])
def test_after_three_years_a_complaint_is_not_accepted(
    bureau, on, since
):  # 2022年第十五条第（四）项；2025年第十六条第（四）项
    matter = Complained(bureau, on, known_on=since)
    with pytest.raises(Refused, match="超过三年"):
        matter.accepted()
    matter.take("complaint_refusal", outcome="late")
    assert matter.closed


def test_mediation_needs_both(bureau):  # 2022年第十六条第一款
    matter = Complained(bureau).accepted()
    with pytest.raises(Refused, match="同意"):
        matter.take("complaint_mediation")
    matter.take("complaint_mediation", facts={"agreed_to_mediate": True})
    matter.take("complaint_agreement", facts={"agreement": "七日内退货"})
    assert matter.closed


@pytest.mark.parametrize(("on", "last"), [(OLD_DAY, date(2025, 3, 12)), (DAY, date(2026, 6, 10))])
def test_both_are_told_that_mediation_ended(bureau, on, last):  # 2022年第二十一条第二款；2025年第二十三条
    matter = Complained(bureau, on).accepted()
    matter.take("complaint_termination", outcome="no_agreement")
    assert matter.due("termination_telling") == last
    with pytest.raises(Refused, match="告知双方终止调解"):
        matter.take("closing")
    matter.take("termination_telling")
    assert matter.closed


def test_a_lead_found_in_mediation_is_checked_in_fifteen_working_days(bureau):  # 2022年第二十三条第一款
    matter = Complained(bureau).accepted()
    matter.take("lead_discovery")
    assert matter.due("lead_check") == date(2025, 3, 24)


def test_a_report_is_not_mediated_and_who_gave_his_name_is_told(bureau):  # 2022年第三十一条
    matter = Complained(bureau, nature="report", named=True)
    with pytest.raises(Refused):
        matter.accepted()
    matter.take("report_filing", outcome="filed")
    assert matter.due("report_telling") == date(2025, 3, 10)
    with pytest.raises(Refused, match="实名举报人"):
        matter.take("closing")
    matter.take("report_telling")
    assert matter.closed


def test_since_2026_nobody_has_to_be_told_of_the_filing(bureau):  # 2025年第三十六条 speaks of results alone
    matter = Complained(bureau, DAY, nature="report", named=True)
    matter.take("report_filing", outcome="not_filed")
    assert matter.due("report_telling") is None
    assert matter.closed


def test_a_reporter_is_not_given_away(bureau):  # 2022年第三十三条
    matter = Complained(bureau, nature="report")
    matter.take("report_filing", outcome="filed")
    with pytest.raises(Refused, match="第三十三条"):
        matter.take("report_result", facts={"disclosed": True})


# --- 行政执法投诉举报 -------------------------------------------------------------------------------------------------


def test_a_complaint_about_enforcement_names_the_case_and_is_answered(bureau):  # 《民营经济促进法》第五十三条第一款
    about = claim(bureau).case
    matter = Complained(bureau, date(2025, 6, 3), procedure="enforcement_complaint", related=[(about, "complains_of")])
    assert Link.objects.get(case=matter.case).other == about
    matter.take("enforcement_complaint_acceptance", facts={"conduct": "inspections"})
    matter.take("complaint_inquiry", outcome="proper", facts={"findings": "依计划检查"})
    with pytest.raises(Refused, match="答复投诉人"):
        matter.take("closing")
    matter.take("complaint_reply", facts={"reply": "检查合法"})
    assert matter.closed


@pytest.mark.parametrize(
    ("found", "notice", "lawful"),
    [
        ("unlawful", "opinion", True),  # 《行政执法监督条例》第二十八条第一款
        ("omitted", "prompting", True),  # 第二十七条第一款
        ("improper", "prompting", False),
        ("omitted", "opinion", False),
        ("unlawful", "decision", True),  # 第二十九条
    ],
)
def test_which_notice_fits_which_wrong(bureau, found, notice, lawful):
    matter = Complained(bureau, DAY, procedure="enforcement_complaint")
    matter.take("enforcement_complaint_acceptance", facts={"conduct": "fines"})
    matter.take("complaint_inquiry", outcome=found, facts={"findings": "处罚依据错误"})
    facts = {"correct_by": date(2026, 7, 1)}
    if not lawful:
        with pytest.raises(Refused, match="情形"):
            matter.take("supervision_notice", outcome=notice, facts=facts)
        return
    matter.take("supervision_notice", outcome=notice, facts=facts)
    assert matter.due("correction_report") == date(2026, 7, 1)
    matter.take("complaint_reply", facts={"reply": "已经督促纠正"})
    with pytest.raises(Refused, match="尚未报送纠正情况"):
        matter.take("closing")
    matter.take("correction_report", facts={"corrected": "已经撤销处罚"})
    assert matter.closed
