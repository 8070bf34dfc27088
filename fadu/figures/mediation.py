"""人民调解: disputes mediated, agreed, by kind and form; committees and mediators; rounds of screening.

The columns are those of the ministry's monthly table (黄石市司法局 2021 among those that print it). A dispute counts as
accepted on the day it is registered, as settled on the day its agreement takes effect.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure, Scope, Standing
from fadu.journals.models import Screening
from fadu.procedures.mediation_record import KINDS
from fadu.procedures.models import Mediation
from fadu.registers.mediation import MediationKind
from fadu.registers.models import MediationOrganisation, Mediator

TABLE = "人民调解组织队伍经费和人民调解案件统计报表（黄石市司法局2021年公布的月报栏目）"
REGISTER = "《人民调解法》第十条；本平台的人民调解组织和人民调解员名册"
JOURNAL = "本平台的矛盾纠纷排查台账"


def _registered(which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (Dated(Mediation, "registered_on", which),)


def _settled(which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008
    return (Dated(Mediation, "effective_on", which),)


ACCEPTED = Figure(
    "mediation.accepted", _("调解矛盾纠纷数量"), _("件"), of=_registered(), rows=("S190",),
    rule=_("当年由人民调解委员会受理登记的纠纷，按登记日期计"), source=TABLE,
)  # fmt: skip
SETTLED = Figure(
    "mediation.settled", _("调解成功数量"), _("件"), of=_settled(), rows=("S190",),
    rule=_("当年达成并已生效的调解协议（口头协议、调解协议书），按协议生效日期计"), source=TABLE,
)  # fmt: skip
RATE = Figure(
    "mediation.success_rate", _("调解成功率"), "%", of=_settled(), measure="share", over=ACCEPTED, places=2,
    rule=_("当年调解成功数量占当年受理登记数量的比例，保留两位小数"), source=TABLE, rows=("S190",),
)  # fmt: skip
CHANGE = Figure(
    "mediation.success_rate_change", _("调解成功率比上年"), _("个百分点"), of=_settled(), measure="points", over=RATE,
    rule=_("当年调解成功率减去上年调解成功率；上年的数以固定的为准"), source=TABLE, rows=("S190",),
)  # fmt: skip
ORAL = Figure(
    "mediation.oral", _("口头协议数量"), _("件"), of=_settled(Q(form="oral")), rows=("S190",),
    rule=_("当年达成的口头协议"), source="《人民调解法》第二十八条、第三十条",
)  # fmt: skip
WRITTEN = Figure(
    "mediation.written", _("书面协议数量"), _("件"), of=_settled(Q(form="written")), rows=("S190",),
    rule=_("当年生效的调解协议书"), source="《人民调解法》第二十八条、第二十九条",
)  # fmt: skip
PEOPLE = Figure(
    "mediation.people", _("调解涉及当事人数"), _("人"), of=_registered(), measure="total", column=Coalesce("people", 0),
    rule=_("当年受理登记的纠纷涉及的当事人数之和"), source=TABLE, rows=("S190",),
)  # fmt: skip
MONEY = Figure(
    "mediation.money", _("协议涉及金额"), _("万元"), of=_settled(), measure="sum", column="amount",
    rule=_("当年生效的调解协议涉及金额之和"), source=TABLE, rows=("S190",),
)  # fmt: skip
BY_KIND = tuple(
    Figure(
        f"mediation.kind.{key}", name, _("件"), of=_registered(Q(kind=key)), rows=("S191",),
        rule=_("当年受理登记的该类纠纷"), source=TABLE,
    )
    for key, name in KINDS
)  # fmt: skip
CAME = tuple(
    Figure(
        f"mediation.came.{key}",
        name,
        _("件"),
        of=_registered(which),
        rule=_("当年受理登记的纠纷，按来源"),
        source=TABLE,
    )
    for key, name, which in (
        ("applied", _("当事人申请调解数量"), Q(applied_on__isnull=False)),
        ("initiated", _("主动调解数量"), Q(initiated_on__isnull=False)),
        ("entrusted", _("接受委托移送调解数量"), Q(entrusted_on__isnull=False)),
    )
)
PREVENTED = tuple(
    figure
    for key, name in (("crime", _("防止民间纠纷转化为刑事案件")), ("petition", _("防止群体性上访")))
    for figure in (
        Figure(
            f"mediation.prevented.{key}", name, _("件"), of=(Dated(Mediation, "prevented_on", Q(prevented=key)),),
            rule=_("当年采取预防措施、防止了激化的纠纷"), source="《人民调解法》第二十五条",
        ),
        Figure(
            f"mediation.prevented_people.{key}", name, _("人"),
            of=(Dated(Mediation, "prevented_on", Q(prevented=key)),), measure="total",
            column=Coalesce("prevented_people", 0), rule=_("其中涉及的人数之和"), source="《人民调解法》第二十五条",
        ),
    )
)  # fmt: skip
PERFORMED = Figure(
    "mediation.performed", _("协议履行数量"), _("件"), of=(Dated(Mediation, "performed_on"),),
    rule=_("当年履行完毕的调解协议"), source="《人民调解法》第三十一条",
)  # fmt: skip
CONFIRMED = Figure(
    "mediation.confirmed", _("司法确认数量"), _("件"), of=(Dated(Mediation, "ruled_on", Q(confirmation="confirmed")),),
    rule=_("当年人民法院确认有效的调解协议"), source="《人民调解法》第三十三条",
)  # fmt: skip


def _organisations(*kinds: str) -> Standing:
    def find(scope: Scope) -> QuerySet[MediationOrganisation]:
        rows = MediationOrganisation.objects.held_on(scope.last).filter(scope.within("organ__region"))
        if scope.reach is not None:
            rows = rows.filter(scope.reach.q(handler=None, second=None, organ="organ", region="organ__region"))
        return rows.filter(kind__in=kinds) if kinds else rows

    return Standing(find)


def _mediators(*kinds: str) -> Standing:
    def find(scope: Scope) -> QuerySet[Mediator]:
        path = "organisation__organ"
        rows = Mediator.objects.held_on(scope.last).filter(scope.within(f"{path}__region"))
        if scope.reach is not None:
            rows = rows.filter(scope.reach.q(handler=None, second=None, organ=path, region=f"{path}__region"))
        return rows.filter(organisation__kind__in=kinds) if kinds else rows

    return Standing(find)


ORGANISATIONS = Figure(
    "mediation.organisations", _("人民调解组织数量"), _("个"), of=(_organisations(),), rows=("S192",), source=REGISTER,
    rule=_("年末（或者统计截止日）存续的人民调解委员会"),
)  # fmt: skip
MEDIATORS = Figure(
    "mediators.serving", _("人民调解员数量"), _("人"), of=(_mediators(),), rows=("S193",), source=REGISTER,
    rule=_("年末（或者统计截止日）在任的人民调解员，含委员和聘任的"),
)  # fmt: skip
_GRASSROOTS = ("village_and_residents", _("村（居）人民调解委员会"), ("village", "residents"))
ORGANISATIONS_BY_KIND = tuple(
    Figure(
        f"mediation.organisations.{key}", name, _("个"), of=(_organisations(*kinds),), rows=("S192",), source=REGISTER,
        rule=_("年末（或者统计截止日）存续的该类人民调解委员会"),
    )
    for key, name, kinds in (*((each.value, each.label, (each.value,)) for each in MediationKind), _GRASSROOTS)
)  # fmt: skip
MEDIATORS_BY_KIND = tuple(
    Figure(
        f"mediators.serving.{each.value}", each.label, _("人"), of=(_mediators(each.value),), rows=("S192",),
        source=REGISTER, rule=_("年末（或者统计截止日）在该类人民调解委员会任职的人民调解员"),
    )
    for each in MediationKind
)  # fmt: skip


def _rounds() -> tuple[Dated, ...]:
    stands = Q(struck_on=None)
    return (Dated(Screening, "on", stands, case="", region="organ__region", organ="organ", domain="organ__domain"),)


SCREENINGS = Figure(
    "screenings.held", _("矛盾纠纷排查次数"), _("次"), of=_rounds(), rows=("S197",), source=JOURNAL,
    rule=_("当年开展的矛盾纠纷排查，一次一条"),
)  # fmt: skip
FORESTALLED = Figure(
    "screenings.prevented", _("预防纠纷数量"), _("件"), of=_rounds(), measure="total", column=Coalesce("prevented", 0),
    rows=("S197",), rule=_("当年排查中预防的纠纷件数之和"), source=JOURNAL,
)  # fmt: skip
FIGURES = (
    ACCEPTED, SETTLED, RATE, CHANGE, ORAL, WRITTEN, PEOPLE, MONEY, *BY_KIND, *CAME, *PREVENTED, PERFORMED, CONFIRMED,
    ORGANISATIONS, *ORGANISATIONS_BY_KIND, MEDIATORS, *MEDIATORS_BY_KIND, SCREENINGS, FORESTALLED,
)  # fmt: skip
