"""The type of a name shown to people: a text, or one that gettext translates when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Label: TypeAlias = str | StrPromise
else:
    Label = object
