"""建议书的答复函: what was adopted of a judicial or procuratorial suggestion, and what is done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Letter
from fadu.engine.declare import Missing
from fadu.law.statutes import JUDICIAL_SUGGESTION_2023 as S
from fadu.law.statutes import PROCURATORIAL_SUGGESTION_2019 as P
from fadu.procedures.papers.parts import cited, filled, on_day, said, sentence
from fadu.procedures.papers.snapshot import Frozen, Snapshot


def _prosecutor(frozen: Frozen) -> bool:
    return frozen.text("kind") in {"general", "public_interest"}


def reply_letter(snapshot: Snapshot) -> Letter:
    """答复函 in writing to the court or the procuratorate (法释〔2023〕11号第八条第一款; 检察建议工作规定第十九条)."""
    frozen = Frozen(snapshot)
    prosecutor = _prosecutor(frozen)
    what = "检察建议" if prosecutor else "司法建议"
    return Letter(
        f"关于{what}的答复函",
        (
            said(
                "本机关于",
                on_day(frozen.day("received_on")),
                "收到",
                filled(frozen.text("issuer_number"), 10),
                f"{what}书，",
                filled(frozen.shown("adopted"), 6),
                "其建议。",
            ),
            said("现将处理情况答复如下：", sentence(frozen.text("reply"), 28)),
            said("依据：", cited(P[19] if prosecutor else S[8, 1]), "。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(frozen.text("issuer"), 12),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=frozen.day("replied_on") or frozen.issued_on,
    )


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the answer must state and would lack."""
    frozen = Frozen(snapshot)
    asked = (
        (P[19] if _prosecutor(frozen) else S[8, 1], _("书面答复的内容"), frozen.text("reply")),
        (P[19] if _prosecutor(frozen) else S[8, 1], _("采纳情况"), frozen.text("adopted")),
    )
    return [Missing(cite, what) for cite, what, there in asked if not there]
