"""示例县: a small invented county-year to try the product on, with work waiting on the day it is opened.

Closed cases over the past year and a half, so that figures and the report have a year before; and open ones at every
stage: near their day, past it, before a hearing, waiting for the reviewer, with goods seized, referred to the police.
All people and parties are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case, Publication
from fadu.engine.publication import take_back
from fadu.journals.entry import enter_many
from fadu.journals.examinations import hold
from fadu.journals.models import Action, Candidate, Examination, Inspection
from fadu.law.calendar import standard_calendar
from fadu.organs.kinds import Domain, OrganKind, PostKind
from fadu.organs.models import Organ, Person, Region
from fadu.registers.devices import Device, DeviceKind
from fadu.registers.devices import enter_many as enter_devices
from fadu.replay import applied, brought, contested, disclosure, settled, staff, stories
from fadu.replay.county import Progress, silent
from fadu.replay.driver import Answer, Move, Team, at_work, drive

REGIONS = (
    ("990000000000", "示例省", 1, None),
    ("990100000000", "示例市", 2, "990000000000"),
    ("990101000000", "示例县", 3, "990100000000"),
)
ORGANS = (
    ("government", "示例县人民政府", "示政", Domain.GENERAL, OrganKind.GOVERNMENT),
    ("justice", "示例县司法局", "示司", Domain.JUSTICE, OrganKind.DEPARTMENT),
    ("market", "示例县市场监督管理局", "示市监", Domain.MARKET, OrganKind.DEPARTMENT),
    ("urban", "示例县城市管理局", "示城管", Domain.URBAN, OrganKind.DEPARTMENT),
    ("agriculture", "示例县农业农村局", "示农", Domain.AGRICULTURE, OrganKind.DEPARTMENT),
    ("emergency", "示例县应急管理局", "示应急", Domain.EMERGENCY, OrganKind.DEPARTMENT),
)
POSTS = (  # whose account holds which post where
    ("clerk", "market", PostKind.CLERK),
    ("officer", "market", PostKind.OFFICER),
    ("reviewer", "market", PostKind.REVIEWER),
    ("head", "market", PostKind.HEAD),
    ("head", "market", PostKind.PRINCIPAL),
    ("leader", "government", PostKind.LEADER),
    ("inspector", "justice", PostKind.INSPECTOR),
    ("admin", "government", PostKind.SYSTEM_ADMIN),
)
ACTS = (
    "销售超过保质期的食品",
    "未按规定明码标价",
    "发布虚假广告",
    "销售侵犯注册商标专用权的商品",
    "无照经营",
    "计量器具未检定",
)
TOWN = ("占用人行道堆放物料", "擅自设置户外广告", "未密闭运输渣土")
FARM = ("销售无标签的种子", "未建立农药销售台账")
SAFETY = ("未按规定进行安全教育培训", "安全设备未定期检测")
PUBLISHED = tuple(
    move
    for each in stories.PENALTY
    for move in ((Move("publication", 2, publish="market"), each) if each.step == "payment" else (each,))
)


@dataclass
class Demo:
    """The county as it is being filled: the day it is opened on, its organs and teams."""

    today: date
    people: Mapping[str, Person]
    organs: Mapping[str, Organ]
    teams: Mapping[str, Team]
    told: Progress
    parties: int = 0

    def ago(self, working_days: int) -> date:
        """The day so many working days before today."""
        return standard_calendar().back(self.today, working_days)

    def party(self) -> Comer:
        """The next invented party, persons and companies by turns."""
        self.parties += 1
        return stories.party(self.parties, company=self.parties % 3 == 0)

    def citizen(self) -> Comer:
        """The citizen of the demonstration as a party: the portal shows him his own matters."""
        person = self.people["citizen"]
        return Comer(name=person.name, id_kind="居民身份证", id_number=person.id_number, address="示例县示例路1号")

    def open(
        self,
        key: str,
        title: str,
        on: date,
        *,
        procedure: str = "penalty_ordinary",
        party: Comer | None = None,
        facts: Mapping[str, Any] | None = None,
        related: Sequence[tuple[Case, str]] = (),
    ) -> Case:
        """Open a case of the organ."""
        team = self.teams[key]
        return open_case(
            procedure, organ=team.organ, title=title, by=team.officers[0], on=on, officers=team.officers,
            parties=[party or self.party()], facts=facts, source="inspection", related=related, now=at_work(on, 9),
        )  # fmt: skip

    def run(
        self,
        key: str,
        title: str,
        since: int,
        moves: Sequence[Move],
        fine: int = 3000,
        *,
        party: Comer | None = None,
        also: tuple[str, ...] = (),
        **more: Answer,
    ) -> Case:
        """A penalty begun ``since`` working days ago, driven by ``moves`` as far as today."""
        on = self.ago(since)
        case = self.open(key, title, on, party=party)
        market = self.teams[key].organ.domain == Domain.MARKET
        story = stories.penalty(title, Decimal(fine), also, market=market, **more)
        drive(case, moves, story, self.teams[key], on, until=self.today, papers=True)
        return case


def fill(today: date, people: Mapping[str, Person], told: Progress = silent) -> None:
    """Fill an empty database with 示例县 as it stands on ``today``.

    ``people`` are the accounts of the demonstration by name: citizen, clerk, officer, reviewer, head, leader,
    inspector, mediator, admin; they are given their posts here.
    """
    with transaction.atomic():
        demo = _county(today, people, told)
        _closed(demo)
        told("已办结的案件", 1, 1)
        _open(demo)
        told("在办的案件", 1, 1)
        disclosure.show(demo)
        told("依申请公开", 1, 1)
        brought.show(demo)
        told("群众诉求", 1, 1)
        applied.show(demo)
        told("网上申请和评价", 1, 1)
        contested.show(demo)
        told("行政复议和应诉", 1, 1)
        settled.show(demo)
        told("矛盾纠纷和法律援助", 1, 1)
        _journals(demo)
        told("名册和台账", 1, 1)


def _county(today: date, people: Mapping[str, Person], told: Progress) -> Demo:
    for code, name, level, above in REGIONS:
        Region.objects.get_or_create(code=code, defaults={"name": name, "level": level, "parent_id": above})
    county = Region.objects.get(code=REGIONS[-1][0])
    organs = {
        key: staff.found_organ(county, name, word, domain, kind, number=number)
        for number, (key, name, word, domain, kind) in enumerate(ORGANS, start=1)
    }
    since = date(today.year - 3, 1, 1)
    for account, key, kind in POSTS:
        if account in people:
            staff.appoint([people[account]], [organs[key]], kind, since, usual=True)
    teams = {}
    for place, key in enumerate(("market", "urban", "agriculture", "emergency")):
        organ = organs[key]
        invented = staff.enlist(f"demo-{key}", place * 100 + 1, 4)
        officers = [people["officer"], *invented[1:]] if key == "market" else invented
        staff.appoint([each for each in officers if each != people["officer"]], [organ], PostKind.OFFICER, since)
        staff.certify(officers, [organ], [since] * len(officers), date(today.year + 3, 12, 31))
        teams[key] = staff.team(organ, officers[:2], "demo", since)
    market = teams["market"]
    teams["market"] = Team(
        organ=market.organ,
        officers=market.officers,
        head=people["head"],
        principal=people["head"],
        deputy=market.head,
        reviewer=people["reviewer"],
        presider=market.presider,
        clerk=people["clerk"],
    )
    return Demo(today, people, organs, teams, told)


def _closed(demo: Demo) -> None:
    """A year and a half of closed cases, the market bureau's published; one publication taken back two days ago."""
    for place in range(30):
        demo.run("market", ACTS[place % len(ACTS)], 370 - place * 11, PUBLISHED, 1000 + 500 * (place % 7))
        demo.told("市场监管案件", place + 1, 30)
    for place in range(10):
        demo.run("urban", TOWN[place % 3], 360 - place * 30, stories.PENALTY, 500 + 100 * place)
        demo.run("agriculture", FARM[place % 2], 350 - place * 30, stories.PENALTY, 800)
    for place in range(6):
        demo.run("emergency", SAFETY[place % 2], 340 - place * 45, stories.PENALTY, 10000, of_note=True)
        _on_the_spot(demo, 330 - place * 50)
    demo.run("market", "销售超过保质期的食品", 60, PUBLISHED, 2000, party=demo.citizen())
    _withdrawn(demo)


