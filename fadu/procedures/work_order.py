"""12345热线工单和网络留言 ——《信访工作条例》第十七条第一款：向机关反映情况、提出建议意见和投诉请求，应当依规依法处理。

No national text on the hotline itself was seen (国办发〔2020〕53号，未见原文). The steps follow the two local texts
held, 《唐山市12345政务服务便民热线条例》 and 《安阳市政务服务条例》; what these say of days binds in their cities
alone (``work_order_limits``), elsewhere the steps rest on the duty to deal lawfully with what is brought forward by
telephone and on the net. Where the content has a period by law (投诉举报、信访、履职申请), that period comes first
and both run.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Item
from fadu.engine.declare import NEVER, Guard, Outcome, Procedure, Role, Step
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import PETITION_2005 as OLD
from fadu.law.statutes import PETITION_2022 as L
from fadu.procedures.petition_intake import STAFF
from fadu.procedures.work_order_limits import limits
from fadu.procedures.work_order_record import REFUSALS, RULINGS, SATISFACTION, WorkOrder

TAKEN = Q(refused_on=None)
SENT = Q(dispatched_at__isnull=False)


def _title(facts: Mapping[str, Any]) -> str:
    request = str(facts.get("request") or "").strip().splitlines()
    return request[0][:60] if request else "群众诉求"


def _steps(cites: Cite) -> list[Step]:
    caller = Role("caller", _("诉求人"), cites, posts=STAFF, outside=True)
    hotline = Role("hotline", _("热线工作机构"), cites, posts=STAFF)
    unit = Role("unit", _("承办单位"), cites, posts=STAFF)
    receipt = Step(
        "order_receipt", _("收到诉求"), cites, caller, dated="received_on", asks=("platform", "kind", "place"),
        needs=("channel", "request"), told=_("你的诉求已经收到"),
    )  # fmt: skip
    acceptance = Step(
        "order_acceptance", _("受理并登记"), cites, hotline, after=[receipt], only=TAKEN,
        dated="accepted_at", asks=("place",), needs=("platform", "kind"), told=_("你的诉求已经受理"),
    )  # fmt: skip
    refusal = Step(
        "order_refusal", _("告知不属于受理范围"), cites, hotline, after=[receipt], before=[acceptance], must=NEVER,
        dated="refused_on",
        outcomes=[Outcome(key, name, cites, sets={"refusal_ground": key}) for key, name in REFUSALS],
        told=_("你的诉求不属于受理范围，已经告知相应的途径"),
    )  # fmt: skip
    instant = Step(
        "instant_reply", _("即时答复"), cites, hotline, after=[acceptance], only=Q(accepted_at__isnull=False) & ~SENT,
        must=NEVER, dated="replied_on", needs=("answered_at_once", "reply"), told=_("你的诉求已经答复"),
    )  # fmt: skip
    dispatch = Step(
        "dispatch", _("派发工单"), cites, hotline, after=[acceptance], only=Q(answered_at_once=False) & TAKEN,
        dated="dispatched_at", asks=("co_units", "set_by", "statutory_due_on", "statutory_by"),
        needs=("unit",), clears=("signed_on", "returned_on"), repeats=True, told=_("你的诉求已经派给承办单位"),
    )  # fmt: skip
    signing = Step(
        "signing", _("签收"), cites, unit, after=[dispatch], only=SENT, must=NEVER, dated="signed_on",
        asks=("not_ours", "complicated"), repeats=True,
    )  # fmt: skip
    joint = Step(
        "joint_handling", _("确定协办单位"), cites, hotline, after=[dispatch], only=SENT, must=NEVER,
        needs=("co_units",), repeats=True,
    )  # fmt: skip
    returning = Step(
        "order_return", _("申请退单"), cites, unit, after=[dispatch], only=SENT & Q(replied_on=None), must=NEVER,
        dated="returned_on", asks=("complicated",), needs=("return_reason", "not_ours"), repeats=True,
    )  # fmt: skip
    ruling = Step(
        "return_ruling", _("审核退单"), cites, hotline, after=[returning], only=Q(returned_on__isnull=False),
        must=NEVER, dated="return_ruled_on", repeats=True, interim=True,
        outcomes=[
            Outcome(key, name, cites, sets={"return_ruling": key, "not_ours": False}) for key, name in RULINGS
        ],
    )  # fmt: skip
    extension = Step(
        "order_extension", _("告知延期和阶段性进展"), cites, unit, after=[dispatch], only=SENT & Q(replied_on=None),
        must=NEVER, dated="extension_told_on", needs=("extension_reason",), told=_("你的诉求延期办理，已经说明理由"),
    )  # fmt: skip
    reply = Step(
        "order_reply", _("办结并答复诉求人"), cites, unit, after=[dispatch, signing], only=SENT, must=SENT,
        dated="replied_on", asks=("published_on",), needs=("reply",), repeats=True, told=_("你的诉求已经办结答复"),
    )  # fmt: skip
    call_back = Step(
        "call_back", _("回访"), cites, hotline, after=[reply], only=Q(replied_on__isnull=False), must=NEVER,
        dated="visited_on", repeats=True, interim=True,
        outcomes=[Outcome(key, name, cites, sets={"satisfaction": key}) for key, name in SATISFACTION],
    )  # fmt: skip
    rework = Step(
        "rework", _("退回重新办理"), cites, hotline, after=[call_back], only=Q(satisfaction="dissatisfied"),
        must=NEVER, dated="reworked_on", clears=("replied_on", "signed_on"), repeats=True,
        told=_("你不满意的工单已经退回承办单位重新办理"),
    )  # fmt: skip
    closing = Step(
        "closing", _("办结归档"), ARCHIVES_2024[19], hotline, after=[receipt, reply], dated="concluded_on",
        guards=[
            Guard(cites, Q(replied_on__isnull=False) | Q(refused_on__isnull=False), _("诉求尚未答复")),
        ],
        closes=True,
    )  # fmt: skip
    return [
        receipt, acceptance, refusal, instant, dispatch, signing, joint, returning, ruling, extension, reply, call_back,
        rework, closing,
    ]  # fmt: skip


def _procedure(edition: str, cites: Cite, in_force: tuple[date, date | None]) -> Procedure:
    steps = _steps(cites)
    head = Role("head", _("承办单位负责人"), cites, posts=("head", "principal"))
    hotline = Role("hotline", _("热线工作机构"), cites, posts=STAFF)
    return Procedure(
        "work_order",
        edition,
        _("热线工单"),
        [cites],
        WorkOrder,
        in_force=in_force,
        steps=steps,
        limits=limits({step.key: step for step in steps}, head, hotline, cites),
        word="热线",
        application=Application(
            _("热线诉求和网络留言"),
            cites,
            step="order_receipt",
            group=_("咨询、求助、投诉、建议"),
            says=_("向政府咨询、求助、投诉、举报或者提出意见建议；紧急情况请拨打110、119、120、122。"),
            items=[
                Item("name", cites, of_applicant=True),
                Item("kind", cites),
                Item("request", cites),
                Item("place", cites, required=False),
            ],
            to=Q(kind__in=["government", "department", "township"]),
            title=_title,
            channel="channel",
        ),
    )


WORK_ORDER = _procedure("2022", L[17, 1], (date(2022, 5, 1), None))
WORK_ORDER_2005 = _procedure("2005", OLD[2, 1], (date(2005, 5, 1), date(2022, 4, 30)))
