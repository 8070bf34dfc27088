"""A whole snapshot of an invented penalty case, as the engine freezes it, to compose papers from."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

PERSON = {
    "role": "party",
    "kind": "person",
    "name": "张测试",
    "code": "",
    "representative": "",
    "id_kind": "居民身份证",
    "id_number": "110101199001010011",
    "phone": "13800001234",
    "address": "测试省测试市测试县测试镇示例路8号",
}
COMPANY = {
    "role": "party",
    "kind": "company",
    "name": "甲公司",
    "code": "91110000000000000X",
    "representative": "李示例",
    "id_kind": "",
    "id_number": "",
    "phone": "0353-0000000",
    "address": "测试县示例街1号",
}
OFFICER = {"name": "王样本", "certificate": "T000001"}
SECOND = {"name": "赵样本", "certificate": "T000002"}
HEAD = {"name": "钱负责", "certificate": ""}

WHOLE: dict[str, Any] = {
    "paper": {"kind": "penalty_decision", "title": "", "number": "测市监罚决〔2024〕12号", "issued_on": "2024-05-20"},
    "organ": {"name": "测试县市场监督管理局", "code": "", "word": "测市监", "parent": "测试县人民政府"},
    "case": {
        "number": "测市监立〔2024〕7号",
        "title": "经营超过保质期的食品案",
        "domain": "market",
        "source": "监督检查",
        "opened_on": "2024-04-01",
    },
    "record": {
        "act": "销售超过保质期的饼干3盒。",
        "facts_found": "检查时货架上有超过保质期的饼干3盒，货值45元，有现场笔录为证。",
        "basis": "《中华人民共和国食品安全法》第一百二十四条第一款第五项",
        "penalty": "",
        "found_on": "2024-04-01",
        "committed_on": "2024-03-28",
        "filed_on": "2024-04-02",
        "decided_on": "2024-05-20",
        "fined": True,
        "fine": "5000.00",
        "forfeited_goods": True,
        "goods_value": "45.00",
        "proposed_fined": True,
        "proposed_fine": "5000.00",
        "proposed_forfeited_goods": True,
        "defence": "已主动下架，请求从轻。",
        "adopted": "情节属实，已予考虑。",
        "told_on": "2024-05-06",
        "collector": "测试县示例银行，测试县示例街2号",
        "surcharge_stated": True,
        "correction": "ordered",
        "of_note": True,
        "violated": "《中华人民共和国食品安全法》第三十四条第十项",
        "evidence": "现场笔录一份、照片四张",
        "paid_on": "2024-05-28",
        "paid": "5000.00",
        "performed_on": "2024-05-28",
        "hearing_place": "本局会议室",
    },
    "labels": {},
    "parties": [PERSON],
    "officers": [OFFICER, SECOND],
    "steps": [
        {
            "key": "filing",
            "name": "立案",
            "on": "2024-04-02",
            "by": HEAD,
            "second": None,
            "outcome": "",
            "outcome_name": "",
            "note": "",
        },
        {
            "key": "inquiry",
            "name": "调查询问",
            "on": "2024-04-03",
            "by": OFFICER,
            "second": SECOND,
            "outcome": "",
            "outcome_name": "",
            "note": "",
        },
        {
            "key": "decision",
            "name": "决定",
            "on": "2024-05-20",
            "by": HEAD,
            "second": None,
            "outcome": "punished",
            "outcome_name": "给予行政处罚",
            "note": "",
        },
        {
            "key": "closing",
            "name": "结案归档",
            "on": "2024-06-03",
            "by": HEAD,
            "second": None,
            "outcome": "",
            "outcome_name": "",
            "note": "",
        },
    ],
    "deliberation": {
        "held_on": "2024-05-15",
        "place": "三楼会议室",
        "presider": "钱负责",
        "due": 3,
        "resolution": "同意拟处罚意见。",
        "votes": [
            {"name": "钱负责", "position": "同意", "opinion": "事实清楚，同意。"},
            {"name": "孙副职", "position": "不同意", "opinion": "建议罚款从轻。"},
        ],
    },
    "clocks": {"decision": "2024-07-01"},
    "cites": ["penalty-2021/59.1"],
    "extra": {},
}


def snapshot(*, party: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """The whole snapshot with changes: ``record={"fine": None}`` changes columns, ``kind`` the paper asked for."""
    made = deepcopy(WHOLE)
    if party:
        made["parties"] = [deepcopy(party)]
    for name, value in changes.items():
        if name in ("kind", "issued_on", "number"):
            made["paper"][name] = value
        elif isinstance(value, dict) and isinstance(made.get(name), dict):
            made[name].update(value)
        else:
            made[name] = value
    return made
