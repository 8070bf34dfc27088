"""法律援助文书: application, supplement, decisions, assignment, termination, objection, report at the end.

The ministry's set of forms (办理法律援助案件程序规定所附) was not seen; each paper states what its article asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Block, Field, Letter, Run, Sheet, Signature, Words
from fadu.engine.declare import Missing
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import LEGAL_AID_2003 as OLD
from fadu.law.statutes import LEGAL_AID_2021 as L
from fadu.procedures.papers.parts import (
    amount,
    blank,
    cited,
    filled,
    joined,
    name_of,
    on_day,
    opinion,
    party_group,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def _cite(frozen: Frozen, new: Cite, old: Cite) -> Cite:
    """The provision of the edition the paper is made under."""
    edition = frozen.of.get("case", {}).get("edition")
    return old if edition == "2003" else new


def _private(words: str) -> Words:
    return Run(words, private=True, masked="（不公开）") if words else ""


def _letter(frozen: Frozen, title: str, body: tuple[Block, ...], *, to: Words = "", day: str = "") -> Letter:
    return Letter(
        title,
        body,
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        particulars=(("申请人（受援人）", filled(to or name_of(frozen.party), 12)),),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=(frozen.day(day) if day else None) or frozen.issued_on,
    )


def aid_application(snapshot: Snapshot) -> Sheet:
    """法律援助申请表: who asks, for what, and why he cannot pay (2021第三十八条、第四十一条; 2003第十七条)."""
    frozen = Frozen(snapshot)
    return Sheet(
        "法律援助申请表",
        (
            party_group(frozen),
            (Field("案件类别", frozen.shown("case_class")), Field("援助形式", frozen.shown("form"))),
            row("申请事项", frozen.shown("matter")),
            row("案情和请求", _private(frozen.text("facts")), lines=6),
            row("经济困难状况", _private(frozen.text("means")), lines=4),
            row("代为申请人", frozen.text("on_behalf")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=(Signature("申请人", asks_date=True),),
        notes=(joined("申请人应当如实说明经济困难状况（", cited(_cite(frozen, L[41, 1], OLD[17, 1, 2])), "）。"),),
    )


def supplement_notice(snapshot: Snapshot) -> Letter:
    """补充材料通知书: at one time all that is lacking (2021第四十三条第二款; 2003第十八条第一款)."""
    frozen = Frozen(snapshot)
    cite = _cite(frozen, L[43, 2], OLD[18, 1])
    return _letter(
        frozen,
        "补充材料、说明通知书",
        (
            said("你提出的法律援助申请，需要补充下列材料或者作出说明："),
            said(sentence(frozen.text("supplement"))),
            said(
                "请于",
                on_day(frozen.day("supplement_by")),
                "前补充。未按要求补充或者说明的，视为",
                "撤销" if cite.statute is OLD else "撤回",
                "申请（",
                cited(cite),
                "）。",
            ),
        ),
        day="supplement_told_on",
    )


def aid_decision(snapshot: Snapshot) -> Letter:
    """给予法律援助决定书 (2021第四十三条第一款; 2003第十八条第二款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "给予法律援助决定书",
        (
            said(
                "经审查，你申请的",
                filled(frozen.shown("matter"), 10),
                "符合法律援助条件，依照",
                cited(_cite(frozen, L[43, 1], OLD[18, 2])),
                "，决定给予法律援助，形式为",
                filled(frozen.shown("form"), 8),
                "。",
            ),
            said("法律援助不收取任何财物（", cited(_cite(frozen, L[20], OLD[22])), "）。"),
        ),
        day="granted_on",
    )


