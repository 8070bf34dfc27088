"""Files of a case, stored by the digest of their bytes under the data folder.

The bytes are on the disk before the row is in the database: a crash leaves at most a file that no row names. The digest
enters the chain with the act: put the ``Attachment`` itself into the entry's content.
"""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from fadu.ledger.digests import ALGORITHM, running
from fadu.ledger.media import ALLOWED, MIB, AttachmentRefused, check
from fadu.ledger.models import Attachment

_LONGEST_NAME = 200
_MOST = max(most for _endings, most in ALLOWED.values())


def attach(data: bytes | IO[bytes], name: str, media_type: str = "") -> Attachment:
    """Store a file and enter its row, within the caller's transaction.

    ``name`` is only shown, never used as a path. The type is told by the content; ``media_type``, if given, must agree.
    Raises ``AttachmentRefused`` for an empty, too large or not allowed file.
    """
    shown = _shown(name)
    folder = _folder() / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    source = BytesIO(data) if isinstance(data, bytes) else data
    handle, temporary = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "w+b") as file:
            state, size = running(ALGORITHM), 0
            while piece := source.read(MIB):
                size += len(piece)
                if size > _MOST:
                    raise AttachmentRefused(
                        _("“%(name)s”超过 %(most)d MB，不能附卷。") % {"name": shown, "most": _MOST // MIB}
                    )
                state.update(piece)
                file.write(piece)
            file.flush()
            found = check(file, size, shown, media_type)
            os.fsync(file.fileno())
        digest = state.hexdigest()
        _keep(Path(temporary), location(digest))
    finally:
        Path(temporary).unlink(missing_ok=True)
    return Attachment.objects.create(
        digest=digest, algorithm=ALGORITHM, size=size, media_type=found, name=shown, at=datetime.now(UTC)
    )


def open_attachment(attachment: Attachment) -> IO[bytes]:
    """The stored bytes. Raises ``FileNotFoundError`` if the file is gone, which ``verify`` reports too."""
    return location(attachment.digest).open("rb")


def location(digest: str) -> Path:
    """Where the bytes with this digest lie."""
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        raise ValueError(f"{digest!r} is not a digest")
    return _folder() / digest[:2] / digest[2:]


def _folder() -> Path:
    return Path(settings.HOME) / "attachments"


def _keep(temporary: Path, final: Path) -> None:
    """Give the file its name; the name too is on the disk when this returns."""
    temporary.chmod(0o440)
    if not final.parent.exists():
        final.parent.mkdir(exist_ok=True)
        _sync(final.parent.parent)
    temporary.replace(final)
    _sync(final.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _shown(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if c.isprintable() or c == "\u3000").strip()
    if not shown or len(shown) > _LONGEST_NAME:
        raise AttachmentRefused(_("文件名应有 1 至 %(most)d 个字。") % {"most": _LONGEST_NAME})
    return shown
