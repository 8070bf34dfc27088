"""接收已决定的行政处罚: decided penalties in the 双公示 layout become closed cases, each with its ledger entry.

The 双公示 layout does not say by which procedure a penalty was imposed. 发改办财金〔2018〕424号 leaves penalties of the
summary procedure out of it, therefore every row is taken as one of the ordinary procedure; this is a reading.
Nothing of such a case is newly judged: its record is marked as taken over, and no step is claimed but its decision.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine.models import Case, Paper, Party, PartyKind, Taken
from fadu.engine.registry import NoEdition, governing
from fadu.exchange import bulk
from fadu.exchange.checks import Decided, Fault, check, values
from fadu.exchange.layout import PENALTIES, PENALTIES_2016, Column, recognise
from fadu.exchange.models import Batch, Handover
from fadu.exchange.organs import Organs
from fadu.exchange.tables import Table, Unreadable, read_table, write_table
from fadu.ledger.book import Draft, append_many
from fadu.organs.models import Organ, Person
from fadu.organs.secret import fingerprint
from fadu.procedures.models import OrdinaryPenalty

PROCEDURE = "penalty_ordinary"
DECISION = "decision"
PAPERS = ("penalty_decision", "summary_decision")
ACT = "take_over"
OWN = frozenset(  # the standard's columns that the case itself keeps; the rest goes into the handover
    {"CF_XDR_MC", "CF_XDR_SHXYM", "CF_FRDB", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_WSH", "CF_WFXW", "CF_SY", "CF_YJ",
     "CF_NR", "CF_JDRQ", "CF_CFJG", "CF_CFJGDM"}
)  # fmt: skip
Progress = Callable[[str, int], None]


@dataclass
class Imported:
    """What became of a file. ``faults`` refuse rows, ``warnings`` and ``notices`` do not."""

    rows: int = 0
    taken: int = 0
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    refused: list[Decided] = field(default_factory=list)
    organs: list[str] = field(default_factory=list)


def import_penalties(
    path: Path,
    *,
    by: Person,
    today: date,
    region: str = "",
    accept_good: bool = False,
    refused: Path | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Take over the decided penalties in ``path``, all in one transaction.

    With any row refused nothing is changed, unless ``accept_good``: then the good rows are taken and the refused ones
    written to ``refused`` with their faults. ``region`` (six digits) is where an organ whose code names no known region
    belongs. Raises ``Unreadable`` when the file is no table of this layout.
    """
    told = progress or (lambda _what, _done: None)
    table = read_table(path)
    layout, rows, notices = _rows(path, table)
    told("read", len(rows))
    outcome = Imported(rows=len(rows), notices=notices)
    decided = _checked(rows, layout, today, told)
    with transaction.atomic():
        _duplicates(decided)
        organs = Organs(region)
        for row in decided:
            organs.find(row)
        good = [row for row in decided if not row.faults]
        outcome.refused = [row for row in decided if row.faults]
        outcome.faults = [fault for row in outcome.refused for fault in row.faults]
        outcome.warnings = [warning for row in decided for warning in row.warnings]
        if outcome.refused and not accept_good:
            good = []
        if good:
            outcome.organs = organs.register()
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            batch = Batch.objects.create(
                name=path.name[:200],
                digest=f"sha256:{digest}",
                layout="2018" if layout is PENALTIES else "2016",
                taken=len(good),
                refused=len(outcome.refused),
                on=today,
                by=by,
            )
            _take(good, organs, batch, by, now or timezone.now(), told)
            outcome.taken = len(good)
    if outcome.refused and refused:
        write_refused(refused, outcome.refused, layout)
    return outcome


