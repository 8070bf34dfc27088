"""An exported ledger is checked on another machine: without a database, without Django."""

import gzip
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.ledger import digests, offline
from fadu.ledger.digests import NotComputable
from fadu.ledger.exporting import export
from fadu.ledger.models import Seal
from fadu.ledger.offline import NotAnExport, verify_export
from fadu.ledger.proofs import written
from fadu.ledger.seals import prove
from tests.ledger.conftest import noon

SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def exported(ledger, folder) -> Path:
    path = folder / "ledger.jsonl"
    assert export(path, at=noon(date(2025, 3, 8))) == 14
    return path


def codes(path: Path, **given) -> list[str]:
    return [finding.code for finding in verify_export(path, **given).findings]


def test_an_export_verifies_with_all_that_is_in_it(exported, folder):
    report = verify_export(exported, files=folder / "attachments")
    assert (report.ok, report.entries, report.seals, report.attachments) == (True, 14, 4, 1)
    kinds = [json.loads(line)["kind"] for line in exported.read_text().splitlines()]
    first, second, fourth = (["entry"] * count for count in (4, 3, 5))
    assert kinds[:9] == ["ledger", *first, "seal", *second]
    assert kinds[9:] == ["seal", "seal", *fourth, "seal", "entry", "entry", "attachment", "end"]


def test_an_empty_ledger_exports_and_verifies(db, folder):
    assert export(folder / "empty.jsonl") == 0
    assert verify_export(folder / "empty.jsonl").ok


def test_a_compressed_export_is_the_same(exported, folder):
    packed = folder / "ledger.jsonl.gz"
    export(packed, at=noon(date(2025, 3, 8)))
    assert gzip.decompress(packed.read_bytes()) == exported.read_bytes()
    assert verify_export(packed).ok
    packed.write_bytes(packed.read_bytes()[:-400])
    assert "damaged" in codes(packed)


def test_an_export_that_fails_leaves_no_file(ledger, folder, monkeypatch):
    monkeypatch.setattr("fadu.ledger.exporting._write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(folder / "ledger.jsonl")
    assert not list(folder.glob("*ledger*"))


def test_it_runs_as_a_module_where_there_is_no_django(exported):
    code = (
        "import sys; sys.modules['django'] = None; from fadu.ledger.offline import main;"
        " sys.exit(main(sys.argv[1:]))"
    )  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code, str(exported), "--json"], capture_output=True, check=True)
    assert json.loads(done.stdout) == {
        "ok": True, "entries": 14, "seals": 4, "attachments": 1, "found": 0, "faults": []}  # fmt: skip


def test_its_exit_says_what_it_found(exported, capsys):
    digest = Seal.objects.get(number=4).digest
    assert offline.main([str(exported)]) == 0
    assert offline.main([str(exported), "--seal", f"2025-03-06={digest}"]) == 0
    assert offline.main([str(exported), "--seal", f"2025-03-06={'0' * 64}"]) == 1
    assert "The seal published for 2025-03-06" in capsys.readouterr().out
    assert offline.main([str(exported), "--seal", "2025-03-06=0"]) == 2
    assert offline.main([str(exported.with_name("none"))]) == 2
    assert "no such file" in capsys.readouterr().err


@SLOW
@given(st.data())
def test_any_changed_byte_is_found(exported, data):
    whole = exported.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))])
    forged = exported.with_name("forged")
    forged.write_bytes(whole[:place] + changed + whole[place + 1 :])
    assert not sound(forged)


@SLOW
@given(st.data())
def test_any_cut_is_found(exported, data):
    whole = exported.read_bytes()
    forged = exported.with_name("forged")
    forged.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    assert not sound(forged)


@SLOW
@given(st.data())
def test_any_line_removed_doubled_or_moved_is_found(exported, data):
    lines = exported.read_bytes().splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1).filter(lambda n: n != place))
    moved = lines.copy()
    moved[place], moved[other] = moved[other], moved[place]
    forged = exported.with_name("forged")
    for tampered in (lines[:place] + lines[place + 1 :], [*lines[:place], lines[place], *lines[place:]], moved):
        forged.write_bytes(b"".join(tampered))
        assert not sound(forged)


