"""The rows every procedure shares. Type is a value in code; a case is a row."""

from fadu.engine.models.acts import Deliberation, Recusal, Taken, Vote
from fadu.engine.models.case import Case, Link, Party, PartyKind, Record
from fadu.engine.models.clock import Deadline, Lengthening, Stop, Warned
from fadu.engine.models.papers import Evidence, EvidenceKind, Paper, Series, Service, Way
from fadu.engine.models.publication import Publication, PublicationCite

__all__ = [
    "Case",
    "Deadline",
    "Deliberation",
    "Evidence",
    "EvidenceKind",
    "Lengthening",
    "Link",
    "Paper",
    "Party",
    "PartyKind",
    "Publication",
    "PublicationCite",
    "Record",
    "Recusal",
    "Series",
    "Service",
    "Stop",
    "Taken",
    "Vote",
    "Warned",
    "Way",
]
