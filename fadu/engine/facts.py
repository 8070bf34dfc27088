"""The columns a statute calls for: stock Django fields, labelled and cited.

Every fact may be empty, for it arrives as the case moves; the steps and the constraints say when it must be there.
The citation becomes the column's comment in the database and stays on the field as ``cites``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.validators import MinValueValidator
from django.db import models

from fadu.engine.conditions import columns
from fadu.engine.labels import Label
from fadu.law.statute import Cite
from fadu.organs.secret import EncryptedField

Column = TypeVar("Column", bound="models.Field[Any, Any]")


def _cited(column: Column, cites: Cite) -> Column:
    column.cites = cites  # type: ignore[attr-defined]
    return column


def day(label: Label, cites: Cite) -> Any:
    """A calendar day, Asia/Shanghai."""
    return _cited(models.DateField(label, null=True, blank=True, db_comment=str(cites)), cites)


def moment(label: Label, cites: Cite) -> Any:
    """A point in time, where the law counts in hours."""
    return _cited(models.DateTimeField(label, null=True, blank=True, db_comment=str(cites)), cites)


def yes(label: Label, cites: Cite) -> Any:
    """A fact that is so or is not; no, until somebody says so."""
    return _cited(models.BooleanField(label, default=False, db_comment=str(cites)), cites)


def money(label: Label, cites: Cite) -> Any:
    """An amount in 元, never negative."""
    return _cited(
        models.DecimalField(
            label,
            max_digits=14,
            decimal_places=2,
            null=True,
            blank=True,
            validators=[MinValueValidator(0)],
            db_comment=str(cites),
        ),
        cites,
    )


def count(label: Label, cites: Cite) -> Any:
    """A number of persons, days, pages."""
    return _cited(models.PositiveIntegerField(label, null=True, blank=True, db_comment=str(cites)), cites)


def text(label: Label, cites: Cite, length: int = 200) -> Any:
    """One line."""
    return _cited(models.CharField(label, max_length=length, blank=True, default="", db_comment=str(cites)), cites)


def account(label: Label, cites: Cite) -> Any:
    """Running text: facts found, reasons, opinions."""
    return _cited(models.TextField(label, blank=True, default="", db_comment=str(cites)), cites)


def private(label: Label, cites: Cite) -> Any:
    """Personal data that is encrypted where it is stored."""
    return _cited(EncryptedField(label, blank=True, default="", db_comment=str(cites)), cites)


def testimony(label: Label, cites: Cite) -> Any:
    """What was said or seen, written down at length: encrypted where it is stored, a hash in the ledger."""
    column = private(label, cites)
    column.lines = 10
    return column


def choice(label: Label, cites: Cite, choices: Iterable[tuple[str, Label]]) -> Any:
    """One of a closed list the law gives."""
    return _cited(
        models.CharField(label, max_length=40, blank=True, default="", choices=list(choices), db_comment=str(cites)),
        cites,
    )


class Never(models.CheckConstraint):
    """A state the law forbids: the database refuses it, the act quotes the provision, breaches can be counted.

    In a migration it is a plain ``CheckConstraint``; the provision and the sentence stay on the instance.
    """

    def __init__(self, forbids: models.Q, cites: Cite, name: str, says: Label) -> None:
        self.forbids = forbids
        self.cites = cites
        self.says = says
        self.columns = frozenset(columns(forbids))
        super().__init__(condition=~forbids, name=name, violation_error_message=str(cites))

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return (
            "django.db.models.CheckConstraint",
            (),
            {"condition": self.condition, "name": self.name, "violation_error_message": self.violation_error_message},
        )

    def clone(self) -> Never:
        return Never(self.forbids, self.cites, self.name, self.says)


def never(forbids: models.Q, cites: Cite, name: str, says: Label) -> Never:
    """A constraint that no record may satisfy ``forbids``, because of ``cites``; ``says`` is our own sentence."""
    return Never(forbids, cites, name, says)
