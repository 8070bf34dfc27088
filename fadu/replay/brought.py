"""示例县的群众诉求: petitions, hotline orders, complaints and reports of the demonstration, at every stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from fadu.engine.acts import Comer, open_case
from fadu.engine.models import Case
from fadu.replay.driver import Answer, Move, at_work, drive
from fadu.replay.petitions import PETITION, petition
from fadu.replay.stories import TRIAL

if TYPE_CHECKING:
    from fadu.replay.demo import Demo

RATED = (*PETITION[:-1], Move("petition_rating", 2), PETITION[-1])
HANDED = (
    Move("petition_receipt"),
    Move("registration", 1),
    Move("petition_forwarding", 2, "assigned"),
    Move("handing", 1),
    Move("petition_acceptance", 2),
)
DIVERTED = (
    Move("petition_receipt"),
    Move("registration", 1),
    Move("petition_acceptance", 2),
    Move("diversion", 1),
)
ORDER = (
    Move("order_receipt"),
    Move("order_acceptance"),
    Move("dispatch"),
    Move("signing", 1),
    Move("order_reply", 2),
    Move("call_back", 1, "satisfied"),
    Move("closing"),
)
DISPUTE = (
    Move("complaint_receipt"),
    Move("complaint_acceptance", 3),
    Move("complaint_mediation", 5),
    Move("complaint_agreement"),
    Move("closing", 1),
)
REPORTED = (
    Move("complaint_receipt"),
    Move("report_filing", 8, "filed"),
    Move("closing", 1),
)


def show(demo: Demo) -> None:
    """Matters that citizens brought to the market bureau: closed ones, and open ones before and past their last day."""
    _petitions(demo)
    _orders(demo)
    _complaints(demo)


def _petitions(demo: Demo) -> None:
    for place in range(8):
        _run(demo, "petition", "反映商户退款难", 200 - place * 20, RATED, petition("协调退款", "other", {}))
    shown: tuple[tuple[str, int, Sequence[Move], dict[str, Answer]], ...] = (
        ("反映市场噪声扰民", 1, PETITION[:1], {"channel": "visit", "visited": "county"}),
        ("反映缺斤短两", 9, PETITION[:2], {}),  # a day or two before the fifteenth
        ("反映预付卡不退", 14, PETITION[:2], {"repeated": True}),  # past it
        ("请求处理电梯收费争议", 41, PETITION[:4], {}),  # near the sixtieth day
        ("请求补偿搬迁损失", 52, PETITION[:4], {"backlog": True}),  # past it
        ("请求支付货款", 30, PETITION[:6], {}),  # answered: review may be asked for
    )
    for place, (title, since, moves, more) in enumerate(shown):
        party = demo.citizen() if place in (1, 5) else None
        _run(demo, "petition", title, since, moves, petition(title, "other", more), party)
    feedback = {"route": "duty", "feedback_by": demo.today + timedelta(days=20), "forwarded_to": "示例县市场监督管理局"}
    _run(demo, "petition", "反映虚假宣传", 12, HANDED, petition("查处虚假宣传", "other", feedback))
    led = {
        "route": "administrative",
        "diverted_to": "示例县人民政府",
        "diverted_procedure": "行政复议",
        "route_due_on": demo.today + timedelta(days=5),
        "route_due_by": "《行政复议法》第六十二条第一款",
    }
    _run(demo, "petition", "不服处罚决定", 8, DIVERTED, petition("撤销处罚决定", "other", led))


def _orders(demo: Demo) -> None:
    told: dict[str, Answer] = {
        "platform": "hotline", "channel": "phone", "kind": "help", "request": f"商户占道{TRIAL}",
        "unit": "示例县市场监督管理局", "reply": f"已经处理{TRIAL}", "accepted_at": lambda on: at_work(on, 9),
        "dispatched_at": lambda on: at_work(on, 10),
    }  # fmt: skip
    for place in range(6):
        _run(demo, "work_order", "市民来电", 90 - place * 12, ORDER, told)
    _run(demo, "work_order", "咨询营业执照", 1, ORDER[:3], {**told, "kind": "consultation"})
    due = {"statutory_due_on": demo.today + timedelta(days=1), "statutory_by": "《消费者权益保护法》第四十六条"}
    _run(demo, "work_order", "来电投诉退货难", 6, ORDER[:4], {**told, "kind": "complaint", **due})
    _run(
        demo, "work_order", "来电反映异味", 5, (*ORDER[:5], Move("call_back", 1, "dissatisfied")), told, demo.citizen()
    )


def _complaints(demo: Demo) -> None:
    told: dict[str, Answer] = {
        "nature": "complaint", "channel": "phone", "against": "甲公司", "facts": f"拒绝退货{TRIAL}",
        "request": f"退货{TRIAL}", "agreed_to_mediate": True, "agreement": f"七日内退货{TRIAL}",
    }  # fmt: skip
    for place in range(4):
        _run(demo, "complaint", "投诉甲公司", 100 - place * 20, DISPUTE, told)
    _run(demo, "complaint", "投诉乙公司", 6, DISPUTE[:1], told, demo.citizen())  # the seventh working day is near
    _run(demo, "complaint", "投诉丙公司", 9, DISPUTE[:1], told)  # past it
    _run(demo, "complaint", "投诉丁公司", 20, DISPUTE[:3], told)
    report = {**told, "nature": "report", "named": True}
    _run(demo, "complaint", "举报戊公司", 30, REPORTED, report)
    _run(demo, "complaint", "举报己公司", 2, REPORTED[:1], report)


def _run(
    demo: Demo,
    procedure: str,
    title: str,
    since: int,
    moves: Sequence[Move],
    story: Mapping[str, Any],
    party: Comer | None = None,
) -> Case:
    """A matter that came in ``since`` working days ago, taken as far as its moves go by today."""
    on, team = demo.ago(since), demo.teams["market"]
    case = open_case(
        procedure, organ=team.organ, title=f"{title}{TRIAL}", by=team.clerk, on=on, officers=team.officers,
        parties=[party or demo.party()], now=at_work(on, 9),
    )  # fmt: skip
    drive(case, moves, story, team, on, until=demo.today, papers=True)
    return case
