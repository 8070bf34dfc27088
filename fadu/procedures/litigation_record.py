"""行政应诉的记录: served, answered, heard, judged, appealed, performed ——《行政诉讼法》（2017年修正）和司法解释。"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, count, day, moment, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import COURT_APPEARANCE_2020 as A
from fadu.law.statutes import LITIGATION_2017 as L
from fadu.law.statutes import LITIGATION_READING_2018 as J

APPEARANCE_RULES = date(2020, 7, 1)  # 负责人出庭应诉规定第十五条
RESULTS = (  # 第六十条、第六十二条、第六十九条至第七十八条; 驳回起诉：解释第六十九条
    ("dismissed", _("判决驳回诉讼请求")),
    ("not_admitted", _("裁定驳回起诉")),
    ("withdrawn", _("裁定准许撤诉")),
    ("mediated", _("调解结案")),
    ("revoked", _("判决撤销")),
    ("partly_revoked", _("判决部分撤销")),
    ("performance", _("判决履行法定职责")),
    ("payment", _("判决履行给付义务")),
    ("unlawful", _("判决确认违法")),
    ("void", _("判决确认无效")),
    ("changed", _("判决变更")),
    ("agreement", _("判决承担行政协议责任")),
    ("other", _("其他裁判")),
)
# 败诉: the court did not let the act, or the silence, stand. The rule of the courts' statistics was not seen; this is
# the list of the judgments that the law gives against a defendant (第七十条至第七十八条).
AGAINST = ("revoked", "partly_revoked", "performance", "payment", "unlawful", "void", "changed", "agreement")
LOST = Q(result__in=AGAINST)
SECOND = (  # 第八十九条第一款
    ("upheld", _("驳回上诉，维持原裁判")),
    ("altered", _("改判、撤销或者变更")),
    ("remanded", _("发回重审")),
    ("withdrawn", _("准许撤回上诉")),
)
ATTENDED = (  # 出庭规定第二条第一款、第十条
    ("principal", _("正职负责人")),
    ("deputy", _("副职负责人")),
    ("in_charge", _("其他参与分管的负责人")),
    ("staff", _("负责人不能出庭，委托相应的工作人员")),
    ("lawyers", _("仅委托律师")),
    ("nobody", _("均未出庭")),
)
HEADS = ("principal", "deputy", "in_charge")
ABSENCES = (  # 出庭规定第八条
    ("force_majeure", _("不可抗力")),
    ("accident", _("意外事件")),
    ("duty", _("需要履行他人不能代替的公务")),
    ("other", _("无法出庭的其他正当事由")),
)


class LitigationResponse(Record):
    # 起诉状副本、答辩
    complaint_on = day(_("收到起诉状副本日期"), L[67, 1])
    court = text(_("人民法院"), L[67, 1])
    court_number = text(_("法院案号"), L[51, 1])
    act = account(_("被诉行政行为"), L[49, None, 3])
    claims = account(_("原告的诉讼请求"), L[49, None, 3])
    plaintiffs = count(_("原告人数"), L[28])
    co_defendant = yes(_("本机关是共同被告"), L[26, 2])
    reviewed = yes(_("经过行政复议"), L[26, 2])
    public_interest = yes(_("人民检察院提起的公益诉讼"), L[25, 4])
    allocated_on = day(_("确定承办日期"), L[67, 1])
    undertaker = text(_("承办机构"), J[130, 2])
    objected_on = day(_("提出管辖异议日期"), J[10, 1])
    extension_asked_on = day(_("书面申请延期提供证据日期"), J[34])
    extension_reason = account(_("延期提供证据的正当事由"), L[36, 1])
    extension_granted = yes(_("人民法院准许延期提供"), J[34])
    obstacle_over_on = day(_("正当事由消除日期"), J[34])
    late_evidence_on = day(_("延期提供证据日期"), J[34])
    answered_on = day(_("提交答辩状日期"), L[67, 1])
    defence = account(_("答辩意见"), L[67, 1])
    evidence_filed = yes(_("已经提交作出行政行为的证据和所依据的规范性文件"), L[67, 1])
    own_evidence = yes(_("诉讼中自行向原告、第三人和证人收集证据"), L[35])

    # 出庭
    summoned_on = day(_("收到开庭传票日期"), A[5, 2])
    head_called = yes(_("人民法院通知负责人出庭"), A[4, 1])
    hearing_at = moment(_("开庭时间"), A[5, 2])
    hearing_on = day(_("一审开庭日期"), A[7, 1])
    attended = choice(_("一审出庭情况"), L[3, 3], ATTENDED)
    attendant = text(_("一审出庭人姓名、职务"), A[6, 1])
    absence = choice(_("一审负责人不能出庭的情形"), A[8], ABSENCES)
    absence_proved = yes(_("一审不能出庭的证明材料已经加盖印章或者经主要负责人签字"), A[9, 1])
    spoke = yes(_("一审出庭负责人就实质性解决争议发表意见"), A[11, 3])
    second_hearing_on = day(_("二审开庭日期"), L[86])
    second_attended = choice(_("二审出庭情况"), A[7, 2], ATTENDED)
    second_attendant = text(_("二审出庭人姓名、职务"), A[6, 1])
    second_absence = choice(_("二审负责人不能出庭的情形"), A[8], ABSENCES)
    second_absence_proved = yes(_("二审不能出庭的证明材料已经加盖印章或者经主要负责人签字"), A[9, 1])

    # 裁判
    judged_on = day(_("一审裁判日期"), L[80, 1])
    judgment_served_on = day(_("一审判决书送达日期"), L[85])
    ruling_served_on = day(_("一审裁定书送达日期"), L[85])
    first_result = choice(_("一审裁判结果"), L[80, 1], RESULTS)
    holding = account(_("裁判主文"), L[80, 1])
    appealed_on = day(_("上诉日期"), L[85])
    appeal_copy_on = day(_("收到上诉状副本日期"), J[108, 2])
    appeal_answered_on = day(_("二审答辩日期"), J[108, 2])
    second_judged_on = day(_("二审裁判日期"), L[88])
    second_result = choice(_("二审裁判结果"), L[89, 1], SECOND)
    retrial_copy_on = day(_("收到再审申请书副本日期"), J[111])
    retrial_answered_on = day(_("提交再审书面意见日期"), J[111])
    effective_on = day(_("裁判生效日期"), L[94])
    result = choice(_("生效裁判结果"), L[94], RESULTS)

    # 履行、复盘
    duty = account(_("生效裁判确定本机关履行的义务"), L[94])
    perform_by = day(_("履行期限"), L[94])
    performed_on = day(_("履行日期"), L[94])
    performance = account(_("履行情况"), L[94])
    examined_on = day(_("败诉案件分析日期"), L[1])
    loss_causes = account(_("败诉原因和整改措施"), L[1])

    class Meta:
        verbose_name = _("行政应诉")
        verbose_name_plural = _("行政应诉")
        indexes = [
            models.Index(fields=["complaint_on"], name="litigation_complaint"),
            models.Index(fields=["effective_on", "result"], name="litigation_effective"),
        ]
        constraints = [
            never(
                Q(own_evidence=True),
                L[35],
                "litigation_own_evidence",
                _("诉讼过程中，被告及其诉讼代理人不得自行向原告、第三人和证人收集证据"),
            ),
            never(
                Q(answered_on__lt=F("complaint_on")), L[67, 1], "litigation_answered", _("答辩不能早于收到起诉状副本")
            ),
            never(
                Q(hearing_on__gte=APPEARANCE_RULES, attended="staff") & (Q(absence="") | Q(absence_proved=False)),
                A[9, 1],
                "litigation_absence",
                _("负责人有正当理由不能出庭的，应当写明情形并提交盖章或者签字认可的证明材料"),
            ),
            never(
                Q(second_hearing_on__gte=APPEARANCE_RULES, second_attended="staff")
                & (Q(second_absence="") | Q(second_absence_proved=False)),
                A[9, 1],
                "litigation_second_absence",
                _("负责人有正当理由不能出庭的，应当写明情形并提交盖章或者签字认可的证明材料"),
            ),
            never(
                Q(attended__in=HEADS, attendant="") | Q(second_attended__in=HEADS, second_attendant=""),
                A[6, 1],
                "litigation_attendant",
                _("出庭负责人的身份证明应当载明姓名、职务"),
            ),
            never(
                Q(second_judged_on__isnull=False, appealed_on=None),
                L[85],
                "litigation_appeal",
                _("二审裁判须有上诉"),
            ),
            never(Q(effective_on__lt=F("judged_on")), L[85], "litigation_effective_after", _("生效不能早于裁判")),
            never(Q(performed_on__lt=F("judged_on")), L[94], "litigation_performed_after", _("履行不能早于裁判")),
        ]
