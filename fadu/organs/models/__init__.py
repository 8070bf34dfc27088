"""The records of this room, one file each."""

from fadu.organs.models.certificate import Certificate, Suspension
from fadu.organs.models.organ import Organ
from fadu.organs.models.person import Person
from fadu.organs.models.post import Delegation, Post
from fadu.organs.models.region import Region

__all__ = ["Certificate", "Delegation", "Organ", "Person", "Post", "Region", "Suspension"]
