"""Who sees a case does not therefore act in it; nothing typed into an address breaks or tells anything."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.desk.cases import inert
from fadu.desk.models import SavedView
from fadu.engine.models import Case
from fadu.exchange.tables import neutral
from fadu.ledger.models import Entry
from fadu.organs import delegation
from fadu.organs.models import Organ, Post
from fadu.organs.refusal import NotAllowed
from tests.desk.conftest import (  # noqa: F401  fixtures, used by being here
    case,
    citizen,
    filed,
    inquired,
    opened,
    second_factor_waived,
    sign_in,
    stranger,
    today,
)

ACTS = [
    ("change", {"act": "withdraw"}),
    ("change", {"act": "assign"}),
    ("correct", {}),
    ("limit", {"act": "suspend", "name": "decide"}),
    ("step", {"name": "inquiry"}),
    ("evidence", {}),
    ("recusal", {}),
    ("issue", {}),
    ("publish", {}),
]


@pytest.mark.parametrize(("name", "given"), ACTS, ids=str)
def test_who_only_looks_on_acts_in_no_case(sign_in, bureau, filed, name, given):  # noqa: F811
    seer = bureau.person("seer", "冯监督", "inspector")
    client = sign_in(seer)
    assert client.get(reverse("desk:case", args=[filed.pk])).status_code == 200
    answer = client.post(reverse(f"desk:{name}", kwargs={"key": filed.pk, **given}), {"kind": "decision"})
    assert answer.status_code == 403


def test_who_was_head_once_enters_nothing_of_that_time(sign_in, bureau, filed, today):  # noqa: F811
    """The act's day lies in the old post; the hand that enters it holds none today."""
    post = Post.objects.get(person=bureau.deputy, kind="head")
    post.until = today - timedelta(days=1)
    post.save()
    Post.objects.create(person=bureau.deputy, organ=bureau.organ, kind="leader", scope="region", since=today)
    given = {"on": filed.opened_on.isoformat(), "reason": "倒填"}
    where = reverse("desk:change", args=[filed.pk, "withdraw"])
    assert sign_in(bureau.deputy).post(where, given).status_code == 403
    assert Case.objects.get(pk=filed.pk).closed_on is None


def test_a_case_is_not_opened_for_an_organ_where_one_holds_no_post(sign_in, bureau, stranger, today):  # noqa: F811
    given = {
        "title": "x", "organ": bureau.organ.pk, "domain": "market", "on": today.isoformat(),
        "handler": bureau.officer.pk, "kind": "company", "name": "甲公司",
    }  # fmt: skip
    answer = sign_in(stranger).post(reverse("desk:open") + "?procedure=desk_toy", given)
    assert answer.status_code == 422
    assert not Case.objects.exists()


@pytest.mark.parametrize("said", ["\x00", "a\x00b", "'", '"', "%", "\\", "9" * 40, "＝1", "𠮷" * 200])
def test_nothing_typed_into_a_list_breaks_it(sign_in, bureau, filed, said):  # noqa: F811
    client = sign_in(bureau.head)
    for name in ("cases", "export", "work", "waiting", "registers", "journals", "figures", "reports"):
        for asked in ("q", "after", "organ", "handler", "stage", "due_from", "on", "region", "year", "procedure"):
            answer = client.get(reverse(f"desk:{name}"), {asked: said})
            assert answer.status_code == 200, (name, asked)
            if answer.streaming:
                b"".join(answer.streaming_content)
    for asked in ("procedure", "related"):
        assert client.get(reverse("desk:open"), {"procedure": "desk_toy", asked: said}).status_code == 200


@pytest.mark.parametrize("said", ["\x00", "'", "9" * 40, "𠮷" * 200, "１２"])
def test_nothing_typed_into_a_public_address_breaks_it(client, db, bureau, said):
    for name in ("home", "publications", "feed", "statutes", "days", "data", "chart"):
        for asked in ("q", "after", "organ", "region", "year", "question", "since", "on", "day", "rule"):
            assert client.get(reverse(f"portal:{name}"), {asked: said}).status_code in {200, 404}, (name, asked)


