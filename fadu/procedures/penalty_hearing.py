"""听证程序 ——《行政处罚法》（2021年修订）第五章第四节，第六十三条至第六十五条。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Lapse, Limit, Outcome, Step, Wait
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers import penalty as papers
from fadu.procedures.penalty_inquiry import INVESTIGATION
from fadu.procedures.penalty_notice import TOLD, notice, telling
from fadu.procedures.penalty_ordinary_record import ASKED, TO_HEAR
from fadu.procedures.penalty_roles import officers, party, presider

OPEN = ASKED & Q(hearing_waived_on=None, hearing_ended_on=None)
FIVE_DAYS = L.days(5, "party")  # 第八十五条：工作日
HEARING = "hearing"

request = Step(
    "hearing_request",
    _("当事人要求听证"),
    L[64, 1, 1],
    party,
    after=[telling],
    only=TOLD & TO_HEAR,
    must=NEVER,
    dated="hearing_asked_on",
    lapses=[
        Lapse(L[64, 1, 1], "told_on", FIVE_DAYS, says=_("要求听证的，应当在行政机关告知后五日（工作日）内提出")),
    ],
    strand=HEARING,
    told=_("你要求听证"),
)
waiver = Step(
    "hearing_waiver",
    _("当事人明确放弃听证"),
    L[63, 1],
    party,
    after=[telling],
    only=TOLD & TO_HEAR,
    must=NEVER,
    dated="hearing_waived_on",
    strand=HEARING,
    told=_("你放弃听证"),
)
notification = Step(
    "hearing_notice",
    _("通知听证时间、地点"),
    L[64, 1, 2],
    officers,
    after=[request],
    only=TOLD & OPEN & Q(hearing_on=None),
    dated="hearing_notified_on",
    needs=("hearing_at", "hearing_place", "presider"),
    asks=("hearing_closed", "hearing_closed_ground"),
    guards=[
        Guard(
            L[64, 1, 3],
            Q(hearing_closed=False) | ~Q(hearing_closed_ground=""),
            _("除涉及国家秘密、商业秘密或者个人隐私外，听证公开举行：不公开的须写明属于哪一种"),
        )
    ],
    yields=[
        Document(
            "hearing_notice",
            _("行政处罚听证通知书"),
            L[64, 1, 2],
            word="听通",
            served=True,
            compose=papers.hearing_notice,
        )
    ],
    strand=HEARING,
    repeats=True,
    told=_("通知你听证的时间、地点"),
)
# 第六十四条第二项“举行听证的七日前”：举行之日不计，倒推满七个工作日，最迟在那一天通知。
notified_before = Wait(
    L[64, 1, 2],
    "hearing_notified_on",
    L.days(7),
    says=_("应当在举行听证的七日（工作日）前通知当事人及有关人员"),
    back=True,
)
hearing = Step(
    "hearing",
    _("举行听证"),
    L[64, 1, 4],  # “由行政机关指定的非本案调查人员主持”
    presider,
    after=[notification],
    only=TOLD & OPEN,
    must=OPEN,
    dated="hearing_on",
    asks=("proxies", "hearing_minutes", "hearing_unsigned", "hearing_summary"),
    guards=[Guard(L[64, 1, 5], ~Q(proxies__gt=2), _("当事人可以亲自参加听证，也可以委托一至二人代理"))],
    waits=[notified_before],
    interim=True,
    outcomes=[Outcome("held", _("听证终结"), L[64, 1, 7], sets={"heard": True})],
    yields=[Document("hearing_record", _("听证笔录"), L[64, 1, 8], compose=papers.hearing_record)],
    not_by=(*INVESTIGATION, notice),
    strand=HEARING,
    told=_("举行听证"),
)
termination = Step(
    "hearing_end",
    _("当事人无正当理由不出席或者中途退出，终止听证"),
    L[64, 1, 6],
    presider,
    after=[notification],
    only=TOLD & OPEN & Q(hearing_on=None),
    must=NEVER,
    dated="hearing_ended_on",
    waits=[notified_before],  # 缺席、退场发生在举行听证之日
    not_by=(*INVESTIGATION, notice),
    strand=HEARING,
    told=_("听证终止"),
)
report = Step(
    "hearing_report",
    _("听证报告"),
    L[65],  # 决定“根据听证笔录”作出，报告由主持人据笔录提出
    presider,
    after=[hearing],
    only=Q(heard=True, decided_on=None),
    dated="",
    needs=("hearing_opinion",),
    yields=[Document("hearing_report", _("听证报告"), L[65], compose=papers.hearing_report)],
    not_by=(*INVESTIGATION, notice),
    strand=HEARING,
)

STEPS = (request, waiver, notification, hearing, termination, report)
LIMITS = (
    Limit(
        "hearing_request",
        _("要求听证"),
        L[64, 1, 1],
        "told_on",
        [request, waiver],
        FIVE_DAYS,
        only=TO_HEAR,
        whose="party",
        missed=_("逾期不要求听证的，行政机关可以不组织听证"),
    ),
)

# 告知后五日内当事人还可以要求听证：期间届满、已经要求或者明确放弃以前，不得作出决定。
term_to_ask = Wait(
    L[64, 1, 1],
    "told_on",
    FIVE_DAYS,
    says=_("当事人要求听证的五日（工作日）期限尚未届满"),
    unless=~TO_HEAR | ASKED | Q(hearing_waived_on__isnull=False),
)
