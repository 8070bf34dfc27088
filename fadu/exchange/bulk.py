"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite. Inside the caller's transaction.

A hundred thousand cases with their records, parties and steps are half a million rows; made as model instances they
take minutes. Values pass each field's own preparation, so that dates, money and encrypted columns are stored as the
model would store them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Any

from django.db import connection, models

Values = Sequence[Any] | None


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
    others as sequences of ``many`` values; a column in neither gets its field's default."""
    if not many:
        return
    columns: list[Any] = []
    names: list[str] = []
    for field in model._meta.concrete_fields:
        if field.attname in each:
            values = each[field.attname]
            if len(values) != many:
                raise ValueError(f"{model.__name__}.{field.attname}: {len(values)} values for {many} rows")
            columns.append(
                values if _stands(field) else [field.get_db_prep_save(value, connection) for value in values]
            )
        elif field.attname in same:
            columns.append(repeat(field.get_db_prep_save(same[field.attname], connection), many))
        elif field.primary_key and isinstance(field, models.AutoField):
            continue
        else:
            columns.append(repeat(field.get_db_prep_save(field.get_default(), connection), many))
        names.append(connection.ops.quote_name(field.column or field.attname))
    table = connection.ops.quote_name(model._meta.db_table)
    rows = zip(*columns, strict=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", list(rows))  # noqa: S608
