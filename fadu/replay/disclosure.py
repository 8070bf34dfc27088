"""依申请公开的故事: requests for information of invented people, for a replayed year and for the demonstration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from fadu.engine.acts import Comer, open_case
from fadu.engine.models import Case
from fadu.replay.county import County, Entry, working_days
from fadu.replay.driver import Answer, Move, Team, at_work, drive
from fadu.replay.stories import TRIAL

if TYPE_CHECKING:
    from fadu.replay.demo import Demo

ANSWERED: Final[Sequence[Move]] = (
    Move("request"),
    Move("registration"),
    Move("answer", 8, "open"),
    Move("delivery", 1),
    Move("closing", 1),
)
CORRECTED: Final[Sequence[Move]] = (
    Move("request"),
    Move("registration"),
    Move("correction_notice", 3),
    Move("correction", 4),
    Move("answer", 9, "partial"),
    Move("delivery", 1),
    Move("closing", 1),
)
CONSULTED: Final[Sequence[Move]] = (
    Move("request"),
    Move("registration"),
    Move("third_inquiry", 2),
    Move("third_receipt", 1),
)


def story(what: str, **more: Answer) -> Mapping[str, Answer]:
    """How the forms of a request for ``what`` are answered."""
    return {
        "described": f"{what}{TRIAL}",
        "channel": "counter",
        "form": "electronic",
        "applicant_class": "natural",
        "received_on": lambda on: on,
        "content": f"附后{TRIAL}",
        "reason": f"部分内容涉及个人隐私{TRIAL}",
        "correct_by": lambda on: on + timedelta(days=14),
        "to_correct": f"请写明年份{TRIAL}",
        **more,
    }


def requests(county: County, entry: Entry) -> None:
    """``count`` requests received and answered in the replayed year."""
    count, team = int(entry["count"]), county.team(entry["organ"])
    for place, day in enumerate(working_days(county.scenario.year, count), start=1):
        case = _opened(team, entry["about"], day, county.party())
        drive(case, ANSWERED, story(entry["about"]), team, day)
        county.told(f"disclosure {entry['organ']}", place, count)


def _opened(team: Team, about: str, on: date, party: Comer) -> Case:
    return open_case(
        "disclosure", organ=team.organ, title=f"申请公开：{about}{TRIAL}", by=team.clerk, on=on,
        officers=[team.clerk], parties=[party], now=at_work(on, 9),
    )  # fmt: skip


DOES: Final = {"disclosures": requests}


def show(demo: Demo) -> None:
    """Requests of the demonstration: answered, waiting for a correction, stopped for a third party, due and overdue."""
    shown: tuple[tuple[str, int, Sequence[Move], dict[str, Answer]], ...] = (
        ("2025年食品抽检不合格名单", 60, ANSWERED, {}),
        ("某小区消防检查记录", 45, CORRECTED, {"ambiguous": True}),
        ("本机关罚没收入情况", 6, ANSWERED[:2], {}),
        ("行政处罚裁量基准的制定过程", 19, ANSWERED[:2], {}),  # due tomorrow
        ("投诉举报处理统计", 24, ANSWERED[:2], {}),  # overdue
        ("企业抽样检验报告", 8, CONSULTED, {"affects_third": True}),
        ("检查计划", 3, CORRECTED[:3], {"ambiguous": True}),
    )
    team = demo.teams["market"]
    for place, (about, since, moves, more) in enumerate(shown):
        on = demo.ago(since)
        party = demo.citizen() if place in (2, 6) else demo.party()
        drive(_opened(team, about, on, party), moves, story(about, **more), team, on, until=demo.today, papers=True)
