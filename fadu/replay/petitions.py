"""信访、热线工单和网络留言的回放: a few driven through the engine, the many taken over from a table.

A county's petitions lie in the petition information system and its work orders with the city's hotline; they reach the
platform as a table. So the thousands a report prints are written as such a table and taken over.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fadu.engine.acts import open_case
from fadu.exchange.matters import import_matters
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import PostKind
from fadu.replay import staff
from fadu.replay.county import County, Entry
from fadu.replay.driver import Answer, Move, Team, at_work, drive
from fadu.replay.scenario import BadScenario
from fadu.replay.stories import TRIAL

CLASSIFIED = date(2022, 5, 1)  # from this day on a claim has a route: 《信访工作条例》第三十一条、第五十条
PETITION = (
    Move("petition_receipt"),
    Move("registration", 1),
    Move("petition_acceptance", 3),
    Move("petition_investigation", 10),
    Move("petition_opinion", 5, "supported"),
    Move("opinion_service", 1),
    Move("opinion_execution", 5),
    Move("closing", 1),
)


def petition(request: str, field: str, more: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """Answers of a claim that is investigated and supported."""
    return {
        "channel": "online",
        "request": f"{request}{TRIAL}",
        "grounds": f"事实和理由{TRIAL}",
        "kind": "claim",
        "field": field,
        "route": "opinion",
        "facts_found": f"经查属实{TRIAL}",
        "opinion": f"予以支持，限期解决{TRIAL}",
        "opinion_basis": f"相关法律规定{TRIAL}",
    } | dict(more)


def petitions(county: County, entry: Entry) -> None:
    """``count`` petitions accepted, ``closed`` of them concluded; ``online`` and ``online_closed`` those on the net.

    ``visits`` says how many came in person to which level, ``fields`` how many concern which field (the rest: other),
    ``driven`` how many go through the engine step by step. They are spread from ``since`` (or the year's first day) to
    ``until`` (or its last).
    """
    specs = list(_specs(entry))
    first = date.fromisoformat(entry.get("since", f"{county.scenario.year}-01-01"))
    last = date.fromisoformat(entry.get("until", f"{county.scenario.year}-12-31")) - timedelta(days=75)
    days = [first + (last - first) * place // max(len(specs), 1) for place in range(len(specs))]
    driven = int(entry.get("driven", 0))
    calendar = standard_calendar()
    for place in range(driven):
        team = _office(county, entry["organ"])
        on = calendar.onward(days[place])
        spec = specs[place]
        story = petition("反映拖欠工资", spec["field"], {"channel": spec["channel"], "visited": spec["visited"]})
        case = open_case(
            "petition", organ=team.organ, title=f"反映拖欠工资{TRIAL}", by=team.clerk, on=on,
            parties=[county.party()], now=at_work(on, 9),
        )  # fmt: skip
        drive(case, PETITION, story, team, on)
    rows = [_row(county, entry, place, specs[place], days[place]) for place in range(driven, len(specs))]
    _taken_over(county, "petition", rows)


def _office(county: County, key: str) -> Team:
    """Those who receive and answer at an organ without officers of its own: two clerks and a head."""
    if key not in county.teams:
        clerks = staff.enlist(f"{county.prefix}-{key}", 1, 2)
        staff.appoint(clerks, [county.organs[key]], PostKind.CLERK, county.since)
        county.teams[key] = staff.team(county.organs[key], clerks, county.prefix, county.since)
    return county.teams[key]


def _specs(entry: Entry) -> Iterator[dict[str, str]]:
    """What each petition is: its channel, level, field, and whether it was concluded."""
    count, online = int(entry["count"]), int(entry.get("online", 0))
    left = {"online": int(entry.get("online_closed", online)), "other": 0}
    left["other"] = int(entry.get("closed", count)) - left["online"]
    visits = [level for level, many in entry.get("visits", {}).items() for _each in range(many)]
    fields = [field for field, many in entry.get("fields", {}).items() for _each in range(many)]
    for place in range(count):
        way = "online" if place < online else "other"
        level = visits[place - online] if way == "other" and place - online < len(visits) else ""
        closed = left[way] > 0
        left[way] -= closed
        yield {
            "channel": "online" if way == "online" else "visit" if level else "paper",
            "visited": level,
            "field": fields[place] if place < len(fields) else "other",
            "closed": "1" if closed else "",
        }


def _row(county: County, entry: Entry, place: int, spec: Mapping[str, str], on: date) -> dict[str, Any]:
    row = {
        "编号": f"信访{county.region.prefix}{on.year}{place + 1:06d}",
        "机关": county.organs[entry["organ"]].name,
        "案由": f"信访事项{place + 1:06d}{TRIAL}",
        "当事人": f"测试信访人{place + 1:06d}",
        "channel": spec["channel"],
        "visited": spec["visited"],
        "field": spec["field"],
        "kind": "claim",
        "request": f"请求{TRIAL}",
        "received_on": on,
        "registered_on": on + timedelta(days=1),
        "accepted_on": on + timedelta(days=6),
        "route": "opinion" if on + timedelta(days=6) >= CLASSIFIED else "",
    }
    if spec["closed"]:
        row |= {
            "heard_on": on + timedelta(days=20),
            "facts_found": f"查明的事实{TRIAL}",
            "answer": "explained",
            "opinion": f"处理意见{TRIAL}",
            "opinion_basis": f"相关法律规定{TRIAL}",
            "opined_on": on + timedelta(days=40),
            "answered_on": on + timedelta(days=42),
            "concluded_on": on + timedelta(days=45),
        }
    return row


def work_orders(county: County, entry: Entry) -> None:
    """``count`` requests on one ``platform``, answered; of ``rated`` of them ``satisfied`` were content."""
    count, year = int(entry["count"]), county.scenario.year
    rated, satisfied = int(entry.get("rated", 0)), int(entry.get("satisfied", 0))
    first = date(year, 1, 1)
    rows = []
    for place in range(count):
        on = first + timedelta(days=place * 340 // count)
        row = {
            "编号": f"{entry['platform']}{county.region.prefix}{year}{place + 1:06d}",
            "机关": county.organs[entry["organ"]].name,
            "案由": f"诉求{place + 1:06d}{TRIAL}",
            "当事人": f"测试诉求人{place + 1:06d}",
            "platform": entry["platform"],
            "channel": "phone" if entry["platform"] == "hotline" else "online",
            "kind": "suggestion"
            if entry["platform"] != "hotline"
            else ("help", "consultation", "complaint")[place % 3],
            "request": f"诉求内容{TRIAL}",
            "received_on": on,
            "accepted_at": f"{on} 09:00",
            "dispatched_at": f"{on} 10:30",
            "unit": f"测试承办单位{place % 20 + 1}",
            "signed_on": on,
            "reply": f"答复内容{TRIAL}",
            "replied_on": on + timedelta(days=4),
            "concluded_on": on + timedelta(days=7),
        }
        if place < rated:
            row |= {"visited_on": on + timedelta(days=6)}
            row |= {"satisfaction": "satisfied" if place < satisfied else "dissatisfied"}
        rows.append(row)
    _taken_over(county, "work_order", rows)


def _taken_over(county: County, procedure: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the rows as a table and take it over. Raises ``BadScenario`` with the first fault."""
    if not rows:
        return
    names = list({name: None for row in rows for name in row})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{county.scenario.name}-{procedure}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(rows)
        done = import_matters(
            procedure,
            path,
            by=staff.script(),
            today=date(county.scenario.year, 12, 31),
            now=at_work(date(county.scenario.year, 12, 31)),
            progress=lambda what, many: county.told(f"{procedure} {what}", many, len(rows)),
        )
    if done.faults:
        raise BadScenario(f"{county.scenario.name}: {done.faults[0]}")


DOES = {"petitions": petitions, "work_orders": work_orders}
