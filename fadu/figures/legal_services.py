"""公共法律服务: consultations, papers drafted, notarial acts, what village advisers did, which places stand."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure, Scope, Standing
from fadu.journals.models import LegalService
from fadu.registers.legal_services import PlaceKind
from fadu.registers.models import LegalServicePlace

JOURNAL = "本平台的公共法律服务台账"
REGISTER = "本平台的公共法律服务名册"
VILLAGE = ~Q(village="")


def _given(which: Q) -> tuple[Dated, ...]:
    counted = Q(struck_on=None) & which
    return (Dated(LegalService, "on", counted, case="", region="organ__region", organ="organ", domain="organ__domain"),)


def _places(*kinds: str, which: Q = Q()) -> Standing:  # noqa: B008 - a Q is never changed in place
    def find(scope: Scope) -> QuerySet[LegalServicePlace]:
        rows = LegalServicePlace.objects.held_on(scope.last).filter(scope.within("organ__region"), which)
        if scope.reach is not None:
            rows = rows.filter(scope.reach.q(handler=None, second=None, organ="organ", region="organ__region"))
        return rows.filter(kind__in=kinds)

    return Standing(find)


CONSULTED = Figure(
    "legal_services.consultations", _("解答法律咨询"), _("人次"), of=_given(Q(kind="consultation", village="")),
    measure="total", column="persons", rows=("S215",), source=JOURNAL,
    rule=_("当年线上线下解答的法律咨询人次，不含村（居）法律顾问提供的"),
)  # fmt: skip
EPIDEMIC = Figure(
    "legal_services.epidemic", _("涉及疫情法律咨询"), _("件"), of=_given(Q(kind="consultation", epidemic=True)),
    measure="total", column="number", rows=("S215",), source=JOURNAL, rule=_("当年解答的涉及疫情的法律咨询件数"),
)  # fmt: skip
ONLINE = Figure(
    "legal_services.online_other", _("线上解答的其他法律咨询"), _("件"), measure="total", column="number",
    of=_given(Q(kind="consultation", channel="network", epidemic=False, village="")), rows=("S215",), source=JOURNAL,
    rule=_("当年通过网络解答的、不涉及疫情的法律咨询件数"),
)  # fmt: skip
DRAFTED = Figure(
    "legal_services.drafted", _("代拟法律文书"), _("份"), of=_given(Q(kind="drafting")), measure="total",
    column="number", rows=("S212",), source=JOURNAL, rule=_("当年代拟的法律文书份数"),
)  # fmt: skip
NOTARISED = Figure(
    "legal_services.notarised", _("办理公证事项"), _("件"), of=_given(Q(kind="notary")), measure="total",
    column="number", rows=("S216",), source=JOURNAL, rule=_("当年办结的公证事项件数"),
)  # fmt: skip
NOTARISED_AIDED = Figure(
    "legal_services.notarised_aided", _("法律援助公证"), _("件"), of=_given(Q(kind="notary", aided=True)),
    measure="total", column="number", rows=("S216",), source=JOURNAL, rule=_("当年办结的公证事项中属于法律援助的件数"),
)  # fmt: skip
NOTARY_ADVICE = Figure(
    "legal_services.notary_advice", _("公证咨询"), _("件"), of=_given(Q(kind="notary_advice")), measure="total",
    column="number", rows=("S216",), source=JOURNAL, rule=_("当年接待的公证咨询件数"),
)  # fmt: skip
ADVISERS = tuple(
    Figure(
        f"village_advisers.{kind}", name, unit, of=_given(VILLAGE & Q(kind=kind)), measure="total", column=column,
        rows=("S217",), source=JOURNAL, rule=_("当年村（居）法律顾问提供的该类服务"),
    )
    for kind, name, unit, column in (
        ("consultation", _("村（居）法律顾问提供法律咨询"), _("人次"), "persons"),
        ("lecture", _("村（居）法律顾问法治讲座和法律宣传"), _("次"), "number"),
        ("dispute", _("村（居）法律顾问参与解决矛盾纠纷"), _("起"), "number"),
        ("aid", _("村（居）法律顾问代理法律援助"), _("件"), "number"),
        ("opinion", _("村（居）法律顾问提供法律意见和建议"), _("条"), "number"),
    )
)  # fmt: skip
COVERED = Figure(
    "village_advisers.villages", _("配备法律顾问的村（社区）"), _("个"), rows=("S217", "S211"), source=REGISTER,
    of=(_places(PlaceKind.ROOM, which=~Q(adviser="")),), rule=_("年末（或者统计截止日）有法律顾问的村（社区）"),
)  # fmt: skip
PLACES = tuple(
    Figure(
        f"legal_places.{each.value}", each.label, _("个"), of=(_places(each.value, which=Q(building=False)),),
        rows={"room": ("S211",), "station": ("S208", "S209"), "centre": ("S207",)}.get(each.value, ()), source=REGISTER,
        rule=_("年末（或者统计截止日）已经建成的该类场所"),
    )
    for each in PlaceKind
)  # fmt: skip
_PLATFORMS = (PlaceKind.CENTRE, PlaceKind.FIRM, PlaceKind.OFFICE, PlaceKind.ROOM)
PLATFORMS = Figure(
    "legal_places.platforms", _("公共法律服务平台种类"), _("个"), rows=("S207",), source=REGISTER, measure="distinct",
    of=(_places(*_PLATFORMS, which=Q(building=False)),), column="kind",
    rule=_("公共法律服务中心、律师事务所、基层法律服务所、村（居）法律顾问四类平台中已有的种类"),
)  # fmt: skip
BUILDING = Figure(
    "legal_places.outside_building", _("在建驻外公共法律服务工作站"), _("个"), rows=("S218",), source=REGISTER,
    of=(_places(PlaceKind.OUTSIDE, which=Q(building=True)),), rule=_("年末（或者统计截止日）正在建设的驻外工作站"),
)  # fmt: skip
FIGURES = (
    CONSULTED, EPIDEMIC, ONLINE, DRAFTED, NOTARISED, NOTARISED_AIDED, NOTARY_ADVICE, *ADVISERS, COVERED, *PLACES,
    PLATFORMS, BUILDING,
)  # fmt: skip
