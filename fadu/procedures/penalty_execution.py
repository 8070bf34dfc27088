"""行政处罚的执行 ——《行政处罚法》（2021年修订）第六章。

One strand for four procedures (简易 and 普通, 2017 and 2021): what differs between the editions stands in
``penalty_provisions``; paying in ``penalty_payment``; demand and the court, by 《行政强制法》, in ``penalty_court``.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Guard, Step
from fadu.law.statute import Cite
from fadu.procedures.penalty_court import enforcement
from fadu.procedures.penalty_payment import payments, surcharge
from fadu.procedures.penalty_provisions import EXECUTION, MONEY, NOW, OPEN, PAID, SERVED, THEN, Provisions, Strand
from fadu.procedures.penalty_roles import handler, payer

__all__ = ["NOW", "THEN", "execution", "surcharge"]


def execution(by: Provisions, served: Step, collect: Cite, grounds: Sequence[Guard]) -> Strand:
    """执行: begins when ``served`` was taken.

    ``collect`` and ``grounds`` are the procedure's own rule on collecting on the spot (第六十八条、第六十九条).
    """
    paying = payments(by, served, collect, grounds)
    handing_in, banking = (step for step in paying.steps if step.key in {"handing_in", "banking"})
    contest = Step(
        "contest",
        _("当事人申请行政复议或者提起行政诉讼"),
        by.contest,  # 不停止执行；只有加处罚款停止计算（第七十三条第三款）
        payer,
        after=[served],
        only=SERVED,
        must=NEVER,
        dated="contested_on",
        clears=("remedies_over_on",),
        asks=("sued",),
        repeats=True,
        strand=EXECUTION,
        told=_("你申请行政复议或者提起行政诉讼"),
    )
    contest_over = Step(
        "contest_over",
        _("行政复议或者行政诉讼结束"),
        by.contest,
        handler,
        after=[contest],
        only=Q(contested_on__isnull=False),
        must=NEVER,
        dated="contest_over_on",
        clears=("remedies_over_on",),
        asks=("reconsidered_on",),
        repeats=True,
        strand=EXECUTION,
        told=_("行政复议或者行政诉讼结束"),
    )
    performance = Step(
        "performance",
        _("处罚决定履行完毕"),
        by.perform,
        handler,
        after=[served, handing_in, banking],
        only=OPEN,
        must=NEVER,
        dated="performed_on",
        guards=[
            Guard(
                by.pay,
                ~MONEY | PAID | Q(collected_on__isnull=False, forfeited_income=False),
                _("罚没款尚未缴清"),
            )
        ],
        strand=EXECUTION,
        told=_("处罚决定履行完毕"),
    )
    court = enforcement(by, served, performance)
    return Strand((*paying.steps, contest, contest_over, performance, *court.steps), (*paying.limits, *court.limits))
