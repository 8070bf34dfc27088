"""决定: the decisions that end a penalty case, and the order to set right.

《行政处罚法》第五十九条第一款 lists what a decision must say, 第五十二条第二款 what one made on the spot must say; each
item stands here under its own heading, and ``content`` asks whether it is there.
"""

from __future__ import annotations

from datetime import date

from fadu.documents.papers import Block, Letter, Words
from fadu.law.statute import Cite
from fadu.law.statutes import FINE_SEPARATION_1997, PENALTY_2017, PENALTY_2021
from fadu.procedures.papers.parts import (
    acting,
    amount,
    by_party,
    cited,
    decision,
    filled,
    handlers,
    headed,
    joined,
    on_day,
    said,
    sentence,
)
from fadu.procedures.papers.penalties import facts, is_fine, penalty_words
from fadu.procedures.papers.remedies import NEW_PENALTY_LAW, penalty_stands, told
from fadu.procedures.papers.snapshot import Frozen, Snapshot

# Outcome of the decision, by the edition's item: why no penalty is imposed.
NO_PENALTY: dict[str, tuple[str, Cite]] = {
    "minor": ("违法行为轻微并及时改正，没有造成危害后果", PENALTY_2021[33, 1]),
    "first_offence": ("初次违法且危害后果轻微并及时改正", PENALTY_2021[33, 1]),
    "no_fault": ("当事人有证据足以证明没有主观过错", PENALTY_2021[33, 2]),
    "underage": ("当事人不满十四周岁", PENALTY_2021[30]),
    "incapable": ("当事人在不能辨认或者不能控制自己行为时有违法行为", PENALTY_2021[31]),
    "barred": ("违法行为超过追责期限才被发现", PENALTY_2021[36, 1]),
    "unfounded": ("违法事实不能成立", PENALTY_2021[57, 1, 3]),
}
NO_PENALTY_2017: dict[str, tuple[str, Cite]] = {
    "minor": ("违法行为轻微，依法可以不予行政处罚", PENALTY_2017[38, 1, 2]),
    "barred": ("违法行为在二年内未被发现", PENALTY_2017[29, 1]),
    "unfounded": ("违法事实不能成立", PENALTY_2017[38, 1, 3]),
}


def decided_on(frozen: Frozen) -> date | None:
    """The day of the decision: by it the edition of the remedies is chosen."""
    return frozen.day("decided_on") or frozen.issued_on


def old(frozen: Frozen) -> bool:
    """Was it decided under the 2017 edition (to 2021-07-14)?"""
    day = decided_on(frozen)
    return day is not None and day < NEW_PENALTY_LAW


def _heard(frozen: Frozen) -> tuple[Block, ...]:
    """What the party answered and what came of it; nothing where it gave up the right."""
    if frozen.day("waived_on"):
        return (said("当事人明确放弃陈述、申辩权利。"),)
    if not frozen.text("defence"):
        return (said("当事人在告知后没有提出陈述、申辩意见。"),) if frozen.day("told_on") else ()
    return (
        said("当事人的陈述、申辩：", frozen.text("defence")),
        said("复核及采纳情况：", sentence(frozen.text("adopted"), 16)),
    )


def _performance(frozen: Frozen) -> tuple[Block, ...]:
    """How and by when the penalty is to be carried out (第五十九条第一款第（四）项; 罚缴分离办法第七条第一款)."""
    blocks: list[Block] = []
    if is_fine(frozen) or frozen.yes("forfeited_income"):
        period = PENALTY_2017[46, 3] if old(frozen) else PENALTY_2021[67, 3]
        blocks.append(
            said(
                "罚没款自收到本决定书之日起十五日内缴至代收机构（",
                cited(period, FINE_SEPARATION_1997[7, 1]),
                "）：",
                filled(frozen.text("collector"), 20),
                "。" if old(frozen) else "，也可以通过电子支付系统缴纳。",
            )
        )
        surcharge = PENALTY_2017[51, None, 1] if old(frozen) else PENALTY_2021[72, 1, 1]
        capped = "" if old(frozen) else "，加处罚款的数额不超出罚款的数额"
        blocks.append(
            said("逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款", capped, "（", cited(surcharge), "）。")
            if frozen.yes("surcharge_stated")
            else said("逾期不缴纳罚款的，本决定不加处罚款（", cited(FINE_SEPARATION_1997[7, 1]), "）。")
        )
    if frozen.text("performance"):
        blocks.append(said(frozen.text("performance")))
    if frozen.day("restricted_until"):
        blocks.append(said("限制期限至", on_day(frozen.day("restricted_until")), "届满。"))
    if frozen.text("correction"):
        blocks.append(_corrected(frozen))
    return tuple(blocks) or (said(filled("", 24)),)


