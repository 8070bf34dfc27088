"""行政强制措施的记录: what was planned, approved, imposed, held and disposed of ——《行政强制法》第三章。"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, moment, money, never, private, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import COERCION_2011 as L

KINDS = (
    ("seal", _("查封场所、设施或者财物")),
    ("seize", _("扣押财物")),
    ("freeze", _("冻结存款、汇款")),
    ("other", _("其他行政强制措施")),
)
POWER = (
    ("law", _("法律")),
    ("regulation", _("行政法规")),
    ("local", _("地方性法规")),
)
LIFTED = (
    ("innocent", _("当事人没有违法行为")),
    ("unrelated", _("与违法行为无关")),
    ("decided", _("已经作出处理决定，不再需要采取措施")),
    ("expired", _("期限已经届满")),
    ("needless", _("其他不再需要采取措施的情形")),
    ("disapproved", _("行政机关负责人认为不应当采取措施")),
)
DISPOSAL = (
    ("forfeited", _("没收")),
    ("destroyed", _("销毁")),
    ("lifted", _("解除")),
    ("dealt", _("作出处理决定")),
    ("referred", _("移送司法机关")),
)


class CoerciveMeasure(Record):
    # 拟采取的措施
    kind = choice(_("措施种类"), L[9], KINDS)
    power = text(_("授权本机关采取措施的法律、法规条款"), L[17, 1])
    power_rank = choice(_("该条款的效力层级"), L[10], POWER)
    entrusted = yes(_("委托其他组织实施"), L[17, 1])
    slight = yes(_("违法行为情节显著轻微或者没有明显社会危害"), L[16, 2])
    reason = account(_("采取措施的理由"), L[24, 2, 2])
    basis = account(_("采取措施的依据"), L[24, 2, 2])
    goods = account(_("场所、设施或者财物（每行一件：名称｜规格｜单位｜数量｜备注）"), L[24, 2, 3])
    related = yes(_("是涉案的场所、设施或者财物"), L[23, 1])
    necessities = yes(_("属于公民个人及其所扶养家属的生活必需品"), L[23, 1])
    sealed_elsewhere = yes(_("已被其他国家机关依法查封"), L[23, 2])
    measure_proposal = account(_("承办人的拟办意见"), L[18, None, 1])
    approved_on = day(_("批准日期"), L[18, None, 1])
    refused_on = day(_("不予批准日期"), L[18, None, 1])
    urgent = yes(_("情况紧急，需要当场实施"), L[19])
    reported_at = moment(_("报告并补办批准手续的时间"), L[19])
    disapproved = yes(_("负责人认为不应当采取措施"), L[19])

    # 实施
    imposed_on = day(_("决定并实施日期"), L[24, 1])
    imposed_at = moment(_("实施时间"), L[19])
    imposed_place = text(_("实施地点"), L[18, None, 7])
    shown = yes(_("已出示执法身份证件"), L[18, None, 3])
    party_present = yes(_("当事人到场"), L[18, None, 4])
    witness = text(_("当事人不到场时的见证人"), L[18, None, 9])
    told = yes(_("已当场告知理由、依据、权利和救济途径"), L[18, None, 5])
    heard = yes(_("已听取陈述和申辩"), L[18, None, 6])
    statement = account(_("陈述和申辩的内容"), L[18, None, 6])
    recorded = yes(_("已制作现场笔录"), L[18, None, 7])
    unsigned = text(_("当事人拒绝签名或者盖章的注明"), L[18, None, 8])
    handed_decision = yes(_("决定书和清单已当场交付"), L[24, 1])

    # 查封、扣押期间
    kept_at = text(_("存放地点"), L[26, 1])
    keeper = text(_("受委托保管的第三人"), L[26, 2])
    storage_cost = money(_("行政机关承担的保管费用"), L[26, 3])
    storage_charged = yes(_("向当事人收取保管费用"), L[26, 3])
    examination = text(_("检测、检验、检疫或者技术鉴定的项目"), L[25, 3])
    examined_from = day(_("检测、鉴定期间首日"), L[25, 3])
    examined_until = day(_("检测、鉴定期间末日"), L[25, 3])
    examination_told_on = day(_("检测、鉴定期间书面告知日期"), L[25, 3])
    examination_charged = yes(_("向当事人收取检测、鉴定费用"), L[25, 3])
    extension_reason = account(_("延长期限的理由"), L[25, 2])
    extension_told_on = day(_("延长期限书面告知日期"), L[25, 2])

    held_until = day(_("法律、行政法规另有规定的，期限届满日期"), L[25, 1])
    held_by = text(_("另有规定的法律、行政法规条款"), L[25, 1])

    # 冻结
    account_number = private(_("冻结的账号"), L[31, 1, 3])
    frozen_amount = money(_("冻结的数额"), L[31, 1, 3])
    amount_at_stake = money(_("违法行为涉及的金额"), L[29, 2])
    bank = text(_("金融机构"), L[30, 1])
    frozen_elsewhere = yes(_("已被其他国家机关依法冻结"), L[29, 2])
    bank_served = yes(_("冻结通知书已交付金融机构"), L[30, 1])
    freeze_told_on = day(_("冻结决定书交付当事人日期"), L[31, 1])

    # 处理
    findings = account(_("查清的事实"), L[27])
    disposal = choice(_("处理决定"), L[27], DISPOSAL)
    disposed_on = day(_("处理决定日期"), L[27])
    lift_ground = choice(_("解除的情形"), L[28, 1], LIFTED)
    returned_on = day(_("退还财物日期"), L[28, 2])
    sold = yes(_("已拍卖或者变卖"), L[28, 2])
    proceeds = money(_("退还的拍卖、变卖所得款项"), L[28, 2])
    sold_low = yes(_("变卖价格明显低于市场价格，给当事人造成损失"), L[28, 2])
    compensation = money(_("补偿数额"), L[28, 2])
    damages = money(_("保管不善造成损失的赔偿数额"), L[26, 1])
    bank_told_on = day(_("解除冻结通知金融机构和当事人日期"), L[33, 2])
    bank_released_on = day(_("冻结期满金融机构解除冻结日期"), L[33, 3])
    handed_to = text(_("受移送的司法机关"), L[21])
    handed_over_on = day(_("财物移送日期"), L[21])
    handover_told_on = day(_("移送财物书面告知当事人日期"), L[21])

    class Meta:
        verbose_name = _("行政强制措施")
        verbose_name_plural = _("行政强制措施")
        indexes = [models.Index(fields=["imposed_on", "kind"], name="measure_imposed")]
        constraints = [
            never(
                Q(imposed_on__isnull=False, approved_on=None, urgent=False),
                L[18, None, 1],
                "measure_approved",
                _("实施前须向行政机关负责人报告并经批准；情况紧急的除外"),
            ),
            never(
                Q(imposed_on__lt=F("approved_on"), urgent=False),
                L[18, None, 1],
                "measure_approved_first",
                _("实施不能早于批准"),
            ),
            never(Q(entrusted=True), L[17, 1], "measure_own", _("行政强制措施权不得委托")),
            never(
                Q(imposed_on__isnull=False, kind__in=["seal", "seize"], related=False),
                L[23, 1],
                "measure_related",
                _("查封、扣押限于涉案的场所、设施或者财物"),
            ),
            never(
                Q(imposed_on__isnull=False, kind__in=["seal", "seize"], necessities=True),
                L[23, 1],
                "measure_necessities",
                _("不得查封、扣押公民个人及其所扶养家属的生活必需品"),
            ),
            never(
                Q(imposed_on__isnull=False, kind="seal", sealed_elsewhere=True),
                L[23, 2],
                "measure_sealed_once",
                _("已被其他国家机关依法查封的，不得重复查封"),
            ),
            never(
                Q(imposed_on__isnull=False, kind="freeze", frozen_elsewhere=True),
                L[29, 2],
                "measure_frozen_once",
                _("已被其他国家机关依法冻结的，不得重复冻结"),
            ),
            # “数额应当与违法行为涉及的金额相当”: read as: not more than it.
            never(
                Q(imposed_on__isnull=False, kind="freeze", frozen_amount__gt=F("amount_at_stake")),
                L[29, 2],
                "measure_freeze_measured",
                _("冻结的数额应当与违法行为涉及的金额相当"),
            ),
            never(
                Q(imposed_on__isnull=False, kind="freeze") & ~Q(power_rank="law"),
                L[29, 1],
                "measure_freeze_by_law",
                _("冻结存款、汇款应当由法律规定的行政机关实施"),
            ),
            never(
                Q(imposed_on__isnull=False, kind="other", power_rank="local"),
                L[10, 3],
                "measure_local_rules",
                _("地方性法规只能设定查封和扣押"),
            ),
            # “对查封的场所、设施或者财物，行政机关可以委托第三人保管”: of what is taken away (扣押) it says nothing.
            never(
                Q(kind="seize") & ~Q(keeper=""),
                L[26, 2],
                "measure_keeper",
                _("只有查封的场所、设施或者财物可以委托第三人保管"),
            ),
            never(
                Q(held_until__isnull=False, held_by=""),
                L[25, 1],
                "measure_held_by",
                _("不按三十日计算的，须写明另有规定的法律、行政法规条款"),
            ),
            never(Q(storage_charged=True), L[26, 3], "measure_storage", _("保管费用由行政机关承担")),
            never(Q(examination_charged=True), L[25, 3], "measure_examination", _("检测、鉴定的费用由行政机关承担")),
            never(
                Q(disapproved=True, disposed_on__isnull=False) & ~Q(disposal="lifted"),
                L[19],
                "measure_disapproved",
                _("负责人认为不应当采取措施的，应当立即解除"),
            ),
            never(Q(disposal="lifted", lift_ground=""), L[28, 1], "measure_lifted_why", _("解除须写明情形")),
            never(Q(disposed_on__lt=F("imposed_on")), L[27], "measure_disposed_after", _("处理不能早于实施")),
            never(Q(returned_on__lt=F("disposed_on")), L[28, 2], "measure_returned_after", _("退还不能早于解除决定")),
            never(
                Q(sold_low=True, returned_on__isnull=False, compensation=None),
                L[28, 2],
                "measure_compensated",
                _("变卖价格明显低于市场价格，给当事人造成损失的，应当给予补偿"),
            ),
            never(
                Q(handed_over_on__isnull=False, handover_told_on=None),
                L[21],
                "measure_handover_told",
                _("财物一并移送的，应当书面告知当事人"),
            ),
        ]
