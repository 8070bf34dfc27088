"""Which files may be attached, told by their first bytes, not by their name."""

from __future__ import annotations

import codecs
import zipfile
from typing import IO

from django.utils.translation import gettext as _

MIB = 1024 * 1024
PAPER = 50 * MIB  # pages and pictures
RECORDING = 1024 * MIB  # sound and film of an inspection (全过程记录)
_OFFICE = "application/vnd.openxmlformats-officedocument."


class AttachmentRefused(ValueError):
    """This file cannot be attached; the message says why and what to do."""


ALLOWED: dict[str, tuple[frozenset[str], int]] = {
    "application/pdf": (frozenset({"pdf"}), PAPER),
    "image/jpeg": (frozenset({"jpg", "jpeg"}), PAPER),
    "image/png": (frozenset({"png"}), PAPER),
    f"{_OFFICE}wordprocessingml.document": (frozenset({"docx"}), PAPER),
    f"{_OFFICE}spreadsheetml.sheet": (frozenset({"xlsx"}), PAPER),
    "text/plain": (frozenset({"txt"}), PAPER),
    "video/mp4": (frozenset({"mp4", "m4v"}), RECORDING),
    "audio/mpeg": (frozenset({"mp3"}), RECORDING),
    "audio/wav": (frozenset({"wav"}), RECORDING),
}


def recognise(file: IO[bytes]) -> str | None:
    """The media type of the open file by its content; None if it is none of the allowed."""
    file.seek(0)
    start = file.read(16)
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"PK\x03\x04"):
        return _office(file)
    if start[4:8] == b"ftyp":
        return "video/mp4"
    if start.startswith(b"ID3") or (len(start) > 1 and start[0] == 0xFF and start[1] & 0xE6 == 0xE2):
        return "audio/mpeg"  # an ID3 tag, or a frame of MPEG layer III
    if start.startswith(b"RIFF") and start[8:12] == b"WAVE":
        return "audio/wav"
    return "text/plain" if _text(file) else None


def _office(file: IO[bytes]) -> str | None:
    """A Word or Excel file without macros. Only the list of parts is read; nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as parts:
            names = set(parts.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names or any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    if "word/document.xml" in names:
        return f"{_OFFICE}wordprocessingml.document"
    return f"{_OFFICE}spreadsheetml.sheet" if "xl/workbook.xml" in names else None


def _text(file: IO[bytes]) -> bool:
    """Whether all of it reads as UTF-8 or GB 18030 without control characters."""
    return any(_reads(file, encoding) for encoding in ("utf-8", "gb18030"))


def _reads(file: IO[bytes], encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while piece := file.read(MIB):
            if piece.translate(None, _CONTROL) != piece:
                return False
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f")) + b"\x7f"


def check(file: IO[bytes], size: int, name: str, declared: str) -> str:
    """The file's media type, if it may be attached under that name; else raises ``AttachmentRefused``."""
    if size == 0:
        raise AttachmentRefused(_("“%(name)s”是空文件，请重新选择。") % {"name": name})
    file.seek(0)
    if size > PAPER and file.read(4) == b"PK\x03\x04":  # its list of parts may be of any length: it is not read
        raise _too_large(name, size, PAPER)
    found = recognise(file)
    if found is None:
        raise AttachmentRefused(
            _("“%(name)s”不是可以附卷的文件。可以附卷的有：PDF、JPG、PNG、DOCX、XLSX（不含宏）、TXT、MP4、MP3、WAV。")
            % {"name": name}
        )
    endings, most = ALLOWED[found]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in endings:
        raise AttachmentRefused(
            _("“%(name)s”的内容是 %(found)s，与文件名不符，请以 .%(ending)s 结尾。")
            % {"name": name, "found": found, "ending": min(endings)}
        )
    if declared and declared != found:
        raise AttachmentRefused(
            _("“%(name)s”的内容是 %(found)s，与所报类型 %(declared)s 不符。")
            % {"name": name, "found": found, "declared": declared}
        )
    if size > most:
        raise _too_large(name, size, most)
    return found


def _too_large(name: str, size: int, most: int) -> AttachmentRefused:
    return AttachmentRefused(
        _("“%(name)s”有 %(size)d MB，此类文件每个不得超过 %(most)d MB。")
        % {"name": name, "size": size // MIB + 1, "most": most // MIB}
    )
