"""Which cases a person reaches: the one predicate of ``organs.seeing``, as the desk asks it everywhere."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from fadu.desk.frame import Acting
from fadu.engine.guards import CASEWORK
from fadu.engine.models import Case


def cases(acting: Acting) -> QuerySet[Case]:
    """Every case this person may see."""
    return Case.objects.filter(acting.reach.q(withheld="withheld_from"))


def reachable(acting: Acting, key: int) -> Case:
    """The case of that key if this person may see it; 404 otherwise, as if it did not exist."""
    return get_object_or_404(cases(acting).select_related("organ", "region", "handler", "second"), pk=key)


def works(acting: Acting, case: Case) -> bool:
    """May this person act in the case today? Seeing it is not enough (监督检查, 县领导)."""
    posts = (*acting.posts, *(each.post for each in acting.delegations))
    return any(each.organ_id == case.organ_id and each.kind in CASEWORK for each in posts)


def workable(acting: Acting, key: int) -> Case:
    """The case of that key if this person may act in it today.

    The engine asks what was held on the day of an act; here it is asked what the hand holds that enters it, so that
    nobody enters acts of a day on which he still held the post. Raises ``PermissionDenied``.
    """
    case = reachable(acting, key)
    if not works(acting, case):
        raise PermissionDenied(_("您今日不是本案办案机关的办案人员，只能查看"))
    return case
