"""资格: which posts a person holds at an organ on a day, for whom else he may act, and what he is certified for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.db import connection

from fadu.organs.kinds import Domain
from fadu.organs.models import Organ, Person


@dataclass(frozen=True)
class Standing:
    """What one person may do at one organ on one day.

    ``posts`` are kinds held in person; ``lent`` maps each principal's key to the kinds exercised in his name;
    ``domains`` are the fields of the certificates valid on that day for that organ.
    """

    person_id: int
    organ_id: int
    on: date
    posts: frozenset[str] = frozenset()
    lent: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    domains: frozenset[str] = frozenset()

    def holds(self, kinds: Iterable[str] | str, principal: int | None = None) -> bool:
        """Whether any of ``kinds`` is held in person, or, with ``principal``, exercised in that person's name."""
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        have = self.posts if principal is None else self.lent.get(principal, frozenset())
        return not wanted.isdisjoint(have)

    def certified(self, domain: str) -> bool:
        """Whether a certificate valid on that day covers the field.

        A certificate for 综合行政执法 covers every field; one for a single field covers only that one, also where
        the matter itself is 综合. A certificate is personal: it is never lent with a delegation.
        """
        return Domain.GENERAL in self.domains or domain in self.domains


# One statement, written once: an act asks for this every time, and building three queries would cost more than the act.
# It says what ``Posts.in_force``, ``Certificates.valid_on`` and ``Delegations.in_force`` say; a test holds it to them.
ASKED = """
SELECT 'post', p.person_id, 0, p.kind FROM organs_post p JOIN organs_person h ON h.id = p.person_id
 WHERE p.organ_id = {organ} AND p.person_id {ids} AND h.kind = 'staff'
   AND p.since <= {on} AND (p.until IS NULL OR p.until >= {on})
UNION ALL
SELECT 'certificate', c.person_id, 0, c.domain FROM organs_certificate c JOIN organs_person h ON h.id = c.person_id
 WHERE c.organ_id = {organ} AND c.person_id {ids} AND h.kind = 'staff'
   AND c.issued_on <= {on} AND c.valid_until >= {on} AND (c.revoked_on IS NULL OR c.revoked_on > {on})
   AND NOT EXISTS (SELECT 1 FROM organs_suspension s WHERE s.certificate_id = c.id
                   AND s.since <= {on} AND (s.until IS NULL OR s.until >= {on}))
UNION ALL
SELECT 'lent', d.delegate_id, d.principal_id, p.kind FROM organs_delegation d
  JOIN organs_post p ON p.id = d.post_id JOIN organs_person h ON h.id = d.delegate_id
 WHERE p.organ_id = {organ} AND d.delegate_id {ids} AND h.kind = 'staff'
   AND d.since <= {on} AND d.until >= {on} AND (d.withdrawn_on IS NULL OR d.withdrawn_on > {on})
   AND p.since <= {on} AND (p.until IS NULL OR p.until >= {on})
"""


def standing(persons: Iterable[Person | int], organ: Organ | int, on: date) -> dict[int, Standing]:
    """The standing of each of ``persons`` at ``organ`` on the day ``on``, by person key; one query, however many.

    A post or certificate at another organ, also a superior one, gives nothing here. A citizen has no standing.
    """
    return ask(persons, organ, on)()


def ask(persons: Iterable[Person | int], organ: Organ | int, on: date) -> Callable[[], dict[int, Standing]]:
    """Send the question of ``standing`` and return what reads its answer, so that it need not be waited for at once."""
    ids = sorted({p if isinstance(p, int) else p.pk for p in persons})
    organ_id = organ if isinstance(organ, int) else organ.pk
    sent = _sent(ids, organ_id, on) if ids else None
    return lambda: _read(sent.fetchall() if sent else [], ids, organ_id, on)


def _sent(ids: list[int], organ: int, on: date) -> Any:
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            import psycopg  # PostgreSQL's driver, there when the database is

            cursor = psycopg.Cursor(connection.connection)
            return cursor.execute(_FOR_POSTGRESQL, {"ids": ids, "organ": organ, "on": on}, prepare=True)
        places = {f"p{place}": key for place, key in enumerate(ids)}
        return connection.connection.execute(
            _for_sqlite(len(ids)), {"organ": organ, "on": on.isoformat(), **places}
        )  # fmt: skip


def _read(rows: Iterable[tuple[str, int, int, str]], ids: list[int], organ_id: int, on: date) -> dict[int, Standing]:
    posts: dict[int, set[str]] = {i: set() for i in ids}
    lent: dict[int, dict[int, set[str]]] = {i: {} for i in ids}
    domains: dict[int, set[str]] = {i: set() for i in ids}
    for what, person, principal, value in rows:
        if what == "post":
            posts[person].add(value)
        elif what == "certificate":
            domains[person].add(value)
        else:
            lent[person].setdefault(principal, set()).add(value)
    return {
        i: Standing(
            i,
            organ_id,
            on,
            frozenset(posts[i]),
            MappingProxyType({p: frozenset(kinds) for p, kinds in lent[i].items()}),
            frozenset(domains[i]),
        )
        for i in ids
    }


_FOR_POSTGRESQL = ASKED.format(organ="%(organ)s", ids="= ANY(%(ids)s)", on="%(on)s")


@lru_cache(maxsize=32)
def _for_sqlite(many: int) -> str:
    places = ", ".join(f":p{place}" for place in range(many))
    return ASKED.format(organ=":organ", ids=f"IN ({places})", on=":on")
