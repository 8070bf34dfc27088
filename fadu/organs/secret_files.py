"""Files with personal data that wait outside the record, encrypted where they lie (``organs.secret`` for columns)."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from fadu.organs.secret import decrypt_bytes, encrypt_bytes


def put(folder: Path, data: bytes, purpose: str) -> str:
    """Write ``data`` encrypted into ``folder`` under a name nobody can guess, which is returned."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(encrypt_bytes(data, purpose))
    return name


def take(folder: Path, name: str, purpose: str) -> bytes:
    """What ``put`` wrote there; raises ``FileNotFoundError`` or ``Undecipherable``."""
    return decrypt_bytes((folder / name).read_bytes(), purpose)


def drop(folder: Path, name: str) -> None:
    """Remove it; nothing happens if it is gone already."""
    (folder / name).unlink(missing_ok=True)
