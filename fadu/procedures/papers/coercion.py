"""行政强制措施: approval, decision, list, record on the spot, extension, examination, disposal, hand-over."""

from __future__ import annotations

from datetime import date

from fadu.documents.papers import Field, Inventory, Letter, Minutes, Sheet, Signature, Words
from fadu.law.statute import Cite
from fadu.law.statutes import COERCION_2011 as L
from fadu.organs.masking import mask_account
from fadu.procedures.papers.inquiry import GOODS, goods_of
from fadu.procedures.papers.parts import (
    acting,
    address_of,
    amount,
    at_moment,
    by_party,
    cited,
    decision,
    filled,
    handlers,
    hidden_text,
    joined,
    listed,
    name_of,
    on_day,
    opinion,
    party_group,
    proposal,
    row,
    said,
    sentence,
)
from fadu.procedures.papers.remedies import told
from fadu.procedures.papers.snapshot import Frozen, Snapshot

KINDS = {"seal": "查封", "seize": "扣押", "freeze": "冻结", "other": "其他行政强制措施"}
HELD = {"seal": "查封", "seize": "扣押", "freeze": "冻结", "other": "采取强制措施"}
DISPOSED = {
    "forfeited": "予以没收",
    "destroyed": "依法销毁",
    "lifted": "予以解除",
    "dealt": "依法作出处理决定",
    "referred": "随案移送司法机关",
}
# 第二十八条第一款 and, item by item, 第三十三条第一款 for what is frozen.
LIFTED = {
    "innocent": ("当事人没有违法行为", 1),
    "unrelated": ("与违法行为无关", 2),
    "decided": ("对违法行为已经作出处理决定，不再需要采取措施", 3),
    "expired": ("期限已经届满", 4),
    "needless": ("其他不再需要采取措施的情形", 5),
}


def _held(frozen: Frozen) -> str:
    return HELD.get(frozen.text("kind"), "查封（扣押）")


def _frozen_money(frozen: Frozen) -> bool:
    return frozen.text("kind") == "freeze"


def _what(frozen: Frozen) -> Words:
    """What is held: the goods as listed, or the account and the sum."""
    if _frozen_money(frozen):
        number = hidden_text(frozen.text("account_number"), mask_account)
        return joined("账号", filled(number, 12), "内的", amount(frozen.money("frozen_amount")))
    return "；".join(_thing(line) for line in frozen.text("goods").splitlines() if line.strip())


def _thing(line: str) -> str:
    """One line of the list in running text: 饼干｜200克｜盒｜3 is 饼干（200克）3盒."""
    name, make, unit, number, *_ = [*(part.strip() for part in line.replace("|", "｜").split("｜")), "", "", "", ""]
    return f"{name}（{make}）{number}{unit}" if make else f"{name}{number}{unit}"


def _term(frozen: Frozen) -> Words:
    """Thirty days, unless a law or an administrative regulation says otherwise (第二十五条第一款、第三十二条第一款)."""
    until = frozen.day("held_until")
    return joined("至", on_day(until), "（", frozen.text("held_by"), "）") if until else "三十日"


def measure_approval(snapshot: Snapshot) -> Sheet:
    """行政强制审批表: measure, reasons, basis and term, approved before it is carried out (第十八条第（一）项).

    Where it had to be done at once, the approval follows within 24 hours (第十九条).
    """
    frozen = Frozen(snapshot)
    urgent = frozen.yes("urgent")
    act = frozen.step("late_approval" if urgent else "approval", "refusal", "approval")
    return Sheet(
        "行政强制措施审批表",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            party_group(frozen),
            row("拟采取的措施", joined(KINDS.get(frozen.text("kind"), ""), "：", filled(_what(frozen), 16)), lines=2),
            row("理由", frozen.text("reason"), lines=3),
            row("依据", frozen.text("basis"), lines=2),
            (Field("期限", _term(frozen)), Field("是否情况紧急当场实施", "是" if urgent else "否")),
            *(
                (
                    (
                        Field("当场实施时间", at_moment(frozen.moment("imposed_at"))),
                        Field("报告并补办批准时间", at_moment(frozen.moment("reported_at"))),
                    ),
                )
                if urgent
                else ()
            ),
            proposal(frozen, frozen.text("measure_proposal")),
            opinion("行政机关负责人审批意见", act, "审批人"),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(joined("依据：", cited(L[19] if urgent else L[18, None, 1])),),
    )


