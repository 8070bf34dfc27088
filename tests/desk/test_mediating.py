"""登记纠纷: one screen, in a village, with the network gone; entered once, refused with its provision."""

from __future__ import annotations

import re
import struct
import uuid
import zlib

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.engine.models import Case, Evidence
from fadu.organs.models import Organ
from fadu.procedures.models import Mediation
from tests.desk.test_browser import CHROMIUM, QUIET


def picture() -> bytes:
    """A small photo: a PNG of one grey point."""

    def piece(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = piece(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    rows = piece(b"IDAT", zlib.compress(b"".join(b"\0" + b"\x80" * 8 for _row in range(8))))
    return b"\x89PNG\r\n\x1a\n" + head + rows + piece(b"IEND", b"")


@pytest.fixture
def mediator(bureau):
    organ = Organ.objects.create(
        name="示例村人民调解委员会", region=bureau.region, word="示例村", domain="justice", kind="mediation"
    )
    return bureau.person("mediator", "郑调解", "mediator", organ=organ)


def entry(mediator, today, **more):
    return {
        "mark": str(uuid.uuid4()), "organ": mediator.posts.get().organ_id, "on": today.isoformat(),
        "came": "initiative", "kind": "neighbour", "first": "张测试", "other": "李示例", "dispute": "排水沟被堵",
        "people": 2, "told_rights": "on", "outcome": "",
    } | more  # fmt: skip


SIGNED = {"agreed": "甲清沟", "amount": "300", "parties_signed": "on", "mediator_signed": "on", "sealed": "on"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("more", "stage", "said"),
    [
        ({}, "registration", ""),
        ({"came": "application"}, "registration", ""),
        ({"outcome": "oral", "agreed": "甲清沟", "no_paper_wanted": "on"}, "oral_agreement", ""),
        ({"outcome": "written", **SIGNED}, "signing", ""),
        ({"told_rights": ""}, "", "第二十三条"),
        ({"outcome": "oral", "agreed": "甲清沟"}, "", "第二十八条"),
        ({"outcome": "written", **SIGNED, "sealed": ""}, "", "第二十九条第二款"),
    ],
)
def test_one_screen_enters_the_dispute_with_its_steps_or_nothing(sign_in, mediator, today, more, stage, said):
    answer = sign_in(mediator).post(reverse("desk:enter_dispute"), entry(mediator, today, **more))
    if stage:
        assert answer.status_code == 302
        assert Case.objects.get().stage == stage
    else:
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert not Case.objects.exists()


@pytest.mark.django_db
def test_sent_twice_it_is_entered_once_and_the_photo_is_in_the_file(sign_in, mediator, today):
    desk = sign_in(mediator)
    once = entry(mediator, today, outcome="written", **SIGNED)
    for _time in range(2):
        photo = SimpleUploadedFile("协议.png", picture(), "image/png")
        answer = desk.post(
            reverse("desk:enter_dispute"), {**once, "photo": photo}, headers={"Accept": "application/json"}
        )
        assert answer.json()["number"] == "示例村人调〔" + str(today.year) + "〕1号"
    assert Evidence.objects.get().name == "调解协议书（照片）"


@pytest.mark.django_db
def test_only_a_mediator_enters_disputes_here(desk, sign_in, mediator):
    assert desk.get(reverse("desk:enter_dispute")).status_code == 403
    page = sign_in(mediator).get(reverse("desk:work")).content.decode()
    assert reverse("desk:enter_dispute") in page


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: install chromium")
def test_without_network_the_entry_waits_in_the_telephone_and_is_sent_later(
    live_server, sign_in, mediator, monkeypatch
):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    cookie = sign_in(mediator).cookies["sessionid"].value
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        phone = browser.new_context(
            base_url=live_server.url, locale="zh-CN", viewport={"width": 360, "height": 740}, has_touch=True
        )
        phone.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page = phone.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
        page.goto(reverse("desk:enter_dispute"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        phone.set_offline(True)
        page.select_option("[name=kind]", "neighbour")
        page.fill("[name=first]", "张测试")
        page.fill("[name=other]", "李示例")
        page.fill("[name=dispute]", "排水沟被堵")
        page.check("[name=told_rights]")
        page.check("[name=outcome][value=written]")
        page.fill("[name=agreed]", "甲清沟")
        for name in ("parties_signed", "mediator_signed", "sealed"):
            page.check(f"[name={name}]")
        page.set_input_files("[name=photo]", files=[{"name": "p.png", "mimeType": "image/png", "buffer": picture()}])
        page.click("button.chief")
        page.wait_for_selector("[data-waiting] li")
        assert not Case.objects.exists()
        assert page.input_value("[name=first]") == ""
        phone.set_offline(False)
        page.wait_for_selector("[data-waiting-done] a")
        assert re.search(r"示例村人调〔\d+〕1号", page.inner_text("[data-waiting-done]"))
        assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('waiting:')).length") == 0
        assert not complaints
        browser.close()
    assert Mediation.objects.get().form == "written"
    assert Evidence.objects.get().attachment.media_type == "image/jpeg"
