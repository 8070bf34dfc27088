"""Run every measurement, each in a process and a database of its own, and write docs/benchmarks.md."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
MEASURES = ("acts", "worklist", "applying", "imports", "ledger")


def run(name: str, database: str, folder: str) -> dict[str, Any]:
    environment = {**os.environ, "FADU_HOME": folder, "DJANGO_SETTINGS_MODULE": "bench.settings"}
    environment.pop("FADU_DATABASE", None)
    environment.pop("FADU_DATABASE_URL", None)
    if database:
        environment["FADU_DATABASE"] = database
    sys.stderr.write(f"  {name} …\n")
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], env=environment, capture_output=True, text=True, check=False
    )
    for line in done.stdout.splitlines():
        if line.startswith("RESULT "):
            return dict(json.loads(line[7:]))
    sys.stderr.write(done.stdout[-2000:] + done.stderr[-4000:])
    raise SystemExit(f"{name}: no result")


def main() -> None:
    wanted = sys.argv[1:] or MEASURES
    lines = [
        "# Measured",
        "",
        (
            f"Written by `make bench` on {date.today().isoformat()}, Python {platform.python_version()}, "
            f"{os.cpu_count()} cores. Ratios count, against floors of the same run; seconds are this machine's."
        ),
        "",
        "| what | database | ours | floor or peer | ratio | wanted |",
        "|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        days = run("days", "", f"{folder}/days")
        lines += [
            f"| last day of a period, {kind} days | – | {days[kind]:,.0f}/s | – | – | 500,000/s |"
            for kind in ("working", "calendar")
        ]
    with tempfile.TemporaryDirectory() as folder:
        lines += reading(run("reading", "", folder))
    for title in ("SQLite", "PostgreSQL"):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            server = None
            for name in wanted:
                sys.stderr.write(f"{title}\n")
                database = ""
                if title == "PostgreSQL":
                    server, database = postgresql(f"{folder}/{name}-pg")
                lines += report(name, title, run(name, database, f"{folder}/{name}"))
                if server:
                    server.cleanup()
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, "utf-8")


def reading(found: dict[str, Any]) -> list[str]:
    """The rows of reading and auditing published reports; they need no database."""
    short, long = found["sizes"]
    rows = [
        f"| reading and auditing reports, one core | – | {found['rate']:.2f} MB/s | – | – | ≥ 1 MB/s |",
        (
            f"| time for each character, a text of {long:.1f} MB against one of {short:.2f} MB | – | – | – "
            f"| {found['grown']:.2f} times | 1 |"
        ),
        (
            f"| {found['reports']:,} report files, {found['cores']} cores | – | {found['corpus']:.0f} s | – | – "
            f"| 40,000 in minutes: {found['country']:.1f} min |"
        ),
    ]
    for name, of in found["sets"].items():
        rows += [
            (
                f"| figures, {name} ({of['texts']} texts, {of['figures']} figures) | – | F1 {of['f1']:.4f}, kind "
                f"{of['kind']:.4f}, unit {of['unit']:.4f}, subject {of['subject']:.3f}, {of['stray']:.2f} false "
                "a report | – | – | ≥ 0.98, 0.98, 0.98, 0.90, ≤ 1 |"
            ),
            (
                f"| audit, {name} ({of['relations']} relations, {of['mutants']} changed numbers) | – | "
                f"{of['found']:.3f} found, {of['alarms']} false alarms, {of['flagged']:.3f} of the changes flagged "
                "| – | – | 1, 0, ≥ 0.95 |"
            ),
        ]
    return rows + ([f"\n{found['absent']}\n"] if found["absent"] else [])


def postgresql(folder: str) -> tuple[Any, str]:
    import pgserver

    server = pgserver.get_server(folder, cleanup_mode="delete")
    return server, str(server.get_uri())


def report(name: str, title: str, found: dict[str, Any]) -> list[str]:
    if name == "acts":
        return [
            (
                f"| one act (guards, ledger, deadlines) | {title} | {found['act']:.0f}/s | bare ORM update and insert "
                f"{found['floor']:.0f}/s | {found['of_floor']:.2f} of it | ≥ 0.5 |"
            ),
            (
                f"| the same human step | {title} | {found['act']:.0f}/s | django-viewflow {found['peer']:.0f}/s "
                f"| {found['of_peer']:.1f} times | several times |"
            ),
        ]
    if name == "worklist":
        rows = [
            f"| my work, first 20, {int(size):,} open cases, p95 | {title} | {found['ours'][size]:.2f} ms | bare ORM "
            f"query on the right index {found['floor'][size]:.2f} ms | {found['of_floor'][size]:.2f} times | ≤ 2 |"
            for size in ("1000", "1000000")
        ]
        return [*rows, f"| my work, a million against a thousand | {title} | | | {found['grown']:.2f} times | 1 |"]
    if name == "applying":
        return [
            (
                f"| {found['citizens']} apply at once, a clerk working | {title} | {found['rate']:.0f} requests/s, "
                f"p95 {found['p95']:,.0f} ms | bare view, two rows {found['floor']:.0f} requests/s, "
                f"p95 {found['floor_p95']:,.0f} ms | {found['of_floor']:.2f} of it | – |"
            ),
            (
                f"| the clerk's act meanwhile, p95 | {title} | {found['clerk_p95']:.0f} ms | the same alone "
                f"{found['calm_p95']:.0f} ms | {found['clerk_p95'] / found['calm_p95']:.1f} times | – |"
            ),
        ]
    if name == "imports":
        return [
            (
                f"| import of {found['rows']:,} decided penalties with ledger | {title} | {found['seconds']:.1f} s "
                f"({found['taken']:,} taken) | – | – | < 60 s |"
            )
        ]
    return [
        (
            f"| verifying {found['entries']:,} ledger entries, one core | {title} | {found['seconds']:.1f} s "
            f"({found['findings']} findings) | – | – | < 60 s |"
        )
    ]


if __name__ == "__main__":
    main()
