"""Every kind of entry a scenario's plan may have, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fadu.replay import disclosure, petitions, plan, reconsidering
from fadu.replay.county import County, Entry

DOES: Mapping[str, Callable[[County, Entry], None]] = {
    **plan.DOES,
    **petitions.DOES,
    **disclosure.DOES,
    **reconsidering.DOES,
}
