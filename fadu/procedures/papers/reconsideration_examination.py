"""行政复议的审理文书: notice to answer, hearing, suspension and resumption, extension, stay, review of a norm."""

from __future__ import annotations

from fadu.documents.papers import Field, Letter, Minutes, Signature
from fadu.law.statutes import REVIEW_2017 as OLD
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2007 as OLD_R
from fadu.procedures.papers.parts import (
    acting,
    at_moment,
    by_party,
    cited,
    filled,
    hidden_text,
    joined,
    name_of,
    on_day,
    said,
    sentence,
)
from fadu.procedures.papers.reconsideration import by, letter, matter, old, respondent
from fadu.procedures.papers.snapshot import Frozen, Snapshot

SUSPENDED = {  # the item of 第三十九条第一款, and of 2007年条例第四十一条第一款 where it has the same
    "death": (1, 1),
    "incapacity": (2, 2),
    "missing": (3, 4),
    "dissolved": (4, 3),
    "force_majeure": (5, 5),
    "mediation": (6, 8),
    "interpretation": (7, 6),
    "other_case": (8, 7),
    "norm": (9, 8),
    "other": (10, 8),
}
STAYED = {"respondent": 1, "organ": 2, "applied": 3, "law": 4}


def answer_notice(snapshot: Snapshot) -> Letter:
    """答复通知书 to the respondent with a copy of the application (第四十八条、第五十四条第一款)."""
    frozen = Frozen(snapshot)
    brief = frozen.yes("summary") and not frozen.day("converted_on")
    basis = L[54, 1] if brief else by(frozen, L[48], OLD[23, 1])
    days = "五日" if brief else "十日"
    return letter(
        frozen,
        "行政复议答复通知书",
        (
            said(*matter(frozen)),
            said("本机关已于", on_day(frozen.day("accepted_on")), "受理。现将申请书副本发送你单位。"),
            said(
                "请自收到之日起",
                days,
                "内提出书面答复，并提交作出行政行为的证据、依据和其他有关材料（",
                cited(basis),
                "）。",
            ),
            said(
                "不提出书面答复、不提交证据和依据的，视为该行政行为没有证据、依据（",
                cited(by(frozen, L[70], OLD[28, 1, 4])),
                "）。在行政复议期间不得自行向申请人和其他有关单位或者个人收集证据（",
                cited(by(frozen, L[46, 1], OLD[24])),
                "）。",
            ),
        ),
        to=respondent(frozen),
        dated=frozen.day("sent_on"),
        attachments=("行政复议申请书副本",),
    )


def hearing_notice(snapshot: Snapshot) -> Letter:
    """听证通知书: time, place and matters, five days before (第五十一条第一款)."""
    frozen = Frozen(snapshot)
    basis = by(frozen, L[51, 1], OLD_R[33])
    return letter(
        frozen,
        "行政复议听证通知书",
        (
            said(*matter(frozen)),
            said(
                "依照",
                cited(basis),
                "，定于",
                at_moment(frozen.moment("hearing_at")),
                "在",
                filled(frozen.text("hearing_place"), 12),
                "举行听证。",
            ),
            said("拟听证事项：", sentence(frozen.text("hearing_matters"), 20)),
            *(
                ()
                if old(frozen)
                else (
                    said("申请人无正当理由拒不参加听证的，视为放弃听证权利（", cited(L[51, 2]), "）。"),
                    said(
                        "被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加（",
                        cited(L[51, 3]),
                        "）。",
                    ),
                )
            ),
        ),
        to=joined(filled(name_of(frozen.party), 8), "、", respondent(frozen)),
    )


def hearing_minutes(snapshot: Snapshot) -> Minutes:
    """听证笔录: presider, two assessors, recorder, who came (第五十条第三款、第五十一条)."""
    frozen = Frozen(snapshot)
    absent = frozen.text("head_absence")
    return Minutes(
        "行政复议听证笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("时间", at_moment(frozen.moment("hearing_at"))), Field("地点", frozen.text("hearing_place"))),
            (Field("主持人", frozen.text("presider")), Field("记录员", frozen.text("recorder"))),
            (Field("听证员", frozen.text("assessor")), Field("听证员", frozen.text("second_assessor"))),
            (
                Field("申请人", name_of(frozen.party)),
                Field("申请人是否参加", "无正当理由拒不参加" if frozen.yes("applicant_absent") else "是"),
            ),
            (
                Field("被申请人负责人", frozen.text("respondent_head")),
                Field("委托的工作人员", frozen.text("head_agent")),
            ),
            *(((Field("负责人不能参加的理由", absent, span=2),),) if absent else ()),
        ),
        (said(hidden_text(frozen.text("hearing_record"), lambda _text: "（听证内容，不公开）")),),
        organ=frozen.organ,
        confirmation="以上笔录已经核对。",
        signatures=(
            by_party("申请人"),
            Signature("被申请人", asks_date=True),
            *acting(frozen.step("hearing"), "行政复议人员"),
        ),
        page_signatures=(Signature("申请人"), Signature("被申请人"), Signature("主持人")),
    )


