"""征求意见: of the third party whose rights the disclosure would harm, and of the organ that made the information too.

《政府信息公开条例》（2019年）第三十二条、第三十四条。A third party's silence is no consent; another organ's is.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Outcome, Step, Wait
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.procedures.disclosure_application import RECEIVED, UNANSWERED, registration
from fadu.procedures.disclosure_roles import other_organ, third, unit
from fadu.procedures.papers import disclosure as papers

third_inquiry = Step(
    "third_inquiry",
    _("书面征求第三方意见"),
    L[32],
    unit,
    after=[registration],
    only=RECEIVED & Q(affects_third=True) & UNANSWERED,
    dated="third_asked_on",
    yields=[
        Document(
            "third_inquiry", _("征求第三方意见书"), L[32], compose=papers.third_inquiry, word="公开征", served=True
        )
    ],
    told=_("机关征求第三方意见，所需时间不计入答复期限"),
)
third_receipt = Step(
    "third_receipt",
    _("第三方收到征求意见书"),
    L[32],
    unit,
    after=[third_inquiry],
    only=Q(third_asked_on__isnull=False, third_answered_on=None),
    dated="third_reached_on",
)
third_opinion = Step(
    "third_opinion",
    _("第三方提出意见"),
    L[32],
    third,
    after=[third_receipt],
    only=Q(third_reached_on__isnull=False, third_answered_on=None) & UNANSWERED,
    must=NEVER,
    dated="third_answered_on",
    interim=True,
    outcomes=[
        Outcome("agreed", _("同意公开"), L[32], sets={"third_opinion": "agreed"}),
        Outcome("objected", _("不同意公开"), L[32], sets={"third_opinion": "objected"}, asks=("third_reason",)),
    ],
)
third_silence = Step(
    "third_silence",
    _("第三方逾期未提出意见"),
    L[32],
    unit,
    after=[third_receipt],
    only=Q(third_reached_on__isnull=False, third_answered_on=None) & UNANSWERED,
    must=NEVER,
    dated="third_answered_on",
    interim=True,
    # “逾期未提出意见的，由行政机关依照本条例的规定决定是否公开”: silence is no consent.
    outcomes=[Outcome("silent", _("由本机关决定是否公开"), L[32], sets={"third_opinion": "silent"})],
    waits=(Wait(L[32], "third_reached_on", L.working_days(15), says=_("第三方提出意见的十五个工作日未满")),),
)
organ_inquiry = Step(
    "organ_inquiry",
    _("征求共同制作机关意见"),
    L[34],
    unit,
    after=[registration],
    only=RECEIVED & Q(made_jointly=True) & UNANSWERED,
    must=NEVER,  # “可以征求”
    dated="organ_asked_on",
    needs=("organ_asked",),
    yields=[
        Document("organ_inquiry", _("征求意见书"), L[34], compose=papers.organ_inquiry, word="公开征", served=True)
    ],
    told=_("机关征求共同制作机关的意见，所需时间不计入答复期限"),
)
organ_receipt = Step(
    "organ_receipt",
    _("共同制作机关收到征求意见书"),
    L[34],
    unit,
    after=[organ_inquiry],
    only=Q(organ_asked_on__isnull=False, organ_answered_on=None),
    dated="organ_reached_on",
)
organ_opinion = Step(
    "organ_opinion",
    _("共同制作机关提出意见"),
    L[34],
    other_organ,
    after=[organ_receipt],
    only=Q(organ_reached_on__isnull=False, organ_answered_on=None) & UNANSWERED,
    must=NEVER,
    dated="organ_answered_on",
    interim=True,
    outcomes=[
        Outcome("agreed", _("同意公开"), L[34], sets={"organ_opinion": "agreed"}),
        Outcome("objected", _("不同意公开"), L[34], sets={"organ_opinion": "objected"}),
    ],
)
organ_silence = Step(
    "organ_silence",
    _("共同制作机关逾期未提出意见"),
    L[34],
    unit,
    after=[organ_receipt],
    only=Q(organ_reached_on__isnull=False, organ_answered_on=None) & UNANSWERED,
    must=NEVER,
    dated="organ_answered_on",
    interim=True,
    # “逾期未提出意见的视为同意公开”: here silence is consent, unlike the third party's.
    outcomes=[Outcome("silent", _("视为同意公开"), L[34], sets={"organ_opinion": "silent"})],
    waits=(Wait(L[34], "organ_reached_on", L.working_days(15), says=_("被征求机关提出意见的十五个工作日未满")),),
)
