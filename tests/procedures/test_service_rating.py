"""好差评: a matter is rated once after its end; a bad rating is looked into elsewhere, its handler learns nothing."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import connection

from fadu.engine import applying, deadlines, registry
from fadu.engine.acts import Comer, take
from fadu.engine.file import open_file
from fadu.engine.models import Case, Deadline, Message, Rating
from fadu.engine.refusals import Refused
from fadu.ledger.models import Entry
from fadu.organs.models import Organ, Person, Post, Region
from fadu.procedures import rating
from fadu.procedures.service_rating import SERVICE_RATING
from tests.engine.asked import ASKED

pytestmark = pytest.mark.django_db
ON, AT = date(2024, 3, 4), datetime(2024, 3, 4, 2, tzinfo=UTC)
NUMBER, NAME, PHONE, WORDS = "990101199001010017", "陈示例", "13800001234", "态度很差劲"


@pytest.fixture(autouse=True)
def _asked(monkeypatch, settings, tmp_path):
    monkeypatch.setitem(registry._EDITIONS, ASKED.key, {ASKED.edition: ASKED})
    settings.HOME, settings.DEMO = tmp_path, True
    cache.clear()


@pytest.fixture
def above(bureau):
    """The government above the bureau, with a clerk."""
    organ = Organ.objects.create(name="测试县人民政府", region=bureau.region, word="测政", kind="government")
    bureau.above = bureau.person("above", "冯复核", "clerk", organ=organ)
    return organ


@pytest.fixture
def ended(bureau):
    return end(bureau)


def end(bureau):
    one = Comer(NAME, phone=PHONE, id_kind="居民身份证", id_number=NUMBER)
    case = applying.apply("asked", organ=bureau.organ, applicant=one, facts={"act": "请求"}, on=ON, at=AT).case
    Case.objects.filter(pk=case.pk).update(handler=bureau.officer)
    take(case, "answer", by=[bureau.officer], on=ON, outcome="granted")
    return Case.objects.get(pk=case.pk)


def rate(case, grade=1, **given):
    return rating.rate(case, grade, rater=case.parties.get(), on=ON, at=AT, words=WORDS, **given)


def test_a_matter_is_rated_once_after_its_end(bureau, ended, above):
    rate(ended, 5)
    with pytest.raises(Refused, match="已经评价过"):
        rate(ended, 1)
    running = applying.apply("asked", organ=bureau.organ, applicant=Comer("甲"), facts={"act": "请求"}, on=ON, at=AT)
    with pytest.raises(Refused, match="办结以后"):
        rate(running.case)
    with pytest.raises(Refused, match="等级"):
        rate(ended, 6)
    assert Rating.objects.count() == 1


@pytest.mark.parametrize(("grade", "followed"), [(5, False), (4, False), (3, False), (2, True), (1, True)])
def test_the_last_two_grades_open_a_follow_up_at_another_organ(bureau, ended, above, grade, followed):
    found = rate(ended, grade)
    assert (found.follow_up is not None) is followed
    if followed:
        assert found.follow_up.organ == above
        assert found.follow_up.withheld_from == bureau.organ
        assert SERVICE_RATING.record.objects.get(pk=found.follow_up.pk).rated == ended.number


def test_without_another_organ_the_rating_stands_and_opens_nothing(bureau, ended):
    assert rate(ended).follow_up is None


def test_its_own_clock_runs_where_the_local_text_has_one_and_elsewhere_it_is_a_hint(bureau, ended, above):
    case = rate(ended).follow_up
    assert {clock.limit.seen for clock in deadlines.reckon(open_file(case))} == {False}
    assert Case.objects.get(pk=case.pk).next_due_on is None
    province = Region.objects.create(code="410000000000", name="示例省", level=1)
    anyang = Region.objects.create(code="410500000000", name="示例市", level=2, parent=province)
    Organ.objects.filter(pk=above.pk).update(region=anyang)
    bureau.organ.parent = Organ.objects.get(pk=above.pk)
    bureau.organ.save()
    case = rate(end(bureau)).follow_up
    clock = Deadline.objects.get(case=case, limit="rating_verification")
    assert clock.due_on == date(2024, 3, 5)  # 第五十二条第二款：一个工作日


def test_it_is_verified_put_right_answered_and_revisited(bureau, ended, above):
    case = rate(ended).follow_up
    by = {"by": [bureau.above], "on": ON}
    with pytest.raises(Refused):
        take(case, "rating_closing", **by)
    with pytest.raises(Refused):
        take(case, "rating_verification", by=[bureau.officer], on=ON, facts={"finding": "true", "findings": "属实"})
    take(case, "rating_verification", facts={"finding": "true", "findings": "属实"}, **by)
    take(case, "rating_rectification", facts={"rectification": "已整改"}, **by)
    take(case, "rating_reply", facts={"reply": "已整改"}, **by)
    with pytest.raises(Refused):
        take(case, "rating_closing", **by)
    take(case, "rating_revisit", facts={"revisit": "满意"}, **by)
    take(case, "rating_closing", **by)
    assert Message.objects.filter(case=case, way="site").count() == 5


# ---- what the handler's side learns


@pytest.fixture
def hidden(bureau, ended, above):
    """The handler's head sees the whole region, a deputy holds a post on both sides."""
    Post.objects.filter(person=bureau.head).update(scope="region")
    Post.objects.create(person=bureau.second, organ=above, kind="clerk", scope="organ", since=date(2018, 1, 1))
    return rate(ended)


