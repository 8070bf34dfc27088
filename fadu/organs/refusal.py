"""What this room says when something may not be done."""

from __future__ import annotations

from fadu.law.statute import Cite


class NotAllowed(ValueError):
    """An appointment, certificate, delegation or account that may not be; ``str`` says why and what to do.

    ``cites`` are the provisions it rests on, empty where only the record itself speaks against it.
    """

    def __init__(self, reason: str, *cites: Cite) -> None:
        super().__init__(reason)
        self.cites = cites