def _on_the_spot(demo: Demo, since: int) -> None:
    on = demo.ago(since)
    case = demo.open("urban", "乱停放非机动车", on, procedure="penalty_summary")
    drive(
        case, stories.ON_THE_SPOT, stories.penalty("乱停放非机动车", Decimal(50)), demo.teams["urban"], on, papers=True
    )


def _withdrawn(demo: Demo) -> None:
    """A decision set aside on reconsideration, its publication withdrawn in time."""
    team = demo.teams["market"]
    moves = [move for move in PUBLISHED if move.step not in ("payment", "performance", "closing")]
    case = demo.run("market", "无照经营", 40, moves, 5000)
    day = demo.ago(2)
    take(case, "revocation", by=[team.officers[0]], on=day, facts={"revocation": "revoked"}, now=at_work(day))
    reason = "行政复议决定撤销原处罚决定（测试数据）"
    day = demo.ago(1)
    take(case, "withdrawal", by=[team.officers[0]], on=day, facts={"withdrawal_reason": reason}, now=at_work(day))
    take_back(Publication.objects.get(case=case, withdrawn_on=None), reason, by=team.head, on=day)


def _until(step: str, moves: Sequence[Move] = stories.PENALTY) -> list[Move]:
    """The moves up to and with ``step``."""
    place = next(place for place, move in enumerate(moves) if move.step == step)
    return list(moves[: place + 1])


