"""Files that are more than they seem, and settings that open what they should not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fadu.ledger import media
from fadu.ledger.media import AttachmentRefused, check

ROOT = Path(__file__).resolve().parents[2]


def test_a_large_archive_is_refused_before_its_list_of_parts_is_read(monkeypatch):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as parts:
        parts.writestr("[Content_Types].xml", "x" * 4000)
    monkeypatch.setattr(media, "PAPER", 1000)
    monkeypatch.setattr(media, "_office", lambda _file: pytest.fail("the list of parts was read"))
    with pytest.raises(AttachmentRefused, match="不得超过"):
        check(packed, len(packed.getvalue()), "卷.docx", "")


def run(code: str, home: Path, **given: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FADU_", "DJANGO_"))}
    given |= {"FADU_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], env=kept | given, capture_output=True, text=True, check=False)


def test_the_second_factor_is_not_waived_in_production(tmp_path):  # GB/T 22239-2019 8.1.4.1 d)
    secrets = {f"FADU_{name}": "x" * 40 for name in ("SECRET_KEY", "KEY", "SALT")}
    answer = run("import fadu.site.settings", tmp_path, FADU_DEMO="1", FADU_PRODUCTION="1", **secrets)
    assert answer.returncode != 0
    assert "FADU_DEMO" in answer.stderr
