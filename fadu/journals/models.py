"""The rows of all journals; each is defined in its journal's file."""

from fadu.journals.actions import Action
from fadu.journals.examinations import Candidate, Examination
from fadu.journals.inspections import Inspection
from fadu.journals.joint_sessions import JointSession, ListedMatter
from fadu.journals.legal_services import LegalService
from fadu.journals.screenings import Finding, Screening

__all__ = [
    "Action",
    "Candidate",
    "Examination",
    "Finding",
    "Inspection",
    "JointSession",
    "LegalService",
    "ListedMatter",
    "Screening",
]
