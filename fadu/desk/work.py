"""我的工作: my open cases by due day, and the cases that wait for my approval, review or hearing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from fadu.desk import lists, reaching
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.desk.rows import Row, row
from fadu.engine import guards
from fadu.engine.declare import NEVER
from fadu.engine.file import CaseFile
from fadu.engine.models import Case, Record, Taken
from fadu.engine.registry import NoEdition, all_procedures, newest
from fadu.organs.kinds import PostKind

DECIDERS: Final = frozenset({PostKind.HEAD, PostKind.PRINCIPAL, PostKind.REVIEWER, PostKind.PRESIDER, PostKind.LEADER})


@desk_page
def work(request: DeskRequest) -> HttpResponse:
    """My open cases: what I handle or assist in, nearest last day first."""
    acting, after = request.acting, request.GET.get("after", "")
    leaf = mine(acting, after)
    listed = [row(case, acting.today) for case in leaf.rows]
    return page(
        request,
        "desk/work.html",
        {"rows": listed, "after": leaf.after, "first": not after, "tab": "mine", "decides": bool(deciding(acting))},
        here="work",
    )


@desk_page
def waiting(request: DeskRequest) -> HttpResponse:
    """Cases whose next step is mine to take as head, reviewer or presider, with that step."""
    acting, after = request.acting, request.GET.get("after", "")
    leaf = lists.leaf(_waiting(acting), by_due=True, after=after, size=30)
    listed = list(_with_my_step(acting, leaf.rows))
    return page(
        request,
        "desk/work.html",
        {"rows": listed, "after": leaf.after, "first": not after, "tab": "waiting", "decides": True},
        here="work",
    )


@desk_page
def standing(request: DeskRequest) -> HttpResponse:
    """Choose for whom to act, among the delegations in force today."""
    acting = request.acting
    if request.method == "POST":
        wanted = request.POST.get("principal", "")
        if wanted and wanted not in {str(each.principal_id) for each in acting.delegations}:
            messages.error(request, _("该委托今日不在有效期内"))
        else:
            request.session["principal"] = int(wanted) if wanted else None
        return redirect("desk:work")
    return page(request, "desk/standing.html")


def mine(acting: Acting, after: str = "", size: int = lists.ROWS) -> lists.Leaf:
    """What the person handles or assists in, merged from the two indexes that are in the order wanted.

    Who has no post in force reaches nothing, his own cases included; who has one always reaches his own.
    """
    if not acting.reach:
        return lists.Leaf([], "")
    running = Case.objects.filter(closed_on=None)
    handled = lists.leaf(running.filter(handler=acting.person), by_due=True, after=after, size=size)
    assisted = lists.leaf(running.filter(second=acting.person), by_due=True, after=after, size=size)
    both = {case.pk: case for case in (*handled.rows, *assisted.rows)}
    merged = sorted(both.values(), key=lambda case: (case.next_due_on is None, case.next_due_on or date.max, case.pk))
    shown = merged[:size]
    more = len(merged) > size or handled.after or assisted.after
    last = shown[-1] if shown and more else None
    day = last.next_due_on.isoformat() if last and last.next_due_on else ""
    return lists.Leaf(shown, f"{day}.{last.pk}" if last else "")


def deciding(acting: Acting) -> dict[int, set[str]]:
    """By organ, the deciding posts held there today, in person or by delegation."""
    found: dict[int, set[str]] = {}
    for post in (*acting.posts, *(each.post for each in acting.delegations)):
        if post.kind in DECIDERS:
            found.setdefault(post.organ_id, set()).add(post.kind)
    return found


def _waiting(acting: Acting) -> QuerySet[Case]:
    """Open cases standing at a stage after which such a post acts; the guards settle it case by case."""
    wanted = Q(pk__in=[])
    for organ, kinds in deciding(acting).items():
        stages: dict[str, set[str]] = {}
        for procedure in all_procedures():
            for step in procedure.steps:
                if kinds & set(step.by.posts) and step.required != NEVER:
                    stages.setdefault(procedure.key, set()).update(each.key for each in step.after)
                    if not step.after:
                        stages[procedure.key].add("")
        for procedure_key, keys in stages.items():
            wanted |= Q(organ=organ, procedure=procedure_key, stage__in=sorted(keys))
    return reaching.cases(acting).filter(wanted, closed_on=None)


def _with_my_step(acting: Acting, cases: Iterable[Case]) -> Iterable[Row]:
    kinds = deciding(acting)
    for file in files(cases):
        mine_here = kinds.get(file.case.organ_id, set())
        try:
            options = guards.possible(file, acting.today)
        except NoEdition:
            continue
        for option in options:
            step = option.step
            if option.lawful and not option.done and step.required != NEVER and mine_here & set(step.by.posts):
                act: tuple[Label, str] = (step.name, reverse("desk:step", args=[file.case.pk, step.key]))
                yield row(file.case, acting.today, act)
                break


def files(cases: Iterable[Case]) -> list[CaseFile]:
    """Case files of many cases at once: one query for the steps, one for the records of each procedure."""
    listed = list(cases)
    taken: dict[int, list[Taken]] = {}
    for each in Taken.objects.filter(case__in=listed).order_by("case_id", "seq"):
        taken.setdefault(each.case_id, []).append(each)
    records: dict[int, Record] = {}
    for procedure in dict.fromkeys(each.procedure for each in listed):
        keys = [each.pk for each in listed if each.procedure == procedure]
        records |= newest(procedure).record._default_manager.in_bulk(keys)
    return [CaseFile(case, records[case.pk], taken.get(case.pk, [])) for case in listed if case.pk in records]
