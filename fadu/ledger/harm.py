"""What a stranger hands in is looked into before it is kept: nothing encrypted, nothing that runs, nothing that bursts.

Evidence is kept as it was found (``ledger.media`` only asks its kind); an applicant can be asked for another file.
"""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from fadu.ledger.media import MIB, AttachmentRefused, check

UNPACKED: Final = 200 * MIB
TIMES: Final = 200  # how many times its size a part may unpack to
PIXELS: Final = 100_000_000
OBJECTS: Final = 50_000
RUNNING: Final = frozenset({"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"})
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Office writes for a file with a password, and old formats


def check_handed_in(data: bytes, name: str) -> str:
    """The media type of a file that may be handed in; raises ``AttachmentRefused`` with the reason and what to do."""
    if data.startswith(OLE):
        raise AttachmentRefused(
            _("“%(name)s”设有密码，或者是旧格式，请去掉密码，另存为 DOCX 或者 PDF。") % {"name": name}
        )
    found = check(BytesIO(data), len(data), name, "")
    if found == "application/pdf":
        _pdf(data, name)
    elif found in {"image/png", "image/jpeg"}:
        _picture(data, name)
    elif found.startswith("application/vnd.openxmlformats"):
        _office(data, name)
    elif found == "text/plain" and b"<script" in data.lower():
        raise _running(name)
    return found


def _running(name: str) -> AttachmentRefused:
    return AttachmentRefused(_("“%(name)s”里有脚本或者内嵌文件，不能提交；请打印成不含脚本的 PDF。") % {"name": name})


def _locked(name: str) -> AttachmentRefused:
    return AttachmentRefused(_("“%(name)s”设有密码，办案机关打不开；请去掉密码后再提交。") % {"name": name})


def _too_big_inside(name: str) -> AttachmentRefused:
    return AttachmentRefused(_("“%(name)s”展开后过大，不能提交；请换成较小的文件。") % {"name": name})


def _pdf(data: bytes, name: str) -> None:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise _locked(name)
        keys = [key for table in reader.xref.values() for key in table]
        keys += list(reader.xref_objStm)
        if len(keys) > OBJECTS:
            raise _too_big_inside(name)
        for key in keys:
            found = reader.get_object(IndirectObject(key, 0, reader))
            if found is not None and _runs(found, 0):
                raise _running(name)
    except AttachmentRefused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as fault:
        raise AttachmentRefused(_("“%(name)s”已损坏，读不出来；请重新生成 PDF。") % {"name": name}) from fault


def _runs(found: Any, depth: int) -> bool:
    """Whether the object names something that runs or carries a file; what it refers to is looked at by itself."""
    if depth > 20:
        return False
    if isinstance(found, (DictionaryObject, StreamObject)):
        for key, value in found.items():
            if key in RUNNING or (isinstance(value, str) and value in RUNNING):
                return True
            if not isinstance(value, IndirectObject) and _runs(value, depth + 1):
                return True
    elif isinstance(found, ArrayObject):
        return any(_runs(each, depth + 1) for each in found if not isinstance(each, IndirectObject))
    return False


def _office(data: bytes, name: str) -> None:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        listed = parts.infolist()
        unpacked = sum(each.file_size for each in listed)
        bursting = any(each.file_size > MIB and each.file_size > TIMES * each.compress_size for each in listed)
        if unpacked > UNPACKED or bursting or len(listed) > OBJECTS:
            raise _too_big_inside(name)
        if any(each.flag_bits & 1 for each in listed):
            raise _locked(name)
        if any("/embeddings/" in f"/{each.filename.lower()}" or "activex" in each.filename.lower() for each in listed):
            raise _running(name)


def _picture(data: bytes, name: str) -> None:
    """A picture's size is told by its head; one of a hundred million dots is not a photograph of a paper."""
    wide, high = _size_of(data)
    if wide * high > PIXELS:
        raise _too_big_inside(name)
    if b"<script" in data.lower():
        raise _running(name)


def _size_of(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        wide, high = struct.unpack(">II", data[16:24])
        return wide, high
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + max(length, 2)
    return 0, 0
