"""信访: petitions received, accepted and closed, by channel, level, field and way; review and backlog.

接收 is counted by the day of receipt, 受理 by the day of acceptance, 办结 by the day of conclusion: the year of each is
its own. A matter handed from the office to an organ is one case and counts once.
"""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.engine.models import Deadline
from fadu.figures.figure import Dated, Figure
from fadu.procedures.models import Petition, PetitionReview
from fadu.procedures.petition_record import LED_INTO

REPORT = "《信访工作条例》第四十一条第一款第（一）项：信访事项的数据统计"
WORK = "《信访工作条例》第四十一条第一款第（二）项"
ONLINE = Q(channel="online")


def _petitions(day: str, which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008
    return (Dated(Petition, day, which),)


def _count(
    key: str, name: Label, day: str, rule: Label, which: Q = Q(), *, rows: tuple[str, ...] = (), source: str = REPORT  # noqa: B008
) -> Figure:  # fmt: skip
    return Figure(f"petitions.{key}", name, _("件"), of=_petitions(day, which), rule=rule, source=source, rows=rows)


RECEIVED = _count("received", _("收到信访事项数量"), "received_on", _("按收到日期计，不论是否受理"), rows=("S201",))
ACCEPTED = _count("accepted", _("受理信访事项数量"), "accepted_on", _("按受理日期计"), rows=("S201",))
CLOSED = _count("closed", _("办结信访事项数量"), "concluded_on", _("按办结日期计，不论何时受理"), rows=("S201",))
ACCEPTED_ONLINE = _count(
    "accepted_online", _("网上受理信访事项数量"), "accepted_on", _("以信息网络形式提出的，按受理日期计"), ONLINE,
    rows=("S202",),
)  # fmt: skip
CLOSED_ONLINE = _count(
    "closed_online", _("网上信访事项办结数量"), "concluded_on", _("以信息网络形式提出的，按办结日期计"), ONLINE,
    rows=("S202",),
)  # fmt: skip
CLOSED_SHARE = Figure(
    "petitions.closed_share", _("信访事项办结率"), "%", measure="share", over=ACCEPTED, source=REPORT,
    of=_petitions("accepted_on", Q(concluded_on__isnull=False)),
    rule=_("当年受理的信访事项中已经办结的比例"),
)  # fmt: skip

_LEVELS = (
    ("county", _("来县走访批次"), _("来县走访批次同比变化")),
    ("city", _("到市走访批次"), _("到市走访批次同比变化")),
    ("province", _("赴省走访批次"), _("赴省走访批次同比变化")),
    ("capital", _("进京走访批次"), _("进京走访批次同比变化")),
)
VISITS = {
    level: Figure(
        f"petitions.visits_{level}", name, _("批次"), of=_petitions("received_on", Q(channel="visit", visited=level)),
        rule=_("以走访形式提出、到达该层级的信访事项，按收到日期计"), source=REPORT,
    )
    for level, name, _change in _LEVELS
}  # fmt: skip
CHANGES = tuple(
    Figure(
        f"petitions.visits_{level}_change", name, "%", of=VISITS[level].of, measure="change", over=VISITS[level],
        rows=("S203",),
        rule=_("与上年相比的变化，减少为负；上年数为固定的数据，没有固定的按记录计算"), source=REPORT,
    )
    for level, _visits, name in _LEVELS
)  # fmt: skip

BY_FIELD = tuple(
    Figure(
        f"petitions.share_{field}", name, "%", of=_petitions("received_on", Q(field=field)), measure="share",
        over=RECEIVED, rows=("S204",), rule=_("收到的信访事项中涉及该领域的比例"), source=REPORT,
    )
    for field, name in (
        ("labour", _("劳动社保类占比")),
        ("construction", _("城乡建设类占比")),
        ("agriculture", _("农业农村类占比")),
        ("judicial", _("政法类占比")),
    )
)  # fmt: skip
DIVERTED = _count(
    "diverted", _("导入法定程序数量"), "diverted_on", _("导入诉讼、仲裁、行政程序等法定程序的，按导入日期计"),
    Q(route__in=LED_INTO), source="《信访工作条例》第三十一条", rows=("S204",),
)  # fmt: skip
HANDED = _count(
    "handed", _("转送、交办数量"), "forwarded_on", _("最近一次转送、交办的日期在当年的"), source=WORK, rows=("S204",)
)
OPINIONS = _count(
    "opinions", _("出具信访处理意见书数量"), "opined_on", _("按作出处理意见日期计"), rows=("S205",),
    source="《信访工作条例》第三十一条第（六）项",
)  # fmt: skip
_CLOCK = Deadline.objects.filter(case_id=OuterRef("case_id"), limit="petition_handling")
_TIMED = _count("timed", _("有办理期限的处理意见数量"), "opined_on", _("按作出处理意见日期计"), Q(Exists(_CLOCK)))
IN_TIME = Figure(
    "petitions.in_time_share", _("信访处理意见按期率"), "%", measure="share", over=_TIMED, rows=("S205",),
    of=_petitions("opined_on", Q(Exists(_CLOCK.filter(met_on__lte=F("due_on"))))),
    rule=_("在六十日（含依法延长的期限）内作出处理意见的比例；接收其他系统已办结的事项没有期限记录，不计"),
    source="《信访工作条例》第三十四条",
)  # fmt: skip
REPEATED = _count(
    "repeated", _("重复信访数量"), "received_on", _("登记为重复信访的，按收到日期计"), Q(repeated=True), rows=("S206",)
)
# 第二十条第三款 “多人采用走访形式提出共同的信访事项的”: more than one; the text gives no higher number.
JOINT = _count(
    "joint_visits", _("多人走访批次"), "received_on", _("两人以上走访提出共同信访事项的，按收到日期计"),
    Q(channel="visit", persons__gt=1), source="《信访工作条例》第二十条第三款",
)  # fmt: skip
PROMPTED = _count("prompted", _("督办信访事项数量"), "prompted_on", _("最近一次督办的日期在当年的"), source=WORK)
ADOPTED = _count(
    "adoption_reported", _("反馈采纳改进建议数量"), "adoption_reported_on", _("按书面反馈日期计"),
    source="《信访工作条例》第四十一条第一款第（三）项",
)  # fmt: skip
BACKLOG = _count(
    "backlog_resolved", _("化解信访积案数量"), "resolved_on", _("按化解日期计"), Q(backlog=True), rows=("S206",),
    source="《信访工作条例》第十八条第二款",
)  # fmt: skip
CHARGED = _count(
    "charged", _("领导包案数量"), "charged_on", _("按包案日期计"), rows=("S206",),
    source="《信访工作条例》第十八条第二款",
)  # fmt: skip
RATED = _count("rated", _("信访人评价数量"), "rated_on", _("按评价日期计"), source="《信访工作条例》第二十一条第二款")
SATISFIED = Figure(
    "petitions.satisfied_share", _("信访事项满意率"), "%", measure="share", over=RATED,
    of=_petitions("rated_on", Q(satisfaction__in=["satisfied", "fair"])),
    rule=_("评价为满意、基本满意的比例"), source="《信访工作条例》第二十一条第二款",
)  # fmt: skip
REVIEWS = tuple(
    Figure(
        f"petitions.{key}", name, _("件"), of=(Dated(PetitionReview, "opined_on", Q(instance=instance)),),
        rule=_("按作出意见日期计"), source="《信访工作条例》第三十五条、第三十六条", rows=("S201",),
    )
    for key, instance, name in (
        ("reviewed", "review", _("信访复查数量")),
        ("re_reviewed", "re_review", _("信访复核数量")),
    )
)  # fmt: skip
FIGURES = (
    RECEIVED, ACCEPTED, CLOSED, ACCEPTED_ONLINE, CLOSED_ONLINE, CLOSED_SHARE, *VISITS.values(), *CHANGES, *BY_FIELD,
    DIVERTED, JOINT, PROMPTED, ADOPTED, HANDED, OPINIONS, IN_TIME, REPEATED, BACKLOG, CHARGED, RATED, SATISFIED,
    *REVIEWS,
)  # fmt: skip
