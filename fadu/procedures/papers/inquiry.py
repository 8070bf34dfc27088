"""调查取证: records of questioning, inspection and sampling, evidence registered and kept, the inquiry's report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fadu.documents.papers import (
    Column,
    Exchange,
    Field,
    Inventory,
    Letter,
    Minutes,
    Paragraph,
    Report,
    Sheet,
    Signature,
    Words,
)
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers.parts import (
    acting,
    address_of,
    at_moment,
    blank,
    by_party,
    cited,
    decision,
    filled,
    handlers,
    headed,
    hidden_id,
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
from fadu.procedures.papers.penalties import facts, penalty_words
from fadu.procedures.papers.snapshot import Frozen, Person, Snapshot

GOODS = (
    Column("序号", 0.6, "centre"),
    Column("名称", 2),
    Column("规格型号或者地址", 2),
    Column("单位", 0.8, "centre"),
    Column("数量或者面积", 1.2, "right"),
    Column("备注", 1.4),
)


def goods_of(frozen: Frozen, column: str) -> tuple[tuple[Words, ...], ...]:
    """Things listed in a column, one a line, their particulars parted by ｜: 名称｜规格｜单位｜数量｜备注.

    Three empty lines to write on where nothing is listed, for the list is often made on the spot.
    """
    rows: list[tuple[Words, ...]] = []
    for line in filter(None, map(str.strip, frozen.text(column).splitlines())):
        parts = [part.strip() for part in line.replace("|", "｜").split("｜")][:5]
        rows.append((str(len(rows) + 1), *parts, *[""] * (5 - len(parts))))
    return tuple(rows) or tuple((str(at), "", "", "", "", "") for at in range(1, 4))


def heard(frozen: Frozen, column: str) -> tuple[Exchange | Paragraph, ...]:
    """Running record in a column: 问：… and 答：… lines become exchanges, the rest paragraphs."""
    body: list[Exchange | Paragraph] = []
    asked: str | None = None
    for line in filter(None, map(str.strip, frozen.text(column).splitlines())):
        if line.startswith(("问：", "问:")):
            if asked is not None:
                body.append(Exchange(asked, ""))
            asked = line[2:].strip()
        elif line.startswith(("答：", "答:")):
            body.append(Exchange(asked or "", line[2:].strip()))
            asked = None
        else:
            body.append(said(line))
    if asked is not None:
        body.append(Exchange(asked, ""))
    return tuple(body)


def _rights(frozen: Frozen) -> tuple[Exchange, ...]:
    """Identity shown and rights told before anything is asked (第四十三条第二款、第五十五条第一款)."""
    shown = listed(joined(each.name, "（", filled(each.certificate, 6), "）") for each in frozen.officers)
    return (
        Exchange(
            joined("我们是", frozen.organ, "的执法人员", filled(shown, 16), "，现出示执法证件，请你查看确认。"),
            blank(16),
        ),
        Exchange(
            joined(
                "你有陈述、申辩的权利，认为执法人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避（",
                cited(L[43, 2], L[45, 1]),
                "）；对询问应当如实回答（",
                cited(L[55, 2]),
                "）。你是否申请回避？",
            ),
            blank(16),
        ),
    )


def _from_to(day: date | None) -> Words:
    """A day, and the hours to be filled in."""
    return joined(on_day(day), blank(2), "时", blank(2), "分至", blank(2), "时", blank(2), "分")


def _with_certificates(people: Iterable[Person]) -> Words:
    return listed(f"{each.name} {each.certificate}".strip() for each in people)


def inquiry_notice(snapshot: Snapshot) -> Letter:
    """询问通知书: when and where somebody is to answer questions, and what to bring (第五十五条第二款)."""
    frozen = Frozen(snapshot)
    return decision(
        frozen,
        "询问通知书",
        (
            said("因调查", filled(frozen.matter, 12), "一案，需要向你（单位）了解有关情况。"),
            said(
                "请于",
                at_moment(frozen.moment("asked_at")),
                "到",
                filled(frozen.text("asked_place"), 12),
                "接受询问，",
                "并携带下列材料：",
                filled(frozen.text("asked_to_bring") or "身份证明、营业执照、与案件有关的资料。", 12),
            ),
            said("当事人或者有关人员应当如实回答询问，并协助调查（", cited(L[55, 2]), "）。"),
        ),
        label="被询问人（单位）",
        signatures=(*handlers(frozen, "联系人"), by_party("签收人")),
    )


def interview_record(snapshot: Snapshot) -> Minutes:
    """询问笔录: who was asked what, after identity was shown and rights were told (第五十五条)."""
    frozen = Frozen(snapshot)
    party, act = frozen.party, frozen.step("inquiry")
    return Minutes(
        "询问笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (Field("询问时间", _from_to(act.on)),),
            (Field("询问地点", frozen.text("asked_place")), Field("与案件的关系")),
            (Field("被询问人", name_of(party) if party.natural else ""), Field("性别", party.sex), Field("年龄")),
            (Field("证件号码", hidden_id(party.id_number)), Field("联系电话", hidden_phone(party.phone))),
            (Field("工作单位及职务", "" if party.natural else party.name),),
            (Field("住址", address_of(party) if party.natural else ""),),
            (Field("询问人及执法证号", _with_certificates(act.people)),),
            (Field("记录人"),),
        ),
        (*_rights(frozen), *(heard(frozen, "interview") or (Exchange(blank(20), blank(20)),) * 6)),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="以上笔录我看过（已向我宣读），与我说的一致。",
        signatures=(by_party("被询问人"), *acting(act, "询问人"), Signature("记录人", asks_date=True)),
        page_signatures=(Signature("被询问人"), Signature("询问人")),
    )


def inspection_record(snapshot: Snapshot) -> Minutes:
    """现场检查（勘验）笔录: what the officers saw, where and when, signed by those present (第五十五条第二款)."""
    frozen = Frozen(snapshot)
    act = frozen.step("inspection", "inquiry")
    return Minutes(
        "现场检查（勘验）笔录",
        (
            (Field("案由", frozen.title, span=2),),
            (
                Field("检查时间", _from_to(act.on)),
                Field("检查地点", frozen.text("inspected_place")),
            ),
            (Field("被检查人", name_of(frozen.party)), Field("现场负责人")),
            (
                Field("检查人员及执法证号", _with_certificates(act.people)),
                Field("见证人"),
            ),
        ),
        (
            said(
                "执法人员已出示执法证件，并告知被检查人陈述、申辩和申请回避的权利（", cited(L[43, 2], L[55, 1]), "）。"
            ),
            *(heard(frozen, "inspection") or (said("检查情况：", blank(20)),)),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        confirmation="以上笔录已经本人核对，与现场情况相符。",
        signatures=(by_party("被检查人或者现场负责人"), *acting(act, "检查人员"), Signature("见证人", asks_date=True)),
        page_signatures=(Signature("被检查人"), Signature("检查人员")),
    )


def sampling_record(snapshot: Snapshot) -> Inventory:
    """抽样取证凭证: what was taken as a sample, of which lot, from whom (第五十六条)."""
    frozen = Frozen(snapshot)
    act = frozen.step("sampling")
    return Inventory(
        "抽样取证凭证",
        GOODS,
        goods_of(frozen, "samples"),
        organ=frozen.organ,
        number=frozen.reference,
        header=(
            (Field("被抽样取证人", name_of(frozen.party)), Field("联系电话", hidden_phone(frozen.party.phone))),
            (Field("抽样时间", on_day(act.on)), Field("抽样地点", frozen.text("sampled_place"))),
        ),
        signatures=(by_party("被抽样取证人"), *acting(act)),
        notes=(joined("依据：", cited(L[56])),),
    )


def _preservation(frozen: Frozen, title: str, label: str, words: Words, key: str, role: str) -> Sheet:
    act = frozen.step(key)
    return Sheet(
        title,
        (
            (Field("案由", frozen.title, span=3), Field("案号", frozen.case_number, span=2)),
            party_group(frozen),
            row("案件基本情况", facts(frozen), lines=3),
            row("证据名称及数量", frozen.text("preserved"), lines=3),
            row(label, words, lines=3),
            proposal(frozen, frozen.text("preservation_proposal")),
            opinion("行政机关负责人审批意见", act, role),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        notes=(joined("依据：", cited(L[56])),),
    )


def preservation_approval(snapshot: Snapshot) -> Sheet:
    """先行登记保存证据审批表: the head approves before anything is kept (第五十六条)."""
    frozen = Frozen(snapshot)
    ground = frozen.text("preservation_ground") or "证据可能灭失或者以后难以取得。"
    return _preservation(
        frozen, "先行登记保存证据审批表", "提请理由及保存方式", ground, "preservation_approval", "审批人"
    )


def preservation_notice(snapshot: Snapshot) -> Letter:
    """先行登记保存证据通知书: what is kept where, until when, and that nobody may destroy or move it (第五十六条)."""
    frozen = Frozen(snapshot)
    return decision(
        frozen,
        "先行登记保存证据通知书",
        (
            said(
                "因你（单位）涉嫌",
                filled(frozen.matter, 12),
                "，有关证据可能灭失或者以后难以取得，经本机关负责人批准，",
                "决定对所附清单所列证据先行登记保存（",
                cited(L[56]),
                "）。",
            ),
            said("保存方式及地点：", sentence(frozen.text("preserved_place"), 16)),
            said(
                "本机关将在七个工作日内（至",
                on_day(frozen.due("preservation", "urgent_preservation")),
                "）作出处理决定（",
                cited(L[56], L[85]),
                "）。在此期间，当事人或者有关人员不得销毁或者转移证据。",
            ),
        ),
        attachments=("先行登记保存证据清单",),
        signatures=(*acting(frozen.step("preservation", "urgent_preservation")), by_party()),
    )


def preservation_list(snapshot: Snapshot) -> Inventory:
    """先行登记保存证据清单: each thing kept, with make, quantity and condition."""
    frozen = Frozen(snapshot)
    return Inventory(
        "先行登记保存证据清单",
        GOODS,
        goods_of(frozen, "preserved"),
        organ=frozen.organ,
        number=frozen.reference,
        header=((Field("当事人", name_of(frozen.party)), Field("保存地点", frozen.text("preserved_place"))),),
        signatures=(by_party(), *acting(frozen.step("preservation", "urgent_preservation"), "承办人")),
        notes=("一式二份，当事人和行政机关各存一份。",),
    )


def preservation_disposal(snapshot: Snapshot) -> Letter:
    """先行登记保存证据处理决定书: what becomes of the evidence, within seven working days (第五十六条、第八十五条)."""
    frozen = Frozen(snapshot)
    kept = frozen.day("preserved_on") or frozen.day("preserved_at")
    return decision(
        frozen,
        "先行登记保存证据处理决定书",
        (
            said(
                "本机关于", on_day(kept), "对你（单位）的有关证据先行登记保存。现决定作如下处理（", cited(L[56]), "）："
            ),
            said(sentence(frozen.text("preservation_disposal"), 24)),
        ),
        attachments=("先行登记保存证据清单",),
        signatures=(by_party("当事人签收"),),
    )


def inquiry_report(snapshot: Snapshot) -> Report:
    """调查终结报告: facts, evidence, character and what is proposed, for the head to examine (第五十七条第一款)."""
    frozen = Frozen(snapshot)
    sections: tuple[tuple[str, Words], ...] = (
        ("当事人基本情况", _who(frozen)),
        ("案件来源及调查经过", _joined(frozen.source, frozen.text("inquiry_course"))),
        ("违法事实", facts(frozen)),
        ("主要证据", frozen.text("evidence")),
        ("案件性质及违反的规定", frozen.text("violated")),
        ("处罚依据及裁量", _joined(frozen.text("basis"), frozen.text("scale"), frozen.shown("discretion"))),
        ("处理建议", frozen.text("proposal") or penalty_words(frozen, proposed=True)),
    )
    ordinals = "一二三四五六七"
    body = [
        part
        for ordinal, (title, words) in zip(ordinals, sections, strict=True)
        for part in (headed(f"{ordinal}、{title}"), said(sentence(words)))
    ]
    return Report(
        f"关于{frozen.matter}一案的调查终结报告" if frozen.title else "调查终结报告",
        (
            *body,
            said(
                "承办人：",
                listed(joined(each.name, "（", filled(each.certificate, 6), "）") for each in frozen.officers),
            ),
        ),
        organ=frozen.organ,
        number=frozen.reference,
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.issued_on,
        notes=(joined("依据：", cited(L[57, 1])),),
    )


def _joined(*texts: str) -> Words:
    return listed(filter(None, texts), "；")


def _who(frozen: Frozen) -> Words:
    party = frozen.party
    known = [name_of(party), party.code, address_of(party)]
    return listed([each for each in known if each], "，")
