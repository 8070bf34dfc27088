"""工单的办理期限: data of each place, read from the table of rules.

A row of ``fadu/law/rules.csv`` with the procedure ``hotline_ticket``, a region and a step named below is a limit in
that region and nowhere else. A county whose own text is not in the table has no limit from here: the national text
(国办发〔2020〕53号) was not seen, and gives no number of days as far as the table knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Ground, Limit, Role, Step
from fadu.engine.labels import Label
from fadu.law.rules import RULES, Mode, Rule
from fadu.law.statute import Cite
from fadu.law.statutes import ANYANG_SERVICES_2021 as AY
from fadu.law.statutes import TANGSHAN_HOTLINE_2025 as TS

PROCEDURE = "hotline_ticket"
ORDINARY = Q(set_by=None, statutory_due_on=None)
CONSULTED = Q(kind="consultation")


@dataclass(frozen=True)
class Kind:
    """What a step named in the table limits: from which column, until which step, in which orders."""

    key: str
    name: Label
    start: str
    end: str
    only: Q


# “对交办时另有具体时限要求的服务工单，按照时限要求”; “法律、法规、规章另有规定的，依照其规定”.
KINDS: Mapping[str, Kind] = {
    "派单": Kind("dispatch", _("派发工单"), "accepted_at", "dispatch", Q(answered_at_once=False, refused_on=None)),
    "签收": Kind("signing", _("签收工单"), "dispatched_at", "signing", Q()),
    "退单": Kind("order_return", _("申请退单"), "dispatched_at", "order_return", Q(not_ours=True, complicated=False)),
    "咨询办结": Kind("order_reply", _("工单办结答复"), "dispatched_at", "order_reply", ORDINARY & CONSULTED),
    "非咨询办结": Kind("order_reply", _("工单办结答复"), "dispatched_at", "order_reply", ORDINARY & ~CONSULTED),
    "办结": Kind("order_reply", _("工单办结答复"), "dispatched_at", "order_reply", ORDINARY),
}


def limits(steps: Mapping[str, Step], head: Role, hotline: Role, whole: Cite) -> list[Limit]:
    """The local limits of the table, and the two that an order itself carries: a day set, and a statutory period."""
    end = [steps["order_reply"]]
    own = [
        Limit("order_set", _("交办时要求的期限"), whole, "dispatched_at", end, None, day="set_by"),
        Limit("order_statutory", _("法定期限（优先）"), whole, "received_on", end, None, day="statutory_due_on"),
    ]
    return [*own, *_unlisted(steps)] + [
        _limit(rule, kind, steps, head, hotline)
        for rule in RULES.values()
        if rule.procedure == PROCEDURE and rule.region and rule.number and rule.mode is Mode.WITHIN
        if (kind := KINDS.get(_base(rule)))
    ]


def _unlisted(steps: Mapping[str, Step]) -> list[Limit]:
    """Two periods of the local texts that the table of rules does not list, both for the return of an order."""
    kind = KINDS["退单"]
    end = [steps["order_return"]]
    return [
        # “复杂、疑难事项可以延长至三个工作日”
        Limit(
            kind.key, kind.name, TS[23, 3], kind.start, end, TS.working_days(3),
            only=Q(not_ours=True, complicated=True), regions=("1302",),
        ),
        # “不属于本单位职责范围的，应当在24小时内退回”
        Limit(
            kind.key, kind.name, AY[50, 2], kind.start, end, AY.hours(24), only=Q(not_ours=True), regions=("4105",)
        ),
    ]  # fmt: skip


def _base(rule: Rule) -> str:
    return rule.step.partition("（")[0]


def _limit(rule: Rule, kind: Kind, steps: Mapping[str, Step], head: Role, hotline: Role) -> Limit:
    if rule.cite is None:
        raise ValueError(f"{rule.id}: a local limit needs its provision")
    reply = kind.key == "order_reply"
    # 安阳第五十条 “经本单位负责人批准，可以延期五个工作日”; 唐山第二十四条第二款 “经……审核同意后方可延期”, no number.
    longer = [
        Ground(
            "complex", _("情况复杂"), more.cite, by=head if more.number else hotline,
            cap=more.period if more.number else None, times=1 if more.number else 0,
        )
        for more in RULES.values()
        if reply and more.procedure == PROCEDURE and more.region == rule.region and _base(more) == "延期" and more.cite
    ]  # fmt: skip
    return Limit(
        kind.key,
        kind.name,
        rule.cite,
        kind.start,
        [steps[kind.end], *([steps["order_return"]] if kind.key == "signing" or reply else [])],
        rule.period,
        only=kind.only,
        extends=longer,
        regions=(rule.region,),
    )