def aid_refusal(snapshot: Snapshot) -> Letter:
    """不予法律援助决定书: the reasons, and where to object (2021第四十三条、第四十九条; 2003第十八条、第十九条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "不予法律援助决定书",
        (
            said("经审查，决定不给予法律援助，理由是：", sentence(frozen.text("refusal_reason"))),
            said("依据：", cited(_cite(frozen, L[43, 1], OLD[18, 2])), "。"),
            said(
                "你对本决定有异议的，可以向设立本机构的司法行政部门提出（",
                cited(_cite(frozen, L[49, 1], OLD[19])),
                "）。",
            ),
        ),
        day="refused_on",
    )


def assignment_letter(snapshot: Snapshot) -> Letter:
    """指派通知书: to the office of who is assigned, and to the organ that notified (2021第三十六条、第四十三条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "法律援助指派通知书",
        (
            said(
                "现指派",
                filled(frozen.text("assigned_to"), 6),
                "（",
                filled(frozen.shown("assigned_kind"), 6),
                "）为",
                filled(name_of(frozen.party), 6),
                "提供",
                filled(frozen.shown("form"), 6),
                "。",
            ),
            said("依据：", cited(_cite(frozen, L[36] if frozen.day("notified_on") else L[43, 1], OLD[21])), "。"),
            said("无正当理由不得拒绝、拖延或者终止提供法律援助服务，不得向受援人收取任何财物。"),
        ),
        to=filled(frozen.text("assigned_firm"), 12),
        day="assigned_on",
    )


def aid_termination(snapshot: Snapshot) -> Letter:
    """终止法律援助决定书: on which ground, and where to object (2021第四十八条、第四十九条; 2003第二十三条)."""
    frozen = Frozen(snapshot)
    new = frozen.of.get("case", {}).get("edition") != "2003"
    return _letter(
        frozen,
        "终止法律援助决定书",
        (
            said("终止的情形：", filled(frozen.shown("end"), 12), "。", sentence(frozen.text("end_reason"))),
            said("依照", cited(_cite(frozen, L[48, 1], OLD[23])), "，决定终止法律援助。"),
            *([said("对本决定有异议的，可以向设立本机构的司法行政部门提出（", cited(L[49, 1]), "）。")] if new else []),
        ),
        day="terminated_on",
    )


def objection_decision(snapshot: Snapshot) -> Letter:
    """异议审查决定书: upheld or ordered to be set right, with the remedies (2021第四十九条; 2003第十九条)."""
    frozen = Frozen(snapshot)
    ordered = frozen.yes("ordered")
    new = frozen.of.get("case", {}).get("edition") != "2003"
    return _letter(
        frozen,
        "异议审查决定书",
        (
            said("异议的内容：", sentence(frozen.text("objection"))),
            said(
                "经审查，", "责令法律援助机构改正。" if ordered else "维持法律援助机构的决定。",
                "依据：", cited(_cite(frozen, L[49, 2], OLD[19])), "。",
            ),
            *(
                [said("不服本决定的，可以依法申请行政复议或者提起行政诉讼（", cited(L[49, 3]), "）。")]
                if new and not ordered
                else []
            ),
        ),
        day="objection_decided_on",
    )  # fmt: skip


def aid_report(snapshot: Snapshot) -> Sheet:
    """结案报告表: what was done and won, and what the lawyer is paid (2021第五十条、第五十二条; 2003第二十四条)."""
    frozen = Frozen(snapshot)
    return Sheet(
        "法律援助结案报告表",
        (
            (Field("受援人", name_of(frozen.party)), Field("案件类别", frozen.shown("case_class"))),
            (Field("法律援助人员", frozen.text("assigned_to")), Field("指派日期", on_day(frozen.day("assigned_on")))),
            row("办理结果", frozen.text("result"), lines=5),
            (
                Field("挽回损失或者取得利益", amount(frozen.money("recovered"))),
                Field("补贴", amount(frozen.money("subsidy"))),
            ),
            opinion("法律援助机构意见", frozen.step("subsidy", "quality"), "审批人"),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=(Signature("法律援助人员", blank(8), asks_date=True),),
    )


def contents(snapshot: Snapshot) -> list[Missing]:
    """What a decision must state and would lack."""
    frozen = Frozen(snapshot)
    return [Missing(cite, what) for cite, what, there in _asked(frozen) if not there]


def _asked(frozen: Frozen) -> Iterator[tuple[Cite, Label, object]]:
    if frozen.kind == "aid_refusal":
        yield _cite(frozen, L[43, 1], OLD[18, 2]), _("不给予的理由"), frozen.text("refusal_reason")
    if frozen.kind == "supplement_notice":
        yield _cite(frozen, L[43, 2], OLD[18, 1]), _("需要补充的材料或者说明"), frozen.text("supplement")
