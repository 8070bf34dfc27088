"""信访事项的复查请求、包案、督办、评价和办结的步骤 ——《信访工作条例》第十八条、第三十五条、第四十条。"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Guard, Outcome, Step
from fadu.law.statutes import ARCHIVES_2024
from fadu.procedures.papers import petition as papers
from fadu.procedures.papers.petition_content import served
from fadu.procedures.petition_intake import Articles, Roles


def supervision(a: Articles, roles: Roles, handling: Sequence[Step]) -> list[Step]:
    """What may follow the answer, what leaders and the office add, and the closing."""
    known = {step.key: step for step in handling}
    review_request = Step(
        "petition_review_request",
        _("信访人请求复查"),
        a.review,
        roles.petitioner,
        after=[known["opinion_service"]],
        only=Q(answered_on__isnull=False),
        must=NEVER,
        dated="review_asked_on",
        told=_("你已经请求复查"),
    )
    review_end = Step(
        "petition_review_end",
        _("收到复查、复核意见"),
        a.review_again,
        roles.above,
        after=[review_request],
        only=Q(review_asked_on__isnull=False),
        must=NEVER,
        dated="reviewed_on",
        outcomes=[
            Outcome("upheld", _("维持原处理意见"), a.review_again, sets={"review_result": "upheld"}),
            Outcome("changed", _("改变原处理意见"), a.review_again, sets={"review_result": "changed"}),
        ],
        interim=True,
        repeats=True,
    )
    charge = Step(
        "charge", _("领导包案"), a.charge, roles.organ, must=NEVER, dated="charged_on", asks=("backlog",),
        needs=("leader",), repeats=True,
    )  # fmt: skip
    resolution = Step(
        "resolution", _("信访积案化解"), a.charge, roles.organ, after=[charge], only=Q(backlog=True), must=NEVER,
        dated="resolved_on",
    )  # fmt: skip
    prompting = Step(
        "prompting",
        _("督办"),
        a.prompting,
        roles.office,
        must=NEVER,
        dated="prompted_on",
        needs=("prompt_reason",),
        clears=("adoption_reported_on",),
        yields=[served("prompting_letter", _("信访督办函"), a.prompting, papers.prompting, "信督")],
        repeats=True,
    )
    adoption = Step(
        "adoption_report", _("书面反馈采纳情况"), a.adoption, roles.organ, after=[prompting],
        only=Q(prompted_on__isnull=False), must=NEVER, dated="adoption_reported_on", needs=("adoption_reported",),
        repeats=True,
    )  # fmt: skip
    feedback = Step(
        "feedback", _("反馈结果、提交办结报告"), a.assigned, roles.organ, only=Q(forwarding="assigned"), must=NEVER,
        dated="fed_back_on",
    )  # fmt: skip
    rating = (
        Step(
            "petition_rating", _("回访、信访人评价"), a.rating, roles.petitioner, must=NEVER, dated="rated_on",
            needs=("satisfaction",), repeats=True,
        )
        if a.rating
        else None
    )  # fmt: skip
    closing = Step(
        "closing",
        _("办结归档"),
        # The texts end with the answer; what is filed is 《档案法实施条例》第十九条.
        ARCHIVES_2024[19],
        roles.organ,
        after=[known[key] for key in known if key != "route_end"],
        guards=[
            Guard(
                a.handling,
                Q(refused_on__isnull=False)
                | Q(opined_on__isnull=False)
                | Q(settled_on__isnull=False)
                | Q(replied_on__isnull=False)
                | Q(accusation_ended_on__isnull=False)
                | Q(diverted_on__isnull=False)
                | Q(route_ended_on__isnull=False)
                | Q(forwarding__in=["judicial", "discipline"])
                | Q(forwarded_on__isnull=False, handed_on=None),
                _("信访事项尚未办结"),
            )
        ],
        dated="concluded_on",
        closes=True,
        told=_("你的信访事项已经办结"),
    )
    found = (review_request, review_end, charge, resolution, prompting, adoption, feedback, rating, closing)
    return [each for each in found if each]
