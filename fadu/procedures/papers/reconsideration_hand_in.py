"""经处罚机关提交的申请: the letter that forwards it, the notice that the penalty was set right."""

from __future__ import annotations

from fadu.documents.papers import Letter
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers.parts import cited, decision, filled, name_of, on_day, said, sentence
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def forwarding_letter(snapshot: Snapshot) -> Letter:
    """转送函 within five days, with the application (第三十二条第二款)."""
    frozen = Frozen(snapshot)
    return Letter(
        "行政复议申请转送函",
        (
            said(
                "本机关于",
                on_day(frozen.day("handed_in_on")),
                "收到",
                filled(name_of(frozen.party), 8),
                "对下列行政处罚决定的行政复议申请：",
                sentence(frozen.text("act"), 16),
            ),
            said("本机关认为需要维持该决定，依照", cited(L[32, 2]), "，现将申请材料转送你机关。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(frozen.text("forwarded_to"), 12),
        attachments=("行政复议申请材料",),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.day("forwarded_on") or frozen.issued_on,
    )


def correction_notice(snapshot: Snapshot) -> Letter:
    """自行纠正告知书 to the applicant; a copy goes to the reconsideration organ (条例第三十八条第一款)."""
    frozen = Frozen(snapshot)
    return decision(
        frozen,
        "行政处罚自行纠正告知书",
        (
            said("你（单位）于", on_day(frozen.day("handed_in_on")), "对下列行政处罚决定申请行政复议："),
            said(sentence(frozen.text("act"), 16)),
            said(
                "本机关认为该决定违法或者不当，已于",
                on_day(frozen.day("corrected_on")),
                "自行纠正（",
                filled(frozen.shown("correction"), 6),
                "）：",
                sentence(frozen.text("correction_content"), 20),
            ),
            said(
                "依照",
                cited(R[38, 1]),
                "告知。你（单位）仍坚持对原决定申请行政复议的，请向有管辖权的行政复议机关申请；自提交申请之日至告知之日的"
                "期间不计入申请期限（",
                cited(R[38, 2]),
                "）。",
            ),
        ),
        label="申请人",
        dated=frozen.day("told_on"),
    )
