"""执法队伍: officers, certificates, legal reviewers, devices, examinations, at the end of the year or during it."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure, Scope, Standing
from fadu.journals.models import Candidate
from fadu.organs.kinds import Domain, OrganKind, PostKind
from fadu.organs.models import Certificate, Organ, Person, Post
from fadu.registers.models import Device


def _seen(scope: Scope, organ: str = "organ") -> Q:
    here = scope.within(f"{organ}__region")
    if scope.reach is None:
        return here
    return here & scope.reach.q(handler=None, second=None, organ=organ, region=f"{organ}__region")


def _post(kind: str, scope: Scope) -> Exists:
    held = Post.objects.in_force(scope.last).filter(_seen(scope), kind=kind, person=OuterRef("pk"))
    return Exists(held)


def entered(scope: Scope) -> QuerySet[Person]:
    """Persons who hold a post of officer on the scope's last day."""
    return Person.objects.filter(_post(PostKind.OFFICER, scope))


def certified(scope: Scope) -> QuerySet[Person]:
    """Persons whose certificate is valid on the scope's last day; one with two certificates is one person."""
    valid = Certificate.objects.valid_on(scope.last).filter(_seen(scope), person=OuterRef("pk"))
    return Person.objects.filter(Exists(valid))


def reviewers(scope: Scope) -> QuerySet[Person]:
    """Persons who hold a post of legal reviewer on the scope's last day."""
    return Person.objects.filter(_post(PostKind.REVIEWER, scope))


def devices(scope: Scope) -> QuerySet[Device]:
    """Devices in service on the scope's last day."""
    return Device.objects.held_on(scope.last).filter(_seen(scope))


def equipped_police(scope: Scope, *, stations: bool) -> QuerySet[Organ]:
    """Units of the police that hold a device on the scope's last day: stations (派出所), or the bureau's own units."""
    here = scope.within("region")
    if scope.reach is not None:
        here &= scope.reach.q(handler=None, second=None, organ="pk", region="region")
    held = Device.objects.held_on(scope.last).filter(organ=OuterRef("pk"))
    units = Organ.objects.filter(here, Exists(held), domain=Domain.PUBLIC_SECURITY)
    branch = Q(kind=OrganKind.BRANCH)
    return units.filter(branch if stations else ~branch)


def _stations(scope: Scope) -> QuerySet[Any]:
    return equipped_police(scope, stations=True)


def _units(scope: Scope) -> QuerySet[Any]:
    return equipped_police(scope, stations=False)


REGISTER = "本平台的执法人员、证件、职务和设备名册"

ENTERED = Figure(
    "officers.entered", _("录入系统的执法人员数量"), _("人"), of=(Standing(entered),), rows=("S117",),
    rule=_("年末（或者统计截止日）任执法人员职务的，一人一次"), source=REGISTER,
)  # fmt: skip
CERTIFIED = Figure(
    "officers.certified", _("持证执法人员数量"), _("人"), of=(Standing(certified),), rows=("S117",),
    rule=_("年末（或者统计截止日）持有有效执法证件的，一人多证计一人"), source=REGISTER,
)  # fmt: skip
ISSUED = Figure(
    "certificates.issued", _("办证、换证数量"), _("人"), rows=("S117",),
    of=(Dated(Certificate, "issued_on", case="", region="organ__region", organ="organ", domain="domain"),),
    rule=_("当年发给或者换发的执法证件"), source=REGISTER,
)  # fmt: skip
REVIEWERS = Figure(
    "reviewers.appointed", _("法制审核人员数量"), _("人"), of=(Standing(reviewers),), rows=("S125",),
    rule=_("年末（或者统计截止日）任法制审核人员职务的，一人一次"), source=REGISTER,
)  # fmt: skip
SHARE = Figure(
    "reviewers.share", _("法制审核人员占执法人员的比例"), "%", of=(Standing(reviewers),), measure="share",
    over=CERTIFIED, rows=("S125",), rule=_("法制审核人员数量除以持证执法人员数量，保留一位小数"), source=REGISTER,
)  # fmt: skip
DEVICES = Figure(
    "devices.held", _("执法记录设备数量"), _("台"), of=(Standing(devices),), rows=("S129",),
    rule=_("年末（或者统计截止日）在用的记录设备"), source=REGISTER,
)  # fmt: skip
POLICE_UNITS = Figure(
    "devices.police_units", _("配备执法记录仪的公安机关单位数量"), _("个"), of=(Standing(_units),), rows=("S128",),
    rule=_("年末（或者统计截止日）至少有一台在用记录设备的公安机关内设单位"), source=REGISTER,
)  # fmt: skip
POLICE_STATIONS = Figure(
    "devices.police_stations", _("配备执法记录仪的派出所数量"), _("个"), of=(Standing(_stations),), rows=("S128",),
    rule=_("年末（或者统计截止日）至少有一台在用记录设备的派出所"), source=REGISTER,
)  # fmt: skip


def _candidates(which: Q) -> tuple[Dated, ...]:
    counted = Q(examination__struck_on=None)
    return (
        Dated(
            Candidate,
            "examination__on",
            counted & which,
            case="",
            region="organ__region",
            organ="organ",
            domain="organ__domain",
        ),
    )


EXAMINED = Figure(
    "examinations.sat", _("参加执法资格考试人数"), _("人"), of=_candidates(Q()), rows=("S118",),
    rule=_("当年参加行政执法资格考试的人次"), source="本平台的行政执法资格考试台账",
)  # fmt: skip
PASSED = Figure(
    "examinations.passed", _("通过执法资格考试人数"), _("人"), of=_candidates(Q(passed=True)), rows=("S118",),
    rule=_("当年行政执法资格考试合格的人次"), source="本平台的行政执法资格考试台账",
)  # fmt: skip
FIGURES = (
    ENTERED, CERTIFIED, ISSUED, REVIEWERS, SHARE, DEVICES, POLICE_UNITS, POLICE_STATIONS, EXAMINED, PASSED,
)  # fmt: skip
