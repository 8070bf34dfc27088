"""What every 行政处罚 records: the act and when it was found, what was proposed, what was decided, what was published.

《行政处罚法》（2021年修订）. Both procedures, 简易 and 普通, and both editions of the law share these columns.
"""

from __future__ import annotations

from datetime import date

from django.db.models import F, Index, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import Never, account, choice, day, money, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import MARKET_PUBLICITY_2021 as G
from fadu.law.statutes import PENALTY_2017 as OLD
from fadu.law.statutes import PENALTY_2021 as L

DISCRETION = (("lighter", _("从轻")), ("mitigated", _("减轻")), ("heavier", _("从重")))
LAW_APPLIED = (("then", _("适用违法行为发生时的规定")), ("now", _("适用处罚较轻或者不认为违法的新规定")))
CORRECTION = (("ordered", _("责令改正")), ("deadline", _("责令限期改正")), ("done", _("已经改正")))
REVOCATION = (
    ("changed", _("变更")),
    ("revoked", _("撤销")),
    ("unlawful", _("确认违法")),
    ("void", _("确认无效")),
)
VOID = (
    ("no_basis", _("行政处罚没有依据")),
    ("no_subject", _("实施主体不具有行政主体资格")),
    ("procedure", _("违反法定程序构成重大且明显违法")),
)
KINDS = (  # 第九条，从轻到重依条文顺序
    "warned",
    "criticised",
    "fined",
    "forfeited_income",
    "forfeited_goods",
    "licence_suspended",
    "grade_lowered",
    "licence_revoked",
    "business_restricted",
    "business_suspended",
    "closed_down",
    "practice_banned",
    "detained",
    "other_penalty",
)


