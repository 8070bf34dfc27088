"""查进度: a citizen sees how far his own matters are, and nothing of anybody else's."""

from __future__ import annotations

from datetime import date

import pytest

from fadu.engine.acts import Comer, open_case
from fadu.engine.registry import all_procedures
from fadu.organs.models import Person
from tests.portal.reading import unmarked_chinese
from tests.procedures.penalty_cases import Story

pytestmark = pytest.mark.django_db
NUMBER, OTHER = "990101199001010017", "990101199001010025"
MINE = Comer("陈示例", kind="person", id_kind="居民身份证", id_number=NUMBER, phone="13800001234", address="示例路8号")
THEIRS = Comer("林示例", kind="person", id_kind="居民身份证", id_number=OTHER, phone="13900004321", address="样本街9号")


def person(username, number="", kind="citizen"):
    return Person.objects.create_user(username, "x", name=username, kind=kind, id_number=number)


@pytest.fixture
def me(client, settings):
    settings.DEMO = True  # the second factor is a matter of the way in, tested there
    found = person("我", NUMBER)
    client.force_login(found)
    return found


def page(client, address="/progress/", status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def story(bureau, party=MINE, on=date(2026, 9, 1)):
    """A case opened, filed and inquired into on the spot: the party has met it."""
    made = Story(bureau, on, parties=[party]).find(on, committed_on=date(2026, 8, 1)).file(on)
    made.take("inquiry", on, facts={"shown": True})
    return made


def test_whoever_is_not_signed_in_is_asked_to(client, db):
    shown = page(client)
    assert "/signin/?next=/progress/" in shown
    assert client.get("/progress/1/").url.startswith("/signin/?next=/progress/1/")


def test_one_sees_the_own_matter_and_not_another_persons(client, me, farm):
    mine, theirs = story(farm), story(farm, THEIRS)
    shown = page(client)
    assert mine.case.number in shown
    assert theirs.case.number not in shown
    page(client, f"/progress/{mine.case.pk}/")
    for key in (theirs.case.pk, 999_999, 10**30):
        page(client, f"/progress/{key}/", 404)


def test_nothing_of_the_partys_data_the_officers_or_the_notes_is_shown(client, me, farm):
    made = story(farm)
    made.take("sampling", date(2026, 9, 2), note="内部说明")
    for address in ("/progress/", f"/progress/{made.case.pk}/"):
        shown = page(client, address)
        for hidden in (NUMBER, "13800001234", "示例路8号", "陈示例", "张测试", "李示例", "赵负责", "内部说明"):
            assert hidden not in shown
        assert "抽样取证" in shown


def test_a_matter_appears_once_its_party_has_met_it_and_not_before(client, me, farm):
    opened = date(2026, 9, 1)
    made = Story(farm, opened, parties=[MINE]).find(opened, committed_on=date(2026, 8, 1)).file(opened)
    assert made.case.number not in page(client)
    page(client, f"/progress/{made.case.pk}/", 404)
    made.take("inquiry", opened, facts={"shown": True})
    assert made.case.number in page(client)


def test_what_goes_on_inside_the_organ_is_not_shown(client, me, farm):
    made = story(farm)
    made.take("end_of_inquiry", date(2026, 9, 4), facts={"suggested": "punished", "facts_found": "事实"})
    shown = page(client, f"/progress/{made.case.pk}/")
    for inside in ("调查终结", "发现违法行为线索"):
        assert inside not in shown


def test_the_own_last_day_is_said_with_how_it_came_about(client, me, farm):  # 第六十七条第三款
    made = _served_on(farm, date(2026, 9, 18))
    shown = page(client, f"/progress/{made.case.pk}/")
    assert "2026-10-08" in shown  # 10月3日在国庆假期，顺延
    assert 'href="/statutes/penalty-2021/67.3/"' in shown
    assert "2026-10-08" in page(client)


def _served_on(bureau, on):
    made = story(bureau, on=date(2026, 9, 1))
    made.take("end_of_inquiry", date(2026, 9, 4), facts={"suggested": "punished", "facts_found": "事实"})
    made.tell(date(2026, 9, 7)).listen(date(2026, 9, 15)).decide(on).serve(on)
    return made


def test_the_own_matter_reads_in_english(client, me, farm):
    made = _served_on(farm, date(2026, 9, 18))
    client.cookies["django_language"] = "en"
    for address in ("/progress/", f"/progress/{made.case.pk}/"):
        assert not unmarked_chinese(page(client, address))


def test_a_referral_to_the_police_is_not_told_here(client, me, bureau):
    case = open_case(
        "crime_referral", organ=bureau.organ, title="涉嫌犯罪", by=bureau.officer, on=date(2026, 9, 1),
        officers=[bureau.officer, bureau.second], parties=[MINE],
    )  # fmt: skip
    assert case.number not in page(client)
    page(client, f"/progress/{case.pk}/", 404)


def test_staff_see_their_own_matters_as_citizens_and_none_of_their_work(client, settings, farm):
    settings.DEMO = True
    made, own = story(farm, THEIRS), story(farm)
    officer = farm.officer
    client.force_login(officer)
    assert "没有登记身份证件号码" in page(client)
    officer.id_number = NUMBER
    officer.save()
    shown = page(client)
    assert own.case.number in shown
    assert made.case.number not in shown


def test_an_account_without_identity_number_owns_nothing(client, settings, farm):
    settings.DEMO = True
    open_case("penalty_ordinary", organ=farm.organ, title="无证件号", by=farm.officer, on=date(2026, 9, 1),
              officers=[farm.officer, farm.second], parties=[Comer("某人", kind="person")])  # fmt: skip
    client.force_login(person("无号"))
    assert "没有登记身份证件号码" in page(client)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_matters(client, me, farm, django_assert_max_num_queries, rows):
    for _ in range(rows):
        story(farm)
    with django_assert_max_num_queries(8):  # session and person, then four of the page's own
        page(client)


def test_what_is_served_on_the_party_or_done_by_him_has_plain_words():
    untold = {
        (procedure.key, step.key)
        for procedure in all_procedures()
        if procedure.key.startswith(("penalty", "coercive"))
        for step in procedure.steps
        if (step.serves or step.by.key in {"party", "payer"}) and not step.told
    }
    assert not untold


def test_a_referral_has_no_word_for_the_party():
    assert not [
        step.key for each in all_procedures() if each.key == "crime_referral" for step in each.steps if step.told
    ]
