"""申请: whoever applies stands outside the organ; the same application handed in twice is one case."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest

from fadu.engine import applying, drafts, outbox, proving, registry
from fadu.engine.acts import Comer, take
from fadu.engine.models import Case, Draft, Message, Receipt, Taken, Verification
from fadu.engine.refusals import Refused
from fadu.ledger.attachments import attach
from fadu.ledger.media import AttachmentRefused
from fadu.ledger.models import Entry
from fadu.organs.models import Person
from tests.engine.asked import ASKED

pytestmark = pytest.mark.django_db
ON, AT = date(2024, 3, 4), datetime(2024, 3, 4, 2, tzinfo=UTC)
PHONE = "13800001234"
ONE = Comer("陈示例", phone=PHONE, id_kind="居民身份证", id_number="990101199001010017")
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n"


@pytest.fixture(autouse=True)
def _asked(monkeypatch, settings, tmp_path):
    monkeypatch.setitem(registry._EDITIONS, ASKED.key, {ASKED.edition: ASKED})
    settings.HOME = tmp_path
    settings.SMS_GATEWAY = settings.MAIL_GATEWAY = "file"


def apply(bureau, **given):
    return applying.apply("asked", **{
        "organ": bureau.organ, "applicant": ONE, "facts": {"act": "请求"}, "on": ON, "at": AT, **given,
    })  # fmt: skip


def refusals(bureau, **given):
    with pytest.raises(Refused) as refused:
        apply(bureau, **given)
    return {each.column or str(each.missing): each for each in refused.value.refusals}


def test_an_application_opens_a_case_records_its_receipt_and_waits_for_a_handler(bureau):
    receipt = apply(bureau)
    case = receipt.case
    assert (case.title, case.party_name, case.handler, case.opened_on) == ("试验：请求", "陈示例", None, ON)
    assert [each.step for each in case.taken.all()] == ["receipt"]
    assert Case.objects.get().next_due == "answer"
    assert case.taken.get().by.username == applying.APPLICANT
    assert not case.taken.get().by.is_active


def test_the_check_code_is_shown_and_not_kept(bureau):
    receipt = apply(bureau)
    assert len(receipt.code) == 8
    kept = Receipt.objects.values_list().get()
    assert not any(receipt.code in str(value) for value in kept)
    assert applying.find(receipt.number, receipt.code) == receipt
    assert applying.find(applying.spaced(receipt.number), f" {receipt.code[:4].lower()}-{receipt.code[4:]}") == receipt


@pytest.mark.parametrize("number", ["right", "202400000000", "", "x"])
def test_a_wrong_code_and_an_unknown_number_are_answered_alike(bureau, number):
    receipt = apply(bureau)
    assert applying.find(receipt.number if number == "right" else number, "AAAAAAAA") is None


def test_what_the_article_asks_for_and_nothing_else_is_asked(bureau):
    assert refusals(bureau, facts={})["act"].cites == ASKED.application.items[3].cites
    assert "result" in refusals(bureau, facts={"act": "请求", "result": "referred"})
    assert "who_name" in refusals(bureau, applicant=Comer(""))
    kept = apply(bureau, facts={"act": "请求", "grave": True}).case  # asked only where market is so
    assert not ASKED.record.objects.get(pk=kept.pk).grave
    asked = apply(bureau, facts={"act": "请求", "grave": True, "market": True}).case
    assert ASKED.record.objects.get(pk=asked.pk).grave


def test_only_an_organ_that_receives_it_only_a_day_that_has_come_only_what_citizens_start(bureau):
    bureau.organ.domain = "culture"
    bureau.organ.save()
    assert "organ" in refusals(bureau)
    bureau.organ.domain = "market"
    bureau.organ.save()
    assert "日期晚于录入日期" in refusals(bureau, on=ON + timedelta(days=1))
    with pytest.raises(Refused, match="不由申请开始"):
        applying.apply("penalty_ordinary", organ=bureau.organ, applicant=ONE, facts={}, on=ON, at=AT)
    assert not Case.objects.exists()


def test_a_clerk_enters_a_paper_with_the_mandate_on_file_and_post_at_the_organ(bureau):
    mandate = attach(PDF, "委托书.pdf")
    assert "file_mandate" in refusals(bureau, by=bureau.clerk, channel="paper")
    assert refusals(bureau, by=bureau.presider, channel="paper", mandate=mandate)
    case = apply(bureau, by=bureau.clerk, channel="paper", mandate=mandate).case
    assert case.taken.get().by == bureau.clerk
    assert [each.enclosure for each in case.enclosed.all()] == ["mandate"]
    entry = Entry.objects.get(number=case.taken.get().entry)
    assert entry.read()["attachments"][0]["attachment"] == mandate.digest


def test_a_member_of_staff_who_applies_for_himself_is_an_applicant(bureau):
    assert apply(bureau, by=bureau.presider).case.taken.get().by == bureau.presider


def test_the_same_draft_filed_again_is_the_same_case(bureau):
    draft = drafts.begin(drafts.Owner(trace="t"), "asked", bureau.organ, at=AT)
    first = apply(bureau, draft=draft)
    again = apply(bureau, draft=draft, facts={"act": "另一请求"})
    assert (again.pk, again.code) == (first.pk, first.code)
    late = apply(bureau, draft=draft, at=AT + timedelta(hours=2))
    assert (late.pk, late.code) == (first.pk, "")
    assert (Case.objects.count(), Taken.objects.count()) == (1, 1)


# ---- drafts


def test_a_draft_is_encrypted_taken_up_again_and_gone_when_it_expires(bureau, tmp_path):
    owner = drafts.Owner(trace=outbox.trace_of(PHONE))
    draft = drafts.begin(owner, "asked", bureau.organ, at=AT)
    drafts.keep(draft, {"act": "我的秘密"}, at=AT)
    drafts.enclose(draft, "proof", BytesIO("附件里的秘密".encode()), "证明.txt", 20)
    found = drafts.mine(owner, ON).get()
    assert drafts.typed(found) == {"act": "我的秘密"}
    assert drafts.read_file(found.files.get()).decode() == "附件里的秘密"
    assert not any("秘密".encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not drafts.mine(drafts.Owner(trace="other"), ON)
    assert not drafts.mine(drafts.Owner(), ON)
    assert drafts.expire(AT + timedelta(days=29)) == 0
    assert drafts.expire(AT + timedelta(days=31)) == 1
    assert not Draft.objects.exists()
    assert not list((tmp_path / "drafts").iterdir())


def test_a_filed_draft_takes_nothing_more(bureau):
    draft = drafts.begin(drafts.Owner(trace="t"), "asked", bureau.organ, at=AT)
    apply(bureau, draft=draft)
    with pytest.raises(drafts.TooMany):
        drafts.enclose(Draft.objects.get(), "proof", BytesIO(b"text"), "a.txt", 4)
    drafts.keep(Draft.objects.get(), {"act": "后来"}, at=AT)
    assert "code" in drafts.typed(Draft.objects.get())


# ---- one-time codes


def code_sent(tmp_path):
    import json

    newest = max((tmp_path / "outbox").glob("sms-*.json"), key=lambda path: path.stat().st_mtime_ns)
    return "".join(each for each in json.loads(newest.read_text())["text"][:9] if each.isdigit())


def test_a_code_serves_once_in_time_and_few_tries(db, tmp_path):
    made = proving.ask_code("138 0000 1234", at=AT)
    right = code_sent(tmp_path)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    assert right not in str(Verification.objects.values_list().get())
    assert proving.prove(made.pk, wrong, at=AT) is None
    assert proving.prove(made.pk, right, at=AT + timedelta(minutes=11)) is None
    assert proving.prove(made.pk, right, at=AT).trace == outbox.trace_of(PHONE)
    assert proving.prove(made.pk, right, at=AT) is None
    other = proving.ask_code("13800005678", at=AT)
    for _try in range(5):
        assert proving.prove(other.pk, "------", at=AT) is None
    assert proving.prove(other.pk, code_sent(tmp_path), at=AT) is None
    assert not any(each.text for each in Message.objects.all())  # erased once sent


def test_codes_are_not_sent_without_measure(db):
    proving.ask_code(PHONE, at=AT, address="a")
    with pytest.raises(proving.NotNow):
        proving.ask_code(PHONE, at=AT + timedelta(seconds=30))
    with pytest.raises(proving.NotNow):
        proving.ask_code("0351-1234567", at=AT)
    for n in range(59):
        proving.ask_code(f"139{n:08d}", at=AT, address="a")
    with pytest.raises(proving.NotNow):
        proving.ask_code("13700000000", at=AT, address="a")


# ---- messages


def test_each_step_that_has_words_for_the_party_is_told_with_the_act_and_no_other(bureau, tmp_path):
    case = apply(bureau, mail="a@example.com").case
    take(case, "inside", by=[bureau.officer], on=ON)
    take(case, "answer", by=[bureau.officer], on=ON, outcome="granted")
    told = Message.objects.filter(taken__isnull=False).values_list("taken__step", "way")
    assert sorted(told) == sorted((step, way) for step in ("receipt", "answer") for way in ("site", "sms", "mail"))
    assert [each.taken.step for each in outbox.inbox(ONE_TRACE())] == ["answer", "receipt"]
    assert outbox.send(datetime(2027, 1, 1, tzinfo=UTC)).sent == 6  # and the receipt's own two
    assert len(list((tmp_path / "outbox").iterdir())) == 6


def ONE_TRACE():
    from fadu.organs.secret import fingerprint

    return fingerprint(ONE.id_number)


def test_an_act_that_is_refused_tells_nobody(bureau):
    case = apply(bureau).case
    before = Message.objects.count()
    with pytest.raises(Refused):
        take(case, "answer", by=[bureau.officer], on=ON, outcome="nowhere")
    assert Message.objects.count() == before


def test_nothing_is_lost_while_a_gateway_is_down_and_nothing_sent_twice(bureau, settings, tmp_path):
    apply(bureau)
    (tmp_path / "outbox").write_text("a file where the folder should be")
    now = AT + timedelta(minutes=1)
    assert (outbox.send(now).failed, outbox.send(now).failed) == (2, 0)  # tried again later, not at once
    assert outbox.waiting()[0] == 2
    tries = sorted(Message.objects.filter(next_at__isnull=False).values_list("next_at", flat=True))
    assert tries[0] > now
    (tmp_path / "outbox").unlink()
    assert outbox.send(now + timedelta(hours=7)).sent == 2
    assert outbox.send(now + timedelta(hours=14)).sent == 0
    assert len(list((tmp_path / "outbox").iterdir())) == 2


def test_two_that_deliver_at_once_send_once(bureau, monkeypatch):
    apply(bureau)
    message = Message.objects.filter(way="sms").first()
    sent = []

    class Slow:
        def send(self, key, *_more):
            sent.append(key)
            if len(sent) == 1:
                assert outbox.deliver(Message.objects.get(pk=message.pk), AT) is None

    monkeypatch.setattr(outbox.gateways, "sms", Slow)
    assert outbox.deliver(Message.objects.get(pk=message.pk), AT) is True
    assert outbox.deliver(message, AT) is None
    assert sent == [str(message.key)]


def test_without_a_gateway_no_message_is_written_for_it(bureau, settings):
    settings.SMS_GATEWAY = settings.MAIL_GATEWAY = ""
    apply(bureau, mail="a@example.com")
    assert set(Message.objects.values_list("way", flat=True)) == {"site"}


def test_the_account_of_those_without_one_lets_nobody_in(bureau):
    apply(bureau)
    person = Person.objects.get(username=applying.APPLICANT)
    assert not person.is_active
    assert not person.has_usable_password()


# ---- what may be handed in


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>")),
        ("a.pdf", b"%PDF-1.4 nothing"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("a.exe", b"MZ\x90\x00"),
        ("a.pdf", b"<html><script>alert(1)</script></html>"),
        ("a.txt", b"<SCRIPT>alert(1)</SCRIPT>"),
        ("a.html", b"hello"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"),
        ("../../etc/passwd", b"root"),
        ("a.txt", b""),
    ],
)  # fmt: skip
def test_what_runs_or_bursts_or_hides_is_not_taken(bureau, name, data):
    draft = drafts.begin(drafts.Owner(trace="t"), "asked", bureau.organ, at=AT)
    with pytest.raises(AttachmentRefused):
        drafts.enclose(draft, "proof", BytesIO(data), name, len(data))
    assert not draft.files.exists()


def test_an_archive_bomb_an_encrypted_file_and_a_huge_one_are_not_taken(bureau):
    import zipfile

    from pypdf import PdfWriter

    draft = drafts.begin(drafts.Owner(trace="t"), "asked", bureau.organ, at=AT)

    def refused(data, name, size=None):
        with pytest.raises(AttachmentRefused) as fault:
            drafts.enclose(draft, "proof", BytesIO(data), name, size or len(data))
        return str(fault.value)

    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "")
        parts.writestr("word/document.xml", b"\0" * 5_000_000)
    assert "过大" in refused(bomb.getvalue(), "a.docx")
    locked, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("x", algorithm="RC4-128")
    writer.write(locked)
    assert "密码" in refused(locked.getvalue(), "a.pdf")
    assert "不得超过" in refused(b"x", "a.txt", size=11 * 1024 * 1024)
    plain, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(plain)
    drafts.enclose(draft, "proof", BytesIO(plain.getvalue()), "好.pdf", 100)
    for n in range(9):
        drafts.enclose(draft, "proof", BytesIO(b"text"), f"{n}.txt", 4)
    with pytest.raises(drafts.TooMany):
        drafts.enclose(draft, "proof", BytesIO(b"text"), "more.txt", 4)
    for file in draft.files.all()[5:]:
        drafts.remove(file)
    draft.files.update(size=10 * 1024 * 1024)
    with pytest.raises(drafts.TooMany, match="合计"):
        drafts.enclose(draft, "proof", BytesIO(b"text"), "more.txt", 4)