@pytest.mark.parametrize("who", ["officer", "second", "head", "clerk", "reviewer"])
def test_nobody_of_the_rated_organ_finds_the_follow_up_or_who_rated(client, bureau, hidden, who):
    client.force_login(getattr(bureau, who))
    case = hidden.follow_up
    rated = hidden.case
    search = f"/desk/cases/?q={NAME}"
    pages = {
        address: client.get(address)
        for address in (
            "/desk/", "/desk/cases/", search, f"/desk/cases/?q={case.number}", "/desk/cases/?procedure=service_rating",
            "/desk/cases/export/", f"/desk/cases/{rated.pk}/", f"/desk/cases/{rated.pk}/sheet/", "/desk/waiting/",
            "/desk/warned/", "/desk/figures/",
        )
    }  # fmt: skip
    for address, response in pages.items():
        assert response.status_code in {200, 403, 404}, address
        shown = b"".join(response) if response.streaming else response.content
        text = shown.decode("utf-8", "ignore")
        if "q=" not in address:
            assert case.number not in text, address
        assert WORDS not in text, address
        assert "差评核实" not in text or "option" in text, address
    for way in ("", "sheet/", "dossier/", "steps/rating_verification/", "change/assign/"):
        assert client.get(f"/desk/cases/{case.pk}/{way}").status_code == 404


def test_the_office_that_looks_into_it_sees_both(client, bureau, hidden):
    client.force_login(bureau.above)
    shown = client.get(f"/desk/cases/{hidden.follow_up.pk}/").content.decode()
    assert hidden.case.number in shown
    assert NAME in shown


def test_the_ledger_and_the_rating_name_nobody(bureau, hidden):
    stored = json.dumps([[str(value) for value in row] for row in Rating.objects.values_list()], ensure_ascii=False)
    entries = "".join(entry.content + entry.actor for entry in Entry.objects.all())
    for personal in (NUMBER, PHONE, WORDS, NAME):
        assert personal not in entries
        assert personal not in stored.replace(WORDS, "")
    of_the_case = Entry.objects.filter(stream=hidden.case.number)
    assert not of_the_case.filter(act="rate").exists()
    exported = io.StringIO()
    for entry in of_the_case:
        exported.write(f"{entry.act}{entry.content}")
    assert "rating" not in exported.getvalue()
    assert hidden.follow_up.number not in exported.getvalue()


def test_an_unnamed_rating_is_looked_into_without_its_rater(bureau, ended, above):
    case = rate(ended, named=False).follow_up
    assert not case.parties.exists()
    assert not Deadline.objects.filter(case=case).exists()  # 第五十二条第二款：实名差评


# ---- on the portal


def test_the_owner_of_the_matter_rates_it_there_once_and_nobody_else_does(client, bureau, ended, above):
    other = Person.objects.create_user("别人", "x", name="林示例", kind="citizen", id_number="990101199001010025")
    client.force_login(other)
    assert client.get(f"/progress/{ended.pk}/rate/").status_code == 404
    me = Person.objects.create_user("我", "x", name=NAME, kind="citizen", id_number=NUMBER)
    client.force_login(me)
    assert f"/progress/{ended.pk}/rate/" in client.get(f"/progress/{ended.pk}/").content.decode()
    assert client.post(f"/progress/{ended.pk}/rate/", {"words": "x"}).status_code == 422
    assert client.post(f"/progress/{ended.pk}/rate/", {"grade": "1", "named": "on"}).status_code == 302
    assert client.get(f"/progress/{ended.pk}/rate/").status_code == 404
    shown = client.get("/progress/").content.decode()
    assert "你的评价已经收到" in shown
    assert "机关已经答复你" in client.get("/progress/messages/").content.decode()


def test_the_inbox_costs_the_same_for_one_and_three_messages(client, bureau, django_assert_max_num_queries):
    me = Person.objects.create_user("我", "x", name=NAME, kind="citizen", id_number=NUMBER)
    client.force_login(me)
    counts = []
    for _row in range(2):
        end(bureau)
        with django_assert_max_num_queries(10) as asked:
            client.get("/progress/messages/")
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]
    assert connection.vendor
