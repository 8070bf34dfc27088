"""信访的提出、登记、转送交办和受理的步骤 ——《信访工作条例》第三章；《信访条例》第三章、第四章。

``Articles`` names the provision of each step in one edition; a step whose article an edition lacks (None) is not one of
its steps. 党委和政府信访部门 registers and hands on; whoever has the power to decide accepts or refuses.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Guard, Outcome, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.procedures.papers import petition as papers
from fadu.procedures.papers.petition_content import served
from fadu.procedures.petition_record import FORWARDING, REFUSALS

STAFF = ("officer", "clerk", "head", "principal")
OPEN = Q(refused_on=None)


@dataclass(frozen=True)
class Articles:
    """Where one edition speaks of each step; None where it does not."""

    receipt: Cite
    registration: Cite
    urgent: Cite
    forwarding: Cite
    assigned: Cite
    handing: Cite
    objection: Cite | None
    acceptance: Cite
    pending: Cite
    finalised: Cite
    elsewhere: Cite
    suggestion: Cite
    accusation: Cite | None
    diversion: Cite | None
    duty: Cite | None
    investigation: Cite
    hearing: Cite
    settlement: Cite
    opinion: Cite
    answers: tuple[Cite, Cite, Cite]
    execution: Cite
    extension: Cite
    handling: Cite
    review: Cite
    review_again: Cite
    charge: Cite
    prompting: Cite
    adoption: Cite
    rating: Cite | None
    refusals: tuple[tuple[str, Cite], ...]
    forwardings: tuple[tuple[str, Cite], ...]


class Roles:
    """Who acts, by the articles of one edition."""

    def __init__(self, a: Articles) -> None:
        self.petitioner = Role("petitioner", _("信访人"), a.receipt, posts=STAFF, outside=True)
        self.organ = Role("organ", _("收到信访事项的机关、单位"), a.registration, posts=STAFF)
        self.head = Role("head", _("机关、单位负责人"), a.extension, posts=("head", "principal"))
        self.office = Role("office", _("党委和政府信访部门"), a.prompting, posts=STAFF, outside=True)
        self.above = Role("above", _("上一级机关、单位"), a.review, posts=STAFF, outside=True)


def _named(choices: tuple[tuple[str, Label], ...], key: str) -> Label:
    return dict(choices)[key]


def intake(a: Articles, roles: Roles) -> list[Step]:
    """From the receipt to the acceptance or its refusal."""
    receipt = Step(
        "petition_receipt",
        _("收到信访事项"),
        a.receipt,
        roles.petitioner,
        dated="received_on",
        asks=("grounds", "oral", "persons", "representatives", "visited"),
        needs=("channel", "request"),
        told=_("你的信访事项已经收到"),
    )
    registration = Step(
        "registration",
        _("登记信访事项"),
        a.registration,
        roles.organ,
        after=[receipt],
        dated="registered_on",
        asks=("office", "persons", "representatives", "visited", "repeated", "unclear", "major", "backlog"),
        needs=("kind", "field"),
        told=_("你的信访事项已经登记"),
    )
    urgent = Step(
        "urgent_report",
        _("报告重大、紧急信访事项"),
        a.urgent,
        roles.organ,
        after=[registration],
        only=Q(major=True),
        dated="reported_on",
    )
    forwarding = Step(
        "petition_forwarding",
        _("转送、交办"),
        a.forwarding,
        roles.organ,
        after=[registration],
        only=OPEN & Q(accepted_on=None),
        must=NEVER,
        dated="forwarded_on",
        needs=("forwarded_to",),
        hands_on="forwarded_to",
        clears=("handed_on", "objected_on"),
        outcomes=[
            Outcome(
                key,
                _named(FORWARDING, key),
                cites,
                sets={"forwarding": key},
                needs=("feedback_by",) if key == "assigned" else (),
            )
            for key, cites in a.forwardings
        ],
        yields=[served("forwarding_letter", _("信访事项转送（交办）函"), a.forwarding, papers.forwarding, word="信转")],
        repeats=True,
        interim=True,
        told=_("你的信访事项已经转送、交办有权处理的机关、单位"),
    )
    handing = Step(
        "handing",
        _("收到转送、交办"),
        a.handing,
        roles.organ,
        after=[forwarding],
        only=Q(forwarded_on__isnull=False),
        must=NEVER,
        dated="handed_on",
        asks=("not_ours",),
        repeats=True,
    )
    objection = (
        Step(
            "petition_objection",
            _("提出异议、交还材料"),
            a.objection,
            roles.organ,
            after=[handing],
            only=Q(handed_on__isnull=False, accepted_on=None),
            must=NEVER,
            dated="objected_on",
            needs=("objection", "not_ours"),
            repeats=True,
        )
        if a.objection
        else None
    )
    grounds = dict(a.refusals)
    barred = [
        Guard(a.pending, Q(pending=False), _("下级机关、单位已经受理或者正在办理同一事项，不予受理")),
        Guard(a.finalised, Q(finalised=False), _("已经复核，仍以同一事实和理由提出的，不再受理")),
    ]
    if "statutory" in grounds:
        barred += [
            Guard(
                grounds["statutory"], Q(statutory=False), _("应当通过诉讼、仲裁、行政复议等法定途径解决的，不予受理")
            ),
            Guard(
                grounds["congress_or_court"],
                Q(congress_or_court=False),
                _("应当向人民代表大会、人民法院、人民检察院提出"),
            ),
        ]
    acceptance = Step(
        "petition_acceptance",
        _("受理并告知"),
        a.acceptance,
        roles.organ,
        after=[registration, handing],
        only=OPEN,
        # Whoever has it and has neither refused it nor handed it on accepts it.
        must=OPEN & (Q(forwarded_on=None) | Q(handed_on__isnull=False, not_ours=False)),
        dated="accepted_on",
        asks=(
            "pending",
            "finalised",
            *(("statutory", "congress_or_court") if "statutory" in grounds else ("route",)),
        ),
        # 第二十三条 “告知信访人接收情况以及处理途径和程序”: of a claim the route is known when its reader is told.
        guards=[
            *barred,
            *([Guard(a.acceptance, ~Q(kind="claim", route=""), _("须写明处理途径"))] if a.diversion else []),
        ],
        yields=[
            served(
                "acceptance_notice", _("信访事项受理告知书"), a.acceptance, papers.acceptance, "信受", Q(unclear=False)
            )
        ],
        told=_("你的信访事项已经受理"),
    )
    refusing = Step(
        "petition_refusal",
        _("不予受理并告知"),
        a.elsewhere,
        roles.organ,
        after=[registration],
        before=[acceptance],
        only=Q(accepted_on=None),
        must=NEVER,
        dated="refused_on",
        asks=("competent", "pending", "finalised", "statutory", "congress_or_court"),
        outcomes=[
            Outcome(
                key,
                _named(REFUSALS, key),
                cites,
                sets={"refusal_ground": key},
                needs=("competent",) if key in ("elsewhere", "congress_or_court") else (),
            )
            for key, cites in a.refusals
        ],
        yields=[
            served("refusal_notice", _("信访事项不予受理告知书"), a.elsewhere, papers.refusal, "信不", Q(unclear=False))
        ],
        told=_("你的信访事项不予受理，告知书写明了应当向哪里提出"),
    )
    return [
        each for each in (receipt, registration, urgent, forwarding, handing, objection, acceptance, refusing) if each
    ]
