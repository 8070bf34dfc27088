"""No personal data leaves by a publication or stays in the ledger, however it is written."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine import changes, publication
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.masking import hidden
from fadu.ledger.models import Entry
from fadu.procedures.penalty_publicity import rendition

DAY = date(2024, 3, 4)
NUMBER = "110101199003070038"


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        (f"身份证号{NUMBER}。", NUMBER),
        ("身份证号1101 0119 9003 0700 38。", "9003"),
        ("身份证号１１０１０１１９９００３０７００３８。", "１９９００３"),
        ("旧证号110101900307003", "900307"),
        ("电话13800001234", "00001"),
        ("电话138-0000-1234", "0000-"),
        ("电话+86 138 0000 1234", "0000 "),
        ("电话0353-8080123", "80801"),
        ("卡号6222 0212 3456 7890 128", "3456"),
        ("账户 04520301040012345", "0301040"),
        ("驾驶晋C·A1234号货车", "A1234"),
        ("驾驶晋CD12345号汽车", "D12345"),
        ("邮箱zhang.ceshi@example.cn", "ceshi"),
    ],
)
def test_what_is_shaped_like_personal_data_is_masked(words, secret):  # 公示规定第六条
    assert secret not in hidden(words)


@pytest.mark.parametrize(
    "words", ["罚款20000元", "2024年3月4日", "晋市监罚〔2024〕12号", "批号20240304001", "《产品质量法》第49条"]
)
def test_other_numbers_stay(words):
    assert hidden(words) == words


def parties():
    return [
        {"role": "party", "kind": "company", "name": "甲公司", "representative": "张测试", "code": "X",
         "id_number": "", "phone": "", "address": ""},
        {"role": "third", "kind": "other", "name": "李示例", "representative": "", "id_number": "", "phone": "",
         "address": "测试省测试市测试县示例镇样本路8号"},
    ]  # fmt: skip


def test_persons_other_than_the_punished_are_not_named_in_a_publication():  # 第四十八条；公示规定第六条
    record = {
        "act": "甲公司经营者张 测 试与李示例合伙无照经营",
        "facts_found": "李示例证言；住测试省测试市测试县示例镇样本路8号",
        "fined": True, "fine": "100.00", "decided_on": "2024-03-04",
    }  # fmt: skip
    made = rendition({
        "record": record, "parties": parties(), "papers": [], "case": {"number": "测〔2024〕1号"},
        "organ": {"name": "测试局"},
    })  # fmt: skip
    said = str(made) + publication.grams([made["title"], *map(str, made["rendition"].values())])
    for secret in ("张测试", "张 测", "李示例", "示例证", "样本路8号"):
        assert secret not in said


def test_the_public_reason_of_a_withdrawal_names_nobody(bureau):  # 第四十八条第二款
    case = open_case(
        "toy", organ=bureau.organ, title=f"张示例（{NUMBER}）无照经营", by=bureau.clerk, on=date(2024, 3, 1),
        parties=[Comer("张示例", id_number=NUMBER, phone="13800001234")],
    )  # fmt: skip
    take(case, "filing", by=[bureau.head], on=DAY)
    take(case, "inquiry", by=[bureau.officer, bureau.second], on=DAY, facts={"act": f"持{NUMBER}证件"})
    changes.correct(case, {"act": f"持{NUMBER}号证件"}, "张示例来电13800001234指出", by=bureau.officer, on=DAY)
    take(case, "decision", by=[bureau.head], on=DAY, outcome="stopped")
    made = publication.publish(case, "decision", by=bureau.officer, on=DAY)
    taken = publication.take_back(made, "张示例（13800001234）申请复议，决定被撤销", by=bureau.head, on=DAY)
    assert taken.withdrawal == "张**（138****1234）申请复议，决定被撤销"
    written = "".join(Entry.objects.filter(stream=case.number).values_list("content", flat=True))
    for secret in ("张示例", NUMBER, "13800001234"):
        assert secret not in written
