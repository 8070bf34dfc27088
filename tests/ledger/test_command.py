"""``fadu ledger``: exit 0 sound, 1 a finding, 2 bad input."""

import json

import pytest
from click.testing import CliRunner
from django.db import connection

from fadu.ledger import guards
from fadu.ledger.models import Entry, Seal
from fadu.site.commands.ledger import command
from tests.ledger.emptying import run


def call(*arguments: str):
    return CliRunner().invoke(command, list(arguments))


def test_a_sound_ledger_is_told_as_json_and_nothing_else(ledger):
    done = call("verify", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "ok": True, "entries": 14, "seals": 4, "attachments": 1, "found": 0, "faults": []}  # fmt: skip


def test_a_finding_is_told_with_its_number_and_stream(ledger):
    run(guards.lift(connection))
    run(["UPDATE ledger_entry SET act = '撤案' WHERE number = 3"])
    run(guards.fix(connection))
    done = call("verify", "--json")
    assert done.exit_code == 1
    (fault,) = json.loads(done.stdout)["faults"]
    assert (fault["code"], fault["number"], fault["stream"]) == ("changed", 3, "案丙")
    assert "第 3 号账页" in call("verify").stdout


def test_a_published_seal_is_held_against_the_ledger(ledger):
    digest = Seal.objects.get(number=1).digest
    assert call("verify", "--seal", f"2025-03-03={digest}").exit_code == 0
    assert call("verify", "--seal", f"2025-03-03={'0' * 64}").exit_code == 1
    assert call("verify", "--seal", "2025-03-03=abc").exit_code == 2


@pytest.mark.parametrize("name", ["ledger.jsonl", "ledger.jsonl.gz"])
def test_an_export_is_written_and_checked(ledger, folder, name):
    file = folder / name
    assert call("export", str(file)).exit_code == 0
    done = call("verify", "--export", str(file), "--files", str(folder / "attachments"), "--json")
    assert (done.exit_code, json.loads(done.stdout)["entries"]) == (0, 14)
    assert call("export", str(folder / "none" / name)).exit_code == 2


def test_a_file_that_is_no_export_is_bad_input(db, folder):
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = call("verify", "--export", str(folder / "picture.png"))
    assert done.exit_code == 2
    assert "is not a ledger" in done.stderr
    assert call("verify", "--export", str(folder / "none")).exit_code == 2


def test_a_day_is_sealed_once_and_its_digest_is_shown(ledger):
    done = call("seal", "--day", "2025-03-07", "--json")
    told = json.loads(done.stdout)
    assert (told["number"], told["first"], told["last"]) == (5, 13, 14)
    assert json.loads(call("seal", "--day", "2025-03-07", "--json").stdout) == told
    assert f"2025-03-07={told['digest']}" in call("seal", "--day", "2025-03-07").stdout
    assert call("seal", "--day", "2999-01-01").exit_code == 2
    assert call("seal", "--day", "soon").exit_code == 2


def test_one_entry_is_proved_in_a_file(ledger, folder):
    file = folder / "proof.json"
    assert call("prove", "6", "-o", str(file)).exit_code == 0
    digest = Seal.objects.get(number=2).digest
    assert call("verify", "--export", str(file), "--seal", f"2025-03-04={digest}").exit_code == 0
    assert call("verify", "--export", str(file), "--seal", f"2025-03-04={'0' * 64}").exit_code == 1
    assert call("prove", "14").exit_code == 2  # not sealed yet
    assert call("prove", "99").exit_code == 2


def test_guards_are_put_back_with_a_reason_in_the_ledger(ledger):
    assert "nothing is missing" in call("guard", "--by", "张测试", "--reason", "无").stdout
    run(guards.lift(connection))
    run(["DELETE FROM ledger_head"])
    assert call("verify").exit_code == 1
    done = call("guard", "--by", "张测试", "--reason", "升级时拆除")
    assert done.exit_code == 0
    assert "ledger_entry" in done.stdout
    assert call("verify").exit_code == 0
    last = Entry.objects.get(number=15)
    assert (last.stream, last.act, last.actor, last.read()["reason"]) == ("ledger", "guard", "张测试", "升级时拆除")
    assert call("guard", "--by", "张测试").exit_code == 2
