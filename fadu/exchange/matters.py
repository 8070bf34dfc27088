"""接收其他系统登记的事项: a table whose headers are the record's own names becomes cases of its procedure.

Petitions lie in the petition information system, work orders in the city's hotline platform; the layouts of their
exports were not seen, so the headers asked for are the labels (or names) of our record's columns. Nothing of such a
case is newly judged: what its row states must be a state the law allows, its dated columns become the steps that set
them, and the case is marked as taken over. A case whose closing day stands in the row is closed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from fadu.engine import deadlines, guards
from fadu.engine.conditions import refuses
from fadu.engine.declare import Outcome, Procedure, Step
from fadu.engine.facts import Never
from fadu.engine.file import open_file
from fadu.engine.models import Case, Party, PartyKind, Record, Taken
from fadu.engine.registry import NoEdition, editions, governing, newest
from fadu.exchange import bulk
from fadu.exchange.checks import Fault, read_day
from fadu.exchange.models import Batch, Handover
from fadu.exchange.penalties import Imported, batched
from fadu.exchange.tables import Unreadable, read_table
from fadu.ledger.book import Draft, append_many
from fadu.organs.models import Organ, Person
from fadu.organs.secret import fingerprint

ACT = "take_over"
YES = {"是": True, "1": True, "否": False, "0": False}
# What every case has besides its record. 办结日期 is asked where the closing step has no column for its day.
SPINE = {"编号": "number", "机关": "organ", "案由": "title", "当事人": "party", "结案日期": "closed_on"}
Progress = Callable[[str, int], None]


@dataclass
class Matter:
    """One row as read: what its cells say of the case and of the record, and what is wrong with it."""

    line: int
    spine: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    record: Record | None = None
    taken: list[tuple[date, Procedure, Step, Outcome | None]] = field(default_factory=list)
    closed_on: date | None = None

    def fault(self, column: str, words: str) -> None:
        self.faults.append(Fault(self.line, column, words))


def import_matters(
    procedure: str,
    path: Path,
    *,
    by: Person,
    today: date,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Take over the cases of ``procedure`` in ``path``: all rows or none, in one transaction.

    Raises ``Unreadable`` when the file is no table, names no number, organ or title, or has a header nobody knows.
    """
    told = progress or (lambda _what, _done: None)
    rows = _rows(procedure, path)
    told("read", len(rows))
    outcome = Imported(rows=len(rows))
    organs = {organ.name: organ for organ in Organ.objects.filter(active=True)}
    dated = _dated(procedure)
    with transaction.atomic():
        _duplicates(rows)
        for done, row in enumerate(rows, start=1):
            _check(row, procedure, organs, dated, today)
            if not done % 10000:
                told("check", done)
        outcome.faults = [fault for row in rows for fault in row.faults]
        if outcome.faults:
            return outcome
        digest = f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        batch = Batch.objects.create(
            name=path.name[:200], digest=digest, layout=procedure[:20], taken=len(rows), on=today, by=by
        )
        _take(procedure, rows, organs, batch, by, now or timezone.now())
        outcome.taken = len(rows)
        told("done", len(rows))
    return outcome


def headers(procedure: str) -> dict[str, str]:
    """The headers a file may have: label and name of each column of the record, and what every case has."""
    known = dict(SPINE)
    for column in newest(procedure).record._meta.concrete_fields:
        if not column.primary_key:
            known[str(column.verbose_name)] = known[column.name] = column.name
    return known


def _rows(procedure: str, path: Path) -> list[Matter]:
    table = read_table(path)
    if not table.rows:
        raise Unreadable(_("{file}：没有数据行").format(file=path))
    known = headers(procedure)
    places = [known.get(cell.strip().lstrip("\ufeff"), "") for cell in table.rows[0]]
    strange = [cell for cell, name in zip(table.rows[0], places, strict=True) if cell.strip() and not name]
    missing = [label for label in ("编号", "机关", "案由") if SPINE[label] not in places]
    if strange or missing:
        raise Unreadable(
            _("{file}：表头缺少{missing}，不认识{strange}。表头用本平台记录的栏名").format(
                file=path, missing="、".join(missing) or "—", strange="、".join(strange) or "—"
            )
        )
    rows = []
    columns = newest(procedure).record._meta
    chosen = {
        each.name: {str(name): key for key, name in each.choices} | {key: key for key, _name in each.choices}
        for each in columns.concrete_fields
        if each.choices
    }
    for line, cells in zip(table.lines[1:], table.rows[1:], strict=True):
        row = Matter(line)
        for name, cell in zip(places, cells, strict=False):
            value = cell.strip()
            if not value or not name:
                continue
            if name in SPINE.values():
                row.spine[name] = value
            else:
                _read(row, columns.get_field(name), value, chosen)
        if row.spine or row.facts:
            rows.append(row)
    if not rows:
        raise Unreadable(_("{file}：只有表头，没有数据行").format(file=path))
    return rows


