"""A statute, and the citation of one of its provisions as a value that exists only if the provision does.

``L[57]`` is article 57 (条), ``L[57, 2]`` its second paragraph (款), ``L[57, 1, 4]`` an item (项), ``L[54:62]`` the
articles 54 to 62, ``L["17-1"]`` an inserted article (第十七条之一). A wrong one raises NoSuchProvision where it is
written, that is at import.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final, overload

from fadu.law import texts
from fadu.law.numerals import numeral
from fadu.law.periods import ORGAN, Period, Running, Unit, Whose
from fadu.law.running import Rule
from fadu.law.structure import Paragraph, Structure, load
from fadu.law.texts import TextNotImported

__all__ = ["Cite", "Kind", "NoSuchProvision", "Statute", "TextNotImported"]

STRUCTURES: Final = Path(__file__).parent / "structure"

NUMBERED: Final = re.compile("[0-9]+(?:-[0-9]+)?")

STATUTES: Final[dict[str, Statute]] = {}  # filled by fadu.law.statutes


class NoSuchProvision(LookupError):
    """The statute, in this edition, has no such article, paragraph or item; or the excerpt held does not reach it."""


class Kind(StrEnum):
    """Rank of a text among the sources of law (立法法)."""

    LAW = "法律"
    REGULATION = "行政法规"
    PARTY_REGULATION = "党内法规"
    INTERPRETATION = "司法解释"
    RULES = "部门规章"
    LOCAL = "地方性法规"

    @property
    def english(self) -> str:
        """Law, administrative regulation, party regulation, judicial interpretation, departmental rules, local."""
        return {
            "法律": "law",
            "行政法规": "administrative regulation",
            "党内法规": "party regulation",
            "司法解释": "judicial interpretation",
            "部门规章": "departmental rules",
            "地方性法规": "local regulation",
        }[self.value]


@dataclass(frozen=True)
class Cite:
    """One provision of one edition. Equal when it names the same provision; the words are not part of it.

    ``article`` is the number as a citation key writes it (``"57"``, ``"17-1"``). ``named`` tells whether the
    paragraph is written even in an article of one paragraph.
    """

    statute: Statute = field(repr=False)
    article: str
    paragraph: int | None = None
    item: int | None = None
    named: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        """《行政处罚法》第五十七条第一款第（四）项."""
        return f"《{self.statute.name}》{self.provision}"

    def __reduce__(self) -> tuple[Callable[[str], Any], tuple[str]]:
        return _arrive, (self.key,)

    @property
    def provision(self) -> str:
        """第五十七条第一款第（四）项: without the statute's name."""
        number, _, inserted = self.article.partition("-")
        if self.statute.amendment:
            return f"第{numeral(int(number))}项"
        written = f"第{numeral(int(number))}条" + (f"之{numeral(int(inserted))}" if inserted else "")
        if self.paragraph and self.named:
            written += f"第{numeral(self.paragraph)}款"
        return written + (f"第（{numeral(self.item)}）项" if self.item else "")

    @property
    def english(self) -> str:
        """Administrative Penalty Law (2021), art. 57, para. 1, item 4."""
        written = f"{self.statute.english}, {'item' if self.statute.amendment else 'art.'} {self.article}"
        if self.paragraph and self.named:
            written += f", para. {self.paragraph}"
        return written + (f", item {self.item}" if self.item else "")

    @property
    def key(self) -> str:
        """``penalty-2021/57.1.4``: what is stored, and read again by ``fadu.law.statutes.cite``."""
        paragraph = "" if self.paragraph is None or not self.named else str(self.paragraph)
        parts = [self.article, paragraph, str(self.item)] if self.item else [self.article, paragraph]
        return f"{self.statute.key}/{'.'.join(parts).rstrip('.')}"

    @property
    def text(self) -> str:
        """The words, if imported. Raises TextNotImported otherwise."""
        return self.within(texts.words(self.statute.key))

    def within(self, articles: Mapping[str, list[Paragraph]]) -> str:
        """The words of the provision in ``articles``, a text of its edition."""
        paragraphs = articles[self.article]
        if self.paragraph is None:
            return "\n".join("\n".join([p.text, *p.items]) for p in paragraphs)
        paragraph = paragraphs[self.paragraph - 1]
        if self.item is not None:
            return paragraph.items[self.item - 1]
        return "\n".join([paragraph.text, *paragraph.items])


def _arrive(key: str) -> Any:
    """A citation or an edition that travelled by its key (pickle): read from the register where it arrives."""
    register = import_module("fadu.law.statutes")
    return register.cite(key) if "/" in key else register.edition(key)


def _resolved(rule: Rule) -> Running:
    def found(key: str) -> Cite | None:
        if not key:
            return None
        name, _, path = key.partition("/")
        return STATUTES[name][tuple(map(int, path.split(".")))]

    begins = found(rule.begins)
    return Running(
        since=rule.since,
        begins=begins,
        rolls=found(rule.rolls),
        through=found(rule.through),
        reading=rule.reading,
        next_hour=begins if rule.next_hour else None,
        posted=found(rule.posted),
        for_whose=rule.for_whose,
        seen=rule.seen,
    )


