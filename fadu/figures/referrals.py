"""行刑衔接和责令整改: referrals of suspected crimes and orders to rectify."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.figures.penalties import TABLE
from fadu.procedures.crime_referral_record import OUTGOING
from fadu.procedures.models import CrimeReferral, RectificationOrder

SENT = Figure(
    "referral.sent", _("涉嫌犯罪移送案件数量"), _("件"), of=(Dated(CrimeReferral, "referred_on", OUTGOING),),
    divided=True, rule=_("当年移送公安机关的涉嫌犯罪案件，按移送日期计"), source=TABLE, rows=("S140",),
)  # fmt: skip
ACCEPTED = Figure(
    "referral.accepted", _("司法机关受理案件数量"), _("件"), of=(Dated(CrimeReferral, "accepted_on", OUTGOING),),
    divided=True, rule=_("当年公安机关受理的移送案件，按受理日期计"), source=TABLE, rows=("S140",),
)  # fmt: skip
FILED = Figure(
    "referral.filed", _("公安机关立案数量"), _("件"), of=(Dated(CrimeReferral, "filed_on", OUTGOING),),
    divided=True, rule=_("当年公安机关决定立案的移送案件，按立案日期计"), rows=("S140",),
    source="《行政执法机关移送涉嫌犯罪案件的规定》第八条",
    fields={"ecology": ("S140",), "market": ("S140",)},
)  # fmt: skip
NOTICES = Figure(
    "rectification.issued", _("责令整改通知书数量"), _("份"), of=(Dated(RectificationOrder, "ordered_on"),),
    divided=True, rule=_("当年发出的责令改正、整改通知书"), source="《行政处罚法》第二十八条第一款",
    rows=("S151",),
    fields={"housing": ("S151",), "water": ("S151",)},
)  # fmt: skip
FIGURES = (SENT, ACCEPTED, FILED, NOTICES)
