"""办事: a citizen applies with an account or a proved telephone, finds his draft again, and nobody else does."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db.models import F

from fadu.engine import applying, registry
from fadu.engine.models import Case, Draft, Enclosed, Message, Receipt, Verification
from fadu.organs.models import Organ, Person
from tests.engine.asked import ASKED
from tests.portal.reading import unmarked_chinese

pytestmark = pytest.mark.django_db
FORM = {"who_name": "陈示例", "act": "请求公开"}


@pytest.fixture(autouse=True)
def _asked(monkeypatch, settings, tmp_path):
    monkeypatch.setitem(registry._EDITIONS, ASKED.key, {ASKED.edition: ASKED})
    settings.HOME, settings.DEMO = tmp_path, True
    settings.SMS_GATEWAY = settings.MAIL_GATEWAY = "file"
    cache.clear()


def code_sent(tmp_path):
    newest = max((tmp_path / "outbox").glob("sms-*.json"), key=lambda path: path.stat().st_mtime_ns)
    return "".join(each for each in json.loads(newest.read_text())["text"][:9] if each.isdigit())


def prove(client, tmp_path, phone="13800001234"):
    client.post("/apply/telephone/", {"phone": phone})
    return client.post("/apply/telephone/", {"code": code_sent(tmp_path)})


@pytest.fixture
def proved(client, bureau, tmp_path):
    assert prove(client, tmp_path).status_code == 302
    return client


def begun(client):
    return client.post("/apply/for/asked/begin/").url


def organ_of(bureau, **more):
    return {"organ": bureau.organ.pk, **FORM, **more}


def handed_in(client, bureau, **more):
    address = begun(client)
    assert client.post(address, organ_of(bureau, next="1", **more)).url == f"{address}review/"
    return client.post(f"{address}review/").url


def test_whoever_has_no_account_applies_with_a_proved_telephone(proved, bureau):
    shown = proved.get(handed_in(proved, bureau)).content.decode()
    receipt = Receipt.objects.get()
    case = receipt.case
    assert case.title == "试验：请求公开"
    assert case.parties.get().phone == "13800001234"
    number = receipt.number
    assert f"{number[:4]} {number[4:8]} {number[8:]}" in shown
    assert "<svg" in shown


def test_whoever_has_an_account_applies_and_follows_it_there(client, bureau):
    number = "990101199001010017"
    me = Person.objects.create_user("我", "x", name="陈示例", kind="citizen", id_number=number)
    client.force_login(me)
    handed_in(client, bureau)
    shown = client.get("/progress/").content.decode()
    assert "你的申请已经收到" in shown
    case = Case.objects.get()
    assert case.taken.get().by == me
    assert "现在等机关办理：答复期限" in client.get(f"/progress/{case.pk}/").content.decode()


def test_the_form_asks_what_the_articles_ask_with_the_article_beside_it(proved, bureau):
    shown = proved.get(begun(proved)).content.decode()
    assert shown.count('href="/statutes/penalty-2021/54.1/"') >= 2
    assert 'name="market"' in shown
    assert 'name="grave"' not in shown
    address = begun(proved)
    more = proved.post(address, organ_of(bureau, market="on", shown="x"), headers={"HX-Request": "true"})
    assert 'name="grave"' in more.content.decode()
    again = proved.post(
        address, organ_of(bureau, market="on", shown="organ,who_name,who_phone,who_id_number,act,market,grave,mail"),
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert again.status_code == 204


def test_what_is_missing_is_said_with_its_article_and_what_was_typed_stays(proved, bureau):
    address = begun(proved)
    response = proved.post(address, {"organ": bureau.organ.pk, "who_name": "陈示例", "act": "", "next": "1"})
    shown = response.content.decode()
    assert response.status_code == 422
    assert "须填写" in shown
    assert "陈示例" in proved.get(address).content.decode()
    assert not Case.objects.exists()


def test_a_draft_is_found_again_by_its_telephone_and_by_nobody_elses(proved, client, bureau, tmp_path):
    from django.test import Client

    address = begun(proved)
    proved.post(address, organ_of(bureau, save="1"))
    other = Client()
    for way in (address, f"{address}review/", f"{address}receipt/"):
        assert other.get(way).status_code == 404
    prove(other, tmp_path, "13900004321")
    assert other.get(address).status_code == 404
    assert other.post(address, organ_of(bureau)).status_code == 404
    assert other.post(f"{address}drop/").status_code == 404
    Verification.objects.update(sent_at=F("sent_at") - timedelta(minutes=2))
    own = Client()
    prove(own, tmp_path)
    assert "请求公开" in own.get(address).content.decode()
    assert address in own.get("/apply/drafts/").content.decode()
    own.post(f"{address}drop/")
    assert not Draft.objects.exists()


def test_handing_in_twice_is_one_case_and_the_answer_can_be_had_again(proved, bureau):
    address = begun(proved)
    proved.post(address, organ_of(bureau, next="1"))
    first = proved.post(f"{address}review/").url
    for way in ("review/", ""):
        assert proved.post(f"{address}{way}", organ_of(bureau)).url == first
    assert (Case.objects.count(), Receipt.objects.count()) == (1, 1)
    one, two = (proved.get(first).content.decode() for _ in range(2))
    assert one.count("查询码只显示这一次") == two.count("查询码只显示这一次") == 1
    kept = Draft.objects.get()
    assert "请求公开" not in kept.typed


def test_files_go_with_the_application_and_harmful_ones_do_not(proved, bureau):
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = begun(proved)
    bad = SimpleUploadedFile("a.pdf", b"<script>alert(1)</script>")
    response = proved.post(address, organ_of(bureau, next="1", file_proof=bad))
    assert response.status_code == 422
    good = SimpleUploadedFile("证明.txt", "证明材料".encode())
    proved.post(address, organ_of(bureau, save="1", file_proof=good))
    shown = proved.get(address).content.decode()
    assert "证明.txt" in shown
    proved.post(f"{address}review/")
    assert Enclosed.objects.get().attachment.name == "证明.txt"


# ---- the receipt


@pytest.fixture
def filed(proved, bureau, tmp_path):
    handed_in(proved, bureau)
    message = Message.objects.get(secret=True, case__isnull=False)
    code = message.text.split("查询码")[1][:8]
    return Receipt.objects.get(), code


def ask(client, number, code):
    return client.post("/progress/receipt/", {"number": number, "code": code})


def test_number_and_code_open_the_matter_in_terms_of_law(filed, bureau):
    from django.test import Client

    receipt, code = filed
    visitor = Client()
    way = ask(visitor, receipt.number, code.lower()).url
    shown = visitor.get(way).content.decode()
    assert "你的申请已经收到" in shown
    assert "现在等机关办理：答复期限" in shown
    assert "可以向上一级机关投诉" in shown
    assert "怎么算的" in shown
    assert "陈示例" not in shown
    assert "13800001234" not in shown


def test_anothers_receipt_stays_shut(filed, bureau):
    from django.test import Client

    receipt, code = filed
    visitor = Client()
    assert visitor.get(f"/progress/receipt/{receipt.number}/").status_code == 404
    wrong = ask(visitor, receipt.number, "AAAAAAAA").content.decode()
    unknown = ask(visitor, "202699999999", "AAAAAAAA").content.decode()
    blank = wrong.replace(receipt.number, "").replace("csrfmiddlewaretoken", "")
    assert "凭证号或者查询码不对" in blank
    assert "凭证号或者查询码不对" in unknown
    for _try in range(5):
        ask(visitor, receipt.number, "AAAAAAAA")
    assert "三十分钟内不能再试" in ask(visitor, receipt.number, code).content.decode()
    assert visitor.get(f"/progress/receipt/{receipt.number}/").status_code == 404
    for _try in range(5):  # a number that is not there is shut in the same way
        ask(visitor, "202699999999", "AAAAAAAA")
    assert "三十分钟内不能再试" in ask(visitor, "202699999999", code).content.decode()


def test_what_a_citizen_types_is_escaped_wherever_it_is_shown(proved, bureau):
    hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    address = begun(proved)
    pages = [proved.post(address, organ_of(bureau, who_name=hostile, act=hostile, next="1"))]
    pages += [proved.get(address), proved.get(f"{address}review/")]
    pages.append(proved.get(proved.post(f"{address}review/").url))
    for shown in pages:
        assert "<script>alert" not in shown.content.decode()
        assert "<img src=x" not in shown.content.decode()


def test_another_site_is_no_place_to_go_on_to(client, bureau, tmp_path):
    client.post("/apply/telephone/", {"phone": "13800001234", "next": "https://evil.example/"})
    response = client.post("/apply/telephone/", {"code": code_sent(tmp_path), "next": "//evil.example/apply/"})
    assert response.url == "/apply/drafts/"


@pytest.mark.parametrize("procedure", ["mediation", "penalty_ordinary", "nothing"])
def test_what_citizens_start_has_a_page_and_nothing_else_has(client, bureau, procedure):
    status = client.get(f"/apply/for/{procedure}/").status_code
    assert status == (200 if procedure == "mediation" else 404)


def test_the_pages_read_in_english(proved, bureau, monkeypatch):
    proved.cookies["django_language"] = "en"
    monkeypatch.delitem(registry._EDITIONS, ASKED.key)
    mediators = Organ.objects.create(name="示例村人民调解委员会", region=bureau.region, kind="mediation")
    address = proved.post("/apply/for/mediation/begin/").url
    typed = {"organ": mediators.pk, "who_name": "陈示例", "other_side": "林示例", "dispute": "邻里", "claims": "排水"}
    pages = ["/apply/", "/apply/for/mediation/", "/apply/telephone/", "/apply/drafts/", "/progress/receipt/", address]
    found = {way: unmarked_chinese(proved.get(way).content.decode()) for way in pages}
    assert proved.post(address, typed | {"next": "1"}).url == f"{address}review/"
    found["review"] = unmarked_chinese(proved.get(f"{address}review/").content.decode())
    found["receipt"] = unmarked_chinese(proved.get(proved.post(f"{address}review/").url).content.decode())
    found["tracked"] = unmarked_chinese(proved.get("/progress/").content.decode())
    assert not {way: words for way, words in found.items() if words}


def test_every_application_has_a_page_and_a_form_that_holds_its_items(proved, bureau, monkeypatch):
    monkeypatch.delitem(registry._EDITIONS, ASKED.key)
    for number, kind in enumerate(("government", "department", "mediation", "township", "authorised", "other")):
        Organ.objects.create(name=f"示例机关{number}", region=bureau.region, kind=kind, domain="justice")
    for rule in applying.open_to_citizens(date(2026, 11, 20)):
        assert proved.get(f"/apply/for/{rule.key}/").status_code == 200, rule.key
        address = proved.post(f"/apply/for/{rule.key}/begin/").url
        shown = proved.get(address).content.decode()
        for item in rule.application.items:
            if not item.only.children:
                assert f'name="{item.key}"' in shown, (rule.key, item.key)
        assert proved.post(address, {"next": "1"}).status_code == 422, rule.key
        proved.post(f"{address}drop/")


def test_drafts_are_listed_at_the_same_cost(proved, bureau, django_assert_max_num_queries):
    counts = []
    for rows in (1, 3):
        while Draft.objects.count() < rows:
            begun(proved)
        with django_assert_max_num_queries(8) as asked:
            proved.get("/apply/drafts/")
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]


def test_an_expired_draft_is_not_opened(proved, bureau, monkeypatch):
    address = begun(proved)
    Draft.objects.update(expires_on=date(2026, 11, 19))
    assert proved.get(address).status_code == 404


def test_where_no_sms_leaves_one_applies_with_an_account(client, bureau, settings):
    settings.SMS_GATEWAY = ""
    assert client.post("/apply/for/asked/begin/").url.startswith("/signin/?next=/apply/for/asked/begin/")
    assert client.get("/apply/telephone/").status_code == 404
    assert "用手机号码" not in client.get("/apply/for/asked/").content.decode()
