"""The one place where the environment is read. Every secret comes from here; none has a default in production."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit


class EnvironmentMissing(RuntimeError):
    """A setting that has no safe default was not given."""


def text(name: str, default: str = "") -> str:
    """The variable ``FADU_<name>``, or ``default``."""
    return os.environ.get(f"FADU_{name}", default)


def flag(name: str, *, default: bool = False) -> bool:
    """A yes/no variable: 1, true, yes, on (any case) are yes."""
    value = text(name)
    return default if not value else value.lower() in {"1", "true", "yes", "on"}


def one_of(name: str, choices: tuple[str, ...], *, default: str) -> str:
    """The variable ``FADU_<name>``, which must be one of ``choices``."""
    value = text(name, default)
    if value not in choices:
        raise EnvironmentMissing(f"FADU_{name} is one of {', '.join(each or 'empty' for each in choices)}")
    return value


def needed(name: str, *, when: bool) -> str:
    """The variable ``FADU_<name>``; it must be given ``when`` another setting asks for it."""
    value = text(name)
    if when and not value:
        raise EnvironmentMissing(f"FADU_{name} must be set")
    return value


def home() -> Path:
    """The folder of data that is not in the database: attachments, imported texts, notices, generated secrets."""
    folder = Path(text("HOME") or "var").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret(name: str) -> str:
    """A secret from the environment; else one generated once and kept, readable by the owner only, under ``home()``.

    With FADU_PRODUCTION set nothing is generated: a forgotten secret stops the process.
    """
    if value := text(name):
        return value
    if flag("PRODUCTION"):
        raise EnvironmentMissing(f"FADU_{name} must be set in production")
    kept = home() / f"{name.lower()}.secret"
    if not kept.exists():
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return kept.read_text()


def database() -> dict[str, object]:
    """SQLite under ``home()``, unless FADU_DATABASE_URL (or FADU_DATABASE) says otherwise.

    ``sqlite:///PATH`` or ``postgresql://user:password@host:port/name`` (``postgres://`` too; ``?host=/folder`` for a
    socket). Any other address raises ``EnvironmentMissing``: a mistyped one must not become another database.
    """
    address = text("DATABASE") or text("DATABASE_URL")
    parts = urlsplit(address)
    if not address or (parts.scheme == "sqlite" and len(parts.path) > 1):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) or str(home() / "fadu.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    if parts.scheme not in {"postgres", "postgresql"}:
        raise EnvironmentMissing("FADU_DATABASE_URL is sqlite:///PATH or postgresql://user:password@host:port/name")
    host = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair).get("host", parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "fadu",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        # Lets the engine's kept statements be prepared (engine/rows.py); Django's own are not. A pooler between must
        # keep a connection to its client (session pooling).
        "OPTIONS": {"prepare_threshold": 3},
    }
