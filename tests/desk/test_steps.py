"""A step is taken as typed or refused with its provision; what was typed is never lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.desk.models import Draft
from fadu.engine.acts import take
from fadu.engine.models import Deadline, Deliberation, Taken
from fadu.ledger.models import Entry
from fadu.organs.delegation import delegate


def form(case, step):
    return reverse("desk:step", args=[case.pk, step])


def typed(case, today, **given):
    return {"on": today.isoformat(), "by": "self", "note": "", **given}


def text_of(answer):
    return answer.content.decode()


def test_a_step_is_taken_with_what_its_form_asks(desk, filed, bureau, today):
    given = typed(filed, today, second=str(bureau.second.pk), act="超范围经营食品", grave="on", note="现场查实")
    answer = desk.post(form(filed, "inquiry"), given)
    taken = Taken.objects.get(case=filed, step="inquiry")
    assert answer.status_code == 302
    assert answer.url == f"/desk/cases/{filed.pk}/?done=inquiry#act-{taken.seq}"
    assert (taken.by, taken.second, taken.on, taken.note) == (bureau.officer, bureau.second, today, "现场查实")
    filed.refresh_from_db()
    assert filed.stage == "inquiry"


def test_the_form_offers_what_the_declaration_asks_with_its_provision(desk, filed):
    text = text_of(desk.get(form(filed, "inquiry")))
    for part in ('name="act"', 'name="grave"', 'name="market"', 'name="second"', "第四十二条第一款"):
        assert part in text


def test_refused_the_form_keeps_what_was_typed_and_names_the_provision(desk, filed, today):
    answer = desk.post(form(filed, "inquiry"), typed(filed, today, act="写了很久的一段话", note="一条说明"))
    text = text_of(answer)
    assert answer.status_code == 422
    assert "执法人员不得少于2人" in text
    assert "第四十二条第一款" in text
    assert "写了很久的一段话" in text
    assert "一条说明" in text
    assert not Taken.objects.filter(case=filed, step="inquiry").exists()


def test_a_missing_fact_is_said_at_its_field_and_in_the_list_above(desk, filed, bureau, today):
    text = text_of(desk.post(form(filed, "inquiry"), typed(filed, today, second=str(bureau.second.pk), act="")))
    assert text.count("须填写：") >= 2
    assert 'href="#id_act"' in text


def test_what_was_typed_is_escaped_when_it_comes_back(desk, filed, today):
    text = text_of(desk.post(form(filed, "inquiry"), typed(filed, today, act="<script>alert(1)</script>")))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_step_whose_turn_has_not_come_says_why_before_anything_is_typed(desk, filed):
    text = text_of(desk.get(form(filed, "decision")))
    assert "尚未办理：调查" in text
    assert "第五十五条第一款" in text


def test_nobody_approves_in_the_heads_name_by_typing_it(desk, case, bureau, today):
    for by in ("self", f"person:{bureau.head.pk}", f"for:{bureau.head.pk}", ""):
        assert desk.post(form(case, "filing"), typed(case, today, by=by)).status_code == 422
    assert not Taken.objects.filter(case=case).exists()


def test_a_clerk_enters_what_officers_did_and_the_record_names_the_hand(sign_in, filed, bureau, today):
    given = typed(filed, today, by=f"person:{bureau.officer.pk}", second=str(bureau.second.pk), act="超范围")
    assert sign_in(bureau.clerk).post(form(filed, "inquiry"), given).status_code == 302
    taken = Taken.objects.get(case=filed, step="inquiry")
    assert (taken.by, taken.entered_by) == (bureau.officer, bureau.clerk)


def test_a_delegate_acts_for_the_head_and_both_names_stand(sign_in, case, bureau, today):
    post = bureau.head.posts.get(kind="head")
    delegate(post, bureau.clerk, since=today, until=today + timedelta(days=5))
    client = sign_in(bureau.clerk)
    assert f"代 {bureau.head.name}" in text_of(client.get(form(case, "filing")))
    client.post(form(case, "filing"), typed(case, today, by=f"for:{bureau.head.pk}"))
    taken = Taken.objects.get(case=case, step="filing")
    assert (taken.by, taken.principal) == (bureau.clerk, bureau.head)


def test_facts_that_did_not_change_do_not_enter_the_ledger_again(desk, inquired, bureau, today, sign_in):
    sign_in(bureau.head).post(form(inquired, "decision"), typed(inquired, today, outcome="stopped"))
    entry = Entry.objects.filter(stream=inquired.number, act="decision").get()
    assert "超范围" not in entry.content
    assert '"outcome":"stopped"' in entry.content.replace(" ", "")


def test_an_outcome_must_be_chosen(sign_in, inquired, bureau, today):
    text = text_of(sign_in(bureau.head).post(form(inquired, "decision"), typed(inquired, today)))
    assert "没有保存" in text
    assert not Taken.objects.filter(case=inquired, step="decision").exists()


@pytest.fixture
def grave(filed, bureau):
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=filed.opened_on, facts={"act": "大案", "grave": True})
    take(filed, "review", by=[bureau.reviewer], on=filed.opened_on)
    return filed


def test_a_deliberation_records_who_attended_and_how_each_spoke(sign_in, grave, bureau, today):
    head, deputy = bureau.head.pk, bureau.deputy.pk
    given = typed(
        grave, today, presider=str(head), due="2", place="会议室", resolution="同意承办意见",
        **{f"vote_{head}": "agree", f"said_{head}": "同意", f"vote_{deputy}": "dissent", f"said_{deputy}": "处罚过重"},
    )  # fmt: skip
    assert sign_in(bureau.head).post(form(grave, "panel"), given).status_code == 302
    held = Deliberation.objects.get(taken__case=grave)
    assert {(v.person_id, v.position, v.opinion) for v in held.votes.all()} == {
        (head, "agree", "同意"),
        (deputy, "dissent", "处罚过重"),
    }


def test_one_member_is_no_collective(sign_in, grave, bureau, today):
    head = bureau.head.pk
    given = typed(grave, today, presider=str(head), due="2", resolution="同意", **{f"vote_{head}": "agree"})
    assert "出席人员不得少于2人" in text_of(sign_in(bureau.head).post(form(grave, "panel"), given))


def test_a_draft_is_kept_encrypted_for_its_writer_and_let_go_when_the_step_is_taken(
    desk, filed, bureau, today, sign_in
):
    desk.post(form(filed, "inquiry"), typed(filed, today, act="写了一半", keep="1"))
    assert not Taken.objects.filter(case=filed, step="inquiry").exists()
    with_draft = Draft.objects.get()
    assert "写了一半" in with_draft.typed
    assert "写了一半" in text_of(desk.get(form(filed, "inquiry")))
    assert "写了一半" not in text_of(sign_in(bureau.second).get(form(filed, "inquiry")))
    desk.post(form(filed, "inquiry"), typed(filed, today, act="写完了", second=str(bureau.second.pk)))
    assert not Draft.objects.exists()


def test_the_papers_chosen_are_issued_with_the_step(desk, filed, bureau, today):
    given = typed(filed, today, second=str(bureau.second.pk), act="超范围", papers=["toy_record"])
    desk.post(form(filed, "inquiry"), given)
    assert [paper.kind for paper in filed.papers.all()] == ["toy_record"]


def test_attachments_enter_the_chain_and_a_bad_one_changes_nothing(desk, filed, bureau, today, settings, tmp_path):
    settings.HOME = tmp_path
    given = typed(filed, today, second=str(bureau.second.pk), act="超范围")
    bad = SimpleUploadedFile("照片.exe", b"MZ\x90\x00" + b"\0" * 200)
    assert desk.post(form(filed, "inquiry"), given | {"attachments": bad}).status_code == 422
    assert not Taken.objects.filter(case=filed, step="inquiry").exists()
    good = SimpleUploadedFile("笔录.txt", "现场笔录".encode())
    assert desk.post(form(filed, "inquiry"), given | {"attachments": good}).status_code == 302
    assert "attachments" in Entry.objects.get(stream=filed.number, act="inquiry").content


def test_the_last_days_that_a_step_starts_are_reckoned_while_typing(sign_in, case, bureau, today):
    where = reverse("desk:reckon", args=[case.pk, "filing"])
    text = text_of(sign_in(bureau.head).post(where, {"on": today.isoformat()}))
    assert "办案期限" in text
    take(case, "filing", by=[bureau.head], on=today)
    assert Deadline.objects.get(case=case, limit="decide").due_on.isoformat() in text


def test_reckoning_takes_nothing(sign_in, case, bureau, today):
    sign_in(bureau.head).post(reverse("desk:reckon", args=[case.pk, "filing"]), {"on": today.isoformat()})
    assert not Taken.objects.filter(case=case).exists()


def test_a_step_that_the_edition_does_not_know_is_not_there(desk, case):
    assert desk.get(form(case, "nonsense")).status_code == 404
