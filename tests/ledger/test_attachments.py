"""Files are told by their content, kept under its digest, and part of the chain."""

import io
import zipfile
from pathlib import Path

import pytest
from django.db import transaction

from fadu.ledger import attachments, media
from fadu.ledger.attachments import attach, location, open_attachment
from fadu.ledger.media import AttachmentRefused
from fadu.ledger.models import Attachment
from fadu.ledger.verification import verify

pytestmark = pytest.mark.django_db


def office(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        for name in ("[Content_Types].xml", *names):
            parts.writestr(name, "x")
    return packed.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("告知书.pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("照片.JPG", b"\xff\xd8\xff\xe0....", "image/jpeg"),
        ("截图.png", b"\x89PNG\r\n\x1a\n....", "image/png"),
        ("笔录.docx", office("word/document.xml"), WORD),
        ("清单.xlsx", office("xl/workbook.xml"), SHEET),
        ("录像.mp4", b"\x00\x00\x00\x18ftypmp42....", "video/mp4"),
        ("录音.mp3", b"ID3\x03....", "audio/mpeg"),
        ("录音.mp3", b"\xff\xfb\x90\x00....", "audio/mpeg"),
        ("录音.wav", b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        ("笔录.txt", "现场笔录".encode(), "text/plain"),
        ("笔录.txt", "现场笔录".encode("gb18030"), "text/plain"),
    ],
)
def test_each_allowed_kind_is_kept_under_its_digest(name, data, media_type, folder):
    made = attach(io.BytesIO(data), name, media_type)
    assert (made.name, made.media_type, made.size) == (name, media_type, len(data))
    with open_attachment(made) as file:
        assert file.read() == data
    assert location(made.digest) == folder / "attachments" / made.digest[:2] / made.digest[2:]
    assert not list((folder / "attachments" / "incoming").iterdir())


@pytest.mark.parametrize(
    ("name", "data", "declared", "said"),
    [
        ("空.pdf", b"", "", "空文件"),
        ("程序.pdf", b"MZ\x90\x00\x03", "", "不是可以附卷的文件"),
        ("网页.png", b"<html>", "", "与文件名不符"),
        ("照片.png", b"\xff\xd8\xff\xe0", "", "与文件名不符"),
        ("照片", b"\xff\xd8\xff\xe0", "", "与文件名不符"),
        ("照片.jpg", b"\xff\xd8\xff\xe0", "image/png", "与所报类型"),
        ("宏.docx", office("word/document.xml", "word/vbaProject.bin"), "", "不是可以附卷的文件"),
        ("压缩.docx", office("a.txt"), "", "不是可以附卷的文件"),
        ("坏.docx", b"PK\x03\x04....", "", "不是可以附卷的文件"),
        ("半字.txt", b"\xe7", "", "不是可以附卷的文件"),
        ("二进制.txt", b"a\x00b", "", "不是可以附卷的文件"),
        ("", b"a", "", "文件名"),
        ("长" * 201 + ".txt", b"a", "", "文件名"),
    ],
)
def test_what_may_not_be_attached_is_refused_and_leaves_nothing(name, data, declared, said, folder):
    with pytest.raises(AttachmentRefused, match=said):
        attach(data, name, declared)
    assert not Attachment.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_over_its_size_is_refused(monkeypatch, folder):
    monkeypatch.setitem(media.ALLOWED, "text/plain", (frozenset({"txt"}), 10))
    with pytest.raises(AttachmentRefused, match="每个不得超过"):
        attach(b"12345678901", "长.txt")
    monkeypatch.setattr(attachments, "_MOST", 10)
    with pytest.raises(AttachmentRefused, match="超过"):
        attach(b"12345678901", "长.txt")
    assert not [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["../../etc/甲.txt", "C:\\甲.txt", "/甲.txt", "甲\x00\n.txt"])
def test_no_path_comes_from_the_user(name, folder):
    made = attach(b"a", name)
    assert made.name == "甲.txt"
    assert [path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()] == ["attachments"]


@pytest.mark.parametrize("digest", ["", "../x", "Z" * 64, "a" * 63])
def test_a_place_is_asked_for_by_a_digest_only(digest):
    with pytest.raises(ValueError, match="is not a digest"):
        location(digest)


def test_the_same_bytes_are_kept_once(folder):
    one, two = attach(b"a", "甲.txt"), attach(b"a", "乙.txt")
    assert one.digest == two.digest
    assert (one.name, two.name) == ("甲.txt", "乙.txt")
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def the_file(folder) -> Path:
    return next(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        (lambda file: file.unlink(), "file-missing"),
        (lambda file: (file.chmod(0o600), file.write_bytes(b"other")), "file-changed"),
        (lambda file: (file.chmod(0o600), file.write_bytes(b"")), "file-changed"),
    ],
)
def test_a_stored_file_that_was_touched_is_found(ledger, folder, tamper, code):
    assert verify().attachments == 1
    tamper(the_file(folder))
    assert [finding.code for finding in verify().findings] == [code]
    assert verify(files=False).ok


def test_a_file_without_its_row_harms_nothing(ledger, folder):
    class Undone(Exception):
        pass

    def attach_and_fail() -> None:
        with transaction.atomic():
            attach(b"undone", "甲.txt")
            raise Undone

    with pytest.raises(Undone):
        attach_and_fail()
    assert Attachment.objects.count() == 1
    assert verify().ok
