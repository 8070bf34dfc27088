"""人民调解 of a plan: committees and mediators, disputes driven or taken over, rounds of screening, a year before."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

from fadu.engine.acts import open_case
from fadu.exchange.matters import import_matters
from fadu.journals.entry import enter_many
from fadu.journals.models import Screening
from fadu.organs.kinds import Domain, OrganKind, PostKind
from fadu.organs.models import Organ
from fadu.procedures.mediation_record import KINDS
from fadu.registers.mediation import Capacity, MediationOrganisation, Mediator, establish_many
from fadu.replay import staff, stories
from fadu.replay.county import County, Entry
from fadu.replay.driver import Move, Team, at_work, drive
from fadu.replay.scenario import BadScenario

NAMES = dict(KINDS)
ENDED = {
    "oral": (Move("oral_agreement", 1, "oral"), Move("return_visit", 5, "performed"), Move("closing")),
    "written": (
        Move("session", 1),
        Move("drafting"),
        Move("signing", 1, "written"),
        Move("return_visit", 5, "performed"),
        Move("closing"),
    ),
    "failed": (Move("session", 1), Move("termination", 2, "failed"), Move("closing")),
}
BEGUN = (Move("initiative"), Move("registration"))
WEEK = timedelta(days=7)
COLUMNS = (
    "编号", "机关", "案由", "当事人", "结案日期", "taken_over", "kind", "registered_on", "people", "amount", "form",
    "effective_on", "terminated_on",
)  # fmt: skip


def story(kind: str, amount: Decimal | None) -> dict[str, Any]:
    """Answers of a dispute between two invented parties."""
    return {
        "dispute": f"纠纷经过{stories.TRIAL}",
        "kind": kind,
        "people": 2,
        "told_rights": True,
        "session_record": f"调解经过{stories.TRIAL}",
        "agreed": f"协议内容{stories.TRIAL}",
        "duties": f"事实和责任{stories.TRIAL}",
        "amount": amount,
        "visit": f"已经履行{stories.TRIAL}",
        "status": False,
        "may_cause_case": False,
    }


def days(year: int, count: int, last: date | None = None, first: date | None = None) -> list[date]:
    """``count`` days spread from the first of the year (or ``first``) to three weeks before its end (or ``last``)."""
    start, end = first or date(year, 1, 2), (last or date(year, 12, 31)) - timedelta(days=21)
    return [start + timedelta(days=(end - start).days * place // max(count, 1)) for place in range(count)]


def committees(county: County, entry: Entry) -> None:
    """Committees of each kind with their mediators: ``kinds`` gives numbers of both, mediators spread evenly."""
    wanted: list[tuple[str, int]] = []
    for kind, (many, people) in entry["kinds"].items():
        each, more = divmod(people, many)
        wanted += [(kind, each + (place < more)) for place in range(many)]
    organs = Organ.objects.bulk_create(
        [
            Organ(
                name=f"{county.region.name}第{place:04d}人民调解委员会（测试）", region=county.region,
                word=f"测调{place}", domain=Domain.JUSTICE, kind=OrganKind.MEDIATION,
            )
            for place in range(1, len(wanted) + 1)
        ]
    )  # fmt: skip
    pairs = [
        (
            MediationOrganisation(organ=organ, kind=kind, since=county.since),
            [
                Mediator(
                    name=f"测试调解员{place}-{number}", since=county.since, woman=number == 2,
                    capacity=Capacity.CHAIR if number == 1 else Capacity.MEMBER if number <= 9 else Capacity.ENGAGED,
                )
                for number in range(1, people + 1)
            ],
        )
        for place, (organ, (kind, people)) in enumerate(zip(organs, wanted, strict=True), start=1)
    ]  # fmt: skip
    establish_many(pairs, by=staff.script())
    county.told("committees", len(pairs), len(pairs))


def committee(county: County) -> Organ:
    """The committee in whose name the replayed disputes are mediated."""
    name = f"{county.region.name}人民调解委员会（测试）"
    found, _new = Organ.objects.get_or_create(
        name=name,
        defaults={
            "region": county.region, "word": "测调", "domain": Domain.JUSTICE, "kind": OrganKind.MEDIATION,
        },
    )  # fmt: skip
    return found


def team(county: County) -> Team:
    """The committee's people, made when first needed."""
    if "mediation" not in county.teams:
        organ = committee(county)
        mediators = staff.enlist(f"{county.prefix}-mediator", 1, 2)
        staff.appoint(mediators, [organ], PostKind.MEDIATOR, county.since)
        county.teams["mediation"] = staff.team(organ, mediators, f"{county.prefix}-m", county.since)
    return county.teams["mediation"]


