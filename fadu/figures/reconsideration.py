"""行政复议: applications received, accepted, refused; cases concluded by result; how many acts did not stand.

The ministry's rules for its reconsideration statistics were not seen. A case counts in the year of its own step: as
received, as accepted, as decided; one case has one result. 纠错 counts the decisions by which the act did not stand.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.procedures.models import Reconsideration, ReconsiderationAnswer
from fadu.procedures.reconsideration_choices import CORRECTING, DECISIONS

LAW = "《行政复议法》（2023年修订）"
OWN = "本平台口径：行政复议案件统计的规定未见原文"


def _on(day: str, which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (Dated(Reconsideration, day, which),)


RECEIVED = Figure(
    "reconsideration.received", _("收到行政复议申请"), _("件"), of=_on("received_on"), divided=True, rows=("S181",),
    rule=_("当年收到的行政复议申请，按收到日期计"), source=f"{LAW}第三十条第一款",
)  # fmt: skip
ONLINE = Figure(
    "reconsideration.online", _("网上提交的行政复议申请"), _("件"), of=_on("received_on", Q(channel="online")),
    rule=_("当年通过互联网渠道提交的行政复议申请"), source=f"{LAW}第二十二条第二款", rows=("S182",),
)  # fmt: skip
ACCEPTED = Figure(
    "reconsideration.accepted", _("受理行政复议案件"), _("件"), of=_on("accepted_on"), divided=True, rows=("S181",),
    rule=_("当年受理（含视为受理）的案件，按受理日期计"), source=f"{LAW}第三十条",
)  # fmt: skip
REFUSED = Figure(
    "reconsideration.refused", _("不予受理行政复议申请"), _("件"), of=_on("refused_on"), rows=("S181",),
    rule=_("当年决定不予受理的申请"), source=f"{LAW}第三十条第二款",
)  # fmt: skip
SUMMARY = Figure(
    "reconsideration.summary", _("适用简易程序的行政复议案件"), _("件"),
    of=_on("accepted_on", Q(summary=True, converted_on=None)), rule=_("当年受理、适用简易程序且没有转为普通程序的案件"),
    source=f"{LAW}第五十三条",
)  # fmt: skip
HEARINGS = Figure(
    "reconsideration.hearings", _("举行行政复议听证"), _("件"), of=_on("hearing_on"),
    rule=_("当年举行听证的案件"), source=f"{LAW}第五十条",
)  # fmt: skip
HANDLED = Figure(
    "reconsideration.handled", _("办结行政复议申请"), _("件"), of=_on("case__closed_on"), rows=("S181",),
    rule=_("当年办结的申请，含不予受理、视为放弃和受理后审结的，按办结日期计"), source=OWN,
)  # fmt: skip
_ENDS = (
    *_on("decided_on"), *_on("dismissed_on"), *_on("mediation_signed_on"), *_on("terminated_on"),
)  # fmt: skip
CONCLUDED = Figure(
    "reconsideration.concluded", _("审结行政复议案件"), _("件"), of=_ENDS, rows=("S181",),
    rule=_("当年以决定、驳回申请、调解书或者终止审结的案件，按审结日期计"), source=OWN,
)  # fmt: skip
BY_DECISION = tuple(
    Figure(
        f"reconsideration.decision.{key}", name, _("件"), of=_on("decided_on", Q(decision=key)),
        rows=("S181",) if key in ("revoked", "unlawful") else (),
        rule=_("当年作出的行政复议决定，按决定日期计；一案一个决定"), source=f"{LAW}第六十三条至第七十一条",
    )
    for key, name in DECISIONS
)  # fmt: skip
# A report that prints 驳回 does not say whether the request or the application was dismissed: both.
REJECTED = Figure(
    "reconsideration.rejected", _("驳回行政复议申请、请求"), _("件"), rows=("S181",),
    of=(*_on("dismissed_on"), *_on("decided_on", Q(decision="request_dismissed"))),
    rule=_("当年驳回行政复议申请和驳回行政复议请求之和"), source=f"{LAW}第三十三条、第六十九条",
)  # fmt: skip
WITHDRAWN = Figure(
    "reconsideration.withdrawn", _("撤回行政复议申请"), _("件"), rows=("S181",),
    of=_on("terminated_on", Q(termination_ground="withdrawn")), source=f"{LAW}第四十一条第（一）项",
    rule=_("当年准予撤回申请而终止的案件，按终止日期计"),
)  # fmt: skip
TERMINATED = Figure(
    "reconsideration.terminated", _("终止行政复议"), _("件"), of=_on("terminated_on"), source=f"{LAW}第四十一条",
    rule=_("当年终止的案件，含撤回申请的"),
)  # fmt: skip
MEDIATED = Figure(
    "reconsideration.mediated", _("制发行政复议调解书"), _("件"), of=_on("mediation_signed_on"),
    source=f"{LAW}第七十三条第一款", rule=_("当年调解书生效的案件"),
)  # fmt: skip
CORRECTED = Figure(
    "reconsideration.corrected", _("纠错的行政复议案件"), _("件"), of=_on("decided_on", CORRECTING), source=OWN,
    rule=_("当年变更、撤销、部分撤销、确认违法、责令履行、确认无效和责令承担协议责任、给予补偿的决定"), divided=True,
)  # fmt: skip
CORRECTION_RATE = Figure(
    "reconsideration.correction_rate", _("行政复议纠错率"), "%", of=_on("decided_on", CORRECTING), measure="share",
    over=CONCLUDED, source=OWN, rule=_("当年纠错案件占当年审结案件的比例"), places=2,
)  # fmt: skip
OPINIONS = Figure(
    "reconsideration.opinions", _("制发行政复议意见书"), _("份"), of=_on("opinion_on"), source=f"{LAW}第七十六条",
    rule=_("当年制发的行政复议意见书"),
)  # fmt: skip
RESPONDED = Figure(
    "reconsideration.responded", _("作为被申请人的行政复议案件"), _("件"), rows=("S181",), divided=True,
    of=(Dated(ReconsiderationAnswer, "copy_on"),), source=f"{LAW}第四十八条",
    rule=_("当年收到申请书副本、须答复举证的案件，按收到日期计"),
)  # fmt: skip
FIGURES = (
    RESPONDED,
    RECEIVED, ONLINE, ACCEPTED, REFUSED, SUMMARY, HEARINGS, HANDLED, CONCLUDED, *BY_DECISION, REJECTED, WITHDRAWN,
    TERMINATED, MEDIATED, CORRECTED, CORRECTION_RATE, OPINIONS,
)  # fmt: skip
