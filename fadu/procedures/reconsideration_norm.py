"""规范性文件的附带审查和恢复审理 ——《行政复议法》（2023年修订）第五十六条至第六十条；条例（2026年）第五十三条。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Limit, Step
from fadu.law.statutes import REVIEW_2023 as L
from fadu.procedures.papers import reconsideration_examination as papers
from fadu.procedures.reconsideration_examination import RUNNING, SUSPENDED, suspension
from fadu.procedures.reconsideration_roles import examiner, maker, office

NORM = Q(suspension_ground="norm")
COMPETENT = NORM & Q(norm_competent=True)
FORWARDED = NORM & Q(norm_competent=False)
norm_notice = Step(
    "norm_notice",
    _("通知制定机关书面答复"),
    L[58, 1],
    office,
    after=[suspension],
    only=COMPETENT & SUSPENDED,
    dated="norm_told_on",
    asks=("norm_reached_on",),
    strand="norm",
    yields=[
        Document(
            "norm_answer_notice",
            _("规范性文件审查答复通知书"),
            L[58, 1],
            compose=papers.norm_notice,
            word="复审",
            served=True,
        ),
    ],
)
norm_answer = Step(
    "norm_answer",
    _("制定机关书面答复"),
    L[58, 1],
    maker,
    after=[norm_notice],
    only=COMPETENT & SUSPENDED,
    must=NEVER,
    dated="norm_answered_on",
    asks=("norm_reached_on",),
    strand="norm",
)
norm_forwarding = Step(
    "norm_forwarding",
    _("转送有权处理的机关"),
    L[56],
    office,
    after=[suspension],
    only=FORWARDED & SUSPENDED,
    dated="norm_forwarded_on",
    asks=("norm_forward_reached_on",),
    strand="norm",
    yields=[
        Document(
            "norm_forwarding_letter",
            _("规范性文件转送函"),
            L[56],
            compose=papers.norm_forwarding,
            word="复转",
            served=True,
        ),
    ],
)
norm_reply = Step(
    "norm_reply",
    _("有权机关回复处理意见"),
    L[60],
    maker,
    after=[norm_forwarding],
    only=FORWARDED & SUSPENDED,
    must=NEVER,
    dated="norm_replied_on",
    asks=("norm_forward_reached_on",),
    needs=("norm_opinion",),
    strand="norm",
)
norm_conclusion = Step(
    "norm_conclusion",
    _("附带审查处理"),
    L[59],
    office,
    after=[norm_notice, norm_forwarding],
    only=NORM & SUSPENDED,
    dated="norm_concluded_on",
    needs=("norm_result", "norm_opinion"),
    strand="norm",
)
resumption = Step(
    "resumption",
    _("恢复审理"),
    L[39, 2],
    examiner,
    after=[suspension, norm_conclusion],
    only=RUNNING & SUSPENDED,
    dated="resumed_on",
    yields=[
        Document(
            "resumption_notice",
            _("行政复议恢复审理通知书"),
            L[39, 3],
            compose=papers.resumption_notice,
            word="复恢",
            served=True,
        ),
    ],
    told=_("行政复议恢复审理"),
)
STEPS = (norm_notice, norm_answer, norm_forwarding, norm_reply, norm_conclusion, resumption)
LIMITS = (
    # 条例第五十三条第二款 “自行政复议中止之日起计算”; before it 第五十八条第一款 itself counts from that day.
    Limit(
        "norm_notice",
        _("三日内通知制定机关"),
        L[58, 1],
        "suspended_on",
        [norm_notice],
        within=L.days(3),
        only=COMPETENT,
    ),
    Limit(
        "norm_answer",
        _("制定机关十日内书面答复"),
        L[58, 1],
        "norm_reached_on",
        [norm_answer],
        within=L.days(10),
        only=COMPETENT,
        whose="party",
    ),
    Limit(
        "norm_review",
        _("三十日内处理规范性文件或者依据"),
        L[56],
        "suspended_on",
        [norm_conclusion],
        within=L.days(30),
        only=COMPETENT,
    ),
    Limit(
        "norm_forwarding",
        _("七日内转送有权机关"),
        L[56],
        "suspended_on",
        [norm_forwarding],
        within=L.days(7),
        only=FORWARDED,
    ),
    Limit(
        "norm_reply",
        _("有权机关六十日内回复"),
        L[60],
        "norm_forward_reached_on",
        [norm_reply],
        within=L.days(60),
        only=FORWARDED,
        whose="party",
    ),
)
