"""区划导入: the regions of a county from the statistics bureau's lists, townships by nine digits, villages by twelve.

The file is CSV with the columns ``code`` and ``name``; ``areaCode`` and ``streetCode``, where given, must agree with
the code. Province, city and county are made from the code; their names come from the file, from ``names``, or from the
GB/T 2260 table that python-stdnum carries. Nothing is written unless every row is right.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _
from stdnum import numdb

from fadu.organs.kinds import Level
from fadu.organs.models import Region

LENGTHS = {2, 4, 6, 9, 12}
# Columns that repeat the start of the code, and how much of it.
REPEATS = {"provinceCode": 2, "cityCode": 4, "areaCode": 6, "streetCode": 9}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row: file, row (the header is row 1), column, and what to do."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        return _("{file} 第{row}行 {column}：{message}").format(
            file=self.file, row=self.row, column=self.column, message=self.message
        )


class BadRegions(ValueError):
    """The files cannot be imported; ``faults`` lists every row that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Imported:
    """How many regions were new, how many were there before."""

    created: int
    updated: int


def level_of(code: str) -> Level:
    """The level that a twelve-digit code names, told by its trailing zeros."""
    return next(
        level for level in reversed(Level) if level == Level.PROVINCE or code[_above(level) : level.digits].strip("0")
    )


def _above(level: Level) -> int:
    return Level(level - 1).digits if level > Level.PROVINCE else 0


def parent_code(code: str) -> str | None:
    """Code of the region next above that exists; a city without counties is itself above its townships."""
    for level in range(level_of(code) - 1, 0, -1):
        above = code[: Level(level).digits].ljust(12, "0")
        if level_of(above) == level:
            return above
    return None


def known_name(code: str) -> str:
    """The name of a county, city or province in the GB/T 2260 table; empty when the table does not have it."""
    parts = numdb.get("cn/loc").info(code[:6])
    if level_of(code) == Level.PROVINCE:
        return str(parts[0][1].get("province", ""))
    names = [name for __, found in parts for name in found.get("county", "").split(",") if name]
    lasting = [name for name in names if name.endswith(("]", "")) and (not name.startswith("[") or "-]" in name)]
    return re.sub(r"^\[[^\]]*\]", "", lasting[-1]) if lasting else ""


def decode(data: bytes, file: str) -> str:
    """The text of a CSV file in UTF-8 or GB 18030 (what office programs write); raises ``BadRegions``."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadRegions([Fault(file, 1, "", _("不是文本文件，请另存为 UTF-8 编码的 CSV"))])


def _rows(path: Path, faults: list[Fault]) -> dict[str, tuple[str, int]]:
    """Twelve-digit code → name and row of one file; what is wrong is added to ``faults``."""
    try:
        reader = csv.DictReader(io.StringIO(decode(path.read_bytes(), path.name)), strict=True)
        missing = {"code", "name"} - set(reader.fieldnames or [])
        records = [] if missing else list(reader)
    except csv.Error as fault:
        faults.append(Fault(path.name, 1, "", _("不是 CSV 文件（{fault}）").format(fault=fault)))
        return {}
    if missing:
        faults.append(Fault(path.name, 1, "、".join(sorted(missing)), _("缺少该列；表头应为 code,name")))
        return {}
    found: dict[str, tuple[str, int]] = {}
    for number, record in enumerate(records, 2):
        code, name = (record["code"] or "").strip(), (record["name"] or "").strip()
        before = len(faults)
        if not re.fullmatch(r"[0-9]+", code) or len(code) not in LENGTHS:
            faults.append(Fault(path.name, number, "code", _("“{code}”应为 2、4、6、9 或 12 位数字").format(code=code)))
        if not name or len(name) > 60:
            faults.append(Fault(path.name, number, "name", _("名称应为 1 至 60 个字")))
        for column, digits in REPEATS.items():
            given = (record.get(column) or "").strip()
            # The lists give cityCode with two digits, the others whole.
            if given and not code[:digits].endswith(given):
                faults.append(
                    Fault(path.name, number, column, _("“{given}”与代码“{code}”不一致").format(given=given, code=code))
                )
        full = code.ljust(12, "0")
        if len(faults) == before and found.setdefault(full, (name, number))[0] != name:
            faults.append(
                Fault(path.name, number, "code", _("代码{code}与第{row}行重复").format(code=code, row=found[full][1]))
            )
    return found


@transaction.atomic
def import_regions(paths: Iterable[Path], names: Mapping[str, str] | None = None) -> Imported:
    """Take the regions of all ``paths`` together; ``names`` (six digits or fewer → name) wins over the table.

    A village must find its township in the files or the database. Regions that exist get the name of the file; none
    is removed. Raises ``BadRegions`` and then changes nothing.
    """
    faults: list[Fault] = []
    wanted: dict[str, str] = {}
    where: dict[str, tuple[str, int]] = {}
    for path in paths:
        for code, (name, row) in _rows(path, faults).items():
            wanted[code], where[code] = name, (path.name, row)
    given = {code.ljust(12, "0"): name for code, name in (names or {}).items()}
    existing = set(Region.objects.values_list("code", flat=True))
    for code in list(wanted):
        file, row = where[code]
        above = parent_code(code)
        while above is not None and above not in wanted and above not in existing:
            name = given.get(above, "") or (known_name(above) if level_of(above) <= Level.COUNTY else "")
            if not name:
                faults.append(
                    Fault(file, row, "code", _("上级区划{code}不在文件中，也未入库，名称不详").format(code=above))
                )
                break
            wanted[above], where[above] = name, (file, row)
            above = parent_code(above)
    if faults:
        raise BadRegions(faults)
    wanted |= {code: name for code, name in given.items() if code in wanted or code in existing}
    Region.objects.bulk_create(
        [
            Region(code=code, name=name, level=level_of(code), parent_id=parent_code(code))
            for code, name in sorted(wanted.items(), key=lambda pair: (level_of(pair[0]), pair[0]))
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "level", "parent"],
    )
    updated = len(existing & set(wanted))
    return Imported(created=len(wanted) - updated, updated=updated)
