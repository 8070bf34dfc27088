"""结案归档: the case is closed, filed, and what was published is taken back when the decision falls."""

from __future__ import annotations

from fadu.documents.papers import Field, Sheet
from fadu.law.statutes import PENALTY_2021
from fadu.procedures.papers.decision import old
from fadu.procedures.papers.parts import (
    amount,
    cited,
    handlers,
    joined,
    listed,
    name_of,
    on_day,
    opinion,
    party_group,
    proposal,
    row,
)
from fadu.procedures.papers.penalties import penalty_words
from fadu.procedures.papers.snapshot import Frozen, Snapshot

REVOKED = {"changed": "变更", "revoked": "撤销", "unlawful": "确认违法", "void": "确认无效"}


def _result(frozen: Frozen) -> str:
    return frozen.step("decision").outcome_name


def closing_approval(snapshot: Snapshot) -> Sheet:
    """结案审批表: what was decided, how it was carried out, and the head's approval to close.

    The law on penalties has no article on closing; the record of the whole course is 第四十七条.
    """
    frozen = Frozen(snapshot)
    paid = frozen.day("paid_on")
    carried = [
        joined(on_day(paid), "缴清罚没款", amount(frozen.money("paid"))) if paid else "",
        joined(on_day(frozen.day("performed_on")), "处罚决定履行完毕") if frozen.day("performed_on") else "",
        joined(on_day(frozen.day("goods_disposed_on")), "没收的非法财物处理完毕")
        if frozen.day("goods_disposed_on")
        else "",
        frozen.text("performance"),
    ]
    closing = frozen.step("closing")
    return Sheet(
        "结案审批表",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("立案日期", on_day(frozen.day("filed_on"))), Field("决定日期", on_day(frozen.day("decided_on")))),
            row("决定书文号", frozen.decision_number),
            party_group(frozen),
            row(
                "处理结果",
                joined(
                    _result(frozen), "：" if _result(frozen) and penalty_words(frozen) else "", penalty_words(frozen)
                ),
                lines=3,
            ),
            row("执行情况", listed([each for each in carried if each], "；"), lines=2),
            row("行政复议、行政诉讼情况", "", lines=2),
            proposal(frozen, "建议结案。"),
            opinion("行政机关负责人审批意见", closing, "审批人", closing.note or ("同意结案。" if closing.key else "")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=() if old(frozen) else (joined("依据：", cited(PENALTY_2021[47])),),
    )


def dossier_cover(snapshot: Snapshot) -> Sheet:
    """案卷封面: the file's name, who handled it, when it began and ended, how long it is kept (第四十七条)."""
    frozen = Frozen(snapshot)
    closed = frozen.step("closing").on
    return Sheet(
        "行政处罚案卷",
        (
            row("案件名称", frozen.title, lines=2),
            (Field("案号", frozen.case_number), Field("决定书文号", frozen.decision_number)),
            row("当事人", name_of(frozen.party)),
            row("处理结果", joined(_result(frozen), "　", penalty_words(frozen)), lines=2),
            (Field("立案日期", on_day(frozen.day("filed_on") or frozen.opened_on)), Field("结案日期", on_day(closed))),
            (Field("承办人", "、".join(each.name for each in frozen.officers)), Field("归档日期", on_day(None))),
            (Field("归档号"), Field("保存期限")),
            (Field("册数", "共　　　册，本册为第　　　册"), Field("页数")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
    )


def withdrawal_record(snapshot: Snapshot) -> Sheet:
    """行政处罚信息撤回记录: which decision fell, why, when it was taken back (第四十八条第二款)."""
    frozen = Frozen(snapshot)
    why = frozen.text("revocation")
    return Sheet(
        "行政处罚决定信息撤回记录",
        (
            (Field("案由", frozen.title, span=2), Field("决定书文号", frozen.decision_number)),
            (Field("当事人", name_of(frozen.party)), Field("决定日期", on_day(frozen.day("decided_on")))),
            (Field("决定变动情况", REVOKED.get(why, why)), Field("变动日期", on_day(frozen.day("revoked_on")))),
            (
                Field("应当撤回的末日", on_day(frozen.due("withdrawal"))),
                Field("实际撤回日期", on_day(frozen.day("withdrawn_on"))),
            ),
            row("公开说明的理由", frozen.text("withdrawal_reason"), lines=4),
            row("原公示渠道及撤回方式", "", lines=2),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=handlers(frozen, "经办人"),
        notes=(joined("依据：", cited(PENALTY_2021[48, 2])),),
    )
