"""行政强制措施 ——《行政强制法》（2011年）第三章，第十六条至第三十三条：查封、扣押、冻结和其他行政强制措施。

市场监督管理领域的期限与本法相同（《市场监督管理行政处罚程序规定》第三十八条第一款），不另设规则。
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Ground, Guard, Limit, Outcome, Procedure, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import COERCION_2011 as L
from fadu.procedures.coercive_measure_record import CoerciveMeasure
from fadu.procedures.coercive_measure_roles import financial, head, officers, organ
from fadu.procedures.papers import coercion
from fadu.procedures.papers.content import contents

FROZEN = Q(kind="freeze")
GOODS = ~FROZEN
USUAL = Q(held_until=None)
IMPOSED = Q(imposed_on__isnull=False)
PLANNED = ("kind", "power", "power_rank", "reason", "basis", "goods", "related", "necessities", "sealed_elsewhere")
TERM = ("held_until", "held_by")
MONEY = ("account_number", "frozen_amount", "amount_at_stake", "bank", "frozen_elsewhere")


def _served(key: str, name: Label, cites: Cite, compose: Callable[[Mapping[str, Any]], object], word: str) -> Document:
    """A numbered paper that is handed to the party."""
    return Document(key, name, cites, compose=compose, contents=contents, word=word, served=True)


_by_power = Guard(L[22], ~Q(power=""), _("查封、扣押须由法律、法规规定的行政机关实施：写明授权条款"))
_planned = (*PLANNED, *TERM, *MONEY, "measure_proposal")

approval = Step(
    "approval",
    _("批准"),
    L[18, None, 1],
    head,
    only=Q(urgent=False, refused_on=None),
    dated="approved_on",
    asks=_planned,
    needs=("kind", "power", "power_rank", "reason", "basis"),
    yields=[
        Document(
            "measure_approval", _("行政强制措施审批表"), L[18, None, 1], compose=coercion.measure_approval, word="强审"
        )
    ],
)
refusal = Step(
    "refusal",
    _("不予批准"),
    L[18, None, 1],
    head,
    before=[approval],
    only=Q(urgent=False),
    must=NEVER,
    dated="refused_on",
    asks=("slight",),  # 第十六条第二款 “可以不采取行政强制措施”
    closes=True,
)

_on_the_spot = (
    "imposed_at",
    "imposed_place",
    "shown",
    "party_present",
    "witness",
    "told",
    "heard",
    "statement",
    "recorded",
    "unsigned",
    "kept_at",
    "keeper",
)
_witnessed = Guard(
    L[18, None, 9],
    Q(party_present=True) | ~Q(witness=""),
    _("当事人不到场的，邀请见证人到场，由见证人在现场笔录上签名"),
)
_timed = Guard(
    L[19], Q(urgent=False) | Q(imposed_at__isnull=False), _("情况紧急当场实施的，须写明实施时间，自此起算二十四小时")
)

imposition = Step(
    "imposition",
    _("实施查封、扣押等措施"),
    L[24, 1],
    officers,
    after=[approval],
    only=GOODS,
    dated="imposed_on",
    asks=(*PLANNED, *TERM, *_on_the_spot, "handed_decision"),
    needs=("kind", "power", "reason", "basis", "goods", "shown", "told", "heard", "recorded", "handed_decision"),
    guards=(_by_power, _witnessed, _timed, Guard(L[30, 1], GOODS, _("冻结按冻结程序实施"))),
    yields=[
        _served("seizure_decision", _("查封（扣押）决定书"), L[24, 2], coercion.seizure_decision, "强措"),
        Document("seizure_list", _("查封（扣押）清单"), L[24, 3], compose=coercion.seizure_list, served=True),
        Document("measure_record", _("现场笔录"), L[18, None, 7], compose=coercion.measure_record),
    ],
    told=_("有关场所、物品被查封、扣押"),
)
# 第三十条第一款 asks of a freeze only items 1, 2, 3 and 7 of article 18: the party is not told beforehand.
freezing = Step(
    "freezing",
    _("实施冻结"),
    L[30, 1],
    officers,
    after=[approval],
    only=FROZEN,
    dated="imposed_on",
    asks=(*PLANNED, *TERM, *MONEY, "imposed_at", "imposed_place", "shown", "recorded", "bank_served"),
    needs=(
        "power",
        "reason",
        "basis",
        "account_number",
        "frozen_amount",
        "amount_at_stake",
        "bank",
        "shown",
        "recorded",
        "bank_served",
    ),
    guards=(_timed, Guard(L[30, 1], FROZEN, _("查封、扣押等措施按查封、扣押程序实施"))),
    strand="freeze",
)
late_approval = Step(
    "late_approval",
    _("报告并补办批准"),
    L[19],
    head,
    after=[imposition, freezing],
    only=Q(urgent=True, imposed_on__isnull=False),
    dated="reported_at",
    outcomes=[
        Outcome("approved", _("补办批准"), L[19]),
        Outcome("disapproved", _("不应当采取，立即解除"), L[19], sets={"disapproved": True}),
    ],
    yields=[
        Document(
            "late_measure_approval",
            _("行政强制措施审批表（补办）"),
            L[19],
            compose=coercion.measure_approval,
            word="强审",
        )
    ],
)
freeze_delivery = Step(
    "freeze_delivery",
    _("向当事人交付冻结决定书"),
    L[31, 1],
    officers,
    after=[freezing],
    only=FROZEN & IMPOSED,
    dated="freeze_told_on",
    strand="freeze",
    yields=[_served("freeze_decision", _("冻结决定书"), L[31, 1], coercion.seizure_decision, "强措")],
    told=_("冻结决定书送到你手里"),
)
examination = Step(
    "examination",
    _("检测、检验、检疫或者技术鉴定"),
    L[25, 3],
    officers,
    after=[imposition],
    only=GOODS & IMPOSED,
    must=NEVER,
    asks=("examined_until",),
    needs=("examination", "examined_from", "examination_told_on"),
    guards=(Guard(L[25, 3], Q(examined_from__gte=F("imposed_on")), _("检测、鉴定期间不能早于措施实施")),),
    yields=[_served("examination_notice", _("检测、鉴定期间告知书"), L[25, 3], coercion.examination_notice, "强鉴")],
    told=_("检测、检验、检疫或者鉴定"),
)
extension = Step(
    "extension",
    _("书面告知延长期限"),
    L[25, 2],
    officers,
    after=[imposition, freezing],
    only=IMPOSED & Q(disposed_on=None),
    must=NEVER,
    dated="extension_told_on",
    needs=("extension_reason",),
    yields=[_served("seizure_extension", _("延长期限决定书"), L[25, 2], coercion.seizure_extension, "强延")],
    told=_("告诉你查封、扣押、冻结期限延长"),
)
_dealt_with = [_served("seizure_disposal", _("查封、扣押、冻结处理决定书"), L[27], coercion.seizure_disposal, "强处")]
_referred = Outcome("referred", _("涉嫌犯罪，随案移送"), L[21], sets={"disposal": "referred"})
disposal = Step(
    "disposal",
    _("对查封、扣押的处理"),
    L[27],
    head,
    after=[imposition, late_approval],
    only=GOODS & IMPOSED,
    dated="disposed_on",
    asks=("findings",),
    outcomes=[
        Outcome("forfeited", _("没收非法财物"), L[27], sets={"disposal": "forfeited"}, needs=("findings",)),
        Outcome("destroyed", _("依法销毁"), L[27], sets={"disposal": "destroyed"}, needs=("findings",)),
        Outcome("lifted", _("解除"), L[28, 1], sets={"disposal": "lifted"}, needs=("lift_ground",)),
        _referred,
    ],
    yields=_dealt_with,
    told=_("对查封、扣押的物品作出处理"),
)
freeze_disposal = Step(
    "freeze_disposal",
    _("对冻结的处理"),
    L[32, 1],
    head,
    after=[freezing, late_approval, freeze_delivery],
    only=FROZEN & IMPOSED,
    must=FROZEN & IMPOSED & Q(bank_released_on=None),
    dated="disposed_on",
    asks=("findings",),
    strand="freeze",
    outcomes=[
        Outcome("dealt", _("作出处理决定"), L[32, 1], sets={"disposal": "dealt"}, needs=("findings",)),
        Outcome("lifted", _("解除冻结"), L[33, 1], sets={"disposal": "lifted"}, needs=("lift_ground",)),
        _referred,
    ],
    yields=_dealt_with,
    told=_("对冻结的款项作出处理"),
)
return_goods = Step(
    "return_goods",
    _("立即退还财物"),
    L[28, 2],
    officers,
    after=[disposal],
    only=GOODS & Q(disposal="lifted"),
    dated="returned_on",
    asks=("sold", "proceeds", "sold_low", "compensation", "damages", "storage_cost"),
    told=_("退还物品"),
)
bank_notice = Step(
    "bank_notice",
    _("通知金融机构和当事人解除冻结"),
    L[33, 2],
    officers,
    after=[freeze_disposal],
    only=FROZEN & Q(disposal="lifted"),
    dated="bank_told_on",
    strand="freeze",
    told=_("通知解除冻结"),
)
bank_release = Step(
    "bank_release",
    _("期满由金融机构解除冻结"),
    L[33, 3],
    financial,
    after=[freezing],
    before=[freeze_disposal],
    only=FROZEN & IMPOSED & Q(disposed_on=None),
    must=NEVER,
    dated="bank_released_on",
    strand="freeze",
    told=_("期满解除冻结"),
)
handover = Step(
    "handover",
    _("财物一并移送并书面告知当事人"),
    L[21],
    officers,
    after=[disposal, freeze_disposal],
    only=Q(disposal="referred"),
    dated="handed_over_on",
    needs=("handed_to", "handover_told_on"),
    yields=[_served("handover_notice", _("财物移送告知书"), L[21], coercion.handover_notice, "强移")],
    told=_("告诉你物品已随案移送"),
)
# 《行政强制法》 has no article on closing a file; what is filed is 《档案法实施条例》第十九条.
closing = Step(
    "closing",
    _("办结归档"),
    ARCHIVES_2024[19],
    organ,
    after=[
        late_approval,
        freeze_delivery,
        disposal,
        freeze_disposal,
        return_goods,
        bank_notice,
        handover,
    ],
    only=Q(approved_on__isnull=False) | IMPOSED,
    asks=("storage_cost",),
    closes=True,
    told=_("办结"),
)

# 第二十五条第三款 “应当明确，并书面告知当事人”: untold, the days count (written=True).
_examined = Ground("examination", _("检测、检验、检疫或者技术鉴定"), L[25, 3], by=organ, times=0, written=True)
# 第二十五条第二款 “应当及时书面告知当事人，并说明理由”. What an untold extension is worth the text does not say; it is
# held against the organ, whose period it is: until the party was told in writing the first thirty days stand.
_complex = Ground("complex", _("情况复杂"), L[25, 1], by=head, cap=L.days(30), times=1, written=True)
_complex_frozen = Ground("complex", _("情况复杂"), L[32, 1], by=head, cap=L.days(30), times=1, written=True)

_EXPIRED = _("期限届满，应当及时作出解除决定（第二十八条第一款第（四）项）")

COERCIVE_MEASURE = Procedure(
    "coercive_measure",
    "2011",
    _("行政强制措施"),
    L[16:33],
    CoerciveMeasure,
    in_force=(date(2012, 1, 1), None),
    steps=[
        approval,
        refusal,
        imposition,
        freezing,
        late_approval,
        freeze_delivery,
        examination,
        extension,
        disposal,
        freeze_disposal,
        return_goods,
        bank_notice,
        bank_release,
        handover,
        closing,
    ],
    limits=[
        Limit(
            "late_approval",
            _("二十四小时内报告并补办批准"),
            L[19],
            "imposed_at",
            [late_approval],
            within=L.hours(24),
            only=Q(urgent=True),
            missed=_("紧急当场实施而没有在二十四小时内补办批准"),
        ),
        # 第六十九条 makes only periods of up to ten days working days: thirty are calendar days.
        Limit(
            "holding",
            _("查封、扣押期限"),
            L[25, 1],
            "imposed_on",
            [disposal],
            within=L.days(30),
            only=GOODS & USUAL,
            missed=_EXPIRED,
            suspends=[_examined],
            extends=[_complex],
        ),
        Limit(
            "freezing",
            _("冻结期限"),
            L[32, 1],
            "imposed_on",
            [freeze_disposal, bank_release],
            within=L.days(30),
            only=FROZEN & USUAL,
            missed=_("冻结期满，金融机构应当解除冻结（第三十三条第三款）"),
            extends=[_complex_frozen],
        ),
        # “法律、行政法规另有规定的除外” (of a freeze, “法律另有规定的除外”): the day is the one that provision gives.
        Limit(
            "holding_otherwise",
            _("法律、行政法规另有规定的期限"),
            L[25, 1],
            "imposed_on",
            [disposal, freeze_disposal, bank_release],
            within=None,
            day="held_until",
            only=~USUAL,
            missed=_EXPIRED,
        ),
        Limit(
            "freeze_delivery",
            _("三日内交付冻结决定书"),
            L[31, 1],
            "imposed_on",
            [freeze_delivery],
            within=L.days(3),
            only=FROZEN,
            missed=_("冻结决定书没有在三日内交付当事人"),
        ),
    ],
    unused={20: "限制人身自由的强制措施由公安机关等依照其他法律实施，行政执法部门不适用本程序"},
    word="强案",
)
