"""机关名录: the organs of a county taken from one list, so that an administration can begin.

The file is CSV with the columns ``name`` and ``region`` (code, 6 to 12 digits), and, where known, ``code``
(统一社会信用代码), ``kind``, ``parent`` (name of the organ above), ``word`` (发文代字) and ``domain``. Kind and field
are written by key or in Chinese. An organ that is there already stays as it is. All rows are taken or none.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from django.db import models, transaction
from django.utils.translation import gettext as _

from fadu.organs.establishment import establish
from fadu.organs.kinds import Domain, OrganKind
from fadu.organs.models import Organ, Region
from fadu.organs.refusal import NotAllowed
from fadu.organs.regions import BadRegions, Fault, decode

NEEDED = ("name", "region")


class BadOrgans(ValueError):
    """The list cannot be taken; ``faults`` names every row that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Founded:
    """The organs that are new, and how many of the list were there before."""

    new: list[Organ]
    kept: int


@transaction.atomic
def found(path: Path) -> Founded:
    """Establish the organs of the list. The caller records the act. Raises ``BadOrgans`` and then changes nothing."""
    faults: list[Fault] = []
    known = {organ.name: organ for organ in Organ.objects.all()}
    regions = Region.objects.in_bulk()
    new: list[Organ] = []
    kept = 0
    for number, row in _rows(path):

        def wrong(column: str, message: str, number: int = number) -> None:
            faults.append(Fault(path.name, number, column, message))

        if row["name"] in known:
            kept += 1
            continue
        region = regions.get(row["region"].ljust(12, "0"))
        parent = known.get(row.get("parent", ""))
        if region is None:
            wrong("region", _("没有区划“{code}”，请先导入区划").format(code=row["region"]))
        if row.get("parent") and parent is None:
            wrong("parent", _("没有机关“{name}”；上级机关应当排在前面").format(name=row["parent"]))
        kind = _key(OrganKind, row.get("kind", ""), OrganKind.DEPARTMENT)
        domain = _key(Domain, row.get("domain", ""), Domain.GENERAL)
        for column, given, key in (("kind", row.get("kind"), kind), ("domain", row.get("domain"), domain)):
            if not key:
                wrong(column, _("没有“{given}”这一项").format(given=given))
        if region is None or not kind or not domain:
            continue
        try:
            organ = establish(
                row["name"], region, code=row.get("code", ""), kind=kind, parent=parent, word=row.get("word", ""),
                domain=domain,
            )  # fmt: skip
        except NotAllowed as refused:
            wrong("name", str(refused))
            continue
        known[organ.name] = organ
        new.append(organ)
    if faults:
        raise BadOrgans(faults)
    return Founded(new, kept)


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        reader = csv.DictReader(io.StringIO(decode(path.read_bytes(), path.name)), strict=True)
        missing = [name for name in NEEDED if name not in (reader.fieldnames or [])]
        if missing:
            wanted = _("缺少该列；表头至少应有 name,region")
            raise BadOrgans([Fault(path.name, 1, "、".join(missing), wanted)])
        return [
            (number, {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)})
            for number, row in enumerate(reader, 2)
        ]
    except BadRegions as fault:
        raise BadOrgans(fault.faults) from fault
    except csv.Error as fault:
        raise BadOrgans([Fault(path.name, 1, "", _("不是 CSV 文件（{fault}）").format(fault=fault))]) from fault


def _key(choices: type[models.TextChoices], given: str, usual: str) -> str:
    """The key that was written as key or as label; ``usual`` for nothing, empty for something unknown."""
    if not given:
        return usual
    return next((str(each.value) for each in choices if given in {each.value, str(each.label)}), "")
