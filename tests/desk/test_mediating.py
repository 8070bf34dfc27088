"""登记纠纷: one screen, in a village, with the network gone; entered once, refused with its provision."""

from __future__ import annotations

import re
import struct
import uuid
import zlib
from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.desk.dossiers import in_parts
from fadu.documents.papers import Field, Item, Sheet, plain
from fadu.engine.models import Case, Evidence
from fadu.journals.models import Screening
from fadu.organs.models import Organ
from fadu.procedures.mediation_dossier import PARTS
from fadu.procedures.models import Mediation
from fadu.registers.mediation import establish
from fadu.registers.models import MediationOrganisation, Mediator
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


MEMBERS = "张测试 主任\n李示例 委员 妇女\n王样本 委员"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("members", "said"),
    [(MEMBERS, ""), ("张测试 主任\n王样本 委员", "第八条第二款"), ("张测试", "没有写明")],
)
def test_the_justice_bureau_enters_a_committee_as_the_law_composes_it(sign_in, bureau, today, members, said):
    justice = Organ.objects.create(name="测试县司法局", region=bureau.region, word="测司", domain="justice")
    keeper = bureau.person("keeper", "冯名册", "clerk", organ=justice)
    given = {
        "organ": justice.pk,
        "name": "示例村人民调解委员会",
        "kind": "village",
        "since": "2024-01-01",
        "members": members,
    }
    answer = sign_in(keeper).post(reverse("desk:establish_committee"), given | {"members": members})
    assert (answer.status_code == 302) == (not said)
    assert said in answer.content.decode()
    assert MediationOrganisation.objects.exists() == (not said)
    if not said:
        page = sign_in(keeper).get(reverse("desk:committees")).content.decode()
        assert "示例村人民调解委员会" in page


@pytest.mark.django_db
def test_the_list_of_committees_asks_no_more_for_more_of_them(sign_in, bureau, django_assert_max_num_queries):
    justice = Organ.objects.create(name="测试县司法局", region=bureau.region, word="测司", domain="justice")
    keeper = bureau.person("keeper", "冯名册", "clerk", organ=justice)
    keeper.posts.update(scope="region")
    desk, asked = sign_in(keeper), []
    for name in ("一", "二", "三"):
        organ = Organ.objects.create(name=f"{name}村调委会", region=bureau.region, kind="mediation", domain="justice")
        establish(
            MediationOrganisation(organ=organ, kind="trade", since=date(2024, 1, 1)),
            [Mediator(name="张测试", since=date(2024, 1, 1))], by=keeper,
        )  # fmt: skip
        with django_assert_max_num_queries(30) as queries:
            desk.get(reverse("desk:committees"))
        asked.append(len(queries))
    assert asked[0] == asked[2]


@pytest.mark.django_db
def test_a_round_is_entered_and_brings_a_dispute_to_mediation(sign_in, mediator, today):
    desk, organ = sign_in(mediator), mediator.posts.get().organ
    entered = {
        "organ": organ.pk,
        "on": today.isoformat(),
        "kind": "general",
        "place": "一组",
        "found": 1,
        "prevented": 0,
    }
    assert desk.post(reverse("desk:journal_enter", args=["screening"]), entered).status_code == 302
    row = Screening.objects.get()
    where = reverse("desk:bring_dispute", args=[row.pk])
    assert where in desk.get(reverse("desk:journal", args=["screening"])).content.decode()
    given = {"kind": "neighbour", "first": "张测试", "other": "李示例", "dispute": "排水", "on": today.isoformat()}
    assert desk.post(where, given).status_code == 302
    assert row.findings.get().case.stage == "initiative"


@pytest.mark.django_db
def test_the_dossier_has_its_thirteen_parts_in_order_and_says_what_lacks():
    papers = [("mediation_agreement", "协议书"), ("", "张测试身份证"), ("rights_notice", "告知书"), ("", "欠条照片")]
    sheet = Sheet("件", ((Field("项", "值"),),))
    bound = in_parts(PARTS, [(kind, Item(sheet, title)) for kind, title in papers], "示例村人民调解委员会")
    assert [plain(item.heading) for item in bound[1:]] == ["告知书", "张测试身份证", "欠条照片", "协议书"]
    assert [item.note for item in bound[1:]] == ["第2项", "第3项", "第6项", "第8项"]
    lacking = [row[1] for row in bound[0].content.rows if row[3] == "缺"]
    assert lacking == ["人民调解申请书或者受理登记表", "人民调解记录", "封底"]
    assert len(bound[0].content.rows) == 13
