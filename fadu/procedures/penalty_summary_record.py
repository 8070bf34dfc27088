"""当场处罚的案件记录 ——《行政处罚法》（2021年修订）第五章第二节。"""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import MARKET_PENALTY_2022 as M
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures import penalty_execution_record, penalty_record
from fadu.procedures.penalty_execution_record import Executed
from fadu.procedures.penalty_record import KINDS, Penalty

DECIDED = Q(decided_on__isnull=False)
ONLY_FINE_OR_WARNING = Q(**dict.fromkeys([kind for kind in KINDS if kind not in {"warned", "fined"}], False))


class SummaryPenalty(Penalty, Executed):
    citizen = yes(_("当事人是公民"), L[51])
    place = text(_("违法行为地点"), L[52, 2])
    shown_on = day(_("出示执法证件日期"), L[52, 1])
    unsigned = yes(_("当事人拒绝签收，已在决定书上注明"), L[52, 1])
    over_limit = yes(_("不符合当场处罚条件，转普通程序"), L[54, 1])
    reported_on = day(_("报所属行政机关备案日期"), L[52, 3])
    archived_on = day(_("材料交机关归档日期"), M[70])

    class Meta(Record.Meta):
        verbose_name = _("当场处罚")
        verbose_name_plural = _("当场处罚")
        indexes = penalty_record.indexes("summary")
        constraints = [
            *penalty_record.forbidden("summary", DECIDED),
            *penalty_execution_record.forbidden("summary"),
            never(
                DECIDED & Q(citizen=True, fine__gt=200),
                L[51],
                "summary_citizen",
                _("对公民当场处以的罚款不得超过二百元"),
            ),
            never(
                DECIDED & Q(citizen=False, fine__gt=3000),
                L[51],
                "summary_unit",
                _("对法人或者其他组织当场处以的罚款不得超过三千元"),
            ),
            never(
                DECIDED & ~ONLY_FINE_OR_WARNING & Q(taken_over=False),
                L[51],
                "summary_kinds",
                _("当场处罚只限罚款和警告"),
            ),
            never(
                Q(served_on__gt=F("decided_on"), taken_over=False),
                L[52, 1],
                "summary_on_the_spot",
                _("当场作出的行政处罚决定书应当当场交付当事人"),
            ),
        ]
