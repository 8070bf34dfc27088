"""The rows every procedure shares. Type is a value in code; a case is a row."""

from fadu.engine.models.acts import Deliberation, Recusal, Taken, Vote
from fadu.engine.models.applying import Draft, DraftFile, Enclosed, Receipt, Verification
from fadu.engine.models.case import Case, Link, Party, PartyKind, Record
from fadu.engine.models.clock import Deadline, Lengthening, Stop, Warned
from fadu.engine.models.message import Message, MessageWay
from fadu.engine.models.papers import Evidence, EvidenceKind, Paper, Series, Service, Way
from fadu.engine.models.publication import Publication, PublicationCite
from fadu.engine.models.rating import Grade, Rating

__all__ = [
    "Case",
    "Deadline",
    "Deliberation",
    "Draft",
    "DraftFile",
    "Enclosed",
    "Evidence",
    "EvidenceKind",
    "Grade",
    "Lengthening",
    "Link",
    "Message",
    "MessageWay",
    "Paper",
    "Party",
    "PartyKind",
    "Publication",
    "PublicationCite",
    "Rating",
    "Receipt",
    "Record",
    "Recusal",
    "Series",
    "Service",
    "Stop",
    "Taken",
    "Verification",
    "Vote",
    "Warned",
    "Way",
]
