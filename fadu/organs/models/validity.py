"""What is true from one day to another, both days included; no last day means until further notice."""

from __future__ import annotations

from datetime import date

from django.db.models import Q


def in_force(on: date, prefix: str = "") -> Q:
    """Rows whose ``since`` … ``until`` covers the day ``on``; ``prefix`` leads to a related row (``"post__"``)."""
    return Q(**{f"{prefix}since__lte": on}) & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": on}))


def overlapping(since: date, until: date | None, prefix: str = "") -> Q:
    """Rows whose period shares at least one day with ``since`` … ``until``."""
    open_or_later = Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": since})
    return open_or_later if until is None else open_or_later & Q(**{f"{prefix}since__lte": until})
