"""法律援助的记录: who asked or was notified, what was decided, who was assigned ——《法律援助法》（2021年）.

The same columns serve the Regulations of 2003; where only the older text knows a fact, its provision stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import Never, account, choice, count, day, moment, money, never, testimony, text, yes
from fadu.engine.labels import Label
from fadu.engine.models import Record
from fadu.law.statute import Cite
from fadu.law.statutes import LEGAL_AID_2003 as OLD
from fadu.law.statutes import LEGAL_AID_2021 as L

NEW_LAW = date(2022, 1, 1)
CLASSES = (
    ("criminal", _("刑事")),
    ("civil", _("民事")),
    ("administrative", _("行政")),
)
FORMS = (  # 第二十二条; 法律咨询、代拟法律文书 are journal entries, not cases
    ("defence", _("刑事辩护")),
    ("criminal_agency", _("刑事代理")),
    ("litigation", _("诉讼代理")),
    ("out_of_court", _("非诉讼代理")),
    ("duty_lawyer", _("值班律师法律帮助")),
    ("labour", _("劳动争议调解与仲裁代理")),
    ("other", _("其他形式")),
)
MATTERS = (  # 第三十一条第（一）至（九）项, then the criminal ones
    ("compensation", _("依法请求国家赔偿")),
    ("insurance", _("请求给予社会保险待遇或者社会救助")),
    ("pension", _("请求发给抚恤金")),
    ("support", _("请求给付赡养费、抚养费、扶养费")),
    ("wages", _("请求确认劳动关系或者支付劳动报酬")),
    ("capacity", _("请求认定公民无民事行为能力或者限制民事行为能力")),
    ("injury", _("工伤、交通、食品药品安全、医疗事故人身损害赔偿")),
    ("pollution", _("请求环境污染、生态破坏损害赔偿")),
    ("retrial", _("申诉、申请再审")),
    ("suspect", _("犯罪嫌疑人、被告人")),
    ("victim", _("被害人、自诉人、附带民事诉讼原告人")),
    ("other", _("法律、法规、规章规定的其他情形")),
)
RECIPIENTS = (
    ("migrant", _("农民工")),
    ("disabled", _("残疾人")),
    ("old", _("老年人")),
    ("minor", _("未成年人")),
    ("woman", _("妇女")),
    ("military", _("军人军属")),
    ("other", _("其他")),
)
CHANNELS = (("online", _("网上")), ("paper", _("书面")), ("oral", _("口头")))
EXEMPT = (
    ("dependent", _("无固定生活来源的未成年人、老年人、残疾人等特定群体")),
    ("relief", _("社会救助、司法救助或者优抚对象")),
    ("migrant", _("申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员")),
    ("other", _("法律、法规、规章规定的其他人员")),
)
UNCONDITIONAL = (
    ("martyr", _("英雄烈士近亲属维护英雄烈士的人格权益")),
    ("righteous", _("因见义勇为行为主张相关民事权益")),
    ("acquitted", _("再审改判无罪请求国家赔偿")),
    ("abused", _("遭受虐待、遗弃或者家庭暴力的受害人主张相关权益")),
    ("other", _("法律、法规、规章规定的其他情形")),
)
CHECKED = (("shared", _("信息共享查询")), ("pledge", _("个人诚信承诺")), ("proof", _("经济困难证明")))
NOTIFIERS = (("court", _("人民法院")), ("procuratorate", _("人民检察院")), ("police", _("公安机关")))
MUST_NOTIFY = (
    ("minor", _("未成年人")),
    ("disabled", _("视力、听力、言语残疾人")),
    ("incapable", _("不能完全辨认自己行为的成年人")),
    ("grave", _("可能被判处无期徒刑、死刑的人")),
    ("death_review", _("申请法律援助的死刑复核案件被告人")),
    ("absent", _("缺席审判案件的被告人")),
    ("treatment", _("强制医疗案件的被申请人或者被告人")),
    ("ordinary", _("其他适用普通程序审理的刑事案件被告人")),
    ("other", _("法律法规规定的其他人员")),
)
ADVANCE = (
    ("limitation", _("距法定时效或者期限届满不足七日")),
    ("preservation", _("需要立即申请财产保全、证据保全或者先予执行")),
    ("other", _("法律、法规、规章规定的其他情形")),
)
ASSIGNED = (
    ("lawyer", _("律师")),
    ("grassroots", _("基层法律服务工作者")),
    ("volunteer", _("法律援助志愿者")),
    ("staff", _("法律援助机构工作人员")),
)
ENDS = (
    ("fraud", _("以欺骗或者其他不正当手段获得法律援助")),
    ("concealed", _("故意隐瞒重要事实或者提供虚假证据")),
    ("unlawful", _("利用法律援助从事违法活动")),
    ("means", _("经济状况发生变化，不再符合条件")),
    ("ended", _("案件终止审理或者已经被撤销")),
    ("own_agent", _("自行委托律师或者其他代理人")),
    ("asked", _("受援人要求终止")),
    ("other", _("法律法规规定的其他情形")),
)
OLD_ENDS = ("means", "ended", "own_agent", "asked")
MEANT = Q(poor=True) | ~Q(exempt="") | ~Q(unconditional="") | ~Q(other_reason="")


def _forbidden(forbids: Q, on: str, new: Cite, old: Cite, name: str, says: Label) -> Iterator[Never]:
    """The same forbidden state under either text, by the day in the column ``on``, each with its own provision."""
    yield never(forbids & Q(**{f"{on}__gte": NEW_LAW}), new, name, says)
    yield never(forbids & Q(**{f"{on}__lt": NEW_LAW}), old, f"{name}_2003", says)


class LegalAid(Record):
    taken_over = yes(_("由其他系统办结后导入"), L[51])

    # 申请
    channel = choice(_("申请方式"), L[38], CHANNELS)
    applied_on = day(_("收到申请日期"), L[43, 1])
    case_class = choice(_("案件类别"), L[22], CLASSES)
    form = choice(_("法律援助形式"), L[22], FORMS)
    matter = choice(_("申请事项"), L[31], MATTERS)
    facts = testimony(_("案情和请求"), L[38])
    means = testimony(_("经济困难状况"), L[41, 1])
    recipient = choice(_("受援人类别"), L[45, 1], RECIPIENTS)
    recipients = count(_("受援人数"), L[2])
    on_behalf = text(_("代为申请的法定代理人、近亲属"), L[40, 1])
    detained_at = moment(_("被羁押人员提出申请的时间"), L[39, 1])
    priority = yes(_("绿色通道：优先受理、优先指派"), L[45, 1])
    home_visit = yes(_("上门服务"), L[45, 1])

    # 通知
    notified_on = day(_("收到通知日期"), L[36])
    notifier = choice(_("通知机关"), L[36], NOTIFIERS)
    must_notify = choice(_("应当通知辩护、代理的情形"), L[25, 1], MUST_NOTIFY)
    hearing_on = day(_("开庭日期"), L[36])
    informed_on = day(_("通知办案机关日期"), L[36])

    # 审查
    supplement = account(_("需要补充的材料或者说明"), L[43, 2])
    supplement_told_on = day(_("一次性告知补充材料日期"), L[43, 2])
    supplement_by = day(_("要求补充的期限"), L[43, 2])
    supplemented_on = day(_("补充材料日期"), L[43, 2])
    deemed_withdrawn_on = day(_("视为撤回申请日期"), L[43, 2])
    checked_by = choice(_("经济困难状况的核查方式"), L[41, 2], CHECKED)
    poor = yes(_("符合经济困难标准"), L[34])
    exempt = choice(_("免予核查经济困难状况的情形"), L[42], EXEMPT)
    unconditional = choice(_("不受经济困难条件限制的情形"), L[32], UNCONDITIONAL)
    other_reason = text(_("刑事案件没有委托辩护人的其他原因"), L[24])
    advance = choice(_("先行提供法律援助的情形"), L[44, 1], ADVANCE)
    advanced_on = day(_("决定先行提供日期"), L[44, 1])
    formalities_on = day(_("补办手续、补充材料日期"), L[44, 2])
    granted_on = day(_("决定给予日期"), L[43, 1])
    refused_on = day(_("决定不给予日期"), L[43, 1])
    refusal_reason = account(_("不给予的理由"), L[43, 1])
    refusal_written = yes(_("已书面告知并说明理由"), L[43, 1])

    # 指派和办理
    assigned_on = day(_("指派日期"), L[43, 1])
    assigned_kind = choice(_("法律援助人员类别"), L[12], ASSIGNED)
    assigned_to = text(_("法律援助人员"), L[43, 1])
    assigned_firm = text(_("所在律师事务所或者机构"), L[16, 1])
    practised = count(_("相关执业年限"), L[26])
    replaced_on = day(_("更换法律援助人员日期"), L[55])
    replaced_for = text(_("更换的原因"), L[55])
    charged = money(_("向受援人收取的财物"), L[20])
    terminated_on = day(_("终止日期"), L[48, 1])
    end = choice(_("终止的情形"), L[48, 1], ENDS)
    end_reason = account(_("终止的理由"), L[48, 1])

    # 异议
    objected_on = day(_("收到异议日期"), L[49, 2])
    objection = account(_("异议的内容"), L[49, 1])
    objection_decided_on = day(_("异议审查决定日期"), L[49, 2])
    ordered = yes(_("责令法律援助机构改正"), L[49, 2])
    remedies_told = yes(_("已告知可以依法申请行政复议或者提起行政诉讼"), L[49, 3])

    # 办结
    reported_on = day(_("办理结束报告日期"), L[50])
    result = account(_("办理结果"), L[50])
    recovered = money(_("挽回损失或者取得利益"), L[50])
    subsidy = money(_("法律援助补贴"), L[52, 1])
    subsidy_on = day(_("支付补贴日期"), L[52, 1])
    graded_on = day(_("质量考核日期"), L[57])
    grade = text(_("质量考核结果"), L[57])

    class Meta:
        verbose_name = _("法律援助")
        verbose_name_plural = _("法律援助")
        indexes = [
            models.Index(fields=["assigned_on", "case_class"], name="aid_assigned"),
            models.Index(fields=["reported_on"], name="aid_reported"),
        ]
        constraints = [
            *_forbidden(Q(charged__gt=0), "assigned_on", L[20], OLD[22], "aid_free", _("不得向受援人收取任何财物")),
            *_forbidden(
                Q(applied_on__isnull=False, taken_over=False) & ~MEANT,
                "granted_on",
                L[31],
                OLD[10, 1],
                "aid_means",
                _("给予援助须核查符合经济困难标准，或者属于免予核查、不受经济困难条件限制的情形"),
            ),
            *_forbidden(
                Q(poor=True, checked_by="", taken_over=False),
                "granted_on",
                L[41, 2],
                OLD[17, 1, 2],
                "aid_means_checked",
                _("写明怎样核查经济困难状况"),
            ),
            # “应当指派具有三年以上相关执业经历的律师”: the Regulations of 2003 do not ask it.
            never(
                Q(must_notify__in=["grave", "death_review"], assigned_on__gte=NEW_LAW, taken_over=False)
                & (~Q(assigned_kind="lawyer") | Q(practised=None) | Q(practised__lt=3)),
                L[26],
                "aid_experienced",
                _("须指派具有三年以上相关执业经历的律师"),
            ),
            never(
                Q(form="defence", assigned_on__gte=NEW_LAW, notified_on__isnull=False, taken_over=False)
                & ~Q(assigned_kind="lawyer"),
                L[25, 1],
                "aid_defended_by_lawyer",
                _("通知辩护的，须指派律师"),
            ),
            *_forbidden(
                Q(refusal_reason="", taken_over=False),
                "refused_on",
                L[43, 1],
                OLD[18, 2],
                "aid_refused_why",
                _("不给予法律援助须说明理由"),
            ),
            *_forbidden(
                Q(refused_on__isnull=False, ordered=False),
                "granted_on",
                L[49, 2],
                OLD[19],
                "aid_one_decision",
                _("已经决定不给予的，责令改正后才能给予"),
            ),
            *_forbidden(
                Q(granted_on__lt=F("applied_on")),
                "granted_on",
                L[43, 1],
                OLD[18, 2],
                "aid_granted_after",
                _("决定不能早于收到申请"),
            ),
            *_forbidden(
                Q(assigned_on__lt=F("granted_on"), advanced_on=None),
                "assigned_on",
                L[43, 1],
                OLD[21],
                "aid_assigned_after",
                _("指派不能早于决定"),
            ),
            *_forbidden(
                Q(assigned_on__lt=F("notified_on")),
                "assigned_on",
                L[36],
                OLD[21],
                "aid_assigned_notice",
                _("指派不能早于收到通知"),
            ),
            *_forbidden(
                Q(end=""), "terminated_on", L[48, 1], OLD[23], "aid_ended_why", _("终止法律援助须写明属于哪一种情形")
            ),
            # 第二十三条 of 2003 has four of the eight grounds.
            never(
                Q(terminated_on__lt=NEW_LAW) & ~Q(end__in=["", *OLD_ENDS]),
                OLD[23],
                "aid_ended_old",
                _("《法律援助条例》没有这一种终止的情形"),
            ),
            *_forbidden(
                Q(reported_on__lt=F("assigned_on")),
                "reported_on",
                L[50],
                OLD[24, 1],
                "aid_reported_after",
                _("办理结束不能早于指派"),
            ),
            *_forbidden(
                Q(subsidy_on__lt=F("reported_on")),
                "subsidy_on",
                L[52, 1],
                OLD[24, 2],
                "aid_paid_after",
                _("支付补贴不能早于办理结束报告"),
            ),
            *_forbidden(
                Q(objection_decided_on__lt=F("objected_on")),
                "objection_decided_on",
                L[49, 2],
                OLD[19],
                "aid_objection_after",
                _("审查不能早于收到异议"),
            ),
        ]
