"""12345热线和网络问政: requests received on each platform, how many were dealt with, and what those who asked say."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.labels import Label
from fadu.engine.models import Deadline
from fadu.figures.figure import Dated, Figure
from fadu.procedures.models import WorkOrder

SOURCE = "本平台的工单记录；国办发〔2020〕53号未见原文"
RATED = ~Q(satisfaction="")
CONTENT = Q(satisfaction__in=["satisfied", "fair"])


def _orders(day: str, platform: str, which: Q = Q()) -> tuple[Dated, ...]:  # noqa: B008
    return (Dated(WorkOrder, day, Q(platform=platform) & which),)


def _of_platform(key: str, platform: str, names: tuple[Label, Label, Label], row: str) -> tuple[Figure, ...]:
    """Received, the share dealt with, the share content: of one platform."""
    received, share, content = names
    all_received = Figure(
        f"{key}_received", received, _("件"), of=_orders("received_on", platform), rows=(row,), source=SOURCE,
        rule=_("按收到日期计"),
    )  # fmt: skip
    rated = Figure(
        f"{key}_rated", _("回访评价数量"), _("件"), of=_orders("received_on", platform, RATED), source=SOURCE,
        rule=_("当年收到的诉求中已经回访评价的"),
    )  # fmt: skip
    return (
        all_received,
        Figure(
            f"{key}_concluded_share", share, "%", measure="share", over=all_received, rows=(row,), source=SOURCE,
            of=_orders("received_on", platform, Q(concluded_on__isnull=False)),
            rule=_("当年收到的诉求中已经办结的比例"),
        ),
        Figure(
            f"{key}_satisfied_share", content, "%", measure="share", over=rated, rows=(row,), source=SOURCE,
            of=_orders("received_on", platform, CONTENT),
            rule=_("当年收到并已经回访评价的诉求中，评价为满意、基本满意的比例"),
        ),
    )  # fmt: skip


HOTLINE = _of_platform(
    "hotline.orders", "hotline", (_("12345热线转办件数量"), _("12345热线办结率"), _("12345热线满意率")), "S172"
)
PROVINCE = _of_platform(
    "hotline.province",
    "province",
    (_("省级网络问政平台意见建议数量"), _("省级网络问政平台办结率"), _("省级网络问政平台满意率")),
    "S173",
)
CITY = _of_platform(
    "hotline.city",
    "city",
    (_("市级网络问政平台意见建议数量"), _("市级网络问政平台办结率"), _("市级网络问政平台满意率")),
    "S174",
)
PORTAL = _of_platform(
    "hotline.portal",
    "portal",
    (_("门户网站问政平台意见建议数量"), _("门户网站问政平台办结率"), _("门户网站问政平台满意率")),
    "S175",
)
MESSAGES = Figure(
    "hotline.messages_answered", _("办理网民留言数量"), _("条"), of=_orders("replied_on", "messages"), rows=("S171",),
    rule=_("按答复日期计"), source=SOURCE,
)  # fmt: skip
RETURNED = Figure(
    "hotline.returned", _("申请退单数量"), _("件"), of=(Dated(WorkOrder, "returned_on"),), source=SOURCE,
    rule=_("最近一次申请退单的日期在当年的；转办其他单位以后不再计"),
)  # fmt: skip
REWORKED = Figure(
    "hotline.reworked", _("退回重新办理数量"), _("件"), of=(Dated(WorkOrder, "reworked_on"),), source=SOURCE,
    rule=_("回访不满意、退回承办单位重新办理的，按退回日期计"),
)  # fmt: skip
_CLOCK = Deadline.objects.filter(case_id=OuterRef("case_id"), limit="order_reply")
_TIMED = Figure(
    "hotline.timed", _("有办理期限的工单数量"), _("件"), of=(Dated(WorkOrder, "replied_on", Q(Exists(_CLOCK))),),
    rule=_("按答复日期计"), source=SOURCE,
)  # fmt: skip
IN_TIME = Figure(
    "hotline.in_time_share", _("工单按期答复率"), "%", measure="share", over=_TIMED, source=SOURCE,
    of=(Dated(WorkOrder, "replied_on", Q(Exists(_CLOCK.filter(met_on__lte=F("due_on"))))),),
    rule=_("在本地规定的期限内答复的比例；本地没有规定天数的、接收其他系统已办结的工单没有期限记录，不计"),
)  # fmt: skip
FIGURES = (*HOTLINE, *PROVINCE, *CITY, *PORTAL, MESSAGES, RETURNED, REWORKED, IN_TIME)
