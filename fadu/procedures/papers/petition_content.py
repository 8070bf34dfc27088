"""内容: what the papers of petition work must state ——《信访工作条例》第三十二条第一款、第三十四条。"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.documents.papers import Paper
from fadu.engine.declare import ALWAYS, Document, Missing
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import PETITION_2022 as L
from fadu.procedures.papers.snapshot import Frozen, Snapshot

Asked: TypeAlias = "tuple[Cite, Label, object]"


def contents(snapshot: Snapshot) -> list[Missing]:
    """What the paper named in ``snapshot["paper"]["kind"]`` must state and would lack; empty if it may be made."""
    frozen = Frozen(snapshot)
    asks = ASKS.get(frozen.kind)
    return [Missing(cite, what) for cite, what, there in asks(frozen) if not there] if asks else []


def served(
    key: str, name: Label, cites: Cite, compose: Callable[[Snapshot], Paper], word: str, only: Q = ALWAYS
) -> Document:
    """A numbered paper that is handed to somebody."""
    return Document(key, name, cites, compose=compose, contents=contents, word=word, served=True, only=only)


def _opinion(frozen: Frozen) -> Iterator[Asked]:
    yield L[32, 1], _("信访人投诉请求"), frozen.text("request")
    yield L[32, 1], _("事实和理由"), frozen.text("facts_found")
    yield L[32, 1], _("处理意见"), frozen.text("opinion")
    yield L[32, 1], _("法律法规依据"), frozen.text("opinion_basis")


def _extension(frozen: Frozen) -> Iterator[Asked]:
    yield L[34], _("延期理由"), frozen.text("extension_reason")


def _review(frozen: Frozen) -> Iterator[Asked]:
    yield L[35], _("复查、复核意见"), frozen.text("opinion")


ASKS: dict[str, Callable[[Frozen], Iterator[Asked]]] = {
    "petition_opinion": _opinion,
    "extension_notice": _extension,
    "petition_review_opinion": _review,
}
"""The papers whose content the text lists; the older text lists none, and asks the same of a written answer."""
