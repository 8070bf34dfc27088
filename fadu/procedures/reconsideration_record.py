"""行政复议的记录: what was applied for, accepted, examined, decided and performed ——《行政复议法》（2023年修订）。

The columns cite the law in force since 2024-01-01; the edition of 2017 fills those of them that its own articles know.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, count, day, moment, money, never, testimony, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import LITIGATION_2017 as LIT
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.reconsideration_choices import (
    CHANNELS,
    DECISIONS,
    GROUNDS,
    HEARD_BY,
    KINDS,
    NORM_RESULTS,
    REFUSALS,
    STAYS,
    SUMMARY,
    SUSPENSIONS,
    TERMINATIONS,
)

NEW_LAW = date(2024, 1, 1)  # 2017年法没有负责人参加听证的规定，也没有驳回赔偿请求的决定


class Reconsideration(Record):
    # 申请
    received_on = day(_("收到行政复议申请日期"), L[30, 1])
    channel = choice(_("申请方式"), L[22, 2], CHANNELS)
    written_down = yes(_("口头申请已经当场记录"), L[22, 3])
    via_organ = yes(_("通过作出处罚决定的行政机关提交"), L[32, 1])
    handed_in_on = day(_("向作出处罚决定的行政机关提交申请日期"), R[38, 2])
    handed_back_on = day(_("该机关告知自行纠正情况日期"), R[38, 2])
    applied_on = day(_("申请行政复议日期"), R[27, 1, 4])
    respondent = text(_("被申请人"), R[27, 1, 2])
    kind = choice(_("被申请行政复议的行政行为种类"), L[11], KINDS)
    act = account(_("被申请行政复议的行政行为"), L[30, 1, 2])
    requests = account(_("行政复议请求"), R[27, 1, 3])
    pleaded = testimony(_("申请行政复议的主要事实和理由"), R[27, 1, 3])
    act_on = day(_("行政行为作出日期"), L[21])
    knew_on = day(_("知道或者应当知道行政行为日期"), L[20, 1])
    untold = yes(_("未被告知申请行政复议的权利、行政复议机关或者申请期限"), L[20, 3])
    knew_remedy_on = day(_("知道或者应当知道申请行政复议的权利、机关和期限日期"), L[20, 3])
    omission_since = day(_("不履行法定职责：履行期限届满，或者没有期限而收到申请满60日的日期"), R[24, 1])
    urgent_protection = yes(_("紧急情况下请求保护人身权、财产权而不履行"), R[24, 2])
    real_estate = yes(_("因不动产提出"), L[21])
    period_until = day(_("法律规定更长期限，或者因不可抗力等耽误、扣除后，申请期限届满日期"), L[20, 2])
    period_reason = account(_("申请期限另行计算的理由"), L[20, 2])
    applicants = count(_("申请人人数"), R[17, 1])
    representatives = count(_("代表人人数"), R[17, 1])
    damages_claimed = yes(_("一并提出行政赔偿请求"), L[72, 1])
    norm_claimed = account(_("申请附带审查的规范性文件"), L[13, 1])
    fee_charged = yes(_("向申请人收取费用"), L[87])

    # 审查、补正、受理
    screened_on = day(_("审查日期"), L[30, 1])
    parties_clear = yes(_("有明确的申请人和符合规定的被申请人"), L[30, 1, 1])
    interested = yes(_("申请人与行政行为有利害关系"), L[30, 1, 2])
    specific = yes(_("有具体的行政复议请求和理由"), L[30, 1, 3])
    in_time = yes(_("在法定申请期限内提出"), L[30, 1, 4])
    in_scope = yes(_("属于行政复议范围"), L[30, 1, 5])
    own_jurisdiction = yes(_("属于本机关管辖"), L[30, 1, 6])
    first_time = yes(_("未就同一行政行为受理过行政复议或者行政诉讼"), L[30, 1, 7])
    correction_told_on = day(_("补正通知日期"), L[31, 1])
    correction_items = account(_("需要补正的事项"), L[31, 1])
    correction_served_on = day(_("申请人收到补正通知日期"), L[31, 2])
    correct_by = day(_("补正通知载明的合理期限"), L[31, 2])
    corrected_on = day(_("收到补正材料日期"), L[31, 3])
    abandoned_on = day(_("视为放弃申请的记录日期"), L[31, 2])
    accepted_on = day(_("受理日期"), L[30, 1])
    deemed_on = day(_("登记视为受理日期"), L[30, 3])
    refused_on = day(_("不予受理决定日期"), L[30, 2])
    refusal_ground = choice(_("不予受理的情形"), L[30, 2], REFUSALS)
    refusal_reason = account(_("不予受理或者驳回申请的理由"), L[30, 2])
    competent = text(_("有管辖权的行政复议机关"), L[30, 2])
    respondent_told = yes(_("错列被申请人的，已经告知申请人变更"), R[29])
    prior = yes(_("属于应当先申请行政复议的情形"), L[23, 1])
    summary = yes(_("适用简易程序"), L[53, 1])
    summary_ground = choice(_("适用简易程序的情形"), L[53, 1], SUMMARY)
    plain = yes(_("事实清楚、权利义务关系明确、争议不大"), L[53, 1])
    amount_at_stake = money(_("案件涉及款额（元）"), L[53, 1, 3])
    converted_on = day(_("转为普通程序日期"), L[55])
    decide_by = day(_("法律规定的行政复议期限少于六十日的，届满日期"), L[62, 1])
    decide_law = text(_("规定该期限的法律条款"), L[62, 1])

    # 审理
    allocated_on = day(_("指定行政复议人员日期"), L[36, 1])
    examiners = count(_("行政复议人员人数"), R[39])
    sent_on = day(_("发送申请书副本日期"), L[48])
    reached_on = day(_("被申请人收到申请书副本日期"), L[48])
    answered_on = day(_("被申请人答复日期"), L[48])
    answer = account(_("被申请人书面答复"), L[48])
    evidence_handed = yes(_("已经提交作出行政行为的证据、依据和其他有关材料"), L[48])
    own_evidence = yes(_("采用被申请人在行政复议期间自行收集的证据"), L[46, 1])
    gathered_on = day(_("调查取证日期"), L[45, 1])
    gathered = account(_("调查取证情况"), L[45, 1])
    examined_from = day(_("现场勘验或者鉴定开始前一日"), R[45])
    examined_until = day(_("现场勘验或者鉴定结束日期"), R[45])
    heard_on = day(_("听取意见日期"), L[49])
    heard_by = choice(_("听取意见的方式"), L[49], HEARD_BY)
    views = testimony(_("当事人的意见"), L[49])
    unheard_reason = text(_("因当事人原因不能听取意见的情形"), L[49])
    major = yes(_("重大、疑难、复杂"), L[50, 1])
    technical = yes(_("专业性、技术性较强"), L[52, 2, 2])
    hearing_told_on = day(_("听证通知日期"), L[51, 1])
    hearing_at = moment(_("听证时间"), L[51, 1])
    hearing_place = text(_("听证地点"), L[51, 1])
    hearing_matters = account(_("拟听证事项"), L[51, 1])
    hearing_on = day(_("举行听证日期"), L[50, 3])
    presider = text(_("听证主持人"), L[50, 3])
    assessor = text(_("听证员（第一名）"), L[50, 3])
    second_assessor = text(_("听证员（第二名）"), L[50, 3])
    recorder = text(_("记录员"), L[50, 3])
    hearing_record = testimony(_("听证笔录"), L[50, 3])
    applicant_absent = yes(_("申请人无正当理由拒不参加听证"), L[51, 2])
    respondent_head = text(_("参加听证的被申请人负责人"), L[51, 3])
    head_absence = text(_("被申请人负责人不能参加听证的理由"), L[51, 3])
    head_agent = text(_("受委托参加听证的工作人员"), L[51, 3])
    consulted_on = day(_("行政复议委员会提出咨询意见日期"), L[52, 2])
    committee_opinion = account(_("行政复议委员会咨询意见"), L[52, 3])
    committee_declined = yes(_("不采纳咨询意见"), R[52])
    declined_reason = account(_("不采纳咨询意见的理由"), R[52])
    stayed_on = day(_("停止执行日期"), L[42])
    stay_ground = choice(_("停止执行的情形"), L[42], STAYS)
    suspended_on = day(_("中止审理日期"), L[39, 1])
    suspension_ground = choice(_("中止的情形"), L[39, 1], SUSPENSIONS)
    resumed_on = day(_("恢复审理日期"), L[39, 2])
    extended_on = day(_("延长审理期限日期"), L[62, 1])
    extension_days = count(_("延长日数"), L[62, 1])
    extension_reason = account(_("延长审理期限的理由"), L[62, 1])

    # 附带审查
    norm = text(_("审查的规范性文件或者依据"), L[56])
    norm_own_motion = yes(_("复议机关审查时认为依据不合法"), L[57])
    norm_competent = yes(_("本机关有权处理"), L[56])
    norm_maker = text(_("制定机关，或者有权处理的机关"), L[58, 1])
    norm_told_on = day(_("通知制定机关日期"), L[58, 1])
    norm_reached_on = day(_("制定机关收到通知日期"), L[58, 1])
    norm_answered_on = day(_("制定机关书面答复日期"), L[58, 1])
    norm_forwarded_on = day(_("转送日期"), L[56])
    norm_forward_reached_on = day(_("有权处理的机关收到转送日期"), L[60])
    norm_replied_on = day(_("回复处理意见日期"), L[60])
    norm_concluded_on = day(_("附带审查处理日期"), L[59])
    norm_result = choice(_("附带审查结论"), L[59], NORM_RESULTS)
    norm_opinion = account(_("附带审查的处理意见"), L[59])

    # 决定
    proposed_on = day(_("行政复议机构提出意见日期"), L[61, 1])
    findings = account(_("审理查明的事实"), L[61, 1])
    proposal = account(_("行政复议机构的意见"), L[61, 1])
    decided_on = day(_("行政复议决定日期"), L[75, 1])
    decision = choice(_("行政复议决定"), L[61, 1], DECISIONS)
    ground = choice(_("决定的情形"), L[61, 1], GROUNDS)
    reasons = account(_("决定的理由"), L[61, 1])
    basis = text(_("决定的依据"), L[61, 1], 400)
    content = account(_("决定内容"), L[75, 1])
    redo = yes(_("责令重新作出行政行为"), L[64, 1])
    redo_by = day(_("责令重新作出的期限"), L[64, 1])
    redone_on = day(_("重新作出行政行为日期"), R[58, 1])
    perform_by = day(_("责令履行的期限"), L[66])
    worse = yes(_("变更后对申请人更为不利"), L[63, 2])
    third_asked = yes(_("第三人提出相反请求"), L[63, 2])
    third_proved = yes(_("行政行为涉及第三人合法权益，第三人提供证据"), L[70])
    damages = money(_("决定赔偿数额（元）"), L[72, 1])
    damages_dismissed = yes(_("驳回行政赔偿请求"), L[72, 1])
    restored = account(_("责令返还财产、解除查封扣押冻结或者赔偿价款"), L[72, 2])
    dismissed_on = day(_("驳回行政复议申请日期"), L[33])
    mediated_on = day(_("调解达成协议日期"), L[73, 1])
    agreement = account(_("调解结果"), L[73, 1])
    mediation_signed_on = day(_("各方签字、加盖印章日期"), L[73, 1])
    withdrawn_on = day(_("申请人撤回申请日期"), L[41, None, 1])
    withdrawal_reason = account(_("撤回的理由"), L[74, 2])
    settled = yes(_("当事人达成和解"), L[74, 1])
    settlement_lawful = yes(_("和解不损害国家利益、社会公共利益和他人合法权益，不违反强制性规定"), L[74, 1])
    terminated_on = day(_("终止日期"), L[41])
    termination_ground = choice(_("终止的情形"), L[41], TERMINATIONS)

    # 送达、公开、履行
    served_on = day(_("送达日期"), L[75, 2])
    act_public = yes(_("被申请行政复议的行政行为已经公开"), L[79, 1])
    copied_on = day(_("抄告被申请人的上一级主管部门日期"), L[79, 2])
    sued_on = day(_("提起行政诉讼日期"), LIT[45])
    performed_on = day(_("被申请人履行日期"), L[77, 1])
    performance = account(_("履行情况"), L[77, 1])
    ordered_on = day(_("责令限期履行日期"), L[77, 2])
    order_by = day(_("责令履行通知载明的期限"), L[77, 2])
    talked = yes(_("约谈被申请人有关负责人"), L[77, 2])
    criticised = yes(_("予以通报批评"), L[77, 2])
    opinion_on = day(_("制发行政复议意见书日期"), L[76])
    opinion_to = text(_("意见书发往的机关"), L[76])
    opinion = account(_("意见书的内容"), L[76])
    opinion_reached_on = day(_("有关机关收到意见书日期"), L[76])
    opinion_replied_on = day(_("报送纠正情况日期"), L[76])
    opinion_reply = account(_("纠正情况"), L[76])
    suggested_on = day(_("制作行政复议建议书日期"), R[69])
    suggestion = account(_("建议书的内容"), R[69])

    class Meta:
        verbose_name = _("行政复议")
        verbose_name_plural = _("行政复议")
        indexes = [
            models.Index(fields=["received_on"], name="reconsideration_received"),
            models.Index(fields=["accepted_on"], name="reconsideration_accepted"),
            models.Index(fields=["decided_on", "decision"], name="reconsideration_decided"),
        ]
        constraints = [
            never(Q(fee_charged=True), L[87], "reconsideration_free", _("受理行政复议申请不得收取任何费用")),
            never(
                Q(channel="oral", received_on__isnull=False, written_down=False),
                L[22, 3],
                "reconsideration_oral",
                _("口头申请的，应当当场记录"),
            ),
            never(
                Q(accepted_on__isnull=False, refused_on__isnull=False),
                L[30, 2],
                "reconsideration_either",
                _("已经受理的，不再作不予受理决定"),
            ),
            never(
                Q(accepted_on__lt=F("received_on")), L[30, 1], "reconsideration_accepted_after", _("受理不能早于收到")
            ),
            never(
                Q(refused_on__isnull=False, refusal_ground="jurisdiction", competent=""),
                L[30, 2],
                "reconsideration_competent",
                _("不属于本机关管辖的，应当告知有管辖权的行政复议机关"),
            ),
            never(
                Q(accepted_on__isnull=False, summary=True, summary_ground=""),
                L[53, 1],
                "reconsideration_summary_why",
                _("适用简易程序须写明属于哪一种情形"),
            ),
            never(
                Q(accepted_on__isnull=False, summary=True, plain=False) & ~Q(summary_ground="agreed"),
                L[53, 1],
                "reconsideration_plain",
                _("适用简易程序的案件应当事实清楚、权利义务关系明确、争议不大；当事人各方同意的除外"),
            ),
            # “三千元以下” is read as including the figure itself.
            never(
                Q(accepted_on__isnull=False, summary=True, summary_ground="small")
                & (Q(amount_at_stake=None) | Q(amount_at_stake__gt=3000)),
                L[53, 1, 3],
                "reconsideration_small",
                _("案件涉及款额三千元以下才能适用简易程序"),
            ),
            never(
                Q(own_evidence=True),
                L[46, 1],
                "reconsideration_own_evidence",
                _("被申请人在行政复议期间自行收集的证据不作为认定行政行为合法性、适当性的依据"),
            ),
            never(
                Q(hearing_on__gte=NEW_LAW, respondent_head="") & (Q(head_absence="") | Q(head_agent="")),
                L[51, 3],
                "reconsideration_head",
                _("被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加"),
            ),
            never(
                Q(worse=True, third_asked=False, decision="changed"),
                L[63, 2],
                "reconsideration_not_worse",
                _("不得作出对申请人更为不利的变更决定，第三人提出相反请求的除外"),
            ),
            never(
                Q(mediation_signed_on__isnull=False, mediated_on=None),
                L[73, 1],
                "reconsideration_mediated",
                _("调解书须以达成的协议为据"),
            ),
            never(
                Q(settled=True, terminated_on__isnull=False, settlement_lawful=False),
                L[74, 1],
                "reconsideration_settled",
                _("和解内容不得损害国家利益、社会公共利益和他人合法权益，不得违反强制性规定"),
            ),
            never(
                Q(decided_on__isnull=False, terminated_on__isnull=False)
                | Q(decided_on__isnull=False, mediation_signed_on__isnull=False)
                | Q(mediation_signed_on__isnull=False, terminated_on__isnull=False)
                | Q(dismissed_on__isnull=False, decided_on__isnull=False),
                L[61, 1],
                "reconsideration_one_end",
                _("一案只有一个结果：决定、调解书、驳回申请或者终止"),
            ),
            never(Q(decided_on__lt=F("accepted_on")), L[62, 1], "reconsideration_decided_after", _("决定不能早于受理")),
            never(
                Q(decide_by__isnull=False, decide_law=""),
                L[62, 1],
                "reconsideration_shorter",
                _("不按六十日计算的，须写明规定该期限的法律条款"),
            ),
            never(Q(served_on__lt=F("decided_on")), L[75, 2], "reconsideration_served_after", _("送达不能早于决定")),
            never(Q(resumed_on__lt=F("suspended_on")), L[39, 2], "reconsideration_resumed", _("恢复不能早于中止")),
            never(
                Q(damages_claimed=True, decided_on__gte=NEW_LAW, damages=None, damages_dismissed=False)
                & Q(decision__in=["changed", "revoked", "partly_revoked", "unlawful", "void"]),
                L[72, 1],
                "reconsideration_damages",
                _("一并提出行政赔偿请求的，应当同时决定给予赔偿或者驳回赔偿请求"),
            ),
            never(
                Q(norm_concluded_on__isnull=False, norm_competent=False, norm_replied_on=None),
                L[60],
                "reconsideration_norm",
                _("无权处理的，附带审查以有权机关回复的处理意见为准"),
            ),
        ]
