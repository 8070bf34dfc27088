"""行政检查和执法行动: what the journals of inspections and actions count."""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.journals.models import Action, Inspection

CHECKS = "其他行政执法行为统计表填表说明（大同市2024年公布的统计表所附）"
JOURNAL = "本平台的行政检查和执法行动台账"
STANDS = Q(struck_on=None)


def _rows(model: type[Inspection] | type[Action], which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008
    return (Dated(model, "on", STANDS & which, case="", region="organ__region", organ="organ", domain="domain"),)


INSPECTED = Figure(
    "inspections.held", _("行政检查次数"), _("次"), of=_rows(Inspection, Q(case=None)), divided=True,
    rule=_("有具体检查对象和完整记录的检查，每检查一个对象计一次；已作出行政处罚等决定的不计检查次数"), source=CHECKS,
    fields={"market": ("S142",), "culture": ("S146",), "health": ("S147",)},
)  # fmt: skip
SUBJECTS = Figure(
    "inspections.subjects", _("检查对象数量"), _("家"), of=_rows(Inspection), measure="distinct", column="subject",
    divided=True, rule=_("当年受到检查的对象，同一对象检查几次也计一家"), source=CHECKS,
    fields={"transport": ("S143",), "agriculture": ("S144",)},
)  # fmt: skip
ROUTINE = Figure(
    "inspections.routine_monthly", _("例行检查每月最少次数"), _("次/月"), of=_rows(Inspection, Q(kind="routine")),
    measure="monthly_least", column=F("on__month"), divided=True,
    rule=_("当年各月例行检查次数中最少的一月"), source=JOURNAL, fields={"culture": ("S146",)},
)  # fmt: skip
CAMPAIGNS = Figure(
    "actions.campaigns", _("集中执法次数"), _("次"), of=_rows(Action, Q(kind="campaign")), divided=True,
    rule=_("当年开展的集中执法行动"), source=JOURNAL, fields={"agriculture": ("S144",)},
)  # fmt: skip
JOINT = Figure(
    "actions.joint", _("联合执法行动次数"), _("次"), of=_rows(Action, Q(kind="joint")), divided=True, rows=("S140",),
    rule=_("当年由本行政区域单位牵头的联合执法行动"), source=JOURNAL,
)  # fmt: skip
FIGURES = (INSPECTED, SUBJECTS, ROUTINE, CAMPAIGNS, JOINT)
