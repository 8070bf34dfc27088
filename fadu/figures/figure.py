"""A figure: which rows it counts, by which day, by what rule, and where that rule stands.

The number and the list behind it are the same rows. ``Dated`` rows are counted in the year of a column; ``Standing``
rows by what is true at the end of the year. Figures over the same table are counted in one question to the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import date
from typing import Any, Literal

from django.db.models import Model, Q, QuerySet
from django.utils.functional import lazystr
from django.utils.translation import gettext

from fadu.engine.labels import Label
from fadu.organs.kinds import Domain
from fadu.organs.seeing import Reach

Measure = Literal["count", "distinct", "sum", "total", "share", "points", "change", "monthly_least"]
Rounding = Literal["half_up", "down"]
ALL = Q()


@dataclass(frozen=True)
class Scope:
    """Of what a figure is asked: a region (leading digits of its code), a year, until which day of it.

    ``reach`` limits the rows to what somebody may see; without it all are counted. ``order`` names the order of
    weight of the classes of penalty, ``rounding`` how shares are rounded. ``since`` is the first day of a span that
    began in an earlier year (“2021年以来”).
    """

    region: str
    year: int
    _: KW_ONLY
    until: date | None = None
    reach: Reach | None = None
    order: str = ""
    rounding: Rounding = "half_up"
    since: date | None = None

    @property
    def first(self) -> date:
        """The first day counted: of the year, or ``since``."""
        return self.since or date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day counted: of the year, or ``until`` if that is earlier."""
        end = date(self.year, 12, 31)
        return min(end, self.until) if self.until else end

    @property
    def span(self) -> tuple[str, str]:
        """First and last region code that lies within the region."""
        return self.region.ljust(12, "0"), self.region.ljust(12, "9")

    def within(self, path: str) -> Q:
        """Rows whose region, at ``path``, lies within the scope's."""
        first, last = self.span
        return Q(**{f"{path}__gte": first, f"{path}__lte": last})


@dataclass(frozen=True, eq=False)
class Dated:
    """Rows of ``model`` whose day in column ``day`` falls in the year, and of which ``which`` is true.

    ``which`` may depend on the scope (the order of weight). Paths lead from the row to its case, region, organ and
    field; ``case`` is empty for rows that are no cases.
    """

    model: type[Model]
    day: str
    which: Q | Callable[[Scope], Q] = ALL
    _: KW_ONLY
    case: str = "case"
    region: str = "case__region"
    organ: str = "case__organ"
    domain: str = "case__domain"

    def base(self, scope: Scope) -> QuerySet[Any]:
        """All rows of the scope, before ``which``."""
        rows = self.model._default_manager.filter(
            scope.within(self.region), **{f"{self.day}__gte": scope.first, f"{self.day}__lte": scope.last}
        )
        if scope.reach is None:
            return rows
        prefix = f"{self.case}__" if self.case else ""
        return rows.filter(
            scope.reach.q(
                handler=f"{prefix}handler" if self.case else None,
                second=f"{prefix}second" if self.case else None,
                organ=self.organ,
                region=self.region,
                withheld=f"{prefix}withheld_from" if self.case else None,
            )
        )

    def filter(self, scope: Scope) -> Q:
        """``which`` for this scope."""
        return self.which if isinstance(self.which, Q) else self.which(scope)

    def rows(self, scope: Scope) -> QuerySet[Any]:
        return self.base(scope).filter(self.filter(scope))

    @property
    def group(self) -> tuple[object, ...]:
        """Sources of one group are counted in one question."""
        return (self.model, self.day, self.case, self.region)


@dataclass(frozen=True, eq=False)
class Standing:
    """Rows that are true at the end of the scope's year, found by a function of the scope."""

    find: Callable[[Scope], QuerySet[Any]]

    def rows(self, scope: Scope) -> QuerySet[Any]:
        return self.find(scope)


Source = Dated | Standing


@dataclass(frozen=True, eq=False)
class Figure:
    """A number of the table or report. ``rule`` says how it is counted, ``source`` where that rule stands.

    ``column`` is what is summed (an expression in 元, shown in 万元; a ``total`` of persons or things as it is) or told
    apart (``distinct``). ``over`` is the figure below the line of a share, which has ``places`` decimal places; of
    ``points`` it is the share whose change on the year before is counted, in percentage points, of ``change`` the count
    whose change is, in percent. ``rows`` are the rows of the inventory it answers; ``fields`` those that its part in
    one field of enforcement answers.
    """

    id: str
    name: Label
    unit: Label
    _: KW_ONLY
    of: tuple[Source, ...]
    rule: Label
    source: str
    measure: Measure = "count"
    column: Any = None
    over: Figure | None = None
    places: int = 1
    rows: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    divided: bool = False
    domain: str = ""

    def part(self, domain: str) -> Figure:
        """This figure in one field of enforcement; its id ends with the field."""
        if not self.divided:
            raise KeyError(f"{self.id} is not told apart by field of enforcement")
        name, label = self.name, Domain(domain).label
        return replace(
            self,
            id=f"{self.id}.{domain}",
            name=lazystr(_Part(label, name)),
            of=tuple(_in_field(source, domain) for source in self.of),
            rows=self.fields.get(domain, ()),
            divided=False,
            domain=domain,
        )


@dataclass(frozen=True)
class _Part:
    """The name of a part, said in the reader's language when it is read."""

    field: Label
    name: Label

    def __str__(self) -> str:
        return gettext("{field}：{name}").format(field=self.field, name=self.name)


def narrowed(source: Source, here: Q) -> Source:
    """The source's rows of which ``here`` is true as well."""
    if isinstance(source, Dated):
        which = source.which
        return replace(source, which=(which & here) if isinstance(which, Q) else (lambda scope: which(scope) & here))
    return Standing(lambda scope: source.find(scope).filter(here))


def _in_field(source: Source, domain: str) -> Source:
    return narrowed(source, Q(**{source.domain if isinstance(source, Dated) else "domain": domain}))
