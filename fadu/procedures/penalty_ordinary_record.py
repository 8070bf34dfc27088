"""行政处罚普通程序的案件记录 ——《行政处罚法》（2021年修订）第五章第三节。"""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import Never, account, choice, count, day, moment, never, testimony, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2017 as OLD
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures import penalty_execution_record, penalty_record
from fadu.procedures.penalty_execution_record import Executed
from fadu.procedures.penalty_record import ANY_KIND, BEFORE_2021, NEW_LAW, SINCE_2021, Penalty

JURISDICTION = (
    ("place", _("违法行为发生地")),
    ("other", _("法律、行政法规、部门规章另有规定")),
    ("county", _("县级以上地方人民政府具有行政处罚权的行政机关")),
    ("township", _("承接行政处罚权的乡镇人民政府、街道办事处")),
    ("first", _("最先立案")),
    ("designated", _("指定管辖")),
)
SECRETS = (
    ("state", _("涉及国家秘密")),
    ("trade", _("涉及商业秘密")),
    ("privacy", _("涉及个人隐私")),
)
RESULTS = (
    ("punished", _("给予行政处罚")),
    ("minor", _("违法行为轻微并及时改正，没有造成危害后果，不予处罚")),
    ("first_offence", _("初次违法且危害后果轻微并及时改正，不予处罚")),
    ("no_fault", _("没有主观过错，不予处罚")),
    ("underage", _("不满十四周岁，不予处罚")),
    ("incapable", _("不能辨认或者不能控制自己行为，不予处罚")),
    ("barred", _("超过追责期限，不再给予处罚")),
    ("unfounded", _("违法事实不能成立，不予处罚")),
    ("referred", _("涉嫌犯罪，移送司法机关")),
)
PUNISHED = Q(result="punished")
UNPUNISHED = Q(result__in=["minor", "first_offence", "no_fault", "underage", "incapable", "barred", "unfounded"])


NOW = SINCE_2021 & Q(taken_over=False)
THEN = BEFORE_2021 & Q(taken_over=False)
UNHEARD = Q(defended_on=None, waived_on=None, silent_on=None)
# 程序规定2022年修正自2022年11月1日起施行；此前的文本未见，不据以要求、延长或者扣除。
RULES_OF_2022 = date(2022, 11, 1)
BY_MARKET_RULES = Q(market=True, filed_on__gte=RULES_OF_2022)
UNEXAMINED = Q(case_reviewed_on=None) | Q(case_review_passed=False)
UNREVIEWED = Q(reviewed_on=None) | Q(review_passed=False)

# 第五十八条第一款：heard 由听证结果写入；经过听证的案件都在第六十三条所列较重处罚之内，按直接关系重大权益从严。
TO_REVIEW = Q(public_interest=True) | Q(heard=True) | Q(difficult=True) | Q(other_law=True)


class Heard(Record):
    large_fine = yes(_("较大数额罚款"), L[63, 1, 1])
    large_forfeiture = yes(_("没收较大数额违法所得、较大价值非法财物"), L[63, 1, 2])
    heavy_other = yes(_("其他较重的行政处罚"), L[63, 1, 5])
    hearing_by_law = yes(_("法律、法规、规章规定应当告知听证权利"), L[63, 1, 6])
    hearing_asked_on = day(_("要求听证日期"), L[64, 1, 1])
    hearing_waived_on = day(_("明确放弃听证权利日期"), L[63, 1])
    hearing_notified_on = day(_("通知听证时间、地点日期"), L[64, 1, 2])
    hearing_place = text(_("听证地点"), L[64, 1, 2])
    hearing_at = moment(_("通知的听证时间"), L[64, 1, 2])
    presider = text(_("听证主持人"), L[64, 1, 4])
    hearing_closed = yes(_("不公开听证"), L[64, 1, 3])
    hearing_closed_ground = choice(_("不公开听证的理由"), L[64, 1, 3], SECRETS)
    proxies = count(_("当事人委托的代理人数"), L[64, 1, 5])
    hearing_on = day(_("听证日期"), L[64, 1, 7])
    heard = yes(_("直接关系当事人或者第三人重大权益，经过听证程序"), L[58, 1, 2])
    hearing_ended_on = day(_("终止听证日期"), L[64, 1, 6])
    hearing_minutes = testimony(_("听证记录"), L[64, 1, 8])
    hearing_unsigned = account(_("当事人或者代理人拒绝签字、盖章的注明"), L[64, 1, 8])
    hearing_summary = account(_("听证基本情况"), L[65])
    hearing_opinion = account(_("听证报告意见"), L[65])

    class Meta(Record.Meta):
        abstract = True


