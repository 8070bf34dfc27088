"""账号: opened with a password shown once, found by identity without storing it, closed when dormant."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from django.db import connection
from django.utils import timezone

from fadu.ledger.book import entries
from fadu.organs import second_factor
from fadu.organs.models import Person, Post
from fadu.organs.passwords import classes, make_password
from fadu.organs.people import (
    close_account,
    dormant,
    find_by_identity,
    identify,
    open_account,
    reopen_account,
)
from fadu.organs.refusal import NotAllowed
from fadu.site.commands.people import command

NOW = datetime(2024, 6, 3, 9, tzinfo=UTC)
VALID_ID = "89010119000101009X"  # made up; the check digit is right


def test_an_account_opens_with_a_password_that_must_be_changed(db):
    person, password = open_account("clerk", "张测试", at=NOW)
    assert person.must_change_password
    assert person.check_password(password)
    assert password not in Person.objects.get(pk=person.pk).password


def test_a_made_password_is_long_and_mixed():
    made = {make_password() for _ in range(50)}
    assert len(made) == 50
    assert all(len(p) == 16 and classes(p) >= 3 for p in made)


@pytest.mark.parametrize(
    ("password", "kinds"), [("abc", 1), ("abcABC", 2), ("abcABC1", 3), ("abcABC1!", 4), ("密码", 1), ("", 0)]
)
def test_kinds_of_character(password, kinds):
    assert classes(password) == kinds


def test_an_account_name_is_used_once_and_written_plainly(db):
    open_account("clerk", "张测试", at=NOW)
    for username, name in [("clerk", "李示例"), ("a b", "李示例"), ("", "李示例"), ("other", " ")]:
        with pytest.raises(NotAllowed):
            open_account(username, name, at=NOW)
    assert Person.objects.count() == 1


def test_an_identity_is_found_without_being_readable(db):
    person, _password = open_account("public", "赵公众", at=NOW, kind="citizen", id_number=VALID_ID.lower())
    assert find_by_identity(VALID_ID, "citizen") == person
    assert find_by_identity(VALID_ID, "staff") is None
    assert find_by_identity("", "citizen") is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM organs_person")
        assert VALID_ID not in str(cursor.fetchall())


def test_one_identity_has_one_account_of_a_kind(db):
    open_account("public", "赵公众", at=NOW, kind="citizen", id_number=VALID_ID)
    with pytest.raises(NotAllowed, match="已有同类账号"):
        open_account("again", "赵公众", at=NOW, kind="citizen", id_number=VALID_ID)
    other, _password = open_account("again", "赵公众", at=NOW, kind="citizen")
    with pytest.raises(NotAllowed, match="已有同类账号"):
        identify(other, VALID_ID)
    assert open_account("staff", "赵公众", at=NOW, id_number=VALID_ID), "an official is a citizen too"


def test_a_resident_number_is_checked(db):
    with pytest.raises(NotAllowed, match="校验"):
        open_account("public", "赵公众", at=NOW, id_number=VALID_ID[:-1] + "0")
    assert open_account("public", "赵公众", at=NOW, id_number="E12345678")[0].id_number == "E12345678"


def test_dormant_accounts_are_those_unused_for_a_quarter(db):
    now = timezone.now()
    for n, (login, created, active) in enumerate(
        [(91, 400, True), (89, 400, True), (None, 91, True), (None, 89, True), (91, 400, False)]
    ):
        person = Person.objects.create_user(f"u{n}", name="张测试", is_active=active)
        Person.objects.filter(pk=person.pk).update(
            last_login=None if login is None else now - timedelta(days=login), created_at=now - timedelta(days=created)
        )
    assert {p.username for p in dormant(now)} == {"u0", "u2"}


def test_a_closed_account_is_reopened(db):
    person, _password = open_account("clerk", "张测试", at=NOW)
    close_account(person)
    assert not Person.objects.get().is_active
    reopen_account(person)
    assert Person.objects.get().is_active


def run(*words):
    return CliRunner().invoke(command, words)


def test_the_first_administrator_is_made_once(region):
    first = ["administrator", "root", "--name", "张测试", "--organ", "甲县司法局", "--region", "990122"]
    done = run(*first)
    assert done.exit_code == 0, done.output
    post = Post.objects.get()
    assert (post.kind, post.organ.name, post.organ.region.name) == ("system_admin", "甲县司法局", "甲县")
    assert post.person.check_password(done.output.split()[3])
    again = run("administrator", "other", "--name", "李示例", "--organ", "甲县司法局")
    assert (again.exit_code, Person.objects.count()) == (2, 1)
    assert "工作台" in again.stderr
    second = run("administrator", "other", "--name", "李示例", "--organ", "甲县司法局", "--kind", "audit")
    assert second.exit_code == 0
    entered = [(e.act, *map(json.loads(e.content).get, ("account", "post"))) for e in entries("organs")]
    assert entered == [("appoint", "root", "system_admin"), ("appoint", "other", "audit_admin")]


@pytest.mark.parametrize(
    "words",
    [
        ["--organ", "没有的局"],
        ["--organ", "没有的局", "--region", "110000"],
    ],
)
def test_the_first_administrator_needs_an_organ(region, words):
    refused = run("administrator", "root", "--name", "张测试", *words)
    assert refused.exit_code == 2
    assert "--region" in refused.stderr
    assert not Person.objects.exists()


def test_a_refused_administrator_leaves_nothing(region):
    open_account("root", "李示例", at=NOW)
    refused = run("administrator", "root", "--name", "张测试", "--organ", "甲县司法局", "--region", "990122")
    assert (refused.exit_code, Post.objects.count()) == (2, 0)


def test_the_command_lists_dormant_accounts(db):
    assert run("dormant").exit_code == 0
    person = Person.objects.create_user("old", name="张测试")
    Person.objects.filter(pk=person.pk).update(created_at=timezone.now() - timedelta(days=400))
    found = run("dormant", "--json")
    assert (found.exit_code, json.loads(found.output)) == (
        1,
        [{"username": "old", "name": "张测试", "last_login": None}],
    )
    assert "从未登录" in run("dormant").output


def test_a_lost_telephone_is_forgotten_with_the_password(db):
    person = Person.objects.create_user("clerk", name="张测试")
    second_factor.renew_recovery_codes(person)
    done = run("reset-second-factor", "clerk")
    person.refresh_from_db()
    assert person.check_password(done.output.split()[3])
    assert second_factor.recovery_codes_left(person) == 0
    assert run("unlock", "clerk").exit_code == 0
    assert run("unlock", "nobody").exit_code == run("reset-second-factor", "nobody").exit_code == 2
