"""依申请公开的记录: what was asked, when it counts as received, whose opinion was sought, what was answered.

《政府信息公开条例》（2019年）第四章。答复的种类按政府信息公开工作年度报告统一格式的表三分项（第五十条第二款）。
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, day, money, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import DISCLOSURE_2019 as L

CHANNELS = (
    ("online", _("互联网")),
    ("counter", _("当面提交")),
    ("post", _("邮寄（签收）")),
    ("letter", _("平常信函（无需签收）")),
    ("fax", _("传真")),
    ("paper", _("书面申请由工作人员代为录入")),
    ("oral", _("口头申请由工作机构代为填写")),
)
APPLICANTS = (
    ("natural", _("自然人")),
    ("business", _("商业企业")),
    ("research", _("科研机构")),
    ("charity", _("社会公益组织")),
    ("legal", _("法律服务机构")),
    ("other", _("其他")),
)
FORMS = (
    ("paper", _("纸质")),
    ("electronic", _("电子数据")),
    ("inspection", _("当场查阅、抄录")),
)
OPINIONS = (
    ("agreed", _("同意公开")),
    ("objected", _("不同意公开")),
    ("silent", _("逾期未提出意见")),
)
# The rows of table three, part three, of the annual report, in their order.
RESULTS = (
    ("open", _("予以公开")),
    ("partial", _("部分公开")),
    ("secret", _("不予公开：属于国家秘密")),
    ("prohibited", _("不予公开：其他法律行政法规禁止公开")),
    ("security", _("不予公开：危及“三安全一稳定”")),
    ("third_party", _("不予公开：保护第三方合法权益")),
    ("internal", _("不予公开：属于三类内部事务信息")),
    ("process", _("不予公开：属于四类过程性信息")),
    ("enforcement_file", _("不予公开：属于行政执法案卷")),
    ("inquiry", _("不予公开：属于行政查询事项")),
    ("not_held", _("无法提供：本机关不掌握相关政府信息")),
    ("not_ready", _("无法提供：没有现成信息需要另行制作")),
    ("unclear", _("无法提供：补正后申请内容仍不明确")),
    ("petition", _("不予处理：信访举报投诉类申请")),
    ("repeated", _("不予处理：重复申请")),
    ("publication", _("不予处理：要求提供公开出版物")),
    ("excessive", _("不予处理：无正当理由大量反复申请")),
    ("reissue", _("不予处理：要求行政机关确认或重新出具已获取信息")),
    ("not_corrected", _("其他处理：申请人无正当理由逾期不补正")),
    ("not_paid", _("其他处理：申请人逾期未按收费通知要求缴纳费用")),
    ("otherwise", _("其他处理：其他")),
)
WITHHELD = ("secret", "prohibited", "security", "third_party", "internal", "process", "enforcement_file", "inquiry")
UNAVAILABLE = ("not_held", "not_ready", "unclear")
UNPROCESSED = ("petition", "repeated", "publication", "excessive", "reissue")
OTHERWISE = ("not_corrected", "not_paid", "otherwise")
GIVEN = ("open", "partial")
REASONED = (*WITHHELD, "partial", "not_held", "excessive")
"""第三十五条、第三十六条第（三）、（五）项、第三十七条: what has to be answered with reasons."""


class DisclosureRequest(Record):
    # 申请
    channel = choice(_("申请方式"), L[29, 1], CHANNELS)
    described = account(_("所申请信息的名称、文号或者其他特征性描述"), L[29, 2, 2])
    form = choice(_("提供信息的形式"), L[29, 2, 3], FORMS)
    way = text(_("获取信息的方式、途径"), L[29, 2, 3])
    arrived_on = day(_("申请到达日期"), L[31])
    received_on = day(_("收到申请之日"), L[31])
    applicant_class = choice(_("申请人类别"), L[50, 1, 2], APPLICANTS)
    help_needed = text(_("阅读困难、视听障碍者需要的帮助"), L[43])

    # 补正
    ambiguous = yes(_("申请内容不明确"), L[30])
    to_correct = account(_("需要补正的事项"), L[30])
    correct_by = day(_("补正期限"), L[30])
    correction_told_on = day(_("告知补正日期"), L[30])
    corrected_on = day(_("收到补正申请日期"), L[30])
    excused = text(_("逾期不补正的正当理由"), L[30])

    # 征求意见
    affects_third = yes(_("公开会损害第三方合法权益"), L[32])
    third_asked_on = day(_("向第三方发出征求意见书日期"), L[32])
    third_reached_on = day(_("第三方收到征求意见书日期"), L[32])
    third_answered_on = day(_("第三方答复或者逾期日期"), L[32])
    third_opinion = choice(_("第三方意见"), L[32], OPINIONS)
    third_reason = text(_("第三方不同意公开的理由"), L[32], 400)
    third_reasonable = yes(_("第三方不同意且有合理理由"), L[32])
    public_interest = account(_("不公开可能对公共利益造成重大影响的理由"), L[32])
    third_told_on = day(_("将公开内容和理由书面告知第三方日期"), L[32])
    made_jointly = yes(_("由两个以上行政机关共同制作，本机关牵头"), L[34])
    organ_asked = text(_("被征求意见的机关"), L[34])
    organ_asked_on = day(_("向该机关发出征求意见书日期"), L[34])
    organ_reached_on = day(_("该机关收到征求意见书日期"), L[34])
    organ_answered_on = day(_("该机关答复或者逾期日期"), L[34])
    organ_opinion = choice(_("该机关意见"), L[34], OPINIONS)

    excessive = yes(_("数量、频次明显超过合理范围"), L[35])
    # 延长和超量
    extension_reason = account(_("延长答复期限的理由"), L[33, 2])
    extension_told_on = day(_("告知延长日期"), L[33, 2])
    reasons_asked_on = day(_("要求说明理由日期"), L[35])
    reasons_given = account(_("申请人说明的理由"), L[35])
    reasonable = yes(_("理由合理"), L[35])
    delayed_until = day(_("确定的延迟答复期限"), L[35])
    fee = money(_("信息处理费"), L[42, 1])
    fee_told_on = day(_("收费通知日期"), L[42, 1])
    pay_by = day(_("缴费期限"), L[42, 1])
    paid_on = day(_("缴费日期"), L[42, 1])

    # 答复
    result = choice(_("答复"), L[36], RESULTS)
    answered_on = day(_("答复日期"), L[33, 2])
    on_the_spot = yes(_("当场答复"), L[33, 1])
    searched = account(_("检索情况"), L[36, None, 4])
    content = account(_("答复内容"), L[36])
    reason = account(_("理由"), L[36, None, 3])
    basis = text(_("依据"), L[36], 400)
    held_by = text(_("负责公开的行政机关及其联系方式"), L[36, None, 5], 400)
    delivered_on = day(_("答复送达日期"), L[33, 2])
    made_public_on = day(_("转为主动公开日期"), L[44, 2])

    class Meta:
        verbose_name = _("依申请公开")
        verbose_name_plural = _("依申请公开")
        indexes = [
            models.Index(fields=["received_on"], name="disclosure_received"),
            models.Index(fields=["answered_on", "result"], name="disclosure_answered"),
        ]
        constraints = [
            never(
                Q(channel__in=["counter", "oral"]) & ~Q(received_on=F("arrived_on")),
                L[31, None, 1],
                "disclosure_counter_day",
                _("当面提交的，以提交之日为收到申请之日"),
            ),
            never(
                Q(channel="post") & ~Q(received_on=F("arrived_on")),
                L[31, None, 2],
                "disclosure_post_day",
                _("邮寄的，以签收之日为收到申请之日"),
            ),
            never(
                Q(received_on__lt=F("arrived_on")),
                L[31],
                "disclosure_received_after",
                _("收到申请之日不能早于到达日期"),
            ),
            never(
                Q(corrected_on__lt=F("correction_told_on")),
                L[30],
                "disclosure_corrected_after",
                _("补正不能早于告知补正"),
            ),
            never(Q(correct_by__lt=F("correction_told_on")), L[30], "disclosure_correct_by", _("补正期限须在告知之后")),
            never(
                Q(result="third_party") & ~Q(third_opinion="objected"),
                L[32],
                "disclosure_third_objected",
                # 第三十二条 “第三方不同意公开且有合理理由的，行政机关不予公开”; 第十五条 asks first that it was sought.
                _("以保护第三方权益为由不予公开的，须已征求意见且第三方不同意"),
            ),
            never(
                Q(result__in=["open", "partial"], third_opinion="objected", third_reasonable=True, public_interest=""),
                L[32],
                "disclosure_third_protected",
                _("第三方不同意且有合理理由的，不予公开；认为不公开对公共利益有重大影响的，写明理由"),
            ),
            never(Q(fee__gt=0, excessive=False), L[42, 1], "disclosure_free", _("依申请提供政府信息不收取费用")),
            never(Q(result__in=REASONED, reason=""), L[36, None, 3], "disclosure_reasoned", _("这种答复须说明理由")),
            never(
                Q(result="not_corrected", corrected_on__isnull=False),
                L[30],
                "disclosure_abandoned",
                _("已经补正的，不得视为放弃申请"),
            ),
            never(
                Q(result="not_corrected") & (Q(correction_told_on=None) | Q(answered_on__lte=F("correct_by"))),
                L[30],
                "disclosure_correction_lapsed",
                _("补正期限届满仍未补正，才可视为放弃申请"),
            ),
            never(
                Q(result="not_corrected") & ~Q(excused=""),
                L[30],
                "disclosure_excused",
                _("有正当理由逾期不补正的，不视为放弃申请"),
            ),
            never(
                Q(result="unclear", corrected_on=None), L[30], "disclosure_unclear", _("经补正后仍不明确，才可作此答复")
            ),
            never(
                Q(result="not_paid")
                & (Q(fee_told_on=None) | Q(paid_on__isnull=False) | Q(answered_on__lte=F("pay_by"))),
                L[42, 1],
                "disclosure_unpaid",
                _("已通知缴费、缴费期限届满仍未缴费，才可作此处理"),
            ),
            never(
                Q(result="excessive", reasons_asked_on=None),
                L[35],
                "disclosure_excessive",
                _("先要求申请人说明理由，才可不予处理"),
            ),
            never(
                Q(third_answered_on__lt=F("third_reached_on")) | Q(third_reached_on__lt=F("third_asked_on")),
                L[32],
                "disclosure_third_order",
                _("征求第三方意见的日期前后不符"),
            ),
            never(
                Q(organ_answered_on__lt=F("organ_reached_on")) | Q(organ_reached_on__lt=F("organ_asked_on")),
                L[34],
                "disclosure_organ_order",
                _("征求其他机关意见的日期前后不符"),
            ),
            never(
                Q(answered_on__lt=F("received_on")), L[33, 2], "disclosure_answered_after", _("答复不能早于收到申请")
            ),
            never(Q(delivered_on__lt=F("answered_on")), L[33, 2], "disclosure_delivered_after", _("送达不能早于答复")),
            never(
                Q(result="excessive", reasonable=True), L[35], "disclosure_reasonable", _("理由合理的，不得不予处理")
            ),
        ]
