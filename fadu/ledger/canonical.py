"""Canonical JSON: one text for one content, so that a digest can be made of it.

Keys sorted by code point, no spaces, characters written as themselves. Money and other decimals stand as text with
the places they were given (``Decimal("50.00")`` is ``"50.00"``), a day as ``2025-09-26``, a moment in UTC to the
microsecond. A binary fraction has no one text and is refused, as is everything else not named here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Protocol, runtime_checkable

_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode
_PLAIN = frozenset({str, int, bool, type(None)})
_DEEPEST = 50


class Unwritable(ValueError):
    """This cannot stand in the ledger; the message names the place and what to do."""


@runtime_checkable
class Written(Protocol):
    """A thing that knows how it stands in the ledger's content."""

    def for_ledger(self) -> Mapping[str, object]: ...


def canonical(content: Mapping[str, object]) -> str:
    """The one text of ``content``. Raises ``Unwritable`` naming the key that cannot be written."""
    return _encode(_mapping(content, "content", 0))


def canonical_list(texts: Sequence[str], where: str) -> str:
    """The one text of a list of texts."""
    if isinstance(texts, str):
        raise Unwritable(f"{where}: a list of texts was expected, not one text; write [{texts!r}]")
    for text in texts:
        if type(text) is not str:
            raise Unwritable(f"{where}: {text!r} is a {type(text).__name__}; write it as text, a citation by its key")
    return _encode(list(texts))


def moment(at: datetime) -> str:
    """``2025-09-26T02:00:00.000000Z``: UTC, always to the microsecond, as precise as both databases store."""
    if at.utcoffset() is None:
        raise Unwritable(f"{at.isoformat()} has no time zone; use an aware datetime")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _mapping(content: Mapping[str, object], where: str, depth: int) -> dict[str, object]:
    if depth > _DEEPEST:
        raise Unwritable(f"{where}: nested more than {_DEEPEST} deep")
    plain: dict[str, object] = {}
    for key, value in content.items():
        if type(key) is not str:
            raise Unwritable(f"{where}: the key {key!r} is a {type(key).__name__}; keys are texts")
        plain[key] = value if type(value) in _PLAIN else _value(value, f"{where}.{key}", depth + 1)
    return plain


def _value(value: object, where: str, depth: int) -> object:
    if type(value) in _PLAIN:
        return value
    match value:
        case Decimal():
            if not value.is_finite():
                raise Unwritable(f"{where}: {value} is not a number that can be written")
            return format(value, "f")
        case datetime():
            return moment(value)
        case date():
            return value.isoformat()
        case str():
            return str.__str__(value)
        case int():
            return int(value)
        case float():
            raise Unwritable(f"{where}: {value!r} is a float, which has no one text; use Decimal or a whole number")
        case Mapping():
            return _mapping(value, where, depth)
        case list() | tuple():
            if depth > _DEEPEST:
                raise Unwritable(f"{where}: nested more than {_DEEPEST} deep")
            return [_value(item, f"{where}[{n}]", depth + 1) for n, item in enumerate(value)]
        case Written():
            return _mapping(value.for_ledger(), where, depth)
    raise Unwritable(
        f"{where}: a {type(value).__name__} cannot be written; allowed are text, whole number, Decimal, date, "
        "aware datetime, yes/no, None, list, mapping and Attachment"
    )
