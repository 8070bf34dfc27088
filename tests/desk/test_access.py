"""Nobody comes to the desk but staff, and nobody reaches a case but those whom the one predicate lets see it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from fadu.desk.urls import urlpatterns

SLUGS = {"procedure": "mediation", "name": "filing", "limit": "decide", "began": "now", "act": "suspend"}
ROUTES = {
    each.name: {
        name: SLUGS[name] if type(found).__name__ == "SlugConverter" else 1
        for name, found in each.pattern.converters.items()
    }
    for each in urlpatterns
}
OF_A_CASE = [name for name, given in ROUTES.items() if "cases/<int:key>" in str(
    next(each for each in urlpatterns if each.name == name).pattern)]  # fmt: skip
BY_POST = {"renew_code", "issue", "publish", "reckon", "save_view", "account"}
OFFICES = ["offices", "notice", "staff", "open_account", "person", "account", "appoint", "certify"]


def address(name, **given):
    return reverse(f"desk:{name}", kwargs=ROUTES[name] | given)


def ask(client, name, **given):
    where = address(name, **given)
    return client.post(where) if name in BY_POST else client.get(where)


@pytest.mark.parametrize("name", ROUTES)
def test_a_visitor_is_sent_to_sign_in(client, db, name):
    answer = ask(client, name)
    assert answer.status_code == 302
    assert answer.url.startswith("/signin/")


@pytest.mark.parametrize("name", ROUTES)
def test_a_citizen_is_refused(sign_in, citizen, name):
    assert ask(sign_in(citizen), name).status_code == 403


@pytest.mark.parametrize("name", OF_A_CASE)
def test_an_officer_of_another_organ_finds_no_such_case(sign_in, stranger, inquired, name):
    answer = ask(sign_in(stranger), name, key=inquired.pk)
    assert answer.status_code == 404
    assert "超范围经营" not in answer.content.decode()


@pytest.mark.parametrize("name", OF_A_CASE)
def test_a_case_that_is_not_there_looks_the_same(sign_in, stranger, name):
    assert ask(sign_in(stranger), name, key=999_999).status_code == 404


@pytest.mark.parametrize("name", ["work", "waiting", "cases", "export", "board"])
def test_lists_counts_and_exports_show_a_stranger_nothing(sign_in, stranger, inquired, name):
    answer = ask(sign_in(stranger), name)
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    for word in ("超范围经营", "甲公司", inquired.number):
        assert word not in text.decode()


def test_a_search_for_the_number_shows_a_stranger_nothing(sign_in, stranger, case):
    answer = sign_in(stranger).get(address("cases"), {"q": case.number})
    assert answer.status_code == 200
    assert case.title not in answer.content.decode()


@pytest.mark.parametrize("name", OFFICES)
def test_administration_is_closed_to_officers(desk, name):
    assert ask(desk, name).status_code == 403


def test_an_administrator_sees_no_case(sign_in, bureau, case):  # GB/T 22239-2019 8.1.4.2 d)
    client = sign_in(bureau.person("sysadmin", "系统管理员甲", "system_admin"))
    assert client.get(address("case", key=case.pk)).status_code == 404
    assert case.number not in client.get(address("cases")).content.decode()
    assert client.get(address("work")).url == address("offices")


def test_who_has_left_the_post_reaches_nothing(sign_in, bureau, case, today):
    bureau.officer.posts.update(until=today.replace(year=today.year - 1))
    client = sign_in(bureau.officer)
    assert client.get(address("case", key=case.pk)).status_code == 404
    assert case.number not in client.get(address("work")).content.decode()
