"""The one check of the ledger, for a database and for an exported file alike. Plain Python.

Entries and seals are handed over in the order of their numbers, each seal after the last entry it covers. What is
kept meanwhile is the last page of each stream (some 200 bytes a stream) and the digests of attached files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from fadu.ledger.digests import ALGORITHM, KNOWN, Line, SealLine, entry_digest, seal_digest
from fadu.ledger.findings import Report
from fadu.ledger.merkle import Tree

_NAMES_FILE = '"attachment":"'


class Check:
    """A verification under way. ``published`` gives, by day, seal digests known from elsewhere."""

    def __init__(self, published: Mapping[date, str] | None = None) -> None:
        self.report = Report()
        self.number = 0
        self._digest = ""
        self._streams: dict[str, tuple[int, str]] = {}
        self._seal: SealLine | None = None
        self._tree: Tree | None = None
        self._tree_whole = True
        self._latest = ""
        self._published = {day.isoformat(): digest for day, digest in (published or {}).items()}
        self._named: dict[str, tuple[int, str, dict[str, object]]] = {}

    def entry(self, line: Line) -> None:
        """The next entry."""
        find = self.report.find
        number, stream, seq, at = line[:4]
        before, above, algorithm, digest = line[10:]
        self.report.entries += 1
        if type(number) is not int or type(seq) is not int or entry_digest(line) != digest:
            find("changed", number, stream, seq=seq)
        last = self.number
        if number == last + 1:
            if above != self._digest:
                find("above", number, stream, last=last)
        elif type(number) is int and number > last:
            find("missing", None, first=last + 1, last=number - 1)
            self._tree_whole = False
        else:
            find("order", number, stream, last=last)
            self._tree_whole = False
            return
        page, former = self._streams.get(stream, (0, ""))
        if seq != page + 1:
            find("page", number, stream, seq=seq, expected=page + 1)
        elif before != former:
            find("before", number, stream, seq=seq)
        self._streams[stream] = (seq if type(seq) is int else page + 1, digest)
        self.number, self._digest = number, digest
        self._latest = max(self._latest, at)
        self._grow(algorithm, digest)
        if type(line.content) is str and _NAMES_FILE in line.content:
            self._note_files(line)

    def _grow(self, algorithm: str, digest: str) -> None:
        try:
            if self._tree is None:
                self._tree = Tree(algorithm if algorithm in KNOWN else ALGORITHM)
            self._tree.add(digest)
        except (ValueError, TypeError):  # the digest is not hexadecimal; the entry is reported already
            self._tree_whole = False

    def seal(self, line: SealLine) -> None:
        """The next seal; the last entry it covers was the last one handed over."""
        find = self.report.find
        former, self._seal = self._seal, line
        self.report.seals += 1
        if seal_digest(line) != line.digest:
            find("seal-changed", line.number, day=line.day)
        if self._published.get(line.day, line.digest) != line.digest:
            find("published", line.number, day=line.day, expected=self._published[line.day])
        self._published.pop(line.day, None)
        expected = former.number + 1 if former else 1
        if line.number < expected:
            find("seal-order", line.number, day=line.day, last=expected - 1)
        elif line.number > expected:
            find("seal-missing", None, first=expected, last=line.number - 1)
            self._tree_whole = False
        elif line.before != (former.digest if former else ""):
            find("seal-before", line.number, day=line.day)
        elif former and line.day != _next(former.day):
            find("seal-day", line.number, day=line.day)
        if line.number == expected:
            self._cover(line, former.last + 1 if former else 1)
        self._tree, self._tree_whole, self._latest = None, True, ""

    def _cover(self, line: SealLine, first: int) -> None:
        """The seal covers exactly the entries since the former one."""
        find = self.report.find
        if line.first != first or line.last != self.number or line.head != self._digest:
            find("seal-range", line.number, day=line.day, first=first, last=self.number)
            return
        tree = self._tree or Tree(line.algorithm if line.algorithm in KNOWN else ALGORITHM)
        if not self._tree_whole or tree.root() != line.root or tree.algorithm != line.algorithm:
            find("seal-root", line.number, day=line.day, first=line.first, last=line.last)
        if self._latest >= f"{line.day}T16":  # midnight in China, in UTC
            find("seal-late", line.number, day=line.day)

    def heads(self, entries: int, entry: str, seals: int, seal: str) -> None:
        """How far the ledger says it was written and sealed, after all entries and seals."""
        find = self.report.find
        if entries != self.number:
            find("truncated" if entries > self.number else "beyond", None, head=entries, last=self.number)
        elif entry != self._digest:
            find("head", entries, last=entries)
        number = self._seal.number if self._seal else 0
        if seals != number:
            find("seal-truncated" if seals > number else "seal-beyond", None, head=seals, last=number)
        elif seal != (self._seal.digest if self._seal else ""):
            find("seal-head", seals, last=seals)
        for day, expected in self._published.items():
            find("published", None, day=day, expected=expected)

    def attachment(self, digest: str, algorithm: str, media_type: str, size: int) -> None:
        """A registered file."""
        self.report.attachments += 1
        if named := self._named.get(digest):
            number, stream, content = named
            if content != {"attachment": digest, "algorithm": algorithm, "media_type": media_type, "size": size}:
                self.report.find("attachment-changed", number, stream, digest=digest)

    def attachments_end(self, registered: set[str]) -> None:
        """After all registered files: each that an entry names must have been among them."""
        for digest, (number, stream, _) in self._named.items():
            if digest not in registered:
                self.report.find("attachment-missing", number, stream, digest=digest)

    def _note_files(self, line: Line) -> None:
        try:
            content = json.loads(line.content)
        except ValueError:  # not JSON: the entry is reported already
            return
        for named in _files(content):
            self._named.setdefault(str(named["attachment"]), (line.number, line.stream, named))


def _files(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if isinstance(value.get("attachment"), str) and "size" in value:
            yield value
        else:
            for inner in value.values():
                yield from _files(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _files(inner)


def _next(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:  # not a date: that seal is reported already
        return ""