def _open(demo: Demo) -> None:
    """Work that waits: for the officer, the reviewer, the head, the party, the hearing."""
    demo.run("market", "发布虚假广告", 1, _until("lead"))
    demo.run("market", "未按规定明码标价", 12, _until("verification"))
    demo.run("market", "计量器具未检定", 20, _until("lead"))  # past the fifteen working days to decide on filing
    demo.run("market", "销售不合格电线", 5, _until("inquiry"))
    demo.run("market", "销售侵权商品", 30, _until("end_of_inquiry"))
    _filed(demo, "虚假宣传", 87)  # three days left of ninety
    _filed(demo, "不正当价格行为", 97)  # a week past them
    demo.run("market", "销售超过保质期的食品", 9, _until("waiver"), 4000, party=demo.citizen())
    demo.run("market", "生产不符合标准的产品", 11, _until("review_request"), 8000, difficult=True)
    demo.run("market", "超范围经营", 25, _until("service"), 3000)  # decided, served, not paid
    demo.run("urban", "擅自设置户外广告", 8, _until("telling"))
    demo.run("agriculture", "销售假农药", 15, _until("end_of_inquiry"))
    _hearing(demo)
    _seizures(demo)
    _referral(demo)
    for place, since in enumerate((3, 6, 9)):
        on = demo.ago(since)
        key = ("emergency", "market", "urban")[place]
        case = demo.open(key, "限期整改", on, procedure="rectification_order")
        drive(
            case, stories.RECTIFICATION[:2], stories.rectification("现场管理不到位"), demo.teams[key], on, papers=True
        )


def _filed(demo: Demo, title: str, days: int) -> None:
    """A case filed so many calendar days ago and still under inquiry."""
    filed = standard_calendar().onward(demo.today - timedelta(days=days))
    case = demo.open("market", title, filed)
    moves = [Move("lead"), Move("verification"), Move("filing"), Move("inquiry", 2)]
    story = stories.penalty(title, Decimal(6000), market=True)
    drive(case, moves, story, demo.teams["market"], filed, until=demo.today, papers=True)


