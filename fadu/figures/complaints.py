"""投诉举报: disputes mediated and violations reported to market supervision; complaints about enforcement itself."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.engine.models import Record
from fadu.figures.figure import Dated, Figure
from fadu.procedures.enforcement_complaint import WRONG
from fadu.procedures.models import Complaint, EnforcementComplaint

MARKET = "《市场监督管理投诉举报处理办法》"
ENFORCEMENT = "《民营经济促进法》第五十三条"
COMPLAINT, REPORT = Q(nature="complaint"), Q(nature="report")


def _count(
    key: str,
    name: Label,
    model: type[Record],
    day: str,
    rule: Label,
    source: str,
    which: Q = Q(),  # noqa: B008
    rows: tuple[str, ...] = (),
) -> Figure:
    return Figure(
        f"complaints.{key}", name, _("件"), of=(Dated(model, day, which),), rule=rule, source=source, rows=rows
    )


FIGURES = (
    _count("received", _("收到投诉数量"), Complaint, "received_on", _("按收到日期计"), MARKET, COMPLAINT),
    _count("accepted", _("受理投诉数量"), Complaint, "accepted_on", _("按受理日期计"), MARKET),
    _count("agreed", _("投诉达成调解协议数量"), Complaint, "agreed_on", _("按达成协议日期计"), MARKET),
    _count("terminated", _("投诉终止调解数量"), Complaint, "terminated_on", _("按终止调解日期计"), MARKET),
    _count("reports", _("收到举报数量"), Complaint, "received_on", _("按收到日期计"), MARKET, REPORT),
    _count(
        "reports_filed", _("举报立案数量"), Complaint, "filing_decided_on", _("按决定立案日期计"), MARKET,
        REPORT & Q(filing="filed"),
    ),
    _count(
        "enforcement", _("收到行政执法投诉举报数量"), EnforcementComplaint, "received_on", _("按收到日期计"),
        ENFORCEMENT, rows=("S162",),
    ),
    _count(
        "enforcement_wrong", _("核实存在问题的执法投诉举报数量"), EnforcementComplaint, "looked_into_on",
        _("核实结论为违法、明显不当或者未履行职责的，按核实日期计"), ENFORCEMENT, WRONG,
    ),
    _count(
        "enforcement_corrected", _("执法机关纠正数量"), EnforcementComplaint, "corrected_on", _("按报送纠正情况日期计"),
        "《行政执法监督条例》第二十八条第二款",
    ),
)  # fmt: skip