class Penalty(Record):
    taken_over = yes(_("在外部系统决定后导入"), L[47])

    # 违法行为与追责期限
    act = account(_("违法行为"), L[52, 2])
    committed_on = day(_("违法行为发生日期"), L[36, 2])
    ended_on = day(_("连续或者继续的违法行为终了日期"), L[36, 2])
    found_on = day(_("发现日期"), L[36, 1])
    five_years = yes(_("涉及公民生命健康安全、金融安全且有危害后果"), L[36, 1])
    other_bar = yes(_("法律对追责期限另有规定"), L[36, 1])
    under_fourteen = yes(_("当事人不满十四周岁"), L[30])
    under_eighteen = yes(_("当事人已满十四周岁不满十八周岁"), L[30])
    incapable = yes(_("当事人不能辨认或者不能控制自己行为"), L[31])
    fined_before = yes(_("同一违法行为已经受过罚款"), L[29])
    fined_in_crime = yes(_("人民法院已经判处罚金"), L[35, 2])
    law_applied = choice(_("新旧规定的选择"), L[37], LAW_APPLIED)
    scale = text(_("适用的裁量基准"), L[34])
    discretion = choice(_("从轻、减轻或者从重"), L[32], DISCRETION)
    emergency = yes(_("突发事件中依法快速、从重处罚"), L[49])

    # 告知、陈述和申辩
    proposed_on = day(_("拟处罚告知日期"), L[44])
    proposed_warned = yes(_("拟警告"), L[44])
    proposed_criticised = yes(_("拟通报批评"), L[44])
    proposed_fined = yes(_("拟罚款"), L[44])
    proposed_fine = money(_("拟罚款数额"), L[44])
    proposed_forfeited_income = yes(_("拟没收违法所得"), L[44])
    proposed_income = money(_("拟没收违法所得数额"), L[44])
    proposed_forfeited_goods = yes(_("拟没收非法财物"), L[44])
    proposed_goods_value = money(_("拟没收非法财物价值"), L[44])
    proposed_licence_suspended = yes(_("拟暂扣许可证件"), L[44])
    proposed_grade_lowered = yes(_("拟降低资质等级"), L[44])
    proposed_licence_revoked = yes(_("拟吊销许可证件"), L[44])
    proposed_business_restricted = yes(_("拟限制开展生产经营活动"), L[44])
    proposed_business_suspended = yes(_("拟责令停产停业"), L[44])
    proposed_closed_down = yes(_("拟责令关闭"), L[44])
    proposed_practice_banned = yes(_("拟限制从业"), L[44])
    proposed_detained = yes(_("拟行政拘留"), L[44])
    proposed_other_penalty = yes(_("拟给予其他行政处罚"), L[44])
    told_on = day(_("告知书送达日期"), L[44])
    defence = account(_("陈述、申辩意见"), L[45, 1])
    defended_on = day(_("听取陈述、申辩日期"), L[45, 1])
    adopted = account(_("复核及采纳情况"), L[45, 1])
    waived_on = day(_("明确放弃陈述、申辩权利日期"), L[62])

    # 决定
    facts_clear = yes(_("违法事实清楚、证据充分"), L[40])
    facts_found = account(_("违法事实和证据"), L[59, 1, 2])
    basis = account(_("处罚依据"), L[59, 1, 3])
    penalty = account(_("处罚内容"), L[59, 1, 3])
    warned = yes(_("警告"), L[9, 1, 1])
    criticised = yes(_("通报批评"), L[9, 1, 1])
    fined = yes(_("罚款"), L[9, 1, 2])
    fine = money(_("罚款数额"), L[9, 1, 2])
    forfeited_income = yes(_("没收违法所得"), L[9, 1, 2])
    income = money(_("没收违法所得数额"), L[28, 2])
    forfeited_goods = yes(_("没收非法财物"), L[9, 1, 2])
    goods_value = money(_("没收非法财物价值"), L[9, 1, 2])
    licence_suspended = yes(_("暂扣许可证件"), L[9, 1, 3])
    grade_lowered = yes(_("降低资质等级"), L[9, 1, 3])
    licence_revoked = yes(_("吊销许可证件"), L[9, 1, 3])
    licence = text(_("暂扣或者吊销的证照名称及编号"), L[9, 1, 3])
    business_restricted = yes(_("限制开展生产经营活动"), L[9, 1, 4])
    business_suspended = yes(_("责令停产停业"), L[9, 1, 4])
    closed_down = yes(_("责令关闭"), L[9, 1, 4])
    practice_banned = yes(_("限制从业"), L[9, 1, 4])
    restricted_until = day(_("限制期限届满日期"), G[13, 3])
    detained = yes(_("行政拘留"), L[9, 1, 5])
    other_penalty = yes(_("其他行政处罚"), L[9, 1, 6])
    other_words = text(_("其他行政处罚的种类"), L[9, 1, 6])
    correction = choice(_("责令改正"), L[28, 1], CORRECTION)
    correct_by = day(_("限期改正的期限"), L[28, 1])
    requirements = account(_("责令改正的内容和要求"), L[28, 1])
    performance = account(_("履行方式和期限"), L[59, 1, 4])
    decided_on = day(_("决定日期"), L[59, 1, 6])
    decision_number = text(_("决定书文号"), L[52, 1], 128)
    served_on = day(_("决定书送达日期"), L[61, 1])

    # 公开
    of_note = yes(_("具有一定社会影响"), L[48, 1])
    low_fine = yes(_("较低数额罚款"), G[13, 2])
    elsewhere = yes(_("当事人登记地在外省、自治区、直辖市"), G[10])
    revocation = choice(_("决定被变更、撤销、确认违法或者确认无效"), L[48, 2], REVOCATION)
    published_on = day(_("公开日期"), L[48, 1])
    withdrawn_on = day(_("撤回公开信息日期"), L[48, 2])
    withdrawal_reason = account(_("撤回公开信息的理由"), L[48, 2])
    void_ground = choice(_("无效的情形"), L[38], VOID)
    revoked_on = day(_("被变更、撤销、确认违法或者确认无效日期"), L[48, 2])

    class Meta(Record.Meta):
        abstract = True


# 程序从新：哪一版约束决定，看作出决定的日期。
NEW_LAW = date(2021, 7, 15)
SINCE_2021 = Q(decided_on__gte=NEW_LAW)
BEFORE_2021 = Q(decided_on__lt=NEW_LAW)
PROPOSED = {kind: f"proposed_{kind}" for kind in KINDS}
ANY_KIND = Q()
PROPOSED_ANY = Q()
HEAVIER = Q(fine__gt=F("proposed_fine")) | Q(income__gt=F("proposed_income"))
for _kind in KINDS:
    ANY_KIND |= Q(**{_kind: True})
    PROPOSED_ANY |= Q(**{PROPOSED[_kind]: True})
    # 第四十五条第二款“更重的处罚”：多出一个种类，或者同一种类数额更高。
    HEAVIER |= Q(**{_kind: True, PROPOSED[_kind]: False})


