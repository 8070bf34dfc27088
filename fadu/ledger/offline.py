"""Verifying an exported ledger, or the proof of one entry, on any machine: no database, no Django.

``python -m fadu.ledger.offline FILE [--files FOLDER] [--seal DAY=DIGEST]``; exit 0 sound, 1 a finding, 2 not an export.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

from fadu.ledger.checking import Check
from fadu.ledger.digests import KNOWN, Line, NotComputable, SealLine, running
from fadu.ledger.findings import Report
from fadu.ledger.proofs import ENTRY_SHAPE, SEAL_SHAPE, check_proof, fits, is_digest, proof_of, written

FORMAT = "fadu-ledger/1"
_LONGEST = 64 * 1024 * 1024  # bytes of one line
_PROOF = b'{"entry":'


class NotAnExport(ValueError):
    """The file is not an exported ledger; the message says what it is instead, as far as can be told."""


def check_file(report: Report, path: Path, digest: str, algorithm: str) -> None:
    """One attached file against its digest."""
    if not path.is_file():
        report.find("file-missing", None, digest=digest)
        return
    if algorithm not in KNOWN:
        report.find("file-changed", None, digest=digest)
        return
    state = running(algorithm)
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            state.update(piece)
    if state.hexdigest() != digest:
        report.find("file-changed", None, digest=digest)


def verify_export(
    path: str | Path, *, files: str | Path | None = None, published: Mapping[date, str] | None = None
) -> Report:
    """Check an exported file, or a proof. ``files``: the folder with the attached files, to check them too.

    Raises ``NotAnExport`` for a file that is none, ``NotComputable`` where this Python lacks the algorithm.
    """
    source = Path(path)
    if not source.is_file():
        raise NotAnExport(f"{source}: no such file")
    with source.open("rb") as raw:
        start = raw.read(len(_PROOF))
        raw.seek(0)
        if start == _PROOF:
            return _verify_proof(raw.read(_LONGEST), source.name, published or {})
        if start.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=raw) as file:
                return _Reading(file, source.name, published).read(Path(files) if files else None)
        return _Reading(raw, source.name, published).read(Path(files) if files else None)


def _verify_proof(data: bytes, name: str, published: Mapping[date, str]) -> Report:
    report = Report(entries=1, seals=1)
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        record = {}
    proof = proof_of(record)
    if proof is None:
        raise NotAnExport(f"{name}: is neither an exported ledger nor a proof, or is damaged")
    if proof.as_text().encode() != data:
        report.find("line", None, line=1, why="not canonical")
    if not check_proof(proof):
        report.find("proof", proof.entry.number, proof.entry.stream, day=proof.seal.day)
    for day, expected in published.items():
        if (day.isoformat(), expected) != (proof.seal.day, proof.seal.digest):
            report.find("published", None, day=day, expected=expected)
    return report


class _Reading:
    """One pass over the file."""

    def __init__(self, file: IO[bytes] | gzip.GzipFile, name: str, published: Mapping[date, str] | None) -> None:
        self._file = file
        self._name = name
        self._check = Check(published)
        self._number = 0
        self._registered: set[str] = set()
        self._ended = False

    def read(self, files: Path | None) -> Report:
        check, report = self._check, self._check.report
        header, state = self._header()
        for data in self._lines():
            record = self._parse(data)
            kind = record.get("kind") if record else None
            if self._ended:
                report.find("end")
                break
            if kind == "end" and record:
                self._ended = True
                if record != {"kind": "end", "lines": self._number - 1, "digest": state.hexdigest()}:
                    report.find("end-digest")
                continue
            state.update(data)
            if record:
                self._take(str(kind), record, files)
        if not self._ended and not any(finding.code == "damaged" for finding in report.findings):
            report.find("end")
        check.heads(header["entries"], header["head"], header["seals"], header["seal"])
        check.attachments_end(self._registered)
        counts = (report.entries, report.seals, report.attachments)
        if counts != (header["entries"], header["seals"], header["attachments"]):
            told = {name: header[name] for name in ("entries", "seals", "attachments")}
            report.find("count", None, **told, found=" / ".join(map(str, counts)))
        return report

    def _header(self) -> tuple[dict[str, Any], Any]:
        try:
            data = self._file.readline(4096)
        except (OSError, EOFError, zlib.error) as error:
            raise NotAnExport(f"{self._name}: cannot be read ({error})") from error
        if not data:
            raise NotAnExport(f"{self._name}: the file is empty")
        self._number = 1
        try:
            header = json.loads(data)
        except ValueError:
            header = None
        if not isinstance(header, dict) or header.get("kind") != "ledger":
            raise NotAnExport(f"{self._name}: is not a ledger written by `fadu ledger export`")
        if header.get("format") != FORMAT:
            raise NotAnExport(f"{self._name}: has format {header.get('format')!r}; this program reads {FORMAT}")
        shape = {
            "entries": int,
            "seals": int,
            "attachments": int,
            "head": str,
            "seal": str,
            "algorithm": str,
            "at": str,
        }
        if wrong := [name for name, kind in shape.items() if type(header.get(name)) is not kind]:
            raise NotAnExport(f"{self._name}: its first line lacks {', '.join(wrong)}")
        if (written(header) + "\n").encode() != data or len(header) != len(shape) + 2:
            self._check.report.find("line", None, line=1, why="not canonical")
        if header["algorithm"] not in KNOWN:
            raise NotAnExport(f"{self._name}: its algorithm {header['algorithm']!r} is not one of {', '.join(KNOWN)}")
        state = running(header["algorithm"])
        state.update(data)
        return header, state

    def _lines(self) -> Iterator[bytes]:
        while True:
            try:
                data = self._file.readline(_LONGEST)
            except (OSError, EOFError, zlib.error) as error:
                self._check.report.find("damaged", None, line=self._number, why=error)
                return
            if not data:
                return
            self._number += 1
            yield data

    def _parse(self, data: bytes) -> dict[str, Any] | None:
        """The record of a line that is, byte for byte, as it was written."""
        why = "not JSON"
        try:
            record = json.loads(data)
            if isinstance(record, dict):
                if (written(record) + "\n").encode() == data:
                    return record
                why = "not canonical"
        except (ValueError, RecursionError):
            pass
        self._check.report.find("line", None, line=self._number, why=why)
        return None

    def _take(self, kind: str, record: dict[str, Any], files: Path | None) -> None:
        check = self._check
        record.pop("kind", None)
        if kind == "entry" and fits(record, ENTRY_SHAPE):
            check.entry(Line(**record))
        elif kind == "seal" and fits(record, SEAL_SHAPE):
            check.seal(SealLine(**record))
        elif kind == "attachment" and fits(record, _FILE) and is_digest(record["digest"]):
            digest, algorithm = record["digest"], record["algorithm"]
            check.attachment(digest, algorithm, record["media_type"], record["size"])
            if files and digest not in self._registered:
                check_file(check.report, files / digest[:2] / digest[2:], digest, algorithm)
            self._registered.add(digest)
        else:
            check.report.find("line", None, line=self._number, why=f"not a record of {FORMAT}")


_FILE = {"digest": str, "algorithm": str, "media_type": str, "size": int}


def published_seal(text: str) -> tuple[date, str]:
    """``2025-09-26=<digest>`` as a day and a digest. Raises ``ValueError`` for another shape."""
    day, _, digest = text.partition("=")
    if not is_digest(digest.lower()):
        raise ValueError(f"{text!r}: a published seal is given as DAY=DIGEST, the digest in 64 hexadecimal digits")
    return date.fromisoformat(day), digest.lower()


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m fadu.ledger.offline", description="Verify an exported ledger.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--files", type=Path, help="the folder with the attached files, to check them too")
    parser.add_argument("--seal", action="append", default=[], metavar="DAY=DIGEST", help="a seal as it was published")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    try:
        report = verify_export(given.file, files=given.files, published=dict(map(published_seal, given.seal)))
    except (ValueError, OSError, NotComputable) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if given.json:
        sys.stdout.write(json.dumps(report.as_json(), ensure_ascii=False) + "\n")
    else:
        for finding in report.findings:
            sys.stdout.write(f"{finding.zh}\n{finding.en}\n")
        sys.stdout.write(f"entries {report.entries}, seals {report.seals}, findings {report.found}\n")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main())
