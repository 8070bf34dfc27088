"""行政复议 ——《行政复议法》（2023年修订），自2024年1月1日起。

实施条例：2026年6月30日以前用2007年条例中与新法不抵触的规定，2026年7月1日起用2026年条例（第七十七条）；两者不同之处
（审理人员人数、代表人、错列被申请人、咨询意见的采纳、履责申请期限）各按行为之日写在守卫里。
“三日、五日、七日、十日”是工作日（第八十八条第二款），十五日、三十日、六十日是自然日。
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import Procedure
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures import (
    reconsideration_acceptance,
    reconsideration_decision,
    reconsideration_examination,
    reconsideration_norm,
    reconsideration_performance,
)
from fadu.procedures.reconsideration_record import Reconsideration


def title(facts: Mapping[str, Any]) -> str:
    """不服某机关的某行为申请行政复议, as the case is called."""
    respondent = str(facts.get("respondent") or "行政机关")
    return f"不服{respondent}行政行为申请行政复议"[:200]


APPLICATION = Application(
    _("行政复议申请"),
    L[22, 1],
    "receipt",
    group=_("不服行政行为"),
    says=_(
        "认为行政机关的行政行为侵犯你的合法权益的，可以自知道该行为之日起六十日内申请行政复议，不收任何费用。"
        "行政复议机关五个工作日内审查是否受理；受理后普通程序六十日、简易程序三十日内作出决定。"
    ),
    items=(
        Item("name", R[27, 1, 1], of_applicant=True),
        Item("kind", R[27, 1, 1], of_applicant=True),
        Item("id_number", R[27, 1, 1], of_applicant=True, required=False, hint=_("公民填写身份证号码")),
        Item("code", R[27, 1, 1], of_applicant=True, required=False, hint=_("法人或者其他组织填写统一社会信用代码")),
        Item("representative", R[27, 1, 1], of_applicant=True, required=False),
        Item("phone", R[27, 1, 1], of_applicant=True),
        Item("address", R[27, 1, 1], of_applicant=True, hint=_("住所、送达地址")),
        Item("respondent", R[27, 1, 2], hint=_("作出行政行为的行政机关，看决定书上的名称")),
        Item("kind", L[11]),
        Item("act", L[30, 1, 2], hint=_("决定书的名称、文号；没有作出行为的，写你申请了什么")),
        Item("requests", R[27, 1, 3], hint=_("例如：请求撤销该处罚决定")),
        Item("pleaded", R[27, 1, 3]),
        Item("act_on", L[21], required=False),
        Item("knew_on", L[20, 1], required=False, hint=_("收到决定书之日")),
        Item("untold", L[20, 3], required=False),
        Item("knew_remedy_on", L[20, 3], required=False, only=Q(untold=True)),
        Item("norm_claimed", L[13, 1], required=False, hint=_("认为行政行为所依据的规范性文件不合法的，写明文件名称")),
        Item("damages_claimed", L[72, 1], required=False),
        Item("applied_on", R[27, 1, 4]),
    ),
    enclosures=(
        Enclosure("identity", _("身份证明"), R[27, 1], required=True),
        Enclosure("decision", _("行政行为的决定书或者其他材料"), L[30, 1, 2]),
        Enclosure("request", _("曾经要求履行法定职责的证据"), L[44, 2, 1]),
        Enclosure("damage", _("受行政行为侵害造成损害的证据"), L[44, 2, 2]),
        Enclosure("mandate", _("授权委托书和代理人身份证明"), L[17, 2]),
        Enclosure("election", _("推选代表人的推选书"), R[17, 2]),
    ),
    to=Q(kind="government"),
    title=title,
    channel="channel",
)

RECONSIDERATION = Procedure(
    "reconsideration",
    "2023",
    _("行政复议"),
    [*L[11:79]],
    Reconsideration,
    in_force=(date(2024, 1, 1), None),
    steps=[
        *reconsideration_acceptance.STEPS,
        *reconsideration_examination.STEPS,
        *reconsideration_norm.STEPS,
        *reconsideration_decision.STEPS,
        *reconsideration_performance.STEPS,
    ],
    limits=[
        *reconsideration_acceptance.LIMITS,
        *reconsideration_decision.LIMITS,
        *reconsideration_examination.LIMITS,
        *reconsideration_norm.LIMITS,
        *reconsideration_performance.LIMITS,
    ],
    publicity=[*reconsideration_performance.PUBLICITY],
    unused={
        1: "立法目的",
        2: "适用范围，见第十一条",
        3: "工作原则",
        5: "调解的原则，见第七十三条",
        6: "人员队伍建设",
        7: "保障",
        8: "信息化建设",
        9: "表彰奖励",
        12: "不属于范围的事项，由审查申请时填写“属于行政复议范围”",
        15: "代表人的效力；人数见条例第十七条",
        16: "第三人以当事人身份录入，没有独立的步骤",
        18: "法律援助依法律援助法办理，另有程序",
        24: "县级以上地方各级人民政府的管辖，由申请的收件机关体现",
        25: "国务院部门的管辖，不在县级平台",
        26: "国务院裁决，不在县级平台",
        27: "垂直领导机关，由其上一级主管部门受理，不在县级平台",
        28: "对司法行政部门的管辖选择，由申请人选收件机关",
        29: "与诉讼的关系，由受理条件第（七）项和受理通知书体现",
        35: "上级机关责令纠正或者直接受理，由上级机关办理",
        37: "审理依据",
        38: "提级审理由上级机关决定；本机关移送案件用“移送管辖”",
        40: "上级机关责令恢复审理",
        43: "证据的种类；证据在案卷的证据目录登记",
        78: "强制执行另有程序",
        80: "法律责任",
        81: "法律责任",
        82: "法律责任",
        83: "法律责任，见责令履行通知书",
        84: "法律责任",
        85: "法律责任",
        86: "线索移送",
        89: "涉外适用",
        90: "施行日期",
    },
    word="复案",
    application=APPLICATION,
)
