"""Why a file is not read: said in both languages, with what to do. Nothing is guessed and nothing half read."""

from __future__ import annotations

from typing import Final

__all__ = ["LARGEST", "Unreadable"]

LARGEST: Final = 64 * 1024 * 1024  # bytes of a file, of a package once unpacked, characters of a text


class Unreadable(ValueError):
    """The file cannot be read as a report. `zh` and `en` say why and what to do; `name` is the file."""

    def __init__(self, zh: str, en: str, *, name: str = "") -> None:
        self.zh, self.en, self.name = zh, en, name
        super().__init__(zh, en, name)

    def __str__(self) -> str:
        lead = f"{self.name}：" if self.name else ""
        return f"{lead}{self.zh}（{self.en}）"

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str], dict[str, str]]:
        """Carried whole between processes."""
        return type(self), (self.zh, self.en), {"name": self.name}