# 第六十三条第一款：拟作出的处罚。责令停产停业等以拟处罚种类为准；“较大”由省级规定和各部门规章定，逐案填写。
TO_HEAR = (
    Q(large_fine=True)
    | Q(large_forfeiture=True)
    | Q(proposed_grade_lowered=True)
    | Q(proposed_licence_revoked=True)
    | Q(proposed_business_suspended=True)
    | Q(proposed_closed_down=True)
    | Q(proposed_practice_banned=True)
    | Q(heavy_other=True)
    | Q(hearing_by_law=True)
)
ASKED = Q(hearing_asked_on__isnull=False)


def _forbidden_in_hearing(name: str, punished: Q) -> list[Never]:
    """What the law forbids once a hearing was asked for."""
    here = punished & SINCE_2021 & Q(taken_over=False)
    return [
        never(
            here & TO_HEAR & ASKED & Q(hearing_on=None, hearing_ended_on=None, hearing_waived_on=None),
            L[63, 1],
            f"{name}_hearing",
            _("当事人要求听证的，应当组织听证"),
        ),
        never(
            here & (ASKED | Q(hearing_on__isnull=False)) & Q(decided_on__lt=F("hearing_on")),
            L[65],
            f"{name}_hearing_first",
            _("听证结束后，根据听证笔录作出决定"),
        ),
        never(
            Q(hearing_on__isnull=False, hearing_closed=True, hearing_closed_ground=""),
            L[64, 1, 3],
            f"{name}_hearing_open",
            _("除涉及国家秘密、商业秘密或者个人隐私外，听证公开举行"),
        ),
        never(Q(proxies__gt=2), L[64, 1, 5], f"{name}_proxies", _("当事人可以委托一至二人代理")),
        never(
            Q(hearing_on__lt=F("hearing_notified_on")),
            L[64, 1, 2],
            f"{name}_hearing_told",
            _("应当在举行听证的七日前通知当事人"),
        ),
    ]


