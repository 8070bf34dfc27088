"""申请 the words an application is written in: what a citizen hands in to start a procedure, and to whom.

A procedure that citizens start carries one ``Application``. The portal makes the form of it, a clerk enters the paper
one by it, and ``engine.applying`` files it. An item that no article asks for is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.db.models import Q

from fadu.engine.labels import Label
from fadu.law.statute import Cite

WHENEVER = Q()


@dataclass(frozen=True, eq=False)
class Item:
    """One thing the application states: ``column`` of the record, or with ``of_applicant`` of the person who applies.

    The applicant's columns are those of ``engine.acts.Comer`` (name, kind, code, representative, id_kind, id_number,
    phone, address). ``cites`` is the article that asks for it and stands beside the field; ``only`` the cases in which
    it is asked, over the items before it.
    """

    column: str
    cites: Cite
    _: KW_ONLY
    required: bool = True
    of_applicant: bool = False
    only: Q = WHENEVER
    hint: Label = ""

    @property
    def key(self) -> str:
        """Its name among the items: the applicant's columns stand apart from the record's."""
        return f"who_{self.column}" if self.of_applicant else self.column


@dataclass(frozen=True, eq=False)
class Enclosure:
    """附件 a paper the article has the applicant add; ``required`` where the application is incomplete without it."""

    key: str
    name: Label
    cites: Cite
    _: KW_ONLY
    required: bool = False
    hint: Label = ""


@dataclass(frozen=True, eq=False)
class Application:
    """What starts the procedure from outside: its name, its articles, what it states, who receives it.

    ``step`` is the key of the step that records its receipt, taken on the day it arrives; ``channel`` the column of the
    record that holds the way it came (a choice with ``online`` and ``paper`` among its values), "" if there is none.
    ``to`` is a condition over ``Organ``: who may receive it. ``title`` makes the case's title of the stated facts.
    ``says`` tells in plain words who may apply and what happens then. ``nameless``: the law asks for no name.
    """

    name: Label
    cites: Cite
    step: str
    _: KW_ONLY
    group: Label
    says: Label
    items: Sequence[Item]
    to: Q
    title: Callable[[Mapping[str, Any]], str]
    enclosures: Sequence[Enclosure] = ()
    channel: str = ""
    nameless: bool = False
