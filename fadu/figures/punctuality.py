"""按期与补录: acts entered later than they happened, and periods of organs that ran out before they were met."""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.models import Deadline, Taken
from fadu.figures.figure import Dated, Figure

LATE = Figure(
    "acts.late", _("补录步骤数量"), _("步"), of=(Dated(Taken, "on", Q(late=True)),), divided=True,
    rule=_("录入日期晚于发生日期的步骤，按发生日期计"), source="本平台的办理记录",
)  # fmt: skip
# An open period that has run out is on the board of the day; a figure of a year counts what is settled.
OVERDUE = Figure(
    "limits.overdue", _("逾期办理数量"), _("项"),
    of=(Dated(Deadline, "due_on", Q(whose="organ", seen=True, met_on__gt=F("due_on"))),), divided=True,
    rule=_("行政机关的期限在届满之后才办理的，按届满日计；原文未见的期限不计"), source="本平台的期限记录",
)  # fmt: skip
FIGURES = (LATE, OVERDUE)
