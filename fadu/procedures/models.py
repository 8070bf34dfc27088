"""The records of all procedures; each is defined beside its procedure."""

from fadu.procedures.coercive_measure_record import CoerciveMeasure
from fadu.procedures.complaint_record import Complaint
from fadu.procedures.crime_referral_record import CrimeReferral
from fadu.procedures.disclosure_record import DisclosureRequest
from fadu.procedures.enforcement_complaint import EnforcementComplaint
from fadu.procedures.legal_aid_record import LegalAid
from fadu.procedures.litigation_record import LitigationResponse
from fadu.procedures.mediation_record import Mediation
from fadu.procedures.penalty_ordinary_record import OrdinaryPenalty
from fadu.procedures.penalty_summary_record import SummaryPenalty
from fadu.procedures.petition_record import Petition
from fadu.procedures.petition_review import PetitionReview
from fadu.procedures.reconsideration_answer import ReconsiderationAnswer
from fadu.procedures.reconsideration_hand_in import ReconsiderationHandIn
from fadu.procedures.reconsideration_record import Reconsideration
from fadu.procedures.rectification_order import RectificationOrder
from fadu.procedures.service_rating import ServiceRating
from fadu.procedures.suggestion_record import Suggestion
from fadu.procedures.work_order_record import WorkOrder

__all__ = [
    "CoerciveMeasure",
    "Complaint",
    "CrimeReferral",
    "DisclosureRequest",
    "EnforcementComplaint",
    "LegalAid",
    "LitigationResponse",
    "Mediation",
    "OrdinaryPenalty",
    "Petition",
    "PetitionReview",
    "Reconsideration",
    "ReconsiderationAnswer",
    "ReconsiderationHandIn",
    "RectificationOrder",
    "ServiceRating",
    "Suggestion",
    "SummaryPenalty",
    "WorkOrder",
]