@dataclass(frozen=True, eq=False)
class Statute:
    """One edition of a statute.

    ``working`` answers: are ``n`` 日 of this statute working days (for those in ``working_for``)? and ``counted_in``
    is the provision that says so. ``running_rules`` state how a period begins and ends (``fadu.law.running``).
    ``in_force`` is None where the day was not seen (未见原文); ``until`` is the last day of force, None while in force.
    """

    key: str
    name: str
    edition: str
    english: str
    kind: Kind
    file: str
    adopted: date
    in_force: date | None
    until: date | None = None
    short: str = ""
    working: Callable[[int], bool] | None = field(default=None, repr=False)
    counted_in: tuple[int, ...] = ()
    working_for: frozenset[Whose] = field(default=frozenset(Whose), repr=False)
    running_rules: tuple[Rule, ...] = field(default=(), repr=False)
    excerpt: bool = False
    _cites: dict[tuple[int | str | None, ...], Cite] = field(default_factory=dict, init=False, repr=False)

    def __str__(self) -> str:
        return f"《{self.name}》（{self.edition}）"

    def __reduce__(self) -> tuple[Callable[[str], Any], tuple[str]]:
        return _arrive, (self.key,)

    @cached_property
    def structure(self) -> Structure:
        """The articles this edition has; read on first use."""
        return load(STRUCTURES / f"{self.key}.json")

    @property
    def amendment(self) -> bool:
        """Whether this is an amending decision, whose provisions are items (七、) and not articles."""
        return self.structure.amendment

    @property
    def counted_by(self) -> Cite | None:
        """The provision that says which days are working days; None where the statute has none."""
        return self[self.counted_in] if self.counted_in else None

    @cached_property
    def running(self) -> tuple[Running, ...]:
        """How its periods begin and end, latest rule first."""
        return tuple(_resolved(rule) for rule in self.running_rules)

    @overload
    def __getitem__(self, key: int | str | tuple[int | str | None, ...]) -> Cite: ...
    @overload
    def __getitem__(self, key: slice) -> list[Cite]: ...
    def __getitem__(self, key: int | str | tuple[int | str | None, ...] | slice) -> Cite | list[Cite]:
        """A checked citation. ``L[57, None, 4]`` is 第五十七条第（四）项, of the one paragraph that has it."""
        if isinstance(key, slice):
            return [self[number] for number in range(key.start, key.stop + 1)]
        path = key if isinstance(key, tuple) else (key,)
        if path not in self._cites:
            self._cites[path] = self._provision(*path)
        return self._cites[path]

    def _provision(
        self, article: int | str | None, paragraph: int | str | None = None, item: int | str | None = None
    ) -> Cite:
        name = str(article)
        if not NUMBERED.fullmatch(name):
            raise NoSuchProvision(
                f"{self}: {name!r} is not the number of an article; write 57, or 17-1 for 第十七条之一"
            )
        try:
            wanted = None if paragraph is None else int(paragraph)
            numbered = None if item is None else int(item)
            found = self.structure.has(name, wanted, numbered)
        except ValueError:
            raise NoSuchProvision(
                f"{self.key}: {article!r}, {paragraph!r}, {item!r} is not a provision's number"
            ) from None
        if not found:
            raise NoSuchProvision(self._why(name, wanted, numbered))
        named = True
        if wanted is None and numbered is not None:
            paragraphs = self.structure.articles[name]
            named = len(paragraphs) > 1
            wanted = next(at for at, items in enumerate(paragraphs, 1) if items >= numbered)
        return Cite(self, name, wanted, numbered, named)

    def _why(self, article: str, paragraph: int | None, item: int | None) -> str:
        paragraphs = self.structure.articles.get(article)
        if paragraphs is None:
            number = int(article.partition("-")[0])
            if self.excerpt or any(first <= number <= last for first, last in self.structure.gaps):
                return f"{self}: article {article} is not in the excerpt held（摘录未含该条，未见原文）"
            return f"{self}: there is no article {article}; the last is {list(self.structure.articles)[-1]}"
        if paragraph is None:
            return f"{self}: article {article} has no single item {item}; name the paragraph (it has {len(paragraphs)})"
        if not 0 < paragraph <= len(paragraphs):
            return f"{self}: article {article} has {len(paragraphs)} paragraph(s), not {paragraph}"
        return f"{self}: article {article}, paragraph {paragraph} has {paragraphs[paragraph - 1]} item(s), not {item}"

    def cited(self) -> Iterator[Cite]:
        """Every citation of this edition that the program has made so far."""
        yield from self._cites.values()

    def days(self, number: int, whose: Whose | str = ORGAN) -> Period:
        """``number`` 日, working days or calendar days as the statute itself says.

        ``whose`` period it is, the organ's or the party's, matters where the statute is silent about holidays:
        机关从严, 当事人从宽 (``fadu.law.running``).
        """
        whose = Whose(whose)
        if self.working and self.working(number) and whose in self.working_for:
            return Period(number, Unit.WORKING_DAY, self.counted_by, self.running, whose, "日")
        return Period(number, Unit.DAY, None, self.running, whose, "日")

    def working_days(self, number: int, whose: Whose | str = ORGAN) -> Period:
        """``number`` 工作日, where the provision writes so itself."""
        return Period(number, Unit.WORKING_DAY, None, self.running, Whose(whose), "个工作日")

    def hours(self, number: int, whose: Whose | str = ORGAN) -> Period:
        """``number`` 小时."""
        return Period(number, Unit.HOUR, None, self.running, Whose(whose), "小时")

    def months(self, number: int, whose: Whose | str = ORGAN) -> Period:
        """``number`` 个月, to the corresponding day."""
        return Period(number, Unit.MONTH, None, self.running, Whose(whose), "个月")

    def years(self, number: int, whose: Whose | str = ORGAN) -> Period:
        """``number`` 年, to the corresponding day."""
        return Period(number, Unit.YEAR, None, self.running, Whose(whose), "年")
