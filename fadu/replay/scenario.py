"""A scenario: what a published report counts, and the plan of cases and entries that counts up to it.

A scenario holds facts and figures only: numbers with unit, the report they stand in and its line, never its sentences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

FOLDER = Path(__file__).parent / "scenarios"


class BadScenario(ValueError):
    """The scenario cannot be read; the words name the file, the place and what to do."""


@dataclass(frozen=True)
class Printed:
    """A number a report prints: the inventory's row, the figure that counts it, its value.

    ``qualifier`` (余、以上、不少于) says that the value is a floor; it is replayed as the floor and shown with it.
    ``since`` is the first day counted where the report counts from an earlier year on (2021年以来).
    """

    row: str
    figure: str
    value: Decimal
    unit: str
    line: int = 0
    printed: str = ""
    qualifier: str = ""
    reading: str = ""
    since: str = ""

    @property
    def first(self) -> date | None:
        """The first day counted; None where it is the year's own."""
        return date.fromisoformat(self.since) if self.since else None


@dataclass(frozen=True)
class Accepted:
    """Last year's value of a figure, of which the report prints only the change: the one the change is measured by."""

    figure: str
    value: Decimal
    why: str


@dataclass(frozen=True)
class Scenario:
    """A region's year: its organs, the numbers printed, those that cannot be counted yet (with why), and the plan."""

    name: str
    region: str
    place: str
    year: int
    report: str
    organs: tuple[Mapping[str, Any], ...]
    figures: tuple[Printed, ...]
    missing: tuple[Mapping[str, Any], ...]
    plan: tuple[Mapping[str, Any], ...]
    before: tuple[Accepted, ...] = ()
    rounding: str = ""
    rounding_why: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


def names() -> list[str]:
    """The scenarios that come with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def load(name: str) -> Scenario:
    """The scenario of that name, or in that file. Raises ``BadScenario``."""
    path = FOLDER / f"{name}.json"
    if "/" in name or name.endswith(".json"):
        path = Path(name)
    elif not path.exists():
        raise BadScenario(_("没有名为 {name} 的回放方案；现有：{names}").format(name=name, names="、".join(names())))
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        return _read(path.stem, data)
    except OSError as fault:
        raise BadScenario(_("{file}：无法打开（{fault}）").format(file=path, fault=fault.strerror)) from fault
    except UnicodeDecodeError as fault:
        raise BadScenario(_("{file}：不是 UTF-8 编码的 JSON").format(file=path)) from fault
    except json.JSONDecodeError as fault:
        raise BadScenario(
            _("{file} 第{line}行：不是合规的 JSON（{fault}）").format(file=path, line=fault.lineno, fault=fault.msg)
        ) from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadScenario(_("{file}：缺少或者写错了 {fault}").format(file=path, fault=fault)) from fault


def _read(name: str, data: Mapping[str, Any]) -> Scenario:
    known = {"region", "name", "year", "report", "organs", "figures", "missing", "plan", "before", "rounding"}
    known |= {"rounding_why"}
    return Scenario(
        name=name,
        region=str(data["region"]),
        place=data["name"],
        year=int(data["year"]),
        report=data["report"],
        organs=tuple(data["organs"]),
        figures=tuple(Printed(**{**each, "value": Decimal(each["value"])}) for each in data["figures"]),
        missing=tuple(data["missing"]),
        plan=tuple(data["plan"]),
        before=tuple(Accepted(**{**each, "value": Decimal(each["value"])}) for each in data.get("before", ())),
        rounding=data.get("rounding", ""),
        rounding_why=data.get("rounding_why", ""),
        extra={key: value for key, value in data.items() if key not in known},
    )
