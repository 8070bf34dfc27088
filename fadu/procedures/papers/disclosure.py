"""依申请公开的文书: notices and answers of 《政府信息公开条例》第四章, each naming its article and the remedies.

Which remedy comes first against 不予公开 changed twice: from 2024-01-01 reconsideration comes first for every such
answer (《行政复议法》第二十三条第一款第（四）项), from 2026-07-01 only for those under 第十四条至第十六条
(《行政复议法实施条例》第三十一条).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from fadu.documents.papers import Letter, Paragraph, Words
from fadu.law.statute import Cite
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.law.statutes import LITIGATION_2017, REVIEW_2023, REVIEW_REGULATION_2026
from fadu.procedures.papers.parts import amount, cited, filled, joined, name_of, on_day, said, sentence
from fadu.procedures.papers.remedies import NEW_REVIEW_LAW, remedies, told
from fadu.procedures.papers.snapshot import Frozen, Snapshot

NARROWED: Final = date(2026, 7, 1)
BY_KIND: Final = {
    "secret": L[14],
    "prohibited": L[14],
    "security": L[14],
    "third_party": L[15],
    "internal": L[16, 1],
    "process": L[16, 2],
    "enforcement_file": L[16, 2],
}
"""The answers that withhold under articles 14 to 16."""
CLAUSES: Final[dict[str, tuple[Cite, str]]] = {
    "open": (L[36, None, 2], "你申请公开的信息可以公开，现予以公开。"),
    "public_already": (L[36, None, 1], "你申请公开的信息已经主动公开，获取的方式、途径如下。"),
    "partial": (L[37], "你申请公开的信息中含有不应当公开或者不属于政府信息的内容，作区分处理后公开其余内容。"),
    "inquiry": (L[36, None, 7], "法律、行政法规对你所申请信息的获取有特别规定，请依照其规定办理。"),
    "not_held": (L[36, None, 4], "经检索，没有你所申请公开的信息，该政府信息不存在。"),
    "not_ours": (L[36, None, 5], "你申请公开的信息不属于本机关负责公开。"),
    "not_ready": (L[38], "你申请公开的信息需要对现有政府信息进行加工、分析，本机关不予提供。"),
    "unclear": (L[30], "你的申请经补正后内容仍不明确，本机关无法提供。"),
    "petition": (L[39, 1], "你以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理。"),
    "repeated": (L[36, None, 6], "本机关已就你的申请作出答复，对重复申请不予重复处理。"),
    "publication": (L[39, 2], "你申请提供的是公开出版物，可以通过下列途径获取。"),
    "excessive": (L[35], "你申请的数量、频次明显超过合理范围，所说明的理由不合理，不予处理。"),
    "reissue": (L[36, None, 6], "你要求确认或者重新出具已经获取的信息，不予重复处理。"),
    "not_corrected": (L[30], "你无正当理由逾期不补正，视为放弃申请，本机关不再处理。"),
    "not_paid": (L[42, 1], "你逾期未缴纳信息处理费，本机关不再处理该申请。"),
    "otherwise": (L[36, None, 7], "对你的申请作如下处理。"),
}


def _letter(frozen: Frozen, title: str, *body: Paragraph, to: Words = "", dated: date | None = None) -> Letter:
    return Letter(
        title,
        body,
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=to or joined(filled(name_of(frozen.party), 8)),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=dated or frozen.issued_on,
    )


def _received(frozen: Frozen) -> Words:
    return joined("本机关于", on_day(frozen.day("received_on")), "收到你提出的政府信息公开申请：", _described(frozen))


def _described(frozen: Frozen) -> Words:
    return sentence(frozen.text("described"), 20)


def correction_notice(snapshot: Snapshot) -> Letter:
    """补正申请告知书: what is unclear, until when it may be put right, and what silence means (第三十条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "政府信息公开申请补正告知书",
        said(_received(frozen)),
        said("你的申请内容不明确，需要补正的事项：", sentence(frozen.text("to_correct"), 24)),
        said(
            "请于", on_day(frozen.day("correct_by")), "前补正。答复期限自本机关收到补正的申请之日起计算；",
            "无正当理由逾期不补正的，视为放弃申请，本机关不再处理。",
        ),
        said("依据：", cited(L[30]), "。"),
        dated=frozen.day("correction_told_on"),
    )  # fmt: skip


def third_inquiry(snapshot: Snapshot) -> Letter:
    """征求第三方意见书 (第三十二条). The applicant is not named: the article has his request, not his name, weighed."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "征求第三方意见书",
        said("有申请人向本机关申请公开下列政府信息：", _described(frozen)),
        said("该信息的公开可能损害你（单位）的合法权益。请自收到本意见书之日起十五个工作日内，书面提出是否同意公开的意见和理由。"),
        said("逾期未提出意见的，由本机关依照规定决定是否公开。"),
        said("依据：", cited(L[15], L[32]), "。"),
        to=filled("", 12),
        dated=frozen.day("third_asked_on"),
    )  # fmt: skip


def organ_inquiry(snapshot: Snapshot) -> Letter:
    """征求意见书 to an organ that made the information together with this one (第三十四条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "征求意见书",
        said("本机关收到政府信息公开申请，所申请的信息由本机关牵头、与你单位共同制作：", _described(frozen)),
        said("请自收到本意见书之日起十五个工作日内提出意见，逾期未提出意见的视为同意公开。"),
        said("依据：", cited(L[34]), "。"),
        to=filled(frozen.text("organ_asked"), 12),
        dated=frozen.day("organ_asked_on"),
    )


