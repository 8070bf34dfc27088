"""行刑衔接的记录: what was found, approved, referred, decided by the police, contested and handled afterwards."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, moment, money, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import PENALTY_2021 as P
from fadu.law.statutes import REFERRAL_2020 as L

DIRECTION = (
    ("outgoing", _("向公安机关移送")),
    ("incoming", _("接收司法机关移送")),
)
RETURN_GROUND = (
    ("no_crime", _("没有犯罪事实")),
    ("slight", _("犯罪事实显著轻微，不需要追究刑事责任")),
    ("exempt", _("免予刑事处罚")),
)
OUTGOING = Q(direction="outgoing")


class CrimeReferral(Record):
    direction = choice(_("移送方向"), P[27, 1], DIRECTION)

    # 发现和核实
    facts = account(_("涉嫌犯罪的事实"), L[3, 1])
    crime = text(_("涉嫌的罪名"), L[3, 1])
    ground = account(_("移送的理由"), L[3, 1])
    intellectual = yes(_("知识产权领域，存在犯罪的合理嫌疑"), L[3, 2])
    evidence = account(_("证据"), L[4, 1])
    evidence_kept = yes(_("证据已妥善保存"), L[4, 1])
    goods = account(_("涉案物品（每行一件：名称｜规格｜单位｜数量｜备注）"), L[4, 2])
    perishables = account(_("不宜保管物品的处理和证据留取"), L[4, 2])
    duty_crime_sent_on = day(_("职务犯罪线索移送日期"), L[19])
    duty_crime_sent_to = text(_("受移送的监察机关或者人民检察院"), L[19])
    assigned_on = day(_("指定专案组日期"), L[5, 1])
    reported_on = day(_("接到移送报告日期"), L[5, 2])
    approved_at = moment(_("批准移送时间"), L[5, 2])
    refused_on = day(_("不批准移送日期"), L[5, 2])
    refusal_reason = account(_("不予批准的理由"), L[5, 2])

    # 移送和接受
    police = text(_("受移送的公安机关"), L[5, 2])
    referred_on = day(_("移送日期"), L[5, 2])
    referred_at = moment(_("移送时间"), L[5, 2])
    report_enclosed = yes(_("已附调查报告"), L[6, None, 2])
    goods_listed = yes(_("已附涉案物品清单"), L[6, None, 3])
    examined = yes(_("有关检验报告或者鉴定结论已附"), L[6, None, 4])
    accepted_on = day(_("公安机关接受日期"), L[7])
    accepted_at = moment(_("公安机关接受时间"), L[7])
    forwarded_on = day(_("公安机关转送日期"), L[7])
    forwarded_to = text(_("受转送的机关"), L[7])

    # 公安机关的决定
    filed_on = day(_("公安机关立案日期"), L[8])
    filing_notice_on = day(_("接到立案通知书日期"), L[12])
    not_filed_on = day(_("公安机关不予立案日期"), L[8])
    not_filed_reason = account(_("不予立案的理由"), L[8])
    non_filing_notice_on = day(_("接到不予立案通知书日期"), L[9, 1])

    # 复议和立案监督
    objection = account(_("认为应当立案的理由"), L[9, 1])
    reconsideration_asked_on = day(_("提请复议日期"), L[9, 1])
    reconsidered_on = day(_("收到复议决定通知书日期"), L[9, 2])
    still_objects = yes(_("对复议决定仍有异议"), L[9, 2])
    procuratorate = text(_("人民检察院"), L[9, 1])
    supervision_asked_on = day(_("建议立案监督日期"), L[9, 1])
    supervised_on = day(_("收到立案监督结果日期"), L[9, 3])

    # 物品移交、此前的处罚、后续处理
    goods_handed_on = day(_("涉案物品和材料移交日期"), L[12])
    penalties_before = account(_("移送前已经作出的行政处罚"), L[11, 2])
    fine_before = money(_("移送前已经给予的罚款"), L[11, 3])
    penalised_instead = yes(_("以行政处罚代替移送"), L[11, 1])
    sender = text(_("移送案件的司法机关"), L[13])
    return_ground = choice(_("移送行政机关处理的理由"), P[27, 1], RETURN_GROUND)
    returned_on = day(_("转回行政处理日期"), L[13])
    handled_on = day(_("依法作出处理日期"), L[10])
    handled = account(_("处理情况"), L[10])

    class Meta:
        verbose_name = _("行刑衔接")
        verbose_name_plural = _("行刑衔接")
        indexes = [
            models.Index(fields=["referred_on"], name="referral_referred"),
            models.Index(fields=["returned_on", "direction"], name="referral_returned"),
        ]
        constraints = [
            never(
                OUTGOING & Q(referred_on__isnull=False, approved_at=None),
                L[5, 2],
                "referral_approved",
                _("移送须经本机关正职负责人或者主持工作的负责人批准"),
            ),
            never(
                Q(refused_on__isnull=False, refusal_reason=""),
                L[5, 2],
                "referral_refusal_reasoned",
                _("不批准移送的，应当将理由记录在案"),
            ),
            never(Q(penalised_instead=True), L[11, 1], "referral_not_replaced", _("不得以行政处罚代替移送")),
            never(Q(accepted_on__lt=F("referred_on")), L[7], "referral_accepted_after", _("接受不能早于移送")),
            never(
                OUTGOING & Q(filed_on__isnull=False, accepted_on=None),
                L[8],
                "referral_accepted_first",
                _("公安机关接受移送后才决定是否立案"),
            ),
            never(
                Q(not_filed_on__isnull=False, not_filed_reason=""),
                L[8],
                "referral_non_filing_reasoned",
                _("不予立案的，公安机关应当说明理由"),
            ),
            never(
                Q(handled_on__isnull=False, filed_on__isnull=False, returned_on=None),
                L[13],
                "referral_under_crime",
                _("公安机关已经立案且没有移回的，不作行政处理"),
            ),
            never(Q(handled_on__lt=F("returned_on")), L[13], "referral_handled_after", _("处理不能早于移回")),
        ]
