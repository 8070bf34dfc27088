"""投诉、举报的记录: the consumer's dispute that asks to be settled, and the violation that asks to be looked into.

What is both is two cases, one of each nature (2022年暂行办法第七条，2025年办法第九条).
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import MARKET_COMPLAINTS_2022 as OLD
from fadu.law.statutes import MARKET_COMPLAINTS_2025 as L

NATURES = (
    ("complaint", _("投诉（消费者权益争议）")),
    ("report", _("举报（涉嫌违法线索）")),
)
# 2022年暂行办法第八条 “互联网、电话、传真、邮寄地址、窗口等渠道”.
CHANNELS = (
    ("online", _("互联网")),
    ("phone", _("电话")),
    ("fax", _("传真")),
    ("paper", _("邮寄")),
    ("counter", _("窗口")),
)
REFUSALS = (
    ("elsewhere", _("不属于市场监督管理部门职责，或者本行政机关不具有处理权限")),
    ("handled", _("其他机关、组织已经受理或者处理过同一消费者权益争议")),
    ("no_consumption", _("不是为生活消费需要，或者不能证明与被投诉人之间存在消费者权益争议")),
    ("late", _("知道或者应当知道权益受到侵害之日起超过三年")),
    ("material", _("未提供规定的材料")),
    ("identity", _("冒用他人名义或者拒不配合核验真实身份信息")),
    ("other", _("法律、法规、规章规定不予受理的其他情形")),
)
ENDINGS = (
    ("withdrawn", _("投诉人撤回投诉或者双方自行和解")),
    ("absent", _("无正当理由不参加调解，或者明确拒绝调解")),
    ("no_agreement", _("明确表示无法达成调解协议")),
    ("costs", _("对技术机构或者鉴定、检测费用承担无法协商一致")),
    ("time", _("规定期限内未能达成调解协议")),
    ("unacceptable", _("受理后发现存在不予受理的情形")),
    ("gone", _("投诉人、被投诉人死亡或者主体资格灭失")),
    ("other", _("应当终止调解的其他情形")),
)
FILING = (
    ("filed", _("决定立案")),
    ("not_filed", _("决定不予立案")),
)


class Complaint(Record):
    nature = choice(_("投诉或者举报"), L[9], NATURES)
    channel = choice(_("提出的渠道"), OLD[8], CHANNELS)
    against = text(_("被投诉人、被举报人的名称（姓名）"), OLD[9, 1, 2])
    against_address = text(_("被投诉人、被举报人的地址"), OLD[9, 1, 2])
    request = account(_("具体的请求"), OLD[9, 1, 3])
    facts = account(_("争议事实或者违法线索"), OLD[9, 1, 3])
    named = yes(_("实名举报"), OLD[31, 2])
    known_on = day(_("知道或者应当知道权益受到侵害之日"), L[16, None, 4])
    received_on = day(_("收到日期"), L[15])
    accepted_on = day(_("决定受理日期"), L[15])
    refused_on = day(_("决定不予受理并告知日期"), L[15])
    refusal_ground = choice(_("不予受理的情形"), L[16], REFUSALS)
    agreed_to_mediate = yes(_("投诉人和被投诉人同意调解"), OLD[16, 1])
    mediated_on = day(_("组织调解日期"), OLD[18, 2])
    examined_from = day(_("委托检定、检验、检测、鉴定日期"), OLD[20, 3])
    examined_until = day(_("检定、检验、检测、鉴定完成日期"), OLD[20, 3])
    agreement = account(_("调解协议的内容"), OLD[22, 1])
    performed_at_once = yes(_("即时履行或者双方同意不制作调解书"), OLD[22, 1])
    agreed_on = day(_("达成调解协议日期"), OLD[22, 1])
    ending = choice(_("终止调解的情形"), L[23], ENDINGS)
    terminated_on = day(_("决定终止调解日期"), L[23])
    termination_told_on = day(_("告知终止调解日期"), L[23])
    lead_on = day(_("发现涉嫌违法线索日期"), L[27])
    lead_checked_on = day(_("线索核查日期"), L[27])
    dispute_on = day(_("发生权限争议日期"), L[33])
    dispute_ended_on = day(_("权限争议解决日期"), L[33])
    competent = text(_("有处理权限的部门"), L[34])
    told_elsewhere_on = day(_("告知不具备处理权限日期"), L[34])
    filing = choice(_("是否立案"), L[35], FILING)
    filing_decided_on = day(_("决定是否立案日期"), L[35])
    filing_told_on = day(_("告知举报人是否立案日期"), OLD[31, 2])
    disclosed = yes(_("泄露举报人信息、举报办理情况"), OLD[33])
    result_told_on = day(_("告知处理结果日期"), L[36])
    rewarded_on = day(_("奖励日期"), L[36])
    concluded_on = day(_("办结日期"), L[15])

    class Meta:
        verbose_name = _("投诉举报")
        verbose_name_plural = _("投诉举报")
        indexes = [models.Index(fields=["received_on", "nature"], name="complaint_received")]
        constraints = [
            never(
                Q(nature="report", accepted_on__isnull=False),
                L[35],
                "complaint_report_unmediated",
                _("举报按行政处罚的规定处理，不作投诉受理"),
            ),
            never(
                Q(refused_on__isnull=False, refusal_ground=""), L[15], "complaint_refused_why", _("不予受理须告知理由")
            ),
            never(
                Q(accepted_on__isnull=False, refused_on__isnull=False),
                L[15],
                "complaint_once",
                _("同一投诉不能既受理又不予受理"),
            ),
            never(Q(accepted_on__lt=F("received_on")), L[15], "complaint_accepted_after", _("受理不能早于收到")),
            never(
                Q(mediated_on__isnull=False, agreed_to_mediate=False),
                OLD[16, 1],
                "complaint_mediation_agreed",
                _("经投诉人和被投诉人同意，才采用调解的方式处理"),
            ),
            never(Q(terminated_on__isnull=False, ending=""), L[23], "complaint_ended_why", _("终止调解须写明情形")),
            never(
                Q(termination_told_on__lt=F("terminated_on")), L[23], "complaint_told_after", _("告知不能早于终止调解")
            ),
            never(Q(disclosed=True), OLD[33], "complaint_secret", _("应当对举报人的信息予以保密")),
        ]
