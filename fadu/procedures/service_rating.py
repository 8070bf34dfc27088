"""好差评 ——《安阳市政务服务条例》第五十二条：差评的联系核实、整改、反馈和跟踪回访。

The national text (国办发〔2019〕51号) was not seen: outside the places whose own text is in the table of rules, its
days are a hint and bind nobody. The steps are those of 第五十二条第二款, the one text on the matter that was seen.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import Limit, Procedure, Role, Step
from fadu.engine.facts import account, choice, day, never, testimony, text, yes
from fadu.engine.models import Record
from fadu.law.rules import RULES
from fadu.law.statutes import ANYANG_SERVICES_2021 as L

GRADES = (("bad", _("不满意")), ("very_bad", _("非常不满意")))
FINDINGS = (
    ("true", _("属实")),
    ("partly", _("部分属实")),
    ("untrue", _("不属实")),
    ("unverifiable", _("无法核实")),
)
AMISS = Q(finding__in=["true", "partly"])
NAMED = Q(named=True)


class ServiceRating(Record):
    """What was rated bad, what was found, what was put right. Who rated stands in it nowhere but among the parties."""

    rated = text(_("被评价的案件"), L[52, 1])
    grade = choice(_("评价等级"), L[52, 1], GRADES)
    words = testimony(_("评价意见"), L[52, 1])  # encrypted, a hash in the ledger: words give away who wrote them
    named = yes(_("实名评价"), L[52, 2])
    received_on = day(_("收到差评日期"), L[52, 2])
    verified_on = day(_("联系核实日期"), L[52, 2])
    finding = choice(_("核实结论"), L[52, 2], FINDINGS)
    findings = account(_("核实情况"), L[52, 2])
    rectify_by = day(_("限期整改的期限"), L[52, 2])
    rectified_on = day(_("整改日期"), L[52, 2])
    rectification = account(_("整改情况"), L[52, 2])
    reply = account(_("回复"), L[52, 1])
    replied_on = day(_("反馈日期"), L[52, 2])
    revisited_on = day(_("回访日期"), L[52, 2])
    revisit = account(_("回访情况"), L[52, 2])

    class Meta:
        verbose_name = verbose_name_plural = _("差评核实")
        indexes = [models.Index(fields=["received_on"], name="service_rating_received")]
        constraints = [
            never(Q(verified_on__lt=F("received_on")), L[52, 2], "rating_verified", _("核实不能早于收到差评")),
            never(Q(rectified_on__lt=F("verified_on")), L[52, 2], "rating_rectified", _("整改不能早于核实")),
            never(Q(rectify_by__lt=F("verified_on")), L[52, 2], "rating_rectify_by", _("整改期限不能早于核实")),
            never(Q(replied_on__lt=F("verified_on")), L[52, 2], "rating_replied", _("反馈不能早于核实")),
            never(Q(revisited_on__lt=F("replied_on")), L[52, 2], "rating_revisited", _("回访不能早于反馈")),
        ]


rater = Role("rater", _("评价人"), L[52, 1], posts=("officer", "clerk"), outside=True)
# “政务服务有关部门”: whoever of the organ that follows ratings up; no post is named.
office = Role("office", _("政务服务有关部门"), L[52, 2], posts=("officer", "clerk", "head", "principal"))

receipt = Step(
    "rating_receipt",
    _("收到差评"),
    L[52, 1],
    rater,
    dated="received_on",
    needs=("rated", "grade"),
    asks=("words", "named"),
    told=_("你的评价已经收到，由另一机关核实"),
)
verification = Step(
    "rating_verification",
    _("联系核实"),
    L[52, 2],
    office,
    after=[receipt],
    dated="verified_on",
    needs=("finding", "findings"),
    asks=("rectify_by",),
    told=_("你的评价已经核实"),
)
# “对于情况清楚、诉求合理的事项，立即整改；对于情况复杂、一时难以解决的事项，限期整改”
rectification = Step(
    "rating_rectification",
    _("整改"),
    L[52, 2],
    office,
    after=[verification],
    only=AMISS,
    dated="rectified_on",
    needs=("rectification",),
    told=_("你反映的问题已经整改"),
)
reply = Step(
    "rating_reply",
    _("反馈"),
    L[52, 2],
    office,
    after=[verification, rectification],
    dated="replied_on",
    needs=("reply",),
    told=_("核实和整改情况已经反馈给你"),
)
# “应当对实名差评整改情况进行跟踪回访”
revisit = Step(
    "rating_revisit",
    _("跟踪回访"),
    L[52, 2],
    office,
    after=[reply],
    only=NAMED & AMISS,
    dated="revisited_on",
    needs=("revisit",),
)
closing = Step("rating_closing", _("办结"), L[52, 2], office, after=[reply, revisit], closes=True, told=_("办结"))


def _limits() -> list[Limit]:
    local = [
        Limit(
            "rating_verification",
            _("联系核实实名差评"),
            rule.cite,
            "received_on",
            [verification],
            rule.period,
            only=NAMED,
            missed=_("可以向政务服务管理部门或者监察机关反映"),
            regions=(rule.region,),
        )
        for rule in RULES.values()
        if rule.procedure == "service_rating" and rule.region and rule.number and rule.cite
    ]
    set_by = Limit("rating_set", _("限期整改"), L[52, 2], "verified_on", [rectification], None, day="rectify_by")
    unseen = [
        Limit(
            key, name, L[52, 2], "received_on", [end], L.working_days(number), only=NAMED, seen=False,
        )
        for key, name, end, number in (
            ("rating_contact_hint", _("一个工作日内联系核实（国办发〔2019〕51号，原文未见）"), verification, 1),
            ("rating_reply_hint", _("十五个工作日内整改反馈（国办发〔2019〕51号，原文未见）"), reply, 15),
        )
    ]  # fmt: skip
    return [*local, set_by, *unseen]


SERVICE_RATING = Procedure(
    "service_rating",
    "2019",
    _("差评核实"),
    [L[52, 2]],
    ServiceRating,
    in_force=(date(2019, 12, 3), None),
    steps=[receipt, verification, rectification, reply, revisit, closing],
    limits=_limits(),
    word="评",
)
