"""信访事项的记录: what came in, by which channel, where it went, what was answered ——《信访工作条例》第三章至第五章。

The same columns serve the edition of 2005; where only the older text knows a fact, its provision stands there.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, count, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import PETITION_2005 as OLD
from fadu.law.statutes import PETITION_2022 as L

# 第十七条第一款 “信息网络、书信、电话、传真、走访等形式”; the mail of 2005 (电子邮件) is a form of the net.
CHANNELS = (
    ("online", _("信息网络")),
    ("paper", _("书信")),
    ("phone", _("电话")),
    ("fax", _("传真")),
    ("visit", _("走访")),
)
KINDS = (
    ("suggestion", _("建议意见类")),
    ("accusation", _("检举控告类")),
    ("claim", _("申诉求决类")),
)
# 第四十一条第一款第（一）项 asks for “信访事项涉及领域” and lists none: the list is the house's own.
FIELDS = (
    ("labour", _("劳动社保")),
    ("construction", _("城乡建设")),
    ("agriculture", _("农业农村")),
    ("judicial", _("政法")),
    ("land", _("自然资源")),
    ("ecology", _("生态环境")),
    ("health", _("卫生健康")),
    ("education", _("教育")),
    ("civil_affairs", _("民政")),
    ("transport", _("交通运输")),
    ("other", _("其他领域")),
)
LEVELS = (
    ("county", _("县级")),
    ("city", _("市级")),
    ("province", _("省级")),
    ("capital", _("中央和国家机关")),
)
FORWARDING = (
    ("sent", _("转送有权处理的机关、单位")),
    ("assigned", _("交办，限期反馈结果")),
    ("government", _("报请本级党委和政府决定")),
    ("judicial", _("转送政法部门")),
    ("discipline", _("转送纪检监察机关")),
)
ROUTES = (
    ("judicial", _("诉讼、复议、检察、公安等法律程序")),
    ("arbitration", _("仲裁")),
    ("party", _("党员申诉、申请复审")),
    ("administrative", _("行政复议、裁决、确认、许可、处罚等行政程序")),
    ("duty", _("依法履行职责或者答复")),
    ("opinion", _("出具信访处理意见书")),
)
LED_INTO = ("judicial", "arbitration", "party", "administrative")
REFUSALS = (
    ("elsewhere", _("不属于本机关、单位或者本系统职权范围")),
    ("pending", _("下级机关、单位已经受理或者正在办理同一事项")),
    ("finalised", _("已经复核，仍以同一事实和理由提出")),
    ("statutory", _("已经或者依法应当通过诉讼、仲裁、行政复议等法定途径解决")),
    ("congress_or_court", _("属于人民代表大会、人民法院、人民检察院职权范围")),
)
ANSWERS = (
    ("supported", _("予以支持")),
    ("explained", _("合理但缺乏法律依据，作出解释说明")),
    ("unsupported", _("不予支持")),
)
ADOPTION = (
    ("adopted", _("采纳")),
    ("partly", _("部分采纳")),
    ("unadopted", _("未采纳")),
)
REVIEWED = (
    ("upheld", _("维持原处理意见")),
    ("changed", _("改变原处理意见")),
)
SATISFACTION = (
    ("satisfied", _("满意")),
    ("fair", _("基本满意")),
    ("dissatisfied", _("不满意")),
)


class Petition(Record):
    # 提出
    channel = choice(_("信访形式"), L[17, 1], CHANNELS)
    request = account(_("请求"), L[19, 1])
    grounds = account(_("事实、理由"), L[19, 1])
    oral = yes(_("口头提出，已如实记录"), L[19, 1])
    persons = count(_("信访人数"), L[20, 3])
    representatives = count(_("走访代表人数"), L[20, 3])
    visited = choice(_("走访到达的层级"), L[20, 1], LEVELS)
    received_on = day(_("收到日期"), L[22, 1])

    # 登记、转送、交办
    office = yes(_("本机关是党委和政府信访部门"), L[14, 1])
    registered_on = day(_("登记日期"), L[22, 1])
    kind = choice(_("事项类别"), L[17, 1], KINDS)
    field = choice(_("涉及领域"), L[41, 1, 1], FIELDS)
    repeated = yes(_("重复信访"), L[19, 3])
    unclear = yes(_("信访人的姓名（名称）、住址不清"), L[23, 2])
    major = yes(_("可能造成社会影响的重大、紧急事项"), L[25, 1])
    reported_on = day(_("报告本级党委和政府日期"), L[25, 1])
    forwarding = choice(_("转送、交办方式"), L[22, 1], FORWARDING)
    forwarded_on = day(_("转送、交办日期"), L[22, 1])
    forwarded_to = text(_("受转送、交办的机关、单位"), L[22, 1])
    feedback_by = day(_("指定的办理期限末日"), L[22, 1, 3])
    fed_back_on = day(_("反馈结果、提交办结报告日期"), L[22, 1, 3])
    handed_on = day(_("收到转送、交办日期"), L[23, 3])
    not_ours = yes(_("不属于本机关、单位或者本系统职权范围"), L[23, 3])
    objection = account(_("异议的理由"), L[23, 3])
    objected_on = day(_("提出异议日期"), L[23, 3])

    # 受理
    pending = yes(_("下级机关、单位已经受理或者正在办理同一事项"), L[19, 3])
    finalised = yes(_("已经复核，仍以同一事实和理由提出"), L[36, 3])
    statutory = yes(_("已经或者依法应当通过诉讼、仲裁、行政复议等法定途径解决"), OLD[21, 1, 1])
    congress_or_court = yes(_("属于人民代表大会、人民法院、人民检察院职权范围"), OLD[15])
    accepted_on = day(_("受理日期"), L[34])
    refusal_ground = choice(_("不予受理的情形"), L[23, 1], REFUSALS)
    refused_on = day(_("告知不予受理日期"), L[23, 1])
    competent = text(_("有权处理的机关、单位"), L[23, 1])

    # 办理
    route = choice(_("申诉求决类事项的办理途径"), L[31], ROUTES)
    diverted_on = day(_("导入法定程序日期"), L[31])
    diverted_to = text(_("办理法定程序的机关、单位"), L[31])
    diverted_procedure = text(_("导入的程序"), L[31])
    route_due_on = day(_("该程序法定期限的末日"), L[31])
    route_due_by = text(_("规定该期限的条款"), L[31])
    route_ended_on = day(_("该程序办结或者履职、答复日期"), L[31])
    route_result = account(_("该程序或者履职的结果"), L[31])
    disclosed = yes(_("将检举、揭发材料或者情况透露、转给被检举、揭发的人员或者单位"), L[30, 3])
    accusation_result = account(_("检举控告办理情况"), L[30, 1])
    accusation_ended_on = day(_("检举控告办理反馈日期"), L[30, 1])
    adoption = choice(_("建议意见的采纳"), L[29, 1], ADOPTION)
    reply = account(_("对建议意见的回复"), L[29, 1])
    replied_on = day(_("回复日期"), L[29, 1])
    heard_on = day(_("听取陈述、调查核实日期"), L[31, None, 6])
    facts_found = account(_("查明的事实"), L[32, 1])
    hearing_on = day(_("听证日期"), L[31, None, 6])
    extension_reason = account(_("延期理由"), L[34])
    extension_told_on = day(_("告知延期理由日期"), L[34])
    settlement = account(_("调解、和解协议的内容"), L[33])
    settled_on = day(_("达成调解、和解协议日期"), L[33])
    answer = choice(_("处理意见"), L[32, 1], ANSWERS)
    opinion = account(_("处理意见的内容"), L[32, 1])
    opinion_basis = account(_("处理意见的法律法规依据"), L[32, 1])
    opined_on = day(_("作出处理意见日期"), L[31, None, 6])
    answered_on = day(_("信访人收到书面答复日期"), L[35])
    executed_on = day(_("督促执行日期"), L[32, 2])

    # 复查、复核
    review_asked_on = day(_("请求复查日期"), L[35])
    review_result = choice(_("复查、复核结果"), L[35], REVIEWED)
    reviewed_on = day(_("复查、复核意见日期"), L[35])

    # 包案、督办、评价、办结
    backlog = yes(_("信访积案"), L[18, 2])
    leader = text(_("包案领导"), L[18, 2])
    charged_on = day(_("包案日期"), L[18, 2])
    resolved_on = day(_("积案化解日期"), L[18, 2])
    prompt_reason = account(_("督办的情形和改进工作的建议"), L[40, 1])
    prompted_on = day(_("督办日期"), L[40, 1])
    adoption_reported = account(_("采纳改进建议的情况"), L[40, 4])
    adoption_reported_on = day(_("书面反馈采纳情况日期"), L[40, 4])
    satisfaction = choice(_("信访人的评价"), L[21, 2], SATISFACTION)
    rated_on = day(_("评价日期"), L[21, 2])
    concluded_on = day(_("办结日期"), L[34])

    class Meta:
        verbose_name = _("信访事项")
        verbose_name_plural = _("信访事项")
        indexes = [
            models.Index(fields=["received_on", "channel"], name="petition_received"),
            models.Index(fields=["accepted_on", "channel"], name="petition_accepted"),
            models.Index(fields=["concluded_on"], name="petition_concluded"),
        ]
        constraints = [
            never(
                Q(channel="visit", representatives__gt=5),
                L[20, 3],
                "petition_representatives",
                _("多人走访推选的代表不得超过5人"),
            ),
            never(
                Q(representatives__gt=F("persons")),
                L[20, 3],
                "petition_representatives_of",
                _("代表人数不能多于信访人数"),
            ),
            never(Q(oral=True, request=""), L[19, 1], "petition_oral", _("口头提出的信访事项应当如实记录")),
            never(
                Q(accepted_on__isnull=False, refused_on__isnull=False),
                L[23, 1],
                "petition_accepted_or_refused",
                _("同一事项不能既受理又不予受理"),
            ),
            never(Q(accepted_on__lt=F("received_on")), L[23, 2], "petition_accepted_after", _("受理不能早于收到")),
            # 第三十一条第（六）项 “不属于以上情形的……出具信访处理意见书”: what goes another way gets no opinion.
            never(
                Q(opined_on__isnull=False, route__in=(*LED_INTO, "duty")),
                L[31],
                "petition_opinion_last",
                _("应当导入法定程序或者依法履职的事项，不出具信访处理意见书"),
            ),
            never(
                Q(diverted_on__isnull=False) & ~Q(route__in=LED_INTO),
                L[31],
                "petition_diverted_by_route",
                _("导入法定程序须先确定办理途径"),
            ),
            never(
                Q(disclosed=True), L[30, 3], "petition_secret", _("不得将检举、揭发材料透露或者转给被检举的人员、单位")
            ),
            never(
                Q(refused_on__isnull=False, refusal_ground=""),
                L[23, 1],
                "petition_refused_why",
                _("不予受理须写明情形"),
            ),
            never(Q(opined_on__lt=F("accepted_on")), L[34], "petition_opined_after", _("处理意见不能早于受理")),
            never(
                Q(answered_on__lt=F("opined_on")), L[35], "petition_answered_after", _("收到书面答复不能早于处理意见")
            ),
            never(
                Q(review_asked_on__lt=F("answered_on")),
                L[35],
                "petition_review_after",
                _("请求复查不能早于收到书面答复"),
            ),
            never(
                Q(settled_on__isnull=False, settlement=""),
                L[33],
                "petition_settlement",
                _("应当制作调解协议书或者和解协议书"),
            ),
            never(Q(charged_on__isnull=False, leader=""), L[18, 2], "petition_leader", _("包案须写明包案领导")),
        ]
