"""Pictures for the documentation need a browser and say so when there is none."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from fadu.site.commands.screenshots import command

pytest.importorskip("playwright")


def test_without_chromium_the_command_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    done = CliRunner().invoke(command, ["--officer-password", "x", "-o", str(tmp_path / "images")])
    assert done.exit_code == 2
    assert "CHROMIUM" in done.output
    assert not (tmp_path / "images").exists()
