"""依申请公开 ——《政府信息公开条例》（2019年）第四章，第二十七条至第四十五条。

第三十三条、第三十二条、第三十四条、第三十条的期限都写明“工作日”。信息处理费的办法（第四十二条第二款）未见原文：
缴费期限以收费通知载明的日期为准。
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Ground, Guard, Limit, Outcome, Procedure, Step
from fadu.engine.labels import Label
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.procedures.disclosure_answers import OUTCOMES
from fadu.procedures.disclosure_application import (
    APPLICATION,
    RECEIVED,
    UNANSWERED,
    correction,
    correction_notice,
    registration,
    request,
)
from fadu.procedures.disclosure_opinions import (
    organ_inquiry,
    organ_opinion,
    organ_receipt,
    organ_silence,
    third_inquiry,
    third_opinion,
    third_receipt,
    third_silence,
)
from fadu.procedures.disclosure_record import GIVEN, DisclosureRequest
from fadu.procedures.disclosure_roles import applicant, unit, unit_head
from fadu.procedures.papers import disclosure as papers

extension_notice = Step(
    "extension_notice",
    _("告知延长答复期限"),
    L[33, 2],
    unit,
    after=[registration],
    only=RECEIVED & UNANSWERED,
    must=NEVER,
    dated="extension_told_on",
    needs=("extension_reason",),
    yields=[
        Document(
            "extension_notice",
            _("延期答复告知书"),
            L[33, 2],
            compose=papers.extension_notice,
            word="公开延",
            served=True,
        )
    ],
    told=_("机关告诉你延长答复期限"),
)
reasons_request = Step(
    "reasons_request",
    _("要求申请人说明理由"),
    L[35],
    unit,
    after=[registration],
    only=RECEIVED & Q(excessive=True) & UNANSWERED,
    must=NEVER,
    dated="reasons_asked_on",
    told=_("你申请的数量、频次明显超过合理范围，机关请你说明理由"),
)
reasons_review = Step(
    "reasons_review",
    _("审查申请人说明的理由"),
    L[35],
    unit,
    after=[reasons_request],
    only=Q(reasons_asked_on__isnull=False) & UNANSWERED,
    must=NEVER,
    asks=("reasons_given",),
    interim=True,
    outcomes=[
        Outcome("reasonable", _("理由合理"), L[35], sets={"reasonable": True}, asks=("delayed_until",)),
        Outcome("unreasonable", _("理由不合理"), L[35], sets={"reasonable": False}),
    ],
)
fee_notice = Step(
    "fee_notice",
    _("通知缴纳信息处理费"),
    L[42, 1],
    unit,
    after=[registration],
    only=RECEIVED & Q(excessive=True) & UNANSWERED,
    must=NEVER,
    dated="fee_told_on",
    needs=("fee", "pay_by"),
    yields=[
        Document("fee_notice", _("信息处理费缴费通知"), L[42, 1], compose=papers.fee_notice, word="公开费", served=True)
    ],
    told=_("机关通知你缴纳信息处理费"),
)
payment = Step(
    "payment",
    _("申请人缴费"),
    L[42, 1],
    applicant,
    after=[fee_notice],
    only=Q(fee_told_on__isnull=False) & UNANSWERED,
    must=NEVER,
    dated="paid_on",
    told=_("你缴纳信息处理费"),
)
answer = Step(
    "answer",
    _("答复"),
    L[36],
    unit,
    after=[registration, correction_notice, third_inquiry, third_receipt],
    only=RECEIVED & UNANSWERED,
    must=RECEIVED,
    dated="answered_on",
    asks=("content", "reason", "basis", "on_the_spot", "third_reasonable", "public_interest", "excused"),
    outcomes=OUTCOMES,
    guards=(
        Guard(
            L[32],
            Q(third_asked_on=None) | Q(third_answered_on__isnull=False),
            _("第三方的意见尚未提出，提出意见的期限也未届满"),
        ),
    ),
    yields=[Document("answer", _("政府信息公开申请答复书"), L[36], compose=papers.answer, word="公开答", served=True)],
    told=_("机关作出答复"),
)
third_notice = Step(
    "third_notice",
    _("将公开的内容和理由书面告知第三方"),
    L[32],
    unit,
    after=[answer],
    only=Q(result__in=GIVEN, third_opinion="objected") & ~Q(public_interest=""),
    dated="third_told_on",
    yields=[
        Document("third_notice", _("告知第三方书"), L[32], compose=papers.third_notice, word="公开告", served=True)
    ],
)
delivery = Step(
    "delivery",
    _("答复送达申请人"),
    L[33, 2],
    unit,
    after=[answer],
    only=Q(answered_on__isnull=False),
    dated="delivered_on",
    serves="answer",
    told=_("答复送到你手里"),
)
disclosure_to_all = Step(
    "disclosure_to_all",
    _("转为主动公开"),
    L[44],
    unit,
    after=[answer],
    only=Q(result__in=GIVEN),
    must=NEVER,
    dated="made_public_on",
    told=_("你申请的信息已向社会主动公开"),
)
closing = Step(
    "closing",
    _("办结归档"),
    L[45],
    unit,
    after=[answer, delivery, third_notice],
    only=Q(answered_on__isnull=False),
    closes=True,
    told=_("办结"),
)

_LEFT_OUT = (
    Ground(
        "third_party",
        _("征求第三方意见"),
        L[33, 3],
        by=unit,
        times=0,
        since="third_asked_on",
        until="third_answered_on",
    ),
    Ground(
        "other_organ",
        _("征求其他机关意见"),
        L[33, 3],
        by=unit,
        times=0,
        since="organ_asked_on",
        until="organ_answered_on",
    ),
)
# “应当经政府信息公开工作机构负责人同意并告知申请人”: untold, the first twenty working days stand (written=True).
_LONGER = (Ground("longer", _("需要延长答复期限"), L[33, 2], by=unit_head, cap=L.working_days(20), written=True),)
_LATE = _(
    "可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以申请行政复议或者提起行政诉讼（第五十一条）"
)


def _answer_limit(key: str, name: Label, start: str, only: Q) -> Limit:
    """Twenty working days to the answer, from the day of receipt or of the corrected application (第三十条)."""
    return Limit(
        key,
        name,
        L[33, 2],
        start,
        [answer],
        within=L.working_days(20),
        only=only,
        missed=_LATE,
        suspends=_LEFT_OUT,
        extends=_LONGER,
    )


DISCLOSURE = Procedure(
    "disclosure",
    "2019",
    _("依申请公开"),
    L[27:45],
    DisclosureRequest,
    in_force=(date(2019, 5, 15), None),
    application=APPLICATION,
    steps=[
        request,
        registration,
        correction_notice,
        correction,
        third_inquiry,
        third_receipt,
        third_opinion,
        third_silence,
        organ_inquiry,
        organ_receipt,
        organ_opinion,
        organ_silence,
        extension_notice,
        reasons_request,
        reasons_review,
        fee_notice,
        payment,
        answer,
        third_notice,
        delivery,
        disclosure_to_all,
        closing,
    ],
    limits=[
        # 第三十一条第（二）项 “应当于收到申请的当日与申请人确认”: the day is the day of arrival itself.
        Limit(
            "confirmation",
            _("当日与申请人确认"),
            L[31, None, 2],
            "arrived_on",
            [registration],
            within=None,
            day="arrived_on",
            only=Q(channel="letter"),
            missed=_("平常信函没有在收到当日与申请人确认"),
        ),
        Limit(
            "correction_notice",
            _("告知补正"),
            L[30],
            "received_on",
            [correction_notice],
            within=L.working_days(7),
            only=Q(ambiguous=True),
            missed=_("没有在七个工作日内一次性告知补正"),
        ),
        Limit(
            "correction",
            _("补正期限"),
            L[30],
            "correction_told_on",
            [correction],
            within=None,
            day="correct_by",
            whose="party",
            missed=_("无正当理由逾期不补正的，视为放弃申请，机关不再处理"),
        ),
        _answer_limit("answer", _("答复"), "received_on", Q(correction_told_on=None, delayed_until=None)),
        _answer_limit("answer_after_correction", _("补正后的答复"), "corrected_on", Q(delayed_until=None)),
        Limit(
            "answer_delayed",
            _("延迟答复的合理期限"),
            L[35],
            "reasons_asked_on",
            [answer],
            within=None,
            day="delayed_until",
            missed=_LATE,
        ),
        Limit(
            "third_opinion",
            _("第三方提出意见"),
            L[32],
            "third_reached_on",
            [third_opinion, third_silence],
            within=L.working_days(15),
            whose="party",
            missed=_("逾期未提出意见的，由行政机关决定是否公开"),
        ),
        Limit(
            "organ_opinion",
            _("共同制作机关提出意见"),
            L[34],
            "organ_reached_on",
            [organ_opinion, organ_silence],
            within=L.working_days(15),
            whose="party",
            missed=_("逾期未提出意见的，视为同意公开"),
        ),
        Limit(
            "payment",
            _("缴费期限"),
            L[42, 1],
            "fee_told_on",
            [payment],
            within=None,
            day="pay_by",
            whose="party",
            missed=_("逾期不缴费的，机关不再处理该申请"),
        ),
    ],
    unused={
        28: "建立申请渠道是机关的组织义务，不是个案中的步骤",
        40: "提供的具体形式在答复内容中写明，没有独立的步骤",
        41: "要求更正与自身相关的记录是另一种请求，不产生对公开申请的答复",
    },
    word="公开申",
)