def _corrected(frozen: Frozen) -> Block:
    until = frozen.day("correct_by")
    words: Words = joined("于", on_day(until), "前改正违法行为") if until else "立即改正违法行为"
    if frozen.text("correction") == "done":
        return said("违法行为已经改正。")
    if old(frozen):
        return said("责令", words, "。")
    return said("责令", words, "（", cited(PENALTY_2021[28, 1]), "）。")


def _published(frozen: Frozen) -> tuple[Block, ...]:
    """That the decision will be made public, where it will be (第四十八条第一款)."""
    if not frozen.yes("of_note") or old(frozen):
        return ()
    return (said("本决定将依法向社会公开（", cited(PENALTY_2021[48, 1]), "）。"),)


def penalty_decision(snapshot: Snapshot) -> Letter:
    """行政处罚决定书, with the six items of 《行政处罚法》第五十九条第一款 in their order.

    The 2017 edition's article on the same matter (第三十九条) is not in the excerpt held; the same items are printed.
    """
    frozen = Frozen(snapshot)
    day = decided_on(frozen)
    basis = PENALTY_2017[38, 1, 1] if old(frozen) else PENALTY_2021[57, 1, 1]
    return decision(
        frozen,
        "行政处罚决定书",
        (
            headed("一、违法事实和证据"),
            said(sentence(facts(frozen))),
            *_heard(frozen),
            headed("二、行政处罚的依据"),
            said(sentence(frozen.text("basis"))),
            *((said("裁量：", frozen.text("scale")),) if frozen.text("scale") else ()),
            headed("三、行政处罚的种类"),
            said("依照前述规定和", cited(basis), "，决定给予下列行政处罚："),
            said(filled(penalty_words(frozen), 24), "。"),
            headed("四、履行方式和期限"),
            *_performance(frozen),
            headed("五、救济途径和期限"),
            *told(frozen, day),
            *((said(stands),) if (stands := penalty_stands(day)) else ()),
            *_published(frozen),
        ),
        dated=day,
    )


def no_penalty_decision(snapshot: Snapshot) -> Letter:
    """不予行政处罚决定书: facts, why no penalty is imposed, education of the party (第三十三条、第五十七条第一款)."""
    frozen = Frozen(snapshot)
    day, outcome = decided_on(frozen), frozen.step("decision").outcome
    reasons = NO_PENALTY_2017 if old(frozen) else NO_PENALTY
    why, cite = reasons.get(outcome, ("", None))
    ground: Words = joined(why, "（", cited(cite), "）") if cite else filled(frozen.text("basis"), 24)
    reason = frozen.text("reason")
    # 第三十三条第三款 “对当事人的违法行为”: there is nobody to educate where no unlawful act stands.
    taught = not old(frozen) and frozen.yes("educated") and outcome != "unfounded"
    return decision(
        frozen,
        "不予行政处罚决定书",
        (
            headed("一、查明的事实和证据"),
            said(sentence(facts(frozen))),
            *_heard(frozen),
            headed("二、不予行政处罚的理由和依据"),
            said(ground, "。", reason),
            headed("三、决定"),
            said("对当事人不予行政处罚。"),
            *((said("本机关已对当事人进行教育（", cited(PENALTY_2021[33, 3]), "）。"),) if taught else ()),
            *((_corrected(frozen),) if frozen.text("correction") else ()),
            headed("四、救济途径和期限"),
            *told(frozen, day),
        ),
        dated=day,
    )


