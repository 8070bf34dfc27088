"""Who acts for whom; cases given to officers many at once; warnings read once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from fadu.engine import warnings
from fadu.engine.models import Case, Deadline, Warned
from fadu.ledger.models import Entry
from fadu.organs.models import Delegation

STANDING = "/desk/standing/"


def lending(bureau, today, **given):
    post = bureau.head.posts.get(kind="head")
    until = today + timedelta(days=5)
    return {"post": post.pk, "to": bureau.deputy.pk, "since": today.isoformat(), "until": until.isoformat(), **given}


def test_a_head_delegates_and_withdraws_and_both_enter_the_ledger(sign_in, bureau, today):
    head, deputy = sign_in(bureau.head), sign_in(bureau.deputy)
    assert head.post("/desk/standing/lend/", lending(bureau, today)).status_code == 302
    made = Delegation.objects.get()
    deputy.post(STANDING, {"principal": bureau.head.pk})
    assert f"代 {bureau.head.name}" in deputy.get("/desk/").content.decode()
    head.post(reverse("desk:withdraw_delegation", args=[made.pk]))
    assert f"代 {bureau.head.name}" not in deputy.get("/desk/").content.decode()
    acts = [each.act for each in Entry.objects.filter(stream="person:head").order_by("seq")]
    assert acts == ["delegate", "withdraw_delegation"]


def test_nobody_delegates_anothers_post(sign_in, bureau, today):
    given = lending(bureau, today, to=bureau.officer.pk)
    assert sign_in(bureau.clerk).post("/desk/standing/lend/", given).status_code == 422
    assert not Delegation.objects.exists()


def test_nobody_acts_for_whom_nobody_asked_him_to(sign_in, bureau):
    client = sign_in(bureau.deputy)
    client.post(STANDING, {"principal": bureau.head.pk})
    assert f"代 {bureau.head.name}" not in client.get("/desk/").content.decode()


def test_a_delegation_of_another_is_not_withdrawn(sign_in, bureau, today):
    sign_in(bureau.head).post("/desk/standing/lend/", lending(bureau, today))
    where = reverse("desk:withdraw_delegation", args=[Delegation.objects.get().pk])
    assert sign_in(bureau.deputy).post(where).status_code == 404


# ---- many cases at once

BULK = "/desk/cases/assign/"


def ticked(cases, **given):
    return {"case": [each.pk for each in cases], **given}


def test_ticked_cases_are_looked_at_before_they_are_assigned(sign_in, bureau, opened):
    made = [opened(), opened()]
    head = sign_in(bureau.head)
    preview = head.post(BULK, ticked(made)).content.decode()
    assert all(each.number in preview for each in made)
    assert not Entry.objects.filter(act="assign").exists()
    given = ticked(made, confirm="1", handler=bureau.third.pk, second="", reason="轮岗")
    assert head.post(BULK, given).status_code == 302
    assert set(Case.objects.values_list("handler", flat=True)) == {bureau.third.pk}
    assert Entry.objects.filter(act="assign").count() == 2


def test_one_refused_case_holds_back_all(sign_in, bureau, opened, today):
    made = [opened(), opened()]
    Case.objects.filter(pk=made[1].pk).update(closed_on=today)
    given = ticked(made, confirm="1", handler=bureau.third.pk, second="", reason="轮岗")
    answer = sign_in(bureau.head).post(BULK, given)
    assert answer.status_code == 422
    assert "案件已经办结" in answer.content.decode()
    assert not Case.objects.filter(handler=bureau.third).exists()


@pytest.mark.parametrize("who", ["officer", "clerk", "stranger"])
def test_only_the_organs_head_assigns(sign_in, bureau, stranger, opened, who):
    made = [opened()]
    person = stranger if who == "stranger" else getattr(bureau, who)
    sign_in(person).post(BULK, ticked(made, confirm="1", handler=bureau.third.pk, second="", reason="轮岗"))
    assert not Case.objects.filter(handler=bureau.third).exists()


# ---- warnings


def test_a_warning_stands_until_it_is_read(desk, sign_in, bureau, filed, today):
    Deadline.objects.filter(case=filed).update(due_on=today)
    warnings.climb(today)
    where = reverse("desk:warned")
    assert filed.number in desk.get(where).content.decode()
    assert filed.number not in sign_in(bureau.third).get(where).content.decode()
    desk.post(reverse("desk:read_warned"))
    assert set(Warned.objects.values_list("read_on", flat=True)) == {today}
    assert filed.number not in desk.get(where).content.decode()