def extension_notice(snapshot: Snapshot) -> Letter:
    """延期答复告知书: why, and until which day (第三十三条第二款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "延期答复告知书",
        said(_received(frozen)),
        said("因", sentence(frozen.text("extension_reason"), 20)),
        said(
            "经本机关政府信息公开工作机构负责人同意，延长答复期限，将于",
            on_day(frozen.due("answer", "answer_after_correction")),
            "前答复。",
        ),
        said("依据：", cited(L[33, 2]), "。"),
        dated=frozen.day("extension_told_on"),
    )


def fee_notice(snapshot: Snapshot) -> Letter:
    """信息处理费缴费通知: the amount and the day set for paying it (第四十二条第一款)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "信息处理费缴费通知",
        said(_received(frozen)),
        said("你申请的数量、频次明显超过合理范围，应缴纳信息处理费", amount(frozen.money("fee")), "。"),
        said("请于", on_day(frozen.day("pay_by")), "前缴纳；逾期未缴纳的，本机关不再处理该申请。"),
        said("依据：", cited(L[42, 1]), "。"),
        dated=frozen.day("fee_told_on"),
    )


def answer(snapshot: Snapshot) -> Letter:
    """政府信息公开申请答复书: the answer with its article, its reasons, and the remedies (第三十六条、第五十一条)."""
    frozen = Frozen(snapshot)
    kind = frozen.step("answer").outcome or frozen.text("result")
    cite, words = CLAUSES.get(kind, (BY_KIND.get(kind, L[36, None, 3]), "你申请公开的信息不予公开。"))
    pieces = [
        ("", frozen.text("content")),
        ("理由：", frozen.text("reason")),
        ("依据：", frozen.text("basis")),
        ("检索情况：", frozen.text("searched") if kind == "not_held" else ""),
        ("负责公开的机关：", frozen.text("held_by") if kind == "not_ours" else ""),
    ]
    on = frozen.day("answered_on")
    return _letter(
        frozen,
        "政府信息公开申请答复书",
        said(_received(frozen)),
        said("经审查，依照", cited(cite), "，答复如下："),
        said(words),
        *(said(label, sentence(text)) for label, text in pieces if text),
        *remedies_against(frozen, kind, on),
        dated=on,
    )


def remedies_against(frozen: Frozen, kind: str, on: date | None) -> tuple[Paragraph, ...]:
    """The remedies that the answer names; before a court, reconsideration first where the law in force says so."""
    complaint = said("你也可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报（", cited(L[51]), "）。")
    if not review_first(kind, on):
        return (*told(frozen, on, "本答复"), complaint)
    found = remedies(frozen, on)
    first = REVIEW_REGULATION_2026[31] if on is None or on >= NARROWED else REVIEW_2023[23, 1, 4]
    return (
        said(
            "你对本答复不服的，应当先申请行政复议：可以自收到本答复之日起六十日内向",
            filled(found.authority, 12),
            "提出申请。对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内，依法向人民法院提起行政诉讼。",
        ),
        said("告知依据：", cited(REVIEW_2023[20, 1], first, LITIGATION_2017[45]), "。"),
        complaint,
    )


def review_first(kind: str, on: date | None) -> bool:
    """Must reconsideration come before the court? ``kind`` is the outcome of the answer, ``on`` its day."""
    if on is not None and on < NEW_REVIEW_LAW:
        return False
    withheld = kind in BY_KIND or kind == "partial"
    if on is None or on >= NARROWED:
        # 第三十一条 “全部或者部分不予公开” under articles 14 to 16: a partial answer withholds too.
        return withheld
    # “申请政府信息公开，行政机关不予公开”, to the letter: everything that withholds.
    return withheld or kind == "inquiry"


def third_notice(snapshot: Snapshot) -> Letter:
    """告知第三方书: what is made public against its will, and why (第三十二条)."""
    frozen = Frozen(snapshot)
    return _letter(
        frozen,
        "公开决定告知书",
        said("关于下列政府信息：", _described(frozen)),
        said("你（单位）不同意公开。本机关认为不公开可能对公共利益造成重大影响，决定予以公开。"),
        said("公开的内容：", sentence(frozen.text("content"), 20)),
        said("理由：", sentence(frozen.text("public_interest"), 20)),
        *told(frozen, frozen.day("answered_on"), "公开决定"),
        said("依据：", cited(L[32]), "。"),
        to=filled("", 12),
        dated=frozen.day("third_told_on"),
    )