def test_a_view_too_long_to_keep_is_said_not_a_fault(sign_in, bureau):  # noqa: F811
    long = dict.fromkeys(("stage", "outcome", "q", "procedure", "domain", "order"), "局" * 100)
    answer = sign_in(bureau.head).post(reverse("desk:save_view"), {"view": "长", **long})
    assert answer.status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠SUM", "\t=1", "\r=1", "\n=1"]
)
def test_no_exported_cell_is_a_formula(cell):
    assert inert(cell).startswith("'")
    assert neutral(cell).startswith("'")


def test_the_name_of_a_download_carries_no_header(sign_in, bureau, inquired, today, settings, tmp_path):  # noqa: F811
    from fadu.engine import evidence
    from fadu.ledger.attachments import attach

    settings.HOME = tmp_path
    name = '甲"\r\nSet-Cookie: a=b.txt'
    item = evidence.add_evidence(
        inquired, attach(b"<script>x</script>", name), kind="documentary", name=name, by=bureau.officer, on=today
    )
    answer = sign_in(bureau.officer).get(reverse("desk:evidence_file", args=[inquired.pk, item.pk]))
    assert "\n" not in answer["Content-Disposition"]
    assert "Set-Cookie" not in answer.headers
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_names_are_printed_never_run(sign_in, bureau, opened, today):  # noqa: F811
    from fadu.engine import papers
    from fadu.engine.acts import take

    made = opened(title=f"案由{SCRIPT}", party=f"甲{SCRIPT}")
    take(made, "filing", by=[bureau.head], on=made.opened_on, note=SCRIPT)
    take(made, "inquiry", by=[bureau.officer, bureau.second], on=made.opened_on, facts={"act": SCRIPT})
    paper = papers.issue(made, "toy_record", by=bureau.officer, on=today)
    client = sign_in(bureau.officer)
    pages = [
        reverse("desk:case", args=[made.pk]), reverse("desk:sheet", args=[made.pk]), reverse("desk:cases"),
        reverse("desk:paper", args=[made.pk, paper.pk]), reverse("desk:correct", args=[made.pk]),
        reverse("desk:work"), reverse("desk:step", args=[made.pk, "sampling"]),
    ]  # fmt: skip
    for where in pages:
        text = client.get(where).content.decode()
        assert "<script>alert" not in text, where
        assert "<img src=x" not in text, where


def test_the_parts_of_a_case_are_found_in_that_case_only(sign_in, bureau, opened, today, settings, tmp_path):  # noqa: F811
    """A key of another organ's paper, evidence or publication under the address of one's own case."""
    from fadu.engine import evidence, papers
    from fadu.engine.acts import take
    from fadu.ledger.attachments import attach

    settings.HOME = tmp_path
    other = Organ.objects.create(name="邻县局", region=bureau.region, word="邻", domain="market")
    theirs = [bureau.person(f"t{n}", f"冯邻县{n}", "officer", certified=True, organ=other) for n in range(2)]
    boss = bureau.person("boss", "陈邻长", "head", organ=other)
    far = opened(title="邻县的案", organ=other, officers=theirs)
    take(far, "filing", by=[boss], on=far.opened_on)
    take(far, "inquiry", by=theirs, on=far.opened_on, facts={"act": "机密内容"})
    paper = papers.issue(far, "toy_record", by=theirs[0], on=today)
    item = evidence.add_evidence(far, attach(b"x y z", "乙.txt"), kind="documentary", name="乙", by=theirs[0], on=today)
    near = opened()
    client = sign_in(bureau.officer)
    for name, given in (
        ("paper", {"number": paper.pk}), ("docx", {"number": paper.pk}), ("void", {"number": paper.pk}),
        ("serve", {"number": paper.pk}), ("evidence_file", {"item": item.pk}), ("exclude", {"item": item.pk}),
    ):  # fmt: skip
        for key in (near.pk, far.pk):
            assert client.get(reverse(f"desk:{name}", kwargs={"key": key, **given})).status_code == 404, (name, key)


