"""Carrying out a scenario's plan: each entry of it becomes cases driven through the engine, or rows entered."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from fadu.engine.acts import open_case
from fadu.engine.models import Case
from fadu.engine.publication import publish
from fadu.exchange.layout import PENALTIES
from fadu.exchange.penalties import import_penalties
from fadu.journals.entry import enter_many
from fadu.journals.examinations import hold
from fadu.journals.models import Action, Candidate, Examination, Inspection
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import Domain, OrganKind, PostKind
from fadu.organs.models import Organ, Region
from fadu.registers.devices import Device, DeviceKind
from fadu.registers.devices import enter_many as enter_devices
from fadu.replay import aiding, mediating, staff, stories
from fadu.replay.county import County, Entry, Progress, parts_of, silent, working_days
from fadu.replay.driver import Answer, Move, Team, at_work, drive
from fadu.replay.scenario import BadScenario, Scenario


def found(scenario: Scenario, told: Progress = silent) -> County:
    """Region and organs of the scenario."""
    county = County(scenario, staff.found_region(scenario.region, scenario.place), told)
    for number, each in enumerate(scenario.organs, start=1):
        county.organs[each["key"]] = staff.found_organ(
            county.region,
            each["name"],
            each["word"],
            Domain(each["domain"]),
            each.get("kind", OrganKind.DEPARTMENT),
            number=number,
        )
    return county


def officers(county: County, entry: Entry) -> None:
    """Officers with certificates in the fields of their organs, and legal reviewers if the entry counts them.

    ``issued`` says how many of the certificates are of the year itself.
    """
    organs = [county.organs[key] for key in entry["organs"]]
    count, year = int(entry["count"]), county.scenario.year
    persons = staff.enlist(county.prefix, 1, count)
    staff.appoint(persons, organs, PostKind.OFFICER, county.since)
    issued = int(entry.get("issued", 0))
    days = working_days(year, issued, room=0) + [county.since] * (count - issued)
    staff.certify(persons, organs, days[:count], date(year + 5, 12, 31))
    for place, key in enumerate(entry["organs"]):
        county.officers[key] = persons[place :: len(organs)]
    if reviewers := int(entry.get("reviewers", 0)):
        reviewing = staff.enlist(county.prefix, count + 1, reviewers)
        staff.appoint(reviewing, organs, PostKind.REVIEWER, county.since)
    county.told("officers", count, count)


def examination(county: County, entry: Entry) -> None:
    """One examination with its candidates."""
    organ, sat, passed = county.organ(entry), int(entry["sat"]), int(entry["passed"])
    held = Examination(organ=organ, on=working_days(county.scenario.year, 2)[1], title="行政执法资格考试（测试数据）")
    candidates = [
        Candidate(name=f"测试考生{place:04d}", organ=organ, passed=place <= passed if passed else None)
        for place in range(1, sat + 1)
    ]
    hold(held, candidates, by=staff.script())


def devices(county: County, entry: Entry) -> None:
    """Recording devices, spread over the organs."""
    organs = [county.organs[key] for key in entry["organs"]]
    _devices(county, [organs[place % len(organs)] for place in range(int(entry["count"]))])


def police_devices(county: County, entry: Entry) -> None:
    """One device for each unit of the police bureau and for each of its stations."""
    bureau = county.organ(entry)
    units = [
        Organ(
            name=f"{bureau.name}{word}{place:02d}（测试）",
            region=county.region,
            parent=bureau,
            domain=bureau.domain,
            kind=kind,
        )
        for word, kind, count in (
            ("机关单位", OrganKind.OTHER, int(entry["units"])),
            ("派出所", OrganKind.BRANCH, int(entry["stations"])),
        )
        for place in range(1, count + 1)
    ]
    _devices(county, Organ.objects.bulk_create(units))


def _devices(county: County, holders: Sequence[Organ]) -> None:
    enter_devices(
        [
            Device(number=f"CS-{place:05d}", kind=DeviceKind.BODY_CAMERA, organ=organ, since=county.since)
            for place, organ in enumerate(holders, start=1)
        ],
        by=staff.script(),
    )
    county.told("devices", len(holders), len(holders))


def inspections(county: County, entry: Entry) -> None:
    """Inspections: ``rows`` of them, of ``subjects`` different objects; with ``monthly`` so many in each month."""
    organ, count, subjects = county.organ(entry), int(entry["rows"]), int(entry["subjects"])
    if monthly := int(entry.get("monthly", 0)):
        calendar = standard_calendar()
        days = [
            calendar.after(date(county.scenario.year, month, 1), place + 1)
            for month in range(1, 13)
            for place in range(monthly)
        ][:count]
    else:
        days = working_days(county.scenario.year, count, room=5)
    rows = [
        Inspection(
            organ=organ,
            on=day,
            domain=organ.domain,
            kind=entry["kind"],
            subject=f"测试{entry['kind']}对象{place % subjects + 1:05d}",
            result="未发现问题（测试数据）",
            evidence="现场检查笔录（测试数据）",
        )
        for place, day in enumerate(days)
    ]
    enter_many(rows, by=staff.script())
    county.told("inspections", count, count)


def actions(county: County, entry: Entry) -> None:
    """Campaigns or joint actions."""
    organ, count = county.organ(entry), int(entry["count"])
    rows = [
        Action(
            organ=organ,
            on=day,
            domain=organ.domain,
            kind=entry["kind"],
            title=f"测试执法行动{place:04d}",
            with_organs=entry.get("others", ""),
        )
        for place, day in enumerate(working_days(county.scenario.year, count, room=5), start=1)
    ]
    enter_many(rows, by=staff.script())
    county.told("actions", count, count)


def penalties(county: County, entry: Entry) -> None:
    """Penalties under the ordinary or the summary procedure, from lead to closing.

    ``fine`` is the fine of each in 元, ``fines`` the sum over all.
    """
    count = int(entry.get("ordinary") or entry.get("summary") or 0)
    amounts = parts_of(Decimal(entry["fines"]), count) if "fines" in entry else iter([Decimal(entry["fine"])] * count)
    also = tuple(entry.get("also", ()))
    market = county.organ(entry).domain == Domain.MARKET
    more: dict[str, Answer] = {"market": market, "of_note": bool(entry.get("publish")) and not market}
    if "summary" in entry:
        moves: Sequence[Move] = stories.ON_THE_SPOT
    else:
        moves = stories.SUSPENSION if also else stories.PENALTY
    procedure = "penalty_summary" if "summary" in entry else "penalty_ordinary"
    for place, day in enumerate(working_days(county.scenario.year, count), start=1):
        team = county.team(entry["organ"])
        story = stories.penalty(entry["act"], next(amounts), also, **more)
        case = _case(county, procedure, team, entry["act"], day)
        last = drive(case, moves, story, team, day)
        if entry.get("publish"):
            publish(case, "market" if market else "of_note", by=team.officers[0], on=last)
        county.told(f"penalties {entry['organ']}", place, count)


def measures(county: County, entry: Entry) -> None:
    """Coercive measures, imposed and lifted."""
    _driven(county, entry, "coercive_measure", stories.MEASURE, stories.measure(entry["kind"]), "采取行政强制措施")


def rectifications(county: County, entry: Entry) -> None:
    """Orders to set right, rechecked and closed."""
    story = stories.rectification(entry["problem"])
    _driven(county, entry, "rectification_order", stories.RECTIFICATION, story, entry["problem"])


def referrals(county: County, entry: Entry) -> None:
    """Referrals of suspected crimes on which the police file a case."""
    story = stories.referral(entry["crime"])
    facts = {"direction": "outgoing", "facts": story["facts"]}
    _driven(county, entry, "crime_referral", stories.REFERRAL, story, entry["crime"], facts)


def _driven(
    county: County,
    entry: Entry,
    procedure: str,
    moves: Sequence[Move],
    story: Mapping[str, Answer],
    title: str,
    facts: Mapping[str, Any] | None = None,
) -> None:
    count = int(entry["count"])
    since = date.fromisoformat(entry["since"]) if "since" in entry else None
    for place, day in enumerate(working_days(county.scenario.year, count, since=since), start=1):
        team = county.team(entry["organ"])
        drive(_case(county, procedure, team, title, day, facts), moves, story, team, day)
        if not place % 20 or place == count:
            county.told(f"{procedure} {entry['organ']}", place, count)


def _case(
    county: County, procedure: str, team: Team, title: str, on: date, facts: Mapping[str, Any] | None = None
) -> Case:
    return open_case(
        procedure,
        organ=team.organ,
        title=f"{title}（测试数据）",
        by=team.officers[0],
        on=on,
        officers=team.officers,
        parties=[county.party()],
        facts=facts,
        source="routine",
        now=at_work(on, 9),
    )


def bulk(county: County, entry: Entry) -> None:
    """Decided penalties that arrive from another system: a file in the 双公示 layout is made and imported."""
    organ, count, year = county.organ(entry), int(entry["count"]), county.scenario.year
    first = date(year, 1, 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{county.scenario.name}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.code for column in PENALTIES])
            for place in range(1, count + 1):
                row = _row(organ, county.region, place, first + timedelta(days=place * 364 // count), entry)
                writer.writerow([row.get(column.code, "") for column in PENALTIES])
        done = import_penalties(
            path,
            by=staff.script(),
            today=max(date(year, 12, 31), first),
            region=county.region.prefix,
            progress=lambda what, rows: county.told(f"import {what}", rows, count),
        )
    if done.refused:
        raise BadScenario(f"{county.scenario.name}: {done.faults[0]}")


def _row(organ: Organ, region: Region, place: int, day: date, entry: Entry) -> dict[str, str]:
    # A natural person with a paper of another kind: an invented citizen's number might be somebody's.
    return {
        "CF_XDR_MC": f"测试当事人{place:06d}",
        "CF_XDR_LB": "自然人",
        "CF_XDR_ZJLX": "其他（测试）",
        "CF_XDR_ZJHM": f"CS{region.prefix}{place:08d}",
        "CF_WSH": f"{organ.word}罚决导〔{day.year}〕{place}号",
        "CF_WFXW": f"{entry['act']}（测试数据）",
        "CF_SY": "测试数据",
        "CF_YJ": "测试数据",
        "CF_CFLB": "罚款",
        "CF_NR": "罚款（测试数据）",
        "CF_NR_FK": str(entry["fine_wan"]),
        "CF_JDRQ": f"{day:%Y/%m/%d}",
        "CF_YXQ": "2099/12/31",
        "CF_CFJG": organ.name,
        "CF_CFJGDM": organ.code,
        "CF_SJLY": organ.name,
        "CF_SJLYDM": organ.code,
    }


DOES: Mapping[str, Callable[[County, Entry], None]] = {
    "officers": officers,
    "examination": examination,
    "devices": devices,
    "police_devices": police_devices,
    "inspections": inspections,
    "actions": actions,
    "penalties": penalties,
    "measures": measures,
    "rectifications": rectifications,
    "referrals": referrals,
    "import": bulk,
    **aiding.DOES,
    **mediating.DOES,
}
