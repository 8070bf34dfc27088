"""执行的依据: where each edition of 《行政处罚法》 rules on payment and execution, and what execution asks about."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from fadu.engine.declare import Limit, Step
from fadu.law.periods import Period
from fadu.law.statute import Cite
from fadu.law.statutes import PENALTY_2017 as OLD
from fadu.law.statutes import PENALTY_2021 as L

EXECUTION = "execution"
SERVED = Q(served_on__isnull=False)
# 变更、确认违法的决定仍有须履行的内容；撤销、确认无效的没有。
GONE = Q(revocation__in=["revoked", "void"])
OPEN = SERVED & ~GONE & Q(performed_on=None)
FINED = Q(fined=True)
MONEY = FINED | Q(forfeited_income=True)
PAID = Q(paid_on__isnull=False)


@dataclass(frozen=True)
class Provisions:
    """Where an edition of the penalty law rules on execution. ``defer`` is None where its text was not seen."""

    pay: Cite
    pay_within: Period
    collect: Cite
    hand_in: Cite
    hand_in_within: Period
    surcharge: Cite
    dispose: Cite | None
    defer: Cite | None
    perform: Cite
    contest: Cite


NOW = Provisions(
    pay=L[67, 3],
    pay_within=L.days(15, "party"),
    collect=L[69],
    hand_in=L[71],
    hand_in_within=L.days(2),
    surcharge=L[72, 1, 1],
    dispose=L[74, 1],
    defer=L[66, 2],
    perform=L[66, 1],
    contest=L[73, 1],
)
# 2017年版第四十四条（履行）、第四十五条（不停止执行）、第四十八条（边远地区）、第五十二条（延期、分期）和第五十三条
# （处理没收物）原文未见：延期、分期和处理没收物的步骤不设，其余引所见的条文。
THEN = Provisions(
    pay=OLD[46, 3],
    pay_within=OLD.days(15, "party"),
    collect=OLD[46, 2],
    hand_in=OLD[50],
    hand_in_within=OLD.days(2),
    surcharge=OLD[51, None, 1],
    dispose=None,
    defer=None,
    perform=OLD[51],
    contest=OLD[51],
)


@dataclass(frozen=True)
class Strand:
    """Steps and limits that belong together."""

    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
