"""代为录入, 关联案件, 听证日历, 监督: what staff get for the procedures that citizens start."""

from __future__ import annotations

import threading
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.utils import timezone

from fadu.engine import applying, changes, registry
from fadu.engine.acts import Comer, open_case, take
from fadu.engine.chain import chain
from fadu.engine.models import Case, Enclosed, Link, Receipt, Taken
from fadu.engine.refusals import Refused
from fadu.ledger.models import Entry
from fadu.organs.models import Organ, Post
from fadu.procedures.models import OrdinaryPenalty
from tests.engine.asked import ASKED

ON, AT = date(2024, 3, 4), datetime(2024, 3, 4, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _asked(monkeypatch, settings, tmp_path):
    monkeypatch.setitem(registry._EDITIONS, ASKED.key, {ASKED.edition: ASKED})
    settings.HOME, settings.DEMO = tmp_path, True
    settings.SMS_GATEWAY = settings.MAIL_GATEWAY = "file"


def typed(bureau, **more):
    return {
        "mark": str(uuid.uuid4()), "organ": bureau.organ.pk, "on": "2024-03-04", "way": "paper", "who_name": "陈示例",
        "who_phone": "13800001234", "act": "请求", **more,
    }  # fmt: skip


def mandate():
    return SimpleUploadedFile("申请书.txt", "本人签名".encode())


def apply(bureau, act="请求"):
    return applying.apply("asked", organ=bureau.organ, applicant=Comer("陈示例"), facts={"act": act}, on=ON, at=AT).case


# ---- a paper application


@pytest.mark.django_db
def test_a_clerk_enters_a_paper_once_and_hands_over_number_and_code(client, bureau):
    client.force_login(bureau.clerk)
    assert "试验申请书" in client.get("/desk/applications/").content.decode()
    given = typed(bureau)
    refused = client.post("/desk/applications/asked/", given)
    assert refused.status_code == 422
    assert "陈示例" in refused.content.decode()
    first = client.post("/desk/applications/asked/", given | {"file_mandate": mandate()})
    again = client.post("/desk/applications/asked/", given | {"file_mandate": mandate()})
    assert first.url == again.url
    case = Case.objects.get()
    taken = case.taken.get()
    assert (taken.by, taken.on, case.handler) == (bureau.clerk, ON, None)
    assert Enclosed.objects.get().attachment.name == "申请书.txt"
    shown = client.get(first.url).content.decode()
    receipt = Receipt.objects.get()
    code = shown.split("查询码</dt><dd><strong>")[1][:9]
    assert applying.find(receipt.number, code) == receipt
    assert "已不再显示" in client.get(first.url).content.decode()
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert receipt.number in page
    assert "申请书.txt" in page
    file = client.get(f"/desk/cases/{case.pk}/enclosed/{Enclosed.objects.get().pk}/")
    assert file["Content-Disposition"].startswith("attachment")
    assert b"".join(file.streaming_content).decode() == "本人签名"


@pytest.mark.django_db
def test_a_lost_code_is_renewed_and_the_old_one_serves_no_more(client, bureau):
    case = apply(bureau)
    receipt = Receipt.objects.get()
    client.force_login(bureau.clerk)
    shown = client.get(client.post(f"/desk/cases/{case.pk}/slip/renew/").url).content.decode()
    code = shown.split("查询码</dt><dd><strong>")[1][:9]
    assert applying.find(receipt.number, code) == receipt
    renewed = applying.renew_code(case, by=bureau.clerk, on=ON, at=AT)
    assert applying.find(receipt.number, code) is None
    assert applying.find(receipt.number, renewed.code) == receipt
    assert Entry.objects.filter(stream=case.number, act="renew_code").count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["head", "presider"])
def test_whoever_may_not_enter_it_is_refused(client, bureau, who):
    client.force_login(getattr(bureau, who))
    response = client.post("/desk/applications/asked/", typed(bureau, file_mandate=mandate()))
    assert response.status_code == 403
    assert not Case.objects.exists()