def _rows(path: Path, table: Table) -> tuple[tuple[Column, ...], list[tuple[int, dict[str, str]]], list[str]]:
    """The data rows by code, with their line; the header is sought in the first ten rows."""
    best = max(range(min(10, len(table.rows))), key=lambda at: len(recognise(table.rows[at])[1]), default=None)
    if best is None:
        raise Unreadable(_("{file}：没有数据行").format(file=path))
    layout, places, strangers = recognise(table.rows[best])
    asked = [column for column in layout if column.asked == "always"]
    missing = [column for column in asked if column not in places.values()]
    if len(places) < 5 or missing:
        raise Unreadable(
            _("{file}：不是双公示行政处罚格式，表头缺少：{missing}。表头可用中文名称或者字段代码").format(
                file=path, missing="、".join(f"{column.label}（{column.code}）" for column in missing)
            )
        )
    notices = list(table.notices)
    if strangers:
        notices.append(_("不认识的列没有导入：{names}").format(names="、".join(strangers)))
    if layout is PENALTIES_2016:
        notices.append(_("按 2016 年格式读取；其中没有的栏目（罚款金额、有效期等）留空"))
    rows = []
    for line, cells in zip(table.lines[best + 1 :], table.rows[best + 1 :], strict=True):
        by_code = {column.code: cells[at] for at, column in places.items() if at < len(cells)}
        if len(cells) > len(table.rows[best]) and any(cell.strip() for cell in cells[len(table.rows[best]) :]):
            raise Unreadable(
                _("{file} 第{line}行：有 {n} 格，比表头多，请检查逗号和引号").format(file=path, line=line, n=len(cells))
            )
        if any(value.strip() for value in by_code.values()):
            rows.append((line, by_code))
    if not rows:
        raise Unreadable(_("{file}：只有表头，没有数据行").format(file=path))
    return layout, rows, notices


def _checked(
    rows: Sequence[tuple[int, dict[str, str]]], layout: tuple[Column, ...], today: date, told: Progress
) -> list[Decided]:
    decided = []
    for done, (line, cells) in enumerate(rows, start=1):
        decided.append(check(line, cells, layout, today))
        if not done % 10000:
            told("check", done)
    return decided


def _duplicates(decided: Sequence[Decided]) -> None:
    """A decision's number stands once in the file, and is not in the database yet, for the same organ."""
    first: dict[tuple[str, str], int] = {}
    for row in decided:
        key = (row.cells.get("CF_CFJGDM") or row.cells.get("CF_CFJG", ""), row.cells.get("CF_WSH", ""))
        if key[1] and (line := first.setdefault(key, row.line)) != row.line:
            row.fault("CF_WSH", _("与第{line}行重复，请删去其一").format(line=line))
    held = _held({row.cells.get("CF_WSH", "") for row in decided if not row.faults} - {""})
    for row in decided:
        organs = held.get(row.cells.get("CF_WSH", ""), set())
        if not row.faults and (row.cells.get("CF_CFJGDM", "") in organs or row.cells.get("CF_CFJG", "") in organs):
            row.fault("CF_WSH", _("系统中已有此文号的处罚决定，请勿重复导入"))


def _held(numbers: set[str]) -> dict[str, set[str]]:
    """Those of the decision numbers that the house already has, with the codes and names of their organs."""
    held: dict[str, set[str]] = {}
    record = OrdinaryPenalty.objects
    for part in batched(sorted(numbers), 900):
        imported = record.filter(decision_number__in=part).values_list(
            "decision_number", "case__organ__code", "case__organ__name"
        )
        issued = Paper.objects.filter(number__in=part, kind__in=PAPERS, voided_on=None).values_list(
            "number", "organ__code", "organ__name"
        )
        for number, code, name in (*imported, *issued):
            held.setdefault(number, set()).update(each for each in (code, name) if each)
    return held


def batched(items: Sequence[str], size: int) -> Iterable[list[str]]:
    """``items`` in lists of at most ``size``: a database takes only so many values in one question."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def _numbers(rows: Sequence[Decided], organs: Sequence[Organ]) -> list[str]:
    """Case numbers: the decision's own, with what tells it apart where two organs use the same or it is too long."""
    wanted = [row.cells["CF_WSH"] for row in rows]
    taken: set[str] = set()
    for part in batched(sorted(set(wanted)), 900):
        taken.update(Case.objects.filter(number__in=part).values_list("number", flat=True))
    numbers = []
    for number, organ in zip(wanted, organs, strict=True):
        unique = number if len(number) <= 80 else f"{number[:60]}…{fingerprint(number)[-18:]}"
        if unique in taken:
            unique = f"{unique[:60]}·{organ.code or organ.pk}"
        taken.add(unique)
        numbers.append(unique)
    return numbers


