"""行政复议的决定、调解和终止 ——《行政复议法》（2023年修订）第四十一条、第六十一条至第七十五条；实施条例第五章。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.declare import ALWAYS, NEVER, Document, Ground, Guard, Limit, Outcome, Step, Wait
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.law.statutes import REVIEW_2023 as L
from fadu.law.statutes import REVIEW_REGULATION_2026 as R
from fadu.procedures.papers import reconsideration_decision as papers
from fadu.procedures.reconsideration_acceptance import NEW_RULES, acceptance, deemed_acceptance
from fadu.procedures.reconsideration_choices import FITTING
from fadu.procedures.reconsideration_examination import (
    BRIEF,
    GOING_ON,
    RUNNING,
    SUSPENDED,
    allocation,
    consultation,
    hearing,
    hearing_notice,
    inspected,
    listening,
    reaching,
    sending,
    stopped,
)
from fadu.procedures.reconsideration_norm import norm_conclusion, resumption
from fadu.procedures.reconsideration_roles import applicant, examiner, office, office_head, organ_head


def served_paper(key: str, name: Label, cites: Cite, compose: Any, word: str, only: Q = ALWAYS) -> Document:
    return Document(key, name, cites, compose=compose, contents=papers.contents, word=word, served=True, only=only)


def outcome(key: str, name: Label, cites: Cite, **more: Any) -> Outcome:
    """One kind of decision: it fixes ``decision`` and states its ground, reasons, basis and content."""
    needs = ("ground", "reasons", "basis", *more.pop("needs", ()))
    return Outcome(key, name, cites, sets={"decision": key}, needs=needs, **more)


def fitting(cites: Mapping[str, Cite], grounds: Mapping[str, tuple[str, ...]] = FITTING) -> tuple[Guard, ...]:
    """Each decision only on the grounds its article gives."""
    return tuple(
        Guard(cites[key], ~Q(decision=key) | Q(ground__in=grounds[key]), _("决定的种类与所写的情形不符"))
        for key in cites
    )


KINDS = {
    "changed": L[63, 1],
    "revoked": L[64, 1],
    "partly_revoked": L[64, 1],
    "unlawful": L[65],
    "performance": L[66],
    "void": L[67],
    "upheld": L[68],
    "request_dismissed": L[69],
    "agreement": L[71, 1],
    "compensated": L[71, 2],
}
_redo = ("redo", "redo_by", "restored", "damages", "damages_dismissed")

proposal = Step(
    "proposal",
    _("行政复议机构提出意见"),
    L[61, 1],
    examiner,
    after=[
        allocation,
        sending,
        reaching,
        listening,
        hearing_notice,
        hearing,
        consultation,
        norm_conclusion,
        resumption,
    ],
    only=GOING_ON,
    dated="proposed_on",
    asks=("committee_declined", "declined_reason", "own_evidence"),
    needs=("findings", "proposal"),
    guards=(
        # 条例第五十二条 “不采纳……咨询意见的，应当说明理由”
        Guard(
            R[52],
            Q(committee_declined=False) | ~Q(declined_reason="") | Q(proposed_on__lt=NEW_RULES),
            _("不采纳行政复议委员会咨询意见的，应当说明理由"),
        ),
    ),
    repeats=True,
    yields=[Document("review_report", _("行政复议案件审理意见"), L[61, 1], compose=papers.review_report)],
)
# 第七十条: silence of the respondent leaves the act without evidence, unless a third party's interests are in it.
_unanswered = Guard(
    L[70],
    ~Q(ground="unanswered") | Q(answered_on=None) | Q(evidence_handed=False),
    _("被申请人已经答复并提交证据，不能以不答复为由决定"),
)
_silent = Guard(
    L[70],
    Q(answered_on__isnull=False)
    | Q(third_proved=True)
    | Q(decision__in=["revoked", "partly_revoked", "unlawful", "void", "performance"])
    | Q(ground__in=["no_duty", "already_done", "impossible", "not_void"]),
    _("被申请人不答复、不提交证据依据的，决定撤销、部分撤销，确认违法、无效或者责令履行"),
)
_third = Guard(
    L[70],
    ~Q(ground="unanswered") | Q(third_proved=False),
    _("行政行为涉及第三人合法权益，第三人提供证据的，不能以不答复为由决定"),
)
decision = Step(
    "decision",
    _("作出行政复议决定"),
    L[61, 1],
    organ_head,
    after=[proposal],
    only=GOING_ON,
    must=RUNNING,  # unless it ended otherwise
    dated="decided_on",
    asks=("third_proved",),
    outcomes=[
        outcome("changed", _("变更"), L[63, 1], needs=("content",), asks=("worse", "third_asked", *_redo[2:])),
        outcome("revoked", _("撤销"), L[64, 1], asks=("content", *_redo)),
        outcome("partly_revoked", _("部分撤销"), L[64, 1], needs=("content",), asks=_redo),
        outcome("unlawful", _("确认违法"), L[65], asks=("content", *_redo)),
        outcome("performance", _("责令履行"), L[66], needs=("content", "perform_by")),
        outcome("void", _("确认无效"), L[67], asks=("content", *_redo[2:])),
        outcome("upheld", _("维持"), L[68], asks=("content",)),
        outcome("request_dismissed", _("驳回行政复议请求"), L[69], asks=("content",)),
        outcome("agreement", _("责令承担行政协议责任"), L[71, 1], needs=("content",), asks=("perform_by", *_redo[2:])),
        outcome("compensated", _("责令给予合理补偿"), L[71, 2], needs=("content",), asks=("perform_by",)),
    ],
    guards=(*fitting(KINDS), _unanswered, _silent, _third),
    yields=[
        served_paper(
            "reconsideration_decision", _("行政复议决定书"), L[75, 1], papers.reconsideration_decision, "复决"
        ),
    ],
    told=_("行政复议机关作出了决定，决定书送达后生效"),
)
dismissal = Step(
    "dismissal",
    _("驳回行政复议申请"),
    L[33],
    organ_head,
    after=[acceptance, deemed_acceptance],
    before=[decision],
    only=RUNNING,
    must=NEVER,
    dated="dismissed_on",
    asks=("prior",),
    needs=("refusal_reason",),
    yields=[served_paper("dismissal_decision", _("驳回行政复议申请决定书"), L[33], papers.dismissal_decision, "复驳")],
    told=_("行政复议机关驳回了你的申请，决定书说明理由和可以起诉的期限"),
)
mediation = Step(
    "mediation",
    _("当事人经调解达成协议"),
    L[73, 1],
    office,
    after=[acceptance, deemed_acceptance],
    before=[decision],
    only=RUNNING,
    must=NEVER,
    dated="mediated_on",
    needs=("agreement",),
    yields=[served_paper("mediation_statement", _("行政复议调解书"), L[73, 1], papers.mediation_statement, "复调")],
    told=_("当事人经调解达成了协议，调解书由各方签字"),
)
mediation_signing = Step(
    "mediation_signing",
    _("各方签字，加盖行政复议机关印章"),
    L[73, 1],
    office,
    after=[mediation],
    before=[decision],
    only=RUNNING & Q(mediated_on__isnull=False),
    must=NEVER,
    dated="mediation_signed_on",
    told=_("调解书经各方签字、盖章，具有法律效力"),
)
withdrawal = Step(
    "withdrawal",
    _("申请人撤回申请"),
    L[74, 2],
    applicant,
    after=[acceptance, deemed_acceptance],
    before=[decision],
    only=RUNNING,
    must=NEVER,
    dated="withdrawn_on",
    asks=("settled", "settlement_lawful", "withdrawal_reason"),
    told=_("你撤回了申请，由行政复议机构准予后终止"),
)
_ending = served_paper("termination_decision", _("行政复议终止决定书"), L[41], papers.termination_decision, "复终")
termination = Step(
    "termination",
    _("终止行政复议"),
    L[41],
    organ_head,
    after=[acceptance, deemed_acceptance],
    before=[decision],
    only=RUNNING,
    must=NEVER,
    dated="terminated_on",
    needs=("termination_ground",),
    guards=(
        Guard(
            L[41, None, 1],
            ~Q(termination_ground="withdrawn") | Q(withdrawn_on__isnull=False),
            _("申请人没有撤回申请"),
        ),
        Guard(
            L[41, None, 5],
            ~Q(termination_ground__in=["lasting", "settled"]),
            _("中止满六十日的，办理“中止满六十日终止”；和解的，由申请人撤回申请"),
        ),
    ),
    yields=[_ending],
    told=_("行政复议终止"),
)
abatement = Step(
    "abatement",
    _("中止满六十日终止"),
    L[41, None, 5],
    organ_head,
    after=[acceptance, deemed_acceptance],
    before=[decision],
    only=RUNNING & SUSPENDED & Q(suspension_ground__in=["death", "incapacity", "dissolved"]),
    must=NEVER,
    dated="terminated_on",
    outcomes=[Outcome("lasting", _("原因仍未消除"), L[41, None, 5], sets={"termination_ground": "lasting"})],
    waits=[Wait(L[41, None, 5], "suspended_on", L.days(60), says=_("中止没有满六十日"))],
    yields=[_ending],
    told=_("中止满六十日，原因仍未消除，行政复议终止"),
)
STEPS = (proposal, decision, dismissal, mediation, mediation_signing, withdrawal, termination, abatement)
ENDS = [decision, dismissal, mediation_signing, termination, abatement]
# “并书面告知当事人”: until they were told in writing, the sixty days stand.
_complex = Ground("complex", _("情况复杂"), L[62, 1], by=office_head, cap=L.days(30), times=1, written=True)
LIMITS = (
    Limit(
        "decision",
        _("六十日内作出决定"),
        L[62, 1],
        "accepted_on",
        ENDS,
        within=L.days(60),
        only=~BRIEF & Q(decide_by=None),
        suspends=[stopped, inspected],
        extends=[_complex],
        missed=_("申请人可以自行政复议期限届满之日起十五日内提起行政诉讼"),
    ),
    # “法律规定的行政复议期限少于六十日的除外”: the day is the one that law gives.
    Limit(
        "decision_by_law",
        _("法律规定的较短期限内作出决定"),
        L[62, 1],
        "accepted_on",
        ENDS,
        within=None,
        day="decide_by",
        only=~BRIEF & Q(decide_by__isnull=False),
        missed=_("申请人可以自行政复议期限届满之日起十五日内提起行政诉讼"),
    ),
    Limit(
        "summary_decision",
        _("三十日内作出决定"),
        L[62, 2],
        "accepted_on",
        ENDS,
        within=L.days(30),
        only=BRIEF,
        suspends=[stopped, inspected],
        missed=_("申请人可以自行政复议期限届满之日起十五日内提起行政诉讼"),
    ),
)
