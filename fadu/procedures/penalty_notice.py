"""告知、陈述和申辩 ——《行政处罚法》（2021年修订）第四十四条、第四十五条、第六十二条。"""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Step, Wait
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers import penalty as papers
from fadu.procedures.papers.content import contents
from fadu.procedures.penalty_inquiry import UNDECIDED, end_of_inquiry, time_bar
from fadu.procedures.penalty_ordinary_record import TO_HEAR
from fadu.procedures.penalty_record import KINDS, PROPOSED, PROPOSED_ANY
from fadu.procedures.penalty_roles import officers, party

TO_PUNISH = Q(suggested="punished")  # 拟给予处罚的，才须告知（第四十四条“作出行政处罚决定之前”）
PROPOSAL = (
    *(PROPOSED[kind] for kind in KINDS), "proposed_fine", "proposed_income", "proposed_goods_value", "facts_found",
    "large_fine", "large_forfeiture", "heavy_other", "hearing_by_law", "defend_by", "licence", "other_words",
    "new_facts",
)  # fmt: skip
ANSWER = ("told_on", "defended_on", "waived_on", "silent_on")

notice = Step(
    "notice",
    _("拟处罚告知"),
    L[44],
    officers,
    after=[end_of_inquiry],
    only=UNDECIDED & Q(ended_inquiry_on__isnull=False),
    must=TO_PUNISH,
    dated="proposed_on",
    needs=("basis",),
    asks=PROPOSAL,
    lapses=time_bar,  # 调查中查明已过追责期限的，不得再拟处罚
    clears=ANSWER,  # 重新告知以后，前一次的送达、听取、放弃都不再算数
    guards=[
        Guard(L[44], PROPOSED_ANY, _("应当告知拟作出的行政处罚内容")),
        # 听取陈述、申辩之后重新告知的，须有新事实、新证据：否则就是第四十五条第二款禁止的因申辩而加重。
        Guard(L[45, 2], Q(defended_on=None) | ~Q(new_facts=""), _("听取陈述、申辩后重新告知，须写明新的事实、证据")),
    ],
    yields=[
        Document(
            "prior_notice",
            _("行政处罚事先告知书"),
            L[44],
            word="罚告",
            served=True,
            compose=papers.prior_notice,
            contents=contents,
        ),
        Document(
            "hearing_right_notice",
            _("行政处罚听证告知书"),
            L[63, 1],
            word="听告",
            served=True,
            only=TO_HEAR,
            compose=papers.hearing_right_notice,
            contents=contents,
        ),
    ],
    repeats=True,
)
telling = Step(
    "telling",
    _("告知书送达当事人"),
    L[44],
    officers,
    after=[notice],
    only=UNDECIDED & Q(proposed_on__isnull=False),
    must=TO_PUNISH,
    dated="told_on",
    clears=ANSWER[1:],
    serves="prior_notice",
    repeats=True,
    told=_("告诉你打算怎么处罚、为什么、有什么权利"),
)
TOLD = UNDECIDED & Q(told_on__gte=F("proposed_on"))
defence = Step(
    "defence",
    _("听取陈述、申辩并复核"),
    L[45, 1],
    officers,
    after=[telling],
    only=TOLD,
    must=TO_PUNISH & Q(waived_on=None, silent_on=None),
    dated="defended_on",
    needs=("defence", "adopted"),  # “对当事人提出的事实、理由和证据，应当进行复核”
    yields=[Document("defence_record", _("陈述、申辩笔录"), L[45, 1], compose=papers.defence_record)],
    repeats=True,
    told=_("听取你的陈述、申辩"),
)
waiver = Step(
    "waiver",
    _("当事人明确放弃陈述、申辩"),
    L[62],
    party,
    after=[telling],
    only=TOLD,
    must=NEVER,
    dated="waived_on",
    repeats=True,
    told=_("你放弃陈述、申辩"),
)
# 第六十二条禁止的是“拒绝听取”，只有“明确放弃”除外；没有规定当事人沉默多久可以决定。所以沉默不记作放弃，而记作告知书
# 载明的期限届满后仍未提出；市场监管为告知书送达之日起五个工作日（程序规定第五十七条第二款），其他领域由告知书载明。
silence = Step(
    "silence",
    _("期限内未陈述、申辩"),
    L[62],
    officers,
    after=[telling],
    only=TOLD & Q(defended_on=None, waived_on=None, defend_by__isnull=False),
    must=NEVER,
    dated="silent_on",
    waits=[
        Wait(
            M[57, 2],
            "told_on",
            M.working_days(5, "party"),
            says=_("告知书送达之日起五个工作日内，当事人可以陈述、申辩"),
            unless=Q(market=False),
        )
    ],
    repeats=True,
    told=_("期限内没有收到你的陈述、申辩"),
)

STEPS = (notice, telling, defence, waiver, silence)
