"""检索: finding publications by words, also Chinese words of two characters, and by the provision they cite.

A publication's ``grams`` are indexed by the database: PostgreSQL by the array of them, SQLite by a full-text table that
``index`` keeps beside the row. A search asks for every pair of the words asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.db import connection, models
from django.db.models.expressions import RawSQL

from fadu.engine.models import Publication, PublicationCite

LONGEST = 60


def words(asked: str) -> list[str]:
    """The grams to ask for: the pairs of each run of Chinese, runs of letters and digits whole."""
    found: dict[str, None] = {}
    for word in asked.lower()[:LONGEST].split():
        run = ""
        chinese: list[str] = []
        for letter in f"{word} ":
            if letter.isascii() and letter.isalnum():
                run += letter
                continue
            if run:
                found[run] = None
                run = ""
            if letter.isalnum():
                chinese.append(letter)
                continue
            found.update(_pairs(chinese))
            chinese = []
    return list(found)


def _pairs(letters: Sequence[str]) -> dict[str, None]:
    return dict.fromkeys(letters) if len(letters) == 1 else dict.fromkeys(a + b for a, b in pairwise(letters))


def find(rows: models.QuerySet[Publication], asked: str) -> models.QuerySet[Publication]:
    """The publications among ``rows`` that hold every gram of what was asked; all of them when nothing was."""
    wanted = words(asked)
    if not wanted:
        return rows
    if connection.vendor == "postgresql":
        clause = RawSQL(
            "string_to_array(engine_publication.grams, ' ') @> %s::text[]",
            (wanted,),
            output_field=models.BooleanField(),
        )
        return rows.filter(clause)
    quoted = " AND ".join('"' + each.replace('"', '""') + '"' for each in wanted)
    keys = RawSQL("SELECT rowid FROM engine_publication_words WHERE grams MATCH %s", (quoted,))
    return rows.filter(pk__in=keys)


def citing(rows: models.QuerySet[Publication], provision: str) -> models.QuerySet[Publication]:
    """The publications among ``rows`` that cite the provision of that key or something in it, the latest first."""
    # Ordered by the index's own column, so that the first ten are read without sorting what may be a million.
    return rows.filter(cited__provision=provision).order_by("-cited__publication_id")


def containing(provision: str) -> list[str]:
    """The provision's key and those of the paragraph and article that hold it: x/9.1.2, x/9.1, x/9."""
    statute, _slash, place = provision.partition("/")
    parts = place.split(".")
    return [f"{statute}/{'.'.join(parts[:n])}" for n in range(len(parts), 0, -1) if parts[n - 1]]


def index(publications: Sequence[Publication]) -> None:
    """Make new or changed publications findable by words (on PostgreSQL that index follows by itself) and provision."""
    if not publications:
        return
    PublicationCite.objects.filter(publication__in=publications).delete()
    PublicationCite.objects.bulk_create(
        PublicationCite(publication=each, provision=provision)
        for each in publications
        if each.withdrawn_on is None
        for provision in dict.fromkeys(place for key in each.cites for place in containing(key))
    )
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM engine_publication_words WHERE rowid = %s", [(each.pk,) for each in publications]
        )
        cursor.executemany(
            "INSERT INTO engine_publication_words (rowid, grams) VALUES (%s, %s)",
            [(each.pk, each.grams) for each in publications],
        )
