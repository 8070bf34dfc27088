"""我的工作: my open cases by due day, and the cases that wait for my approval, review or hearing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fadu.desk import lists, reaching
from fadu.desk.frame import ADMINISTRATORS, Acting, DeskRequest, desk_page, page
from fadu.desk.names import Label
from fadu.desk.paths import way
from fadu.desk.rows import Row, row
from fadu.engine import guards
from fadu.engine.declare import NEVER
from fadu.engine.file import CaseFile
from fadu.engine.models import Case, Record, Taken
from fadu.engine.registry import NoEdition, newest
from fadu.engine.worklist import open_cases
from fadu.organs.kinds import PostKind

DECIDERS: Final = frozenset(
    {
        PostKind.HEAD,
        PostKind.PRINCIPAL,
        PostKind.REVIEWER,
        PostKind.PRESIDER,
        PostKind.OFFICE_HEAD,
        PostKind.LEADER,
    }
)


BATCH, BATCHES = 100, 3


@desk_page
def work(request: DeskRequest) -> HttpResponse:
    """My open cases: what I handle or assist in, nearest last day first."""
    acting, after = request.acting, request.GET.get("after", "")
    if not acting.reach and acting.kinds & ADMINISTRATORS:
        return redirect("desk:offices")
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
    listed, after = _waiting(acting, after)
    return page(
        request,
        "desk/work.html",
        {"rows": listed, "after": after, "first": not request.GET.get("after"), "tab": "waiting", "decides": True},
        here="work",
    )


def mine(acting: Acting, after: str = "", size: int = lists.ROWS) -> lists.Leaf:
    """What the person handles or assists in, merged from the two indexes that are in the order wanted.

    Who has no post in force reaches nothing, his own cases included; who has one reaches his own at that organ.
    """
    if not acting.reach:
        return lists.Leaf([], "")
    leaf = lists.turned(open_cases(acting.person, size + 1, lists.place(after)), size)
    at = acting.reach.at
    return lists.Leaf([e for e in leaf.rows if e.organ_id in at and e.withheld_from_id not in at], leaf.after)


def deciding(acting: Acting) -> dict[int, set[str]]:
    """By organ, the deciding posts held there today, in person or by delegation."""
    found: dict[int, set[str]] = {}
    for post in (*acting.posts, *(each.post for each in acting.delegations)):
        if post.kind in DECIDERS:
            found.setdefault(post.organ_id, set()).add(post.kind)
    return found


def _waiting(acting: Acting, after: str) -> tuple[list[Row], str]:
    """One page of them. The guards settle it case by case, so a page is read from batches of open cases by due day;
    it ends after ``BATCHES`` of them, wherever that is, and the next one goes on from there."""
    kinds = deciding(acting)
    found: list[Row] = []
    running = reaching.cases(acting).filter(organ__in=kinds, closed_on=None)
    for _batch in range(BATCHES):
        leaf = lists.leaf(running, by_due=True, after=after, size=BATCH)
        found += [
            row(file.case, acting.today, act)
            for file in files(leaf.rows)
            if (act := _my_step(file, kinds.get(file.case.organ_id, set()), acting.today))
        ]
        after = leaf.after
        if not after or len(found) >= lists.ROWS // 2:
            break
    return found, after


def _my_step(file: CaseFile, kinds: set[str], today: date) -> tuple[Label, str] | None:
    """The step that the case needs now and that holders of ``kinds`` take; or their answer to a request just made."""
    try:
        procedure = file.edition(today)
    except NoEdition:
        return None
    needed = way(file, procedure)
    for option in guards.possible(file, today):
        step = option.step
        if not option.lawful or (option.done and not step.repeats) or not kinds & set(step.by.posts):
            continue
        asked = any(each.key == file.case.stage and each.required == NEVER for each in step.after)
        if step.key in needed or asked:
            return step.name, reverse("desk:step", args=[file.case.pk, step.key])
    return None


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
