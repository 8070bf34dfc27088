"""导出: the decided penalties of a region and time in the 双公示 layout, as they were taken in or as decided here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from fadu.engine.models import Case, Paper, Party, PartyKind, Publication
from fadu.exchange.checks import LONG_TERM, WAN
from fadu.exchange.classes import NAMES, written
from fadu.exchange.layout import PENALTIES
from fadu.exchange.penalties import PAPERS
from fadu.procedures.models import OrdinaryPenalty

CATEGORIES = {
    PartyKind.COMPANY: "法人及非法人组织",
    PartyKind.TRADER: "个体工商户",
    PartyKind.PERSON: "自然人",
    PartyKind.OTHER: "法人及非法人组织",
}
HEAD = tuple(column.label for column in PENALTIES)
CODES = tuple(column.code for column in PENALTIES)
CLASSES = (*NAMES, "other_penalty", "other_words")
ROUND = 2000  # rows fetched at a time


def export_penalties(records: QuerySet[OrdinaryPenalty] | None = None, *, whole: bool = False) -> Iterator[list[str]]:
    """Rows in the layout's order, the head first.

    ``records`` are penalties of the ordinary procedure (default: all decided). What goes to the public carries no
    number of an identity paper; ``whole`` gives it, for handing over between authorities.
    """
    yield list(HEAD)
    rows = (OrdinaryPenalty.objects.all() if records is None else records).filter(
        decided_on__isnull=False, result="punished"
    )
    rows = rows.select_related("case", "case__organ", "case__handover").prefetch_related(
        Prefetch("case__parties", Party.objects.filter(role="party").order_by("id")),
        Prefetch("case__papers", Paper.objects.filter(kind__in=PAPERS, voided_on=None)),
        Prefetch("case__publications", Publication.objects.filter(withdrawn_on=None)),
    )
    for record in rows.order_by("decided_on", "case_id").iterator(chunk_size=ROUND):
        yield _row(record, record.case, whole=whole)


def _row(record: Any, case: Case, *, whole: bool) -> list[str]:
    handover = getattr(case, "handover", None)
    cells: dict[str, str] = json.loads(handover.rest) if handover and handover.rest else {}
    party = next(iter(case.parties.all()), None)
    paper = next(iter(case.papers.all()), None)
    shown = next(iter(case.publications.all()), None)
    cells |= {
        "CF_XDR_MC": party.name if party else case.party_name,
        "CF_WSH": record.decision_number or (paper.number if paper else ""),
        "CF_WFXW": record.act or case.title,
        "CF_SY": record.facts_found,
        "CF_YJ": record.basis,
        "CF_CFLB": written({name: getattr(record, name) for name in CLASSES}),
        "CF_NR": record.penalty,
        "CF_NR_FK": _wan(record.fine),
        "CF_NR_WFFF": _wan(sum(filter(None, (record.income, record.goods_value)), Decimal(0)) or None),
        "CF_NR_ZKDX": record.licence,
        "CF_JDRQ": _day(record.decided_on),
        "CF_CFJG": case.organ.name,
        "CF_CFJGDM": case.organ.code,
    }
    if party:
        cells |= {
            "CF_XDR_SHXYM": party.code,
            "CF_FRDB": party.representative,
            "CF_XDR_ZJLX": party.id_kind,
            "CF_XDR_ZJHM": party.id_number if whole else "",
        }
    if not whole:
        cells.pop("CF_FR_ZJHM", None)
    cells.setdefault("CF_XDR_LB", CATEGORIES[PartyKind(party.kind)] if party else "")
    # 处罚有效期: the standard writes 2099/12/31 for a decision without an end; ours have none.
    cells.setdefault("CF_YXQ", _day(LONG_TERM))
    cells.setdefault("CF_GSJZQ", _day(shown.until) if shown else "")
    cells.setdefault("CF_SJLY", case.organ.name)
    cells.setdefault("CF_SJLYDM", case.organ.code)
    return [cells.get(code, "") for code in CODES]


def _wan(yuan: Decimal | None) -> str:
    """元 as 万元, without needless zeros; empty stays empty."""
    if yuan is None:
        return ""
    return f"{(yuan / WAN).normalize():f}"


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}" if day else ""
