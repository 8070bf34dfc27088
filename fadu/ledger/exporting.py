"""The ledger as one file that another machine verifies: JSON lines, compressed where the name ends in ``.gz``.

First line: format, counts, both heads. Then each entry by number, each seal after the last entry it covers, each
registered attachment (the bytes travel apart: copy ``attachments`` beside it). Last line: the digest of all before it.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from fadu.ledger import rows
from fadu.ledger.canonical import moment
from fadu.ledger.digests import ALGORITHM, running
from fadu.ledger.offline import FORMAT
from fadu.ledger.proofs import written


def export(path: str | Path, *, at: datetime | None = None) -> int:
    """Write the whole ledger to ``path`` and return the number of entries. The file appears only when complete."""
    final = Path(path)
    temporary = final.with_name(f".{final.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as raw:
            if final.name.endswith(".gz"):
                with gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=3, filename="", mtime=0) as packed:
                    entries = _write(packed, at or datetime.now(UTC))
            else:
                entries = _write(raw, at or datetime.now(UTC))
            raw.flush()
            os.fsync(raw.fileno())
        temporary.replace(final)
    finally:
        temporary.unlink(missing_ok=True)
    return entries


def _write(file: IO[bytes] | gzip.GzipFile, at: datetime) -> int:
    state, count = running(ALGORITHM), 0
    heads = rows.heads()
    batch: list[str] = []
    for line in _lines(heads, at):
        batch.append(line)
        if len(batch) >= 1000:
            data = _encoded(batch)
            count += len(batch)
            state.update(data)
            file.write(data)
            batch.clear()
    data = _encoded(batch)
    state.update(data)
    file.write(data)
    end = {"kind": "end", "lines": count + len(batch), "digest": state.hexdigest()}
    file.write((written(end) + "\n").encode())
    return heads.entries


def _encoded(batch: list[str]) -> bytes:
    """What is no UTF-8 is carried as it is: the export of a changed ledger shows the change."""
    return ("\n".join(batch) + "\n").encode("utf-8", "surrogateescape")


def _lines(heads: rows.Heads, at: datetime) -> Iterator[str]:
    registered = list(rows.attachments())
    yield written(
        {
            "kind": "ledger", "format": FORMAT, "algorithm": ALGORITHM, "at": moment(at), "entries": heads.entries,
            "seals": heads.seals, "attachments": len(registered), "head": heads.entry, "seal": heads.seal,
        }
    )  # fmt: skip
    seals = iter([line for line in rows.seal_lines()[0] if line.number <= heads.seals])
    seal = next(seals, None)
    above: int | None = None
    while chunk := rows.lines(above):
        for line in chunk:
            if line.number > heads.entries:
                break
            while seal and seal.last < line.number:
                yield written({"kind": "seal", **seal._asdict()})
                seal = next(seals, None)
            yield written({"kind": "entry", **line._asdict()})
        above = chunk[-1].number
        if above >= heads.entries:
            break
    while seal:
        yield written({"kind": "seal", **seal._asdict()})
        seal = next(seals, None)
    for digest, algorithm, media_type, size in registered:
        yield written(
            {"kind": "attachment", "digest": digest, "algorithm": algorithm, "media_type": media_type, "size": size}
        )
