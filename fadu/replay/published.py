"""A published year replayed, and held against what was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from fadu.figures.catalogue import Counted, figures, find, scope
from fadu.figures.count import Number, values
from fadu.figures.freezing import accept
from fadu.figures.models import Convention
from fadu.ledger.book import append, entries
from fadu.organs.models import Person
from fadu.replay import staff
from fadu.replay.county import Progress, silent
from fadu.replay.kinds import DOES
from fadu.replay.plan import found
from fadu.replay.scenario import BadScenario, Printed, Scenario

STREAM = "replay/"


@dataclass(frozen=True)
class Compared:
    """A printed number beside the computed one."""

    printed: Printed
    computed: Number | None

    @property
    def same(self) -> bool:
        return self.computed is not None and Decimal(self.computed) == self.printed.value


def replayed(scenario: Scenario) -> bool:
    """Has this scenario been driven in this database before?"""
    return entries(STREAM + scenario.name).exists()


def replay(scenario: Scenario, told: Progress = silent) -> None:
    """Drive the scenario, all in one transaction. Raises ``BadScenario`` when it was driven before, ``Refused`` when an
    act of it is not lawful."""
    if replayed(scenario):
        raise BadScenario(f"{scenario.name}: already replayed in this database")
    unknown = [each["do"] for each in scenario.plan if each.get("do") not in DOES]
    if unknown:
        raise BadScenario(f"{scenario.name}: the plan knows no “{unknown[0]}”; it knows {'、'.join(DOES)}")
    with transaction.atomic():
        by = staff.script()
        county = found(scenario, told)
        if scenario.rounding:
            Convention.objects.update_or_create(
                region=scenario.region,
                year=scenario.year,
                defaults={"rounding": scenario.rounding, "why": scenario.rounding_why[:200]},
            )
        _accept(scenario, by)
        for each in scenario.plan:
            DOES[each["do"]](county, each)
        append(
            STREAM + scenario.name,
            "replay",
            actor=by.username,
            on=county.since.replace(year=scenario.year, month=12, day=31),
            cites=[],
            content={"report": scenario.report, "printed": len(scenario.figures)},
        )


def _accept(scenario: Scenario, by: Person) -> None:
    """Keep last year's values that the report's changes are measured by, as figures frozen at the end of that year."""
    last = date(scenario.year - 1, 12, 31)
    for each in scenario.before:
        accept(
            each.figure, scenario.region, last.year, each.value, why=each.why, by=by, on=last,
            stream=STREAM + scenario.name,
        )  # fmt: skip


def counted(scenario: Scenario) -> list[Counted]:
    """The figures of the scenario's region and year, as ``fadu figures`` prints them."""
    return figures(scope(scenario.region, scenario.year))


def compare(scenario: Scenario, found_now: Sequence[Counted] | None = None) -> list[Compared]:
    """Each printed number with the computed one; a part that has no records counts nought."""
    by_id = {each.figure.id: each.value for each in (counted(scenario) if found_now is None else found_now)}
    spans = {each.first for each in scenario.figures if each.first}
    longer = {first: _counted_since(scenario, first) for first in spans}
    return [
        Compared(each, longer[each.first][each.figure] if each.first else by_id.get(each.figure, 0))
        for each in scenario.figures
    ]


def _counted_since(scenario: Scenario, first: date) -> dict[str, Number | None]:
    wanted = [find(each.figure) for each in scenario.figures if each.first == first]
    return values(wanted, scope(scenario.region, scenario.year, since=first))