def stay_notice(snapshot: Snapshot) -> Letter:
    """停止执行通知书 (第四十二条; 2017年第二十一条)."""
    frozen = Frozen(snapshot)
    item = STAYED.get(frozen.text("stay_ground"), 0)
    law = by(frozen, L[42], OLD[21])
    basis = by(frozen, L[42, None, item], OLD[21, None, item]) if item else law
    return letter(
        frozen,
        "停止执行通知书",
        (
            said(*matter(frozen)),
            said(
                "因",
                filled(frozen.shown("stay_ground"), 12),
                "，依照",
                cited(basis),
                "，自",
                on_day(frozen.day("stayed_on")),
                "起，行政复议期间停止执行该行政行为。",
            ),
        ),
        to=joined(filled(name_of(frozen.party), 8), "、", respondent(frozen)),
    )


def suspension_notice(snapshot: Snapshot) -> Letter:
    """中止通知书, in writing to the parties (第三十九条第三款)."""
    frozen = Frozen(snapshot)
    new, before = SUSPENDED.get(frozen.text("suspension_ground"), (10, 8))
    basis = by(frozen, L[39, 1, new], OLD_R[41, 1, before])
    norm = frozen.text("norm")
    return letter(
        frozen,
        "行政复议中止通知书",
        (
            said(*matter(frozen)),
            said(
                "因",
                filled(frozen.shown("suspension_ground"), 12),
                f"（{norm}）" if norm else "",
                "，依照",
                cited(basis),
                "，自",
                on_day(frozen.day("suspended_on")),
                "起中止审理。",
            ),
            said("中止的原因消除后，本机关将及时恢复审理并书面告知。"),
        ),
        to=joined(filled(name_of(frozen.party), 8), "、", respondent(frozen)),
        dated=frozen.day("suspended_on"),
    )


def resumption_notice(snapshot: Snapshot) -> Letter:
    """恢复审理通知书, in writing to the parties (第三十九条第三款)."""
    frozen = Frozen(snapshot)
    return letter(
        frozen,
        "行政复议恢复审理通知书",
        (
            said(*matter(frozen)),
            said(
                "中止的原因已经消除，依照",
                cited(by(frozen, L[39, 2], OLD_R[41, 2])),
                "，自",
                on_day(frozen.day("resumed_on")),
                "起恢复审理。审理期限至",
                on_day(frozen.due("summary_decision", "decision")),
                "止。",
            ),
        ),
        to=joined(filled(name_of(frozen.party), 8), "、", respondent(frozen)),
        dated=frozen.day("resumed_on"),
    )


def extension_notice(snapshot: Snapshot) -> Letter:
    """延期审理通知书: at most thirty days, in writing to the parties (第六十二条第一款)."""
    frozen = Frozen(snapshot)
    days = frozen.number("extension_days")
    return letter(
        frozen,
        "行政复议延期审理通知书",
        (
            said(*matter(frozen)),
            said(
                "因情况复杂：",
                filled(frozen.text("extension_reason"), 16),
                "，不能在规定期限内作出决定，经",
                "行政复议机关" if old(frozen) else "行政复议机构",
                "的负责人批准，依照",
                cited(by(frozen, L[62, 1], OLD[31, 1])),
                "，审理期限延长",
                str(days) if days else filled("", 3),
                "日。",
            ),
        ),
        to=joined(filled(name_of(frozen.party), 8), "、", respondent(frozen)),
        dated=frozen.day("extended_on"),
    )


def norm_notice(snapshot: Snapshot) -> Letter:
    """To the organ that made the norm: answer in ten days on the legality of the provisions (第五十八条第一款)."""
    frozen = Frozen(snapshot)
    return letter(
        frozen,
        "规范性文件审查答复通知书",
        (
            said(
                "本机关在办理",
                filled(frozen.title, 12),
                "行政复议案件中，对",
                filled(frozen.text("norm"), 12),
                "的相关条款进行审查。",
            ),
            said(
                "请自收到本通知之日起十日内，就相关条款的合法性提交书面答复及相关材料（",
                cited(L[58, 1]),
                "）。必要时，本机关可以要求当面说明理由（",
                cited(L[58, 2]),
                "）。",
            ),
        ),
        to=filled(frozen.text("norm_maker"), 12),
    )


def norm_forwarding(snapshot: Snapshot) -> Letter:
    """To the organ that may deal with the norm: reply in sixty days (第五十六条、第五十七条、第六十条)."""
    frozen = Frozen(snapshot)
    first = by(
        frozen, L[57] if frozen.yes("norm_own_motion") else L[56], OLD[27] if frozen.yes("norm_own_motion") else OLD[26]
    )
    reply = () if old(frozen) else (said("请自收到转送之日起六十日内，将处理意见回复本机关（", cited(L[60]), "）。"),)
    return letter(
        frozen,
        "规范性文件转送函",
        (
            said(
                "本机关在办理",
                filled(frozen.title, 12),
                "行政复议案件中，涉及",
                filled(frozen.text("norm"), 12),
                "的合法性，本机关无权处理。",
            ),
            said("依照", cited(first), "，现转送你单位依法处理。"),
            *reply,
        ),
        to=filled(frozen.text("norm_maker"), 12),
    )
