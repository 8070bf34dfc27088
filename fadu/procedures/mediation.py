"""人民调解 ——《人民调解法》（2010年，2011年1月1日起施行）；司法确认另依最高人民法院2011年司法确认程序规定.

法律没有规定调解期限。通常所说“一个月”出自2002年《人民调解工作若干规定》，原文未见，只作提示，不计逾期。
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Enclosure, Item
from fadu.engine.declare import Ground, Limit, Procedure
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.law.statutes import MEDIATION_CONFIRMATION_2011 as J
from fadu.procedures import mediation_confirmation as confirming
from fadu.procedures import mediation_course as course
from fadu.procedures.mediation_dossier import PARTS
from fadu.procedures.mediation_record import Mediation

_special = Ground("special", _("特殊情况，经本院院长批准"), J[5, 1], by=confirming.court, cap=J.days(10), times=1)


def _title(stated: Mapping[str, Any]) -> str:
    other = str(stated.get("other_side") or "").strip()
    return f"与{other}的纠纷"[:200] if other else "民间纠纷"


MEDIATION = Procedure(
    "mediation",
    "2010",
    _("人民调解"),
    L[17:33],
    Mediation,
    in_force=(date(2011, 1, 1), None),
    steps=[
        course.application,
        course.initiative,
        course.entrustment,
        course.registration,
        course.refusal,
        course.session,
        course.prevention,
        course.police_report,
        course.oral_agreement,
        course.drafting,
        course.signing,
        course.return_visit,
        confirming.suit,
        confirming.confirmation_request,
        confirming.confirmation_acceptance,
        confirming.confirmation_ruling,
        confirming.confirmation_execution,
        confirming.renewal,
        course.termination,
        course.closing,
    ],
    limits=[
        Limit(
            "mediation_hint",
            _("一般在一个月内调结（2002年规定，原文未见）"),
            L[21, 2],
            "registered_on",
            [course.oral_agreement, course.signing, course.termination],
            within=L.months(1),
            seen=False,
        ),
        Limit(
            "confirmation_request",
            _("共同申请司法确认的期限"),
            L[33, 1],
            "effective_on",
            [confirming.confirmation_request],
            within=L.days(30, "party"),
            only=Q(status=False),
            whose="party",
            missed=_("过期不能再申请司法确认；协议仍有法律约束力（第三十一条第一款）"),
        ),
        Limit(
            "confirmation_acceptance",
            _("人民法院三日内决定是否受理"),
            J[4, 1],
            "confirmation_asked_on",
            [confirming.confirmation_acceptance],
            within=J.days(3),
            whose="court",
        ),
        # The rules of 2011 give fifteen days and ten more. 《民事诉讼法》第一百八十七条 gives thirty to every special
        # procedure since confirmation became one; the shorter period of the special rules, not repealed, is shown.
        Limit(
            "confirmation_ruling",
            _("人民法院十五日内作出是否确认的决定"),
            J[5, 1],
            "confirmation_accepted_on",
            [confirming.confirmation_ruling],
            within=J.days(15),
            only=~Q(confirmation="not_accepted"),
            whose="court",
            extends=[_special],
        ),
        Limit(
            "agreed_performance",
            _("协议约定的履行期限"),
            L[31, 1],
            "effective_on",
            [course.return_visit],
            within=None,
            day="perform_by",
            whose="party",
            missed=_("督促当事人履行；当事人之间发生争议的，可以起诉（第三十二条）"),
        ),
    ],
    unused={24: "当事人的义务，写在权利义务告知书里，不是步骤"},
    word="人调",
    parts=PARTS,
    application=Application(
        _("申请人民调解"),
        L[17],
        "application",
        group=_("矛盾纠纷"),
        says=_("民间纠纷的任何一方都可以向人民调解委员会申请调解。调解不收费；另一方拒绝的，不得调解。"),
        items=[
            Item("name", L[29, 1, 1], of_applicant=True),
            Item("phone", L[29, 1, 1], of_applicant=True),
            Item("address", L[29, 1, 1], of_applicant=True, required=False),
            Item("other_side", L[29, 1, 1]),
            Item("other_contact", L[29, 1, 1], required=False),
            Item("dispute", L[29, 1, 2], hint=_("什么时候、在哪里、为什么事起了纠纷")),
            Item("claims", L[29, 1, 2], hint=_("您希望怎样解决")),
        ],
        to=Q(kind="mediation"),
        title=_title,
        enclosures=[
            Enclosure("identity", _("身份证明"), L[29, 1, 1]),
            Enclosure("proof", _("与纠纷有关的材料"), L[29, 1, 2]),
        ],
        channel="channel",
    ),
)