def _imposed_on(frozen: Frozen) -> date | None:
    return frozen.day("imposed_on") or frozen.issued_on


def seizure_decision(snapshot: Snapshot) -> Letter:
    """查封（扣押）决定书, with the items of 第二十四条第二款; of money 冻结决定书, with those of 第三十一条."""
    frozen = Frozen(snapshot)
    held, day = _held(frozen), _imposed_on(frozen)
    money = _frozen_money(frozen)
    items: Cite = L[31] if money else L[24, 2]
    duration: Cite = L[32, 1] if money else L[25, 1]
    return decision(
        frozen,
        f"{held}决定书",
        (
            said("一、理由：", sentence(frozen.text("reason"), 20)),
            said("二、依据：", sentence(frozen.text("basis"), 20)),
            said(
                "三、",
                "账号和数额：" if money else "场所、设施或者财物：",
                filled(_what(frozen), 20),
                "。" if money else "，详见所附清单。",
            ),
            said(
                "四、期限：自",
                on_day(day),
                "起至",
                on_day(frozen.due("holding", "freezing", "holding_otherwise")),
                "止（",
                cited(duration),
                "）。",
                "" if money else "检测、检验、检疫或者技术鉴定的期间不计算在内，另行书面告知。",
            ),
            *(
                ()
                if money
                else (
                    said(
                        "五、",
                        held,
                        "的场所、设施或者财物存放于",
                        filled(frozen.text("kept_at"), 12),
                        "，由本机关妥善保管，保管费用由本机关承担（",
                        cited(L[26, 1], L[26, 3]),
                        "）。任何人不得擅自转移、处置。",
                    ),
                )
            ),
            said("当事人有权进行陈述和申辩。"),
            *told(frozen, day),
            said("本决定书依照", cited(items), "制作", "。" if money else "，与清单一并当场交付。"),
        ),
        attachments=() if money else (f"{held}场所、设施或者财物清单",),
        signatures=(*acting(frozen.step("imposition", "freezing")), by_party("当事人签收")),
        dated=day,
    )


def seizure_list(snapshot: Snapshot) -> Inventory:
    """查封（扣押）清单: two copies, one for the party and one for the organ (第二十四条第三款)."""
    frozen = Frozen(snapshot)
    act = frozen.step("imposition")
    return Inventory(
        f"{_held(frozen)}场所、设施或者财物清单",
        GOODS,
        goods_of(frozen, "goods"),
        organ=frozen.organ,
        number=frozen.reference,
        header=(
            (Field("当事人", name_of(frozen.party)), Field("地址", address_of(frozen.party))),
            (Field("日期", on_day(act.on or frozen.day("imposed_on"))), Field("存放地点", frozen.text("kept_at"))),
        ),
        signatures=(by_party(), *acting(act), Signature("见证人", asks_date=True)),
        notes=(joined("一式二份，由当事人和行政机关分别保存（", cited(L[24, 3]), "）。"),),
    )


