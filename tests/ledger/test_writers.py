"""Many writers at once, and writers that are killed: no gap, no fork, nothing acknowledged lost."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction

from fadu.ledger.book import Draft, append, append_many
from fadu.ledger.models import Entry
from fadu.ledger.offline import verify_export
from fadu.ledger.seals import seal
from fadu.ledger.verification import verify

WRITER = """
import sys
import django
django.setup()
from datetime import date
from django.db import transaction
from fadu.ledger.attachments import attach
from fadu.ledger.book import append
who, n = sys.argv[1], 0
while True:
    n += 1
    with transaction.atomic():
        file = attach(f"{who} {n}".encode(), "a.txt")
        entry = append(f"{who}{n % 3}", "a", actor=who, on=date(2025, 3, 3), cites=[], content={"n": n, "file": [file]})
    print(entry.number, entry.digest, flush=True)
"""
AFTER = """
import sys
import django
django.setup()
from django.core.management import call_command
if sys.argv[1] == "migrate":
    call_command("migrate", "ledger", verbosity=0)
else:
    from fadu.ledger.exporting import export
    from fadu.ledger.verification import verify
    report = verify()
    export(sys.argv[1])
    print([finding.en for finding in report.findings])
"""


def test_writers_killed_at_any_moment_leave_a_sound_ledger(tmp_path):
    """Two processes on one SQLite file, killed with SIGKILL after 1 to 40 acknowledged entries, again and again."""
    environment = {name: value for name, value in os.environ.items() if name != "FADU_DATABASE"}
    environment |= {"FADU_HOME": str(tmp_path)}  # DJANGO_SETTINGS_MODULE is in it

    def start(code: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip

    migrated = start(AFTER, "migrate")
    assert (migrated.communicate()[0], migrated.returncode) == ("", 0)
    acknowledged: dict[int, str] = {}
    for kill_after in (1, 7, 40):
        writers = [start(WRITER, name) for name in ("甲", "乙")]
        heard = ["".join(writers[0].stdout.readline() for _ in range(kill_after)), writers[1].stdout.readline()]
        for writer, lines in zip(writers, heard, strict=True):
            writer.send_signal(signal.SIGKILL)
            rest = writer.communicate()[0]
            for line in (lines + rest).splitlines():
                if len(line.split()) == 2 and len(line.split()[1]) == 64:
                    acknowledged[int(line.split()[0])] = line.split()[1]
    checker = start(AFTER, str(tmp_path / "ledger.jsonl"))
    assert checker.communicate()[0].strip() == "[]"
    report = verify_export(tmp_path / "ledger.jsonl", files=tmp_path / "attachments")
    assert report.ok
    assert len(acknowledged) >= 50
    assert report.entries >= max(acknowledged)
    kept = (tmp_path / "ledger.jsonl").read_text()
    assert all(digest in kept for digest in acknowledged.values())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_concurrent_writers_neither_fork_nor_skip_nor_block_for_ever():
    """Eight connections on three streams, some in bulk, some undone, one sealing meanwhile."""

    def write(who: int) -> list[int]:
        numbers = []
        for n in range(25):
            try:
                with transaction.atomic():
                    given = {"act": "a", "actor": str(who), "on": date(2025, 3, 3), "cites": (), "content": {"n": n}}
                    if n % 5 == 0:
                        made = append_many([Draft(stream=f"案{m % 3}", **given) for m in range(4)])
                    else:
                        made = [append(f"案{(who + n) % 3}", **given)]
                    _ = 1 // (n % 7)  # each seventh is undone
                numbers += [entry.number for entry in made]
            except ZeroDivisionError:
                pass
            if who == 0 and n == 12:
                seal(date(2025, 3, 3))
        connection.close()
        return numbers

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for made in pool.map(write, range(8)) for number in made]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert Entry.objects.count() == len(numbers)
    assert verify().findings == []