def test_what_is_dated_back_is_counted_by_the_day_of_its_entry(sign_in, bureau, opened, today):  # noqa: F811
    """Steps, stops and lengthenings: a day long past does not take an entry out of the count."""
    from fadu.engine import clocks
    from fadu.engine.acts import take
    from fadu.law.statutes import PENALTY_2021 as L

    old = opened(ago=80)
    take(old, "filing", by=[bureau.head], on=old.opened_on)
    clocks.suspend(old, "decide", "expert", by=bureau.head, on=today - timedelta(days=60))
    clocks.resume(old, "decide", by=bureau.head, on=today - timedelta(days=50))
    clocks.extend(old, "decide", "complex", L.days(30), by=bureau.head, on=today - timedelta(days=40))
    board = sign_in(bureau.head).get(reverse("desk:board"))
    assert board.context["late"] == [(bureau.organ.name, 3)]


def test_no_administrator_gives_himself_a_post_a_certificate_or_a_password(sign_in, bureau, today):  # noqa: F811
    """GB/T 22239-2019 8.1.4.2 d): the hand that gives is not the hand that takes."""
    for kind, name in (("security_admin", "appoint"), ("system_admin", "certify"), ("system_admin", "account")):
        person = bureau.person(f"{kind}_{name}", "冯管理", kind)
        given = {
            "organ": bureau.organ.pk, "kind": "leader", "since": today.isoformat(), "act": "password", "number": "T1",
            "domain": "market", "issued_on": today.isoformat(), "valid_until": today.isoformat(),
        }  # fmt: skip
        before = (person.posts.count(), person.certificates.count(), person.password)
        assert sign_in(person).post(reverse(f"desk:{name}", args=[person.pk]), given).status_code == 403
        person.refresh_from_db()
        assert (person.posts.count(), person.certificates.count(), person.password) == before


def test_no_delegation_opens_cases_to_an_administrator(bureau, today):  # noqa: F811
    admin = bureau.person("sysadmin", "冯管理", "system_admin")
    post = Post.objects.get(person=bureau.head, kind="head")
    with pytest.raises(NotAllowed, match="管理员"):
        delegation.delegate(post, admin, since=today, until=today)


def test_the_notice_of_days_off_leaves_its_entry(sign_in, bureau, today, settings, tmp_path):  # noqa: F811
    settings.HOME = tmp_path
    admin = bureau.person("sysadmin", "冯管理", "system_admin")
    days = [{"name": "元旦", "date": "2039-01-01", "isOffDay": True}]
    file = SimpleUploadedFile("2039.json", json.dumps({"year": 2039, "days": days}).encode())
    assert sign_in(admin).post(reverse("desk:notice"), {"file": file}).status_code == 302
    entry = Entry.objects.get(stream="calendar/2039")
    assert (entry.actor, entry.read()["off"]) == ("sysadmin", ["2039-01-01"])


def test_who_goes_to_another_organ_leaves_the_cases_behind(sign_in, bureau, filed, stranger, today):  # noqa: F811
    """GB/T 22239-2019 8.1.4.2 d): a handler reads his cases as long as he holds a post where they lie."""
    bureau.officer.posts.update(until=today - timedelta(days=1))
    elsewhere = stranger.posts.get().organ
    Post.objects.create(person=bureau.officer, organ=elsewhere, kind="officer", scope="own", since=today)
    client = sign_in(bureau.officer)
    assert client.get(reverse("desk:case", args=[filed.pk])).status_code == 404
    for name in ("work", "cases", "export"):
        answer = client.get(reverse(f"desk:{name}"))
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert filed.number not in text.decode(), name


def test_a_dossier_is_bound_though_a_file_is_lost(sign_in, bureau, inquired, today, monkeypatch):  # noqa: F811
    from fadu.desk import dossiers
    from fadu.documents.dossier import faults
    from fadu.engine import evidence
    from fadu.ledger.attachments import attach, location

    for number in range(3):
        data = attach(b"x y z %d" % number, f"{number}.txt")
        evidence.add_evidence(inquired, data, kind="documentary", name=f"证{number}", by=bureau.officer, on=today)
    location(data.digest).unlink()
    monkeypatch.setattr(dossiers, "MOST", 8)
    answer = sign_in(bureau.officer).get(reverse("desk:dossier", args=[inquired.pk]))
    assert answer.status_code == 200
    assert faults(answer.content) == ()
