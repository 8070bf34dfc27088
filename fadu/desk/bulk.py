"""批量确定承办人: the cases ticked in a list, looked at again before they are given to other officers.

Each case is an act of its own with its own entry in the ledger; all are assigned or, if one is refused, none.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from fadu.desk import rows
from fadu.desk.asked import number_asked
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.reaching import cases
from fadu.engine import changes
from fadu.engine.models import Case
from fadu.engine.refusals import Refused
from fadu.interface.fields import Refusable
from fadu.organs.kinds import PostKind
from fadu.organs.models import Person, Post

MOST = 200
HEADS = frozenset({PostKind.HEAD, PostKind.PRINCIPAL})


class Assignment(Refusable):
    """To whom, and why."""

    handler = forms.ChoiceField(label=gettext_lazy("承办人"))
    second = forms.ChoiceField(label=gettext_lazy("协办人"), required=False)
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200)

    def __init__(self, people: dict[int, Person], *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        choices = [(str(key), each.name) for key, each in people.items()]
        self.fields["handler"].choices = choices  # type: ignore[attr-defined]
        self.fields["second"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]


def may(acting: Acting) -> bool:
    """Only a head gives cases to officers."""
    return bool(acting.kinds & HEADS)


@desk_page
@require_POST
def assign(request: DeskRequest) -> HttpResponse:
    """First the preview of what was ticked, then, confirmed, the acts."""
    acting = request.acting
    ticked = [key for each in request.POST.getlist("case")[:MOST] if (key := number_asked(each)) is not None]
    chosen = list(cases(acting).filter(pk__in=ticked).select_related("organ", "handler").order_by("pk"))
    organs = {each.organ_id for each in chosen}
    if not chosen or len(organs) > 1 or not acting.holds(set(HEADS), next(iter(organs))):
        messages.error(request, _("请勾选本机关的案件；由机关负责人确定承办人"))
        return redirect("desk:cases")
    officers = Post.objects.in_force(acting.today).filter(organ__in=organs, kind=PostKind.OFFICER)
    people = {each.person_id: each.person for each in officers.select_related("person").order_by("person__name")}
    confirmed = "confirm" in request.POST
    form = Assignment(people, request.POST if confirmed else None)
    if confirmed and form.is_valid() and _assign(form, chosen, people, acting):
        messages.success(request, _("已为%(n)d个案件确定承办人") % {"n": len(chosen)})
        return redirect("desk:cases")
    context = {
        "rows": rows.rows(chosen, acting.today),
        "form": form,
        "refusals": [(str(each), each.cites) for each in form.refusals],
    }
    return page(request, "desk/bulk.html", context, here="cases", status=422 if confirmed else 200)


def _assign(form: Assignment, chosen: list[Case], people: dict[int, Person], acting: Acting) -> bool:
    given = form.cleaned_data
    handler = people[int(given["handler"])]
    second = people[int(given["second"])] if given["second"] else None
    try:
        with transaction.atomic():
            for case in chosen:
                changes.assign(case, handler, second, given["reason"], by=acting.person, on=acting.today)
    except Refused as refused:
        form.refuse(refused.refusals)
        return False
    return True
