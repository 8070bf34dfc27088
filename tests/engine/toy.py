"""A procedure of nobody's law, over the columns of a real record: what the engine does, not what a statute says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from fadu.documents.papers import Field, Sheet
from fadu.engine.declare import (
    NEVER,
    Deliberation,
    Document,
    Ground,
    Guard,
    Limit,
    Outcome,
    Procedure,
    Publicity,
    Recusal,
    Role,
    Step,
    Term,
    Wait,
)
from fadu.law.periods import Period, Unit
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.models import OrdinaryPenalty

officers = Role("officers", "执法人员", L[42, 1], posts=("officer",), at_least=2, certified=True)
head = Role("head", "负责人", L[57, 1], posts=("head", "principal"))
reviewer = Role("reviewer", "审核人员", L[58, 1], posts=("reviewer", "officer"))


def sheet(snapshot):
    return Sheet(
        title=f"{snapshot['paper']['title']} {snapshot['paper']['number']}",
        rows=((Field("当事人", snapshot["parties"][0]["name"]),),),
    )


def rendition(snapshot):
    return {
        "number": snapshot["case"]["number"],
        "title": snapshot["case"]["title"],
        "party": "某公司",
        "rendition": {"facts": "超范围经营"},
        "cites": ["penalty-2021/48.1"],
    }


filing = Step("filing", "立案", L[54, 2], head, dated="filed_on")
inquiry = Step(
    "inquiry", "调查", L[55, 1], officers, after=[filing], dated="ended_inquiry_on", asks=["act", "grave", "market"],
    needs=["act"], guards=[Guard(L[56], ~Q(act="空"), "违法行为不能为空话")],
    yields=[Document("toy_record", "笔录", L[55, 2], word="录", compose=sheet)],
)  # fmt: skip
sampling = Step("sampling", "抽样", L[56], officers, after=[filing], must=NEVER, repeats=True)
review = Step("review", "审核", L[58, 1], reviewer, after=[inquiry], only=Q(grave=True), not_by=[inquiry])
panel = Step(
    "panel", "集体讨论", L[57, 2], head, after=[review], only=Q(grave=True), deliberation=Deliberation(L[57, 2], 2)
)
decision = Step(
    "decision", "决定", L[57, 1], head, after=[inquiry, review, panel], dated="decided_on",
    outcomes=[
        Outcome("stopped", "不予处罚", L[57, 1, 2], sets={"result": "unfounded"}),
        Outcome("referred", "移送", L[57, 1, 4], sets={"result": "referred"}),
    ],
)  # fmt: skip
late_inquiry = Step("late", "补充调查", L[54, 1], officers, after=[filing], before=[decision], must=NEVER)
service = Step("service", "送达", L[61, 1], officers, after=[decision], dated="served_on", serves="toy_record")
court = Step(
    "court", "申请执行", L[72, 1, 4], head, after=[service],
    waits=[Wait(L[67, 3], "served_on", Period(15, Unit.DAY), says="十五日缴款期未满")], must=NEVER,
)  # fmt: skip
closing = Step("closing", "结案", L[47], head, after=[decision], closes=True)

TOY = Procedure(
    "toy", "1", "试验程序", [L[54]], OrdinaryPenalty, in_force=(date(2000, 1, 1), date(2024, 12, 31)), word="试",
    steps=[filing, inquiry, sampling, review, panel, decision, late_inquiry, service, court, closing],
    limits=[
        Limit(
            "decide", "办案期限", L[60], filing, [decision], L.days(90),
            suspends=[
                Ground("expert", "鉴定", L[60], by=head),
                Ground("written", "检测", L[60], by=head, written=True),
            ],
            extends=[Ground("complex", "案情复杂", L[60], by=head, cap=L.days(30))],
        ),
        Limit("serve", "送达期限", L[61, 1], decision, [service], L.days(7)),
        Limit("hint", "公开", L[48, 1], decision, [service], L.days(5), seen=False),
    ],
    publicity=[
        Publicity("decision", L[48, 1], of=decision, within=L.days(7), render=rendition,
                  terms=[Term(L[48, 1], Period(3, Unit.YEAR))], withdrawn_cites=L[48, 2]),
    ],
    recusal=Recusal(L[43, 1], L[43, 2], L[43, 3], head),
)  # fmt: skip

decision_2 = replace(decision, after=[inquiry])
service_2 = replace(service, after=[decision_2])
closing_2 = replace(closing, after=[decision_2])

TOY_2 = Procedure(
    "toy", "2", "试验程序", [L[54]], OrdinaryPenalty, in_force=(date(2025, 1, 1), None), word="试",
    steps=[filing, inquiry, decision_2, service_2, closing_2],
    limits=[Limit("decide", "办案期限", L[60], filing, [decision_2], L.days(60))],
)  # fmt: skip
