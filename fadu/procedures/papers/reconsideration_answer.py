"""行政复议答复书: what the respondent answers, on lawfulness and fitness and on each request."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Letter
from fadu.engine.declare import Missing
from fadu.law.statutes import REVIEW_2017 as OLD
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers.parts import cited, filled, name_of, on_day, said, sentence
from fadu.procedures.papers.snapshot import Frozen, Snapshot

NEW_LAW, NEW_RULES = date(2024, 1, 1), date(2026, 7, 1)


def answer_letter(snapshot: Snapshot) -> Letter:
    """答复书, with the evidence, the basis and other materials (第四十八条; 条例第四十一条)."""
    frozen = Frozen(snapshot)
    on = frozen.day("answered_on") or frozen.issued_on
    old = bool(on and on < NEW_LAW)
    basis = (OLD[23, 1],) if old else (L[54, 1] if frozen.yes("summary") else L[48],)
    more = (R[41],) if on and on >= NEW_RULES else ()
    return Letter(
        "行政复议答复书",
        (
            said(
                "你机关",
                filled(frozen.text("notice_number"), 10),
                "答复通知书，本机关于",
                on_day(frozen.day("copy_on")),
                "收到。申请人",
                filled(name_of(frozen.party), 8),
                "申请行政复议的行政行为：",
                sentence(frozen.text("act"), 16),
            ),
            said("现依照", cited(*basis, *more), "答复如下：", sentence(frozen.text("answer"), 28)),
            said("作出该行政行为的证据、依据和其他有关材料一并提交。"),
        ),
        kind="decision",
        mark=frozen.organ,
        number=frozen.reference,
        addressee=filled(frozen.text("reconsideration_organ"), 12),
        attachments=("证据目录和证据", "作出行政行为的依据"),
        signature=(frozen.organ,) if frozen.organ else (),
        dated=on,
    )


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the answer must state and would lack."""
    frozen = Frozen(snapshot)
    return [] if frozen.text("answer") else [Missing(L[48], _("书面答复"))]
