"""Where the suite runs, settled before Django reads its settings: a fresh data folder, SQLite or PostgreSQL.

``FADU_TEST_DATABASE=postgresql`` starts a PostgreSQL of its own through pgserver, which needs no installation.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="fadu-tests-"))
FOLDER.chmod(0o755)
os.environ["FADU_HOME"] = str(FOLDER / "home")
(FOLDER / "home" / "static").mkdir(parents=True)  # whitenoise warns when it is missing
os.environ.pop("FADU_PRODUCTION", None)
os.environ.pop("FADU_DEMO", None)
os.environ.pop("FADU_DATABASE_URL", None)


def start_postgresql() -> None:
    """A server on a socket in the test folder, ended with the run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a run-time folder lies is no matter of these tests
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
