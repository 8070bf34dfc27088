"""What a citizen files becomes a case: an application for reconsideration, or one handed in with the organ."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.engine.acts import Comer
from fadu.engine.applying import apply, receiving
from fadu.engine.file import open_file
from fadu.engine.refusals import Refused
from fadu.ledger.attachments import attach
from fadu.organs.models import Organ
from fadu.procedures.reconsideration import APPLICATION
from tests.procedures.reconsideration_cases import Office

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)
AT = datetime(2026, 7, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
APPLICANT = Comer("张测试", id_number="110101199003070038", phone="13800001234", address="测试县示例路8号")
STATED = {
    "respondent": "测试县市场监督管理局",
    "kind": "penalty",
    "act": "测市监罚决〔2026〕1号",
    "requests": "撤销该处罚决定",
    "pleaded": "事实不清",
    "knew_on": date(2026, 6, 20),
    "applied_on": ON,
}


def filed(procedure, organ, facts):
    identity = attach(b"identity", "身份证明.txt")
    return apply(
        procedure, organ=organ, applicant=APPLICANT, facts=facts, on=ON, at=AT, enclosures=[("identity", identity)]
    )


def test_an_application_goes_to_the_government_and_starts_its_five_days(bureau):  # 第二十二条、第三十条
    office = Office(bureau)
    assert office.organ in receiving(APPLICATION)
    assert bureau.organ not in receiving(APPLICATION)
    receipt = filed("reconsideration", office.organ, STATED)
    file = open_file(receipt.case)
    assert file.case.title == "不服测试县市场监督管理局行政行为申请行政复议"
    assert (file.record.kind, file.record.channel, file.record.received_on) == ("penalty", "online", ON)
    assert {each.limit: each.due_on for each in file.deadlines}["screening"] == date(2026, 7, 8)


def test_an_application_without_request_is_not_taken(bureau):  # 条例第二十七条第一款第（三）项
    office = Office(bureau)
    with pytest.raises(Refused, match="行政复议请求"):
        filed("reconsideration", office.organ, {**STATED, "requests": ""})


def test_a_penalty_on_the_spot_may_be_contested_with_the_organ_that_imposed_it(bureau):  # 第三十二条第一款
    facts = {"penalty": "on_the_spot", "act": "当场处罚决定", "requests": "撤销", "pleaded": "没有超速"}
    Organ.objects.filter(pk=bureau.organ.pk).update(kind="department")
    receipt = filed("reconsideration_hand_in", bureau.organ, facts)
    assert {each.limit for each in open_file(receipt.case).deadlines} == {"forwarding", "self_correction"}
