"""Which cases a person reaches: the one predicate of ``organs.seeing``, as the desk asks it everywhere."""

from __future__ import annotations

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from fadu.desk.frame import Acting
from fadu.engine.models import Case


def cases(acting: Acting) -> QuerySet[Case]:
    """Every case this person may see."""
    return Case.objects.filter(acting.reach.q())


def reachable(acting: Acting, key: int) -> Case:
    """The case of that key if this person may see it; 404 otherwise, as if it did not exist."""
    return get_object_or_404(cases(acting).select_related("organ", "region", "handler", "second"), pk=key)