def _hearing(demo: Demo) -> None:
    """A hearing asked for and notified, to be held tomorrow."""
    calendar = standard_calendar()
    tomorrow = calendar.after(demo.today, 1)
    moves = [
        *_until("telling"), Move("hearing_request", 2), Move("hearing_notice", 1),
    ]  # fmt: skip
    demo.run(
        "market",
        "生产销售劣质建材",
        24,
        moves,
        200000,
        large_fine=True,
        grave=True,
        hearing_at=at_work(tomorrow, 9),
        hearing_place="示例县市场监督管理局听证室",
        presider=demo.teams["market"].presider.name,
    )


def _seizures(demo: Demo) -> None:
    """Goods seized in two penalties under way: one measure near its thirtieth day, one fresh."""
    for title, days in (("销售假冒白酒", 26), ("销售无中文标签的进口食品", 5)):
        on = standard_calendar().onward(demo.today - timedelta(days=days))
        penalty = demo.open("market", title, on)
        story = stories.penalty(title, Decimal(20000), market=True)
        moves = [Move("lead"), Move("verification"), Move("filing"), Move("inquiry")]
        drive(penalty, moves, story, demo.teams["market"], on, until=demo.today, papers=True)
        seizure = demo.open(
            "market", f"扣押（{title}）", on, procedure="coercive_measure", related=[(penalty, "seizure")]
        )
        drive(
            seizure, stories.MEASURE[:2], stories.measure("seize"), demo.teams["market"], on, until=demo.today,
            papers=True,
        )  # fmt: skip


def _referral(demo: Demo) -> None:
    """A penalty case that proved to be a crime, and its referral, on which the police have still to decide."""
    team = demo.teams["market"]
    moves = [*_until("end_of_inquiry"), Move("decision", 2, "referred")]
    case = demo.run(
        "market", "销售伪劣农资数额巨大", 12, moves, 0, suggested="referred", crime="销售伪劣产品",
        police="示例县公安局", reason="涉嫌犯罪（测试数据）",
    )  # fmt: skip
    on = demo.ago(2)
    story = {**stories.referral("销售伪劣产品"), "police": "示例县公安局"}
    referral = demo.open(
        "market", "移送涉嫌销售伪劣产品案", on, procedure="crime_referral", related=[(case, "referral")],
        facts={"direction": "outgoing", "facts": story["facts"]},
    )  # fmt: skip
    drive(referral, stories.REFERRAL[:5], story, team, on, until=demo.today, papers=True)


def _journals(demo: Demo) -> None:
    """Inspections, actions, an examination, devices."""
    by = demo.people["clerk"]
    market, urban, justice = demo.organs["market"], demo.organs["urban"], demo.organs["justice"]
    enter_many(
        [
            Inspection(
                organ=organ, on=demo.ago(place * 3), domain=organ.domain, kind=("routine", "random", "key")[place % 3],
                subject=f"测试检查对象{place:04d}", result="未发现问题（测试数据）", evidence="检查记录（测试数据）",
            )
            for place in range(1, 101)
            for organ in (market, urban)
        ],
        by=by,
    )  # fmt: skip
    enter_many(
        [
            Action(
                organ=market, on=demo.ago(place * 25), domain=market.domain, kind="joint",
                title=f"测试联合执法行动{place}", with_organs="示例县公安局、示例县城市管理局", officers=12,
            )
            for place in range(1, 9)
        ],
        by=by,
    )  # fmt: skip
    candidates = [Candidate(name=f"测试考生{place:03d}", organ=market, passed=place > 3) for place in range(1, 31)]
    hold(Examination(organ=justice, on=demo.ago(90), title="行政执法资格考试（测试数据）"), candidates, by=by)
    since = date(demo.today.year - 1, 3, 1)
    enter_devices(
        [
            Device(number=f"SL-{place:04d}", kind=DeviceKind.BODY_CAMERA, organ=organ, since=since)
            for place, organ in enumerate([market] * 12 + [urban] * 8, start=1)
        ],
        by=by,
    )
