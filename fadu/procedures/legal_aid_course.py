"""法律援助的步骤: application or notice, review, decision, assignment, end, objection; for both texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import NEVER, Document, Guard, Outcome, Role, Step
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import LEGAL_AID_2003 as OLD
from fadu.law.statutes import LEGAL_AID_2021 as L
from fadu.procedures.papers import legal_aid as papers

STAFF = ("officer", "clerk", "head", "principal")
ASKED = Q(applied_on__isnull=False)
AIDED = Q(granted_on__isnull=False) | Q(notified_on__isnull=False) | Q(advanced_on__isnull=False)
RUNS = AIDED & Q(terminated_on=None, reported_on=None)
ENDED = (
    Q(reported_on__isnull=False) | Q(terminated_on__isnull=False) | Q(deemed_withdrawn_on__isnull=False)
    | Q(refused_on__isnull=False, granted_on=None)
)  # fmt: skip


@dataclass(frozen=True)
class Course:
    """The steps of one edition, those that limits speak of by name."""

    new: bool
    steps: Sequence[Step]
    application: Step
    supplement: Step
    deemed: Step
    granting: Step
    refusing: Step
    assignment: Step
    objection_review: Step


def course(*, new: bool) -> Course:
    """The steps as the law of 2021 has them, or the Regulations of 2003."""

    def cite(now: Cite, then: Cite) -> Cite:
        return now if new else then

    def paper(
        key: str, name: Label, cites: Cite, compose: Callable[[Mapping[str, Any]], object], word: str = ""
    ) -> Document:
        return Document(key, name, cites, compose=compose, contents=papers.contents, word=word, served=bool(word))

    agency = Role("agency", _("法律援助机构"), cite(L[12], OLD[5, 2]), posts=STAFF)
    applicant = Role("applicant", _("申请人"), cite(L[38], OLD[17, 1]), posts=STAFF, outside=True)
    authority = Role("authority", _("办案机关"), cite(L[36], OLD[20]), posts=STAFF, outside=True)
    bureau = Role("bureau", _("司法行政部门"), cite(L[49, 2], OLD[19]), posts=STAFF, outside=True)

    application = Step(
        "application",
        _("收到法律援助申请"),
        cite(L[38], OLD[17, 1]),
        applicant,
        only=Q(notified_on=None),
        must=NEVER,
        dated="applied_on",
        asks=("channel", "form", "means", "exempt", "unconditional", "on_behalf", "detained_at", "recipient",
              "recipients", "priority", "home_visit"),
        needs=("case_class", "matter", "facts"),
        yields=[paper("aid_application", _("法律援助申请表"), cite(L[38], OLD[17, 2]), papers.aid_application)],
        told=_("法律援助机构收到了你的申请，七日内决定是否给予") if new else _("法律援助机构收到了你的申请"),
    )  # fmt: skip
    # 第二十五条第一款 “应当通知”, 第二款 “可以通知”; in 2003 only the court appoints (第十二条).
    notice = Step(
        "defence_notice",
        _("收到指派律师的通知") if new else _("收到指定辩护通知"),
        cite(L[36], OLD[20]),
        authority,
        only=Q(applied_on=None),
        must=NEVER,
        dated="notified_on",
        asks=("form", "recipient", "recipients", "hearing_on", "facts"),
        needs=("notifier", "must_notify", "case_class"),
        guards=[] if new else [Guard(OLD[12, 1], Q(notifier="court"), _("指定辩护的是人民法院"))],
    )
    told = Step(
        "supplement_notice",
        _("一次性告知补充材料") if new else _("要求补充或者说明"),
        cite(L[43, 2], OLD[18, 1]),
        agency,
        after=[application],
        only=ASKED & Q(granted_on=None, refused_on=None, supplement_told_on=None),
        must=NEVER,
        dated="supplement_told_on",
        asks=("supplement_by",),
        needs=("supplement",),
        yields=[paper("supplement_notice", _("补充材料、说明通知书"), cite(L[43, 2], OLD[18, 1]),
                      papers.supplement_notice, "援补")],
        told=_("你的申请需要补充材料或者说明，没有按要求补充的视为撤回"),
    )  # fmt: skip
    supplement = Step(
        "supplement",
        _("申请人补充材料、说明"),
        cite(L[43, 2], OLD[18, 1]),
        applicant,
        after=[told],
        only=Q(supplement_told_on__isnull=False, deemed_withdrawn_on=None),
        must=NEVER,
        dated="supplemented_on",
        told=_("法律援助机构收到了补充的材料"),
    )
    deemed = Step(
        "deemed_withdrawal",
        _("未按要求补充，视为撤回申请") if new else _("未按要求补充，视为撤销申请"),
        cite(L[43, 2], OLD[18, 1]),
        agency,
        after=[told],
        only=Q(supplement_told_on__isnull=False, supplemented_on=None, granted_on=None, refused_on=None),
        must=NEVER,
        dated="deemed_withdrawn_on",
        told=_("没有按要求补充材料，申请视为撤回"),
    )
    advance = Step(
        "advance_aid",
        _("决定先行提供法律援助"),
        L[44, 1],
        agency,
        after=[application],
        only=ASKED & Q(granted_on=None, refused_on=None),
        must=NEVER,
        dated="advanced_on",
        needs=("advance",),
        told=_("情况紧急，先行提供法律援助；请及时补办手续"),
    )
    formalities = Step(
        "formalities",
        _("补办手续、补充材料"),
        L[44, 2],
        applicant,
        after=[advance],
        only=Q(advanced_on__isnull=False),
        dated="formalities_on",
    )
    undecided = ASKED & Q(granted_on=None, deemed_withdrawn_on=None)
    granting = Step(
        "granting",
        _("审查并决定给予法律援助"),
        cite(L[43, 1], OLD[18, 2]),
        agency,
        after=[application],
        only=undecided & (Q(refused_on=None) | Q(ordered=True)),
        must=ASKED & Q(refused_on=None, advanced_on=None),
        dated="granted_on",
        asks=("checked_by", "poor", "exempt", "unconditional", "other_reason", "form"),
        yields=[
            paper("aid_decision", _("给予法律援助决定书"), cite(L[43, 1], OLD[18, 2]), papers.aid_decision, "援决")
        ],
        told=_("法律援助机构决定给予你法律援助"),
    )
    refusing = Step(
        "aid_refusal",
        _("审查并决定不给予法律援助"),
        cite(L[43, 1], OLD[18, 2]),
        agency,
        after=[application],
        before=[granting],
        only=undecided & Q(refused_on=None),
        must=NEVER,
        dated="refused_on",
        asks=("checked_by",),
        needs=("refusal_reason", "refusal_written"),
        yields=[paper("aid_refusal", _("不予法律援助决定书"), cite(L[43, 1], OLD[18, 2]), papers.aid_refusal, "援不")],
        told=_("法律援助机构决定不给予法律援助，决定书写明理由和异议的途径"),
    )
    assignment = Step(
        "aid_assignment",
        _("指派法律援助人员"),
        cite(L[43, 1], OLD[21]),
        agency,
        after=[application, notice, granting],
        only=AIDED & Q(terminated_on=None),
        dated="assigned_on",
        asks=("assigned_firm", "practised", "informed_on", "form", "recipient", "recipients"),
        needs=("assigned_kind", "assigned_to"),
        guards=(
            Guard(
                cite(L[36], OLD[21]),
                Q(notified_on=None) | Q(informed_on__isnull=False),
                _("通知指派的，指派后通知办案机关"),
            ),
        ),
        yields=[paper("assignment_letter", _("法律援助指派通知书"), cite(L[43, 1], OLD[21]), papers.assignment_letter,
                      "援指")],
        told=_("已经为你指派法律援助人员"),
    )  # fmt: skip
    replacement = Step(
        "replacement",
        _("更换法律援助人员"),
        L[55],
        agency,
        after=[assignment],
        only=RUNS,
        must=NEVER,
        dated="replaced_on",
        asks=("assigned_firm", "practised"),
        needs=("replaced_for", "assigned_kind", "assigned_to"),
        repeats=True,
        told=_("法律援助人员已经更换"),
    )
    termination = Step(
        "aid_termination",
        _("决定终止法律援助"),
        cite(L[48, 1], OLD[23]),
        agency,
        after=[application, notice],
        only=RUNS,
        must=NEVER,
        dated="terminated_on",
        asks=("end_reason",),
        needs=("end",),
        yields=[paper("aid_termination", _("终止法律援助决定书"), cite(L[48, 1], OLD[23]), papers.aid_termination,
                      "援终")],
        told=_("法律援助终止；有异议的可以向司法行政部门提出") if new else _("法律援助终止"),
    )  # fmt: skip
    # 第四十九条 knows objections to refusal and to termination; 条例第十九条 only to refusal.
    against = Q(refused_on__isnull=False) | Q(terminated_on__isnull=False) if new else Q(refused_on__isnull=False)
    objection = Step(
        "objection",
        _("收到异议"),
        cite(L[49, 1], OLD[19]),
        applicant,
        after=[application, notice],
        only=against,
        must=NEVER,
        dated="objected_on",
        needs=("objection",),
        told=_("司法行政部门收到了你的异议"),
    )
    objection_review = Step(
        "objection_review",
        _("司法行政部门审查异议"),
        cite(L[49, 2], OLD[19]),
        bureau,
        after=[objection],
        only=Q(objected_on__isnull=False),
        dated="objection_decided_on",
        outcomes=[
            Outcome("upheld", _("维持法律援助机构的决定"), cite(L[49, 2], OLD[19]),
                    needs=("remedies_told",) if new else ()),
            Outcome("set_right", _("责令法律援助机构改正"), cite(L[49, 2], OLD[19]), sets={"ordered": True}),
        ],
        yields=[paper("objection_decision", _("异议审查决定书"), cite(L[49, 2], OLD[19]), papers.objection_decision,
                      "援异")],
        interim=True,
        told=_("司法行政部门审查了你的异议"),
    )  # fmt: skip
    report = Step(
        "aid_report",
        _("办理结束，提交报告和文书副本"),
        cite(L[50], OLD[24, 1]),
        agency,
        after=[assignment],
        only=AIDED & Q(terminated_on=None),
        dated="reported_on",
        asks=("recovered", "charged"),
        needs=("result",),
        yields=[paper("aid_report", _("法律援助结案报告表"), cite(L[50], OLD[24, 1]), papers.aid_report)],
        told=_("法律援助事项办理结束"),
    )
    subsidy = Step(
        "subsidy",
        _("支付法律援助补贴"),
        cite(L[52, 1], OLD[24, 2]),
        agency,
        after=[report],
        only=Q(reported_on__isnull=False),
        must=Q(reported_on__isnull=False) & ~Q(assigned_kind="staff"),
        dated="subsidy_on",
        needs=("subsidy",),
    )
    quality = Step(
        "quality",
        _("质量考核、回访受援人"),
        L[57],
        bureau,
        after=[report],
        only=Q(reported_on__isnull=False),
        must=NEVER,
        dated="graded_on",
        needs=("grade",),
    )
    closing = Step(
        "closing",
        _("结案归档"),
        ARCHIVES_2024[19, 1],
        agency,
        after=[formalities, report, subsidy, objection_review] if new else [report, subsidy, objection_review],
        only=ENDED,
        closes=True,
        told=_("本件已经结案归档"),
    )
    fresh = [advance, formalities] if new else []
    later = [replacement] if new else []
    last = [quality] if new else []
    steps = [
        application, notice, told, supplement, deemed, *fresh, granting, refusing, assignment, *later, termination,
        objection, objection_review, report, subsidy, *last, closing,
    ]  # fmt: skip
    return Course(new, steps, application, supplement, deemed, granting, refusing, assignment, objection_review)
