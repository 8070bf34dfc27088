"""What is punished and how, in words: the facts, the classes of penalty of 《行政处罚法》第九条 and their amounts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fadu.documents.numerals import money
from fadu.documents.papers import Words
from fadu.procedures.papers.parts import amount, joined, listed
from fadu.procedures.papers.snapshot import Frozen

# Class of penalty, its word, and the column of its amount; in the order of 第九条.
CLASSES = (
    ("warned", "警告", ""),
    ("criticised", "通报批评", ""),
    ("fined", "罚款", "fine"),
    ("forfeited_income", "没收违法所得", "income"),
    ("forfeited_goods", "没收非法财物", "goods_value"),
    ("licence_suspended", "暂扣许可证件", ""),
    ("grade_lowered", "降低资质等级", ""),
    ("licence_revoked", "吊销许可证件", ""),
    ("business_restricted", "限制开展生产经营活动", ""),
    ("business_suspended", "责令停产停业", ""),
    ("closed_down", "责令关闭", ""),
    ("practice_banned", "限制从业", ""),
    ("detained", "行政拘留", ""),
    ("other_penalty", "其他行政处罚", ""),
)
LICENCES = frozenset({"licence_suspended", "licence_revoked"})


def facts(frozen: Frozen) -> str:
    """The facts as found; before they are, the act as first reported."""
    return frozen.text("facts_found") or frozen.text("act")


def imposed(frozen: Frozen, *, proposed: bool = False) -> tuple[str, ...]:
    """The classes of penalty decided, or those proposed."""
    before = "proposed_" if proposed else ""
    return tuple(name for name, _, _ in CLASSES if frozen.yes(before + name))


def penalty_words(frozen: Frozen, *, proposed: bool = False) -> Words:
    """The penalties in words; empty where none is entered. What the officer wrote out goes before the bare classes."""
    written = "" if proposed else frozen.text("penalty").rstrip("。")
    return written or listed(_named(frozen, proposed=proposed), "；")


def _named(frozen: Frozen, *, proposed: bool) -> Iterator[Words]:
    before = "proposed_" if proposed else ""
    for name, word, column in CLASSES:
        if not frozen.yes(before + name):
            continue
        sum_ = frozen.money(before + column) if column else None
        if name == "other_penalty":
            yield frozen.text("other_words") or word
        elif name in LICENCES and frozen.text("licence"):
            yield f"{word}（{frozen.text('licence')}）"
        elif sum_ is not None:
            yield f"{word}（价值{_digits(sum_)}）" if name == "forfeited_goods" else joined(word, amount(sum_))
        else:
            yield joined(word, amount(None)) if column and name != "forfeited_goods" else word


def _digits(sum_: Decimal) -> str:
    """Money in digits; what has half a 分 as it was entered."""
    return money(sum_) if sum_ == sum_.quantize(Decimal("0.01")) else f"{sum_}元"


def is_fine(frozen: Frozen) -> bool:
    """Is there money to be paid?"""
    return frozen.yes("fined") or frozen.money("fine") is not None
