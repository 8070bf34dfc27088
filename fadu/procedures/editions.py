"""Every edition of every procedure the house runs."""

from __future__ import annotations

from fadu.engine.declare import Procedure
from fadu.procedures.coercive_measure import COERCIVE_MEASURE
from fadu.procedures.complaint import COMPLAINT_2022, COMPLAINT_2025
from fadu.procedures.crime_referral import CRIME_REFERRAL
from fadu.procedures.disclosure import DISCLOSURE
from fadu.procedures.enforcement_complaint import ENFORCEMENT_COMPLAINT, ENFORCEMENT_COMPLAINT_2025
from fadu.procedures.legal_aid import LEGAL_AID, LEGAL_AID_OLD
from fadu.procedures.litigation_response import LITIGATION_RESPONSE
from fadu.procedures.mediation import MEDIATION
from fadu.procedures.penalty_2017 import PENALTY_ORDINARY_2017, PENALTY_SUMMARY_2017
from fadu.procedures.penalty_ordinary import PENALTY_ORDINARY
from fadu.procedures.penalty_summary import PENALTY_SUMMARY
from fadu.procedures.petition import PETITION, PETITION_2005
from fadu.procedures.petition_review import PETITION_REVIEW, PETITION_REVIEW_2005
from fadu.procedures.reconsideration import RECONSIDERATION
from fadu.procedures.reconsideration_2017 import RECONSIDERATION_2017
from fadu.procedures.reconsideration_answer import RECONSIDERATION_ANSWER, RECONSIDERATION_ANSWER_2017
from fadu.procedures.reconsideration_hand_in import RECONSIDERATION_HAND_IN
from fadu.procedures.rectification_order import RECTIFICATION_ORDER, RECTIFICATION_ORDER_2017
from fadu.procedures.service_rating import SERVICE_RATING
from fadu.procedures.suggestion import JUDICIAL_SUGGESTION, PROCURATORIAL_SUGGESTION
from fadu.procedures.work_order import WORK_ORDER, WORK_ORDER_2005

EDITIONS: tuple[Procedure, ...] = (
    PENALTY_SUMMARY,
    PENALTY_SUMMARY_2017,
    PENALTY_ORDINARY,
    PENALTY_ORDINARY_2017,
    COERCIVE_MEASURE,
    CRIME_REFERRAL,
    RECTIFICATION_ORDER,
    RECTIFICATION_ORDER_2017,
    DISCLOSURE,
    LEGAL_AID_OLD,
    LEGAL_AID,
    MEDIATION,
    PETITION,
    PETITION_2005,
    PETITION_REVIEW,
    PETITION_REVIEW_2005,
    WORK_ORDER,
    WORK_ORDER_2005,
    COMPLAINT_2022,
    COMPLAINT_2025,
    ENFORCEMENT_COMPLAINT,
    ENFORCEMENT_COMPLAINT_2025,
    RECONSIDERATION,
    RECONSIDERATION_2017,
    LITIGATION_RESPONSE,
    JUDICIAL_SUGGESTION,
    PROCURATORIAL_SUGGESTION,
    SERVICE_RATING,
    RECONSIDERATION_HAND_IN,
    RECONSIDERATION_ANSWER,
    RECONSIDERATION_ANSWER_2017,
)