def mediations(county: County, entry: Entry) -> None:
    """Disputes driven from beginning to dossier: how many ended in words, in writing, in nothing, of which kinds."""
    ends = list(chain.from_iterable([end] * int(entry.get(end, 0)) for end in ENDED))
    kinds = list(chain.from_iterable([kind] * many for kind, many in entry.get("kinds", {"other": len(ends)}).items()))
    of, last = team(county), date.fromisoformat(entry["until"]) if "until" in entry else None
    begun = days(county.scenario.year, len(ends), last)
    for place, (end, kind, on) in enumerate(zip(ends, islice(cycle(kinds), len(ends)), begun, strict=True), start=1):
        case = open_case(
            "mediation", organ=of.organ, title=f"{NAMES[kind]}{stories.TRIAL}", by=of.officers[0], on=on,
            officers=of.officers[:1], parties=[county.party(), county.party()], source="screening", now=at_work(on, 9),
        )  # fmt: skip
        drive(case, (*BEGUN, *ENDED[end]), story(kind, None), of, on)
        if not place % 20 or place == len(ends):
            county.told("mediations", place, len(ends))


def taken_over(county: County, entry: Entry) -> None:
    """Disputes settled in another system: a table is made and imported; persons and money add up to the entry's."""
    organ = committee(county)
    ends = [end for end in ENDED for _place in range(int(entry.get(end, 0)))]
    settled = sum(end != "failed" for end in ends)
    first = date.fromisoformat(entry["since"]) if "since" in entry else None
    people = _spread(int(entry["people"]), len(ends)) if "people" in entry else iter([""] * len(ends))
    money = _amounts(Decimal(entry["money"]), settled) if "money" in entry else iter([""] * settled)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{county.scenario.name}-mediation.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            begun = days(county.scenario.year, len(ends), first=first)
            for place, (on, end) in enumerate(zip(begun, ends, strict=True), start=1):
                ended = (
                    {"terminated_on": on + WEEK}
                    if end == "failed"
                    else {"effective_on": on + WEEK, "form": end, "amount": next(money)}
                )
                writer.writerow(_settled(organ, place, on) | {"people": next(people)} | ended)
        done = import_matters("mediation", path, by=staff.script(), today=date(county.scenario.year, 12, 31))
    if done.faults:
        raise BadScenario(f"{county.scenario.name}: {done.faults[0]}")
    county.told("mediations taken over", len(ends), len(ends))


def _settled(organ: Organ, place: int, on: date) -> dict[str, Any]:
    return {
        "编号": f"测调导〔{on.year}〕{place}号", "机关": organ.name, "案由": f"{NAMES['other']}{stories.TRIAL}",
        "当事人": f"测试当事人{place:06d}", "结案日期": on + WEEK, "taken_over": "是", "kind": "other",
        "registered_on": on,
    }  # fmt: skip


def _spread(total: int, count: int) -> Iterator[int]:
    each, more = divmod(total, count)
    return iter([each + (place < more) for place in range(count)])


def _amounts(total: Decimal, count: int) -> Iterator[Decimal]:
    """元, whole ones, that add up to ``total``."""
    each = (total / count).to_integral_value(rounding="ROUND_DOWN")
    return iter([*[each] * (count - 1), total - each * (count - 1)])


def screenings(county: County, entry: Entry) -> None:
    """Rounds of screening; ``prevented`` disputes in all, one a round from the first on."""
    organ, rows, prevented = committee(county), int(entry["rows"]), int(entry["prevented"])
    last = date.fromisoformat(entry["until"]) if "until" in entry else None
    kinds = cycle(("general", "key", "special"))
    enter_many(
        [
            Screening(
                organ=organ, on=on, kind=next(kinds), place=f"测试村组{place % 20 + 1}",
                prevented=int(place < prevented),
            )
            for place, on in enumerate(days(county.scenario.year, rows, last))
        ],
        by=staff.script(),
    )  # fmt: skip
    county.told("screenings", rows, rows)


DOES = {
    "committees": committees,
    "mediations": mediations,
    "mediations_taken_over": taken_over,
    "screenings": screenings,
}
