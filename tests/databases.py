"""Where the suite runs, settled before Django reads its settings: a fresh data folder, SQLite or PostgreSQL.

``FADU_TEST_DATABASE=postgresql`` starts a PostgreSQL of its own through pgserver, which needs no installation.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="fadu-tests-"))
FOLDER.chmod(0o755)
os.environ.setdefault("XDG_RUNTIME_DIR", str(FOLDER))
os.environ["FADU_HOME"] = str(FOLDER / "home")
os.environ.pop("FADU_PRODUCTION", None)
os.environ.pop("FADU_DEMO", None)


def start_postgresql() -> None:
    """A server on a socket in the test folder, ended with the run."""
    import pgserver

    server = pgserver.get_server(str(FOLDER / "postgresql"), cleanup_mode="delete")
    os.environ["FADU_DATABASE"] = server.get_uri()
    atexit.register(server.cleanup)


if os.environ.get("FADU_TEST_DATABASE", "").startswith("postgres"):
    start_postgresql()
else:
    os.environ.pop("FADU_DATABASE", None)
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
sys.stderr.write(f"database: {'PostgreSQL' if 'FADU_DATABASE' in os.environ else 'SQLite'}\n")
