"""Timing two things in turn, so that a slow minute of the machine falls on both."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable


def rate(work: Callable[[int], None], times: int) -> float:
    """Calls per second of ``work``, called with 0 … times-1."""
    begun = time.perf_counter()
    for n in range(times):
        work(n)
    return times / (time.perf_counter() - begun)


def alternating(works: dict[str, Callable[[int], None]], times: int, rounds: int = 5) -> dict[str, float]:
    """The median rate of each over ``rounds`` rounds taken in turn, after one that is not counted."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            got = rate(lambda n, work=work, turn=turn: work(turn * times + n), times)
            if turn:
                found[name].append(got)
    return {name: statistics.median(values) for name, values in found.items()}


def p95(work: Callable[[int], None], times: int) -> float:
    """The 95th percentile of one call, in milliseconds."""
    took = []
    for n in range(times):
        begun = time.perf_counter()
        work(n)
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.quantiles(took, n=20)[-1]


def answer(**values: object) -> None:
    """What this measurement found, as one line of JSON for the caller."""
    sys.stdout.write("RESULT " + json.dumps(values) + "\n")
    sys.stdout.flush()
