"""法律援助和公共法律服务 of a plan: cases of aid driven or taken over, services entered, places opened."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from fadu.engine.acts import open_case
from fadu.exchange.matters import import_matters
from fadu.journals.entry import enter_many
from fadu.journals.models import LegalService
from fadu.registers.legal_services import open_places
from fadu.registers.models import LegalServicePlace
from fadu.replay import staff, stories
from fadu.replay.county import County, Entry, parts_of, working_days
from fadu.replay.driver import Move, at_work, drive
from fadu.replay.scenario import BadScenario

ASKED = (Move("application"), Move("granting", 1), Move("aid_assignment", 1))
NOTIFIED = (Move("defence_notice"), Move("aid_assignment", 1))
ENDED = (Move("aid_report", 20), Move("subsidy", 1), Move("closing"))
COLUMNS = (
    "编号", "机关", "案由", "当事人", "结案日期", "taken_over", "channel", "applied_on", "notified_on", "case_class",
    "form", "recipients", "granted_on", "assigned_on", "reported_on",
)  # fmt: skip


def story(kind: str, people: int, recovered: Decimal | None, *, online: bool) -> dict[str, Any]:
    """Answers of a case of aid: a claim for wages, or a defence of which the court gave notice."""
    return {
        "channel": "online" if online else "paper",
        "case_class": kind,
        "form": "defence" if kind == "criminal" else "litigation",
        "matter": "wages",
        "facts": f"案情{stories.TRIAL}",
        "recipients": people,
        "poor": kind != "criminal",
        "checked_by": "pledge",
        "notifier": "court",
        "must_notify": "minor",
        "informed_on": lambda on: on,
        "assigned_kind": "lawyer",
        "practised": 5,
        "result": f"办理结束{stories.TRIAL}",
        "recovered": recovered,
        "subsidy": Decimal(1000),
    }


def legal_aid(county: County, entry: Entry) -> None:
    """Cases of aid: ``criminal`` and ``civil`` assigned, ``asked`` only received, ``closed`` of them ended."""
    team = county.team(entry["organ"])
    kinds = ["criminal"] * int(entry.get("criminal", 0)) + ["civil"] * int(entry.get("civil", 0))
    count, closed = len(kinds), int(entry.get("closed", len(kinds)))
    money = parts_of(Decimal(entry["recovered"]), closed) if entry.get("recovered") else iter(())
    online = int(entry.get("online", 0))
    for place, on in enumerate(working_days(county.scenario.year, count, room=60), start=1):
        kind = kinds[place - 1]
        case = open_case(
            "legal_aid", organ=team.organ, title=f"法律援助{stories.TRIAL}", by=team.clerk, on=on,
            officers=team.officers[:1], parties=[county.party()], now=at_work(on, 9),
        )  # fmt: skip
        moves = (*(NOTIFIED if kind == "criminal" else ASKED), *(ENDED if place <= closed else ()))
        by_net = kind == "civil" and place > count - online
        drive(case, moves, story(kind, 1, next(money, None), online=by_net), team, on)
        if not place % 20 or place == count:
            county.told("legal aid", place, count)


def taken_over(county: County, entry: Entry) -> None:
    """Cases of aid closed in another system: a table is made and imported; persons add up to the entry's."""
    organ = county.organ(entry)
    kinds = ["criminal"] * int(entry.get("criminal", 0)) + ["civil"] * int(entry.get("civil", 0))
    each, more = divmod(int(entry["recipients"]), len(kinds))
    online, year = int(entry.get("online", 0)), county.scenario.year
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{county.scenario.name}-legal-aid.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for place, kind in enumerate(kinds):
                on = date(year, 1, 6) + timedelta(days=place * 300 // len(kinds))
                writer.writerow(
                    {
                        "编号": f"测援导〔{year}〕{place + 1}号", "机关": organ.name,
                        "案由": f"法律援助{stories.TRIAL}",
                        "当事人": f"测试受援人{place:05d}", "结案日期": on + timedelta(days=30), "taken_over": "是",
                        "case_class": kind, "form": "defence" if kind == "criminal" else "litigation",
                        "recipients": each + (place < more), "assigned_on": on + timedelta(days=2),
                        "reported_on": on + timedelta(days=30),
                    }
                    | ({"notified_on": on} if kind == "criminal" else {
                        "applied_on": on, "granted_on": on + timedelta(days=1),
                        "channel": "online" if place >= len(kinds) - online else "paper",
                    })
                )  # fmt: skip
        done = import_matters("legal_aid", path, by=staff.script(), today=date(year, 12, 31))
    if done.faults:
        raise BadScenario(f"{county.scenario.name}: {done.faults[0]}")
    county.told("legal aid taken over", len(kinds), len(kinds))


def legal_services(county: County, entry: Entry) -> None:
    """Services of one kind: ``number`` items and ``persons`` served in all, entered month by month."""
    organ, year = county.organ(entry), county.scenario.year
    number = int(entry.get("number") or entry["persons"])
    persons = int(entry.get("persons") or entry["number"])
    months = [date(year, month, 20) for month in range(1, 13) if month <= int(entry.get("months", 12))]
    shared = zip(months, _shares(number, len(months)), _shares(persons, len(months)), strict=True)
    enter_many(
        [
            LegalService(
                organ=organ, on=on, kind=entry["kind"], channel=entry.get("channel", ""), number=items, persons=served,
                epidemic=bool(entry.get("epidemic")), aided=bool(entry.get("aided")), village=entry.get("village", ""),
                topic=f"服务记录{stories.TRIAL}",
            )
            for on, items, served in shared
        ],
        by=staff.script(),
    )  # fmt: skip


def legal_places(county: County, entry: Entry) -> None:
    """Places of one kind; with ``advised`` each has an adviser, with ``building`` they are not open yet."""
    organ, kind = county.organ(entry), entry["kind"]
    adviser = f"测试法律顾问{stories.TRIAL}" if entry.get("advised") else ""
    open_places(
        [
            LegalServicePlace(
                organ=organ, kind=kind, name=f"测试{kind}{place:04d}", adviser=adviser, since=county.since,
                building=bool(entry.get("building")),
            )
            for place in range(1, int(entry["count"]) + 1)
        ],
        by=staff.script(),
    )  # fmt: skip


def _shares(total: int, count: int) -> Iterator[int]:
    each, more = divmod(total, count)
    return (each + (place < more) for place in range(count))


DOES = {
    "legal_aid": legal_aid,
    "legal_aid_taken_over": taken_over,
    "legal_services": legal_services,
    "legal_places": legal_places,
}
