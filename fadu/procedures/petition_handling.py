"""信访事项办理的步骤 ——《信访工作条例》第四章；《信访条例》第五章：分类办理、调查、听证、调解、处理意见。"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Guard, Outcome, Step
from fadu.procedures.papers import petition as papers
from fadu.procedures.papers.petition_content import served
from fadu.procedures.petition_intake import Articles, Roles
from fadu.procedures.petition_record import ADOPTION, ANSWERS, LED_INTO

ACCEPTED = Q(accepted_on__isnull=False)
CLAIM = ~Q(kind__in=["suggestion", "accusation"])


def handling(a: Articles, roles: Roles, intake: Sequence[Step]) -> list[Step]:
    """From the acceptance to the written answer and its execution."""
    acceptance = next(step for step in intake if step.key == "petition_acceptance")
    # 第三十一条第（六）项 “不属于以上情形的”: only then is an opinion written. The edition of 2005 knew no classes.
    opined = (ACCEPTED & Q(route="opinion", kind="claim")) if a.diversion else ACCEPTED
    suggestion = Step(
        "suggestion_reply",
        _("研究论证并回复建议意见"),
        a.suggestion,
        roles.organ,
        after=[acceptance],
        only=ACCEPTED & Q(kind="suggestion"),
        must=NEVER if a.diversion is None else None,
        dated="replied_on",
        needs=("reply",),
        outcomes=[Outcome(key, name, a.suggestion, sets={"adoption": key}) for key, name in ADOPTION],
        told=_("对你的建议意见已经作出回复"),
    )
    accusation = (
        Step(
            "accusation_handling",
            _("办理和反馈检举控告"),
            a.accusation,
            roles.organ,
            after=[acceptance],
            only=ACCEPTED & Q(kind="accusation"),
            dated="accusation_ended_on",
            asks=("disclosed",),
            needs=("accusation_result",),
            told=_("对你的检举控告已经办理"),
        )
        if a.accusation
        else None
    )
    diversion = (
        Step(
            "diversion",
            _("导入法定程序"),
            a.diversion,
            roles.organ,
            after=[acceptance],
            only=ACCEPTED & Q(kind="claim", route__in=LED_INTO),
            dated="diverted_on",
            asks=("route_due_on", "route_due_by"),
            needs=("diverted_to", "diverted_procedure"),
            guards=[
                Guard(
                    a.diversion, Q(route_due_on=None) | ~Q(route_due_by=""), _("写明该程序的期限，须写明规定期限的条款")
                )
            ],
            yields=[served("diversion_notice", _("导入法定程序告知书"), a.diversion, papers.diversion, "信导")],
            told=_("你的请求应当通过法定程序解决，已经导入该程序"),
        )
        if a.diversion
        else None
    )
    route_end = (
        Step(
            "route_end",
            _("法定程序办结"),
            diversion.cites,
            roles.organ,
            after=[diversion],
            only=Q(diverted_on__isnull=False),
            must=NEVER,
            dated="route_ended_on",
            needs=("route_result",),
        )
        if diversion
        else None
    )
    duty = (
        Step(
            "duty_performance",
            _("依法履行职责或者答复"),
            a.duty,
            roles.organ,
            after=[acceptance],
            only=ACCEPTED & Q(kind="claim", route="duty"),
            dated="route_ended_on",
            asks=("route_due_on", "route_due_by"),
            needs=("route_result",),
            told=_("已经就你申请的事项依法履行职责或者答复"),
        )
        if a.duty
        else None
    )
    investigation = Step(
        "petition_investigation",
        _("听取陈述、调查核实"),
        a.investigation,
        roles.organ,
        after=[acceptance],
        only=opined,
        must=opined & Q(settled_on=None, replied_on=None),
        dated="heard_on",
        needs=("facts_found",),
    )
    hearing = Step(
        "petition_hearing",
        _("听证"),
        a.hearing,
        roles.organ,
        after=[acceptance],
        only=opined & Q(opined_on=None),
        must=NEVER,
        dated="hearing_on",
    )
    extension = Step(
        "extension_telling",
        _("告知延期理由"),
        a.extension,
        roles.organ,
        after=[acceptance],
        only=opined & Q(opined_on=None),
        must=NEVER,
        dated="extension_told_on",
        needs=("extension_reason",),
        yields=[served("extension_notice", _("延长办理期限告知书"), a.extension, papers.extension, "信延")],
        told=_("办理期限已经延长，告知书写明了理由"),
    )
    settlement = Step(
        "petition_settlement",
        _("调解、和解达成协议"),
        a.settlement,
        roles.organ,
        after=[acceptance],
        only=ACCEPTED & CLAIM & Q(opined_on=None),
        must=NEVER,
        dated="settled_on",
        needs=("settlement",),
        yields=[served("settlement_agreement", _("调解（和解）协议书"), a.settlement, papers.settlement, "信调")],
    )
    opinion = Step(
        "petition_opinion",
        _("作出信访处理意见"),
        a.opinion,
        roles.organ,
        after=[acceptance, investigation],
        only=opined,
        must=opined & Q(settled_on=None, replied_on=None),
        dated="opined_on",
        asks=("request", "grounds"),
        needs=("facts_found", "opinion", "opinion_basis"),
        outcomes=[
            Outcome(key, name, cites, sets={"answer": key})
            for (key, name), cites in zip(ANSWERS, a.answers, strict=True)
        ],
        yields=[served("petition_opinion", _("信访事项处理意见书"), a.opinion, papers.opinion, "信处")],
        told=_("已经作出信访处理意见"),
    )
    service = Step(
        "opinion_service",
        _("信访人收到书面答复"),
        a.review,
        roles.organ,
        after=[opinion],
        only=Q(opined_on__isnull=False),
        dated="answered_on",
        serves="petition_opinion",
        told=_("处理意见书已经送达；不服的，可以在三十日内请求上一级机关、单位复查"),
    )
    execution = Step(
        "opinion_execution",
        _("督促执行处理意见"),
        a.execution,
        roles.organ,
        after=[opinion],
        only=Q(answer="supported"),
        dated="executed_on",
    )
    found = (
        suggestion, accusation, diversion, route_end, duty, investigation, hearing, extension, settlement, opinion,
        service, execution,
    )  # fmt: skip
    return [each for each in found if each]