def _take(rows: Sequence[Decided], known: Organs, batch: Batch, by: Person, now: datetime, told: Progress) -> None:
    organs = [known.of(row) for row in rows]
    many = len(rows)
    numbers = _numbers(rows, organs)
    records = [values(row) for row in rows]
    parties = [row.cells["CF_XDR_MC"] for row in rows]
    days = [row.decided_on for row in rows]
    cases = bulk.keys(Case, many)
    bulk.insert(
        Case,
        many,
        {
            "procedure": PROCEDURE,
            "source": "imported",
            "stage": DECISION,
            "outcome": "punished",
            "imported": True,
            "entered_at": now,
            "stopped": False,
            "contested": False,
        },
        {
            "id": cases,
            "number": numbers,
            "title": [str(record["act"])[:200] for record in records],
            "party_name": parties,
            "organ_id": [organ.pk for organ in organs],
            "region_id": [organ.region_id for organ in organs],
            "domain": [organ.domain for organ in organs],
            "opened_on": days,
            "closed_on": days,
        },
    )
    told("cases", many)
    _insert_records(records, cases)
    traces = [fingerprint(row.cells.get("CF_XDR_SHXYM") or row.cells.get("CF_XDR_ZJHM", "")) for row in rows]
    bulk.insert(
        Party,
        many,
        {"role": "party"},
        {
            "case_id": cases,
            "kind": [row.kind for row in rows],
            "name": parties,
            "code": [row.cells.get("CF_XDR_SHXYM", "") for row in rows],
            "code_reason": [_code_reason(row) for row in rows],
            "representative": [row.cells.get("CF_FRDB", "") for row in rows],
            "id_kind": [row.cells.get("CF_XDR_ZJLX", "")[:40] for row in rows],
            "id_number": [row.cells.get("CF_XDR_ZJHM", "") for row in rows],
            "trace": traces,
        },
    )
    told("parties", many)
    editions, cites = _editions(set(days))
    entries = append_many(
        Draft(
            stream=number,
            act=ACT,
            actor=by.username,
            on=day,
            at=now,
            cites=cites[day],
            content={
                "batch": batch.digest,
                "line": row.line,
                "organ": organ.code or organ.name,
                "decision_number": row.cells["CF_WSH"],
                "party": trace or fingerprint(party),
                "classes": row.cells["CF_CFLB"],
                "fine": record.get("fine"),
                "forfeited": record.get("income") or record.get("goods_value"),
            },
        )
        for number, day, row, organ, party, trace, record in zip(
            numbers, days, rows, organs, parties, traces, records, strict=True
        )
    )
    told("ledger", many)
    bulk.insert(
        Taken,
        many,
        {
            "seq": 1,
            "step": DECISION,
            "outcome": "punished",
            "entered_at": now,
            "by_id": by.pk,
            "entered_by_id": by.pk,
            "note": "",
        },
        {
            "case_id": cases,
            "edition": [editions[day] for day in days],
            "on": days,
            "late": [day < timezone.localdate(now) for day in days],
            "entry": [entry.number for entry in entries],
        },
    )
    bulk.insert(
        Handover,
        many,
        {"batch_id": batch.pk},
        {"case_id": cases, "line": [row.line for row in rows], "rest": [_rest(row) for row in rows]},
    )
    bulk.analyse(Case, OrdinaryPenalty, Party, Taken)
    told("done", many)


def _editions(days: set[date]) -> tuple[dict[date, str], dict[date, list[str]]]:
    """The edition that governed each day, and what its entries cite; nothing for days before the oldest we have."""
    editions: dict[date, str] = {}
    cites: dict[date, list[str]] = {}
    for day in days:
        try:
            rule = governing(PROCEDURE, day)
        except NoEdition:
            editions[day], cites[day] = "", []
        else:
            editions[day], cites[day] = rule.edition, [rule.cites[0].key]
    return editions, cites


def _insert_records(records: Sequence[dict[str, Any]], cases: Sequence[int]) -> None:
    record = OrdinaryPenalty
    columns = {name for each in records for name in each}
    defaults = {field.attname: field.get_default() for field in record._meta.concrete_fields}
    bulk.insert(
        record,
        len(records),
        {},
        {"case_id": cases} | {name: [each.get(name, defaults[name]) for each in records] for name in columns},
    )


def _code_reason(row: Decided) -> str:
    if row.kind != PartyKind.PERSON and any(warning.column.startswith("行政相对人代码_1") for warning in row.warnings):
        return _("导入：校验位不符，按来源系统采用")
    return ""


def _rest(row: Decided) -> str:
    kept = {code: value for code, value in row.cells.items() if code not in OWN}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def write_refused(path: Path, rows: Iterable[Decided], layout: tuple[Column, ...]) -> None:
    """Write the refused rows as they came, each with its line and its faults, to be mended and imported again."""
    head = [*(column.code for column in layout), _("原行号"), _("拒绝原因")]
    body = [
        [
            *(row.given.get(column.code, "") for column in layout),
            str(row.line),
            "；".join(_("{column}：{words}").format(column=f.column, words=f.words) for f in row.faults),
        ]
        for row in rows
    ]
    write_table(path, [head, *body])
