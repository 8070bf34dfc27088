"""行政处罚实施情况统计表: its columns as figures, with the counting rules printed under the table.

The rules are the same in the tables of five places (永川 2022, 沂 2021, 大同 2021 among them): decisions of the year,
also those later revoked; a case with several penalties counts once, in the heaviest class; forfeiture counts in the
amount where its value can be determined. Only the order of weight differs between places; both known orders are data.
"""

from __future__ import annotations

from decimal import Decimal

from django.db.models import DecimalField, F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from fadu.engine.models import Publication
from fadu.figures.figure import Dated, Figure, Scope
from fadu.procedures.models import OrdinaryPenalty, SummaryPenalty
from fadu.procedures.penalty_ordinary_record import TO_REVIEW, UNPUNISHED

TABLE = "行政处罚实施情况统计表填表说明（永川2022年、沂（山东）2021年、大同2021年等公布的统计表所附）"

# From light to heavy. 其他行政处罚 is in no printed order: a case counts there only if it has no named class.
ORDERS: dict[str, tuple[str, ...]] = {
    # 沂（山东）2021年表: 吊销 before 限制开展生产经营活动, as in article 9 of the law.
    "yi": (
        "other_penalty", "warned", "criticised", "fined", "forfeited_income", "forfeited_goods", "licence_suspended",
        "grade_lowered", "licence_revoked", "business_restricted", "business_suspended", "closed_down",
        "practice_banned", "detained",
    ),
    # 大同（山西）2021年表: 吊销许可证件 just before 行政拘留.
    "datong": (
        "other_penalty", "warned", "criticised", "fined", "forfeited_income", "forfeited_goods", "licence_suspended",
        "grade_lowered", "business_restricted", "business_suspended", "closed_down", "practice_banned",
        "licence_revoked", "detained",
    ),
}  # fmt: skip
ORDER = "yi"
ORDER_NAMES = {"yi": _("沂（山东）2021年表次序"), "datong": _("大同（山西）2021年表次序")}

# The table's columns. Both forfeitures share one.
CLASSES: dict[str, tuple[object, tuple[str, ...]]] = {
    "warned": (_("警告"), ("warned",)),
    "criticised": (_("通报批评"), ("criticised",)),
    "fined": (_("罚款"), ("fined",)),
    "forfeited": (_("没收违法所得、没收非法财物"), ("forfeited_income", "forfeited_goods")),
    "licence_suspended": (_("暂扣许可证件"), ("licence_suspended",)),
    "grade_lowered": (_("降低资质等级"), ("grade_lowered",)),
    "licence_revoked": (_("吊销许可证件"), ("licence_revoked",)),
    "business_restricted": (_("限制开展生产经营活动"), ("business_restricted",)),
    "business_suspended": (_("责令停产停业"), ("business_suspended",)),
    "closed_down": (_("责令关闭"), ("closed_down",)),
    "practice_banned": (_("限制从业"), ("practice_banned",)),
    "detained": (_("行政拘留"), ("detained",)),
    "other_penalty": (_("其他行政处罚"), ("other_penalty",)),
}
ORDINARY = Q(result="punished")
ZERO = Value(Decimal(0), output_field=DecimalField(max_digits=18, decimal_places=2))
MONEY = Coalesce(F("fine"), ZERO) + Coalesce(F("income"), ZERO) + Coalesce(F("goods_value"), ZERO)


def heaviest(kinds: tuple[str, ...], order: str) -> Q:
    """The heaviest class imposed is one of ``kinds``, by the order of weight named ``order``."""
    weights = ORDERS[order or ORDER]
    found = Q(pk__in=[])
    for kind in kinds:
        here = Q(**{kind: True})
        for heavier in weights[weights.index(kind) + 1 :]:
            if heavier not in kinds:
                here &= Q(**{heavier: False})
        found |= here
    return found


