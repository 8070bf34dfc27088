"""热线工单和网络留言的记录: what was asked where, who was to answer, what was answered, how it was rated."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, moment, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ANYANG_SERVICES_2021 as AY
from fadu.law.statutes import PETITION_2022 as L
from fadu.law.statutes import TANGSHAN_HOTLINE_2025 as TS

PLATFORMS = (
    ("hotline", _("12345政务服务便民热线")),
    ("province", _("省级网络问政平台")),
    ("city", _("市级网络问政平台")),
    ("portal", _("本级门户网站问政平台")),
    ("messages", _("网民留言")),
)
CHANNELS = (
    ("phone", _("电话")),
    ("online", _("信息网络")),
    ("paper", _("书信")),
)
KINDS = (
    ("consultation", _("咨询")),
    ("help", _("求助")),
    ("complaint", _("投诉")),
    ("report", _("举报")),
    ("suggestion", _("意见建议")),
    ("praise", _("表扬")),
)
# 《唐山市12345政务服务便民热线条例》第十一条: the one list of what a hotline leaves to others that was seen.
REFUSALS = (
    ("elsewhere", _("不属于本市行政区域范围")),
    ("statutory", _("已经通过或者应当通过诉讼、仲裁、纪检监察、行政复议、政府信息公开等程序解决")),
    ("petition", _("已经进入信访渠道办理")),
    ("secret", _("涉及秘密、个人隐私或者个人信息")),
    ("settled", _("承办单位已经依法处理且有合法、合理结论")),
    ("unlawful", _("违反法律、法规或者违背公序良俗")),
)
RULINGS = (
    ("redirected", _("同意退单，转办其他单位")),
    ("kept", _("由原承办单位继续办理")),
)
SATISFACTION = (
    ("satisfied", _("满意")),
    ("fair", _("基本满意")),
    ("dissatisfied", _("不满意")),
)


class WorkOrder(Record):
    platform = choice(_("平台"), L[17, 1], PLATFORMS)
    channel = choice(_("提出的形式"), L[17, 1], CHANNELS)
    kind = choice(_("诉求类别"), TS[12], KINDS)
    request = account(_("诉求内容"), TS[12])
    place = text(_("涉事地址"), TS[12])
    received_on = day(_("收到日期"), L[17, 1])
    refusal_ground = choice(_("不属于受理范围的情形"), TS[11], REFUSALS)
    refused_on = day(_("告知不属于受理范围日期"), TS[15, 1, 2])
    accepted_at = moment(_("受理时间"), TS[20, 1])
    answered_at_once = yes(_("即时答复"), TS[16])
    dispatched_at = moment(_("派单时间"), TS[20, 1])
    unit = text(_("承办单位"), TS[20, 1])
    co_units = text(_("协办单位"), TS[23, 2])
    set_by = day(_("交办时另行要求的末日"), TS[24, 1])
    # “法律、法规、规章另有规定的，依照其规定” (《安阳市政务服务条例》第五十条第一款): both clocks are kept.
    statutory_due_on = day(_("法定期限的末日"), AY[50, 1])
    statutory_by = text(_("规定该期限的条款"), AY[50, 1])
    signed_on = day(_("签收日期"), TS[23, 2])
    not_ours = yes(_("对承办有异议"), TS[23, 3])
    complicated = yes(_("复杂、疑难事项"), TS[23, 3])
    return_reason = account(_("退单的依据、理由和转办建议"), TS[23, 3])
    returned_on = day(_("申请退单日期"), TS[23, 3])
    return_ruling = choice(_("退单审核结果"), TS[23, 3], RULINGS)
    return_ruled_on = day(_("退单审核日期"), TS[23, 3])
    extension_reason = account(_("延期理由"), TS[24, 2])
    extension_told_on = day(_("告知延期和阶段性进展日期"), TS[24, 2])
    reply = account(_("答复内容"), TS[24, 1])
    replied_on = day(_("答复日期"), TS[24, 1])
    published_on = day(_("公开答复日期"), L[21, 2])
    satisfaction = choice(_("回访评价"), TS[38], SATISFACTION)
    visited_on = day(_("回访日期"), TS[38])
    reworked_on = day(_("退回重新办理日期"), TS[38])
    concluded_on = day(_("办结日期"), TS[38])

    class Meta:
        verbose_name = _("热线工单")
        verbose_name_plural = _("热线工单")
        indexes = [
            models.Index(fields=["received_on", "platform"], name="work_order_received"),
            models.Index(fields=["visited_on", "platform"], name="work_order_visited"),
            models.Index(fields=["concluded_on"], name="work_order_concluded"),
        ]
        constraints = [
            never(
                Q(refused_on__isnull=False, refusal_ground=""),
                TS[15, 1, 2],
                "work_order_refused_why",
                _("不属于受理范围的，须写明情形"),
            ),
            never(
                Q(refused_on__isnull=False, dispatched_at__isnull=False),
                TS[11],
                "work_order_refused_undispatched",
                _("不属于受理范围的，不派发工单"),
            ),
            never(
                Q(statutory_due_on__isnull=False, statutory_by=""),
                AY[50, 1],
                "work_order_statutory_by",
                _("按法定期限办理的，须写明规定期限的条款"),
            ),
            never(Q(replied_on__lt=F("received_on")), TS[24, 1], "work_order_replied_after", _("答复不能早于收到")),
            never(
                Q(dispatched_at__lt=F("accepted_at")), TS[20, 1], "work_order_dispatched_after", _("派单不能早于受理")
            ),
        ]
