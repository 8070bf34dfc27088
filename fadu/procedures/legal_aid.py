"""法律援助 ——《法律援助法》（2022年1月1日起）；此前依《法律援助条例》（2003年9月1日起）.

法律没有写“工作日”，七日、三日、五日按自然日从严；《办理法律援助案件程序规定》原文未见，补充材料的时间是否扣除也未见，
不作扣除。条例第十九条写明“5个工作日”。
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import Limit, Procedure
from fadu.law.statutes import LEGAL_AID_2003 as OLD
from fadu.law.statutes import LEGAL_AID_2021 as L
from fadu.procedures.legal_aid_course import Course, course
from fadu.procedures.legal_aid_record import MATTERS, LegalAid

NEW = date(2022, 1, 1)


def _title(stated: Mapping[str, Any]) -> str:
    return str(dict(MATTERS).get(str(stated.get("matter")), "法律援助"))


APPLICATION = Application(
    _("申请法律援助"),
    L[38],
    "application",
    group=_("法律援助"),
    says=_("因经济困难没有委托代理人、辩护人的，可以申请法律援助，不收任何费用。七日内决定，决定给予的三日内指派。"),
    items=[
        Item("name", L[38], of_applicant=True),
        Item("id_number", L[38], of_applicant=True, required=False),
        Item("phone", L[38], of_applicant=True),
        Item("address", L[38], of_applicant=True, required=False),
        Item("case_class", L[22]),
        Item("matter", L[31]),
        Item("facts", L[38], hint=_("向谁主张什么，案件在哪个机关办理")),
        Item("means", L[41, 1], hint=_("如实说明家庭收入和困难；免予核查的写明原因")),
        Item("exempt", L[42], required=False),
        Item("unconditional", L[32], required=False),
        Item("on_behalf", L[40, 1], required=False),
    ],
    to=Q(domain="justice") & ~Q(kind="mediation"),
    title=_title,
    enclosures=[
        Enclosure("identity", _("身份证明"), L[38]),
        Enclosure("exemption", _("免予核查经济困难状况的证明材料"), L[42]),
        Enclosure("case", _("与申请事项有关的案件材料"), L[43, 2]),
    ],
    channel="channel",
)


def _limits(of: Course) -> list[Limit]:
    """The periods of the law of 2021; the Regulations of 2003 have the objection's alone, in working days."""
    objection = Limit(
        "objection_review",
        _("五日内审查异议") if of.new else _("五个工作日内审查异议"),
        L[49, 2] if of.new else OLD[19],
        "objected_on",
        [of.objection_review],
        within=L.days(5) if of.new else OLD.working_days(5),
    )
    # 第三十九条第一款; 条例第十五条 “由看守所在24小时内转交”
    forwarding = Limit(
        "aid_forwarding",
        _("二十四小时内转交申请"),
        L[39, 1] if of.new else OLD[15],
        "detained_at",
        [of.application],
        within=L.hours(24) if of.new else OLD.hours(24),
        whose="police",
    )
    if not of.new:
        return [objection, forwarding]
    return [
        Limit(
            "aid_decision",
            _("七日内作出是否给予的决定"),
            L[43, 1],
            "applied_on",
            [of.granting, of.refusing, of.deemed],
            within=L.days(7),
            only=Q(notified_on=None),
            missed=_("没有在七日内作出决定"),
        ),
        Limit(
            "assignment",
            _("三日内指派"),
            L[43, 1],
            "granted_on",
            [of.assignment],
            within=L.days(3),
            missed=_("没有在三日内指派"),
        ),
        Limit(
            "notified_assignment",
            _("收到通知三日内指派并通知办案机关"),
            L[36],
            "notified_on",
            [of.assignment],
            within=L.days(3),
            missed=_("没有在三日内指派律师"),
        ),
        Limit(
            "supplement",
            _("要求补充材料的期限"),
            L[43, 2],
            "supplement_told_on",
            [of.supplement, of.deemed],
            within=None,
            day="supplement_by",
            whose="party",
            missed=_("视为撤回申请"),
        ),
        objection,
        forwarding,
    ]


def _procedure(edition: str, in_force: tuple[date, date | None], unused: Mapping[int, str]) -> Procedure:
    of = course(new=edition == "2021")
    return Procedure(
        "legal_aid",
        edition,
        _("法律援助"),
        L[12:59] if of.new else OLD[10:25],
        LegalAid,
        in_force=in_force,
        steps=of.steps,
        limits=_limits(of),
        unused=unused,
        word="援",
        application=APPLICATION if of.new else None,
    )


LEGAL_AID = _procedure(
    "2021",
    (NEW, None),
    {
        13: "工作站、联络点见公共法律服务名册；本机构人员办理写在法律援助人员类别里",
        14: "派驻值班律师是机构的安排；值班律师的帮助按形式登记",
        15: "政府采购法律服务不是个案步骤",
        17: "志愿者管理办法由国务院有关部门规定",
        18: "跨区域流动机制",
        19: "法律援助人员的一般职责",
        21: "保密义务：案情加密保存",
        23: "咨询服务，见法律咨询台账",
        27: "对办案机关的禁止",
        28: "强制医疗的通知，写在应当通知的情形里",
        29: "被害人等的申请，写在申请事项里",
        30: "值班律师帮助的内容",
        33: "申诉、再审的申请，写在申请事项里",
        35: "办案机关的告知义务",
        37: "办案机关保障值班律师",
        46: "法律援助人员的义务；更换见第五十五条",
        47: "受援人的协助义务",
        53: "诉讼费、公证费、鉴定费的减免由各该机构办理",
        54: "培训",
        56: "投诉查处，见投诉举报程序",
        58: "信息公开",
        59: "督促提升质量的措施，与第五十七条一并登记",
    },
)
LEGAL_AID_OLD = _procedure(
    "2003",
    (date(2003, 9, 1), date(2021, 12, 31)),
    {
        11: "刑事诉讼中的申请，写在申请事项里",
        13: "经济困难标准由省级人民政府规定",
        14: "向哪一个机构申请，由申请表和登记核对",
        16: "法定代理人代为申请，写在代为申请人里",
        25: "法律咨询即时办理，见法律咨询台账",
    },
)
