"""登录: lockout, second factor, forced change of password, and who never reaches the desk."""

import hashlib
import hmac
import re
import struct
from base64 import b32decode
from itertools import pairwise

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.conf import settings as conf
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from fadu.organs import second_factor
from fadu.organs.appointment import appoint
from fadu.organs.kinds import ADMINISTRATORS
from fadu.organs.models import Person
from fadu.organs.people import close_account, issue_password, open_account
from tests.organs.entering import enter

PASSWORD = "Correct-horse-7"


def desk(request):
    return HttpResponse("desk")


urlpatterns = [
    path("", include("fadu.organs.urls")),
    path("display/", include("fadu.interface.urls")),
    path("desk/", desk),
    path("", desk),
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()  # remembers the codes already used


@pytest.fixture(autouse=True)
def _still_clock(monkeypatch):
    """The codes of this file are those of one moment."""
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: 1_700_000_000)


def code(secret, step=0):
    """The time-based code by RFC 6238, reckoned apart from the library."""
    counter = 1_700_000_000 // 30 + step
    digest = hmac.new(b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.fixture
def staff():
    return Person.objects.create_user("clerk", PASSWORD, name="张测试")


@pytest.fixture
def citizen():
    return Person.objects.create_user("public", PASSWORD, name="赵公众", kind="citizen")


@pytest.fixture
def enrolled(staff):
    secret = second_factor.new_secret()
    staff.codes = second_factor.enrol(staff, secret, code(secret))
    staff.secret = secret
    cache.clear()
    return staff


def sign_in(client, username="clerk", password=PASSWORD, **more):
    return client.post("/signin/", {"username": username, "password": password, **more})


def test_the_sign_in_page_opens_without_a_session(client):
    answer = client.get("/signin/")
    assert answer.status_code == 200
    assert "style=" not in answer.content.decode().split("<main")[1], "the content policy forbids inline styles"


def test_a_page_asks_to_sign_in_and_leads_back(client, citizen):
    assert client.get("/").headers["Location"] == "/signin/?next=/"


def test_there_is_no_open_sign_up(client):
    for address in ("/signup/", "/accounts/signup/", "/account/signup/", "/accounts/login/"):
        assert client.get(address).status_code == 404


def test_wrong_account_and_wrong_password_get_one_answer(client, staff):
    said = {re.sub(r"value=\S+", "", sign_in(client, who, "wrong").content.decode()) for who in ("clerk", "clerq")}
    assert len({re.search(r'role="alert">(.*?)</div>', s, re.DOTALL).group(1) for s in said}) == 1


def test_five_failures_lock_the_account_for_thirty_minutes(client, staff):  # GB/T 22239-2019 8.1.4.1 b
    assert [sign_in(client, password="wrong").status_code for _ in range(5)] == [200, 200, 200, 200, 429]
    refused = sign_in(client)
    assert refused.status_code == 429, "the right password does not open a locked account"
    assert "三十分钟" in refused.content.decode()
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7")).status_code == 429, "nor from another address"
    AccessAttempt.objects.update(attempt_time=timezone.now() - timezone.timedelta(minutes=31))
    assert sign_in(client).status_code == 302


def test_a_locked_account_does_not_lock_another(client, staff, citizen):
    for _ in range(5):
        sign_in(client, password="wrong")
    assert sign_in(client, "public").status_code == 302


def test_success_starts_the_count_anew(client, citizen):
    for _ in range(3):
        for _failure in range(4):
            sign_in(client, "public", "wrong")
        assert sign_in(client, "public").status_code == 302
        client.post("/signout/")


def test_the_lock_book_keeps_no_password_and_no_code(client, enrolled):
    sign_in(client, password="Wrong-but-close-7")
    sign_in(client)
    client.post("/signin/code/", {"code": "123123"})
    kept = " ".join(AccessAttempt.objects.values_list("post_data", flat=True))
    assert "Wrong-but-close-7" not in kept
    assert "123123" not in kept


def test_a_new_password_ends_the_lockout(client, staff):
    for _ in range(5):
        sign_in(client, password="wrong")
    assert sign_in(client, password=issue_password(staff, timezone.now())).status_code == 302


def test_staff_without_a_second_factor_are_sent_to_set_it_up(client, staff):  # GB/T 22239-2019 8.1.4.1 d
    assert sign_in(client).headers["Location"] == "/desk/"
    for address in ("/desk/", "/"):
        assert client.get(address).headers["Location"] == "/account/second-factor/"
    page = client.get("/account/second-factor/")
    secret = page.context["secret"].replace(" ", "")
    assert 'src="data:image/svg+xml' in page.content.decode()
    assert client.post("/account/second-factor/", {"code": "000000"}).status_code == 200
    assert not second_factor.enrolled(staff)
    done = client.post("/account/second-factor/", {"code": code(secret)})
    assert len(done.context["codes"]) == 10
    assert client.get("/desk/").content == b"desk"


def test_htmx_is_led_out_of_the_fragment(client, staff):
    client.force_login(staff)
    assert client.get("/desk/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/account/second-factor/"


@pytest.mark.parametrize("kind", [None, *sorted(ADMINISTRATORS)])
def test_the_password_alone_opens_nothing(client, enrolled, bureau, kind):
    if kind:
        appoint(enrolled, bureau, kind, since=timezone.localdate())
    assert sign_in(client).headers["Location"] == "/signin/code/"
    assert client.get("/desk/").headers["Location"] == "/signin/?next=/desk/"
    assert client.post("/signin/code/", {"code": code(enrolled.secret)}).headers["Location"] == "/desk/"
    assert client.get("/desk/").content == b"desk"


def test_after_the_code_one_is_where_one_wanted_to_be(client, enrolled):
    sign_in(client, next="/desk/?due=today")
    assert client.post("/signin/code/", {"code": code(enrolled.secret)}).headers["Location"] == "/desk/?due=today"


def test_no_foreign_address_is_followed(client, enrolled):
    sign_in(client, next="https://example.com/")
    assert client.post("/signin/code/", {"code": code(enrolled.secret)}).headers["Location"] == "/desk/"


def test_a_code_serves_once(client, enrolled):
    sign_in(client)
    client.post("/signin/code/", {"code": code(enrolled.secret)})
    cache.clear()  # as if another worker answered
    other = Client()
    sign_in(other)
    assert other.post("/signin/code/", {"code": code(enrolled.secret)}).status_code == 200


def test_a_recovery_code_serves_once(client, enrolled):
    for expected in (302, 200):
        sign_in(client)
        assert client.post("/signin/code/", {"code": enrolled.codes[0]}).status_code == expected
        client.post("/signout/")
    assert second_factor.recovery_codes_left(enrolled) == 9


def test_wrong_codes_lock_the_account_too(client, enrolled):
    sign_in(client)
    answers = [client.post("/signin/code/", {"code": f"{n:06}"}).status_code for n in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert client.post("/signin/code/", {"code": code(enrolled.secret)}).status_code == 429


def test_the_code_must_follow_the_password_soon(client, enrolled, monkeypatch):
    sign_in(client)
    monkeypatch.setattr("fadu.organs.signin.PATIENCE", -1)
    answer = client.post("/signin/code/", {"code": code(enrolled.secret)})
    assert answer.headers["Location"] == "/signin/"


def test_a_session_from_before_still_owes_the_code(client, enrolled):
    client.force_login(enrolled)
    assert client.get("/desk/").headers["Location"] == "/account/second-factor/"
    assert client.post("/account/second-factor/", {"code": code(enrolled.secret)}).headers["Location"] == "/desk/"
    assert client.get("/desk/").content == b"desk"


def test_recovery_codes_are_renewed_against_a_code(client, enrolled):
    enter(client, enrolled)
    page = client.get("/account/second-factor/").content.decode()
    assert "尚有 10 个" in page
    assert not any(c in page for c in enrolled.codes)
    done = client.post("/account/second-factor/", {"code": code(enrolled.secret, 1)})
    assert not set(done.context["codes"]) & set(enrolled.codes)
    assert not second_factor.verify(enrolled, enrolled.codes[1])


def test_the_secret_is_stored_encrypted(enrolled):
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert enrolled.secret not in stored
    assert stored.count("g1:") == 2


def test_the_demonstration_waives_the_second_factor_and_says_so(client, staff, settings):
    settings.DEMO = True
    assert "演示系统" in client.get("/signin/").content.decode()
    staff.must_change_password = True
    staff.save()
    sign_in(client)
    assert client.get("/desk/").content == b"desk"


def test_a_citizen_signs_in_with_a_password_and_never_reaches_the_desk(client, citizen, settings):
    assert sign_in(client, "public").headers["Location"] == "/"
    assert client.get("/").content == b"desk"
    for settings.DEMO in (False, True):
        refused = client.get("/desk/")
        assert refused.status_code == 403
        assert "只对工作人员开放" in refused.content.decode()


def test_a_password_made_by_the_system_is_changed_first(client):
    person, password = open_account("new", "赵公众", at=timezone.now(), kind="citizen")
    sign_in(client, "new", password)
    assert client.get("/").headers["Location"] == "/account/password/"
    wanted = {"old_password": password, "new_password1": password, "new_password2": password}
    assert "应当与现在的密码" in client.post("/account/password/", wanted).content.decode()
    for weak in ("short7A", "alllowercase", "12345678901234"):
        wanted |= {"new_password1": weak, "new_password2": weak}
        assert client.post("/account/password/", wanted).status_code == 200
    wanted |= {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post("/account/password/", wanted).headers["Location"] == "/"
    assert client.get("/").content == b"desk"
    person.refresh_from_db()
    assert not person.must_change_password


def test_a_password_serves_ninety_days(client, citizen, settings):  # GB/T 22239-2019 8.1.4.1 a
    sign_in(client, "public")
    citizen.password_set_at = timezone.now() - timezone.timedelta(days=91)
    citizen.save()
    assert client.get("/").headers["Location"] == "/account/password/"
    assert "更换期限" in client.get("/account/password/").content.decode()
    settings.PASSWORD_DAYS = 0
    assert client.get("/").status_code == 200


def test_the_last_five_passwords_do_not_come_back(client, citizen):
    sign_in(client, "public")
    chain = [PASSWORD, *(f"Another-horse-{n}" for n in range(6))]
    for old, new in pairwise(chain):
        client.post("/account/password/", {"old_password": old, "new_password1": new, "new_password2": new})
    citizen.refresh_from_db()
    assert citizen.check_password(chain[-1])

    def back_to(former):
        wanted = {"old_password": chain[-1], "new_password1": former, "new_password2": former}
        return client.post("/account/password/", wanted).status_code

    assert [back_to(former) for former in chain[1:]] == [200] * 6, "the present one and five before it"
    assert back_to(chain[0]) == 302


def test_a_changed_password_ends_the_other_sessions(citizen):
    here, there = Client(), Client()
    sign_in(here, "public")
    sign_in(there, "public")
    new = "Another-horse-8"
    here.post("/account/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302


def test_a_closed_account_is_out_at_once(client, citizen):
    sign_in(client, "public")
    close_account(citizen)
    assert client.get("/").status_code == 302
    assert sign_in(client, "public").status_code == 200


def test_one_leaves_by_post_only(client, citizen):
    sign_in(client, "public")
    assert client.get("/signout/").status_code == 405
    assert client.post("/signout/").headers["Location"] == "/signin/"
    assert client.get("/").status_code == 302


def test_half_an_hour_of_idleness_ends_the_session(client, citizen):  # GB/T 22239-2019 8.1.4.1 b
    sign_in(client, "public")
    assert client.session.get_expiry_age() <= 30 * 60
    assert conf.SESSION_SAVE_EVERY_REQUEST, "each request begins the half hour anew"


@pytest.mark.parametrize("address", ["/signin/", "/account/password/", "/account/second-factor/", "/desk/"])
def test_the_pages_speak_english(client, citizen, address):
    sign_in(client, "public")
    if address == "/signin/":
        client.post("/signout/")
    client.cookies["django_language"] = "en"
    main = client.get(address).content.decode().split("<main")[1]
    assert not re.search(r"[一-鿿]", main)
