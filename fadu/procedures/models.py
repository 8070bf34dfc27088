"""The records of all procedures; each is defined beside its procedure."""

from fadu.procedures.penalty_ordinary_record import OrdinaryPenalty
from fadu.procedures.penalty_summary import SummaryPenalty

__all__ = ["OrdinaryPenalty", "SummaryPenalty"]