@pytest.mark.django_db
def test_what_came_in_waits_to_be_assigned(client, bureau):
    case = apply(bureau)
    client.force_login(bureau.head)
    assert case.number in client.get("/desk/cases/?state=unassigned").content.decode()
    changes.assign(case, bureau.officer, None, "分办", by=bureau.head, on=timezone.localdate())
    assert case.number not in client.get("/desk/cases/?state=unassigned").content.decode()


# ---- the chain


@pytest.mark.django_db
def test_linked_cases_are_walked_as_a_chain_each_once(client, bureau):
    one, two, three = (apply(bureau, f"第{n}件") for n in "一二三")
    changes.link(two, one, "contests", "不服", by=bureau.officer, on=ON)
    changes.link(three, two, "follows", "后续", by=bureau.officer, on=ON)
    changes.link(three, two, "follows", "后续", by=bureau.officer, on=ON)
    changes.link(three, one, "corrects", "纠正", by=bureau.officer, on=ON)
    found = chain(one)
    assert [(each.case.pk, each.steps) for each in found.joined] == [(one.pk, 0), (two.pk, 1), (three.pk, 1)]
    assert [str(each.kind) for each in chain(two).joined] == ["被申请复议或者起诉", "", "后续于"]
    assert Link.objects.count() == 3
    client.force_login(bureau.officer)
    Case.objects.update(handler=bureau.officer)
    shown = client.get(f"/desk/cases/{two.pk}/").content.decode()
    assert all(each.number in shown for each in (one, two, three))
    assert f'href="/desk/cases/{three.pk}/"' in shown


@pytest.mark.django_db
def test_a_link_needs_another_case_a_kind_and_a_reason(bureau):
    one, two = apply(bureau), apply(bureau)
    for other, kind, reason in ((one, "contests", "因"), (two, "nothing", "因"), (two, "contests", " ")):
        with pytest.raises(Refused):
            changes.link(one, other, kind, reason, by=bureau.officer, on=ON)
    with pytest.raises(Refused):
        changes.link(one, two, "contests", "因", by=bureau.officer, on=timezone.localdate() + timedelta(days=1))


@pytest.mark.django_db
def test_a_chain_names_no_case_that_is_withheld(client, bureau):
    one, two = apply(bureau), apply(bureau)
    above = Organ.objects.create(name="测试县人民政府", region=bureau.region, kind="government")
    changes.link(two, one, "complains_of", "投诉", by=bureau.officer, on=ON)
    Case.objects.filter(pk=two.pk).update(organ=above, withheld_from=bureau.organ)
    client.force_login(bureau.clerk)
    assert two.number not in client.get(f"/desk/cases/{one.pk}/").content.decode()


@pytest.mark.django_db
def test_a_petition_that_is_really_something_else_is_linked_to_the_case_opened_for_it(client, bureau):
    petition = apply(bureau)
    Case.objects.update(handler=bureau.officer)
    client.force_login(bureau.officer)
    shown = client.get(f"/desk/cases/open/?procedure=penalty_ordinary&related={petition.pk}").content.decode()
    assert 'name="relation"' in shown
    posted = client.post(
        f"/desk/cases/open/?procedure=penalty_ordinary&related={petition.pk}",
        {
            "title": "超范围经营", "organ": bureau.organ.pk, "domain": "market", "on": "2024-03-04",
            "handler": bureau.officer.pk, "kind": "company", "name": "甲公司", "relation": "came_of",
        },
    )  # fmt: skip
    assert posted.status_code == 302
    assert Link.objects.get().kind == "came_of"


@pytest.mark.django_db
def test_the_chain_costs_by_its_length_in_steps_and_not_by_its_cases(bureau, django_assert_max_num_queries):
    one = apply(bureau)
    for _n in range(3):
        changes.link(apply(bureau), one, "came_of", "引出", by=bureau.officer, on=ON)
        with django_assert_max_num_queries(2):
            chain(one)


# ---- hearings


