"""Reading and auditing: how fast on one core, how the time grows with the length, a year of the country, and how right.

The corpus is made by varying the annotated reports (other numbers, other years); of 40,000 reports as many are made as
FADU_BENCH_REPORTS says (2,000), and the time of the rest follows, because each file takes as long as any other.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.measure import answer

COUNTRY = 40_000  # reports of a year: counties, their bureaus and towns
REPORTS = int(os.environ.get("FADU_BENCH_REPORTS", "2000"))


def main() -> None:
    from tests.reading import goldsets

    published: list[goldsets.Gold] = []
    try:
        published = [*goldsets.published(), *goldsets.published_too()]
    except pytest.skip.Exception as absent:
        answer(absent=str(absent), sets={"passages": quality(goldsets.passages())}, **speed(goldsets.passages()))
        return
    sets = {
        "published, annotated by others": quality(published[:3]),
        "published, annotated by us": quality(published[3:]),
        "our passages, invented counties": quality(goldsets.passages()),
    }
    answer(absent="", sets=sets, **speed(published))


def speed(golds: list) -> dict[str, object]:
    from fadu.reading.audit import audit
    from fadu.reading.corpus import over
    from fadu.reading.report import read

    texts = [gold.text for gold in golds]
    size = sum(len(text.encode()) for text in texts)

    def both(text: str) -> None:
        audit(read(text))

    rates = sorted(size / 1e6 / took(lambda: [both(text) for text in texts]) for _ in range(7))
    one = "\n".join(texts)
    short, long = (one * times for times in (2, 16))
    grown = (took(lambda: both(long)) / len(long)) / (took(lambda: both(short)) / len(short))
    with tempfile.TemporaryDirectory() as folder:
        paths = vary(texts, Path(folder), REPORTS)
        begun = time.perf_counter()
        read_ = sum(isinstance(found, int) for _, found in over(paths, findings))
        corpus = time.perf_counter() - begun
    return {
        "rate": rates[3], "grown": grown, "sizes": [len(short.encode()) / 1e6, len(long.encode()) / 1e6],
        "reports": read_, "corpus": corpus, "country": corpus * COUNTRY / REPORTS / 60, "cores": os.cpu_count(),
    }  # fmt: skip


def findings(path: Path) -> int:
    """How many findings the audit of a file has; the work of one process of the corpus."""
    from fadu.reading.audit import audit
    from fadu.reading.corpus import read_file

    return len(audit(read_file(path)).findings)


def took(work: Callable[[], object]) -> float:
    """Seconds of this process alone, so that a neighbour on the machine does not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def vary(texts: list[str], folder: Path, many: int) -> list[Path]:
    """Reports like the given ones, with other numbers."""
    chance = random.Random(40_000)
    paths = []
    for number in range(many):
        text = re.sub(
            r"(?<![\d.])[1-9]\d{1,4}(?=[件人次个条项户])",
            lambda _: str(chance.randint(10, 99_999)),
            texts[number % len(texts)],
        )
        path = folder / f"{number:05d}.txt"
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def quality(golds: list) -> dict[str, float]:
    """The scores of the tests over some annotated texts."""
    from fadu.reading.audit import audit
    from fadu.reading.report import read
    from tests.reading.judging import Judgement, judge
    from tests.reading.mutation import flagged, mutants
    from tests.reading.scoring import Reading, score

    total, judgement, changed, seen = Reading(), Judgement(), 0, 0
    for gold in golds:
        report = read(gold.text, year=gold.year)
        total += score(gold, report.json()["figures"])
        judgement += judge(gold, audit(report, every=True).json()["findings"])
        before = audit(report).json()["findings"]
        for mutant in mutants(gold):
            changed += 1
            seen += flagged(mutant, before, audit(read(mutant.text, year=gold.year)).json()["findings"])
    return {
        "texts": len(golds), "figures": total.gold, "f1": total.f1, "kind": total.kind_accuracy,
        "unit": total.unit_accuracy, "subject": total.subject_accuracy(), "stray": total.false_per_report,
        "relations": judgement.stated, "found": judgement.recall, "alarms": len(judgement.false_alarms),
        "mutants": changed, "flagged": seen / max(1, changed),
    }  # fmt: skip


if __name__ == "__main__":
    main()