def measure_record(snapshot: Snapshot) -> Minutes:
    """现场笔录: who came, what was shown, told and heard (第十八条第（三）至（九）项); of a freeze, less (第三十条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("imposition", "freezing")
    present = frozen.yes("party_present")
    money = _frozen_money(frozen)
    spoken = (
        said(
            "执法人员当场告知采取",
            _held(frozen),
            "措施的理由、依据以及依法享有的权利、救济途径（",
            cited(L[18, None, 5]),
            "）。",
        ),
        said("当事人的陈述和申辩（", cited(L[18, None, 6]), "）：", sentence(frozen.text("statement"), 20)),
    )
    return Minutes(
        "现场笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("时间", at_moment(frozen.moment("imposed_at"))), Field("地点", frozen.text("imposed_place"))),
            (
                Field("执法人员及执法证号", listed(joined(each.name, " ", each.certificate) for each in act.people)),
                Field("措施", KINDS.get(frozen.text("kind"), "")),
            ),
            (Field("当事人", name_of(frozen.party)), Field("是否到场", "是" if present else "")),
            (Field("见证人（当事人不到场的）", frozen.text("witness")), Field("记录人")),
        ),
        (
            said("执法人员已出示执法身份证件（", cited(L[18, None, 3]), "）。"),
            *(() if money else spoken),
            said("现场情况：", filled(_what(frozen), 20)),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="以上笔录已经核对。当事人拒绝签名或者盖章的，在笔录中注明。",
        signatures=(by_party(), *acting(act), Signature("见证人", frozen.text("witness"), asks_date=True)),
        page_signatures=(Signature("当事人"), Signature("执法人员")),
    )


def seizure_extension(snapshot: Snapshot) -> Letter:
    """延长期限决定书: reasons, at most thirty days, told in writing (第二十五条第一、二款、第三十二条)."""
    frozen = Frozen(snapshot)
    money = _frozen_money(frozen)
    first: Cite = L[32, 1] if money else L[25, 1]
    second: Cite = L[32, 2] if money else L[25, 2]
    return decision(
        frozen,
        f"延长{_held(frozen)}期限决定书",
        (
            said(
                "本机关于",
                on_day(frozen.day("imposed_on")),
                "对你（单位）的",
                filled(_what(frozen), 12),
                _held(frozen),
                "。",
            ),
            said(
                "因情况复杂：",
                filled(frozen.text("extension_reason"), 20),
                "，经本机关负责人批准，依照",
                cited(first),
                "，期限延长至",
                on_day(frozen.due("holding", "freezing", "holding_otherwise")),
                "。延长期限不超过三十日。",
            ),
            said("现依照", cited(second), "书面告知。"),
            *told(frozen, frozen.issued_on),
        ),
        signatures=(by_party("当事人签收"),),
    )


def examination_notice(snapshot: Snapshot) -> Letter:
    """检测、检验、检疫、技术鉴定期间告知书: the days that do not count, told in writing (第二十五条第三款)."""
    frozen = Frozen(snapshot)
    return decision(
        frozen,
        "检测（检验、检疫、技术鉴定）期间告知书",
        (
            said(
                "对",
                _held(frozen),
                "的物品需要进行",
                filled(frozen.text("examination"), 10),
                "，期间自",
                on_day(frozen.day("examined_from")),
                "起至",
                on_day(frozen.day("examined_until")),
                "止。",
            ),
            said("上述期间不计入", _held(frozen), "期限，费用由本机关承担（", cited(L[25, 3]), "）。"),
        ),
        signatures=(by_party("当事人签收"),),
    )


def seizure_disposal(snapshot: Snapshot) -> Letter:
    """查封（扣押、冻结）处理决定书: forfeited, destroyed or lifted, and why (第二十七条、第二十八条、第三十三条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("disposal")
    money = _frozen_money(frozen)
    ground, item = LIFTED.get(frozen.text("lift_ground"), ("", 0))
    basis: Cite = (L[33, 1] if money else L[28, 1]) if act.outcome == "lifted" else (L[32, 1] if money else L[27])
    if item and act.outcome == "lifted":
        basis = L[33, 1, item] if money else L[28, 1, item]
    if frozen.text("lift_ground") == "disapproved":
        ground, basis = "行政机关负责人认为不应当采取行政强制措施", L[19]
    held = _held(frozen)
    title = f"解除{held}决定书" if act.outcome == "lifted" else f"{held}财物处理决定书"
    day = frozen.day("disposed_on") or frozen.issued_on
    return decision(
        frozen,
        title,
        (
            said("本机关于", on_day(frozen.day("imposed_on")), "对你（单位）的", filled(_what(frozen), 12), held, "。"),
            said("现查明：", sentence(frozen.text("findings"), 20)),
            said(
                "因",
                filled(ground, 12),
                "，依照",
                cited(basis),
                "，决定对上述",
                "款项" if money else "场所、设施或者财物",
                filled(DISPOSED.get(act.outcome, ""), 10),
                "。",
            ),
            *(
                (said("解除后立即退还财物（", cited(L[28, 2]), "）。"),)
                if act.outcome == "lifted" and not money
                else ()
            ),
            *told(frozen, day),
        ),
        signatures=(*handlers(frozen, "执法人员"), by_party("当事人签收")),
        dated=day,
    )


def handover_notice(snapshot: Snapshot) -> Letter:
    """查封、扣押、冻结财物移送告知书: the party is told in writing that its goods went with the case (第二十一条)."""
    frozen = Frozen(snapshot)
    return decision(
        frozen,
        "查封、扣押、冻结财物移送告知书",
        (
            said(
                "你（单位）的行为涉嫌犯罪，本机关已将案件移送",
                filled(frozen.text("handed_to"), 10),
                "，并将",
                filled(_what(frozen), 12),
                "一并移送（",
                cited(L[21]),
                "）。",
            ),
            said("移送日期：", on_day(frozen.day("handed_over_on")), "。"),
        ),
        signatures=(by_party("当事人签收"),),
    )
