"""Many reports at once: the files of a folder, read on every core, one result after the other in the files' order.

A file that cannot be read is a result as well (`Unreadable`): it stops nobody else's reading.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from fadu.reading.opening import FORMATS, Unreadable, open_file
from fadu.reading.report import Report, read

__all__ = ["files", "over", "read_file"]

Out = TypeVar("Out")
SOME: Final = 8  # files below which other processes cost more than they give
AT_ONCE: Final = 32  # files handed to a process at a time


def files(given: Iterable[Path]) -> list[Path]:
    """The files given, and for each folder the reports in it and below it, by name. Hidden and temporary ones are left
    out, and so are files whose name says that they are something else."""
    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        found += sorted(
            each
            for each in path.rglob("*")
            if each.suffix.lower() in FORMATS and each.is_file() and not each.name.startswith((".", "~$"))
        )
    return found


def read_file(path: Path, *, year: int | None = None) -> Report:
    """The report in a file, its offsets those of the text as opened. Raises `Unreadable`."""
    opened = open_file(path)
    return read(opened.text, year=year, title=opened.title)


def over(
    paths: Sequence[Path], work: Callable[[Path], Out], *, workers: int | None = None
) -> Iterator[tuple[Path, Out | Unreadable]]:
    """What `work` makes of each file, in the order of `paths`; `Unreadable` where it could not be read.

    `work` is a function other processes can import. `workers`: processes; all cores where not said, and none but this
    one for a few files.
    """
    attempt = partial(_attempt, work)
    workers = workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if workers == 1 or len(paths) < SOME:
        yield from zip(paths, map(attempt, paths), strict=True)
        return
    spawning = multiprocessing.get_context("spawn")  # nothing of this process is copied: not its threads, not its files
    with ProcessPoolExecutor(workers, mp_context=spawning) as pool:
        many = min(AT_ONCE, max(1, len(paths) // (4 * workers)))
        yield from zip(paths, pool.map(attempt, paths, chunksize=many), strict=True)


def _attempt(work: Callable[[Path], Out], path: Path) -> Out | Unreadable:
    try:
        return work(path)
    except Unreadable as fault:
        fault.name = fault.name or str(path)
        return fault
    except Exception as fault:  # noqa: BLE001  one odd file must not end the reading of forty thousand
        return Unreadable(f"读取时出错（{fault!r}）", f"reading failed: {fault!r}", name=str(path))