@pytest.fixture
def heard(bureau):
    def case(at, organ=None, handler=None):
        made = open_case(
            "penalty_ordinary", organ=bureau.organ, title="听证的案件", by=bureau.clerk, on=ON,
            officers=[bureau.officer, bureau.second], parties=[Comer("甲公司", kind="company")],
        )  # fmt: skip
        OrdinaryPenalty.objects.filter(pk=made.pk).update(hearing_at=at)
        if organ:
            Case.objects.filter(pk=made.pk).update(organ=organ, handler=None, second=None)
        return made

    return case


@pytest.mark.django_db
def test_the_hearings_of_a_month_stand_in_their_days_for_whoever_sees_the_case(client, bureau, heard):
    mine = heard(datetime(2024, 5, 31, 16, 30, tzinfo=UTC))  # 1 June, 00:30 in Shanghai
    other = heard(datetime(2024, 6, 3, 1, tzinfo=UTC), organ=Organ.objects.create(name="别局", region=bureau.region))
    client.force_login(bureau.officer)
    shown = client.get("/desk/hearings/?month=2024-06").content.decode()
    assert mine.number in shown
    assert 'id="d2024-06-01"' in shown
    assert "00:30" in shown
    assert other.number not in shown
    assert mine.number not in client.get("/desk/hearings/?month=2024-05").content.decode()
    for month in ("x", "2024-13", "0000-01", "9999-12"):
        assert client.get(f"/desk/hearings/?month={month}").status_code == 200


@pytest.mark.django_db
def test_the_calendar_costs_the_same_for_one_and_three_hearings(client, bureau, heard, django_assert_max_num_queries):
    client.force_login(bureau.officer)
    counts = []
    for number in (1, 2):
        for _n in range(number):
            heard(datetime(2024, 6, 3, 1, tzinfo=UTC))
        with django_assert_max_num_queries(16) as asked:
            client.get("/desk/hearings/?month=2024-06")
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]


@pytest.mark.django_db
def test_the_board_counts_every_procedure_and_leads_to_its_cases(client, bureau):
    today = timezone.localdate()
    for _n in range(2):
        applying.apply("asked", organ=bureau.organ, applicant=Comer("甲"), facts={"act": "请求"}, on=today,
                       at=timezone.now())  # fmt: skip
    Post.objects.filter(person=bureau.head).update(scope="region")
    client.force_login(bureau.head)
    shown = client.get("/desk/board/").content.decode()
    assert "试验申请" in shown
    assert "procedure=asked&amp;state=unassigned" in shown


# ---- two at once


@pytest.mark.django_db(transaction=True)
def test_two_officials_on_one_case_at_once_leave_one_step(bureau, request):
    request.getfixturevalue("ledger_can_be_emptied")
    case = apply(bureau)
    answers = []
    start = threading.Barrier(2)

    def act(person):
        try:
            start.wait(5)
            take(case, "answer", by=[person], on=ON, outcome="granted")
            answers.append("done")
        except (Refused, OperationalError):  # SQLite in memory turns the second writer away at once
            answers.append("refused")
        finally:
            connection.close()

    hands = [threading.Thread(target=act, args=[person]) for person in (bureau.officer, bureau.second)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    assert sorted(answers) == ["done", "refused"]
    assert Taken.objects.filter(case=case, step="answer").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_draft_handed_in_twice_at_once_is_one_case(bureau, request):
    from fadu.engine import drafts

    request.getfixturevalue("ledger_can_be_emptied")
    applying.somebody()
    draft = drafts.begin(drafts.Owner(trace="t"), "asked", bureau.organ, at=AT)
    found = []
    start = threading.Barrier(2)

    def hand_in():
        try:
            start.wait(5)
            found.append(applying.apply(
                "asked", organ=bureau.organ, applicant=Comer("甲"), facts={"act": "请求"}, on=ON, at=AT, draft=draft,
            ).pk)  # fmt: skip
        except OperationalError:  # SQLite in memory turns the second writer away at once
            pass
        finally:
            connection.close()

    hands = [threading.Thread(target=hand_in) for _n in range(2)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    assert len(set(found)) == 1
    assert Case.objects.count() == 1
