"""行政应诉、司法建议、检察建议、府院联动: suits against organs, lost, performed, with the head in court; suggestions.

败诉率 is printed in two ways that are not the same number: of the cases concluded, and of the cases received. Both are
kept, each under its own name.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.figures.figure import Dated, Figure
from fadu.journals.models import JointSession, ListedMatter
from fadu.procedures.litigation_record import HEADS, LOST
from fadu.procedures.models import LitigationResponse, Suggestion
from fadu.procedures.suggestion_record import JUDICIAL, PROCURATORIAL

LAW = "《行政诉讼法》"
APPEARANCE = "最高人民法院关于行政机关负责人出庭应诉若干问题的规定"
OWN = "本平台口径：行政应诉统计的规定未见原文"
JOURNAL = "本平台的府院联动台账"
COURTS = Q(kind__in=[key for key, _name in JUDICIAL])
PROSECUTORS = Q(kind__in=[key for key, _name in PROCURATORIAL])
DUTY = ~Q(duty="")


def _on(day: str, which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008 - a Q is never changed in place
    return (Dated(LitigationResponse, day, which),)


def _suggested(day: str, which: Q) -> tuple[Dated, ...]:
    return (Dated(Suggestion, day, which),)


RECEIVED = Figure(
    "litigation.received", _("收到行政诉讼案件"), _("件"), of=_on("complaint_on"), divided=True, rows=("S183",),
    rule=_("当年收到起诉状副本的一审案件（含共同被告），按收到日期计"), source=f"{LAW}第六十七条第一款",
)  # fmt: skip
ANSWERED = Figure(
    "litigation.answered", _("提交答辩状的行政诉讼案件"), _("件"), of=_on("answered_on"),
    rule=_("当年提交答辩状、证据和规范性文件的案件"), source=f"{LAW}第六十七条第一款",
)  # fmt: skip
CONCLUDED = Figure(
    "litigation.concluded", _("行政诉讼案件结案"), _("件"), of=_on("effective_on"), divided=True, rows=("S183",),
    rule=_("当年裁判生效的案件，按生效日期计"), source=OWN,
)  # fmt: skip
LOSSES = Figure(
    "litigation.lost", _("行政诉讼败诉案件"), _("件"), of=_on("effective_on", LOST), divided=True, rows=("S185",),
    rule=_("当年生效、判决撤销、部分撤销、履行、给付、确认违法、确认无效、变更或者承担协议责任的案件"), source=OWN,
)  # fmt: skip
LOSS_RATE = Figure(
    "litigation.loss_rate", _("行政诉讼败诉率（按结案）"), "%", of=_on("effective_on", LOST), measure="share",
    over=CONCLUDED, places=2, rows=("S185",), rule=_("当年败诉案件占当年结案案件的比例"), source=OWN,
)  # fmt: skip
LOSS_RATE_RECEIVED = Figure(
    "litigation.loss_rate_received", _("行政诉讼败诉率（按收案）"), "%", of=_on("effective_on", LOST), measure="share",
    over=RECEIVED, places=0, rows=("S185",), rule=_("当年败诉案件占当年收到案件的比例，只保留整数"), source=OWN,
)  # fmt: skip
LOSS_RATE_CHANGE = Figure(
    "litigation.loss_rate_received_change", _("行政诉讼败诉率（按收案）比上年"), _("个百分点"),
    of=_on("effective_on", LOST), measure="points", over=LOSS_RATE_RECEIVED, rows=("S185",),
    rule=_("当年按收案计算的败诉率减去上年的；上年的数以固定的为准"), source=OWN,
)  # fmt: skip
HEARD = Figure(
    "litigation.heard", _("开庭的行政诉讼案件"), _("件"), of=_on("hearing_on"),
    rule=_("当年一审开庭的案件，按最后一次开庭日期计"), source=f"{LAW}第三条第三款",
)  # fmt: skip
ATTENDED = Figure(
    "litigation.head_attended", _("负责人出庭应诉案件"), _("件"), of=_on("hearing_on", Q(attended__in=HEADS)),
    rule=_("当年一审由正职、副职或者其他参与分管的负责人出庭的案件"), source=f"《{APPEARANCE}》第二条第一款",
)  # fmt: skip
ATTENDANCE = Figure(
    "litigation.head_attendance", _("行政机关负责人出庭应诉率"), "%", of=_on("hearing_on", Q(attended__in=HEADS)),
    measure="share", over=HEARD, rows=("S184",), rule=_("当年负责人出庭应诉案件占当年开庭案件的比例"), source=OWN,
)  # fmt: skip
TO_PERFORM = Figure(
    "litigation.to_perform", _("应当履行的生效裁判"), _("件"), of=_on("effective_on", DUTY),
    rule=_("当年生效、确定本机关履行义务的裁判"), source=f"{LAW}第九十四条",
)  # fmt: skip
PERFORMED = Figure(
    "litigation.performed", _("履行生效裁判"), _("件"), of=_on("performed_on", DUTY), rows=("S186",),
    rule=_("当年履行完毕的生效裁判，按履行日期计"), source=f"{LAW}第九十四条",
)  # fmt: skip
PERFORMANCE = Figure(
    "litigation.performance_rate", _("生效裁判履行率"), "%", of=_on("performed_on", DUTY), measure="share",
    over=TO_PERFORM, rows=("S186",), rule=_("当年履行的生效裁判占当年应当履行的生效裁判的比例"), source=OWN,
)  # fmt: skip
JUDICIAL_RECEIVED = Figure(
    "suggestions.judicial", _("收到司法建议"), _("件"), of=_suggested("received_on", COURTS), rows=("S158",),
    rule=_("当年收到的司法建议，按收到日期计"), source="法释〔2023〕11号第六条",
)  # fmt: skip
JUDICIAL_REPLIED = Figure(
    "suggestions.judicial_replied", _("答复司法建议"), _("件"), of=_suggested("replied_on", COURTS), rows=("S158",),
    rule=_("当年书面答复的司法建议"), source="法释〔2023〕11号第八条第一款",
)  # fmt: skip
PROSECUTED = Figure(
    "suggestions.procuratorial", _("收到检察建议"), _("件"), of=_suggested("received_on", PROSECUTORS), rows=("S157",),
    rule=_("当年收到的检察建议，按收到日期计"), source="人民检察院检察建议工作规定第十八条",
)  # fmt: skip
REPLIED = Figure(
    "suggestions.procuratorial_replied", _("答复检察建议"), _("件"), of=_suggested("replied_on", PROSECUTORS),
    rows=("S157",), rule=_("当年书面回复的检察建议"), source="人民检察院检察建议工作规定第十九条",
)  # fmt: skip
REPLY_RATE = Figure(
    "suggestions.procuratorial_reply_rate", _("检察建议办复率"), "%", of=_suggested("replied_on", PROSECUTORS),
    measure="share", over=PROSECUTED, rows=("S157",), source=OWN,
    rule=_("当年回复的检察建议占当年收到的检察建议的比例"),
)  # fmt: skip
SESSIONS = Figure(
    "joint_sessions.held", _("召开府院联席会议"), _("次"), rows=("S187",), source=JOURNAL,
    of=(Dated(JointSession, "on", Q(struck_on=None), case="", region="organ__region", organ="organ",
              domain="organ__domain"),),
    rule=_("当年召开的府院联席会议"),
)  # fmt: skip
SETTLED = Figure(
    "listed_matters.settled", _("联席会议清单事项解决到位"), _("项"), rows=("S187",), source=JOURNAL,
    of=(Dated(ListedMatter, "settled_on", Q(struck_on=None), case="", region="organ__region", organ="organ",
              domain="organ__domain"),),
    rule=_("当年解决到位的清单事项，按解决日期计"),
)  # fmt: skip
FIGURES = (
    RECEIVED, ANSWERED, CONCLUDED, LOSSES, LOSS_RATE, LOSS_RATE_RECEIVED, LOSS_RATE_CHANGE, HEARD, ATTENDED, ATTENDANCE,
    TO_PERFORM, PERFORMED, PERFORMANCE, JUDICIAL_RECEIVED, JUDICIAL_REPLIED, PROSECUTED, REPLIED, REPLY_RATE, SESSIONS,
    SETTLED,
)  # fmt: skip
