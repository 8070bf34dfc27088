"""The way in: no spelling of an account has failures of its own, and no answer tells which accounts there are."""

from __future__ import annotations

import pytest
from django.urls import reverse

WHERE = "/signin/"


def fail(client, username):
    return client.post(WHERE, {"username": username, "password": "falsch-Falsch-1"})


@pytest.mark.parametrize("variant", ["officer", " officer", "officer ", "ｏｆｆｉｃｅｒ", "officer\u3000"])
def test_failures_under_every_spelling_lock_the_one_account(client, bureau, variant):
    bureau.officer.set_password("richtig-Richtig-1")
    bureau.officer.save()
    for _ in range(5):
        fail(client, variant)
    answer = client.post(WHERE, {"username": "officer", "password": "richtig-Richtig-1"})
    assert answer.status_code in {403, 429}
    assert "_auth_user_id" not in client.session


def test_an_account_that_is_not_there_is_answered_like_one_that_is(client, bureau):
    there = [fail(client, "officer") for _ in range(6)]
    not_there = [fail(client, "nobody-here") for _ in range(6)]
    closed = bureau.person("closed", "冯离任", "officer")
    closed.is_active = False
    closed.set_password("falsch-Falsch-1")
    closed.save()
    shut = [fail(client, "closed") for _ in range(6)]
    codes = [each.status_code for each in there]
    assert [each.status_code for each in not_there] == codes
    assert [each.status_code for each in shut] == codes

    def said(answer):
        return answer.context["form"].errors["__all__"].as_text()

    assert said(there[0]) == said(not_there[0]) == said(shut[0])


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client, bureau, settings, to):
    settings.DEMO = True
    bureau.officer.set_password("richtig-Richtig-1")
    bureau.officer.save()
    given = {"username": "officer", "password": "richtig-Richtig-1", "next": to}
    assert client.post(f"{WHERE}?next={to}", given).url == "/desk/"
    answer = client.post(reverse("interface:display"), {"next": to, "size": "large"})
    assert "evil" not in answer.headers.get("Location", "")
    assert "javascript" not in answer.headers.get("Location", "")


def test_a_session_ends_with_the_account_and_with_the_password(client, bureau, settings):
    settings.DEMO = True
    client.force_login(bureau.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/desk/").status_code == 200
    bureau.officer.set_password("anders-Anders-1")
    bureau.officer.save()
    assert client.get("/desk/").status_code == 302
    client.force_login(bureau.officer, backend="django.contrib.auth.backends.ModelBackend")
    bureau.officer.is_active = False
    bureau.officer.save()
    assert client.get("/desk/").status_code == 302


def test_without_the_second_factor_nothing_of_the_desk_answers(client, bureau, settings):  # GB/T 22239-2019 8.1.4.1 d)
    settings.DEMO = False
    client.force_login(bureau.officer, backend="django.contrib.auth.backends.ModelBackend")
    for where in ("/desk/", "/desk/cases/", "/desk/cases/export/", "/desk/figures/"):
        answer = client.get(where)
        assert (answer.status_code, answer.url) == (302, "/account/second-factor/")


def test_a_form_sent_from_another_site_is_refused(bureau, settings):
    from django.test import Client

    settings.DEMO = True
    client = Client(enforce_csrf_checks=True)
    client.force_login(bureau.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post("/desk/cases/views/", {"view": "x"}).status_code == 403


def test_a_foreign_host_is_refused(client, db):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