def _read(row: Matter, column: Any, value: str, chosen: Mapping[str, Mapping[str, str]]) -> None:
    """Put a cell into the row's facts, as its column holds it."""
    if isinstance(column, models.BooleanField):
        if value not in YES:
            row.fault(str(column.verbose_name), _("只能写“是”或者“否”"))
            return
        row.facts[column.name] = YES[value]
    elif isinstance(column, models.DateField) and not isinstance(column, models.DateTimeField):
        day = read_day(value)
        if day is None:
            row.fault(str(column.verbose_name), _("不是日期，请写成 2024-03-01"))
            return
        row.facts[column.name] = day
    elif isinstance(column, models.DateTimeField):
        moment = _moment(value)
        if moment is None:
            row.fault(str(column.verbose_name), _("不是时间，请写成 2024-03-01 09:30"))
            return
        row.facts[column.name] = moment
    elif column.choices:
        if value not in chosen[column.name]:
            names = "、".join(str(name) for _key, name in column.choices)
            row.fault(str(column.verbose_name), _("只能是：{names}").format(names=names))
            return
        row.facts[column.name] = chosen[column.name][value]
    else:
        row.facts[column.name] = value


def _moment(value: str) -> datetime | None:
    """A point in time, Asia/Shanghai; None if it is none."""
    try:
        moment = datetime.fromisoformat(value.replace("/", "-"))
    except ValueError:
        return None
    return moment if moment.tzinfo else timezone.make_aware(moment)