def indexes(name: str) -> list[Index]:
    """The figures count by the day of the decision; the import asks whether a number is already there."""
    return [
        Index(fields=["decided_on"], name=f"{name}_decided_on"),
        Index(fields=["decision_number"], name=f"{name}_number"),
    ]


def forbidden(name: str, punished: Q) -> list[Never]:
    """What the law forbids every penalty; ``name`` begins the constraints' names, ``punished`` says it was imposed.

    What the 2017 edition says in articles that were not seen (未见原文) is not enforced on decisions under it.
    """
    now, then = punished & SINCE_2021, punished & BEFORE_2021
    here = Q(taken_over=False)
    return [
        never(now & Q(under_fourteen=True), L[30], f"{name}_fourteen", _("不满十四周岁的未成年人不予行政处罚")),
        never(
            now & here & Q(under_eighteen=True) & ~Q(discretion__in=["lighter", "mitigated"]),
            L[30],
            f"{name}_eighteen",
            _("已满十四周岁不满十八周岁的，应当从轻或者减轻行政处罚"),
        ),
        never(
            now & Q(incapable=True),
            L[31],
            f"{name}_incapable",
            _("不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚"),
        ),
        never(now & Q(fined=True, fined_before=True), L[29], f"{name}_once", _("对同一个违法行为不得给予两次以上罚款")),
        never(
            now & Q(fined=True, fined_in_crime=True), L[35, 2], f"{name}_crime", _("人民法院已判处罚金的，不再给予罚款")
        ),
        never(
            now & here & Q(facts_clear=False), L[40], f"{name}_clear", _("违法事实不清、证据不足的，不得给予行政处罚")
        ),
        never(punished & here & ~ANY_KIND, L[9], f"{name}_kind", _("给予行政处罚，须写明处罚的种类")),
        never(punished & here & Q(fined=True, fine=None), L[9, 1, 2], f"{name}_amount", _("给予罚款，须写明数额")),
        never(Q(fined=False, fine__gt=0), L[9, 1, 2], f"{name}_fined", _("有罚款数额而没有罚款这一种类")),
        never(
            Q(forfeited_income=False, income__gt=0),
            L[9, 1, 2],
            f"{name}_income",
            _("有没收违法所得数额而没有没收违法所得这一种类"),
        ),
        never(
            Q(proposed_fined=True, proposed_fine=None), L[44], f"{name}_proposed", _("拟给予罚款的，须告知拟罚款数额")
        ),
        never(
            now & here & Q(told_on=None),
            L[62],
            f"{name}_told",
            _("未告知拟作出的行政处罚内容及事实、理由、依据，不得作出行政处罚决定"),
        ),
        never(
            then & here & Q(told_on=None),
            OLD[41],
            f"{name}_told_2017",
            _("未告知给予行政处罚的事实、理由和依据，行政处罚决定不能成立"),
        ),
        never(
            now & here & Q(decided_on__lt=F("told_on")),
            L[44],
            f"{name}_told_first",
            _("应当在作出行政处罚决定之前告知当事人"),
        ),
        never(
            now & here & Q(defended_on__isnull=False) & HEAVIER,
            L[45, 2],
            f"{name}_heavier",
            _("不得因当事人陈述、申辩而给予更重的处罚"),
        ),
        never(
            now & here & HEAVIER,
            L[44],
            f"{name}_proposal",
            _("决定的处罚重于告知的拟处罚内容；更重的内容没有告知过当事人"),
        ),
        # 2017年版不要求告知拟处罚内容（第三十一条“事实、理由及依据”）：只在告知过拟处罚的案件中比较轻重。
        never(
            then & here & Q(defended_on__isnull=False) & PROPOSED_ANY & HEAVIER,
            OLD[32, 2],
            f"{name}_heavier_2017",
            _("不得因当事人申辩而加重处罚"),
        ),
        never(
            here & SINCE_2021 & Q(served_on__lt=F("decided_on")),
            L[61, 1],
            f"{name}_served",
            _("决定书的送达不能早于决定"),
        ),
        never(
            Q(revoked_on__isnull=False, revocation=""),
            L[48, 2],
            f"{name}_revocation",
            _("须写明决定是被变更、撤销、确认违法还是确认无效"),
        ),
    ]