class OrdinaryPenalty(Penalty, Heard, Executed):
    # 线索、管辖和立案
    market = yes(_("适用市场监督管理行政处罚程序规定"), M[2])
    jurisdiction = choice(_("管辖依据"), L[22], JURISDICTION)
    entitled = yes(_("本机关对该违法行为具有行政处罚权"), L[23])
    township_decision = text(_("省级交由乡镇、街道行使处罚权的决定"), L[24, 1])
    disputed_on = day(_("发生管辖争议日期"), L[25, 2])
    settled_on = day(_("确定管辖日期"), L[25, 2])
    checked = account(_("核查情况"), M[18, 1])
    filed_on = day(_("立案日期"), L[54, 2])
    filing_proposal = account(_("立案的拟办意见"), L[54, 2])
    not_filed_on = day(_("不予立案日期"), M[20, 1])
    not_filed_ground = account(_("不予立案的理由"), M[20, 1])

    # 调查取证
    inquired_on = day(_("最近一次调查日期"), L[54, 1])
    shown = yes(_("已出示执法证件"), L[55, 1])
    surveilled = yes(_("利用电子技术监控设备收集、固定违法事实"), L[41, 1])
    surveillance_checked = yes(_("监控记录经审核符合要求"), L[41, 2])
    verified = yes(_("证据经查证属实，没有以非法手段取得的证据"), L[46, 2])
    assisted_on = day(_("请求协助日期"), L[26])
    assistance_done_on = day(_("收到协助结果日期"), L[26])
    asked_at = moment(_("通知接受询问的时间"), L[55, 2])
    asked_place = text(_("询问地点"), L[55, 2])
    interview = testimony(_("询问内容（问：……答：……）"), L[55, 2])
    asked_to_bring = text(_("接受询问应当携带的材料"), L[55, 2])
    inspected_on = day(_("检查日期"), L[54, 1])
    inspected_place = text(_("检查地点"), L[55, 2])
    sampled_on = day(_("抽样取证日期"), L[56])
    inspection = testimony(_("检查情况"), L[55, 2])
    sampled_place = text(_("抽样地点"), L[56])
    preserved_at = moment(_("情况紧急当场登记保存的时间"), M[33, 2])
    preservation_approved_on = day(_("批准先行登记保存日期"), L[56])
    preserved_on = day(_("先行登记保存日期"), L[56])
    preservation_ground = account(_("证据可能灭失或者以后难以取得的情况"), L[56])
    preservation_proposal = account(_("先行登记保存的拟办意见"), L[56])
    samples = account(_("抽取的样品（每行一件：名称｜规格｜单位｜数量｜备注）"), L[56])
    preserved = account(_("登记保存的证据（每行一件：名称｜规格｜单位｜数量｜备注）"), L[56])
    preserved_place = text(_("保存方式及地点"), L[56])
    preservation_ended_on = day(_("登记保存处理日期"), L[56])
    preservation_disposal = account(_("登记保存处理决定"), L[56])
    inquiry_course = account(_("调查经过"), L[57, 1])
    evidence = account(_("主要证据"), L[46, 1])
    violated = account(_("案件性质及违反的规定"), L[59, 1, 2])
    proposal = account(_("处理建议"), L[57, 1])
    suggested = choice(_("拟处理意见"), L[57, 1], RESULTS)
    ended_inquiry_on = day(_("调查终结日期"), L[57, 1])
    stopped_inquiry_on = day(_("终止调查日期"), M[47])
    defend_by = day(_("告知书载明的陈述、申辩期限"), L[44])
    silent_on = day(_("期限内未陈述、申辩的记录日期"), L[62])
    new_facts = account(_("重新告知所依据的新事实、新证据"), L[45, 2])

    # 法制审核和集体讨论
    public_interest = yes(_("涉及重大公共利益"), L[58, 1, 1])
    difficult = yes(_("案件情况疑难复杂、涉及多个法律关系"), L[58, 1, 3])
    other_law = yes(_("法律、法规规定应当进行法制审核的其他情形"), L[58, 1, 4])
    sent_for_review_on = day(_("提请法制审核日期"), L[58, 1])
    reviewed_on = day(_("法制审核日期"), L[58, 1])
    review_passed = yes(_("法制审核通过"), L[58, 1])
    review_corrected = yes(_("法制审核曾经提出纠正意见"), L[58, 1])
    review_opinion = account(_("法制审核意见"), L[58, 1])
    case_reviewed_on = day(_("案件审核日期"), M[52, 1])
    case_review_passed = yes(_("案件审核同意处理意见"), M[54, None, 1])
    case_review_opinion = account(_("案件审核意见"), M[54])
    first_review = yes(_("审核人员初次从事法制审核"), L[58, 2])
    jurist = yes(_("审核人员取得法律职业资格"), L[58, 2])
    grave = yes(_("情节复杂或者重大违法行为"), L[57, 2])
    severe = yes(_("给予较重的行政处罚"), OLD[38, 2])
    deliberated_on = day(_("集体讨论日期"), L[57, 2])

    # 决定和送达
    result = choice(_("决定"), L[57, 1], RESULTS)
    reason = account(_("不予处罚或者移送的理由"), L[57, 1])
    educated = yes(_("不予处罚的，已对当事人进行教育"), L[33, 3])
    handed_over = yes(_("宣告后当场交付"), L[61, 1])
    told_publicity = yes(_("已书面告知处罚信息将向社会公示"), L[48, 1])
    crime = account(_("涉嫌的犯罪"), L[27, 1])
    police = text(_("受移送的司法机关"), L[27, 1])
    closed_reason = account(_("结案理由"), M[77])

    class Meta(Record.Meta):
        verbose_name = _("普通程序处罚")
        verbose_name_plural = _("普通程序处罚")
        indexes = penalty_record.indexes("ordinary")
        constraints = [
            *penalty_record.forbidden("ordinary", PUNISHED),
            *_forbidden_in_hearing("ordinary", PUNISHED),
            *penalty_execution_record.forbidden("ordinary"),
            never(
                NOW & Q(filed_on=None),
                L[54, 2],
                "ordinary_filed",
                _("符合立案标准的，应当立案；未经立案，不得作出决定"),
            ),
            never(Q(decided_on__lt=F("filed_on")), L[54, 2], "ordinary_filed_first", _("决定不能早于立案")),
            never(NOW & Q(ended_inquiry_on=None), L[57, 1], "ordinary_inquired", _("调查终结后才能作出决定")),
            never(
                PUNISHED & NOW & Q(surveilled=True, surveillance_checked=False),
                L[41, 2],
                "ordinary_surveilled",
                _("监控记录未经审核或者经审核不符合要求的，不得作为行政处罚的证据"),
            ),
            never(
                PUNISHED & NOW & Q(verified=False),
                L[46, 2],
                "ordinary_verified",
                _("证据必须经查证属实，方可作为认定案件事实的根据"),
            ),
            never(
                Q(preserved_on__gte=NEW_LAW, preservation_approved_on=None, preserved_at=None, taken_over=False),
                L[56],
                "ordinary_preservation",
                _("先行登记保存须经行政机关负责人批准"),
            ),
            never(
                PUNISHED & NOW & UNHEARD,
                L[62],
                "ordinary_defended",
                _("未听取当事人的陈述、申辩，当事人又没有明确放弃的，不得作出行政处罚决定"),
            ),
            never(
                PUNISHED & THEN & UNHEARD,
                OLD[41],
                "ordinary_defended_2017",
                _("未听取当事人的陈述、申辩，当事人又没有放弃的，行政处罚决定不能成立"),
            ),
            never(
                Q(silent_on__gte=NEW_LAW, silent_on__lte=F("defend_by"), taken_over=False),
                L[62],
                "ordinary_silent",
                _("告知书载明的陈述、申辩期限尚未届满"),
            ),
            never(
                PUNISHED & NOW & TO_REVIEW & UNREVIEWED,
                L[58, 1],
                "ordinary_reviewed",
                _("未经法制审核或者审核未通过的，不得作出决定"),
            ),
            # 2017年版第三十八条第三款没有限定案件：“在行政机关负责人作出决定之前，应当由……审核的人员进行审核”。
            never(
                PUNISHED & THEN & UNREVIEWED,
                OLD[38, 3],
                "ordinary_reviewed_2017",
                _("在作出决定之前，应当由从事行政处罚决定审核的人员进行审核"),
            ),
            never(
                PUNISHED & NOW & BY_MARKET_RULES & Q(reviewed_on=None) & UNEXAMINED,
                M[52, 1],
                "ordinary_case_reviewed",
                _("法制审核范围以外的案件，应当进行案件审核"),
            ),
            never(
                PUNISHED & NOW & BY_MARKET_RULES & TO_REVIEW & Q(deliberated_on=None),
                M[60, 2],
                "ordinary_market_deliberated",
                _("应当法制审核的案件拟给予行政处罚的，应当由负责人集体讨论决定"),
            ),
            never(
                PUNISHED & NOW & Q(heard=True, reviewed_on__lt=F("hearing_on")),
                L[58, 1, 2],
                "ordinary_review_after",
                _("经过听证程序的案件，在听证结束后进行法制审核"),
            ),
            never(
                Q(reviewed_on__gte=NEW_LAW, first_review=True, jurist=False, taken_over=False),
                L[58, 2],
                "ordinary_jurist",
                _("初次从事法制审核的人员，应当取得法律职业资格"),
            ),
            never(
                PUNISHED & NOW & Q(grave=True, deliberated_on=None),
                L[57, 2],
                "ordinary_deliberated",
                _("对情节复杂或者重大违法行为给予行政处罚，负责人应当集体讨论决定"),
            ),
            never(
                PUNISHED & THEN & Q(grave=True, severe=True, deliberated_on=None),
                OLD[38, 2],
                "ordinary_deliberated_2017",
                _("对情节复杂或者重大违法行为给予较重的行政处罚，负责人应当集体讨论决定"),
            ),
            never(~PUNISHED & ANY_KIND, L[57, 1], "ordinary_kinds", _("不予处罚或者移送的，不能同时给予行政处罚")),
            never(
                NOW & Q(result__in=["minor", "first_offence", "no_fault"], educated=False),
                L[33, 3],
                "ordinary_educated",
                _("依法不予行政处罚的，应当对当事人进行教育"),
            ),
            never(
                NOW & Q(handed_over=True, served_on__gt=F("decided_on")),
                L[61, 1],
                "ordinary_handed_over",
                _("宣告后当场交付的，送达日期就是决定日期"),
            ),
            # 第六十七条第二款、第六十九条：普通程序的罚款，只有边远、水上、交通不便地区一种情形可以当场收缴。
            never(
                Q(collected_on__gte=NEW_LAW) & ~Q(collection="remote"),
                L[69],
                "ordinary_collected_remote",
                _("普通程序的罚款，只有在边远、水上、交通不便地区经当事人提出，才可以当场收缴"),
            ),
        ]
