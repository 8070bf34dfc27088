"""Rows of a known shape, read and written without building a query each time.

An act touches eight rows in statements that never change but for their values. Django's query builder costs several
times what the statement itself costs; here each statement is written once and kept. Values still pass through the
fields' own conversions, so that encryption, money and days are what they are everywhere. See decision 0005.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models, router

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], Any]


class Shape(NamedTuple):
    """How the rows of a model are read: its columns, and for each that needs it the conversion from the database."""

    columns: str
    names: list[str]
    conversions: list[tuple[int, list[Callable[..., Any]], Any]]


@lru_cache(maxsize=64)
def shape(model: type[models.Model], vendor: str) -> Shape:  # noqa: ARG001
    """The shape of ``model`` on this database; ``vendor`` only keeps the two apart in the cache."""
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    fields = model._meta.concrete_fields
    conversions = []
    for place, field in enumerate(fields):
        column = field.get_col(model._meta.db_table)
        steps = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
        if steps:
            conversions.append((place, steps, column))
    return Shape(
        ", ".join(f"{table}.{quote(str(each.column))}" for each in fields),
        [each.attname for each in fields],
        conversions,
    )


def read(model: type[Row], where: str, values: Sequence[Any], tail: str = "") -> list[Row]:
    """The rows of ``model`` for which ``where`` holds; ``where`` and ``tail`` are constants of the calling code."""
    how = shape(model, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(_select(model, connection.vendor, where, tail), values)
        found = cursor.fetchall()
    using = router.db_for_read(model)
    return [_made(model, how, using, list(each)) for each in found]


def _made(model: type[Row], how: Shape, using: str, values: list[Any]) -> Row:
    for place, steps, column in how.conversions:
        value = values[place]
        if value is None:
            continue
        for step in steps:
            value = step(value, column, connection)
        values[place] = value
    row: Row = model.from_db(using, how.names, values)
    return row


@lru_cache(maxsize=256)
def _select(model: type[models.Model], vendor: str, where: str, tail: str) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    return f"SELECT {shape(model, vendor).columns} FROM {table} WHERE {where} {tail}"  # noqa: S608  constants only


def insert(row: models.Model) -> None:
    """Write a new row and give it its key. No default of the database is asked for: every column is written."""
    fields = [each for each in row._meta.concrete_fields if not (each.primary_key and each.remote_field is None)]
    statement = _insert(type(row), connection.vendor, tuple(fields))
    with connection.cursor() as cursor:
        cursor.execute(statement, _prepared(row, fields, add=True))
        row.pk = cursor.fetchone()[0]
    row._state.adding = False
    row._state.db = router.db_for_write(type(row))


@lru_cache(maxsize=64)
def _insert(model: type[models.Model], _vendor: str, fields: tuple[models.Field[Any, Any], ...]) -> str:
    quote = connection.ops.quote_name
    key = model._meta.pk
    columns = ", ".join(quote(str(each.column)) for each in fields)
    places = ", ".join(["%s"] * len(fields))
    return (
        f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places}) "  # noqa: S608  names of columns only
        f"RETURNING {quote(str(key.column) if key else 'id')}"
    )


def update(row: models.Model, names: Iterable[str]) -> None:
    """Write the named columns of a row that is there."""
    fields = _fields(type(row), tuple(names))
    if not fields:
        return
    statement = _update(type(row), connection.vendor, fields)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*_prepared(row, fields, add=False), row.pk])


@lru_cache(maxsize=512)
def _fields(model: type[models.Model], names: tuple[str, ...]) -> tuple[models.Field[Any, Any], ...]:
    return tuple(each for each in map(model._meta.get_field, names) if isinstance(each, models.Field))


@lru_cache(maxsize=512)
def _update(model: type[models.Model], _vendor: str, fields: tuple[models.Field[Any, Any], ...]) -> str:
    quote = connection.ops.quote_name
    key = model._meta.pk
    set_to = ", ".join(f"{quote(str(each.column))} = %s" for each in fields)
    where = quote(str(key.column) if key else "id")
    return f"UPDATE {quote(model._meta.db_table)} SET {set_to} WHERE {where} = %s"  # noqa: S608  names of columns only


def _prepared(row: models.Model, fields: Iterable[models.Field[Any, Any]], *, add: bool) -> list[Any]:
    return [each.get_db_prep_save(each.pre_save(row, add), connection) for each in fields]
