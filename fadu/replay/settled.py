"""示例县的矛盾纠纷和法律援助: a village's mediation committee and the county's legal aid, with work at every stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from fadu.engine.acts import open_case
from fadu.journals.entry import enter_many
from fadu.journals.models import LegalService, Screening
from fadu.organs.kinds import Domain, OrganKind, PostKind
from fadu.registers.legal_services import open_places
from fadu.registers.mediation import Capacity, MediationOrganisation, Mediator, establish
from fadu.registers.models import LegalServicePlace
from fadu.replay import aiding, mediating, staff, stories
from fadu.replay.driver import Move, Team, at_work, drive

if TYPE_CHECKING:
    from fadu.replay.demo import Demo

BEGUN = (Move("application"), Move("registration"))
CONFIRMED = (
    Move("confirmation_request", 3),
    Move("confirmation_acceptance", 1, "court_accepted"),
    Move("confirmation_ruling", 5, "confirmed"),
)
WRITTEN = mediating.ENDED["written"]
DISPUTES: tuple[tuple[str, int, Sequence[Move], str], ...] = (
    ("land", 80, (*BEGUN, *WRITTEN[:3], *CONFIRMED, *WRITTEN[3:]), ""),
    ("damage", 60, (*BEGUN, *mediating.ENDED["failed"]), ""),
    ("neighbour", 15, (*BEGUN, *WRITTEN[:3]), "citizen"),  # agreed: confirmation may still be applied for
    ("neighbour", 25, (*BEGUN, Move("session", 1)), ""),  # past the month of the rules of 2002: a hint
    ("marriage", 3, (*BEGUN, Move("session", 1)), "citizen"),
    ("contract", 1, BEGUN[:1], ""),
)
AID: tuple[tuple[str, int, Sequence[Move], str], ...] = (
    ("civil", 40, (*aiding.ASKED, *aiding.ENDED), ""),
    ("criminal", 35, (*aiding.NOTIFIED, *aiding.ENDED), ""),
    ("civil", 4, aiding.ASKED[:1], ""),  # a day or two before the seventh day
    ("civil", 8, aiding.ASKED[:1], ""),  # past it
    ("civil", 9, aiding.ASKED, "citizen"),
    ("criminal", 1, aiding.NOTIFIED[:1], ""),  # three days to assign
)


def show(demo: Demo) -> None:
    """Disputes of the village committee, in the mediator's hands, and cases of the county's legal aid."""
    since = date(demo.today.year - 3, 1, 1)
    _disputes(demo, since)
    _aid(demo, since)


def _disputes(demo: Demo, since: date) -> None:
    justice, by = demo.organs["justice"], demo.people["clerk"]
    organ = staff.found_organ(justice.region, "示例村人民调解委员会", "示例村", Domain.JUSTICE, OrganKind.MEDIATION)
    mediator = demo.people.get("mediator") or staff.enlist("demo-mediator", 901, 1)[0]
    staff.appoint([mediator], [organ], PostKind.MEDIATOR, since)
    members = [
        Mediator(name=mediator.name, person=mediator, capacity=Capacity.CHAIR, since=since),
        Mediator(name="李示例", woman=True, since=since),
        Mediator(name="王样本", since=since),
    ]
    establish(MediationOrganisation(organ=organ, kind="village", place="示例村", since=since), members, by=by)
    of = staff.team(organ, [mediator, mediator], "demo-mediation", since)
    for kind, ago, moves, whose in DISPUTES:
        on = demo.ago(ago)
        party = demo.citizen() if whose else demo.party()
        case = open_case(
            "mediation", organ=organ, title=f"{mediating.NAMES[kind]}{stories.TRIAL}", by=mediator, on=on,
            officers=[mediator], parties=[party, demo.party()], now=at_work(on, 9),
        )  # fmt: skip
        told: dict[str, Any] = mediating.story(kind, None) | {"court": "示例县人民法院", "channel": "oral"}
        drive(case, moves, told, of, on, until=demo.today, papers=True)
    enter_many(
        [
            Screening(
                organ=organ, on=demo.ago(place * 12), kind="general", place=f"示例村{place + 1}组", found=place % 2
            )
            for place in range(8)
        ],
        by=mediator,
    )  # fmt: skip


def _aid(demo: Demo, since: date) -> None:
    justice = demo.organs["justice"]
    officers = staff.enlist("demo-justice", 801, 2)
    staff.appoint(officers, [justice], PostKind.OFFICER, since)
    of: Team = staff.team(justice, officers, "demo-aid", since)
    for kind, ago, moves, whose in AID:
        on = demo.ago(ago)
        case = open_case(
            "legal_aid", organ=justice, title=f"法律援助{stories.TRIAL}", by=of.clerk, on=on, officers=officers,
            parties=[demo.citizen() if whose else demo.party()], now=at_work(on, 9),
        )  # fmt: skip
        drive(case, moves, aiding.story(kind, 1, None, online=False), of, on, until=demo.today, papers=True)
    rooms = [("centre", "示例县公共法律服务中心", ""), ("room", "示例村公共法律服务工作室", "周律师（测试）")]
    open_places(
        [LegalServicePlace(organ=justice, kind=kind, name=name, adviser=who, since=since) for kind, name, who in rooms],
        by=of.clerk,
    )
    enter_many(
        [
            LegalService(organ=justice, on=demo.ago(place * 9), kind="consultation", channel="window", topic="劳动报酬")
            for place in range(10)
        ],
        by=of.clerk,
    )
