"""A proof that one entry lies under a seal, to be handed to a citizen or a court without the rest of the ledger.

Plain Python. On paper it is the entry's lines, the seal's lines and the nodes that lead from one to the other; with the
published digest of that day's seal nobody needs to trust whoever hands it over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fadu.ledger import merkle
from fadu.ledger.digests import Line, SealLine, entry_digest, seal_digest

FORMAT = "fadu-proof/1"
written: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr
).encode
ENTRY_SHAPE = {name: int if name in {"number", "seq"} else str for name in Line._fields}
SEAL_SHAPE = {name: int if name in {"number", "first", "last"} else str for name in SealLine._fields}


@dataclass(frozen=True, slots=True)
class Proof:
    """The entry, the seal, and the nodes that lead from one to the other, leaf side first."""

    entry: Line
    seal: SealLine
    path: tuple[str, ...]

    def as_text(self) -> str:
        """One line of JSON, as ``read_proof`` takes it."""
        parts = {"entry": self.entry._asdict(), "seal": self.seal._asdict(), "path": self.path}
        return written({"kind": "proof", "format": FORMAT, **parts}) + "\n"


def check_proof(proof: Proof, published: str = "") -> bool:
    """Whether the entry lies under the seal; given the ``published`` digest, also whether it is that seal."""
    entry, seal = proof.entry, proof.seal
    if entry_digest(entry) != entry.digest or seal_digest(seal) != seal.digest or published not in {"", seal.digest}:
        return False
    size = seal.last - seal.first + 1
    try:
        reached = merkle.lead(seal.algorithm, entry.digest, entry.number - seal.first, size, proof.path)
    except ValueError:  # a node that is not hexadecimal
        return False
    return reached == seal.root


def is_digest(text: str) -> bool:
    """64 lower-case hexadecimal digits."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def fits(record: object, shape: Mapping[str, type]) -> bool:
    """Whether the record has exactly these fields, of exactly these kinds."""
    return (
        isinstance(record, dict)
        and len(record) == len(shape)
        and all(type(record.get(name)) is kind for name, kind in shape.items())
    )


def proof_of(record: Mapping[str, Any]) -> Proof | None:
    """The proof in a record read from JSON; None if it is none."""
    entry, seal, path = record.get("entry"), record.get("seal"), record.get("path")
    if record.get("format") != FORMAT or not (fits(entry, ENTRY_SHAPE) and fits(seal, SEAL_SHAPE)):
        return None
    if not isinstance(path, list) or not all(isinstance(node, str) for node in path):
        return None
    return Proof(Line(**record["entry"]), SealLine(**record["seal"]), tuple(path))
