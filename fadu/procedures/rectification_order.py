"""责令改正 ——《行政处罚法》（2021年修订）第二十八条第一款：实施行政处罚时，应当责令当事人改正或者限期改正违法行为。

2017年版的相应条文（第二十三条）不在所据摘录之内，未见原文：2021年7月15日以前的责令改正只登记事实，不作期限认定。
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Limit, Outcome, Procedure, Role, Step
from fadu.engine.facts import account, choice, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import PENALTY_2017 as OLD
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.papers import penalty

NEW_LAW = date(2021, 7, 15)
RESULTS = (
    ("corrected", _("已经改正")),
    ("partly", _("部分改正")),
    ("refused", _("拒不改正")),
)


class RectificationOrder(Record):
    violation = account(_("违法行为"), L[28, 1])
    violated = text(_("违反的规定"), L[28, 1], 400)
    requirements = account(_("改正内容及要求"), L[28, 1])
    inspected_on = day(_("检查日期"), L[54, 1])
    ordered_on = day(_("责令改正日期"), L[28, 1])
    correct_by = day(_("通知书载明的改正期限"), L[28, 1])
    at_once = yes(_("责令立即改正"), L[28, 1])
    served_on = day(_("送达日期"), L[28, 1])
    rechecked_on = day(_("复查日期"), L[28, 1])
    recheck = account(_("复查情况"), L[28, 1])
    result = choice(_("改正情况"), L[28, 1], RESULTS)
    to_penalty_on = day(_("转入行政处罚日期"), L[54, 2])

    class Meta:
        verbose_name = _("责令改正")
        verbose_name_plural = _("责令改正")
        indexes = [models.Index(fields=["ordered_on"], name="rectification_ordered")]
        constraints = [
            never(
                Q(ordered_on__gte=NEW_LAW, correct_by=None, at_once=False),
                L[28, 1],
                "rectification_dated",
                _("责令改正或者限期改正：写明改正期限，或者写明立即改正"),
            ),
            never(Q(correct_by__lt=F("ordered_on")), L[28, 1], "rectification_by", _("改正期限不能早于责令改正之日")),
            never(Q(rechecked_on__lt=F("ordered_on")), L[28, 1], "rectification_rechecked", _("复查不能早于责令改正")),
        ]


def _procedure(edition: str, in_force: tuple[date, date | None]) -> Procedure:
    """One edition. The steps are the same; what the 2017 edition says on the matter was not seen."""
    new = edition == "2021"
    # Of the 2017 edition only the general duty to act by the law is held: the article on correction was not seen.
    cites = L[28, 1] if new else OLD[3, 1]
    officers = Role(
        "officers",
        _("执法人员"),
        L[42, 1] if new else OLD[37, 1],
        posts=("officer",),
        at_least=2,
        certified=True,
    )
    order = Step(
        "order",
        _("责令改正"),
        cites,
        officers,
        dated="ordered_on",
        asks=("inspected_on", "correct_by", "at_once"),
        needs=("violation", "violated", "requirements"),
        yields=[
            Document(
                "rectification_notice",
                _("责令改正通知书"),
                cites,
                compose=penalty.rectification_notice,
                word="责改",
                served=True,
            )
        ],
        told=_("责令你改正"),
    )
    service = Step(
        "service",
        _("送达责令改正通知书"),
        cites,
        officers,
        after=[order],
        dated="served_on",
        serves="rectification_notice",
        told=_("决定书送到你手里"),
    )
    recheck = Step(
        "recheck",
        _("复查"),
        cites,
        officers,
        after=[order, service],
        dated="rechecked_on",
        needs=("recheck",),
        outcomes=[
            Outcome("corrected", _("已经改正"), cites, sets={"result": "corrected"}),
            Outcome("partly", _("部分改正"), cites, sets={"result": "partly"}),
            Outcome("refused", _("拒不改正"), cites, sets={"result": "refused"}),
        ],
        repeats=True,
        told=_("复查是否改正"),
    )
    to_penalty = Step(
        "to_penalty",
        _("转入行政处罚"),
        L[54, 2] if new else OLD[38, 1],
        officers,
        after=[order],
        must=NEVER,
        dated="to_penalty_on",
    )
    closing = Step(
        "closing",
        _("办结归档"),
        ARCHIVES_2024[19, 1],
        officers,
        after=[order, recheck],
        only=Q(result="corrected") | Q(to_penalty_on__isnull=False),
        closes=True,
        told=_("办结"),
    )
    return Procedure(
        "rectification_order",
        edition,
        _("责令改正"),
        [cites],
        RectificationOrder,
        in_force=in_force,
        steps=[order, service, recheck, to_penalty, closing],
        limits=[
            # The law gives no number of days: the last day is the one written in the notice, read from the column.
            Limit(
                "correction",
                _("通知书载明的改正期限"),
                cites,
                order,
                [recheck],
                within=None,
                day="correct_by",
                whose="party",
                missed=_("逾期不改正的，依法处理"),
                seen=new,
            )
        ],
        word="改案",
    )


RECTIFICATION_ORDER = _procedure("2021", (NEW_LAW, None))
RECTIFICATION_ORDER_2017 = _procedure("2017", (date(2018, 1, 1), date(2021, 7, 14)))
