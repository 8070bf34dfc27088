"""行政复议决定的送达、公开和履行，意见书 ——《行政复议法》（2023年修订）第七十五条至第七十九条。"""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Guard, Limit, Publicity, Step
from fadu.engine.masking import hidden
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration_decision as papers
from fadu.procedures.reconsideration_acceptance import acceptance, deemed_acceptance
from fadu.procedures.reconsideration_decision import decision, mediation_signing, served_paper
from fadu.procedures.reconsideration_roles import office, office_head, organ_head, recipient, respondent

DECIDED = Q(decided_on__isnull=False) | Q(dismissed_on__isnull=False) | Q(mediation_signed_on__isnull=False)
TO_PERFORM = (
    Q(decision__in=["performance", "agreement", "compensated"], decided_on__isnull=False)
    | Q(redo=True, decided_on__isnull=False)
    | Q(damages__gt=0, decided_on__isnull=False)
    | (Q(decided_on__isnull=False) & ~Q(restored=""))
    | Q(mediation_signed_on__isnull=False)
)


EMPTY = dict.fromkeys(("name", "kind", "role", "representative", "id_number", "phone", "address"), "")
service = Step(
    "service",
    _("送达行政复议决定书"),
    L[75, 2],
    office,
    after=[decision],
    only=Q(decided_on__isnull=False),
    dated="served_on",
    serves="reconsideration_decision",
    told=_("行政复议决定书已经送达，发生法律效力；不服的，可以自收到之日起十五日内起诉"),
)
copying = Step(
    "copying",
    _("抄告被申请人的上一级主管部门"),
    L[79, 2],
    office,
    after=[service],
    only=Q(served_on__isnull=False) | Q(opinion_on__isnull=False),
    must=NEVER,
    dated="copied_on",
)
suit = Step(
    "suit",
    _("提起行政诉讼"),
    L[10],
    office,
    after=[acceptance, deemed_acceptance],
    only=DECIDED,
    must=NEVER,
    dated="sued_on",
)
performance = Step(
    "performance",
    _("被申请人履行"),
    L[77, 1],
    respondent,
    after=[service, mediation_signing],
    only=TO_PERFORM,
    dated="performed_on",
    asks=("redone_on",),
    needs=("performance",),
    guards=(Guard(R[58, 1], Q(redo=False) | Q(redone_on__isnull=False), _("须写明重新作出行政行为的日期")),),
    told=_("被申请人履行了行政复议决定书、调解书"),
)
order = Step(
    "order",
    _("责令限期履行"),
    L[77, 2],
    organ_head,
    after=[service, mediation_signing],
    before=[performance],
    only=TO_PERFORM & Q(performed_on=None),
    must=NEVER,
    dated="ordered_on",
    asks=("talked", "criticised"),
    needs=("order_by",),
    yields=[served_paper("performance_order", _("责令履行通知书"), L[77, 2], papers.performance_order, "复责")],
    told=_("行政复议机关责令被申请人限期履行"),
)
opinion = Step(
    "opinion",
    _("制发行政复议意见书"),
    L[76],
    organ_head,
    after=[acceptance, deemed_acceptance],
    only=Q(accepted_on__isnull=False),
    must=NEVER,
    dated="opinion_on",
    asks=("opinion_reached_on",),
    needs=("opinion_to", "opinion"),
    yields=[served_paper("opinion_letter", _("行政复议意见书"), L[76], papers.opinion_letter, "复意")],
)
opinion_reply = Step(
    "opinion_reply",
    _("有关机关报送纠正情况"),
    L[76],
    recipient,
    after=[opinion],
    only=Q(opinion_on__isnull=False),
    dated="opinion_replied_on",
    asks=("opinion_reached_on",),
    needs=("opinion_reply",),
)
suggestion = Step(
    "suggestion",
    _("制作行政复议建议书"),
    R[69],
    office_head,
    after=[acceptance, deemed_acceptance],
    only=Q(accepted_on__isnull=False),
    must=NEVER,
    dated="suggested_on",
    needs=("suggestion",),
)
closing = Step(
    "closing",
    _("办结归档"),
    ARCHIVES_2024[19],
    office,
    after=[decision, service, performance, opinion_reply],
    only=DECIDED | Q(terminated_on__isnull=False),
    closes=True,
)
STEPS = (service, copying, suit, performance, order, opinion, opinion_reply, suggestion, closing)
LIMITS = (
    # 决定书“一经送达，即发生法律效力”: the sixty days of 条例第五十八条 (2007年第四十九条) are counted from then.
    Limit(
        "redoing",
        _("六十日内重新作出行政行为"),
        R[58, 1],
        "served_on",
        [performance],
        within=R.days(60),
        only=Q(redo=True, redo_by=None),
        whose="party",
    ),
    Limit(
        "redoing_by",
        _("决定书载明的重新作出期限"),
        L[64, 1],
        "served_on",
        [performance],
        within=None,
        day="redo_by",
        only=Q(redo=True, redo_by__isnull=False),
        whose="party",
    ),
    Limit(
        "performing_by",
        _("决定书载明的履行期限"),
        L[66],
        "served_on",
        [performance],
        within=None,
        day="perform_by",
        only=Q(perform_by__isnull=False),
        whose="party",
        missed=_("责令限期履行，可以约谈、通报批评（第七十七条第二款）"),
    ),
    Limit(
        "ordered",
        _("责令履行通知载明的期限"),
        L[77, 2],
        "ordered_on",
        [performance],
        within=None,
        day="order_by",
        whose="party",
        missed=_("依法给予处分（第八十三条）"),
    ),
    Limit(
        "opinion_reply",
        _("六十日内报送纠正情况"),
        L[76],
        "opinion_reached_on",
        [opinion_reply],
        within=L.days(60),
        whose="party",
    ),
    Limit(
        "suing",
        _("十五日内提起行政诉讼"),
        L[34],
        "served_on",
        [suit],
        within=L.days(15, "party"),
        whose="party",
        only=Q(prior=True),
    ),
)


def rendition(snapshot: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of a decision is made public: who decided what about which act; the applicant only by a masked name."""
    record = snapshot["record"]
    parties = [SimpleNamespace(**{**EMPTY, **each}) for each in snapshot["parties"]]
    party: Mapping[str, Any] = next((each for each in snapshot["parties"] if each["role"] == "party"), {})
    name = hidden(str(party.get("name", "")), parties)
    issued = [each for each in snapshot.get("papers", ()) if each["kind"] == "reconsideration_decision"]
    number = str((issued[-1]["number"] if issued else "") or snapshot["case"]["number"])
    return {
        "number": number,
        "title": "行政复议决定",
        "party": name,
        "rendition": {
            "decision_number": number,
            "party": name,
            **{
                column: hidden(record.get(column) or "", parties)
                for column in ("respondent", "act", "reasons", "basis")
            },
            "decision": record.get("decision"),
            "organ": snapshot["organ"]["name"],
            "decided_on": record.get("decided_on"),
        },
        "cites": [L[79, 1].key],
    }


# “按照国家有关规定”: the provisions that set a day and a term were not seen; none is set here.
PUBLICITY = (Publicity("reconsideration", L[79, 1], of=service, only=Q(act_public=True), render=rendition),)
