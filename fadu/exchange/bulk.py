"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite. Inside the caller's transaction.

A hundred thousand cases with their records, parties and steps are half a million rows; made as model instances they
take minutes. Values pass each field's own preparation, so that dates, money and encrypted columns are stored as the
model would store them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from django.db import connection, models


def _stands(field: models.Field[Any, Any]) -> bool:
    """Whether a value of the field is stored as it is: text, numbers and keys are; days, money and what is encrypted
    are not."""
    plain = (models.CharField, models.BooleanField, models.IntegerField, models.ForeignKey)
    return isinstance(field, plain) or type(field) is models.TextField


def keys(model: type[models.Model], many: int) -> list[int]:
    """``many`` unused keys of ``model``, in order. On SQLite the write transaction keeps others from taking them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [table, model._meta.pk.column, many],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
        first = (last[0] if last else 0) + 1
    return list(range(first, first + many))


def insert(model: type[models.Model], many: int, same: Mapping[str, Any], each: Mapping[str, Sequence[Any]]) -> None:
    """Insert ``many`` rows of ``model``: ``same`` gives columns (by attname) that are equal in all rows, ``each`` the
    others as sequences of ``many`` values; a column in neither gets its field's default.

    A record has far more columns than a row of the file has cells. Those that are equal in all rows stand in the
    statement as literals, so that only the others are handed over for each row.
    """
    if not many:
        return
    names: list[str] = []
    columns: list[Any] = []
    fixed: dict[str, str] = {}
    for field in model._meta.concrete_fields:
        name = connection.ops.quote_name(field.column or field.attname)
        if field.attname in each:
            values = each[field.attname]
            if len(values) != many:
                raise ValueError(f"{model.__name__}.{field.attname}: {len(values)} values for {many} rows")
            names.append(name)
            columns.append(
                values if _stands(field) else [field.get_db_prep_save(value, connection) for value in values]
            )
            continue
        if field.attname not in same and field.primary_key and isinstance(field, models.AutoField):
            continue
        value = field.get_db_prep_save(same.get(field.attname, field.get_default()), connection)
        literal = _literal(value)
        if literal is None:
            names.append(name)
            columns.append(repeat(value, many))
        else:
            fixed[name] = literal
    rows = zip(*columns, strict=True)
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        _copy(table, names, fixed, rows)
    else:
        _executemany(table, names, fixed, rows)


def analyse(*models_filled: type[models.Model]) -> None:
    """Tell PostgreSQL how large the tables have become: it would else plan its next questions by what they were."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in models_filled:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _literal(value: object) -> str | None:
    """``value`` as it may stand in a statement: nothing, yes and no, whole numbers, words of letters; else None."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_]*", value):
        return f"'{value}'"
    return None


def _executemany(table: str, names: Sequence[str], fixed: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
    marks = ", ".join([*["%s"] * len(names), *fixed.values()])
    statement = f"INSERT INTO {table} ({', '.join([*names, *fixed])}) VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))


def _copy(table: str, names: Sequence[str], fixed: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY what differs into a table of its own for the transaction, and from there into the model's."""
    varying = ", ".join(names)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bulk_rows AS SELECT {varying} FROM {table} WITH NO DATA")  # noqa: S608
        with cursor.copy(f"COPY bulk_rows ({varying}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        every = ", ".join([*names, *fixed])
        chosen = ", ".join([*names, *fixed.values()])
        cursor.execute(f"INSERT INTO {table} ({every}) SELECT {chosen} FROM bulk_rows")  # noqa: S608
        cursor.execute("DROP TABLE bulk_rows")
