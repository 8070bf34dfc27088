"""The case page says where the case stands, what may be done, why not, and on which day; it masks and escapes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.documents.dossier import faults
from fadu.engine import clocks, papers, service
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.models import Case, Evidence, Paper, Publication, Recusal, Service
from fadu.ledger.models import Entry


def page(client, case, name="case", **rest):
    return client.get(reverse(f"desk:{name}", args=[case.pk, *rest.values()])).content.decode()


def test_the_page_shows_where_the_case_stands(desk, filed, bureau):
    text = page(desk, filed)
    for part in (
        filed.title,
        filed.number,
        "甲公司",
        "立案",
        bureau.head.name,
        "办案期限",
        "knot-done",
        "knot-possible",
    ):
        assert part in text


def test_a_lawful_step_is_a_link_and_an_unlawful_one_is_quiet_with_reason_and_article(desk, filed):
    text = page(desk, filed)
    assert reverse("desk:step", args=[filed.pk, "inquiry"]) in text
    quiet = text[text.index("act-quiet") :]
    assert "尚未办理：调查" in quiet
    assert "第五十五条第一款" in quiet


def test_the_page_costs_the_same_queries_whatever_the_file_holds(
    desk, filed, bureau, today, django_assert_max_num_queries
):
    page(desk, filed)
    for _paper in range(3):
        take(filed, "sampling", by=[bureau.officer, bureau.second], on=today)
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=today, facts={"act": "超范围"})
    for _paper in range(5):
        paper = papers.issue(filed, "toy_record", by=bureau.officer, on=today)
        service.serve(paper, "direct", by=bureau.officer, sent_on=today, served_on=today, receiver="甲公司")
    with django_assert_max_num_queries(28):
        page(desk, filed)


def test_a_last_day_is_derived_line_by_line_as_a_fragment_and_as_a_page(desk, filed):
    where = reverse("desk:derivation", args=[filed.pk, "decide", "now"])
    fragment = desk.get(where, headers={"HX-Request": "true"}).content.decode()
    whole = desk.get(where).content.decode()
    assert 'class="derivation"' in fragment
    assert "<html" not in fragment
    assert "<html" in whole
    assert 'class="derivation"' in whole


def test_identity_and_telephone_are_masked(desk, bureau, today):
    comer = Comer("张测试", id_kind="居民身份证", id_number="110101199001010011", phone="13800001234")
    case = open_case(
        "desk_toy", organ=bureau.organ, title="无照经营", by=bureau.clerk, on=today, officers=[bureau.officer],
        parties=[comer],
    )  # fmt: skip
    text = page(desk, case) + page(desk, case, "sheet")
    assert "110101199001010011" not in text
    assert "13800001234" not in text
    assert "110***********0011" in text


def test_everything_typed_is_escaped(desk, filed, bureau, today):
    evil = "<img src=x onerror=alert(1)>"
    take(filed, "inquiry", by=[bureau.officer, bureau.second], on=today, facts={"act": evil}, note=evil)
    Case.objects.filter(pk=filed.pk).update(title=evil, party_name=evil, source=evil)
    for name in ("case", "sheet"):
        assert "<img src=x" not in page(desk, filed, name)


def test_the_ledger_of_the_case_and_its_stamp_stand_on_the_page(desk, filed):
    text = page(desk, filed)
    assert "台账核验一致" in text
    for entry in Entry.objects.filter(stream=filed.number):
        assert entry.digest in text


def test_a_related_case_out_of_reach_is_a_number_without_a_link(desk, case, stranger, today):
    other = open_case(
        "desk_toy", organ=stranger.posts.get().organ, title="超限运输", by=stranger, on=today, officers=[stranger],
        related=[(case, "related")],
    )  # fmt: skip
    text = page(desk, case)
    assert other.number in text
    assert other.title not in text
    assert reverse("desk:case", args=[other.pk]) not in text


# ---- acts from the page


def test_a_case_is_opened_with_its_party(desk, bureau, today):
    given = {
        "title": "超范围经营", "organ": bureau.organ.pk, "domain": "market", "on": today.isoformat(),
        "handler": bureau.officer.pk, "second": bureau.second.pk, "kind": "company", "name": "甲公司",
        "source": "report",
    }  # fmt: skip
    answer = desk.post(reverse("desk:open") + "?procedure=desk_toy", given)
    made = Case.objects.get()
    assert answer.url.startswith(reverse("desk:case", args=[made.pk]))
    assert (made.handler, made.second, made.party_name) == (bureau.officer, bureau.second, "甲公司")


def test_a_case_that_cannot_be_opened_keeps_what_was_typed(desk, bureau, today):
    given = {"title": "写好的案由", "organ": bureau.organ.pk, "on": "", "handler": bureau.officer.pk, "kind": "company"}
    answer = desk.post(reverse("desk:open") + "?procedure=desk_toy", given)
    assert answer.status_code == 422
    assert "写好的案由" in answer.content.decode()
    assert not Case.objects.exists()


def test_nobody_opens_a_case_for_an_organ_without_a_post_there(desk, stranger, today):
    given = {"title": "案", "organ": stranger.posts.get().organ_id, "domain": "market", "on": today.isoformat()}
    assert desk.post(reverse("desk:open") + "?procedure=desk_toy", given).status_code == 422
    assert not Case.objects.exists()


def test_evidence_is_uploaded_and_given_back_as_a_download_only(desk, case, today, settings, tmp_path):
    settings.HOME = tmp_path
    page_of_tricks = SimpleUploadedFile("现场.txt", "<script>现场</script>".encode())
    given = {"kind": "documentary", "on": today.isoformat(), "uploads": page_of_tricks}
    assert desk.post(reverse("desk:evidence", args=[case.pk]), given).status_code == 302
    item = Evidence.objects.get()
    answer = desk.get(reverse("desk:evidence_file", args=[case.pk, item.pk]))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content) == "<script>现场</script>".encode()


def test_evidence_of_another_case_is_not_reached_through_this_one(desk, case, opened, today, settings, tmp_path):
    settings.HOME = tmp_path
    given = {"kind": "documentary", "on": today.isoformat(), "uploads": SimpleUploadedFile("甲.txt", b"x y z")}
    desk.post(reverse("desk:evidence", args=[case.pk]), given)
    other = opened()
    assert desk.get(reverse("desk:evidence_file", args=[other.pk, Evidence.objects.get().pk])).status_code == 404


def test_a_paper_is_issued_read_taken_away_served_and_its_void_explained(desk, inquired, today):
    desk.post(reverse("desk:issue", args=[inquired.pk]), {"kind": "toy_record"})
    paper = Paper.objects.get()
    assert paper.number in page(desk, inquired, "paper", number=paper.pk)
    answer = desk.get(reverse("desk:docx", args=[inquired.pk, paper.pk]))
    assert answer.content[:2] == b"PK"
    void = reverse("desk:void", args=[inquired.pk, paper.pk])
    assert desk.post(void, {"on": today.isoformat(), "reason": ""}).status_code == 422
    assert desk.post(void, {"on": today.isoformat(), "reason": "文号写错"}).status_code == 302
    assert "文号写错" in page(desk, inquired)


@pytest.mark.parametrize(
    ("way", "given", "refusal"),
    [
        ("left", {}, "留置送达须有见证人"),
        ("electronic", {}, "第六十一条第二款"),
        ("direct", {"served_on": ""}, "须填写"),
    ],
)
def test_each_way_of_service_asks_for_its_own(desk, inquired, bureau, today, way, given, refusal):
    paper = papers.issue(inquired, "toy_record", by=bureau.officer, on=today)
    typed = {"way": way, "receiver": "甲公司", "sent_on": today.isoformat(), "served_on": today.isoformat()}
    answer = desk.post(reverse("desk:serve", args=[inquired.pk, paper.pk]), typed | given)
    assert answer.status_code == 422
    assert refusal in answer.content.decode()
    assert not Service.objects.exists()


def test_a_paper_sent_by_post_is_served_on_the_day_of_its_receipt(desk, inquired, bureau, today):
    sent = today - timedelta(days=3)
    paper = papers.issue(inquired, "toy_record", by=bureau.officer, on=sent)
    typed = {"way": "post", "receiver": "甲公司", "sent_on": sent.isoformat(), "served_on": ""}
    assert desk.post(reverse("desk:serve", args=[inquired.pk, paper.pk]), typed).status_code == 302
    where = reverse("desk:receipt", args=[inquired.pk, Service.objects.get().pk])
    assert desk.post(where, {"served_on": today.isoformat()}).status_code == 302
    assert Service.objects.get().served_on == today


def test_a_limit_is_stopped_resumed_and_lengthened_by_whoever_approves(sign_in, desk, filed, bureau, today):
    given = {"ground": "expert", "on": today.isoformat(), "note": "送检"}
    where = reverse("desk:limit", args=[filed.pk, "suspend", "decide"])
    assert "须经负责人批准" in desk.post(where, given).content.decode()
    head = sign_in(bureau.head)
    assert head.post(where, given).status_code == 302
    assert "停算" in page(head, filed)
    clocks.resume(filed, "decide", by=bureau.head, on=today + timedelta(days=1))
    where = reverse("desk:limit", args=[filed.pk, "extend", "decide"])
    longer = {"ground": "complex", "number": "30", "unit": "日", "on": today.isoformat(), "note": "案情复杂"}
    assert head.post(where, longer | {"number": "31"}).status_code == 422
    assert head.post(where, longer).status_code == 302


@pytest.mark.parametrize("act", ["withdraw", "transfer", "assign", "merge"])
def test_acts_on_the_whole_case_want_a_reason_and_a_head(desk, sign_in, bureau, filed, opened, stranger, today, act):
    other = opened()
    given = {
        "on": today.isoformat(), "reason": "理由", "organ": stranger.posts.get().organ_id, "into": other.number,
        "handler": bureau.third.pk, "second": "",
    }  # fmt: skip
    where = reverse("desk:change", args=[filed.pk, act])
    assert desk.post(where, given).status_code == 422
    assert sign_in(bureau.head).post(where, given | {"reason": ""}).status_code == 422
    assert sign_in(bureau.head).post(where, given).status_code == 302


def test_a_correction_keeps_both_values_in_the_ledger(desk, inquired):
    where = reverse("desk:correct", args=[inquired.pk])
    form = desk.get(where).context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    assert typed["act"] == "超范围"
    assert desk.post(where, typed | {"act": "超出核准的范围", "reason": "笔误"}).status_code == 302
    assert desk.post(where, typed | {"filed_on": "", "reason": "笔误"}).status_code == 422  # what a step needs stays
    content = Entry.objects.get(stream=inquired.number, act="correct").content
    assert "超范围" in content
    assert "超出核准的范围" in content


def test_a_recusal_is_asked_for_and_decided_by_the_head(desk, sign_in, bureau, filed, today):
    given = {"person": bureau.officer.pk, "on": today.isoformat(), "ground": "与当事人是近亲属"}
    assert desk.post(reverse("desk:recusal", args=[filed.pk]), given).status_code == 302
    where = reverse("desk:decide_recusal", args=[filed.pk, Recusal.objects.get().pk])
    decision = {"granted": "yes", "on": today.isoformat()}
    assert desk.post(where, decision).status_code == 422
    assert sign_in(bureau.head).post(where, decision).status_code == 302
    assert Recusal.objects.get().decision == "granted"


def test_a_decision_is_published_and_taken_back_with_its_reason(desk, sign_in, bureau, inquired, today):
    take(inquired, "decision", by=[bureau.head], on=today, outcome="stopped")
    publish = reverse("desk:publish", args=[inquired.pk])
    assert "超范围经营" in desk.post(publish, {"kind": "decision"}).content.decode()  # what the public would read
    assert not Publication.objects.exists()
    desk.post(publish, {"kind": "decision", "confirm": "1"})
    made = Publication.objects.get()
    where = reverse("desk:take_back", args=[inquired.pk, made.pk])
    given = {"on": today.isoformat(), "reason": "决定被撤销"}
    assert desk.post(where, given).status_code == 422  # the head decides
    assert sign_in(bureau.head).post(where, given).status_code == 302
    assert "决定被撤销" in page(desk, inquired)


def test_the_dossier_is_one_file_that_verifies(desk, inquired, bureau, today, settings, tmp_path):
    settings.HOME = tmp_path
    where = reverse("desk:dossier", args=[inquired.pk])
    assert desk.get(where).status_code == 302  # nothing in it yet
    papers.issue(inquired, "toy_record", by=bureau.officer, on=today)
    given = {"kind": "documentary", "on": today.isoformat(), "uploads": SimpleUploadedFile("甲.txt", b"x y z")}
    desk.post(reverse("desk:evidence", args=[inquired.pk]), given)
    assert faults(desk.get(where).content) == ()


def test_who_may_only_look_is_told_what_is_next_and_offered_nothing(sign_in, bureau, filed):
    leader = bureau.person("leader", "郑领导", "leader")
    leader.posts.update(scope="region")
    text = page(sign_in(leader), filed)
    assert "调查" in text
    for name, rest in (("step", ["inquiry"]), ("change", ["assign"]), ("evidence", []), ("correct", [])):
        assert reverse(f"desk:{name}", args=[filed.pk, *rest]) not in text
