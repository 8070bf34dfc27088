"""已公布的报告: taken in with clear refusals, read with every figure marked, accepted with its sentence."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fadu.exchange.models import PublishedReport
from fadu.figures.models import Frozen
from fadu.ledger.book import entries
from fadu.organs.models import Organ, Region
from tests.desk.test_books import text_of

pytestmark = pytest.mark.django_db

TEXT = (
    "测试县2024年法治政府建设年度报告\n"
    "一、化解矛盾纠纷\n"
    "2024年，全县共收到行政复议案件22件，其中受理9件、不予受理14件。\n"
    "全年办理法律援助案件185件，为群众挽回损失315.1万元，办结率98.5%，同比增长12%。\n"
)


@pytest.fixture
def clerk(sign_in, bureau):
    return sign_in(bureau.clerk)


@pytest.fixture
def stranger_elsewhere(bureau):
    """A clerk of another county."""
    county = Region.objects.create(code="990102000000", name="邻县", level=3, parent=bureau.region.parent)
    organ = Organ.objects.create(name="邻县司法局", region=county, word="邻司", domain="justice")
    return bureau.person("elsewhere", "邻内勤", "clerk", organ=organ)


def upload(client, *files, accept="text/html", **given):
    return client.post(reverse("desk:take_in"), {"uploads": list(files), **given}, headers={"Accept": accept})


def report(client, text=TEXT, name="report.txt") -> PublishedReport:
    upload(client, SimpleUploadedFile(name, text.encode()))
    return PublishedReport.objects.get()


def test_a_report_is_read_placed_and_entered_in_the_ledger_once(clerk):
    found = report(clerk)
    assert (found.region.name, found.year, found.wrong) == ("测试县", 2024, 1)
    report(clerk)  # the same file again
    assert [each.act for each in entries(found.stream)] == ["take_in"]


def test_figures_are_marked_and_what_contradicts_stands_in_the_margin(clerk):
    text = text_of(clerk.get(reverse("desk:published_report", args=[report(clerk).pk])))
    assert 'class="marked count contradicts"' in text
    assert "受理9件+不予受理14件=23，收到行政复议案件22件" in re.sub(r"\s", "", text)
    assert text.count('class="marked') == text.count('<tr id="r')


@pytest.mark.parametrize("given", ["", "?sort=value", "?sort=value&down", "?sort=nothing", "?sort=period&down"])
def test_the_table_sorts_by_every_column_and_by_nothing_else(clerk, given):
    address = reverse("desk:published_report", args=[report(clerk).pk])
    assert clerk.get(address + given).status_code == 200
    if given == "?sort=value&down":
        assert text_of(clerk.get(address + given)).index("315.1万元</a></td>") < text_of(
            clerk.get(address + given)
        ).index("185件</a></td>")


def test_the_figures_are_exported_and_no_cell_is_a_formula(clerk):
    found = report(clerk, TEXT.replace("一、化解", "=HYPERLINK(1)\n一、化解"))
    body = clerk.get(reverse("desk:published_table", args=[found.pk])).content.decode("utf-8-sig")
    assert "315.1万元" in body
    assert "\n=" not in body


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.exe", b"MZ\x90\x00\x03\x00", "不是报告"),
        ("renamed.txt", b"MZ\x90\x00\x03\x00\x00", "不是报告"),
        ("empty.txt", b"  ", "空"),
        ("scan.pdf", b"%PDF-1.4\n%%EOF", "PDF"),
        ("photo.docx", b"\x89PNG\r\n\x1a\n\x00", "图片"),
        ("nowhere.txt", "法治政府建设年度报告\n全年办理案件3件。".encode(), "请选择行政区划"),
        ("bytes.txt", bytes(range(128, 256)) * 3, "编码"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason_and_nothing_is_kept(clerk, name, data, why):
    answer = upload(clerk, SimpleUploadedFile(name, data))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert name in text
    assert why in text
    assert not PublishedReport.objects.exists()


def test_of_many_files_the_good_ones_are_kept_and_the_bad_ones_named(clerk):
    good, bad = SimpleUploadedFile("good.txt", TEXT.encode("gb18030")), SimpleUploadedFile("bad.txt", b"\x00\x01")
    told = upload(clerk, good, bad, accept="application/json").json()
    assert [each["title"] for each in told["taken"]] == ["测试县2024年法治政府建设年度报告"]
    assert [name for name, _why in told["wrong"]] == ["bad.txt"]


def test_a_pasted_page_is_read_and_region_and_year_may_be_said(clerk, bureau):
    given = {"text": "工作总结\n全年办理案件3件。", "region": bureau.region.pk, "year": 2023}
    assert clerk.post(reverse("desk:take_in"), given).status_code == 302
    assert PublishedReport.objects.get().year == 2023


def test_a_number_is_accepted_with_its_sentence_in_the_figures_own_unit(clerk):
    found = report(clerk)
    start = found.text.index("315.1万元")
    where = reverse("desk:keep_figure", args=[found.pk, start])
    assert clerk.get(where).status_code == 200
    assert clerk.post(where, {"figure": "penalty.money"}).status_code == 302
    kept = Frozen.objects.get()
    assert (kept.year, kept.value) == (2024, Decimal("315.1"))
    assert "挽回损失315.1万元" in kept.rule
    assert "挽回损失315.1万元" in text_of(clerk.get(reverse("desk:published_report", args=[found.pk])))


@pytest.mark.parametrize(
    ("printed", "figure", "why"),
    [
        ("315.1万元", "penalty.decided", "印的是金额"),
        ("98.5%", "penalty.decided", "单位"),
        ("12%", "penalty.decided", "增减幅度"),
    ],
)
def test_a_number_of_another_kind_is_not_accepted(clerk, printed, figure, why):
    found = report(clerk)
    where = reverse("desk:keep_figure", args=[found.pk, found.text.index(printed)])
    assert why in text_of(clerk.post(where, {"figure": figure}, follow=True))
    assert not Frozen.objects.exists()


def test_reports_stand_side_by_side(clerk):
    first = report(clerk)
    upload(clerk, SimpleUploadedFile("b.txt", TEXT.replace("2024", "2023").replace("185", "170").encode()))
    keys = list(PublishedReport.objects.values_list("pk", flat=True))
    text = text_of(clerk.get(reverse("desk:compared"), {"report": keys}))
    heads = re.findall(r">测试县 (\d{4})</a></th>", text)
    (line,) = re.findall(r"<tr><th[^>]*>法律援助案件 .*?</tr>", text, re.DOTALL)
    printed = dict(zip(heads, re.findall(r">(\d+件)</a>", line), strict=True))
    assert printed == {"2024": "185件", "2023": "170件"}
    assert reverse("desk:published_report", args=[first.pk]) in text
    assert clerk.get(reverse("desk:compared"), {"report": ["x", "99"]}).status_code == 200


def test_an_officer_reads_and_does_not_take_in(desk, clerk):
    found = report(clerk)
    assert desk.get(reverse("desk:published_report", args=[found.pk])).status_code == 200
    assert desk.get(reverse("desk:take_in")).status_code == 403
    assert desk.post(reverse("desk:list_publicly", args=[found.pk])).status_code == 403


def test_reports_of_other_regions_are_not_there(sign_in, clerk, stranger_elsewhere):
    found = report(clerk)
    other = sign_in(stranger_elsewhere)
    assert other.get(reverse("desk:published_report", args=[found.pk])).status_code == 404
    assert "测试县2024" not in text_of(other.get(reverse("desk:published")))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_number_of_questions(clerk, number, django_assert_num_queries):
    for place in range(number):
        upload(clerk, SimpleUploadedFile("a.txt", TEXT.replace("185", str(185 + place)).encode()))
    clerk.get(reverse("desk:published"))
    with django_assert_num_queries(11):
        clerk.get(reverse("desk:published"))
