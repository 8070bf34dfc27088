"""送达与执行: service, payment in parts, surcharge, demand, application to the court."""

from __future__ import annotations

from fadu.documents.papers import Column, Field, Letter, Sheet, Signature, Table, Words
from fadu.law.statutes import COERCION_2011, PENALTY_2017, PENALTY_2021
from fadu.procedures.papers.decision import old
from fadu.procedures.papers.parts import (
    amount,
    blank,
    by_party,
    cited,
    decision,
    filled,
    handlers,
    hidden_phone,
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
from fadu.procedures.papers.penalties import penalty_words
from fadu.procedures.papers.remedies import told
from fadu.procedures.papers.snapshot import Frozen, Snapshot

WAYS = {
    "direct": "直接送达",
    "left": "留置送达",
    "electronic": "电子送达",
    "post": "邮寄送达",
    "notice": "公告送达",
}
SERVED = (
    Column("送达文书名称、文号", 2.4),
    Column("送达方式", 1.2),
    Column("送达地点", 1.6),
    Column("送达日期", 1.4),
    Column("收件人签名或者盖章", 1.6),
    Column("送达人", 1.4),
)


def _decision_of(frozen: Frozen) -> Words:
    number = frozen.decision_number
    return joined("《行政处罚决定书》（", filled(number, 10), "，", on_day(frozen.day("decided_on")), "作出）")


def service_receipt(snapshot: Snapshot) -> Sheet:
    """送达回证: which paper reached whom, where, when, in which way (第六十一条). Five lines at least."""
    frozen = Frozen(snapshot)
    rows: list[tuple[Words, ...]] = [
        (
            each.what,
            WAYS.get(each.way, each.way),
            each.place,
            on_day(each.served_on) if each.served_on else "",
            "",
            "",
        )
        for each in frozen.services
    ]
    while len(rows) < 5:
        rows.append(("",) * len(SERVED))
    return Sheet(
        "送达回证",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            (Field("受送达人", name_of(frozen.party)), Field("联系电话", hidden_phone(frozen.party.phone))),
            Table(SERVED, tuple(rows)),
            row("代收人及代收理由", "", lines=2),
            row("留置、邮寄、公告送达的情况和见证人", "", lines=3),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signatures=handlers(frozen, "送达人"),
        notes=(joined("依据：", cited(PENALTY_2017[40] if old(frozen) else PENALTY_2021[61, 1])),),
    )


def instalment_approval(snapshot: Snapshot) -> Sheet:
    """延期（分期）缴纳罚款审批表: the party's hardship and the organ's approval (第六十六条第二款)."""
    frozen = Frozen(snapshot)
    return Sheet(
        "延期（分期）缴纳罚款审批表",
        (
            (Field("案由", frozen.title, span=2), Field("决定书文号", frozen.decision_number)),
            party_group(frozen),
            row("行政处罚内容", penalty_words(frozen), lines=2),
            (
                Field("申请日期", on_day(frozen.day("deferral_asked_on"))),
                Field("罚款数额", amount(frozen.money("fine"))),
            ),
            row("申请延期、分期的理由", frozen.text("deferral_reason"), lines=3),
            (Field("缴清期限", on_day(frozen.day("deferred_until"))), Field("分期期数", frozen.text("instalments"))),
            proposal(frozen, ""),
            opinion("行政机关负责人审批意见", frozen.step("deferral"), "审批人"),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        # The article on this in the 2017 edition is not in the excerpt held.
        notes=() if old(frozen) else (joined("依据：", cited(PENALTY_2021[66, 2])),),
    )


def instalment_notice(snapshot: Snapshot) -> Letter:
    """延期（分期）缴纳罚款通知书: until when, in how many parts (第六十六条第二款、第七十二条第二款)."""
    frozen = Frozen(snapshot)
    parts = frozen.number("instalments")
    split: Words = f"分{parts}期缴纳" if parts and parts > 1 else "延期缴纳"
    basis: Words = "" if old(frozen) else joined("依照", cited(PENALTY_2021[66, 2]), "，")
    return decision(
        frozen,
        "延期（分期）缴纳罚款通知书",
        (
            said(
                "你（单位）就",
                _decision_of(frozen),
                "确定的罚款",
                amount(frozen.money("fine")),
                "申请延期（分期）缴纳。",
            ),
            said(basis, "本机关同意", split, "，缴清期限为", on_day(frozen.day("deferred_until")), "。"),
            *((said("各期期限及数额：", blank(24)),) if parts and parts > 1 else ()),
            said(
                "逾期仍不缴纳的，本机关将依法处理；申请人民法院强制执行的期限自上述期限结束之日起计算",
                *(() if old(frozen) else ("（", cited(PENALTY_2021[72, 2]), "）")),
                "。",
            ),
        ),
        signatures=(by_party("当事人签收"),),
    )


def surcharge_decision(snapshot: Snapshot) -> Letter:
    """加处罚款决定书: three per cent a day, never more than the fine (第七十二条第一款第（一）项).

    The days of a reconsideration or lawsuit do not count (第七十三条第三款); neither does the law held of 2017 say so.
    """
    frozen = Frozen(snapshot)
    before = old(frozen)
    basis = PENALTY_2017[51, None, 1] if before else PENALTY_2021[72, 1, 1]
    day = frozen.day("surcharged_on") or frozen.issued_on
    return decision(
        frozen,
        "加处罚款决定书",
        (
            said(
                "本机关作出",
                _decision_of(frozen),
                "，对你（单位）罚款",
                amount(frozen.money("fine")),
                "，缴纳期限至",
                on_day(frozen.day("pay_by")),
                "。你（单位）逾期未缴清。",
            ),
            said(
                "依照",
                cited(basis),
                "，每日按罚款数额的百分之三加处罚款，现决定加处罚款",
                amount(frozen.money("surcharge")),
                "。",
            ),
            *(
                ()
                if before
                else (
                    said(
                        "加处罚款的数额没有超出罚款的数额；行政复议或者行政诉讼期间不计算（",
                        cited(PENALTY_2021[73, 3]),
                        "）。",
                    ),
                )
            ),
            *told(frozen, day),
        ),
        signatures=(by_party("当事人签收"),),
        dated=day,
    )


def demand_notice(snapshot: Snapshot) -> Letter:
    """催告书: by when, how, how much, and the right to be heard (《行政强制法》第三十五条、第五十四条)."""
    frozen = Frozen(snapshot)
    owed = [
        joined("罚款", amount(frozen.money("fine"))) if frozen.money("fine") is not None else "",
        joined("没收违法所得", amount(frozen.money("income"))) if frozen.money("income") is not None else "",
        joined("加处罚款", amount(frozen.money("surcharge"))) if frozen.money("surcharge") is not None else "",
    ]
    left = [each for each in owed if each]
    return decision(
        frozen,
        "行政处罚决定履行催告书",
        (
            said(
                "本机关作出的",
                _decision_of(frozen),
                "已于",
                on_day(frozen.day("served_on")),
                "送达。你（单位）逾期未履行。依照",
                cited(COERCION_2011[54]),
                "，现催告如下：",
            ),
            # 第五十四条 “催告书送达十日后当事人仍未履行义务的”; 第六十九条: working days.
            said(
                "一、履行期限：自收到本催告书之日起十个工作日内（", cited(COERCION_2011[54], COERCION_2011[69]), "）。"
            ),
            said("二、履行方式：", filled(frozen.text("performance") or "按行政处罚决定书载明的方式履行", 20), "。"),
            said(
                "三、金额和给付方式：",
                listed(left, "；") if left else blank(16),
                "，缴至",
                sentence(frozen.text("collector"), 12),
            ),
            said("四、你（单位）有权进行陈述和申辩（", cited(COERCION_2011[35], COERCION_2011[36]), "）。"),
            said("上述期限届满仍未履行的，本机关将依法申请人民法院强制执行。"),
        ),
        signatures=(*handlers(frozen, "联系人"), by_party("当事人签收")),
    )


def court_application(snapshot: Snapshot) -> Letter:
    """强制执行申请书: signed by the head, sealed, dated, with the materials of 《行政强制法》第五十五条第一款."""
    frozen = Frozen(snapshot)
    act = frozen.step("court_application")
    party = frozen.party
    return Letter(
        "行政处罚决定强制执行申请书",
        (
            said("申请人：", filled(frozen.organ, 16), "。"),
            said("被申请人：", filled(name_of(party), 16), "。"),
            said(
                "申请人作出的",
                _decision_of(frozen),
                "已于",
                on_day(frozen.day("served_on")),
                "送达。被申请人在法定期限内不申请行政复议或者提起行政诉讼，又不履行。申请人于",
                on_day(frozen.day("demanded_on")),
                "催告，期限届满仍未履行。",
            ),
            said("依照", cited(COERCION_2011[53], COERCION_2011[54]), "，申请强制执行下列内容："),
            said(
                filled(penalty_words(frozen), 20),
                *((("；加处罚款", amount(frozen.money("surcharge")))) if frozen.money("surcharge") is not None else ()),
                "。",
            ),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=joined(filled(frozen.text("court"), 10), "人民法院" if not frozen.text("court") else ""),
        attachments=(
            "行政处罚决定书及作出决定的事实、理由和依据",
            "当事人的意见及催告情况",
            "申请强制执行标的情况",
            "法律、行政法规规定的其他材料",
        ),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=act.on or frozen.issued_on,
        # 第五十五条第二款 “应当由行政机关负责人签名，加盖行政机关的印章，并注明日期”
        signatures=(Signature("行政机关负责人", act.by.name, asks_date=True),),
    )