def _decided(which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (
        Dated(OrdinaryPenalty, "decided_on", ORDINARY & which),
        Dated(SummaryPenalty, "decided_on", which),
    )


def _heaviest(kinds: tuple[str, ...]) -> tuple[Dated, ...]:
    return (
        Dated(OrdinaryPenalty, "decided_on", lambda scope: ORDINARY & heaviest(kinds, scope.order)),
        Dated(SummaryPenalty, "decided_on", lambda scope: heaviest(kinds, scope.order)),
    )


DECIDED = Figure(
    "penalty.decided",
    _("行政处罚决定数量"),
    _("件"),
    of=_decided(),
    rule=_("当年1月1日至12月31日作出的行政处罚决定，含此后被复议、诉讼撤销的；一案一件，有多种处罚的也计一件"),
    source=TABLE,
    rows=("S141",),
    fields={"agriculture": ("S144",), "ecology": ("S145",), "emergency": ("S148",), "market": ("S142",)},
    divided=True,
)
BY_CLASS = tuple(
    Figure(
        f"penalty.class.{key}",
        name,  # type: ignore[arg-type]
        _("件"),
        of=_heaviest(kinds),
        rule=_("一案有两种以上处罚的，只计入其中最重的一种；轻重次序依所选统计表的说明"),
        source=TABLE,
        fields={"ecology": ("S145",)} if key == "business_suspended" else {},
        divided=True,
    )
    for key, (name, kinds) in CLASSES.items()
)
AMOUNT = Figure(
    "penalty.money",
    _("罚没金额"),
    _("万元"),
    of=_decided(),
    measure="sum",
    column=MONEY,
    rule=_("当年处罚决定书载明的罚款和没收金额之和；没收物品价值能够确定的计入，不能确定的不计"),
    source=TABLE,
    fields={"market": ("S142",)},
    divided=True,
)
FINES = Figure(
    "penalty.fines",
    _("罚款金额"),
    _("万元"),
    of=_decided(Q(fined=True)),
    measure="sum",
    column=Coalesce(F("fine"), ZERO),
    rule=_("当年处罚决定书载明的罚款数额之和，不含没收"),
    source=TABLE,
    fields={"emergency": ("S148",)},
    divided=True,
)
SUMMARY = Figure(
    "penalty.summary",
    _("简易程序数量"),
    _("件"),
    of=(Dated(SummaryPenalty, "decided_on"),),
    rule=_("当年适用简易程序当场作出的处罚决定"),
    source=TABLE,
    fields={"housing": ("S149",)},
    divided=True,
)
GENERAL = Figure(
    "penalty.ordinary",
    _("普通程序数量"),
    _("件"),
    of=(Dated(OrdinaryPenalty, "decided_on", ORDINARY),),
    rule=_("当年适用普通程序（2021年7月15日以前称一般程序）作出的处罚决定，含外部系统导入的"),
    source=TABLE,
    fields={"housing": ("S149",)},
    divided=True,
)
REVIEWED = Figure(
    "penalty.reviewed",
    _("法制审核数量"),
    _("件"),
    of=(Dated(OrdinaryPenalty, "reviewed_on"),),
    rule=_("当年作出法制审核意见的行政处罚案件"),
    source=TABLE,
    rows=("S122",),
    divided=True,
)
CORRECTED = Figure(
    "penalty.review_corrected",
    _("法制审核纠错数量"),
    _("件"),
    of=(Dated(OrdinaryPenalty, "reviewed_on", Q(review_corrected=True)),),
    rule=_("当年法制审核中提出纠正意见的行政处罚案件"),
    source=TABLE,
    rows=("S122",),
    divided=True,
)
TO_BE_REVIEWED = Figure(
    "penalty.major",
    _("应当法制审核的处罚决定数量"),
    _("件"),
    of=(Dated(OrdinaryPenalty, "decided_on", ORDINARY & TO_REVIEW & Q(taken_over=False)),),
    rule=_("当年作出的、属于《行政处罚法》第五十八条第一款所列情形的决定；外部系统导入的不知是否属于，不计"),
    source="《行政处罚法》第五十八条第一款",
    rows=("S122",),
    divided=True,
)
MAJOR_REVIEWED = Figure(
    "penalty.major_reviewed",
    _("重大执法决定法制审核率"),
    "%",
    of=(
        Dated(
            OrdinaryPenalty,
            "decided_on",
            ORDINARY & TO_REVIEW & Q(taken_over=False, reviewed_on__lte=F("decided_on")),
        ),
    ),
    measure="share",
    over=TO_BE_REVIEWED,
    rule=_("决定前经过法制审核的决定，占当年应当法制审核的处罚决定的比例"),
    source="《行政处罚法》第五十八条第一款",
    rows=("S122",),
)
FILED = Figure(
    "penalty.filed",
    _("立案数量"),
    _("件"),
    of=(
        Dated(OrdinaryPenalty, "filed_on"),
        # A case taken over tells nothing of its filing; a penalty on the spot is filed and decided in one act.
        Dated(SummaryPenalty, "decided_on"),
    ),
    rule=_("当年立案的普通程序案件和当场处罚案件；外部系统导入的不知立案日期，不计"),
    source="沂（山东）2021年行政处罚实施情况统计表栏目",
    fields={"market": ("S142",), "transport": ("S143",), "ecology": ("S145",), "water": ("S150",)},
    divided=True,
)
CLOSED = Figure(
    "penalty.closed",
    _("结案数量"),
    _("件"),
    of=(
        Dated(OrdinaryPenalty, "case__closed_on", ORDINARY & Q(taken_over=False)),
        Dated(SummaryPenalty, "case__closed_on", Q(decided_on__isnull=False)),
    ),
    rule=_("当年办结的、已作出处罚决定的案件；外部系统导入的不知结案日期，不计"),
    source="沂（山东）2021年行政处罚实施情况统计表栏目",
    fields={"housing": ("S149",)},
    divided=True,
)
SPARED = Figure(
    "penalty.spared",
    _("不予处罚案件数量"),
    _("件"),
    of=(Dated(OrdinaryPenalty, "decided_on", UNPUNISHED),),
    rule=_("当年决定不予处罚的案件"),
    source="沂（山东）2021年行政处罚实施情况统计表栏目",
    divided=True,
)
LIGHTENED = Figure(
    "penalty.lightened",
    _("减轻、从轻处罚案件数量"),
    _("件"),
    of=_decided(Q(discretion__in=["lighter", "mitigated"])),
    rule=_("当年决定中适用从轻或者减轻的案件"),
    source="沂（山东）2021年行政处罚实施情况统计表栏目",
    divided=True,
)
PUBLISHED = Figure(
    "penalty.published",
    _("公开行政处罚信息数量"),
    _("条"),
    of=(
        Dated(
            Publication,
            "published_on",
            Q(case__procedure__in=["penalty_ordinary", "penalty_summary"]),
            region="region",
            organ="organ",
        ),
    ),
    rule=_("当年公开的行政处罚决定信息，含此后撤回的"),
    source="《行政处罚法》第四十八条第一款",
    fields={"health": ("S147",)},
    divided=True,
)


def _about(key: str, name: object, words: str) -> Figure:
    return Figure(
        f"penalty.filed_about.{key}",
        name,  # type: ignore[arg-type]
        _("件"),
        of=(Dated(OrdinaryPenalty, "filed_on", Q(case__title__contains=words)),),
        rule=_("当年立案、案由含有相应字样的普通程序案件"),
        source="《商标法》《反不正当竞争法》执法统计口径由本表自定",
        rows=("S142",),
    )


ABOUT = (
    _about("trademark", _("商标侵权案件立案数量"), "商标"),
    _about("false_publicity", _("虚假宣传案件立案数量"), "虚假宣传"),
)
FIGURES = (
    DECIDED, *BY_CLASS, AMOUNT, FINES, SUMMARY, GENERAL, REVIEWED, CORRECTED, TO_BE_REVIEWED, MAJOR_REVIEWED, FILED,
    CLOSED, SPARED, LIGHTENED, PUBLISHED, *ABOUT,
)  # fmt: skip
# The columns of the printed table in their order (referrals stand in ``referrals``).
COLUMNS = (*BY_CLASS, DECIDED, AMOUNT, SUMMARY, GENERAL, REVIEWED, CORRECTED)


def order_of(scope: Scope) -> str:
    """The name of the order of weight in use."""
    return str(ORDER_NAMES[scope.order or ORDER])
