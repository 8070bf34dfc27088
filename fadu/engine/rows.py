"""Rows of a known shape, read and written without building a query each time.

An act touches a dozen rows in statements that never change but for their values. Django's query builder costs several
times what the statement itself costs; here each statement is written once and kept. Values still pass through the
fields' own conversions, so that encryption, money and days are what they are everywhere. On PostgreSQL the statements
are prepared, and those that need not wait for each other go out together. See decision 0005.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models, router

Row = TypeVar("Row", bound=models.Model)


class Shape(NamedTuple):
    """How the rows of a model are read: its columns, and for each that needs it the conversion from the database."""

    columns: str
    names: frozenset[str]
    conversions: list[tuple[int, list[Callable[..., Any]], Any]]


class Asked(NamedTuple):
    """Rows wanted: those of ``model`` for which ``where`` holds. ``where`` and ``tail`` are constants of the code.

    ``only`` names the columns to fetch; one left out is fetched when it is asked for, as Django does.
    """

    model: type[models.Model]
    where: str
    values: Sequence[Any]
    tail: str = ""
    only: frozenset[str] | None = None


def read(model: type[Row], where: str, values: Sequence[Any], tail: str = "") -> list[Row]:
    """The rows of ``model`` for which ``where`` holds; ``where`` and ``tail`` are constants of the calling code."""
    (found,) = read_together([Asked(model, where, values, tail)])
    return found


def read_together(wanted: Sequence[Asked]) -> list[list[Any]]:
    """The rows of several questions, asked in their order; one round trip on PostgreSQL."""
    vendor = connection.vendor
    with sending():
        cursors = [_run(_select(each.model, vendor, each.where, each.tail, each.only), each.values) for each in wanted]
        return [_rows(each.model, each.only, cursor.fetchall()) for each, cursor in zip(wanted, cursors, strict=True)]


def insert(row: models.Model, *, keyed: bool = True) -> None:
    """Write a new row; with ``keyed`` it is given its key. Every column is written, no default is asked for."""
    fields = _written(type(row))
    cursor = _run(_insert(type(row), connection.vendor, keyed), _prepared(row, fields, add=True))
    if keyed:
        row.pk = cursor.fetchone()[0]
    row._state.adding = False
    row._state.db = router.db_for_write(type(row))


def update(row: models.Model, names: Iterable[str]) -> None:
    """Write the named columns of a row that is there."""
    fields = _fields(type(row), tuple(names))
    if fields:
        statement = _update(type(row), connection.vendor, fields)
        _run(statement, [*_prepared(row, fields, add=False), row.pk])


@contextmanager
def sending() -> Iterator[None]:
    """Statements in here go out without waiting for each other's answer, where the database can do that."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            with connection.connection.pipeline():
                yield
        else:
            yield


def _run(statement: str, values: Sequence[Any]) -> Any:
    if connection.vendor == "postgresql":
        import psycopg  # PostgreSQL's driver, there when the database is

        return psycopg.Cursor(connection.connection).execute(statement, values, prepare=True)
    return connection.connection.execute(statement, values)


def _rows(model: type[Row], only: frozenset[str] | None, found: Sequence[Sequence[Any]]) -> list[Row]:
    how = _shape(model, connection.vendor, only)
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


def _prepared(row: models.Model, fields: Iterable[models.Field[Any, Any]], *, add: bool) -> list[Any]:
    return [each.get_db_prep_save(each.pre_save(row, add), connection) for each in fields]


# Statements are kept by model and database; ``vendor`` only tells the two apart.


@lru_cache(maxsize=512)
def _shape(model: type[models.Model], vendor: str, only: frozenset[str] | None) -> Shape:  # noqa: ARG001
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    fields = [each for each in model._meta.concrete_fields if only is None or each.primary_key or each.name in only]
    conversions = []
    for place, field in enumerate(fields):
        column = field.get_col(model._meta.db_table)
        steps = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
        if steps:
            conversions.append((place, steps, column))
    columns = ", ".join(f"{table}.{quote(str(each.column))}" for each in fields)
    return Shape(columns, frozenset(each.attname for each in fields), conversions)


@lru_cache(maxsize=512)
def _select(model: type[models.Model], vendor: str, where: str, tail: str, only: frozenset[str] | None) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    return _for(vendor, f"SELECT {_shape(model, vendor, only).columns} FROM {table} WHERE {where} {tail}")  # noqa: S608


@lru_cache(maxsize=64)
def _insert(model: type[models.Model], vendor: str, keyed: bool) -> str:
    quote = connection.ops.quote_name
    fields = _written(model)
    columns = ", ".join(quote(str(each.column)) for each in fields)
    places = ", ".join(["%s"] * len(fields))
    returning = f"RETURNING {quote(_key(model))}" if keyed else ""
    return _for(vendor, f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places}) {returning}")  # noqa: S608


@lru_cache(maxsize=512)
def _update(model: type[models.Model], vendor: str, fields: tuple[models.Field[Any, Any], ...]) -> str:
    quote = connection.ops.quote_name
    set_to = ", ".join(f"{quote(str(each.column))} = %s" for each in fields)
    return _for(vendor, f"UPDATE {quote(model._meta.db_table)} SET {set_to} WHERE {quote(_key(model))} = %s")  # noqa: S608


def _for(vendor: str, statement: str) -> str:
    return statement if vendor == "postgresql" else statement.replace("%s", "?")


@lru_cache(maxsize=64)
def _written(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    return tuple(each for each in model._meta.concrete_fields if not (each.primary_key and each.remote_field is None))


@lru_cache(maxsize=512)
def _fields(model: type[models.Model], names: tuple[str, ...]) -> tuple[models.Field[Any, Any], ...]:
    return tuple(each for each in map(model._meta.get_field, names) if isinstance(each, models.Field))


def _key(model: type[models.Model]) -> str:
    key = model._meta.pk
    return str(key.column) if key else "id"
