"""司法确认: what happens to an agreement before the court ——《人民调解法》第三十二条、第三十三条。"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Lapse, Outcome, Role, Step
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.law.statutes import MEDIATION_CONFIRMATION_2011 as J
from fadu.procedures.mediation_course import mediator, oral_agreement, party, signing
from fadu.procedures.mediation_record import AGREED
from fadu.procedures.papers import mediation as papers

both = Role("both", _("双方当事人"), L[33, 1], posts=("mediator", "clerk"), outside=True)
court = Role("court", _("人民法院"), J[4, 1], posts=("mediator", "clerk"), outside=True)

suit = Step(
    "suit",
    _("就协议的履行或者内容向人民法院起诉"),
    L[32],
    party,
    after=[oral_agreement, signing],
    only=AGREED,
    must=NEVER,
    dated="sued_on",
    strand="court",
)
# 第三十三条第一款 “自调解协议生效之日起三十日内共同”: the same thirty days stand in 《民事诉讼法》第二百零五条
# （2023年） and, before 2024, in its article 201; the mediation law is cited for all years.
confirmation_request = Step(
    "confirmation_request",
    _("共同申请司法确认"),
    L[33, 1],
    both,
    after=[oral_agreement, signing],
    only=AGREED & Q(confirmation_asked_on=None),
    must=NEVER,
    dated="confirmation_asked_on",
    asks=("status",),
    needs=("jointly", "court"),
    guards=(Guard(J[4, 2, 2], Q(status=False), _("确认身份关系、收养关系、婚姻关系的，人民法院不予受理")),),
    lapses=[Lapse(L[33, 1], "effective_on", L.days(30, "party"), says=_("司法确认须自协议生效之日起三十日内申请"))],
    yields=[Document("confirmation_application", _("司法确认申请书"), J[3], compose=papers.confirmation_application)],
    strand="court",
    repeats=True,
    told=_("双方向人民法院申请司法确认"),
)
confirmation_acceptance = Step(
    "confirmation_acceptance",
    _("人民法院决定是否受理"),
    J[4, 1],
    court,
    after=[confirmation_request],
    only=Q(confirmation_asked_on__isnull=False, ruled_on=None, confirmation_accepted_on=None),
    must=NEVER,
    dated="confirmation_accepted_on",
    asks=("confirmation_number",),
    outcomes=[
        Outcome("court_accepted", _("受理"), J[4, 1]),
        Outcome(
            "not_accepted",
            _("不予受理"),
            J[4, 2],
            sets={"confirmation": "not_accepted"},
            needs=("confirmation_ground",),
        ),
    ],
    strand="court",
    repeats=True,
    interim=True,
    told=_("人民法院决定了是否受理司法确认申请"),
)
_VALID = Q(confirmation_accepted_on__isnull=False, ruled_on=None) & ~Q(confirmation="not_accepted")
confirmation_ruling = Step(
    "confirmation_ruling",
    _("人民法院作出是否确认的决定"),
    J[5, 1],
    court,
    after=[confirmation_acceptance],
    only=_VALID,
    must=NEVER,
    dated="ruled_on",
    outcomes=[
        Outcome("confirmed", _("确认有效"), J[8], sets={"confirmation": "confirmed"}),
        Outcome(
            "invalid", _("不予确认、驳回申请"), J[7], sets={"confirmation": "invalid"}, needs=("confirmation_ground",)
        ),
        Outcome("withdrawn", _("撤回申请"), J[5, 2], sets={"confirmation": "withdrawn"}),
    ],
    strand="court",
    repeats=True,
    interim=True,
    told=_("人民法院作出了司法确认的决定"),
)
confirmation_execution = Step(
    "confirmation_execution",
    _("对方当事人申请强制执行"),
    L[33, 2],
    party,
    after=[confirmation_ruling],
    only=Q(confirmation="confirmed"),
    must=NEVER,
    dated="execution_asked_on",
    strand="court",
)
renewal = Step(
    "renewal",
    _("变更原协议或者重新调解"),
    L[33, 3],
    mediator,
    after=[confirmation_ruling],
    only=Q(confirmation="invalid", ruled_on__isnull=False),
    must=NEVER,
    clears=("effective_on", "drafted_on", "confirmation_asked_on", "confirmation_accepted_on", "ruled_on"),
    repeats=True,
    told=_("协议没有得到确认，可以变更原协议或者达成新的协议，也可以起诉"),
)
