"""信访 ——《信访工作条例》（2022年5月1日起施行）和此前的《信访条例》（2005年5月1日至2022年4月30日）。

The two texts have no transition clause, and the decision that repealed the older one is not held (未见原文): as
everywhere, the day of each act decides, and a period ends by the edition under which it began. Days are calendar days;
only the objection of 2022 is counted in 个工作日, as it writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Item
from fadu.engine.declare import Ground, Limit, Procedure, Recusal, Role, Step
from fadu.law.statutes import PETITION_2005 as OLD
from fadu.law.statutes import PETITION_2022 as L
from fadu.procedures.petition_handling import handling
from fadu.procedures.petition_intake import Articles, Roles, intake
from fadu.procedures.petition_record import Petition
from fadu.procedures.petition_supervision import supervision

NOW = Articles(
    receipt=L[17, 1],
    registration=L[22, 1],
    urgent=L[25, 1],
    forwarding=L[22, 1],
    assigned=L[22, 1, 3],
    handing=L[23, 3],
    objection=L[23, 3],
    acceptance=L[23, 2],
    pending=L[19, 3],
    finalised=L[36, 3],
    elsewhere=L[23, 1],
    suggestion=L[29, 1],
    accusation=L[30, 1],
    diversion=L[31],
    duty=L[31, None, 5],
    investigation=L[31, None, 6],
    hearing=L[31, None, 6],
    settlement=L[33],
    opinion=L[32, 1],
    answers=(L[32, 1, 1], L[32, 1, 2], L[32, 1, 3]),
    execution=L[32, 2],
    extension=L[34],
    handling=L[34],
    review=L[35],
    review_again=L[36, 1],
    charge=L[18, 2],
    prompting=L[40, 1],
    adoption=L[40, 4],
    rating=L[21, 2],
    refusals=(("elsewhere", L[23, 1]), ("pending", L[19, 3]), ("finalised", L[36, 3])),
    forwardings=(
        ("sent", L[22, 1, 2]),
        ("assigned", L[22, 1, 3]),
        ("government", L[22, 1, 1]),
        ("judicial", L[22, 2]),
        ("discipline", L[22, 2]),
    ),
)
# 2005年没有分类办理、评价和异议期限；应当走法定途径的一律不予受理（第二十一条第一款第（一）项）。
THEN = Articles(
    receipt=OLD[2, 1],
    registration=OLD[21, 1],
    urgent=OLD[26, 1],
    forwarding=OLD[21, 1],
    assigned=OLD[21, 1, 4],
    handing=OLD[21, 2],
    objection=None,
    acceptance=OLD[22, 2],
    pending=OLD[16],
    finalised=OLD[35, 3],
    elsewhere=OLD[21, 1, 1],
    suggestion=OLD[29],
    accusation=None,
    diversion=None,
    duty=None,
    investigation=OLD[31, 1],
    hearing=OLD[31, 2],
    settlement=OLD[13, 2],
    opinion=OLD[32, 1],
    answers=(OLD[32, 1, 1], OLD[32, 1, 2], OLD[32, 1, 3]),
    execution=OLD[32, 2],
    extension=OLD[33],
    handling=OLD[33],
    review=OLD[34],
    review_again=OLD[35, 1],
    charge=OLD[5, 3],
    prompting=OLD[36, 1],
    adoption=OLD[36, 2],
    rating=None,
    refusals=(
        ("statutory", OLD[21, 1, 1]),
        ("congress_or_court", OLD[15]),
        ("elsewhere", OLD[22, 1]),
        ("pending", OLD[16]),
        ("finalised", OLD[35, 3]),
    ),
    forwardings=(("sent", OLD[21, 1, 3]), ("assigned", OLD[21, 1, 4]), ("government", OLD[21, 1, 2])),
)


def _steps(a: Articles) -> list[Step]:
    roles = Roles(a)
    begun = intake(a, roles)
    handled = handling(a, roles, begun)
    return [*begun, *handled, *supervision(a, roles, handled)]


def _limits(a: Articles, s: Mapping[str, Step]) -> list[Limit]:
    """The limits of an edition. Each reads its number from the text named beside it."""
    new = a is NOW
    law = L if new else OLD
    head = Role("head", _("机关、单位负责人"), a.extension, posts=("head", "principal"))
    told = [s["petition_forwarding"], s["petition_acceptance"], s["petition_refusal"]]
    found = [
        Limit(
            "petition_registration",
            _("信访部门十五日内转送、交办或者处理"),
            a.registration,
            "received_on",
            told,
            law.days(15),
            only=Q(office=True),
            missed=_("未按照规定登记、转送、交办的，责令改正"),
        ),
        # “信访人的姓名（名称）、住址不清的除外”
        Limit(
            "petition_notice",
            _("十五日内书面告知信访人"),
            a.acceptance,
            "received_on",
            told,
            law.days(15),
            only=Q(office=False, unclear=False, handed_on=None),
            missed=_("未在规定期限内书面告知的，责令改正"),
        ),
        Limit(
            "handed_notice",
            _("收到转送、交办后十五日内书面告知信访人"),
            a.handing,
            "handed_on",
            [*told, *([s["petition_objection"]] if new else [])],
            law.days(15),
            only=Q(not_ours=False),
            missed=_("未在规定期限内书面告知的，责令改正"),
        ),
        Limit(
            "feedback",
            _("在指定办理期限内反馈结果"),
            a.assigned,
            "forwarded_on",
            [s["feedback"]],
            None,
            day="feedback_by",
            only=Q(forwarding="assigned"),
        ),
        Limit(
            "petition_handling",
            _("六十日内办结"),
            a.handling,
            "accepted_on",
            [s["petition_opinion"], s["petition_settlement"], *([] if new else [s["suggestion_reply"]])],
            law.days(60),
            # 2022年第三十四条 “对本条例第三十一条第六项规定的信访事项”; 2005年第三十三条 “信访事项”, whatever they are.
            only=Q(kind="claim", route="opinion") if new else Q(),
            missed=_("未在规定期限内办结的，责令改正"),
            # “并告知信访人延期理由”: that it be in writing, and what an untold extension is worth, it does not say.
            extends=[Ground("complex", _("情况复杂"), a.extension, by=head, cap=law.days(30))],
        ),
        Limit(
            "petition_review_request",
            _("三十日内可以请求复查"),
            a.review,
            "answered_on",
            [s["petition_review_request"]],
            law.days(30, "party"),
            whose="party",
        ),
    ]
    if new:
        found += [
            Limit(
                "petition_objection",
                _("五个工作日内提出异议"),
                L[23, 3],
                "handed_on",
                [s["petition_objection"]],
                L.working_days(5),
                only=Q(not_ours=True),
            ),
            # “按照法律法规规定的程序处理”: the period is that procedure's own; its last day and provision are entered.
            Limit(
                "route",
                _("所导入程序的法定期限"),
                L[31],
                "accepted_on",
                [s["route_end"], s["duty_performance"]],
                None,
                day="route_due_on",
                only=Q(route_due_on__isnull=False),
            ),
        ]
    else:
        found.append(
            Limit(
                "adoption_report",
                _("三十日内书面反馈采纳改进建议的情况"),
                OLD[36, 2],
                "prompted_on",
                [s["adoption_report"]],
                OLD.days(30),
            )
        )
    return found


def _title(facts: Mapping[str, Any]) -> str:
    request = str(facts.get("request") or "").strip().splitlines()
    return f"{request[0][:60] if request else '信访事项'}（信访）"


def _application(a: Articles, new: bool) -> Application:
    wanted = L[19, 1] if new else OLD[17, 1]
    return Application(
        _("信访"),
        a.receipt,
        step="petition_receipt",
        group=_("信访"),
        says=_("反映情况，提出建议、意见或者投诉请求。收到后十五日内书面告知你接收情况以及处理途径和程序。"),
        items=[
            Item("name", wanted, of_applicant=True),
            Item("address", wanted, of_applicant=True, hint=_("住址不清的，无法书面告知")),
            Item("request", wanted),
            Item("grounds", wanted),
        ],
        to=Q(kind__in=["government", "department", "township", "branch"]),
        title=_title,
        channel="channel",
    )


def _procedure(edition: str, a: Articles, in_force: tuple[date, date | None], unused: Mapping[int, str]) -> Procedure:
    new = a is NOW
    found = _steps(a)
    recused = L[28, 3] if new else OLD[30]
    head = Role("head", _("机关、单位负责人"), recused, posts=("head", "principal"))
    return Procedure(
        "petition",
        edition,
        _("信访"),
        [*L[17:36], L[40]] if new else [*OLD[14:36]],
        Petition,
        in_force=in_force,
        steps=found,
        limits=_limits(a, {step.key: step for step in found}),
        # “应当回避”: who asks and who decides the text does not say; as elsewhere the head does.
        recusal=Recusal(cites=recused, applies=recused, decides=recused, by=head),
        unused=unused,
        word="信",
        application=_application(a, new),
    )


PETITION = _procedure(
    "2022",
    NOW,
    (date(2022, 5, 1), None),
    {
        24: "两个以上机关、单位的协商受理和分立、合并，由机关之间办理；结果是由哪个机关登记",
        26: "信访人的行为规范，违反的由公安机关依照其他法律处理",
        27: "办理的总要求",
        37: "多元化解和社会救助，由各自的程序办理",
        38: "党委和政府组织的专项督查",
        39: "信访工作的年度考核",
    },
)
PETITION_2005 = _procedure(
    "2005",
    THEN,
    (date(2005, 5, 1), date(2022, 4, 30)),
    {
        14: "可以对哪些组织、人员的职务行为提出信访事项；是否属于，由受理或者不予受理表示",
        18: "走访场所和代表人数；代表人数的上限与现行条例相同，写在记录上",
        19: "信访人对材料真实性的责任",
        20: "信访人的行为规范，违反的由公安机关依照其他法律处理",
        23: "检举材料的保密，与现行条例相同，写在记录上",
        24: "两个以上机关的协商受理，由机关之间办理；结果是由哪个机关登记",
        25: "机关分立、合并、撤销",
        27: "重大、紧急事项的处置措施，由有关机关在职责范围内采取",
        28: "办理的总要求",
    },
)
