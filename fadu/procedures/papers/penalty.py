"""All papers of the penalty family under one name: a procedure writes ``penalty.filing_approval``."""

from __future__ import annotations

from fadu.procedures.papers.closing import closing_approval, dossier_cover, withdrawal_record
from fadu.procedures.papers.content import contents
from fadu.procedures.papers.decision import (
    no_penalty_decision,
    penalty_decision,
    rectification_notice,
    summary_decision,
)
from fadu.procedures.papers.execution import (
    court_application,
    demand_notice,
    instalment_approval,
    instalment_notice,
    service_receipt,
    surcharge_decision,
)
from fadu.procedures.papers.filing import filing_approval, non_filing
from fadu.procedures.papers.inquiry import (
    inquiry_notice,
    inquiry_report,
    inspection_record,
    interview_record,
    preservation_approval,
    preservation_disposal,
    preservation_list,
    preservation_notice,
    sampling_record,
)
from fadu.procedures.papers.notice_and_hearing import (
    defence_record,
    hearing_notice,
    hearing_record,
    hearing_report,
    hearing_right_notice,
    prior_notice,
)
from fadu.procedures.papers.referral import referral_letter
from fadu.procedures.papers.review import decision_approval, deliberation_record, review_opinion

__all__ = [
    "closing_approval",
    "contents",
    "court_application",
    "decision_approval",
    "defence_record",
    "deliberation_record",
    "demand_notice",
    "dossier_cover",
    "filing_approval",
    "hearing_notice",
    "hearing_record",
    "hearing_report",
    "hearing_right_notice",
    "inquiry_notice",
    "inquiry_report",
    "inspection_record",
    "instalment_approval",
    "instalment_notice",
    "interview_record",
    "no_penalty_decision",
    "non_filing",
    "penalty_decision",
    "preservation_approval",
    "preservation_disposal",
    "preservation_list",
    "preservation_notice",
    "prior_notice",
    "rectification_notice",
    "referral_letter",
    "review_opinion",
    "sampling_record",
    "service_receipt",
    "summary_decision",
    "surcharge_decision",
    "withdrawal_record",
]