def sound(path: Path) -> bool:
    try:
        return verify_export(path).ok
    except NotAnExport:
        return False


def resealed(path: Path, lines: list[dict[str, object]]) -> Path:
    """The file with these lines and an end that fits them, as a forger would make it."""
    body = "".join(written(line) + "\n" for line in lines)
    end = {"kind": "end", "lines": len(lines), "digest": digests.digest(digests.ALGORITHM, body.encode())}
    path.write_text(body + written(end) + "\n")
    return path


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: lines[3].update(actor="李示例"), "changed"),
        (lambda lines: lines.pop(3), "missing"),
        (lambda lines: lines.pop(-2), "truncated"),
        (lambda lines: lines.pop(-1), "attachment-missing"),
        (lambda lines: lines[-1].update(size=1), "attachment-changed"),
        (lambda lines: lines[-1].update(digest="../../../etc/passwd"), "line"),
        (lambda lines: lines[0].update(seals=3), "seal-beyond"),
        (lambda lines: lines[0].update(attachments=3), "count"),
        (lambda lines: lines[3].update(number="3"), "line"),
        (lambda lines: lines[3].update(number=True), "line"),
        (lambda lines: lines[3].update(extra=1), "line"),
        (lambda lines: lines[3].update(kind="other"), "line"),
        (lambda lines: lines.insert(3, 5), "line"),
        (lambda lines: lines[5].update(root="zz"), "seal-root"),
    ],
)
def test_a_forged_file_with_a_fitting_end_is_found(exported, change, code):
    lines = [json.loads(line) for line in exported.read_text().splitlines()[:-1]]
    change(lines)
    assert code in codes(resealed(exported, lines))


def test_an_attached_file_is_checked_where_it_was_copied_along(exported, folder):
    (file,) = (path for path in (folder / "attachments").rglob("*") if path.is_file())
    assert verify_export(exported, files=folder / "attachments").ok
    assert codes(exported, files=folder / "elsewhere") == ["file-missing"]
    file.chmod(0o600)
    file.write_bytes(b"other")
    assert codes(exported, files=folder / "attachments") == ["file-changed"]


def test_a_proof_is_checked_without_the_rest_of_the_ledger(ledger, folder):
    path = folder / "proof.json"
    path.write_text(prove(ledger[5]).as_text())
    seal = Seal.objects.get(number=2)
    assert verify_export(path, published={seal.day: seal.digest}).ok
    assert codes(path, published={seal.day: "0" * 64}) == ["published"]
    path.write_text(prove(ledger[5]).as_text().replace("李示例", "").replace("50.00", "5.00"))
    assert codes(path) == ["proof"]


@SLOW
@given(st.data())
def test_any_changed_byte_of_a_proof_is_found(ledger, folder, data):
    whole = prove(ledger[5]).as_text().encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))])
    forged = folder / "forged"
    forged.write_bytes(whole[:place] + changed + whole[place + 1 :])
    assert not sound(forged)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a ledger"),
        (b"\x1f\x8b\x08\x00broken", "cannot be read"),
        (b"x" * 5_000_000, "not a ledger"),
        (b"[]\n", "not a ledger"),
        (b'{"entry":', "nor a proof"),
        (b'{"entry":{}}\n', "nor a proof"),
        (b'{"kind":"ledger","format":"fadu-ledger/9"}\n', "has format"),
        (b'{"kind":"ledger","format":"fadu-ledger/1"}\n', "lacks entries"),
        ("年度,案件\n2025,3\n".encode(), "not a ledger"),
    ],
)
def test_what_is_no_export_is_told_from_a_changed_one(tmp_path, data, said):
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(NotAnExport, match=said):
        verify_export(path)
    assert offline.main([str(path)]) == 2


def test_a_machine_without_the_algorithm_says_so_and_accuses_nobody(exported, monkeypatch, capsys):
    def lacking(_name: str) -> None:
        raise ValueError("unsupported hash type")

    digests._fresh.cache_clear()
    monkeypatch.setattr("fadu.ledger.digests.hashlib.new", lacking)
    with pytest.raises(NotComputable, match="cannot compute"):
        verify_export(exported)
    assert offline.main([str(exported)]) == 2
    assert "cannot compute" in capsys.readouterr().err
    digests._fresh.cache_clear()
