"""The board counts exactly the cases it leads to, for whom it concerns; administration enters every act."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.desk import charts
from fadu.desk.board import quantile
from fadu.engine.models import Case
from fadu.ledger.models import Entry
from fadu.organs.models import Certificate, Person, Post

BOARD = "/desk/board/"


def test_the_board_is_for_whoever_answers_for_an_organ(sign_in, bureau):
    assert sign_in(bureau.officer).get(BOARD).status_code == 403
    assert sign_in(bureau.head).get(BOARD).status_code == 200


def test_every_number_leads_to_as_many_cases_as_it_says(sign_in, bureau, opened, today):
    for shift in (-3, -1, 0, 1, 40):
        made = opened()
        Case.objects.filter(pk=made.pk).update(next_due_on=today + timedelta(days=shift), next_due="decide")
    client = sign_in(bureau.head)
    text = client.get(BOARD).content.decode()
    found = re.findall(r'<span class="figure"><a href="([^"]+)">(\d+)</a>', text)
    assert len(found) >= 4
    for where, number in found:
        listed = client.get(where.replace("&amp;", "&")).content.decode()
        assert listed.count('class="lead"') == int(number), where


def test_the_board_counts_no_case_out_of_reach(sign_in, bureau, stranger, opened):
    opened()
    opened("超限运输", officers=[stranger], organ=stranger.posts.get().organ)
    text = sign_in(bureau.head).get(BOARD).content.decode()
    assert "测试县交通运输局" not in text


def test_the_marks_of_a_chart_lead_to_records_and_carry_no_style():  # the content policy would refuse it
    rows = [{"day": "<b>", "number": 2, "address": "/desk/cases/?due_from=2026-01-05&x=1", "said": "<i>2</i>"}]
    drawn = charts.bars(rows, x="day", y="number", x_title="末日", y_title="件")
    assert '<a href="/desk/cases/?due_from=2026-01-05&amp;x=1"' in drawn
    assert "https://" not in drawn
    assert "style=" not in drawn
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "currentColor" in drawn


@pytest.mark.parametrize(
    ("lengths", "share", "days"),
    [({1: 1}, 0.5, 1), ({1: 5, 9: 5}, 0.5, 1), ({1: 4, 9: 5}, 0.5, 9), ({1: 9, 9: 1}, 0.9, 1), ({1: 8, 9: 2}, 0.9, 9)],
)
def test_a_quantile_is_the_length_that_the_share_did_not_exceed(lengths, share, days):
    assert quantile(Counter(lengths), share) == days


# ---- administration


@pytest.fixture
def system(sign_in, bureau):
    return sign_in(bureau.person("sysadmin", "系统管理员甲", "system_admin"))


@pytest.fixture
def security(sign_in, bureau):
    return sign_in(bureau.person("secadmin", "安全管理员乙", "security_admin"))


def person_page(name, person, *rest):
    return reverse(f"desk:{name}", args=[person.pk, *rest])


def test_an_account_is_opened_with_a_password_shown_once(system):
    answer = system.post("/desk/offices/people/new/", {"username": "new", "name": "郑新人"}, follow=True)
    assert "只显示这一次" in answer.content.decode()
    assert "只显示这一次" not in system.get("/desk/offices/people/").content.decode()
    assert Person.objects.get(username="new").check_password("") is False
    assert Entry.objects.get(stream="person:new").act == "open_account"


def test_appointing_is_the_security_administrators_and_certifying_the_system_administrators(
    system, security, bureau, today
):
    post = {"organ": bureau.organ.pk, "kind": "clerk", "since": today.isoformat(), "scope": ""}
    paper = {
        "organ": bureau.organ.pk, "number": "T999999", "domain": "market", "issued_on": today.isoformat(),
        "valid_until": today.replace(year=today.year + 3, day=1).isoformat(),
    }  # fmt: skip
    target = bureau.clerk
    Post.objects.filter(person=target).delete()
    assert system.post(person_page("appoint", target), post).status_code == 403
    assert security.post(person_page("certify", target), paper).status_code == 403
    assert security.post(person_page("appoint", target), post).status_code == 302
    assert system.post(person_page("certify", target), paper).status_code == 302
    assert [each.act for each in Entry.objects.filter(stream=f"person:{target.username}")] == ["appoint", "certify"]


def test_an_appointment_that_may_not_be_is_refused_and_typed_text_stays(security, bureau, today):
    given = {"organ": bureau.organ.pk, "kind": "reviewer", "since": today.isoformat(), "scope": ""}
    answer = security.post(person_page("appoint", bureau.clerk), given)
    assert answer.status_code == 422
    assert "法律职业资格" in answer.content.decode()
    assert not Entry.objects.filter(act="appoint").exists()


@pytest.mark.parametrize("act", ["suspend", "revoke"])
def test_a_certificate_is_withheld_or_revoked_with_its_ground(system, bureau, today, act):
    held = Certificate.objects.get(person=bureau.officer)
    where = person_page("certificate", bureau.officer, held.pk, act)
    assert system.post(where, {"on": today.isoformat(), "ground": ""}).status_code == 422
    assert system.post(where, {"on": today.isoformat(), "ground": "调离岗位"}).status_code == 302
    assert not Certificate.objects.valid_on(today).filter(pk=held.pk).exists()
    assert Entry.objects.get(stream="person:officer").act == f"{act}_certificate"


def test_a_notice_that_cannot_be_read_is_refused_by_name_and_changes_nothing(system, settings, tmp_path):
    settings.HOME = tmp_path
    bad = SimpleUploadedFile("2027.json", b'{"year": 2027, "days": "soon"}')
    answer = system.post("/desk/offices/notice/", {"file": bad})
    assert answer.status_code == 422
    assert "不能导入" in answer.content.decode()
    assert not list((tmp_path / "notices").glob("*"))


def test_a_missing_seal_is_said_in_plain_words(system, case, today, monkeypatch):
    monkeypatch.setattr("fadu.desk.offices.missing_seals", lambda _today: ["2026-11-20 的账没有封存。"])
    text = system.get("/desk/offices/").content.decode()
    assert "没有封存" in text
    assert 'role="alert"' in text
