"""法制审核、集体讨论、呈批: what happens between the inquiry and the decision."""

from __future__ import annotations

from collections.abc import Mapping

from fadu.documents.papers import Column, Field, Minutes, Paragraph, Sheet, Signature, Table, Words
from fadu.law.statutes import PENALTY_2017, PENALTY_2021
from fadu.procedures.papers.notice_and_hearing import old_law
from fadu.procedures.papers.parts import (
    cited,
    filled,
    joined,
    name_of,
    on_day,
    opinion,
    party_group,
    proposal,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.penalties import facts, penalty_words
from fadu.procedures.papers.snapshot import Frozen, Snapshot, day_in

POSITIONS = {"agree": "同意", "dissent": "不同意", "abstain": "弃权"}
# 第五十八条第一款: why the case had to be examined; the column of the record for each item.
GROUNDS = (
    ("public_interest", "涉及重大公共利益"),
    ("heard", "直接关系当事人或者第三人重大权益，经过听证程序"),
    ("difficult", "案件情况疑难复杂、涉及多个法律关系"),
    ("other_law", "法律、法规规定应当进行法制审核的其他情形"),
)
POINTS = ("主体", "管辖和权限", "事实和证据", "适用依据和裁量", "程序", "文书")


def review_opinion(snapshot: Snapshot) -> Sheet:
    """行政处罚决定法制审核意见书: why it was examined, point by point, and whether it passed (第五十八条第一款).

    Under the 2017 edition every decision is examined first (第三十八条第三款).
    """
    frozen = Frozen(snapshot)
    act = frozen.step("review")
    old = old_law(frozen)
    grounds = "；".join(words for column, words in GROUNDS if frozen.yes(column))
    why = "在行政机关负责人作出决定之前审核" if old else grounds
    return Sheet(
        "行政处罚决定法制审核意见书",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("当事人", name_of(frozen.party)), Field("送审日期", on_day(frozen.day("sent_for_review_on")))),
            row("审核情形", why, lines=2),
            row("拟处理意见", penalty_words(frozen, proposed=True), lines=2),
            Table((Column("审核内容", 1.4), Column("审核意见", 4)), tuple((point, "") for point in POINTS)),
            opinion(
                "审核结论",
                act,
                "法制审核人员",
                joined(act.outcome_name, "。" if act.outcome_name else "", frozen.text("review_opinion") or act.note),
            ),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(
            joined("依据：", cited(PENALTY_2017[38, 3] if old else PENALTY_2021[58, 1])),
            "审核人员不是本案调查人员。" if act.key else "",
        ),
    )


def _spoken(vote: Mapping[str, object]) -> Paragraph:
    position = str(vote.get("position") or "")
    return said(
        filled(str(vote.get("name") or ""), 4),
        "：",
        str(vote.get("opinion") or ""),
        "（",
        filled(POSITIONS.get(position, position), 4),
        "）",
    )


def deliberation_record(snapshot: Snapshot) -> Minutes:
    """集体讨论记录: who attended, how each spoke, what was resolved, dissent included (第五十七条第二款)."""
    frozen = Frozen(snapshot)
    held = frozen.deliberation
    votes = [each for each in held.get("votes") or () if isinstance(each, Mapping)]
    present = "、".join(str(each.get("name") or "") for each in votes)
    count: Words = f"应到{held.get('due')}人，实到{len(votes)}人" if held.get("due") else ""
    told = "、".join(each.name for each in frozen.officers)
    return Minutes(
        "行政处罚案件集体讨论记录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("时间", on_day(day_in(held.get("held_on")))), Field("地点", str(held.get("place") or ""))),
            (Field("主持人", _name(held.get("presider"))), Field("记录人")),
            (Field("汇报人", told), Field("人数", count)),
            (Field("出席人员", present, span=2),),
        ),
        (
            Paragraph("一、案情汇报", level=1),
            said(sentence(facts(frozen))),
            said("拟处罚内容：", filled(penalty_words(frozen, proposed=True), 16), "。"),
            said("陈述、申辩及听证情况：", filled(frozen.text("defence"), 16), frozen.text("adopted")),
            Paragraph("二、讨论意见", level=1),
            *([_spoken(each) for each in votes] or [said(filled("", 24))]),
            Paragraph("三、结论性意见", level=1),
            said(filled(str(held.get("resolution") or ""), 24)),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=(
            *(Signature("出席人员", str(each.get("name") or ""), asks_date=False) for each in votes),
            Signature("主持人", _name(held.get("presider"))),
            Signature("记录人"),
        ),
    )


def _name(person: object) -> str:
    return str(person.get("name") or "") if isinstance(person, Mapping) else str(person or "")


def decision_approval(snapshot: Snapshot) -> Sheet:
    """案件处理呈批表: the case laid before the head, with defence, review and proposal (第五十七条第一款)."""
    frozen = Frozen(snapshot)
    act = frozen.step("decision")
    law = PENALTY_2017[38, 1] if old_law(frozen) else PENALTY_2021[57, 1]
    return Sheet(
        "案件处理呈批表",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (
                Field("立案日期", on_day(frozen.day("filed_on"))),
                Field("办案期限", on_day(frozen.due("decision", "market_decision", "market_decision_before"))),
            ),
            party_group(frozen),
            row("违法事实及处罚依据", joined(facts(frozen), frozen.text("basis")), lines=5),
            row("当事人的陈述、申辩及复核意见", joined(frozen.text("defence"), frozen.text("adopted")), lines=3),
            proposal(frozen, frozen.text("proposal") or penalty_words(frozen, proposed=True)),
            opinion("法制审核意见", frozen.step("review"), "法制审核人员"),
            opinion("行政机关负责人审批意见", act, "负责人"),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(joined("依据：", cited(law)),),
    )