def _duplicates(rows: Sequence[Matter]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        number = row.spine.get("number", "")
        if number and (line := first.setdefault(number, row.line)) != row.line:
            row.fault("编号", _("与第{line}行重复，请删去其一").format(line=line))
    held: set[str] = set()
    for part in batched(sorted(first), 900):
        held.update(Case.objects.filter(number__in=part).values_list("number", flat=True))
    for row in rows:
        if row.spine.get("number") in held:
            row.fault("编号", _("系统中已有此编号，请勿重复导入"))


def _dated(procedure: str) -> dict[str, dict[str, list[Step]]]:
    """By edition and column, the steps whose day stands in it."""
    found: dict[str, dict[str, list[Step]]] = {}
    for rule in editions(procedure):
        columns = found.setdefault(rule.edition, {})
        for step in rule.steps:
            if step.dated:
                columns.setdefault(step.dated, []).append(step)
    return found


def _check(
    row: Matter, procedure: str, organs: Mapping[str, Organ], dated: dict[str, dict[str, list[Step]]], today: date
) -> None:
    for label in ("编号", "机关", "案由"):
        if not row.spine.get(SPINE[label]):
            row.fault(label, _("必填，请补填"))
    if row.spine.get("organ") and row.spine["organ"] not in organs:
        row.fault("机关", _("系统中没有“{name}”，请先登记").format(name=row.spine["organ"]))
    if len(row.spine.get("number", "")) > 80:
        row.fault("编号", _("{n} 个字，超过 {most} 个字，请缩短").format(n=len(row.spine["number"]), most=80))
    row.closed_on = read_day(row.spine.get("closed_on", ""))
    if row.faults:
        return
    record = newest(procedure).record()
    for name, value in row.facts.items():
        column = record._meta.get_field(name)
        try:
            setattr(record, name, column.clean(value, record))  # type: ignore[union-attr]
        except ValidationError as error:
            row.fault(str(column.verbose_name), "；".join(error.messages))  # type: ignore[union-attr]
    if row.faults:
        return
    row.record = record
    for constraint in record._meta.constraints:
        # The table's own condition: made once, not once a row.
        if isinstance(constraint, Never) and refuses(cast("Q", constraint.condition), record):
            row.fault(
                "、".join(guards.label(record, name) for name in sorted(constraint.columns)),
                f"{constraint.says}（{constraint.cites}）",
            )
    _steps(row, procedure, record, dated, today)


def _steps(row: Matter, procedure: str, record: Record, dated: dict[str, dict[str, list[Step]]], today: date) -> None:
    """The steps that set the row's dated columns, each by the edition of its day."""
    for name, value in row.facts.items():
        day = timezone.localtime(value).date() if isinstance(value, datetime) else value
        if not isinstance(day, date):
            continue
        if day > today and any(name in columns for columns in dated.values()):
            row.fault(guards.label(record, name), _("日期晚于今日"))
            continue
        try:
            rule = governing(procedure, day)
        except NoEdition:
            continue
        if steps := dated[rule.edition].get(name):
            step, outcome = _ended(steps, record)
            row.taken.append((day, rule, step, outcome))
            if step.closes:
                row.closed_on = day
    order = {step.key: place for place, step in enumerate(newest(procedure).steps)}
    row.taken.sort(key=lambda each: (each[0], order.get(each[2].key, 0)))
    if not row.taken:
        row.fault("", _("没有一个办理环节的日期，请补填"))
    elif row.closed_on and row.closed_on < row.taken[-1][0]:
        row.fault("结案日期", _("早于最后一个环节的日期"))


def _ended(steps: Sequence[Step], record: Record) -> tuple[Step, Outcome | None]:
    """Which of the steps that set a day it was, and with which outcome: the first whose outcome the record shows."""
    for step in steps:
        for outcome in step.outcomes:
            if all(getattr(record, column) == value for column, value in outcome.sets.items()):
                return step, outcome
    return steps[0], None


def _take(
    procedure: str, rows: Sequence[Matter], organs: Mapping[str, Organ], batch: Batch, by: Person, now: datetime
) -> None:
    many = len(rows)
    own = [organs[row.spine["organ"]] for row in rows]
    opened = [row.taken[0][0] for row in rows]
    cases = bulk.keys(Case, many)
    bulk.insert(
        Case,
        many,
        {"procedure": procedure, "source": "imported", "imported": True, "entered_at": now, "stopped": False,
         "contested": False},
        {
            "id": cases,
            "number": [row.spine["number"] for row in rows],
            "title": [row.spine["title"][:200] for row in rows],
            "party_name": [row.spine.get("party", "")[:200] for row in rows],
            "organ_id": [organ.pk for organ in own],
            "region_id": [organ.region_id for organ in own],
            "domain": [organ.domain for organ in own],
            "opened_on": opened,
            "closed_on": [row.closed_on for row in rows],
            "stage": [row.taken[-1][2].key for row in rows],
            "outcome": [next((o.key for _d, _r, _s, o in reversed(row.taken) if o), "") for row in rows],
        },
    )  # fmt: skip
    _records(procedure, rows, cases)
    named = [(case, row.spine["party"]) for case, row in zip(cases, rows, strict=True) if row.spine.get("party")]
    bulk.insert(
        Party,
        len(named),
        {"role": "party", "kind": PartyKind.PERSON},
        {"case_id": [case for case, _name in named], "name": [name[:200] for _case, name in named]},
    )
    entries = append_many(
        Draft(
            stream=row.spine["number"],
            act=ACT,
            actor=by.username,
            on=on,
            at=now,
            cites=[row.taken[0][2].cites.key],
            content={
                "batch": batch.digest,
                "line": row.line,
                "organ": organ.code or organ.name,
                "party": fingerprint(row.spine.get("party", "")),
                "steps": [[step.key, day] for day, _rule, step, _outcome in row.taken],
                "closed_on": row.closed_on,
            },
        )
        for row, on, organ in zip(rows, opened, own, strict=True)
    )
    _taken(rows, cases, [entry.number for entry in entries], by, now)
    bulk.insert(Handover, many, {"batch_id": batch.pk}, {"case_id": cases, "line": [row.line for row in rows]})
    bulk.analyse(Case, newest(procedure).record, Party, Taken)
    for case, row in zip(cases, rows, strict=True):
        if row.closed_on is None:
            file = open_file(case)
            deadlines.project(file)
            file.case.save(update_fields=["next_due_on", "next_due"])


def _records(procedure: str, rows: Sequence[Matter], cases: Sequence[int]) -> None:
    record = newest(procedure).record
    names = list({name: None for row in rows for name in row.facts})
    found = [row.record for row in rows if row.record is not None]
    bulk.insert(record, len(rows), {}, {"case_id": cases} | {
        name: [getattr(each, name) for each in found] for name in names
    })  # fmt: skip


def _taken(rows: Sequence[Matter], cases: Sequence[int], entries: Sequence[int], by: Person, now: datetime) -> None:
    today = timezone.localdate(now)
    flat = [
        (case, entry, seq, *step)
        for case, entry, row in zip(cases, entries, rows, strict=True)
        for seq, step in enumerate(row.taken, start=1)
    ]
    bulk.insert(
        Taken,
        len(flat),
        {"entered_at": now, "by_id": by.pk, "entered_by_id": by.pk, "note": ""},
        {
            "case_id": [each[0] for each in flat],
            "entry": [each[1] for each in flat],
            "seq": [each[2] for each in flat],
            "on": [each[3] for each in flat],
            "late": [each[3] < today for each in flat],
            "edition": [each[4].edition for each in flat],
            "step": [each[5].key for each in flat],
            "outcome": [each[6].key if each[6] else "" for each in flat],
        },
    )
