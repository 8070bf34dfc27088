"""申请、登记和补正: what is handed in, on which day it counts as received, how it is put right.

《政府信息公开条例》（2019年）第二十七条至第三十一条。
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import NEVER, Document, Guard, Step
from fadu.law.statutes import DISCLOSURE_2019 as L
from fadu.procedures.disclosure_roles import applicant, unit
from fadu.procedures.papers import disclosure as papers

UNANSWERED = Q(answered_on=None)
RECEIVED = Q(received_on__isnull=False)

request = Step(
    "request",
    _("收到申请"),
    L[29, 1],
    applicant,
    dated="arrived_on",
    asks=("channel", "form", "way", "help_needed"),
    needs=("described",),
    told=_("你提出政府信息公开申请"),
)
registration = Step(
    "registration",
    _("登记并确定收到申请之日"),
    L[31],
    unit,
    after=[request],
    asks=("channel", "ambiguous", "affects_third", "made_jointly", "excessive", "help_needed"),
    needs=("received_on", "applicant_class"),
    guards=(
        Guard(
            L[31],
            ~Q(channel__in=["", "paper"]),
            _("收到申请之日依申请方式确定：写明当面、邮寄签收、平常信函、传真还是互联网"),
        ),
    ),
    told=_("机关收到你的申请，答复期限从收到之日起算"),
)
correction_notice = Step(
    "correction_notice",
    _("一次性告知补正"),
    L[30],
    unit,
    after=[registration],
    only=RECEIVED & Q(ambiguous=True) & UNANSWERED,
    dated="correction_told_on",
    needs=("to_correct", "correct_by"),
    yields=[
        Document(
            "correction_notice",
            _("补正申请告知书"),
            L[30],
            compose=papers.correction_notice,
            word="公开补",
            served=True,
        )
    ],
    told=_("机关请你补正申请"),
)
correction = Step(
    "correction",
    _("收到补正的申请"),
    L[30],
    applicant,
    after=[correction_notice],
    only=Q(correction_told_on__isnull=False) & UNANSWERED,
    must=NEVER,
    dated="corrected_on",
    needs=("described",),
    told=_("机关收到你补正的申请，答复期限从这一天起重新计算"),
)


def _title(facts: Mapping[str, Any]) -> str:
    return str(_("申请公开：%(what)s")) % {"what": " ".join(str(facts.get("described", "")).split())[:60]}


APPLICATION = Application(
    _("申请政府信息公开"),
    L[27],
    "request",
    group=_("政府信息"),
    says=_("任何人都可以向政府机关申请获取它制作或者保存的政府信息，不收费用；机关一般在二十个工作日内答复。"),
    to=Q(kind__in=["government", "department", "township", "branch", "authorised"]),
    title=_title,
    channel="channel",
    items=(
        Item("name", L[29, 2, 1], of_applicant=True),
        Item("id_number", L[29, 2, 1], of_applicant=True, hint=_("单位填写统一社会信用代码")),
        Item("phone", L[29, 2, 1], of_applicant=True),
        Item("address", L[29, 2, 1], of_applicant=True, required=False),
        Item("described", L[29, 2, 2], hint=_("写明名称、文号，或者时间、内容等便于查找的特征")),
        Item("form", L[29, 2, 3]),
        Item("way", L[29, 2, 3], required=False, hint=_("例如邮寄、自行领取、电子邮件")),
        Item("help_needed", L[43], required=False),
    ),
    enclosures=(Enclosure("identity", _("身份证明"), L[29, 2, 1], required=True),),
)
