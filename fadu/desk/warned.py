"""预警: the rungs that have fired for my cases and that nobody has read yet; reading them is kept with its day."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fadu.desk import names
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.desk.work import deciding
from fadu.engine.models import Warned

ROWS = 50


@dataclass(frozen=True)
class Line:
    """A rung that fired and the limit it fired for."""

    fired: Warned
    limit: Label


@desk_page
def warned(request: DeskRequest) -> HttpResponse:
    """The newest fifty."""
    acting = request.acting
    found = unread(acting).select_related("deadline__case").order_by("-pk")[:ROWS]
    lines = [Line(each, names.limit_name(each.deadline.case.procedure, each.deadline.limit)) for each in found]
    context = {"lines": lines, "tab": "warned", "decides": bool(deciding(acting))}
    return page(request, "desk/warned.html", context, here="work")


@desk_page
@require_POST
def read(request: DeskRequest) -> HttpResponse:
    """They are read."""
    number = unread(request.acting).update(read_on=request.acting.today)
    messages.success(request, _("已阅知%(n)d条预警") % {"n": number})
    return redirect("desk:work")


def unread(acting: Acting) -> QuerySet[Warned]:
    """Of open limits in the person's own open cases; nothing for whoever reaches nothing."""
    own = Q(deadline__case__handler=acting.person) | Q(deadline__case__second=acting.person)
    rows = Warned.objects.filter(own, read_on=None, deadline__met_on=None, deadline__case__closed_on=None)
    if not acting.reach:
        return rows.none()
    at = sorted(acting.reach.at)
    return rows.filter(deadline__case__organ__in=at).exclude(deadline__case__withheld_from__in=at)
