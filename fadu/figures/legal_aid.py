"""法律援助: cases accepted, assigned by class, persons aided, cases ended, losses made good.

《法律援助法》第五十八条 has the agency publish how cases are handled; the columns are those the reports print. A case
counts as handled on the day somebody is assigned to it, as closed on the day its end is reported.
"""

from __future__ import annotations

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.procedures.legal_aid_record import CLASSES, RECIPIENTS
from fadu.procedures.models import LegalAid

LAW = "《法律援助法》第四十三条、第五十条、第五十八条；此前《法律援助条例》第二十一条、第二十四条"


def _assigned(which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (Dated(LegalAid, "assigned_on", which),)


ACCEPTED = Figure(
    "legal_aid.accepted", _("受理法律援助案件数量"), _("件"), rows=("S212",), source=LAW,
    of=(Dated(LegalAid, "applied_on"), Dated(LegalAid, "notified_on")),
    rule=_("当年收到的法律援助申请和指派律师的通知，按收到日期计"),
)  # fmt: skip
ONLINE = Figure(
    "legal_aid.accepted_online", _("在线受理法律援助案件数量"), _("件"), rows=("S212",), source=LAW,
    of=(Dated(LegalAid, "applied_on", Q(channel="online")),), rule=_("当年通过网上提出的法律援助申请"),
)  # fmt: skip
HANDLED = Figure(
    "legal_aid.handled", _("办理法律援助案件数量"), _("件"), of=_assigned(), rows=("S212",), source=LAW,
    rule=_("当年指派法律援助人员的案件，按指派日期计"),
)  # fmt: skip
BY_CLASS = tuple(
    Figure(
        f"legal_aid.handled.{key}", name, _("件"), of=_assigned(Q(case_class=key)), rows=("S212",), source=LAW,
        rule=_("当年指派法律援助人员的该类案件"),
    )
    for key, name in CLASSES
)  # fmt: skip
PERSONS = Figure(
    "legal_aid.recipients", _("法律援助受援人数"), _("人"), of=_assigned(), measure="total",
    column=Coalesce("recipients", 1), rows=("S212",), source=LAW,
    rule=_("当年指派的案件的受援人数之和；没有填写的计一人"),
)  # fmt: skip
DEFENCES = Figure(
    "legal_aid.defences", _("指派律师参与刑事辩护数量"), _("件"), of=_assigned(Q(form="defence")), rows=("S214",),
    source=LAW, rule=_("当年指派律师担任辩护人的刑事案件"),
)  # fmt: skip
BY_RECIPIENT = tuple(
    Figure(
        f"legal_aid.for.{key}", name, _("件"), of=_assigned(Q(recipient=key)), source=LAW,
        rule=_("当年指派的案件，按受援人类别"),
    )
    for key, name in RECIPIENTS
)  # fmt: skip
PRIORITY = Figure(
    "legal_aid.priority", _("法律援助绿色通道数量"), _("件"), of=_assigned(Q(priority=True)), rows=("S213",),
    source=LAW, rule=_("当年优先受理、优先指派的案件"),
)  # fmt: skip
CLOSED = Figure(
    "legal_aid.closed", _("法律援助结案数量"), _("件"), of=(Dated(LegalAid, "reported_on"),), rows=("S212",),
    source=LAW, rule=_("当年办理结束并提交报告的案件"),
)  # fmt: skip
RECOVERED = Figure(
    "legal_aid.recovered", _("为受援人挽回损失"), _("万元"), of=(Dated(LegalAid, "reported_on"),), measure="sum",
    column="recovered", rows=("S212",), source=LAW, rule=_("当年结案的案件为受援人挽回损失或者取得利益之和"),
)  # fmt: skip
FIGURES = (ACCEPTED, ONLINE, HANDLED, *BY_CLASS, PERSONS, DEFENCES, *BY_RECIPIENT, PRIORITY, CLOSED, RECOVERED)
