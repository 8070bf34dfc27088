"""行刑衔接: the papers by which a suspected crime goes to the police, and by which the organ objects."""

from __future__ import annotations

from fadu.documents.papers import Field, Inventory, Letter, Report, Sheet, Signature, Words
from fadu.law.statute import Cite
from fadu.law.statutes import COERCION_2011, PENALTY_2021
from fadu.law.statutes import REFERRAL_2020 as L
from fadu.procedures.papers.inquiry import GOODS, goods_of
from fadu.procedures.papers.parts import (
    acting,
    amount,
    at_moment,
    by_party,
    cited,
    filled,
    handlers,
    headed,
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
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def _facts(frozen: Frozen) -> str:
    return frozen.text("facts") or facts(frozen)


def _before(frozen: Frozen) -> Words:
    """Penalties imposed before the case went to the police: they stand, and a fine is set off (第十一条第二、三款)."""
    fine = frozen.money("fine_before")
    written = frozen.text("penalties_before") or penalty_words(frozen)
    return joined(written, "；罚款", amount(fine)) if fine is not None else written or "无"


def referral_report(snapshot: Snapshot) -> Report:
    """移送涉嫌犯罪案件的书面报告 of the task force to the head (第五条第一款)."""
    frozen = Frozen(snapshot)
    parts: tuple[tuple[str, Words], ...] = (
        ("一、涉嫌犯罪的事实", _facts(frozen)),
        ("二、涉嫌的罪名和移送标准", frozen.text("crime")),
        ("三、证据和涉案物品", joined(frozen.text("evidence"), frozen.text("goods"))),
        ("四、已经作出的行政处罚", _before(frozen)),
        ("五、处理建议", "建议向公安机关移送。"),
    )
    body = [block for title, words in parts for block in (headed(title), said(sentence(words)))]
    return Report(
        "移送涉嫌犯罪案件报告",
        tuple(body),
        organ=frozen.organ,
        number=frozen.reference,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.day("reported_on") or frozen.issued_on,
        notes=(joined("依据：", cited(L[3, 1], L[5, 1])),),
    )


def referral_approval(snapshot: Snapshot) -> Sheet:
    """案件移送审批表: the principal head decides within three days, a refusal with reasons (第五条第二款)."""
    frozen = Frozen(snapshot)
    act = frozen.step("approval", "refusal")
    return Sheet(
        "涉嫌犯罪案件移送审批表",
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            party_group(frozen),
            (Field("受移送机关", frozen.text("police")), Field("涉嫌罪名", frozen.text("crime"))),
            row("案情简介", _facts(frozen), lines=4),
            row("移送理由", frozen.text("ground"), lines=2),
            (
                Field("接到报告日期", on_day(frozen.day("reported_on"))),
                Field("审批期限", on_day(frozen.due("approval"))),
                Field("批准时间", at_moment(frozen.moment("approved_at"))),
            ),
            proposal(frozen, "建议移送公安机关。", "专案组意见"),
            opinion("正职负责人或者主持工作的负责人审批意见", act, "负责人", frozen.text("refusal_reason")),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(joined("依据：", cited(L[5, 2])),),
    )


def referral_letter(snapshot: Snapshot) -> Letter:
    """涉嫌犯罪案件移送书, with the materials of 《移送规定》第六条 and the police's receipt (第七条)."""
    frozen = Frozen(snapshot)
    crime = frozen.text("crime")
    return Letter(
        "涉嫌犯罪案件移送书",
        (
            said(
                "本机关在查处",
                filled(name_of(frozen.party), 10),
                filled(frozen.matter, 12),
                "一案中，发现下列事实：",
                sentence(_facts(frozen), 20),
            ),
            said(
                "上述事实涉嫌构成犯罪",
                f"（{crime}）" if crime else "",
                "，依法需要追究刑事责任。依照",
                cited(PENALTY_2021[27, 1], L[3, 1], L[5, 2]),
                "，现将该案移送你单位。",
            ),
            said("查封、扣押、冻结的财物一并移送（", cited(COERCION_2011[21]), "）。"),
            said("移送前已经作出的行政处罚（", cited(L[11, 2], L[11, 3]), "）：", _before(frozen), "。"),
            said("请在移送书回执上签字，并将立案或者不予立案的决定书面通知本机关（", cited(L[7], L[8]), "）。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(frozen.text("police"), 12),
        attachments=(
            "涉嫌犯罪案件情况的调查报告",
            "涉案物品清单",
            "有关检验报告或者鉴定结论",
            "其他有关涉嫌犯罪的材料",
        ),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.day("referred_on") or frozen.issued_on,
        signatures=(*handlers(frozen, "移送人"), Signature("回执：接受人", asks_date=True)),
    )


def referral_goods(snapshot: Snapshot) -> Inventory:
    """涉案物品清单, filled in truthfully (第四条第二款), handed to the police (第六条第（三）项、第十二条)."""
    frozen = Frozen(snapshot)
    return Inventory(
        "涉案物品清单",
        GOODS,
        goods_of(frozen, "goods"),
        organ=frozen.organ,
        number=frozen.reference,
        header=((Field("案由", frozen.title), Field("当事人", name_of(frozen.party))),),
        signatures=(*acting(frozen.step("goods_handover", "referral"), "移交人"), by_party("接收人")),
        notes=(joined("依据：", cited(L[4, 2], L[12])),),
    )


def reconsideration_request(snapshot: Snapshot) -> Letter:
    """提请复议书 to the police that decided not to open a case, within three days of its notice (第九条第一款)."""
    frozen = Frozen(snapshot)
    return _objection(frozen, "提请复议书", frozen.text("police"), "请求复议，依法决定立案。", L[9, 1])


def supervision_suggestion(snapshot: Snapshot) -> Letter:
    """立案监督建议书 to the people's procuratorate (第九条第一款、第二款)."""
    frozen = Frozen(snapshot)
    to = frozen.text("procuratorate") or "同级人民检察院"
    return _objection(frozen, "立案监督建议书", to, "建议依法进行立案监督。", L[9, 2])


def _objection(frozen: Frozen, title: str, to: str, asks: str, cite: Cite) -> Letter:
    return Letter(
        title,
        (
            said(
                "本机关于",
                on_day(frozen.day("referred_on")),
                "移送的",
                filled(frozen.matter, 12),
                "一案，公安机关于",
                on_day(frozen.day("not_filed_on")),
                "决定不予立案，理由为：",
                sentence(frozen.text("not_filed_reason"), 20),
            ),
            said("本机关认为依法应当立案，理由是：", sentence(frozen.text("objection"), 20)),
            said("依照", cited(cite), "，", asks),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(to, 12),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.issued_on,
    )
