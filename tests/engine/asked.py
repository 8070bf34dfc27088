"""A procedure of nobody's law that citizens start: what intake, portal and desk do with any such declaration."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import Limit, Outcome, Procedure, Role, Step
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.models import OrdinaryPenalty

applicant = Role("applicant", "申请人", L[45, 1], posts=("officer", "clerk"), outside=True)
officer = Role("officer", "承办人员", L[42, 1], posts=("officer",))

receipt = Step(
    "receipt", "收到申请", L[54, 2], applicant, dated="filed_on", asks=["act", "grave", "market"], needs=["act"],
    told="你的申请已经收到",
)  # fmt: skip
inside = Step("inside", "内部审核", L[58, 1], officer, after=[receipt])
answer = Step(
    "answer", "答复", L[57, 1], officer, after=[receipt], closes=True, told="机关已经答复你",
    outcomes=[Outcome("granted", "同意", L[57, 1, 1]), Outcome("refused", "不同意", L[57, 1, 2])],
)  # fmt: skip

ASKED = Procedure(
    "asked", "1", "试验申请", [L[54]], OrdinaryPenalty, in_force=(date(2000, 1, 1), None), word="申",
    steps=[receipt, inside, answer],
    limits=[
        Limit("answer", "答复期限", L[60], receipt, [answer], L.days(20), missed="可以向上一级机关投诉"),
    ],
    application=Application(
        "试验申请书", L[54, 1], "receipt", group="试验", says="任何人都可以试。", to=Q(domain="market"),
        title=lambda facts: f"试验：{facts.get('act', '')}",
        items=[
            Item("name", L[45, 1], of_applicant=True),
            Item("phone", L[45, 1], of_applicant=True, required=False),
            Item("id_number", L[45, 1], of_applicant=True, required=False),
            Item("act", L[54, 1], hint="一两句话"),
            Item("market", L[54, 1], required=False),
            Item("grave", L[54, 1], required=False, only=Q(market=True)),
        ],
        enclosures=[Enclosure("proof", "证明材料", L[46, 1])],
    ),
)  # fmt: skip
