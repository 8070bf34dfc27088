"""The rendition of a paper that may be shown to everybody.

A published decision is processed as far as the protection of business secrets and personal data asks
(《市场监督管理行政处罚信息公示规定》第六条) and is otherwise the same as the one served (第七条). So a redaction
changes words, never the paper's order, and it happens before printing: `public` makes a paper in which the private
text does not exist, and the renderers print only that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from fadu.documents.papers import Enclosure, Field, Inline, Letter, Run, Words, cut, plain, runs

__all__ = ["ID_NUMBER", "MOBILE_NUMBER", "Hide", "Mask", "leaks", "private_texts", "public", "redact"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Mask:
    """Every occurrence of `find` (exact text or a pattern) in any text becomes private, shown as `masked`.

    `masked` is the text shown instead, a function from what was found to what is shown, or `None` for `***`.
    """

    find: str | re.Pattern[str]
    masked: str | Callable[[str], str] | None = None

    def __post_init__(self) -> None:
        if isinstance(self.find, str) and not self.find:
            raise ValueError("an empty text stands everywhere: say which words are to be masked")


@dataclass(frozen=True, slots=True)
class Hide:
    """The whole value of every field or party line with this label becomes private (身份证号码, 住址, 联系电话)."""

    label: str
    masked: str | Callable[[str], str] | None = None


Rule: TypeAlias = Mask | Hide

ID_NUMBER = Mask(re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"))
"""A citizen's identity number (GB 11643, 18 places), wherever it stands: a net below the marked runs."""

MOBILE_NUMBER = Mask(re.compile(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])"))
"""A mobile telephone number, wherever it stands."""


def redact(paper: Value, rules: Sequence[Rule] = (), *, everywhere: bool = True) -> Value:
    """The same paper with more of its text private.

    With `everywhere`, whatever is private in one place is private in all: a name marked in the party's line is also
    masked in the body. Texts too short to be told from ordinary words (under two Chinese characters or six others)
    are left to the rules. The paper still holds the private text; `public` removes it.
    """
    hiding = {rule.label: rule for rule in rules if isinstance(rule, Hide)}
    masks = [rule for rule in rules if isinstance(rule, Mask)]

    def hide(label: str, words: Words) -> Words:
        rule = hiding.get(label)
        return words if rule is None or not plain(words) else _private(plain(words), rule.masked)

    def mask(words: Words) -> Words:
        for rule in masks:
            words = _masked(words, rule)
        return words

    redacted = _rewritten(_labelled(paper, hide), mask) if hiding else _rewritten(paper, mask)
    if everywhere:
        known = {run.text: run for run in _private_runs(redacted) if _telling(run.text)}
        # The longest first: 甲示例公司 is one mask, not the mask of 甲示例 and the word 公司.
        masks = [Mask(text, known[text].shown) for text in sorted(known, key=len, reverse=True)]
        redacted = _rewritten(redacted, mask)
    return redacted


def public(paper: Value) -> Value:
    """The paper as everybody may read it: private text is replaced by its mask and is nowhere in the value.

    Enclosures lose their bytes and their file name: a scan cannot be masked here.
    """

    def show(words: Words) -> Words:
        return tuple(
            replace(run, text=run.shown, private=False, masked=None) if isinstance(run, Run) and run.private else run
            for run in runs(words)
        )

    return _rewritten(_withheld(paper), show)


def private_texts(paper: object) -> frozenset[str]:
    """All private texts of a paper."""
    return frozenset(run.text for run in _private_runs(paper))


def leaks(paper: object) -> tuple[str, ...]:
    """Private texts that the public rendition would still show, because they also stand somewhere unmarked.

    Empty after `redact(paper)`. Shown to whoever reviews a publication before it goes out.
    """
    shown = "\n".join(_texts(public(paper)))
    return tuple(sorted(text for text in private_texts(paper) if _telling(text) and text in shown))


# --- masking one text -------------------------------------------------------------------------------------------------


def _private(text: str, masked: str | Callable[[str], str] | None) -> Run:
    return Run(text, private=True, masked=masked(text) if callable(masked) else masked)


def _masked(words: Words, rule: Mask) -> Words:
    """The words with each hit as one private run, also where it crosses from one run into the next."""
    inlines = runs(words)
    text = "".join(inline.text for inline in inlines)
    pattern = re.compile(re.escape(rule.find)) if isinstance(rule.find, str) else rule.find
    spans = [(hit.start(), hit.end()) for hit in pattern.finditer(text) if hit.group()]
    if not spans:
        return words
    parts: list[Inline] = []
    position = 0
    for start, end in spans:
        if _already_private(inlines, start, end):
            continue
        parts += cut(inlines, position, start)
        parts.append(_private(text[start:end], rule.masked))
        position = end
    return (*parts, *cut(inlines, position, len(text)))


def _already_private(inlines: tuple[Inline, ...], start: int, end: int) -> bool:
    """Whether a hit lies in, or touches, a run that is private: that run's own mask stands."""
    return any(isinstance(inline, Run) and inline.private for inline in cut(inlines, start, end))


def _telling(text: str) -> bool:
    return len(re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffff]", text)) >= 2 or len(text) >= 6


# --- walking a paper --------------------------------------------------------------------------------------------------


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _rewritten(paper: Value, change: Callable[[Words], Words]) -> Value:
    """The paper with every text changed. Which fields are texts is told by their type, so none can be forgotten."""
    return cast(Value, _walk(paper, type(paper), change))


def _walk(value: Any, hint: Any, change: Callable[[Words], Words]) -> Any:
    if hint == Words:
        return change(value)
    if is_dataclass(value) and not isinstance(value, type):
        hints = _hints(type(value))
        changed = {one.name: _walk(getattr(value, one.name), hints[one.name], change) for one in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_walk(part, of, change) for part, of in zip(value, _part_hints(hint, len(value)), strict=True))
    return value


def _part_hints(hint: Any, length: int) -> Sequence[Any]:
    """What the parts of a tuple are: of a tuple's own hint, or of the tuple among a union's members."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(member for member in get_args(hint) if get_origin(member) is tuple)
    arguments = get_args(hint)
    if not arguments:
        return (None,) * length
    return (arguments[0],) * length if arguments[-1] is Ellipsis else arguments


def _labelled(value: Any, change: Callable[[str, Words], Words]) -> Any:
    """The paper with the values of labelled fields and party lines changed."""
    if isinstance(value, Field):
        return replace(value, value=change(value.label, value.value))
    if isinstance(value, Letter):
        return replace(value, particulars=tuple((label, change(label, words)) for label, words in value.particulars))
    return _inside(value, lambda part: _labelled(part, change))


def _withheld(value: Value) -> Value:
    if isinstance(value, Enclosure):
        return cast(Value, replace(value, name="", data=b""))
    return cast(Value, _inside(value, _withheld))


def _inside(value: Any, change: Callable[[Any], Any]) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: change(getattr(value, one.name)) for one in fields(value)})
    return tuple(change(part) for part in value) if isinstance(value, tuple) else value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        # The runs of one text are read joined: a name may stand half in one run and half in the next.
        if all(isinstance(part, str | Run) or hasattr(part, "text") for part in value):
            yield plain(value)
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _private_runs(value: object) -> Iterator[Run]:
    if isinstance(value, Run):
        if value.private:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _private_runs(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _private_runs(getattr(value, one.name))