def _sum(frozen: Frozen) -> tuple[Block, ...]:
    """罚款数额 by itself, where the penalty was written out by hand (第五十二条第二款)."""
    if not (is_fine(frozen) and frozen.text("penalty")):
        return ()
    return (said("罚款数额：", amount(frozen.money("fine")), "。"),)


def summary_decision(snapshot: Snapshot) -> Letter:
    """当场行政处罚决定书: the items of 《行政处罚法》第五十二条第二款; handed over on the spot, signed by the officers.

    Since 2024-01-01 reconsideration comes before litigation (《行政复议法》第二十三条第一款第（一）项).
    """
    frozen = Frozen(snapshot)
    day = decided_on(frozen)
    act = frozen.step("decision")
    law = PENALTY_2017[33] if old(frozen) else PENALTY_2021[51]
    collected = frozen.day("collected_on") or frozen.text("collection")
    paid: tuple[Block, ...]
    if not is_fine(frozen):
        paid = ()
    elif collected:
        spot = PENALTY_2017[47] if old(frozen) else PENALTY_2021[68]
        paid = (
            said(
                "罚款当场收缴，出具财政部门统一制发的专用票据（",
                cited(spot),
                "），票据号码：",
                sentence(frozen.text("receipt"), 10),
            ),
        )
    else:
        paid = _performance(frozen)
    where = frozen.text("place")
    return decision(
        frozen,
        "当场行政处罚决定书",
        (
            headed("一、违法行为"),
            said("时间：", on_day(frozen.day("committed_on") or day), "；地点：", filled(where, 12), "。"),
            said(filled(frozen.text("act") or facts(frozen), 24)),
            headed("二、行政处罚的种类和依据"),
            said(sentence(frozen.text("basis"), 20), "依照前述规定和", cited(law), "，当场决定给予下列行政处罚："),
            said(filled(penalty_words(frozen), 20), "。"),
            *(
                (said("罚款数额：", amount(frozen.money("fine")), "。"),)
                if is_fine(frozen) and frozen.text("penalty")
                else ()
            ),
            *((headed("三、履行方式和期限"), *paid) if paid else ()),
            *((_corrected(frozen),) if frozen.text("correction") and collected else ()),
            headed("四、救济途径和期限" if paid else "三、救济途径和期限"),
            *told(frozen, day, summary=True),
            said(
                "作出决定前已当场告知拟作出的行政处罚内容及事实、理由、依据，听取陈述和申辩。本决定书当场交付；当事人拒绝签收的，予以注明。"
            ),
        ),
        signatures=(*acting(act), by_party("当事人签收")),
        dated=day,
    )


def rectification_notice(snapshot: Snapshot) -> Letter:
    """责令改正通知书: what is to be set right, how and by which day (第二十八条第一款).

    The law sets no number of days: the day is the one the organ writes here. Of the 2017 edition the article was not
    seen, and none is cited.
    """
    frozen = Frozen(snapshot)
    day = frozen.day("ordered_on") or frozen.issued_on
    before = day is not None and day < NEW_PENALTY_LAW
    until = frozen.day("correct_by")
    ground: Words = "" if before else joined("依照", cited(PENALTY_2021[28, 1]), "，")
    return decision(
        frozen,
        "责令改正通知书",
        (
            said("经查，你（单位）有下列违法行为：", sentence(frozen.text("violation") or facts(frozen), 20)),
            said("上述行为违反了", filled(frozen.text("violated") or frozen.text("basis"), 16), "。"),
            said(ground, "现责令你（单位）", joined("于", on_day(until), "前改正") if until else "立即改正", "。"),
            said("改正内容及要求：", sentence(frozen.text("requirements"), 20)),
            said("期限届满后本机关将进行复查；逾期不改正的，依法处理。"),
            *told(frozen, day, "本通知书"),
        ),
        signatures=(*handlers(frozen, "执法人员"), by_party("当事人签收")),
        dated=day,
    )
