"""行政复议的申请和受理文书: application, notice to complete it, acceptance, refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Block, Field, Letter, Sheet, Signature, Words
from fadu.engine.declare import Missing
from fadu.law.statute import Cite
from fadu.law.statutes import LITIGATION_2017
from fadu.law.statutes import REVIEW_2017 as OLD
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as OLD_R
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers.content import Asked
from fadu.procedures.papers.parts import address_of as address
from fadu.procedures.papers.parts import (
    cited,
    decision,
    filled,
    hidden_id,
    hidden_phone,
    hidden_text,
    joined,
    name_of,
    on_day,
    representative_of,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.snapshot import Frozen, Snapshot

NEW_LAW = date(2024, 1, 1)
NEW_RULES = date(2026, 7, 1)
REFUSED = {  # 第三十条第一款 item by item
    "parties": 1,
    "interest": 2,
    "unspecific": 3,
    "late": 4,
    "scope": 5,
    "jurisdiction": 6,
    "twice": 7,
}


def old(frozen: Frozen) -> bool:
    """Made before the law of 2023 was in force."""
    return bool(frozen.issued_on and frozen.issued_on < NEW_LAW)


def by(frozen: Frozen, new: Cite, before: Cite) -> Cite:
    """The provision the paper rests on, by the day it is made."""
    return before if old(frozen) else new


def rules(frozen: Frozen, new: Cite, before: Cite) -> Cite:
    """The provision of the implementing regulations, by the day."""
    return before if frozen.issued_on and frozen.issued_on < NEW_RULES else new


def respondent(frozen: Frozen) -> Words:
    """被申请人."""
    return filled(frozen.text("respondent"), 12)


def matter(frozen: Frozen) -> tuple[Words, ...]:
    """申请人…不服被申请人…的行政行为, as every paper begins."""
    return (
        "申请人",
        filled(name_of(frozen.party), 8),
        "对被申请人",
        respondent(frozen),
        "的下列行政行为不服，申请行政复议：",
        sentence(frozen.text("act"), 16),
    )


def letter(
    frozen: Frozen,
    title: str,
    body: Sequence[Block],
    *,
    to: Words = "",
    label: str = "申请人",
    dated: date | None = None,
    signatures: tuple[Signature, ...] = (),
    attachments: tuple[Words, ...] = (),
) -> Letter:
    """A paper of the reconsideration organ; ``to`` an organ it is sent to, else to the applicant."""
    if not to:
        return decision(frozen, title, body, label=label, dated=dated, signatures=signatures, attachments=attachments)
    return Letter(
        title,
        tuple(body),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=to,
        attachments=attachments,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=dated or frozen.issued_on,
        signatures=signatures,
    )


def application(snapshot: Snapshot) -> Sheet:
    """行政复议申请书, or the record of an oral one, with the items of 条例第二十七条 (2007年第十九条)."""
    frozen = Frozen(snapshot)
    party = frozen.party
    oral = frozen.text("channel") == "oral"
    return Sheet(
        "行政复议申请笔录" if oral else "行政复议申请书",
        (
            (Field("申请人", name_of(party), span=2), Field("性别", party.sex)),
            (
                Field("证件号码、统一社会信用代码", hidden_id(party.id_number) or party.code, span=2),
                Field("联系电话", hidden_phone(party.phone)),
            ),
            (Field("住所、送达地址", address(party), span=2), Field("法定代表人", representative_of(party))),
            row("行政复议机关", frozen.organ),
            row("被申请人", frozen.text("respondent")),
            row("行政行为", frozen.text("act"), lines=2),
            (
                Field("行政行为作出日期", on_day(frozen.day("act_on"))),
                Field("知道行政行为日期", on_day(frozen.day("knew_on"))),
            ),
            row("行政复议请求", frozen.text("requests"), lines=3),
            row("主要事实和理由", hidden_text(frozen.text("pleaded"), lambda _text: "（申请人陈述，不公开）"), lines=5),
            row("一并申请附带审查的规范性文件", frozen.text("norm_claimed")),
            row("一并提出行政赔偿请求", "是" if frozen.yes("damages_claimed") else "否"),
            (
                Field("申请日期", on_day(frozen.day("applied_on") or frozen.day("received_on"))),
                Field("申请人签名或者盖章"),
            ),
        ),
        notes=(joined("依据：", cited(by(frozen, L[22], OLD[11]), rules(frozen, R[27, 1], OLD_R[19, 1]))),),
    )


def correction_notice(snapshot: Snapshot) -> Letter:
    """补正通知书: once, with everything that has to be corrected (第三十一条第一款; 2007年条例第二十九条)."""
    frozen = Frozen(snapshot)
    due = frozen.day("correct_by")
    period: Words = (
        joined("于", on_day(due), "前")
        if old(frozen)
        else joined("自收到本通知之日起十日内（", cited(L[31, 2]), "，指工作日）")
    )
    return letter(
        frozen,
        "补正通知书",
        (
            said(*matter(frozen)),
            said(
                "经审查，申请材料不齐全或者表述不清楚，需要补正下列事项：",
                sentence(frozen.text("correction_items"), 20),
            ),
            said("依照", cited(by(frozen, L[31, 1], OLD_R[29])), "，请", period, "将补正材料提交本机关。"),
            said("有正当理由不能按期补正的，可以申请延长；无正当理由逾期不补正的，视为放弃行政复议申请。"),
        ),
    )


def acceptance_notice(snapshot: Snapshot) -> Letter:
    """受理通知书: accepted on which day, in which procedure, and what the applicant may do."""
    frozen = Frozen(snapshot)
    brief = frozen.yes("summary") and not frozen.day("converted_on")
    return letter(
        frozen,
        "行政复议申请受理通知书",
        (
            said(*matter(frozen)),
            said(
                "经审查，该申请符合受理条件，本机关自",
                on_day(frozen.day("accepted_on")),
                "起予以受理（",
                cited(by(frozen, L[30, 1], OLD[17, 2])),
                "）。",
            ),
            said(
                "本案适用",
                "简易程序" if brief else "普通程序",
                "审理，审理期限至",
                on_day(frozen.due("summary_decision", "decision")),
                "止（",
                cited(L[62, 2] if brief else by(frozen, L[62, 1], OLD[31, 1])),
                "）。",
            ),
            said(
                "审理期间，你（单位）可以委托代理人、查阅复制被申请人的答复和证据材料、申请停止执行；受理不收取任何费用（",
                cited(by(frozen, L[87], OLD[39])),
                "）。",
            ),
            said("在行政复议期间不得就同一行政行为提起行政诉讼（", cited(by(frozen, L[29, 1], OLD[16, 1])), "）。"),
        ),
        dated=frozen.day("accepted_on"),
    )


def refusal_decision(snapshot: Snapshot) -> Letter:
    """不予受理决定书: the reason; where another organ has jurisdiction, which (第三十条第二款)."""
    frozen = Frozen(snapshot)
    item = REFUSED.get(frozen.text("refusal_ground"), 0)
    basis: tuple[Cite, ...] = (OLD[17, 1],) if old(frozen) else (L[30, 1, item] if item else L[30, 1], L[30, 2])
    competent = frozen.text("competent")
    return letter(
        frozen,
        "不予受理行政复议申请决定书",
        (
            said(*matter(frozen)),
            said("经审查，", sentence(frozen.text("refusal_reason"), 20)),
            said("依照", cited(*basis), "，本机关决定不予受理。"),
            *((said("请向有管辖权的行政复议机关", competent, "申请行政复议。"),) if competent else ()),
            court(frozen, "本决定"),
        ),
        dated=frozen.day("refused_on"),
    )


def court(frozen: Frozen, what: str) -> Block:
    """Where to go then: fifteen days where reconsideration had to come first, else by the rules on lawsuits."""
    if frozen.yes("prior"):
        return said(
            "不服的，可以自收到",
            what,
            "之日起十五日内，就该行政行为依法向人民法院提起行政诉讼（",
            cited(by(frozen, L[34], OLD[19])),
            "）。",
        )
    return said(
        "不服的，可以依法向人民法院提起行政诉讼，也可以向上级行政机关反映（",
        cited(LITIGATION_2017[46, 1], by(frozen, L[35], OLD[20])),
        "）。",
    )


# --- what they must state ---------------------------------------------------------------------------------------------


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the paper must state and would lack; empty if it may be made."""
    frozen = Frozen(snapshot)
    asks = ASKS.get(frozen.kind)
    return [Missing(cite, what) for cite, what, there in asks(frozen) if not there] if asks else []


def _correction(frozen: Frozen) -> Iterator[Asked]:
    yield by(frozen, L[31, 1], OLD_R[29]), _("需要补正的事项"), frozen.text("correction_items")
    if old(frozen):
        yield OLD_R[29], _("合理的补正期限"), frozen.day("correct_by")


def _acceptance(frozen: Frozen) -> Iterator[Asked]:
    yield rules(frozen, R[27, 1, 2], OLD_R[19, 1, 2]), _("被申请人的名称"), frozen.text("respondent")


def _refusal(frozen: Frozen) -> Iterator[Asked]:
    yield by(frozen, L[30, 2], OLD[17, 1]), _("不予受理的理由"), frozen.text("refusal_reason")
    if frozen.text("refusal_ground") == "jurisdiction":
        yield by(frozen, L[30, 2], OLD[17, 1]), _("有管辖权的行政复议机关"), frozen.text("competent")


ASKS: dict[str, Callable[[Frozen], Iterator[Asked]]] = {
    "correction_notice": _correction,
    "acceptance_notice": _acceptance,
    "refusal_decision": _refusal,
}
